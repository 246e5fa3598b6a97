"""The digest of a result: the same on every Python, system and engine."""

import datetime
from collections.abc import Mapping
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any

import attrs

from inspect_engine.documents.canonical import digest
from inspect_engine.evaluation.outcome import Result
from inspect_engine.model.methodology import Methodology
from inspect_engine.model.scales import Rating, RatingScale
from inspect_engine.records.bundle import Bundle
from inspect_engine.records.canonical import canonical_bundle

LEFT_OUT = frozenset(("diagnostics", "digest"))
BY_ID = frozenset(("key_questions", "questions", "prompts", "domains"))
"""Lists that are laid out in the rules' order, which means nothing: kept by id."""


def result_digest(rules: Methodology, bundle: Bundle, result: Result) -> str:
    """`sha256:` and the hash of rules, bundle, date, language version and result."""
    return digest(
        {
            "rules": rules.hash,
            "language": str(rules.language),
            "bundle": canonical_bundle(bundle),
            "date": result.date.isoformat() if result.date else None,
            "result": canonical_result(result),
        }
    )


def canonical_result(result: Result) -> dict[str, Any]:
    """The result as plain data: fractions as texts, ratings by id, order by id."""
    return _fields(result)


def _fields(part: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in _names(part.__class__):
        value = getattr(part, name)
        if name in BY_ID and isinstance(value, tuple):
            found[name] = {item.id: _fields(item) for item in value}
        elif name in ("standards", "drivers") and isinstance(value, tuple):
            found[name] = sorted(value)
        else:
            found[name] = _plain(value)
    return found


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(one.name for one in attrs.fields(kind) if one.name not in LEFT_OUT)


def _plain(value: Any) -> Any:
    match value:
        case None | bool() | str():
            return value
        case int():
            return str(value)
        case Fraction():
            return f"{value.numerator}/{value.denominator}"
        case datetime.date():
            return value.isoformat()
        case Enum():
            return value.value
        case Rating() | RatingScale():
            return {"id": value.id, "label": getattr(value, "label", "")}
        case Mapping():
            return {name: _plain(item) for name, item in value.items()}
        case tuple() | list():
            return [_plain(item) for item in value]
    return _fields(value)
