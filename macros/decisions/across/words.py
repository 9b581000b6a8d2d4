"""Words: the card beside a result names the signs of the row that led there."""

from __future__ import annotations

from collections.abc import Iterator

from ...records import Sign
from ..diagram.compiled import Compiled


def signs_beside_cards(decision: Compiled) -> Iterator[tuple[int, str | None, Sign]]:
    """Each row and each sign that it asks for: the row's place, the card of its result if there is one, the sign."""
    for index, rule in enumerate(decision.record.rules):
        result = decision.record.outcomes.get(rule.then) if isinstance(rule.then, str) else None
        if result is None:
            continue
        for input, cell in rule.when.items():
            question = decision.questions.get(input)
            for sign in question.told.get(str(cell), ()) if question else ():
                if sign.rules_out:
                    yield index, result.care_card, sign
