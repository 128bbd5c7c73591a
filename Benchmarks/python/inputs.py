"""Reads events, prices and labels from the engine's database into arrays: the Python side's view of the same data."""

import sqlite3
from pathlib import Path

import numpy as np

HORIZONS = (("1d", 1), ("5d", 5), ("20d", 20))
BENCHMARK = "SPY"
HISTORY, MINIMUM_HISTORY = 250, 120
NEUTRAL_BAND = 0.001
DELISTED_AFTER = 20


class Calendar:
    """Sessions by number: their day, open and close."""

    def __init__(self, folder):
        lines = Path(folder, "sessions.csv").read_text().split()[1:]
        cells = [line.split(",") for line in lines]
        self.days = np.array([cell[1] for cell in cells], dtype="datetime64[D]")
        self.opens = np.array([int(cell[2]) for cell in cells])
        self.closes = np.array([int(cell[3]) for cell in cells])
        self.number = {cell[1]: index for index, cell in enumerate(cells)}


class Series:
    """Closes of one symbol on the dense grid of sessions, NaN where there is none."""

    def __init__(self, sessions, adjusted, close, volume, breaks):
        self.first = int(sessions[0])
        size = int(sessions[-1]) - self.first + 1
        place = sessions - self.first
        self.adjusted, self.close, self.volume = (np.full(size, np.nan) for _ in range(3))
        self.adjusted[place], self.close[place], self.volume[place] = adjusted, close, volume
        self.breaks = breaks

    @property
    def end(self):
        return self.first + len(self.adjusted)


class Events:
    """Events sorted by symbol and time, as columns."""

    def __init__(self, rows, calendar):
        (self.id, self.ticker, valid, day, known, precision, self.family, self.type, self.items, amendment,
         self.company) = (
            np.array(column) for column in zip(*rows)
        )
        self.valid = valid.astype(bool)
        self.amendment = amendment.astype(bool)
        self.day = day.astype("datetime64[D]")
        self.known = np.char.rstrip(known, "Z").astype("datetime64[s]").astype(np.int64)
        self.exact = precision == "exact"
        self.reaction = np.where(
            self.exact,
            np.searchsorted(calendar.closes, self.known, side="right"),
            np.searchsorted(calendar.days, self.day, side="left"),
        )
        self.base = self.reaction - 1

    def by_ticker(self):
        """Pairs of a symbol and the range of its events."""
        starts = np.flatnonzero(np.r_[True, self.ticker[1:] != self.ticker[:-1]])
        for start, end in zip(starts, np.r_[starts[1:], len(self.ticker)]):
            yield str(self.ticker[start]), slice(start, end)


def load(database, calendar):
    """Events and series by symbol."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    rows = connection.execute(
        "SELECT event_id, ticker, ticker_valid, occurred_on, known_at, time_precision, family, event_type, items,"
        " is_amendment, coalesce(cik, ticker) FROM events ORDER BY ticker, known_at, event_id"
    ).fetchall()
    events = Events(rows, calendar)
    breaks = {}
    for ticker, day in connection.execute("SELECT ticker, day FROM price_breaks ORDER BY day"):
        if day in calendar.number:
            breaks.setdefault(ticker, []).append(calendar.number[day])
    series = {}
    for ticker in sorted(set(events.ticker.tolist()) | {BENCHMARK}):
        bars = connection.execute(
            "SELECT day, adj_close, close, volume, quarantined FROM prices WHERE ticker = ? ORDER BY day", (ticker,)
        ).fetchall()
        bars = [bar for bar in bars if bar[0] in calendar.number]
        if not bars:
            continue
        day, adjusted, close, volume, quarantined = zip(*bars)
        usable = np.array([reason is None for reason in quarantined])
        adjusted, close, volume = (np.array(column, dtype=float) for column in (adjusted, close, volume))
        adjusted[~usable], close[~usable] = np.nan, np.nan
        sessions = np.array([calendar.number[text] for text in day])
        series[ticker] = Series(sessions, adjusted, close, volume, breaks.get(ticker, []))
    connection.close()
    return events, series
