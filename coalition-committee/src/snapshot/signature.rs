//! Signatures of members.

use data_encoding::HEXLOWER;
use iroh_base::{PublicKey, SecretKey, Signature};
use serde::{Deserialize, Serialize};

use super::Header;

/// A member's signature of a header.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "SignatureText", try_from = "SignatureText")]
pub struct MemberSignature {
    /// The member.
    pub member: PublicKey,
    /// The Ed25519 signature.
    pub signature: Signature,
}

impl MemberSignature {
    /// Signs a header.
    #[must_use]
    pub fn new(header: &Header, key: &SecretKey) -> Self {
        Self { member: key.public(), signature: key.sign(header.signed_text().as_bytes()) }
    }

    /// Returns `true` if the member signed this header.
    #[must_use]
    pub fn is_of(&self, header: &Header) -> bool {
        self.member.verify(header.signed_text().as_bytes(), &self.signature).is_ok()
    }
}

/// A signature as it stands in a document.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SignatureText {
    pub member: String,
    pub signature: String,
}

impl From<MemberSignature> for SignatureText {
    fn from(signature: MemberSignature) -> Self {
        let MemberSignature { member, signature } = signature;
        Self { member: HEXLOWER.encode(member.as_bytes()), signature: HEXLOWER.encode(&signature.to_bytes()) }
    }
}

impl TryFrom<SignatureText> for MemberSignature {
    type Error = &'static str;

    fn try_from(text: SignatureText) -> Result<Self, &'static str> {
        let member = bytes(&text.member).and_then(|bytes| PublicKey::from_bytes(&bytes).ok());
        Ok(Self {
            member: member.ok_or("`member` is not a peer id, which is 64 lower-case hex digits")?,
            signature: signature(&text.signature)
                .ok_or("`signature` is not a signature, which is 128 lower-case hex digits")?,
        })
    }
}

/// Reads a signature from its hex digits.
pub(super) fn signature(text: &str) -> Option<Signature> {
    bytes(text).map(|bytes| Signature::from_bytes(&bytes))
}

fn bytes<const SIZE: usize>(text: &str) -> Option<[u8; SIZE]> {
    let mut bytes = [0; SIZE];
    let fits = HEXLOWER.decode_len(text.len()).is_ok_and(|length| length == SIZE);
    (fits && HEXLOWER.decode_mut(text.as_bytes(), &mut bytes).is_ok()).then_some(bytes)
}
