"""What data/ held at a revision, read through git.

What was written then is read by the program of now. A record that it cannot read is named, with the reason.
"""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from .checks import ANY
from .decisions.compiling.compiling import compile_decisions
from .decisions.compiling.questions import read_facts
from .decisions.diagram.compiled import Compiled
from .folder import entries
from .records import Place, Problem, Record
from .records.files.reading import Document, parse_yaml
from .register import KINDS, AllRecords, Kind


class NoPast(Exception):
    """Why there is nothing to compare with, in a sentence that says what to do."""


@dataclass(frozen=True)
class Past:
    """What data/ held at a revision, as far as the program of now can read it."""

    revision: str  # its short name and date
    records: AllRecords  # of the kinds that were asked for
    compiled: Mapping[str, Compiled]
    unreadable: Mapping[tuple[str, str], str]  # (kind, id): why


def read_past(root: Path, revision: str, kinds: tuple[str, ...]) -> Past:
    """The records of some kinds in data/ below `root`, as they were. Raises NoPast."""
    commit = _commit(root, revision)
    files = _files(_git(root, "archive", "--format=tar", commit, "--", "data").stdout)
    records: dict[str, dict[str, Record]] = {name: {} for name in (*kinds, "facts")}
    documents: dict[str, Document] = {}
    unreadable: dict[tuple[str, str], str] = {}
    for kind in KINDS:
        if kind.name in (*kinds, "facts"):
            for id, document, record, why in _read(files, kind):
                if record is None:
                    unreadable[kind.name, id] = why
                else:
                    records[kind.name][id] = record
                    if kind.name == "decisions":
                        documents[id] = document
    then = AllRecords.of(records)
    facts, _ = read_facts(then.facts, {}, lambda *_: Place("data/facts"))
    compiled, problems = compile_decisions(then.decisions, lambda id, *at: documents[id].place(at), facts=facts)
    for id in then.decisions:
        if id not in compiled:
            unreadable["decisions", id] = _first(problems, documents[id].file)
    said = _git(root, "show", "--no-patch", "--format=%h of %cs", commit).stdout.decode().strip()
    return Past(said, then, compiled, unreadable)


def _commit(root: Path, revision: str) -> str:
    """The full name of a revision."""
    try:
        inside = _git(root, "rev-parse", "--is-inside-work-tree")
    except FileNotFoundError:
        raise NoPast("To compare with the past, git is needed, and there is none here: install git.") from None
    if inside.returncode:
        why = inside.stderr.decode().strip().splitlines()
        raise NoPast(f"The past of {root} is not known: git says '{why[0] if why else 'nothing'}'. Use a git clone.")
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found.returncode:
        raise NoPast(f"There is no revision '{revision}' here: give a commit, a branch or a tag, such as HEAD~1.")
    return found.stdout.decode().strip()


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)


def _files(archive: bytes) -> dict[str, str]:
    """The files of an archive by name; none where it is empty, because there was no data/ yet."""
    if not archive:
        return {}
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        members = ((member.name, tar.extractfile(member)) for member in tar if member.isfile())
        return {name: file.read().decode("utf-8", "replace") for name, file in members if file}


def _read(files: Mapping[str, str], kind: Kind) -> Iterator[tuple[str, Document, Record | None, str]]:
    """Each record of a kind: its id, its document, the record if it can be read and otherwise why not."""
    documents = {
        name: parse_yaml(text, name)
        for name, text in sorted(files.items())
        if PurePosixPath(name).match(f"data/{kind.pattern}")
    }
    for name, document in (_before_facts(documents) if kind.name == "decisions" else documents).items():
        found, wrong = entries(document, kind)
        stem = PurePosixPath(name).stem
        if (document.problems or wrong) and not found:
            yield stem, document, None, _first([*document.problems, *wrong], name)
        for entry in found:
            id = stem if entry.id == ANY else entry.id
            yield id, document, entry.record, _first([*document.problems, *entry.problems], name)


def _before_facts(documents: Mapping[str, Document]) -> dict[str, Document]:
    """Until there were facts, a decision said `like: ID` where it asked a question of another one."""
    values: dict[str, object] = {PurePosixPath(name).stem: document.value for name, document in documents.items()}

    def asked(item: object, seen: tuple[str, ...] = ()) -> object:
        if not isinstance(item, dict) or "like" not in item or item["like"] in seen:
            return item
        like = str(item["like"])
        other = values.get(like)
        inputs = other.get("inputs") if isinstance(other, dict) else None
        for one in inputs if isinstance(inputs, list) else ():
            if isinstance(one, dict) and one.get("id") == item.get("id"):
                first = asked(one, (*seen, like))
                own = {name: value for name, value in item.items() if name != "like"}
                return {**first, **own} if isinstance(first, dict) else item
        return item

    def written_now(document: Document) -> Document:
        value = document.value
        if not isinstance(value, dict) or not isinstance(value.get("inputs"), list):
            return document
        return replace(document, value={**value, "inputs": [asked(item) for item in value["inputs"]]})

    return {name: written_now(document) for name, document in documents.items()}


def _first(problems: list[Problem], file: str) -> str:
    """The first problem of a file, in words."""
    return next((problem.wrong for problem in problems if problem.place.file == file), "it needs what cannot be read")
