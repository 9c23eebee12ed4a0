//! The JSON document.

use std::borrow::Cow;

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::signature::SignatureText;
use super::{Header, MemberSignature};

/// A document as it is read. The content keeps its bytes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Document<'d> {
    #[serde(borrow)]
    pub header: &'d RawValue,
    pub signatures: Vec<SignatureText>,
    #[serde(borrow)]
    pub content: &'d RawValue,
}

/// The part of a header that every version of the format has.
#[derive(Deserialize)]
pub(super) struct FormatOnly {
    pub format: u64,
}

#[derive(Serialize)]
struct Written<'d> {
    header: &'d Header,
    signatures: Cow<'d, [MemberSignature]>,
    content: &'d RawValue,
}

/// Writes a snapshot. The same header and signatures give the same bytes, in whatever order the signatures came.
///
/// # Errors
///
/// Returns an error if the content is not JSON, or has space around it.
pub fn assemble(
    header: &Header,
    signatures: &[MemberSignature],
    content: &str,
) -> Result<Bytes, serde_json::Error> {
    let content: &RawValue = serde_json::from_str(content)?;
    let mut signatures = signatures.to_vec();
    signatures.sort_by_key(|signature| signature.member);
    let document = Written { header, signatures: signatures.into(), content };
    serde_json::to_vec(&document).map(Bytes::from)
}
