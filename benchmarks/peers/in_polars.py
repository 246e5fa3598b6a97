"""Polars: lazy expressions over a table of answers in memory."""

from importlib import import_module
from typing import Any

from benchmarks.peers import Work
from benchmarks.peers.frames import answers
from benchmarks.workloads import (
    JUDGED,
    LETTERS,
    NO,
    NOT_APPLICABLE,
    QUESTIONS,
    YES,
    Figures,
    Inspection,
    Workload,
)

NAME, IS_LINEAR = "Polars, table in memory", False


def ready(workload: Workload, inspections: list[Inspection]) -> Work:
    """Put the answers into a frame."""
    pl = import_module("polars")

    frame = pl.DataFrame(answers(workload, inspections)).lazy()
    plan = _rated(pl, frame) if workload == "rate" else _counted(pl, frame)
    ordered = plan.sort("inspection").drop("inspection")
    return Work(ordered.collect, _rows)


def _rated(pl: Any, frame: Any) -> Any:
    yes = [(pl.col(q) == YES).sum().cast(pl.Int32).alias(f"yes {q}") for q in QUESTIONS]
    base = [
        (pl.col(q) != NOT_APPLICABLE).sum().cast(pl.Int32).alias(f"base {q}")
        for q in QUESTIONS
    ]
    judged = pl.sum_horizontal(pl.col(name).first() for name in JUDGED)
    frame = frame.group_by("inspection").agg(*yes, *base, judged.alias("judged"))
    percents = [_percent(pl, q).alias(f"percent {q}") for q in QUESTIONS]
    frame = frame.with_columns(*percents)
    levels = [_level(pl, f"percent {q}", 50, 65, 80, f"level {q}") for q in QUESTIONS]
    frame = frame.with_columns(*levels)
    places = range(4)
    frame = frame.with_columns(*(_lowest(pl, place) for place in places))
    standards = [pl.col(f"s{place}") for place in places]
    is_open = pl.min_horizontal(standards) < 0
    total = (
        pl.when(is_open)
        .then(-1)
        .otherwise(pl.sum_horizontal(*standards, pl.col("judged")))
    )
    frame = frame.with_columns(total=total)
    frame = frame.with_columns(_level(pl, "total", 4, 11, 18, "overall"))
    return frame.select(
        "inspection",
        *(f"percent {q}" for q in QUESTIONS),
        *(f"level {q}" for q in QUESTIONS),
        *(f"s{place}" for place in places),
        *("total", "overall"),
    )


def _percent(pl: Any, question: str) -> Any:
    yes, base = pl.col(f"yes {question}"), pl.col(f"base {question}")
    rounded = (200 * yes + base) // (2 * base)
    return pl.when(base > 0).then(rounded).otherwise(-1)


def _level(pl: Any, figure: str, one: int, two: int, three: int, name: str) -> Any:
    value = pl.col(figure)
    steps = pl.when(value < 0).then(-1)
    for start, level in ((three, 3), (two, 2), (one, 1)):
        steps = steps.when(value >= start).then(level)
    return steps.otherwise(0).alias(name)


def _lowest(pl: Any, place: int) -> Any:
    levels = [pl.col(f"level {q}") for q in QUESTIONS[3 * place : 3 * place + 3]]
    given = [pl.when(level >= 0).then(level) for level in levels]
    return pl.min_horizontal(given).fill_null(-1).alias(f"s{place}")


def _counted(pl: Any, frame: Any) -> Any:
    derived = [_derived(pl, q).alias(q) for q in QUESTIONS]
    counts = [
        (pl.col(q) == word).sum().alias(f"{q} {word}")
        for q in QUESTIONS
        for word in (YES, NO, NOT_APPLICABLE)
    ]
    return frame.select("inspection", *derived).group_by("inspection").agg(*counts)


def _derived(pl: Any, question: str) -> Any:
    prompts = [pl.col(question + letter) for letter in LETTERS]
    out = pl.all_horizontal(prompt == NOT_APPLICABLE for prompt in prompts)
    count = pl.sum_horizontal((prompt == YES).cast(pl.UInt8) for prompt in prompts)
    enough = (count >= 3) & (prompts[2] != NO)
    answer = pl.when(enough).then(pl.lit(YES)).otherwise(pl.lit(NO))
    return pl.when(out).then(pl.lit(NOT_APPLICABLE)).otherwise(answer)


def _rows(frame: Any) -> list[Figures]:
    return [list(row) for row in frame.rows()]
