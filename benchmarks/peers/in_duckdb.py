"""DuckDB: hand-written SQL over a table of answers in memory."""

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

NAME, IS_LINEAR = "DuckDB, table in memory", False


def ready(workload: Workload, inspections: list[Inspection]) -> Work:
    """Load the answers into a table."""
    duckdb = import_module("duckdb")

    connection = duckdb.connect()
    _fill(connection, answers(workload, inspections))
    query = _rated() if workload == "rate" else _counted()
    return Work(lambda: connection.execute(query).fetchall(), _rows)


def _fill(connection: Any, columns: dict[str, Any]) -> None:
    """Make the table with one statement a batch, which needs no other package."""
    kinds = (
        f"{name} {'VARCHAR' if isinstance(values[0], str) else 'INTEGER'}"
        for name, values in columns.items()
    )
    connection.execute(f"CREATE TABLE answers ({', '.join(kinds)})")
    rows = list(zip(*columns.values(), strict=True))
    for first in range(0, len(rows), 500):
        batch = ", ".join(map(str, rows[first : first + 500]))
        connection.execute(f"INSERT INTO answers VALUES {batch}")


def _rated() -> str:
    sums = ", ".join(
        f"sum(({q} = '{YES}')::INT)::INT AS yes_{q},"
        f" sum(({q} <> '{NOT_APPLICABLE}')::INT)::INT AS base_{q}"
        for q in QUESTIONS
    )
    judged = " + ".join(f"any_value({name})" for name in JUDGED)
    percents = ", ".join(
        f"CASE WHEN base_{q} = 0 THEN -1"
        f" ELSE (200 * yes_{q} + base_{q}) // (2 * base_{q}) END AS percent_{q}"
        for q in QUESTIONS
    )
    levels = ", ".join(
        _level(f"percent_{q}", 50, 65, 80, f"level_{q}") for q in QUESTIONS
    )
    standards = ", ".join(_lowest(place) for place in range(4))
    added = "s0 + s1 + s2 + s3 + judged"
    total = f"CASE WHEN least(s0, s1, s2, s3) < 0 THEN -1 ELSE {added} END"
    shown = ", ".join(
        (
            *(f"percent_{q}" for q in QUESTIONS),
            *(f"level_{q}" for q in QUESTIONS),
            *("s0", "s1", "s2", "s3", "total", "overall"),
        )
    )
    return f"""
        WITH a AS (SELECT inspection, {sums}, {judged} AS judged
                   FROM answers GROUP BY inspection),
             b AS (SELECT *, {percents} FROM a),
             c AS (SELECT *, {levels} FROM b),
             d AS (SELECT *, {standards} FROM c),
             e AS (SELECT *, {total} AS total FROM d),
             f AS (SELECT *, {_level("total", 4, 11, 18, "overall")} FROM e)
        SELECT {shown} FROM f ORDER BY inspection"""


def _level(figure: str, one: int, two: int, three: int, name: str) -> str:
    steps = f"WHEN {figure} >= {three} THEN 3 WHEN {figure} >= {two} THEN 2"
    steps += f" WHEN {figure} >= {one} THEN 1"
    return f"CASE WHEN {figure} < 0 THEN -1 {steps} ELSE 0 END AS {name}"


def _lowest(place: int) -> str:
    names = QUESTIONS[3 * place : 3 * place + 3]
    given = ", ".join(f"nullif(level_{q}, -1)" for q in names)
    return f"coalesce(least({given}), -1) AS s{place}"


def _counted() -> str:
    derived = ", ".join(f"{_derived(q)} AS {q}" for q in QUESTIONS)
    counts = ", ".join(
        f"sum(({q} = '{word}')::INT)::INT"
        for q in QUESTIONS
        for word in (YES, NO, NOT_APPLICABLE)
    )
    return f"""
        WITH cases AS (SELECT inspection, {derived} FROM answers)
        SELECT {counts} FROM cases GROUP BY inspection ORDER BY inspection"""


def _derived(question: str) -> str:
    prompts = [question + letter for letter in LETTERS]
    out = " AND ".join(f"{prompt} = '{NOT_APPLICABLE}'" for prompt in prompts)
    count = " + ".join(f"({prompt} = '{YES}')::INT" for prompt in prompts)
    yes = f"{count} >= 3 AND {prompts[2]} <> '{NO}'"
    steps = f"WHEN {out} THEN '{NOT_APPLICABLE}' WHEN {yes} THEN '{YES}'"
    return f"CASE {steps} ELSE '{NO}' END"


def _rows(found: list[tuple[int, ...]]) -> list[Figures]:
    return [list(row) for row in found]
