"""Scripts are modules when they are written, and classic scripts when a page loads them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.decisions.node import node
from tools.assets.bundles import script_bundles, shorter
from tools.assets.joined import BrokenScript, joined, modules, needed

WORLD = "const addEventListener = (_, use) => use();\n"
END = "console.log(JSON.stringify(said));\n"


def written(folder: Path, **scripts: str) -> Path:
    """Scripts by name; a double underscore stands for a folder."""
    for name, text in scripts.items():
        file = folder / f"{name.replace('__', '/')}.js"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def said(*scripts: str) -> list[object]:
    """What scripts of a page put into `said`, run as a browser runs classic scripts: one after the other."""
    page = "".join(f"vm.runInThisContext({json.dumps(text)});\n" for text in (WORLD, "const said = [];", *scripts, END))
    program = f'import vm from "node:vm";\n{page}'
    run = subprocess.run(
        [node(), "--input-type=module", "--eval", program], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return list(json.loads(run.stdout))


def test_each_script_runs_once_and_after_those_that_it_stands_on(tmp_path: Path) -> None:
    written(
        tmp_path,
        a=(
            'import * as B from "./b.js";\nimport { one as first, two } from "./lower/c.js";\n'
            "said.push(B.here, first(), new two().at);\n"
        ),
        b='import { one } from "./lower/c.js";\n\nexport const here = one() + 1;\nsaid.push("b");\n',
        lower__c='export function one() {\n  return 1;\n}\nexport class two {\n  at = 3;\n}\nsaid.push("c");\n',
        d="const here = 4; // a name of its own\nsaid.push(here);\n",
    )
    known = modules(tmp_path)
    names = needed(known, known)
    assert sorted(names) == ["a", "b", "d", "lower/c"]
    found = said(joined(names, known, begins="const guide = {};"))
    assert sorted(map(str, found)) == sorted(map(str, ["c", "b", 2, 1, 3, 4]))
    assert found.index("c") < found.index("b") < found.index(2)


def test_a_tool_brings_what_only_it_needs_and_finds_the_rest_on_the_page(tmp_path: Path) -> None:
    written(
        tmp_path,
        common='export const name = "common";\nsaid.push("common runs");\n',
        tools__one=(
            'import { name } from "../common.js";\nimport { more } from "./one.part.js";\nsaid.push(name + more);\n'
        ),
        tools__two='import { name } from "../common.js";\nsaid.push("two " + name);\n',
    )
    written(tmp_path / "tools", **{"one.part": 'export const more = " and more";\n'})
    bundles = script_bundles(tmp_path)
    assert set(bundles) == {"guide.js", "one.js", "two.js"}
    assert said(*(shorter(bundles[name]) for name in ("guide.js", "one.js", "two.js"))) == [
        "common runs",
        "common and more",
        "two common",
    ]


def test_scripts_are_strict_as_modules_are(tmp_path: Path) -> None:
    written(tmp_path, a="said.push((function () { return this === undefined; })());\n")
    assert said(script_bundles(tmp_path)["guide.js"]) == [True]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("export default 1;", "this cannot be joined: export default 1;"),
        ("export let a = 1;", "this cannot be joined: export let a = 1;"),
        ('export * from "./b.js";', "this cannot be joined"),
        ('import b from "./b.js";', "this cannot be joined"),
        ('import { b } from "b";', "this cannot be joined"),
        ('import { b } from "./c.js";', "there is no script ./c.js"),
    ],
)
def test_what_cannot_be_joined_is_said_with_its_place(tmp_path: Path, line: str, says: str) -> None:
    written(tmp_path, a=f"// What it is.\n{line}\n", b="export const b = 1;\n")
    with pytest.raises(BrokenScript) as broken:
        modules(tmp_path)
    assert str(broken.value).startswith(f"{tmp_path / 'a.js'}:2:1: {says}")


def test_two_scripts_of_one_name_are_refused(tmp_path: Path) -> None:
    written(tmp_path, a="export const a = 1;\n", lower__a="export const a = 2;\n")
    with pytest.raises(BrokenScript, match=r"a\.js:1:1: there is lower/a\.js too"):
        modules(tmp_path)


def test_scripts_that_stand_on_each_other_are_refused_with_the_way_round(tmp_path: Path) -> None:
    written(tmp_path, a='import { b } from "./b.js";\n', b='import * as A from "./a.js";\nexport const b = 1;\n')
    with pytest.raises(BrokenScript, match=r"in a circle: (a\.js → b\.js → a\.js|b\.js → a\.js → b\.js)"):
        script_bundles(tmp_path)


def test_a_part_that_no_tool_imports_is_refused(tmp_path: Path) -> None:
    written(tmp_path / "tools", **{"one": "said.push(1);\n", "one.part": "export const more = 1;\n"})
    with pytest.raises(BrokenScript, match=r"one\.part\.js:1:1: no tool imports this script"):
        script_bundles(tmp_path)
