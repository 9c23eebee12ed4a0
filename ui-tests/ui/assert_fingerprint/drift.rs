use coalition::{AclComposition, TicketIssuerConfig, assert_fingerprint};

const TICKETS: TicketIssuerConfig<'static> =
    TicketIssuerConfig { name: "oplabs.tickets", acl: AclComposition::OPEN };

assert_fingerprint!(TICKETS, "0x0b35e87b97a0bd2a4a5263ad86ff4dd14e26484fb48286d9de1ef269828b34c3");

fn main() {}
