//! Tests of the two renderings of the page, each read by a reader of its own: they show the same, and no description
//! reaches beyond its quote.

use coalition_core::{CoalitionConfig, LatticeConfig, UniqueId};
use coalition_handshake::{Handshake, LatticeProfile};
use proptest::prelude::*;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::html::html;

/// A handshake whose coalition and whose citizens have this description.
fn with<T>(description: &str, read: impl FnOnce(&Handshake<'_>) -> T) -> T {
    let lattice = |byte| LatticeConfig {
        name: "ethereum.mainnet",
        stable_id: UniqueId::from_bytes([byte; 32]),
        content_hash: None,
    };
    let profile = LatticeProfile { ident: "ETHEREUM", description, ticket_root: None, handshake_url: None };
    read(&Handshake {
        coalition: CoalitionConfig {
            name: "a.b",
            lattices: &[lattice(1), lattice(2)],
            organisms: &[],
            confluences: &[],
            ticket_issuer: None,
        },
        ident: "A_B",
        description,
        handshake_url: None,
        peers: &[],
        change_channel: None,
        lattices: &[profile, profile],
        organisms: &[],
        confluences: &[],
        ticket_issuer: None,
    })
}

/// The text that a page shows.
#[derive(Debug, Default, PartialEq)]
struct Shown {
    /// The text of each quote, without spaces: they differ by how a line is wrapped.
    quotes: Vec<String>,
    headings: Vec<String>,
    links: Vec<String>,
}

impl Shown {
    fn text(&mut self, text: &str, in_quote: bool, in_heading: bool) {
        let into = match (in_quote, in_heading) {
            (true, _) => self.quotes.last_mut(),
            (false, true) => self.headings.last_mut(),
            (false, false) => return,
        };
        into.expect("it was begun").extend(text.chars().filter(|c| !c.is_whitespace()));
    }
}

/// Reads the Markdown page with everything that a reader of Markdown may know.
fn markdown(page: &str) -> Shown {
    let mut shown = Shown::default();
    let (mut in_quote, mut in_heading) = (0, false);
    for event in Parser::new_ext(page, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Start(Tag::BlockQuote(kind)) => {
                assert_eq!((kind, in_quote), (None, 0), "{page}");
                in_quote += 1;
                shown.quotes.push(String::new());
            }
            Event::End(TagEnd::BlockQuote(_)) => in_quote -= 1,
            Event::Start(Tag::Heading { level, .. }) => {
                assert!(in_quote == 0, "a heading in a quote: {page}");
                in_heading = true;
                shown.headings.push(if level == HeadingLevel::H1 { "1".into() } else { String::new() });
            }
            Event::End(TagEnd::Heading(_)) => in_heading = false,
            Event::Start(Tag::Link { dest_url, .. }) if in_quote > 0 => {
                shown.links.push(dest_url.into_string());
            }
            Event::Text(text) | Event::Code(text) => shown.text(&text, in_quote > 0, in_heading),
            Event::Html(_) | Event::InlineHtml(_) => panic!("HTML: {page}"),
            Event::FootnoteReference(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::Start(Tag::Image { .. } | Tag::FootnoteDefinition(_) | Tag::MetadataBlock(_)) => {
                panic!("{event:?}: {page}")
            }
            _ => {}
        }
    }
    shown
}

/// Reads the HTML page: every element is one that the page is made of, and closes in its turn.
fn hypertext(page: &str) -> Shown {
    const ELEMENTS: &str = "h1 h2 h3 nav ul ol li a p dl div dt dd table thead tbody tr th td blockquote pre code strong em \
                            button";
    let mut shown = Shown::default();
    let mut open: Vec<&str> = Vec::new();
    let mut rest = page;
    while let Some((text, tag)) = rest.split_once('<') {
        let (tag, after) = tag.split_once('>').expect("a tag ends");
        let is_in = |name: &str| open.contains(&name);
        let is_heading = is_in("h1") || is_in("h2") || is_in("h3");
        shown.text(&decoded(text), is_in("blockquote"), is_heading);
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{page}");
            continue;
        }
        let name = tag.split(' ').next().expect("a name");
        assert!(ELEMENTS.split(' ').any(|known| known == name), "<{tag}>: {page}");
        match name {
            "blockquote" => shown.quotes.push(String::new()),
            "h1" => shown.headings.push("1".into()),
            "h2" | "h3" => shown.headings.push(String::new()),
            "a" if is_in("blockquote") => {
                let address = tag.strip_prefix("a href=\"").and_then(|tag| tag.strip_suffix('"'));
                shown.links.push(decoded(address.expect("an address")));
            }
            _ => {}
        }
        open.push(name);
    }
    assert!(open.is_empty(), "{open:?}: {page}");
    shown
}

fn decoded(text: &str) -> String {
    let references = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    references.iter().fold(text.into(), |text: String, (name, c)| text.replace(name, c))
}

/// Compares the two renderings of a page with this description, and its headings with those of a harmless one.
fn check(description: &str) {
    let harmless = with("harmless", |handshake| markdown(&handshake.markdown().to_string()));
    with(description, |handshake| {
        let page = handshake.markdown().to_string();
        let (mut read, mut shown) = (markdown(&page), hypertext(&html(handshake, None)));
        // Of a comment nothing is left, in Markdown not even the quote.
        read.quotes.retain(|quote| !quote.is_empty());
        shown.quotes.retain(|quote| !quote.is_empty());
        assert_eq!(read.quotes, shown.quotes, "{description:?}\n{page}");
        assert_eq!(read.headings, shown.headings, "{description:?}\n{page}");
        assert_eq!(read.links.len(), shown.links.len(), "{description:?}\n{page}");
        if !description.trim().is_empty() {
            assert_eq!(read.headings, harmless.headings, "{description:?}\n{page}");
        }
        let prose = page.rsplit_once("## The block to paste").expect("the block").0;
        let root = handshake.coalition.coalition_root();
        assert!(prose.contains(&format!("\n| COALITION_ROOT | `{root}` |\n")), "{page}");
    });
}

#[test]
fn what_a_description_opens_ends_with_it() {
    for description in [
        "<!-- draft",
        "one\n<!-- draft\n\ntwo --> three",
        "one <!-- draft -->two",
        "one <!-- draft",
        "<script>alert(1)</script>",
        "<details><summary>more</summary>",
        "a <b onclick=x>b</b> <br> c<br/>d",
        "<table><tr><td>",
        "</blockquote>\n\n- x",
        "<![CDATA[ x",
        "<?php x",
        "<div\n\nx",
        "```\nopen",
        "~~~~\nopen\n~~~\n<!--",
        "`````` six",
        "``` ``` three",
        "    indented\n    <!-- code",
        "[x]: https://evil.example\n\n[COALITION_ROOT]: https://evil.example",
        "[^1]: a note\n\n[^1] and [x]",
        "heading\n=======\nmore\n---\nx",
        "# heading\n## COALITION_ROOT\n",
        "| a | b |\n|---|---|\n| c | d |",
        "a | b\n--- | ---\nc | d",
        "- a\n- b\n  - c\n\n      d\n1. e\n2) f",
        "> quoted\n> more\nlazy",
        "[!WARNING]\nx",
        "> [!NOTE]\n> x",
        "- [ ] task\n- [x] done",
        "$a$ and $$b$$",
        "term\n: definition",
        "---\ntitle: x\n---",
        "+++\nx = 1\n+++",
        "[a](javascript:x) [b](https://b.example/?a=1&b=2) ![c](https://c.example/c.png) <https://d.example>",
        "**strong** *emphasis* _more_ **a*b*c** ***both*** __x__ snake_case_word 2*3*4",
        "`code` ``a`b`` `open",
        "\\*not\\* \\<b> &lt;b&gt; &amp; &copy; &#60;b&#62;",
        "{#id .class}\n# x {#citizens}",
        "a\r\nb\rc\r\n\r\nd",
        "1986\\. A great year\n1986. A year\n+ x\n* y",
        "~~gone~~ ==marked== :smile: @name #1",
        "\u{202e}turned \u{200b} \0 \u{7f}",
        "\t<!--\n \t x",
        "***\n* * *\n___",
        "<a href=\">\">x</a>",
        "<",
        "<!",
        "&",
        "\\",
        "-",
        "",
        "\n \n",
    ] {
        check(description);
    }
}

#[test]
fn the_parts_of_a_description_are_kept() {
    let description = "A *small* **coalition** of `ids`, see [docs](https://d.example).\n\n1. one\n2. two\n\n- x\n\n\
                       ```\nlet a = 1;\n  b\n```\n\n<b>bold</b> <!-- no -->\\<i>";
    with(description, |handshake| {
        let page = html(handshake, None);
        let (_, quote) = page.split_once("<blockquote>").unwrap();
        let quote = quote.split_once("</blockquote>").unwrap().0;
        assert_eq!(
            quote,
            "\n<p>A <em>small</em> <strong>coalition</strong> of <code>ids</code>, see <a \
             href=\"https://d.example\">docs</a>.</p>\n\n<ol>\n<li value=\"1\">one</li>\n<li \
             value=\"2\">two</li>\n</ol>\n\n<ul>\n<li>x</li>\n</ul>\n\n<pre><code>let a = 1;\n  \
             b\n</code></pre>\n\n<p>bold &lt;i&gt;</p>\n"
        );
        let page = handshake.markdown().to_string();
        let quote: Vec<_> = page
            .lines()
            .skip_while(|line| !line.starts_with('>'))
            .take_while(|line| line.starts_with('>'))
            .collect();
        assert_eq!(
            quote.join("\n"),
            "> A *small* **coalition** of `ids`, see [docs](<https://d.example>).\n>\n> 1. one\n> 2. two\n>\n> - \
             x\n>\n> ```\n> let a = 1;\n>   b\n> ```\n>\n> bold &#60;i&#62;"
        );
    });
}

#[test]
fn a_description_is_read_in_time_that_its_length_bounds() {
    let start = std::time::Instant::now();
    for part in [
        "[",
        "*a* <",
        "*a <",
        "![",
        "[a](",
        "`",
        "`` ` ",
        "*a ",
        "**a ",
        "*a* ",
        "*a _b **c __d ",
        "<",
        "<!--",
        "<a ",
        "\\",
        "&",
        "> ",
        "- ",
        "~~~\n",
        "```\n",
        "|\n",
        "    ",
        "\n",
        "<https://",
        "[a](https://b) ",
        "1. ",
        "# ",
        "\n<!-- ",
    ] {
        let description = part.repeat(100_000 / part.len());
        with(&description, |handshake| {
            assert!(!handshake.markdown().to_string().is_empty() && !html(handshake, None).is_empty());
        });
    }
    // The square of one such length takes minutes.
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn any_description_is_shown_alike(
        parts in prop::collection::vec(prop_oneof![
            4 => prop::sample::select(vec![
                "<!--", "-->", "<b>", "</b>", "<br>", "<script>", "<", ">", "```", "~~~", "`", "``", "*", "**", "_", "__",
                "[", "]", "(", ")", "](", "[x]: ", "![", "https://a.example", "<https://a.example>", "#", "## ", "===",
                "---", "|", "| a |", "|---|", "- ", "+ ", "1. ", "2) ", "    ", "\t", "> ", "\\", "&lt;", "&", "$", "$$",
                "~~", "^", "[^1]", "[^1]: ", ": ", "{#a}", "!", "\r", "\r\n", "[!NOTE]", "[ ] ", "\u{202e}", "'", "\"",
            ]).prop_map(String::from),
            2 => Just("\n".to_owned()),
            1 => Just("\n\n".to_owned()),
            1 => Just(" ".to_owned()),
            3 => "[a-z0-9 ]{1,6}",
            1 => any::<char>().prop_map(String::from),
        ], 0..40)
    ) {
        check(&parts.concat());
    }
}
