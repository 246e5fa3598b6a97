"""The table of what came of seeded faults, and the page that holds it."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measuring import table
from benchmarks.seeds import KindOfChange

if TYPE_CHECKING:
    from benchmarks.seeding import Seen, Subject

HEADS = (
    *("kind of change", "made", "told", "at the place", "noted"),
    *("same meaning", "caught by test", "different"),
)
TEMPLATE = Path(__file__).with_suffix(".md")
WITH = "Their examples are run on each change that is sound."
WITHOUT = (
    "Examples were not run for this table, so a change of meaning is counted as"
    " different."
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
    seen: "Sequence[Seen]",
    kinds: Sequence[KindOfChange],
    given: "Sequence[Subject]",
    sample: int,
) -> str:
    """The whole page."""
    shipped = [one for one in seen if one.subject.tests is not None]
    is_tested = any(one.outcome == "caught by test" for one in shipped)
    return TEMPLATE.read_text("utf-8").format(
        sample=sample,
        examples=WITH if is_tested else WITHOUT,
        shipped=result(shipped, kinds),
        subjects=f"{len(given)} files: " + ", ".join(f"`{o.label}`" for o in given),
        everything=result(seen, kinds),
        missed="\n".join(map(missed, (one for one in seen if one.is_missed)))
        or "Nothing: every change that cannot be meant is told at its place.",
    )


def missed(one: "Seen") -> str:
    """A line on a change that was not told at its place."""
    text = one.subject.text
    line = one.change.applied(text).count("\n", 0, one.change.start) + 1
    before = " ".join(text[one.change.start : one.change.end].split())[:60]
    what = f"«{before}» became «{one.change.words[:60].strip()}»"
    if not one.told:
        return f"- {one.kind.name}, `{one.subject.label}` line {line}: {what}; not told"
    first = one.told[0]
    told = f"told is {first.code} in line {first.place[1]}"
    return f"- {one.kind.name}, `{one.subject.label}` line {line}: {what}; {told}"
