"""One value: from its text to what the rules mean by it, or to what is wrong with it.

It knows no places, so that it serves files with lines and tables with cells alike.
"""

import datetime
import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import assert_never

from inspect_engine.diagnostics.fault import Fault
from inspect_engine.diagnostics.suggest import nearest
from inspect_engine.model.kinds import (
    NOT_APPLICABLE,
    ChoiceKind,
    ConditionKind,
    DateKind,
    Kind,
    LevelKind,
    NumberKind,
    TextKind,
)
from inspect_engine.model.scales import RatingScale
from inspect_engine.model.semantics import plain
from inspect_engine.records.bundle import Given
from inspect_engine.records.faults import (
    AnswerOutside,
    NotADate,
    NotANumber,
    NotApplicableNotAllowed,
    NumberOutside,
    UnknownLevel,
)
from inspect_engine.records.reading.report import nfc, quoted

NUMBER = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?")
COUNT = re.compile(r"[0-9]{1,15}")
ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
LOOSE_DATE = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[T ].*)?")
DAY_FIRST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")


USUAL = {
    **dict.fromkeys(("y", "true", "t", "1"), "yes"),
    **dict.fromkeys(("n", "false", "f", "0"), "no"),
    **dict.fromkeys(("n/a", "na", "n.a.", "not applicable"), NOT_APPLICABLE),
}
"""What other programs write for an answer: suggested, and never taken for it."""

NOTHING = ("null", "~", "none", "nan", "-")
"""What other programs write where there is no answer."""


def read_value(kind: Kind, written: str, name: str) -> Given | Fault:
    """The value that a text stands for; None for no text at all."""
    text = nfc(written)
    if not text:
        return None
    if isinstance(kind, LevelKind):
        return read_level(kind.scale, text, name)
    if isinstance(kind, ConditionKind):
        raise AssertionError("a condition is never given, only worked out")
    if text == NOT_APPLICABLE:
        is_allowed = kind.may_be_not_applicable
        return text if is_allowed else NotApplicableNotAllowed(name=name)
    match kind:
        case ChoiceKind():
            return _choice(kind, text, name)
        case NumberKind():
            return _number(kind, text, name)
        case DateKind():
            return read_date(text, name)
        case TextKind():
            return text
    assert_never(kind)


def choice_spellings(kind: ChoiceKind) -> dict[str, str]:
    """The choice that each spelling means: an id before a label before a synonym."""
    known = {choice.id: choice.id for choice in kind.choices}
    for choice in kind.choices:
        known.setdefault(choice.label, choice.id)
    for choice in kind.choices:
        for spelling in choice.also:
            known.setdefault(spelling, choice.id)
    return known


def choices_in_words(kind: ChoiceKind) -> str:
    """The ids that may be written, for a hint."""
    return ", ".join(_ids(kind))


def read_count(text: str) -> int | None:
    """A whole number, nought or more; None for anything else."""
    return int(text) if COUNT.fullmatch(text) else None


def read_number(text: str, name: str) -> Fraction | Fault:
    """A number in digits."""
    if NUMBER.fullmatch(text):
        return Fraction(text)
    return NotANumber(name=name, written=quoted(text), near=_near_number(text))


def read_date(text: str, name: str) -> datetime.date | Fault:
    """A date of the calendar, year first."""
    found = ISO_DATE.fullmatch(text)
    day = _day(*found.groups()) if found else None
    if day is not None:
        return day
    return NotADate(name=name, written=quoted(text), near=_near_date(text))


def read_level(scale: RatingScale, text: str, name: str) -> str | Fault:
    """The id of a level, by its id or its label."""
    known = {level.id: level.id for level in scale.levels}
    for level in scale.levels:
        known.setdefault(level.label, level.id)
    if text in known:
        return known[text]
    return UnknownLevel(
        name=name,
        written=quoted(text),
        scale=scale.id,
        levels=", ".join(level.id for level in scale.levels),
        near=nearest(text, known.values()) or nearest(text, known),
    )


def _ids(kind: ChoiceKind) -> list[str]:
    ids = [choice.id for choice in kind.choices]
    return [*ids, NOT_APPLICABLE] if kind.may_be_not_applicable else ids


def _choice(kind: ChoiceKind, text: str, name: str) -> str | Fault:
    known = choice_spellings(kind)
    if text in known:
        return known[text]
    is_nothing = text.casefold() in NOTHING
    return AnswerOutside(
        name=name,
        written=quoted(text),
        choices=choices_in_words(kind),
        near="" if is_nothing else _near_choice(text, _ids(kind), known),
        advice="leave it out where it is not answered" if is_nothing else "",
    )


def _near_choice(text: str, ids: Sequence[str], known: Iterable[str]) -> str:
    usual = USUAL.get(text.casefold(), "")
    if usual in ids:
        return usual
    return nearest(text, ids) or nearest(text, known)


def _number(kind: NumberKind, text: str, name: str) -> Fraction | Fault:
    labelled = dict(zip(kind.labels, kind.allowed, strict=False))
    if text in labelled:
        return labelled[text]
    number = read_number(text, name)
    if isinstance(number, Fault):
        return number
    kept = number / 100 if kind.kind == "percent" else number
    reason, allowed = _limits(kind, kept)
    if not reason:
        return kept
    return NumberOutside(
        name=name, written=quoted(text), allowed=allowed, reason=reason
    )


def _limits(kind: NumberKind, number: Fraction) -> tuple[str, str]:
    """Which limit a number breaks, with that limit in words."""
    if kind.allowed and number not in kind.allowed:
        return "not-listed", "one of " + ", ".join(map(plain, kind.allowed))
    if kind.kind in ("whole", "days") and number.denominator != 1:
        return "not-whole", "a whole number"
    if not kind.extent.holds(number):
        return "outside", kind.extent.in_words()
    return "", ""


def _near_number(text: str) -> str:
    """The digits in a number with separators, a percent sign or spaces."""
    bare = text.strip().removesuffix("%").strip().removeprefix("+")
    if re.fullmatch(r"-?[0-9]{1,3}([, ][0-9]{3})+(\.[0-9]+)?", bare):
        bare = bare.replace(",", "").replace(" ", "")
    return bare if NUMBER.fullmatch(bare) else ""


def _near_date(text: str) -> str:
    found = LOOSE_DATE.fullmatch(text)
    day = _day(*found.groups()) if found else _day_first(text)
    return day.isoformat() if day else ""


def _day_first(text: str) -> datetime.date | None:
    """A date with the year last, where day and month cannot be mistaken."""
    found = DAY_FIRST.fullmatch(text)
    if not found:
        return None
    day, month, year = found.groups()
    is_plain = int(day) > 12 or int(day) == int(month)
    return _day(year, month, day) if is_plain else None


def _day(year: str, month: str, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None
