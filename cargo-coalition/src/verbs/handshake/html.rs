//! The handshake page in HTML: the same structure as the Markdown page, in the elements of HTML.

use std::fmt::{self, Display, Write};

use coalition_handshake::__private::{Part, Renderer, hidden, render};
use coalition_handshake::Handshake;

/// Returns what stands in the `<main>` of the page.
pub fn html(handshake: &Handshake<'_>, date: Option<&str>) -> String {
    let mut page = Html { text: String::new(), in_cards: false };
    render(handshake, date, &mut page).expect("a string takes all that is written to it");
    page.text
}

struct Html {
    text: String,
    in_cards: bool,
}

impl Html {
    fn push(&mut self, markup: &str) -> fmt::Result {
        self.text.write_str(markup)
    }

    fn begin(&mut self, markup: fmt::Arguments<'_>) -> fmt::Result {
        self.text.write_fmt(markup)
    }
}

impl Renderer for Html {
    fn open(&mut self, part: Part<'_>) -> fmt::Result {
        match part {
            Part::Title => self.push("<h1>"),
            Part::Section(section) => self.begin(format_args!("\n<h2 id=\"{}\">", section.id())),
            Part::Component(ident) => self.begin(format_args!("\n<h3 id=\"component-{}\">", Escaped(ident))),
            Part::Contents => self.push("\n<nav aria-label=\"Contents\">\n<ul>\n"),
            Part::Entry(section) => self.begin(format_args!("<li><a href=\"#{}\">", section.id())),
            Part::Paragraph => self.push("\n<p>"),
            Part::Steps => self.push("\n<ol>\n"),
            Part::Step(_) | Part::Item(None) => self.push("<li>"),
            Part::Item(Some(number)) => self.begin(format_args!("<li value=\"{number}\">")),
            Part::Facts(..) => self.push("\n<dl class=\"facts\">\n"),
            Part::Fact(label) => self.begin(format_args!("<div><dt>{}</dt>", Escaped(label))),
            Part::Value => self.push("<dd>"),
            Part::Table(columns) => {
                self.push("\n<table>\n<thead><tr>")?;
                for column in columns {
                    self.begin(format_args!("<th scope=\"col\">{}</th>", Escaped(column)))?;
                }
                self.push("</tr></thead>\n<tbody>\n")
            }
            Part::Cards(_) => {
                self.in_cards = true;
                self.push("\n<div class=\"cards\">\n")
            }
            Part::Row => self.push(if self.in_cards { "<dl class=\"card\">\n" } else { "<tr>" }),
            Part::Cell(label) if self.in_cards => {
                self.begin(format_args!("<div><dt>{}</dt><dd>", Escaped(label)))
            }
            Part::Cell(label) => self.begin(format_args!("<td data-label=\"{}\">", Escaped(label))),
            Part::Quote => self.push("\n<blockquote>"),
            Part::List(is_numbered) => self.push(if is_numbered { "\n<ol>\n" } else { "\n<ul>\n" }),
            Part::Strong => self.push("<strong>"),
            Part::Emphasis => self.push("<em>"),
            Part::Link(address) => self.begin(format_args!("<a href=\"{}\">", Escaped(address))),
        }
    }

    fn close(&mut self, part: Part<'_>) -> fmt::Result {
        let in_cards = self.in_cards;
        self.in_cards &= !matches!(part, Part::Cards(_));
        self.push(match part {
            Part::Title => "</h1>\n",
            Part::Section(_) => "</h2>\n",
            Part::Component(_) => "</h3>\n",
            Part::Contents => "</ul>\n</nav>\n",
            Part::Entry(_) => "</a></li>\n",
            Part::Paragraph => "</p>\n",
            Part::Steps | Part::List(true) => "</ol>\n",
            Part::Step(_) | Part::Item(_) => "</li>\n",
            Part::Facts(..) => "</dl>\n",
            Part::Fact(_) | Part::Cards(_) => "</div>\n",
            Part::Value => "</dd>",
            Part::Table(_) => "</tbody>\n</table>\n",
            Part::Row if in_cards => "</dl>\n",
            Part::Row => "</tr>\n",
            Part::Cell(_) if in_cards => "</dd></div>\n",
            Part::Cell(_) => "</td>",
            Part::Quote => "</blockquote>\n",
            Part::List(false) => "</ul>\n",
            Part::Strong => "</strong>",
            Part::Emphasis => "</em>",
            Part::Link(_) => "</a>",
        })
    }

    fn text(&mut self, text: &dyn Display) -> fmt::Result {
        self.begin(format_args!("{}", Escaped(text)))
    }

    fn code(&mut self, code: &dyn Display) -> fmt::Result {
        self.begin(format_args!("<code>{}</code>", Escaped(code)))
    }

    fn line_end(&mut self) -> fmt::Result {
        self.push("\n")
    }

    fn code_lines(&mut self, code: &str, indent: usize) -> fmt::Result {
        self.push("\n<pre><code>")?;
        for line in code.lines() {
            let spaces = line.len() - line.trim_start_matches(' ').len();
            self.begin(format_args!("{}\n", IndentedLines(&line[spaces.min(indent)..])))?;
        }
        self.push("</code></pre>\n")
    }

    // The button does nothing without a script, and is shown by one.
    fn block(&mut self, block: &dyn Display) -> fmt::Result {
        self.push("\n<div class=\"block\">\n<button type=\"button\" hidden>Copy</button>\n<pre><code>")?;
        self.begin(format_args!("{}", IndentedLines(block)))?;
        self.push("</code></pre>\n</div>\n")
    }
}

/// Text that is no markup. A character that does not show is written as Rust escapes it.
struct Escaped<T>(T);

impl<T: Display> Display for Escaped<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(Escaping { f, keeps_lines: false }, "{}", self.0)
    }
}

/// Such text with its lines and tabs.
struct IndentedLines<T>(T);

impl<T: Display> Display for IndentedLines<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(Escaping { f, keeps_lines: true }, "{}", self.0)
    }
}

struct Escaping<'f, 'g> {
    f: &'f mut fmt::Formatter<'g>,
    keeps_lines: bool,
}

impl Write for Escaping<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.chars().try_for_each(|c| match c {
            '&' => self.f.write_str("&amp;"),
            '<' => self.f.write_str("&lt;"),
            '>' => self.f.write_str("&gt;"),
            '"' => self.f.write_str("&quot;"),
            '\'' => self.f.write_str("&#39;"),
            '\t' | '\n' if self.keeps_lines => self.f.write_char(c),
            c if hidden(c) => write!(self.f, "{}", c.escape_unicode()),
            c => self.f.write_char(c),
        })
    }
}
