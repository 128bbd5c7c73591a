# Market Echo: every command of the README and of CI.
# OMP_WAIT_POLICY must be set before a process starts, else idle XGBoost threads spin.
export OMP_WAIT_POLICY := PASSIVE
# Builds are made again only when something changed (several package traits hash at random otherwise).
export SWIFT_DETERMINISTIC_HASHING := 1

CONFIGURATION ?= release
DEMO_FLAGS ?=
TEST_FLAGS ?=
BENCH_FLAGS ?=
SOURCES := Package.swift Sources Tests Benchmarks

.PHONY: setup setup-tests build demo serve test test-api check format bench bench-http results clean help

help: ## Lists the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: ## Installs the missing system libraries (Debian, Ubuntu), says what to do elsewhere
	@scripts/setup.sh

setup-tests: setup ## Installs what the browser tests need (Debian): Chromium, its driver, fonts
	@scripts/setup.sh --tests

build: setup ## Builds the program
	swift build -c $(CONFIGURATION) --product market-echo

demo: build ## Downloads a small public sample and runs the whole pipeline on it
	@"$$(swift build -c $(CONFIGURATION) --show-bin-path)/market-echo" demo $(DEMO_FLAGS)

serve: build ## Serves the dashboard over what the demo left
	@"$$(swift build -c $(CONFIGURATION) --show-bin-path)/market-echo" serve

test: setup ## Builds and runs all tests, those in a real browser included
	swift build --build-tests
	swift test --skip-build $(TEST_FLAGS)
	@scripts/browser.sh

test-api: setup ## Fuzzes the running API against its OpenAPI document
	@scripts/ci/schemathesis.sh

check: ## Lints, and checks the direction of imports
	swift format lint --strict --recursive $(SOURCES)
	@scripts/check/imports.py

format: ## Formats the sources in place
	swift format --in-place --recursive $(SOURCES)

bench: build ## Times the engine beside the same work in Python (needs ../shared/data)
	@scripts/bench.sh $(BENCH_FLAGS)

bench-http: ## Times the server beside FastAPI on the same database (needs ../shared/data and wrk)
	@scripts/bench_http.sh $(BENCH_FLAGS)

results: build ## Writes docs/reference/results.md from the real data
	@scripts/results.sh

clean: ## Removes what was built
	rm -rf .build
