//! `expect_fingerprint` where it is missing.

mod support;

use support::{ETHEREUM, Folder, pins};

#[test]
fn a_missing_line_is_inserted_in_every_form_of_a_block() {
    let lattice = format!("lattice L = \"l\" {{ stable_id = \"{ETHEREUM}\" }}");
    let blocks = [
        ("a", "pub coalition A = \"a.test\";"),
        ("b", "pub coalition B = \"b.test\" {}"),
        ("c", "pub coalition C = \"c.test\" { peers = [\"x\"] }"),
        ("d", "pub coalition D = \"d.test\" {\n        peers = [\"x\"],\n    }"),
        ("e", "pub coalition E = \"e.test\" {\n    }"),
    ];
    let modules = blocks.map(|(module, head)| {
        format!("pub mod {module} {{ coalition::coalition! {{\n    {head}\n    {lattice}\n}} }}\n")
    });
    let source = modules.concat();
    let folder = Folder::library("insertion", &source);
    folder.coalition("check").code(1).mentions("Unfrozen e.test");
    folder.coalition("freeze --yes").code(0);
    let frozen = folder.read("src/lib.rs");
    let found = pins(&frozen, "expect_fingerprint");
    assert_eq!(found.len(), 5, "{frozen}");
    let lines = |at: usize| {
        format!(
            "        expect_fingerprint = \"{}\",\n        expect_components = \"lattices 87136548\",\n",
            found[at]
        )
    };
    for expected in [
        format!("\"a.test\" {{\n{}    }}\n", lines(0)),
        format!("\"b.test\" {{\n{}    }}\n", lines(1)),
        format!("\"c.test\" {{\n{}        peers = [\"x\"]\n    }}\n", lines(2)),
        format!("\"d.test\" {{\n{}        peers = [\"x\"],\n    }}\n", lines(3)),
        format!("\"e.test\" {{\n{}    }}\n", lines(4)),
    ] {
        assert!(frozen.contains(&expected), "{expected} is not in\n{frozen}");
    }
    folder.coalition("check").code(0);
}

#[test]
fn with_an_import_the_next_build_says_the_value() {
    let source = format!(
        "pub mod operator {{\n    use coalition::{{LatticeConfig, UniqueId}};\n    pub const MAINNET: \
         LatticeConfig<'static> = LatticeConfig {{ name: \"l\", stable_id: UniqueId::from_hex(\"{ETHEREUM}\"), \
         content_hash: None }};\n}}\ncoalition::coalition! {{ pub coalition A = \"a.test\"; lattice L = \
         crate::operator::MAINNET; }}\n"
    );
    let folder = Folder::library("imported", &source);
    folder.coalition("freeze --yes").code(0);
    assert_eq!(pins(&folder.read("src/lib.rs"), "expect_fingerprint").len(), 1);
    folder.coalition("check").code(0).mentions("Frozen a.test");
}
