//! The checks of `assert_fingerprint!`, one for each type that it takes.

use coalition_core::{CoalitionConfig, ConfluenceConfig, Fault, TicketIssuerConfig};

use crate::emitted_checks::compare;
use crate::pin_message::PinWords;

/// A configuration that has a fingerprint. A const cannot call a function of a trait. So the trait names a type, whose
/// method the const calls.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no fingerprint",
    label = "its type has no fingerprint",
    note = "`assert_fingerprint!` takes a `CoalitionConfig`, a `ConfluenceConfig` or a `TicketIssuerConfig`"
)]
pub trait HasFingerprint {
    /// A type with the method `check(&config, specified)`.
    type Assertion;
    /// A value of that type.
    const ASSERTION: Self::Assertion;
}

/// Checks the rules first, because a fingerprint says nothing about a configuration that breaks one.
macro_rules! assertions {
    ($($assertion:ident, |$config:ident: $type:ident| $kind:expr, $fingerprint:ident;)*) => { $(
        #[doc(hidden)]
        pub struct $assertion;

        impl $assertion {
            /// # Panics
            ///
            /// Panics with the rule that the configuration breaks, with C01 if it drifted, and with C03 if `specified` is
            /// `None`.
            #[track_caller]
            pub const fn check(self, $config: &$type<'_>, specified: Option<[u8; 32]>) {
                keeps_the_rules($config.validate());
                compare(($kind, $config.name), &$config.$fingerprint(), specified, &PinWords::ASSERTED);
            }
        }

        // rustc would list the types again, with lines of this file.
        #[diagnostic::do_not_recommend]
        impl HasFingerprint for $type<'_> {
            type Assertion = $assertion;
            const ASSERTION: $assertion = $assertion;
        }
    )* };
}

assertions! {
    CoalitionAssertion, |config: CoalitionConfig| "coalition", coalition_root;
    ConfluenceAssertion, |config: ConfluenceConfig| if config.module().is_some() { "module" } else { "confluence" }, fingerprint;
    TicketIssuerAssertion, |config: TicketIssuerConfig| "ticket issuer", fingerprint;
}

#[track_caller]
const fn keeps_the_rules(validated: Result<(), Fault>) {
    if let Err(fault) = validated {
        panic!("{}", fault.message().as_str());
    }
}
