//! The page as Markdown and as HTML, and the document.

use minijinja::{AutoEscape, Environment, context};

use crate::build::read_build::ReadCoalition;
use crate::exit::Failure;

use super::html::html;

const DEFAULT: &str = include_str!("../../../templates/handshake.html");
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

/// Returns the texts of [`FILES`]. Each ends in a line end.
pub fn texts(
    reading: &ReadCoalition,
    date: Option<&str>,
    template: &Template,
) -> Result<[String; 3], Failure> {
    let handshake = reading.handshake.as_handshake();
    let page = handshake.markdown();
    let markdown = date.map_or(page, |date| page.with_date(date)).to_string();
    let body = html(handshake, date);
    let html = template
        .environment
        .get_template(NAME)
        .and_then(|frame| {
            frame.render(context! {
                handshake => minijinja::Value::from(minijinja::value::Serde(&reading.handshake)),
                body => minijinja::Value::from_safe_string(body),
            })
        })
        .map_err(|error| Failure::usage(format_args!("the template: {error:#}")))?;
    // As text, in which the fields keep their order.
    let json = serde_json::to_string_pretty(&reading.handshake).map_err(Failure::broken)?;
    Ok([markdown, html, json].map(|text| format!("{}\n", text.trim_end())))
}
