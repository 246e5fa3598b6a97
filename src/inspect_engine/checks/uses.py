"""What the parts of a methodology speak of, found by walking through all of them."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from attrs import fields, has

from inspect_engine.model import expressions as model
from inspect_engine.model.kinds import ChoiceKind
from inspect_engine.model.methodology import Methodology, Question
from inspect_engine.model.provenance import Citation
from inspect_engine.model.scales import Bands, RatingScale
from inspect_engine.shapes import shape

SECTIONS = (
    "bands",
    "records",
    "inputs",
    "parameters",
    "values",
    "questions",
    "standards",
    "domains",
    "overall",
    "discretions",
    "properties",
    "notes",
    "provenance",
    "scales",
)
LISTS = ("scales", "bands", "answers")
"""Sections whose members are shared things; being listed there is no use of them."""

SILENT = ("span", "hashed_by")
NAMING = frozenset(
    (
        *(RatingScale, Bands, ChoiceKind, Citation, model.InputValue),
        *(model.NamedValue, model.ParameterValue, model.RecordValue, model.Judgement),
    )
)
"""The classes whose objects are names of something."""

Name = tuple[str, str]


@shape
class Uses:
    """Everything that is spoken of, as (kind, name)."""

    names: frozenset[Name]

    def has(self, kind: str, name: str) -> bool:
        """Whether anything speaks of a name."""
        return (kind, name) in self.names


def uses_in(methodology: Methodology) -> Uses:
    """What is spoken of anywhere in a methodology."""
    found: set[Name] = set()
    seen: set[int] = set()
    for section in SECTIONS:
        part = getattr(methodology, section)
        if section in LISTS:
            for member in part.values():
                seen.add(id(member))
                found |= set(_inside(member, seen))
                # Found again elsewhere it is a use, though it was walked through.
                seen.discard(id(member))
        else:
            found |= set(names_in(part, seen))
    return Uses(frozenset(found))


def names_in(node: object, seen: set[int] | None = None) -> Iterator[Name]:
    """What an object and all that it is made of speaks of, each perhaps often."""
    seen = set() if seen is None else seen
    pending: list[Any] = [node]
    # A stack and no recursion: this walks through everything there is.
    while pending:
        one = pending.pop()
        kind = one.__class__
        if kind is tuple:
            pending.extend(one)
        elif attributes := _attributes(kind):
            if id(one) not in seen:
                seen.add(id(one))
                pending.extend([getattr(one, name) for name in attributes])
        elif _is_mapping(kind):
            pending.extend(one.values())
        if kind in NAMING and (named := _named(one)) is not None:
            yield named


def _inside(node: Any, seen: set[int]) -> Iterator[Name]:
    """What an object is made of speaks of."""
    for name in _attributes(node.__class__):
        yield from names_in(getattr(node, name), seen)


@cache
def _is_mapping(kind: type) -> bool:
    return issubclass(kind, Mapping)


@cache
def _attributes(kind: type) -> tuple[str, ...]:
    """The attributes of a class that may speak of something."""
    if not has(kind):
        return ()
    return tuple(
        one.name
        for one in fields(kind)
        if one.name not in SILENT and one.type not in model.PLAIN
    )


def _named(node: object) -> Name | None:
    """What one object is a name of."""
    match node:
        case RatingScale():
            return "scale", node.id
        case Bands():
            return "bands", node.id
        case ChoiceKind() if node.owner.startswith("answers "):
            return "answers", node.owner.removeprefix("answers ")
        case model.InputValue():
            return "input", node.name
        case model.NamedValue():
            return "value", node.name
        case model.ParameterValue():
            return "parameter", node.name
        case model.RecordValue():
            return f"record {node.record}", node.name
        case model.Judgement():
            return "question", node.question
        case Citation():
            return "source", node.source.id
    return None


def questions_in(node: object) -> set[str]:
    """The questions whose answers an expression or rule looks at."""
    found: set[str] = set()
    for part in model.parts_of(node):
        match part:
            case model.AnswerFigure():
                found.update(part.questions)
            case model.RecordValue():
                found.add(part.name)
            case model.Judgement():
                found.add(part.question)
            case model.Aggregate():
                found.update(member.id for member in part.members)
    return found


def all_questions(methodology: Methodology) -> Iterator[Question]:
    """Every question with its prompts, from top to bottom."""
    seen: set[str] = set()
    for question in methodology.questions.values():
        for one in (question, *question.prompts):
            if one.id not in seen:
                seen.add(one.id)
                yield one
