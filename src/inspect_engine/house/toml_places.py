"""Where each key and value of a TOML text stands, which the parser does not tell.

The text has been parsed before: of what TOML forbids, nothing needs to be noticed.
"""

import re
import tomllib
from typing import NamedTuple

from inspect_engine.source import SourceFile, Span

KeyPath = tuple[str, ...]

_TOKEN = re.compile(
    r"""
    (?P<space>[ \t]+|\#[^\n]*)
    |(?P<line>\r?\n)
    |(?P<string>\"{3}(?:\\.|[^\\])*?\"{3,5}
        |'{3}.*?'{3,5}
        |"(?:\\.|[^"\\\n])*"
        |'[^'\n]*')
    |(?P<sign>[\[\]{}=,.])
    |(?P<bare>[^\s\[\]{}=,."'\#]+)
    """,
    re.VERBOSE | re.DOTALL,
)


class Place(NamedTuple):
    """Where a key stands, and where its value does; of a section, its heading."""

    key: Span
    value: Span


class _Piece(NamedTuple):
    """A token: what kind it is of, its text and where it starts."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def places(source: SourceFile) -> dict[KeyPath, Place]:
    """The place of each key, by the names of its sections and its own."""
    reading = _Reading(source)
    reading.whole()
    return reading.places


class _Reading:
    """The state of going through one text."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.places: dict[KeyPath, Place] = {}
        matches = _TOKEN.finditer(source.text)
        pieces = [_Piece(str(one.lastgroup), one[0], one.start()) for one in matches]
        self.pieces = [one for one in pieces if one.kind != "space"]
        self.at = 0

    @property
    def here(self) -> str:
        """The text of the token to be read; nothing at the end."""
        return self.pieces[self.at].text if self.at < len(self.pieces) else ""

    def whole(self) -> None:
        """Every section with its keys."""
        section: KeyPath = ()
        while self.at < len(self.pieces):
            if self.pieces[self.at].kind == "line":
                self.at += 1
            elif self.here == "[":
                section = self.heading()
            else:
                self.pair(section)

    def heading(self) -> KeyPath:
        """A section's heading, with one bracket or with two."""
        while self.here == "[":
            self.at += 1
        path, key = self.key()
        while self.here == "]":
            self.at += 1
        self.places.setdefault(path, Place(key, key))
        return path

    def pair(self, section: KeyPath) -> None:
        """A key and its value."""
        path, key = self.key()
        self.at += 1  # the equals sign
        start = self.pieces[self.at].start
        self.value((*section, *path))
        value = self.source.span(start, self.pieces[self.at - 1].end)
        self.places.setdefault((*section, *path), Place(key, value))

    def key(self) -> tuple[KeyPath, Span]:
        """The names of a key, and the place of the last."""
        names: list[str] = []
        last = self.pieces[self.at]
        while self.here not in ("=", "]"):
            if self.here != ".":
                last = self.pieces[self.at]
                names.append(_name(last))
            self.at += 1
        return tuple(names), self.source.span(last.start, last.end)

    def value(self, path: KeyPath) -> None:
        """Past a value; the keys of a table in braces have places too."""
        if self.here == "{":
            self.table(path)
        elif self.here == "[":
            self.array()
        else:
            while self.here not in ("", ",", "}", "]", "\n", "\r\n"):
                self.at += 1

    def table(self, path: KeyPath) -> None:
        """A table in braces."""
        self.at += 1
        while self.here != "}":
            if self.here in (",", "\n", "\r\n"):
                self.at += 1
            else:
                self.pair(path)
        self.at += 1

    def array(self) -> None:
        """Past an array, whatever it holds."""
        depth = 0
        while True:
            depth += (self.here in ("[", "{")) - (self.here in ("]", "}"))
            self.at += 1
            if depth == 0:
                return


def _name(piece: _Piece) -> str:
    if piece.kind != "string":
        return piece.text
    return str(tomllib.loads(f"name = {piece.text}")["name"])
