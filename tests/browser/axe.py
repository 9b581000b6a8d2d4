"""axe-core in a page that is open already. It comes with a package from PyPI, so that no npm package is needed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Literal

import axe_playwright_python
from playwright.sync_api import Page

# `make audit`: every element by every rule in every look.
THOROUGH = bool(os.environ.get("AUDIT"))

SCHEMES = {"light": "default", "dark": "slate"}  # their names in the theme

SIGHT = ("color-contrast", "link-in-text-block")  # all that other colours can change

# What rules of sight say of words rests on the elements that they stand in: their names, what the browser shows of
# them, and whether they hold words. Where all of that is alike, words are judged once in a run: a look is known once
# axe has passed it (not where it was hidden, or axe was not sure), and three of a look on a page are enough. Words in
# a picture are always judged: behind them are shapes that they do not stand in.
_UNLIKE = """([within, rules, known]) => {
    const shown = ["color", "backgroundColor", "backgroundImage", "opacity", "filter", "mixBlendMode", "textShadow",
        "fontSize", "fontWeight", "textDecorationLine", "borderBottom", "display", "position", "transform", "overflow"];
    const hash = (text) => {
        let [a, b] = [0x811c9dc5, 0x1b873593];
        for (let at = 0; at < text.length; at++) {
            a = Math.imul(a ^ text.charCodeAt(at), 0x01000193);
            b = Math.imul(b ^ text.charCodeAt(at), 0x85ebca6b);
        }
        return `${a >>> 0}.${b >>> 0}`;
    };
    const holdsWords = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const looks = new Map([[null, rules.join()]]);
    const look = (element) => {
        if (!looks.has(element)) {
            const style = getComputedStyle(element);
            const off = element.matches(":disabled, [aria-disabled=true]") || element.control?.disabled;
            looks.set(element, hash([look(element.parentElement), element.tagName, element.getAttribute("class"), off,
                holdsWords(element), ...shown.map((property) => style[property])].join()));
        }
        return looks.get(element);
    };
    const times = new Map(known.map((one) => [one, ENOUGH]));
    return [...document.querySelector(within).querySelectorAll("*")]
        .filter((one) => holdsWords(one) || one.matches("input, select, textarea"))
        .filter((one) => one.checkVisibility({ visibilityProperty: true }))
        .map((one) => [one, one.closest("svg") ? "" : look(one)])
        .filter(([, look]) => {
            times.set(look, (times.get(look) ?? 0) + 1);
            return !look || times.get(look) <= ENOUGH;
        });
}""".replace("ENOUGH", "3")

_RUN = f"""async ([within, rules, known]) => {{
    const found = [];
    const run = async (where, options) => {{
        const {{ violations, passes }} = await axe.run(where, {{ elementRef: true, ...options }});
        for (const {{ id, nodes }} of violations)
            found.push(...nodes.map(({{ html, failureSummary }}) => `${{id}}: ${{html}}\\n${{failureSummary}}`));
        return new Set(passes.flatMap(({{ nodes }}) => nodes.map(({{ element }}) => element)));
    }};
    const only = (values) => ({{ runOnly: {{ type: "rule", values }} }});
    const allBut = (values) => ({{ rules: Object.fromEntries(values.map((rule) => [rule, {{ enabled: false }}])) }});
    const atLeast = {{ resultTypes: ["violations"] }};
    if (!known) {{
        await run(within, {{ ...atLeast, ...(rules.length ? only(rules) : {{}}) }});
        return [found, []];
    }}
    const ofSight = {list(SIGHT)}.filter((rule) => !rules.length || rules.includes(rule));
    const others = rules.filter((rule) => !ofSight.includes(rule));
    if (!rules.length) await run(within, {{ ...atLeast, ...allBut(ofSight) }});
    else if (others.length) await run(within, {{ ...atLeast, ...only(others) }});
    const unlike = ({_UNLIKE})([within, ofSight, known]);
    const passed = unlike.length ? await run({{ include: unlike.map(([one]) => one) }}, only(ofSight)) : new Set();
    return [found, unlike.filter(([one, look]) => look && passed.has(one)).map(([, look]) => look)];
}}"""


def violations(page: Page, rules: Sequence[str] = (), within: str = "html", known: set[str] | None = None) -> list[str]:
    """What axe complains about, a text for each element. All rules, or those that are named.

    Words that look like others which are `known` to pass are left to these; the set grows by what passes. Where none
    can be known, every element is judged.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(_source())
    found, passed = page.evaluate(_RUN, [within, list(rules), None if known is None else list(known)])
    if known is not None:
        known.update(passed)
    return list(found)


_PUT_ON = """(scheme) => {
    document.body.dataset.mdColorScheme = scheme;
    document.body.getBoundingClientRect(); // begins what fades
    for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
}"""


def put_on(page: Page, colours: Literal["light", "dark"]) -> None:
    """Other colours on a page that is open, as its switch does it: those of the device count when it is opened."""
    page.emulate_media(color_scheme=colours)
    page.evaluate(_PUT_ON, SCHEMES[colours])


def in_both_colours(page: Page, within: str, known: set[str] | None) -> list[str]:
    """What axe complains about in light colours, and about words in dark ones."""
    found = violations(page, within=within, known=known)
    put_on(page, "dark")
    found += violations(page, () if THOROUGH else SIGHT, within, known)
    put_on(page, "light")
    return found


@cache
def _source() -> str:
    (file,) = Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")
    return file.read_text(encoding="utf-8")
