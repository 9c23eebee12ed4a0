//! The question before a file is written.

use std::env;
use std::io::{self, IsTerminal as _, stdin};

use super::stderr::{self, errln};
use crate::interruption::Unfinished;

const NOTHING: &str = "nothing is written";

/// Returns `true` if a person is there to answer.
pub fn can_confirm() -> bool {
    let is_ci = env::var_os("CI").is_some_and(|ci| !ci.is_empty() && ci != "false" && ci != "0");
    !is_ci && stdin().is_terminal() && io::stderr().is_terminal()
}

/// Asks a question. Every answer but yes means no, and that is reported.
pub fn confirm(question: &str) -> bool {
    stderr::print(format_args!("{question} [y/N] "));
    let _unanswered = Unfinished::new(Box::new(|| errln!("\n{NOTHING}")));
    let mut answer = String::new();
    let is_yes = stdin().read_line(&mut answer).is_ok() && matches!(answer.trim(), "y" | "Y" | "yes" | "Yes");
    if !is_yes {
        errln!("{NOTHING}");
    }
    is_yes
}
