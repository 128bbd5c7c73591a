"""The same answers from the same database with FastAPI and Jinja2: what the server is measured against.

Environment: PEER_DATABASE, PEER_FEATURES (names of the feature columns, one a line), PEER_FRAME (a page of the
server, whose parts around the cards are taken as they are).
"""
import datetime
import os
import pathlib
import sqlite3
import struct
import threading
import zoneinfo

import jinja2
import orjson
from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import HTMLResponse, Response

FEATURES = pathlib.Path(os.environ["PEER_FEATURES"]).read_text().split()
DISCLAIMER = ("Scores are impact estimates of an experimental prototype. Metrics are research tools, not guarantees. "
              "This is not investment advice.")
TEXTS = {
    "no_model": "no model", "insufficient_data": "insufficient data", "gate_not_passed": "quality gate not passed",
    "low_confidence": "low confidence", "out_of_distribution": "event unlike the training data",
    "degraded": "recent accuracy too low",
}
HORIZONS = {"1d": 0, "5d": 1, "20d": 2}
BADGES = {"1d": "1-Day", "5d": "5-Day", "20d": "20-Day"}
NEW_YORK = zoneinfo.ZoneInfo("America/New_York")
RULES = {"positive": "up", "negative": "down", "neutral": "neutral", "uncertain": "uncertain"}

app = FastAPI()
local = threading.local()


def connection() -> sqlite3.Connection:
    """One connection a thread, its statements prepared once."""
    if not hasattr(local, "connection"):
        local.connection = sqlite3.connect(
            f"file:{os.environ['PEER_DATABASE']}?mode=ro", uri=True, cached_statements=256)
        local.connection.row_factory = sqlite3.Row
        local.connection.execute("PRAGMA cache_size = -32000")
    return local.connection


ONE = """
SELECT e.event_id, e.ticker, e.event_type, b.score, b.direction, b.rules_version, b.breakdown, c.horizon,
    p.base_score, p.adjustment, p.ml_score_adjusted, p.ml_not_applied_reason, p.weight, p.predicted_impact,
    p.probability_up, p.predicted_move, p.interval_lower, p.interval_upper, p.feature_hash, p.data_as_of,
    p.made_at, m.model_id, m.name, m.family, m.version, m.samples, x.contributions, x.bias
FROM events e
LEFT JOIN base_scores b ON b.event_id = e.event_id
LEFT JOIN current_predictions c ON c.event_id = e.event_id
LEFT JOIN predictions p ON p.prediction_id = c.prediction_id
LEFT JOIN prediction_explanations x ON x.prediction_id = c.prediction_id
LEFT JOIN model_registry m ON m.model_id = coalesce(p.model_id, p.direction_model_id)
WHERE e.event_id = ?
"""


def bucket(n):
    for limit, name in ((50, "<50"), (150, "50-149"), (500, "150-499"), (2000, "500-1999")):
        if n < limit:
            return name
    return "2000+"


def percent(fraction):
    return None if fraction is None else round(100 * fraction, 6)


def direction(row, rules):
    up = row["probability_up"]
    if up is None:
        return RULES[rules], "rules", None, None, "not_rated"
    confidence = max(up, 1 - up)
    level = "low" if confidence < 0.55 else "medium" if confidence < 0.65 else "high"
    side = "up" if up > 0.5 else "down" if up < 0.5 else "uncertain"
    return side, "model", round(up, 6), round(confidence, 6), level


def terms(row):
    """The adjustment as a sum: the 12 largest terms, the head's average first, and the rest."""
    if row["contributions"] is None or row["ml_not_applied_reason"] is not None:
        return []
    values = struct.unpack(f"<{len(row['contributions']) // 4}f", row["contributions"])
    wanted = row["weight"] * (row["predicted_impact"] - row["base_score"])
    scale = row["weight"] * (row["adjustment"] / wanted if abs(wanted) > 20 else 1)
    parts = [(name, scale * value) for name, value in zip(FEATURES, values)]
    total = row["bias"] + sum(values)
    if not 0 <= total <= 100:
        parts.append(("score_range", scale * (row["predicted_impact"] - total)))
    rest = row["adjustment"] - sum(points for _, points in parts)
    parts.append(("model_average", rest))
    parts.sort(key=lambda part: (-abs(part[1]), part[0]))
    shown = sorted(parts[:12], key=lambda part: part[0] != "model_average")
    shown.append(("all_others", sum(points for _, points in parts[12:])))
    return [{"feature": name, "group": name, "points": round(points, 9)} for name, points in shown]


def horizon(row, rules):
    side, source, up, confidence, level = direction(row, rules)
    reason = row["ml_not_applied_reason"]
    interval = None
    if row["interval_lower"] is not None:
        interval = {"lower_pct": percent(row["interval_lower"]), "upper_pct": percent(row["interval_upper"])}
    return {
        "horizon": row["horizon"], "kind": "live", "ml_score_adjusted": round(row["ml_score_adjusted"], 9),
        "adjustment": round(row["adjustment"], 9), "ml_applied": reason is None, "ml_not_applied_reason": reason,
        "ml_not_applied_text": None if reason is None else f"AI model not applied ({TEXTS[reason]})",
        "predicted_impact": None if row["predicted_impact"] is None else round(row["predicted_impact"], 9),
        "blend_weight": None if row["weight"] is None else round(row["weight"], 6), "contributions": terms(row),
        "model_family": row["family"], "model_version": row["version"], "model_name": row["name"],
        "model_id": row["model_id"], "sample_size_bucket": bucket(row["samples"] or 0),
        "predicted_direction": side, "direction_source": source, "probability_up": up, "confidence": confidence,
        "confidence_level": level, "predicted_move_pct": percent(row["predicted_move"]), "interval_80": interval,
        "feature_hash": row["feature_hash"], "predicted_at": row["made_at"], "data_as_of": row["data_as_of"],
    }


@app.get("/ml-scores/{event_id}")
async def score(event_id: str):
    rows = connection().execute(ONE, (event_id,)).fetchall()
    if not rows:
        raise HTTPException(404, f"no event '{event_id}' is stored")
    first = rows[0]
    answer = {
        "event_id": first["event_id"], "ticker": first["ticker"], "event_type": first["event_type"],
        "base_score": round(first["base_score"], 9),
        "base_breakdown": orjson.loads(first["breakdown"])["factors"], "rules_version": first["rules_version"],
        "adjustment_limit": 20,
        "horizons": [horizon(row, first["direction"])
                     for row in sorted(rows, key=lambda row: HORIZONS[row["horizon"]])],
        "status": "prototype", "disclaimer": DISCLAIMER,
    }
    return Response(orjson.dumps(answer), media_type="application/json")


EVENTS = """
SELECT e.*, b.score, b.direction, b.direction_confidence FROM events e
LEFT JOIN base_scores b ON b.event_id = e.event_id
WHERE e.known_at < ? ORDER BY e.known_at DESC, e.event_id DESC LIMIT ?
"""
SCORES = """
SELECT c.event_id, c.horizon, p.base_score, p.adjustment, p.ml_score_adjusted, p.ml_not_applied_reason,
    p.predicted_impact, p.probability_up, p.predicted_move, p.interval_lower, p.interval_upper, p.made_at,
    m.model_id, m.family, m.version
FROM (SELECT value FROM json_each(?)) j
CROSS JOIN current_predictions c ON c.event_id = j.value
JOIN predictions p ON p.prediction_id = c.prediction_id
LEFT JOIN model_registry m ON m.model_id = coalesce(p.model_id, p.direction_model_id)
"""
LABELS = """
SELECT o.event_id, o.horizon, o.outcome_return, o.label_direction, o.realized_impact, o.outcome_session
FROM (SELECT value FROM json_each(?)) j CROSS JOIN event_outcomes o ON o.event_id = j.value
"""


def listed(until, limit):
    """Events with their current predictions and labels, in three statements."""
    database = connection()
    events = database.execute(EVENTS, (until, limit + 1)).fetchall()
    keys = orjson.dumps([event["event_id"] for event in events]).decode()
    scores, labels = {}, {}
    for row in database.execute(SCORES, (keys,)):
        scores.setdefault(row["event_id"], []).append(row)
    for row in database.execute(LABELS, (keys,)):
        labels.setdefault(row["event_id"], []).append(row)
    for rows in (*scores.values(), *labels.values()):
        rows.sort(key=lambda row: HORIZONS[row["horizon"]])
    return events, scores, labels


def summary(row, rules):
    side, source, up, confidence, level = direction(row, rules)
    interval = None
    if row["interval_lower"] is not None:
        interval = {"lower_pct": percent(row["interval_lower"]), "upper_pct": percent(row["interval_upper"])}
    reason = row["ml_not_applied_reason"]
    return {
        "horizon": row["horizon"], "base_score": round(row["base_score"], 6),
        "ml_score_adjusted": round(row["ml_score_adjusted"], 6), "adjustment": round(row["adjustment"], 6),
        "ml_applied": reason is None, "ml_not_applied_reason": reason,
        "predicted_impact": None if row["predicted_impact"] is None else round(row["predicted_impact"], 6),
        "predicted_direction": side, "direction_source": source, "probability_up": up, "confidence": confidence,
        "confidence_level": level, "predicted_move_pct": percent(row["predicted_move"]), "interval_80": interval,
        "model_family": row["family"], "model_version": row["version"], "model_id": row["model_id"],
        "predicted_at": row["made_at"],
    }


def item(event, scores, labels):
    return {
        "event_id": event["event_id"], "ticker": event["ticker"], "ticker_valid": bool(event["ticker_valid"]),
        "cik": event["cik"], "company_name": event["company_name"], "family": event["family"],
        "event_type": event["event_type"], "items": event["items"].split(";") if event["items"] else [],
        "occurred_on": event["occurred_on"], "known_at": event["known_at"],
        "time_precision": event["time_precision"], "time_source": event["time_source"], "title": event["title"],
        "summary": event["summary"], "source": event["source"], "source_url": event["source_url"],
        "facts": {"eps_estimate": event["eps_estimate"], "eps_actual": event["eps_actual"],
                  "surprise_pct": event["surprise_pct"], "decision": event["decision"]},
        "amends": event["amends"], "is_amendment": bool(event["is_amendment"]),
        "related_event_id": event["related_event_id"],
        "base_score": None if event["score"] is None else round(event["score"], 6),
        "rule_direction": event["direction"], "rule_confidence": event["direction_confidence"],
        "scores": [summary(row, event["direction"] or "uncertain") for row in scores],
        "labels": [{"horizon": row["horizon"], "abnormal_return": row["outcome_return"],
                    "label_direction": row["label_direction"],
                    "realized_impact": None if row["realized_impact"] is None else round(row["realized_impact"], 6),
                    "outcome_session": row["outcome_session"]} for row in labels],
    }


def before(until):
    """The first instant of a New York day after the last that is wanted."""
    if until is None:
        return "9999"
    day = datetime.date.fromisoformat(until) + datetime.timedelta(days=1)
    start = datetime.datetime.combine(day, datetime.time(), NEW_YORK)
    return start.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


async def events_json(until, limit):
    events, scores, labels = listed(before(until), limit)
    shown = events[:limit]
    answer = {"items": [item(event, scores.get(event["event_id"], []), labels.get(event["event_id"], []))
                        for event in shown],
              "next_cursor": None if len(events) <= limit else shown[-1]["known_at"] + shown[-1]["event_id"],
              "status": "prototype", "disclaimer": DISCLAIMER}
    return Response(orjson.dumps(answer), media_type="application/json")


templates = jinja2.Environment(
    loader=jinja2.FileSystemLoader(pathlib.Path(__file__).parent), autoescape=True, auto_reload=False)


def signed(value, digits):
    return f"{value:+.{digits}f}".replace("-", "−")


templates.filters["signed"] = signed
templates.filters["one"] = lambda value: f"{value:.1f}"
templates.filters["local"] = lambda text: datetime.datetime.fromisoformat(text).astimezone(NEW_YORK).strftime(
    "%Y-%m-%d %H:%M ET")
frame = pathlib.Path(os.environ["PEER_FRAME"]).read_text(encoding="utf-8") if "PEER_FRAME" in os.environ else ""
head, _, rest = frame.partition('<ul class="cards">')
tail = rest.rpartition("</li></ul>")[2]


async def events_page(until, limit=30):
    events, scores, labels = listed(before(until), limit)
    total = connection().execute("SELECT count(*) FROM events WHERE known_at < ?", (before(until),)).fetchone()[0]
    cards = [{"event": event, "scores": {row["horizon"]: row for row in scores.get(event["event_id"], [])},
              "labels": {row["horizon"]: row for row in labels.get(event["event_id"], [])}}
             for event in events[:limit]]
    return HTMLResponse(templates.get_template("events.html").render(
        head=head, tail=tail, cards=cards, badges=BADGES, texts=TEXTS, rules=RULES, total=total, until=until))


@app.get("/events")
async def events(request: Request, until: str | None = None, limit: int = 50):
    if "text/html" in request.headers.get("accept", ""):
        return await events_page(until)
    return await events_json(until, limit)
