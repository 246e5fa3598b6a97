"""The rows that every report lays out: words that are ready to be read."""

from fractions import Fraction

from inspect_engine.shapes import shape

NO_ANSWERS = "no answers"
"""The base of a question of which nothing is known."""


@shape(eq=True)
class Shown:
    """A rating in words; `place` is 0 for the worst of its scale, 1 for the best.

    `place` is None where there is no rating. `possible` has the labels of what is
    still possible while the rating is open.
    """

    text: str
    place: Fraction | None = None
    possible: tuple[str, ...] = ()


@shape(kw_only=True, eq=True)
class QuestionRow:
    """A key question, question or prompt.

    `base` is as printed, «18 of 42», and `left` how much of it is open. `choices` has
    the count of each choice, where there are others than yes and no.
    """

    id: str
    title: str
    percent: str
    base: str
    left: str
    word: str
    rating: Shown | None
    is_driver: bool
    choices: str
    prompts: tuple["QuestionRow", ...]


@shape(kw_only=True, eq=True)
class StandardRow:
    """A standard with its final rating, and the rows of its questions.

    `is_rated` tells whether the rules rate it at all. `why` says what keeps the
    rating open.
    """

    id: str
    title: str
    rating: Shown
    is_rated: bool
    how: str
    why: str
    decision: str
    key_questions: tuple[QuestionRow, ...]
    questions: tuple[QuestionRow, ...]

    @property
    def is_unanswered(self) -> bool:
        """Whether nothing at all is known of any key question."""
        rows = self.key_questions
        return bool(rows) and all(row.base == NO_ANSWERS for row in rows)


@shape(kw_only=True, eq=True)
class DomainRow:
    """A domain and its standards; the title is empty where there is no domain."""

    id: str
    title: str
    standards: tuple[StandardRow, ...]

    @property
    def heading(self) -> str:
        """«2. Service delivery»; the title alone where the id is no number."""
        return f"{self.id}. {self.title}" if self.id.isdigit() else self.title

    @property
    def rated(self) -> tuple[StandardRow, ...]:
        """The standards that the rules rate."""
        return tuple(row for row in self.standards if row.is_rated)


@shape(kw_only=True, eq=True)
class OverallRow:
    """The overall rating; `score` is as printed, «03/21», empty where there is none."""

    title: str
    score: str
    spoken_score: str
    rating: Shown
    why: str
    decision: str


@shape(kw_only=True, eq=True)
class ValueRow:
    """A named value; `is_known` tells whether it is one figure, and not several."""

    name: str
    text: str
    is_known: bool


@shape(kw_only=True, eq=True)
class NoticeRow:
    """Something that the result rests on or lacks, as a diagnostic says it."""

    severity: str
    code: str
    message: str


@shape(kw_only=True, eq=True)
class OpenRow:
    """A rating that is open: what it may still be, and what keeps it open."""

    name: str
    possible: tuple[str, ...]
    why: str


@shape(kw_only=True, eq=True)
class Page:
    """All that a report of one inspection says."""

    name: str
    methodology: str
    identity: str
    date: str
    overall: OverallRow | None
    domains: tuple[DomainRow, ...]
    questions: tuple[QuestionRow, ...]
    records: str
    values: tuple[ValueRow, ...]
    notices: tuple[NoticeRow, ...]
    digest: str

    @property
    def standards(self) -> tuple[StandardRow, ...]:
        """The standards of all domains, in order."""
        return tuple(row for domain in self.domains for row in domain.standards)

    @property
    def open_ratings(self) -> tuple[OpenRow, ...]:
        """The ratings that answers are missing for."""
        rows: list[tuple[str, OverallRow | StandardRow]] = []
        if self.overall:
            rows.append((self.overall.title, self.overall))
        rows += ((f"{row.id} {row.title}", row) for row in self.standards)
        return tuple(
            OpenRow(name=name, possible=row.rating.possible, why=row.why)
            for name, row in rows
            if row.rating.possible
        )

    @property
    def decisions(self) -> tuple[tuple[str, str], ...]:
        """The names of the ratings that a decision moved, and how."""
        rows = [(f"{row.id} {row.title}", row.decision) for row in self.standards]
        whole = [(self.overall.title, self.overall.decision)] if self.overall else []
        return tuple(pair for pair in [*rows, *whole] if pair[1])
