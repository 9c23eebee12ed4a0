#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]

#[doc(inline)]
pub use coalition_core::*;

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
/// that is a string declares the component here.
///
/// | kind | keys | emits |
/// |---|---|---|
/// | `coalition` | `expect_fingerprint` | `NAME:` [`CoalitionConfig`], `NAME_ROOT:` [`UniqueId`], the embedded check |
/// | `lattice` | `stable_id`, `content_hash` | `NAME:` [`LatticeConfig`] |
/// | `organism` | `role`, `stable_id`, `content_hash` | `NAME:` [`OrganismRef`] |
/// | `confluence` | `spans`, `content`, `acl`, `expect_fingerprint` | `NAME:` [`ConfluenceConfig`] |
/// | `module` | as `confluence` | `NAME:` [`ConfluenceConfig`] |
/// | `ticket_issuer` | `acl`, `expect_fingerprint` | `NAME:` [`TicketIssuerConfig`] |
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
/// Confluences, modules and the ticket issuer take an `expect_fingerprint` of their own, so that a drift is found
/// where it happened.
///
/// # Messages
///
/// All faults of a block are reported in one build, each at the token at fault, with a code that tools can read:
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
/// | C14 | a value of the wrong type, an integer out of range |
/// | C15 | no citizen at all; a confluence that spans fewer than two |
/// | C16 | the all-zero id |
/// | C17 | `recognise_issuer(self)` on a confluence, or without a ticket issuer |
/// | C19 | a token or a declaration that has no place there |
#[macro_export]
macro_rules! coalition {
    ($($tokens:tt)*) => {
        $crate::__private::coalition! { [$crate] $($tokens)* }
    };
}

/// Fails the build where a configuration does not have the fingerprint that was frozen: the check of [`coalition!`]
/// for a [`CoalitionConfig`], a [`ConfluenceConfig`] or a [`TicketIssuerConfig`] that is written by hand or comes whole
/// from elsewhere.
///
/// ```
/// # use coalition::{AclComposition, TicketIssuerConfig, assert_fingerprint};
/// const TICKETS: TicketIssuerConfig<'static> =
///     TicketIssuerConfig { name: "oplabs.tickets", acl: AclComposition::OPEN };
///
/// assert_fingerprint!(TICKETS, "0xd48d80f0e3255a6bf49c2974f6e71da0f045614cf0b0563c24a028fdb215d491");
/// ```
#[macro_export]
macro_rules! assert_fingerprint {
    ($($tokens:tt)*) => {
        $crate::__private::assert_fingerprint! { [$crate] $($tokens)* }
    };
}

/// What the macros emit names of, and nothing else may use.
#[doc(hidden)]
pub mod __private {
    pub use ::core::option::Option::{None, Some};
    pub use coalition_core::__private::*;
    pub use coalition_macros::{assert_fingerprint, coalition};
}
