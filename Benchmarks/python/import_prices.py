"""Imports a folder of daily price files into SQLite with pandas, one transaction per file, into tables like the engine's.

usage: import_prices.py FOLDER DATABASE
"""

import sqlite3
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd

COLUMNS = ["open", "high", "low", "close", "adj_close", "volume"]


def suspect(frame):
    """Rows that cannot be right: a price that is not positive, a high below a low, a close outside both."""
    prices = frame[["open", "high", "low", "close", "adj_close"]]
    flags = (prices <= 0).any(axis=1) | (frame["high"] < frame["low"])
    stale = (frame["close"].diff() == 0) & (frame["volume"] == 0)
    jump = frame["close"] / frame["close"].shift()
    return flags | (stale.rolling(5).sum() >= 5) | (jump > 80) | (jump < 1 / 80)


def main():
    folder, database = sys.argv[1:3]
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA wal_autocheckpoint = 8000")
    connection.executescript(
        "CREATE TABLE price_series (ticker TEXT NOT NULL PRIMARY KEY, source TEXT NOT NULL, fetched_at TEXT NOT NULL,"
        " first_day TEXT NOT NULL, last_day TEXT NOT NULL, bars INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
        "CREATE TABLE prices (ticker TEXT NOT NULL, day TEXT NOT NULL CHECK (length(day) = 10), open REAL, high REAL,"
        " low REAL, close REAL, adj_close REAL, volume REAL, dividends REAL NOT NULL, stock_splits REAL NOT NULL,"
        " quarantined TEXT, PRIMARY KEY (ticker, day)) STRICT, WITHOUT ROWID;"
    )
    stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    total = 0
    for path in sorted(Path(folder).glob("*.csv")):
        frame = pd.read_csv(path)
        frame.columns = [name.strip().lower().replace(" ", "_") for name in frame.columns]
        day = frame.columns[0]
        frame = frame.drop_duplicates(day, keep="last").sort_values(day)
        flags = suspect(frame)
        ticker, size = path.stem, len(frame)
        days = frame[day].str.slice(0, 10).tolist()
        values = frame[COLUMNS].astype(float).replace({np.nan: None})
        rows = zip(
            [ticker] * size, days, *(values[name].tolist() for name in COLUMNS), [0.0] * size, [1.0] * size,
            np.where(flags, "suspect", None).tolist(),
        )
        with connection:
            connection.execute(
                "INSERT INTO price_series VALUES (?, ?, ?, ?, ?, ?)", (ticker, path.name, stamp, days[0], days[-1], size)
            )
            connection.executemany(f"INSERT INTO prices VALUES ({','.join('?' * 11)})", rows)
        total += size
    connection.close()
    print(total)


if __name__ == "__main__":
    main()
