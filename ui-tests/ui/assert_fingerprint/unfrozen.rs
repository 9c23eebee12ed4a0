use coalition::{AclComposition, TicketIssuerConfig, assert_fingerprint};

const TICKETS: TicketIssuerConfig<'static> =
    TicketIssuerConfig { name: "oplabs.tickets", acl: AclComposition::OPEN };

assert_fingerprint!(TICKETS, _);

fn main() {}
