"""The meaning hash: the same for the same meaning, however it is spelt or laid out."""

import datetime
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
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

LEFT_OUT = frozenset(
    ("span", "files", "hashed_by", "index", "exact", "examples", "answer_places")
)
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
    return _Writer().whole(methodology)


class _Writer:
    """Writes parts of one model as plain data, each list of choices only once."""

    def __init__(self) -> None:
        self.kinds: dict[int, dict[str, Any]] = {}

    def whole(self, part: Any) -> dict[str, Any]:
        """All fields of a part of the model."""
        found: dict[str, Any] = {"is": type(part).__name__}
        for name in _names(part.__class__):
            value = getattr(part, name)
            if value is None or value == "" or value == ():
                continue
            is_scale = name == "levels" and isinstance(part, RatingScale)
            plain = self.levels(value) if is_scale else self.plain(value)
            if plain == [] or plain == {}:
                continue
            if type(plain) is list and len(plain) > 1 and _has_no_order(part, name):
                plain.sort(key=canonical_json)
            found[name] = plain
        if isinstance(part, Constant):
            found["kind"] = type(part.kind).__name__
        return found

    def plain(self, value: Any) -> Any:
        """A value as plain data; what is written out elsewhere, by its id."""
        kind = type(value)
        if kind is str or kind is bool:
            return value
        if kind is tuple or kind is list:
            return [self.plain(item) for item in value]
        match value:
            case None:
                return None
            case int():
                return str(value)
            case Fraction():
                return f"{value.numerator}/{value.denominator}"
            case datetime.date():
                return value.isoformat()
            case Citation():
                return [value.source.id, value.where]
            case Interval() | Rounding():
                return [self.plain(item) for item in value]
            case Mapping():
                return {str(name): self.declared(item) for name, item in value.items()}
            case ChoiceKind():
                return self.choices(value)
        return value.id if isinstance(value, REFERRED) else self.whole(value)

    def declared(self, value: Any) -> Any:
        """A declaration, written out in full."""
        return self.whole(value) if isinstance(value, REFERRED) else self.plain(value)

    def levels(self, levels: tuple[Rating, ...]) -> list[dict[str, Any]]:
        """The levels of a scale, which have their scores nowhere else."""
        return [self.whole(level) for level in levels]

    def choices(self, kind: ChoiceKind) -> dict[str, Any]:
        """A list of choices, worked out once for all who share it."""
        if id(kind) not in self.kinds:
            self.kinds[id(kind)] = self.whole(kind)
        return self.kinds[id(kind)]


@cache
def _names(kind: type) -> tuple[str, ...]:
    left_out = LEFT_OUT | {"kind"} if issubclass(kind, Expression) else LEFT_OUT
    return tuple(one.name for one in attrs.fields(kind) if one.name not in left_out)


def _has_no_order(part: object, name: str) -> bool:
    if isinstance(part, ChoiceKind):
        return not part.is_ordered
    if isinstance(part, DecisionTable) and name == "rows":
        return not part.is_first_match
    return name in UNORDERED and not isinstance(part, Arithmetic)
