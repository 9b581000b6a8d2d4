"""A server of a built site on this machine, for the tests and the measurements."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


@contextmanager
def served(site: Path, headers: Mapping[str, str]) -> Iterator[str]:
    """The address at which the folder `site` is served, each answer with these headers, while the block runs.

    Where tools.build.compress() has been, a text is sent as its compressed twin.
    """

    class Handler(SimpleHTTPRequestHandler):
        def send_head(self) -> Any:
            asked = Path(self.translate_path(self.path))
            file = asked / "index.html" if asked.is_dir() and self.path.partition("?")[0].endswith("/") else asked
            twin = file.with_name(f"{file.name}.gz")
            if not twin.is_file() or "gzip" not in self.headers.get("Accept-Encoding", ""):
                return super().send_head()
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", self.guess_type(str(file)))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(twin.stat().st_size))
            self.end_headers()
            return twin.open("rb")

        def end_headers(self) -> None:
            for name, value in headers.items():
                self.send_header(name, value)
            super().end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing: tests and figures speak for themselves."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
