"""A decision's results and rows in words, with the claims and hazards behind each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..checks.pages import calls_on
from ..decisions.compiled import Compiled
from ..decisions.table import Row as TableRow
from ..decisions.table import Value, Values
from ..records.decision import Outcome, Rule, Urgency
from .answers import ANY, accepted, with_unit
from .claims import claim, grade
from .context import PageContext
from .sources import Link, short_link
from .templating import Markup as _  # noqa
