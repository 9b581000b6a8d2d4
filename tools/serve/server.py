"""Answers the browser from a folder, and tells every open page what was built or what is wrong."""

from __future__ import annotations

import functools
import json
import queue
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

NEWS, SCRIPT = "/__serve/news", "/__serve/page.js"
_PAGE_SCRIPT = Path(__file__).with_name("page.js")
_BEAT_SECONDS = 15  # so that a page that is gone is noticed

WAITING = """<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Being built …</title>
<h1>The guide is being built</h1><p>This page shows itself when it is there.</p></html>"""


class News:
    """What every open page hears: each has a queue of its own, and is told at once what is wrong now.

    A page says how many times had been built when it was given out: what was built between then and its first question
    would otherwise never reach it.
    """

    def __init__(self) -> None:
        self._pages: dict[queue.Queue[dict[str, Any]], str] = {}
        self._lock = threading.Lock()
        self._problems = ""
        self._times = 0
        self._built: dict[str, int] = {}  # address, or "*" for all pages: the last time it was built

    @property
    def times(self) -> int:
        """How many times something was built."""
        return self._times

    def open(self, page: str, given: int | None = None) -> queue.Queue[dict[str, Any]]:
        """A queue for a page that was given out at that time; none where it does not matter."""
        heard: queue.Queue[dict[str, Any]] = queue.Queue()
        with self._lock:
            self._pages[heard] = page
            newest = max(self._built.get(page, 0), self._built.get("*", 0))
            is_old = given is not None and newest > given
            heard.put({"problems": self._problems, **({"pages": [page]} if is_old else {})})
        return heard

    def close(self, heard: queue.Queue[dict[str, Any]]) -> None:
        with self._lock:
            self._pages.pop(heard, None)

    def tell(self, said: dict[str, Any]) -> None:
        with self._lock:
            self._problems = said.get("problems", self._problems)
            if said.get("pages"):
                self._times += 1
                self._built |= dict.fromkeys(said["pages"], self._times)
            for heard in self._pages:
                heard.put(said)

    def looking_at(self) -> list[str]:
        """The addresses of the pages that are open."""
        with self._lock:
            return sorted(set(self._pages.values()))


def bind(host: str, port: int, site: Path, news: News) -> ThreadingHTTPServer:
    """A server that answers once `serve_forever` is called. Raises OSError where the port is taken."""
    return _Server((host, port), functools.partial(_Handler, news=news, directory=str(site)))


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: Any, news: News, **options: Any) -> None:
        self._news = news
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if parts.path == NEWS:
            asked = parse_qs(parts.query)
            given = asked.get("given", [""])[0]
            self._give_news(asked.get("page", ["/"])[0], int(given) if given.isdigit() else None)
        elif parts.path == SCRIPT:
            self._give(_PAGE_SCRIPT.read_bytes(), "text/javascript")
        else:
            times = self._news.times  # before the file is read: what is built meanwhile counts as newer
            file = Path(self.translate_path(parts.path))
            file = file / "index.html" if file.is_dir() and parts.path.endswith("/") else file
            if file.suffix == ".html" and file.is_file():
                self._give(_with_script(file.read_bytes(), times), "text/html")
            elif parts.path == "/" and not file.is_file():
                self._give(_with_script(WAITING.encode(), times), "text/html", 503)
            else:
                super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *arguments: Any) -> None:
        """Say nothing of each file: what is built and what is wrong is said."""

    def _give(self, content: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _give_news(self, page: str, given: int | None) -> None:
        """Server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html"""
        heard = self._news.open(page, given)
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            while True:
                try:
                    line = f"data: {json.dumps(heard.get(timeout=_BEAT_SECONDS))}\n\n"
                except queue.Empty:
                    line = ": still here\n\n"
                self.wfile.write(line.encode())
                self.wfile.flush()
        except OSError:
            pass  # the page was left
        finally:
            self._news.close(heard)


def _with_script(page: bytes, times: int) -> bytes:
    tag = f'<script src="{SCRIPT}?given={times}" defer></script>'.encode()
    return page.replace(b"</head>", tag + b"</head>", 1) if b"</head>" in page else page + tag
