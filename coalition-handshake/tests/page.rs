//! The handshake page: it has everything from Step 7 of the runbook, and no text escapes its place.

mod support;

use coalition_core::{Module, OrganismRef, UniqueId};
use coalition_handshake::Handshake;
use support::mutations::MUTATIONS;
use support::{assert_kept, leak, rich};

/// The kept text of the whole page, with citizens of other coalitions and another description.
#[test]
fn is_as_it_is_kept() {
    let mut spanning = rich();
    let mut confluences = spanning.coalition.confluences.to_vec();
    let elsewhere = UniqueId::from_bytes([0xee; 32]);
    let mut lattices = confluences[0].lattices.to_vec();
    lattices[1].stable_id = elsewhere;
    let mut organisms = confluences[0].organisms.to_vec();
    organisms[0].stable_id = elsewhere;
    (confluences[0].lattices, confluences[0].organisms) = (leak(lattices), leak(organisms));
    spanning.coalition.confluences = leak(confluences);
    spanning.description = "What a doc comment holds:\ta tab.\nWhat it does not: \r or \u{200b}.";
    let page = spanning.markdown().to_string();
    let spans = page.lines().find(|line| line.starts_with("| spans |")).expect("what it spans");
    let (_, block) = page.split_once("coalition! {\n").expect("a block");
    let (docs, _) = block.split_once("    pub ").expect("a description");
    let pages = format!("{}\n{spans}\n\n{docs}", rich().markdown());
    assert_kept("page/rich.md", include_str!("page/rich.md"), &pages);
}

#[test]
fn every_id_stands_in_full() {
    let handshake = rich();
    let page = handshake.markdown().to_string();
    let coalition = &handshake.coalition;
    let mut ids = vec![coalition.coalition_root(), handshake.digest(), coalition_core::UNIVERSE];
    ids.extend(coalition.ticket_issuer_root());
    ids.extend(coalition.ticket_issuer.map(|issuer| issuer.fingerprint()));
    ids.extend(Module::ALL.iter().filter_map(|module| coalition.module_root(*module)));
    ids.extend(coalition.confluences.iter().map(coalition_core::ConfluenceConfig::fingerprint));
    for card in handshake.citizen_cards() {
        ids.extend([Some(card.stable_id), card.content_hash, card.ticket_root].into_iter().flatten());
    }
    ids.extend(handshake.confluences.iter().filter_map(|profile| profile.state_machine));
    for id in ids {
        assert!(page.contains(&format!("`{id}`")), "{id}");
    }
    for mrtd in handshake.confluence_cards().flat_map(|card| card.mrtds()) {
        assert!(page.contains(&format!("| MR_TDs | `{mrtd}` |")), "{mrtd}");
    }
}

/// A roster is shown instead of the missing `MR_TD`s, or below those that there are.
#[test]
fn a_roster_stands_in_for_an_mrtd() {
    let roster = "| committee roster | [superchain.example/roster";
    let not_gated = "| MR_TDs | none: not gated by TDX |\n";
    let page = rich().markdown().to_string();
    assert!(page.contains(roster));
    let [atlas, chronicle] = ["### module atlas", "### module chronicle"].map(|heading| {
        let (_, section) = page.split_once(heading).expect("a section");
        section.split("\n#").next().expect("a section").to_owned()
    });
    assert!(atlas.contains(not_gated) && !atlas.contains(roster), "{atlas}");
    assert!(chronicle.contains(roster) && !chronicle.contains("MR_TDs"), "{chronicle}");
    let mut gated = rich();
    let mut confluences = gated.coalition.confluences.to_vec();
    confluences[2].acl = confluences[0].acl;
    gated.coalition.confluences = leak(confluences);
    let page = gated.markdown().to_string();
    let (_, section) = page.split_once("### module chronicle").expect("a section");
    let mrtd = section.find("| MR_TDs | `0x").expect("an MR_TD");
    assert!(section.find(roster).is_some_and(|roster| mrtd < roster), "{section}");
}

#[test]
fn every_module_is_shipped_or_not() {
    let page = rich().markdown().to_string();
    for line in [
        "| atlas | shipped | `0x",
        "| almanac | not shipped |",
        "| chronicle | shipped | `0x",
        "| compute | not shipped |",
    ] {
        assert!(page.contains(line), "{line}");
    }
}

#[test]
fn what_there_is_not_is_said_too() {
    let mut handshake = rich();
    handshake.coalition.confluences = &[];
    handshake.confluences = &[];
    (handshake.coalition.ticket_issuer, handshake.ticket_issuer) = (None, None);
    (handshake.peers, handshake.change_channel) = (&[], None);
    let page = handshake.markdown().to_string();
    for text in [
        "| TICKETS_ROOT | none",
        "The coalition references no confluence.",
        "| atlas | not shipped |",
        "None: the coalition issues no tickets",
        "| change channel | none published |",
        "| initial peers | none published |",
        "(unpinned)",
    ] {
        assert!(page.contains(text), "{text}");
    }
}

/// Every row of a table has as many cells as its header, for any text.
fn check_tables(page: &str) {
    let prose = page.split("## The block to paste").next().expect("a page");
    let mut cells = None;
    for line in prose.lines() {
        let found = line.starts_with('|').then(|| line.matches('|').count());
        if let (Some(cells), Some(found)) = (cells, found) {
            assert_eq!(cells, found, "{line}");
        }
        cells = found;
    }
}

#[test]
fn no_text_breaks_a_table() {
    for awkward in ["a | b", "a\nb", "`", "``", "<script>", "\\|", "a\u{202e}b", "&vert;", "| --- |", "\r\n|"]
    {
        let mut handshake = rich();
        let organism = OrganismRef { role: awkward, ..handshake.coalition.organisms[0] };
        handshake.coalition.organisms = leak(vec![organism, handshake.coalition.organisms[1]]);
        handshake.handshake_url = Some("https://a.example/|`<b>\\");
        (handshake.change_channel, handshake.peers) = (Some(awkward), leak(vec![awkward]));
        let page = handshake.markdown().to_string();
        check_tables(&page);
        let prose = page.split("## The block to paste").next().expect("a page");
        assert!(
            !prose.contains("<script>") && !prose.contains('\u{202e}') && !prose.contains('\r'),
            "{awkward}"
        );
    }
    for (_, mutate) in MUTATIONS {
        let mut handshake = rich();
        mutate(&mut handshake);
        check_tables(&handshake.markdown().to_string());
    }
}

/// A description stays in its quote, and the block between fences that nothing in it closes.
#[test]
fn no_description_leaves_its_quote() {
    for description in
        ["```\nopen", "a\r```\rb", "~~~~\n<!--", "`````` six", "\n\n# Heading\n\n", "</blockquote>\n\n- x"]
    {
        let handshake = Handshake { description, ..rich() };
        let page = handshake.markdown().to_string();
        let (prose, block) = page.split_once("## The block to paste\n\n").expect("a page");
        assert!(!prose.lines().any(|line| line.starts_with("```") || line.starts_with("~~~")), "{page}");
        assert_eq!(prose.lines().filter(|line| line.starts_with("# ")).count(), 1);
        let fence = block.lines().next().and_then(|line| line.strip_suffix("rust")).expect("a fence");
        assert_eq!(block.matches(fence).count(), 2, "{block}");
        assert!(block.ends_with(&format!("}}\n{fence}\n")), "{block}");
    }
}
