"""Hold the keys of parameters against the values that they are looked up by."""

from collections.abc import Iterator

from inspect_engine.checks.date_faults import ParameterKey
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.diagnostics.suggest import nearest
from inspect_engine.model.expressions import ParameterValue, parts_of
from inspect_engine.model.kinds import ChoiceKind
from inspect_engine.model.methodology import Methodology, Parameter

Looked = dict[tuple[str, int], list[str] | None]
"""What each key of a parameter can be where it is used; None where that is open."""


def parameter_keys(methodology: Methodology) -> Iterator[Diagnostic]:
    """Each value of a parameter with a key by which it is never looked up."""
    keyed = {name: one for name, one in methodology.parameters.items() if one.keys}
    if not keyed:
        return
    looked = looked_up(methodology)
    for parameter in keyed.values():
        for place in range(len(parameter.keys)):
            choices = looked.get((parameter.id, place))
            if choices is not None:
                yield from never_met(parameter, place, choices)


def never_met(
    parameter: Parameter, place: int, choices: list[str]
) -> Iterator[Diagnostic]:
    """Each value whose key in one place is none of some choices."""
    for entry in parameter.entries:
        key = entry.keys[place]
        if key not in choices:
            fault = ParameterKey(
                parameter=parameter.id,
                key=key,
                choices=", ".join(choices),
                near=nearest(key, choices),
            )
            yield fault.at(entry.span)


def looked_up(methodology: Methodology) -> Looked:
    """The choices of all values that stand as keys, by parameter and place."""
    found: Looked = {}
    for part in parts_of(everything(methodology)):
        if isinstance(part, ParameterValue):
            for place, key in enumerate(part.keys):
                note(found, (part.name, place), getattr(key, "kind", None))
    return found


def note(found: Looked, key: tuple[str, int], kind: object) -> None:
    """Add what one key can be."""
    known = found.setdefault(key, [])
    if not isinstance(kind, ChoiceKind) or known is None:
        found[key] = None
        return
    known += [one.id for one in kind.choices if one.id not in known]


def everything(methodology: Methodology) -> tuple[object, ...]:
    """All that expressions stand in."""
    records = methodology.records.values()
    overall = methodology.overall
    return (
        *methodology.values.values(),
        *(fact for record in records for fact in record.facts.values()),
        *methodology.questions.values(),
        *(standard.rule for standard in methodology.standards.values()),
        *((overall.rule,) if overall else ()),
        *methodology.discretions,
        *methodology.properties,
        *methodology.notes,
    )
