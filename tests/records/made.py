"""A small methodology made by hand, and short ways to read a bundle with it."""

from collections.abc import Iterable
from fractions import Fraction

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.documents.reader import read_document
from inspect_engine.model.expressions import (
    Aggregate,
    AnswerFigure,
    Constant,
    Expression,
    Member,
)
from inspect_engine.model.kinds import (
    PERCENT,
    YES_NO,
    Choice,
    ChoiceKind,
    DateKind,
    Kind,
    LevelKind,
    NumberKind,
    TextKind,
    yes_or_no,
)
from inspect_engine.model.methodology import (
    Derivation,
    Fact,
    Methodology,
    Overall,
    Question,
    RecordType,
    Standard,
)
from inspect_engine.model.provenance import NOWHERE
from inspect_engine.model.ratings import RatingRule
from inspect_engine.model.scales import Bands, Rating, RatingScale
from inspect_engine.model.semantics import EVERYTHING, Interval, Rounding
from inspect_engine.records.bundle import Bundle
from inspect_engine.records.intake import Opened, bundle_of
from inspect_engine.source import SourceFile

HERE = SourceFile("rules.inspect", "").span(0, 0)
LEVELS = ("inadequate", "requires_improvement", "good", "outstanding")
SCALE = RatingScale(
    "rating",
    "",
    tuple(
        Rating(
            name,
            index,
            Fraction(index),
            name.replace("_", " ").capitalize(),
            "",
            NOWHERE,
            HERE,
        )
        for index, name in enumerate(LEVELS)
    ),
    NOWHERE,
    HERE,
)
DERIVED = Derivation(clauses=())
WORKED_OUT = Constant(Fraction(1), NumberKind("whole"), span=HERE)


def one_of(*ids: str, **also: tuple[str, ...]) -> ChoiceKind:
    choices = tuple(
        Choice(name, index, name.replace("_", " ").capitalize(), also.get(name, ()))
        for index, name in enumerate(ids)
    )
    return ChoiceKind("one of " + ", ".join(ids), choices)


def fact(name: str, kind: Kind, expression: Expression | None = None) -> Fact:
    return Fact(
        id=name,
        title="",
        kind=kind,
        expression=expression,
        provenance=NOWHERE,
        span=HERE,
    )


def record(
    name: str, plural: str, facts: Iterable[Fact] = (), *, pooled: bool = False
) -> RecordType:
    return RecordType(
        id=name,
        title="",
        plural=plural,
        is_pooled=pooled,
        facts={each.id: each for each in facts},
        provenance=NOWHERE,
        span=HERE,
    )


def question(
    name: str,
    standard: str = "P1",
    answers: ChoiceKind = YES_NO,
    record: str = "case",
    derivation: Derivation | None = None,
    judged_on: RatingScale | None = None,
    pools: tuple[str, ...] = (),
) -> Question:
    return Question(
        kind="key question",
        id=name,
        title="",
        standard=standard,
        record=record,
        answers=answers,
        derivation=derivation,
        judged_on=judged_on,
        pools=pools,
        provenance=NOWHERE,
        span=HERE,
    )


def lowest(mode: str, *questions: str) -> RatingRule:
    """The lowest of key questions by bands that round in a mode."""
    rounding = Rounding(mode, Fraction(1))
    bands = Bands(
        "b", "", "percent", EVERYTHING, SCALE, rounding, None, (), NOWHERE, HERE
    )
    members = tuple(
        Member(
            name,
            AnswerFigure("percent", (name,), ("yes",), None, PERCENT, span=HERE),
            span=HERE,
        )
        for name in questions
    )
    rating = Aggregate(
        "lowest", members, bands, None, "leave out", LevelKind(SCALE), span=HERE
    )
    return RatingRule(scale=SCALE, rating=rating)


def standard(name: str, rule: RatingRule) -> Standard:
    return Standard(
        id=name,
        title="",
        domain="",
        statement="",
        rule=rule,
        is_unrated=rule.scale is None,
        is_counted=True,
        weight=Fraction(1),
        key_questions=(),
        questions=(),
        characteristics={},
        provenance=NOWHERE,
        span=HERE,
    )


CASE = record(
    "case",
    "cases",
    [
        fact("sentence", one_of("community_order", "licence", licence=("parole",))),
        fact("risk", one_of("low", "medium", "high")),
        fact(
            "age",
            NumberKind("whole", Interval(Fraction(18), True, Fraction(99), True)),
        ),
        fact("visits", NumberKind("whole", allowed=(Fraction(0), Fraction(5)))),
        fact("attended", NumberKind("percent", may_be_not_applicable=True)),
        fact("cost", NumberKind("number")),
        fact("seen", DateKind(may_be_not_applicable=True)),
        fact("remark", TextKind()),
        fact("is_late", one_of("yes", "no"), WORKED_OUT),
    ],
    pooled=True,
)
INTERVIEW = record("interview", "interviews")
QUESTIONS = (
    question("1.1.1"),
    question("1.1.1a"),
    question("1.1.2", answers=yes_or_no()),
    question("1.1.3", derivation=DERIVED),
    question("1.1.4", pools=("1.1.1",)),
    question("4.1", standard="P4"),
    question("2.1", standard="P2", judged_on=SCALE),
    question("i1", standard="P2", record="interview"),
)
STANDARDS = (
    standard("P1", lowest("half up", "1.1.1", "1.1.2")),
    standard("P2", RatingRule(scale=SCALE, is_judged=True)),
    standard("P3", RatingRule(scale=None)),
    standard("P4", lowest("half down", "4.1")),
)


def methodology(
    records: Iterable[RecordType] = (CASE, INTERVIEW),
    questions: Iterable[Question] = QUESTIONS,
) -> Methodology:
    inputs = [
        fact("places", NumberKind("whole")),
        fact("opened", DateKind()),
        fact("last_rating", LevelKind(SCALE)),
        fact("size", one_of("small", "large"), WORKED_OUT),
    ]
    return Methodology(
        id="example/rules",
        version="2023.1",
        title="",
        language=1,
        publisher="",
        statement="",
        in_force=None,
        extends=None,
        sources={},
        scales={SCALE.id: SCALE},
        bands={},
        answers={},
        records={each.id: each for each in records},
        inputs={each.id: each for each in inputs},
        parameters={},
        values={},
        questions={each.id: each for each in questions},
        standards={each.id: each for each in STANDARDS},
        domains={},
        overall=Overall(
            title="",
            statement="",
            rule=RatingRule(scale=SCALE),
            provenance=NOWHERE,
            span=HERE,
        ),
        discretions=(),
        properties=(),
        notes=(),
        provenance=NOWHERE,
        files=(),
        hashed_by=lambda _: "",
        span=HERE,
    )


RULES = methodology()
HEAD = "bundle: 1\ninspection: {id: example}\n"
"""Two lines: what stands after it begins in line 3."""


def read(
    text: str, name: str = "t.yaml", rules: Methodology = RULES
) -> tuple[Bundle | None, tuple[Diagnostic, ...]]:
    source = SourceFile(name, text)
    kind = "json" if name.endswith(".json") else "yaml"
    node, found = read_document(source, "json" if kind == "json" else "yaml")
    return bundle_of(Opened(source, node, found), rules)


def whole(body: str, rules: Methodology = RULES) -> Bundle:
    """The bundle of a text without any fault, after the two lines of the head."""
    bundle, found = read(HEAD + body, rules=rules)
    assert found == ()
    assert bundle is not None
    return bundle


def faults(
    body: str, rules: Methodology = RULES, head: str = HEAD
) -> list[tuple[str, int, int]]:
    """The code, line and column of each fault."""
    found = read(head + body, rules=rules)[1]
    return [(one.code, *one.place[1:]) for one in found]


def only(body: str, rules: Methodology = RULES, head: str = HEAD) -> Diagnostic:
    """The one fault of a text."""
    found = read(head + body, rules=rules)[1]
    assert 1 == len(found), [one.message for one in found]
    return found[0]
