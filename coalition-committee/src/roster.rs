//! The committee's roster, which its operator publishes.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use coalition_core::UniqueId;
use iroh_base::{EndpointAddr, PublicKey, TransportAddr};

/// The members of a committee, and their addresses.
///
/// As text, a roster has a line for each member: its peer id in hex, then its addresses, separated by spaces. An address is a
/// socket address or the URL of a relay. Empty lines and comments, which begin with `#`, are ignored. mosaik looks up a
/// member without an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roster(Vec<EndpointAddr>);

impl Roster {
    /// Creates a roster of these members.
    ///
    /// # Errors
    ///
    /// Returns a [`RosterError`] if there is no member, or one twice.
    pub fn new(members: impl IntoIterator<Item = EndpointAddr>) -> Result<Self, RosterError> {
        let members: Vec<EndpointAddr> = members.into_iter().collect();
        if members.is_empty() {
            return Err(RosterError::Empty);
        }
        let mut ids = BTreeSet::new();
        for member in &members {
            if !ids.insert(member.id) {
                return Err(RosterError::Twice(member.id));
            }
        }
        Ok(Self(members))
    }

    /// Returns the members, in order.
    #[must_use]
    pub fn members(&self) -> &[EndpointAddr] {
        &self.0
    }

    /// Returns `true` if this peer is a member.
    #[must_use]
    pub fn contains(&self, peer: &PublicKey) -> bool {
        self.0.iter().any(|member| member.id == *peer)
    }

    /// Returns the number of members that are more than half: two of three.
    #[must_use]
    pub fn majority(&self) -> usize {
        self.0.len() / 2 + 1
    }

    /// Returns a digest of the members' ids, by which members compare their rosters.
    #[must_use]
    pub fn digest(&self) -> UniqueId {
        let mut ids: Vec<_> = self.0.iter().map(|member| *member.id.as_bytes()).collect();
        ids.sort_unstable();
        UniqueId::from_bytes(*blake3::hash(ids.as_flattened()).as_bytes())
    }
}

impl FromStr for Roster {
    type Err = RosterError;

    fn from_str(text: &str) -> Result<Self, RosterError> {
        let mut members = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let line = line.split('#').next().unwrap_or_default();
            let mut words = line.split_whitespace();
            let Some(id) = words.next() else { continue };
            let fault = |what: &str, word: &str| RosterError::Line {
                line: index + 1,
                fault: format!("`{word}` is not a {what}"),
            };
            let id = id.parse().map_err(|_| fault("peer id, which is 64 hex digits", id))?;
            let addresses = words
                .map(|word| {
                    address(word).ok_or_else(|| fault("socket address, nor an http:// or https:// URL", word))
                })
                .collect::<Result<Vec<_>, _>>()?;
            members.push(EndpointAddr::from_parts(id, addresses));
        }
        Self::new(members)
    }
}

fn address(word: &str) -> Option<TransportAddr> {
    if word.starts_with("http://") || word.starts_with("https://") {
        return word.parse().ok().map(TransportAddr::Relay);
    }
    word.parse().ok().map(TransportAddr::Ip)
}

/// Writes the text form, which reads back as the same roster.
impl fmt::Display for Roster {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for member in &self.0 {
            write!(f, "{}", member.id)?;
            for url in member.relay_urls() {
                write!(f, " {url}")?;
            }
            for socket in member.ip_addrs() {
                write!(f, " {socket}")?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

/// The reason why a roster is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RosterError {
    /// It names no member.
    #[error("the roster names no member; write a line for each: its peer id, then its addresses")]
    Empty,
    /// It names a member twice.
    #[error("the roster names {0} twice; a member stands in one line")]
    Twice(PublicKey),
    /// A line cannot be read.
    #[error("line {line} of the roster: {fault}")]
    Line {
        /// The number of the line, from 1.
        line: usize,
        /// The reason.
        fault: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c";
    const OTHER: &str = "ed4928c628d1c2c6eae90338905995612959273a5c63f93636c14614ac8737d1";

    #[test]
    fn reads_what_it_writes() {
        let text = format!(
            "# ours\n{ID} http://relay.example/ 192.0.2.1:4400\n\n{OTHER} [2001:db8::1]:4400 # two\n"
        );
        let roster: Roster = text.parse().expect("a roster");
        assert_eq!(roster.members().len(), 2);
        assert_eq!(roster.to_string().parse(), Ok(roster));
    }

    #[test]
    fn more_than_half_are_a_majority() {
        let key = |byte| iroh_base::SecretKey::from_bytes(&[byte; 32]).public();
        for (members, majority) in [(1, 1), (2, 2), (3, 2), (4, 3), (5, 3)] {
            let roster =
                Roster::new((0..members).map(|byte| EndpointAddr::new(key(byte)))).expect("a roster");
            assert_eq!(roster.majority(), majority, "of {members}");
        }
    }

    #[test]
    fn says_which_word_of_which_line_is_wrong() {
        let said = |text: &str| text.parse::<Roster>().expect_err("a fault").to_string();
        assert_eq!(said("# nobody"), RosterError::Empty.to_string());
        assert_eq!(
            said("\nmember-1"),
            "line 2 of the roster: `member-1` is not a peer id, which is 64 hex digits"
        );
        assert_eq!(
            said(&format!("{ID} relay.example")),
            "line 1 of the roster: `relay.example` is not a socket address, nor an http:// or https:// URL"
        );
        assert_eq!(
            said(&format!("{ID}\n{ID}")),
            format!("the roster names {ID} twice; a member stands in one line")
        );
    }
}
