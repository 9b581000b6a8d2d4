"""Files that mean harm, or that an accident made: DMN, CSV and YAML, generated from three small good ones."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from random import Random

from macros.records import Decision
from macros.records.files.reading import parse_yaml

from .good import CSV, DMN, MODEL, NASTY, YAML

Case = tuple[str, str, bytes]  # what it is, the ending of its file, its content


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
        yield f"{count} chained decisions", ".dmn", f'<definitions xmlns="{MODEL}">{chain}</definitions>'.encode()
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
    yield "3,000 deep", ".dmn", f'<definitions xmlns="{MODEL}">{"<a>" * 3000}{"</a>" * 3000}</definitions>'.encode()
    yield "a million elements", ".dmn", f'<definitions xmlns="{MODEL}">{"<a/>" * 1_000_000}</definitions>'.encode()
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
