"""The pain diary: every field has a label and a place for its mistake, and a sentence for each mistake is there."""

from __future__ import annotations

import re

import pytest

from macros.render.doing.pain_diary import PAINS, pain_diary

from ..making import context


@pytest.fixture(scope="module")
def markup() -> str:
    return pain_diary(context())


def test_every_field_has_its_label_and_a_place_for_what_is_wrong_with_it(markup: str) -> None:
    fields = ["date", "site", *(name for name, _, _ in PAINS), "run", "note"]
    assert len(fields) == 4 + len(PAINS)
    for name in fields:
        assert f'<label for="diary-{name}">' in markup
        assert f'id="diary-{name}-error" data-error="{name}" hidden' in markup
        assert re.search(rf'id="diary-{name}"[^>]* aria-describedby="[^"]*diary-{name}-error', markup), name


def test_each_mistake_that_the_script_can_find_has_its_sentence(markup: str) -> None:
    said = dict(re.findall(r'<template data-part="problem-([\w-]+)">(.*?)</template>', markup))
    assert {"date", "pain", "run", "two-ways", "empty", "signs", "full", "large"} == said.keys()
    assert "{ways}" in said["two-ways"]  # what the script puts in


def test_what_needs_a_script_is_hidden_and_says_so_without_one(markup: str) -> None:
    assert re.search(r'<form [^>]*data-part="form" data-live [^>]*hidden>', markup)
    assert "<noscript>" in markup


def test_places_are_offered_with_the_side_first(markup: str) -> None:
    offered = re.findall(r'<option value="([^"]+)"></option>', markup)
    assert {"left knee", "right knee"} <= set(offered)
    assert not any(one.endswith(("left", "right")) for one in offered)
