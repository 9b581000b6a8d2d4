"""Joins our scripts, which are modules, into classic scripts: pages opened from a folder load no modules (ADR 12).

A module says what it stands on and what it gives, in these words and no others, each at the start of a line:

    import { a, b as c } from "./other.js";
    import * as Other from "./other.js";
    export const a = …        export function b …        export async function c …        export class D …

Each becomes a function that runs once, after those that it stands on. What modules give is kept in `guide`, by the name
of their file, which the scripts that a page loads share.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

_STATEMENT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_IMPORT = re.compile(r'import (?:\* as (?P<all>\w+)|\{(?P<some>[^}]*)\}) from "(?P<file>\.{1,2}/[^"]+\.js)";\n')
_EXPORT = re.compile(r"export (?=(?:const|(?:async )?function|class) (?P<name>\w+))")

_HOW = (
    'A script may say `import { a, b as c } from "./other.js";`, `import * as Other from "./other.js";`, and `export` '
    "before const, function, async function or class."
)


class BrokenScript(ValueError):
    """A script that cannot be joined: where, why, and what to do."""


@dataclass(frozen=True)
class Module:
    """One script. `name` is its path without the end, as in tools/pain-diary."""

    name: str
    stands_on: tuple[str, ...]
    text: str


def modules(folder: Path) -> dict[str, Module]:
    """All scripts below a folder, by name."""
    paths = {path.relative_to(folder).with_suffix("").as_posix(): path for path in sorted(folder.rglob("*.js"))}
    for name, path in paths.items():
        if twins := [other for other in paths if other != name and _key(other) == _key(name)]:
            raise BrokenScript(f"{path}:1:1: there is {twins[0]}.js too. Give one of them another name")
    return {name: _module(name, path, paths) for name, path in paths.items()}


def needed(entries: Iterable[str], known: dict[str, Module], but: Collection[str] = ()) -> list[str]:
    """These modules and all that they stand on, except what is there already, in the order in which they run."""
    graph: dict[str, tuple[str, ...]] = {}
    waiting = [name for name in entries if name not in but]
    while waiting:
        name = waiting.pop()
        if name not in graph:
            graph[name] = tuple(other for other in known[name].stands_on if other not in but)
            waiting += graph[name]
    try:
        return list(TopologicalSorter(dict(sorted(graph.items()))).static_order())
    except CycleError as circle:
        way = " → ".join(f"{name}.js" for name in reversed(circle.args[1]))
        raise BrokenScript(f"scripts stand on each other in a circle: {way}. Move what both need to a third") from None


def joined(names: Iterable[str], known: dict[str, Module], *, begins: str = "", ends: str = "") -> str:
    """These modules as one classic script, in the order given."""
    return "\n".join(['"use strict";', begins, *(known[name].text for name in names), ends, ""])


def _module(name: str, path: Path, paths: dict[str, Path]) -> Module:
    text = path.read_text(encoding="utf-8")
    stands_on: list[str] = []
    gives: list[str] = []
    parts: list[str] = []
    done = 0
    for statement in _STATEMENT.finditer(text):
        at = statement.start()
        if found := _IMPORT.match(text, at):
            other = os.path.normpath(Path(name).parent / found["file"].removesuffix(".js")).replace(os.sep, "/")
            if other not in paths:
                raise _broken(path, text, at, f"there is no script {found['file']}. Look how its file is called")
            stands_on.append(other)
            names = found["all"] or f"{{{_renamed(found['some'])}}}"
            parts.append(f'{text[done:at]}const {names}=guide["{_key(other)}"];\n')
        elif found := _EXPORT.match(text, at):
            gives.append(found["name"])
            parts.append(text[done:at])
        else:
            raise _broken(path, text, at, f"this cannot be joined: {statement[0].strip()}. {_HOW}")
        done = found.end()
    body = "".join(parts) + text[done:]
    if gives:
        return Module(
            name, tuple(stands_on), f'guide["{_key(name)}"]=(()=>{{\n{body}return{{{",".join(gives)}}};\n}})();'
        )
    return Module(name, tuple(stands_on), f"(()=>{{\n{body}}})();")


def _key(name: str) -> str:
    """What a module is called in `guide`: its name without its folder."""
    return name.rpartition("/")[2]


def _renamed(names: str) -> str:
    """`a, b as c` as a pattern: `a,b:c`."""
    return ",".join(name.strip().replace(" as ", ":") for name in names.split(",") if name.strip())


def _broken(path: Path, text: str, at: int, why: str) -> BrokenScript:
    line = text.count("\n", 0, at) + 1
    shown = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    return BrokenScript(f"{shown}:{line}:1: {why}")
