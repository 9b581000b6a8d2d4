"""Files that mean harm, or that an accident made: DMN, CSV and YAML, generated from three small good ones.

`python -m tests.decisions.hostile` reads each in a process with bounds on time and memory, and prints a line of JSON
for each: its name, the seconds, and what went wrong, if anything but sentences came of it.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

from macros.__main__ import main as command
from macros.decisions.compiling.compiling import compile_decisions
from macros.decisions.interchange.csv_in import from_csv
from macros.decisions.interchange.csv_out import to_csv
from macros.decisions.interchange.dmn_in import from_dmn
from macros.decisions.interchange.dmn_out import to_dmn
from macros.decisions.interchange.imported import Imported
from macros.records import Decision, Place
from macros.records.files.reading import parse_yaml, read_yaml
from macros.records.files.validating import validated
from macros.records.files.writing import yaml_text

MOST_SECONDS = 10  # of a processor, so that a busy machine is no reason
MOST_BYTES = 1 << 30
MOST_MESSAGE = 4_000

Case = tuple[str, str, bytes]  # what it is, the ending of its file, its content

_MODEL = "https://www.omg.org/spec/DMN/20191111/MODEL/"
DMN = f"""<definitions xmlns="{_MODEL}" xmlns:guide="urn:x-running-bones-joints:record:1" id="d" name="D" namespace="n">
<itemDefinition name="tSite"><typeRef>string</typeRef><allowedValues><text>"knee", "hip"</text></allowedValues>
</itemDefinition>
<inputData id="i1" name="Pain"><extensionElements><guide:record><guide:field name="unit">of 10</guide:field>
</guide:record></extensionElements><variable name="Pain" typeRef="number"/></inputData>
<inputData id="i2" name="Site"><variable name="Site" typeRef="tSite"/></inputData>
<decision id="d1" name="First"><variable name="First" typeRef="string"/>
<informationRequirement><requiredInput href="#i1"/></informationRequirement>
<decisionTable hitPolicy="COLLECT" aggregation="MIN">
<input id="c1"><inputExpression typeRef="number"><text>Pain</text></inputExpression></input>
<input id="c2"><inputExpression typeRef="number"><text>Pain * 2</text></inputExpression></input>
<output id="o1"/>
<rule id="r1"><inputEntry><text>&gt; 5</text></inputEntry><inputEntry><text>[1..4]</text></inputEntry>
<outputEntry><text>98.83</text></outputEntry></rule></decisionTable></decision>
<decision id="d2" name="Second"><variable name="Second" typeRef="string"/>
<informationRequirement><requiredDecision href="#d1"/></informationRequirement>
<knowledgeRequirement><requiredKnowledge href="#b1"/></knowledgeRequirement>
<literalExpression><text>Model(Site)</text></literalExpression></decision>
<businessKnowledgeModel id="b1" name="Model"><encapsulatedLogic><formalParameter name="where" typeRef="tSite"/>
<decisionTable hitPolicy="FIRST"><input id="c3"><inputExpression><text>where</text></inputExpression></input>
<output id="o2"><outputValues><text>"stop", "go"</text></outputValues>
<defaultOutputEntry><text>"go"</text></defaultOutputEntry></output>
<rule id="r2"><inputEntry><text>"knee"</text></inputEntry><outputEntry><text>"stop"</text></outputEntry></rule>
</decisionTable></encapsulatedLogic></businessKnowledgeModel>
</definitions>"""
CSV = """rule,when pain,when dose,when site,then outcome,because,claims
first,[0..10],[0.0..2.5],"hip, knee, not-sure = hip","stop, go",the reason,ids of claims
r1,> 5,<= 1.5,hip,stop,A reason,one
(default),-,-,-,go,,
"""
YAML = """title: T
purpose: P
reviewed: 2026-01-01
review_due: 2026-12-31
hit_policy: first
inputs:
  - {id: pain, ask: How?, why: So, range: '[0..10]', step: 1}
  - {id: site, ask: Where?, why: So, options: {knee: Knee, hip: {label: Hip}}}
  - {id: twice, value: pain * 2, range: '[0..20]'}
rules:
  - {id: r1, when: {pain: '> 5', site: [knee]}, then: stop, because: B}
  - {id: r2, when: {twice: '[0..10]'}, then: go, because: B}
default: go
outcomes:
  stop: {urgency: note, heading: H, means: M}
  go: {urgency: note, heading: H, means: M}
guarantees:
  - {id: g, says: S, when: {pain: 10}, never: [go]}
examples:
  - {given: {pain: 6, site: knee}, then: stop}
history:
  - {version: 1, date: 2026-01-01, change: C, fingerprint: f}
"""

NASTY = {
    "4,300 digits": "9" * 4300,
    "4,300 decimals": "0." + "1" * 4300,
    "a range to 4,300 digits": f"[0..{'9' * 4300}]",
    "a range to 300 digits": f"[0..{'9' * 300}]",
    "a range to 17 digits": f"[0..{10**17}]",
    "3,000 brackets": "(" * 3000 + "1" + ")" * 3000,
    "3,000 square brackets": "[" * 3000,
    "dots": "[" + "." * 19_000,
    "spaces": "[1" + " " * 19_000 + "2",
    "3,000 nots": "not(" * 3000 + "1" + ")" * 3000,
    "a long sum": "pain + " * 5000 + "pain",
    "a long list": "1, " * 5000 + "1",
    "one long word": "a" * 19_000,
    "a string without an end": '"' * 999,
    "nested minima": "min(" * 300 + "1" + ", 1)" * 300,
    "an exponent": "1e999999999",
    "other digits": "٣٤",
    "a line of nothing": "\u0085\u2028",
    "a formula": "=1+1",
    "nothing": "",
    "null": "null",
    "a bracket": "{}",
    "half a range": "[1..",
    "turned brackets": "]5..1[",
    "minus": "-" * 999,
    "a backslash": "\\",
    "a surrogate": "\\ud800",
}


def cases(seed: int) -> Iterator[Case]:
    """Every file. `seed` draws the bytes that are changed by chance."""
    yield from _dmn(seed)
    yield from _csv(seed)
    yield from _yaml(seed)


# ── DMN ──────────────────────────────────────────────────────────────────────────────────────────────────────────

_ENCODINGS = (
    *("utf-7", "utf-16", "utf-16-le", "utf-32", "cp037", "idna", "punycode", "rot13", "base64", "zip", "undefined"),
    *("raw_unicode_escape", "shift_jis", "gb18030", "iso-2022-jp", "koi8-r", "x" * 5000, "utf-8 utf-8", "\x00"),
)


def _dmn(seed: int) -> Iterator[Case]:
    yield "the good one", ".dmn", DMN.encode()
    for place, found in enumerate(re.finditer(r'(?<=<text>)[^<]*|(?<=")[^"<>]*(?=")', DMN)):
        for name, text in NASTY.items():
            if place % 3 == len(name) % 3 or "<text>" in DMN[: found.start()][-6:]:
                yield (
                    f"{name} for {found[0][:20]!r} ({place})",
                    ".dmn",
                    (DMN[: found.start()] + _escaped(text) + DMN[found.end() :]).encode(),
                )
    for name in _ENCODINGS:
        declared = f'<?xml version="1.0" encoding="{name}"?>'
        yield f"declared as {name[:20]!r}", ".dmn", (declared + DMN).encode()
    for name in ("utf-16", "utf-32", "utf-7", "cp037", "latin-1"):
        yield f"written in {name}", ".dmn", (f'<?xml version="1.0" encoding="{name}"?>' + DMN).encode(name)
        yield f"written in {name}, which nothing says", ".dmn", DMN.encode(name)
    laughs = '<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    for name, head in {
        "a billion laughs": f"<!DOCTYPE d [{laughs}]>",
        "a quadratic blow-up": f'<!DOCTYPE d [<!ENTITY l9 "{"a" * 50_000}">]>',
        "a file": '<!DOCTYPE d [<!ENTITY l9 SYSTEM "file:///etc/hostname">]>',
        "a parameter": '<!DOCTYPE d [<!ENTITY % p SYSTEM "file:///etc/hostname"> %p;]>',
        "another DTD": '<!DOCTYPE d SYSTEM "https://example.org/d.dtd">',
    }.items():
        yield name, ".dmn", (head + DMN.replace("98.83", "&l9;" * 1000)).encode()
    decision = '<decision id="{0}" name="n{0}"><informationRequirement><requiredDecision href="#{1}"/>'
    table = (
        "</informationRequirement><decisionTable><input><inputExpression><text>n{1}</text></inputExpression></input>"
        '<output/><rule><inputEntry><text>"a"</text></inputEntry><outputEntry><text>"a"</text></outputEntry></rule>'
        "</decisionTable></decision>"
    )
    for count, last in ((900, 900), (2_000, 2_000), (30, 0)):
        chain = "".join((decision + table).format(number, (number + 1) % (last or count)) for number in range(count))
        yield f"{count} chained decisions", ".dmn", f'<definitions xmlns="{_MODEL}">{chain}</definitions>'.encode()
    yield (
        "a type of itself",
        ".dmn",
        DMN.replace("<typeRef>string</typeRef><allowedValues>", "<typeRef>tSite</typeRef><x>")
        .replace("</allowedValues>", "</x>")
        .encode(),
    )
    yield "two of each", ".dmn", DMN.replace('"i2"', '"i1"').replace('"d2"', '"d1"').replace("Site", "Pain").encode()
    yield "no ids", ".dmn", re.sub(r' id="[^"]*"', "", DMN).encode()
    yield "no names", ".dmn", re.sub(r' name="[^"]*"', "", DMN).encode()
    yield "3,000 deep", ".dmn", f'<definitions xmlns="{_MODEL}">{"<a>" * 3000}{"</a>" * 3000}</definitions>'.encode()
    yield "a million elements", ".dmn", f'<definitions xmlns="{_MODEL}">{"<a/>" * 1_000_000}</definitions>'.encode()
    yield "a cell of 9 MB", ".dmn", DMN.replace("98.83", "9" * 9_000_000).encode()
    yield "a cell of 9 MB of brackets", ".dmn", DMN.replace("[1..4]", "[" * 9_000_000).encode()
    yield "an attribute of 9 MB", ".dmn", DMN.replace('"FIRST"', f'"{"F" * 9_000_000}"').encode()
    yield "9,000 columns", ".dmn", DMN.replace("<output id", '<input id="x"/>' * 9_000 + "<output id").encode()
    yield "20 MB", ".dmn", b" " * 20_000_000
    wrong = ('type="list"/>', 'type="map"/>', 'type="integer">x<', 'type="boolean">x<', 'type="nothing">x<', ">1<")
    for field in ("unit", "options", "signs", "said", "step", "scale", "no_limits", "help", "why", "fact", "short"):
        for form in wrong:
            made = f'<guide:field name="{field}" {form}' + ("/guide:field>" if form.endswith("<") else "")
            yield (
                f"{field} as {form}",
                ".dmn",
                DMN.replace('<guide:field name="unit">of 10</guide:field>', made).encode(),
            )
    yield from _damaged(DMN.encode(), ".dmn", seed)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


# ── CSV ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _csv(seed: int) -> Iterator[Case]:
    yield "the good one", ".csv", CSV.encode()
    cells = list(re.finditer(r'"[^"]*"|[^,\n]+', CSV))
    for place, found in enumerate(cells):
        for name, text in NASTY.items():
            if place > 6 and (place + len(name)) % 2 == 0:
                quoted = '"' + text.replace('"', '""') + '"'
                yield (
                    f"{name} for {found[0][:20]!r} ({place})",
                    ".csv",
                    (CSV[: found.start()] + quoted + CSV[found.end() :]).encode(),
                )
    yield "a cell of 9 MB", ".csv", CSV.replace("A reason", "a" * 9_000_000).encode()
    yield "a cell of 1 MB", ".csv", CSV.replace("A reason", "a" * 1_000_000).encode()
    yield "100,000 rows", ".csv", (CSV + "r,1,1,hip,go,b,\n" * 100_000).encode()
    yield "60,000 wrong cells", ".csv", (CSV + "r,x,x,x,x,b,\n" * 9_000).encode()
    yield "50,000 columns", ".csv", CSV.replace("then outcome", "when a," * 50_000 + "then outcome").encode()
    yield "a quote without an end", ".csv", CSV.replace("A reason", '"A reason').encode()
    yield "noughts", ".csv", CSV.replace("A reason", "\0").encode()
    for name in ("utf-16", "utf-32", "utf-7", "cp037", "latin-1"):
        yield f"written in {name}", ".csv", CSV.replace("A reason", "é").encode(name)
    yield from _damaged(CSV.encode(), ".csv", seed)


# ── YAML ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _yaml(seed: int) -> Iterator[Case]:
    yield "the good one", ".yml", YAML.encode()
    for place, found in enumerate(re.finditer(r"(?<=: )[^,{}\[\]\n]+(?=[,}\n])|'[^']*'", YAML)):
        for name, text in NASTY.items():
            if place % 4 == len(name) % 4 or "'" in found[0]:
                quoted = json.dumps(text, ensure_ascii=False)
                yield (
                    f"{name} for {found[0][:20]!r} ({place})",
                    ".yml",
                    (YAML[: found.start()] + quoted + YAML[found.end() :]).encode(),
                )
                yield (
                    f"{name} for {found[0][:20]!r} ({place}), bare",
                    ".yml",
                    (YAML[: found.start()] + text + YAML[found.end() :]).encode("utf-8", "surrogatepass"),
                )
    laughs = "l0: &l0 [ha]\n" + "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 10))
    for name, head in {
        "an alias bomb": laughs,
        "an alias of itself": "a: &a [*a]\n",
        "a merge": "a: &a {b: c}\n<<: *a\n",
        "3,000 lists in lists": "a: " + "[" * 3000 + "]" * 3000 + "\n",
        "3,000 open lists": "a: " + "[" * 3000 + "\n",
        "3,000 open braces": "a: " + "{a: " * 3000 + "\n",
        "3,000 dashes": "a:\n  " + "- " * 3000 + "b\n",
        "3,000 questions": "? " * 3000 + "b\n",
        "dots": "a: [" + "." * 100_000 + "\n",
        "an object": "a: !!python/object/apply:os.system [echo]\n",
        "binary": "a: !!binary aGE=\n",
        "a sexagesimal": "a: 190:20:30\n",
        "not a number": "a: .nan\nb: .inf\n",
        "a list as a key": "[a, b]: c\n? {a: b}\n: d\n",
        "a long key": "a" * 100_000 + ": b\n",
        "200,000 values": "a: [" + "a, " * 200_000 + "a]\n",
        "a text of 9 MB": 'a: "' + "a" * 9_000_000 + '"\n',
        "a text of 1 MB": 'a: "' + "a" * 1_000_000 + '"\n',
        "a nought": 'a: "\\0"\n',
        "half a pair": 'a: "\\ud800"\n',
        "tabs": "\ta: b\n",
        "a second document": "a: b\n---\n",
        "directives": "%YAML 9.9\n---\n",
    }.items():
        yield name, ".yml", (head + YAML).encode()
    for name in ("utf-16", "utf-32", "utf-7", "cp037", "latin-1"):
        yield f"written in {name}", ".yml", YAML.replace("H,", "é,").encode(name)
    rules = "".join(f"  - {{id: r{number}, then: stop, because: B}}\n" for number in range(3, 500))
    yield "500 rules", ".yml", YAML.replace("default:", rules + "default:").encode()
    inputs = "".join(f"  - {{id: n{number}, ask: Q, why: W, range: '[0..99]'}}\n" for number in range(60))
    yield "60 questions of 100 answers", ".yml", YAML.replace("rules:\n", inputs + "rules:\n").encode()
    chance = Random(seed)
    for policy in ("first", "priority", "unique"):
        yield f"rules at odds, {policy}", ".yml", _drawn(policy, 60, 250, "0..1", chance)
        yield f"ranges at odds, {policy}", ".yml", _drawn(policy, 7, 300, "0..99", chance)
    yield from _damaged(YAML.encode(), ".yml", seed)


def _drawn(policy: str, questions: int, rules: int, answers: str, chance: Random) -> bytes:
    """A table by chance: each rule is about three questions, so that all of them have to be looked at together."""
    low, high = map(int, answers.split(".."))
    inputs = "".join(f"  - {{id: n{number}, ask: Q, why: W, range: '[{answers}]'}}\n" for number in range(questions))
    inputs += f"  - {{id: most, value: n0 * n1 * n2, range: '[0..{high**3}]'}}\n"
    made = ""
    for number in range(rules):
        first = {f"n{at}": chance.randint(low, high) for at in chance.sample(range(questions), 3)}
        when = ", ".join(f"{id}: '[{at}..{min(high, at + (high - low) // 2)}]'" for id, at in first.items())
        made += f"  - {{id: d{number}, when: {{{when}}}, then: {chance.choice(('stop', 'go'))}, because: B}}\n"
    head, _, rest = YAML.partition("inputs:\n")
    return (
        head.replace("first", policy) + "inputs:\n" + inputs + "rules:\n" + made + rest[rest.index("default:") :]
    ).encode()


def chained(count: int) -> dict[str, Decision]:
    """Decisions that require each other in a row; the last one requires none."""
    records = {}
    for number in range(count):
        text = (
            YAML
            if number == count - 1
            else YAML.replace("inputs:\n", f"inputs:\n  - {{id: d, decision: d{number + 1}}}\n")
        )
        records[f"d{number}"] = Decision.model_validate({"id": f"d{number}", **parse_yaml(text, "d.yml").value})
    return records


# ── Any ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _damaged(good: bytes, ending: str, seed: int) -> Iterator[Case]:
    """Cut off, doubled, and with bytes changed by chance."""
    for part in range(0, 20):
        yield f"cut at {part} of 20", ending, good[: len(good) * part // 20]
    yield "doubled", ending, good + good
    chance = Random(f"{ending} {seed}")
    for number in range(60):
        made = bytearray(good)
        for _ in range(chance.choice((1, 2, 5, 50))):
            made[chance.randrange(len(made))] = chance.randrange(256)
        yield f"damage {number} of seed {seed}", ending, bytes(made)


# ── Read within bounds ───────────────────────────────────────────────────────────────────────────────────────────


def read(ending: str, content: bytes) -> list[str]:
    """What is said of a file. Whatever can be made of it is made."""
    if ending == ".yml":
        return _read_yaml(content)
    imported: Imported = (from_dmn if ending == ".dmn" else from_csv)(content, f"file{ending}")
    for fields in imported.decisions:
        parse_yaml(yaml_text(fields), "again.yml")
        validated(Decision, parse_yaml("", "again.yml"), (), fields)
    return [str(problem) for problem in (*imported.problems, *imported.questions)]


def _read_yaml(content: bytes) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.yml"
        path.write_bytes(content)
        document = read_yaml(path, "file.yml")
    value = document.value if isinstance(document.value, Mapping) else {}
    record, problems = validated(Decision, document, (), {"id": "file", **value})
    found = [*document.problems, *problems]
    if record is not None and not found:
        return [*map(str, _compiled({"file": record}))]
    return [str(problem) for problem in found]


def _compiled(records: Mapping[str, Decision]) -> Iterator[str]:
    done, problems = compile_decisions(records, lambda *_: Place("file.yml"))
    yield from map(str, problems)
    for decision in done.values():
        to_dmn(decision, done)
        to_csv(decision)


def commanded(ending: str, content: bytes) -> list[str]:
    """The same by way of the commands `import` and `check`."""
    said, printed = io.StringIO(), io.StringIO()
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stderr(said), contextlib.redirect_stdout(printed):
        root = Path(folder)
        file = root / f"file{ending}"
        if ending == ".yml":
            file = root / "data" / "decisions" / "file.yml"
            (root / "docs").mkdir()
            file.parent.mkdir(parents=True)
        file.write_bytes(content)
        command(["--root", folder, "check"] if ending == ".yml" else ["import", str(file)])
    return said.getvalue().split("\n")


def _examined(name: str, ending: str, content: bytes, way: Any) -> dict[str, Any]:
    begin = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    wrong = ""
    try:
        said = way(ending, content)
        longest = max(map(len, said), default=0)
        if longest > MOST_MESSAGE:
            wrong = f"a message of {longest:,} letters"
        if name == "the good one" and ending == ".csv" and any(said):
            wrong = "the good one is refused"
    except BaseException as error:
        wrong = f"{type(error).__name__}: {str(error)[:200]}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return {"name": f"{ending} {name}", "seconds": round(time.process_time() - begin, 3), "wrong": wrong}


def _too_long(*_: object) -> None:
    raise TimeoutError(f"more than {MOST_SECONDS} seconds")


def main(seed: int, every: int) -> None:
    """Read every so manieth file, and every tenth of these by way of the commands as well."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    signal.signal(signal.SIGPROF, _too_long)
    for number, (name, ending, content) in enumerate(cases(seed)):
        if number % every == 0:
            _tell(_examined(name, ending, content, read))
            if number // every % 10 == 0:
                _tell(_examined(f"{name}, as a command", ending, content, commanded))
    for count in (49, 2_000) if every == 1 else (200,):
        records = chained(count)
        _tell(_examined(f"{count} in a row", ".yml", b"", lambda *_, r=records: list(_compiled(r))))


def _tell(found: Mapping[str, Any]) -> None:
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
