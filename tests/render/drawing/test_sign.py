"""The small pictures beside doors and titles: they say nothing on their own, and there are no others."""

from __future__ import annotations

import pytest

from macros.render.drawing.thigh_bone import SIGNS, sign

from ..making import context


@pytest.mark.parametrize("id", SIGNS)
def test_a_sign_says_nothing_on_its_own(id: str) -> None:
    assert 'aria-hidden="true"' in sign(context(), id)


def test_an_unknown_sign_is_refused() -> None:
    with pytest.raises(ValueError, match="there is no 'horse'"):
        sign(context(), "horse")


def test_no_two_signs_are_drawn_alike() -> None:
    drawings = {sign(context(), id).partition("<svg")[2] for id in SIGNS}
    assert len(drawings) == len(SIGNS)
