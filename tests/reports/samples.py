"""Results made by hand, as the engine would give them."""

import datetime
from fractions import Fraction
from typing import Any

from attrs import evolve

from inspect_engine.diagnostics.diagnostic import Diagnostic, Severity
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
from inspect_engine.model.provenance import NOWHERE
from inspect_engine.model.scales import Rating, RatingScale
from inspect_engine.source import SourceFile

SPAN = SourceFile("pdu-2023.inspect", "").span(0, 0)
LABELS = ("Inadequate", "Requires improvement", "Good", "Outstanding")
LEVELS = tuple(
    Rating(
        label.lower().replace(" ", "_"),
        index,
        Fraction(index),
        label,
        "",
        NOWHERE,
        SPAN,
    )
    for index, label in enumerate(LABELS)
)
SCALE = RatingScale("rating", "", LEVELS, NOWHERE, SPAN)
WORDS = ("minority", "too few", "reasonable majority", "large majority")
AREAS = (
    "engaging the person on probation",
    "the factors linked to offending and desistance",
    "keeping other people safe",
)
DIGEST = "sha256:" + "0" * 64


def rated(index: int) -> RatingOutcome:
    return RatingOutcome(
        scale=SCALE,
        state=State.DETERMINED,
        rating=LEVELS[index],
        possible=(LEVELS[index],),
    )


def open_between(*indexes: int, may_be_not_rated: bool = False) -> RatingOutcome:
    return RatingOutcome(
        scale=SCALE,
        state=State.UNDETERMINED,
        rating=None,
        possible=tuple(LEVELS[index] for index in indexes),
        may_be_not_rated=may_be_not_rated,
    )


NOT_RATED = RatingOutcome(scale=SCALE, state=State.NOT_RATED, rating=None, possible=())


def question(id: str, title: str, yes: int, relevant: int = 42) -> QuestionOutcome:
    share = Fraction(yes, relevant)
    percent = (200 * yes + relevant) // (2 * relevant)
    index = sum(percent >= edge for edge in (50, 65, 80))
    return QuestionOutcome(
        kind="key question",
        id=id,
        title=title,
        yes=yes,
        no=relevant - yes,
        not_applicable=42 - relevant,
        unanswered=0,
        relevant=relevant,
        percent=Fraction(percent),
        exact=share,
        band=WORDS[index],
        outcome=rated(index),
        cases_to_next=3,
        choices={"yes": yes, "no": relevant - yes},
        lowest=share,
        highest=share,
    )


def standard(
    id: str, title: str, outcome: RatingOutcome, **rest: Any
) -> StandardOutcome:
    facts: dict[str, Any] = {
        "domain": "1",
        "kind": "judged",
        "computed": outcome,
        "score": outcome.score,
        "decision": None,
        "drivers": (),
        "is_counted": True,
        "key_questions": (),
        "questions": (),
    }
    return StandardOutcome(id=id, title=title, outcome=outcome, **(facts | rest))


def case_standard(id: str, title: str, counts: tuple[int, int, int]) -> StandardOutcome:
    does = f"Does {title.lower()} focus sufficiently on"
    rows = tuple(
        question(f"{id[1:]}.{number}", f"{does} {area}?", yes)
        for number, (area, yes) in enumerate(zip(AREAS, counts, strict=True), 1)
    )
    drivers = tuple(row.id for row in rows if row.yes == min(counts))
    return standard(
        id,
        title,
        rated(0),
        domain="2",
        kind="computed",
        drivers=drivers,
        key_questions=rows,
    )


def kirklees(**changes: Any) -> Result:
    """The published inspection: 03/21, Inadequate."""
    standards = (
        standard("P1.1", "Leadership", rated(1)),
        standard("P1.2", "Staffing", rated(1)),
        standard("P1.3", "Services", rated(1)),
        case_standard("P2.1", "Assessment", (18, 25, 12)),
        case_standard("P2.2", "Planning", (15, 25, 14)),
        case_standard("P2.3", "Implementation and delivery", (25, 9, 9)),
        case_standard("P2.4", "Reviewing", (19, 8, 11)),
    )
    result = Result(
        methodology="hmi-probation/pdu",
        version="2023.1",
        methodology_title="Inspection of probation delivery units",
        hash=DIGEST,
        inspection="kirklees-2024",
        name="Kirklees PDU",
        date=datetime.date(2024, 8, 12),
        overall=overall(3, rated(0)),
        domains=(
            DomainOutcome(
                id="1",
                title="Organisational arrangements and activity",
                standards=("P1.1", "P1.2", "P1.3"),
            ),
            DomainOutcome(
                id="2",
                title="Service delivery",
                standards=("P2.1", "P2.2", "P2.3", "P2.4"),
            ),
        ),
        standards={row.id: row for row in standards},
        questions={},
        values={
            "cases_in_scope": ValueOutcome(
                id="cases_in_scope",
                title="Cases in scope",
                figure=FigureOutcome(
                    state=State.DETERMINED,
                    exact=Fraction(42),
                    lowest=Fraction(42),
                    highest=Fraction(42),
                ),
            )
        },
        records={"case": 42},
        diagnostics=(),
        digest=DIGEST,
    )
    return evolve(result, **changes)


def overall(score: int | None, outcome: RatingOutcome, **rest: Any) -> OverallOutcome:
    figure = None if score is None else Fraction(score)
    facts: dict[str, Any] = {"lowest": figure, "highest": figure, "decision": None}
    return OverallOutcome(
        title="Overall rating",
        outcome=outcome,
        computed=outcome,
        score=figure,
        highest_score=Fraction(21),
        drivers=(),
        **(facts | rest),
    )


def unfinished() -> Result:
    """The same with four cases to come: one key question and the whole are open."""
    whole = kirklees()
    asked = evolve(
        question("2.1.3", f"Does assessment focus sufficiently on {AREAS[2]}?", 19),
        no=19,
        unanswered=4,
        relevant=38,
        percent=None,
        exact=None,
        band="",
        outcome=open_between(0, 1),
        lowest=Fraction(19, 42),
        highest=Fraction(23, 42),
    )
    before = whole.standards["P2.1"]
    reopened = evolve(
        before,
        outcome=open_between(0, 1),
        computed=open_between(0, 1),
        score=None,
        drivers=(),
        key_questions=(*before.key_questions[:2], asked),
    )
    return evolve(
        whole,
        overall=overall(
            None, open_between(0, 1), lowest=Fraction(3), highest=Fraction(4)
        ),
        standards={**whole.standards, "P2.1": reopened},
    )


def decided() -> Result:
    """The same with a decision of the ratings panel on P2.4."""
    whole = kirklees()
    moved = evolve(
        whole.standards["P2.4"],
        outcome=rated(1),
        decision=DecisionOutcome(
            to=LEVELS[1],
            reason="The cases of one small team were left out.",
            authority="ratings panel",
            on=datetime.date(2024, 10, 1),
            trigger="within 5 points of a boundary",
        ),
    )
    return evolve(whole, standards={**whole.standards, "P2.4": moved})


WARNING = Diagnostic(
    code="SMALL-SAMPLE",
    severity=Severity.WARNING,
    message="The rating of P2.1 rests on 5 cases.",
)
