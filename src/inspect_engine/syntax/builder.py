"""What the parser completes, made into nodes; one method for each name in the grammar."""

import datetime
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.source import SourceFile, Span
from inspect_engine.syntax import nodes
from inspect_engine.syntax.expression_builder import ExpressionBuilder
from inspect_engine.syntax.faults import BadDate, NumberTooLong
from inspect_engine.syntax.lexer import Token, unquoted
from inspect_engine.syntax.nodes import Node

Children = Sequence[Any]
LONGEST_NUMBER = 60

FIXED = {
    "unrated": "unrated",
    "not_counted": "not counted",
    "pooled": "pooled over units",
    "exact": "exact",
    "unique": "unique",
    "first_match": "first match",
    "always_applicable": "always applicable",
    "need_reason": "reason",
    "need_authority": "authority",
    "need_date": "date",
}
VALUED = {
    "version_is": "version",
    "language_is": "language",
    "publisher": "publisher",
    "statement": "statement",
    "guidance": "guidance",
    "plural": "plural",
    "judged": "judged on",
    "asked_of": "asked of",
    "answered_by": "answered by",
    "weight": "weight",
}
CHANGED_BLOCKS = {
    "add_to_domain": "domain",
    "add_to_standard": "standard",
    "add_to_key_question": "key question",
    "add_to_question": "question",
    "add_to_record": "record",
    "add_to_overall": "overall",
}
KINDS = {
    nodes.Scale: "scale",
    nodes.Bands: "bands",
    nodes.Answers: "answers",
    nodes.Record: "record",
    nodes.Parameter: "parameter",
    nodes.Let: "let",
    nodes.Table: "table",
    nodes.Domain: "domain",
    nodes.Standard: "standard",
    nodes.Overall: "overall",
    nodes.Discretion: "discretion",
    nodes.Property: "property",
    nodes.Note: "note",
}


class Builder(ExpressionBuilder):
    """Makes nodes; keeps what it finds wrong with a number, date or condition."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.diagnostics: list[Diagnostic] = []
        self.depths: dict[int, tuple[Node, int]] = {}

    def build(self, name: str, parts: Children, span: Span) -> Any:
        """The node, or the value on its way into one, of a completed rule."""
        if name in FIXED:
            return nodes.Setting(FIXED[name], span=span)
        if name in VALUED:
            return nodes.Setting(VALUED[name], self.plain(parts[0]), span=span)
        if name in CHANGED_BLOCKS:
            return self.add_to(CHANGED_BLOCKS[name], parts, span)
        make: Callable[[Children, Span], Any] = getattr(self, f"make_{name}")
        made = make(parts, span)
        return made

    # --- the smallest ---------------------------------------------------------

    def plain(self, value: Any) -> Any:
        """A token as an id; nodes stay."""
        if isinstance(value, Token):
            return nodes.Id(value.text, span=self.place(value))
        return value

    def place(self, token: Token) -> Span:
        """Where a token stands."""
        return Span(self.source, token.start, token.end)

    def make_id(self, parts: Children, span: Span) -> nodes.Id:
        return nodes.Id(parts[0].text, span=span)

    make_version = make_id

    def make_text(self, parts: Children, span: Span) -> nodes.Words:
        return nodes.Words(" ".join(unquoted(part) for part in parts), span=span)

    def make_number(self, parts: Children, span: Span) -> nodes.Number:
        return self.number(parts[0].text, span)

    def number(self, written: str, span: Span) -> nodes.Number:
        """A number of bounded length, exactly as written."""
        if len(written) > LONGEST_NUMBER:
            fault = NumberTooLong(digits=len(written), limit=LONGEST_NUMBER)
            self.diagnostics.append(fault.at(span))
            written = "0"
        return nodes.Number(Fraction(written), written, span=span)

    def make_minus(self, parts: Children, span: Span) -> nodes.Number:
        return nodes.Number(-parts[0].value, f"-{parts[0].written}", span=span)

    def make_signed(self, parts: Children, span: Span) -> nodes.Number:
        number: nodes.Number = parts[0]
        return number

    def whole(self, token: Token) -> int:
        """A small whole number, such as a count of levels."""
        return int(self.number(token.text, self.place(token)).value)

    def date(self, token: Token) -> nodes.DateLiteral:
        """A date of the calendar; another is reported."""
        span = self.place(token)
        year, month, day = (int(part) for part in token.text.split("-"))
        try:
            value = datetime.date(year, month, day)
        except ValueError:
            self.diagnostics.append(BadDate(written=token.text).at(span))
            return nodes.DateLiteral(None, span=span)
        if token.text != value.isoformat():
            fault = BadDate(written=token.text, near=value.isoformat())
            self.diagnostics.append(fault.at(span))
        return nodes.DateLiteral(value, span=span)

    def make_date_literal(self, parts: Children, span: Span) -> nodes.DateLiteral:
        return self.date(parts[0])

    def make_until(self, parts: Children, span: Span) -> nodes.DateLiteral:
        return self.date(parts[0])

    def make_cite(self, parts: Children, span: Span) -> nodes.Cite:
        return nodes.Cite(self.plain(parts[0]), parts[1], span=span)

    def make_assumed(self, parts: Children, span: Span) -> nodes.Assumed:
        return nodes.Assumed(parts[0], span=span)

    def make_details(self, parts: Children, span: Span) -> tuple[Node, ...]:
        return tuple(parts)

    def make_note(self, parts: Children, span: Span) -> nodes.Note:
        return nodes.Note(parts[0], parts[1] if len(parts) > 1 else None, span=span)

    # --- files, methodologies, changes ------------------------------------------

    def make_start(self, parts: Children, span: Span) -> nodes.File:
        return nodes.File(tuple(parts), span=span)

    def make_expression(self, parts: Children, span: Span) -> Node:
        node: Node = parts[0]
        return node

    def make_methodology(self, parts: Children, span: Span) -> nodes.Methodology:
        path, title, *rest = parts
        return nodes.Methodology(self.plain(path), title, tuple(rest), span=span)

    def make_in_force(self, parts: Children, span: Span) -> nodes.InForce:
        until = parts[1] if len(parts) > 1 else None
        return nodes.InForce(self.date(parts[0]), until, span=span)

    def make_source(self, parts: Children, span: Span) -> nodes.Source:
        address = parts[2] if len(parts) > 2 else None
        return nodes.Source(self.plain(parts[0]), parts[1], address, span=span)

    def make_address(self, parts: Children, span: Span) -> nodes.Words:
        words: nodes.Words = parts[0]
        return words

    def make_extends(self, parts: Children, span: Span) -> nodes.Extends:
        return nodes.Extends(self.plain(parts[0]), parts[1], span=span)

    def make_use(self, parts: Children, span: Span) -> nodes.Use:
        token = parts[0]
        return nodes.Use(nodes.Words(unquoted(token), span=self.place(token)), span=span)

    def make_replace(self, parts: Children, span: Span) -> nodes.Change:
        return self.change("replace", parts[0], span)

    def make_add(self, parts: Children, span: Span) -> nodes.Change:
        return self.change("add", parts[0], span)

    def change(self, action: str, declaration: Node, span: Span) -> nodes.Change:
        """What is done to a whole declaration."""
        kind = KINDS.get(type(declaration), "") or str(getattr(declaration, "kind", ""))
        found = getattr(declaration, "id", None)
        return nodes.Change(action, kind, found, declaration, span=span)

    def make_kind(self, parts: Children, span: Span) -> str:
        return " ".join(part.text for part in parts)

    def make_remove(self, parts: Children, span: Span) -> nodes.Change:
        return nodes.Change("remove", parts[0], parts[1], span=span)

    def make_remove_overall(self, parts: Children, span: Span) -> nodes.Change:
        return nodes.Change("remove", "overall", None, span=span)

    def make_remove_property(self, parts: Children, span: Span) -> nodes.Change:
        name = nodes.Id(unquoted(parts[0]), span=self.place(parts[0]))
        return nodes.Change("remove", "property", name, span=span)

    def add_to(self, kind: str, parts: Children, span: Span) -> nodes.Change:
        """Statements added to the block of a declaration."""
        head = 0 if kind == "overall" else 1
        found = parts[0] if head else None
        return nodes.Change("add to", kind, found, None, tuple(parts[head:]), span=span)

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
        return Fraction(1, 10 ** min(self.whole(parts[0]), LONGEST_NUMBER))

    def make_to_nearest(self, parts: Children, span: Span) -> Fraction:
        value: Fraction = parts[0].value
        return abs(value) or Fraction(1)

    def make_band(self, parts: Children, span: Span) -> nodes.Band:
        found, level, *rest = parts
        word, kept = words_first(rest)
        details = kept[0] if kept else ()
        return nodes.Band(found, self.plain(level), word, details, span=span)

    def range(self, low: Any, is_low_in: bool, high: Any, is_high_in: bool, span: Span) -> nodes.Range:  # noqa: E501
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
        title, (expression, *rest) = words_first(parts[1:])
        details = rest[0] if rest else ()
        return nodes.Let(parts[0], title, expression, details, span=span)

    # --- domains, standards, questions ------------------------------------------

    def make_domain(self, parts: Children, span: Span) -> nodes.Domain:
        return nodes.Domain(parts[0], parts[1], tuple(parts[2:]), span=span)

    def make_standard(self, parts: Children, span: Span) -> nodes.Standard:
        return nodes.Standard(parts[0], parts[1], tuple(parts[2:]), span=span)

    def make_key_question(self, parts: Children, span: Span) -> nodes.Question:
        return self.question("key question", parts, span)

    def make_question(self, parts: Children, span: Span) -> nodes.Question:
        return self.question("question", parts, span)

    def make_prompt(self, parts: Children, span: Span) -> nodes.Question:
        return self.question("prompt", parts, span)

    def question(self, kind: str, parts: Children, span: Span) -> nodes.Question:
        """A question of any kind."""
        return nodes.Question(kind, parts[0], parts[1], tuple(parts[2:]), span=span)

    def make_question_set(self, parts: Children, span: Span) -> nodes.QuestionSet:
        title, (condition, *rest) = words_first(parts[1:])
        return nodes.QuestionSet(parts[0], title, condition, tuple(rest), span=span)

    def make_asked_when(self, parts: Children, span: Span) -> nodes.AskedWhen:
        return nodes.AskedWhen(parts[0], span=span)

    def make_pools(self, parts: Children, span: Span) -> nodes.Pools:
        return nodes.Pools(tuple(parts), span=span)

    def make_characteristic(self, parts: Children, span: Span) -> nodes.Characteristic:
        return nodes.Characteristic(self.plain(parts[0]), parts[1], span=span)

    def make_clause(self, parts: Children, span: Span) -> nodes.Clause:
        return nodes.Clause(self.plain(parts[0]), parts[1], span=span)

    def make_otherwise(self, parts: Children, span: Span) -> nodes.Clause:
        return nodes.Clause(self.plain(parts[0]), None, span=span)

    # --- how ratings are made ---------------------------------------------------

    def make_score(self, parts: Children, span: Span) -> nodes.Score:
        return nodes.Score(parts[0], span=span)

    def make_rating(self, parts: Children, span: Span) -> nodes.RatingRule:
        return nodes.RatingRule(parts[0], span=span)

    def make_limit(self, parts: Children, span: Span) -> nodes.Limit:
        rest = [part for part in parts if part != "of score"]
        of = "score" if "of score" in parts else "rating"
        bound, value, *after = rest
        when, because, details = conditions(after)
        return nodes.Limit(of, bound, value, when, because, details, span=span)

    def make_of_score(self, parts: Children, span: Span) -> str:
        return "of score"

    def make_cap(self, parts: Children, span: Span) -> str:
        return "at most"

    def make_floor(self, parts: Children, span: Span) -> str:
        return "at least"

    def make_when(self, parts: Children, span: Span) -> list[Any]:
        return ["when", parts[0]]

    def make_because(self, parts: Children, span: Span) -> list[Any]:
        return ["because", parts[0]]

    def make_adjust(self, parts: Children, span: Span) -> nodes.Adjust:
        return nodes.Adjust(tuple(parts), span=span)

    def make_raise_by(self, parts: Children, span: Span) -> nodes.Step:
        return self.step("raise by", parts, span)

    def make_lower_by(self, parts: Children, span: Span) -> nodes.Step:
        return self.step("lower by", parts, span)

    def make_keep_at_most(self, parts: Children, span: Span) -> nodes.Step:
        return self.step("keep at most", parts, span)

    def make_keep_at_least(self, parts: Children, span: Span) -> nodes.Step:
        return self.step("keep at least", parts, span)

    def make_set_to(self, parts: Children, span: Span) -> nodes.Step:
        return self.step("set to", parts, span)

    def step(self, action: str, parts: Children, span: Span) -> nodes.Step:
        """One step of an adjustment."""
        first, *rest = parts
        amount, value = 0, first
        if isinstance(first, Token):
            amount, value = self.whole(first), None
        when, because, details = conditions(rest)
        return nodes.Step(action, amount, value, when, because, details, span=span)

    def make_when_not_rated(self, parts: Children, span: Span) -> nodes.WhenNotRated:
        action, level = parts[-1]
        return nodes.WhenNotRated(action, level, span=span)

    def make_leave_out(self, parts: Children, span: Span) -> tuple[str, None]:
        return "leave out", None

    def make_stay_not_rated(self, parts: Children, span: Span) -> tuple[str, None]:
        return "not rated", None

    def make_count_as(self, parts: Children, span: Span) -> tuple[str, nodes.Id]:
        return "count as", self.plain(parts[0])

    def make_overall(self, parts: Children, span: Span) -> nodes.Overall:
        title, rest = words_first(parts)
        return nodes.Overall(title, rest, span=span)

    def make_table(self, parts: Children, span: Span) -> nodes.Table:
        title, rest = words_first(parts[1:])
        split = next(i for i, part in enumerate(rest) if isinstance(part, nodes.Type))
        columns, target, kept = rest[:split], rest[split], rest[split + 1 :]
        return nodes.Table(parts[0], title, columns, target, kept, span=span)

    def make_row(self, parts: Children, span: Span) -> nodes.Row:
        cells = tuple(part for part in parts if isinstance(part, nodes.Cell))
        result, *rest = parts[len(cells) :]
        details = rest[0] if rest else ()
        return nodes.Row(cells, self.plain(result), details, span=span)

    def make_any(self, parts: Children, span: Span) -> nodes.Cell:
        return nodes.Cell("any", (), span=span)

    def make_among(self, parts: Children, span: Span) -> nodes.Cell:
        return nodes.Cell("among", tuple(map(self.plain, parts)), span=span)

    def make_none_of(self, parts: Children, span: Span) -> nodes.Cell:
        return nodes.Cell("none of", tuple(map(self.plain, parts)), span=span)

    # --- discretion and properties ----------------------------------------------

    def make_on_standards(self, parts: Children, span: Span) -> list[Any]:
        return ["target", "standards", ()]

    def make_on_domain(self, parts: Children, span: Span) -> list[Any]:
        return ["target", "domain", tuple(parts)]

    def make_on_standard(self, parts: Children, span: Span) -> list[Any]:
        return ["target", "standard", tuple(parts)]

    def make_on_overall(self, parts: Children, span: Span) -> list[Any]:
        return ["target", "overall", ()]

    def make_discretion(self, parts: Children, span: Span) -> nodes.Discretion:
        (_, target, ids), *rest = parts
        return nodes.Discretion(target, ids, tuple(rest), span=span)

    def make_may_move(self, parts: Children, span: Span) -> nodes.MayMove:
        direction = parts[0] if isinstance(parts[0], str) else ""
        levels = next(part for part in parts if isinstance(part, Token))
        return nodes.MayMove(direction, self.whole(levels), span=span)

    def make_upwards(self, parts: Children, span: Span) -> str:
        return "up"

    def make_downwards(self, parts: Children, span: Span) -> str:
        return "down"

    def make_triggers(self, parts: Children, span: Span) -> nodes.Setting:
        return nodes.Setting("when", tuple(parts), span=span)

    def make_within_points(self, parts: Children, span: Span) -> nodes.Trigger:
        return nodes.Trigger("within points", parts[0].value, span=span)

    def make_one_case(self, parts: Children, span: Span) -> nodes.Trigger:
        return nodes.Trigger("one case", span=span)

    def make_fewer_than(self, parts: Children, span: Span) -> nodes.Trigger:
        return nodes.Trigger("fewer than", Fraction(self.whole(parts[0])), span=span)

    def make_trigger_condition(self, parts: Children, span: Span) -> nodes.Trigger:
        return nodes.Trigger("condition", None, parts[0], span=span)

    def make_needs(self, parts: Children, span: Span) -> nodes.Setting:
        return nodes.Setting("needs", tuple(parts), span=span)

    def make_property(self, parts: Children, span: Span) -> nodes.Property:
        token, *claims = parts
        name = nodes.Words(unquoted(token), span=self.place(token))
        return nodes.Property(name, tuple(claims), span=span)

    def claim(self, kind: str, parts: Children, span: Span) -> nodes.Claim:
        """One claim, perhaps with a condition."""
        return nodes.Claim(kind, parts[0] if parts else None, span=span)

    def make_monotone(self, parts: Children, span: Span) -> nodes.Claim:
        return self.claim("monotone", parts, span)

    make_monotone_in = make_monotone

    def make_always(self, parts: Children, span: Span) -> nodes.Claim:
        return self.claim("always", parts, span)

    def make_never(self, parts: Children, span: Span) -> nodes.Claim:
        return self.claim("never", parts, span)

    def make_possible(self, parts: Children, span: Span) -> nodes.Claim:
        return self.claim("possible", parts, span)

    def make_complete(self, parts: Children, span: Span) -> nodes.Claim:
        return self.claim("complete", parts, span)

    def make_complete_table(self, parts: Children, span: Span) -> nodes.Claim:
        return nodes.Claim("complete table", None, parts[0], span=span)

    def make_complete_bands(self, parts: Children, span: Span) -> nodes.Claim:
        return nodes.Claim("complete bands", None, parts[0], span=span)


def words_first(parts: Children) -> tuple[nodes.Words | None, tuple[Any, ...]]:
    """A title, where the first part is one, and the others."""
    if parts and isinstance(parts[0], nodes.Words):
        return parts[0], tuple(parts[1:])
    return None, tuple(parts)


def sort_out(parts: Children) -> dict[type, Any]:
    """The parts by their class; the first of each."""
    found: dict[type, Any] = {}
    for part in parts:
        found.setdefault(type(part), part)
    return found


def is_pair(part: Any, name: str) -> bool:
    """Whether a part is a value on its way up under a name."""
    return isinstance(part, list) and part[0] == name


def conditions(
    parts: Children,
) -> tuple[Node | None, nodes.Words | None, tuple[Node, ...]]:
    """What stands after a limit or step: when, because and details."""
    when = next((part[1] for part in parts if is_pair(part, "when")), None)
    because = next((part[1] for part in parts if is_pair(part, "because")), None)
    details = next((part for part in parts if isinstance(part, tuple)), ())
    return when, because, details
