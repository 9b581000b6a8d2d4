"""The three small good files that all others are made from, and what is put into them."""

from __future__ import annotations

MODEL = "https://www.omg.org/spec/DMN/20191111/MODEL/"
DMN = f"""<definitions xmlns="{MODEL}" xmlns:guide="urn:x-running-bones-joints:record:1" id="d" name="D" namespace="n">
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
