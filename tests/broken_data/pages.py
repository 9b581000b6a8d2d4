"""Slips in pages, the menu and short records, and those that any file can have."""

from __future__ import annotations

from .breaking import Breaking

SLIPS = (
    Breaking("a tab", "data/glossary.yml", r"^    term:", "\tterm:", "a tab is used to indent", "replace each tab"),
    Breaking("a duplicate key", "data/hazards.yml", r"^(    title: .*)$", r"\1\n    title: Again", "there twice"),
    Breaking("two records of one id", "data/glossary.yml", r"id: osteopenia", "id: osteoporosis", "is used twice"),
    Breaking(
        "a risk too high",
        "data/hazards.yml",
        r"after: \{[^}]*\}",
        "after: {severity: 5, likelihood: 5}",
        "the remaining risk is 5",
    ),
    Breaking("a heading without if", "data/care_cards.yml", r" if:", ":", "ends in ' if:'"),
    Breaking(
        "a stale exception",
        "data/pitfall_exceptions.yml",
        r'words: "[^"]*"',
        "words: Nobody says this",
        "nothing needs the exception",
        "delete it",
    ),
    Breaking(
        "a day on a page that shows such a claim",
        "docs/do/build-up-without-big-jumps.md",
        r"After a longer one, drop back",
        "After 14 days or more, drop back",
        "'14 days or more' stands in restart-after-break, as `numbers_in` of restart-after-break says",
        "the card of the claim shows the rows",
    ),
    Breaking(
        "an unknown macro",
        "docs/index.md",
        r"\{\{ claim\(",
        "{{ clam(",
        "there is no macro 'clam'",
        "did you mean 'claim'?",
    ),
    Breaking(
        "an unknown id on a page", "docs/index.md", r'\{\{ claim\("([a-z0-9-]+)"\)', r'{{ claim("\1x")', "there is no"
    ),
    Breaking("a broken macro call", "docs/index.md", r'\{\{ claim\("', "{{ claim(", "macro call is not well formed"),
    Breaking("a broken link", "docs/index.md", r"\]\(start/[a-z-]+\.md", "](start/nowhere.md", "the link leads to"),
    Breaking("broken front matter", "docs/index.md", r"^title: .*$", "title: A: b: c", "YAML syntax"),
    Breaking("no front matter", "docs/index.md", r"\A---\n", "", "the front matter is missing or not closed"),
    Breaking(
        "a pitfall",
        "docs/index.md",
        r"\n\Z",
        "\n\nStretching prevents injuries.\n",
        "may say what the evidence does not: stretching prevents injury",
        "say that it has not been shown",
    ),
    Breaking("a frightening word", "docs/index.md", r"\n\Z", "\n\nIt is bone on bone.\n", "the guide does not say"),
    Breaking(
        "an extra argument",
        "docs/index.md",
        r'\{\{ claim\(("[^"]*")\)',
        r'{{ claim(\1, "x")',
        "claim() gets 2 arguments",
    ),
    Breaking(
        "a drawing that is not there",
        "docs/index.md",
        r"\n\Z",
        '\n\n{{ drawing("kne") }}\n',
        "no 'kne' to draw",
        "knee",
    ),
    Breaking(
        "an anchor that is not there",
        "docs/index.md",
        r"\n\Z",
        "\n\n[Words](start/when-to-get-help.md#where-these-signs-come-frmo)\n",
        "start/when-to-get-help.md has no place called #where-these-signs-come-frmo",
        "did you mean 'where-these-signs-come-from'?",
    ),
    Breaking(
        "a picture that is not there",
        "docs/index.md",
        r"\n\Z",
        "\n\n![A knee](knee.png)\n",
        "the link leads to knee.png",
    ),
    Breaking(
        "a script", "docs/index.md", r"\n\Z", "\n\n<script>alert(1)</script>\n", "HTML stands on a page: <script>"
    ),
    Breaking(
        "a promise on a page", "docs/index.md", r"\n\Z", "\n\nYou are safe to run.\n", "does not say 'You are safe'"
    ),
    Breaking(
        "a sentence that runs away",
        "docs/index.md",
        r"\n\Z",
        f"\n\nWe {'run and ' * 15}rest.\n",
        "a sentence of 32 words",
        "make two sentences of it",
    ),
    Breaking(
        "a box without a body", "docs/index.md", r"\n\Z", '\n\n!!! do "Do"\n\nWalk.\n', "nothing stands in this box"
    ),
    Breaking("more than all", "docs/index.md", r"\n\Z", "\n\nIt was 350 of 100 people.\n", "'350 of 100' is no part"),
    Breaking(
        "a page in no menu",
        "mkdocs.yml",
        r"^      - bones/bone-scans.md\n",
        "",
        "no menu leads to this page",
        "add `- bones",
    ),
    Breaking(
        "an entry without a page",
        "mkdocs.yml",
        r"bones/bone-scans\.md",
        "bones/bone-scan.md",
        "the menu names 'bones/bone-scan.md', which is not there",
        "did you mean 'bones/bone-scans.md'?",
    ),
)
