use coalition::{AclComposition, Requirement, TicketIssuerConfig, UniqueId, assert_fingerprint};

const TICKETS: TicketIssuerConfig<'static> = TicketIssuerConfig {
    name: "superchain.tickets",
    acl: AclComposition { requirements: &[Requirement::RecogniseIssuer(UniqueId::ZERO)] },
};

assert_fingerprint!(TICKETS, _);

fn main() {}
