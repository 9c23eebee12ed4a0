#!/usr/bin/env bash
# Writes the .stderr files anew and removes stale ones. Read `git diff ui-tests` before you commit: each file is what
# a user reads.
set -eu
cd "$(dirname "$0")"
TRYBUILD=overwrite cargo test --quiet --test ui messages || true
for stderr in ui/*/*.stderr; do
  [ -e "${stderr%.stderr}.rs" ] || { echo "stale: $stderr"; rm "$stderr"; }
done
git status --short ui
