//! The cards that rustdoc shows: they stay visible tables, whatever a block contains.

mod support;

use support::{expand, id};

/// Returns the row of a table in an expansion, as rustdoc gets it.
fn row(block: &str, label: &str) -> String {
    let card = texts(block);
    let start = format!("| {label} | ");
    let row = card.lines().find_map(|line| line.strip_prefix(start.as_str()));
    row.unwrap_or_else(|| panic!("{label} in {card}")).to_owned()
}

/// Returns every string literal of an expansion.
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

#[test]
fn a_description_cannot_hide_the_card() {
    for opening in [
        "<!-- draft",
        "<details>",
        "text <div hidden>",
        "```text",
        "~~~",
        "<?",
        "<script>",
        "> <!--",
        "- ```",
    ] {
        let citizen = |docs: &str| {
            let block = format!(
                "coalition X = \"a.b\" {{ expect_fingerprint = _ }} {docs} lattice L = \"l\" {{ stable_id = \"{}\" }}",
                id("01")
            );
            texts(&block)
        };
        let place = |text: &str, of: &str| text.find(of).unwrap_or_else(|| panic!("{of} in {text}"));

        let text = citizen(&format!("/// A chain.\n///\n/// {opening}\n"));
        assert!(place(&text, " A chain.\n") < place(&text, "| Lattice |"), "{opening}: {text}");
        assert!(place(&text, "| stable id |") < place(&text, opening), "{opening}: {text}");

        let text = citizen(&format!("/// A chain.\n/// {opening}\n"));
        assert!(
            place(&text, "Lattice `l`.\n\n| Lattice |") < place(&text, " A chain.\n"),
            "{opening}: {text}"
        );
        assert!(place(&text, "| stable id |") < place(&text, opening), "{opening}: {text}");

        let text = citizen(&format!("/** A chain.\n\n{opening} */"));
        assert!(place(&text, "| stable id |") < place(&text, opening), "{opening}: {text}");
    }
}

#[test]
fn the_first_paragraph_comes_before_the_card() {
    for docs in [
        "/// A chain,\n/// or two.\n",
        "///\n/// A chain,\n/// or two.\n///\n/// More.\n",
        "/** A chain,\nor two. */",
    ] {
        let block = format!(
            "coalition X = \"a.b\" {{ expect_fingerprint = _ }} {docs} lattice L = \"l\" {{ stable_id = \"{}\" }}",
            id("01")
        );
        let text = texts(&block);
        assert!(text.find("or two.") < text.find("\n\n| Lattice |"), "{text}");
    }
}

#[test]
fn an_empty_description_gets_a_first_sentence() {
    let block = format!(
        "coalition X = \"a.b\" {{ expect_fingerprint = _ }} ///\n lattice L = \"l\" {{ stable_id = \"{}\" }}",
        id("01")
    );
    let text = texts(&block);
    assert!(text.contains("\nLattice `l`.\n\n| Lattice |"), "{text}");
}
