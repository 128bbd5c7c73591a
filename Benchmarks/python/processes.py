"""Runs programs: once with their cost, or warm with one pass at a time."""

import json
import os
import subprocess
import sys
import time


def once(command, environment=None, accepted=(0, 3)):
    """Runs a command to its end; returns wall and processor seconds, peak memory in MB and what it printed."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(part) for part in command], stdout=subprocess.PIPE, env={**os.environ, **(environment or {})}, text=True
    )
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in accepted:
        sys.exit(f"bench: {' '.join(map(str, command))} ended with {process.returncode}")
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return {
        "wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "memory": usage.ru_maxrss / unit, "printed": printed,
        "status": process.returncode,
    }


class Warm:
    """A process that has loaded everything and measures one pass when asked."""

    def __init__(self, command):
        self.process = subprocess.Popen(
            [str(part) for part in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        if self.process.stdout.readline().strip() != "ready":
            sys.exit(f"bench: {' '.join(map(str, command))} did not start")

    def once(self):
        self.process.stdin.write("pass\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def alternate(ours, peer, passes):
    """Passes of both in turn, after one of each that does not count."""
    first, second = Warm(ours), Warm(peer)
    first.once()
    second.once()
    pairs = [(first.once(), second.once()) for _ in range(passes)]
    first.close()
    second.close()
    return pairs
