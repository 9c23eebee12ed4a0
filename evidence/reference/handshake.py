#!/usr/bin/env python3
"""Derives the digest and every identity of a handshake. It shares no code with the crates.

A handshake is a document as in schema/handshake.schema.json. Needs the package `blake3` from PyPI.

    python3 evidence/reference/handshake.py handshake.json                         # prints a document with its derived fields
    python3 evidence/reference/handshake.py --check tests/vectors/handshake.json   # checks the derived fields of vectors
    python3 evidence/reference/handshake.py --fill tests/vectors/handshake.json    # writes the derived fields of vectors
    python3 evidence/reference/handshake.py --stream < documents                   # reads one document per line, and prints
                                                                                   # it with its component summary

Vectors are a list of {"note": …, "handshake": document}. Derived fields may be missing, except with `--check`.
"""
import json
import sys

from blake3 import blake3

SCHEMA = 1
MODULES = ("atlas", "almanac", "chronicle", "compute")


def blake(*parts):
    return blake3(b"".join(parts)).digest()


def tagged(domain):
    return domain.encode() + b"|" + bytes([SCHEMA]) + b"|"


def u64(number):
    return number.to_bytes(8, "little")


def text(string):
    return u64(len(string.encode())) + string.encode()


def listed(items, encode):
    return u64(len(items)) + b"".join(encode(item) for item in items)


def option(value, encode):
    return b"\x00" if value is None else b"\x01" + encode(value)


def hexed(raw):
    return "0x" + raw.hex()


def unhex(string, size=32):
    assert string[:2] == "0x" and len(string) == 2 + 2 * size, string
    return bytes.fromhex(string[2:])


def value(tagged_value):
    (kind, plain), = tagged_value.items()
    return {
        "bool": lambda: b"\x00" + bytes([plain]),
        "u64": lambda: b"\x01" + u64(int(plain)),
        "text": lambda: b"\x02" + text(plain),
        "id": lambda: b"\x03" + unhex(plain),
    }[kind]()


def parameter(param):
    return text(param["key"]) + value(param["value"])


def requirement(rule):
    if rule == "recognise_coalition_issuer":
        return b"\x03"
    (kind, plain), = rule.items()
    tag, size = {"recognise_issuer": (0, 32), "require_mrtd": (1, 48), "require_validator": (2, 32)}[kind]
    return bytes([tag]) + unhex(plain, size)


# The root: the table of preimages in docs/derivation.md.

def pinned(organism):
    pin = organism["content_hash"]
    return unhex(organism["stable_id"]) + (unhex(pin) if pin else b"")


def citizens(owner):
    lattices = b"".join(unhex(lattice["stable_id"]) for lattice in owner["lattices"])
    return lattices + b"".join(map(pinned, owner["organisms"]))


def content_digest(params):
    return blake(tagged("content"), listed(sorted(params, key=lambda param: param["key"].encode()), parameter))


def acl_digest(acl):
    return blake(tagged("acl"), listed(acl, requirement))


def confluence_fingerprint(confluence):
    digests = content_digest(confluence["content"]) + acl_digest(confluence["acl"])
    return blake(tagged("confluence"), confluence["name"].encode(), citizens(confluence), digests)


def issuer_fingerprint(issuer):
    return blake(tagged("ticket-issuer"), issuer["name"].encode(), acl_digest(issuer["acl"]))


def coalition_root(handshake):
    issuer = handshake["ticket_issuer"]
    return blake(
        blake(tagged("coalition"), handshake["name"].encode()),
        citizens(handshake),
        b"".join(map(confluence_fingerprint, handshake["confluences"])),
        issuer_fingerprint(issuer) if issuer else b"",
    )


# The handshake digest: every field, in the order of the documentation of `Handshake::digest`.

def lattice_config(lattice):
    return text(lattice["name"]) + unhex(lattice["stable_id"]) + option(lattice["content_hash"], unhex)


def organism_config(organism):
    return text(organism["role"]) + unhex(organism["stable_id"]) + option(organism["content_hash"], unhex)


def confluence_config(confluence):
    return (
        text(confluence["name"])
        + listed(confluence["lattices"], lattice_config)
        + listed(confluence["organisms"], organism_config)
        + listed(confluence["content"], parameter)
        + listed(confluence["acl"], requirement)
    )


def issuer_config(issuer):
    return text(issuer["name"]) + listed(issuer["acl"], requirement)


def lattice_profile(lattice):
    return (
        text(lattice["ident"]) + text(lattice["description"])
        + option(lattice["ticket_root"], unhex) + option(lattice["handshake"], text)
    )


def organism_profile(organism):
    return (
        text(organism["ident"]) + text(organism["name"]) + text(organism["description"])
        + option(organism["ticket_root"], unhex) + option(organism["handshake"], text)
    )


def confluence_profile(confluence):
    return (
        text(confluence["ident"]) + text(confluence["description"]) + option(confluence["state_machine"], unhex)
        + option(confluence["handshake"], text) + option(confluence["roster"], text) + option(confluence["import"], text)
    )


def issuer_profile(issuer):
    return text(issuer["ident"]) + text(issuer["description"]) + option(issuer["handshake"], text)


def encoding(handshake):
    return (
        text(handshake["name"])
        + listed(handshake["lattices"], lattice_config)
        + listed(handshake["organisms"], organism_config)
        + listed(handshake["confluences"], confluence_config)
        + option(handshake["ticket_issuer"], issuer_config)
        + text(handshake["ident"])
        + text(handshake["description"])
        + option(handshake["handshake"], text)
        + listed(handshake["peers"], text)
        + option(handshake["change_channel"], text)
        + listed(handshake["lattices"], lattice_profile)
        + listed(handshake["organisms"], organism_profile)
        + listed(handshake["confluences"], confluence_profile)
        + option(handshake["ticket_issuer"], issuer_profile)
    )


def derived(handshake):
    """Returns the document with its derived fields, in the order of the schema."""
    root = coalition_root(handshake)
    names = [confluence["name"] for confluence in handshake["confluences"]]
    issuer = handshake["ticket_issuer"]

    def identity(name):
        return hexed(blake(blake(root, b"module"), name.encode()))

    def with_fingerprint(part, fingerprint):
        first = {"ident": part["ident"], "name": part["name"], "fingerprint": hexed(fingerprint(part))}
        return first | {key: item for key, item in part.items() if key not in first}

    computed = {
        "format": 1,
        "schema": SCHEMA,
        "name": handshake["name"],
        "ident": handshake["ident"],
        "coalition_root": hexed(root),
        "handshake_digest": hexed(blake(tagged("handshake"), encoding(handshake))),
        "tickets_root": hexed(blake(root, b"tickets")) if issuer else None,
        "modules": {
            "shipped": [{"name": name, "identity": identity(name)} for name in MODULES if name in names],
            "not_shipped": [name for name in MODULES if name not in names],
        },
    }
    rest = {key: handshake[key] for key in handshake if key not in computed}
    rest["confluences"] = [with_fingerprint(part, confluence_fingerprint) for part in handshake["confluences"]]
    rest["ticket_issuer"] = with_fingerprint(issuer, issuer_fingerprint) if issuer else None
    return computed | rest


# The component summary: the value of `expect_components`.

def short(raw, digits=8):
    return raw.hex()[:digits]


def organism_word(organism):
    pin = organism["content_hash"]
    return short(unhex(organism["stable_id"])) + (":" + short(unhex(pin)) if pin else "")


def confluence_word(confluence):
    digests = [content_digest(confluence["content"]), acl_digest(confluence["acl"])]
    return ":".join([short(confluence_fingerprint(confluence)), *(short(digest, 4) for digest in digests)])


def components(handshake):
    issuer = handshake["ticket_issuer"]
    lists = {
        "lattices": [short(unhex(lattice["stable_id"])) for lattice in handshake["lattices"]],
        "organisms": [organism_word(organism) for organism in handshake["organisms"]],
        "confluences": [confluence_word(confluence) for confluence in handshake["confluences"]],
        "ticket_issuer": [short(issuer_fingerprint(issuer))] if issuer else [],
    }
    return " ".join(" ".join([heading, *words]) for heading, words in lists.items() if words)


def main(arguments):
    if arguments == ["--stream"]:
        for line in sys.stdin:
            handshake = json.loads(line)
            answer = {"document": derived(handshake), "components": components(handshake)}
            print(json.dumps(answer, ensure_ascii=False), flush=True)
        return
    *options, path = arguments
    with open(path, encoding="utf-8") as file:
        read = json.load(file)
    if not options:
        print(json.dumps(derived(read), indent=1, ensure_ascii=False))
        return
    filled = [{"note": vector["note"], "handshake": derived(vector["handshake"])} for vector in read]
    if options == ["--fill"]:
        with open(path, "w", encoding="utf-8") as file:
            json.dump(filled, file, indent=1, ensure_ascii=False)
            file.write("\n")
    elif filled != read:
        wrong = [vector["note"] for vector, again in zip(read, filled) if vector != again]
        sys.exit("wrong derived fields: " + "; ".join(wrong))
    print(f"{len(read)} handshakes")


if __name__ == "__main__":
    main(sys.argv[1:])
