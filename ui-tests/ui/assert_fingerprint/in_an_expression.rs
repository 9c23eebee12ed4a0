use coalition::{AclComposition, TicketIssuerConfig, assert_fingerprint};

const TICKETS: TicketIssuerConfig<'static> =
    TicketIssuerConfig { name: "superchain.tickets", acl: AclComposition { requirements: &[] } };

fn main() {
    let frozen = assert_fingerprint!(TICKETS, "0x91c5f18900000000000000000000000000000000000000000000000000000000");
}
