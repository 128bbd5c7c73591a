"""Starts the program's server on a free port and stops it."""
import pathlib
import re
import signal
import subprocess
import tempfile
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Server:
    """A running `market-echo serve` on a database."""

    def __init__(self, binary: str, database: str, *options: str):
        self.folder = tempfile.TemporaryDirectory()
        self.errors = open(pathlib.Path(self.folder.name) / "stderr", "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [binary, "serve", "--port", "0", "--database", database, *options],
            cwd=self.folder.name, stdout=subprocess.PIPE, stderr=self.errors, text=True,
        )
        line = self.process.stdout.readline()
        found = re.search(r"http://\S+", line)
        if not found:
            self.process.wait(timeout=20)
            self.errors.seek(0)
            raise RuntimeError(f"the server did not start: {line!r} {self.errors.read()}")
        self.url = found.group(0).rstrip("/")

    def get(self, path: str, accept: str = "text/html"):
        """Status, headers and text of an answer."""
        request = urllib.request.Request(self.url + path, headers={"Accept": accept})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.headers, answer.read().decode("utf-8")
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read().decode("utf-8")

    def wait_for_reports(self):
        """Waits until the figures of the monitoring section are computed."""
        for _ in range(600):
            status, headers, text = self.get("/ml/monitoring", "application/json")
            if status == 200:
                return
            if status != 503:
                raise RuntimeError(f"/ml/monitoring gave {status}: {text[:300]}")
            import time
            time.sleep(0.2)
        raise RuntimeError("/ml/monitoring was not ready after two minutes")

    def stop(self) -> int:
        """Asks the server to end and returns its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=40)
        self.process.stdout.close()
        self.errors.close()
        self.folder.cleanup()
        return code
