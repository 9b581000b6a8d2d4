"""Every macro that a page can call, by its name."""

from __future__ import annotations

from collections.abc import Callable

from .about.downloads import downloads
from .about.hazard_log import hazard_log
from .about.not_yet_checked import not_yet_checked
from .about.offline_copy import offline_copy
from .about.quality_scores import quality_scores
from .decisions.rows import decision_rows
from .decisions.tool import decision, decision_built
from .doing.appointment_summary import appointment_summary
from .doing.care_card import all_care_cards, care_card
from .doing.checklist import checklist
from .doing.option_grid import options
from .doing.pain_diary import pain_diary
from .doing.plan import plan
from .doing.walk_run_planner import planner
from .drawing.drawing import drawing
from .drawing.thigh_bone import sign, thigh_bone
from .evidence.chart import all_charts, chart
from .evidence.claim import all_claims, certainty_key, claim, claim_cards, page_sources
from .evidence.glossary import glossary_list, term
from .evidence.sources import all_sources, cite, source_entries
from .voices.article_claims import article_claims
from .voices.guidance import all_guidance, guidance
from .voices.myths import all_myths

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
