#!/usr/bin/env bash
# The dashboard's tests in a real Chromium, driven by WebDriver. Pictures of all pages are left in artefacts/pages.
# Says what is missing and how to get it; with MARKET_ECHO_REQUIRE_BROWSER=1 what is missing is an error.
set -euo pipefail
cd "$(dirname "$0")/.."

missing() {
    echo "browser tests skipped: $1" >&2
    [ "${MARKET_ECHO_REQUIRE_BROWSER:-}" != 1 ] || exit 1
    exit 0
}

command -v python3 >/dev/null || missing "python3 is not there"
if ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null && ! command -v google-chrome >/dev/null; then
    missing "Chromium is not there; on Debian: apt-get install chromium chromium-driver fonts-dejavu-core"
fi
command -v chromedriver >/dev/null \
    || missing "chromedriver is not there; on Debian: apt-get install chromium-driver"

environment=.build/python-browser
if ! "$environment/bin/python" -c "import selenium, axe_playwright_python" >/dev/null 2>&1; then
    python3 -m venv "$environment" || missing "python3 cannot make a virtual environment; on Debian: apt-get install python3-venv"
    # Of the second package only the file axe.min.js is used, so it comes without what it depends on.
    "$environment/bin/pip" install --quiet --disable-pip-version-check selenium \
        && "$environment/bin/pip" install --quiet --disable-pip-version-check --no-deps axe-playwright-python \
        || missing "pip cannot fetch selenium and axe-playwright-python"
fi

binaries=$(swift build --show-bin-path)
sample=.build/sample.sqlite
if [ ! -e "$sample" ] || [ "$binaries/SampleDatabase" -nt "$sample" ]; then
    rm -f "$sample" "$sample-wal" "$sample-shm"
    "$binaries/SampleDatabase" "$sample"
fi
export MARKET_ECHO_BINARY=$binaries/market-echo MARKET_ECHO_SAMPLE=$PWD/$sample MARKET_ECHO_PICTURES=$PWD/artefacts/pages
cd Tests/Browser
exec "../../$environment/bin/python" -B -m unittest -v "${@:-test_pages}"
