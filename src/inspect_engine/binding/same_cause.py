"""Tell of one cause once: a name that nothing declares is one fault, however used."""

from collections.abc import Iterable

from attrs import evolve

from inspect_engine.binding.faults import UnknownName
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related


def merged(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics, those of one unknown name as one with the other places.

    They come in reading order: the first place keeps the message and its hints.
    """
    kept: list[Diagnostic] = []
    first: dict[object, int] = {}
    for one in found:
        name = one.data.get("name")
        at = first.get(name) if one.code == UnknownName.code else None
        if at is None or one.span is None:
            if one.code == UnknownName.code:
                first[name] = len(kept)
            kept.append(one)
        else:
            known = kept[at]
            places = [known.span, *(other.span for other in known.related)]
            if one.span not in places:
                also = Related(one.span, "used here as well")
                kept[at] = evolve(known, related=(*known.related, also))
    return tuple(kept)
