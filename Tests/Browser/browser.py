"""A headless Chromium driven by WebDriver, with the few things that the tests ask of it."""
import base64
import json
import pathlib
import shutil

import axe_playwright_python
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support import expected_conditions
from selenium.webdriver.support.ui import WebDriverWait

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
BINARIES = ("chromium", "chromium-browser", "google-chrome")


def find_browser() -> str:
    """Path of the browser."""
    return next(path for path in map(shutil.which, BINARIES) if path)


class Browser(webdriver.Chrome):
    """Chromium of one window size and one theme."""

    def __init__(self, width: int = 1440, dark: bool = False, scripts: bool = True):
        options = webdriver.ChromeOptions()
        options.binary_location = find_browser()
        for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage",
                     "--force-device-scale-factor=1"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        if not scripts:
            options.add_experimental_option(
                "prefs", {"profile.managed_default_content_settings.javascript": 2})
        super().__init__(options=options, service=Service(shutil.which("chromedriver")))
        self.width = width
        self.set_page_load_timeout(60)
        self.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
        self.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce"}]})

    def follow(self, action, *arguments):
        """Does what leads to another page, and returns when the old page has gone.

        A click or a key returns before that, so that what is looked for next might still be looked for in the old page.
        """
        old = self.find_element(By.TAG_NAME, "html")
        action(*arguments)
        WebDriverWait(self, 30).until(expected_conditions.staleness_of(old))

    def problems(self) -> list[str]:
        """What the console said since the last call: errors and warnings."""
        return [entry["message"] for entry in self.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]

    def save_picture(self, path: pathlib.Path):
        """Saves a picture of the whole page."""
        size = self.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]
        shot = self.execute_cdp_cmd("Page.captureScreenshot", {
            "captureBeyondViewport": True,
            "clip": {"x": 0, "y": 0, "width": self.width, "height": min(size["height"], 12000), "scale": 1}})
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(base64.b64decode(shot["data"]))

    def is_wider_than_window(self) -> bool:
        """Whether the page as a whole scrolls sideways."""
        return self.execute_script("return document.scrollingElement.scrollWidth") > self.width

    def serious_findings(self) -> list[str]:
        """What axe-core finds of serious or critical impact, one line each."""
        # Injected by the driver, so that the page's own policy against foreign scripts stays in force.
        self.execute_script(AXE)
        answer = self.execute_async_script(
            "const done = arguments[arguments.length - 1];"
            "axe.run(document, {resultTypes: ['violations']}).then(r => done(JSON.stringify(r.violations)),"
            " e => done(JSON.stringify([{id: String(e), impact: 'critical', nodes: []}])));")
        lines = []
        for finding in json.loads(answer):
            if finding["impact"] not in ("serious", "critical"):
                continue
            nodes = "; ".join(node["html"][:160] for node in finding["nodes"][:3])
            lines.append(f"{finding['id']} ({finding['impact']}): {finding.get('help', '')}: {nodes}")
        return lines
