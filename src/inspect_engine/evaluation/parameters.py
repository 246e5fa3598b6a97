"""Parameters: the value in force at the inspection's date, by key where it has some."""

import datetime
from collections.abc import Iterator, Sequence
from itertools import product

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.evaluation import figures
from inspect_engine.evaluation.faults import NoParameterValue
from inspect_engine.evaluation.figures import NONE, Extent, Figure, Points, Shares
from inspect_engine.model.expressions import Expression
from inspect_engine.model.kinds import (
    NOT_APPLICABLE,
    NOT_RATED,
    ChoiceKind,
    Kind,
    LevelKind,
)
from inspect_engine.model.methodology import Methodology, Parameter
from inspect_engine.records.bundle import Bundle

OTHER = ""
"""Stands for every key that a parameter has no value for."""


class ParameterWork:
    """The part of the interpreter that looks parameters up."""

    rules: Methodology
    bundle: Bundle

    def mask(self, node: Expression) -> int:
        """The possible choices or levels of an expression."""
        raise NotImplementedError

    def figure(self, node: Expression) -> Figure:
        """The possible numbers of an expression."""
        raise NotImplementedError

    def note(self, diagnostic: Diagnostic) -> None:
        """Keep something to be said about the inspection."""
        raise NotImplementedError

    def parameter(
        self, name: str, kinds: Sequence[Kind], keys: Sequence[object]
    ) -> object:
        """What a parameter may be: a mask for choices and levels, else a figure.

        `keys` are masks, figures or texts, by their kinds. Where a key is open there
        may be several values; a date or key without a value has none.
        """
        parameter = self.rules.parameters[name]
        values = list(
            self.values_in_force(parameter, key_names(parameter, kinds, keys))
        )
        kind = parameter.kind
        if isinstance(kind, (ChoiceKind, LevelKind)):
            none = (
                kind.not_applicable
                if isinstance(kind, ChoiceKind)
                else kind.scale.not_rated
            )
            found = 0
            for value in values:
                found |= none if value is None else self.mask(value)
            return found
        return figures.union(
            [NONE if value is None else self.figure(value) for value in values]
        )

    def values_in_force(
        self, parameter: Parameter, options: Sequence[Sequence[str]]
    ) -> Iterator[Expression | None]:
        """The value for every combination of keys; None where there is none."""
        date = self.bundle.date
        combined = list(product(*options))
        for keys in combined:
            found = value_on(parameter, keys, date)
            # What is merely possible is no fault of the rules or the bundle yet.
            if found is None and len(combined) == 1:
                where = f" for {', '.join(keys)}" if keys else ""
                shown = date.isoformat() if date else "an inspection without a date"
                fault = NoParameterValue(
                    parameter=parameter.id, where=where, date=shown
                )
                self.note(fault.at(None))
            yield found


def value_on(
    parameter: Parameter, keys: tuple[str, ...], date: datetime.date | None
) -> Expression | None:
    """The value that started last, of those in force on a date."""
    fitting = [
        entry
        for entry in parameter.entries
        if entry.keys == keys
        and date is not None
        and entry.start <= date
        and (entry.until is None or date <= entry.until)
    ]
    return max(fitting, key=lambda entry: entry.start).value if fitting else None


def key_names(
    parameter: Parameter, kinds: Sequence[Kind], keys: Sequence[object]
) -> list[Sequence[str]]:
    """What each key may be, as texts; an open one also what the parameter lacks."""
    found: list[Sequence[str]] = []
    for place, (kind, key) in enumerate(zip(kinds, keys, strict=True)):
        names = names_of(kind, key)
        known = dict.fromkeys(entry.keys[place] for entry in parameter.entries)
        found.append([*known, OTHER] if names is None else names)
    return found


def names_of(kind: Kind, key: object) -> Sequence[str] | None:
    """What a key may be, as texts; None where that cannot be listed."""
    if isinstance(kind, ChoiceKind):
        assert isinstance(key, int)
        return kind.names(key)
    if isinstance(kind, LevelKind):
        assert isinstance(key, int)
        levels = [level.id for level in kind.scale.members(key)]
        return [*levels, NOT_RATED] if key & kind.scale.not_rated else levels
    if isinstance(key, (Points, Extent, Shares)):
        points = key.points()
        if points is None and key.has_value:
            return None
        numbers = [str(point) for point in sorted(points or ())]
        return [*numbers, NOT_APPLICABLE] if key.may_be_none else numbers
    if key is None:
        return [NOT_APPLICABLE]
    return [key] if isinstance(key, str) else None
