"""Draws docs-dev/map.md, where to find what: `python -m tools.map`. A test holds it to the tree.

A component is what one module of macros/render/ lays out. Its name is the module's. Template, style, script and tests
carry the same name, so this only has to look for it (docs-dev/adr/0011-one-name-for-a-component.md).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .house import LEADING_UP, ROOT, declared_macros, floors, rooms

MAP = Path("docs-dev/map.md")
_RENDER = Path("macros/render")
_ASSETS = Path("overrides/assets")
_HEAD = """# Where to find what

Made by `python -m tools.map`; a test holds it to the tree. The rules for rooms are in `tools/house.py`, those for names
in [ADR 11](adr/0011-one-name-for-a-component.md).

## Rooms, from the ground up

A room imports from lower floors alone. A file beside rooms is a room by itself.
"""
_COMPONENTS = """
## Components

What a reader sees, by the room that lays it out. Names of macros are what a page calls.
Code, template and test are in the room's folder of `macros/render/`, its `templates/`, `tests/render/` and
`tests/browser/`; styles and scripts are in `overrides/assets/`.
"""
_SHARED = """
## Styles and scripts of no single component
"""


@dataclass(frozen=True)
class Component:
    """One module of the renderer with all that carries its name."""

    room: str
    name: str
    macros: tuple[str, ...]
    templates: tuple[str, ...]
    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    tests: tuple[str, ...]


def drawn(root: Path = ROOT) -> str:
    """The whole map as Markdown."""
    return "".join([_HEAD, *_of_rooms(root), _COMPONENTS, *_of_components(root), _SHARED, *_of_the_rest(root)])


def components(root: Path = ROOT) -> list[Component]:
    """Every component, by room and name: a module that lays something out, or a template with a style or a script."""
    assets = {_stem(path) for path in _assets(root)}
    known = {(path.parent.name, path.stem) for path in (root / _RENDER).glob("*/*.py") if _lays_out(path)}
    for path in (root / _RENDER).glob("*/templates/*.html"):
        room, name = path.parents[1].name, path.stem.removeprefix("_")
        if (root / _RENDER / room / f"{name}.py").is_file() or called(room, name) in assets:
            known.add((room, name))
    return [_component(root, room, name, known) for room, name in sorted(known)]


def untested(root: Path = ROOT) -> list[str]:
    """Every component that no test renders by itself, under its own name."""
    return [
        f"{one.room}/{one.name} is rendered by no test of its name: write tests/render/{one.room}/test_{one.name}.py"
        for one in components(root)
        if not any(test.startswith("render/") for test in one.tests)
    ]


def _component(root: Path, room: str, name: str, known: set[tuple[str, str]]) -> Component:
    module = root / _RENDER / room / f"{name}.py"
    tree = ast.parse(module.read_text(encoding="utf-8")) if module.is_file() else ast.Module([], [])
    assets = [path for path in _assets(root) if _owner(_stem(path), known) == (room, name)]
    others = [other for where, other in known if where == room]
    tests = [
        path
        for folder in (root / "tests" / kind / room for kind in ("render", "browser"))
        for path in sorted(folder.rglob("test_*.py"))
        if _nearest(_tested(path, folder), others, "_") == name
    ]
    tests += [
        path
        for path in sorted((root / "tests" / "js").glob("*.test.mjs"))
        if _owner(path.name.removesuffix(".test.mjs").replace("_", "-"), known) == (room, name)
    ]
    return Component(
        room,
        name,
        tuple(
            sorted(declared_macros(root).keys() & {one.name for one in tree.body if isinstance(one, ast.FunctionDef)})
        ),
        tuple(_templates(root, room, name, tree)),
        tuple(path.relative_to(root / _ASSETS / "stylesheets").as_posix() for path in assets if path.suffix == ".css"),
        tuple(path.relative_to(root / _ASSETS / "scripts").as_posix() for path in assets if path.suffix == ".js"),
        tuple(path.relative_to(root / "tests").as_posix() for path in tests),
    )


def _tested(path: Path, room: Path) -> str:
    """What a test is about: its own name, after that of the folder in which a component has its tests together."""
    return "_".join((*path.relative_to(room).parts[:-1], path.stem.removeprefix("test_")))


def called(room: str, name: str) -> str:
    """What a component's style and script are called. All rooms share their folders, so `tool` says which it is."""
    return ("decision-" if room == "decisions" else "") + name.replace("_", "-")


def _owner(stem: str, known: Iterable[tuple[str, str]]) -> tuple[str, str] | None:
    """The component whose name a style or script carries, alone or before a hyphen."""
    names = {called(room, name): (room, name) for room, name in known}
    found = _nearest(stem, names, "-")
    return names[found] if found else None


def _nearest(stem: str, names: Iterable[str], hyphen: str) -> str | None:
    return max((name for name in names if f"{stem}{hyphen}".startswith(f"{name}{hyphen}")), key=len, default=None)


def _lays_out(path: Path) -> bool:
    """Whether a module fills a template of its own room, or is a macro of pages."""
    text = path.read_text(encoding="utf-8")
    return path.stem != "__init__" and f'"{path.parent.name}/' in text


def _templates(root: Path, room: str, name: str, tree: ast.Module) -> Iterator[str]:
    """The room's templates that the module fills, with the pieces that these take in; the one of its name."""
    said = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    filled = [text.partition("/")[2] for text in said if re.fullmatch(rf"{room}/[\w/.-]+\.html", text)]
    waiting = [*filled, f"{name}.html", f"_{name}.html"]
    seen: list[str] = []
    while waiting:
        one = waiting.pop(0)
        path = root / _RENDER / room / "templates" / one
        if one not in seen and path.is_file():
            seen.append(one)
            waiting += re.findall(rf'(?:from|import|include) "{room}/([\w/.-]+)"', path.read_text(encoding="utf-8"))
    yield from sorted(seen)


def _assets(root: Path) -> list[Path]:
    return sorted([*(root / _ASSETS / "stylesheets").rglob("*.css"), *(root / _ASSETS / "scripts").rglob("*.js")])


def _stem(path: Path) -> str:
    return path.name.partition(".")[0]


def _of_rooms(root: Path) -> Iterator[str]:
    where = rooms(root)
    yield "\n| Floor | Room | What lives there |\n|---|---|---|\n"
    for number, floor in enumerate(floors(root)):
        for room in floor:
            path = where[room]
            said = _first_line(path / "__init__.py" if path.is_dir() else path)
            place = path.relative_to(root).as_posix() + ("/" if path.is_dir() else "")
            if number or not any(other.startswith(f"{room}.") for other in where):  # a folder of rooms, and no more
                yield f"| {number} | `{place}` | {said} |\n"
    for (room, other), why in LEADING_UP.items():
        yield f"\nOne import leads up, inside a function, from `{room}` to `{other}`: {why}.\n"


def _of_components(root: Path) -> Iterator[str]:
    last = ""
    for one in components(root):
        if one.room != last:
            yield f"\n### {one.room}\n\n{_first_line(root / _RENDER / one.room / '__init__.py')}\n\n"
            yield "| Component | Macros | Templates | Styles | Scripts | Tests |\n|---|---|---|---|---|---|\n"
            last = one.room
        parts = (one.macros, one.templates, one.styles, one.scripts, one.tests or ("none",))
        yield f"| {one.name} | {' | '.join(', '.join(f'`{part}`' for part in found) for found in parts)} |\n"


def _of_the_rest(root: Path) -> Iterator[str]:
    known = {(one.room, one.name) for one in components(root)}
    yield "\n| File | What it is for |\n|---|---|\n"
    for path in _assets(root):
        if _owner(_stem(path), known) is None and "built" not in path.parts:
            yield f"| `{path.relative_to(root / _ASSETS).as_posix()}` | {_comment(path)} |\n"


def _first_line(path: Path) -> str:
    """What a module says of itself, in its first sentence."""
    if not path.is_file():
        return ""
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return _one_line(said.partition("\n\n")[0])


def _comment(path: Path) -> str:
    """The first sentence of the comment at the top of a style or a script."""
    text = path.read_text(encoding="utf-8").removeprefix("// @ts-check\n")
    found = re.match(r"/\*+\s*(.*?)\*/|((?://[^\n]*\n)+)", text, re.DOTALL)
    said = re.sub(r"^\s*(?:\*|//) ?", "", (found[1] or found[2]) if found else "", flags=re.MULTILINE)
    return re.split(r"(?<=[.:])\s", _one_line(said))[0].rstrip(":")


def _one_line(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    (ROOT / MAP).write_text(drawn(), encoding="utf-8")
    print("\n".join([f"{MAP} is drawn anew.", *untested()]))
