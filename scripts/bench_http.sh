#!/usr/bin/env bash
# Times the server beside FastAPI on the same database, and writes docs/reference/http-performance.md.
#
# usage: scripts/bench_http.sh [--quick]     --quick runs shortly, and prints instead of writing
set -euo pipefail
cd "$(dirname "$0")/.."

data=../shared/data
if [ ! -e "$data/events.csv" ]; then
    echo "bench-http: ../shared/data is not there; nothing is measured" >&2
    exit 0
fi
for argument in "$@"; do
    if [ "$argument" != --quick ]; then
        echo "bench-http: '$argument' is not accepted; accepted: --quick" >&2
        exit 2
    fi
done
if ! command -v wrk >/dev/null; then
    echo "bench-http: wrk is not there; on Debian: apt-get install wrk" >&2
    exit 1
fi
export OMP_WAIT_POLICY=PASSIVE SWIFT_DETERMINISTIC_HASHING=1

environment=.build-bench-http-venv
versions="fastapi==0.165.0 uvicorn[standard]==0.54.0 jinja2==3.1.6 orjson==3.13.0"
if [ "$(cat "$environment/versions" 2>/dev/null)" != "$versions" ]; then
    rm -rf "$environment"
    python3 -m venv "$environment"
    # shellcheck disable=SC2086
    "$environment/bin/pip" install --quiet --disable-pip-version-check $versions
    echo "$versions" >"$environment/versions"
fi

swift build -c release --product market-echo >&2
program=$(swift build -c release --show-bin-path)/market-echo
work=$PWD/.build-bench-http
mkdir -p "$work"
database=$work/engine.sqlite
if [ ! -e "$work/complete" ] || [ "$program" -nt "$work/complete" ]; then
    rm -f "$database" "$database-wal" "$database-shm" "$work/complete"
    "$program" import prices "$data/prices" --database "$database" --quiet >&2
    "$program" import events "$data/events.csv" --database "$database" --quiet >&2
    "$program" label-events --database "$database" --quiet >&2
    "$program" train --database "$database" --quiet >&2
    "$program" score --database "$database" --quiet >&2
    touch "$work/complete"
fi
"$environment/bin/python" -B Benchmarks/http/run.py "$program" "$database" "$work/run" docs/reference/http-performance.md "$@"
