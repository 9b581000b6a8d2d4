"""Every macro that a page can call, by its name."""

from __future__ import annotations

from collections.abc import Callable

from .articles import article_claims
from .care import all_care_cards, care_card
from .charts import all_charts, chart
from .checklist import checklist
from .claims import all_claims, certainty_key, claim, page_sources
from .decision import decision, decision_built
from .downloads import downloads
from .drawings import drawing
from .glossary import glossary_list, term
from .guidance import all_guidance, guidance
from .hazards import hazard_log
from .myths import all_myths
from .quality import quality_scores
from .sources import all_sources, cite
from .thigh_bone import sign, thigh_bone

MACROS: dict[str, Callable[..., str]] = {
    macro.__name__: macro
    for macro in (
        all_care_cards,
        all_charts,
        all_claims,
        all_guidance,
        all_myths,
        all_sources,
        article_claims,
        care_card,
        certainty_key,
        chart,
        checklist,
        cite,
        claim,
        decision,
        decision_built,
        downloads,
        drawing,
        glossary_list,
        guidance,
        hazard_log,
        page_sources,
        quality_scores,
        sign,
        term,
        thigh_bone,
    )
}
