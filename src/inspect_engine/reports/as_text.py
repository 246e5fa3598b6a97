"""For eyes: the ratings page of a report, then a table for each standard."""

from collections.abc import Iterator

from attrs import evolve
from rich.console import ConsoleRenderable
from rich.table import Table
from rich.text import Text

from inspect_engine.evaluation.outcome import Result
from inspect_engine.reports.look import Look
from inspect_engine.reports.question_tables import (
    DRIVER,
    QuestionTables,
    rating_style,
)
from inspect_engine.reports.rows import NO_ANSWERS, Page, Shown, StandardRow
from inspect_engine.reports.sheet import columns, ruled, words, written
from inspect_engine.reports.tables import page
from inspect_engine.reports.wording import any_of

WIDEST = 120
"""Columns beyond which a line is harder to follow than to break."""

Parts = Iterator[ConsoleRenderable]


def render(result: Result, look: Look) -> str:
    """The page, without a line end after its last line."""
    look = evolve(look, width=min(look.width, WIDEST))
    return written(list(_Writer(page(result), look).parts()), look)


class _Writer:
    """The parts of a page, each after an empty line; one without words is left out."""

    def __init__(self, shown: Page, look: Look) -> None:
        self.shown = shown
        self.look = look
        rated = [one for row in shown.standards for one in row.key_questions]
        also = [one for row in shown.standards for one in row.questions]
        self.tables = QuestionTables(rated, look)
        self.other_tables = QuestionTables([*also, *shown.questions], look)

    def parts(self) -> Parts:
        """The whole page, from what decides to what is behind it."""
        yield from self._head()
        yield self._ratings()
        yield from self._open()
        yield from self._pairs("Decisions", self.shown.decisions)
        yield from self._standards()
        yield from self._others()
        yield from self._pairs("Figures", self._values())
        yield from self._notices()
        yield words("")
        yield words(f"Digest {self.shown.digest}", "faint")

    def _head(self) -> Parts:
        shown = self.shown
        yield words(shown.name, "strong")
        yield words(f"{shown.methodology} ({shown.identity})")
        if shown.date:
            yield words(f"Fieldwork began on {shown.date}")
        if self.look.is_verbose and shown.records:
            yield words(f"Records: {shown.records}")
        yield words("")

    def _ratings(self) -> Table:
        """The score and the overall rating, then each standard under its domain."""
        table = ruled(self.look, show_header=False)
        table.add_column()
        table.add_column()
        overall = self.shown.overall
        if overall and overall.score:
            table.add_row(words("Score", "strong"), words(overall.score, "strong"))
        if overall:
            table.add_row(words(overall.title, "strong"), _rating(overall.rating))
            table.add_section()
        wide = max((len(row.id) for row in self._rated()), default=0)
        for domain in self.shown.domains:
            if domain.heading and domain.rated:
                table.add_row(words(domain.heading, "strong"))
            for row in domain.rated:
                name = f"  {row.id:<{wide}}  {row.title}"
                table.add_row(words(name), _rating(row.rating))
        return table

    def _rated(self) -> Iterator[StandardRow]:
        return (row for row in self.shown.standards if row.is_rated)

    def _open(self) -> Parts:
        rows = self.shown.open_ratings
        if not rows:
            return
        yield from _heading("Still open")
        table = columns()
        for row in rows:
            why = f"{any_of(row.possible)} still possible"
            table.add_row(words(f"  {row.name}"), words(_joined(why, row.why)))
        yield table

    def _standards(self) -> Parts:
        is_new = True
        for row in self.shown.standards:
            yield from self._standard(row)
            if is_new and any(one.is_driver for one in row.key_questions):
                yield words(f"{DRIVER} decides the rating", "faint")
                is_new = False

    def _standard(self, row: StandardRow) -> Parts:
        also = row.questions if self.look.is_verbose else ()
        if not row.key_questions and not also:
            return
        yield words("")
        yield _title(row)
        is_empty = row.is_unanswered and not self.look.is_verbose
        if row.key_questions and not is_empty:
            yield self.tables.table("Key question", row.key_questions)
            yield from [words("")] if also else []
        if also:
            yield self.other_tables.table("Also asked", also)

    def _others(self) -> Parts:
        """Questions that belong to no standard."""
        if self.look.is_verbose and self.shown.questions:
            yield from _heading("Other questions")
            yield self.other_tables.table("Question", self.shown.questions)

    def _values(self) -> tuple[tuple[str, str], ...]:
        """Those that are known; with the open ones where all is asked for."""
        return tuple(
            (row.name, row.text)
            for row in self.shown.values
            if row.is_known or self.look.is_verbose
        )

    def _pairs(self, title: str, rows: tuple[tuple[str, str], ...]) -> Parts:
        if not rows:
            return
        yield from _heading(title)
        table = columns()
        for name, text in rows:
            table.add_row(words(f"  {name}"), words(text))
        yield table

    def _notices(self) -> Parts:
        if not self.shown.notices:
            return
        yield from _heading("Notes")
        for notice in self.shown.notices:
            yield words(f"{notice.severity}[{notice.code}]: {notice.message}")


def _heading(title: str) -> Parts:
    yield words("")
    yield words(title, "strong")


def _title(row: StandardRow) -> Text:
    """Its name and rating, and how that came about where no table tells."""
    how = f" ({row.how})" if row.how and row.is_rated else ""
    none = f", {NO_ANSWERS}" if row.is_unanswered else ""
    name = words(f"{row.id} {row.title}: ", "strong")
    return Text.assemble(name, _rating(row.rating), none, how)


def _rating(rating: Shown) -> Text:
    return words(rating.text, rating_style(rating))


def _joined(text: str, why: str) -> str:
    return f"{text}: {why}" if why else text
