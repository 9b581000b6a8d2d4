"""The picture of the home page: its lines stay inside the bone, and go on as lanes."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from macros.render.drawing.plot import thigh_bone as lines
from macros.render.drawing.thigh_bone import thigh_bone

from ..making import context

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def _first(path: str) -> tuple[float, float]:
    across, down = _NUMBER.findall(path)[:2]
    return float(across), float(down)


def test_every_edge_of_a_lane_but_the_outer_two_begins_where_a_line_of_the_bone_ends() -> None:
    ends = sorted(_first(strut.path) for strut in lines.struts() if strut.main)
    edges = sorted(_first(lane) for lane in lines.lanes())
    assert {down for _, down in ends} == {down for _, down in edges}
    assert {across for across, _ in ends} == {across for across, _ in edges}


def test_lanes_stand_side_by_side_and_run_out_of_the_window() -> None:
    starts = [_first(lane)[0] for lane in lines.lanes()]
    assert len(starts) == lines.LANES + 1
    assert starts == sorted(starts)
    assert all(float(lane.rpartition("H")[2]) < -4000 for lane in lines.lanes())


def test_each_lane_has_its_number_on_a_staggered_start() -> None:
    staggers = lines.staggers()
    assert [mark.number for mark in staggers] == list(range(1, lines.LANES + 1))
    assert [mark.across for mark in staggers] == sorted((mark.across for mark in staggers), reverse=True)
    assert [mark.down for mark in staggers] == sorted(mark.down for mark in staggers)


def test_the_picture_has_a_name_and_is_small() -> None:
    markup = thigh_bone(context())
    picture = ElementTree.fromstring(re.sub(r" data-search-exclude(?=[ >])", "", markup))[0]
    assert picture.get("role") == "img"
    assert picture.findtext("title", "").startswith("The top of a thigh bone")
    assert len(markup) < 20_000
