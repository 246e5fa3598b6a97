"""The comments of a YAML text: which value each of them stands before or beside."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from inspect_engine.documents.nodes import Mapping, Node, Scalar, Sequence
from inspect_engine.source import SourceFile

COMMENT = re.compile(r"(?:^|(?<=[\s\[\]{},]))#[^\r\n]*", re.MULTILINE)


class Comment(NamedTuple):
    """A comment, with its sign, and where it stands."""

    text: str
    start: int


class Comments:
    """Comments by the scalar that they belong to; each is given out once."""

    def __init__(self, source: SourceFile, root: Node) -> None:
        """Find all that stand between the values of a tree."""
        self._before: dict[int, list[Comment]] = {}
        self._beside: dict[int, list[Comment]] = {}
        self.last: list[Comment] = []
        self._sort(source.text, sorted(_scalars(root), key=lambda one: one.span.start))

    def before(self, scalar: Scalar) -> list[Comment]:
        """Those on lines of their own before a value."""
        return self._before.pop(scalar.span.start, [])

    def beside(self, scalar: Scalar) -> list[Comment]:
        """Those that end the line of a value."""
        return self._beside.pop(scalar.span.start, [])

    def _sort(self, text: str, scalars: list[Scalar]) -> None:
        at, last = 0, None
        for scalar in scalars:
            self._take(text, at, last, scalar)
            at, last = scalar.span.end, scalar
        self._take(text, at, last, None)

    def _take(
        self, text: str, at: int, last: Scalar | None, following: Scalar | None
    ) -> None:
        end = following.span.start if following is not None else len(text)
        for found in COMMENT.finditer(text, at, end):
            comment = Comment(found[0].rstrip(), found.start())
            has_line = "\n" not in text[at : found.start()].replace("\r", "\n")
            if has_line and last is not None:
                self._beside.setdefault(last.span.start, []).append(comment)
            elif following is not None:
                self._before.setdefault(following.span.start, []).append(comment)
            else:
                self.last.append(comment)


def _scalars(node: Node) -> Iterator[Scalar]:
    held: list[Node] = [node]
    while held:
        one = held.pop()
        match one:
            case Scalar():
                if one.span.end > one.span.start:
                    yield one
            case Sequence():
                held += one.items
            case Mapping():
                for key, value in one.entries:
                    held += (key, value)
