//! The longer help texts. A blank line parts paragraphs; clap wraps them to the terminal.

pub const COMMAND: &str = "Scaffold, check and freeze coalitions.

Every value that this command shows or writes was said by a build of yours: it derives no identity of its own.";

pub const NEW: &str = "Scaffold an operator's crate: a declaration that is not frozen yet, release-notes.md, a test and \
a README and a CI workflow. Nothing that exists is overwritten.

The ids are left open, and the build says whose operator publishes each. Under `--example` the citizens are made up, so \
that the crate freezes at once.";

pub const CHECK: &str = "Build, and report each coalition as frozen, unfrozen or drifted. Writes nothing. Without \
`--package` it is the whole workspace.

A coalition is frozen where its block was built and the build had nothing to say about it. One that this build does not \
contain, behind a feature for example, is listed as unchecked, and is a failure under `--deny-unchecked` alone. Where no coalition is found at all, the check fails.";

pub const FREEZE: &str = "Show what changed since the last freeze, component by component, ask, and write the values that the build says into \
the source: the fingerprint, and the handshake digest where it is pinned. Then build again to verify them, and add an \
entry to release-notes.md beside the package's Cargo.toml.

The state of the last freeze is taken from handshake.json, where that is of the pinned value, or else from the git \
revision in which the pin came to stand in a source, which is built in a temporary folder.

Where the build does not verify the values, every file is put back as it was. What this command will not edit is shown, \
to be edited by hand: the pin of an import, which is its operator's to change, with everything of the coalition that \
imports it, a block that a macro writes, a file outside the workspace.

This is the operators' command. An integrator whose build drifted compares with the operator's handshake page instead.";

pub const SHOW: &str = "Show each coalition of the build with its identities.

With `--format json`, one coalition is its handshake, the document that schema/handshake.schema.json describes; several stand \
in `{ format, verb, coalitions: [{ package, state, file, line, column, handshake }] }`.

The build has a target directory of its own, `coalition/read` in the usual one, in which each block says its whole \
handshake.";

pub const DIFF: &str = "Say what changed, component by component, with the old and the new ids: what was added, removed, \
moved, what changed the identity, and what changed otherwise. What only follows from these is named below them. The last \
line says whether integrators must rebuild. Fails if anything changed.

A revision is built in a temporary folder, which is removed again; git does not hear of it. A path dependency that the \
revision does not hold, a crate beside the repository or a submodule, is taken as it is now. A file is a handshake.json \
as an operator publishes it, or the output of `show --json`. `--against -` reads it from standard input:

    curl URL | cargo coalition diff --against -";

pub const HANDSHAKE: &str = "Write handshake.md, handshake.html and handshake.json: the page that integrators are linked \
to, and the same for tools. Files that did not change are left alone. Where several coalitions share a folder, each has \
a folder of its name in it. A page that is left over from before is named, to be removed by hand. A coalition that is not \
frozen, or drifted, is not published.

A warning names each thing of the runbook's Step 7 that is missing on a page, or that still is the scaffold's.

A template of your own for the HTML is given `body`, the page, and `handshake`, the document of handshake.json.";

pub const INSPECT: &str = "Ask a binary which coalitions it was compiled against. Every build carries a marker of each: \
its name, the schema of its derivation, and its COALITION_ROOT. Fails where there is none.";

pub const EXIT_CODES: &str = "Exit codes:
  0    all is well
  1    drifted, not frozen or not found; something changed; a page is stale
  2    called wrongly, or nobody is there to answer
  101  the build failed otherwise, or a file could not be read or written
  130  a signal ended `freeze`, and every file is as it was";
