#!/usr/bin/env python3
"""Turns the JSON of `market-echo monitor --json` into the tables of docs/reference/results.md."""
import json
import sys

HEAD = """# Results on real data

Made by `make results` (with `../shared/data` beside the checkout for the second part). Every figure is out of sample: walk-forward
predictions, or the lock-box (the last 15 % by time, evaluated once per version, never used for a choice). Intervals are
95 %, by bootstrap clustered by event day, by overlapping outcome windows and by company, the widest. A model speaks only where the gate let its head through; the others are
shown all the same.

These are measurements of an experimental prototype: research, no guarantee, not investment advice.
"""
KINDS = {"walk_forward": "walk-forward", "lock_box": "lock-box", "live": "live"}


def number(value, digits, scale=1.0):
    return "–" if value is None else f"{scale * value:.{digits}f}"


def interval(figure, digits, scale=1.0):
    ends = figure.get("interval")
    if not ends:
        return "–"
    return f"{number(ends['lower'], digits, scale)} to {number(ends['upper'], digits, scale)}"


def baseline(figure, *names):
    for wanted in figure["baselines"]:
        if any(name in wanted["name"] for name in names):
            return wanted["value"]
    return None


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def cells(report):
    for cell in report["cells"]:
        for sample in cell["samples"]:
            if sample["kind"] in KINDS and sample["n"]:
                yield cell, sample


def direction(report):
    head = ["slot", "sample", "n", "companies", "days", "accuracy, %", "95 % interval", "majority class, %",
            "rule direction, %", "Brier", "base rate's", "head"]
    rows = []
    for cell, sample in cells(report):
        part = sample["direction"]
        if not part:
            continue
        accuracy, brier = part["accuracy"], part["brier"]
        usable = cell["model"] and "direction" in cell["model"]["usable_heads"]
        rows.append([cell["cell"], KINDS[sample["kind"]], str(accuracy["n"]), str(accuracy["companies"]),
                     str(accuracy["days"]), number(accuracy["value"], 1, 100), interval(accuracy, 1, 100),
                     number(baseline(accuracy, "majority"), 1, 100), number(baseline(accuracy, "rule"), 1, 100),
                     number(brier["value"], 4), number(baseline(brier, "base rate", "base_rate"), 4),
                     "passed" if usable else "refused"])
    return table(head, rows)


def impact(report):
    head = ["slot", "sample", "n", "companies", "days", "MAE, points", "95 % interval", "base score's", "item-group median's",
            "rank correlation", "MAE of the move, percentage points", "head"]
    rows = []
    for cell, sample in cells(report):
        part = sample["impact"]
        if not part:
            continue
        error, move = part["mean_absolute_error"], part["mean_absolute_move_error"]
        usable = cell["model"] and "magnitude" in cell["model"]["usable_heads"]
        rows.append([cell["cell"], KINDS[sample["kind"]], str(error["n"]), str(error["companies"]), str(error["days"]),
                     number(error["value"], 2), interval(error, 2), number(baseline(error, "base score", "base_score"), 2),
                     number(baseline(error, "item"), 2), number(part["rank_correlation"]["value"], 2),
                     number(move["value"], 2), "passed" if usable else "refused"])
    return table(head, rows)


def coverage(report):
    head = ["slot", "sample", "n", "coverage of the 80 % range, %", "95 % interval", "mean width, percentage points"]
    rows = []
    for cell, sample in cells(report):
        part = sample["interval_80"]
        if not part:
            continue
        share, width = part["coverage"], part["width"]
        rows.append([cell["cell"], KINDS[sample["kind"]], str(share["n"]), number(share["value"], 1, 100),
                     interval(share, 1, 100), number(width["value"], 1)])
    return table(head, rows)


def gates(report):
    head = ["slot", "labelled events", "companies", "status", "why", "gate"]
    rows = []
    for cell in report["cells"]:
        model = cell["model"]
        rows.append([cell["cell"], str(cell["labelled_events"]), str(cell["companies"]), cell["status"],
                     "; ".join(cell["status_reasons"]), model["gate_reason"] if model else "no model"])
    return table(head, rows)


def main():
    parts = [HEAD]
    for argument in sys.argv[1:]:
        title, path = argument.rsplit("=", 1)
        with open(path, encoding="utf-8") as file:
            report = json.load(file)
        parts.append(f"## {title}\n\nLabelled events {report['labelled_events']}, labels {report['labelled_outcomes']}, "
                     f"companies {report['companies']}, benchmark {report['benchmark']}, outcomes up to "
                     f"{(report['data_as_of'] or '–')[:10]}.\n")
        for name, make in (("Direction", direction), ("Impact", impact), ("Range of the abnormal return", coverage),
                           ("Status and gate", gates)):
            parts.append(f"### {name}\n\n{make(report)}\n")
    print("\n".join(parts).rstrip())


if __name__ == "__main__":
    main()
