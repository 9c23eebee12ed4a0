//! The page as Markdown and as HTML, and the document.

use minijinja::{AutoEscape, Environment, context};
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, html};

use crate::exit::Failure;
use crate::reading::Reading;

const DEFAULT: &str = include_str!("../../templates/handshake.html");
const NAME: &str = "handshake.html";

/// The files of a page.
pub const FILES: [&str; 3] = ["handshake.md", NAME, "handshake.json"];

/// The frame around the page, which operators may write themselves.
pub struct Template {
    environment: Environment<'static>,
}

impl Template {
    pub fn new(own: Option<String>) -> Result<Self, Failure> {
        let mut environment = Environment::new();
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
        let source = own.unwrap_or_else(|| DEFAULT.to_owned());
        environment
            .add_template_owned(NAME, source)
            .map_err(|error| Failure::usage(format_args!("the template: {error:#}")))?;
        Ok(Self { environment })
    }
}

/// What is to stand in [`FILES`]. Each ends in a line end.
pub fn texts(reading: &Reading, template: &Template) -> Result<[String; 3], Failure> {
    let markdown = reading.handshake.with(|handshake| handshake.markdown().to_string());
    let html = template
        .environment
        .get_template(NAME)
        .and_then(|frame| {
            frame.render(context! {
                handshake => minijinja::Value::from(minijinja::value::Serde(&reading.handshake)),
                body => minijinja::Value::from_safe_string(render(&markdown)),
            })
        })
        .map_err(|error| Failure::usage(format_args!("the template: {error:#}")))?;
    // As text, in which the fields keep their order.
    let json = serde_json::to_string_pretty(&reading.handshake).map_err(Failure::broken)?;
    Ok([markdown, html, json].map(|text| format!("{}\n", text.trim_end())))
}

/// A description is its operator's Markdown, and may come with an imported crate: what is HTML in it is shown, not run,
/// and a link leads to the web or nowhere.
fn render(markdown: &str) -> String {
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES).map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Link { link_type, dest_url: safe(dest_url), title, id })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Image { link_type, dest_url: safe(dest_url), title, id })
        }
        event => event,
    });
    let mut page = String::new();
    html::push_html(&mut page, events);
    page
}

fn safe(link: CowStr<'_>) -> CowStr<'_> {
    let lower = link.to_ascii_lowercase();
    let is_safe = ["https://", "http://", "mailto:", "#"].iter().any(|start| lower.starts_with(start));
    if is_safe { link } else { "".into() }
}

#[cfg(test)]
mod tests {
    use super::render;

    #[test]
    fn a_page_runs_nothing() {
        let page = render(
            "<script>alert(1)</script>\n\na <b onclick=x>b</b> [c](javascript:x) [d](https://d.example)\n",
        );
        assert!(!page.contains("<script") && !page.contains("<b ") && !page.contains("javascript"), "{page}");
        assert!(page.contains("href=\"https://d.example\""), "{page}");
    }

    #[test]
    fn tables_are_tables() {
        assert!(render("| a | b |\n|---|---|\n| c | `d` |\n").contains("<td><code>d</code></td>"));
    }
}
