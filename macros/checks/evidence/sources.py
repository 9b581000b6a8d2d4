"""Sources: each stands in the list once. (The form of a DOI, a PMID and an address is the model's to check.)"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Hashable, Iterator

from ...records import Problem, Source
from ..scope import Records


def no_source_is_there_twice(library: Records) -> Iterator[Problem]:
    """No two sources share a DOI, a PMID, a PMCID, or a title with a year."""
    for name, identity in _IDENTITIES.items():
        first: dict[Hashable, str] = {}
        for id, source in library.sources.items():
            found = identity(source)
            if found is None:
                continue
            if found in first:
                yield Problem(
                    library.place("sources", id),
                    f"'{id}' has the same {name} as '{first[found]}'",
                    fix="keep one of the two, and let claims use that one",
                )
            first.setdefault(found, id)


def _title(source: Source) -> str:
    """Letters and digits alone, so that 'Exercise & bone.' is 'exercise and bone'."""
    plain = unicodedata.normalize("NFKD", source.title).casefold().replace("&", " and ")
    return " ".join(re.findall(r"[a-z0-9]+", plain))


def _title_of_a_year(source: Source) -> Hashable:
    # Bodies have pages of one title ("Septic arthritis"), none of them dated alike.
    return (_title(source), source.year or (source.author[0].literal or source.author[0].family))


_IDENTITIES: dict[str, Callable[[Source], Hashable]] = {
    "DOI": lambda source: source.DOI.casefold() if source.DOI else None,
    "PMID": lambda source: source.PMID,
    "PMCID": lambda source: source.PMCID,
    "title and year": _title_of_a_year,
}
