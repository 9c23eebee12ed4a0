"""Writes crates, and measures cargo and rustc on them."""
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys


def progress(text: str = "") -> None:
    """Shows a line of progress on a terminal."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


def crate(folder: pathlib.Path, name: str, source: str, dependencies: str) -> pathlib.Path:
    path = folder / name
    (path / "src").mkdir(parents=True, exist_ok=True)
    (path / "Cargo.toml").write_text(
        f'[package]\nname = "{name}"\nversion = "0.0.0"\nedition = "2024"\n[dependencies]\n{dependencies}\n[workspace]\n'
    )
    (path / "src/lib.rs").write_text(source)
    return path


def spent(command: list[str], path: pathlib.Path, target: pathlib.Path, environment: dict[str, str] = {}) -> tuple[float, str]:
    """Runs cargo. Returns its user + system seconds, with those of its children, and its output."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run(
        ["cargo", *command, "--quiet"], cwd=path, env={**os.environ, "CARGO_TARGET_DIR": str(target), **environment},
        stderr=subprocess.PIPE, text=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, run.stderr


def check(path: pathlib.Path, target: pathlib.Path, environment: dict[str, str] = {}) -> tuple[float, str]:
    """Runs `cargo check` on a touched crate."""
    os.utime(path / "src/lib.rs")
    return spent(["check"], path, target, environment)


def clean_build(path: pathlib.Path, target: pathlib.Path) -> float:
    """Builds a crate and all its dependencies."""
    spent(["fetch"], path, target)
    shutil.rmtree(target, ignore_errors=True)
    seconds, printed = spent(["build"], path, target)
    if printed:
        sys.exit(f"{path.name} does not build quietly:\n{printed[:2000]}")
    shutil.rmtree(target)
    return seconds


def crate_count(path: pathlib.Path) -> int:
    """The number of crates that a build compiles, without the crate itself and those of this workspace."""
    tree = subprocess.run(
        ["cargo", "tree", "--edges", "normal,build", "--prefix", "none", "--no-dedupe"],
        cwd=path, capture_output=True, text=True, check=True,
    ).stdout
    crates = {tuple(line.split()[:2]) for line in tree.splitlines() if line}
    return len([name for name, _ in crates if not name.startswith("coalition") and name != path.name])


def instructions(path: pathlib.Path, target: pathlib.Path) -> int:
    """The instructions of rustc when it checks the crate, counted by valgrind."""
    spent(["check"], path, target)
    os.utime(path / "src/lib.rs")
    arguments = subprocess.run(
        ["cargo", "check", "--verbose"], cwd=path, env={**os.environ, "CARGO_TARGET_DIR": str(target)},
        stderr=subprocess.PIPE, text=True,
    ).stderr
    call = re.search(rf"--crate-name {path.name.replace('-', '_')} [^`]*", arguments)
    assert call, arguments[-2000:]
    externs = [word for extern in re.findall(r"--extern \S+", call[0]) for word in extern.split()]
    rustc = subprocess.run(["rustc", "--print", "sysroot"], capture_output=True, text=True, check=True).stdout.strip()
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", f"{rustc}/bin/rustc", "--edition", "2024",
         "--crate-type", "lib", "--emit", "metadata", "-Zthreads=1", "-o", str(path / "out.rmeta"),
         "-L", f"dependency={target}/debug/deps", *externs, "src/lib.rs"],
        cwd=path, capture_output=True, text=True, env={**os.environ, "RUSTC_BOOTSTRAP": "1"},
    )
    collected = re.search(r"Collected : (\d+)", run.stderr)
    assert collected and run.returncode == 0, run.stderr[-2000:]
    return int(collected[1])
