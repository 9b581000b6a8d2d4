"""Checks a proof: `python check_proof.py RULES CERTIFICATE`. README beside it says what that shows, and what not."""
import hashlib, json, math, operator, pathlib, sys
WORK = {"+": operator.add, "-": operator.sub, "*": operator.mul, "//": operator.floordiv, "min": min, "max": max}
ONE, ADDED = ("first", "priority", "unique", "any"), {"sum": sum, "min": min, "max": max, "count": len}
def written(data): return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
def need(holds, said):
    if not holds: raise ValueError(said)
def bounds(tree, box):  # the least and the most that arithmetic comes to in a box of answers
    if not isinstance(tree, list): return box[tree] if isinstance(tree, str) else (tree, tree)
    (a, b), (c, d) = bounds(tree[1], box), bounds(tree[2], box)
    need(tree[0] != "//" or c > 0 or d < 0, "a division by what can be 0")
    ends = [WORK[tree[0]](x, y) for x in (a, b) for y in (c, d)]
    return min(ends), max(ends)
def cell(have, want):  # whether some of the answers that are left are wanted, and whether all are
    if isinstance(have, list): return any(one in want or one is None for one in have), all(one in want for one in have)
    return any(a <= have[1] and have[0] <= b for a, b in want), any(a <= have[0] and have[1] <= b for a, b in want)
def place(table, then, sign=1):  # a result by its place in each list of values, or as its number
    return [o["values"].index(v) if v in o.get("values", ()) else sign * v for o, v in zip(table["outputs"], then)]
def given(table, tables, box):  # the rules that can count in a box (place, whether all over it, result), all results
    for name, id in table["needs"].items():
        box = box | {name: [then[0] for then in given(tables[id], tables, box)[1]] or [None]}
    met, named = [], table["aggregation"] if table["policy"] == "collect" else table["policy"]
    for number, rule in enumerate(table["rules"]):
        cells = [cell(box[id], want) for id, want in rule["when"].items()]
        if all(some for some, _ in cells): met.append((number, all(each for _, each in cells), rule["then"]))
    if named in ("priority", "output order"): met.sort(key=lambda one: place(table, one[2], -1))
    sure, thens = [one[1] for one in met], [one[2] for one in met]
    stops = named in ("first", "priority") or named == "any" and all(then == thens[0] for then in thens)
    if stops and True in sure: met, thens = met[: sure.index(True) + 1], thens[: sure.index(True) + 1]
    if named in ADDED: return met, [[ADDED[named](then[0] for then in thens) if thens and named != "count" else len(met)]]\
        if all(sure) and (met or named == "count") else []
    return met, thens + ([table["default"]] if table["default"] and (True not in sure if named in ONE else not met) else [])
def back(table, promise, first, second):  # whether a later answer, all else the same, can have a less careful result
    order, along, worst = promise["order"], promise["along"], promise["outcomes"]
    (one, had), (two, has) = first, second
    if not all(cell(one[id], two[id] if isinstance(two[id], list) else [two[id]])[0] for id in one if id != along): return
    a, b = ([order.index(it) for it in box[along] if it in order] if order else box[along] for box in (one, two))
    def care(then): return worst.index(then[0]) if worst else [-it for it in place(table, then, -1)]
    new = [care(then) for then in has if then not in had]
    lost = any(then not in has and not any(it >= care(then) for it in new) for then in had)
    return a and b and min(a) < max(b) and lost
def check(rules, certificate):
    files = [json.loads(text, parse_float=str) for text in (rules, certificate)]
    need([written(data) for data in files] == [rules, certificate], "a file is not written in the one way, each key once")
    (rules, proof), words, leaves = files, files[0].pop("words", None), []
    for what, data in (("rules", rules), ("words", words)):
        same = data is None or hashlib.sha256(written(data).encode()).hexdigest() == proof[what]
        need(same, f"these are not the {what} that were proved")
    tables, axes, main = {one["id"]: one for one in rules["tables"]}, rules["questions"] + rules["values"], rules["tables"][-1]
    whole = {one["id"]: one.get("answers") or (one["from"], one["to"]) for one in axes}
    need(written([proof["proof"], rules["proof"]]) == "[1,1]" and len(whole) == len(axes), "this is another format")
    need(all(cell(bounds(one["is"], whole), [whole[one["id"]]])[1] for one in rules["values"]), "a value leaves its range")
    todo = [(proof["tree"], whole)]
    for node, box in todo:
        if node is None:
            need(not all(cell(bounds(v["is"], box), [box[v["id"]]])[0] for v in rules["values"]), f"no leaf for {box}")
        elif len(node) == 2:
            met, thens = given(main, tables, box)
            found = [[one[0] for one in met], [place(main, then) for then in thens]]
            sure = all(one[1] for one in met) and (len(thens) == 1 or main["policy"] not in ONE)
            need(sure and written(found) == written(node), f"for {box} the rules give {found}, and the leaf says {node}")
            leaves.append((box, thens))
        else:
            (number, at, *sides), have = node, box[axes[node[0]]["id"]]
            by, low = axes[number].get("by", 1), 0 if isinstance(have, list) else have[0]
            need(number >= 0 and low < at <= (len(have) - 1 if isinstance(have, list) else have[1]) and (at - low) % by == 0, f"a cut at {at}")
            halves = (have[:at], have[at:]) if isinstance(have, list) else ((low, at - by), (at, have[1]))
            todo += [(side, box | {axes[number]["id"]: half}) for side, half in zip(sides, halves, strict=True)]
    for promise in rules["promises"]:
        inside = [({id: [a for a in have if a in promise["when"].get(id, have)] if isinstance(have, list) else have
            for id, have in box.items()}, thens) for box, thens in leaves
            if all(cell(box[id], want)[0] for id, want in promise["when"].items())]
        said = [{then[0] for then in thens} for _, thens in inside]
        if "never" in promise: kept = not any(one & set(promise["never"]) for one in said)
        elif "always" in promise: kept = all(one & set(promise["always"]) for one in said)
        else: kept = not any(back(main, promise, one, other) for one in inside for other in inside)
        need(inside and kept, f"the promise {promise['id']} does not hold")
    count = math.prod(len(one["answers"]) + len(one["as"]) if "answers" in one else (one["to"] - one["from"]) // one["by"] + 1
        for one in rules["questions"])
    need(count == proof["combinations"], f"{count:,} combinations of answers, not {proof['combinations']:,}")
    return f"{rules['id']}, version {rules['version']}: holds for all {count:,} combinations of answers, in {len(leaves)} parts, " \
        f"with {len(rules['promises'])} promises; " + ("the words are those that were proved" if words else "no words given")
if __name__ == "__main__":
    try: print(check(*(pathlib.Path(name).read_bytes().decode() for name in sys.argv[1:3])))
    except Exception as wrong: sys.exit(f"DOES NOT HOLD: {type(wrong).__name__}: {wrong}")
