"""Whether a condition that an example expects is true, and what is so if it is not."""

import datetime
from collections.abc import Iterator
from fractions import Fraction

from inspect_engine.evaluation.figures import Figure
from inspect_engine.evaluation.interpreter import Interpreter
from inspect_engine.evaluation.kinds_at_hand import kind_of, unit_of
from inspect_engine.evaluation.outcome import Result
from inspect_engine.evaluation.scoring import truth_names
from inspect_engine.examples.evidence import under
from inspect_engine.examples.findings import NOT_RATED, find
from inspect_engine.examples.outcome import Mismatch, Written
from inspect_engine.examples.wanted import in_words
from inspect_engine.model import expressions as model
from inspect_engine.model.examples import Expectation
from inspect_engine.model.expressions import Expression
from inspect_engine.model.kinds import ChoiceKind, ConditionKind, DateKind, LevelKind
from inspect_engine.model.semantics import TRUE, Rounding, plain

TENTHS = Rounding("half up", Fraction(1, 10))
SHOWN = (
    model.RatingOf,
    model.ScoreOf,
    model.NamedValue,
    model.InputValue,
    model.AnswerFigure,
    model.RecordFigure,
    model.Judgement,
)
"""Parts of a condition whose values explain it."""


def mismatch(
    whole: Interpreter, result: Result, expected: Expectation
) -> Mismatch | None:
    """What differs; None where it is as expected."""
    match expected.kind:
        case "may be":
            assert expected.subject is not None
            return _may_be(whole, result, expected, expected.subject)
        case "decided by":
            return _decided_by(result, expected)
    assert expected.condition is not None
    return _holds(whole, result, expected, expected.condition)


def _holds(
    whole: Interpreter, result: Result, expected: Expectation, condition: Expression
) -> Mismatch | None:
    truth = whole.truth(condition)
    if truth == TRUE:
        return None
    found = " or ".join(truth_names(truth))
    wanted = "true"
    if isinstance(condition, model.Comparison) and condition.operator == "is":
        found = shown(whole, condition.left)
        wanted = shown(whole, condition.right)
        return _made(expected, _subject(condition.left), wanted, found, whole, result)
    return _made(expected, expected.text, wanted, found, whole, result)


def _made(
    expected: Expectation,
    subject: str,
    wanted: str,
    found: str,
    whole: Interpreter,
    result: Result,
) -> Mismatch:
    condition = expected.condition or expected.subject
    assert condition is not None
    return Mismatch(
        subject=subject,
        expected=wanted,
        found=found,
        under=tuple(dict.fromkeys(_under(whole, result, condition))),
        span=expected.span,
        written=Written.RULES,
    )


def _may_be(
    whole: Interpreter, result: Result, expected: Expectation, subject: Expression
) -> Mismatch | None:
    kind = kind_of(subject)
    assert isinstance(kind, LevelKind)
    possible = _levels(kind, whole.mask(subject))
    if set(possible) == set(expected.names):
        return None
    wanted, found = in_words(expected.names, "or"), in_words(possible, "or")
    return _made(expected, _subject(subject), wanted, found, whole, result)


def _decided_by(result: Result, expected: Expectation) -> Mismatch | None:
    target = expected.target
    about = (target,) if target == "overall" else ("standards", target)
    found = find(result, (*about, "drivers"))
    if set(found.possible) == set(expected.names):
        return None
    return Mismatch(
        subject=f"what decides {' '.join(about[-1:])}",
        expected=in_words(expected.names),
        found=in_words(found.possible),
        under=under(result, about),
        span=expected.span,
        written=Written.RULES,
    )


def _under(whole: Interpreter, result: Result, node: Expression) -> Iterator[str]:
    """The values of the parts of a condition, and what its ratings rest on."""
    for part in model.parts_of(node):
        if isinstance(part, SHOWN):
            yield f"{_subject(part)}: {shown(whole, part)}"
    for part in model.parts_of(node):
        if isinstance(part, (model.RatingOf, model.ScoreOf)):
            is_whole = part.target == "overall"
            yield from under(
                result, ("overall",) if is_whole else ("standards", part.target)
            )


def _subject(node: Expression) -> str:
    """What a part is called, as its author wrote it."""
    return " ".join(node.span.text.split())


def shown(whole: Interpreter, node: Expression) -> str:
    """The value of any expression of the inspection, in words."""
    kind = kind_of(node)
    value = whole.any_value(node)
    match kind:
        case LevelKind():
            assert isinstance(value, int)
            return _open(_levels(kind, value))
        case ChoiceKind():
            assert isinstance(value, int)
            return _open(kind.names(value))
        case ConditionKind():
            assert isinstance(value, int)
            return _open(truth_names(value))
    figure = whole.as_figure(value)
    return _figure(figure, unit_of(kind), is_date=isinstance(kind, DateKind))


def _levels(kind: LevelKind, mask: int) -> tuple[str, ...]:
    levels = tuple(level.id for level in kind.scale.members(mask))
    return (*levels, NOT_RATED) if mask & kind.scale.not_rated else levels


def _open(possible: tuple[str, ...]) -> str:
    words = in_words(possible, "or")
    return words if len(possible) < 2 else f"undetermined, {words}"


def _figure(figure: Figure, unit: int, *, is_date: bool) -> str:
    if not figure.has_value:
        return "none"
    ends = [
        None if end is None else _date(end) if is_date else _number(end, unit)
        for end in figure.bounds()
    ]
    match ends:
        case [str() as low, str() as high]:
            is_open = figure.single is None
            return f"undetermined, {low} to {high}" if is_open else low
        case [str() as low, _]:
            return f"undetermined, at least {low}"
        case [_, str() as high]:
            return f"undetermined, at most {high}"
    return "undetermined"


def _date(ordinal: Fraction) -> str:
    return datetime.date.fromordinal(int(ordinal)).isoformat()


def _number(number: Fraction, unit: int) -> str:
    """A number, or a percent; one whose decimals do not end, with its fraction."""
    if unit == 1:
        return plain(number)
    percent = plain(number * unit)
    if "/" not in percent:
        return f"{percent}%"
    return f"{plain(TENTHS.apply(number * unit))}% (exactly {plain(number)})"
