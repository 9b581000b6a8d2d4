"""The hazard log."""

from __future__ import annotations

from macros.records import Hazard
from macros.render.about.hazard_log import hazard_log

from ..making import REVIEW, context

HAZARD = Hazard.model_validate(
    {
        "id": "H01",
        "title": "Someone jogs who had better not",
        "cause": "A page is misread.",
        "effect": "A bone breaks.",
        "before": {"severity": 4, "likelihood": 4},
        "controls": [{"kind": "design", "what": "Asked early."}, {"kind": "test", "what": "Proved."}],
        "evidence": "The proof.",
        "after": {"severity": 4, "likelihood": 2},
        "accepted_because": "Some skip the questions.",
        **REVIEW,
    }
)


def test_overview_leads_to_each_hazard_with_its_risk_before_and_after() -> None:
    log = hazard_log(context(HAZARD))
    row = '<th scope="row"><a href="#hazard-h01">Someone jogs who had better not</a></th><td>4</td><td>3</td>'
    assert row in log
    assert 'id="hazard-h01"' in log


def test_hazard_is_told_in_full() -> None:
    log = hazard_log(context(HAZARD))
    for words in (
        "A page is misread.",
        "A bone breaks.",
        "risk 4 of 5 (severity 4, likelihood 4)",
        "<strong>By design:</strong> Asked early.",
        "<strong>By a test:</strong> Proved.",
        "The proof.",
        "risk 3 of 5 (severity 4, likelihood 2)",
        "Some skip the questions.",
    ):
        assert words in log
