"""A question over signs in DMN: a sign is true or false, and the fastest one that is there gives the value."""

from __future__ import annotations

import re
from itertools import product
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from macros.decisions.diagram.compiled import Compiled
from macros.decisions.interchange.dmn_in import from_dmn
from macros.decisions.interchange.dmn_out import to_dmn

from ..making import asked, compiled, compiled_with_problems, example, outcomes
from ..proofs.test_verify import rule as row
from ..proofs.test_verify import table

EXAMPLES = {"yes": "stop", "bone": "wait", "sore": "ease-off", "no": "go"}
LEG = asked(
    "leg",
    "short: Leg, options: {no: No, sore: Sore, bone: {label: Bone, signs: [shin]}, yes: Yes, "
    "not-sure: {label: Not sure, as: yes}}, signs: {One: [shin, limp], Two: [numb]}",
)
TEXT = table(
    "unique",
    row("fast", "stop", leg="yes")
    + row("slow", "wait", leg="bone")
    + row("sore", "ease-off", leg="sore")
    + row("rest", "go", leg="no"),
    f"inputs:\n{LEG}",
    outcomes("stop", "wait", "ease-off", "go"),
    "examples:\n" + "".join(example({"leg": leg}, then) for leg, then in EXAMPLES.items()),
)


@pytest.fixture(scope="module")
def tool() -> Compiled:
    return compiled(test=TEXT)["test"]


@pytest.fixture(scope="module")
def text(tool: Compiled) -> str:
    return to_dmn(tool, {"test": tool}, "1.3")


def texts(element: Element, path: str) -> list[str]:
    return [found.text or "" for found in element.iterfind("/".join(f"{{*}}{name}" for name in path.split("/")))]


def value(text: str, given: dict[str, str]) -> str | None:
    """What the file's own table says for input data, by the priority of its output values."""
    (decision,) = (one for one in fromstring(text).iterfind("{*}decision") if one.get("id") == "signs.leg")
    logic = decision.find("{*}decisionTable")
    assert logic is not None
    assert logic.get("hitPolicy") == "PRIORITY"
    names = texts(logic, "input/inputExpression/text")
    order = texts(logic, "output/outputValues/text")[0].split(", ")
    said = [
        texts(rule, "outputEntry/text")[0]
        for rule in logic.iterfind("{*}rule")
        if all(cell in ("-", given[name]) for cell, name in zip(texts(rule, "inputEntry/text"), names, strict=True))
    ]
    return min(said, key=order.index) if said else None


def test_each_sign_is_a_boolean_and_what_no_sign_says_is_given_beside_them(text: str) -> None:
    inputs = {data.get("name"): data for data in fromstring(text).iterfind("{*}inputData")}
    assert {name: data[-1].get("typeRef") for name, data in inputs.items()} == {
        "sign__shin": "boolean",
        "sign__limp": "boolean",
        "sign__numb": "boolean",
        "otherwise__leg": "string",
    }
    assert '<requiredDecision href="#signs.leg" />' in text
    assert '<text>"no", "sore"</text>' in text


def test_the_fastest_sign_that_is_there_gives_the_value_for_every_combination(text: str) -> None:
    for shin, limp, numb, sore in product((False, True), repeat=4):
        given = {
            "sign__shin": str(shin).lower(),
            "sign__limp": str(limp).lower(),
            "sign__numb": str(numb).lower(),
            "otherwise__leg": '"sore"' if sore else '"no"',
        }
        said = "yes" if limp or numb else "bone" if shin else "sore" if sore else "no"
        assert value(text, given) == f'"{said}"'


def test_a_sign_that_nobody_was_asked_about_is_never_taken_for_absent(text: str) -> None:
    unasked = {"sign__shin": "null", "sign__limp": "false", "sign__numb": "false", "otherwise__leg": '"no"'}
    assert value(text, unasked) is None
    assert value(text, {**unasked, "sign__numb": "true"}) == '"yes"'


def leg(text: str) -> tuple[dict[str, Any], list[str]]:
    read = from_dmn(text.encode(), "file.dmn")
    return (read.decisions[0]["inputs"][0] if read.decisions else {}), [problem.wrong for problem in read.problems]


def test_it_comes_back_as_the_question_that_it_was(text: str) -> None:
    question, wrong = leg(text)
    assert wrong == []
    assert question["signs"] == {"One": ["shin", "limp"], "Two": ["numb"]}
    assert list(question["options"]) == ["no", "sore", "bone", "yes", "not-sure"]
    assert question["options"]["bone"] == {"label": "Bone", "signs": ["shin"]}


def test_without_our_extension_the_table_says_which_sign_an_answer_is(text: str) -> None:
    question, wrong = leg(re.sub(r"(?s)\s*<extensionElements>.*?</extensionElements>", "", text))
    assert wrong == []
    assert question["signs"] == ["shin", "limp", "numb"]
    assert question["options"] == {
        "no": "no",
        "sore": "sore",
        "bone": {"label": "Bone", "signs": ["shin"]},
        "yes": "yes",
    }


def test_a_sign_that_a_modeller_made_slower_comes_back_slower(text: str) -> None:
    """The row of the sign says so, whatever the extension told before."""
    rows = text.index('id="table.signs.leg"')
    limp = text.index('<text>"yes"</text>', text.index("<rule>", rows))
    changed = text[:limp] + '<text>"bone"</text>' + text[limp + len('<text>"yes"</text>') :]
    question, wrong = leg(changed)
    assert wrong == []
    assert question["options"]["bone"] == {"label": "Bone", "signs": ["shin", "limp"]}
    assert question["signs"] == {"One": ["shin", "limp"], "Two": ["numb"]}


def test_many_signs_without_screens_are_put_on_screens_that_are_not_too_long() -> None:
    names = [f"s{letter}" for letter in "abcdefgh"]
    many = TEXT.replace(
        "{One: [shin, limp], Two: [numb]}", f"{{One: [shin, {names[0]}], Two: {names[1:7]}}}".replace("'", "")
    )
    tool = compiled(test=many)["test"]
    bare = re.sub(r"(?s)\s*<extensionElements>.*?</extensionElements>", "", to_dmn(tool, {"test": tool}, "1.3"))
    question, wrong = leg(bare)
    assert wrong == []
    assert question["signs"] == {"Signs 1": ["shin", *names[:5]], "Signs 2": names[5:7]}


def test_columns_in_another_order_are_told_by_their_names(text: str) -> None:
    rows = text.index('id="table.signs.leg"')
    swapped = (
        text[rows:].replace("sign__shin", "x", 1).replace("sign__limp", "sign__shin", 1).replace("x<", "sign__limp<", 1)
    )
    question, wrong = leg(text[:rows] + swapped)
    assert wrong == []
    assert question["options"]["bone"]["signs"] == ["limp"]


def test_a_table_that_never_says_that_nothing_is_there_is_told(text: str) -> None:
    end = text.index("</decisionTable>", text.index('id="table.signs.leg"'))
    gone = text[: text.rindex("<rule>", 0, end)] + text[end:]
    assert any("no row says 'no' where none of them is there" in one for one in leg(gone)[1])


def test_a_sign_that_two_questions_ask_is_one_truth() -> None:
    second = LEG.replace("id: leg, ask: 'leg?'", "id: foot, ask: 'foot?'")
    two = TEXT.replace("rules:", second + "rules:").replace(
        "leg: yes}, then: stop, because", "leg: yes, foot: no}, then: stop, because"
    )
    tool = compiled_with_problems(test=two)[0]["test"]
    assert len(tool.questions) == 2
    shared = to_dmn(tool, {"test": tool}, "1.3")
    assert shared.count('<inputData id="sign.shin"') == 1
    assert shared.count('<requiredInput href="#sign.shin" />') == 2
    assert [item["id"] for item in from_dmn(shared.encode(), "file.dmn").decisions[0]["inputs"]] == ["leg", "foot"]
    assert from_dmn(shared.encode(), "file.dmn").problems == ()


def test_a_sign_whose_row_is_gone_is_told(text: str) -> None:
    gone = re.sub(r"(?s)(id=\"table.signs.leg\".*?)<rule>.*?</rule>", r"\1", text, count=1)
    assert gone != text
    assert any("no row says what" in one for one in leg(gone)[1])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('id="table.signs.leg" hitPolicy="PRIORITY"', 'id="table.signs.leg" hitPolicy="UNIQUE"'),
        ("<text>true</text>", "<text>false</text>"),
        ('<text>"yes", "bone", "sore", "no"</text>', "<text>(</text>"),
        ('<text>"sore"</text>', '<text>"elsewhere"</text>'),
    ],
)
def test_a_table_that_says_something_else_is_told_and_not_guessed(text: str, before: str, after: str) -> None:
    rows = text.index('<decision id="signs.leg"')
    assert before in text[rows:]
    _, wrong = leg(text[:rows] + text[rows:].replace(before, after, 1))
    assert any("the signs of 'leg' are not understood" in one for one in wrong)
