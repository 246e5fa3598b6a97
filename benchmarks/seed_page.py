"""The table of what came of seeded faults, and the page that holds it."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from benchmarks.measuring import table
from benchmarks.seeds import KindOfChange

if TYPE_CHECKING:
    from benchmarks.seeding import Seen, Subject

HEADS = (
    *("kind of change", "made", "told", "at the place", "noted"),
    *("same meaning", "caught by test", "different"),
)


def result(seen: "Sequence[Seen]", kinds: Sequence[KindOfChange]) -> str:
    """A row for each kind, and one for all."""
    rows = [row(one.name, [s for s in seen if s.kind is one]) for one in kinds]
    return table(HEADS, [*(r for r in rows if r[1] != "0"), row("all", list(seen))])


def row(name: str, seen: "Sequence[Seen]") -> tuple[str, ...]:
    """How many changes of a kind had which outcome."""
    counts = Counter(one.outcome for one in seen)
    told = counts["at the place"] + counts["elsewhere"]
    figures = (
        *(len(seen), told, counts["at the place"], counts["noted"]),
        *(counts["same meaning"], counts["caught by test"], counts["different"]),
    )
    return (name, *(f"{one:,}" for one in figures))


def page(
    seen: "Sequence[Seen]", kinds: Sequence[KindOfChange], given: "Sequence[Subject]"
) -> str:
    """The whole page."""
    return result(seen, kinds)
