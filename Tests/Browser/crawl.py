"""Follows every link of the site and reports those that lead nowhere."""
import html.parser
import urllib.parse


class Links(html.parser.HTMLParser):
    """Addresses and ids of one page."""

    def __init__(self, text: str):
        super().__init__()
        self.addresses: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if "id" in values:
            self.ids.append(values["id"])
        for name in ("href", "src", "action"):
            if values.get(name):
                self.addresses.append(values[name])


def crawl(server, start: str = "/", most: int = 600):
    """Visits pages breadth first; gives the visited paths with their text, and a list of problems."""
    pages: dict[str, Links] = {}
    problems: list[str] = []
    seen, queue = {start}, [(start, "the start")]
    wanted: list[tuple[str, str, str]] = []
    while queue:
        path, origin = queue.pop(0)
        status, headers, text = server.get(path)
        if status != 200:
            problems.append(f"{path} (from {origin}) gave {status}")
            continue
        if "text/html" not in headers.get("Content-Type", ""):
            continue
        page = Links(text)
        pages[path] = page
        doubled = {name for name in page.ids if page.ids.count(name) > 1}
        if doubled:
            problems.append(f"{path} has ids more than once: {sorted(doubled)}")
        for address in page.addresses:
            absolute = urllib.parse.urljoin(server.url + path, address)
            parts = urllib.parse.urlsplit(absolute)
            if not absolute.startswith(server.url + "/") and absolute != server.url:
                if parts.scheme not in ("http", "https", "data", "mailto"):
                    problems.append(f"{path} links to {address[:100]}")
                continue
            target = parts.path + (f"?{parts.query}" if parts.query else "")
            if parts.fragment:
                wanted.append((path, target, parts.fragment))
            if parts.path in ("/sign-out",) or target in seen or len(seen) >= most:
                continue
            seen.add(target)
            queue.append((target, path))
    for origin, target, fragment in wanted:
        if target in pages and fragment not in pages[target].ids:
            problems.append(f"{origin} links to {target}#{fragment}, which has no such place")
    return pages, problems
