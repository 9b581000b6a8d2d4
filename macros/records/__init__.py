"""One module per kind of record: its model, and how data files are read into it with positions."""

from .base import Record, Reference, Reviewed
from .care import CareCard, CareLevel, Checklist, ChecklistItem, Hazard, Term
from .claim import Certainty, Claim, ClaimKind
from .decision import Decision, HitPolicy, Outcome, Urgency
from .page import Page, PageMeta
from .problem import InvalidLibrary, Place, Problem, report
from .source import Design, Source, Topic

__all__ = [
    "CareCard",
    "CareLevel",
    "Certainty",
    "Checklist",
    "ChecklistItem",
    "Claim",
    "ClaimKind",
    "Decision",
    "Design",
    "Hazard",
    "HitPolicy",
    "InvalidLibrary",
    "Outcome",
    "Page",
    "PageMeta",
    "Place",
    "Problem",
    "Record",
    "Reference",
    "Reviewed",
    "Source",
    "Term",
    "Topic",
    "Urgency",
    "report",
]
