#!/usr/bin/env python3
"""Measures the build time of `coalition!` and of similar macros.

    python3 evidence/bench/measure.py             # cargo check beyond an empty crate, for 10 to 10,000 citizens
    python3 evidence/bench/measure.py --exact     # instructions of rustc for 1,000 citizens, independent of the machine's load
    python3 evidence/bench/measure.py --drift     # cargo check that fails with one changed id, against one that passes
    python3 evidence/bench/measure.py --hash      # instructions per 64 bytes of hashes in const evaluation
    python3 evidence/bench/measure.py --builds    # clean builds and their numbers of crates; mosaik's takes minutes
    python3 evidence/bench/measure.py --json FILE # also writes the figures to a file for the guide

Times are user + system time. `cargo check` runs with built dependencies, for several rounds in which the cases take
turns. A figure is the median, minus the median of a crate with the same dependency and no code. "By hand" are the items
that the macro emits, without the checks. valgrind counts instructions.
"""
import argparse
import functools
import json
import pathlib
import shutil
import statistics
import sys
import tempfile

import cases
import rustc

ROOT = pathlib.Path(__file__).resolve().parents[2]
COALITION = f'coalition = {{ path = "{ROOT}" }}'
UNIQUE_ID = 'mosaik-macros = "=0.4.0"'
SOL = 'alloy-sol-types = "=1.7.3"'
COUNTS = (10, 100, 1_000, 10_000)
# With 10,000 structs, the output of `sol!` takes minutes to check.
SOL_AT_MOST = 1_000


def coalitions(folder: pathlib.Path, target: pathlib.Path, count: int) -> dict[str, pathlib.Path]:
    """Crates with this many citizens: by hand, declared, and imported."""
    block = frozen(folder, target, f"declared-{count}", functools.partial(cases.declared, count), COALITION)
    published = rustc.crate(folder, f"operator-{count}", cases.operator(count), COALITION)
    both = f'{COALITION}\noperator-{count} = {{ path = "{published}" }}'
    return {
        "by hand": rustc.crate(folder, f"by-hand-{count}", cases.by_hand(block, target), COALITION),
        "declared": block,
        "imported": frozen(folder, target, f"imported-{count}", functools.partial(cases.imported, count), both),
    }


def frozen(folder: pathlib.Path, target: pathlib.Path, name: str, source, dependencies: str) -> pathlib.Path:
    """A crate with a declaration, frozen with the fingerprint from the message of its first build."""
    path = rustc.crate(folder, name, source("_"), dependencies)
    _, said = rustc.check(path, target)
    _, _, got = said.partition("got: ")
    assert got, "an unfrozen declaration says its fingerprint"
    return rustc.crate(folder, name, source(got[:66]), dependencies)


def neighbours(folder: pathlib.Path, count: int) -> dict[str, pathlib.Path]:
    """Crates with this many ids or structs from other macros."""
    found = {"unique_id!": rustc.crate(folder, f"unique-id-{count}", cases.unique_ids(count), UNIQUE_ID)}
    if count <= SOL_AT_MOST:
        found["sol!"] = rustc.crate(folder, f"sol-{count}", cases.sol(count), SOL)
    return found


def empties(folder: pathlib.Path) -> dict[str, pathlib.Path]:
    """For each case, a crate with the same dependencies and no code."""
    ours = rustc.crate(folder, "empty", "", COALITION)
    return {
        "by hand": ours,
        "declared": ours,
        "imported": ours,
        "unique_id!": rustc.crate(folder, "empty-unique-id", "", UNIQUE_ID),
        "sol!": rustc.crate(folder, "empty-sol", "", SOL),
    }


def check_time(folder: pathlib.Path, rounds: int) -> dict[str, dict[int, float]]:
    target = folder / "target"
    empty = empties(folder)
    crates = {(name, 0): path for name, path in empty.items()}
    for count in COUNTS:
        found = coalitions(folder, target, count) | neighbours(folder, count)
        crates |= {(name, count): path for name, path in found.items()}
    times: dict[pathlib.Path, list[float]] = {path: [] for path in crates.values()}
    for turn in range(rounds + 1):
        for path, measured in times.items():
            rustc.progress(f"round {turn} of {rounds}: {path.name}")
            seconds, printed = rustc.check(path, target)
            if printed:
                sys.exit(f"\n{path.name} does not build quietly:\n{printed[:2000]}")
            if turn:  # the first round builds the dependencies
                measured.append(seconds)
    rustc.progress()
    median = {case: statistics.median(times[path]) for case, path in crates.items()}
    print(f"{'cargo check above an empty crate':<34}" + "".join(f"{count:>12,}" for count in COUNTS))
    for name in empty:
        row = [f"{median[name, count] - median[name, 0]:.3f} s" if (name, count) in median else "" for count in COUNTS]
        print(f"{name:<34}" + "".join(f"{cell:>12}" for cell in row))
    above = {case: seconds - median[case[0], 0] for case, seconds in median.items()}
    print(f"declared : by hand, 1,000 citizens   {above['declared', 1_000] / above['by hand', 1_000]:.2f}")
    for name in ("declared", "imported"):
        print(f"{name}, per citizen, 10,000 : 1,000  {above[name, 10_000] / above[name, 1_000] / 10:.2f}")
    return {name: {count: round(above[name, count], 4) for count in COUNTS if (name, count) in above} for name in empty}


# The drifts: how the citizens come, their number, and if rustc compiles incrementally, as `cargo check` does by default.
DRIFTS = [("declared", 1_000, False), ("declared", 1_000, True), ("imported", 10_000, False), ("imported", 10_000, True)]


def drift(folder: pathlib.Path, rounds: int) -> dict[str, dict[str, float]]:
    """The same coalition, frozen with and without one changed id. Both have a summary, and their builds take turns.

    rustc keeps no incremental session of a build with errors. So a failing build starts afresh each time, and is also
    compared with a passing build that has no session to reuse.
    """
    figures = {}
    for kind, count, incremental in DRIFTS:
        name = f"{kind}, {count:,}, {'incremental' if incremental else 'not incremental'}"
        source = {"declared": cases.declared, "imported": cases.imported}[kind]
        target, dependencies = folder / f"drift-{incremental}", COALITION
        if kind == "imported":
            published = rustc.crate(folder, f"operator-{count}", cases.operator(count), COALITION)
            dependencies += f'\noperator-{count} = {{ path = "{published}" }}'
        environment = {"CARGO_INCREMENTAL": str(int(incremental))}
        path = rustc.crate(folder, f"passes-{kind}-{count}", source(count), dependencies)
        got = rustc.check(path, target, environment)[1].partition("got: ")[2][:66]
        other = got[:-1] + ("1" if got.endswith("0") else "0")
        rustc.crate(folder, path.name, source(count, got, cases.components(count, changed=False)), dependencies)
        drifted = source(count, other, cases.components(count, changed=True))
        crates = {"passes": path, "fails": rustc.crate(folder, f"fails-{kind}-{count}", drifted, dependencies)}
        if incremental:
            crates["passes, no session"] = path
        seconds = {case: [] for case in crates}
        for turn in range(rounds + 1):
            rustc.progress(f"drift: {name}, round {turn} of {rounds}")
            for case, crate in crates.items():
                if case == "passes, no session":
                    for session in target.glob(f"debug/incremental/{path.name.replace('-', '_')}-*"):
                        shutil.rmtree(session)
                spent, printed = rustc.check(crate, target, environment)
                notes = printed.count("has another stable id")
                assert notes == (case == "fails") and ("[C01]" in printed) == (case == "fails"), printed[:2000]
                seconds[case].append(spent)
        rustc.progress()
        figures[name] = {}
        for case, found in seconds.items():
            # The first round builds the dependencies.
            ratio = statistics.median(fails / other for fails, other in zip(seconds["fails"][1:], found[1:]))
            figures[name][case] = round(statistics.median(found[1:]), 3)
            figures[name][f"fails : {case}"] = round(ratio, 2)
            print(f"{name:<34} {case:<20} {figures[name][case]:>8.3f} s    fails : this {ratio:>6.2f}")
    return figures


def exact(folder: pathlib.Path) -> dict[str, int]:
    target, count = folder / "target", 1_000
    figures = {}
    empty = empties(folder)
    base = {path: rustc.instructions(path, target) for path in set(empty.values())}
    for name, path in (coalitions(folder, target, count) | neighbours(folder, count)).items():
        rustc.progress(f"valgrind: {name}")
        figures[name] = rustc.instructions(path, target) - base[empty[name]]
    rustc.progress()
    for name, figure in figures.items():
        print(f"{name:<34} {figure / 1e6:>10,.0f} million instructions {figure / figures['by hand']:>8.2f} : by hand")
    return figures


# For each crate: the dependency, the type and the constructor of an id, an expression without a hash, the hash of `IDS`.
HASHES = {
    "coalition-core": (
        f'coalition-core = {{ path = "{ROOT}/coalition-core" }}',
        ("coalition_core::UniqueId", "coalition_core::UniqueId::from_bytes({})"),
        "*IDS[0].as_bytes()",
        "{ let mut hasher = coalition_core::__private::Hasher::new(); let mut k = 0;"
        " while k < IDS.len() { hasher.id(&IDS[k]); k += 1; } *hasher.finalise().as_bytes() }",
    ),
    "ab-blake3": ('ab-blake3 = "=0.2.0"', None, "IDS[0]", "ab_blake3::const_hash(IDS.as_flattened())"),
    "const_blake3": (
        'const_blake3 = "=0.0.0"', None, "IDS[0]",
        "{ let mut hasher = const_blake3::Hasher::new(); hasher.update(IDS.as_flattened());"
        " let mut out = [0; 32]; hasher.finalize(&mut out); out }",
    ),
    "sha2-const-stable": (
        'sha2-const-stable = "=0.1.0"', None, "IDS[0]",
        "sha2_const_stable::Sha256::new().update(IDS.as_flattened()).finalize()",
    ),
    "keccak-const": (
        'keccak-const = "=0.2.0"', None, "IDS[0]",
        "keccak_const::Sha3_256::new().update(IDS.as_flattened()).finalize()",
    ),
}


def hash_cost(folder: pathlib.Path) -> dict[str, int]:
    """Instructions per 64 bytes in const evaluation, from the difference of two lengths."""
    target = folder / "target"
    figures = {}
    for name, (dependency, element, nothing, call) in HASHES.items():
        counts = (128, 640) if name == "coalition-core" else (32, 96)
        totals = []
        for count in counts:
            rustc.progress(f"valgrind: {name}, {count} ids")
            source = functools.partial(cases.hash_source, count, element or ("[u8; 32]", "{}"))
            path = rustc.crate(folder, f"hash-{name}-{count}", source(call), dependency)
            bare = rustc.crate(folder, f"bare-{name}-{count}", source(nothing), dependency)
            totals.append(rustc.instructions(path, target) - rustc.instructions(bare, target))
        figures[name] = (totals[1] - totals[0]) / ((counts[1] - counts[0]) / 2)
    rustc.progress()
    for name, figure in figures.items():
        times = figure / figures["coalition-core"]
        print(f"const hash of 64 bytes: {name:<20} {figure:>14,.0f} instructions {times:>8.1f} times")
    return {name: round(figure) for name, figure in figures.items()}


# The dependencies of the clean builds: this crate, the least that it needs, and similar crates.
BUILDS = {
    "coalition": COALITION,
    "syn, quote, blake3": 'syn = { version = "3", default-features = false, features = ["clone-impls", "derive", '
    '"parsing", "printing", "proc-macro"] }\nquote = "1"\n'
    'blake3 = { version = "1", default-features = false, features = ["pure"] }',
    "alloy-sol-types": SOL,
    "mosaik": 'mosaik = { version = "=0.4.2", default-features = false }\ntokio-util = "=0.7.19"',
}


def builds(folder: pathlib.Path) -> dict[str, dict[str, float]]:
    figures = {}
    for name, dependencies in BUILDS.items():
        rustc.progress(f"clean build: {name}")
        path = rustc.crate(folder, "clean-" + name.replace(", ", "-"), "", dependencies)
        seconds = rustc.clean_build(path, folder / "clean")
        rustc.progress()
        figures[name] = {"seconds": round(seconds, 1), "crates": rustc.crate_count(path)}
        print(f"clean build: {name:<24} {seconds:>8.1f} s {figures[name]['crates']:>6} crates from elsewhere")
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--exact", action="store_true")
    parser.add_argument("--drift", action="store_true")
    parser.add_argument("--hash", action="store_true")
    parser.add_argument("--builds", action="store_true")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="writes the figures to a file, and keeps the others there")
    options = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="coalition-measure-"))
    figures = {}
    try:
        if options.exact:
            figures["exact"] = exact(folder)
        if options.drift:
            figures["drift"] = drift(folder, options.rounds)
        if options.hash:
            figures["hash"] = hash_cost(folder)
        if options.builds:
            figures["builds"] = builds(folder)
        if not figures:
            figures["check"] = check_time(folder, options.rounds)
    finally:
        shutil.rmtree(folder)
    if options.json:
        kept = json.loads(options.json.read_text()) if options.json.exists() else {}
        options.json.write_text(json.dumps(kept | figures, indent=1) + "\n")


if __name__ == "__main__":
    main()
