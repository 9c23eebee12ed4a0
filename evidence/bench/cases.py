"""Sources of the measured crates, each with a given number of items."""
import hashlib
import os
import pathlib
import re
import subprocess


def ident(k: int) -> bytes:
    return hashlib.sha256(b"citizen %d" % k).digest()


def components(count: int, changed: bool) -> str:
    """The component summary of the citizens, with another id frozen for one of them if `changed`."""
    words = [ident(k).hex()[:8] for k in range(count)]
    if changed:
        words[count // 2] = "00000000"
    return "lattices " + " ".join(words)


def byte_string(raw: bytes) -> str:
    return 'b"' + "".join(f"\\x{byte:02x}" for byte in raw) + '"'


def declared(count: int, pin: str = "_", summary: str = "") -> str:
    pin = pin if pin == "_" else f'"{pin}"'
    summary = summary and f', expect_components = "{summary}"'
    lines = [f'coalition::coalition! {{ pub coalition SCALE = "scale.bench" {{ expect_fingerprint = {pin}{summary} }}']
    lines += [f'lattice CHAIN_{k} = "chain-{k}.bench" {{ stable_id = "0x{ident(k).hex()}" }}' for k in range(count)]
    return "\n".join(lines) + "\n}\n"


def imported(count: int, pin: str = "_", summary: str = "") -> str:
    """The same coalition with imported, unpinned citizens."""
    pin = pin if pin == "_" else f'"{pin}"'
    summary = summary and f', expect_components = "{summary}"'
    lines = [f'coalition::coalition! {{ pub coalition SCALE = "scale.bench" {{ expect_fingerprint = {pin}{summary} }}']
    lines += [f"lattice CHAIN_{k} = operator_{count}::CHAIN_{k};" for k in range(count)]
    return "\n".join(lines) + "\n}\n"


def operator(count: int) -> str:
    """The crate of an operator who publishes the citizens."""
    lines = ["use coalition::{LatticeConfig, UniqueId};"]
    lines += [
        f"pub const CHAIN_{k}: LatticeConfig<'static> = LatticeConfig {{ name: \"chain-{k}.bench\", "
        f"stable_id: UniqueId::from_bytes(*{byte_string(ident(k))}), content_hash: None }};"
        for k in range(count)
    ]
    return "\n".join(lines) + "\n"


def unique_ids(count: int) -> str:
    """Ids from the procedural macro that mosaik's `unique_id!` calls."""
    lines = ["pub struct UniqueId(pub [u8; 32]);"]
    lines += [
        f'pub const CHAIN_{k}: UniqueId = UniqueId(mosaik_macros::__unique_id_impl!("{ident(k).hex()}"));'
        for k in range(count)
    ]
    return "\n".join(lines) + "\n"


def sol(count: int) -> str:
    """Structs with one id each, in one block of alloy's `sol!`."""
    structs = "\n".join(f"struct Chain{k} {{ bytes32 stableId; }}" for k in range(count))
    return f"alloy_sol_types::sol! {{\n{structs}\n}}\n"


def by_hand(path: pathlib.Path, target: pathlib.Path) -> str:
    """The items that a declaration expands to, as rustc prints them, without the checks."""
    run = subprocess.run(
        ["cargo", "rustc", "--quiet", "--profile", "check", "--", "-Zunpretty=expanded"],
        cwd=path, capture_output=True, text=True, check=True,
        env={**os.environ, "CARGO_TARGET_DIR": str(target), "RUSTC_BOOTSTRAP": "1"},
    )
    items = re.sub(r"^const _: \(\) =.*?;\n(?=\S|\Z)", "", run.stdout, flags=re.DOTALL | re.MULTILINE)
    assert "__private::agree" not in items, "the checks are left out"
    return "".join(line for line in items.splitlines(keepends=True) if not line.startswith(("#!", "#[macro_use]", "extern crate", "#[prelude_import]", "use std::prelude", "use ::std::prelude")))


def hash_source(count: int, element: tuple[str, str], call: str) -> str:
    kind, wrap = element
    ids = ", ".join(wrap.format(f"*{byte_string(ident(k))}") for k in range(count))
    return f"const IDS: [{kind}; {count}] = [{ids}];\npub const ROOT: [u8; 32] = {call};\n"
