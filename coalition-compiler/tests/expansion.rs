//! The whole expansions of two blocks, compared with files in `expansion/`. One declares everything, the other imports.
//! `BLESS=1` writes the files: read the difference before you commit it.

#![allow(clippy::format_push_string, reason = "a snapshot is written once")]

mod support;

use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use support::expand;

#[test]
fn of_declarations() {
    compare("declared", DECLARED);
}

#[test]
fn of_imports() {
    compare("imported", IMPORTED);
}

#[test]
fn of_a_fault() {
    compare("fault", &DECLARED.replacen("spans = [ETHEREUM_MAINNET", "spans = [ETHEREUM", 1));
}

fn compare(name: &str, block: &str) {
    let mut found = String::new();
    lines(expand(block), 0, &mut found);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expansion").join(name).with_extension("txt");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &found).expect("the expansion can be written");
    }
    let kept = std::fs::read_to_string(&path).expect("the expansion can be read");
    assert!(found == kept, "{} is stale: run `BLESS=1 cargo test --test expansion`\n{found}", path.display());
}

/// One statement, field or attribute a line.
fn lines(tokens: TokenStream, depth: usize, text: &mut String) {
    let mut line = TokenStream::new();
    let end = |line: &mut TokenStream, open: &str, text: &mut String| {
        let written = format!("{} {open}", std::mem::take(line));
        *text += &format!("{}{}\n", "    ".repeat(depth), written.trim());
    };
    for token in tokens {
        match &token {
            TokenTree::Group(group)
                if group.delimiter() == Delimiter::Brace && !group.stream().is_empty() =>
            {
                end(&mut line, "{", text);
                lines(group.stream(), depth + 1, text);
                *text += &format!("{}}}\n", "    ".repeat(depth));
                continue;
            }
            // The items are in an attribute.
            TokenTree::Group(group) if group.to_string().contains(":: items {") => {
                lines(group.stream(), depth, text);
                continue;
            }
            TokenTree::Punct(punct) if punct.as_char() == '#' && !line.is_empty() => end(&mut line, "", text),
            _ => {}
        }
        let is_end = match &token {
            TokenTree::Punct(punct) => matches!(punct.as_char(), ';' | ','),
            TokenTree::Group(group) => group.delimiter() == Delimiter::Bracket && line.to_string() == "#",
            _ => false,
        };
        line.extend([token]);
        if is_end {
            end(&mut line, "", text);
        }
    }
    if !line.is_empty() {
        end(&mut line, "", text);
    }
}

const DECLARED: &str = r#"
    /// The Ethereum superchain coalition.
    ///
    /// Its second paragraph.
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" {
        expect_fingerprint = _,
        expect_handshake = "0x0101010101010101010101010101010101010101010101010101010101010101",
        peers = ["one", "two"],
        change_channel = "https://superchain.example/changes",
        handshake = "https://superchain.example",
    }
    /// The chain.
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" {
        stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036",
        content_hash = "0x0202020202020202020202020202020202020202020202020202020202020202",
        ticket_root = "0x0303030303030303030303030303030303030303030303030303030303030303",
        handshake = "https://ethereum.example",
    }
    lattice UNICHAIN_MAINNET = "unichain.mainnet" {
        stable_id = "0x647ce2c73708362b72f47f2027d12695f4cc53560a2828fd04b75f24aa8e6e5c",
    }
    organism EUR_PRICE_FEED = "price-feed.eur" {
        role = "oracle",
        stable_id = "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe",
        content_hash = "0x0b35e87b97a0bd2a4a5263ad86ff4dd14e26484fb48286d9de1ef269828b34c3",
        ticket_root = "0x0404040404040404040404040404040404040404040404040404040404040404",
        handshake = "https://feeds.example/eur",
    }
    /// Pairs bundles across the two chains.
    confluence PAIRED_BUNDLES = "paired-bundles" {
        spans = [ETHEREUM_MAINNET, UNICHAIN_MAINNET],
        content = {
            window_ms = 500,
            schema = "bundle-v1",
            strict = true,
            policy = id("0x0505050505050505050505050505050505050505050505050505050505050505"),
            other = id(elsewhere::POLICY),
        },
        acl = [
            recognise_issuer("0x0606060606060606060606060606060606060606060606060606060606060606"),
            require_mrtd("0x070707070707070707070707070707070707070707070707070707070707070707070707070707070707070707070707"),
            require_validator("0x0808080808080808080808080808080808080808080808080808080808080808"),
            require_mrtd(elsewhere::MRTD),
        ],
        state_machine = "0x0909090909090909090909090909090909090909090909090909090909090909",
        handshake = "https://pairs.example",
        expect_fingerprint = "0x0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a",
    }
    module SUPERCHAIN_ATLAS = "atlas" { acl = [recognise_issuer(self)] }
    /// Its tickets.
    ticket_issuer SUPERCHAIN_TICKETS = "superchain.tickets" {
        acl = [recognise_issuer("0x0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b")],
        handshake = "https://tickets.example",
        expect_fingerprint = "0x0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c",
    }
"#;

const IMPORTED: &str = r#"
    coalition SIGNALS = "signals.euro-fx" {
        expect_fingerprint = "0x0101010101010101010101010101010101010101010101010101010101010101",
        expect_handshake = _,
    }
    lattice PINNED = ::unichain_handshake::MAINNET {
        stable_id = "0x0202020202020202020202020202020202020202020202020202020202020202",
        content_hash = "0x0303030303030303030303030303030303030303030303030303030303030303",
    }
    lattice UNPINNED = base_handshake::MAINNET;
    organism FEED = feeds::EUR {
        name = "price-feed.eur",
        stable_id = "0x0404040404040404040404040404040404040404040404040404040404040404",
        ticket_root = feeds::TICKETS,
    }
    confluence PAIRED = pairs::PAIRED {
        expect_fingerprint = "0x0505050505050505050505050505050505050505050505050505050505050505",
        state_machine = pairs::MACHINE,
    }
    module ATLAS = atlas::ATLAS;
    ticket_issuer TICKETS = tickets::ISSUER {
        expect_fingerprint = "0x0606060606060606060606060606060606060606060606060606060606060606",
    }
"#;
