"""Drawings that explain: a name for those who do not see it, and the meaning of each number below it."""

from __future__ import annotations

import re

import pytest

from macros.drawings import DRAWINGS
from macros.render.drawing.drawing import drawing

from ..making import context


@pytest.mark.parametrize("id", DRAWINGS)
def test_each_is_named_and_each_number_in_it_has_its_label(id: str) -> None:
    markup = drawing(context(), id)
    assert re.search(r'<svg[^>]* role="img"[^>]* aria-labelledby="', markup)
    assert DRAWINGS[id].title in markup
    labels = re.search(r'<ol class="drawing__labels">(.*?)</ol>', markup, re.DOTALL)
    assert labels
    assert labels[1].count("<li>") == len(DRAWINGS[id].labels) > 0


def test_without_a_name_all_are_drawn_in_their_order_and_no_id_is_there_twice() -> None:
    markup = drawing(context())
    assert re.findall(r'<figure class="drawing drawing--([\w-]+) card">', markup) == list(DRAWINGS)
    ids = re.findall(r'\sid="([^"]+)"', markup)
    assert sorted(ids) == sorted(set(ids))
