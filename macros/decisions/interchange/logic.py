"""What decides a decision of a DMN file: a table of its own, or that of a business knowledge model that it calls."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from .elements import Element


@dataclass(frozen=True)
class Logic:
    """A table, and what the caller puts for each parameter: a text, and the type that the parameter has."""

    table: Element
    bound: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)

    def expression(self, clause: Element) -> str:
        """The expression of an input clause, in the caller's words."""
        text = " ".join(clause.text("inputExpression", "text").split())
        if text in self.bound or not self.bound:
            return self.bound.get(text, text)
        names = "|".join(re.escape(name) for name in sorted(self.bound, key=len, reverse=True))
        return re.sub(rf"(?<!\w)(?:{names})(?!\w)", lambda found: f"({self.bound[found[0]]})", text)

    def type_ref(self, clause: Element) -> str:
        """The type of an input clause, or that of the parameter which it names."""
        expression = clause.one("inputExpression")
        stated = expression.attribute("typeRef") if expression else ""
        return stated or self.types.get(" ".join(clause.text("inputExpression", "text").split()), "")


def logics(
    root: Element, decisions: Mapping[str, Element], problem: Callable[..., None]
) -> Iterator[tuple[str, Logic]]:
    """The logic of each decision that has one, by the decision's XML id."""
    models = {model.title: model for model in _models(root, decisions)}
    for id, decision in decisions.items():
        table = decision.one("decisionTable")
        if table is not None:
            yield id, Logic(table)
            continue
        name, given = _call(decision, models)
        if name in models:
            model = models[name]
            logic = model.one("encapsulatedLogic")
            table = logic.one("decisionTable") if logic else None
            if logic is None or table is None:
                problem(model, f"'{name}' holds no decision table", "make it one; nothing else is read")
                continue
            logic.attribute("kind")
            logic.attribute("typeRef")
            parameters = {one.title: one.attribute("typeRef") for one in logic.all("formalParameter")}
            yield id, Logic(table, _bound(given, list(parameters)), parameters)
        else:
            problem(
                decision,
                f"'{decision.attribute('name')}' is not decided by a decision table",
                "make it one; nothing else is read",
            )


def _models(root: Element, decisions: Mapping[str, Element]) -> list[Element]:
    """The models that a decision requires. Others stay unasked."""
    needed = {
        reference.attribute("href").rpartition("#")[-1]
        for decision in decisions.values()
        for requirement in decision.all("knowledgeRequirement")
        for reference in requirement.all("requiredKnowledge")
    }
    if not needed:
        return []
    models = [each for each in root.children if each.name == "businessKnowledgeModel"]
    found = [model for model in models if model.attributes.get("id") in needed]
    for model in found:
        model.ask()
        model.attribute("label")
        variable = model.one("variable")
        if variable:
            variable.ignore()
    return found


def _call(decision: Element, models: Mapping[str, Element]) -> tuple[str, list[tuple[str, str]]]:
    """What a decision calls, and with what: each argument with its parameter's name, or by its place."""
    invocation = decision.one("invocation") if models else None
    if invocation is not None:
        invocation.attribute("typeRef")
        given = []
        for binding in invocation.all("binding"):
            parameter, expression = binding.one("parameter"), binding.one("literalExpression")
            for element in filter(None, (parameter, expression)):
                element.attribute("typeRef")
            name = parameter.title if parameter else ""
            given.append((name, expression.text("text") if expression else ""))
        return " ".join(invocation.text("literalExpression", "text").split()), given
    literal = decision.one("literalExpression") if models else None
    found = re.fullmatch(r"([^()]+)\((.*)\)", literal.text("text"), re.DOTALL) if literal else None
    if literal is None or found is None:
        return "", []
    literal.attribute("typeRef")
    arguments = [part.strip() for part in found[2].split(",")]
    named = [part.partition(":") for part in arguments]
    return " ".join(found[1].split()), [
        (name.strip(), value.strip()) if sign else ("", name.strip()) for name, sign, value in named
    ]


def _bound(given: list[tuple[str, str]], parameters: list[str]) -> dict[str, str]:
    named = ((name or "".join(parameters[place : place + 1]), text) for place, (name, text) in enumerate(given))
    return {name: " ".join(text.split()) for name, text in named if name}
