"""The measured side of a comparison: `ready`, then one line of figures per line of input."""

import json
import sys
import time


def measure(work):
    """Runs a piece of work; returns its result with its processor and wall seconds."""
    cpu, wall = time.process_time(), time.perf_counter()
    result = work()
    return result, {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}


def serve(work, figures):
    """Answers until the input ends; `figures` turns the result of a pass into numbers."""
    print("ready", flush=True)
    for _ in sys.stdin:
        result, elapsed = measure(work)
        print(json.dumps({**elapsed, **figures(result)}), flush=True)
