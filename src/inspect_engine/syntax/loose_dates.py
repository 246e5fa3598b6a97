"""Dates as people write them, and the one that each may stand for."""

import datetime
import re
from typing import NamedTuple

_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\w)")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\w)")
_IN_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\s+(\d{4})(?!\w)")


class LooseDate(NamedTuple):
    """A date of the calendar in a text, and where it ends.

    `near` is the date where nobody could read another; `day_first` is the one that
    is meant where the day stands before the month.
    """

    iso: str
    end: int
    near: str = ""
    day_first: str = ""


def loose_date(text: str, start: int = 0) -> LooseDate | None:
    """The date that a text shows in a place, not written as year-month-day."""
    if found := _YEAR_FIRST.match(text, start):
        year, month, day = map(int, found.groups())
        return _certain(_iso(year, month, day), found.end())
    if found := _IN_WORDS.match(text, start):
        month = _month(found[2])
        return _certain(_iso(int(found[3]), month, int(found[1])), found.end())
    if found := _YEAR_LAST.match(text, start):
        day, month, year = int(found[1]), int(found[3]), int(found[4])
        return _year_last(day, month, year, found.end())
    return None


def _certain(iso: str, end: int) -> LooseDate | None:
    return LooseDate(iso, end, near=iso) if iso else None


def _year_last(day: int, month: int, year: int, end: int) -> LooseDate | None:
    found = _iso(year, month, day)
    if not found:
        return _certain(_iso(year, day, month), end)
    return LooseDate(found, end, day_first=found)


def _month(word: str) -> int:
    """The number of a month, by its name or how the name starts; else 0."""
    wanted = word.lower()
    names = [name for name in _MONTHS if name.startswith(wanted)]
    return _MONTHS.index(names[0]) + 1 if len(names) == 1 else 0


def _iso(year: int, month: int, day: int) -> str:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return ""
