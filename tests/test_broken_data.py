"""Whatever a contributor breaks, the check says where, what and how to mend it, all at once, and exits with 1."""

from __future__ import annotations

import filecmp
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.__main__ import main
from tools.build import BuildFailed, build_site


@dataclass(frozen=True)
class Breaking:
    """One slip: in a file, the first match of `pattern` becomes `by`; then `says` stands in the message."""

    name: str
    file: str
    pattern: str
    by: str
    says: str
    fix: str = ""


SLIPS = (
    Breaking("a tab", "data/glossary.yml", r"^    term:", "\tterm:", "a tab is used to indent", "replace each tab"),
    Breaking("a duplicate key", "data/hazards.yml", r"^(    title: .*)$", r"\1\n    title: Again", "there twice"),
    Breaking("a missing field", "data/claims/joints.yml", r"^    because: .*\n", "", "the field 'because' is missing"),
    Breaking(
        "a misspelt field",
        "data/claims/bones.yml",
        r"^    certainty:",
        "    certainity:",
        "'certainity' is not a field",
        "did you mean 'certainty'?",
    ),
    Breaking(
        "a wrong word",
        "data/claims/bones.yml",
        r"certainty: low\b",
        "certainty: lov",
        "'lov' is not a value",
        "did you mean 'low'?",
    ),
    Breaking("a wrong date", "data/claims/bones.yml", r"reviewed: 2026-11-22", "reviewed: 22.11.2026", "is not a date"),
    Breaking(
        "an unknown source",
        "data/claims/joints.yml",
        r"sources: \[driban2017, alentorngeli2017",
        "sources: [driban2017, alentorngeli2071",
        "there is no source 'alentorngeli2071'",
        "did you mean 'alentorngeli2017'?",
    ),
    Breaking(
        "an unknown fact",
        "data/decisions/route-finder.yml",
        r"- fact: falls",
        "- fact: fals",
        "there is no fact 'fals'",
        "did you mean 'falls'?",
    ),
    Breaking(
        "words beside a fact",
        "data/decisions/route-finder.yml",
        r"- fact: falls",
        "- fact: falls\n    why: Because.",
        "a fact has words and answers of its own: why cannot stand here",
        "delete it, or change the fact",
    ),
    Breaking(
        "signs that keep",
        "data/facts/emergency.yml",
        r"keeps: visit",
        "keeps: 30 days",
        "signs are asked afresh at each visit",
        "write `keeps: visit`",
    ),
    Breaking(
        "a stand-in that a fact has not",
        "data/facts/bones.yml",
        r"not-sure: \{label: Not sure, as: yes\}",
        "not-sure: {label: Not sure, as: yess}",
        "'yess' is not another option of this question",
        "did you mean 'yes'?",
    ),
    Breaking(
        "an unknown claim",
        "data/decisions/route-finder.yml",
        r"claims: \[falls-balance-exercise\]",
        "claims: [fall-balance-exercise]",
        "there is no claim",
        "did you mean 'falls-balance-exercise'?",
    ),
    Breaking(
        "an unknown page",
        "data/decisions/route-finder.yml",
        r"pages: \[start/when-to-get-help.md\]",
        "pages: [start/when-to-get-hlp.md]",
        "there is no page below docs/",
    ),
    Breaking("a bad DOI", "data/sources/joints.yml", r"DOI: 10\.", "DOI: doi:10.", "is not a valid 'DOI'"),
    Breaking(
        "a verb too sure",
        "data/claims/joints.yml",
        r"(certainty): low",
        r"\1: high",
        "does not sound as sure as its certainty",
    ),
    Breaking(
        "a figure that is in no claim",
        "data/charts/injury-rate.yml",
        r"recreational/novice\b",
        "recreational/novise",
        "there is no figure 'injury-rate-novice-recreational/novise'",
        "did you mean 'injury-rate-novice-recreational/novice'?",
    ),
    Breaking(
        "a number of a chart's own",
        "data/charts/injury-rate.yml",
        r"^description: .*$",
        "description: A line goes up to 47.",
        "the number 47 is in no claim that this chart draws from",
        "add it to the claim with its source",
    ),
    Breaking(
        "a chart too sure",
        "data/charts/long-run-jump.yml",
        r"^finding: .*$",
        "finding: A longer run brings more injuries.",
        "the finding does not sound as sure as its least sure claim (low)",
    ),
    Breaking(
        "a source that nobody vouches for",
        "data/sources/joints.yml",
        r"      origin: dossier\n",
        "",
        "the field 'origin' is missing",
    ),
    Breaking("two records of one id", "data/glossary.yml", r"id: osteopenia", "id: osteoporosis", "is used twice"),
    Breaking("a hole", "data/decisions/long-run-check.yml", r"\(110\.\.130\]", "(115..130]", "no rule for:"),
    Breaking("an overlap", "data/decisions/long-run-check.yml", r"\(110\.\.130\]", "(105..130]", "both hold for:"),
    Breaking(
        "a masked rule",
        "data/decisions/sore-today.yml",
        r"when: \{warning-signs: yes\}",
        "when: {}",
        "can never be reached",
    ),
    Breaking(
        "a broken guarantee",
        "data/decisions/route-finder.yml",
        r"then: walking-level\n    because",
        "then: start-walk-run\n    because",
        "the guarantee 'spine-fracture-never-jogs'",
    ),
    Breaking(
        "a wrong example",
        "data/decisions/sore-today.yml",
        r"during: 7\}, then: stop",
        "during: 7}, then: carry-on",
        "the example gives stop, not carry-on",
    ),
    Breaking(
        "a wrong answer",
        "data/decisions/sore-today.yml",
        r"when: \{morning: worse\}",
        "when: {morning: worst}",
        "'worst' is not an answer",
        "did you mean 'worse'?",
    ),
    Breaking(
        "a wrong outcome",
        "data/decisions/sore-today.yml",
        r"then: carry-on\n    because",
        "then: carry-om\n    because",
        "there is no outcome 'carry-om'",
        "did you mean 'carry-on'?",
    ),
    Breaking(
        "changed rules, old version",
        "data/decisions/long-run-check.yml",
        r"unit: km",
        "unit: miles",
        "the rules are not those of version ",
    ),
    Breaking(
        "a result after a session that says nothing to the planner",
        "data/decisions/plan-next-session.yml",
        r"    plan: back-1\n",
        "",
        "this result does not say what it does to the weeks of the planner",
        "add `plan: …`",
    ),
    Breaking(
        "a red day that goes on",
        "data/decisions/plan-next-session.yml",
        r"plan: back-2-after-rest",
        "plan: next",
        "`next` leads further up the ladder than `back-1` of the less careful `go-back`",
        "the order of the results",
    ),
    Breaking(
        "a move that the planner does not know",
        "data/decisions/plan-next-session.yml",
        r"plan: back-1\b",
        "plan: back-3",
        "'back-3' is not a value of 'plan'",
        "did you mean 'back-",
    ),
    Breaking(
        "a break that leads elsewhere without a version",
        "data/decisions/restart-after-break.yml",
        r"plan: back-1",
        "plan: same-after-rest",
        "the rules are not those of version ",
    ),
    Breaking(
        "a break that leads further up than a shorter one",
        "data/decisions/restart-after-break.yml",
        r"plan: first",
        "plan: next",
        "`next` leads further up the ladder than ",
        "the order of the results",
    ),
    Breaking(
        "another day in a row than in its reason",
        "data/decisions/restart-after-break.yml",
        r'days-off: ">= 14"',
        'days-off: ">= 21"',
        "the example gives go-on-easily, not one-step-back",
        "correct the example",
    ),
    Breaking(
        "a day in a claim that leaves it to the table",
        "data/claims/training.yml",
        r"After the longest ones you begin again",
        "After two weeks or more you begin again",
        "'two weeks or more' stands in restart-after-break, as `numbers_in` of restart-after-break says",
        "the card of the claim shows the rows",
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
        "a claim that leaves its numbers to a table without one",
        "data/claims/training.yml",
        r"numbers_in: restart-after-break",
        "numbers_in: plan-large-step",
        "no row of plan-large-step with a number rests on this claim",
        "name the decision whose rows do",
    ),
    Breaking(
        "an answer that does not say what a session counts as",
        "data/decisions/plan-next-session.yml",
        r", noted: \{leaves: amber\}",
        "",
        "this answer does not say what a session counts as, and others of its question do",
        "add `noted: ",
    ),
    Breaking(
        "an answer that leaves what the next session is not asked",
        "data/decisions/plan-next-session.yml",
        r"leaves: amber",
        "leaves: orange",
        "'orange' is no answer to 'before'",
        "write one of: fine, amber, red",
    ),
    Breaking(
        "a ladder with more days at least than at most",
        "data/plans/couch-to-5k.yml",
        r"fewest: 2, most: 4",
        "fewest: 5, most: 4",
        "`fewest` is more than `most`",
        "exchange the two",
    ),
    Breaking(
        "a ladder that begins with an answer that nobody is asked for",
        "data/plans/walk-and-strength.yml",
        r"begins_with: walking",
        "begins_with: walkin",
        "'walkin' is no question about minutes in plan-ladder",
        "did you mean 'walking'?",
    ),
    Breaking(
        "a promise",
        "data/decisions/sore-today.yml",
        r"^    means: .*$",
        "    means: You are safe to run.",
        "a tool does not say 'You are safe'",
    ),
    Breaking(
        "a circle of decisions",
        "data/decisions/route-finder.yml",
        r"^inputs:\n",
        "inputs:\n  - {id: extras, decision: route-extras}\n",
        "in a circle",
    ),
    Breaking(
        "a division by nothing",
        "data/decisions/long-run-check.yml",
        r"max\(longest, 1\)",
        "longest",
        "divides by a value that can be 0",
    ),
    Breaking(
        "a range that does not hold its value",
        "data/decisions/long-run-check.yml",
        r"\[1\.\.100000\]",
        "[1..1000]",
        "the value can be 1 to 100000",
    ),
    Breaking(
        "a risk too high",
        "data/hazards.yml",
        r"after: \{[^}]*\}",
        "after: {severity: 5, likelihood: 5}",
        "the remaining risk is 5",
    ),
    Breaking("a heading without if", "data/care_cards.yml", r" if:", ":", "ends in ' if:'"),
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
    Breaking(
        "a stale exception",
        "data/pitfall_exceptions.yml",
        r'words: "[^"]*"',
        "words: Nobody says this",
        "nothing needs the exception",
        "delete it",
    ),
    Breaking(
        "a position that was not all read",
        "data/guidance/stretching.yml",
        r"status: partly-seen",
        "status: seen",
        "a position that was partly seen",
        "set `status: seen` and delete `not_seen`",
    ),
    Breaking(
        "a verdict on evidence that does not answer it",
        "data/articles/running-joints.yml",
        r"claims: \[shoe-softness\]",
        "claims: [shoe-rotation]",
        "B09 rests on shoe-rotation, which does not name it",
        "add B09 to `answers` of shoe-rotation",
    ),
    Breaking(
        "a copy of a text as a link",
        "data/sources/training.yml",
        r"^    URL: https://www.nhs.uk/better-health.*$",
        "    URL: https://studylib.net/doc/1",
        "no link leads to studylib.net: They keep copies",
        "give the DOI",
    ),
    Breaking(
        "a companion that is not there",
        "data/sources/training.yml",
        r"source: malisoux2016, because",
        "source: malisoux2061, because",
        "there is no source 'malisoux2061'",
        "did you mean 'malisoux2016'?",
    ),
    Breaking(
        "a ceiling that is no certainty",
        "data/sources/joints.yml",
        r"ceiling: very-low",
        "ceiling: very low",
        "'very low' is not a value of 'ceiling'",
        "did you mean 'very-low'?",
    ),
    Breaking(
        "figures from a source that forbids them",
        "data/sources/training.yml",
        r"(- id: frandsen2025\n(?:.*\n)+?      topics: .*\n)",
        r"\1      no_figures: Nobody saw them.\n",
        "no figure may come from frandsen2025: Nobody saw them.",
        "delete the figure",
    ),
    Breaking(
        "a source that was refused",
        "data/excluded_sources.yml",
        r"id: mosti2013",
        "id: frandsen2025",
        "the source frandsen2025 is excluded: It is about 16 people",
        "delete it",
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
        "\n\n[Words](start/when-to-get-help.md#get-help-nwo)\n",
        "start/when-to-get-help.md has no place called #get-help-nwo",
        "did you mean 'get-help-now'?",
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
        "seven signs on a screen",
        "data/facts/emergency.yml",
        r"^(      Joints and injuries:)\n",
        r"\1\n        - hot-joint\n        - knee-locks\n        - swollen-calf\n        - heel-snap\n",
        "a screen holds at most 6 signs, and this one has 7",
        "group them by place in the body",
    ),
    Breaking(
        "help on a screen that is not there",
        "data/facts/emergency.yml",
        r"help_on: Hip,",
        "help_on: Hips,",
        "`help_on` names a screen of `signs`",
    ),
    Breaking(
        "an answer that says a sign nobody can tick",
        "data/decisions/plan-next-session.yml",
        r"          - bone-pain-at-rest\n",
        "          - bone-pain-at-rest\n          - slow-wounds\n",
        "the answer 'bone' says 'slow-wounds', which readers cannot tick",
    ),
    Breaking(
        "signs whose first answer says that one is there",
        "data/decisions/sore-today.yml",
        r'      no: "No"\n      yes: "Yes"\n',
        '      yes: "Yes"\n      no: "No"\n',
        "the first answer of a question with signs says that none of them is there",
    ),
    Breaking(
        "a capital after if",
        "data/signs/joints.yml",
        r"says: a ",
        "says: A ",
        "begins with a capital",
    ),
    Breaking(
        "a conflict",
        "data/claims/bones.yml",
        r"^(    because: .*)$",
        r"<<<<<<< HEAD\n\1\n=======\n\1\n>>>>>>> topic",
        "git left a conflict here",
        "keep the lines that are right",
    ),
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
    Breaking(
        "no schema", "data/claims/bones.yml", r"\A.*\n", "", "the first line does not name the schema", "begin the file"
    ),
)


@pytest.fixture(scope="module")
def one_copy(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what contributors edit."""
    copy = tmp_path_factory.mktemp("copy")
    for folder in ("data", "docs"):
        shutil.copytree(root / folder, copy / folder)
    shutil.copy(root / "mkdocs.yml", copy)
    return copy


@pytest.fixture
def copy(root: Path, one_copy: Path) -> Iterator[Path]:
    """The copy, as whole afterwards as before."""
    yield one_copy
    for path in filter(Path.is_file, one_copy.rglob("*")):
        original = root / path.relative_to(one_copy)
        if not original.exists():
            path.unlink()
        elif not filecmp.cmp(path, original):
            shutil.copy2(original, path)


def broken(folder: Path, slip: Breaking) -> None:
    path = folder / slip.file
    text, found = re.subn(slip.pattern, slip.by, path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    assert found == 1, f"{slip.name}: the pattern is not in {slip.file} any more"
    path.write_text(text, encoding="utf-8")


Check = Callable[[Path], str]


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Check:
    """Runs `python -m macros check` on a folder that must not pass; gives what it printed."""

    def run(folder: Path) -> str:
        assert main(["--root", str(folder), "check"]) == 1
        return capsys.readouterr().err

    return run


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name.replace(" ", "-"))
def test_a_slip_is_reported_with_its_line_and_its_fix(copy: Path, check: Check, slip: Breaking) -> None:
    broken(copy, slip)
    said = check(copy)
    assert "Traceback" not in said
    lines = said.splitlines()
    at = next((index for index, line in enumerate(lines) if slip.says in line), None)
    assert at is not None, said
    assert re.match(rf"{re.escape(slip.file)}:\d+:\d+: ", lines[at]) or "data/" in lines[at] or "docs/" in lines[at], (
        said
    )
    assert slip.fix in "\n".join(lines[at : at + 3]), said
    assert any(line.startswith(("    fix: ", "    allowed: ")) for line in lines[at : at + 3]), said


def test_the_days_of_a_break_are_moved_in_one_file(copy: Path, check: Check) -> None:
    """The row, the words and the example that name them, and the version: no claim, page or script names them again."""
    table = copy / "data" / "decisions" / "restart-after-break.yml"
    text = table.read_text(encoding="utf-8")
    for old, new in (
        ('days-off: ">= 14"', 'days-off: ">= 21"'),
        ("14: [two weeks]", "21: [three weeks]"),
        ("Two weeks or more", "Three weeks or more"),
        ("given: {days-off: 14}", "given: {days-off: 21}"),
    ):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    table.write_text(text, encoding="utf-8")
    said = check(copy)
    assert said.endswith("1 problem found. Nothing was written.\n"), said
    [print_] = re.findall(r"their fingerprint is (\w{8})", said)
    table.write_text(re.sub(r'(fingerprint: ")\w{8}("\}\n)\Z', rf"\g<1>{print_}\2", text), encoding="utf-8")
    assert main(["--root", str(copy), "check"]) == 0


def test_every_slip_is_reported_in_one_run(copy: Path, check: Check) -> None:
    several = [
        slip for slip in SLIPS if slip.name in ("a missing field", "a wrong word", "a bad DOI", "an unknown page")
    ]
    for slip in several:
        broken(copy, slip)
    said = check(copy)
    assert all(slip.says in said for slip in several), said
    assert re.search(r"\d+ problems found\. Nothing was written\.", said)


def test_a_file_that_nothing_reads_is_pointed_out(copy: Path, check: Check) -> None:
    (copy / "data" / "claims" / "notes.yaml").write_text("claims: []\n", encoding="utf-8")
    assert "data/claims/notes.yaml:1:1: nothing reads this file" in check(copy)


def test_text_that_is_not_utf8_is_refused(copy: Path, check: Check) -> None:
    (copy / "data" / "glossary.yml").write_bytes(b"terms:\n  - id: caf\xe9\n")
    assert "data/glossary.yml:2:12: this file is not UTF-8 text" in check(copy)


def test_a_broken_row_stops_the_build_and_leaves_no_site(root: Path, tmp_path: Path) -> None:
    project, site = tmp_path / "project", tmp_path / "site"
    shutil.copytree(
        root, project, ignore=shutil.ignore_patterns(".venv", ".git", "node_modules", "site", "dist", ".*_cache")
    )
    broken(project, next(slip for slip in SLIPS if slip.name == "a hole"))
    with pytest.raises(BuildFailed) as failure:
        build_site(site, root=project)
    said = str(failure.value)
    assert re.search(r"data/decisions/long-run-check\.yml:\d+:\d+: no rule for:", said)
    assert "Traceback" not in said
    assert not list(site.rglob("*.html")) if site.exists() else True
