"""Markdown documents as examples: rules, an optional bundle, and what comes of them.

README.md beside this file says how a document is written.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from attrs import evolve, frozen

_FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<body>.*?)^```[ \t]*$", re.M | re.S)
MAIN = "example.inspect"


class Block(NamedTuple):
    """One fenced block: the words after its fence, its text and its place."""

    words: tuple[str, ...]
    body: str
    start: int
    end: int
    line: int


@frozen(kw_only=True)
class Example:
    """Rules by file name, a bundle or none, and the block that says what to expect."""

    path: Path
    line: int
    rules: tuple[tuple[str, str], ...]
    bundle: str | None = None
    examples: str | None = None
    """A file of examples beside the rules."""
    expected: Block | None = None
    place: int = 0
    """Which of the document's blocks `expected` is, counted from 0."""

    @property
    def name(self) -> str:
        """The document and the line, to be found by."""
        return f"{self.path.stem}:{self.line}"


def blocks(text: str) -> list[Block]:
    """The fenced blocks of a document."""
    return [
        Block(
            tuple(found["info"].split()),
            found["body"],
            found.start("body"),
            found.end("body"),
            text.count("\n", 0, found.start()) + 1,
        )
        for found in _FENCE.finditer(text)
    ]


def examples(path: Path) -> Iterator[Example]:
    """The examples of a document, one for each thing that can be looked at.

    A block that nothing is expected of is an example too: its rules are sound, or its
    bundle is scored without a fault.
    """
    waiting: Example | None = None
    named: dict[str, str] = {}
    for place, block in enumerate(blocks(path.read_text(encoding="utf-8"))):
        kind = block.words[0] if block.words else ""
        if kind == "expect" and waiting is not None:
            yield evolve(waiting, expected=block, place=place, line=block.line)
            waiting = None
        elif kind == "inspect" and block.words[1:2] == ("file",):
            named[block.words[2]] = block.body
        elif kind == "inspect":
            if waiting is not None:
                yield waiting
            is_more = block.words[1:] == ("more",)
            before = named.get(MAIN, "") if is_more else ""
            named[MAIN] = before + block.body
            waiting = _of(path, block, named)
        elif kind == "yaml" and MAIN in named:
            if waiting is not None:
                yield waiting
            waiting = _of(path, block, named)
            if block.words[1:] == ("examples",):
                waiting = evolve(waiting, examples=block.body)
            else:
                waiting = evolve(waiting, bundle=block.body)
    if waiting is not None:
        yield waiting


def _of(path: Path, block: Block, named: dict[str, str]) -> Example:
    return Example(path=path, line=block.line, rules=tuple(named.items()))


def with_expected(path: Path, place: int, lines: tuple[str, ...]) -> str:
    """The text of a document with other lines in one of its blocks."""
    text = path.read_text(encoding="utf-8")
    block = blocks(text)[place]
    return (
        text[: block.start] + "".join(f"{line}\n" for line in lines) + text[block.end :]
    )
