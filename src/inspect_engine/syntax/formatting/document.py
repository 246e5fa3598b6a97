"""A whole rule file, block by block and statement by statement; nothing is lost."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.source import SourceFile
from inspect_engine.syntax import nodes
from inspect_engine.syntax.formatting import columns
from inspect_engine.syntax.formatting.comments import with_comments
from inspect_engine.syntax.formatting.declarations import of_declaration
from inspect_engine.syntax.formatting.examples import of_example
from inspect_engine.syntax.formatting.expressions import of_brackets, of_expression
from inspect_engine.syntax.formatting.pieces import Pieces
from inspect_engine.syntax.formatting.ratings import of_rating
from inspect_engine.syntax.formatting.regions import (
    STEP,
    WIDTH,
    Region,
    Tree,
    nested,
)
from inspect_engine.syntax.formatting.statements import (
    Statement,
    everything,
    statement,
)
from inspect_engine.syntax.formatting.writer import Writer
from inspect_engine.syntax.parser import Parsed, parse

TABLE_WIDTH = 100
"""Rows of a table are compared down its columns, and may run wider than prose."""

OPENING = len(" {")
WHOLE_ANYWAY = frozenset(("MIXED-LOGIC", "BAD-DATE", "NUMBER-TOO-LONG"))
"""Faults of a file that was nevertheless read whole."""


def format_source(
    source: SourceFile,
) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text in its one layout; None and why where it cannot be read whole."""
    parsed = parse(source)
    faults = [one for one in parsed.diagnostics if one.code not in WHOLE_ANYWAY]
    if parsed.node is None or faults:
        return None, parsed.diagnostics
    text = _Document(source, parsed.node).text()
    if not _says_the_same(parsed, parse(SourceFile(source.name, text))):
        raise AssertionError("a bug of ours: the layout would change what a file says")
    return text, ()


def _says_the_same(one: Parsed, other: Parsed) -> bool:
    """Whether two readings have equal nodes, and the same comments in order."""
    said, again = (
        [word.text.rstrip() for word in each.comments] for each in (one, other)
    )
    return bool(one.node == other.node) and said == again


class _Document:
    """The state of laying out one file."""

    def __init__(self, source: SourceFile, file: nodes.File) -> None:
        every = [node for node in everything(file) if node is not file]
        self.pieces = Pieces(source)
        self.pieces.learn(every)
        self.items = [statement(item, self.pieces) for item in file.items]
        self.regions = sorted(
            _regions(every, self.pieces), key=lambda one: (one.start, -one.end)
        )
        self.writer = Writer(self.pieces)

    def text(self) -> str:
        """The file's text, from the first line to the last."""
        self.block(self.items, 0, len(self.pieces.tokens) - 1)
        self.writer.new_line(0)
        lines = with_comments(self.writer.lines)
        return "".join(f"{line}\n" for line in lines)

    def block(self, statements: Sequence[Statement], indent: int, close: int) -> None:
        """Statements on lines of their own, with what stands between them."""
        writer = self.writer
        is_one_line = partial(self.is_one_line, indent=indent)
        rows = columns.rows(statements, self.pieces, is_one_line)
        is_first = True
        for one in statements:
            self.remarks(one.start, indent, is_first)
            writer.base = indent
            writer.new_line(indent)
            if one.start in rows:
                self.row(one, rows[one.start], indent)
            else:
                self.statement(one, indent)
            is_first = False
        self.remarks(close, indent, is_first, is_last=True)

    def remarks(
        self, at: int, indent: int, is_first: bool, is_last: bool = False
    ) -> None:
        """Comments above a token, with at most one blank line before each."""
        remarks, writer = self.pieces.remarks[at], self.writer
        writer.told.add(at)
        for words, is_after_blank in remarks.before:
            if is_after_blank and not is_first:
                writer.blank_line()
            writer.remark(words, indent)
            is_first = False
        if remarks.is_after_blank and not is_first and not is_last:
            writer.blank_line()

    def is_one_line(self, one: Statement, indent: int) -> bool:
        """Whether a statement goes on one line with its block."""
        if len(one.inside) > 1 or any(part.brace is not None for part in one.inside):
            return False
        if self.pieces.has_comment(one.start, one.end):
            return False
        return indent + len(self.pieces.flat(one.start, one.end)) <= WIDTH

    def statement(self, one: Statement, indent: int) -> None:
        """A statement on one line, or its head and then its block."""
        writer = self.writer
        head = self.tree(one.start, one.head_end)
        if self.is_one_line(one, indent):
            writer.text(self.pieces.flat(one.start, one.end), one.end - 1)
        elif one.brace is None:
            writer.put(head, indent)
        elif self.is_hung(one):
            writer.put(head, indent)
            writer.new_line(indent + STEP)
            self.hang(one)
        else:
            writer.put(head, indent, OPENING)
            self.braces(one, one.brace, indent)

    def is_hung(self, one: Statement) -> bool:
        """Whether a block says only where the statement comes from."""
        if one.brace is None or not one.inside or not one.is_brief:
            return False
        return not self.pieces.has_comment(one.brace, one.end)

    def braces(self, one: Statement, brace: int, indent: int) -> None:
        """A block with a line for each statement."""
        writer, close = self.writer, one.end - 1
        writer.piece(brace, indent)
        if one.inside or self.pieces.has_comment(brace, one.end):
            self.block(one.inside, indent + STEP, close)
            writer.new_line(indent)
        writer.base = indent - STEP
        writer.piece(close, indent)

    def hang(self, one: Statement) -> None:
        """A block whose statements stand under one another, braces at both ends."""
        writer = self.writer
        assert one.brace is not None
        writer.piece(one.brace, len(writer.line))
        column = len(writer.line) + 1
        for part in one.inside:
            if part is not one.inside[0]:
                writer.new_line(column)
            tail = OPENING if part is one.inside[-1] else 0
            writer.put(self.tree(part.start, part.end), column, tail)
        writer.piece(one.end - 1, column)

    def row(self, one: Statement, row: columns.Row, indent: int) -> None:
        """A row of a table, and its block behind it where there is room."""
        writer = self.writer
        if one.brace is None or not one.is_brief:
            writer.text(row.text, one.end - 1)
            return
        writer.text(row.text, one.brace - 1)
        if not self.is_hung(one):
            self.braces(one, one.brace, indent)
            return
        blocks = [self.pieces.flat(part.start, part.end) for part in one.inside]
        widest = max(map(len, blocks)) + 2 * OPENING
        if indent + row.block_at + widest > TABLE_WIDTH:
            writer.new_line(indent + 2 * STEP)
            self.hang(one)
            return
        writer.line = writer.line.ljust(indent + row.block_at - 1)
        writer.width = TABLE_WIDTH
        self.hang(one)
        writer.width = WIDTH

    def tree(self, start: int, end: int) -> Tree:
        """The regions of a head."""
        low = bisect_left(self.regions, start, key=lambda one: one.start)
        high = bisect_left(self.regions, end, key=lambda one: one.start)
        return nested(self.regions[low:high], start, end)


def _regions(every: Sequence[nodes.Node], pieces: Pieces) -> Iterator[Region]:
    """All regions of a file."""
    for node in every:
        yield from of_declaration(node, pieces)
        yield from of_rating(node, pieces)
        yield from of_example(node, pieces)
        yield from of_expression(node, pieces)
    weights = (node for node in every if isinstance(node, nodes.Weighted))
    weighted = frozenset(pieces.range(node)[0] for node in weights)
    yield from of_brackets(pieces, weighted)
    for start, end in pieces.runs:
        yield Region(start=start, end=end, is_text=True)
