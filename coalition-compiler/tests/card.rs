//! The tables that rustdoc shows: that they stay tables, whatever is put into them.

mod support;

use support::{expand, id};

/// The row of a table in an expansion, as rustdoc is given it.
fn row(block: &str, label: &str) -> String {
    let card = texts(block);
    let start = format!("| {label} | ");
    let row = card.lines().find_map(|line| line.strip_prefix(start.as_str()));
    row.unwrap_or_else(|| panic!("{label} in {card}")).to_owned()
}

/// Every string literal of an expansion.
fn texts(block: &str) -> String {
    fn read(tokens: proc_macro2::TokenStream, text: &mut String) {
        for token in tokens {
            match token {
                proc_macro2::TokenTree::Group(group) => read(group.stream(), text),
                token => {
                    if let Ok(literal) = syn::parse2::<syn::LitStr>(token.into()) {
                        text.push_str(&literal.value());
                        text.push('\n');
                    }
                }
            }
        }
    }
    let mut text = String::new();
    read(expand(block), &mut text);
    text
}

fn lattices(count: usize) -> String {
    let lattice = |index: usize| {
        format!("lattice L{index} = \"l{index}\" {{ stable_id = \"{}\" }}\n", id(&format!("{index:02x}")))
    };
    (1..=count).map(lattice).collect::<Vec<_>>().concat()
}

#[test]
fn a_hundred_citizens_are_listed_and_the_others_counted() {
    let row = |count: usize| {
        row(&format!("coalition X = \"a.b\" {{ expect_fingerprint = _ }} {}", lattices(count)), "lattices")
    };
    assert!(row(100).ends_with("<br>[`L100`](const@L100) |"), "{}", row(100));
    assert!(row(101).ends_with("<br>[`L100`](const@L100)<br>and 1 more |"), "{}", row(101));
}

#[test]
fn no_text_leaves_its_cell() {
    let coalition =
        "coalition X = \"a.b\" { expect_fingerprint = _, peers = [\"a\\nb|`<i>\\u{7}\"] }".to_owned();
    assert_eq!(row(&(coalition + &lattices(2)), "peers"), "a b\\|\\`\\<i\\>  |");
}
