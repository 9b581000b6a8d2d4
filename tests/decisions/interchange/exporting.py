"""Every table as DMN, and what is read of it again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros.decisions.compiling.compiling import compile_decisions
from macros.decisions.compiling.questions import read_facts
from macros.decisions.diagram.compiled import Compiled
from macros.decisions.interchange.dmn_in import from_dmn
from macros.decisions.interchange.dmn_out import to_dmn
from macros.decisions.interchange.imported import Imported
from macros.records import Decision, Fact, Place
from macros.records.files.reading import parse_yaml
from macros.records.files.writing import yaml_text

from ..guide import guide, guide_signs
from ..making import signs_named_in
from ..sample_tables import tables

EVERY = {**guide(), **tables()}
assert EVERY


# A file as another tool writes it.
FOREIGN = """<?xml version="1.0" encoding="UTF-8"?>
<d:definitions xmlns:d="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:t="urn:tool" id="_1" name="Loan"
    namespace="urn:loan" t:width="12">
  <d:itemDefinition name="tRisk"><d:typeRef>string</d:typeRef>
    <d:allowedValues><d:text>"High risk", "Low risk"</d:text></d:allowedValues></d:itemDefinition>
  <d:inputData id="_2" name="Risk Category"><d:variable name="Risk Category" typeRef="tRisk"/></d:inputData>
  <d:inputData id="_3" name="isAffordable"><d:variable name="isAffordable" typeRef="boolean"/></d:inputData>
  <d:decision id="_4" name="Approval Status">
    <d:variable name="Approval Status" typeRef="string"/>
    <d:informationRequirement><d:requiredInput href="#_2"/></d:informationRequirement>
    <d:informationRequirement><d:requiredInput href="#_3"/></d:informationRequirement>
    <d:authorityRequirement><d:requiredAuthority href="#_9"/></d:authorityRequirement>
    <d:decisionTable hitPolicy="PRIORITY">
      <d:input><d:inputExpression><d:text>Risk Category</d:text></d:inputExpression></d:input>
      <d:input><d:inputExpression><d:text>isAffordable</d:text></d:inputExpression></d:input>
      <d:input><d:inputExpression><d:text>Age</d:text></d:inputExpression>
        <d:inputValues><d:text>[0..120]</d:text></d:inputValues></d:input>
      <d:output><d:outputValues><d:text>"Declined", "Approved"</d:text></d:outputValues></d:output>
      <d:annotation name="Notes"/><d:annotation name="Author"/>
      <d:rule id="_5"><d:inputEntry><d:text>"Low risk"</d:text></d:inputEntry>
        <d:inputEntry><d:text>true</d:text></d:inputEntry><d:inputEntry><d:text>&gt;=18</d:text></d:inputEntry>
        <d:outputEntry><d:text>"Approved"</d:text></d:outputEntry>
        <d:annotationEntry><d:text>Fine</d:text></d:annotationEntry></d:rule>
      <d:rule><d:description>No luck</d:description><d:inputEntry><d:text/></d:inputEntry>
        <d:inputEntry><d:text>-</d:text></d:inputEntry><d:inputEntry><d:text>date("2020-01-01")</d:text></d:inputEntry>
        <d:outputEntry><d:text>"Declined"</d:text></d:outputEntry></d:rule>
    </d:decisionTable>
  </d:decision>
  <d:businessKnowledgeModel id="_6" name="Score"/>
</d:definitions>
"""


def library_of(decision: Compiled) -> Mapping[str, Compiled]:
    return guide() if decision.id in guide() else tables()


def exported(id: str, version: str = "1.5") -> str:
    return to_dmn(EVERY[id], library_of(EVERY[id]), version)


def imported(text: str) -> Imported:
    return from_dmn(text.encode(), "file.dmn")


def recompiled(text: str, fill: bool = False) -> dict[str, Compiled]:
    """Decisions from a DMN file by way of YAML text, compiled."""
    records = {}
    read = imported(text)
    for fields in read.decisions:
        value = parse_yaml(yaml_text(fields), "again.yml").value
        assert value == fields
        records[fields["id"]] = Decision.model_validate(_filled(value) if fill else value)
    facts = {fields["id"]: Fact.model_validate(_asked(fields) if fill else fields) for fields in read.facts}
    signs = signs_named_in(records, *facts.values()) | guide_signs()
    questions, wrong = read_facts(facts, signs, lambda *_: Place("again.yml"))
    assert not wrong
    return compile_decisions(records, lambda *_: Place("again.yml"), signs, questions)[0]


def _asked(fields: dict[str, Any]) -> dict[str, Any]:
    """A fact with the word that DMN has no place for."""
    return {**fields, "why": "?"}


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    """A record with a word in every field that DMN has no place for."""
    for item in fields["inputs"]:
        if "ask" in item:
            item["why"] = "?"
    for outcome in fields.get("outcomes", {}).values():
        outcome |= {"urgency": "note", "means": "?"}
    history = [{"version": 1, "date": "2026-01-01", "change": "?", "fingerprint": "?"}]
    dates = {"reviewed": "2026-01-01", "review_due": "2026-12-31"}
    return {**fields, **dates, "examples": [{"given": {}, "then": "x"}], "history": history}
