"""Measures the engine beside the same work in Python and writes the page of figures; `scripts/bench.sh` calls it.

usage: run.py DATA PROGRAM BENCH TRACE WORK PAGE [--quick]
"""

import os
import re
import shutil
import sys
from pathlib import Path

import page
from processes import alternate, once

HERE = Path(__file__).parent
SIZES = (1000, 3000, 10_000, 30_000, 100_000)


class Bench:
    """Paths and the figures found so far."""

    def __init__(self, data, program, bench, trace, work):
        self.data, self.program, self.bench, self.trace = Path(data), program, bench, trace
        self.work = Path(work)
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)
        self.database, self.dump = self.work / "main.sqlite", self.work / "dump"
        self.results, self.memory = {}, {}

    def verb(self, *arguments, database=None, environment=None):
        """Runs a verb of the program and keeps its peak memory."""
        run = once(
            [self.program, *arguments, "--quiet", "--database", database or self.database], environment
        )
        if database is None or database == self.database:
            name = " ".join(str(part) for part in arguments[:2] if not str(part).startswith(("/", "-", ".")))
            self.memory[name] = max(run["memory"], self.memory.get(name, 0))
        return run

    def python(self, script, *arguments):
        return once([sys.executable, HERE / script, *arguments])

    def script(self, name, *arguments):
        return [sys.executable, HERE / name, *arguments]

    def copy(self, source, name):
        target = self.work / name
        for suffix in ("", "-wal", "-shm"):
            Path(f"{target}{suffix}").unlink(missing_ok=True)
        shutil.copy(source, target)
        # What the copy left to be written must not be waited for in a measured run.
        with open(target, "rb+") as file:
            os.fsync(file.fileno())
        return target

    def say(self, text):
        print(f"bench: {text}", file=sys.stderr, flush=True)

    # Parts, in the order of the page.

    def imports(self):
        self.say("import of prices and events")
        pairs = []
        for turn in range(3):
            ours = self.verb("import", "prices", self.data / "prices", database=self.work / f"prices{turn}.sqlite")
            peer = self.python("import_prices.py", self.data / "prices", self.work / f"peer{turn}.sqlite")
            pairs.append((ours, peer))
        self.memory["import prices"] = max(ours["memory"] for ours, _ in pairs)
        self.results["import"] = pairs
        self.copy(self.work / "prices0.sqlite", "main.sqlite")
        self.results["events"] = self.verb("import", "events", self.data / "events.csv")
        once([self.bench, "dump", self.database, self.dump])

    def labels_whole(self):
        self.say("label-events from end to end")
        pairs, again = [], []
        unlabelled = self.copy(self.database, "unlabelled.sqlite")
        for turn in range(3):
            fresh = self.copy(unlabelled, "labels.sqlite")
            ours = self.verb("label-events", database=fresh)
            again.append(self.verb("label-events", database=fresh))
            peer = self.python("labels.py", "whole", self.copy(unlabelled, "peer-labels.sqlite"), self.dump)
            pairs.append((ours, peer))
        if any(run["status"] != 3 for run in again):
            sys.exit("bench: a second run of label-events found something to do")
        self.results["label-events"], self.results["again"] = pairs, again
        self.memory["label-events"] = max(run["memory"] for run, _ in pairs)
        self.verb("label-events")
        once([self.bench, "dump", self.database, self.dump])

    def labels_memory(self):
        self.say("labels from memory")
        ours = [self.bench, "labels", self.database]
        for name, passes in (("numpy", 9), ("pandas", 3)):
            self.results[f"labels-{name}"] = alternate(
                ours, self.script("labels.py", name, self.database, self.dump), passes
            )
        self.results["labels-check"] = self.python("labels.py", "check", self.database, self.dump)["printed"].strip()

    def features(self):
        self.say("features")
        peer = self.script("features.py", "passes", self.database, self.dump)
        self.results["features"] = alternate([self.bench, "features", self.database], peer, 7)
        self.results["features-check"] = self.python("features.py", "check", self.database, self.dump)["printed"]

    def training(self):
        self.say("training, about a minute for each side")
        trace = self.work / "trace.bin"
        columns = len((self.dump / "features.columns").read_text().split())
        environment = {
            "MARKET_ECHO_TRACE": str(trace), "MARKET_ECHO_TRACE_COLUMNS": str(columns), "LD_PRELOAD": str(self.trace),
        }
        ours = self.verb("train", environment=environment)
        self.results["training"] = (ours, self.python("training.py", self.dump, trace, 2))
        trace.unlink()

    def scoring(self):
        self.say("scores")
        once([self.bench, "trees", self.database, self.dump])
        peer = self.script("scoring.py", self.database, self.dump)
        self.results["scoring"] = alternate([self.bench, "score", self.database], peer, 5)

    def verbs(self):
        self.say("memory of the other verbs")
        self.verb("score")
        for table in ("events", "prices", "labels", "features", "predictions"):
            self.verb("export", table, "--output", self.work / "export.csv")
        known = once([self.program, "--help"])["printed"]
        for name in ("monitor", "models", "jobs", "doctor"):
            if re.search(rf"^  {name}\b", known, re.MULTILINE):
                self.verb(name)

    def curve(self):
        self.say("cost per event")
        rows = []
        for size in SIZES:
            events = self.work / "events.csv"
            self.python("replicate.py", self.data / "events.csv", size, events)
            database = self.copy(self.work / "prices0.sqlite", "curve.sqlite")
            imported = self.verb("import", "events", events, database=database)
            peer_database = self.copy(database, "curve-peer.sqlite")
            ours = self.verb("label-events", database=database)
            again = self.verb("label-events", database=database)
            peer = self.python("labels.py", "whole", peer_database, self.dump)
            rows.append((size, imported, ours, again, peer))
        self.results["curve"] = rows


def main():
    data, program, bench, trace, work, target = sys.argv[1:7]
    quick = "--quick" in sys.argv[7:]
    run = Bench(data, program, bench, trace, work)
    before = page.load()
    run.imports()
    run.labels_whole()
    run.labels_memory()
    run.features()
    if not quick:
        run.training()
        run.scoring()
        run.verbs()
        run.curve()
    text = page.render(run.results, run.memory, load=(before, page.load()), quick=quick)
    if quick:
        print(text)
    else:
        Path(target).write_text(text)
        run.say(f"figures are in {target}")
    shutil.rmtree(run.work)


if __name__ == "__main__":
    main()
