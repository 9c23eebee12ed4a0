//! The handshake page.

mod citizens;
mod fence;
mod services;
mod text;

use core::fmt::{self, Formatter};

use coalition_core::{SCHEMA_VERSION_U8, UNIVERSE, UniqueId};

use crate::Handshake;
use fence::Fence;
pub(super) use text::{Code, Plain};
use text::{Link, Quote};

/// The handshake page in Markdown: what [`Handshake::markdown`] returns, written by `Display`.
#[derive(Clone, Copy, Debug)]
pub struct Page<'h, 'a>(&'h Handshake<'a>);

impl<'a> Handshake<'a> {
    /// The page to publish, in Markdown with the tables of GitHub: Step 7 of the operators' runbook.
    ///
    /// It names the identities, the citizens in Step 1's columns, the confluences, the modules that are shipped and
    /// those that are not, the ticket issuer, peers, the change channel and how to verify, and it ends with the
    /// `coalition!` block to paste: the page's one fenced code block outside a quote, with both pins filled in. Every
    /// id stands in full. Descriptions are the operator's Markdown, each in a quote that it cannot leave; all other
    /// text is escaped.
    ///
    /// The block declares this very handshake where the handshake keeps the rules of `coalition!`, as one that
    /// the macro emitted does, and every spanned citizen of a confluence without an `import` is one of the
    /// coalition's, pins and all.
    #[must_use]
    pub const fn markdown(&self) -> Page<'_, 'a> {
        Page(self)
    }
}

impl fmt::Display for Page<'_, '_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let handshake = self.0;
        let root = handshake.coalition.coalition_root();
        identities(f, handshake, root)?;
        citizens::citizens(f, handshake)?;
        services::confluences(f, handshake, root)?;
        services::modules(f, handshake, root)?;
        services::ticket_issuer(f, handshake, root)?;
        reach(f, handshake)?;
        verify(f, handshake)?;
        write!(f, "\n## The block to paste\n\n{}", Fence(handshake))
    }
}

fn identities(f: &mut Formatter<'_>, handshake: &Handshake<'_>, root: UniqueId) -> fmt::Result {
    writeln!(f, "# {}", Plain(handshake.coalition.name))?;
    write!(f, "{}", Quote(handshake.description))?;
    writeln!(f, "\n| identity | value |")?;
    writeln!(f, "|---|---|")?;
    writeln!(f, "| COALITION_ROOT | `{root}` |")?;
    writeln!(f, "| handshake digest | `{}` |", handshake.digest())?;
    match handshake.coalition.ticket_issuer {
        Some(_) => writeln!(f, "| TICKETS_ROOT | `{}` |", root.derive("tickets"))?,
        None => writeln!(f, "| TICKETS_ROOT | none: the coalition has no ticket issuer |")?,
    }
    writeln!(f, "| universe (`mosaik.universe`) | `{UNIVERSE}` |")?;
    writeln!(f, "| schema version | {SCHEMA_VERSION_U8} |")?;
    writeln!(f, "| const | {} |", Code(handshake.ident))?;
    match handshake.handshake {
        Some(link) => writeln!(f, "| published at | {} |", Link(link)),
        None => Ok(()),
    }
}

/// How to reach the coalition and its operator.
fn reach(f: &mut Formatter<'_>, handshake: &Handshake<'_>) -> fmt::Result {
    writeln!(f, "\n## Initial peers on the shared universe\n")?;
    if handshake.peers.is_empty() {
        writeln!(f, "None are published.")?;
    }
    for peer in handshake.peers {
        writeln!(f, "- {}", Code(peer))?;
    }
    writeln!(f, "\n## Change channel\n")?;
    match handshake.change_channel {
        Some(channel) => writeln!(f, "Changes are announced at {}.", Link(channel)),
        None => writeln!(f, "None is published."),
    }
}

fn verify(f: &mut Formatter<'_>, handshake: &Handshake<'_>) -> fmt::Result {
    let ident = handshake.ident;
    writeln!(f, "\n## How to verify\n")?;
    writeln!(
        f,
        "1. Paste the block below into a crate that depends on the crate `coalition`, after `use coalition::coalition;`."
    )?;
    if handshake.confluences.iter().any(|profile| profile.import.is_some()) {
        writeln!(f, "   It imports from the crates of other operators: the crate depends on those too.")?;
    }
    writeln!(
        f,
        "2. Build. COALITION_ROOT and the handshake digest are derived from what you pasted and held against its two pins.
   Any difference fails the build, and the message says what differs.
3. Compare the ids of the citizens with their operators' own handshakes. The pins prove that you hold this page's
   declaration; that the ids are the operators', only the operators can say.
4. Open handles with {root} and {config}.

| pin | what it covers |
|---|---|
| `expect_fingerprint` | COALITION_ROOT: the coalition's name; the stable ids of lattices and organisms, in order, and \
         the content hashes that are pinned for organisms; of each confluence and module its name, the citizens that \
         it spans, its content and its access rules with their MR_TDs; the ticket issuer's name and access rules |
| `expect_handshake` | the handshake digest: all of the above with the kinds told apart, and what COALITION_ROOT does \
         not cover: roles, the names of citizens, the content hashes of lattices, ticket-issuance roots, \
         state-machine signatures, descriptions, links, peers, the change channel and the names of the consts |

Do not edit a pin to make a build pass: compare with this page, and watch the change channel.",
        root = Code(format_args!("{ident}_ROOT")),
        config = Code(ident),
    )
}
