"""Expressions worked out by the interpreter for combinations of values."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product

from inspect_engine.analysis.aims import Aims
from inspect_engine.analysis.space import Space, Variable, in_words
from inspect_engine.evaluation.interpreter import Interpreter
from inspect_engine.model.expressions import Expression
from inspect_engine.model.methodology import Methodology
from inspect_engine.records.bundle import Bundle, Given, RecordTable
from inspect_engine.shapes import shape

Weighted = tuple[Given, int | None]
Row = tuple[Weighted, ...]
FEW = 12
"""So many combinations are tried before all of them are."""


@shape
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
    own, others = parted(space, record)
    rows = list(product(*map(weighted, own)))
    for outer in product(*map(weighted, others)):
        yield from at_once(rules, record, nodes, (own, others), outer, rows)


def sampled(
    rules: Methodology, record: str, nodes: Sequence[Expression], space: Space
) -> Iterator[Tried]:
    """The same for a few combinations in which all values take turns."""
    own, others = parted(space, record)
    rows = few(own)
    for outer in few(others):
        yield from at_once(rules, record, nodes, (own, others), outer, rows)


def aimed(
    rules: Methodology,
    record: str,
    nodes: Sequence[Expression],
    space: Space,
    guesses: Sequence[Aims],
) -> Iterator[Tried]:
    """The same for combinations that follow guesses."""
    own, others = parted(space, record)
    by_outer: dict[Row, dict[Row, None]] = {}
    for guess in guesses:
        inner = by_outer.setdefault(guessed(others, guess), {})
        inner[guessed(own, guess)] = None
    for outer, rows in by_outer.items():
        yield from at_once(rules, record, nodes, (own, others), outer, list(rows))


def guessed(variables: Sequence[Variable], guess: Aims) -> Row:
    """A combination with the values that were guessed, and the first of the others."""
    return tuple((guess.get(one.name, one.values[0]), None) for one in variables)


def few(variables: Sequence[Variable]) -> list[Row]:
    """A few combinations that differ in many values at once."""
    return list(dict.fromkeys(islice(diagonal(variables), FEW)))


def inspections(
    rules: Methodology, space: Space, *, is_few: bool = False
) -> Iterator[Interpreter]:
    """The interpreter at work on each combination, or on a few, without records."""
    others = parted(space, "")[1]
    pairs = map(weighted, others)
    rows = few(others) if is_few else product(*pairs)
    for outer in rows:
        yield Interpreter(rules, made(others, outer, "", None))


def parted(space: Space, record: str) -> tuple[list[Variable], list[Variable]]:
    """The variables of each record, and those of the whole inspection."""
    own = [one for one in space.variables if record and one.place == "record"]
    return own, [one for one in space.variables if one.place != "record"]


def diagonal(variables: Sequence[Variable]) -> Iterator[Row]:
    """Combinations in which all values take turns."""
    longest = max((len(one.values) for one in variables), default=1)
    for step in (0, 1, 2):
        for turn in range(longest):
            yield tuple(
                weighted(one)[(turn + step * place) % len(one.values)]
                for place, one in enumerate(variables)
            )


def at_once(
    rules: Methodology,
    record: str,
    nodes: Sequence[Expression],
    variables: tuple[list[Variable], list[Variable]],
    outer: Row,
    rows: Sequence[Row],
) -> Iterator[Tried]:
    """What expressions give for each row, where the inspection is the same for all."""
    own, others = variables
    table = record_table(own, rows) if record else None
    whole = Interpreter(rules, made(others, outer, record, table))
    names = tuple(one.name for one in (*others, *own))
    columns = [worked_out(whole, record, node) for node in nodes]
    for row, values in zip(rows, zip(*columns, strict=True), strict=True):
        pairs = zip((*others, *own), (*outer, *row), strict=True)
        given = tuple(one.shown(value) for one, (value, _) in pairs)
        yield Tried(names, given, total((*outer, *row)), values)


def worked_out(whole: Interpreter, record: str, node: Expression) -> Sequence[object]:
    """An expression for each record, or once."""
    if record:
        return whole.rows(record).worked_out(node)
    return [whole.any_value(node)]


def weighted(variable: Variable) -> list[Weighted]:
    """The values of a variable with their weights."""
    return list(zip(variable.values, variable.weights, strict=True))


def total(pairs: Iterable[Weighted]) -> int | None:
    """How many combinations one stands for."""
    found = 1
    for _, weight in pairs:
        if weight is None:
            return None
        found *= weight
    return found


def record_table(variables: Sequence[Variable], rows: Sequence[Row]) -> RecordTable:
    """A record for each combination of facts and answers."""
    columns = {
        one.name: tuple(row[place][0] for row in rows)
        for place, one in enumerate(variables)
    }
    return RecordTable(tuple(("", str(n)) for n in range(len(rows))), columns)


def made(
    variables: Sequence[Variable],
    pairs: Sequence[Weighted],
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
