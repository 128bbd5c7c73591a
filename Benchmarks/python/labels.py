"""Labels with realized impact, as `docs/concepts/labels.md` defines them, with NumPy and with pandas.

usage: labels.py numpy|pandas DATABASE FOLDER      passes from memory
       labels.py check DATABASE FOLDER             compares both with the stored labels
       labels.py whole DATABASE FOLDER             reads the database, labels with NumPy, writes a table, once
"""

import sqlite3
import sys
import time

import numpy as np

import inputs
from inputs import BENCHMARK, DELISTED_AFTER, HISTORY, HORIZONS, MINIMUM_HISTORY, NEUTRAL_BAND


def on_grid(series, sessions):
    """Adjusted closes at sessions; NaN outside the series."""
    place = sessions - series.first
    inside = (place >= 0) & (place < len(series.adjusted))
    return np.where(inside, series.adjusted[np.clip(place, 0, len(series.adjusted) - 1)], np.nan)


def moves_of(stock, benchmark, sessions):
    """Absolute abnormal returns over `sessions` sessions by end session; NaN across a break."""
    grid = np.arange(stock.first, stock.end)
    reference = on_grid(benchmark, grid)
    moves = np.full(len(grid), np.nan)
    own = stock.adjusted[sessions:] / stock.adjusted[:-sessions] - 1
    moves[sessions:] = np.abs(own - (reference[sessions:] / reference[:-sessions] - 1))
    for session in stock.breaks + benchmark.breaks:
        start = max(session - stock.first, 0)
        moves[start : max(session - stock.first + sessions, 0)] = np.nan
    return moves


def broken(series, base, outcome):
    """Whether a break lies behind base and not behind outcome."""
    flags = np.zeros(len(base), dtype=bool)
    for session in series.breaks:
        flags |= (session > base) & (session <= outcome)
    return flags


def returns(stock, benchmark, valid, base, sessions, as_of):
    """Stock, benchmark and abnormal returns, NaN where there is no label."""
    outcome = base + sessions
    own = on_grid(stock, outcome) / on_grid(stock, base) - 1
    reference = on_grid(benchmark, outcome) / on_grid(benchmark, base) - 1
    usable = valid & (outcome + 1 <= as_of) & ~broken(stock, base, outcome) & ~broken(benchmark, base, outcome)
    return own, reference, np.where(usable, own - reference, np.nan)


def numpy_impacts(moves, first, base, abnormal):
    """Mid-rank percentiles of moves among the 250 that end up to the base session."""
    impacts = np.full(len(base), np.nan)
    rows = np.flatnonzero(~np.isnan(abnormal))
    padded = np.concatenate([np.full(HISTORY - 1, np.nan), moves])
    windows = np.lib.stride_tricks.sliding_window_view(padded, HISTORY)[base[rows] - first]
    move = np.abs(abnormal[rows])[:, None]
    below, equal = (windows < move).sum(axis=1), (windows == move).sum(axis=1)
    count = HISTORY - np.isnan(windows).sum(axis=1)
    known = count >= MINIMUM_HISTORY
    impacts[rows[known]] = 100 * (below[known] + equal[known] / 2) / count[known]
    return impacts


def numpy_labels(events, series, as_of):
    """Columns per horizon: stock, benchmark and abnormal return, impact; NaN where there is none."""
    size = len(events.id)
    columns = {code: np.full((4, size), np.nan) for code, _ in HORIZONS}
    benchmark = series[BENCHMARK]
    for ticker, part in events.by_ticker():
        stock = series.get(ticker)
        if stock is None:
            continue
        base = events.base[part]
        for code, sessions in HORIZONS:
            own, reference, abnormal = returns(stock, benchmark, events.valid[part], base, sessions, as_of)
            impacts = numpy_impacts(moves_of(stock, benchmark, sessions), stock.first, base, abnormal)
            columns[code][:, part] = own, reference, abnormal, impacts
    return columns


def pandas_labels(events, series, as_of):
    """The same with pandas: series by session, windows by position, one event at a time for the rank."""
    import pandas as pd

    columns = {code: np.full((4, len(events.id)), np.nan) for code, _ in HORIZONS}
    frames = {
        ticker: pd.Series(own.adjusted, index=np.arange(own.first, own.end)) for ticker, own in series.items()
    }
    benchmark = frames[BENCHMARK]
    for ticker, part in events.by_ticker():
        if ticker not in frames:
            continue
        stock, own = frames[ticker], series[ticker]
        reference = benchmark.reindex(stock.index)
        base = pd.Series(events.base[part])
        for code, sessions in HORIZONS:
            moves = (stock.pct_change(sessions, fill_method=None) - reference.pct_change(sessions, fill_method=None)).abs()
            for session in own.breaks + series[BENCHMARK].breaks:
                moves.loc[session : session + sessions - 1] = np.nan
            outcome = base + sessions
            stock_return = stock.reindex(outcome).to_numpy() / stock.reindex(base).to_numpy() - 1
            market_return = benchmark.reindex(outcome).to_numpy() / benchmark.reindex(base).to_numpy() - 1
            usable = events.valid[part] & (outcome.to_numpy() + 1 <= as_of)
            usable &= ~broken(own, base.to_numpy(), outcome.to_numpy())
            usable &= ~broken(series[BENCHMARK], base.to_numpy(), outcome.to_numpy())
            abnormal = np.where(usable, stock_return - market_return, np.nan)
            impacts = np.full(len(base), np.nan)
            for row in np.flatnonzero(~np.isnan(abnormal)):
                end = base.iat[row] - own.first + 1
                window = moves.iloc[max(end - HISTORY, 0) : end]
                count = window.count()
                if count >= MINIMUM_HISTORY:
                    move = abs(abnormal[row])
                    impacts[row] = 100 * ((window < move).sum() + (window == move).sum() / 2) / count
            columns[code][:, part] = stock_return, market_return, abnormal, impacts
    return columns


def figures(columns):
    labels = sum(int((~np.isnan(values[2])).sum()) for values in columns.values())
    impacts = sum(int((~np.isnan(values[3])).sum()) for values in columns.values())
    return {"labels": labels, "impacts": impacts}


def check(events, columns, database):
    """Largest differences from the labels that the engine stored."""
    position = {key: index for index, key in enumerate(events.id.tolist())}
    stored = sqlite3.connect(f"file:{database}?mode=ro", uri=True).execute(
        "SELECT event_id, horizon, outcome_return, realized_impact FROM event_outcomes"
    )
    largest_return = largest_impact = 0.0
    unequal = labels = 0
    for key, code, value, impact in stored:
        own = columns[code][:, position[key]]
        labels += 1
        largest_return = max(largest_return, abs(own[2] - value)) if own[2] == own[2] else 1.0
        if (impact is None) != bool(np.isnan(own[3])):
            unequal += 1
        elif impact is not None:
            largest_impact = max(largest_impact, abs(own[3] - impact))
    made = figures(columns)["labels"]
    return {"stored": labels, "made": made, "unequal": unequal, "return": largest_return, "impact": largest_impact}


def write(events, columns, calendar, database):
    """Writes labels into a table like the engine's, in one transaction."""
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA wal_autocheckpoint = 8000")
    connection.execute("DROP TABLE IF EXISTS peer_outcomes")
    connection.execute(
        "CREATE TABLE peer_outcomes (event_id TEXT NOT NULL, horizon TEXT NOT NULL, ticker TEXT NOT NULL,"
        " family TEXT NOT NULL, event_type TEXT NOT NULL, outcome_return REAL NOT NULL, stock_return REAL NOT NULL,"
        " benchmark_return REAL NOT NULL, label_direction INTEGER NOT NULL, label_magnitude REAL NOT NULL,"
        " realized_impact REAL, base_session TEXT NOT NULL, outcome_session TEXT NOT NULL, benchmark TEXT NOT NULL,"
        " label_version TEXT NOT NULL, recorded_at TEXT NOT NULL, PRIMARY KEY (event_id, horizon)) STRICT, WITHOUT ROWID"
    )
    connection.execute(
        "CREATE INDEX peer_outcomes_by_ticker ON peer_outcomes (ticker)"
    )
    days = calendar.days.astype(str)
    stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    rows = []
    for code, sessions in HORIZONS:
        own, reference, abnormal, impact = columns[code]
        kept = np.flatnonzero(~np.isnan(abnormal))
        value = abnormal[kept]
        direction = np.where(value > NEUTRAL_BAND, 1, np.where(value < -NEUTRAL_BAND, -1, 0))
        rows += zip(
            events.id[kept].tolist(), [code] * len(kept), events.ticker[kept].tolist(), events.family[kept].tolist(),
            events.type[kept].tolist(), value.tolist(), own[kept].tolist(), reference[kept].tolist(),
            direction.tolist(), np.abs(value).tolist(),
            [None if number != number else number for number in impact[kept].tolist()],
            days[events.base[kept]].tolist(), days[events.base[kept] + sessions].tolist(), [BENCHMARK] * len(kept),
            ["labels-1"] * len(kept), [stamp] * len(kept),
        )
    rows.sort(key=lambda row: row[:2])
    with connection:
        connection.executemany(f"INSERT INTO peer_outcomes VALUES ({','.join('?' * 16)})", rows)
    connection.close()


def main():
    mode, database, folder = sys.argv[1:4]
    calendar = inputs.Calendar(folder)
    events, series = inputs.load(database, calendar)
    as_of = len(calendar.days) - 1
    if mode == "whole":
        columns = numpy_labels(events, series, as_of)
        write(events, columns, calendar, database)
    elif mode == "check":
        print({name: check(events, make(events, series, as_of), database)
               for name, make in (("numpy", numpy_labels), ("pandas", pandas_labels))})
    else:
        from passes import serve

        make = {"numpy": numpy_labels, "pandas": pandas_labels}[mode]
        serve(lambda: make(events, series, as_of), figures)


if __name__ == "__main__":
    main()
