"""One inspection scored: the interpreter's sets of possibilities, as a Result."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from attrs import evolve

from inspect_engine.evaluation.counting import Counts
from inspect_engine.evaluation.digest import result_digest
from inspect_engine.evaluation.drivers import deciding, drivers
from inspect_engine.evaluation.figures import Figure
from inspect_engine.evaluation.interpreter import Interpreter
from inspect_engine.evaluation.notices import notices
from inspect_engine.evaluation.outcome import (
    DecisionOutcome,
    DomainOutcome,
    FigureOutcome,
    OverallOutcome,
    QuestionOutcome,
    RatingOutcome,
    Result,
    StandardOutcome,
    State,
    ValueOutcome,
)
from inspect_engine.model import expressions as model
from inspect_engine.model.kinds import (
    ChoiceKind,
    ConditionKind,
    DateKind,
    LevelKind,
    NumberKind,
)
from inspect_engine.model.methodology import Methodology, Question, Standard, Value
from inspect_engine.model.scales import Bands, RatingScale
from inspect_engine.model.semantics import FALSE, NEITHER, TRUE, Interval, Rounding
from inspect_engine.records.bundle import Bundle

TO_ONE_PLACE = Rounding("half up", Fraction(1, 10))
"""How a percent is printed for which the rules declare no rounding."""


def score(rules: Methodology, bundle: Bundle) -> Result:
    """All scores and ratings of one inspection under one methodology."""
    whole = Interpreter(rules, bundle)
    standards = {
        name: standard_outcome(whole, standard)
        for name, standard in rules.standards.items()
    }
    overall = overall_outcome(whole)
    values = {name: value_outcome(whole, value) for name, value in rules.values.items()}
    loose = {
        name: question_outcome(whole, question, None)
        for name, question in rules.questions.items()
        if not question.standard and question.kind == "question"
    }
    result = Result(
        methodology=rules.id,
        version=rules.version,
        methodology_title=rules.title,
        hash=rules.hash,
        inspection=bundle.id,
        name=bundle.name,
        date=bundle.date,
        overall=overall,
        domains=domains(rules),
        standards=standards,
        questions=loose,
        values=values,
        records={name: whole.rows(name).size for name in rules.records},
        diagnostics=(*notices(whole), *whole.diagnostics),
        digest="",
    )
    return evolve(result, digest=result_digest(rules, bundle, result))


def domains(rules: Methodology) -> tuple[DomainOutcome, ...]:
    """The domains with their standards; standards without one come last."""
    found = [
        DomainOutcome(id=domain.id, title=domain.title, standards=domain.standards)
        for domain in rules.domains.values()
    ]
    loose = tuple(name for name, one in rules.standards.items() if not one.domain)
    if loose:
        found.append(DomainOutcome(id="", title="", standards=loose))
    return tuple(found)


# --- ratings ----------------------------------------------------------------------


def rating_outcome(mask: int, scale: RatingScale | None) -> RatingOutcome:
    """A set of levels as a rating that stands, or as those still possible."""
    if scale is None:
        return RatingOutcome(
            scale=None, state=State.NOT_RATED, rating=None, possible=()
        )
    possible = scale.members(mask)
    may_be_not_rated = bool(mask & scale.not_rated)
    state = State.UNDETERMINED
    if not possible:
        state = State.NOT_RATED
    elif len(possible) == 1 and not may_be_not_rated:
        state = State.DETERMINED
    return RatingOutcome(
        scale=scale,
        state=state,
        rating=possible[0] if state is State.DETERMINED else None,
        possible=possible,
        may_be_not_rated=may_be_not_rated,
    )


def standard_outcome(whole: Interpreter, standard: Standard) -> StandardOutcome:
    """One standard, with its key questions and what decided it."""
    scale = None if standard.is_unrated else standard.rule.scale
    final = computed = 0
    deciders: tuple[str, ...] = ()
    kind = (
        "unrated"
        if scale is None
        else "judged"
        if standard.rule.is_judged
        else "computed"
    )
    if scale is not None:
        computed, final = whole.computed(standard.id), whole.final(standard.id)
        if whole.stands_as_published(standard.id):
            kind = "published"
        node = deciding(standard.rule.rating)
        if node is not None and kind == "computed":
            deciders = drivers(whole, node)
    figure = whole.score(standard.id) if scale is not None else None
    bands = bands_by_question(standard)
    return StandardOutcome(
        id=standard.id,
        title=standard.title,
        domain=standard.domain,
        kind=kind,
        outcome=rating_outcome(final, scale),
        computed=rating_outcome(computed, scale),
        score=figure.single if figure is not None else None,
        decision=decision_outcome(whole, standard.id),
        drivers=deciders,
        is_counted=standard.is_counted,
        key_questions=tuple(
            question_outcome(whole, question, bands.get(question.id))
            for question in standard.key_questions
        ),
        questions=tuple(
            question_outcome(whole, question, None, shown_like(bands))
            for question in standard.questions
        ),
    )


def shown_like(bands: Mapping[str, Bands]) -> Bands | None:
    """The bands whose rounding a standard's other figures are printed with."""
    return next(iter(bands.values()), None)


def bands_by_question(standard: Standard) -> dict[str, Bands]:
    """Which bands a standard's rule puts on each key question."""
    found: dict[str, Bands] = {}
    for part in model.parts_of(standard.rule.rating):
        if isinstance(part, model.Aggregate) and part.bands is not None:
            found.update((member.id, part.bands) for member in part.members)
        if isinstance(part, model.Banded) and isinstance(part.part, model.AnswerFigure):
            found.update((name, part.bands) for name in part.part.questions)
    return found


def decision_outcome(whole: Interpreter, target: str) -> DecisionOutcome | None:
    """The decision that has effect on a target."""
    found = whole.taken.get(target)
    if found is None:
        return None
    return DecisionOutcome(
        to=found.to,
        reason=found.decision.reason,
        authority=found.decision.authority,
        on=found.decision.on,
        trigger=found.trigger,
    )


def overall_outcome(whole: Interpreter) -> OverallOutcome | None:
    """The rating of the whole, where the methodology has one."""
    overall = whole.rules.overall
    if overall is None:
        return None
    scale = overall.rule.scale
    computed = whole.computed("overall") if scale is not None else 0
    final = whole.final("overall") if scale is not None else 0
    figure = whole.score("overall") if has_score(overall.rule.score, scale) else None
    low, high = ends(figure) if figure is not None else (None, None)
    node = deciding(overall.rule.rating)
    return OverallOutcome(
        title=overall.title,
        outcome=rating_outcome(final, scale),
        computed=rating_outcome(computed, scale),
        score=figure.single if figure is not None else None,
        lowest=low,
        highest=high,
        highest_score=highest_score(whole),
        decision=decision_outcome(whole, "overall"),
        drivers=drivers(whole, node) if node is not None else (),
    )


def has_score(score: model.Expression | None, scale: RatingScale | None) -> bool:
    """Whether there is a score to speak of."""
    if score is not None:
        return True
    return scale is not None and any(level.score is not None for level in scale.levels)


def highest_score(whole: Interpreter) -> Fraction | None:
    """The most that can be scored: the end of the bands that the score is put in."""
    overall = whole.rules.overall
    if overall is None:
        return None
    rating = overall.rule.rating
    for part in model.parts_of(rating):
        if isinstance(part, model.Banded) and isinstance(part.part, model.ScoreOf):
            return part.bands.extent.high
    return None


# --- figures ----------------------------------------------------------------------


def ends(figure: Figure) -> tuple[Fraction | None, Fraction | None]:
    """Between what a figure lies; the same twice where it is known."""
    return figure.bounds() if figure.has_value else (None, None)


def figure_outcome(figure: Figure, unit: str) -> FigureOutcome:
    """A figure that stands, or its ends."""
    low, high = ends(figure)
    state = State.UNDETERMINED
    if not figure.has_value:
        state = State.NOT_RATED
    elif figure.single is not None:
        state = State.DETERMINED
    return FigureOutcome(
        state=state, exact=figure.single, lowest=low, highest=high, unit=unit
    )


def value_outcome(whole: Interpreter, value: Value) -> ValueOutcome:
    """A named value of whatever kind."""
    found = whole.named_value(value.id)
    kind = value.kind
    if isinstance(kind, LevelKind):
        assert isinstance(found, int)
        rating = rating_outcome(found, kind.scale)
        return ValueOutcome(id=value.id, title=value.title, rating=rating)
    if isinstance(kind, (ChoiceKind, ConditionKind)):
        assert isinstance(found, int)
        names = (
            kind.names(found) if isinstance(kind, ChoiceKind) else truth_names(found)
        )
        return ValueOutcome(id=value.id, title=value.title, possible=names)
    unit = "date" if isinstance(kind, DateKind) else "number"
    if isinstance(kind, NumberKind) and kind.kind == "percent":
        unit = "percent"
    figure = figure_outcome(whole.as_figure(found), unit)
    return ValueOutcome(id=value.id, title=value.title, figure=figure)


def truth_names(mask: int) -> tuple[str, ...]:
    """A set of truths in words."""
    names = {TRUE: "true", FALSE: "false", NEITHER: "not_applicable"}
    return tuple(name for bit, name in names.items() if mask & bit)


# --- questions --------------------------------------------------------------------


def question_outcome(
    whole: Interpreter,
    question: Question,
    bands: Bands | None,
    like: Bands | None = None,
) -> QuestionOutcome:
    """The counts of one question, its percent and, with bands, its level."""
    prompts = tuple(
        question_outcome(whole, prompt, None, bands or like)
        for prompt in question.prompts
    )
    if question.judged_on is not None:
        return judged_outcome(whole, question, question.judged_on)
    counts = whole.counts(question)
    share = counts.share()
    exact = share.single
    low, high = ends(share)
    shown = bands or like
    percent = None
    if exact is not None:
        percent = shown.show(exact) if shown else TO_ONE_PLACE.apply(exact * 100)
    band = bands.find(exact) if bands and exact is not None else None
    is_settled = counts.is_known and not counts.open
    yes = counts.yes if counts.is_known else None
    return QuestionOutcome(
        kind=question.kind,
        id=question.id,
        title=question.title,
        yes=yes,
        no=counts.other if counts.is_known else None,
        not_applicable=counts.out,
        unanswered=counts.open,
        relevant=counts.base if is_settled else None,
        percent=percent,
        exact=exact,
        band=band.word if band else "",
        outcome=rating_outcome(whole.banded(share, bands), bands.scale)
        if bands
        else None,
        cases_to_next=cases_to_next(counts, bands) if bands else None,
        choices=choice_counts(whole, question, counts),
        prompts=prompts,
        lowest=low,
        highest=high,
    )


def judged_outcome(
    whole: Interpreter, question: Question, scale: RatingScale
) -> QuestionOutcome:
    """A key question that inspectors judge once."""
    return QuestionOutcome(
        kind=question.kind,
        id=question.id,
        title=question.title,
        yes=None,
        no=None,
        not_applicable=0,
        unanswered=0,
        relevant=None,
        percent=None,
        exact=None,
        band="",
        outcome=rating_outcome(whole.judged(question.id, scale), scale),
        cases_to_next=None,
        is_judged=True,
    )


def choice_counts(
    whole: Interpreter, question: Question, counts: Counts
) -> dict[str, int]:
    """How many records certainly have each choice, for answers beyond yes and no."""
    kind = question.answers
    ids = [choice.id for choice in kind.choices]
    if sorted(ids) == ["no", "yes"] or not counts.is_known:
        return {}
    found: dict[str, int] = {}
    for choice in kind.choices:
        of_choice = whole.counts_of(question, 1 << choice.index, None)
        if of_choice.yes is not None:
            found[choice.id] = of_choice.yes
    return found


def cases_to_next(counts: Counts, bands: Bands) -> int | None:
    """The fewest cases that would have to turn from no to yes for a better level."""
    yes, base = counts.yes, counts.base
    if yes is None or not base or counts.open or not counts.is_known:
        return None
    now = bands.find(Fraction(yes, base))
    if now is None:
        return None
    better = [band for band in bands.bands if band.level.index > now.level.index]
    found = [count for band in better for count in _reaching(band.exact, bands, base)]
    return min((count - yes for count in found if count > yes), default=None)


def _reaching(interval: Interval, bands: Bands, base: int) -> Iterable[int]:
    if interval.low is None:
        return ()
    edge = interval.low * base / bands.unit
    first = -(-edge.numerator // edge.denominator)
    if first == edge and not interval.low_included:
        first += 1
    return (first,) if first <= base else ()
