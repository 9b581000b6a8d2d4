"""`python -m tools.serve [HOST:PORT]`: show the guide, and every saved change, in the browser."""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

from .inputs import ROOT
from .server import News, bind
from .watch import watch
from .workshop import Workshop

CACHE = ROOT / ".cache" / "serve"


def main(arguments: list[str]) -> int:
    """Serve until Ctrl+C. Returns 1 where that cannot be, with the reason in a sentence."""
    host, _, port = (arguments[0] if arguments else "127.0.0.1:8000").rpartition(":")
    if not port.isdigit() or int(port) > 65_535:
        return _refuse(f"'{arguments[0]}' is no address; write it as 127.0.0.1:8001")
    site = _folder()
    news = News()
    try:
        server = bind(host or "127.0.0.1", int(port), site, news)
    except OSError as error:
        return _refuse(
            f"Something else answers at port {port} already ({error.strerror}). End it, or take another port: "
            f"make serve ADDRESS=127.0.0.1:{int(port) + 1}"
        )
    address = f"http://{host or '127.0.0.1'}:{port}/"

    def told(said: dict[str, Any]) -> None:
        news.tell(said)
        _print(said)

    workshop = Workshop(site, address, told)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    is_there = (site / "index.html").is_file()
    print(f"The guide is at {address}{'' if is_there else ' as soon as it is built'}. Ctrl+C ends this.", flush=True)
    workshop.open()
    watch(lambda saved: workshop.saved(saved, news.looking_at()))
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        print()
    finally:
        workshop.close()
    return 0


def _folder() -> Path:
    """Where the site is kept from one start to the next; where nothing can be written here, for this time only."""
    try:
        CACHE.mkdir(parents=True, exist_ok=True)
        if os.access(CACHE, os.W_OK):
            return CACHE
    except OSError:
        pass
    print("Nothing can be written in this folder, so all is built anew at each start.", flush=True)
    return Path(tempfile.mkdtemp(prefix="guide-"))


def _print(said: dict[str, Any]) -> None:
    if said.get("problems"):
        print(f"\n{said['problems']}\n", flush=True)
    elif said.get("seconds") and not said.get("later"):
        what = ", ".join(said.get("pages", [])) or "nothing that a page shows"
        what = "styles" if said.get("styles") else "all pages" if what == "*" else what
        print(f"built in {said['seconds']:.2f} s: {what}", flush=True)


def _refuse(why: str) -> int:
    print(why, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
