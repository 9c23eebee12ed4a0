#![doc = include_str!("readme_links.md")]
#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(docsrs, doc(auto_cfg(hide(coalition_check, coalition_read))))]
#![no_std]
#![forbid(unsafe_code)]

#[doc(inline)]
pub use coalition_core::*;
#[doc(inline)]
pub use coalition_handshake::*;

/// The module from which the operators' runbook imports `LatticeConfig` and `UNIVERSE`.
pub mod builder {
    pub use coalition_core::{LatticeConfig, UNIVERSE};
}

/// Declares a coalition, and fails the build if it differs from its frozen fingerprint.
///
/// The macro derives `COALITION_ROOT` while compiling, and emits the coalition as consts:
///
/// ```
/// coalition::coalition! {
///     /// Two price feeds, read side by side.
///     pub coalition EURO_FX = "signals.euro-fx" {
///         expect_fingerprint = "0x77eb09c4ef410d5f2dd4a93ebd0661a70e750296d7b4088a59ce63ead90c440d",
///     }
///     organism EUR_PRICE_FEED = "price-feed.eur" {
///         role = "oracle",
///         stable_id = "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe",
///     }
///     organism USD_PRICE_FEED = "price-feed.usd" {
///         role = "oracle",
///         stable_id = "0xf9e14aed36312e1f1dcdf47806a8ed91417579c473cda6edecf70a3015642e65",
///     }
/// }
///
/// assert_eq!(EURO_FX.coalition_root(), EURO_FX_ROOT);
/// ```
///
/// # Declarations
///
/// Every declaration has the same form. `;` may replace an empty block.
///
/// ```text
/// /// A description, if you like.
/// kind CONST_NAME = source { key = value, key = value }
/// ```
///
/// - `coalition` comes first, once. Its visibility holds for every emitted const.
/// - The other kinds follow in any order. The order of lattices, of organisms, and of confluences with modules is part of
///   the identity.
/// - A string as `source` declares the component here. A path imports a `const` of the matching type.
///
/// These are the kinds, with their keys and the consts that they emit:
///
/// - `coalition` names the coalition and its frozen fingerprint.
///   - required: `expect_fingerprint`
///   - optional: `expect_components`, `expect_handshake`, `peers`, `change_channel`, `handshake`
///   - emits: `NAME:` [`CoalitionConfig`], `NAME_ROOT:` [`UniqueId`] and `NAME_HANDSHAKE:` [`Handshake`]
/// - `lattice` is a group of organisms that build blocks for one chain.
///   - required: `stable_id`
///   - optional: `content_hash`, `ticket_root`, `handshake`
///   - emits: `NAME:` [`LatticeConfig`]
/// - `organism` is one service.
///   - required: `role`, `stable_id`
///   - optional: `content_hash`, `ticket_root`, `handshake`
///   - emits: `NAME:` [`OrganismRef`]
/// - `confluence` is a service that works across citizens, which are lattices and organisms.
///   - required: `spans`
///   - optional: `content`, `acl`, `state_machine`, `handshake`, `expect_fingerprint`
///   - emits: `NAME:` [`ConfluenceConfig`]
/// - `module` is a confluence that belongs to this coalition.
///   - optional: `spans`, `roster`, and the optional keys of `confluence`
///   - emits: `NAME:` [`ConfluenceConfig`]
/// - `ticket_issuer` issues the coalition's tickets.
///   - optional: `acl`, `handshake`, `expect_fingerprint`
///   - emits: `NAME:` [`TicketIssuerConfig`]
///
/// An import has no required keys. It takes no `role`, `spans`, `content` or `acl`, because the imported const holds them.
/// An imported organism also takes `name`, which its const does not hold.
///
/// The macro emits items. A block is allowed wherever items are: in a module, or among the statements of a function. It is
/// not an expression. Two blocks with a const name in common need a `mod` each.
///
/// # Values
///
/// - An id is `"0x"` and 64 lower-case hex digits (96 for an `MR_TD`), or the path of a `UniqueId` const. The all-zero id
///   is refused.
/// - A name has parts of the form `[a-z0-9]+(-[a-z0-9]+)*`, joined by `.`, and at most 64 bytes. The name of a coalition
///   has two parts or more.
/// - `spans` lists citizens of the block by const name. A confluence spans two or more. A module without `spans` spans
///   every citizen, in declared order.
/// - `content = { window_ms = 500, schema = "bundle-v1", strict = true, policy = id("0x…") }`: unsigned 64-bit
///   integers, text, booleans, 32-byte ids.
/// - `acl = [recognise_issuer("0x…"), require_mrtd("0x…"), require_validator("0x…")]`. On a module,
///   `recognise_issuer(self)` means the coalition's own ticket issuer.
/// - Modules are `"atlas"`, `"almanac"`, `"chronicle"` and `"compute"`, each at most once.
/// - Doc comments document the emitted consts. Other attributes are refused: with `#[cfg]`, one declaration would have
///   several fingerprints.
///
/// # Imports and pins
///
/// Operators can publish their citizens as consts:
///
/// ```
/// mod unichain_handshake {
///     use coalition::{LatticeConfig, UniqueId};
///
///     pub const MAINNET: LatticeConfig<'static> = LatticeConfig {
///         name: "unichain.mainnet",
///         stable_id: UniqueId::from_hex("0x647ce2c73708362b72f47f2027d12695f4cc53560a2828fd04b75f24aa8e6e5c"),
///         content_hash: None,
///     };
/// }
///
/// coalition::coalition! {
///     coalition UNICHAIN = "oplabs.unichain" {
///         expect_fingerprint = "0xc64ad794fd00ed1b68fe9d9d8e8fb38a4d1d2429de8a673e4102daa537c0497a",
///     }
///     lattice UNICHAIN_MAINNET = unichain_handshake::MAINNET;
/// }
/// ```
///
/// Every kind except `coalition` can be imported. A macro cannot see the values of other crates, so rustc derives the root
/// of such a block. It makes the same checks, with the same messages, in const evaluation.
///
/// On an import, `stable_id`, `content_hash` and `expect_fingerprint` are *pins*: the build fails with C13 if the const has
/// another value. A pinned organism without `content_hash` must have none. If every import is pinned, the macro derives
/// the root itself.
///
/// Use [`assert_fingerprint!`] to check a whole configuration that comes from elsewhere.
///
/// # The handshake
///
/// `NAME_HANDSHAKE` holds everything that the operator publishes: the configuration, and `peers`, `change_channel`, links,
/// ticket roots, state-machine signatures and descriptions. [`Handshake::markdown`] writes the page,
/// [`Handshake::release_notes_entry`] the entry for `release-notes.md`.
///
/// `expect_handshake` pins all of it by [`Handshake::digest`]. It is required if a lattice has a `content_hash`, which the
/// root does not cover.
///
/// # The fingerprint
///
/// `expect_fingerprint` is required. `_` means "not frozen yet". It fails the build too, with a message that has the value:
///
/// ```compile_fail
/// coalition::coalition! {
///     coalition SIGNALS = "signals.euro-fx" { expect_fingerprint = _ }
///     organism EUR = "price-feed.eur" {
///         role = "oracle",
///         stable_id = "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe",
///     }
/// }
/// ```
///
/// `expect_components` is a summary of the frozen components. With it, the message about a drift names every component
/// that changed. It pins nothing. The message for `_` has it too, and [`ComponentSummary`] writes it.
///
/// With an `expect_fingerprint` of its own, a confluence, a module or the ticket issuer reports a drift where it happened.
///
/// # Messages
///
/// One build reports every fault in the text of a block, each at the token at fault, with a code. If the text has no
/// fault, rustc checks the imported values and reports each import that breaks a rule. If two components clash, the
/// message is at the second.
///
/// | code | fault |
/// |---|---|
/// | C01 | drift: the fingerprint differs from `expect_fingerprint` |
/// | C02 | `expect_fingerprint` is missing |
/// | C03 | `expect_fingerprint = _` |
/// | C04 | an id of the wrong length |
/// | C05 | a character that is not a lower-case hex digit |
/// | C06 | an id without `0x` |
/// | C07 | the same id, name or const name twice |
/// | C08 | an unknown key, kind or requirement |
/// | C09 | a key that is missing, given twice, or not for this source; an attribute |
/// | C10 | a name in `spans` that is not a citizen of the block |
/// | C11 | a name outside the grammar |
/// | C12 | a module's name on a confluence, an unknown module, a module twice |
/// | C13 | an imported const that differs from its pin |
/// | C14 | a value of the wrong type, an integer out of range |
/// | C15 | no citizen at all; a confluence that spans fewer than two |
/// | C16 | the all-zero id |
/// | C17 | `recognise_issuer(self)` on a confluence, or without a ticket issuer |
/// | C18 | drift of the handshake: its digest differs from `expect_handshake` |
/// | C19 | a token or a declaration in the wrong place |
/// | C20 | `expect_components` is not a summary, or not the summary of the frozen components |
#[cfg(not(any(coalition_check, coalition_read)))]
#[macro_export]
macro_rules! coalition {
    ($($tokens:tt)*) => {
        // The expansion's calls are placed at this `$crate`. With the `;` after it, rustc does not advise users to add one.
        $crate::__private::coalition! { [$crate;] $($tokens)* }
    };
}

/// In a build that `cargo coalition` judges, a block also reports that it was expanded.
#[cfg(all(coalition_check, not(coalition_read)))]
#[macro_export]
macro_rules! coalition {
    ($($tokens:tt)*) => {
        $crate::__private::coalition! { [$crate; check] $($tokens)* }
    };
}

/// In a build that `cargo coalition` reads, a block reports its handshake, frozen or not. Code generation always fails.
#[cfg(coalition_read)]
#[macro_export]
macro_rules! coalition {
    ($($tokens:tt)*) => {
        $crate::__private::coalition! { [$crate; read] $($tokens)* }
    };
}

/// Checks a configuration against its frozen fingerprint, and fails the build if they differ.
///
/// The configuration is a const [`CoalitionConfig`], [`ConfluenceConfig`] or [`TicketIssuerConfig`] that was not declared
/// by [`coalition!`]. The build also fails if the configuration breaks a rule, with the message of
/// [`CoalitionConfig::validate`], [`ConfluenceConfig::validate`] or [`TicketIssuerConfig::validate`].
///
/// ```
/// # use coalition::{AclComposition, TicketIssuerConfig, assert_fingerprint};
/// const TICKETS: TicketIssuerConfig<'static> =
///     TicketIssuerConfig { name: "oplabs.tickets", acl: AclComposition::OPEN };
///
/// assert_fingerprint!(TICKETS, "0xd48d80f0e3255a6bf49c2974f6e71da0f045614cf0b0563c24a028fdb215d491");
/// ```
#[cfg(not(coalition_read))]
#[macro_export]
macro_rules! assert_fingerprint {
    ($($tokens:tt)*) => {
        $crate::__private::assert_fingerprint! { [$crate;] $($tokens)* }
    };
}

/// In a build that `cargo coalition` reads, nothing is compared with a fingerprint. Code generation always fails.
#[cfg(coalition_read)]
#[macro_export]
macro_rules! assert_fingerprint {
    ($($tokens:tt)*) => {
        $crate::__private::assert_fingerprint! { [$crate; read] $($tokens)* }
    };
}

#[rustfmt::skip] // It is generated.
mod keys;

/// Links the words of a block to their documentation, for rust-analyzer. It sets `cfg(rust_analyzer)` only for the crates
/// of a workspace, and `cfg(miri)` for all crates.
///
/// Every list ends with `end`, so that there is a path to complete before the user has typed a word.
#[cfg(any(rust_analyzer, miri))]
#[doc(hidden)]
#[macro_export]
macro_rules! __block {
    ({ $($kind:ident $meant:ident { $($key:ident)* } [$($name:ident)*])* } $($tokens:tt)*) => {
        $(const _: () = {
            let _ = $crate::__private::keys::kinds::$kind;
            $(let _ = $crate::__private::keys::$meant::$key;)*
            let _ = $crate::__private::keys::$meant::end;
            $(let _ = $name;)*
            let _ = ();
        };)*
        const _: () = {
            let _ = $crate::__private::keys::kinds::end;
        };
        $($tokens)*
    };
}

/// Discards the words of a block, which are one token, and keeps its expansion.
#[cfg(not(any(rust_analyzer, miri)))]
#[doc(hidden)]
#[macro_export]
macro_rules! __block {
    ($words:tt $($tokens:tt)*) => { $($tokens)* };
}

/// Items that expansions name. Nothing else may use them.
#[doc(hidden)]
pub mod __private {
    pub use crate::__block as block;
    pub use ::core::option::Option::{None, Some};
    pub use coalition_checks::__private::*;
    pub use coalition_core::__private::*;
    pub use coalition_handshake::__private::*;
    pub use coalition_macros::{assert_fingerprint, coalition, items};

    /// Exists only under `--cfg coalition_read`. Unchecked expansions name it, so they cannot compile in a normal build.
    #[cfg(coalition_read)]
    pub mod read {
        pub use coalition_handshake::__private::{panic_length, panic_unchecked, panic_with_handshake};

        /// The type of a const for which code generation always fails.
        pub type NeverLinked = ();
    }

    /// The macro under the name that users write, because some rustc errors name it.
    pub mod placed {
        pub use coalition_macros::placed as coalition;
    }

    pub mod keys {
        pub use crate::keys::*;
    }
}
