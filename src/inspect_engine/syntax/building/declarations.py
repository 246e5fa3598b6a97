"""Scales, bands, answers, records, inputs and parameters, made into nodes."""

from fractions import Fraction
from typing import Any

from inspect_engine.source import Span
from inspect_engine.syntax import nodes
from inspect_engine.syntax.building.base import (
    BaseBuilder,
    Children,
    is_pair,
    sort_out,
    words_first,
)
from inspect_engine.syntax.faults import RoundingStep
from inspect_engine.syntax.lexer import Token, unquoted
from inspect_engine.syntax.nodes import Node

MOST_PLACES = 20


class DeclarationBuilder(BaseBuilder):
    """The part of the builder that makes what needs no other value."""

    # --- scales, bands, answers -------------------------------------------------

    def make_scale(self, parts: Children, span: Span) -> nodes.Scale:
        title, rest = words_first(parts[1:])
        return nodes.Scale(parts[0], title, rest, span=span)

    def make_level(self, parts: Children, span: Span) -> nodes.Level:
        kinds = sort_out(parts)
        labels = [part for part in parts if isinstance(part, nodes.Words)]
        word = next((part[1] for part in parts if is_pair(part, "word")), None)
        return nodes.Level(
            self.plain(kinds[Token]),
            kinds.get(nodes.Number),
            labels[0] if labels else None,
            word,
            kinds.get(tuple, ()),
            span=span,
        )

    def make_word(self, parts: Children, span: Span) -> list[Any]:
        return ["word", parts[0]]

    def make_bands(self, parts: Children, span: Span) -> nodes.Bands:
        name, measure, scale, *rest = parts
        title, kept = words_first(rest)
        return nodes.Bands(name, measure, self.plain(scale), title, kept, span=span)

    def measure(self, kind: str, parts: Children, span: Span) -> nodes.Measure:
        """What is measured, over which extent."""
        low, high = parts[0] if parts else (None, None)
        return nodes.Measure(kind, low, high, span=span)

    def make_measure_percent(self, parts: Children, span: Span) -> nodes.Measure:
        return nodes.Measure("percent", Fraction(0), Fraction(100), span=span)

    def make_measure_whole(self, parts: Children, span: Span) -> nodes.Measure:
        return self.measure("whole", parts, span)

    def make_measure_number(self, parts: Children, span: Span) -> nodes.Measure:
        return self.measure("number", parts, span)

    def make_extent(self, parts: Children, span: Span) -> tuple[Any, Any]:
        return parts[0].value, parts[1].value if len(parts) > 1 else None

    def make_round(self, parts: Children, span: Span) -> nodes.Setting:
        return nodes.Setting("round", self.rounding(parts, span), span=span)

    def make_shown(self, parts: Children, span: Span) -> nodes.Setting:
        return nodes.Setting("shown", self.rounding(parts, span), span=span)

    def rounding(self, parts: Children, span: Span) -> nodes.Rounding:
        """Mode and step, as the two last parts."""
        return nodes.Rounding(parts[-2], parts[-1], span=span)

    def make_to_whole(self, parts: Children, span: Span) -> Fraction:
        return Fraction(1)

    def make_to_places(self, parts: Children, span: Span) -> Fraction:
        places = self.whole(parts[0])
        if places > MOST_PLACES:
            wanted = f"at most {MOST_PLACES} decimal places"
            fault = RoundingStep(what=f"{places} decimal places", wanted=wanted)
            self.diagnostics.append(fault.at(span))
        return Fraction(1, 10 ** min(places, MOST_PLACES))

    def make_to_nearest(self, parts: Children, span: Span) -> Fraction:
        value: Fraction = parts[0].value
        if value <= 0:
            fault = RoundingStep(what=span.text, wanted="a number above nought")
            self.diagnostics.append(fault.at(parts[0].span))
            return Fraction(1)
        return value

    def make_band(self, parts: Children, span: Span) -> nodes.Band:
        found, level, *rest = parts
        word, kept = words_first(rest)
        details = kept[0] if kept else ()
        return nodes.Band(found, self.plain(level), word, details, span=span)

    def range(
        self, low: Any, is_low_in: bool, high: Any, is_high_in: bool, span: Span
    ) -> nodes.Range:
        """From one number to another."""
        return nodes.Range(
            low.value if low else None,
            is_low_in,
            high.value if high else None,
            is_high_in,
            span=span,
        )

    def make_below(self, parts: Children, span: Span) -> nodes.Range:
        return self.range(None, False, parts[0], False, span)

    def make_up_to(self, parts: Children, span: Span) -> nodes.Range:
        return self.range(None, False, parts[0], True, span)

    def make_above(self, parts: Children, span: Span) -> nodes.Range:
        return self.range(parts[0], False, None, False, span)

    def make_just(self, parts: Children, span: Span) -> nodes.Range:
        return self.range(parts[0], True, parts[0], True, span)

    def make_from_to(self, parts: Children, span: Span) -> nodes.Range:
        return self.range(parts[0], True, parts[1], True, span)

    def make_from_to_below(self, parts: Children, span: Span) -> nodes.Range:
        return self.range(parts[0], True, parts[1], False, span)

    def make_above_to(self, parts: Children, span: Span) -> nodes.Range:
        return self.range(parts[0], False, parts[1], True, span)

    def make_above_to_below(self, parts: Children, span: Span) -> nodes.Range:
        return self.range(parts[0], False, parts[1], False, span)

    def make_and_over(self, parts: Children, span: Span) -> nodes.Range:
        return self.range(parts[0], True, None, False, span)

    def make_answers(self, parts: Children, span: Span) -> nodes.Answers:
        title, rest = words_first(parts[1:])
        is_ordered = "in order" in rest
        kept = tuple(part for part in rest if part != "in order")
        return nodes.Answers(parts[0], title, is_ordered, kept, span=span)

    def make_answer(self, parts: Children, span: Span) -> nodes.Answer:
        label, rest = words_first(parts[1:])
        also = next((part for part in rest if isinstance(part, tuple)), ())
        counts = "counts as yes" in rest
        return nodes.Answer(self.plain(parts[0]), label, also, counts, span=span)

    def make_also(self, parts: Children, span: Span) -> tuple[str, ...]:
        return tuple(unquoted(part) for part in parts)

    def make_counts_as_yes(self, parts: Children, span: Span) -> str:
        return "counts as yes"

    def make_in_order(self, parts: Children, span: Span) -> str:
        return "in order"

    # --- records, inputs, parameters --------------------------------------------

    def make_record(self, parts: Children, span: Span) -> nodes.Record:
        title, rest = words_first(parts[1:])
        return nodes.Record(parts[0], title, rest, span=span)

    def make_fact(self, parts: Children, span: Span) -> nodes.Fact:
        return self.fact("fact", parts, span)

    def make_input(self, parts: Children, span: Span) -> nodes.Fact:
        return self.fact("input", parts, span)

    def fact(self, kind: str, parts: Children, span: Span) -> nodes.Fact:
        """A fact or input: id, title, type, details."""
        title, (found, *rest) = words_first(parts[1:])
        details = rest[0] if rest else ()
        return nodes.Fact(kind, parts[0], title, found, details, span=span)

    def make_derive(self, parts: Children, span: Span) -> nodes.Derive:
        title, (found, *rest) = words_first(parts[1:])
        return nodes.Derive(parts[0], title, found, tuple(rest), span=span)

    def make_type(self, parts: Children, span: Span) -> nodes.Type:
        found: nodes.Type = parts[0]
        return nodes.Type(
            found.kind,
            found.choices,
            found.is_ordered,
            found.low,
            found.high,
            found.of,
            len(parts) > 1,
            span=span,
        )

    def make_or_not_applicable(self, parts: Children, span: Span) -> str:
        return "or not_applicable"

    def make_one_of(self, parts: Children, span: Span) -> nodes.Type:
        choices = tuple(part for part in parts if part != "in order")
        return nodes.Type("one of", choices, "in order" in parts, span=span)

    def make_yes_or_no(self, parts: Children, span: Span) -> nodes.Type:
        return nodes.Type("yes or no", span=span)

    make_target_yes_or_no = make_yes_or_no

    def make_whole(self, parts: Children, span: Span) -> nodes.Type:
        low, high = parts[0] if parts else (None, None)
        return nodes.Type("whole", low=low, high=high, span=span)

    make_target_whole = make_whole

    def make_number_type(self, parts: Children, span: Span) -> nodes.Type:
        low, high = parts[0] if parts else (None, None)
        return nodes.Type("number", low=low, high=high, span=span)

    make_target_number = make_number_type

    def make_percent_type(self, parts: Children, span: Span) -> nodes.Type:
        return nodes.Type("percent", span=span)

    make_target_percent = make_percent_type

    def make_date_type(self, parts: Children, span: Span) -> nodes.Type:
        return nodes.Type("date", span=span)

    def make_text_type(self, parts: Children, span: Span) -> nodes.Type:
        return nodes.Type("text", span=span)

    def make_on_scale(self, parts: Children, span: Span) -> nodes.Type:
        return nodes.Type("on", of=self.plain(parts[0]), span=span)

    def make_of_answers(self, parts: Children, span: Span) -> nodes.Type:
        return nodes.Type("answers", of=self.plain(parts[0]), span=span)

    def make_target_named(self, parts: Children, span: Span) -> nodes.Type:
        return nodes.Type("named", of=self.plain(parts[0]), span=span)

    def make_choice(self, parts: Children, span: Span) -> nodes.Choice:
        label, rest = words_first(parts[1:])
        also = rest[0] if rest else ()
        return nodes.Choice(self.plain(parts[0]), label, also, span=span)

    def make_parameter(self, parts: Children, span: Span) -> nodes.Parameter:
        title, (found, *rest) = words_first(parts[1:])
        keys = next((part for part in rest if isinstance(part, list)), [])
        kept = tuple(part for part in rest if not isinstance(part, list))
        return nodes.Parameter(parts[0], title, found, tuple(keys), kept, span=span)

    def make_keyed_by(self, parts: Children, span: Span) -> list[Any]:
        return list(parts)

    def make_entry(self, parts: Children, span: Span) -> nodes.Entry:
        start, *rest = parts
        until = None
        if isinstance(rest[0], nodes.DateLiteral):
            until, *rest = rest
        keys: tuple[Node, ...] = ()
        if isinstance(rest[0], list):
            keys, rest = tuple(rest[0]), rest[1:]
        details = rest[1] if len(rest) > 1 else ()
        value = self.plain(rest[0])
        return nodes.Entry(self.date(start), until, keys, value, details, span=span)

    def make_keys(self, parts: Children, span: Span) -> list[Any]:
        return [self.key(part) for part in parts]

    def key(self, part: Any) -> Node:
        """A key of a parameter: a name, number or text."""
        if isinstance(part, Token) and part.kind == "STRING":
            return nodes.Words(unquoted(part), span=self.place(part))
        node: Node = self.plain(part)
        return node

    def make_let(self, parts: Children, span: Span) -> nodes.Let:
        title, (expression, *rest) = title_and_value(parts[1:])
        details = rest[0] if rest else ()
        return nodes.Let(parts[0], title, expression, details, span=span)


def title_and_value(parts: Children) -> tuple[nodes.Words | None, tuple[Any, ...]]:
    """A title and what follows; a text alone is the value, not the title."""
    title, rest = words_first(parts)
    if not rest or isinstance(rest[0], tuple):
        return None, tuple(parts)
    return title, rest
