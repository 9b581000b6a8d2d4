"""Files that cannot be read, and what goes wrong before a record is one: a sentence each, never a traceback."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.checks import references
from macros.library import examine
from macros.records import Claim, Problem
from macros.records.files.nav import Nav, read_nav
from macros.records.files.reading import Document, parse_yaml, read_text, read_yaml
from macros.records.files.validating import validated
from macros.records.page import read_page
from tests.render.making import claim, library, source

PAGE = "---\ntitle: A page\ndescription: Of words.\ntype: about\nreviewed: 2026-11-22\nreview_due: 2027-11-22\n---\n\n"


def file(folder: Path, content: bytes, name: str = "x.yml") -> Path:
    (folder / name).write_bytes(content)
    return folder / name


@pytest.mark.parametrize(
    ("content", "place", "wrong"),
    [
        (b"a: 1\nb: caf\xe9\n", "x.yml:2:7", "this file is not UTF-8 text"),
        ("ä: é\n".encode() + b"\xff", "x.yml:2:1", "this file is not UTF-8 text"),
        ("a: 1\n".encode("utf-16"), "x.yml:1:1", "this file is not UTF-8 text"),
        (b"a: 1\nb: a\x00b\n", "x.yml:2:5", "an invisible character (U+0000) stands here"),
        (b"a: a\x0bb\n", "x.yml:1:5", "an invisible character (U+000B) stands here"),
        (b"a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> topic\n", "x.yml:2:1", "git left a conflict here"),
        (b"a: 1\n>>>>>>> topic\n", "x.yml:2:1", "git left a conflict here: '>>>>>>> topic'"),
    ],
)
@pytest.mark.parametrize("read", [read_text, read_yaml])
def test_what_is_no_text_is_said_once_with_its_place(
    tmp_path: Path, read: Callable[[Path, str], object], content: bytes, place: str, wrong: str
) -> None:
    found = read(file(tmp_path, content), "x.yml")
    (problem,) = found if isinstance(found, list) else found.problems  # type: ignore[attr-defined]
    assert (str(problem.place), problem.wrong[: len(wrong)]) == (place, wrong)
    assert problem.fix


def test_each_of_two_conflicts_is_told(tmp_path: Path) -> None:
    one = b"<<<<<<< a\n1\n=======\n2\n>>>>>>> b\n"
    found = read_text(file(tmp_path, one + b"words\n" + one), "x.md")
    assert isinstance(found, list) and [problem.place.line for problem in found] == [1, 7]


def test_a_line_below_a_heading_is_no_conflict(tmp_path: Path) -> None:
    assert read_text(file(tmp_path, b"Heading\n=======\n<< >>\n"), "x.md") == "Heading\n=======\n<< >>\n"


def test_a_folder_in_the_place_of_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.yml").mkdir()
    (problem,) = read_yaml(tmp_path / "x.yml", "x.yml").problems
    assert problem.wrong == "this is a folder, and a file belongs here"


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b""])
@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r"])
def test_marks_and_line_ends_of_other_systems_are_read_away(tmp_path: Path, start: bytes, end: bytes) -> None:
    assert read_text(file(tmp_path, start + b"a" + end + b"b"), "x.md") == "a\nb"
    page = read_page(file(tmp_path, start + PAGE.replace("\n", end.decode()).encode(), "x.md"), tmp_path)
    assert not isinstance(page, list) and page.meta.title == "A page"


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        ("", "the front matter is missing or not closed"),
        ("---\n---\n", "the front matter is missing or not closed"),
        ("---\n- a\n---\n", "no fields stand in this record"),
        ("---\nwords\n---\n", "no fields stand in this record"),
        ("---\ntitle: a: b\n---\n", "YAML syntax"),
        (PAGE.replace("2027", "2029"), "`review_due` comes after `reviewed`, and within a year"),
        (PAGE.replace("2027", "2025"), "`review_due` comes after `reviewed`, and within a year"),
        (PAGE.replace("about", "abuot"), "'abuot' is not a value of 'type'"),
    ],
)
def test_broken_front_matter_is_said_once(tmp_path: Path, content: str, wrong: str) -> None:
    found = read_page(file(tmp_path, content.encode(), "x.md"), tmp_path)
    assert isinstance(found, list) and len(found) == 1
    assert found[0].wrong.startswith(wrong)
    assert found[0].place.file.endswith("x.md") and found[0].fix


@pytest.mark.parametrize("number", ["1e999", "-1e999"])
def test_a_number_that_is_none_stays_a_word(number: str) -> None:
    assert parse_yaml(f"a: {number}\n", "x.yml").value == {"a": number}


def test_a_number_without_end_is_refused_in_a_sentence() -> None:
    (problem,) = parse_yaml(f"a: {'9' * 5000}\n", "x.yml").problems
    assert (problem.place.line, bool(problem.fix)) == (1, True)
    assert len(str(problem)) < 500


def test_the_menu_is_read_with_its_lines_however_deep(tmp_path: Path) -> None:
    menu = "nav: # words\n  - Home: index.md\n  - Part:\n      - a/b.md\n      - Deep: [c.md]\n"
    text = f"{menu}not_in_nav: |\n  /d/\n  e.md\n"
    nav = read_nav(file(tmp_path, text.encode(), "mkdocs.yml"))
    assert isinstance(nav, Nav)
    assert [(entry, place.line) for entry, place in nav.entries] == [("index.md", 2), ("a/b.md", 4), ("c.md", 5)]
    assert [(name, pages, place.line) for name, pages, place in nav.sections] == [("Part", 2, 3)]
    assert [nav.leaves_out(page) for page in ("d/x.md", "e.md", "x/d/y.md", "f.md")] == [True, True, False, False]


@pytest.mark.parametrize("text", ["", "a: 1\n", "nav: [\n", "- a\n", "nav: a: b\n", "\0"])
def test_a_menu_that_cannot_be_read_is_said_once(tmp_path: Path, text: str) -> None:
    found = read_nav(file(tmp_path, text.encode(), "mkdocs.yml"))
    assert isinstance(found, list) and len(found) == 1


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """What contributors edit, to break."""
    for folder in ("data", "docs"):
        shutil.copytree(root / folder, tmp_path / folder)
    shutil.copy(root / "mkdocs.yml", tmp_path)
    return tmp_path


def first_ids_gone(text: str) -> str:
    return text.replace("- id: ", "- id: Not An Id ", 1)


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ("data/glossary.yml", lambda _: ""),
        ("data/glossary.yml", lambda text: text.splitlines()[0] + "\nterms: []\n"),
        ("data/glossary.yml", lambda text: text.replace("term:", "te\0rm:", 1)),
        ("data/glossary.yml", lambda text: text.replace("    term: ", "    term: a: ", 1)),
        ("data/glossary.yml", first_ids_gone),
        ("data/claims/bones.yml", lambda text: f"{text}\n<<<<<<< HEAD\n"),
        ("data/claims/bones.yml", lambda text: text.partition("\n")[2]),
        ("data/decisions/sore-today.yml", lambda _: "# nothing yet\n"),
        ("docs/joints/sore-knees.md", lambda _: ""),
    ],
)
def test_a_file_that_many_others_name_is_one_mistake_when_it_breaks(
    copy: Path, path: str, change: Callable[[str], str]
) -> None:
    text = (copy / path).read_text(encoding="utf-8")
    (copy / path).write_text(change(text), encoding="utf-8")
    _, problems = examine(copy)
    assert [problem.place.file for problem in set(problems)] == [path], problems


def test_a_missing_folder_is_one_mistake(copy: Path) -> None:
    shutil.rmtree(copy / "docs")
    _, problems = examine(copy)
    assert [problem.wrong for problem in problems if problem.place.file == "docs"] == ["there are no pages"]
    assert {problem.place.file for problem in problems} <= {"docs", "mkdocs.yml"}


def test_a_missing_folder_of_data_is_one_mistake(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    file(tmp_path / "docs", PAGE.encode(), "index.md")
    _, problems = examine(tmp_path)
    assert [problem.wrong for problem in problems] == ["there is no folder of data here"]


def test_an_id_that_is_nowhere_is_one_mistake_however_often_it_is_named() -> None:
    claims = (claim("knees", sources=["lo-2071"]), claim("hips", sources=["lo-2071"]), claim("back", sources=["no-2"]))
    problems = references(library(source("lo-2017"), *claims))
    assert [(problem.wrong, problem.fix) for problem in problems] == [
        (
            "there is no source 'lo-2071' (it is named in 2 places; this is the first)",
            "did you mean 'lo-2017'?",
        ),
        ("there is no source 'no-2'", "correct the id, or add the source"),
    ]


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"sources": [[]]}, "entry 1 of 'sources' is a text, but [] was found"),
        ({"sources": "lo-2017"}, "'sources' is a list"),
        ({"because": ""}, "'because' is empty"),
        ({"figures": [5]}, "no fields stand in entry 1 of 'figures'"),
        ({"figures": [{"value": "many"}]}, "'value' is a number, but 'many' was found"),
    ],
)
def test_a_field_of_another_kind_is_said_by_name_and_with_a_way_out(fields: dict[str, object], wrong: str) -> None:
    _, problems = validated(Claim, Document("x.yml"), (), fields)
    (problem,) = [problem for problem in problems if problem.wrong == wrong]
    assert problem.fix or problem.allowed


def test_mistakes_in_data_and_on_pages_are_told_in_one_run(copy: Path) -> None:
    claims, page = copy / "data/claims/bones.yml", copy / "docs/joints/sore-knees.md"
    claims.write_text(claims.read_text(encoding="utf-8").replace("certainty:", "certainity:", 1), encoding="utf-8")
    page.write_text(page.read_text(encoding="utf-8") + "\n<b>Bold</b>\n\n[x](nowhere.md)\n", encoding="utf-8")
    shutil.copy(page, copy / "docs/left-out.md")
    _, problems = examine(copy)

    def said(words: str) -> list[Problem]:
        return [problem for problem in set(problems) if words in problem.wrong]

    assert len(said("'certainity' is not a field")) == 1
    assert {problem.place.file for problem in said("HTML stands on a page: <b>")} == {
        "docs/joints/sore-knees.md",
        "docs/left-out.md",
    }
    assert len(said("the link leads to joints/nowhere.md")) == 1
    assert len(said("no menu leads to this page")) == 1
