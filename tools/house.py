"""The plan of the house, and what keeps it so: `python -m tools.house` names all that breaks it.

A room is a folder of code; a file beside rooms is a room by itself. Imports lead to the same floor or a lower one,
never in a circle of rooms. Templates follow the same rule. The test is tests/tools/test_house.py.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .house_types import loose_types

ROOT = Path(__file__).resolve().parent.parent

# The floors of macros/, from the ground up. What begins with a name belongs to it. The door (macros/__init__.py and
# macros/__main__.py) stands above them, and tools/ above all.
FLOORS = (
    ("records", "aside", "day", "drawings", "zensical"),
    ("macro", "memory", "register"),
    ("decisions",),
    ("checks",),
    ("folder", "library", "proved", "held", "history", "changes", "uses"),
    ("export",),
    ("render",),
)
# Imports that lead up, each inside a function, with the reason.
LEADING_UP = {
    ("macros.checks.pages", "macros.render.anchors"): "which places a page has, only drawing it tells",
}
# Words that were once the name of two things or more. As a name of a class or a type each means one.
ONE_MEANING = ("Axis", "Option", "Reference", "Row", "Step")
MOST_LINES = 300
MOST_FILES = 20
CODE = (".py", ".html", ".js", ".mjs", ".ts", ".css")
# Where files are named in words, and what such a name looks like.
_WITH_NAMES = (
    "*.md",
    "*.yml",
    "*.toml",
    *(f"{top}/**/*.*" for top in ("macros", "tools", "tests", "docs-dev", "data")),
)
_NAMED = re.compile(
    r"(?<![\w/.-])(?:(?:macros|tests|docs-dev|bench|overrides)/[\w./-]+|tools/[\w/]+)"
    r"\.(?:py|html|css|js|mjs|md|yml|json|ts)\b(?!\w)"
)
_FOLDERS = ("macros", "tools", "tests", "bench", "overrides", "check")
_NOT_OURS = ("__pycache__", "built", "fonts", "node_modules")


@dataclass(frozen=True)
class Import:
    """One room that names another, and where."""

    room: str
    other: str
    place: str  # file:line


def problems(root: Path = ROOT, leading_up: Mapping[tuple[str, str], str] = LEADING_UP) -> list[str]:
    """All that breaks the plan, each in a sentence with its place."""
    imports = list(imports_of(root))
    counted = [one for one in imports if (one.room, one.other) not in leading_up]
    unused = leading_up.keys() - {(one.room, one.other) for one in imports}
    return [
        *_too_long(root),
        *_too_full(root),
        *(f"{one.place}: {one.room} imports {one.other}, which is on a higher floor" for one in counted if _is_up(one)),
        *_circles([one for one in counted if not _is_up(one)]),
        *_two_meanings(root),
        *_gone(root),
        *(f"tools/house.py: {room} imports {other} no more; take it off LEADING_UP" for room, other in sorted(unused)),
    ]


def rooms(root: Path = ROOT) -> dict[str, Path]:
    """Every room of Python by its name, with its folder or file."""
    modules = _modules(root)
    found: dict[str, Path] = {}
    for name, path in sorted(modules.items()):
        room = _room(name, modules)
        found.setdefault(room, path.parent if room != name or path.name == "__init__.py" else path)
    return found


def declared_macros(root: Path = ROOT) -> dict[str, str]:
    """What pages may call, each with the module below macros/render/ that its row names."""
    return {name: module for name, module, _ in _rows(root)}


def floors(root: Path = ROOT) -> list[list[str]]:
    """The rooms of macros/, each above all that it imports, the ground first."""
    above: dict[str, set[str]] = {}
    known = [room for room in rooms(root) if room.startswith("macros")]
    for one in imports_of(root):
        if one.room in known and one.other in known and (one.room, one.other) not in LEADING_UP:
            above.setdefault(one.room, set()).add(one.other)
    height: dict[str, int] = {}

    def of(room: str) -> int:
        if room not in height:
            height[room] = 0
            height[room] = 1 + max((of(other) for other in above.get(room, ())), default=-1)
        return height[room]

    return [sorted(room for room in known if of(room) == at) for at in range(1 + max(map(of, known)))]


def imports_of(root: Path = ROOT) -> Iterator[Import]:
    """Every import of a room from another, and every template that a template of another room takes in."""
    modules = _modules(root)
    for name, path in modules.items():
        named = _by_their_rows(root) if name == "macros.render.macros" else _imported(path, name, modules)
        for other, line in named:
            yield from _between(_room(name, modules), _room(other, modules), path, line, root)
    for template in sorted((root / "macros" / "render").rglob("templates/**/*.html")):
        for number, text in enumerate(template.read_text(encoding="utf-8").splitlines(), 1):
            for found in re.finditer(r'{%.*?(?:from|import|include) "(\w+)/', text):
                here = template.relative_to(root / "macros" / "render").parts[0]
                yield from _between(f"macros.render.{here}", f"macros.render.{found[1]}", template, number, root)


def _by_their_rows(root: Path) -> Iterator[tuple[str, int]]:
    """What macros/render/macros.py imports: no statement names it, but the rows of macro.py do."""
    yield "macros.macro", 1
    yield from ((f"macros.render.{module}", line) for _, module, line in _rows(root))


def _rows(root: Path) -> Iterator[tuple[str, str, int]]:
    """Each macro that is declared with its module and its line."""
    path = root / "macros" / "macro.py"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    for found in re.finditer(r'"(\w+)": Macro\(\s*"([\w.]+)"', text):
        yield found[1], found[2], text.count("\n", 0, found.start()) + 1


def _between(room: str, other: str, path: Path, line: int, root: Path) -> Iterator[Import]:
    if room != other:
        yield Import(room, other, f"{path.relative_to(root).as_posix()}:{line}")


def _modules(root: Path) -> dict[str, Path]:
    files = [*root.glob("hooks.py"), *(root / "macros").rglob("*.py"), *(root / "tools").rglob("*.py")]
    return {
        ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__"): path for path in sorted(files)
    }


def _room(module: str, modules: Mapping[str, Path]) -> str:
    """The package of a module; the module itself where packages stand beside it."""
    package = module if modules[module].name == "__init__.py" else module.rpartition(".")[0]
    packages = {name for name, path in modules.items() if path.name == "__init__.py"}
    has_rooms = any(name.rpartition(".")[0] == package for name in packages if "." in name)
    return module if has_rooms or not package else package


def _imported(path: Path, name: str, modules: Mapping[str, Path]) -> Iterator[tuple[str, int]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for_types = {
        id(node)
        for one in ast.walk(tree)
        if isinstance(one, ast.If) and "TYPE_CHECKING" in ast.unparse(one.test)
        for statement in one.body
        for node in ast.walk(statement)
    }
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(tree):
        if id(node) in for_types:
            continue
        if isinstance(node, ast.Import):
            yield from ((one.name, node.lineno) for one in node.names if one.name in modules)
        elif isinstance(node, ast.ImportFrom):
            start = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*start, *([node.module] if node.module else [])])
            for one in node.names:
                module = f"{base}.{one.name}" if f"{base}.{one.name}" in modules else base
                if module in modules:
                    yield module, node.lineno


def _floor(room: str) -> int:
    top, _, rest = room.partition(".")
    named = (floor for floor, names in enumerate(FLOORS) if rest.partition(".")[0] in names)
    return next(named, len(FLOORS)) if top == "macros" else len(FLOORS) + 1


def _is_up(one: Import) -> bool:
    return _floor(one.other) > _floor(one.room)


def _circles(imports: list[Import]) -> Iterator[str]:
    """Every import that lies on a circle of rooms."""
    follows: dict[str, set[str]] = {}
    for one in imports:
        follows.setdefault(one.room, set()).add(one.other)
    for one in imports:
        if one.room in _reached(one.other, follows):
            yield f"{one.place}: {one.room} and {one.other} import each other, perhaps by way of others"


def _reached(start: str, follows: Mapping[str, set[str]]) -> set[str]:
    seen, waiting = {start}, [start]
    while waiting:
        new = follows.get(waiting.pop(), set()) - seen
        seen |= new
        waiting += new
    return seen


def _two_meanings(root: Path) -> Iterator[str]:
    """Every class or type of such a name but the first."""
    seen: dict[str, str] = {}
    for path in sorted((root / "macros").rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            named = node.name if isinstance(node, ast.ClassDef) else _assigned(node)
            place = f"{path.relative_to(root).as_posix()}:{node.lineno}"
            if named in ONE_MEANING and seen.setdefault(named, place) != place:
                yield f"{place}: {named} means something else at {seen[named]}: give this another name"


def _assigned(node: ast.stmt) -> str:
    target = node.targets[0] if isinstance(node, ast.Assign) else None
    return target.id if isinstance(target, ast.Name) else ""


def _gone(root: Path) -> Iterator[str]:
    """Every file that is named in words and is not there. Tests of tools/ make files up; the changelog looks back."""
    files = {path for pattern in _WITH_NAMES for path in root.glob(pattern)}
    for path in sorted(files):
        name = path.relative_to(root).as_posix()
        if path.suffix not in (*CODE, ".md", ".yml", ".toml") or name.startswith(("tests/tools/", "CHANGELOG")):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for found in _NAMED.finditer(line):
                if "/built/" in found[0] or (found[0].startswith("tools/") and not found[0].endswith(".py")):
                    continue  # made by a build, or below overrides/assets/
                if not (root / found[0]).exists():
                    yield f"{name}:{number}: there is no {found[0]}"


def _too_long(root: Path) -> Iterator[str]:
    for path in sorted([*root.glob("hooks.py"), *(file for folder in _folders(root) for file in _code(folder))]):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > MOST_LINES:
            yield f"{path.relative_to(root).as_posix()}: {lines} lines, at most {MOST_LINES}: divide it"


def _too_full(root: Path) -> Iterator[str]:
    for folder in _folders(root):
        files = len(_code(folder))
        if files > MOST_FILES:
            yield f"{folder.relative_to(root).as_posix()}/: {files} files of code, at most {MOST_FILES}: make rooms"


def _folders(root: Path) -> list[Path]:
    """Every folder that holds code of ours."""
    found = (path for top in _FOLDERS for path in [root / top, *(root / top).rglob("*")] if path.is_dir())
    return sorted(path for path in found if not set(path.relative_to(root).parts) & set(_NOT_OURS))


def _code(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.suffix in CODE and path.is_file()]


if __name__ == "__main__":
    found = [*problems(), *loose_types(ROOT)]
    print("\n".join(found) or "The house stands as it is drawn.")
    sys.exit(bool(found))
