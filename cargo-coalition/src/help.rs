//! The longer help texts. A blank line separates paragraphs; clap wraps them to the terminal.

pub const COMMAND: &str = "Scaffold, check and freeze coalitions.

Every value that this command shows or writes comes from a build of your crate. The command derives none itself.";

pub const NEW: &str = "Scaffold an operator's crate: a declaration that is not frozen yet, release-notes.md, a test, a \
README and a CI workflow. It overwrites nothing.

The ids are left open, and the build says whose operator publishes each. With `--example` the citizens are made up, so \
the crate builds and freezes at once.";

pub const CHECK: &str = "Build, and report each coalition as frozen, unfrozen or drifted. Writes nothing. Without \
`--package`, the whole workspace is checked.

A coalition is frozen if the compiler expanded its block in this build and every check passed. A block that this build \
did not expand, such as one behind a feature, is listed as unchecked. That is a failure only with `--deny-unchecked` or \
`--published`. If no coalition is found, the check fails.

`--published` is the check for an operator's CI. It also fails if release-notes.md lacks the fingerprint, or if a file \
of the handshake page is not what `cargo coalition handshake` would write.";

pub const FREEZE: &str = "Show what changed since the last freeze, component by component, ask, and write the values \
from the build into the source: each open fingerprint, and the handshake digest if it is pinned. Then build again to \
verify them, and add an entry to release-notes.md beside the package's Cargo.toml.

The last freeze is read from handshake.json if that has the pinned value. Otherwise it is read from the git revision \
that introduced the pin, which is built in a temporary folder.

If the build does not verify every value, or a signal ends the command, every file is put back as it was. Some pins are \
shown but never written: the pin of an import, which only its operator changes; a block that a macro writes; a file \
outside the workspace.

This command is for operators. An integrator whose build drifted compares with the operator's handshake page instead.";

pub const SHOW: &str = "Show each coalition of the build with its identities.

With `--format json`, one coalition is printed as its handshake, the document that schema/handshake.schema.json \
describes. Several are printed as `{ format, verb, coalitions: [{ package, state, file, line, column, handshake }] }`.

The build has a target directory of its own, `coalition/read` inside the usual one.";

pub const DIFF: &str = "Show what changed, component by component, with the old and the new ids: what was added, \
removed or moved, whose identity changed, and what else changed. Changes that only follow from others are named below \
them. The last line says whether integrators must rebuild. Fails if anything changed.

A revision is built in a temporary folder, which is removed afterwards. The repository is not touched. A path dependency \
that the revision does not hold, such as a crate beside the repository or a submodule, is taken as it is now. A file is \
a handshake.json as an operator publishes it, or the output of `show --json`. `--against -` reads it from standard \
input:

    curl URL | cargo coalition diff --against -";

pub const HANDSHAKE: &str = "Write handshake.md, handshake.html and handshake.json: the page for integrators, and the \
same for tools. Files that did not change are left alone. If a package has several coalitions, each page has a folder of \
its own. A page that is left over in another folder is named, and you remove it. A coalition that drifted or is not \
frozen is not published.

A warning names each item of the runbook's Step 7 that is missing on a page or still the scaffold's.

A template for the HTML file gets two variables: `body`, the page, and `handshake`, the document of handshake.json.";

pub const INSPECT: &str = "Show which coalitions a binary was compiled against. Every build carries a marker for each: \
its name, the schema of its derivation, and its COALITION_ROOT. Fails if there is none.";

pub const EXIT_CODES: &str = "Exit codes:
  0    all is well
  1    drifted, not frozen or not found; something changed; a page is stale
  2    called wrongly, or there is no terminal to ask on
  101  the build failed for another reason, or a file could not be accessed
  130  a signal ended the command; every file is as it was";
