"""From rule text and bundle text to a result, through every real stage."""

import json
from collections.abc import Mapping
from typing import Any

from inspect_engine.binding.assembly import Assembly
from inspect_engine.binding.binder import bind
from inspect_engine.checks.every import check
from inspect_engine.diagnostics.diagnostic import Diagnostic, Severity, has_errors
from inspect_engine.documents.reader import read_document
from inspect_engine.evaluation.outcome import Result
from inspect_engine.evaluation.scoring import score
from inspect_engine.model.methodology import Methodology
from inspect_engine.records.bundle import Bundle
from inspect_engine.records.intake import Opened, bundle_of
from inspect_engine.source import SourceFile
from inspect_engine.syntax import nodes
from inspect_engine.syntax.parser import parse

Data = dict[str, Any]
"""A bundle as plain data, before it is written as YAML or JSON."""

HEAD = """methodology test/rules "Rules" {
  version 1
  language 1
  in force from 2020-01-01 to 2030-12-31
  publisher "An inspectorate"
  source handbook "The handbook" at "shelf 3"
}
"""


def understood(text: str) -> tuple[Methodology | None, tuple[Diagnostic, ...]]:
    """What a rule text means, as one file alone, with all that is wrong with it."""
    source = SourceFile("rules.inspect", text)
    parsed = parse(source)
    if parsed.node is None:
        return None, parsed.diagnostics
    items = parsed.node.items
    heads = [item for item in items if isinstance(item, nodes.Methodology)]
    assembly = Assembly(
        head=heads[0] if heads else None,
        declarations=tuple(one for one in items if one not in heads),
        main=source,
        files=(source,),
        lost=parsed.lost,
        is_damaged=has_errors(parsed.diagnostics),
    )
    methodology, found = bind(assembly)
    if methodology is not None:
        found += check(methodology)
    return methodology, (*parsed.diagnostics, *found)


def rules_of(text: str) -> Methodology:
    """The methodology of a rule text that must check clean."""
    methodology, found = understood(text)
    # A drawn sum may reach beyond the bands it is put in by way of a `let`.
    errors = [
        one
        for one in found
        if one.severity is Severity.ERROR and one.code != "SCORE-EXTENT"
    ]
    assert not errors, [f"{one.code} {one.place}: {one.message}" for one in errors]
    assert methodology is not None
    return methodology


def read_text(
    text: str, rules: Methodology, name: str = "bundle.json"
) -> tuple[Bundle | None, tuple[Diagnostic, ...]]:
    """A bundle's text through the real intake; the ending of the name says the kind."""
    source = SourceFile(name, text)
    kind = "json" if name.endswith(".json") else "yaml"
    node, found = read_document(source, "json" if kind == "json" else "yaml")
    return bundle_of(Opened(source, node, found), rules)


def taken_in(text: str, rules: Methodology, name: str = "bundle.json") -> Bundle:
    """The bundle of a text without any fault."""
    bundle, found = read_text(text, rules, name)
    assert bundle is not None, [one.message for one in found]
    return bundle


def scored(rules: Methodology, bundle: Mapping[str, Any]) -> Result:
    """The result of a bundle given as plain data."""
    return score(rules, taken_in(as_json(bundle), rules))


def as_json(bundle: Mapping[str, Any]) -> str:
    """A bundle as JSON text."""
    return json.dumps(bundle, ensure_ascii=False)


def as_yaml(value: Any) -> str:
    """A bundle as YAML text: blocks outside, every scalar quoted."""
    return "\n".join(_yaml_lines(value)) + "\n"


def _yaml_lines(value: Any, indent: str = "") -> list[str]:
    if isinstance(value, Mapping):
        return [
            line for key, item in value.items() for line in _entry(key, item, indent)
        ]
    lines: list[str] = []
    for item in value:
        first, *rest = _yaml_lines(item, indent + "  ")
        lines += [f"{indent}- {first.strip()}", *rest]
    return lines


def _entry(key: str, item: Any, indent: str) -> list[str]:
    if isinstance(item, Mapping | list) and item:
        return [f"{indent}{json.dumps(key)}:", *_yaml_lines(item, indent + "  ")]
    written = json.dumps(item, ensure_ascii=False)
    return [f"{indent}{json.dumps(key)}: {written}"]
