"""The engine's features with pandas and NumPy, vectorised by symbol and by key.

All columns but the base score's (rules), the surprises' (this data has none) and the item group (taken as given).

usage: features.py passes DATABASE DUMP      passes from memory
       features.py check DATABASE DUMP       compares with the engine's matrix
"""

import sqlite3
import sys
from pathlib import Path

import numpy as np
import pandas as pd

import inputs
from inputs import BENCHMARK, HORIZONS

FAMILIES = ["sec_8k", "sec_10q", "sec_10k", "earnings", "fda", "mna", "capital_allocation", "product_business", "guidance",
            "sec_other", "corporate"]
OLD_ITEMS = ["2", "5", "7", "9", "12"]
DAY = 86_400
PRIOR = 20.0


def least(length):
    return (3 * length + 3) // 4


class Given:
    """What is in memory before the clock starts: events, series, labels, item groups."""

    def __init__(self, database, folder):
        self.calendar = inputs.Calendar(folder)
        self.events, self.series = inputs.load(database, self.calendar)
        self.names = Path(folder, "features.columns").read_text().split()
        matrix = np.fromfile(Path(folder, "features.f32"), np.float32).reshape(-1, len(self.names))
        rows = [line.split(",") for line in Path(folder, "features.rows").read_text().split()]
        place = {(key, code): index for index, (key, code) in enumerate(rows)}
        keys = self.events.id.tolist()
        order = [[place[key, code] for key in keys] for code, _ in HORIZONS]
        self.matrix = [matrix[index] for index in order]
        self.group = self.matrix[0][:, self.names.index("item_group")].astype(np.int64)
        self.item_names = [name[5:].replace("_", ".") for name in self.names if name[:5] == "item_" and name[5].isdigit()]
        position = {key: index for index, key in enumerate(keys)}
        labels = sqlite3.connect(f"file:{database}?mode=ro", uri=True).execute(
            "SELECT event_id, horizon, outcome_return, label_direction, realized_impact, outcome_session FROM event_outcomes"
        ).fetchall()
        self.labels = {}
        for code, _ in HORIZONS:
            own = [row for row in labels if row[1] == code]
            self.labels[code] = (
                np.array([position[row[0]] for row in own]), np.array([row[2] for row in own]),
                np.array([row[3] for row in own]), np.array([row[4] for row in own], dtype=float),
                np.array([self.calendar.number[row[5]] for row in own]),
            )


def event_columns(given, columns):
    """Family, type, items and time."""
    events, calendar = given.events, given.calendar
    for family in FAMILIES:
        columns[f"family_{family}"] = events.family == family
    types = pd.Series(events.type)
    columns["event_type"] = types.astype("category").cat.codes
    columns["is_amendment"], columns["time_is_exact"] = events.amendment, events.exact
    items = pd.Series(events.items)
    unknown = (items == "").to_numpy()
    flags = items.str.get_dummies(sep=";")
    for item in given.item_names + [f"old_{name}" for name in OLD_ITEMS]:
        own = item.removeprefix("old_")
        value = flags[own].to_numpy(dtype=float) if own in flags else np.zeros(len(items))
        value[unknown] = np.nan
        columns[f"item_{item.replace('.', '_')}"] = value
    columns["item_count"] = np.where(unknown, np.nan, items.str.count(";") + 1)
    clock = pd.DatetimeIndex(events.known.astype("datetime64[s]"), tz="UTC").tz_convert("America/New_York")
    day = clock.tz_localize(None).normalize()
    opens, closes = calendar.opens[events.reaction], calendar.closes[events.reaction]
    regular = events.exact & (events.known >= opens)
    same = day.to_numpy().astype("datetime64[D]") == calendar.days[events.reaction]
    columns["known_regular"] = regular
    columns["known_before_open"] = events.exact & ~regular & same
    columns["known_after_close"] = events.exact & ~regular & ~same
    columns["known_time_unknown"] = ~events.exact
    columns["minutes_to_close"] = np.where(events.exact, (closes - events.known) / 60, np.nan)
    columns["weekday"], columns["month"] = day.day_of_week + 1, day.month
    return day


def seconds(index):
    return index.tz_convert("UTC").tz_localize(None).to_numpy().astype("datetime64[s]").astype(np.int64)


def earlier_columns(given, day, columns):
    """Counts and distances of earlier events; returns when each event counts as known to others."""
    events, calendar = given.events, given.calendar
    midnight = seconds(day.tz_localize("America/New_York"))
    evening = seconds((day + pd.Timedelta(days=1)).tz_localize("America/New_York")) - 1
    available = np.where(events.exact, events.known, evening)
    company = pd.factorize(events.company)[0].astype(np.int64)

    def before(key, moment, keys, moments):
        """For each question the range of sorted events of its key that were available before a moment."""
        order = np.lexsort((moments, keys))
        known = (keys[order] << 31) + moments[order]
        return order, np.searchsorted(known, key << 31), np.searchsorted(known, (key << 31) + moment)

    order, start, end = before(company, events.known, company, available)
    for days in (30, 90):
        first = before(company, events.known - days * DAY, company, available)[2]
        columns[f"events_{days}d"] = end - first
    last = events.reaction[order[np.maximum(end - 1, 0)]]
    columns["sessions_since_last_event"] = np.where(end > start, events.reaction - last, np.nan)
    items = pd.Series(events.items)
    results = np.flatnonzero((events.family == "earnings") | items.str.contains(r"(?:^|;)(?:2\.02|12)(?:;|$)").to_numpy())
    order, start, end = before(company, events.known, company[results], available[results])
    last = events.reaction[results[order[np.maximum(end - 1, 0)]]]
    since = np.where(end > start, events.reaction - last, np.nan)
    columns["sessions_since_results"], columns["results_within_5_sessions"] = since, since <= 5
    alike = pd.DataFrame({"c": company, "d": day, "t": events.type, "i": events.items}).groupby(["c", "d", "t", "i"]).ngroup()
    alike = alike.to_numpy().astype(np.int64)
    _, start, end = before(alike, events.known, alike, available)
    columns["is_duplicate"] = end > start
    market = np.sort(available)
    known = np.searchsorted(market, events.known)
    columns["market_events_that_day"] = np.where(events.exact, known - np.searchsorted(market, midnight), np.nan)
    close = calendar.closes[events.base]
    columns["market_events_since_base"] = np.where(close <= events.known, known - np.searchsorted(market, close), np.nan)
    return company, available


def frame_of(series):
    """Closes, returns and parts between breaks, by session."""
    frame = pd.DataFrame(
        {"adjusted": series.adjusted, "close": series.close, "volume": series.volume}, index=np.arange(series.first, series.end)
    )
    frame["part"] = np.isin(frame.index, series.breaks).cumsum()
    frame["simple"] = frame["adjusted"].pct_change(fill_method=None).where(frame["part"].diff().fillna(0) == 0)
    frame["log"] = np.log1p(frame["simple"])
    return frame


def total(frame, sessions):
    unbroken = frame["part"] == frame["part"].shift(sessions)
    return frame["adjusted"].pct_change(sessions, fill_method=None).where(unbroken)


def deviation(values, length):
    return values.rolling(length, min_periods=least(length)).std()


def market_table(frame):
    """The benchmark's columns by session."""
    table = pd.DataFrame(index=frame.index)
    for sessions in (1, 5, 20, 60):
        table[f"market_return_{sessions}d"] = total(frame, sessions)
    table["market_volatility_5d"], table["market_volatility_20d"] = deviation(frame["log"], 5), deviation(frame["log"], 20)
    table["market_volatility_ratio"] = table["market_volatility_5d"] / table["market_volatility_20d"]
    volatility = table["market_volatility_20d"].to_numpy()
    windows = np.lib.stride_tricks.sliding_window_view(np.concatenate([np.full(999, np.nan), volatility]), 1000)
    below, equal = (windows < volatility[:, None]).sum(axis=1), (windows == volatility[:, None]).sum(axis=1)
    count = 1000 - np.isnan(windows).sum(axis=1)
    rank = np.where((count >= 250) & ~np.isnan(volatility), (below + equal / 2) / np.maximum(count, 1), np.nan)
    table["market_volatility_quantile"] = rank
    table["market_regime"] = np.where(np.isnan(rank), np.nan, (rank >= 0.25).astype(float) + (rank > 0.75))
    return table


def stock_table(frame, market_frame, market):
    """A stock's columns by session."""
    table = pd.DataFrame(index=frame.index)
    for sessions in (1, 5, 20, 60):
        own = total(frame, sessions)
        table[f"return_{sessions}d"] = own
        table[f"abnormal_return_{sessions}d"] = own - market[f"market_return_{sessions}d"].reindex(frame.index)
    table["volatility_20d"], table["volatility_60d"] = deviation(frame["log"], 20), deviation(frame["log"], 60)
    table["volatility_ratio"] = table["volatility_20d"] / table["volatility_60d"]
    pair = pd.DataFrame({"own": frame["simple"], "market": market_frame["simple"].reindex(frame.index)}).dropna(how="any")
    pair = pair.reindex(frame.index)

    def moments(length):
        rolling = pair.rolling(length, min_periods=least(length))
        variance = rolling.var()
        covariance = pair["own"].rolling(length, min_periods=least(length)).cov(pair["market"])
        return pair["own"].rolling(length, min_periods=0).count(), variance["own"], variance["market"], covariance

    count, own, market_variance, covariance = moments(60)
    residual = (own - covariance**2 / market_variance).clip(lower=0) * (count - 1) / (count - 2)
    table["idiosyncratic_volatility_60d"] = np.sqrt(residual)
    _, _, market_variance, covariance = moments(120)
    table["beta_120d"] = covariance / market_variance
    table["distance_to_high_252d"] = frame["close"] / frame["close"].rolling(252, min_periods=least(252)).max() - 1
    mean20 = frame["volume"].rolling(20, min_periods=least(20)).mean()
    table["volume_ratio"] = mean20 / frame["volume"].rolling(250, min_periods=least(250)).mean()
    table["base_volume_ratio"] = frame["volume"] / mean20
    return table


def price_columns(given, columns):
    """Returns, risk and market at the base session."""
    events = given.events
    market_frame = frame_of(given.series[BENCHMARK])
    market = market_table(market_frame)
    at_base = market.reindex(events.base)
    for name in market.columns:
        if name not in ("market_return_1d", "market_return_60d"):
            columns[name] = at_base[name].to_numpy()
    for ticker, part in events.by_ticker():
        if ticker not in given.series:
            continue
        table = stock_table(frame_of(given.series[ticker]), market_frame, market).reindex(events.base[part])
        for name in table.columns:
            column = columns.setdefault(name, np.full(len(events.id), np.nan))
            column[part] = np.where(events.valid[part], table[name].to_numpy(), np.nan)


def past_columns(given, code, sessions, company, available, volatility):
    """Past outcomes of one horizon, known at the base session."""
    events = given.events
    event, abnormal, direction, impact, outcome = given.labels[code]
    with np.errstate(divide="ignore", invalid="ignore"):
        move = np.abs(abnormal) / (volatility[event] * np.sqrt(sessions))
    move[~np.isfinite(move)] = np.nan
    values = np.stack([
        np.ones(len(event)), ~np.isnan(impact), np.nan_to_num(impact), direction != 0, direction > 0, ~np.isnan(move),
        np.nan_to_num(move),
    ]).astype(float)
    known = (outcome.astype(np.int64) << 31) + available[event]
    asked = (events.base.astype(np.int64) << 31) + events.known

    def totals(key):
        own = (key[event] << 45) + known
        order = np.argsort(own, kind="stable")
        sums = np.zeros((len(values), len(event) + 1))
        np.cumsum(values[:, order], axis=1, out=sums[:, 1:])
        own = own[order]
        return sums[:, np.searchsorted(own, (key << 45) + asked)] - sums[:, np.searchsorted(own, key << 45)]

    every, group = totals(np.zeros_like(company)), totals(given.group)
    ticker, pair = totals(company), totals(company * 64 + given.group)
    columns = {}
    with np.errstate(divide="ignore", invalid="ignore"):
        for name, count, value in (("impact", 1, 2), ("up_share", 3, 4), ("move", 5, 6)):
            overall = every[value] / every[count]

            def shrunk(sums, mean):
                return (sums[value] + PRIOR * mean) / (sums[count] + PRIOR)

            columns[f"past_{name}_group"] = shrunk(group, overall)
            columns[f"past_{name}_ticker"] = shrunk(ticker, overall)
            columns[f"past_{name}_ticker_group"] = shrunk(pair, columns[f"past_{name}_group"])
    for name, sums in (("group", group), ("ticker", ticker), ("ticker_group", pair)):
        columns[f"past_outcomes_{name}"] = sums[0]
    return columns


def build(given):
    """One matrix per horizon, and the names of its columns."""
    columns = {}
    day = event_columns(given, columns)
    company, available = earlier_columns(given, day, columns)
    price_columns(given, columns)
    matrices = []
    for code, sessions in HORIZONS:
        past = past_columns(given, code, sessions, company, available, columns["idiosyncratic_volatility_60d"])
        names = [*columns, *past]
        matrices.append(np.column_stack([np.asarray(values, dtype=np.float32) for values in (*columns.values(), *past.values())]))
    return names, matrices


def check(given):
    """Columns whose values equal the engine's (relative 1e-4) in at least 99 % of the rows."""
    names, matrices = build(given)
    shares = {}
    for column, name in enumerate(names):
        own = np.concatenate([matrix[:, column] for matrix in matrices])
        other = np.concatenate([matrix[:, given.names.index(name)] for matrix in given.matrix])
        shares[name] = float(np.mean(np.isclose(own, other, rtol=1e-4, atol=1e-6, equal_nan=True)))
    return shares


def main():
    mode, database, folder = sys.argv[1:4]
    given = Given(database, folder)
    if mode == "check":
        shares = check(given)
        for name, share in sorted(shares.items(), key=lambda item: item[1]):
            if share < 0.999:
                print(f"{name:32} {share:.4f}")
        print(sum(share >= 0.99 for share in shares.values()), "of", len(shares), "columns agree in 99 % of the rows")
    else:
        from passes import serve

        serve(lambda: build(given), lambda made: {"rows": sum(map(len, made[1])), "columns": len(made[0])})


if __name__ == "__main__":
    main()
