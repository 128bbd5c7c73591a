#!/usr/bin/env bash
# Fuzzes the running API against its own OpenAPI document with schemathesis, the same requests in each run.
#
# Usage: scripts/ci/schemathesis.sh [DATABASE]
# Without a database the made-up one of the tests is used; the program comes from `swift build` (CONFIGURATION=debug).
set -euo pipefail
cd "$(dirname "$0")/../.."

configuration=${CONFIGURATION:-debug}
environment=.build/python-schemathesis
if command -v schemathesis >/dev/null; then
    fuzzer=schemathesis
else
    fuzzer=$environment/bin/schemathesis
    if ! "$fuzzer" --version >/dev/null 2>&1; then
        command -v python3 >/dev/null || { echo "schemathesis needs python3, which is not there" >&2; exit 1; }
        python3 -m venv "$environment"
        "$environment/bin/pip" install --quiet --disable-pip-version-check schemathesis
    fi
fi

binaries=$(swift build -c "$configuration" --show-bin-path)
program=$binaries/market-echo
[ -x "$program" ] || { echo "$program is not there; build it with: swift build -c $configuration" >&2; exit 1; }

work=$(mktemp -d)
server=
finish() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

database=${1:-.build/sample.sqlite}
if [ $# -eq 0 ] && { [ ! -e "$database" ] || [ "$binaries/SampleDatabase" -nt "$database" ]; }; then
    [ -x "$binaries/SampleDatabase" ] \
        || { echo "$binaries/SampleDatabase is not there; build it with: swift build --build-tests" >&2; exit 1; }
    rm -f "$database" "$database-wal" "$database-shm"
    "$binaries/SampleDatabase" "$database"
fi

# A rate limit would only be found again and again.
MARKET_ECHO_SERVER_REQUESTS_PER_MINUTE=0 "$program" serve --port 0 --database "$database" \
    >"$work/server.out" 2>"$work/server.log" &
server=$!
address=
for _ in $(seq 150); do
    address=$(grep -oEh 'http://127\.0\.0\.1:[0-9]+' "$work/server.out" "$work/server.log" | head -1 || true)
    [ -z "$address" ] || break
    kill -0 "$server" 2>/dev/null || break
    sleep 0.2
done
if [ -z "$address" ]; then
    echo "the server did not start:" >&2
    cat "$work/server.log" >&2
    exit 1
fi

# Ids and cursors that exist, so that answers with content are tested too.
python3 - "$database" "$address" "$work/schemathesis.toml" <<'PYTHON'
import json
import sqlite3
import sys
import urllib.request

database, address, target = sys.argv[1:]
connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)


def some(sql):
    return [row[0] for row in connection.execute(sql).fetchmany(3)]


dictionaries = {
    "event_id": some("SELECT event_id FROM current_predictions ORDER BY event_id DESC")
    + some("SELECT event_id FROM event_outcomes ORDER BY event_id"),
    "ticker": some("SELECT DISTINCT ticker FROM events ORDER BY ticker"),
    "model_id": some("SELECT model_id FROM model_registry ORDER BY model_id"),
    "run_id": some("SELECT run_id FROM runs ORDER BY run_id"),
}
lines = []
for name, values in dictionaries.items():
    lines += [f"[dictionaries.{name}]", f"values = {json.dumps(values)}"]
lines.append("[parameters]")
for name in dictionaries:
    lines.append(f'"path.{name}" = {{ dictionary = "{name}", probability = 0.7 }}')
# A cursor is accepted only as an answer gave it, which no schema can say.
for path in ["/events", "/ml-scores/models", "/backtesting/events", "/jobs"]:
    with urllib.request.urlopen(f"{address}{path}?limit=1") as answer:
        cursor = json.load(answer)["next_cursor"]
    lines += ["[[operations]]", f'include-path = "{path}"', "[operations.parameters]", f'"query.cursor" = "{cursor}"']
    if path == "/events":
        lines.append('"query.sort" = "newest"')
with open(target, "w") as file:
    file.write("\n".join(lines) + "\n")
PYTHON

status=0
"$fuzzer" --config-file "$work/schemathesis.toml" run "$address/openapi.yaml" \
    --checks all \
    --phases examples,coverage,fuzzing \
    --max-examples "${EXAMPLES:-100}" \
    --generation-deterministic \
    --max-response-time 5 --request-timeout 20 --workers 2 \
    --suppress-health-check all --continue-on-failure --no-color || status=$?

if ! kill -0 "$server" 2>/dev/null; then
    echo "the server died:" >&2
    tail -50 "$work/server.log" >&2
    exit 1
fi
exit "$status"
