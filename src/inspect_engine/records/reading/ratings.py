"""What a bundle says of ratings: judgements, published ratings, decisions."""

import datetime

from inspect_engine.diagnostics.fault import Fault
from inspect_engine.diagnostics.suggest import nearest
from inspect_engine.documents.nodes import Mapping, Node, Scalar
from inspect_engine.model.methodology import Methodology, Question
from inspect_engine.model.ratings import RatingRule
from inspect_engine.model.scales import RatingScale
from inspect_engine.records.bundle import Decision
from inspect_engine.records.faults import (
    JudgementOfComputed,
    LevelOfUnrated,
    MissingKey,
    SaidTwice,
    UnknownKey,
    UnknownStandard,
)
from inspect_engine.records.reading.report import Report, first_line, nfc, quoted
from inspect_engine.records.reading.values import read_date, read_level
from inspect_engine.records.reading.vocabulary import Vocabulary

OVERALL = "overall"
TARGETS = ("standard", "target")
WORDS = ("to", "reason", "authority", "on", "basis")


class RatingReader:
    """Reads levels that people gave, not the rules."""

    def __init__(self, words: Vocabulary, report: Report) -> None:
        """Begin with none."""
        self._words = words
        self._report = report
        self._rules = _rules(words.methodology)
        self.judgements: dict[str, str] = {}
        self.published: dict[str, str] = {}
        self.decisions: list[Decision] = []
        self.judged: dict[str, Scalar] = {}
        self.printed: dict[str, Scalar] = {}

    def read_judgements(self, node: Node) -> None:
        """Take levels of judged standards and key questions."""
        for key, value in self._report.entries(node, "«judgements»"):
            level = self._level(self._judged_on(nfc(key.text)), key, value)
            if level:
                self.judgements[nfc(key.text)] = level
                self.judged[nfc(key.text)] = key

    def read_published(self, node: Node) -> None:
        """Take ratings known from a published page."""
        for key, value in self._report.entries(node, "«published»"):
            level = self._level(self._rated_on(nfc(key.text)), key, value)
            if level:
                self.published[nfc(key.text)] = level
                self.printed[nfc(key.text)] = key

    def read_decisions(self, node: Node) -> None:
        """Take uses of discretion; whether they are allowed is not asked here."""
        for item in self._report.items(node, "«decisions»"):
            if isinstance(item, Mapping):
                self._decision(item)
            elif self._report.is_blank(item):
                fault = MissingKey(key="standard", where="The decision")
                self._report.add_missing(fault, item)
            else:
                self._report.entries(item, "a decision")

    # --- scales -------------------------------------------------------------------

    def _judged_on(self, name: str) -> RatingScale | Fault:
        question = self._words.questions.get(name)
        if question is not None:
            return question.judged_on or _answered(question)
        rule = self._rules.get(name)
        if rule is None:
            return self._unknown(name, "judged standard or key question")
        if rule.scale is None:
            return LevelOfUnrated(name=name)
        if rule.is_judged:
            return rule.scale
        return JudgementOfComputed(name=name, basis="the answers and other ratings")

    def _rated_on(self, name: str) -> RatingScale | Fault:
        rule = self._rules.get(name)
        if rule is None:
            return self._unknown(name, "standard")
        return rule.scale or LevelOfUnrated(name=name)

    def _unknown(self, name: str, wanted: str) -> Fault:
        judged = [
            question.id
            for question in self._words.questions.values()
            if question.judged_on is not None and wanted != "standard"
        ]
        near = nearest(name, [*self._rules, *judged])
        return UnknownStandard(name=quoted(name), wanted=wanted, near=near)

    def _level(self, scale: RatingScale | Fault, key: Scalar, value: Node) -> str:
        if isinstance(scale, Fault):
            # A template may hold an empty place for what is known, not for a slip.
            if isinstance(scale, UnknownStandard) or not self._report.is_blank(value):
                self._report.add(scale, key.span)
            return ""
        text = self._report.text(value, f"the level of «{quoted(key.text)}»")
        level = read_level(scale, text, quoted(nfc(key.text))) if text else ""
        if isinstance(level, Fault):
            self._report.add(level, value.span)
            return ""
        return level

    # --- decisions ----------------------------------------------------------------

    def _decision(self, node: Mapping) -> None:
        self._report_unknown(node)
        target = self._target(node)
        level = self._decided(node, target)
        texts = {name: self._text(node, name) for name in WORDS if name != "to"}
        on = self._date(node, texts.pop("on"))
        if target is not None and level:
            span = first_line(node)
            decision = Decision(
                target=nfc(target.text), to=level, on=on, span=span, **texts
            )
            self.decisions.append(decision)

    def _report_unknown(self, node: Mapping) -> None:
        known = (*TARGETS, *WORDS)
        for key, _ in node.entries:
            if key.text not in known:
                fault = UnknownKey(
                    key=quoted(key.text),
                    where="a decision",
                    near=nearest(key.text, known),
                    known=", ".join(known),
                )
                self._report.add(fault, key.span)

    def _target(self, node: Mapping) -> Scalar | None:
        said = [key for key, _ in node.entries if key.text in TARGETS]
        if len(said) > 1:
            fault: Fault = SaidTwice(one=said[0].text, other=said[1].text)
            self._report.add(fault, said[1].span)
        value = node.get(said[0].text) if said else None
        if value is None or self._report.is_blank(value):
            fault = MissingKey(key="standard", where="The decision")
            self._report.add_missing(fault, node)
            return None
        self._report.text(value, f"«{said[0].text}»")
        return value if isinstance(value, Scalar) else None

    def _decided(self, node: Mapping, target: Scalar | None) -> str:
        to = node.get("to")
        if to is None or self._report.is_blank(to):
            fault = MissingKey(key="to", where="The decision")
            self._report.add_missing(fault, node)
        scale = self._rated_on(nfc(target.text)) if target else None
        if target is None or scale is None:
            return ""
        if to is None and isinstance(scale, RatingScale):
            return ""
        return self._level(scale, target, to if to is not None else target)

    def _text(self, node: Mapping, name: str) -> str:
        value = node.get(name)
        return self._report.text(value, f"«{name}»") if value is not None else ""

    def _date(self, node: Mapping, text: str) -> datetime.date | None:
        day = read_date(text, "on") if text else None
        if isinstance(day, Fault):
            value = node.get("on") or node
            self._report.add(day, value.span)
            return None
        return day


def _rules(methodology: Methodology) -> dict[str, RatingRule]:
    """Everything with a rating, by the name that bundles use."""
    standards = methodology.standards.items()
    rules = {name: standard.rule for name, standard in standards}
    if methodology.overall is not None:
        rules.setdefault(OVERALL, methodology.overall.rule)
    return rules


def _answered(question: Question) -> Fault:
    return JudgementOfComputed(name=question.id, basis="the answers in records")
