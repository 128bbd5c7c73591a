#!/usr/bin/env python3
"""Writes the sample sizes of the named monitoring reports into docs/ML_LIMITATIONS.md, between its two marks."""
import json
import pathlib
import sys

PAGE = pathlib.Path(__file__).resolve().parents[1] / "docs" / "ML_LIMITATIONS.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


def figure(value, digits, scale=1.0):
    return "–" if value is None else f"{scale * value:.{digits}f}"


def block(name: str, report: dict) -> list[str]:
    lines = [
        f"**{name}**: {report['labelled_events']:,} labelled events, {report['labelled_outcomes']:,} labels, "
        f"{report['companies']} companies, {report['event_days']:,} event days; benchmark {report['benchmark']}, "
        f"outcomes up to {(report['data_as_of'] or 'nothing')[:10]}.", "",
        "| slot | labelled | companies | days | walk-forward n | lock-box n | live n | status | why |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for cell in report["cells"]:
        kinds = {sample["kind"]: sample["n"] for sample in cell["samples"]}
        counts = [str(kinds.get(kind, 0)) for kind in ("walk_forward", "lock_box", "live")]
        lines.append("| " + " | ".join([
            cell["cell"], str(cell["labelled_events"]), str(cell["companies"]), str(cell["event_days"]), *counts,
            cell["status"], "; ".join(cell["status_reasons"])]) + " |")
    return lines + [""]


def main() -> int:
    text = PAGE.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    lines = []
    for argument in sys.argv[1:]:
        name, path = argument.split("=", 1)
        lines += block(name, json.loads(pathlib.Path(path).read_text(encoding="utf-8")))
    PAGE.write_text(before + BEGIN + "\n" + "\n".join(lines).rstrip() + "\n" + END + after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
