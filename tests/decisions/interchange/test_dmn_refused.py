"""DMN of others and of nobody: read as far as it goes, and safe to read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree import ElementTree

import pytest

from macros.decisions.interchange.dmn import OURS
from macros.decisions.interchange.dmn_in import from_dmn
from macros.decisions.interchange.elements import MOST_BYTES

from .exporting import FOREIGN, exported, imported


def test_a_file_from_another_tool_is_read_as_far_as_it_goes() -> None:
    read = imported(FOREIGN)
    (decision,) = read.decisions
    assert decision == {
        "id": "approval-status",
        "title": "Approval Status",
        "hit_policy": "priority",
        "inputs": [
            {"id": "risk-category", "options": {"high-risk": "High risk", "low-risk": "Low risk"}},
            {"id": "is-affordable", "boolean": True},
            {"id": "age", "range": "[0..120]"},
        ],
        "rules": [
            {
                "id": "5",
                "when": {"risk-category": "low-risk", "is-affordable": True, "age": ">= 18"},
                "then": "approved",
                "because": "Fine",
            },
            {"id": "rule-2", "when": {"age": 'date("2020-01-01")'}, "then": "declined", "because": "No luck"},
        ],
        "outcomes": {"declined": {"heading": "Declined"}, "approved": {"heading": "Approved"}},
    }


def test_what_was_not_understood_is_listed_with_its_place() -> None:
    said = [f"{problem.place.line}:{problem.place.column} {problem.wrong}" for problem in imported(FOREIGN).problems]
    assert said == [
        "12:5 not understood: the element <authorityRequirement>",
        "25:56 the cell 'date(\"2020-01-01\")' is not understood: 'date(\"2020-01-01\")' is not a test "
        "(allowed: `-`, a comparison such as <= 5, [a..b], or whole numbers 0 to 120)",
        "29:3 not understood: the element <businessKnowledgeModel>",
    ]


@pytest.mark.parametrize(
    ("before", "after", "wrong"),
    [
        ('"High risk", "Low risk"', '"High risk", "high-risk"', "do not make different ids"),
        ('"High risk", "Low risk"', "count(1)", "<allowedValues> is not understood"),
        ("[0..120]", "[0..120.5555]", "<inputValues> is not understood"),
        ("[0..120]", "[7..7]", "fewer than two numbers"),
        ("<d:text>Age</d:text>", "<d:text>Age * 1.5</d:text>", "the input expression 'Age * 1.5' is not understood"),
        ('"Approved"</d:text></d:outputEntry>', '"Maybe"</d:text></d:outputEntry>', "is none of the allowed values"),
        ('"Declined", "Approved"', "true, false", "this output is true or false"),
        ("#_3", "#_33", "there is no input data '_33' in this file"),
        ("d:decisionTable", "d:literalExpression", "is not decided by a decision table"),
        ('hitPolicy="PRIORITY"', 'hitPolicy="PRIORITY" colour="red"', 'the attribute colour="red" of <decisionTable>'),
        ("Fine</d:text>", "Fine</d:text></d:annotationEntry><d:annotationEntry><d:text>Me</d:text>", "'Author' has no"),
        ("[0..120]", "[0..1e9]", "<inputValues> is not understood"),
        ("&gt;=18", "&gt;=" + "9" * 4300, "a number of 4,300 digits is not read"),
        ("&gt;=18", "&gt;=18.12345", "more than 3 decimals"),
    ],
)
def test_every_part_that_cannot_be_meant_is_named(before: str, after: str, wrong: str) -> None:
    text = FOREIGN.replace(before, after)
    assert text != FOREIGN
    assert any(wrong in problem.wrong for problem in imported(text).problems), imported(text).problems


@pytest.mark.parametrize(
    ("before", "after", "asked", "field"),
    [
        ('typeRef="tRisk"', 'typeRef="string"', 'Its cells name "Low risk"', ("options", {"low-risk": "Low risk"})),
        ("<d:inputValues><d:text>[0..120]</d:text></d:inputValues>", "", "[0..50] is taken", ("range", "[0..50]")),
    ],
)
def test_what_a_file_leaves_open_is_asked_once_with_a_proposal(
    before: str, after: str, asked: str, field: tuple[str, Any]
) -> None:
    text = FOREIGN.replace(before, after).replace('date("2020-01-01")', "&lt;18")
    read = imported(text)
    assert [asked in question.wrong for question in read.questions] == [True]
    assert not any("what the input may be is not known" in problem.wrong for problem in read.problems)
    assert any(item.get(field[0]) == field[1] for item in read.decisions[0]["inputs"])
    assert imported(FOREIGN).questions == ()


def test_an_outcome_that_a_modeller_added_or_renamed_comes_back() -> None:
    changed = re.sub(r'(?<=[ >])"ease-off"(?=[,<])', '"slow-down"', exported("priority"))
    (decision,) = imported(changed).decisions
    assert list(decision["outcomes"]) == ["stop", "slow-down", "go"]
    assert decision["outcomes"]["slow-down"] == {"heading": "slow-down"}
    assert decision["outcomes"]["go"]["means"] == "It means go."
    assert decision["rules"][2]["then"] == "slow-down"


_BILLION_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l "ha">'
    + "".join(f'<!ENTITY l{n} "{"".join([f"&l{n - 1 or str()};"] * 10)}">' for n in range(1, 10))
    + "]><definitions>&l9;</definitions>"
)


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (_BILLION_LAUGHS.encode(), "DOCTYPE"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><definitions>&x;</definitions>', "DOCTYPE"),
        (b'<!DOCTYPE a SYSTEM "https://example.org/a.dtd"><definitions/>', "DOCTYPE"),
        (b"<definitions>&x;</definitions>", "undefined entity"),
        (b"<definitions>", "no element found"),
        (b"", "no element found"),
        (b"not XML", "not well-formed"),
        (b'<?xml version="1.0" encoding="unheard-of"?><definitions/>', "encoding"),
        (b"<a>" * 200 + b"</a>" * 200, "deep inside each other"),
        (b" " * (MOST_BYTES + 1), "bytes"),
        (b"<definitions/>", "is no DMN file"),
        (b'<html xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/"/>', "is no DMN file"),
    ],
)
def test_a_hostile_or_broken_file_is_refused_in_words(content: bytes, wrong: str) -> None:
    read = from_dmn(content, "file.dmn")
    assert read.decisions == ()
    assert len(read.problems) == 1
    assert wrong in read.problems[0].wrong
    assert read.problems[0].place.file == "file.dmn"


def test_deeply_bracketed_arithmetic_is_refused_and_not_followed() -> None:
    text = FOREIGN.replace("<d:text>Age</d:text>", f"<d:text>{'(' * 5000}1{')' * 5000}</d:text>")
    assert any("brackets" in problem.wrong for problem in imported(text).problems)


@pytest.mark.parametrize("id", ["priority-of-two", "derived", "graph", "collect-count"])
def test_a_file_that_lacks_anything_is_read_without_falling_over(id: str) -> None:
    """Every element and every attribute left out in turn, and every text and attribute spoilt."""
    text = exported(id)
    root = ElementTree.fromstring(text)
    parents = {child: parent for parent in root.iter() for child in parent}
    seen: set[tuple[str, ...]] = set()
    for element in list(root.iter()):
        path = (element.tag, *_ways_up(element, parents))
        if path in seen or OURS in element.tag or "DMNDI" in element.tag:
            continue  # one of a kind in each place is enough
        seen.add(path)
        for name in list(element.attrib):
            kept = element.attrib.pop(name)
            from_dmn(ElementTree.tostring(root), "less.dmn")
            element.attrib[name] = "?"
            from_dmn(ElementTree.tostring(root), "spoilt.dmn")
            element.attrib[name] = kept
        if element.text and element.text.strip():
            kept, element.text = element.text, '"?", ('
            from_dmn(ElementTree.tostring(root), "spoilt.dmn")
            element.text = kept
        if element in parents:
            place = list(parents[element]).index(element)
            parents[element].remove(element)
            from_dmn(ElementTree.tostring(root), "less.dmn")
            parents[element].insert(place, element)


def _ways_up(element: ElementTree.Element, parents: Mapping[ElementTree.Element, ElementTree.Element]) -> Iterator[str]:
    while element in parents:
        yield element.get("id", "") if "rule" not in element.tag else element.tag
        element = parents[element]
        yield element.tag
