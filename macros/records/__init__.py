"""One module per kind of record: its model, and how data files are read into it with positions."""

from .article import Article, ArticleClaim, Verdict
from .base import Record, RefersTo, Reviewed, Said
from .care import CareCard, CareLevel, Checklist, ChecklistItem, Hazard, Term
from .certainty import Certainty
from .chart import Chart, ChartKind
from .claim import Claim, ClaimKind
from .decision import Decision, HitPolicy, Outcome, Urgency
from .guidance import Guidance, Position, PositionKind, Seen
from .myth import Answer, Myth
from .options import Option, OptionGrid
from .page import Page, PageMeta
from .pitfall_exception import PitfallException
from .plan import Plan
from .problem import InvalidLibrary, Place, Problem, report
from .quality import Rubric, Score
from .restrictions import ExcludedSource, Restrictions
from .sign import HowFast, Region, Ruled, Sign
from .source import Design, Source, Topic

__all__ = [
    "Answer",
    "Article",
    "ArticleClaim",
    "CareCard",
    "CareLevel",
    "Certainty",
    "Chart",
    "ChartKind",
    "Checklist",
    "ChecklistItem",
    "Claim",
    "ClaimKind",
    "Decision",
    "Design",
    "ExcludedSource",
    "Guidance",
    "Hazard",
    "HitPolicy",
    "HowFast",
    "InvalidLibrary",
    "Myth",
    "Option",
    "OptionGrid",
    "Outcome",
    "Page",
    "PageMeta",
    "PitfallException",
    "Place",
    "Plan",
    "Position",
    "PositionKind",
    "Problem",
    "Record",
    "RefersTo",
    "Region",
    "Restrictions",
    "Reviewed",
    "Rubric",
    "Ruled",
    "Said",
    "Score",
    "Seen",
    "Sign",
    "Source",
    "Term",
    "Topic",
    "Urgency",
    "Verdict",
    "report",
]
