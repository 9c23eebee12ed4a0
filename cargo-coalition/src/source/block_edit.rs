//! The edits that freeze a block: the value of `expect_fingerprint`, and the component summary beneath it.

use std::ops::Range;

use coalition_core::CoalitionConfig;
use coalition_handshake::ComponentSummary;

use crate::source::block::{BlockBody, BlockEntry, SourceBlock};
use crate::source::rewrite::TextEdit;
use crate::source::source_file::SourceFile;

/// How far the entries of a body are indented beneath its first line.
const INDENT: &str = "    ";

/// Writes a value in place of the pin at these bytes, and the summary with it.
pub fn pin(
    source: &SourceFile,
    block: &SourceBlock,
    value: &Range<usize>,
    text: String,
    coalition: Option<&CoalitionConfig<'_>>,
) -> Vec<TextEdit> {
    let frame = Frame { source, block };
    let Some(coalition) = coalition else { return vec![TextEdit { bytes: value.clone(), text }] };
    if let Some(entry) = &block.components {
        let mut edits = vec![TextEdit { bytes: value.clone(), text }];
        edits.extend(components(source, block, entry, coalition));
        return edits;
    }
    let key = frame.own_pin(value);
    let edits = key.and_then(|key| frame.beneath(&key, value, &text, coalition));
    edits.unwrap_or_else(|| vec![TextEdit { bytes: value.clone(), text }])
}

/// Writes the summary in place of another one. One of more than 1,000 components is not worth its room: the entry goes.
/// `None` if the summary that stands there is right.
pub fn components(
    source: &SourceFile,
    block: &SourceBlock,
    entry: &BlockEntry,
    coalition: &CoalitionConfig<'_>,
) -> Option<TextEdit> {
    let frame = Frame { source, block };
    let words = ComponentSummary::of(coalition).to_string();
    let is_same = |text: &String| text.split_whitespace().eq(words.split_whitespace());
    match frame.summary(coalition, &frame.indent_of(&entry.bytes)) {
        None => Some(TextEdit { bytes: frame.whole(&entry.bytes), text: String::new() }),
        Some(_) if entry.text.as_ref().is_some_and(is_same) => None,
        Some(text) => Some(TextEdit { bytes: entry.bytes.clone(), text }),
    }
}

/// Inserts the pin, and the summary beneath it, where neither may stand yet.
pub fn insertion(
    source: &SourceFile,
    block: &SourceBlock,
    value: &str,
    coalition: Option<&CoalitionConfig<'_>>,
) -> Vec<TextEdit> {
    let frame = Frame { source, block };
    let pin = format!("expect_fingerprint = {value}");
    let indent = frame.inner_indent();
    let old = block.components.as_ref().zip(coalition);
    let renewed = old.and_then(|(entry, coalition)| components(source, block, entry, coalition));
    let summary = coalition.filter(|_| old.is_none()).and_then(|coalition| frame.summary(coalition, &indent));
    let break_line = frame.line_break(&indent);
    let mut edits = match (&block.body, summary) {
        (BlockBody::Semicolon(at), summary) => {
            let before = if source.text[..*at].ends_with(char::is_whitespace) { "" } else { " " };
            let text = match summary {
                None => format!("{before}{{ {pin} }}"),
                Some(summary) => {
                    format!("{before}{{{break_line}{pin},{break_line}{summary},{}}}", frame.last_break())
                }
            };
            vec![TextEdit { bytes: *at..at + 1, text }]
        }
        (BlockBody::Braces(braces), summary) => {
            let at = braces.start + 1;
            let inner = &source.text[at..braces.end - 1];
            let is_empty = inner.trim().is_empty() && !inner.contains('\n');
            match summary {
                Some(summary) if is_empty => {
                    let text = format!("{break_line}{pin},{break_line}{summary},{}", frame.last_break());
                    vec![TextEdit { bytes: at..braces.end - 1, text }]
                }
                Some(summary) if inner.contains('\n') => {
                    vec![TextEdit {
                        bytes: at..at,
                        text: format!("{break_line}{pin},{break_line}{summary},"),
                    }]
                }
                Some(summary) => {
                    let first = at + (inner.len() - inner.trim_start().len());
                    let text = format!("{break_line}{pin},{break_line}{summary},{break_line}");
                    vec![TextEdit { bytes: at..first, text }, frame.opened_end(inner, at)]
                }
                None if is_empty => vec![TextEdit { bytes: at..braces.end - 1, text: format!(" {pin} ") }],
                None if inner.contains('\n') => {
                    vec![TextEdit { bytes: at..at, text: format!("{break_line}{pin},") }]
                }
                None => vec![TextEdit { bytes: at..at, text: format!(" {pin},") }],
            }
        }
    };
    edits.extend(renewed);
    edits
}

/// A block in its file.
struct Frame<'a> {
    source: &'a SourceFile,
    block: &'a SourceBlock,
}

impl Frame<'_> {
    /// The entry `expect_components = "…"`, with the indentation and the line ends of the file.
    fn summary(&self, coalition: &CoalitionConfig<'_>, indent: &str) -> Option<String> {
        let columns = indent.chars().map(|char| if char == '\t' { 4 } else { 1 }).sum();
        let entry = ComponentSummary::of(coalition).entry(columns)?.to_string();
        let lines: Vec<_> = entry.lines().map(str::trim_start).collect();
        Some(lines.join(&self.line_break(&format!("{indent}{INDENT}"))))
    }

    /// The key of the pin at these bytes, if it is the coalition's own one.
    fn own_pin(&self, value: &Range<usize>) -> Option<Range<usize>> {
        self.block.pin_bytes.clone().filter(|pin| pin.end == value.end)
    }

    /// Writes the pin, and the summary on the line beneath it. A body of one line is opened. `None` if there is no summary.
    fn beneath(
        &self,
        pin: &Range<usize>,
        value: &Range<usize>,
        text: &str,
        coalition: &CoalitionConfig<'_>,
    ) -> Option<Vec<TextEdit>> {
        let BlockBody::Braces(braces) = &self.block.body else { return None };
        let all = &self.source.text;
        let (start, end) = (braces.start + 1, braces.end - 1);
        let is_one_line = !all[start..end].contains('\n');
        let indent = if is_one_line { self.inner_indent() } else { self.indent_of(pin) };
        let summary = self.summary(coalition, &indent)?;
        let break_line = self.line_break(&indent);
        let rest = &all[value.end..end];
        let after_comma = rest.trim_start().strip_prefix(',').map_or(value.end, |after| end - after.len());
        let next = end - all[after_comma..end].trim_start().len();
        let mut edits = Vec::new();
        if is_one_line {
            let before = &all[start..pin.start];
            let first = pin.start - before.trim_start().len();
            edits.push(TextEdit { bytes: start..first, text: break_line.clone() });
            // The text before the pin stays: another entry on its own line, a comment on the line of the pin.
            let last = start + before.trim_end().len();
            if before.trim_end().ends_with(',') {
                edits.push(TextEdit { bytes: last..pin.start, text: break_line.clone() });
            }
            let is_last = next == end;
            let after = if is_last { self.last_break() } else { break_line.clone() };
            let (bytes, text) = if is_last || after_comma > value.end {
                (value.start..next, format!("{text},{break_line}{summary},{after}"))
            } else {
                (value.clone(), format!("{text},{break_line}{summary}"))
            };
            edits.push(TextEdit { bytes, text });
            if !is_last {
                edits.push(self.opened_end(&all[start..end], start));
            }
        } else if after_comma == value.end {
            edits.push(TextEdit { bytes: value.clone(), text: format!("{text},{break_line}{summary}") });
        } else {
            // A comment behind the pin stays on its line.
            let line = all[after_comma..].split('\n').next().unwrap_or_default().trim_end_matches('\r');
            let is_comment = line.trim().is_empty() || line.trim_start().starts_with("//");
            if is_comment {
                let line_end = after_comma + line.len();
                let written = format!("{text}{}", &all[value.end..line_end]);
                let text = format!("{written}{break_line}{summary},");
                edits.push(TextEdit { bytes: value.start..line_end, text });
            } else {
                let text = format!("{text},{break_line}{summary},{break_line}");
                edits.push(TextEdit { bytes: value.start..next, text });
            }
        }
        Some(edits)
    }

    /// Puts the brace that ends a body of one line on a line of its own.
    fn opened_end(&self, inner: &str, start: usize) -> TextEdit {
        let bytes = start + inner.trim_end().len()..start + inner.len();
        TextEdit { bytes, text: self.last_break() }
    }

    /// The bytes of an entry with its comma, and with its line if nothing else stands there.
    fn whole(&self, entry: &Range<usize>) -> Range<usize> {
        let text = &self.source.text;
        let rest = &text[entry.end..];
        let comma = rest.trim_start().strip_prefix(',').map_or(entry.end, |after| text.len() - after.len());
        let line = text[..entry.start].trim_end_matches([' ', '\t']);
        let is_alone =
            line.ends_with('\n') && text[comma..].trim_start_matches([' ', '\t', '\r']).starts_with('\n');
        if is_alone {
            let before = line.trim_end_matches('\n').len().max(line.len() - 1);
            let before = before - usize::from(text[..before].ends_with('\r'));
            return before..comma;
        }
        let after = &text[comma..];
        let next = text.len() - after.trim_start_matches([' ', '\t']).len();
        if text[next..].starts_with('}') {
            // The comma before it goes with the last entry, and the space before the brace stays.
            return text[..entry.start].trim_end_matches([' ', '\t', ',']).len()..comma;
        }
        entry.start..next
    }

    /// The indentation of the line that a byte range begins on, if it begins that line. Otherwise that of the body.
    fn indent_of(&self, bytes: &Range<usize>) -> String {
        let line = &self.source.text[self.source.lines(&(bytes.start..bytes.start))];
        let start = self.source.lines(&(bytes.start..bytes.start)).start;
        let before = &line[..bytes.start - start];
        if before.trim().is_empty() { before.into() } else { self.inner_indent() }
    }

    /// The indentation of the line on which the coalition is named.
    fn indent(&self) -> &str {
        let name = &self.block.const_bytes;
        let line = &self.source.text[self.source.lines(&(name.start..name.start))];
        &line[..line.len() - line.trim_start().len()]
    }

    fn inner_indent(&self) -> String {
        format!("{}{INDENT}", self.indent())
    }

    fn line_break(&self, indent: &str) -> String {
        format!("{}{indent}", self.source.line_end())
    }

    fn last_break(&self) -> String {
        self.line_break(self.indent())
    }
}

#[cfg(test)]
mod tests {
    use coalition_core::{CoalitionConfig, LatticeConfig, UniqueId};

    use super::{components, insertion, pin};
    use crate::source::block::blocks;
    use crate::source::rewrite::TextEdit;
    use crate::source::source_file::SourceFile;

    const LATTICE: LatticeConfig<'static> =
        LatticeConfig { name: "l", stable_id: UniqueId::from_bytes([0xab; 32]), content_hash: None };

    fn edited(
        body: &str,
        count: usize,
        edits: impl Fn(&SourceFile, &CoalitionConfig<'_>) -> Vec<TextEdit>,
    ) -> String {
        let text = format!("coalition! {{\n    coalition A = \"a.b\"{body}\n}}\n");
        let source = SourceFile { path: "a.rs".into(), text };
        let lattices = vec![LATTICE; count];
        let coalition = CoalitionConfig {
            name: "a.b",
            lattices: &lattices,
            organisms: &[],
            confluences: &[],
            ticket_issuer: None,
        };
        let mut edits = edits(&source, &coalition);
        edits.sort_by_key(|edit| std::cmp::Reverse((edit.bytes.start, edit.bytes.end)));
        let mut text = source.text;
        for edit in edits {
            text.replace_range(edit.bytes, &edit.text);
        }
        let body = text.strip_prefix("coalition! {\n    coalition A = \"a.b\"").unwrap();
        body.strip_suffix("\n}\n").unwrap().into()
    }

    /// Freezes the pin `_`.
    fn frozen(body: &str, count: usize) -> String {
        edited(body, count, |source, coalition| {
            let block = blocks(source).remove(0);
            let at = source.text.find("= _").unwrap() + 2;
            pin(source, &block, &(at..at + 1), "\"0x1\"".into(), Some(coalition))
        })
    }

    #[test]
    fn a_large_coalition_has_no_summary() {
        let body = " {\n        expect_fingerprint = _,\n    }";
        assert!(frozen(body, 1000).contains("expect_components = \"lattices abababab abababab"));
        assert_eq!(frozen(body, 1001), " {\n        expect_fingerprint = \"0x1\",\n    }");
        let inserted = edited(";", 1001, |source, coalition| {
            insertion(source, &blocks(source)[0], "\"0x1\"", Some(coalition))
        });
        assert_eq!(inserted, " { expect_fingerprint = \"0x1\" }");
    }

    #[test]
    fn a_summary_that_grew_too_large_is_removed() {
        let without = " {\n        expect_fingerprint = \"0x1\",\n        peers = [\"x\"],\n    }";
        for line_end in ["\n", "\r\n"] {
            let body = " {\n        expect_fingerprint = _,\n        expect_components = \"lattices\n        01234567\",\n        \
                        peers = [\"x\"],\n    }";
            assert_eq!(frozen(&body.replace('\n', line_end), 1001), without.replace('\n', line_end));
        }
        let inline =
            " { expect_fingerprint = _, expect_components = \"lattices 01234567\", peers = [\"x\"] }";
        assert_eq!(frozen(inline, 1001), " { expect_fingerprint = \"0x1\", peers = [\"x\"] }");
        let stale = " { expect_fingerprint = \"0x1\", expect_components = \"lattices 01234567\" }";
        let repaired = edited(stale, 1001, |source, coalition| {
            let block = blocks(source).remove(0);
            let entry = block.components.clone().unwrap();
            components(source, &block, &entry, coalition).into_iter().collect()
        });
        assert_eq!(repaired, " { expect_fingerprint = \"0x1\" }");
    }

    /// Opening a body of one line keeps everything else in it.
    #[test]
    fn a_body_of_one_line_keeps_what_is_in_it() {
        let pin = "expect_fingerprint = \"0x1\"";
        let summary = "expect_components = \"lattices abababab\"";
        let i = "\n        ";
        for (body, expected) in [
            (
                " { peers = [\"x\"], expect_fingerprint = _ }",
                format!(" {{{i}peers = [\"x\"],{i}{pin},{i}{summary},\n    }}"),
            ),
            (
                " {peers=[\"x\"],expect_fingerprint = _,expect_handshake=\"0x2\"}",
                format!(" {{{i}peers=[\"x\"],{i}{pin},{i}{summary},{i}expect_handshake=\"0x2\"\n    }}"),
            ),
            (
                " { /* a */ expect_fingerprint = _ /* b */, /* c */ peers = [\"x\"] }",
                format!(" {{{i}/* a */ {pin},{i}{summary} /* b */, /* c */ peers = [\"x\"]\n    }}"),
            ),
            (
                " { expect_fingerprint = _, /* c */ peers = [\"x\"] /* d */ }",
                format!(" {{{i}{pin},{i}{summary},{i}/* c */ peers = [\"x\"] /* d */\n    }}"),
            ),
            (" { expect_fingerprint = _ /* b */ }", format!(" {{{i}{pin},{i}{summary} /* b */\n    }}")),
        ] {
            assert_eq!(frozen(body, 1), expected);
        }
    }

    #[test]
    fn a_summary_is_indented_as_the_pin_is() {
        let body = " {\n\t\tpeers = [\"x\"],\n\t\texpect_fingerprint = _,\n\t}";
        let written = frozen(body, 30);
        assert!(
            written.contains("\n\t\texpect_fingerprint = \"0x1\",\n\t\texpect_components = \"lattices abab"),
            "{written}"
        );
        assert!(written.contains("\n\t\t    abababab"), "{written}");
    }
}
