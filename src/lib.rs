#![doc = include_str!("readme_links.md")]
#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![no_std]
#![forbid(unsafe_code)]

#[doc(inline)]
pub use coalition_core::*;
#[doc(inline)]
pub use coalition_handshake::*;

/// `LatticeConfig` and `UNIVERSE` under the name that the operators' runbook imports them from.
pub mod builder {
    pub use coalition_core::{LatticeConfig, UNIVERSE};
}

/// Declares one coalition: derives its `COALITION_ROOT` while compiling, emits it as consts, and fails the build where
/// it differs from the frozen fingerprint.
///
/// Every declaration has the same shape, so there is one rule to learn:
///
/// ```text
/// [doc comments]  kind  CONST_NAME = source  { key = value, … }      (or `;` instead of an empty block)
/// ```
///
/// `coalition` comes first, once; its visibility holds for every emitted const. The others follow in any order, but
/// the order within lattices, within organisms, and within confluences and modules is part of the identity. A source
/// that is a string declares the component here; a path imports a `const` of the matching type.
///
/// What is emitted are items, so a block stands where items stand, in a module or as a statement of a function, and is no
/// expression: `let config = coalition! { … }` does not build. Two blocks that share a const name, of a citizen that
/// belongs to both coalitions, say, need a `mod` for each.
///
/// | kind | keys | emits |
/// |---|---|---|
/// | `coalition` | `expect_fingerprint`, `expect_components`, `expect_handshake`, `peers`, `change_channel`, `handshake` | `NAME:` [`CoalitionConfig`], `NAME_ROOT:` [`UniqueId`], `NAME_HANDSHAKE:` [`Handshake`], the embedded check |
/// | `lattice` | `stable_id`, `content_hash`, `ticket_root`, `handshake` | `NAME:` [`LatticeConfig`] |
/// | `organism` | `role`, `stable_id`, `content_hash`, `ticket_root`, `handshake`; imported: `name` | `NAME:` [`OrganismRef`] |
/// | `confluence` | `spans`, `content`, `acl`, `state_machine`, `handshake`, `expect_fingerprint` | `NAME:` [`ConfluenceConfig`] |
/// | `module` | as `confluence`, and `roster` | `NAME:` [`ConfluenceConfig`] |
/// | `ticket_issuer` | `acl`, `handshake`, `expect_fingerprint` | `NAME:` [`TicketIssuerConfig`] |
///
/// # Values
///
/// - An id is `"0x"` and 64 hex digits in lower case (an `MR_TD` 96), as its operator published it. The all-zero id is
///   refused.
/// - A name is `[a-z0-9]+(-[a-z0-9]+)*` joined by `.`, at most 64 bytes; a coalition's has two parts or more.
/// - `spans` lists citizens of the block by const name; a confluence spans two or more. A module that leaves it out
///   spans every citizen in declared order.
/// - `content = { window_ms = 500, schema = "bundle-v1", strict = true, policy = id("0x…") }`: unsigned 64-bit
///   integers, text, booleans, 32-byte ids.
/// - `acl = [recognise_issuer("0x…"), require_mrtd("0x…"), require_validator("0x…")]`; a module of a coalition that
///   has a ticket issuer may also write `recognise_issuer(self)`.
/// - Modules are `"atlas"`, `"almanac"`, `"chronicle"` and `"compute"`, each at most once.
/// - Doc comments reach the emitted consts. Other attributes are refused: under `#[cfg]` one declaration would have
///   several fingerprints.
///
/// # Imports and pins
///
/// Operators publish their citizens as `const`s in crates of their own:
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
/// Lattices, organisms, confluences, modules and the ticket issuer are imported alike, and mix freely with what is
/// declared here; an id may be the path of a `UniqueId` const. A macro sees no values of other crates, so rustc derives
/// such a coalition and makes the same checks, with the same words, in const evaluation.
///
/// On an import the keys of its identity are pins, and the build fails with C13 where the const differs: `stable_id`
/// and `content_hash` of a citizen, `expect_fingerprint` of a confluence, a module or the ticket issuer. An organism
/// that pins its `stable_id` is pinned whole: without a `content_hash` beside it, it must have none. Where every import
/// is pinned the root is derived while expanding.
///
/// A coalition itself is one declaration: it cannot be imported and extended. Check a whole configuration that comes
/// from elsewhere with [`assert_fingerprint!`].
///
/// # The handshake
///
/// `NAME_HANDSHAKE` is what an operator publishes: the configuration with `peers`, `change_channel`, links
/// (`handshake = "https://…"`), ticket-issuance roots, state-machine signatures, and the doc comments as descriptions.
/// [`Handshake::markdown`] writes the page, [`Handshake::release_notes_entry`] the entry for `release-notes.md`.
/// `expect_handshake` pins [`Handshake::digest`], which covers all of it: the root is the identity, and the digest pins
/// the whole declaration. It is required where a lattice pins its `content_hash`, which the root does not cover.
///
/// # The fingerprint
///
/// `expect_fingerprint` is required. `_` stands for "not frozen yet"; it too fails the build, and says the value:
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
/// `expect_components` is optional: a summary of what was frozen. It pins nothing. From it, the message of a drift names
/// every component that is not the frozen one. The messages that say the fingerprint say it too, and
/// [`CoalitionConfig::components`] returns it.
///
/// Confluences, modules and the ticket issuer take an `expect_fingerprint` of their own, so that a drift is found
/// where it happened.
///
/// # Messages
///
/// All faults that the text of a block shows are reported in one build, each at the token at fault, with a code that
/// tools can read. rustc alone sees what an import holds, once the text has no fault. Each import that breaks a rule, and
/// each pin that differs (C13), is then reported where it stands. What two components break together, such as one stable
/// id under two paths (C07), is reported at the second, one pair for each rule.
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
/// | C19 | a token or a declaration that has no place there |
/// | C20 | `expect_components` is not a summary, or not that of what is frozen |
#[cfg(not(any(coalition_check, coalition_read)))]
#[macro_export]
macro_rules! coalition {
    ($($tokens:tt)*) => {
        // rustc takes a `;` behind the call for one that the user wrote, and so does not advise to add one here.
        $crate::__private::coalition!([$crate] $($tokens)*);
    };
}

/// In a build that `cargo coalition` judges, a block also says that it was expanded.
#[cfg(all(coalition_check, not(coalition_read)))]
#[macro_export]
macro_rules! coalition {
    ($($tokens:tt)*) => {
        $crate::__private::coalition!([$crate check] $($tokens)*);
    };
}

/// In a build that `cargo coalition` reads, a block says its handshake, frozen or not. No code can be generated from it.
#[cfg(coalition_read)]
#[macro_export]
macro_rules! coalition {
    ($($tokens:tt)*) => {
        $crate::__private::coalition!([$crate read] $($tokens)*);
    };
}

/// Fails the build where a configuration does not have the fingerprint that was frozen: the check of [`coalition!`]
/// for a [`CoalitionConfig`], a [`ConfluenceConfig`] or a [`TicketIssuerConfig`] that is written by hand or comes whole
/// from elsewhere. It also fails where the configuration breaks a rule, with the words of
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
        $crate::__private::assert_fingerprint!([$crate] $($tokens)*);
    };
}

/// In a build that `cargo coalition` reads, nothing is compared with a fingerprint. No code can be generated from it.
#[cfg(coalition_read)]
#[macro_export]
macro_rules! assert_fingerprint {
    ($($tokens:tt)*) => {
        $crate::__private::assert_fingerprint!([$crate read] $($tokens)*);
    };
}

#[rustfmt::skip] // It is generated.
mod keys;

/// Refers rust-analyzer from the words of a block to what they mean. It sets the first `cfg` for the crates of a
/// workspace alone, and the second for all; Miri itself finds nothing here to run.
///
/// Every list has an end, so that there is a path to complete also where no word stands yet.
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

/// Swallows the words of a block, in one token, and leaves what it stands for.
#[cfg(not(any(rust_analyzer, miri)))]
#[doc(hidden)]
#[macro_export]
macro_rules! __block {
    ($words:tt $($tokens:tt)*) => { $($tokens)* };
}

/// What the macros emit names of, and nothing else may use.
#[doc(hidden)]
pub mod __private {
    pub use crate::__block as block;
    pub use ::core::option::Option::{None, Some};
    pub use coalition_core::__private::*;
    pub use coalition_handshake::__private::*;
    pub use coalition_macros::{assert_fingerprint, coalition, items};

    /// What expansions without checks name. It exists under `--cfg coalition_read` alone, so there is no such expansion in
    /// any other build.
    #[cfg(coalition_read)]
    pub mod read {
        pub use coalition_handshake::__private::{report_length, stop, unchecked};

        /// A const of which no code can be generated.
        pub type NeverLinked = ();
    }

    /// rustc names the macro of an expansion in some errors: by the name that the user wrote.
    pub mod placed {
        pub use coalition_macros::placed as coalition;
    }

    pub mod keys {
        pub use crate::keys::*;
    }
}
