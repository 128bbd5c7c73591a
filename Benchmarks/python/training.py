"""Trains with Python's XGBoost the boosters that a traced training run of the engine trained: same rows, labels, parameters, rounds.

usage: training.py DUMP TRACE PROCESSES
"""

import json
import multiprocessing
import resource
import struct
import sys
import time
from pathlib import Path

import numpy as np

IGNORED = {"verbosity", "nthread", "seed"}


class Trace:
    """What `trace/xgboost_trace.c` recorded: matrices by number, and the boosters grown on each."""

    def __init__(self, path, columns):
        self.rows, self.extra, self.labels = {}, {}, {}
        self.parameters, self.rounds, self.first, self.watched = {}, {}, {}, {}
        data = memoryview(Path(path).read_bytes())
        position = 0
        while position < len(data):
            kind = chr(data[position])
            position = getattr(self, f"read_{kind}")(data, position + 1, columns)

    def read_M(self, data, at, columns):
        number, rows, width = struct.unpack_from("<3I", data, at)
        at += 12
        self.rows[number] = np.frombuffer(data, np.uint64, rows, at)
        at += 8 * rows
        further = max(width - columns, 0)
        self.extra[number] = np.frombuffer(data, np.float32, rows * further, at).reshape(rows, further)
        return at + 4 * rows * further

    def read_L(self, data, at, columns):
        (number,) = struct.unpack_from("<I", data, at)
        rows = len(self.rows[number])
        self.labels[number] = np.frombuffer(data, np.float32, rows, at + 4)
        return at + 4 + 4 * rows

    def read_P(self, data, at, columns):
        (booster,) = struct.unpack_from("<I", data, at)
        at += 4
        texts = []
        for _ in range(2):
            (length,) = struct.unpack_from("<H", data, at)
            texts.append(bytes(data[at + 2 : at + 2 + length]).decode())
            at += 2 + length
        # The engine's median training sets the learning rate a second time to 1 and shrinks leaves itself.
        self.parameters.setdefault(booster, {}).setdefault(*texts)
        return at

    def read_U(self, data, at, columns):
        booster, matrix = struct.unpack_from("<2I", data, at)
        self.first.setdefault(matrix, booster)
        self.rounds[matrix] = self.rounds.get(matrix, 0) + 1
        return at + 8

    def read_E(self, data, at, columns):
        booster, matrix = struct.unpack_from("<2I", data, at)
        self.watched[booster] = matrix
        return at + 8

    def jobs(self):
        """One training per matrix that trees were grown on, the largest first."""
        jobs = []
        for matrix, rounds in self.rounds.items():
            booster = self.first[matrix]
            jobs.append((matrix, self.parameters[booster], rounds, self.watched.get(booster)))
        return sorted(jobs, key=lambda job: -job[2] * len(self.rows[job[0]]))


def hash_rows(values):
    """The hash of `trace/xgboost_trace.c` for every row."""
    bits = values.view(np.uint32).copy()
    bits[np.isnan(values)] = 0x7FC00000
    hashes = np.full(len(values), 0xCBF29CE484222325, dtype=np.uint64)
    for column in range(bits.shape[1]):
        hashes = (hashes ^ bits[:, column]) * np.uint64(0x100000001B3)
    return hashes


def prepare(folder, path):
    """The feature matrix, the jobs, and each matrix as rows of it, further columns and labels."""
    columns = len(Path(folder, "features.columns").read_text().split())
    values = np.fromfile(Path(folder, "features.f32"), np.float32).reshape(-1, columns)
    trace = Trace(path, columns)
    hashes = hash_rows(values)
    order = np.argsort(hashes, kind="stable")
    matrices = {}
    for number, rows in trace.rows.items():
        place = order[np.clip(np.searchsorted(hashes[order], rows), 0, len(order) - 1)]
        if not (hashes[place] == rows).all():
            raise SystemExit("training: the traced run used rows that the dump does not hold")
        matrices[number] = (place, trace.extra[number], trace.labels.get(number))
    return values, trace.jobs(), matrices


def matrix(number):
    import xgboost

    place, extra, labels = MATRICES[number]
    rows = np.hstack([VALUES[place], extra]) if extra.shape[1] else VALUES[place]
    return xgboost.DMatrix(rows, label=labels, nthread=1)


def train(job):
    """One booster; returns its number of trees."""
    import xgboost

    number, parameters, rounds, watched = job
    given = {name: value for name, value in parameters.items() if name not in IGNORED}
    watch = [] if watched is None else [(matrix(watched), "validation")]
    booster = xgboost.train(
        {**given, "nthread": 1, "verbosity": 0, "seed": int(parameters["seed"])}, matrix(number), rounds, evals=watch,
        verbose_eval=False,
    )
    return booster.num_boosted_rounds()


if __name__ == "__main__":
    VALUES, JOBS, MATRICES = prepare(sys.argv[1], sys.argv[2])
    import xgboost

    own = resource.getrusage(resource.RUSAGE_SELF)
    wall = time.perf_counter()
    with multiprocessing.get_context("fork").Pool(int(sys.argv[3])) as pool:
        trees = sum(pool.imap_unordered(train, JOBS, chunksize=1))
        pool.close()
        pool.join()
    wall = time.perf_counter() - wall
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    mine = resource.getrusage(resource.RUSAGE_SELF)
    cpu = children.ru_utime + children.ru_stime + mine.ru_utime + mine.ru_stime - own.ru_utime - own.ru_stime
    print(json.dumps({"cpu": cpu, "wall": wall, "boosters": len(JOBS), "trees": trees, "xgboost": xgboost.__version__}))
