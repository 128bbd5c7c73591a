"""Turns the figures of a run into the page `docs/reference/performance.md`."""

import ast
import datetime
import os
import platform
import re
import sqlite3
import subprocess
from statistics import median


def load():
    """The one-minute load average."""
    return os.getloadavg()[0]


def first_line(*command):
    try:
        printed = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return "unknown"
    lines = (printed.stdout or printed.stderr).strip().splitlines()
    return lines[0] if lines else "unknown"


def machine():
    """Cores, processor and memory; nothing that names the machine."""
    model, memory = platform.processor() or "unknown", 0
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), model)
        with open("/proc/meminfo", encoding="utf-8") as file:
            memory = int(re.search(r"\d+", file.readline()).group()) / 1024 / 1024
    except OSError:
        model = first_line("sysctl", "-n", "machdep.cpu.brand_string")
        memory = int(first_line("sysctl", "-n", "hw.memsize")) / 1024**3
    return f"{os.cpu_count()} cores of {model}, {memory:.0f} GB of memory"


def versions():
    import numpy
    import pandas
    import xgboost

    swift = re.sub(r"^.*Swift version (\S+).*$", r"Swift \1", first_line("swift", "--version"))
    system = first_line("dpkg-query", "-W", "-f", "${Version}", "libxgboost-dev")
    return (
        f"{swift}, XGBoost {system} (system library); Python {platform.python_version()}, NumPy {numpy.__version__}, "
        f"pandas {pandas.__version__}, XGBoost {xgboost.__version__}, SQLite {sqlite3.sqlite_version} (Python's)"
    )


def ratio(pairs, ours, peer):
    """Median, least and largest quotient of the peer's cost and ours, pair by pair."""
    quotients = [second[peer] / first[ours] for first, second in pairs]
    return f"{median(quotients):.2f} ({min(quotients):.2f} to {max(quotients):.2f})"


def middle(pairs, side, name):
    return median(pair[side][name] for pair in pairs)


def met(value, limit, less=True, processor=None):
    """Whether a target is reached; where only the processor time reaches it, that is said."""
    if value < limit if less else value >= limit:
        return "yes"
    return "in processor time only" if processor is not None and processor < limit else "**no**"


def seconds(value):
    return f"{value:.2f} s" if value >= 1 else f"{1000 * value:.3g} ms"


class Table:
    """Rows of Markdown."""

    def __init__(self, *names):
        self.lines = ["| " + " | ".join(names) + " |", "|" + "---|" * len(names)]

    def add(self, *cells):
        self.lines.append("| " + " | ".join(str(cell) for cell in cells) + " |")

    def __str__(self):
        return "\n".join(self.lines)


def speeds(results):
    table = Table("work", "ours: wall (processor)", "Python: wall (processor)", "Python / ours, processor time", "target", "met")

    def row(name, pairs, target, value, limit, cpu="cpu", wall="wall", threads=1):
        sides = [f"{seconds(middle(pairs, side, wall))} ({seconds(middle(pairs, side, cpu))})" for side in (0, 1)]
        table.add(name, *sides, ratio(pairs, cpu, cpu), target,
                  met(value, limit, processor=None if threads > 1 else middle(pairs, 0, cpu)))

    for name, label in (("numpy", "NumPy"), ("pandas", "pandas")):
        pairs = results[f"labels-{name}"]
        rates = [median(pair[side]["labels"] / pair[side]["cpu"] for pair in pairs) for side in (0, 1)]
        table.add(
            f"labels with realized impact from memory, one core, beside {label}", f"{rates[0]:,.0f} a second",
            f"{rates[1]:,.0f} a second", ratio(pairs, "cpu", "cpu"), "1,000,000 a second",
            met(rates[0], 1_000_000, less=False),
        )
    pairs = results["label-events"]
    row("`label-events`, all events, 3 horizons, into SQLite", pairs, "1 s", middle(pairs, 0, "wall"), 1)
    again = results["again"]
    wall = median(run["wall"] for run in again)
    table.add(
        "`label-events` again, nothing to do", f"{seconds(wall)} ({seconds(median(run['cpu'] for run in again))})", "", "",
        "0.4 s", met(wall, 0.4, processor=median(run["cpu"] for run in again)),
    )
    pairs = results["import"]
    row("import of all price files", pairs, "3 s", middle(pairs, 0, "wall"), 3)
    pairs = results["features"]
    row("features of all events, 3 horizons, from memory", pairs, "3 s", middle(pairs, 0, "wall"), 3)
    if "training" in results:
        pairs = [results["training"]]
        row("`train`: all cells, walk-forward, lock-box, canaries", pairs, "120 s on 2 cores", middle(pairs, 0, "wall"), 120,
            threads=2)
    if "scoring" in results:
        pairs = results["scoring"]
        row("one event, 3 horizons, explained, warm process", pairs, "1 ms", middle(pairs, 0, "single_wall"), 1e-3,
            "single_cpu", "single_wall")
        row("batch of 10,000 events, 3 horizons, warm process", pairs, "1 s", middle(pairs, 0, "batch_wall"), 1, "batch_cpu",
            "batch_wall")
    return table


def agreement(printed):
    """What `labels.py check` found, as sentences."""
    found = ast.literal_eval(printed)
    return " ".join(
        f"Of {one['stored']:,} stored labels {label} makes {one['made']:,}; largest difference of a return {one['return']:.0e}, "
        f"of an impact {one['impact']:.0e}, impacts on one side only {one['unequal']}."
        for label, one in (("NumPy", found["numpy"]), ("pandas", found["pandas"]))
    )


def notes(results):
    labels, features = results["labels-numpy"][0], results["features"][0]
    lines = [
        f"- Labels: {labels[0]['attempts']:,.0f} attempts give {labels[0]['labels']:,.0f} labels, "
        f"{labels[0]['impacts']:,.0f} with an impact; the rates count labels. NumPy: one gather of 250 moves per label and "
        "horizon, vectorised by symbol; pandas: returns vectorised by symbol, one window per event. "
        f"{agreement(results['labels-check'])} The Python sides make no vintage hash and no skip reasons.",
        "- `label-events` and the import are whole processes, start included; the Python side of `label-events` reads the same "
        "database, labels with NumPy and writes a table of the same columns. The Python import makes simpler quality checks, and "
        "no record of corrections.",
        f"- Features: {features[0]['rows']:,.0f} rows of {features[0]['columns']:.0f} columns; Python's side makes "
        f"{features[1]['columns']:.0f} of them with pandas and NumPy, vectorised (not the base score's, not the surprises, "
        "which these events lack; item groups are given to it). Of these "
        f"{results['features-check'].strip().splitlines()[-1]}.",
    ]
    if "training" in results:
        ours, peer = results["training"]
        import json

        figures = json.loads(peer["printed"])
        peer.update(cpu=figures["cpu"], wall=figures["wall"])
        lines.append(
            f"- Training: {figures['boosters']} boosters, {figures['trees']:,} trees. The calls into XGBoost of the engine's own run "
            "are recorded (`Benchmarks/trace`), and Python's XGBoost, in two processes, trains the same boosters on the same rows, "
            "labels, parameters and rounds. Ours is the whole verb: features, calibration, gate, storing, and the recording; "
            "Python's clock runs for matrices and training only, magnitude heads are not validated there, and its XGBoost is the "
            "newer one. One run each."
        )
    if "scoring" in results:
        slowest = max(pair[0]["single_slowest"] for pair in results["scoring"])
        lines.append(
            f"- Scores: mean of 1,000 events; the slowest of all took {seconds(slowest)}. Ours computes features, both "
            "heads, range, guardrail, explanation and provenance; Python predicts with the same trees on given features and "
            "explains with XGBoost's contributions. In the batch Python computes features too, those of all events charged in proportion."
        )
    return "\n".join(lines)


def memories(memory):
    table = Table("verb", "peak memory", "target", "met")
    for name, value in sorted(memory.items(), key=lambda item: -item[1]):
        table.add(f"`{name}`", f"{value:.0f} MB", "300 MB", met(value, 300))
    return table


def curve(rows):
    table = Table(
        "events", "import of the events", "`label-events`", "a thousand events", "again, nothing to do", "NumPy", "NumPy / ours"
    )
    for size, imported, ours, again, peer in rows:
        table.add(
            f"{size:,}", seconds(imported["cpu"]), seconds(ours["cpu"]), seconds(1000 * ours["cpu"] / size),
            seconds(again["cpu"]), seconds(peer["cpu"]), f"{peer['cpu'] / ours['cpu']:.2f}",
        )
    slopes = [
        (after[2]["cpu"] - before[2]["cpu"]) / (after[0] - before[0]) for before, after in zip(rows, rows[1:])
    ]
    each = ", ".join(f"{1e6 * slope:.0f}" for slope in slopes)
    return (
        f"{table}\n\nA run has a fixed part, reading the prices of all symbols, which a small number of events cannot share out. "
        f"The cost of one more event, from size to size: {each} microseconds."
    )


def render(results, memory, load, quick):
    """The whole page."""
    explained = notes(results)
    parts = [
        "# Performance",
        "All figures on this page come from one run of `make bench`; the same command makes it anew. They are measured on the events "
        "and prices of `../shared/data`, which are not part of the repository.",
        f"{datetime.date.today().isoformat()}; {machine()}; load average {load[0]:.1f} at the start and {load[1]:.1f} at the end. "
        f"{versions()}.",
        "Ours and Python's runs alternate (A B A B) within one run; times are medians, quotients are medians of neighbouring pairs with the "
        "least and the largest. Where other work shares the cores, processor time and quotients say more than wall time. "
        "Targets are held against wall time, the rate of labels against processor time.",
        "## Speed",
        str(speeds(results)),
        explained,
    ]
    if not quick:
        parts += [
            "## Memory", "Largest resident size of each verb's process on these data.", str(memories(memory)),
            "## Cost per event",
            "Processor time, start of the process included. Sizes below the data's take every k-th event, larger ones copies of the events "
            "with keys of their own; prices are imported already.",
            curve(results["curve"]),
        ]
    return "\n\n".join(parts) + "\n"
