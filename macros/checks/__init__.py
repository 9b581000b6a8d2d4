"""What must hold, by scope: file and record (the models), page, whole library.

Each check is a pure function of the library with a sentence for a name; it yields problems.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..records import Problem
from . import cross_references, pages, wording
from .cross_references import references
from .scope import Records

Check = Callable[[Records], Iterable[Problem]]

ALL: tuple[Check, ...] = (
    cross_references.every_source_is_used,
    cross_references.every_hazard_is_controlled_somewhere,
    wording.a_finding_uses_the_verb_of_its_grade,
    wording.a_tool_never_promises,
    wording.words_keep_the_tone,
    wording.a_do_not_begins_with_do_not,
    pages.every_page_can_be_read,
    pages.every_macro_call_names_what_exists,
    pages.every_link_leads_to_a_page,
    pages.titles_and_descriptions_are_unique,
    pages.pages_keep_the_tone,
    pages.every_do_not_bullet_says_so,
    pages.an_explain_page_states_its_evidence,
)

__all__ = ["ALL", "Check", "Records", "references"]
