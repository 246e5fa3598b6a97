"""What an author may have meant, for hints; loaded only after a fault."""

from collections.abc import Iterable

from inspect_engine.binding.faults import NotACondition
from inspect_engine.binding.kinds import in_words
from inspect_engine.binding.wordings import short, unbracketed
from inspect_engine.diagnostics.fault import Fault
from inspect_engine.diagnostics.suggest import nearest
from inspect_engine.model.kinds import ChoiceKind, DateKind, Kind, LevelKind
from inspect_engine.syntax import nodes
from inspect_engine.syntax.faults import BadDate
from inspect_engine.syntax.loose_dates import loose_date
from inspect_engine.syntax.nodes import Node


def without_quotes(text: str, needed: Kind) -> str:
    """How to write a choice or level that stands in quotes as its id or its label."""
    if not isinstance(needed, (ChoiceKind, LevelKind)):
        return ""
    items = needed.choices if isinstance(needed, ChoiceKind) else needed.scale.levels
    ids = [item.id for item in items]
    if text in ids:
        return f"take the quotation marks away: {text}"
    by_label = {item.label.casefold(): item.id for item in items}
    near = by_label.get(text.strip().casefold()) or nearest(text, ids)
    return f"did you mean «{near}»?" if near else ""


def as_date(node: Node, needed: Kind) -> Fault | None:
    """What to say of a date with slashes, which reads as a division."""
    text = node.span.text
    found = loose_date(text) if isinstance(needed, DateKind) else None
    if found is None or found.end < len(text):
        return None
    return BadDate(written=text, near=found.near, day_first=found.day_first)


def one_of_several(node: nodes.Chain, place: int, kind: Kind) -> Fault:
    """What to say of «risk is medium or high»: its second choice is no condition."""
    compared, name = unbracketed(node.parts[place - 1]), unbracketed(node.parts[place])
    assert isinstance(compared, nodes.Comparison)
    choices = [short(compared.right.span, 20), *_names(node.parts[place:])]
    listed = f"{compared.operator} one of ({', '.join(choices)})"
    return NotACondition(
        what=short(name.span),
        found=in_words(kind),
        suggestion=f"write «{short(compared.left.span, 30)} {listed}»",
    )


def _names(parts: Iterable[Node]) -> Iterable[str]:
    for part in map(unbracketed, parts):
        if not isinstance(part, nodes.Name):
            return
        yield part.text
