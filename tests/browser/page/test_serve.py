"""`make serve` in a browser: what is saved shows by itself, mistakes show in the page, and nothing ends the server."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tools.build import ROOT
from tools.serve.inputs import CODE, WORDS

PAGE = "about/privacy"
SECONDS = 60_000  # on a machine that does other things too; how fast it is, `make bench` says


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The project in a folder of its own, where a test may write."""
    for name in (*WORDS, *CODE):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@pytest.fixture
def server(copy: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    with started(copy, port) as process:
        assert process.stdout
        assert "The guide is at" in process.stdout.readline()  # from now on it answers
        yield process
        process.terminate()
        process.wait(timeout=20)


def started(folder: Path, port: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tools.serve", f"127.0.0.1:{port}"]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def save(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_is_saved_shows_by_itself(server: subprocess.Popen[str], copy: Path, port: int, visitor: Page) -> None:
    expect.set_options(timeout=SECONDS)
    try:
        _walk(server, copy, f"http://127.0.0.1:{port}", visitor)
    finally:
        expect.set_options(timeout=5_000)


def _walk(server: subprocess.Popen[str], copy: Path, address: str, visitor: Page) -> None:
    page, problems = copy / "docs" / f"{PAGE}.md", visitor.locator("#serve-problems")
    visitor.goto(f"{address}/")
    expect(visitor.locator("#main-content")).to_be_visible()  # it waited for the first build and came by itself
    visitor.goto(f"{address}/{PAGE}/")

    save(page, "\n## ", "\n## Freshly written ")
    expect(visitor.get_by_role("heading", name=re.compile("^Freshly written"))).to_be_visible()

    save(page, "\n## Freshly", '\n{{ claim("no-such-claim") }}\n\n## Freshly')
    expect(problems).to_contain_text(f"docs/{PAGE}.md:")
    expect(problems).to_contain_text("no-such-claim")
    save(page, '\n{{ claim("no-such-claim") }}\n', "")
    expect(problems).to_have_count(0)

    words = {path: path.read_text("utf-8") for path in sorted((copy / "docs").rglob("*.md"))}
    row, shown_on = next(
        (row, path)
        for row in sorted((copy / "data" / "decisions").glob("*.yml"))
        for path in words
        if f'decision("{row.stem}")' in words[path] and "patterns" not in path.parts
    )
    visitor.goto(f"{address}/{shown_on.relative_to(copy / 'docs').with_suffix('').as_posix()}/")
    save(row, "\n    ask: ", "\n    ask: Freshly asked, ")
    expect(visitor.locator("#main-content")).to_contain_text("Freshly asked,")

    style = copy / "overrides" / "assets" / "stylesheets" / "base.css"
    style.write_text(style.read_text("utf-8") + "\nbody { --fresh: 7 }\n", encoding="utf-8")
    fresh = "getComputedStyle(document.body).getPropertyValue('--fresh') === '7'"
    visitor.wait_for_function(fresh, timeout=SECONDS)

    code = copy / "macros" / "render" / "macros.py"
    save(code, "MACROS", "MACROS (")
    expect(problems).to_contain_text("SyntaxError")
    save(code, "MACROS (", "MACROS")
    expect(problems).to_have_count(0)
    assert server.poll() is None


def test_a_taken_port_is_said_in_a_sentence_before_anything_is_built(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        run = subprocess.run(
            [sys.executable, "-m", "tools.serve", f"127.0.0.1:{port}"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert run.returncode == 1
    assert run.stdout == ""
    assert run.stderr.count("\n") == 1
    assert f"ADDRESS=127.0.0.1:{port + 1}" in run.stderr


@pytest.mark.parametrize("address", ["nonsense", "127.0.0.1:", "127.0.0.1:99999"])
def test_what_is_no_address_is_refused(address: str) -> None:
    command = [sys.executable, "-m", "tools.serve", address]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert (run.returncode, run.stderr.count("\n")) == (1, 1)
