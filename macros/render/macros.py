"""Every macro that a page can call, by its name."""

from __future__ import annotations

from collections.abc import Callable

from .appointment import appointment_summary
from .articles import article_claims
from .care import all_care_cards, care_card
from .charts import all_charts, chart
from .checklist import checklist
from .claims import all_claims, certainty_key, claim, claim_cards, page_sources
from .decision import decision, decision_built
from .decision_rows import decision_rows
from .diary import pain_diary
from .downloads import downloads
from .drawings import drawing
from .glossary import glossary_list, term
from .guidance import all_guidance, guidance
from .hazards import hazard_log
from .myths import all_myths
from .not_yet import not_yet_checked
from .offline_copy import offline_copy
from .options import options
from .plan import plan
from .planner import planner
from .quality import quality_scores
from .sources import all_sources, cite, source_entries
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
        appointment_summary,
        article_claims,
        care_card,
        certainty_key,
        chart,
        checklist,
        cite,
        claim,
        claim_cards,
        decision,
        decision_built,
        decision_rows,
        downloads,
        drawing,
        glossary_list,
        guidance,
        hazard_log,
        not_yet_checked,
        offline_copy,
        options,
        page_sources,
        pain_diary,
        plan,
        planner,
        quality_scores,
        sign,
        source_entries,
        term,
        thigh_bone,
    )
}
