"""YAML is read as 1.2, with places, and mistakes become problems with a line and a fix."""

import pytest

from macros.records.files.reading import parse_yaml


def test_yes_no_and_dates_are_words() -> None:
    document = parse_yaml("a: yes\nb: no\nc: 2026-11-22\nd: on\ne: 012\n", "x.yml")
    assert document.value == {"a": "yes", "b": "no", "c": "2026-11-22", "d": "on", "e": 12}


def test_numbers_booleans_and_nothing_are_core_schema() -> None:
    document = parse_yaml("a: 3\nb: 3.5\nc: true\nd: ~\ne: '3'\nf: 1_000\n", "x.yml")
    assert document.value == {"a": 3, "b": 3.5, "c": True, "d": None, "e": "3", "f": "1_000"}


def test_every_value_has_its_place() -> None:
    document = parse_yaml("rules:\n  - id: one\n    when: {falls: yes}\n", "x.yml")
    assert str(document.place(("rules", 0, "when", "falls"))) == "x.yml:3:12"
    assert str(document.place(("rules", 0, "then"))) == "x.yml:2:5", "a missing field is shown at its record"


@pytest.mark.parametrize(
    ("text", "place", "wrong", "fix"),
    [
        ("a: 1\nb: 2\na: 3\n", "x.yml:3:1", "the key 'a' is there twice (first on line 1)", "keep one of the two"),
        ("a:\n\tb: 1\n", "x.yml:2:1", "a tab is used to indent", "replace each tab by two spaces"),
        ("a: b: c\n", "x.yml:1:5", "mapping values are not allowed", "put quotes around a text that contains a colon"),
        ("a: [1, 2\nb: 3\n", "x.yml:2:2", "YAML syntax", "check the indentation"),
        ("a: !!python/object x\n", "x.yml:1:4", "tags are not used here", "delete the tag"),
        ("? [a]\n: b\n", "x.yml:1:3", "a key must be a word", "write `key: value`"),
        ("a: &x [*x]\n", "x.yml:1:8", "aliases are not used here: *x", "write the value out"),
        ("a: &x [1]\nb: *x\n", "x.yml:2:4", "aliases are not used here: *x", "write the value out"),
        (f"a:\n  {'[' * 5000}{']' * 5000}\n", "x.yml:2:42", "more than 40 levels deep", "brackets or dashes"),
        ("- " * 200000, "x.yml:1:81", "more than 40 levels deep", "brackets or dashes"),
        (f"a: {'{b: ' * 5000}", "x.yml:1:160", "more than 40 levels deep", "brackets or dashes"),
    ],
)
def test_a_mistake_says_where_what_and_how_to_mend_it(text: str, place: str, wrong: str, fix: str) -> None:
    problems = parse_yaml(text, "x.yml").problems
    assert [str(problem.place) for problem in problems] == [place]
    assert wrong in problems[0].wrong
    assert fix in problems[0].fix


@pytest.mark.parametrize("text", ["9" * 250, "1e999", "." + "1" * 250])
def test_what_is_too_long_or_too_great_for_a_number_stays_a_text(text: str) -> None:
    assert parse_yaml(f"a: {text}\n", "x.yml").value == {"a": text}
