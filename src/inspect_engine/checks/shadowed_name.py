"""Find names that mean one thing in conditions on a record and another elsewhere."""

from collections.abc import Iterator
from typing import NamedTuple

from inspect_engine.checks.model_faults import ShadowedName
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related
from inspect_engine.model.kinds import ChoiceKind, Kind, LevelKind
from inspect_engine.model.methodology import Methodology
from inspect_engine.source import Span


class Declared(NamedTuple):
    """What a bare name may stand for."""

    kind: str
    name: str
    of: Kind
    span: Span


def shadowed_names(methodology: Methodology) -> Iterator[Diagnostic]:
    """Each name that is hidden by another where both could be meant."""
    values = {one.name: one for one in values_of(methodology)}
    for record in methodology.records.values():
        facts = {
            name: Declared("fact", name, fact.kind, fact.span)
            for name, fact in record.facts.items()
        }
        asked = {
            question.id: Declared("question", question.id, question.answers, span)
            for question in methodology.questions.values()
            if question.record == record.id
            for span in [question.span]
        }
        # What is found first hides what is found after: facts, questions, values.
        yield from hidden(record.id, facts, asked)
        yield from hidden(record.id, {**asked, **facts}, values)
    for value in values.values():
        if value.name in own_words(value.of):
            yield hidden_by_word(value)


def values_of(methodology: Methodology) -> Iterator[Declared]:
    """Inputs, parameters, and what is worked out for the inspection."""
    for name, given in methodology.inputs.items():
        yield Declared("input", name, given.kind, given.span)
    for name, parameter in methodology.parameters.items():
        yield Declared("parameter", name, parameter.kind, parameter.span)
    for name, value in methodology.values.items():
        kind = "table" if value.table else "value"
        yield Declared(kind, name, value.kind, value.span)


def hidden(
    record: str, near: dict[str, Declared], far: dict[str, Declared]
) -> Iterator[Diagnostic]:
    """Names of a record that hide those found after them."""
    for name, one in near.items():
        other = far.get(name)
        if other is not None:
            fault = ShadowedName(
                name=name,
                kind=one.kind,
                other=other.kind,
                where=f"in conditions on each «{record}»",
            )
            yield fault.at(one.span, Related(other.span, f"the {other.kind}"))


def own_words(of: Kind) -> tuple[str, ...]:
    """The words that a value of a kind is compared with."""
    if isinstance(of, ChoiceKind):
        return tuple(choice.id for choice in of.choices)
    if isinstance(of, LevelKind):
        return tuple(level.id for level in of.scale.levels)
    return ()


def hidden_by_word(value: Declared) -> Diagnostic:
    """A value named like something that it can be."""
    word = "level" if isinstance(value.of, LevelKind) else "choice"
    fault = ShadowedName(
        name=value.name, kind=word, other=value.kind, where=f"where a {word} is needed"
    )
    return fault.at(value.span)
