#!/usr/bin/env python3
"""Turns the JSON of `market-echo event-study --json` into the last section of docs/reference/results.md."""
import json
import sys

from results import number, table

LEAST = 20
TESTS = [("t", "cross_sectional_t"), ("Patell", "patell_z"), ("BMP", "boehmer_musumeci_poulsen"),
         ("KP", "kolari_pynnonen"), ("rank", "corrado_rank"), ("sign", "generalized_sign")]
MODELS = {"market": "market model", "market_adjusted": "market-adjusted returns", "mean_adjusted": "mean-adjusted returns"}


def probability(value):
    if value is None:
        return "–"
    return "< 0.001" if value < 0.001 else f"{value:.3f}"


def study(report):
    head = ["item", "events", "companies", "days", "CAAR, %", "band, %"]
    head += [f"{name}, p" for name, _ in TESTS] + ["KP, p by Holm", "left out"]
    rows = []
    for group in report["groups"]:
        if group["n"] < LEAST:
            continue
        out = group["without_prices"] + group["without_estimation"] + group["with_missing_return"]
        band = f"{number(group['lower'], 2, 100)} to {number(group['upper'], 2, 100)}"
        rows.append([group["group"], str(group["n"]), str(group["companies"]), str(group["event_days"]),
                     number(group["mean_cumulative_abnormal_return"], 2, 100), band]
                    + [probability(group["tests"][key]["p"]) for _, key in TESTS]
                    + [probability(group["adjusted_p_holm"]), str(out)])
    return table(head, rows)


def main():
    for argument in sys.argv[1:]:
        title, path = argument.rsplit("=", 1)
        with open(path, encoding="utf-8") as file:
            report = json.load(file)
        print(f"\n## Event study: {title}\n\nMean cumulative abnormal returns over the sessions {report['window']} by "
              f"the {MODELS[report['model']]}; bands {report['confidence']:.0%}, by bootstrap of days. A filing with several items "
              f"counts under each. Items with fewer than {LEAST} events are not shown, but count in Holm's method. KP "
              f"(Kolari and Pynnönen) allows for returns that move together.\n\n{study(report)}")


if __name__ == "__main__":
    main()
