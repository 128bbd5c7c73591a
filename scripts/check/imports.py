#!/usr/bin/env python3
"""Checks that each room imports only the rooms and packages that architecture.md allows it."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SYSTEM = {"Foundation", "FoundationEssentials", "Dispatch", "Glibc", "Darwin", "Musl", "Synchronization"}
ALLOWED = {
    "JSONText": set(),
    "Archives": {"CZlib"},
    "Market": set(),
    "Statistics": set(),
    "Events": {"Market"},
    "Outcomes": {"Market", "Statistics", "Events"},
    "Features": {"Market", "Events", "Outcomes"},
    "Boosting": {"CXGBoost"},
    "Models": {"Market", "Events", "Outcomes", "Features", "Boosting", "Statistics"},
    "Scores": {"CResources", "JSONText", "Market", "Events", "Features", "Yams"},
    "Evaluation": {"JSONText", "Market", "Events", "Outcomes", "Models", "Scores", "Statistics"},
    "Storage": {"JSONText", "Market", "Events", "Outcomes", "Models", "Scores", "GRDB", "GRDBSQLite"},
    "Pipeline": {
        "Archives", "JSONText", "Market", "Statistics", "Events", "Outcomes", "Features", "Boosting", "Models",
        "Scores", "Evaluation", "Storage", "Fetching", "Crypto", "Logging",
    },
    "Fetching": set(),
    "HTTPFetching": {
        "Fetching", "AsyncHTTPClient", "NIOCore", "NIOPosix", "NIOHTTP1", "NIOSSL", "NIOFoundationCompat", "Logging",
    },
    "Markup": set(),
    "Charts": {"Markup"},
    "RadarQuant": {"JSONText", "Market", "Events", "Outcomes", "Models", "Scores", "Evaluation"},
    "Web": {
        "CMemory", "CResources", "CZlib", "JSONText", "Markup", "Charts", "RadarQuant", "Market", "Statistics", "Events", "Outcomes",
        "Features", "Models", "Scores", "Evaluation", "Storage", "Pipeline", "Crypto", "Logging", "Hummingbird",
        "HummingbirdCore", "HTTPTypes", "NIOCore", "NIOPosix", "NIOFoundationCompat", "Mustache", "AsyncHTTPClient",
        "ServiceLifecycle", "UnixSignals", "NIOHTTP1", "NIOHTTPTypes",
    },
    "MarketEchoCLI": {
        "Web", "ServiceLifecycle", "JSONText", "Market", "Statistics", "Events", "Outcomes", "Features", "Boosting", "Models", "Scores",
        "Evaluation", "Storage", "Fetching", "HTTPFetching", "Pipeline", "ArgumentParser", "Configuration", "Logging", "Yams",
    },
}
# Rooms that are values in, values out: no clock, no network, no files, no database.
PURE = {"Fetching", "Markup", "Charts", "RadarQuant", "JSONText", "Market", "Statistics", "Events", "Outcomes", "Features", "Models", "Scores", "Evaluation"}
IMPURE = re.compile(r"\b(FileManager|URLSession|Date\(\)|Date\.now|ProcessInfo|FileHandle|ContinuousClock)\b")
IMPORT = re.compile(r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:public |internal |package |private |fileprivate )?import\s+"
                    r"(?:struct |class |enum |func |protocol |typealias )?([A-Za-z_][A-Za-z0-9_]*)")


def main() -> int:
    problems = []
    for folder in sorted((ROOT / "Sources").iterdir()):
        room = folder.name
        if not folder.is_dir() or room.startswith("C") and room[1].isupper() and room != "CLI":
            continue
        if room not in ALLOWED:
            problems.append(f"Sources/{room}: a room that {pathlib.Path(__file__).name} does not know")
            continue
        for path in sorted(folder.rglob("*.swift")):
            for number, line in enumerate(path.read_text().splitlines(), 1):
                where = f"{path.relative_to(ROOT)}:{number}"
                found = IMPORT.match(line)
                if found and found.group(1) not in ALLOWED[room] | SYSTEM:
                    problems.append(f"{where}: {room} may not import {found.group(1)}")
                code = line.split("//")[0]
                if room in PURE and IMPURE.search(code):
                    problems.append(f"{where}: {room} is pure, but names {IMPURE.search(code).group(1)}")
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"imports: {len(problems)} problem(s) in {len(ALLOWED)} rooms", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
