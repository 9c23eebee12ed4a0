use coalition::{AclComposition, TicketIssuerConfig, assert_fingerprint};

const TICKETS: TicketIssuerConfig<'static> =
    TicketIssuerConfig { name: "superchain.tickets", acl: AclComposition { requirements: &[] } };

assert_fingerprint!("0x91c5f18900000000000000000000000000000000000000000000000000000000", TICKETS);

fn main() {}
