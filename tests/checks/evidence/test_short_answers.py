"""Short answers sound no surer than what they rest on."""

from __future__ import annotations

from macros.checks.evidence import short_answers
from macros.library import Library
from macros.records import Answer, Said

from ..changing import changed, said


def test_todays_answers_sound_as_sure_as_their_claims(library: Library) -> None:
    assert list(short_answers.a_short_answer_uses_the_verb_of_its_claim(library)) == []
    assert list(short_answers.a_myth_answers_no_surer_than_its_claim(library)) == []
    assert list(short_answers.no_answer_rests_on_a_retired_claim(library)) == []


def test_a_plain_statement_on_low_certainty_is_refused(library: Library) -> None:
    bold = (Said(says="Running does not wear out knees.", claims=("knee-oa-recreational",)),)
    found = short_answers.a_short_answer_uses_the_verb_of_its_claim(
        changed(library, "myths", "knees-wear-out", short_answer=bold)
    )
    assert said(found) == ["this does not sound as sure as knee-oa-recreational (low)"]


def test_a_no_on_low_certainty_is_refused(library: Library) -> None:
    (problem,) = short_answers.a_myth_answers_no_surer_than_its_claim(
        changed(library, "myths", "knees-wear-out", answer=Answer.NO)
    )
    assert problem.wrong == "'No' does not fit the certainty of knee-oa-recreational (low)"
    assert problem.allowed == "not-shown, partly, it-depends"


def test_what_was_withdrawn_settles_nothing(library: Library) -> None:
    claim = library.claims["treadmill-outdoors"]
    gone = claim.history[0].model_copy(update={"kind": "retired"})
    retired = changed(library, "claims", claim.id, history=(*claim.history, gone))
    assert said(short_answers.no_answer_rests_on_a_retired_claim(retired)) == ["treadmill-outdoors is retired"]
