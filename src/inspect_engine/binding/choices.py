"""Kinds of value: choices, numbers within limits, levels, dates."""

import unicodedata
from collections.abc import Iterable
from fractions import Fraction

from inspect_engine.binding.context import Context, words
from inspect_engine.binding.faults import (
    DuplicateId,
    EmptyRange,
    MissingPart,
    WrongKind,
)
from inspect_engine.diagnostics.diagnostic import Related
from inspect_engine.model import kinds
from inspect_engine.model.kinds import Choice, ChoiceKind, Kind, LevelKind, NumberKind
from inspect_engine.model.semantics import EVERYTHING, Interval
from inspect_engine.source import Span
from inspect_engine.syntax import nodes


def normal(text: str) -> str:
    """A text in the one form in which all texts are compared and hashed."""
    return unicodedata.normalize("NFC", text)


class ChoiceBinder(Context):
    """Binds what a value may be."""

    def missing(
        self, what: str, missing: str, span: Span, suggestion: str = ""
    ) -> None:
        """Report a declaration that lacks something."""
        fault = MissingPart(what=what, missing=missing, suggestion=suggestion)
        self.report(fault.at(span))

    def extent(
        self, low: Fraction | None, high: Fraction | None, span: Span
    ) -> Interval:
        """From one number to another, both included."""
        found = Interval(low, low is not None, high, high is not None)
        if found.is_empty:
            self.report(EmptyRange(range=span.text).at(span))
            return EVERYTHING
        return found

    def bind_answers(self, node: nodes.Answers) -> ChoiceKind:
        """A set of answers that questions share."""
        found = [part for part in node.parts if isinstance(part, nodes.Answer)]
        kept = [part for part in found if part.id.text != kinds.NOT_APPLICABLE]
        self.no_doubles([(part.id, part.also) for part in found])
        choices = tuple(
            Choice(
                part.id.text,
                index,
                label_of(part.label, part.id.text),
                tuple(normal(word) for word in part.also),
                part.counts_as_yes or (part.id.text == "yes"),
            )
            for index, part in enumerate(kept)
        )
        if not choices:
            self.missing(f"The answers «{node.id.text}»", "answer", node.id.span)
        return ChoiceKind(
            f"answers {node.id.text}", choices, node.is_ordered, len(kept) < len(found)
        )

    def no_doubles(self, choices: Iterable[tuple[nodes.Id, tuple[str, ...]]]) -> None:
        """Report a choice that stands twice in a list."""
        seen: dict[str, nodes.Id] = {}
        for name, _ in choices:
            first = seen.setdefault(name.text, name)
            if first is not name:
                fault = DuplicateId(name=name.text, kind="choice")
                self.report(fault.at(name.span, Related(first.span, "the first")))

    def bind_kind(self, node: nodes.Type, owner: str) -> Kind | None:
        """What kind of value a type describes."""
        may = node.may_be_not_applicable
        match node.kind:
            case "one of":
                return self.bind_choices(node, owner)
            case "yes or no":
                return kinds.yes_or_no(may_be_not_applicable=may)
            case "whole" | "number" | "percent":
                extent = self.extent(node.low, node.high, node.span)
                return NumberKind(node.kind, extent, may_be_not_applicable=may)
            case "date":
                return kinds.DateKind(may)
            case "text":
                return kinds.TextKind(may)
            case "on":
                assert node.of is not None
                scale = self.scale(node.of)
                return None if scale is None else LevelKind(scale)
            case "answers":
                assert node.of is not None
                return self.answer_kind(node.of)
            case "named":
                assert node.of is not None
                return self.named_kind(node.of)
        raise AssertionError(node.kind)

    def answer_kind(self, name: nodes.Id) -> ChoiceKind | None:
        """The answers of an id."""
        found = self.bound_answers.get(name.text)
        if found is None:
            self.unknown("answers", name.text, name.span, self.names.answers)
        return found

    def named_kind(self, name: nodes.Id) -> Kind | None:
        """A scale or set of answers, whichever has the name."""
        if name.text in self.bound_scales:
            return LevelKind(self.bound_scales[name.text])
        if name.text in self.bound_answers:
            return self.bound_answers[name.text]
        known = [*self.names.scales, *self.names.answers]
        self.unknown("scale or set of answers", name.text, name.span, known)
        return None

    def bind_choices(self, node: nodes.Type, owner: str) -> Kind | None:
        """`one of …`: coded values, or the only numbers that are allowed."""
        numbers = [c for c in node.choices if isinstance(c.value, nodes.Number)]
        if len(numbers) == len(node.choices):
            return self.allowed_numbers(node)
        for choice in numbers:
            fault = WrongKind(
                what=choice.span.text, found="a number", needed="a name, as the others"
            )
            self.report(fault.at(choice.span))
            return None
        listed = [c for c in node.choices if isinstance(c.value, nodes.Id)]
        named = [c for c in listed if c.value.text != kinds.NOT_APPLICABLE]  # type: ignore[union-attr]
        pairs = [(c.value, c.also) for c in named if isinstance(c.value, nodes.Id)]
        self.no_doubles(pairs)
        choices = tuple(
            Choice(
                name.text,
                index,
                label_of(choice.label, name.text),
                tuple(normal(word) for word in choice.also),
                name.text == "yes",
            )
            for index, (choice, (name, _)) in enumerate(zip(named, pairs, strict=True))
        )
        may = node.may_be_not_applicable or len(named) < len(listed)
        return ChoiceKind(owner, choices, node.is_ordered, may)

    def allowed_numbers(self, node: nodes.Type) -> Kind:
        """A number that may only be one of a list."""
        values = [
            c.value.value for c in node.choices if isinstance(c.value, nodes.Number)
        ]
        labels = tuple(normal(words(choice.label)) for choice in node.choices)
        allowed = tuple(values)
        extent = Interval(min(values), True, max(values), True)
        is_whole = all(value.denominator == 1 for value in values)
        kind = "whole" if is_whole else "number"
        return NumberKind(kind, extent, allowed, labels, node.may_be_not_applicable)


def label_of(label: nodes.Words | None, name: str) -> str:
    """A label, or the id with spaces where there is none."""
    return normal(words(label)) or name.replace("_", " ").capitalize()
