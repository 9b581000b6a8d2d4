"""XML is read up to limits of depth and number, and refused one beyond them with its place."""

from __future__ import annotations

import pytest

from macros.decisions.interchange import elements
from macros.decisions.interchange.elements import MOST_DEPTH, MOST_OF_A_KIND, XmlError, read_xml


def nested(depth: int) -> bytes:
    return ("<a>" * depth + "</a>" * depth).encode()


def many(name: str, count: int) -> bytes:
    return f'<d xmlns="urn:x">{f"<{name}/>" * count}</d>'.encode()


def test_elements_stand_so_deep_in_each_other_at_most() -> None:
    assert len(list(read_xml(nested(MOST_DEPTH), "file.dmn").walk())) == MOST_DEPTH
    with pytest.raises(XmlError, match="more than 100 deep"):
        read_xml(nested(MOST_DEPTH + 1), "file.dmn")


@pytest.mark.parametrize("name", ["decision", "inputData"])
def test_a_file_holds_so_many_decisions_and_inputs_at_most(name: str) -> None:
    assert len(read_xml(many(name, MOST_OF_A_KIND), "file.dmn").children) == MOST_OF_A_KIND
    with pytest.raises(XmlError, match="more than 1,000 decisions or inputs"):
        read_xml(many(name, MOST_OF_A_KIND + 1), "file.dmn")
    assert len(read_xml(many("rule", MOST_OF_A_KIND + 1), "file.dmn").children) == MOST_OF_A_KIND + 1


def test_a_file_holds_so_many_elements_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elements, "MOST_ELEMENTS", 5)
    assert len(read_xml(many("rule", 4), "file.dmn").children) == 4
    with pytest.raises(XmlError, match="more than 5 elements"):
        read_xml(many("rule", 5), "file.dmn")
