"""A published percent with its base, as every count that it can stand for."""

from fractions import Fraction

from inspect_engine.diagnostics.fault import Fault
from inspect_engine.diagnostics.suggest import nearest
from inspect_engine.documents.nodes import Mapping, Scalar
from inspect_engine.model.semantics import Rounding, plain
from inspect_engine.records.bundle import PercentTally
from inspect_engine.records.faults import (
    MissingKey,
    NumberOutside,
    TallyNoCount,
    TallyNotACount,
    TallyWithoutYes,
    UnknownKey,
    UnknownRounding,
)
from inspect_engine.records.reading.report import Report, quoted
from inspect_engine.records.reading.roundings import (
    HUNDRED,
    MODES,
    counts_behind,
    nearest_counts,
    read_rounding,
    rounding_of,
)
from inspect_engine.records.reading.values import (
    choices_in_words,
    read_count,
    read_number,
)
from inspect_engine.records.reading.vocabulary import Tallied, Vocabulary

OF_A_PERCENT = ("percent", "relevant", "rounded")


def read_percent(
    tallied: Tallied, key: Scalar, node: Mapping, words: Vocabulary, report: Report
) -> PercentTally | None:
    """The tally of a percent; None where something is wrong with it."""
    _report_unknown(tallied, node, report)
    if not tallied.kind.yes:
        choices = choices_in_words(tallied.kind)
        report.add(TallyWithoutYes(name=tallied.name, choices=choices), key.span)
        return None
    percent = _percent(tallied, key, node, report)
    relevant = _relevant(tallied, key, node, report)
    rounding = _rounding(tallied, node, words, report)
    if percent is None or relevant is None or rounding is None:
        return None
    counts = counts_behind(percent, relevant, rounding)
    if counts is not None:
        return PercentTally(percent, relevant, rounding, *counts, key.span)
    fault = _no_count(tallied, percent, relevant, rounding)
    report.add(fault, (node.get("percent") or key).span)
    return None


def _report_unknown(tallied: Tallied, node: Mapping, report: Report) -> None:
    for name, _ in node.entries:
        if name.text not in OF_A_PERCENT:
            fault = UnknownKey(
                key=quoted(name.text),
                where=f"the percent of «{tallied.name}»",
                near=nearest(name.text, OF_A_PERCENT),
                known=", ".join(OF_A_PERCENT),
            )
            report.add(fault, name.span)


def _text(
    name: str, tallied: Tallied, key: Scalar, node: Mapping, report: Report
) -> str:
    value = node.get(name)
    if value is None or report.is_blank(value):
        where = f"The percent of «{tallied.name}»"
        report.add_missing(MissingKey(key=name, where=where), node, key.span)
        return ""
    return report.text(value, f"«{name}»")


def _percent(
    tallied: Tallied, key: Scalar, node: Mapping, report: Report
) -> Fraction | None:
    text = _text("percent", tallied, key, node, report)
    if not text:
        return None
    found = read_number(text, "percent")
    if isinstance(found, Fraction) and not 0 <= found <= HUNDRED:
        found = NumberOutside(
            name="percent", written=quoted(text), allowed="0 to 100", reason="outside"
        )
    if isinstance(found, Fault):
        report.add(found, (node.get("percent") or key).span)
        return None
    return found


def _relevant(
    tallied: Tallied, key: Scalar, node: Mapping, report: Report
) -> int | None:
    text = _text("relevant", tallied, key, node, report)
    count = read_count(text)
    if text and count is None:
        fault = TallyNotACount(choice="relevant", written=f"«{quoted(text)}»")
        report.add(fault, (node.get("relevant") or key).span)
    return count


def _rounding(
    tallied: Tallied, node: Mapping, words: Vocabulary, report: Report
) -> Rounding | None:
    value = node.get("rounded")
    text = report.text(value, "«rounded»") if value is not None else ""
    if value is None or report.is_blank(value):
        return rounding_of(tallied.question, words.methodology)
    found = read_rounding(text)
    if found is None and text:
        fault = UnknownRounding(written=quoted(text), near=nearest(text, MODES))
        report.add(fault, value.span)
    return found


def _no_count(
    tallied: Tallied, percent: Fraction, relevant: int, rounding: Rounding
) -> Fault:
    return TallyNoCount(
        percent=plain(percent),
        relevant=relevant,
        plural=tallied.record.plural if tallied.record else "records",
        nearest=nearest_counts(percent, relevant, rounding),
        rounding=rounding.in_words(),
    )
