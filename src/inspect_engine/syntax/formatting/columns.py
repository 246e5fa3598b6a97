"""Tables: which statements are the rows of one, and where its columns are."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from attrs import frozen

from inspect_engine.syntax import nodes
from inspect_engine.syntax.formatting.pieces import Pieces
from inspect_engine.syntax.formatting.statements import Statement

Cells = list[tuple[str, int]]
"""What stands in each column, and how far the next column keeps from it."""

GAP = 2
NARROW = 1


@frozen
class Row:
    """One statement of a table: its text with padding, and the column of its block."""

    text: str
    block_at: int


Rows = Mapping[int, Row]
IsOneLine = Callable[[Statement], bool]


def rows(
    statements: Sequence[Statement], pieces: Pieces, is_one_line: IsOneLine
) -> Rows:
    """The rows of all tables among the statements of a block, by their first token."""
    found: dict[int, Row] = {}
    for kind in WHOLE_BLOCK:
        run = [one for one in statements if type(one.node) is kind]
        plain = [one for one in run if _is_plain(one, pieces)]
        found |= _in_columns(plain, pieces)
    for run in _neighbours(statements, pieces, is_one_line):
        found |= _in_columns(run, pieces)
    return found


def _is_plain(one: Statement, pieces: Pieces) -> bool:
    """Whether no comment breaks the line of a head."""
    return not pieces.has_comment(one.start, one.head_end + (one.brace is not None))


def _neighbours(
    statements: Sequence[Statement], pieces: Pieces, is_one_line: IsOneLine
) -> Iterator[list[Statement]]:
    """Statements of one kind on adjacent lines, nothing between them."""
    group = 0

    def kind(one: Statement) -> tuple[int, str]:
        nonlocal group
        remarks = pieces.remarks[one.start]
        group += bool(remarks.before or remarks.is_after_blank)
        return group, _family(one, pieces) if is_one_line(one) else ""

    for (_, family), run in groupby(statements, kind):
        if family:
            yield list(run)


def _family(one: Statement, pieces: Pieces) -> str:
    match one.node:
        case nodes.InForce() | nodes.Source() | nodes.Extends():
            return "head"
        case nodes.Setting(name=name) if name in ("version", "language", "publisher"):
            return "head"
        case nodes.Score() | nodes.RatingRule():
            return "rule"
        case nodes.Standard():
            return "standard"
    return ""


def _in_columns(run: Sequence[Statement], pieces: Pieces) -> dict[int, Row]:
    table = [_cells(one, pieces) for one in run]
    columns = max(map(len, table), default=0)
    table = [cells + [("", 0)] * (columns - len(cells)) for cells in table]
    texts = [""] * len(table)
    for column in range(columns):
        texts = _with_column(texts, [cells[column] for cells in table])
    block_at = max((len(text.rstrip()) for text in texts), default=0) + GAP
    return {
        one.start: Row(text.rstrip(), block_at)
        for one, text in zip(run, texts, strict=True)
    }


def _with_column(texts: list[str], cells: Cells) -> list[str]:
    """The rows with one column more; one in which nothing stands takes no room."""
    width = max(len(text) for text, _ in cells)
    gap = max(space for _, space in cells)
    if not width:
        return texts
    return [
        before + text.ljust(width + gap)
        for before, (text, _) in zip(texts, cells, strict=True)
    ]


def _cells(one: Statement, pieces: Pieces) -> Cells:
    """What stands in each column of a statement, without the block of a brief one."""
    match one.node:
        case nodes.Level(score=score, label=label, word=word):
            return _of_level(one, score, label or word, pieces)
        case nodes.Band(range=extent, word=word):
            level = pieces.range(extent)[1]
            return _cut(one, [(level, GAP), (level + 1, GAP)], pieces)
        case nodes.Answer(label=label):
            after = pieces.range(label)[1] if label else one.start + 1
            return _cut(one, [(one.start + 1, GAP), (after, GAP)], pieces)
        case nodes.Row(cells=cells):
            return _of_row(one, cells, pieces)
        case nodes.ExampleRow(cells=cells, wanted=wanted):
            starts = [pieces.range(part)[0] for part in (*cells[1:], *wanted[1:])]
            starts.insert(len(cells) - 1, pieces.range(cells[-1])[1])
            return _cut(one, [(at, NARROW) for at in starts], pieces)
        case nodes.Entry(value=value):
            return _cut(one, [(pieces.range(value)[0], NARROW)], pieces)
        case nodes.Standard(title=title) if one.brace:
            start, end = pieces.range(title)
            return _cut(one, [(start, NARROW), (end, NARROW)], pieces)
        case nodes.Standard(title=title):
            return _cut(one, [(pieces.range(title)[0], NARROW)], pieces)
        case nodes.InForce():
            return _cut(one, [(one.start + len(("in", "force")), NARROW)], pieces)
    return _cut(one, [(one.start + 1, NARROW)], pieces)


def _of_level(
    one: Statement, score: nodes.Node | None, label: nodes.Node | None, pieces: Pieces
) -> Cells:
    """Score, name and label; what follows the label stands in a column of its own."""
    name = pieces.range(score)[1] if score else one.start
    after = pieces.range(label)[1] if label else name + 1
    return _cut(one, [(name, NARROW), (name + 1, GAP), (after, GAP)], pieces)


def _of_row(one: Statement, cells: Sequence[nodes.Node], pieces: Pieces) -> Cells:
    """A row's cells with their commas, then what it gives."""
    starts = [pieces.range(cell)[0] for cell in cells]
    arrow = pieces.range(cells[-1])[1]
    return _cut(one, [(at, NARROW) for at in (*starts[1:], arrow)], pieces)


def _cut(one: Statement, places: list[tuple[int, int]], pieces: Pieces) -> Cells:
    """A statement cut before tokens; each cut says how far the columns keep apart."""
    at, found = one.start, []
    for place, gap in places:
        found.append((pieces.flat(at, place), gap))
        at = place
    end = one.head_end if one.is_brief else one.end
    found.append((pieces.flat(at, end), 0))
    return found


WHOLE_BLOCK = (
    nodes.Level,
    nodes.Band,
    nodes.Answer,
    nodes.Row,
    nodes.Entry,
    nodes.ExampleRow,
)
"""The kinds of statements that are one table in their block, whatever is between."""
