"""Read what a test of an example file expects, against the rules that it is of."""

import re
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from inspect_engine.binding.name_faults import UnknownName
from inspect_engine.diagnostics.fault import Fault
from inspect_engine.diagnostics.pages import all_codes
from inspect_engine.diagnostics.suggest import nearest
from inspect_engine.documents import nodes
from inspect_engine.documents.nodes import Node, Scalar, Sequence
from inspect_engine.evaluation.scoring import bands_by_question
from inspect_engine.examples.findings import NOT_APPLICABLE, NOT_RATED, UNDETERMINED
from inspect_engine.examples.outcome import Written
from inspect_engine.examples.wanted import Wanted, WantedCodes
from inspect_engine.model.kinds import ChoiceKind, DateKind, LevelKind, NumberKind
from inspect_engine.model.methodology import Methodology, Question
from inspect_engine.model.scales import RatingScale
from inspect_engine.records.faults import LevelOfUnrated, UnknownKey
from inspect_engine.records.reading.report import Report, nfc, quoted
from inspect_engine.records.reading.values import (
    read_date,
    read_level,
    read_number,
    read_value,
)
from inspect_engine.source import Span

OVERALL = "overall"
SECTIONS = (
    "overall",
    "score",
    "standards",
    "questions",
    "values",
    "not_rated",
    "undetermined",
    "diagnostics",
)
RATING_FIELDS = ("rating", "score", "computed", "possible", "drivers")
COUNTS = ("base", "yes", "no", "not_applicable", "unanswered")
QUESTION_FIELDS = ("percent", "exact", *COUNTS, "band", "rating", "possible", "answer")
FIGURES = ("score", "percent", "exact", *COUNTS)
FRACTION = re.compile(r"(-?[0-9]{1,30})/([0-9]{1,30})")
COUNT = re.compile(r"[0-9]{1,9} of [0-9]{1,9}")
RANGE = re.compile(r"-?[0-9./]{1,60} to -?[0-9./]{1,60}")

Word = tuple[str, Span]


class ExpectReader:
    """Reads expectations, and reports every name and level that is none."""

    def __init__(self, rules: Methodology, report: Report) -> None:
        """Index the rules once for a file."""
        self.rules = rules
        self.report = report
        self.questions = dict(_with_prompts(rules.questions.values()))
        self.scales = {
            name: bands.scale
            for standard in rules.standards.values()
            for name, bands in bands_by_question(standard).items()
        }
        self.wanted: list[Wanted] = []
        self.codes: WantedCodes | None = None

    def read(self, node: Node) -> None:
        """Take everything that stands under `expect`."""
        sections: Mapping[str, Callable[[Node], None]] = {
            "overall": lambda found: self.rated(OVERALL, found),
            "score": lambda found: self.field(OVERALL, "score", found),
            "standards": self.standards,
            "questions": self.each_question,
            "values": self.values,
            "not_rated": self.not_rated,
            "undetermined": self.undetermined,
            "diagnostics": self.diagnostics,
        }
        for key, value in self.report.entries(node, "«expect»"):
            read = sections.get(key.text)
            if read is None:
                self.unknown_key(key, "«expect»", SECTIONS)
            elif key.text in (OVERALL, "score") and self.rules.overall is None:
                self.unknown("overall rating", key.text, key.span, ())
            else:
                read(value)

    # --- names ------------------------------------------------------------------------

    def unknown_key(self, key: Scalar, where: str, known: Iterable[str]) -> None:
        """Report a word that means nothing in its place."""
        names = tuple(known)
        fault = UnknownKey(
            key=quoted(key.text),
            where=where,
            near=nearest(key.text, names),
            known=", ".join(names),
        )
        self.report.add(fault, key.span)

    def unknown(self, kind: str, name: str, span: Span, known: Iterable[str]) -> None:
        """Report a name that the rules do not have."""
        near = nearest(name, known)
        self.report.add(UnknownName(name=quoted(name), kind=kind, near=near), span)

    def standards(self, node: Node) -> None:
        """What is expected of each standard."""
        for key, value in self.report.entries(node, "«standards»"):
            name = nfc(key.text)
            if name in self.rules.standards:
                self.rated(name, value)
            else:
                self.unknown("standard", name, key.span, self.rules.standards)

    def each_question(self, node: Node) -> None:
        """What is expected of each question."""
        for key, value in self.report.entries(node, "«questions»"):
            name = nfc(key.text)
            if name not in self.questions:
                self.unknown("question", name, key.span, self.questions)
            elif isinstance(value, nodes.Mapping):
                self.fields(name, value, QUESTION_FIELDS)
            else:
                self.field(name, self.question_field(name, value), value)

    def question_field(self, name: str, node: Node | None = None) -> str:
        """What one word expects: «18 of 42», a rating or, without one, an answer."""
        if isinstance(node, Scalar) and COUNT.fullmatch(node.text):
            return "count"
        return "rating" if self.scale_of(name) is not None else "answer"

    def values(self, node: Node) -> None:
        """What is expected of each named value."""
        for key, value in self.report.entries(node, "«values»"):
            name = nfc(key.text)
            if name in self.rules.values:
                self.field(name, "value", value)
            else:
                self.unknown("value", name, key.span, self.rules.values)

    def not_rated(self, node: Node) -> None:
        """The standards that are not to be rated."""
        for name, span in self.listed(node, "«not_rated»"):
            if self.is_target(name, span):
                self.add(name, "rating", ((NOT_RATED, span),), None, Written.RULES)

    def undetermined(self, node: Node) -> None:
        """The ratings that are to be open, perhaps with what is possible."""
        if isinstance(node, nodes.Mapping):
            for key, value in node.entries:
                if self.is_target(nfc(key.text), key.span):
                    self.possible(nfc(key.text), value)
            return
        for name, span in self.listed(node, "«undetermined»"):
            if self.is_target(name, span):
                self.add(name, "rating", ((UNDETERMINED, span),), None, Written.RULES)

    def is_target(self, name: str, span: Span) -> bool:
        """Whether something is rated; otherwise that is reported."""
        known = [*self.rules.standards, *self.scales]
        known += [OVERALL] if self.rules.overall is not None else []
        if name not in known:
            self.unknown("standard or key question", name, span, known)
        return name in known

    def diagnostics(self, node: Node) -> None:
        """The codes that are to be told."""
        words = tuple(self.listed(node, "«diagnostics»"))
        known = all_codes()
        for code, span in words:
            if code not in known:
                self.unknown("diagnostic", code, span, known)
        codes = tuple(code for code, _ in words)
        self.codes = WantedCodes(codes=codes, is_all=True, span=node.span)

    # --- ratings and fields -----------------------------------------------------------

    def rated(self, name: str, node: Node) -> None:
        """A rating in one word, what is possible in a list, or its parts by name."""
        if isinstance(node, nodes.Mapping):
            self.fields(name, node, RATING_FIELDS)
        else:
            self.field(name, "rating", node)

    def fields(self, name: str, node: nodes.Mapping, known: Iterable[str]) -> None:
        """The parts of what is expected, by name."""
        fields = tuple(known)
        for key, value in node.entries:
            if key.text in fields:
                self.field(name, key.text, value)
            else:
                self.unknown_key(key, f"what is expected of «{name}»", fields)

    def field(self, name: str, field: str, node: Node) -> None:
        """One part of what is expected."""
        if field == "possible" or (isinstance(node, Sequence) and field != "drivers"):
            self.possible(name, node)
        elif field == "drivers":
            self.drivers(name, node)
        else:
            text = self.report.text(node, f"what is expected of «{name}»")
            if text:
                self.word(name, field, text, node.span)
            elif self.report.is_blank(node):
                fault = UnknownKey(key=name, where="«expect» without a value")
                self.report.add(fault, node.span)

    def word(
        self,
        name: str,
        field: str,
        text: str,
        span: Span,
        written: Written = Written.VALUE,
    ) -> None:
        """One word that is expected, as the rules know it."""
        found = self.reading(name, field, text)
        if isinstance(found, Fault):
            self.report.add(found, span)
            return
        word, number = found
        self.add(name, field, ((word, span),), number, written)

    def possible(self, name: str, node: Node, field: str = "rating") -> None:
        """Everything that is possible, and nothing else is."""
        self.alternatives(name, field, self.listed(node, f"«{name}»"), node.span)

    def alternatives(
        self,
        name: str,
        field: str,
        words: Iterable[Word],
        span: Span,
        written: Written = Written.LIST,
    ) -> None:
        """Everything that is possible, word by word."""
        if name in self.rules.values:
            field = "value"
        kept: list[Word] = []
        for text, place in words:
            found = self.reading(name, field, text)
            if isinstance(found, Fault):
                self.report.add(found, place)
            else:
                kept.append((found[0], place))
        self.add(name, field, tuple(kept), None, written, span)

    def drivers(self, name: str, node: Node) -> None:
        """The key questions, or standards, that decide."""
        words = tuple(self.listed(node, "«drivers»"))
        self.driving(name, words, node.span)

    def driving(
        self,
        name: str,
        words: Iterable[Word],
        span: Span,
        written: Written = Written.LIST,
    ) -> None:
        """The key questions, or standards, that decide, word by word."""
        kept = tuple(words)
        known = tuple(self.rules.standards)
        if name != OVERALL:
            standard = self.rules.standards[name]
            known = tuple(one.id for one in standard.key_questions)
        for word, place in kept:
            if word not in known:
                self.unknown(f"key question of «{name}»", word, place, known)
        self.add(name, "drivers", kept, None, written, span)

    def listed(self, node: Node, what: str) -> Iterable[Word]:
        """The words of a list; one word alone is a list of one."""
        items = node.items if isinstance(node, Sequence) else (node,)
        for item in items:
            text = self.report.text(item, f"each of {what}")
            if text:
                yield text, item.span

    # --- words ------------------------------------------------------------------------

    def scale_of(self, name: str) -> RatingScale | None:
        """The scale that something is rated on."""
        if name == OVERALL:
            return self.rules.overall.rule.scale if self.rules.overall else None
        if name in self.rules.standards:
            return self.rules.standards[name].rule.scale
        question = self.questions.get(name)
        judged = question.judged_on if question is not None else None
        return judged or self.scales.get(name)

    def reading(
        self, name: str, field: str, text: str
    ) -> tuple[str, Fraction | None] | Fault:
        """A word as the rules know it, and as a number where it is one."""
        if text == UNDETERMINED:
            return text, None
        if field in FIGURES:
            return _figure(text, name)
        if field == "value":
            return self.value(name, text)
        if field == "answer":
            return _choice(self.questions[name].answers, text, name)
        if field in ("band", "count"):
            return text, None
        if text == NOT_RATED:
            return text, None
        scale = self.scale_of(name)
        if scale is None:
            return LevelOfUnrated(name=name)
        return _as_word(read_level(scale, text, name))

    def value(self, name: str, text: str) -> tuple[str, Fraction | None] | Fault:
        """A word that is expected of a named value."""
        kind = self.rules.values[name].kind
        match kind:
            case LevelKind():
                is_none = text == NOT_RATED
                return (
                    (text, None)
                    if is_none
                    else _as_word(read_level(kind.scale, text, name))
                )
            case ChoiceKind():
                return _choice(kind, text, name)
            case NumberKind():
                return _figure(text, name)
            case DateKind():
                day = read_date(text, name)
                return day if isinstance(day, Fault) else (day.isoformat(), None)
        return text, None

    def add(
        self,
        name: str,
        field: str,
        words: tuple[Word, ...],
        number: Fraction | None,
        written: Written,
        span: Span | None = None,
    ) -> None:
        """Keep one expectation."""
        is_list = span is not None
        if not words and not is_list:
            return
        subject, about = self.about(name, field)
        self.wanted.append(
            Wanted(
                subject=subject,
                about=about,
                words=tuple(word for word, _ in words),
                number=number,
                is_list=is_list,
                span=span or words[0][1],
                written=written,
            )
        )

    def about(self, name: str, field: str) -> tuple[str, tuple[str, ...]]:
        """What an expectation is about: in words, and as findings know it."""
        of = "" if field in ("rating", "value", "answer", "count") else f", {field}"
        if name == OVERALL:
            return f"overall{of}", (OVERALL, field)
        if name in self.rules.standards:
            return f"standard {name}{of}", ("standards", name, field)
        if name in self.questions:
            return f"question {name}{of}", ("questions", name, field)
        return f"value {name}", ("values", name)


def _figure(text: str, name: str) -> tuple[str, Fraction | None] | Fault:
    """A number, a fraction, or the ends of a range."""
    fraction = FRACTION.fullmatch(text)
    if fraction and int(fraction[2]):
        return text, Fraction(int(fraction[1]), int(fraction[2]))
    if RANGE.fullmatch(text) or text == "none":
        return text, None
    found = read_number(text.removesuffix("%"), name)
    return found if isinstance(found, Fault) else (text, found)


def _choice(kind: ChoiceKind, text: str, name: str) -> tuple[str, None] | Fault:
    if text == NOT_APPLICABLE:
        return text, None
    return _as_word(read_value(kind, text, name))


def _as_word(found: object) -> tuple[str, None] | Fault:
    return found if isinstance(found, Fault) else (str(found), None)


def _with_prompts(
    questions: Iterable[Question],
) -> Iterable[tuple[str, Question]]:
    for question in questions:
        yield question.id, question
        yield from _with_prompts(question.prompts)
