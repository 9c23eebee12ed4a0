//! `expect_components`, which `freeze` writes beneath the pin.

mod support;

use support::{ETHEREUM, Folder, UNICHAIN, WRONG, pins};

const SUMMARY: &str = "lattices 87136548 647ce2c7";

fn block(name: &str, head: &str) -> String {
    let module = name.split('.').next().unwrap();
    format!(
        "pub mod {module} {{\n    coalition::coalition! {{\n        pub coalition A = \"{name}\"{head}\n        lattice L \
         = \"l.one\" {{ stable_id = \"{ETHEREUM}\" }}\n        lattice M = \"l.two\" {{ stable_id = \"{UNICHAIN}\" }}\n    \
         }}\n}}\n"
    )
}

/// Forms of a block's head before a freeze and after it, with `PIN` for the value.
#[rustfmt::skip]
const FORMS: [(&str, &str); 10] = [
    (";", " {\n            PIN,\n            SUMMARY,\n        }"),
    (" {}", " {\n            PIN,\n            SUMMARY,\n        }"),
    (" { expect_fingerprint = _ }", " {\n            PIN,\n            SUMMARY,\n        }"),
    (" { expect_fingerprint = _, peers = [\"x\"], expect_handshake = _ }",
     " {\n            PIN,\n            SUMMARY,\n            peers = [\"x\"], DIGEST\n        }"),
    (" { peers = [\"x\"] }", " {\n            PIN,\n            SUMMARY,\n            peers = [\"x\"]\n        }"),
    (" {\n            expect_fingerprint = _, // by hand\n            peers = [\"x\"],\n        }",
     " {\n            PIN, // by hand\n            SUMMARY,\n            peers = [\"x\"],\n        }"),
    (" {\n          peers = [\"x\"],\n          expect_fingerprint = _\n        }",
     " {\n          peers = [\"x\"],\n          PIN,\n          SUMMARY\n        }"),
    (" {\n            peers = [\"x\"],\n        }",
     " {\n            PIN,\n            SUMMARY,\n            peers = [\"x\"],\n        }"),
    // An older summary, on several lines, above the pin.
    (" {\n            expect_components = \"lattices\n                87136548\n                00000000\",\n            \
      expect_fingerprint = _,\n        }",
     " {\n            SUMMARY,\n            PIN,\n        }"),
    // One that is right stays as it is written.
    (" {\n            expect_fingerprint = _,\n            expect_components = \"lattices\n              87136548 \
      647ce2c7\",\n        }",
     " {\n            PIN,\n            expect_components = \"lattices\n              87136548 647ce2c7\",\n        }"),
];

#[test]
fn a_freeze_writes_the_pin_and_the_summary_beneath_it() {
    for (krate, line_end) in [("components-lf", "\n"), ("components-crlf", "\r\n")] {
        let names: Vec<_> = (0..FORMS.len()).map(|at| format!("m{at}.test")).collect();
        let source: String = names.iter().zip(FORMS).map(|(name, (head, _))| block(name, head)).collect();
        let folder = Folder::library(krate, &source.replace('\n', line_end));
        folder.coalition("freeze --yes").code(0).mentions("expect_components");
        let written = folder.read("src/lib.rs");
        assert_eq!(written.matches('\n').count(), written.matches(line_end).count(), "{written}");
        let written = written.replace("\r\n", "\n");
        let values = pins(&written, "expect_fingerprint");
        let digest = format!("expect_handshake = \"{}\"", pins(&written, "expect_handshake")[0]);
        let expected: String = names
            .iter()
            .zip(FORMS)
            .zip(values)
            .map(|((name, (_, head)), value)| {
                let head = head.replace("PIN", &format!("expect_fingerprint = \"{value}\""));
                let head = head.replace("SUMMARY", &format!("expect_components = \"{SUMMARY}\""));
                block(name, &head.replace("DIGEST", &digest))
            })
            .collect();
        assert_eq!(written, expected);
        folder.coalition("check").code(0);
    }
}

#[test]
fn a_long_summary_is_wrapped() {
    let lattices: String = (1..=30)
        .map(|at| format!("        lattice L{at} = \"l.{at}\" {{ stable_id = \"0x{at:064x}\" }}\n"))
        .collect::<Vec<_>>()
        .concat();
    let source = format!(
        "coalition::coalition! {{\n    pub coalition A = \"long.test\" {{\n        expect_fingerprint = _,\n    \
         }}\n{lattices}}}\n"
    );
    let folder = Folder::library("components-long", &source);
    folder.coalition("freeze --yes").code(0);
    let written = folder.read("src/lib.rs");
    let (_, summary) = written.split_once("        expect_components = \"").unwrap();
    let lines: Vec<_> = summary.split_once("\",").unwrap().0.lines().collect();
    assert!(lines.len() == 4, "{written}");
    assert!(lines[1..].iter().all(|line| line.starts_with("            0") && line.len() <= 98), "{written}");
    folder.coalition("check").code(0);
    folder.coalition("freeze --yes").code(0);
    assert_eq!(folder.read("src/lib.rs"), written);
}

#[test]
fn a_summary_that_is_stale_is_said_and_repaired() {
    let folder = Folder::library("components-stale", &block("stale.test", " { expect_fingerprint = _ }"));
    folder.coalition("freeze --yes").code(0);
    folder.coalition("handshake").code(0);
    let right = folder.read("src/lib.rs");
    let notes = folder.read("release-notes.md");
    folder.edit("src/lib.rs", SUMMARY, "lattices 87136548\n   00000000");
    folder.cargo("", "check").code(101).mentions("[C20]");

    let said = folder.coalition("check --json").code(1).stdout();
    let said: serde_json::Value = serde_json::from_str(&said).unwrap();
    let coalition = &said["coalitions"][0];
    assert_eq!((&coalition["state"], &coalition["findings"][0]["code"]), (&"stale".into(), &"C20".into()));
    folder.coalition("check").code(1).says(snapbox::str![[r"
       Stale stale.test src/lib.rs:3:23
             `expect_components` is not the summary of what is frozen

help: operators: `cargo coalition freeze` writes the summary
help: integrators: copy `expect_components` from the operator's handshake page, with the pin

"]]);
    folder
        .coalition("diff --against handshake/handshake.json")
        .code(0)
        .mentions("Same stale.test")
        .mentions("`expect_components` of stale.test is not the summary of what is frozen");
    folder.coalition("handshake").code(1).mentions("`stale.test` has a stale `expect_components`");
    folder
        .coalition("freeze --format human")
        .code(2)
        .mentions(&format!("+             expect_components = \"{SUMMARY}\""));
    folder.coalition("freeze --yes").code(0).hides("Noted");
    assert_eq!(folder.read("src/lib.rs"), right);
    assert_eq!(folder.read("release-notes.md"), notes);

    // A drift renews both, and its notes come from the summary.
    folder.edit("src/lib.rs", UNICHAIN, WRONG);
    let said = folder.coalition("freeze --yes").code(0);
    said.mentions("lattice `M` has another stable id: 647ce2c7").mentions("Noted release-notes.md");
    assert!(folder.read("src/lib.rs").contains("expect_components = \"lattices 87136548 11111111\""));
    folder.coalition("check").code(0);
}

#[test]
fn what_is_no_summary_is_a_fault_of_the_block() {
    let head = " { expect_fingerprint = _, expect_components = \"lattices x\" }";
    let folder = Folder::library("components-none", &block("none.test", head));
    folder.coalition("check").code(101).mentions("[C20]");
}
