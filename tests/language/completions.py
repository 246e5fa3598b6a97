"""Bundles completed: every open answer given, in every way or in many ways."""

import datetime
import random
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product
from math import prod
from typing import NamedTuple

from attrs import evolve

from inspect_engine.model.kinds import (
    ChoiceKind,
    DateKind,
    Kind,
    LevelKind,
    NumberKind,
    TextKind,
)
from inspect_engine.model.methodology import Methodology
from inspect_engine.records.bundle import Bundle, Given, RecordTable

MOST = 400
"""Where there are more ways to complete a bundle, so many are drawn."""


class Gap(NamedTuple):
    """One thing that is open, and what may be given for it."""

    section: str
    name: str
    place: int
    options: tuple[Given, ...]


def completions(rules: Methodology, bundle: Bundle) -> Iterator[Bundle]:
    """Bundles in which nothing is open; none where nothing was open."""
    full = evolve(
        bundle,
        records={name: widened(rules, bundle, name) for name in bundle.records},
    )
    gaps = [*input_gaps(rules, full), *judgement_gaps(rules, full), *record_gaps(full)]
    gaps = [gap._replace(options=options_of(rules, gap)) for gap in gaps]
    if not gaps:
        return
    size = prod(len(gap.options) for gap in gaps)
    draw = random.Random(size)
    ways = product(*(gap.options for gap in gaps))
    drawn = ([draw.choice(gap.options) for gap in gaps] for _ in range(MOST))
    for way in ways if size <= MOST else drawn:
        yield completed(full, dict(zip(gaps, way, strict=True)))


def widened(rules: Methodology, bundle: Bundle, record: str) -> RecordTable:
    """A table with a column for everything, and a record for each outstanding one."""
    table = bundle.records[record]
    facts = rules.records[record].facts.values()
    names = [fact.id for fact in facts if fact.is_given]
    names += (
        question.id
        for question in rules.questions.values()
        if question.record == record
        if not (question.derivation or question.pools or question.judged_on)
    )
    columns = {name: table.column(name) for name in names if name not in bundle.tallies}
    ids = (*table.ids, *(("", f"to come {n}") for n in range(table.outstanding)))
    return evolve(table, ids=ids, columns=columns, outstanding=0, spans=())


# --- what is open -----------------------------------------------------------------


def input_gaps(rules: Methodology, bundle: Bundle) -> Iterator[Gap]:
    for name in rules.inputs:
        if bundle.inputs.get(name) is None:
            yield Gap("inputs", name, 0, ())


def judgement_gaps(rules: Methodology, bundle: Bundle) -> Iterator[Gap]:
    judged = [name for name, one in rules.standards.items() if one.rule.is_judged]
    judged += (name for name, one in rules.questions.items() if one.judged_on)
    for name in judged:
        if name not in bundle.judgements and name not in bundle.published:
            yield Gap("judgements", name, 0, ())


def record_gaps(bundle: Bundle) -> Iterator[Gap]:
    for record, table in bundle.records.items():
        for name, column in table.columns.items():
            for place, value in enumerate(column):
                if value is None:
                    yield Gap(record, name, place, ())


def options_of(rules: Methodology, gap: Gap) -> tuple[Given, ...]:
    if gap.section == "inputs":
        return options(rules.inputs[gap.name].kind)
    if gap.section == "judgements":
        standard = rules.standards.get(gap.name)
        scale = standard.rule.scale if standard else None
        scale = scale or rules.questions[gap.name].judged_on
        return tuple(level.id for level in scale.levels) if scale else ()
    fact = rules.records[gap.section].facts.get(gap.name)
    return options(fact.kind if fact else rules.questions[gap.name].answers)


def options(kind: Kind) -> tuple[Given, ...]:
    """What may be given: everything that can be listed, else a few of many."""
    none = ("not_applicable",) if getattr(kind, "may_be_not_applicable", False) else ()
    match kind:
        case ChoiceKind():
            return (*(choice.id for choice in kind.choices), *none)
        case LevelKind():
            return tuple(level.id for level in kind.scale.levels)
        case NumberKind(allowed=allowed) if allowed:
            return (*allowed, *none)
        case NumberKind():
            low = Fraction(-2) if kind.extent.low is None else kind.extent.low
            high = Fraction(30) if kind.extent.high is None else kind.extent.high
            return (low, Fraction((low + high) // 2), high, *none)
        case DateKind():
            return (datetime.date(2020, 1, 1), datetime.date(2026, 1, 20), *none)
        case TextKind():
            return ("Leeds", "York", *none)
    raise AssertionError(kind)


# --- what is given ----------------------------------------------------------------


def completed(bundle: Bundle, given: Mapping[Gap, Given]) -> Bundle:
    """A bundle with something given for everything that is open."""
    inputs, judgements = dict(bundle.inputs), dict(bundle.judgements)
    columns = {
        record: {name: list(column) for name, column in table.columns.items()}
        for record, table in bundle.records.items()
    }
    for gap, value in given.items():
        if gap.section == "inputs":
            inputs[gap.name] = value
        elif gap.section == "judgements":
            judgements[gap.name] = str(value)
        else:
            columns[gap.section][gap.name][gap.place] = value
    records = {
        record: evolve(
            table, columns={name: tuple(c) for name, c in columns[record].items()}
        )
        for record, table in bundle.records.items()
    }
    return evolve(bundle, inputs=inputs, judgements=judgements, records=records)
