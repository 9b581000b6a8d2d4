"""Every macro that a page can call, by its name."""

from __future__ import annotations

from collections.abc import Callable

from .care import all_care_cards, care_card
from .checklist import checklist
from .claims import all_claims, certainty_key, claim, page_sources
from .decision import decision, decision_built
from .glossary import glossary_list, term
from .hazards import hazard_log
from .sources import all_sources, cite

MACROS: dict[str, Callable[..., str]] = {
    macro.__name__: macro
    for macro in (
        all_care_cards,
        all_claims,
        all_sources,
        care_card,
        certainty_key,
        checklist,
        cite,
        claim,
        decision,
        decision_built,
        glossary_list,
        hazard_log,
        page_sources,
        term,
    )
}
