#!/usr/bin/env bash
# Generates the .stderr files, removes stale ones, and copies messages into the guide. Read `git diff` before you commit,
# as a user would read each message.
set -eu
cd "$(dirname "$0")"
TRYBUILD=overwrite cargo test --quiet --test ui messages || true
for stderr in ui/*/*.stderr; do
  [ -e "${stderr%.stderr}.rs" ] || { echo "stale: $stderr"; rm "$stderr"; }
done
BLESS=1 cargo test --quiet --package guide --test generated || true
git status --short ui ../docs
