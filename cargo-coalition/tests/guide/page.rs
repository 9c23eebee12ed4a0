//! The steps that a page has its reader do, in order.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// A step that a page has its reader do.
pub enum Step {
    /// Run a command: the lines of its output in the page, if that shows it, and how it ends.
    Run { command: String, output: Option<Range<usize>>, exit: i32 },
    /// Write a file, or apply a patch to one.
    Change { path: String, text: String, is_patch: bool },
}

/// A page of the repository.
pub struct Page {
    pub path: PathBuf,
    pub lines: Vec<String>,
}

impl Page {
    pub fn read(name: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name);
        let lines = fs::read_to_string(&path).expect("the page").lines().map(str::to_owned).collect();
        Self { path, lines }
    }

    pub fn steps(&self) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut comment = String::new();
        let mut at = 0;
        while at < self.lines.len() {
            let line = &self.lines[at];
            at += 1;
            if let Some(text) = line.strip_prefix("<!-- ").and_then(|rest| rest.strip_suffix(" -->")) {
                comment = text.into();
                if let Some(command) = comment.strip_prefix("run ") {
                    steps.push(Step::Run { command: command.into(), output: None, exit: 0 });
                }
            } else if let Some(language) = line.strip_prefix("```") {
                let length = self.lines[at..].iter().position(|line| line == "```").expect("the block ends");
                let block = at..at + length;
                at = block.end + 1;
                let said = std::mem::take(&mut comment);
                let (word, rest) = said.split_once(' ').unwrap_or((&said, ""));
                match word {
                    "write" | "edit" => steps.push(Step::Change {
                        path: rest.into(),
                        text: self.lines[block].join("\n") + "\n",
                        is_patch: language == "diff",
                    }),
                    "elsewhere" => {}
                    _ if language == "console" => {
                        let exit = if word == "exit" { rest.parse().expect("an exit code") } else { 0 };
                        steps.extend(self.commands(block, exit, word != "commands"));
                    }
                    _ => {}
                }
            } else if !line.is_empty() {
                comment.clear();
            }
        }
        steps
    }

    /// The commands of a block, of which the last ends with an exit code.
    fn commands(&self, block: Range<usize>, exit: i32, has_outputs: bool) -> Vec<Step> {
        let starts = block.clone().filter(|&line| self.lines[line].starts_with("$ "));
        let starts: Vec<usize> = starts.chain([block.end]).collect();
        let step = |pair: &[usize]| {
            let (start, end) = (pair[0], pair[1]);
            let command = self.lines[start][2..].split("  #").next().unwrap_or_default();
            Step::Run {
                command: command.trim().into(),
                output: has_outputs.then_some(start + 1..end),
                exit: if end == block.end { exit } else { 0 },
            }
        };
        starts.windows(2).map(step).collect()
    }
}
