"""One module per kind of record: its model, and how data files are read into it with positions."""

from .base import Record, RefersTo, Reviewed, Said
from .care import CareCard, CareLevel, Checklist, ChecklistItem, Hazard, Term
from .decision import Decision, HitPolicy, Outcome, Urgency
from .evidence.article import Article, ArticleClaim, Verdict
from .evidence.certainty import Certainty
from .evidence.chart import Chart, ChartKind
from .evidence.claim import Claim, ClaimKind
from .evidence.guidance import Guidance, Position, PositionKind, Seen, Stance
from .evidence.myth import Answer, Myth
from .evidence.restrictions import ExcludedSource, Restrictions
from .evidence.source import Design, Source, Topic, Voice
from .fact import Fact
from .files.problem import InvalidLibrary, Place, Problem, report
from .options import Option, OptionGrid
from .page import Page, PageMeta
from .person import Person
from .pitfall_exception import PitfallException
from .plan import Plan
from .quality import Rubric, Score
from .question import Asking
from .sign import HowFast, Region, Ruled, Sign
from .standing import Standing

__all__ = [
    "Answer",
    "Article",
    "ArticleClaim",
    "Asking",
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
    "Fact",
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
    "Person",
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
    "Stance",
    "Standing",
    "Term",
    "Topic",
    "Urgency",
    "Verdict",
    "Voice",
    "report",
]
