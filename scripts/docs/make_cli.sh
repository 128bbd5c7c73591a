#!/usr/bin/env bash
# Writes docs/reference/cli.md from the program's own help.
#
# Usage: scripts/docs/make_cli.sh [PROGRAM]
# PROGRAM is the built market-echo, standard: .build/debug/market-echo
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${1:-.build/debug/market-echo}
page=docs/reference/cli.md

# The verbs below a command, from the sections of its help that list subcommands.
verbs() {
    "$program" "$@" --help | awk '
        /SUBCOMMANDS:$/ { listing = 1; next }
        /^$/ { listing = 0 }
        listing && /^  [a-z]/ { print $1 }'
}

# A section for a command, then those of the verbs below it.
section() {
    printf '\n## %s\n\n```text\n' "market-echo${*:+ $*}"
    "$program" "$@" --help
    printf '```\n'
    local verb
    for verb in $(verbs "$@"); do section "$@" "$verb"; done
}

new=$(mktemp)
trap 'rm -f "$new"' EXIT
{
    sed '/<!-- begin generated -->/q' "$page"
    section
    sed -n '/<!-- end generated -->/,$p' "$page"
} > "$new"
cat "$new" > "$page"
