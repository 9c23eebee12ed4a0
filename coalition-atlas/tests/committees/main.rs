//! Committees of three on mosaik, each test in a network namespace of its own. One program, so that they run beside each
//! other: mostly they wait.

/// A test in a namespace of its own: `isolated! { async fn name() { … } }`.
macro_rules! isolated {
    ($(#[$meta:meta])* async fn $name:ident() $body:block) => {
        $(#[$meta])*
        #[test]
        fn $name() {
            $crate::namespace::run_alone(concat!(module_path!(), "::", stringify!($name)), async $body);
        }
    };
}

mod coalitions;
mod drift;
mod hosts;
mod losses;
mod namespace;
mod processes;
mod program;
mod tickets;
mod wait;

use wait::{soon, until};
