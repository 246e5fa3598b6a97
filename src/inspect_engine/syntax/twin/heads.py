"""Lines of the text that a tree of rules is written out as, word by word."""

import re

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.documents.nodes import Node, Scalar
from inspect_engine.source import SourceFile, Span
from inspect_engine.syntax.lexer import lex
from inspect_engine.syntax.twin.comments import Comment, Comments
from inspect_engine.syntax.twin.faults import RulesBrace
from inspect_engine.syntax.twin.forms import Kind
from inspect_engine.syntax.twin.mapped import MappedSource, Piece, character_places

STEP = "  "
PUNCTUATION = frozenset("{}#")
LINE_BREAK = re.compile(r"\s*[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]\s*")
BLOCK_SCALARS = ("|", ">")


class Head:
    """One statement up to its block: its pieces, and the comments at its values."""

    def __init__(self, comments: Comments) -> None:
        """Begin an empty one."""
        self.pieces: list[tuple[str, int, int, tuple[int, ...] | range]] = []
        self.before: list[Comment] = []
        self.beside: list[Comment] = []
        self._comments = comments

    def words(self, words: str, span: Span) -> "Head":
        """Add words of the language, which a place stands for."""
        self.pieces.append((words, span.start, span.end, ()))
        return self

    def take(self, node: Node) -> None:
        """Take the comments of a value."""
        if isinstance(node, Scalar):
            self.before += self._comments.before(node)
            self.beside += self._comments.beside(node)

    def value(self, kind: Kind, node: Scalar, key: str = "") -> Diagnostic | None:
        """Add a value; what keeps it from being one, if anything does."""
        self.take(node)
        if kind in ("text", "texts"):
            self._text(node)
            return None
        if PUNCTUATION.intersection(node.text):
            found = _not_in_a_phrase(node, key)
            if found is not None:
                return found
        self.raw(node)
        return None

    def raw(self, node: Scalar) -> None:
        """Add a phrase of the language."""
        phrase = LINE_BREAK.sub(" ", node.text)
        self.pieces.append(
            (phrase, node.span.start, node.span.end, _places(node, phrase))
        )

    def _text(self, node: Scalar) -> None:
        words = LINE_BREAK.sub(" ", node.text)
        places = _places(node, words)
        quoted, at = ['"'], [node.span.start]
        for index, character in enumerate(words):
            if character in '"\\':
                quoted.append("\\")
                at.append(places[index])
            quoted.append(character)
            at.append(places[index])
        at += (places[-1], node.span.end)
        made = "".join((*quoted, '"'))
        self.pieces.append((made, node.span.start, node.span.end, tuple(at)))


class Text:
    """The text so far, and what each stretch of it stands for."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._parts: list[str] = []
        self._length = 0
        self._depth = 0
        self._pieces: list[Piece] = []
        self._statements: set[int] = set()

    def comments(self, comments: list[Comment]) -> None:
        """Write comments on lines of their own."""
        for comment in comments:
            self._indent()
            self._piece(comment.text, comment.start, comment.start + len(comment.text))
            self._add("\n")

    def line(self, head: Head, *, opens: bool = False) -> None:
        """Write a statement on a line of its own; with `opens`, its block begins."""
        last = head.beside.pop() if head.beside else None
        self.comments([*head.before, *head.beside])
        self._indent()
        self._statements.add(self._length)
        for text, first, last_place, places in head.pieces:
            self._piece(text, first, last_place, places)
            self._add(" ")
        if opens:
            self._add("{ ")
            self._depth += 1
        if last is not None:
            self._piece(last.text, last.start, last.start + len(last.text))
        self._add("\n")

    def close(self, span: Span) -> None:
        """Write the end of a block, which stands for the end of a place."""
        self._depth -= 1
        self._indent()
        end = len(span.source.text[span.start : span.end].rstrip()) + span.start
        self._piece("}", end, end)
        self._add("\n")

    def made(
        self, source: SourceFile, faults: tuple[Diagnostic, ...], lost: frozenset[str]
    ) -> MappedSource:
        """The whole text."""
        made = MappedSource(source, "".join(self._parts), self._pieces)
        made.faults, made.lost = faults, lost
        made.statements = frozenset(self._statements)
        return made

    def _indent(self) -> None:
        self._add(STEP * self._depth)

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _piece(
        self, text: str, first: int, last: int, places: tuple[int, ...] | range = ()
    ) -> None:
        start = self._length
        self._add(text)
        self._pieces.append(Piece(start, self._length, first, last, places))


def _places(node: Scalar, text: str) -> tuple[int, ...] | range:
    """Where the characters of a value stand in its file."""
    source, start, end = node.span
    written = source.text
    if not node.quoted and written[start:end] == text:
        return range(start, end + 1)
    if node.quoted and written[start + 1 : end - 1] == text:
        return range(start + 1, end)
    if node.quoted and written[start : start + 1] in BLOCK_SCALARS:
        start = written.find("\n", start, end) + 1 or end
    elif node.quoted:
        start, end = start + 1, end - 1
    return character_places(written, start, end, text)


def _not_in_a_phrase(node: Scalar, key: str) -> Diagnostic | None:
    """A brace or comment in a phrase, outside its texts."""
    lexed = lex(SourceFile("", LINE_BREAK.sub(" ", node.text)))
    braces = [one for one in lexed.tokens if one.kind in ("LBRACE", "RBRACE")]
    wrong = sorted((*braces, *lexed.comments), key=lambda one: one.start)
    if not wrong:
        return None
    at = _places(node, node.text)[wrong[0].start]
    span = node.span.source.span(at, at + 1)
    return RulesBrace(sign=wrong[0].text[:1], key=key).at(span)
