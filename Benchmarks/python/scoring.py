"""Scores events in a warm process with the same trees: one event at a time, and a batch.

Single events get their features for nothing; the batch computes the features of all events, charged in proportion.

usage: scoring.py DATABASE DUMP
"""

import sys
from pathlib import Path

import numpy as np
import xgboost

import features
from inputs import HORIZONS
from passes import measure, serve

SINGLES, BATCH = 1000, 10_000
WEIGHT, LIMIT, BASE = 0.3, 20.0, 65.0


def boosters(folder):
    """For each horizon the magnitude and the direction trees of the narrowest champion; None where there are none."""
    loaded = []
    for code, _ in HORIZONS:
        pair = []
        for head in ("magnitude", "direction"):
            paths = [Path(folder, f"{scope}-{code}.{head}.ubj") for scope in ("sec_8k", "global")]
            path = next((path for path in paths if path.exists()), None)
            pair.append(path and xgboost.Booster({"nthread": 1}, model_file=str(path)))
        loaded.append(pair)
    return loaded


def adjusted(impact):
    """The guarded score of a base score and a predicted impact."""
    return np.clip(BASE + np.clip(WEIGHT * (100 * impact - BASE), -LIMIT, LIMIT), 0, 100)


def single(trees, rows):
    scores = []
    for (magnitude, direction), row in zip(trees, rows):
        row = row[None, :]
        if magnitude is not None:
            scores.append(float(adjusted(magnitude.inplace_predict(row))[0]))
            matrix = xgboost.DMatrix(row, nthread=1)
            scores.append(magnitude.predict(matrix, pred_contribs=True))
        if direction is not None:
            scores.append(float(direction.inplace_predict(row)[0]))
    return scores


def batch(trees, matrices, chosen):
    count = 0
    for (magnitude, direction), matrix in zip(trees, matrices):
        rows = matrix[chosen]
        if magnitude is not None:
            count += len(adjusted(magnitude.inplace_predict(rows)))
        if direction is not None:
            direction.inplace_predict(rows)
    return count


def main():
    database, folder = sys.argv[1:3]
    given = features.Given(database, folder)
    trees = boosters(folder)
    for pair in trees:
        for booster in pair:
            if booster is not None:
                booster.feature_names = None
    size = len(given.events.id)
    chosen = (np.arange(BATCH) * 7919) % size

    def work():
        def singles():
            for index in chosen[:SINGLES]:
                rows = [matrix[index] for matrix in given.matrix]
                single(trees, rows)

        _, one = measure(singles)
        _, built = measure(lambda: features.build(given))
        _, many = measure(lambda: batch(trees, given.matrix, chosen))
        share = min(BATCH / size, 1)
        return {
            "single_cpu": one["cpu"] / SINGLES, "single_wall": one["wall"] / SINGLES,
            "batch_cpu": built["cpu"] * share + many["cpu"], "batch_wall": built["wall"] * share + many["wall"],
            "trees_cpu": many["cpu"],
        }

    serve(work, lambda figures: figures)


if __name__ == "__main__":
    main()
