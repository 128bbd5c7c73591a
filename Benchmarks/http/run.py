"""Measures the server beside FastAPI and uvicorn on the same database, and writes docs/reference/http-performance.md.

usage: run.py PROGRAM DATABASE WORK PAGE [--quick]

Both servers run on this machine together with the load generator; their turns alternate within one run.
"""
import datetime
import json
import os
import pathlib
import platform
import re
import signal
import sqlite3
import statistics
import subprocess
import sys
import time
import urllib.request

HERE = pathlib.Path(__file__).parent
CONNECTIONS = 32
START = os.getloadavg()


class Running:
    """A server process."""

    def __init__(self, command, environment, probe, folder):
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            command, env={**os.environ, **environment}, cwd=folder, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True)
        self.url = None
        self.probe = probe

    def wait(self, url=None):
        if url is None:
            found = re.search(r"http://\S+", self.process.stdout.readline())
            url = found.group(0).rstrip("/")
        self.url = url
        while True:
            try:
                with urllib.request.urlopen(url + self.probe, timeout=5) as answer:
                    if answer.status == 200:
                        self.ready = time.perf_counter() - self.started
                        return self
            except OSError:
                if self.process.poll() is not None:
                    raise RuntimeError("the server ended") from None
            time.sleep(0.005)

    def memory(self):
        """Resident size in MB."""
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", text).group(1)) / 1024

    def get(self, path, accept="application/json"):
        request = urllib.request.Request(self.url + path, headers={"Accept": accept})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=40)


def load(url, paths, accept, seconds, work, connections=CONNECTIONS):
    """One burst of load: requests a second, median and 99th percentile in ms, failed requests."""
    listing = work / "paths.txt"
    listing.write_text("\n".join(paths))
    text = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", HERE / "ids.lua", url, "--", listing,
         accept], check=True, capture_output=True, text=True).stdout
    requests, duration, bad, middle, late = map(int, re.search(r"RESULT (.*)", text).group(1).split())
    return {"rate": requests / (duration / 1e6), "p50": middle / 1000, "p99": late / 1000, "bad": bad}


def median(rows, key):
    return statistics.median(row[key] for row in rows)


def same(ours, theirs, path=""):
    """Differences between two documents; numbers may differ by a millionth."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        names = {*ours, *theirs} - {"next_cursor"}
        return [line for name in sorted(names)
                for line in same(ours.get(name), theirs.get(name), f"{path}.{name}")]
    if isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        return [line for index, pair in enumerate(zip(ours, theirs))
                for line in same(*pair, f"{path}[{index}]")]
    if isinstance(ours, (int, float)) and isinstance(theirs, (int, float)) and abs(ours - theirs) <= 1e-6:
        return []
    return [] if ours == theirs else [f"{path}: {ours!r} against {theirs!r}"]


def main():
    program, database, work, page = sys.argv[1:5]
    quick = "--quick" in sys.argv
    seconds, rounds = (2, 1) if quick else (3, 5)
    work = pathlib.Path(work)
    work.mkdir(parents=True, exist_ok=True)

    def serve():
        return Running([program, "serve", "--port", "0", "--database", database],
                       {"MARKET_ECHO_SERVER_REQUESTS_PER_MINUTE": "0", "OMP_WAIT_POLICY": "PASSIVE"}, "/ready", work)

    # Addresses: every event; lists and pages that begin at different days.
    store = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    keys = [row[0] for row in store.execute("SELECT event_id FROM events ORDER BY event_id")]
    days = [row[0] for row in store.execute("SELECT DISTINCT occurred_on FROM events ORDER BY occurred_on")]
    outcomes = store.execute("SELECT count(*) FROM event_outcomes").fetchone()[0]
    store.close()
    days = days[len(days) // 4:]
    few = 200
    cases = {
        "one event's scores, 200 events in turn": ([f"/ml-scores/{key}" for key in keys[::len(keys) // few][:few]],
                                                   "application/json", 5),
        "one event's scores, every event in turn": ([f"/ml-scores/{key}" for key in keys], "application/json", 5),
        "a list of 50 events, 200 lists in turn": (
            [f"/events?limit=50&until={day}" for day in days[::max(len(days) // few, 1)][:few]],
            "application/json", 2),
        "a list of 50 events, every day in turn": ([f"/events?limit=50&until={day}" for day in days],
                                                   "application/json", 2),
        "the events page, 200 pages in turn": (
            [f"/events?until={day}" for day in days[::max(len(days) // few, 1)][:few]], "text/html", 2),
        "the events page, every day in turn": ([f"/events?until={day}" for day in days], "text/html", 2),
    }

    ours = serve().wait()
    ready = [ours.ready]
    (work / "frame.html").write_bytes(ours.get(f"/events?until={days[-1]}", "text/html"))
    header = subprocess.Popen([program, "export", "features", "--quiet", "--database", database],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    names = header.stdout.readline().strip().split(",")[2:]
    header.stdout.close()
    header.wait()
    (work / "features.txt").write_text("\n".join(names))
    port = 8765
    peer = Running(
        [sys.executable, "-m", "uvicorn", "peer:app", "--app-dir", HERE, "--port", str(port), "--loop", "uvloop",
         "--http", "httptools", "--no-access-log", "--log-level", "error"],
        {"PEER_DATABASE": database, "PEER_FEATURES": str(work / "features.txt"),
         "PEER_FRAME": str(work / "frame.html")}, f"/ml-scores/{keys[0]}", work).wait(f"http://127.0.0.1:{port}")

    differences = []
    compared = [f"/ml-scores/{key}" for key in keys[::len(keys) // 300]]
    compared += [f"/events?limit=50&until={day}" for day in days[::len(days) // 20]]
    for path in compared:
        lines = same(json.loads(ours.get(path)), json.loads(peer.get(path)))
        differences += [f"{path} {line}" for line in lines]
    for line in differences[:5]:
        print(f"bench: the two answers differ: {line}", file=sys.stderr)

    table = []
    for name, (paths, accept, target) in cases.items():
        results = {"ours": [], "peer": []}
        for server in (ours, peer):
            load(server.url, paths, accept, 1, work)
        for _ in range(rounds):
            for side, server in (("ours", ours), ("peer", peer)):
                results[side].append(load(server.url, paths, accept, seconds, work))
        ratios = [a["rate"] / b["rate"] for a, b in zip(results["ours"], results["peer"])]
        row = {"name": name, "target": target, "ratio": statistics.median(ratios), "least": min(ratios),
               "most": max(ratios)}
        for side, rows in results.items():
            row[side] = {key: median(rows, key) for key in ("rate", "p50", "p99")}
            row[side]["bad"] = sum(part["bad"] for part in rows)
        print(f"bench: {name}: {row['ratio']:.2f}", file=sys.stderr, flush=True)
        table.append(row)
    peer.stop()

    while True:
        try:
            ours.get("/ml/monitoring")
            break
        except urllib.error.HTTPError:
            time.sleep(0.1)
    monitoring = {count: [load(ours.url, ["/ml/monitoring"], "application/json", seconds, work, count)
                          for _ in range(rounds)] for count in (1, 8, CONNECTIONS)}
    report_size = len(ours.get("/ml/monitoring"))
    ours.stop()

    # A fresh process for what depends on its age.
    fresh = serve().wait()
    ready.append(fresh.ready)
    cold = cold_monitoring(program, database, work)
    pages = page_times(fresh, keys, days)
    memory = memory_course(fresh, cases, work)
    fresh.stop()
    for _ in range(3):
        again = serve().wait()
        ready.append(again.ready)
        again.stop()
    text = document(table, monitoring, report_size, cold, pages, memory, ready, outcomes, len(keys), differences,
                    len(compared))
    if quick:
        print(text)
    else:
        pathlib.Path(page).write_text(text, encoding="utf-8")


def cold_monitoring(program, database, work):
    """Seconds of `monitor` as a whole process, least of 7: start, reading, the report and writing it."""
    times = []
    for _ in range(7):
        begin = time.perf_counter()
        subprocess.run([program, "monitor", "--json", "--quiet", "--database", database], check=True, cwd=work,
                       env={**os.environ, "OMP_WAIT_POLICY": "PASSIVE"}, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - begin)
    return statistics.median(times), min(times)


def page_times(server, keys, days):
    """Median milliseconds and size of each page, none of them from the cache."""
    ticker = json.loads(server.get("/events?limit=1"))["items"][0]["ticker"]
    model = json.loads(server.get("/ml-scores/models"))["items"][0]["model_id"]
    pages = {"Overview": "/?n={}", "Events": "/events?until={day}", "Event detail": "/events/{key}",
             "Company": f"/companies/{ticker}?n={{}}", "Backtesting": "/backtesting?n={}",
             "RadarQuant": "/radarquant?event={key}", "Jobs and data quality": "/jobs?n={}", "About": "/about?n={}",
             "Model card": f"/models/{model}?n={{}}"}
    found = {}
    for name, pattern in pages.items():
        times, size = [], 0
        for turn in range(21):
            path = pattern.format(turn, day=days[-1 - 7 * turn], key=keys[len(keys) // 2 + 11 * turn])
            begin = time.perf_counter()
            size = max(size, len(server.get(path, "text/html")))
            times.append(1000 * (time.perf_counter() - begin))
        found[name] = (statistics.median(times), max(times), size)
    return found


def memory_course(server, cases, work):
    """Resident size in MB after so many requests over all kinds of addresses."""
    course, sent = [], 0
    lists = list(cases.values())
    for goal in (0, 10_000, 25_000, 50_000, 75_000, 100_000):
        while sent < goal:
            for paths, accept, _ in lists:
                result = load(server.url, paths, accept, 1, work)
                sent += int(result["rate"])
                if sent >= goal:
                    break
        course.append((sent, server.memory()))
    return course


def document(table, monitoring, report_size, cold, pages, memory, ready, outcomes, events, differences, compared):
    cpu = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "")
    cpu = re.sub(r"\s+\S*-?Core.*", "", cpu)
    from importlib.metadata import version
    yes = lambda flag: "yes" if flag else "no"
    lines = [
        "# Performance of the server", "",
        "All figures on this page come from one run of `make bench-http`; the same command makes it anew. The data are those of "
        f"`../shared/data`: {events:,} events, {outcomes:,} labelled outcomes.", "",
        f"{datetime.date.today().isoformat()}; {os.cpu_count()} cores of {cpu}. Peer: FastAPI {version('fastapi')} on uvicorn "
        f"{version('uvicorn')} (uvloop, httptools, one worker, orjson, Jinja2 {version('jinja2')}), Python "
        f"{platform.python_version()}. Load: wrk, {CONNECTIONS} connections, on the same cores. The two take turns; medians, and quotients of "
        "neighbouring turns with the least and the largest.", "",
        f"Load average of the machine: {START[0]:.1f} at the start, {os.getloadavg()[0]:.1f} at the end. Above {os.cpu_count()} other "
        "work shared the cores: times, and with them the figures of the server alone, are then longer than on an idle machine; quotients "
        "are less affected.", "",
        f"The peer reads the same database with the same statements: {compared} answers were compared, "
        f"{len(differences)} differences beyond 1e-6.", "",
        "## Requests a second", "",
        "| work | ours | peer | ours / peer | target | met | p99 ours, ms | p99 peer, ms | lower |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for row in table:
        lines.append(
            f"| {row['name']} | {row['ours']['rate']:,.0f} | {row['peer']['rate']:,.0f} | {row['ratio']:.2f} "
            f"({row['least']:.2f} to {row['most']:.2f}) | {row['target']} | {yes(row['ratio'] >= row['target'])} | "
            f"{row['ours']['p99']:.2f} | {row['peer']['p99']:.2f} | {yes(row['ours']['p99'] < row['peer']['p99'])} |")
    failed = sum(row[side]["bad"] for row in table for side in ("ours", "peer"))
    lines += [
        "", f"Failed requests: {failed}. 200 addresses in turn are answered from the server's memory after their first time; the peer has no such cache, "
        "since answers of a framework alone have none. With every event or day in turn the answers do not fit into the cache of 24 MB, so most are made anew.", "",
        "## Figures of the server alone", "",
        "| what | measured | target | met |", "|---|---|---|---|",
    ]
    for count, rows in monitoring.items():
        late = median(rows, "p99")
        lines.append(f"| cached `GET /ml/monitoring` ({report_size / 1000:.0f} kB), 99th percentile, connections: {count} | "
                     f"{late:.2f} ms ({median(rows, 'rate'):,.0f} a second) | 2 ms | {yes(late < 2)} |")
    lines.append(f"| the report of `/ml/monitoring` computed cold, as a whole process: median, least of 7 | "
                 f"{1000 * cold[0]:.0f} ms, {1000 * cold[1]:.0f} ms | 300 ms | {yes(cold[0] < 0.3)} |")
    lines.append(f"| start of the process to ready, median of {len(ready)} | {1000 * statistics.median(ready):.0f} ms | "
                 f"1,000 ms | {yes(statistics.median(ready) < 1)} |")
    for name, (middle, longest, size) in pages.items():
        lines.append(f"| page {name}, not from the cache: median, longest of 21, size | {middle:.1f} ms, {longest:.1f} ms, "
                     f"{size / 1000:.0f} kB | 50 ms, 150 kB | {yes(middle < 50 and size < 150_000)} |")
    half = next(size for count, size in memory if count >= 50_000)
    last = memory[-1][1]
    lines.append(f"| resident memory after {memory[-1][0]:,} requests | {last:.0f} MB | 150 MB | {yes(last < 150)} |")
    lines.append(f"| growth from the 50,000th request on | {last - half:+.0f} MB | none | {yes(last - half < 3)} |")
    course = ", ".join(f"{size:.0f} MB after {count:,}" for count, size in memory)
    lines += ["", f"Course of the memory: {course}."]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
