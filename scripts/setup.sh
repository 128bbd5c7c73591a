#!/usr/bin/env bash
# Installs the system libraries that the build needs, where apt is there; elsewhere says what to install.
# With --tests also the browser that the tests of the dashboard need.
set -euo pipefail

packages=(libxgboost-dev libsqlite3-dev zlib1g-dev tzdata)
headers=(xgboost/c_api.h sqlite3.h zlib.h)

if ! command -v swift >/dev/null 2>&1; then
    echo "setup: Swift 6.1 or later is needed: see https://www.swift.org/install" >&2
    exit 1
fi

missing=()
for index in "${!headers[@]}"; do
    found=""
    for folder in /usr/include /usr/local/include /opt/homebrew/include; do
        [ -e "$folder/${headers[$index]}" ] && found=yes
    done
    [ -n "$found" ] || missing+=("${packages[$index]}")
done
if [ "${1:-}" = --tests ]; then
    command -v chromium >/dev/null 2>&1 || missing+=(chromium)
    command -v chromedriver >/dev/null 2>&1 || missing+=(chromium-driver)
    [ -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ] || missing+=(fonts-dejavu-core)
    python3 -c "import ensurepip" >/dev/null 2>&1 || missing+=(python3-venv)
fi
if [ "$(uname)" = Linux ] && [ ! -e /usr/share/zoneinfo/America/New_York ]; then missing+=(tzdata); fi
if [ "${#missing[@]}" -eq 0 ]; then exit 0; fi

if command -v apt-get >/dev/null 2>&1; then
    as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null 2>&1; then
            echo "setup: run as root: apt-get install ${missing[*]}" >&2
            exit 1
        fi
        as_root=(sudo)
    fi
    echo "setup: installing ${missing[*]}" >&2
    "${as_root[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq "${missing[@]}" >/dev/null
elif command -v brew >/dev/null 2>&1; then
    echo "setup: installing xgboost" >&2
    brew install xgboost
else
    echo "setup: install the development files of XGBoost (1.7 or later), SQLite and zlib; missing: ${missing[*]}" >&2
    exit 1
fi
