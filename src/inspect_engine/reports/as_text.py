"""For eyes: the ratings page of a report, then a table for each standard."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from inspect_engine.evaluation.outcome import Result
from inspect_engine.reports.layout import (
    Cell,
    Column,
    ends,
    measure,
    paint,
    paragraph,
    table,
)
from inspect_engine.reports.look import Look
from inspect_engine.reports.tables import (
    OverallRow,
    Page,
    QuestionRow,
    Shown,
    StandardRow,
    any_of,
    page,
)

WIDEST = 110
"""Columns beyond which a line is harder to follow than to break."""

DRIVER = "*"

COLUMNS = (
    Column(""),
    Column(""),
    Column("Key question", is_text=True),
    Column("Yes", to_right=True),
    Column("Cases", yields=2),
    Column("In words", yields=1),
    Column("Rating", yields=1),
)


def render(result: Result, look: Look) -> str:
    """The page, without a line end after its last line."""
    shown = page(result)
    return "\n".join(_Writer(shown, look).lines())


class _Writer:
    """The parts of a page, for one width and one way of colouring."""

    def __init__(self, shown: Page, look: Look) -> None:
        self.shown = shown
        self.look = look
        self.width = min(look.width, WIDEST)
        self.colour = look.colour
        # Measured over all questions, so that the tables of a page stand in line.
        cells = [_cells(row) for row in shown.all_questions]
        self.widths = measure(COLUMNS, cells, self.width) if cells else None

    def lines(self) -> Iterator[str]:
        """The whole page; parts that say nothing are left out."""
        shown = self.shown
        parts = [
            self._heading(shown),
            self._ratings(shown),
            *(self._standard(row) for row in shown.standards if row.questions),
            self._questions("Other questions", shown.questions),
            self._named("Decisions", _decisions(shown)),
            self._named("Still open, because answers are missing", _open(shown)),
            self._notices(shown),
            self._named("Values", shown.values if self.look.is_verbose else ()),
            [self._faint(f"Digest {shown.digest}")],
        ]
        is_first = True
        for lines in filter(None, map(list, parts)):
            yield from lines if is_first else ["", *lines]
            is_first = False

    def _heading(self, shown: Page) -> Iterator[str]:
        yield from self._strong(shown.name)
        yield from paragraph(f"{shown.methodology} ({shown.identity})", self.width)
        facts = [f"Fieldwork {shown.date}"] if shown.date else []
        facts += [shown.records] if shown.records else []
        yield from paragraph(", ".join(facts), self.width)

    def _ratings(self, shown: Page) -> Iterator[str]:
        if shown.overall:
            yield from self._overall(shown.overall)
            yield self._rule()
        for domain in shown.domains:
            yield from self._strong(domain.heading)
            wide = max((len(row.id) for row in domain.standards), default=0)
            for row in domain.standards:
                rating = _cell(row.rating)
                name = f"  {row.id:<{wide}}  {row.title}"
                yield from ends(name, rating, self.width, self.colour)

    def _overall(self, overall: OverallRow) -> Iterator[str]:
        if overall.score:
            score = Cell(overall.score, "strong")
            yield from ends("Score", score, self.width, self.colour)
        rating = _cell(overall.rating)
        yield from ends(overall.title, rating, self.width, self.colour)

    def _standard(self, row: StandardRow) -> Iterator[str]:
        yield self._rule()
        rating = _cell(row.rating)
        left = f"{row.id} {row.title}"
        yield from ends(left, rating, self.width, self.colour)
        if row.how:
            yield f"  {row.how}"
        yield from self._table(row.questions)
        drivers = sum(question.is_driver for question in row.questions)
        if drivers:
            verb = "decides" if drivers == 1 else "decide"
            yield self._faint(f"{DRIVER} {verb} the rating")

    def _questions(self, title: str, rows: tuple[QuestionRow, ...]) -> Iterator[str]:
        if rows:
            yield self._rule()
            yield from self._strong(title)
            yield from self._table(rows)

    def _table(self, rows: tuple[QuestionRow, ...]) -> Iterator[str]:
        cells = [_cells(row) for row in rows]
        if self.widths is None:
            return self._stacked(rows)
        return table(COLUMNS, cells, self.widths, self.colour)

    def _stacked(self, rows: tuple[QuestionRow, ...]) -> Iterator[str]:
        """A question on lines of its own, where a table is too wide."""
        for row in rows:
            mark, id, title, *figures = _cells(row)
            first = f"{mark.text:<1} {id.text} "
            yield from paragraph(title.text, self.width, first, "  ")
            said = ", ".join(cell.text for cell in figures if cell.text)
            yield from paragraph(said, self.width, "  ", "  ")

    def _named(self, title: str, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
        rows = tuple(rows)
        if rows:
            yield from self._strong(title)
        for name, text in rows:
            yield from paragraph(f"{name}: {text}", self.width, "  ", "    ")

    def _notices(self, shown: Page) -> Iterator[str]:
        if shown.notices:
            yield from self._strong("Notices")
        for notice in shown.notices:
            said = f"{notice.severity}[{notice.code}]: {notice.message}"
            yield from paragraph(said, self.width, "  ", "    ")

    def _rule(self) -> str:
        return self._faint(("\u2500" if self.look.has_lines else "-") * self.width)

    def _strong(self, text: str) -> Iterator[str]:
        for line in paragraph(text, self.width):
            yield paint(line, "strong", self.colour)

    def _faint(self, text: str) -> str:
        return paint(text, "faint", self.colour)


def _decisions(shown: Page) -> Iterator[tuple[str, str]]:
    rows = [(f"{row.id} {row.title}", row.decision) for row in shown.standards]
    overall = [(shown.overall.title, shown.overall.decision)] if shown.overall else []
    return (pair for pair in [*rows, *overall] if pair[1])


def _open(shown: Page) -> Iterator[tuple[str, str]]:
    for name, rating in shown.open_ratings:
        yield name, f"{any_of(rating.possible)} still possible"


def _cells(row: QuestionRow) -> list[Cell]:
    weight = "strong" if row.is_driver else ""
    return [
        Cell(DRIVER if row.is_driver else "", weight),
        Cell(f"{'- ' * row.depth}{row.id}", weight),
        Cell(row.title, weight),
        Cell(row.percent, weight),
        Cell(row.choices or row.base),
        Cell(row.word),
        _cell(row.rating) if row.rating else Cell(""),
    ]


def _cell(rating: Shown) -> Cell:
    return Cell(rating.text, _style(rating))


def _style(rating: Shown) -> str:
    """A colour for each place on a scale; the words never depend on it."""
    if rating.possible:
        return "open"
    match rating.place:
        case None:
            return "faint"
        case Fraction(numerator=0):
            return "worst"
        case Fraction(numerator=1, denominator=1):
            return "best"
        case place:
            return "lower" if place <= Fraction(1, 2) else "upper"
