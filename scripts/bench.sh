#!/usr/bin/env bash
# Times the engine beside the same work in Python, and writes docs/reference/performance.md.
#
# usage: scripts/bench.sh [--quick]     --quick leaves training, scores, memory and the curve out, and prints instead of writing
set -euo pipefail
cd "$(dirname "$0")/.."

data=../shared/data
if [ ! -e "$data/events.csv" ]; then
    echo "bench: ../shared/data is not there; nothing is measured" >&2
    exit 0
fi
for argument in "$@"; do
    if [ "$argument" != --quick ]; then
        echo "bench: '$argument' is not accepted; accepted: --quick" >&2
        exit 2
    fi
done

# Idle XGBoost threads would spin, and packages would be rebuilt at random.
export OMP_WAIT_POLICY=PASSIVE SWIFT_DETERMINISTIC_HASHING=1

environment=.build-bench-venv
versions="numpy==2.4.6 pandas==3.1.1 xgboost==3.2.0"
if [ "$(cat "$environment/versions" 2>/dev/null)" != "$versions" ]; then
    rm -rf "$environment"
    if ! python3 -m venv "$environment"; then
        echo "bench: Python's venv is missing; on Debian: apt-get install python3-venv" >&2
        exit 1
    fi
    # shellcheck disable=SC2086
    "$environment/bin/pip" install --quiet --disable-pip-version-check $versions
    echo "$versions" >"$environment/versions"
fi

swift build -c release --product market-echo >&2
swift build -c release --product MarketEchoBench >&2
binaries=$(swift build -c release --show-bin-path)

work=.build-bench
mkdir -p "$work"
cc=$(command -v clang || command -v cc)
"$cc" -O2 -shared -fPIC -o "$work/trace.so" Benchmarks/trace/xgboost_trace.c -ldl

"$environment/bin/python" -W ignore Benchmarks/python/run.py "$data" "$binaries/market-echo" \
    "$binaries/MarketEchoBench" "$PWD/$work/trace.so" "$work/run" docs/reference/performance.md "$@"
