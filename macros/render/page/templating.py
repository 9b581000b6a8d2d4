"""The one way from records to markup: Jinja templates with autoescape on and undefined names an error."""

from __future__ import annotations

import json
from functools import cache

from jinja2 import Environment, PackageLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup

from ...export.json_data import Json
from .cached import compiled_templates
from .ringing import ringing

_ROOMS = ("page", "drawing", "evidence", "voices", "decisions", "doing", "about")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PrefixLoader({room: PackageLoader(f"macros.render.{room}") for room in _ROOMS}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled_templates(),
        auto_reload=False,  # a saved template is read by a new process, or by a new import of this module (hooks.py)
    )


def rendered(template: str, /, **values: object) -> str:
    """The template (its room and its file there, such as 'evidence/cite.html') filled with values, without blank lines.

    Markdown would end a block of markup at a blank line, so none is left.
    """
    markup = ringing(_environment().get_template(template).render(**values))
    return "\n".join(line.strip() for line in markup.splitlines() if line.strip())


def inline(template: str, /, **values: object) -> str:
    """As `rendered`, on one line, for markup inside a sentence."""
    return "".join(rendered(template, **values).splitlines())


def script_data(data: Json) -> Markup:
    """Data for a script element, as JSON with every sign escaped that could end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)
