#!/usr/bin/env python3
"""Measures what the crate costs a build, as ratios taken in one run.

    python3 benchmarks/measure.py              # cost of the macro, crate count
    python3 benchmarks/measure.py --hash       # and instructions per block of the const BLAKE3 (needs valgrind)

Every figure of time is user + system time of `cargo check` on a crate whose dependencies are built, the median of
several rounds in which the cases take turns, less the same for a crate that has the dependency and uses nothing of it.
"By hand" are the const items that the macro emits, as rustc prints them, without any check.
"""
import argparse
import functools
import hashlib
import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
AT_MOST = {"declared": 4.0, "imported": 3.0, "linear": 1.3, "crates": 14, "hash": 1.8e6, "ab-blake3": 0.1}


def progress(text: str = "") -> None:
    """One line on a terminal that says what runs now; nothing elsewhere."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


def ident(k: int) -> bytes:
    return hashlib.sha256(b"citizen %d" % k).digest()


def byte_string(raw: bytes) -> str:
    return 'b"' + "".join(f"\\x{byte:02x}" for byte in raw) + '"'


def declared(count: int, pin: str = "_") -> str:
    pin = pin if pin == "_" else f'"{pin}"'
    lines = [f'coalition::coalition! {{ pub coalition SCALE = "scale.bench" {{ expect_fingerprint = {pin} }}']
    lines += [f'lattice CHAIN_{k} = "chain-{k}.bench" {{ stable_id = "0x{ident(k).hex()}" }}' for k in range(count)]
    return "\n".join(lines) + "\n}\n"


def imported(count: int, pin: str = "_") -> str:
    """The same coalition, of citizens that an operator publishes. None is pinned."""
    pin = pin if pin == "_" else f'"{pin}"'
    lines = [f'coalition::coalition! {{ pub coalition SCALE = "scale.bench" {{ expect_fingerprint = {pin} }}']
    lines += [f"lattice CHAIN_{k} = operator_{count}::CHAIN_{k};" for k in range(count)]
    return "\n".join(lines) + "\n}\n"


def operator(count: int) -> str:
    """An operator's crate."""
    lines = ["use coalition::{LatticeConfig, UniqueId};"]
    lines += [
        f"pub const CHAIN_{k}: LatticeConfig<'static> = LatticeConfig {{ name: \"chain-{k}.bench\", "
        f"stable_id: UniqueId::from_bytes(*{byte_string(ident(k))}), content_hash: None }};"
        for k in range(count)
    ]
    return "\n".join(lines) + "\n"


def by_hand(path: pathlib.Path, target: pathlib.Path) -> str:
    """The items that a declaration stands for, as rustc prints them, without the checks."""
    run = subprocess.run(
        ["cargo", "rustc", "--quiet", "--profile", "check", "--", "-Zunpretty=expanded"],
        cwd=path, capture_output=True, text=True, check=True,
        env={**os.environ, "CARGO_TARGET_DIR": str(target), "RUSTC_BOOTSTRAP": "1"},
    )
    items = re.sub(r"^const _: \(\) =.*?;\n(?=\S|\Z)", "", run.stdout, flags=re.DOTALL | re.MULTILINE)
    assert "__private::agree" not in items, "the checks are left out"
    return "".join(line for line in items.splitlines(keepends=True) if not line.startswith(("#!", "#[macro_use]", "extern crate", "#[prelude_import]", "use std::prelude", "use ::std::prelude")))


def crate(folder: pathlib.Path, name: str, source: str, dependencies: str) -> pathlib.Path:
    path = folder / name
    (path / "src").mkdir(parents=True, exist_ok=True)
    (path / "Cargo.toml").write_text(
        f'[package]\nname = "{name}"\nversion = "0.0.0"\nedition = "2024"\n[dependencies]\n{dependencies}\n[workspace]\n'
    )
    (path / "src/lib.rs").write_text(source)
    return path


def check(path: pathlib.Path, target: pathlib.Path) -> tuple[float, str]:
    """Runs `cargo check` on a touched crate: its user + system seconds, and what it printed."""
    os.utime(path / "src/lib.rs")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run(
        ["cargo", "check", "--quiet"],
        cwd=path,
        env={**os.environ, "CARGO_TARGET_DIR": str(target)},
        stderr=subprocess.PIPE,
        text=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, run.stderr


def frozen(folder: pathlib.Path, target: pathlib.Path, name: str, source, dependencies: str) -> pathlib.Path:
    """A crate of a declaration with the fingerprint that its own build says."""
    path = crate(folder, name, source("_"), dependencies)
    got = re.search(r"got: (0x[0-9a-f]{64})", check(path, target)[1])
    assert got, "an unfrozen declaration says its fingerprint"
    return crate(folder, name, source(got[1]), dependencies)


def macro_cost(folder: pathlib.Path, rounds: int) -> dict[str, float]:
    target = folder / "target"
    dependency = f'coalition = {{ path = "{ROOT}" }}'
    cases = {"empty": crate(folder, "empty", "", dependency)}
    for count in (1_000, 10_000):
        block = frozen(folder, target, f"declared-{count}", functools.partial(declared, count), dependency)
        cases[f"declared {count}"] = block
        cases[f"by hand {count}"] = crate(folder, f"by-hand-{count}", by_hand(block, target), dependency)
        published = crate(folder, f"operator-{count}", operator(count), dependency)
        both = f'{dependency}\noperator-{count} = {{ path = "{published}" }}'
        source = functools.partial(imported, count)
        cases[f"imported {count}"] = frozen(folder, target, f"imported-{count}", source, both)
    times: dict[str, list[float]] = {name: [] for name in cases}
    for turn in range(rounds + 1):
        for name, path in cases.items():
            progress(f"round {turn} of {rounds}: {name}")
            seconds, printed = check(path, target)
            if printed:
                sys.exit(f"\n{name} does not build quietly:\n{printed[:2000]}")
            if turn:  # the first round builds the dependencies
                times[name].append(seconds)
    progress()
    return {name: statistics.median(values) for name, values in times.items()}


def crate_count() -> int:
    tree = subprocess.run(
        ["cargo", "tree", "--package", "coalition", "--edges", "normal,build", "--prefix", "none", "--no-dedupe"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout
    return len({line.split()[0] for line in tree.splitlines() if line and not line.startswith("coalition")})


def hash_source(count: int, element: tuple[str, str], call: str) -> str:
    kind, wrap = element
    ids = ", ".join(wrap.format(f"*{byte_string(ident(k))}") for k in range(count))
    return f"const IDS: [{kind}; {count}] = [{ids}];\npub const ROOT: [u8; 32] = {call};\n"


def instructions(path: pathlib.Path, target: pathlib.Path) -> int:
    """Instructions of one rustc that checks the crate, counted by valgrind."""
    arguments = subprocess.run(
        ["cargo", "check", "--verbose"], cwd=path, env={**os.environ, "CARGO_TARGET_DIR": str(target)},
        stderr=subprocess.PIPE, text=True,
    ).stderr
    externs = re.findall(rf"--crate-name {path.name.replace('-', '_')} .*?(--extern [^\s`]+)", arguments)
    rustc = subprocess.run(["rustc", "--print", "sysroot"], capture_output=True, text=True, check=True).stdout.strip()
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", f"{rustc}/bin/rustc", "--edition", "2024",
         "--crate-type", "lib", "--emit", "metadata", "-Zthreads=1", "-o", str(path / "out.rmeta"),
         "-L", f"dependency={target}/debug/deps", *externs[0].split(), "src/lib.rs"],
        cwd=path, capture_output=True, text=True, env={**os.environ, "RUSTC_BOOTSTRAP": "1"},
    )
    collected = re.search(r"Collected : (\d+)", run.stderr)
    assert collected and run.returncode == 0, run.stderr[-2000:]
    return int(collected[1])


def hash_cost(folder: pathlib.Path) -> dict[str, float]:
    """Instructions per 64-byte block in const evaluation: the difference of two lengths."""
    cases = {
        "coalition-core": (
            f'coalition-core = {{ path = "{ROOT}/coalition-core" }}',
            ("coalition_core::UniqueId", "coalition_core::UniqueId::from_bytes({})"),
            "*IDS[0].as_bytes()",
            "{ let mut hasher = coalition_core::__private::Hasher::new(); let mut k = 0;"
            " while k < IDS.len() { hasher.id(&IDS[k]); k += 1; } *hasher.finalise().as_bytes() }",
        ),
        "ab-blake3": ('ab-blake3 = "0.1"', ("[u8; 32]", "{}"), "IDS[0]", "ab_blake3::const_hash(IDS.as_flattened())"),
    }
    figures = {}
    for name, (dependency, element, nothing, call) in cases.items():
        counts = (128, 640) if name == "coalition-core" else (32, 64)
        totals = []
        for count in counts:
            progress(f"valgrind: {name}, {count} ids")
            path = crate(folder, f"hash-{name}-{count}", hash_source(count, element, call), dependency)
            bare = crate(folder, f"bare-{name}-{count}", hash_source(count, element, nothing), dependency)
            target = folder / "target"
            totals.append(instructions(path, target) - instructions(bare, target))
        figures[name] = (totals[1] - totals[0]) / ((counts[1] - counts[0]) / 2)
    progress()
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--hash", action="store_true", help="count the const hash's instructions with valgrind")
    options = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="coalition-measure-"))
    rows = []
    try:
        seconds = macro_cost(folder, options.rounds)
        above = {name: value - seconds["empty"] for name, value in seconds.items()}
        print(f"{'cargo check above an empty crate':<34} {'1,000 citizens':>16} {'10,000 citizens':>16}")
        for case in ("by hand", "declared", "imported"):
            print(f"{case:<34} {above[f'{case} 1000']:>14.2f} s {above[f'{case} 10000']:>14.2f} s")
        rows.append(("declared : by hand, 1,000 citizens", above["declared 1000"] / above["by hand 1000"], "declared"))
        rows.append(("per citizen, 10,000 : 1,000", above["declared 10000"] / above["declared 1000"] / 10, "linear"))
        rows.append(("imported : declared, 1,000 citizens", above["imported 1000"] / above["declared 1000"], "imported"))
        rows.append(("per import, 10,000 : 1,000", above["imported 10000"] / above["imported 1000"] / 10, "linear"))
        rows.append(("third-party crates", crate_count(), "crates"))
        if options.hash:
            figures = hash_cost(folder)
            rows.append(("const BLAKE3, instructions a block", figures["coalition-core"], "hash"))
            rows.append(("const BLAKE3 : ab-blake3", figures["coalition-core"] / figures["ab-blake3"], "ab-blake3"))
    finally:
        shutil.rmtree(folder)
    print(f"\n{'figure':<38} {'measured':>12} {'at most':>12}")
    for name, value, bound in rows:
        print(f"{name:<38} {value:>12,.2f} {AT_MOST[bound]:>12,.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
