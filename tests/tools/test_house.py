"""The house stands as it is drawn, and each way to break the plan is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.house import MOST_FILES, MOST_LINES, floors, problems, rooms
from tools.house_types import loose_types


def test_the_house_stands_as_it_is_drawn(root: Path) -> None:
    assert problems(root) == []
    assert list(loose_types(root)) == []


def made(folder: Path, files: dict[str, str]) -> list[str]:
    """What is wrong with a house of these files, where no import may lead up."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        for package in path.relative_to(folder).parents[:-1] if name.endswith(".py") else ():
            (folder / package / "__init__.py").touch()
    return problems(folder, {})


def test_a_small_house_has_nothing_wrong(tmp_path: Path) -> None:
    assert made(tmp_path, {"macros/records/a.py": "", "macros/checks/b.py": "from ..records.a import x\n"}) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("from ..checks.pages.b import x\n", "at the top"),
        ("def f():\n    from ..checks.pages import b\n", "in a function"),
        ("from macros.checks.pages.b import x\n", "by its whole name"),
        ("import macros.checks.pages.b\n", "as a module"),
    ],
)
def test_no_import_leads_up(tmp_path: Path, text: str, what: str) -> None:
    line = text.count("\n")
    assert made(tmp_path, {"macros/records/a.py": text, "macros/checks/pages/b.py": ""}) == [
        f"macros/records/a.py:{line}: macros.records imports macros.checks.pages, which is on a higher floor"
    ], what


def test_what_leads_up_is_told_once_and_not_as_a_circle_too(tmp_path: Path) -> None:
    files = {"macros/records/a.py": "from ..checks.b import x\n", "macros/checks/b.py": "from ..records.a import x\n"}
    assert len(made(tmp_path, files)) == 1


def test_what_is_imported_for_types_alone_is_no_import(tmp_path: Path) -> None:
    text = "if TYPE_CHECKING:\n    from ..checks.pages.b import x\n"
    assert made(tmp_path, {"macros/records/a.py": text, "macros/checks/pages/b.py": ""}) == []


def test_no_rooms_import_each_other_in_a_circle(tmp_path: Path) -> None:
    found = made(
        tmp_path,
        {
            "macros/render/one/a.py": "from ..two.b import x\n",
            "macros/render/two/b.py": "from ..three import c\n",
            "macros/render/three/c.py": "\nfrom ..one import a\n",
            "macros/render/three/d.py": "",
        },
    )
    assert [one.partition(": ")[0] for one in found] == [
        "macros/render/one/a.py:1",
        "macros/render/three/c.py:2",
        "macros/render/two/b.py:1",
    ]
    assert "macros.render.one and macros.render.two import each other" in found[0]


def test_templates_of_two_rooms_do_not_take_in_each_other(tmp_path: Path) -> None:
    found = made(
        tmp_path,
        {
            "macros/render/one/templates/a.html": '{% from "two/b.html" import x %}',
            "macros/render/two/templates/b.html": '<p>\n{% include "one/a.html" %}',
            "macros/render/two/templates/deep/c.html": '{% include "two/b.html" %}',
        },
    )
    assert [one.partition(": ")[0] for one in found] == [
        "macros/render/one/templates/a.html:1",
        "macros/render/two/templates/b.html:2",
    ]


def test_files_of_one_room_may_name_each_other(tmp_path: Path) -> None:
    files = {"macros/render/one/a.py": "from . import b\n", "macros/render/one/b.py": "from .a import x\n"}
    assert made(tmp_path, files) == []


def test_a_file_beside_rooms_is_a_room_by_itself(tmp_path: Path) -> None:
    files = {"macros/checks/scope.py": "", "macros/checks/pages/a.py": "from ..scope import x\n"}
    assert made(tmp_path, {**files, "macros/checks/__init__.py": "from .pages import a\n"}) == []
    assert made(tmp_path, {"macros/checks/scope.py": "from .pages import a\n"}) != []


def test_an_import_may_lead_up_where_the_reason_is_told_and_only_as_long_as_it_does(tmp_path: Path) -> None:
    reasons = {("macros.records", "macros.checks"): "a reason"}
    assert len(made(tmp_path, {"macros/records/a.py": "from ..checks.b import x\n", "macros/checks/b.py": ""})) == 1
    assert problems(tmp_path, reasons) == []
    (tmp_path / "macros" / "records" / "a.py").write_text("", encoding="utf-8")
    assert problems(tmp_path, reasons) == [
        "tools/house.py: macros.records imports macros.checks no more; take it off LEADING_UP"
    ]


@pytest.mark.parametrize(
    "name", ["macros/records/a.py", "tools/a.py", "tests/js/a.mjs", "overrides/assets/scripts/b/a.js"]
)
def test_no_file_is_longer_than_can_be_overseen(tmp_path: Path, name: str) -> None:
    assert made(tmp_path, {name: "\n" * MOST_LINES}) == []
    assert made(tmp_path, {name: "\n" * (MOST_LINES + 1)}) == [f"{name}: 301 lines, at most 300: divide it"]


@pytest.mark.parametrize("suffix", [".py", ".html", ".js", ".css"])
def test_no_folder_holds_more_than_can_be_overseen(tmp_path: Path, suffix: str) -> None:
    files = {f"overrides/x/{number}{suffix}": "" for number in range(MOST_FILES + 1)}
    found = made(tmp_path, files)
    assert [one for one in found if one.startswith("overrides/x/: ") and "at most 20" in one] == found[:1] != []
    assert made(tmp_path / "other", {f"overrides/x/{number}.txt": "" for number in range(MOST_FILES + 1)}) == []


def test_what_is_named_in_words_is_there(tmp_path: Path) -> None:
    files = {"macros/records/a.py": '"""As in macros/records/b.py and tools/c.py; see tools/d.js."""\n'}
    assert made(tmp_path, files) == [
        "macros/records/a.py:1: there is no macros/records/b.py",
        "macros/records/a.py:1: there is no tools/c.py",
    ]
    assert made(tmp_path, {"macros/records/b.py": "", "tools/c.py": ""}) == []
    assert made(tmp_path, {"docs-dev/x.md": "\n`tests/y.py`"}) == ["docs-dev/x.md:2: there is no tests/y.py"]


@pytest.mark.parametrize("again", ["class Row:\n    pass\n", "Row = tuple[int, ...]\n"])
def test_a_name_of_one_meaning_is_given_once(tmp_path: Path, again: str) -> None:
    files = {"macros/checks/a.py": "class Row:\n    pass\n", "macros/records/b.py": "\nclass Band:\n    Row = 1\n"}
    assert made(tmp_path, files) == []
    assert made(tmp_path, {"macros/render/c.py": "\n" + again}) == [
        "macros/render/c.py:2: Row means something else at macros/checks/a.py:1: give this another name"
    ]


def test_the_floors_go_up_from_what_imports_nothing(tmp_path: Path) -> None:
    made(tmp_path, {"macros/records/a.py": "", "macros/render/one/b.py": "from ...records import a\n"})
    ground, *above = floors(tmp_path)
    assert "macros.records" in ground
    assert ["macros.render.one"] in above
    assert rooms(tmp_path)["macros.render.one"] == tmp_path / "macros" / "render" / "one"


@pytest.mark.parametrize("text", ["def f(x: Any) -> None: ...\n", "x: dict[str, Any] = {}\n", "y = cast(Any, 1)\n"])
def test_any_stands_only_where_the_reason_is_told_and_only_as_long_as_it_does(tmp_path: Path, text: str) -> None:
    made(tmp_path, {"macros/records/a.py": text, "macros/records/b.py": '"""Any file."""\n'})
    assert list(loose_types(tmp_path, {})) == [
        "macros/records/a.py:1: Any: say what it is, or why nobody can in tools/house_types.py"
    ]
    assert list(loose_types(tmp_path, {"macros/records/": "a reason"})) == []
    assert list(loose_types(tmp_path, {"macros/records/a.py": "a reason", "macros/records/b.py": "a reason"})) == [
        "tools/house_types.py: macros/records/b.py needs no Any any more; take it off ANY_STANDS"
    ]


@pytest.mark.parametrize(
    ("text", "is_loose"),
    [
        ('rendered("one/a.html", x={"id": 1})\n', True),
        ('inline("one/a.html", x=[{"id": one} for one in y])\n', True),
        ("def f() -> dict[str, object]: ...\n", True),
        ('rendered("one/a.html", x=Shown(1), by_id={one.id: one for one in y})\n', False),
        ('rendered("one/a.html", data=script_data(told))\n', False),
        ('WORDS = {"id": 1}\n', False),
    ],
)
def test_no_template_is_filled_from_a_plain_dict(tmp_path: Path, text: str, is_loose: bool) -> None:
    made(tmp_path, {"macros/render/one/a.py": text, "macros/checks/b.py": text})
    found = list(loose_types(tmp_path, {}))
    assert [one.partition(": ")[0] for one in found] == ["macros/render/one/a.py:1"] * is_loose
