"""The result of scoring one inspection: every figure exact, every rating explained."""

import datetime
from collections.abc import Mapping
from enum import Enum
from fractions import Fraction

from attrs import field

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.model.scales import Rating, RatingScale
from inspect_engine.shapes import shape


class State(Enum):
    """Whether a rating stands, is still open, or does not exist."""

    DETERMINED = "determined"
    UNDETERMINED = "undetermined"
    NOT_RATED = "not_rated"


@shape(kw_only=True)
class RatingOutcome:
    """A rating that stands, or those still possible.

    `possible` lists ratings from worst to best; `may_be_not_rated` adds «not rated»
    to them. `rating` is set only where the state is determined.
    """

    scale: RatingScale | None
    state: State
    rating: Rating | None
    possible: tuple[Rating, ...]
    may_be_not_rated: bool = False

    @property
    def score(self) -> Fraction | None:
        """The score of the rating on its scale."""
        return self.rating.score if self.rating else None

    @property
    def possible_ids(self) -> tuple[str, ...]:
        """The ids of what is possible; `not_rated` last."""
        ids = tuple(rating.id for rating in self.possible)
        return (*ids, "not_rated") if self.may_be_not_rated else ids


@shape(kw_only=True)
class FigureOutcome:
    """A figure that stands, or the ends between which it lies.

    `exact` is None where the figure is not one number. Percents are shares of one.
    `unit` is `percent`, `number`, `days`, `date` …
    """

    state: State
    exact: Fraction | None
    lowest: Fraction | None
    highest: Fraction | None
    unit: str = "number"


@shape(kw_only=True)
class QuestionOutcome:
    """The counts of answers to one question, and its percent and band where it has one.

    Counts are None where only a published percent is known and several counts fit.
    `relevant` is the base: answers that are applicable. `percent` is the printed
    figure in percent, after the declared rounding; `exact` the share. `choices` has
    the count of every choice.
    """

    kind: str
    id: str
    title: str
    yes: int | None
    no: int | None
    not_applicable: int
    unanswered: int
    relevant: int | None
    percent: Fraction | None
    exact: Fraction | None
    band: str
    outcome: RatingOutcome | None
    cases_to_next: int | None
    is_judged: bool = False
    choices: Mapping[str, int] = field(factory=dict)
    prompts: tuple["QuestionOutcome", ...] = ()
    lowest: Fraction | None = None
    highest: Fraction | None = None
    """The ends between which the share lies while answers are open."""


@shape(kw_only=True)
class DecisionOutcome:
    """A decision as taken: from the computed rating to another, by whom and why."""

    to: Rating
    reason: str
    authority: str
    on: datetime.date | None
    trigger: str


@shape(kw_only=True)
class StandardOutcome:
    """One standard: its final and computed rating, and what decided it.

    `kind` is `computed`, `judged`, `published` (only its rating is known, from a
    published page) or `unrated`. `drivers` are the ids of the key questions with the
    lowest figure. `outcome` is final, after any decision.
    """

    id: str
    title: str
    domain: str
    kind: str
    outcome: RatingOutcome
    computed: RatingOutcome
    score: Fraction | None
    decision: DecisionOutcome | None
    drivers: tuple[str, ...]
    is_counted: bool
    key_questions: tuple[QuestionOutcome, ...]
    questions: tuple[QuestionOutcome, ...]

    @property
    def rating(self) -> Rating | None:
        """The final rating, where it stands."""
        return self.outcome.rating

    @property
    def state(self) -> State:
        """Whether the final rating stands."""
        return self.outcome.state

    @property
    def possible(self) -> tuple[str, ...]:
        """The ids of the ratings still possible."""
        return self.outcome.possible_ids


@shape(kw_only=True)
class OverallOutcome:
    """The overall rating and score; `highest_score` is the most that can be scored.

    `score` is None while it is open or where there is none; then `lowest` and
    `highest` are the ends between which it lies.
    """

    title: str
    outcome: RatingOutcome
    computed: RatingOutcome
    score: Fraction | None
    lowest: Fraction | None
    highest: Fraction | None
    highest_score: Fraction | None
    decision: DecisionOutcome | None
    drivers: tuple[str, ...]

    @property
    def rating(self) -> Rating | None:
        """The final overall rating, where it stands."""
        return self.outcome.rating

    @property
    def state(self) -> State:
        """Whether the overall rating stands."""
        return self.outcome.state


@shape(kw_only=True)
class ValueOutcome:
    """A named value: a figure, a level, a choice or a condition.

    Exactly one of `figure`, `rating` and `possible` is set; `possible` holds ids of
    choices, or `true`, `false` and `not_applicable`.
    """

    id: str
    title: str
    figure: FigureOutcome | None = None
    rating: RatingOutcome | None = None
    possible: tuple[str, ...] | None = None


@shape(kw_only=True)
class DomainOutcome:
    """A domain's title and the ids of its standards, for laying out results."""

    id: str
    title: str
    standards: tuple[str, ...]


@shape(kw_only=True)
class Result:
    """All scores and ratings of one inspection.

    `digest` is the same for the same rules, bundle and date, however spelt or
    ordered, on every Python and system. `records` counts the records of each type.
    """

    methodology: str
    version: str
    methodology_title: str
    hash: str
    inspection: str
    name: str
    date: datetime.date | None
    overall: OverallOutcome | None
    domains: tuple[DomainOutcome, ...]
    standards: Mapping[str, StandardOutcome]
    questions: Mapping[str, QuestionOutcome]
    """Questions of records that belong to no standard."""
    values: Mapping[str, ValueOutcome]
    records: Mapping[str, int]
    diagnostics: tuple[Diagnostic, ...]
    digest: str
