//! The guide in `docs/`, so that rustdoc compiles its Rust blocks.
#![allow(clippy::doc_markdown, reason = "the guide is prose")]

#[doc = include_str!("../../../../docs/why.md")]
mod why {}
#[doc = include_str!("../../../../docs/operators.md")]
mod operators {}
#[doc = include_str!("../../../../docs/integrators.md")]
mod integrators {}
#[doc = include_str!("../../../../docs/language.md")]
mod language {}
#[doc = include_str!("../../../../docs/messages.md")]
mod messages {}
#[doc = include_str!("../../../../docs/derivation.md")]
mod derivation {}
#[doc = include_str!("../../../../docs/coverage.md")]
mod coverage {}
#[doc = include_str!("../../../../docs/architecture.md")]
mod architecture {}
#[doc = include_str!("../../../../docs/evidence.md")]
mod evidence {}
