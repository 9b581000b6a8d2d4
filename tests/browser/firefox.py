"""A Firefox that tests can drive without a further package, by Marionette, its own remote protocol.

https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
"""

from __future__ import annotations

import json
import socket
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Any

_SECONDS_TO_START = 120
_SECONDS_TO_ANSWER = 60


class FirefoxFault(Exception):
    """What Firefox said in place of an answer."""


class Firefox:
    """One window of a fresh profile, closed at the end of the `with` block."""

    def __init__(self, program: Path, profile: Path) -> None:
        self._program = program
        self._profile = profile
        self._port = _free_port()
        self._last = 0
        self._unread = b""

    def __enter__(self) -> Firefox:
        preferences = {
            "marionette.port": self._port,
            "browser.shell.checkDefaultBrowser": False,
            "datareporting.policy.dataSubmissionEnabled": False,
            "toolkit.telemetry.reportingpolicy.firstRun": False,
            "network.captive-portal-service.enabled": False,
            "network.connectivity-service.enabled": False,
            "app.update.disabledForTesting": True,
            "extensions.getAddons.cache.enabled": False,
        }
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in preferences.items()]
        (self._profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        self._process = subprocess.Popen(
            [str(self._program), "-headless", "-no-remote", "-marionette", "-profile", str(self._profile)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._socket = self._connected()
        self._message()  # its greeting
        self._do("WebDriver:NewSession", {"capabilities": {}})
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        try:
            self._do("Marionette:Quit", {"flags": ["eForceQuit"]})
        except (OSError, FirefoxFault):
            pass
        finally:
            self._socket.close()
            self._process.terminate()
            self._process.wait(timeout=30)

    def goto(self, address: str) -> None:
        """Opens a page and waits until it is loaded."""
        self._do("WebDriver:Navigate", {"url": "about:blank"})
        self._do("WebDriver:Navigate", {"url": address})

    def run(self, script: str, *arguments: Any) -> Any:
        """What a script in the page returns. Its arguments are `arguments[0]` …"""
        return self._do("WebDriver:ExecuteScript", {"script": script, "args": list(arguments)})["value"]

    def back(self) -> None:
        self._do("WebDriver:Back", {})

    def _connected(self) -> socket.socket:
        until = time.monotonic() + _SECONDS_TO_START
        while True:
            try:
                return socket.create_connection(("127.0.0.1", self._port), timeout=_SECONDS_TO_ANSWER)
            except OSError:
                if time.monotonic() > until or self._process.poll() is not None:
                    self._process.kill()
                    raise
                time.sleep(0.2)

    def _do(self, command: str, parameters: dict[str, Any]) -> Any:
        self._last += 1
        text = json.dumps([0, self._last, command, parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(text), text))
        _, _, fault, result = self._message()
        if fault:
            raise FirefoxFault(f"{command}: {fault['error']}: {fault['message']}")
        return result

    def _message(self) -> Any:
        """A message is its length in bytes, a colon, and that much JSON."""
        while b":" not in self._unread:
            self._unread += self._received()
        length, _, rest = self._unread.partition(b":")
        while len(rest) < int(length):
            rest += self._received()
        self._unread = rest[int(length) :]
        return json.loads(rest[: int(length)])

    def _received(self) -> bytes:
        found = self._socket.recv(1 << 16)
        if not found:
            raise ConnectionError("Firefox has gone")
        return found


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])
