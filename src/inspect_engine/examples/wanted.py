"""What an example expects, and whether a result has it."""

from collections.abc import Iterable
from fractions import Fraction

from attrs import field

from inspect_engine.diagnostics.diagnostic import Diagnostic, Severity
from inspect_engine.evaluation.outcome import Result
from inspect_engine.examples.evidence import under
from inspect_engine.examples.findings import About, Finding, find
from inspect_engine.examples.outcome import Mismatch, Written
from inspect_engine.shapes import shape
from inspect_engine.source import Span

DIAGNOSTICS = "diagnostics"


@shape(kw_only=True)
class Wanted:
    """One thing that a result must say.

    A list of words must be exactly what is possible, or what decides; else there is
    one word, or a number.
    """

    subject: str
    about: About
    words: tuple[str, ...]
    number: Fraction | None = None
    is_list: bool = False
    span: Span = field(repr=False)
    written: Written = Written.VALUE

    @property
    def expected(self) -> str:
        """What is expected, in words."""
        return in_words(self.words) if self.is_list else self.words[0]


@shape(kw_only=True)
class WantedCodes:
    """The diagnostics that must be told.

    With `is_all`, they are all the errors and warnings that are told; notes need not
    be named.
    """

    codes: tuple[str, ...]
    is_all: bool
    span: Span = field(repr=False)
    written: Written = Written.LIST


def mismatch(result: Result, wanted: Wanted) -> Mismatch | None:
    """What differs; None where the result is as expected."""
    finding = find(result, wanted.about)
    if _holds(finding, wanted):
        return None
    return Mismatch(
        subject=wanted.subject,
        expected=wanted.expected,
        found=found_words(finding),
        under=under(result, wanted.about),
        span=wanted.span,
        written=wanted.written,
        instead=_instead(finding, wanted),
        may_be_none=wanted.is_list and not finding.possible,
    )


def found_words(finding: Finding) -> str:
    """What was found, with what is possible where that is more than one thing."""
    if finding.word == "undetermined" and finding.possible:
        return f"undetermined, {in_words(finding.possible, 'or')}"
    return finding.word


def codes_mismatch(told: Iterable[Diagnostic], wanted: WantedCodes) -> Mismatch | None:
    """What differs between the diagnostics told and those expected."""
    every = tuple(told)
    found = {one.code for one in every}
    serious = {one.code for one in every if one.severity is not Severity.NOTE}
    missing = [code for code in wanted.codes if code not in found]
    surplus = serious - set(wanted.codes) if wanted.is_all else set()
    if not missing and not surplus:
        return None
    instead = tuple(sorted(serious | (found & set(wanted.codes))))
    return Mismatch(
        subject="diagnostics",
        expected=in_words(wanted.codes),
        found=in_words(instead),
        under=tuple(map(line_of, every)),
        span=wanted.span,
        written=wanted.written,
        instead=instead,
        may_be_none=True,
    )


def line_of(found: Diagnostic) -> str:
    """A diagnostic on one line, with its place."""
    name, line, column = found.place
    place = f" at {name}:{line}:{column}" if line else ""
    return f"{found.severity.value} {found.code}{place}: {found.message}"


def in_words(words: Iterable[str], joint: str = "and") -> str:
    """«a, b and c»; «none» where there are none."""
    *first, last = tuple(words) or ("none",)
    return f"{', '.join(first)} {joint} {last}" if first else last


def _holds(finding: Finding, wanted: Wanted) -> bool:
    if wanted.is_list:
        return set(wanted.words) == set(finding.possible)
    if wanted.number is not None:
        return finding.number == wanted.number
    return wanted.words[0] in (finding.word, *_as_one(finding))


def _as_one(finding: Finding) -> tuple[str, ...]:
    """A range is one thing to expect, though it is not one number."""
    is_range = len(finding.possible) == 1 and " to " in finding.possible[0]
    return finding.possible if is_range else ()


def _instead(finding: Finding, wanted: Wanted) -> tuple[str, ...]:
    if not wanted.is_list and finding.word != "undetermined":
        return (finding.word,)
    return finding.possible
