"""What one result says that another does not allow."""

from collections.abc import Iterator
from fractions import Fraction

from inspect_engine.evaluation.outcome import (
    FigureOutcome,
    QuestionOutcome,
    RatingOutcome,
    Result,
    State,
    ValueOutcome,
)

End = Fraction | None


def outside(wide: Result, narrow: Result) -> list[str]:
    """Where a result goes beyond what an earlier, more open one called possible."""
    return [*_ratings(wide, narrow), *_overall(wide, narrow), *_values(wide, narrow)]


def undetermined(result: Result) -> list[str]:
    """Everything in a result that is still open."""
    found = [
        name
        for name, outcome in ratings_in(result)
        if outcome.state is State.UNDETERMINED
    ]
    for name, value in result.values.items():
        if value.figure and value.figure.state is State.UNDETERMINED:
            found.append(name)
        if value.rating and value.rating.state is State.UNDETERMINED:
            found.append(name)
        if value.possible is not None and len(value.possible) != 1:
            found.append(name)
    return found


def ratings_in(result: Result) -> Iterator[tuple[str, RatingOutcome]]:
    """Every rating of a result, by a name for messages."""
    for name, standard in result.standards.items():
        yield f"standard {name}", standard.outcome
        yield f"standard {name} computed", standard.computed
        for question in standard.key_questions:
            if question.outcome is not None:
                yield f"key question {question.id}", question.outcome
    if result.overall is not None:
        yield "overall", result.overall.outcome
        yield "overall computed", result.overall.computed


def possible(outcome: RatingOutcome) -> set[str]:
    """The ids that a rating may be, with `not_rated`."""
    if outcome.state is State.NOT_RATED:
        return {"not_rated"}
    return set(outcome.possible_ids)


def questions_in(result: Result) -> Iterator[QuestionOutcome]:
    """Every question of a result, with its prompts."""
    pending = [*result.questions.values()]
    for standard in result.standards.values():
        pending += [*standard.key_questions, *standard.questions]
    while pending:
        question = pending.pop()
        yield question
        pending += question.prompts


def _ratings(wide: Result, narrow: Result) -> Iterator[str]:
    before = dict(ratings_in(wide))
    for name, after in ratings_in(narrow):
        extra = possible(after) - possible(before[name])
        if extra:
            yield f"{name}: {sorted(extra)} not in {sorted(possible(before[name]))}"
    shares = {one.id: one for one in questions_in(wide)}
    for one in questions_in(narrow):
        was = shares[one.id]
        if one.lowest is not None and was.lowest is None and not was.is_judged:
            yield f"{one.id}: a share of {one.lowest}, though none was possible"
        elif one.lowest is not None and not _holds(
            (was.lowest, was.highest), (one.lowest, one.highest)
        ):
            yield f"{one.id}: {one.lowest} outside {was.lowest}..{was.highest}"


def _overall(wide: Result, narrow: Result) -> Iterator[str]:
    one, two = wide.overall, narrow.overall
    if one is None or two is None:
        return
    if one.score is not None and one.score != two.score:
        yield f"overall: the score {one.score} became {two.score}"
    if two.score is not None and not _holds(
        (one.lowest, one.highest), (two.score, two.score)
    ):
        yield f"overall: the score {two.score} outside {one.lowest}..{one.highest}"
    for name, standard in wide.standards.items():
        after = narrow.standards[name].score
        if standard.score is not None and standard.score != after:
            yield f"standard {name}: the score {standard.score} became {after}"


def _values(wide: Result, narrow: Result) -> Iterator[str]:
    for name, value in wide.values.items():
        yield from _value(name, value, narrow.values[name])


def _value(name: str, wide: ValueOutcome, narrow: ValueOutcome) -> Iterator[str]:
    if wide.possible is not None:
        extra = set(narrow.possible or ()) - set(wide.possible)
        if extra or not narrow.possible:
            yield f"{name}: {narrow.possible} not in {wide.possible}"
    if wide.rating is not None and narrow.rating is not None:
        extra = possible(narrow.rating) - possible(wide.rating)
        if extra:
            yield f"{name}: {sorted(extra)} not in {sorted(possible(wide.rating))}"
    if wide.figure is not None and narrow.figure is not None:
        yield from _figure(name, wide.figure, narrow.figure)


def _figure(name: str, wide: FigureOutcome, narrow: FigureOutcome) -> Iterator[str]:
    if narrow.state is State.NOT_RATED:
        if wide.state is State.DETERMINED:
            yield f"{name}: {wide.exact} became nothing"
    elif wide.state is State.NOT_RATED:
        yield f"{name}: {narrow.lowest} though nothing was possible"
    elif not _holds((wide.lowest, wide.highest), (narrow.lowest, narrow.highest)):
        within = f"{wide.lowest}..{wide.highest}"
        yield f"{name}: {narrow.lowest}..{narrow.highest} outside {within}"


def _holds(wide: tuple[End, End], narrow: tuple[End, End]) -> bool:
    low, high = wide
    is_above = low is None or (narrow[0] is not None and narrow[0] >= low)
    return is_above and (high is None or (narrow[1] is not None and narrow[1] <= high))
