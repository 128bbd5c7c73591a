"""The dashboard in a real browser: golden path, links, keyboard, no scripts, accessibility, pictures of every page."""
import os
import pathlib
import tempfile
import unittest

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from browser import Browser
from crawl import crawl
from server import Server

BINARY = os.environ["MARKET_ECHO_BINARY"]
DATABASE = os.environ["MARKET_ECHO_SAMPLE"]
PICTURES = pathlib.Path(os.environ["MARKET_ECHO_PICTURES"])
DISCLAIMER = "This is not investment advice."


def setUpModule():
    global server, empty, event, ticker
    server = Server(BINARY, DATABASE)
    unittest.addModuleCleanup(stop, server)
    folder = tempfile.TemporaryDirectory()
    unittest.addModuleCleanup(folder.cleanup)
    path = f"{folder.name}/empty.sqlite"
    import sqlite3
    sqlite3.connect(path).close()
    empty = Server(BINARY, path)
    unittest.addModuleCleanup(stop, empty)
    server.wait_for_reports()
    import json
    _, _, text = server.get("/events?limit=1&family=earnings", "application/json")
    item = json.loads(text)["items"][0]
    event, ticker = item["event_id"], item["ticker"]


def stop(running: Server):
    code = running.stop()
    assert code == 0, f"the server ended with {code}"


def paths() -> dict[str, str]:
    """Every kind of page with an address."""
    return {
        "overview": "/", "events": "/events", "event": f"/events/{event}", "company": f"/companies/{ticker}",
        "backtesting": "/backtesting", "radarquant": f"/radarquant?event={event}", "jobs": "/jobs", "about": "/about",
        "model": model_path(),
    }


def model_path() -> str:
    import json
    _, _, text = server.get("/ml-scores/models", "application/json")
    return f"/models/{json.loads(text)['items'][0]['model_id']}"


class GoldenPath(unittest.TestCase):
    """The way that a new reader takes."""

    def setUp(self):
        self.browser = Browser()
        self.addCleanup(self.browser.quit)

    def click(self, text: str):
        self.browser.follow(self.browser.find_element(By.LINK_TEXT, text).click)

    def heading(self) -> str:
        return self.browser.find_element(By.TAG_NAME, "h1").text

    def test_overview_to_about(self):
        browser = self.browser
        browser.get(server.url)
        self.assertIn("Prototype", browser.find_element(By.TAG_NAME, "main").text)
        self.click("Events")
        self.assertEqual(self.heading(), "Events")
        cards = browser.find_elements(By.CSS_SELECTOR, ".card")
        self.assertGreater(len(cards), 5)
        self.assertIn("Base score (deterministic rules)", cards[0].text)
        for line in ("Model family: ", "Model version: "):
            self.assertIn(line, cards[0].text)

        form = browser.find_element(By.CSS_SELECTOR, "form.filters")
        Select(form.find_element(By.NAME, "family")).select_by_value("earnings")
        box = form.find_element(By.NAME, "ticker")
        box.clear()
        box.send_keys(ticker)
        browser.follow(box.send_keys, Keys.ENTER)
        self.assertIn("family=earnings", browser.current_url)
        cards = browser.find_elements(By.CSS_SELECTOR, ".card")
        self.assertGreater(len(cards), 0)
        for card in cards:
            self.assertEqual(card.find_element(By.CSS_SELECTOR, ".ticker").text, ticker)

        browser.follow(cards[0].find_element(By.CSS_SELECTOR, "h3 a").click)
        text = browser.find_element(By.TAG_NAME, "main").text
        self.assertIn("Base score (deterministic rules)", text)
        for badge in ("1-Day", "5-Day", "20-Day"):
            self.assertIn(badge, text)
        details = next(d for d in browser.find_elements(By.TAG_NAME, "details")
                       if "Model details" in d.find_element(By.TAG_NAME, "summary").text)
        self.assertFalse(details.get_attribute("open"))
        details.find_element(By.TAG_NAME, "summary").click()
        self.assertTrue(details.get_attribute("open"))
        self.assertIn("Model version: ", details.text)
        self.assertIn("Model family: ", details.text)

        self.click("Backtesting")
        headings = [h.text for h in browser.find_elements(By.TAG_NAME, "h2")]
        self.assertEqual(headings[0], "ML Monitoring", headings)
        main = browser.find_element(By.TAG_NAME, "main").text
        self.assertIn("Internal diagnostic", main)
        self.assertLess(main.index("ML Monitoring"), main.index("Summary"))

        self.click("RadarQuant")
        box = browser.find_element(By.NAME, "question")
        box.send_keys(f"How did {ticker} react to earnings?")
        box.send_keys(Keys.ENTER)
        browser.implicitly_wait(10)
        answer = browser.find_element(By.CSS_SELECTOR, ".answer").text
        self.assertIn(ticker, answer)
        box = browser.find_element(By.NAME, "question")
        box.clear()
        box.send_keys("Should I get into this stock now?")
        box.send_keys(Keys.ENTER)
        self.assertTrue(browser.find_element(By.CSS_SELECTOR, ".answer.is-declined"))

        self.click("About")
        self.assertIn("About", self.heading())
        self.assertIn(DISCLAIMER, browser.find_element(By.TAG_NAME, "body").text)
        self.assertEqual(browser.problems(), [])

    def test_hostile_title_is_text(self):
        self.browser.get(f"{server.url}/events")
        self.assertIn("<script>alert(1)</script>", self.browser.find_element(By.TAG_NAME, "main").text)
        self.assertEqual(self.browser.problems(), [])


class EveryPage(unittest.TestCase):
    """What must be true of each page."""

    def test_no_broken_link(self):
        pages, problems = crawl(server)
        self.assertEqual(problems, [])
        self.assertGreater(len(pages), 30)

    def test_no_broken_link_without_data(self):
        pages, problems = crawl(empty)
        self.assertEqual(problems, [])
        self.assertGreater(len(pages), 5)

    def test_pictures_console_accessibility(self):
        for width in (1440, 390):
            for dark in (False, True):
                browser = Browser(width=width, dark=dark)
                try:
                    for name, path in paths().items():
                        with self.subTest(page=name, width=width, dark=dark):
                            browser.get(server.url + path)
                            theme = "dark" if dark else "light"
                            browser.save_picture(PICTURES / f"{name}-{width}-{theme}.png")
                            self.assertFalse(browser.is_wider_than_window(), "the page scrolls sideways")
                            self.assertEqual(browser.serious_findings(), [])
                            self.assertEqual(browser.problems(), [])
                finally:
                    browser.quit()

    def test_pages_without_data_say_so(self):
        browser = Browser()
        self.addCleanup(browser.quit)
        for name, path in {"overview": "/", "events": "/events", "backtesting": "/backtesting",
                           "radarquant": "/radarquant", "jobs": "/jobs", "about": "/about"}.items():
            with self.subTest(page=name):
                browser.get(empty.url + path)
                browser.save_picture(PICTURES / f"empty-{name}-1440-light.png")
                self.assertIn(DISCLAIMER, browser.find_element(By.TAG_NAME, "body").text)
                self.assertEqual(browser.serious_findings(), [])
                self.assertEqual(browser.problems(), [])

    def test_unknown_address_is_a_page(self):
        browser = Browser()
        self.addCleanup(browser.quit)
        browser.get(f"{server.url}/events/nobody")
        self.assertIn("nobody", browser.find_element(By.TAG_NAME, "main").text)


class Keyboard(unittest.TestCase):
    """Everything can be reached and worked without a mouse."""

    def setUp(self):
        self.browser = Browser()
        self.addCleanup(self.browser.quit)

    def press(self, *keys):
        self.browser.switch_to.active_element.send_keys(*keys)

    def focused(self):
        return self.browser.switch_to.active_element

    def test_skip_link_and_navigation(self):
        self.browser.get(server.url)
        self.press(Keys.TAB)
        self.assertEqual(self.focused().text, "Skip to content")
        self.press(Keys.ENTER)
        self.assertEqual(self.focused().get_attribute("id"), "content")
        self.browser.get(server.url)
        for _ in range(12):
            self.press(Keys.TAB)
            if self.focused().text == "Events":
                break
        self.browser.follow(self.press, Keys.ENTER)
        self.assertEqual(self.browser.find_element(By.TAG_NAME, "h1").text, "Events")

    def tab_until(self, found, most: int = 150):
        """Presses Tab until the focused element is one that is looked for."""
        for _ in range(most):
            self.press(Keys.TAB)
            if found(self.focused()):
                return self.focused()
        self.fail("Tab did not reach what was looked for")

    def test_tooltip_of_other_horizons(self):
        self.browser.get(f"{server.url}/events")
        badge = self.tab_until(lambda element: element.get_attribute("aria-describedby"))
        self.assertIn("badge", badge.get_attribute("class"))
        tip = self.browser.find_element(By.ID, badge.get_attribute("aria-describedby"))
        self.assertEqual(tip.value_of_css_property("visibility"), "visible")
        self.assertIn("20-Day", tip.text)

    def test_model_details_open(self):
        self.browser.get(f"{server.url}/events/{event}")
        summary = self.tab_until(lambda element: element.tag_name == "summary" and "Model details" in element.text)
        self.press(Keys.ENTER)
        self.assertIsNotNone(summary.find_element(By.XPATH, "..").get_attribute("open"))


class WithoutScripts(unittest.TestCase):
    """Every page reads, filters and answers without JavaScript."""

    def test_all_pages(self):
        browser = Browser(scripts=False)
        self.addCleanup(browser.quit)
        for name, path in paths().items():
            with self.subTest(page=name):
                browser.get(server.url + path)
                self.assertTrue(browser.find_element(By.TAG_NAME, "h1").text)
                self.assertIn(DISCLAIMER, browser.find_element(By.TAG_NAME, "body").text)
        browser.get(f"{server.url}/events")
        form = browser.find_element(By.CSS_SELECTOR, "form.filters")
        form.find_element(By.NAME, "ticker").send_keys(ticker)
        browser.follow(form.find_element(By.CSS_SELECTOR, "button[type=submit]").click)
        self.assertIn(f"ticker={ticker}", browser.current_url)
        browser.get(f"{server.url}/radarquant")
        browser.find_element(By.NAME, "question").send_keys("How many events are stored?")
        browser.follow(browser.find_element(By.CSS_SELECTOR, "main form button[type=submit]").click)
        self.assertTrue(browser.find_element(By.CSS_SELECTOR, ".answer").text)


if __name__ == "__main__":
    unittest.main(verbosity=2)
