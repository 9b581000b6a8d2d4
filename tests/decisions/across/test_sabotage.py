"""One change at a time that makes the guide less careful for somebody, each refused by what `check` asks."""

from __future__ import annotations

import random

import pytest

from tools.audit import sabotage
from tools.audit.sabotage import KINDS, every_change, guide, refused
from tools.audit.weakened import Change


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_change_that_makes_somebody_less_careful_is_refused(kind: sabotage.Kind) -> None:
    change = random.Random(kind.name).choice(every_change(kind.name))
    assert refused(change, kind.by), change.says


def test_the_guide_as_it_is_is_refused_by_none() -> None:
    assert not any(refused(Change("nothing", guide()), by) for by in {kind.by for kind in KINDS})


def test_a_kind_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert sabotage.main(["no-such-kind"]) == 2
    assert "no-such-kind" in capsys.readouterr().err
