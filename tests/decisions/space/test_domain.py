"""What may be answered is said in words, for each kind."""

from __future__ import annotations

import pytest

from macros.decisions.space.domain import YES_NO, Domain


@pytest.mark.parametrize(
    ("domain", "words"),
    [
        (Domain("choice", 2, ("hip", "knee")), "hip, knee"),
        (YES_NO, "true, false"),
        (Domain("integer", 11), "whole numbers 0 to 10"),
        (Domain("integer", 3, low=-4, step=4), "whole numbers -4 to 4 in steps of 4"),
        (Domain("integer", 11, low=10, scale=10), "numbers 1 to 2 in steps of 0.1"),
        (Domain("integer", 3, step=5, scale=10), "numbers 0 to 1 in steps of 0.5"),
    ],
)
def test_what_may_be_answered_is_said_in_words(domain: Domain, words: str) -> None:
    assert domain.allowed == words
