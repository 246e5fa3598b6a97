"""Tables of questions: a row for each, its wording wrapped in a column of its own."""

from collections.abc import Iterator, Sequence

from rich.table import Table
from rich.text import Text

from inspect_engine.reports.look import Look
from inspect_engine.reports.rows import QuestionRow, Shown
from inspect_engine.reports.sheet import GAP, ruled, words

DRIVER = "*"
HEADINGS = ("", "Yes", "Base", "Band", "Rating")
"""Those of all columns but the wording; that of the wording names its questions."""

WRAPPING = 3
"""The columns from this one on wrap where the wording would have too little room."""

ENOUGH, LEAST = 40, 22
"""Columns of wording that read well, and those below which a table is of no use."""


class QuestionTables:
    """Tables that stand in line with each other, since all share their widths."""

    def __init__(self, rows: Sequence[QuestionRow], look: Look) -> None:
        self.look = look
        shown = list(_all_rows(rows, look))
        figures = map(_figures, shown)
        self.columns = list(zip(HEADINGS, *figures, strict=True))
        self.used = [any(texts[1:]) for texts in self.columns]
        wordings = (part for row in shown for part in (row.title, row.choices))
        self.longest = max((ENOUGH, *map(cell_len, wordings)))
        self.widths = self._widths(len(HEADINGS))
        if self._room(self.widths) < ENOUGH:
            self.widths = self._widths(WRAPPING)

    def table(self, heading: str, rows: Sequence[QuestionRow]) -> Table:
        """The questions under their headings."""
        is_narrow = self._room(self.widths) < LEAST
        return (self._stacked if is_narrow else self._wide)(heading, rows)

    def _wide(self, heading: str, rows: Sequence[QuestionRow]) -> Table:
        table = ruled(self.look, show_edge=False, pad_edge=False)
        self._add_columns(table, 0, 1)
        table.add_column(words(heading), width=self._wording_width())
        self._add_columns(table, 1)
        for row in _all_rows(rows, self.look):
            cells = list(map(words, _figures(row), _styles(row)))
            kept = [cell for cell, used in zip(cells, self.used, strict=True) if used]
            kept.insert(self.used[0], _wording(row))
            table.add_row(*kept)
        return table

    def _stacked(self, heading: str, rows: Sequence[QuestionRow]) -> Table:
        """A question's figures below its wording, where they have no room beside it."""
        table = ruled(self.look, show_edge=False, pad_edge=False)
        self._add_columns(table, 0, 1)
        table.add_column(words(heading))
        for row in _all_rows(rows, self.look):
            first, *figures = _figures(row)
            below = ", ".join(" ".join(text.split()) for text in figures if text)
            both = Text("\n").join([_wording(row), words(below)])
            ids = [words(first, _weight(row))] if self.used[0] else []
            table.add_row(*ids, both)
        return table

    def _add_columns(self, table: Table, first: int, end: int | None = None) -> None:
        """The columns that have words, from one to before another."""
        for at in range(len(HEADINGS))[first:end]:
            if self.used[at]:
                heading = words(HEADINGS[at])
                heading.justify = "right" if HEADINGS[at] == "Yes" else "left"
                table.add_column(
                    heading, width=self.widths[at], justify=heading.justify
                )

    def _widths(self, wrapping: int) -> list[int]:
        """How wide each column is; those that wrap, as wide as their longest word."""
        wide = []
        for at, texts in enumerate(self.columns):
            seam = "\n" if at < wrapping else None
            pieces = (piece for text in texts for piece in text.split(seam))
            wide.append(max(map(cell_len, pieces), default=0) * self.used[at])
        return wide

    def _room(self, widths: Sequence[int]) -> int:
        """What the columns leave of a line to the wording."""
        gaps = GAP * sum(self.used)
        return self.look.width - sum(widths) - gaps

    def _wording_width(self) -> int:
        return min(self._room(self.widths), self.longest)


def _all_rows(rows: Sequence[QuestionRow], look: Look) -> Iterator[QuestionRow]:
    for row in rows:
        yield row
        if look.is_verbose:
            yield from row.prompts


def _figures(row: QuestionRow) -> tuple[str, ...]:
    """The words of each column but that of the wording."""
    mark = DRIVER if row.is_driver else " "
    base = [part for part in (row.base, row.left) if part]
    # Other answers than yes and no are listed; what is rated shows what it is rated on.
    has_share = not row.choices or row.rating is not None
    return (
        f"{mark} {row.id}" if _has_short_id(row) else mark.strip(),
        row.percent if has_share else "",
        "\n".join(base) if has_share else row.left,
        row.word,
        row.rating.text if row.rating else "",
    )


def _wording(row: QuestionRow) -> Text:
    below = [] if _has_short_id(row) else [words(row.id, "faint")]
    below += [words(row.choices)] if row.choices else []
    return Text("\n").join([words(row.title, _weight(row)), *below])


def _has_short_id(row: QuestionRow) -> bool:
    """Whether its id is a number such as 2.1.3a; a name would be a wide column."""
    return row.id[:1].isdigit() or len(row.id) <= len("2.1.3a")


def _styles(row: QuestionRow) -> tuple[str, ...]:
    weight = _weight(row)
    return weight, weight, "", "", rating_style(row.rating) if row.rating else ""


def _weight(row: QuestionRow) -> str:
    return "strong" if row.is_driver else ""


def cell_len(text: str) -> int:
    """The columns of a screen that a text takes."""
    return words(text).cell_len


def rating_style(rating: Shown) -> str:
    """The style for a place on a scale."""
    match rating.place:
        case _ if rating.possible:
            return "open"
        case None:
            return "faint"
        case 0:
            return "worst"
        case 1:
            return "best"
        case place:
            return "lower" if 2 * place <= 1 else "upper"
