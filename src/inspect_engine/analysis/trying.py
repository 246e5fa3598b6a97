"""Expressions worked out by the interpreter for every combination of values."""

from collections.abc import Iterator, Sequence
from itertools import product

from attrs import frozen

from inspect_engine.analysis.space import Space, Variable, in_words
from inspect_engine.evaluation.interpreter import Interpreter
from inspect_engine.model.expressions import Expression
from inspect_engine.model.methodology import Methodology
from inspect_engine.records.bundle import Bundle, Given, RecordTable


@frozen
class Tried:
    """One combination of values, how many it stands for, and what comes of it."""

    names: tuple[str, ...]
    given: tuple[Given, ...]
    weight: int | None
    values: tuple[object, ...]

    def in_words(self) -> str:
        """The combination: «hygiene 15, structure 0»."""
        pairs = zip(self.names, self.given, strict=True)
        return ", ".join(f"{name} {in_words(value)}" for name, value in pairs)


def tried(
    rules: Methodology, record: str, nodes: Sequence[Expression], space: Space
) -> Iterator[Tried]:
    """What expressions give for each combination; `record` is empty where asked once.

    What the space does not list is left unanswered.
    """
    own = [one for one in space.variables if one.place == "record"]
    others = [one for one in space.variables if one.place != "record"]
    table = record_table(own) if record else None
    rows = list(product(*(weighted(one) for one in own))) if record else [()]
    for outer in product(*(weighted(one) for one in others)):
        whole = Interpreter(rules, made(others, outer, record, table))
        names = tuple(one.name for one in (*others, *own))
        columns = [worked_out(whole, record, node) for node in nodes]
        for row, values in zip(rows, zip(*columns, strict=True), strict=True):
            given = tuple(value for value, _ in (*outer, *row))
            yield Tried(names, given, total((*outer, *row)), values)


def worked_out(whole: Interpreter, record: str, node: Expression) -> Sequence[object]:
    """An expression for each record, or once."""
    if record:
        return whole.rows(record).worked_out(node)
    return [whole.any_value(node)]


def weighted(variable: Variable) -> list[tuple[Given, int | None]]:
    """The values of a variable with their weights."""
    return list(zip(variable.values, variable.weights, strict=True))


def total(pairs: Sequence[tuple[Given, int | None]]) -> int | None:
    """How many combinations one stands for."""
    found = 1
    for _, weight in pairs:
        if weight is None:
            return None
        found *= weight
    return found


def record_table(variables: Sequence[Variable]) -> RecordTable:
    """A record for each combination of facts and answers."""
    rows = list(product(*(one.values for one in variables)))
    columns = {
        one.name: tuple(row[place] for row in rows)
        for place, one in enumerate(variables)
    }
    return RecordTable(tuple(("", str(n)) for n in range(len(rows))), columns)


def made(
    variables: Sequence[Variable],
    pairs: Sequence[tuple[Given, int | None]],
    record: str,
    table: RecordTable | None,
) -> Bundle:
    """A bundle with these values and nothing else."""
    places: dict[str, dict[str, str]] = {"judgement": {}, "published": {}}
    inputs: dict[str, Given] = {}
    for one, (value, _) in zip(variables, pairs, strict=True):
        if one.place == "input":
            inputs[one.name] = value
        else:
            places[one.place][one.name] = str(value)
    return Bundle(
        id="tried",
        name="",
        rules="",
        version="",
        date=None,
        inputs=inputs,
        judgements=places["judgement"],
        published=places["published"],
        records={record: table} if table is not None else {},
    )
