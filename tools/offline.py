"""Packs the copy that works without a network: `python -m tools.offline dist/….zip`.

The zip holds one folder. At its top stands one file to open, and beside it a folder with the whole guide.
Two packings of the same text are byte for byte the same.
"""

from __future__ import annotations

import datetime
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from .build import OFFLINE, ROOT, BuildFailed, build_site, source_date_epoch

FOLDER = "running-bones-joints"
FRONT_DOOR = "START-HERE.html"
GUIDE = "guide"

# A reader who opens files from a folder meets none of these: maps for developers of the theme,
# search in languages other than English, and what only a web server or a search engine reads.
_LEFT_OUT = ("*.map", "assets/javascripts/lunr/**/*", "sitemap.xml", "sitemap.xml.gz", "404.html")


def pack(archive: Path, root: Path = ROOT) -> None:
    """Build the offline site of the tree at `root` and write it as the zip file `archive`."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        build_site(site, config=OFFLINE, root=root)
        archive.parent.mkdir(parents=True, exist_ok=True)
        write_zip(archive, dict(_contents(site, root)), source_date_epoch(root))


def write_zip(archive: Path, contents: dict[str, bytes], epoch: int) -> None:
    """Write files sorted by name, all with the same date and the same rights."""
    when = datetime.datetime.fromtimestamp(epoch, datetime.UTC).timetuple()[:6]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as zipped:
        for name in sorted(contents):
            entry = zipfile.ZipInfo(name, when)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, whatever system packs
            entry.external_attr = 0o100644 << 16
            zipped.writestr(entry, contents[name])


def _contents(site: Path, root: Path) -> Iterator[tuple[str, bytes]]:
    yield f"{FOLDER}/{FRONT_DOOR}", (root / "tools" / "start-here.html").read_bytes()
    yield f"{FOLDER}/{GUIDE}/LICENSE.txt", (root / "LICENSE").read_bytes()
    left_out = {path for pattern in _LEFT_OUT for path in site.rglob(pattern)}
    for path in site.rglob("*"):
        if path.is_file() and path not in left_out:
            yield f"{FOLDER}/{GUIDE}/{path.relative_to(site).as_posix()}", path.read_bytes()


def main(arguments: list[str]) -> int:
    """Pack into the file that is named."""
    if len(arguments) != 1:
        print("usage: python -m tools.offline FILE.zip", file=sys.stderr)
        return 2
    archive = Path(arguments[0])
    try:
        pack(archive)
    except BuildFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    megabytes = archive.stat().st_size / 1_000_000
    print(f"The offline copy is {archive} ({megabytes:.1f} MB). Unzip it and open {FOLDER}/{FRONT_DOOR}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
