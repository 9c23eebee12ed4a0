//! A coalition of two lattices and one organism, with a confluence, an Atlas and a ticket issuer.
//!
//! `cargo run --example superchain` prints every identity of it as a table.

use coalition::{CoalitionConfig, Module, UNIVERSE, coalition};

coalition! {
    /// The Ethereum superchain coalition.
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" {
        expect_fingerprint = "0x397b13d49fe6829883ae2e066d8f17b73896c6c9aed93f26ad31b3869ebe5aa9",
        expect_components = "lattices 87136548 647ce2c7 organisms fee3ec1f:0b35e87b confluences
            ed0b4362:9429:fb4a c89b99b0:dd66:0120 ticket_issuer 91c5f189",
    }

    lattice ETHEREUM_MAINNET = "ethereum.mainnet" {
        stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036",
    }
    lattice UNICHAIN_MAINNET = "unichain.mainnet" {
        stable_id = "0x647ce2c73708362b72f47f2027d12695f4cc53560a2828fd04b75f24aa8e6e5c",
    }

    organism EUR_PRICE_FEED = "price-feed.eur" {
        role = "oracle",
        stable_id = "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe",
        content_hash = "0x0b35e87b97a0bd2a4a5263ad86ff4dd14e26484fb48286d9de1ef269828b34c3",
    }

    /// Pairs bundles across the two chains.
    confluence PAIRED_BUNDLES = "paired-bundles" {
        spans = [ETHEREUM_MAINNET, UNICHAIN_MAINNET],
        content = { window_ms = 500, schema = "bundle-v1", strict = true },
    }

    /// The coalition's directory, with one card for each citizen.
    module SUPERCHAIN_ATLAS = "atlas" { acl = [recognise_issuer(self)] }

    ticket_issuer SUPERCHAIN_TICKETS = "superchain.tickets";
}

fn main() {
    print(&ETH_SUPERCHAIN);
}

fn print(coalition: &CoalitionConfig) {
    println!("coalition {}", coalition.name);
    println!("  schema {}, universe {UNIVERSE}\n", coalition::SCHEMA_VERSION_U8);
    row("COALITION_ROOT", "", &coalition.coalition_root());
    match coalition.ticket_issuer_root() {
        Some(root) => row("TICKETS_ROOT", "", &root),
        None => row("TICKETS_ROOT", "", &"no ticket issuer"),
    }

    heading("citizen", "name or role", "stable id");
    for lattice in coalition.lattices {
        row("lattice", lattice.name, &lattice.stable_id);
    }
    for organism in coalition.organisms {
        row("organism", organism.role, &organism.stable_id);
        if let Some(content_hash) = organism.content_hash {
            row("", "  content hash", &content_hash);
        }
    }

    heading("confluence", "name", "fingerprint");
    for confluence in coalition.confluences {
        row(
            if confluence.module().is_some() { "module" } else { "confluence" },
            confluence.name,
            &confluence.fingerprint(),
        );
    }

    heading("module", "name", "identity");
    for module in Module::ALL {
        match coalition.module_root(module) {
            Some(root) => row("ships", module.name(), &root),
            None => row("does not ship", module.name(), &"-"),
        }
    }
}

fn heading(kind: &str, name: &str, id: &str) {
    println!("\n{kind:<14} {name:<17} {id}\n{:-<14} {:-<17} {:-<66}", "", "", "");
}

fn row(kind: &str, name: &str, id: &dyn std::fmt::Display) {
    println!("{kind:<14} {name:<17} {id}");
}
