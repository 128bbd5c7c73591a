#!/usr/bin/env bash
# Writes docs/reference/results.md and the sample sizes in docs/ML_LIMITATIONS.md: the pipeline on the public sample, and on ../shared/data where that is there.
set -euo pipefail
cd "$(dirname "$0")/.."

market_echo="$(swift build -c "${CONFIGURATION:-release}" --show-bin-path)/market-echo"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The sample's archives are kept between runs; the databases are made anew.
sample="$work/sample.sqlite"
"$market_echo" demo --no-serve --database "$sample" >"$work/demo.txt"
"$market_echo" monitor --json --database "$sample" >"$work/sample.json"
pages=("Public sample (the demo)=$work/sample.json")

if [ -d ../shared/data/prices ]; then
    filings="$work/filings.sqlite"
    "$market_echo" import prices ../shared/data/prices --database "$filings" >/dev/null
    "$market_echo" import events ../shared/data/events.csv --database "$filings" >/dev/null
    "$market_echo" label-events --database "$filings" >/dev/null
    "$market_echo" train --database "$filings" >/dev/null
    "$market_echo" monitor --json --database "$filings" >"$work/filings.json"
    "$market_echo" event-study --by item --families sec_8k --json --database "$filings" >"$work/items.json"
    pages+=("8-K filings of 81 companies (../shared/data)=$work/filings.json")
else
    echo "results: ../shared/data is not there; the page holds the sample only" >&2
fi

scripts/results.py "${pages[@]}" >docs/reference/results.md
if [ -f "$work/items.json" ]; then
    scripts/event_study.py "8-K items (../shared/data)=$work/items.json" >>docs/reference/results.md
fi
scripts/limitations.py "${pages[@]}"
echo "results: docs/reference/results.md and the figures of docs/ML_LIMITATIONS.md written" >&2
