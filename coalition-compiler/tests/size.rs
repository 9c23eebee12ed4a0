//! Blocks of absurd size end like others, in a message or a result.

mod support;

use std::fmt::Write as _;

use support::messages;

/// The code that each message has.
fn codes(block: &str) -> Vec<String> {
    let code = |message: String| {
        let line = message.lines().next().unwrap_or_default();
        line.rsplit_once('[').expect("a code").1.trim_end_matches(']').to_owned()
    };
    messages(block).into_iter().map(code).collect()
}

/// A test runs on a stack of two megabytes, which is less than rustc has.
#[test]
fn a_value_that_nests_deep_is_refused() {
    const DEEP: usize = 2_000;
    for (open, close) in [("[", "]"), ("{ a = ", "}"), ("id(", ")"), ("(", ")")] {
        let value = format!("{}{}", open.repeat(DEEP), close.repeat(DEEP));
        for entry in ["peers", "spans", "content", "acl", "stable_id", "unknown"] {
            let block = format!(
                "coalition X = \"a.b\" {{ expect_fingerprint = _, {entry} = {value} }}
                confluence C = \"c\" {{ {entry} = {value} }}"
            );
            assert!(codes(&block).iter().any(|code| code == "C19" || code == "C08"), "{open} {entry}");
        }
        assert!(codes(&value).iter().all(|code| code == "C19" || code == "C08"), "{open}");
        assert!(codes(&format!("coalition X = {value}")).contains(&"C19".to_owned()), "{open}");
    }
}

/// The content of an attribute is not parsed as an expression, which would need a deep stack.
#[test]
fn an_attribute_that_nests_deep_is_refused() {
    const DEEP: usize = 2_000;
    let citizen = "coalition X = \"a.b\" { expect_fingerprint = _ } lattice L = \"l\" { stable_id = \"0x";
    let citizen = format!("{citizen}{}\" }}", "01".repeat(32));
    for (open, close) in
        [("(", ")"), ("[", "]"), ("{", "}"), ("!", ""), ("- ", ""), ("& ", ""), ("f(", ")"), ("a.", "")]
    {
        let value = format!("{}\"x\"{}", open.repeat(DEEP), close.repeat(DEEP));
        for attribute in
            [format!("#[doc = {value}]"), format!("#[doc {value}]"), format!("#[path = {value}]")]
        {
            assert_eq!(codes(&format!("{attribute} {citizen}")), ["C09"], "{open}");
        }
    }
}

#[test]
fn a_block_of_100_000_citizens_has_a_root() {
    let mut block = "coalition X = \"a.b\" { expect_fingerprint = _ }\n".to_owned();
    for index in 0..100_000 {
        let _ = writeln!(block, "lattice L{index} = \"l{index}\" {{ stable_id = \"0x{:064x}\" }}", index + 1);
    }
    assert_eq!(codes(&block), ["C03"]);
}

#[test]
fn a_list_of_100_000_entries_is_read() {
    let head = "coalition X = \"a.b\" { expect_fingerprint = _ } lattice L = \"l\" { stable_id = \"0x";
    let citizens = format!("{head}{}\" }}", "01".repeat(32));
    let parameters: Vec<String> = (0..100_000).map(|index| format!("p{index} = {index}")).collect();
    let parameters = parameters.join(", ");
    let content = format!("{citizens} module M = \"atlas\" {{ content = {{ {parameters} }} }}");
    assert_eq!(codes(&content), ["C03"]);
    let rules = format!("require_validator(\"0x{}\"), ", "02".repeat(32)).repeat(100_000);
    let acl = format!("{citizens} module M = \"atlas\" {{ acl = [{rules}] }}");
    assert_eq!(codes(&acl), ["C03"]);
}

#[test]
fn a_hundred_thousand_faults_are_a_hundred_thousand_messages() {
    let entries = "x = 1, ".repeat(100_000);
    let block = format!("coalition X = \"a.b\" {{ expect_fingerprint = _, {entries} }}");
    assert!(codes(&block).len() >= 100_000);
}

/// The lines of every message that the compiler writes of a long text are short, and say what is wrong with it.
#[test]
fn a_long_text_is_not_repeated_whole() {
    const LONG: usize = 70_000;
    let long = |character: &str| character.repeat(LONG);
    let (ones, letters) = (format!("0x{}X1", long("1")), format!("{}X{}", long("a"), long("b")));
    for (faulty, position) in [
        (format!("lattice L = \"l\" {{ stable_id = \"{ones}\" }}"), LONG + 3),
        (format!("module M = \"atlas\" {{ expect_fingerprint = \"{ones}\" }}"), LONG + 3),
        (format!("lattice L = \"{letters}\";"), LONG + 1),
    ] {
        let block = format!("coalition X = \"a.b\" {{ expect_fingerprint = _ }} {faulty}");
        let messages = messages(&block);
        let message = messages.iter().find(|message| message.contains("has `X`")).expect("a message");
        assert!(message.contains(&format!("at position {position}")), "{message}");
        let lines: Vec<&str> = message.lines().collect();
        let caret = lines.iter().position(|line| line.trim() == "^").expect("a caret");
        let column = lines[caret].chars().count();
        assert_eq!(lines[caret - 1].chars().nth(column - 1), Some('X'), "{message}");
        assert!(lines[caret - 1].starts_with("  …"), "{message}");
    }
    let (word, text) = ("w".repeat(3_000), format!("\"{}\"", long("a b ")));
    for faulty in [
        format!("lattice L = \"l\" {{ stable_id = [], content_hash = {text} }}"),
        format!("lattice {word} = {word} {{ {word} = {word} }}"),
        format!("organism O = \"o\" {{ role = \" \", stable_id = {} }}", "9".repeat(3_000)),
        format!("module M = {text} {{ spans = [{text}, {word}::{word}], acl = [{word}({text}), {text}] }}"),
        format!("module M = \"atlas\" {{ content = {{ {word} = {word}, a = [], b = {word}(1) }} }}"),
        format!("confluence C = {text} {{ spans = {text}, content = {text}, acl = {text} }}"),
        format!("confluence C = {text} {{ spans = {word}, content = {word}, acl = {word} }} {text}"),
        format!("{word} C = {text}; {word}"),
    ] {
        let block = format!("coalition X = \"a.b\" {{ expect_fingerprint = _ }} {faulty}");
        for line in messages(&block).iter().flat_map(|message| message.lines()) {
            assert!(line.chars().count() < 700, "{} characters: {}", line.chars().count(), &line[..1_000]);
        }
    }
}

/// The explanation of a drift is made once, not for each pin.
#[test]
fn of_sixty_pins_that_drifted_each_has_a_message() {
    let pin = format!("expect_fingerprint = \"0x{}\"", "22".repeat(32));
    let mut block = format!("coalition X = \"a.b\" {{ {pin} }}\n");
    for index in 0..20 {
        let _ = writeln!(block, "lattice L{index} = \"l{index}\" {{ stable_id = \"0x{:064x}\" }}", index + 1);
    }
    for index in 0..60 {
        let text = "x".repeat(4_000);
        let _ = writeln!(
            block,
            "confluence C{index} = \"c{index}\" {{ spans = [L0, L1, L2], content = {{ a = \"{text}\" }}, {pin} }}"
        );
    }
    assert_eq!(codes(&block), ["C01"; 61]);
}
