//! The limits of rules: the largest value that keeps a rule, and the smallest that breaks it.

mod support;

use support::{expand, got, id, messages};

/// A block with these declarations beside a coalition and a lattice.
fn block(more: &str) -> String {
    format!(
        "coalition X = \"a.b\" {{ expect_fingerprint = _ }}
        lattice L = \"l\" {{ stable_id = \"{}\" }}
        {more}",
        id("01")
    )
}

/// The first line of the only message.
#[track_caller]
fn refused(more: &str) -> String {
    let messages = messages(&block(more));
    let [message] = messages.as_slice() else { panic!("one message: {messages:#?}") };
    message.lines().next().expect("a line").to_owned()
}

/// That it is only not frozen, or left to rustc.
#[track_caller]
fn taken(more: &str) {
    for message in messages(&block(more)) {
        assert!(message.contains("[C03]"), "{message}");
    }
}

#[test]
fn a_name_has_64_bytes_at_most() {
    let organism =
        |name: String| format!("organism O = \"{name}\" {{ role = \"r\", stable_id = \"{}\" }}", id("02"));
    taken(&organism("a".repeat(64)));
    assert!(refused(&organism("a".repeat(65))).ends_with("has 65 bytes: a name has at most 64 [C11]"));
}

/// The name that an imported organism of this const name has without one of its own, or its message.
fn imported_name(ident: &str) -> Result<String, String> {
    let block = block(&format!("organism {ident} = feeds::A;"));
    if let Some(message) = messages(&block).pop() {
        return Err(message);
    }
    let expansion = expand(&block).to_string();
    let (_, profile) = expansion.split_once("OrganismProfile {").expect("a profile");
    let name = profile.split_once("name : \"").and_then(|(_, name)| name.split_once('"')).expect("a name");
    Ok(name.0.to_owned())
}

#[test]
fn an_imported_organism_has_a_name() {
    let long = "A".repeat(64);
    for (ident, name) in [
        ("EUR_PRICE_FEED", "eur-price-feed"),
        ("_EUR__2", "eur-2"),
        ("Eur", "eur"),
        ("EUR_É", "eur"),
        ("r#_a", "a"),
        ("r#type", "type"),
        (&long, &long.to_lowercase()),
        (&format!("_{long}__"), &long.to_lowercase()),
    ] {
        assert_eq!(imported_name(ident).as_deref(), Ok(name), "{ident}");
    }
    for ident in ["__", "Ö", "É_È", "r#__"] {
        let message = imported_name(ident).expect_err(ident);
        let found = format!(
            "organism `{ident}` lacks `name`: no name can be made of its const name [C09]\nhelp: add `name = "
        );
        assert!(message.starts_with(&found), "{message}");
    }
    for (ident, cut) in
        [(format!("{long}2"), long.clone()), (format!("B_{long}"), format!("b-{}", &long[2..]))]
    {
        let message = imported_name(&ident).expect_err(&ident);
        let found = format!("organism `{ident}` lacks `name`: its const name is too long for one [C09]");
        assert!(message.starts_with(&found), "{message}");
        assert!(message.contains(&format!("help: add `name = \"{}\"`", cut.to_lowercase())), "{message}");
    }
    assert!(refused("organism __ = feeds::A { nmae = \"a\" }").ends_with("has no key `nmae` [C08]"));
    taken("organism __ = feeds::A { name = \"a\" }");
}

/// Comparing every name with every citizen would be slow for many of both.
#[test]
fn of_many_unknown_names_the_first_are_compared_with_those_that_are_known() {
    let spans = "LL, ".repeat(6);
    let block = block(&format!(
        "module M = \"atlas\" {{ spans = [{spans}] }} confluence C = \"c\" {{ spans = [{spans} {spans}] }}"
    ));
    let messages = messages(&block);
    let offered = |message: &String| message.contains("did you mean `L`?");
    assert_eq!(
        messages.iter().map(offered).collect::<Vec<_>>(),
        [[true; 12].as_slice(), &[false; 6]].concat()
    );
    assert!(messages.iter().all(|message| message.contains("[C10]")), "{messages:#?}");
}

#[test]
fn doc_comments_are_the_only_attributes() {
    taken("/// Said.\nmodule M = \"atlas\";");
    taken("#[doc = \"Said.\"]\nmodule M = \"atlas\";");
    taken("#[doc = r\"Said.\"]\nmodule M = \"atlas\";");
    for attribute in
        ["path = \"x\"", "doc", "doc = 1", "doc = \"a\" + \"b\"", "doc = concat!(\"a\")", "cfg(test)"]
    {
        let refused = refused(&format!("#[{attribute}]\nmodule M = \"atlas\";"));
        assert!(refused.ends_with("[C09]"), "{attribute}: {refused}");
    }
    assert!(refused("#[1]\nmodule M = \"atlas\";").ends_with("cannot be read [C19]"));
}

#[test]
fn self_is_no_path_to_a_const() {
    let content = |value: &str| format!("module M = \"atlas\" {{ content = {{ a = {value} }} }}");
    let organism = |id: &str| format!("organism O = \"o\" {{ role = \"r\", stable_id = {id} }}");
    taken(&organism("other::ID"));
    assert!(refused(&organism("self")).starts_with("`stable_id` of organism `O` takes an id, found `self`"));
    let module = |word: &str| format!("module M = \"atlas\" {{ acl = [require_validator({word})] }}");
    for word in ["self", "Self", "None"] {
        let found = format!("`require_validator` takes an id, found `{word}` [C14]");
        assert_eq!(refused(&module(word)), found);
    }
    assert!(refused(&content("self")).starts_with("parameter `a` takes text, an integer"));
    assert!(
        refused(&content("other::ID")).starts_with("parameter `a` takes a value, found the path `other::ID`")
    );
}

#[test]
fn whatever_stands_for_self_is_held_against_its_owner() {
    let issuer = "ticket_issuer T = \"t\";";
    for written in ["self", "Self", "\"self\"", "T"] {
        let acl = format!("{{ acl = [recognise_issuer({written})] }}");
        let other = format!("lattice O = \"o\" {{ stable_id = \"{}\" }} {issuer}", id("02"));
        let confluence = format!("confluence C = \"c\" {{ spans = [L, O], {}", &acl[2..]);
        let found = "on a confluence, which is independent of any coalition [C17]";
        assert_eq!(
            refused(&format!("{confluence} {other}")),
            format!("`recognise_issuer({written})` {found}")
        );
        let own = refused(&format!("ticket_issuer T = \"t\" {acl}"));
        assert_eq!(own, format!("`recognise_issuer({written})` on the ticket issuer itself [C17]"));
        let module = format!("module M = \"atlas\" {acl}");
        if written != "T" {
            let found = format!(
                "`recognise_issuer({written})` needs a ticket issuer, and this coalition has none [C17]"
            );
            assert_eq!(refused(&module), found);
        }
    }
    taken("module M = \"atlas\" { acl = [recognise_issuer(T)] } ticket_issuer OTHER = \"t\";");
}

#[test]
fn a_boolean_has_one_spelling_and_what_is_none_is_left_out() {
    for (written, help) in [
        ("True", "write `a = true`"),
        ("TRUE", "write `a = true`"),
        ("yes", "write `a = true`"),
        ("False", "write `a = false`"),
        ("no", "write `a = false`"),
        ("null", "leave `a` out if it has no value"),
        ("None", "leave `a` out if it has no value"),
        ("other::True", "if it is the const of an id, write `a = id(other::True)`"),
    ] {
        let messages = messages(&block(&format!("module M = \"atlas\" {{ content = {{ a = {written} }} }}")));
        let found = format!("parameter `a` takes a value, found the path `{written}` [C14]");
        assert_eq!(messages, [format!("{found}\nhelp: {help}")]);
    }
}

#[test]
fn no_key_takes_a_value_of_rusts_option() {
    let id = id("02");
    for (declaration, key) in [
        ("organism O = other::O", "content_hash"),
        ("lattice O = other::O", "stable_id"),
        ("module M = \"atlas\"", "spans"),
        ("module M = \"atlas\"", "expect_fingerprint"),
        ("ticket_issuer T = \"t\"", "acl"),
        ("ticket_issuer T = \"t\"", "handshake"),
    ] {
        for (value, help) in [
            ("None", format!("leave `{key}` out: there is no other way to have none")),
            ("core::option::Option::None", format!("leave `{key}` out: there is no other way to have none")),
            (&format!("Some(\"{id}\")"), format!("write the value itself: `{key} = ")),
        ] {
            let messages = messages(&block(&format!("{declaration} {{ {key} = {value} }}")));
            let [message] = messages.as_slice() else { panic!("one message: {messages:#?}") };
            assert!(message.contains(&help) && message.contains("[C14]"), "{message}");
        }
    }
    let other = refused(&format!("lattice O = other::O {{ stable_id = Id(\"{id}\") }}"));
    assert_eq!(other, "`stable_id` of lattice `O` takes an id, found `Id(…)` [C14]");
    let messages = messages("coalition X = \"a.b\" { expect_fingerprint = None } lattice L = other::L;");
    assert!(
        messages[0].starts_with("`expect_fingerprint` takes a frozen value, found `None` [C14]"),
        "{messages:?}"
    );
}

#[test]
fn a_pin_that_holds_no_id_is_one_that_is_not_frozen_yet() {
    let pin = |value: &str| {
        let module = format!("module M = \"atlas\" {{ expect_fingerprint = \"{value}\" }}");
        messages(&block(&module)).remove(0)
    };
    let zeros = id("00");
    let words = ["TODO", "0x...", "0x…", "<fingerprint>", "0xx", "x", "none", "d371", "0x87136548…"];
    for open in ["", "_", " _ ", "0x", "0x_", "0x0", "0", &zeros, &zeros[2..]].into_iter().chain(words) {
        assert!(pin(open).contains("help: operators: write `_`, without quotes"), "{open}");
    }
    let meant = id("d3");
    for wrong in [&meant[2..], &meant.to_uppercase(), &format!(" {meant}\u{200b}"), &format!("0x{meant}")] {
        assert!(pin(wrong).ends_with(&format!("help: write `\"{meant}\"`")), "{wrong}");
    }
}

#[test]
fn only_id_makes_an_id_of_a_parameter() {
    let content =
        |word: &str| format!("module M = \"atlas\" {{ content = {{ a = {word}(\"{}\") }} }}", id("03"));
    taken(&content("id"));
    assert!(refused(&content("uid")).starts_with("parameter `a` takes text, an integer"));
}

#[test]
fn a_requirement_by_path_is_the_const_of_that_path() {
    let module = "module M = \"atlas\" { acl = [recognise_issuer(other::ROOT)] }";
    taken(module);
    let expansion = expand(&block(module)).to_string();
    assert!(expansion.contains("RecogniseIssuer") && expansion.contains("other :: ROOT"), "{expansion}");
}

#[test]
fn an_imported_confluence_is_compared_by_rustc() {
    let pinned = format!("confluence C = other::C {{ expect_fingerprint = \"{}\" }}", id("04"));
    assert_eq!(messages(&block(&pinned)), [""; 0]);
    assert_eq!(messages(&block("confluence C = other::C;")), [""; 0]);
    let issuer = format!("ticket_issuer T = other::T {{ expect_fingerprint = \"{}\" }}", id("04"));
    assert!(refused(&issuer).ends_with("is not frozen yet [C03]"));
    assert_eq!(messages(&block("ticket_issuer T = other::T;")), [""; 0]);
}

#[test]
fn a_name_that_is_suggested_is_a_name() {
    let coalition = |name: &str| messages(&format!("coalition X = \"{name}\" {{ expect_fingerprint = _ }}"));
    let suggests = |messages: &[String]| messages.iter().any(|message| message.contains("help: write `\""));
    assert!(suggests(&coalition(&"a".repeat(55))));
    assert!(!suggests(&coalition(&"a".repeat(56))), "with a name space it has more than 64 bytes");
    assert!(!suggests(&coalition("-")));
}

#[test]
fn a_name_that_is_suggested_has_every_letter() {
    let help = |name: &str| {
        let messages = messages(&block(&format!("module M = \"atlas\"; ticket_issuer T = \"{name}\";")));
        messages[0].lines().find_map(|line| line.strip_prefix("help: ")).expect("a help").to_owned()
    };
    for (name, meant) in
        [("A Name_of.Mine", "a-name-of.mine"), ("-a..b-", "a.b"), ("a\\t b", "a-b"), ("a\\n.b", "a.b")]
    {
        assert_eq!(help(name), format!("write `\"{meant}\"`, or another name of that form"));
    }
    let long = "A".repeat(65);
    for name in ["\u{435}thereum", "zürich", "\u{212a}elvin", "a/b", "a\u{a0}b", "", &long] {
        assert!(help(name).starts_with("a name is lower-case letters, `a` to `z`, and digits"), "{name}");
    }
}

#[test]
fn a_letter_that_looks_like_another_is_named_by_its_code_point() {
    let root = id("02");
    for (more, shown) in [
        ("module M = \"atlas\" { sp\u{430}ns = [L] }".to_owned(), "`\u{430}` (U+0430)"),
        ("module M = \"atlas\" { spans = [\u{53a}] }".to_owned(), "`\u{53a}` (U+053A)"),
        ("module M = \"\u{1d41a}tlas\";".to_owned(), "`\u{1d41a}` (U+1D41A)"),
        (
            format!("module M = \"atlas\" {{ acl = [r\u{435}cognise_issuer(\"{root}\")] }}"),
            "`\u{435}` (U+0435)",
        ),
    ] {
        let note = format!("note: it holds {shown}, which is no ASCII letter, whatever it looks like");
        let messages = messages(&block(&more));
        let [message] = messages.as_slice() else { panic!("one message: {messages:#?}") };
        assert!(message.lines().any(|line| line == note), "{message}");
    }
    assert!(!messages(&block("latice M = \"m\";"))[0].contains("note: "));
}

#[test]
fn an_imported_organism_has_the_name_that_its_const_name_always_stood_for() {
    let long = "A".repeat(64);
    for (ident, name) in [
        ("EUR_FEED", "eur-feed"),
        ("_EUR__FEED_", "eur-feed"),
        ("ZÜRICH", "z-rich"),
        (&long, &"a".repeat(64)),
    ] {
        let expansion = expand(&block(&format!("organism {ident} = other::FEED;"))).to_string();
        assert!(expansion.contains(&format!("\"{name}\"")), "{expansion}");
    }
}

#[test]
fn a_raw_name_is_the_name() {
    let lattice = |ident: &str| format!("lattice {ident} = \"other\" {{ stable_id = \"{}\" }} ", id("02"));
    let twice = lattice("r#L");
    assert!(refused(&twice).starts_with("the const name `L` is taken"));
    let expansion = expand(&block(&twice)).to_string();
    assert!(!expansion.contains("r#L :"), "rustc would report it again: {expansion}");
    assert!(refused(&lattice("r#X_ROOT")).starts_with("the const name `X_ROOT` is taken"));
    taken("module M = \"atlas\" { spans = [r#L] }");
    taken(&(lattice("r#O") + "module M = \"atlas\" { spans = [O, L] }"));
    assert!(refused("module M = \"atlas\" { spans = [r#L, L] }").starts_with("module `M` spans `L` twice"));
}

#[test]
fn a_link_has_neither_white_space_nor_control_characters() {
    let link = |link: &str| format!("module M = \"atlas\" {{ handshake = \"{link}\" }}");
    taken(&link("https://a.example"));
    for wrong in ["https:///page", "http://a.example"] {
        assert!(refused(&link(wrong)).starts_with("`handshake` takes an `https://` link"), "{wrong}");
    }
    for (wrong, shown) in [
        ("https://a.example/a b", "` ` at position 20"),
        ("https://a.example/\\u{7f}", "`\\u{7f}` at position 19"),
        ("https://a.example/\\u{a0}|", "`\\u{a0}` (U+00A0) at position 19"),
        ("a b", "` ` at position 2"),
    ] {
        assert_eq!(refused(&link(wrong)), format!("`handshake` has {shown}, which no link has [C14]"));
    }
}

#[test]
fn an_integer_has_the_suffix_u64_or_none() {
    let content = |value: &str| format!("module M = \"atlas\" {{ content = {{ a = {value} }} }}");
    for value in ["500", "500u64", "500_u64", "0x1f4"] {
        taken(&content(value));
    }
    assert_eq!(refused(&content("500i32")), "parameter `a` is an integer with the suffix `i32` [C14]");
}

#[test]
fn a_declaration_that_breaks_off_leaves_the_next_one_whole() {
    let other = format!(
        "lattice O = \"o\" {{ stable_id = \"{}\" }} module M = \"atlas\" {{ spans = [L, O] }}",
        id("02")
    );
    assert!(refused(&format!("lattice BROKEN = \"broken\" 5 {other}")).ends_with("[C19]"));
}

#[test]
fn what_breaks_off_is_reported_once() {
    let id = id("02");
    for broken in [
        format!("lattice BROKEN = \"broken\" several words {{ stable_id = \"{id}\" }}"),
        "module M = \"atlas\" { content = { a = 1 several words } }".to_owned(),
        "module M = \"atlas\" { content = { a = 1 several, b = 2 } }".to_owned(),
    ] {
        assert!(refused(&broken).ends_with("[C19]"), "{broken}");
    }
}

#[test]
fn a_declaration_begins_with_its_attributes_and_its_visibility() {
    let broken =
        format!("lattice BROKEN = \"broken\" 5 lattice O = \"o\" {{ stable_id = \"{}\" }}", id("02"));
    assert_eq!(messages(&block(&broken)).len(), 1);
    for (before, code) in [("#[path = \"x\"]", "[C09]"), ("pub", "[C19]")] {
        let messages = messages(&block(&broken.replace("5 ", &format!("5 {before} "))));
        assert_eq!(messages.len(), 2, "{messages:#?}");
        assert!(messages[1].lines().next().is_some_and(|line| line.ends_with(code)), "{messages:#?}");
    }
}

#[test]
fn what_is_no_value_is_named() {
    let content = |entry: &str| format!("module M = \"atlas\" {{ content = {{ {entry} }} }}");
    assert_eq!(refused(&content("a = -b")), "expected a value, found `-` [C19]");
    for (value, what) in [
        ("-1", "a negative number"),
        ("1.5", "a floating-point number"),
        ("'c'", "a character"),
        ("b'c'", "bytes"),
        ("b\"c\"", "bytes"),
        ("\"c\"suffix", "text with a suffix"),
        ("c\"c\"", "a C string"),
    ] {
        let found = format!("parameter `a` takes text, an integer, a boolean or an id, found {what} [C14]");
        assert_eq!(refused(&content(&format!("a = {value}"))), found);
    }
    assert_eq!(refused(&content("_ = 1")), "expected a key, found `_` [C19]");
}

#[test]
fn a_number_is_read_as_long_as_it_can_be_in_range() {
    let digits = |count: usize| {
        refused(&format!("module M = \"atlas\" {{ content = {{ a = {} }} }}", "1".repeat(count)))
    };
    assert_eq!(digits(128), "parameter `a` is out of range [C14]");
    assert!(digits(129).contains("found a number of more digits than any that is in range [C14]"));
    // Two to the power of 63, in the digits of every base and with as many zeros as that allows.
    for number in [format!("0b1{}", "0".repeat(63)), format!("{}9223372036854775808", "0".repeat(109))] {
        taken(&format!("module M = \"atlas\" {{ content = {{ a = {number} }} }}"));
    }
}

#[test]
fn a_hash_that_begins_no_attribute_is_named() {
    for (line, found) in [("# x [a]", "#"), ("#!x", "#!"), ("# !x", "#")] {
        let refused = refused(&format!("{line}\nmodule M = \"atlas\";"));
        assert_eq!(refused, format!("expected a declaration, found `{found}` [C19]"), "{line}");
    }
    let content = |entry: &str| refused(&format!("module M = \"atlas\" {{ content = {{ {entry} }} }}"));
    for (entry, found) in [("# x [a]", "#"), ("#!x", "#!"), ("#", "#")] {
        assert_eq!(content(entry), format!("expected a key, found `{found}` [C19]"), "{entry}");
    }
    assert_eq!(content("a [1]"), "expected `=`, found `[` [C19]");
    assert_eq!(content("a ![1]"), "expected `=`, found `!` [C19]");
}

#[test]
fn a_name_is_told_with_its_dashes_alone() {
    for (entry, form) in [("a-b-c = 1", "a_b_c = 1"), ("a: b", "a = value"), ("a", "a = true")] {
        let messages = messages(&block(&format!("module M = \"atlas\" {{ content = {{ {entry} }} }}")));
        assert!(messages[0].ends_with(&format!("write `{form}`")), "{messages:#?}");
    }
}

#[test]
fn no_value_nests_deep() {
    let nested = |open: &str, close: &str| {
        let value = format!("{}1{}", open.repeat(200), close.repeat(200));
        messages(&block(&format!("module M = \"atlas\" {{ content = {{ a = {value} }} }}")))
    };
    for (open, close) in [("[", "]"), ("{ a = ", "}"), ("id(", ")")] {
        let messages = nested(open, close);
        assert_eq!(messages.len(), 1, "{messages:#?}");
        assert!(messages[0].lines().next().expect("a line").ends_with(" [C14]"), "{messages:#?}");
    }
}

/// A block with the pin and the summary of another: the notes of the drift.
fn notes(frozen: &str, now: &str) -> Vec<String> {
    let block = |pins: &str, rest: &str| format!("coalition X = \"a.b\" {{ {pins} }} {rest}");
    let unfrozen = messages(&block("expect_fingerprint = _", frozen));
    let (_, pins) = unfrozen[0].split_once("these two lines:").expect("two lines to paste");
    let drift = messages(&block(pins, now));
    drift[0].lines().filter_map(|line| line.strip_prefix("note: ")).map(str::to_owned).collect()
}

#[test]
fn the_lines_to_paste_explain_the_next_drift() {
    let organism = |pair: &str| {
        format!(
            "organism O = \"o\" {{ role = \"r\", stable_id = \"{}\", content_hash = \"{}\" }}",
            id(pair),
            id("aa")
        )
    };
    assert_eq!(
        notes(&organism("01"), &organism("02")),
        ["organism `O` has another stable id: 01010101… was frozen, 02020202… is declared"]
    );
    let module = |rest: &str| format!("{} module M = \"atlas\" {{ {rest} }}", organism("01"));
    assert_eq!(notes(&module(""), &module("content = { a = 1 }")), ["the content of module `M` changed"]);
}

#[test]
fn a_summary_may_stand_on_many_lines() {
    let lattice = format!("lattice L = \"l\" {{ stable_id = \"{}\" }}", id("01"));
    let block = |pins: &str| messages(&format!("coalition X = \"a.b\" {{ {pins} }} {lattice}"));
    let unfrozen = block("expect_fingerprint = _");
    let root = got(&unfrozen[0]);
    let pins = |summary: &str| format!("expect_fingerprint = \"{root}\", expect_components = \"{summary}\"");
    assert_eq!(block(&pins("\n\t lattices \u{3000}\r\n01010101\n")), [""; 0]);
    assert!(block(&pins("lattices 01010102"))[0].contains("[C20]"));
}
