"""How much of a methodology is cited from a published place, and how much assumed."""

from collections.abc import Iterator, Mapping

from attrs import fields, frozen, has

from inspect_engine.model.methodology import Methodology
from inspect_engine.model.provenance import Provenance


@frozen
class Counts:
    """Declarations with a citation, and those with an assumption; some have both."""

    cited: int
    assumed: int


def provenance_counts(rules: Methodology) -> Counts:
    """The counts over everything that a methodology declares, its head included."""
    found = list(_provenances(rules))
    return Counts(
        cited=sum(bool(one.citations) for one in found),
        assumed=sum(bool(one.assumptions) for one in found),
    )


def _provenances(rules: Methodology) -> Iterator[Provenance]:
    """That of each declaration once, however many others speak of it."""
    waiting: list[object] = [rules]
    met: set[int] = set()
    while waiting:
        part = waiting.pop()
        if id(part) in met:
            continue
        met.add(id(part))
        if isinstance(part, Mapping):
            waiting += part.values()
        elif isinstance(part, tuple):
            waiting += part
        elif has(kind := type(part)):
            own = [getattr(part, one.name) for one in fields(kind)]
            yield from (one for one in own if isinstance(one, Provenance))
            waiting += own
