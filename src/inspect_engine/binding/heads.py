"""The head of a rule file, read without reading the rest.

Finding a methodology looks at every file of a folder, and a file has a head of a few
lines before pages of rules. The head is found by a scan that knows texts, comments
and braces, and is then read by the real parser; where that leaves a doubt, the whole
file is read.
"""

import re
from typing import NamedTuple

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.source import SourceFile
from inspect_engine.syntax import nodes
from inspect_engine.syntax.parser import parse

# Texts and comments first, so that words and braces in them are passed over.
_PIECES = re.compile(
    r'"(?:\\["\\]|[^"\\\n\r])*"?|#[^\n\r]*|\b(methodology)\b|([{}])', re.UNICODE
)
_NAMED = re.compile(r"methodology\s+([^\W_][\w-]*(?:/[\w-]+)*)")


class Place(NamedTuple):
    """Where a head seems to be, and the id that it seems to give."""

    end: int
    id: str


class Head(NamedTuple):
    """The head of a file, and what is wrong with the file up to its end."""

    node: nodes.Methodology | None
    diagnostics: tuple[Diagnostic, ...]


def find_head(text: str) -> Place | None:
    """Where a text seems to have a head; None where it certainly has none."""
    if "methodology" not in text:
        return None
    id, depth = "", 0
    begun = False
    for piece in _PIECES.finditer(text):
        if piece[1] and depth == 0 and not begun:
            named = _NAMED.match(text, piece.start())
            id, begun = named[1] if named else "", True
        elif piece[2]:
            depth += 1 if piece[2] == "{" else -1
            if begun and depth == 0:
                return Place(piece.end(), id)
    return Place(len(text), id) if begun else None


def read_head(source: SourceFile, place: Place) -> Head:
    """The head, by the real parser."""
    first = _read(source.cut(place.end))
    is_certain = first.node is not None and not first.diagnostics
    return first if is_certain else _read(source)


def _read(source: SourceFile) -> Head:
    parsed = parse(source)
    items = parsed.node.items if parsed.node is not None else ()
    heads = [item for item in items if isinstance(item, nodes.Methodology)]
    if not heads:
        return Head(None, parsed.diagnostics)
    end = heads[0].span.as_written.end
    early = (one for one in parsed.diagnostics if one.span and one.span.start <= end)
    return Head(heads[0], tuple(early))
