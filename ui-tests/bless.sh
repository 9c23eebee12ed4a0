#!/usr/bin/env bash
# Writes the .stderr files again, removes stale ones, and copies them into the guide. Read `git diff` before you commit:
# each file is what a user reads.
set -eu
cd "$(dirname "$0")"
TRYBUILD=overwrite cargo test --quiet --test ui messages || true
for stderr in ui/*/*.stderr; do
  [ -e "${stderr%.stderr}.rs" ] || { echo "stale: $stderr"; rm "$stderr"; }
done
BLESS=1 cargo test --quiet --package guide --test generated || true
git status --short ui ../docs
