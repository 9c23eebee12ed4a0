//! The section of the page that says how to verify it.

use core::fmt;

use super::Piece::{Code, Text};
use super::{Part, Piece, Renderer, paragraph, pieces, within};
use crate::Handshake;

const FINGERPRINT: &str = "COALITION_ROOT: the coalition's name; the stable ids of lattices and organisms, in order; \
     the pinned content hashes of organisms; the name, spanned citizens, content and access rules (with their MR_TDs) \
     of each confluence and module; the name and access rules of the ticket issuer";

const HANDSHAKE: &str = "the handshake digest: all of the above with the kinds told apart, and what COALITION_ROOT does \
     not cover: roles, names of citizens and consts, content hashes of lattices, ticket-issuance roots, state-machine \
     signatures, descriptions, links, peers and the change channel";

pub(super) fn verify(out: &mut dyn Renderer, handshake: &Handshake<'_>) -> fmt::Result {
    let imports = if handshake.confluences.iter().any(|profile| profile.import.is_some()) {
        " It imports from crates of other operators: your crate depends on those too."
    } else {
        ""
    };
    within(out, Part::Steps, |out| {
        let mut number = 0;
        let mut step = |content: &[Piece<'_>]| {
            number += 1;
            within(out, Part::Step(number), |out| pieces(out, content))
        };
        step(&[
            Text(&"Paste the block below into a crate that depends on the crate "),
            Code(&"coalition"),
            Text(&", after "),
            Code(&"use coalition::coalition;"),
            Text(&"."),
            Text(&imports),
        ])?;
        step(&[Text(
            &"Build. COALITION_ROOT and the handshake digest are derived from what you pasted and compared with its \
              two pins. Any difference fails the build, and the message says what differs.",
        )])?;
        step(&[Text(
            &"Compare the ids of the citizens with their operators' own handshakes. The pins prove that you hold this \
              page's declaration. Only the operators can say that the ids are theirs.",
        )])?;
        step(&[
            Text(&"Open handles with "),
            Code(&format_args!("{}_ROOT", handshake.ident)),
            Text(&" and "),
            Code(&handshake.ident),
            Text(&"."),
        ])
    })?;
    within(out, Part::Table(&["pin", "what it covers"]), |out| {
        [("expect_fingerprint", FINGERPRINT), ("expect_handshake", HANDSHAKE)].iter().try_for_each(
            |(pin, covered)| {
                within(out, Part::Row, |out| {
                    within(out, Part::Cell("pin"), |out| out.code(pin))?;
                    within(out, Part::Cell("what it covers"), |out| out.text(covered))
                })
            },
        )
    })?;
    let advice =
        "Do not edit a pin to make a build pass: compare with this page, and watch the change channel.";
    paragraph(out, &[Text(&advice)])
}
