//! The types that `assert_fingerprint!` takes.

use crate::{CoalitionConfig, ConfluenceConfig, TicketIssuerConfig};

/// A configuration that has a fingerprint. No function of a trait can be called in a const, so a type names its assertion,
/// whose method can.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no fingerprint",
    label = "its type has no fingerprint",
    note = "`assert_fingerprint!` takes a `CoalitionConfig`, a `ConfluenceConfig` or a `TicketIssuerConfig`"
)]
pub trait HasFingerprint {
    /// A type with the method `check(&config, specified)`.
    type Assertion;
    /// Its value.
    const ASSERTION: Self::Assertion;
}

macro_rules! assertions {
    ($($config:ident => $assertion:ident)*) => { $(
        #[doc(hidden)]
        pub struct $assertion;

        impl $assertion {
            /// # Panics
            ///
            /// With the rule that the configuration breaks, with C01 where it drifted, with C03 where nothing is specified.
            #[track_caller]
            pub const fn check(self, config: &$config<'_>, specified: Option<[u8; 32]>) {
                config.assert_fingerprint(specified);
            }
        }

        // rustc would list the types again, with lines of this file.
        #[diagnostic::do_not_recommend]
        impl HasFingerprint for $config<'_> {
            type Assertion = $assertion;
            const ASSERTION: $assertion = $assertion;
        }
    )* };
}

assertions! {
    CoalitionConfig => CoalitionAssertion
    ConfluenceConfig => ConfluenceAssertion
    TicketIssuerConfig => TicketIssuerAssertion
}
