#!/usr/bin/env python3
"""Tests `coalition!` in an editor: completion, hover, "go to definition" and diagnostics of rust-analyzer in a block.

The script makes a crate that depends on this checkout, opens it in rust-analyzer and types into it. It prints PASS or FAIL
for each check. It exits with 1 if a check failed, and with 2 if rust-analyzer did not run.

To get rust-analyzer:

    rustup component add rust-analyzer rust-src

or build the version that fits your rustc from the registry, which takes minutes (0.0.330 fits rustc 1.95):

    cargo install ra_ap_rust-analyzer --version 0.0.330 --locked --bin rust-analyzer --root <folder>

rustc itself has the server that runs the macro, `libexec/rust-analyzer-proc-macro-srv` in its sysroot.

To run the script, which needs only Python 3:

    python3 evidence/ide/session.py [--server path/to/rust-analyzer] [--facade path/to/the/checkout] [--outside] [--verbose]

With `--outside`, the crate depends on a git copy of the checkout instead of its path. rust-analyzer sets
`cfg(rust_analyzer)` only for a dependency by path, and `cfg(miri)` for the others too.

If the sources of the standard library (`rust-src`) are not installed, a stub has the few items that an expansion names.
"""

import argparse
import json
import os
import pathlib
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time

START_SECONDS = 240
ANSWER_SECONDS = 60

# `CompletionItemKind.Constant` of LSP.
CONSTANT = 21

FROZEN = "0x0000000000000000000000000000000000000000000000000000000000000001"

# `§name§` marks a place and is not part of the file.
GOOD = """\
use coalition::coalition;

coalition! {
    /// The coalition of this session.
    pub §kind_coalition§coalition SESSION = "ethereum.session" {
        expect_fingerprint = "FROZEN",
        §components§expect_components = "lattices 87136548 647ce2c7 organisms fee3ec1f confluences 2df7e506:dd66:fb4a",
    }

    §kind_lattice§lattice §declared§ETHEREUM_MAINNET = "ethereum.mainnet" {
        §key§stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036",
    }
    /// The lattice of Unichain, in its author's words.
    lattice UNICHAIN_MAINNET = "unichain.mainnet" {
        stable_id = "0x647ce2c73708362b72f47f2027d12695f4cc53560a2828fd04b75f24aa8e6e5c",
    }
    organism EUR_PRICE_FEED = "price-feed.eur" {
        role = "oracle",
        stable_id = "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe",
    }
    confluence PAIRED_BUNDLES = "paired-bundles" {
        §spans§spans = [§spanned§ETHEREUM_MAINNET, §spanned_second§UNICHAIN_MAINNET],
    }
}

pub const ROOT: coalition::UniqueId = §root§SESSION_ROOT;
"""


class Session:
    """Speaks LSP with a rust-analyzer."""

    def __init__(self, server, folder, options, verbose):
        environment = dict(os.environ, CARGO_TARGET_DIR=str(folder / "target"))
        self.process = subprocess.Popen(
            [server],
            cwd=folder,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if verbose else subprocess.DEVNULL,
        )
        self.verbose = verbose
        self.options = options
        self.messages = queue.Queue()
        self.requests = 0
        self.quiescent = False
        self.health = None
        threading.Thread(target=self.read, daemon=True).start()
        self.request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": folder.as_uri(),
                "workspaceFolders": [{"uri": folder.as_uri(), "name": "session"}],
                "initializationOptions": options,
                "capabilities": {
                    "workspace": {"configuration": True},
                    "textDocument": {
                        "hover": {"contentFormat": ["markdown"]},
                        "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                        "diagnostic": {},
                        "synchronization": {},
                    },
                    "experimental": {"serverStatusNotification": True},
                },
            },
        )
        self.notify("initialized", {})

    def read(self):
        stream = self.process.stdout
        while True:
            length = None
            while line := stream.readline().strip():
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            if length is None:
                self.messages.put(None)
                return
            self.messages.put(json.loads(stream.read(length)))

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    def receive(self, deadline):
        """Takes one message, or raises TimeoutError. Answers the server's own requests."""
        try:
            message = self.messages.get(timeout=max(0.0, deadline - time.monotonic()))
        except queue.Empty:
            raise TimeoutError from None
        if message is None:
            raise RuntimeError("rust-analyzer ended")
        method, params = message.get("method"), message.get("params")
        if self.verbose and method:
            print("<-", method, json.dumps(params)[:400], file=sys.stderr)
        if method and "id" in message:
            result = [self.options for _ in params["items"]] if method == "workspace/configuration" else None
            self.send({"id": message["id"], "result": result})
        elif method == "experimental/serverStatus":
            self.quiescent, self.health = params.get("quiescent", False), params
        return message

    def request(self, method, params, seconds=ANSWER_SECONDS):
        deadline = time.monotonic() + seconds
        while True:
            self.requests += 1
            number = self.requests
            self.send({"id": number, "method": method, "params": params})
            while True:
                message = self.receive(deadline)
                if message.get("id") == number and "method" not in message:
                    break
            error = message.get("error")
            if error is None:
                return message["result"]
            # The content was modified, or the server cancelled: the request must be sent again.
            if error["code"] not in (-32801, -32802):
                raise RuntimeError(f"{method}: {error}")
            time.sleep(0.2)

    def settle(self, seconds):
        deadline = time.monotonic() + seconds
        while not self.quiescent:
            self.receive(deadline)

    def close(self):
        try:
            self.request("shutdown", None, 20)
            self.notify("exit", None)
            self.process.wait(20)
        except (TimeoutError, RuntimeError, OSError, subprocess.TimeoutExpired):
            self.process.kill()


class Document:
    """The open file, and requests about it."""

    def __init__(self, session, path):
        self.session, self.uri, self.version, self.places = session, path.as_uri(), 0, {}

    def write(self, marked):
        """Replaces the text, and remembers the places marked `§name§`."""
        parts = marked.split("§")
        text, self.places = parts[0], {}
        for name, following in zip(parts[1::2], parts[2::2]):
            line = text.count("\n")
            self.places[name] = {"line": line, "character": len(text) - text.rfind("\n") - 1}
            text += following
        self.version += 1
        if self.version == 1:
            document = {"uri": self.uri, "languageId": "rust", "version": 1, "text": text}
            self.session.notify("textDocument/didOpen", {"textDocument": document})
        else:
            changes = {"textDocument": {"uri": self.uri, "version": self.version}, "contentChanges": [{"text": text}]}
            self.session.notify("textDocument/didChange", changes)

    def ask(self, method, place):
        params = {"textDocument": {"uri": self.uri}, "position": self.places[place]}
        return self.session.request(f"textDocument/{method}", params)

    def completions(self, place="cursor"):
        answer = self.ask("completion", place) or []
        items = answer["items"] if isinstance(answer, dict) else answer
        return {item["label"]: item for item in items}

    def diagnostics(self):
        params = {"textDocument": {"uri": self.uri}}
        return [item["message"] for item in self.session.request("textDocument/diagnostic", params)["items"]]

    def hover(self, place):
        answer = self.ask("hover", place)
        return answer["contents"]["value"] if answer else ""

    def definition(self, place):
        answer = self.ask("definition", place) or []
        targets = answer if isinstance(answer, list) else [answer]
        return [
            (target.get("uri") or target["targetUri"], (target.get("range") or target["targetSelectionRange"])["start"])
            for target in targets
        ]


class Checks:
    def __init__(self):
        self.failed = 0

    def __call__(self, what, holds, found=""):
        print(f"{'PASS' if holds else 'FAIL'}  {what}{'' if holds else f' — found: {found}'}", flush=True)
        self.failed += not holds


def frozen(source):
    """The source with a fingerprint in place of `FROZEN`."""
    return source.replace("FROZEN", FROZEN)


def typed(before, inserted):
    """The good block with some text inserted before a line."""
    assert before in GOOD, before
    return frozen(GOOD.replace(before, inserted + before))


def run(document, session, check, root, words):
    good = frozen(GOOD).replace(FROZEN, root)
    organism = '    organism EUR_PRICE_FEED'

    def lattice(body):
        """The good block with another lattice, which has this body."""
        return typed(organism, '    lattice BASE = "base.mainnet" { ' + body + ' }\n').replace(FROZEN, root)

    def spans(names):
        """The good block with these names in `spans`."""
        return good.replace("[§spanned§ETHEREUM_MAINNET, §spanned_second§UNICHAIN_MAINNET]", names)

    def keys(what, source, kind):
        document.write(source)
        found = document.completions()
        offered = [label for label, item in found.items() if item.get("kind") == CONSTANT]
        check(f"completion of keys, {what}: those of {kind} and nothing else",
              sorted(offered) == sorted(words[kind]) and len(offered) == len(found), list(found))
        return found

    def kinds(what, source):
        document.write(source)
        found = document.completions()
        check(f"completion of kinds, {what}: every kind and nothing else", sorted(found) == sorted(words["kinds"]),
              list(found))

    def names(what, source):
        document.write(source)
        found = document.completions()
        expected = ["ETHEREUM_MAINNET", "UNICHAIN_MAINNET", "EUR_PRICE_FEED"]
        check(f"completion of const names, {what}", all(name in found for name in expected), list(found)[:8])

    def read(what, source):
        """Checks hovers and definitions in a source with all the places."""
        document.write(source)
        for place, title, words in [
            ("kind_coalition", "the kind `coalition`", ["comes first, once"]),
            ("kind_lattice", "the kind `lattice`", ["block-building lattice", "stable_id"]),
            ("key", "the key `stable_id`", ["32-byte id that its operator publishes", "stable_id = "]),
            ("components", "the key `expect_components`", ["what was frozen", "expect_components = "]),
            ("spans", "the key `spans`", ["citizens that it spans", "spans = [CITIZEN, CITIZEN]"]),
            ("declared", "a declared const name", ["ETHEREUM_MAINNET", "LatticeConfig"]),
            ("spanned_second", "a name in `spans`", ["UNICHAIN_MAINNET", "LatticeConfig"]),
        ]:
            text = document.hover(place)
            check(f"hover, {what}, on {title}", all(word in text for word in words), text)
        target = [(document.uri, document.places["declared"])]
        check(f"definition, {what}, of a name in `spans`", document.definition("spanned") == target,
              document.definition("spanned"))

    # A good block.
    document.write(good)
    found = document.diagnostics()
    check("no diagnostics in a good block", not found, found)
    read("good block", good)
    text = document.hover("spanned_second")
    check("hover on a name in `spans` has its author's words", "in its author's words" in text, text)
    text = document.hover("root")
    check("hover on `SESSION_ROOT` says the root", root in text, text)
    targets = [uri for uri, _ in document.definition("root")]
    check("definition of `SESSION_ROOT` leads into the block", targets == [document.uri], targets)

    # A block in the body of a function.
    inside = good.replace("coalition! {", "pub fn body() -> coalition::UniqueId {\ncoalition! {")
    inside = inside.replace("pub const ROOT: coalition::UniqueId = ", "").replace("SESSION_ROOT;", "SESSION_ROOT\n}")
    read("in a body", inside)
    names("in a body", inside.replace("§spanned_second§UNICHAIN_MAINNET]", "§spanned_second§UNI§cursor§]"))

    # A declaration that is not finished yet, which is a fault.
    keys("nothing typed", lattice("§cursor§"), "lattice")
    found = keys("half a key", lattice("sta§cursor§"), "lattice")
    item = found.get("stable_id", {})
    documentation = str(item.get("documentation", ""))
    if item and not documentation:
        documentation = str(session.request("completionItem/resolve", item).get("documentation", ""))
    check("a completed key has its documentation", "operator publishes" in documentation, item)
    # The key without a value, in the coalition.
    line = "        §components§expect_components = "
    found = keys("half a key of the coalition", good.replace(line, "        expect_c§cursor§\n" + line), "coalition")
    item = found.get("expect_components", {})
    documentation = str(item.get("documentation", "")) or (
        str(session.request("completionItem/resolve", item).get("documentation", "")) if item else "")
    check("a completed `expect_components` has its documentation", "what was frozen" in documentation, item)
    keys("after a key", lattice('stable_id = "0x01", con§cursor§'), "lattice")
    keys("after a missing comma", lattice('stable_id = "0x01" con§cursor§'), "lattice")
    keys("a misspelt kind", lattice("sta§cursor§").replace("lattice BASE", "latice BASE"), "lattice")
    keys("in an organism", lattice("r§cursor§").replace("lattice BASE", "organism BASE"), "organism")
    keys("in a confluence", lattice("§cursor§").replace("lattice BASE", "confluence BASE"), "confluence")
    kinds("before a declaration", typed(organism, "    §cursor§\n"))
    kinds("nothing typed at the end", good.replace("    }\n}\n", "    }\n    §cursor§\n}\n"))
    kinds("in an empty block", "coalition::coalition! { §cursor§ }\n")
    kinds("half a kind before a declaration", typed(organism, "    latt§cursor§\n"))
    kinds("half a kind at the end", good.replace("    }\n}\n", "    }\n    mod§cursor§\n}\n"))
    kinds("after a doc comment", typed(organism, "    /// A lattice.\n    latt§cursor§\n"))
    names("nothing typed", spans("[§cursor§]"))
    names("half a name", spans("[ETH§cursor§]"))
    names("half a second name", spans("[ETHEREUM_MAINNET, UNI§cursor§]"))
    names("after a missing comma",
          typed(organism, '    module ATLAS = "atlas" { spans = [EUR_PRICE_FEED ETH§cursor§] }\n'))

    # An open bracket. An open brace would leave the whole block open, which rust-analyzer does not expand.
    names("an open bracket", typed(organism, '    module ATLAS = "atlas" { spans = [ETH§cursor§ }\n'))

    # A block with a fault elsewhere.
    for what, fault in [
        ("a value is missing", '    lattice BASE = "base.mainnet" { stable_id = }\n'),
        ("a declaration stops half way", '    lattice BASE = \n'),
        ("a kind has no declaration", '    latt\n'),
        ("a token is out of place", '    ? lattice BASE = "base.mainnet";\n'),
    ]:
        faulty = good.replace(organism, fault + organism)
        read(what, faulty)
        keys(what, faulty.replace("        role = ", "        §cursor§\n        role = "), "organism")
        names(what, spans("[ETHEREUM_MAINNET, UNI§cursor§]").replace(organism, fault + organism))
        kinds(what, faulty.replace("    confluence PAIRED", "    con§cursor§\n    confluence PAIRED"))

    # The editor shows the messages.
    for what, source, code in [
        ("a drift", good.replace(root, FROZEN), "[C01]"),
        ("a fault", faulty, "[C19]"),
    ]:
        document.write(source)
        found = document.diagnostics()
        check(f"the message of {what} is a diagnostic", any(code in message for message in found), found)


STUB = {
    "core": """
#![no_core]
#![feature(no_core, lang_items, rustc_attrs)]
pub mod option { pub enum Option<T> { None, Some(T) } }
pub mod marker {
    #[lang = "sized"] pub trait Sized {}
    #[lang = "copy"] pub trait Copy {}
    #[lang = "unsize"] pub trait Unsize<T: ?Sized> {}
}
pub mod ops {
    #[lang = "coerce_unsized"] pub trait CoerceUnsized<T: ?Sized> {}
    impl<'a, 'b: 'a, T: ?Sized + crate::marker::Unsize<U>, U: ?Sized> CoerceUnsized<&'a U> for &'b T {}
}
pub mod macros {
    #[macro_export] #[rustc_builtin_macro] macro_rules! compile_error { ($msg:expr $(,)?) => {{}}; }
    #[macro_export] #[rustc_builtin_macro] macro_rules! concat { ($($e:expr),* $(,)?) => {{}}; }
    #[macro_export] #[rustc_builtin_macro] macro_rules! include_str { ($file:expr $(,)?) => {{}}; }
}
pub mod prelude {
    pub mod v1 { pub use crate::marker::{Copy, Sized}; pub use crate::option::Option::{self, None, Some}; }
    pub mod rust_2021 { pub use super::v1::*; }
    pub mod rust_2024 { pub use super::v1::*; }
}
""",
    "std": "pub use core::*;\npub mod prelude { pub use core::prelude::*; }\n",
}


def sysroot_source(folder):
    """Returns the folder of `rust-src` if it is installed, otherwise of a stub."""
    sysroot = subprocess.run(["rustc", "--print", "sysroot"], capture_output=True, text=True, check=True).stdout.strip()
    installed = pathlib.Path(sysroot) / "lib/rustlib/src/rust/library"
    if (installed / "core").is_dir():
        return installed, "rust-src"
    for crate, source in STUB.items():
        file = folder / "library" / crate / "src/lib.rs"
        file.parent.mkdir(parents=True)
        file.write_text(source)
    return folder / "library", "a stub"


def repository(facade, folder):
    """Copies the checkout into a new repository, with uncommitted changes."""
    copy = folder / "facade"
    shutil.copytree(facade, copy, ignore=shutil.ignore_patterns("target", ".git"))
    author = ["-c", "user.name=session", "-c", "user.email=session@localhost"]
    for arguments in [["init", "--quiet"], ["add", "--all"], [*author, "commit", "--quiet", "--message", "A copy"]]:
        subprocess.run(["git", *arguments], cwd=copy, check=True)
    return copy.as_uri()


def words_of(facade):
    """The kinds with their keys, from the facade's documentation."""
    words = {}
    for line in (facade / "src/keys.rs").read_text().splitlines():
        if line.startswith("pub mod "):
            words[line.split()[2]] = listed = []
        elif line.startswith("    pub const ") and (word := line.split()[2].rstrip(":")) != "end":
            listed.append(word)
    return words


def root_of(folder):
    """The root of the good block, from the message of a drift."""
    marks = frozen(GOOD).split("§")
    (folder / "src/lib.rs").write_text("".join(marks[::2]))
    check = subprocess.run(
        ["cargo", "check", "--quiet"], cwd=folder, capture_output=True, text=True,
        env=dict(os.environ, CARGO_TARGET_DIR=str(folder / "target")), check=False, timeout=START_SECONDS,
    )
    for line in check.stderr.splitlines():
        if "got:" in line:
            return line.split()[-1]
    raise RuntimeError(f"the block did not say its root:\n{check.stderr}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--server", default="rust-analyzer")
    parser.add_argument("--facade", default=pathlib.Path(__file__).resolve().parents[2], type=pathlib.Path)
    parser.add_argument("--outside", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()

    with tempfile.TemporaryDirectory(prefix="coalition-session-") as temporary:
        folder = pathlib.Path(temporary).resolve()
        sources, of_what = sysroot_source(folder)
        krate = folder / "session"
        (krate / "src").mkdir(parents=True)
        facade = arguments.facade.resolve()
        if arguments.outside:
            source = f"git = {json.dumps(repository(facade, folder))}"
        else:
            source = f"path = {json.dumps(str(facade))}"
        (krate / "Cargo.toml").write_text(
            '[package]\nname = "session"\nversion = "0.0.0"\nedition = "2024"\n\n[workspace]\n\n'
            f"[dependencies]\ncoalition = {{ {source} }}\n"
        )
        options = {
            "cargo": {"sysrootSrc": str(sources)},
            "checkOnSave": False,
            "cachePriming": {"enable": False},
            "completion": {"limit": None},
        }
        check = Checks()
        try:
            version = subprocess.run([arguments.server, "--version"], capture_output=True, text=True, check=True)
            rustc = subprocess.run(["rustc", "--version"], capture_output=True, text=True, check=True)
            print(f"{version.stdout.strip()}, {rustc.stdout.strip()}, standard library: {of_what}", flush=True)
            root = root_of(krate)
            session = Session(arguments.server, krate, options, arguments.verbose)
        except (OSError, RuntimeError, TimeoutError, subprocess.SubprocessError) as error:
            print(f"no session: {error}", file=sys.stderr)
            return 2
        try:
            document = Document(session, krate / "src/lib.rs")
            document.write(frozen(GOOD).replace(FROZEN, root))
            session.settle(START_SECONDS)
            run(document, session, check, root, words_of(arguments.facade))
        except (RuntimeError, TimeoutError) as error:
            print(f"no answer: {error or 'out of time'}; the server said {session.health}", file=sys.stderr)
            return 2
        finally:
            session.close()
    print(f"{check.failed} failed" if check.failed else "all passed")
    return 1 if check.failed else 0


if __name__ == "__main__":
    sys.exit(main())
