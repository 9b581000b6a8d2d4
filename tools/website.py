"""Makes the whole website: `python -m tools.website site`.

It carries the offline copy, and beside each text what a server can send instead of it.
"""

from __future__ import annotations

import gzip
import os
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from .build import BuildFailed, build_site
from .offline import pack

NO_ADDRESS = (
    "Pages name no address, and there is no sitemap: set SITE_URL to where the site will be, "
    "such as SITE_URL=https://guide.example.org/ make site"
)

_COMPRESSED_TYPES = (".css", ".html", ".js", ".json", ".svg", ".txt", ".xml")
_WORTH_COMPRESSING = 1024  # bytes; below that, the answer's head weighs more than what is saved
# What no page fetches: files that readers save, and the theme's search in languages other than English.
_NOT_FETCHED = ("downloads", "assets/javascripts/lunr")
# The highest quality, 11, takes three times as long as 10 and saves 2 %; over a megabyte, 10 takes long too.
_QUALITY, _QUALITY_OF_LARGE, _LARGE = 10, 9, 1 << 20


def make_website(into: Path) -> None:
    """Build the site into a folder. Raises BuildFailed; the folder is then incomplete and not to be used."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "offline.zip"
        pack(archive)
        build_site(into, offline_copy=archive)
    compress(into)


def compress(site: Path) -> int:
    """Put a .br and a .gz beside every text that is worth it, for servers that send such files as they are.

    Returns how many texts got them. nginx (gzip_static, brotli_static), Caddy and others look for exactly these names.
    """
    left = tuple(site / folder for folder in _NOT_FETCHED)
    files = [
        file
        for file in sorted(site.rglob("*"))
        if file.suffix in _COMPRESSED_TYPES
        and file.stat().st_size >= _WORTH_COMPRESSING
        and not any(file.is_relative_to(folder) for folder in left)
    ]
    with ThreadPoolExecutor(os.cpu_count()) as threads:  # both compressors work without the interpreter's lock
        list(threads.map(_compress_one, files))
    return len(files)


def as_brotli(content: bytes) -> bytes:
    """As a server sends it that has what compress() writes."""
    compressed: bytes = brotli.compress(content, quality=_QUALITY if len(content) < _LARGE else _QUALITY_OF_LARGE)
    return compressed


def _compress_one(file: Path) -> None:
    content = file.read_bytes()
    file.with_name(file.name + ".br").write_bytes(as_brotli(content))
    file.with_name(file.name + ".gz").write_bytes(gzip.compress(content, mtime=0))


def main(arguments: list[str]) -> int:
    """Make the website in the folder that is named."""
    if len(arguments) != 1:
        print("usage: python -m tools.website FOLDER", file=sys.stderr)
        return 2
    try:
        make_website(Path(arguments[0]))
    except BuildFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    print(f"The website is in {arguments[0]}/")
    if not os.environ.get("SITE_URL"):
        print(NO_ADDRESS)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
