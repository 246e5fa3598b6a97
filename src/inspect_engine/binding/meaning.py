"""The meaning hash: the same for the same meaning, however it is spelt or laid out."""

import datetime
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import attrs

from inspect_engine.documents.canonical import canonical_json, digest
from inspect_engine.model.expressions import Arithmetic, Constant, Expression
from inspect_engine.model.kinds import ChoiceKind
from inspect_engine.model.methodology import Methodology, Question
from inspect_engine.model.provenance import Citation, Source
from inspect_engine.model.ratings import DecisionTable
from inspect_engine.model.scales import Bands, Rating, RatingScale
from inspect_engine.model.semantics import Interval, Rounding

LEFT_OUT = frozenset(("span", "files", "hash", "index", "exact"))
REFERRED = (RatingScale, Bands, Rating, Question, Source)
"""What is written out once, under its id, and named by it everywhere else."""

UNORDERED = frozenset(
    (
        *("alternatives", "asked_when", "assumptions", "bands", "choices", "citations"),
        *("claims", "discretions", "domains", "entries", "items", "key_questions"),
        *("limits", "members", "needs", "notes", "parts", "pools", "prompts"),
        *("properties", "questions", "standards", "targets", "triggers", "values"),
    )
)
"""Lists whose order means nothing: sorted before they are hashed."""


def meaning_hash(methodology: Methodology) -> str:
    """`sha256:` and the hash of the canonical model."""
    return digest(canonical_model(methodology))


def canonical_model(methodology: Methodology) -> dict[str, Any]:
    """The methodology as plain data: ids, texts and figures, no places, no layout."""
    return _whole(methodology)


def _whole(part: Any) -> dict[str, Any]:
    """All fields of a part of the model."""
    found: dict[str, Any] = {"is": type(part).__name__}
    for attribute in attrs.fields(type(part)):
        name, value = attribute.name, getattr(part, attribute.name)
        if name in LEFT_OUT or (name == "kind" and isinstance(part, Expression)):
            continue
        plain = _plain(value)
        if plain in ("", None, [], {}):
            continue
        if isinstance(plain, list) and _has_no_order(part, name):
            plain = sorted(plain, key=canonical_json)
        found[name] = plain
    if isinstance(part, Constant):
        found["kind"] = type(part.kind).__name__
    return found


def _has_no_order(part: object, name: str) -> bool:
    if isinstance(part, ChoiceKind):
        return not part.is_ordered
    if isinstance(part, DecisionTable) and name == "rows":
        return not part.is_first_match
    return name in UNORDERED and not isinstance(part, Arithmetic)


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
        case Citation():
            return [value.source.id, value.where]
        case Interval() | Rounding():
            return [_plain(item) for item in value]
        case Mapping():
            return {str(name): _declared(item) for name, item in value.items()}
        case tuple() | list():
            return [_plain(item) for item in value]
    return value.id if isinstance(value, REFERRED) else _whole(value)


def _declared(value: Any) -> Any:
    return _whole(value) if isinstance(value, REFERRED) else _plain(value)
