"""What a page can call, each macro declared once as a row of `MACROS`. No record is needed to know their names.

Everything else reads this: the generator's plugin, the checks of pages, the links to what a macro shows.
"""

from __future__ import annotations

from dataclasses import dataclass

from .drawings import DRAWINGS
from .records.care import CareLevel
from .records.evidence.source import LIST_PAGES


@dataclass(frozen=True)
class Keeps:
    """What a tool keeps in the reader's browser. In both parts "{id}" stands for the id of the record that it takes."""

    name: str  # as scripts save it: a kind of overrides/assets/scripts/shapes.js, then which one
    at: str  # the id of the place in the tool's page where it shows again


@dataclass(frozen=True)
class Macro:
    """What a page may call. The function of its name stands in `module` below macros/render/."""

    module: str
    takes: str = ""  # the kind of record whose id is its first argument
    choices: tuple[str, ...] = ()  # or the words of which its first argument is one
    can_go_without: bool = False  # it draws all, or the first, where no word is given
    label: bool = False  # after the first argument it takes words to show
    shows_all: str = ""  # the kind of which it shows every record
    has_chips: bool = False  # it shows claims by chips, which open by the sources at the page's end
    before_id: str | None = None  # what it writes before the id of each record that it shows, for links to it
    keeps: Keeps | None = None  # what a reader can save in it, which "Your folder" then lists


MACROS: dict[str, Macro] = {
    "claim": Macro("evidence.claim", takes="claims", has_chips=True),
    "cite": Macro("evidence.sources", takes="sources"),
    "term": Macro("evidence.glossary", takes="terms", label=True),
    "care_card": Macro("doing.care_card", takes="care_cards", before_id="care-"),
    "decision": Macro("decisions.tool", takes="decisions", before_id="", keeps=Keeps("decision.{id}", "{id}")),
    "decision_built": Macro("decisions.tool", takes="decisions"),
    "decision_rows": Macro("decisions.rows", takes="decisions", has_chips=True),
    "checklist": Macro(
        "doing.checklist",
        takes="checklists",
        has_chips=True,
        before_id="checklist-",
        keeps=Keeps("checklist.{id}", "checklist-{id}"),
    ),
    "plan": Macro("doing.plan", takes="plans", has_chips=True, before_id="plan-"),
    "planner": Macro("doing.walk_run_planner", takes="decisions", keeps=Keeps("planner.weeks", "walk-run-planner")),
    "options": Macro("doing.option_grid", takes="options", keeps=Keeps("options.{id}", "options-{id}")),
    "chart": Macro("evidence.chart", takes="charts", has_chips=True, before_id="chart-"),
    "drawing": Macro("drawing.drawing", choices=tuple(DRAWINGS), can_go_without=True),
    "pain_diary": Macro("doing.pain_diary", keeps=Keeps("diary.pain", "diary")),
    "appointment_summary": Macro(
        "doing.appointment_summary", keeps=Keeps("appointment.summary", "appointment-summary")
    ),
    "your_folder": Macro("doing.your_folder"),
    "certainty_key": Macro("evidence.claim"),
    "all_claims": Macro("evidence.claim", shows_all="claims"),
    "claim_cards": Macro("evidence.claim", choices=tuple(LIST_PAGES), shows_all="claims"),
    "all_sources": Macro("evidence.sources", shows_all="sources"),
    "source_entries": Macro("evidence.sources", choices=tuple(LIST_PAGES)),
    "all_charts": Macro("evidence.chart", shows_all="charts", has_chips=True, before_id="chart-"),
    "downloads": Macro("about.downloads"),
    "offline_copy": Macro("about.offline_copy"),
    "care_levels": Macro("doing.care_levels"),
    "all_care_cards": Macro("doing.care_levels", choices=tuple(CareLevel), shows_all="care_cards", before_id="care-"),
    "glossary_list": Macro("evidence.glossary", shows_all="terms", before_id="term-"),
    "hazard_log": Macro("about.hazard_log", shows_all="hazards"),
    "tools_agree": Macro("about.tools_agree", choices=("proofs", "signs", "exceptions")),
    "not_yet_checked": Macro("about.not_yet_checked"),
    "page_sources": Macro("evidence.claim"),
    "guidance": Macro("voices.guidance", takes="guidance", before_id="guidance-"),
    "all_guidance": Macro("voices.guidance", shows_all="guidance", before_id="guidance-"),
    "article_claims": Macro("voices.article_claims", shows_all="articles"),
    "all_myths": Macro("voices.myths", shows_all="myths", before_id="myth-"),
    "quality_scores": Macro("about.quality_scores"),
    "thigh_bone": Macro("drawing.thigh_bone"),
    "sign": Macro(
        "drawing.thigh_bone",
        choices=("bone", "joint", "back", "start", "track", "fork", "lens", "book", "support"),
        can_go_without=True,
    ),
}
