"""Where declarations may be broken: before a title, a list of choices, an `=`."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from inspect_engine.syntax import nodes
from inspect_engine.syntax.formatting.pieces import Pieces
from inspect_engine.syntax.formatting.regions import STEP, Region

LONG_HEAD = 21
"""A title goes to a line of its own only from behind words as wide as this."""
TITLE_WIDTH = 100
"""A title is prose on one line, and may reach further than other words."""
BEFORE_BLOCK = 2 * STEP
"""A head that goes on stands in further than the block below it."""

SOURCE = len("source ")


def of_declaration(node: nodes.Node, pieces: Pieces) -> Iterator[Region]:
    """The regions of a declaration's head, and of the lists in it."""
    match node:
        case nodes.Question() | nodes.Standard() | nodes.Domain():
            yield title(node, node.title, pieces)
        case nodes.Source(address=nodes.Words() as address):
            yield before(node, [address], pieces, words=1, nest=SOURCE)
        case nodes.Let():
            yield before(node, [node.expression], pieces, words=1)
        case nodes.Note(condition=nodes.Node() as condition):
            yield before(node, [condition], pieces, words=1)
        case nodes.QuestionSet():
            yield before(node, [node.condition], pieces, words=1, nest=BEFORE_BLOCK)
        case nodes.Type(choices=choices) if choices:
            yield from of_choices(node, pieces)
        case nodes.Parameter(keys=ids) | nodes.Pools(ids=ids) if ids:
            yield listed(ids, pieces)
        case nodes.Entry(keys=keys) if keys:
            yield listed(keys, pieces)


def title(node: nodes.Node, words: nodes.Words, pieces: Pieces) -> Region:
    """The head of a question or standard, which breaks behind a long name only."""
    nest = BEFORE_BLOCK if pieces.texts[pieces.range(node)[1] - 1] == "}" else STEP
    found = before(node, [words], pieces, nest=nest)
    return evolve(found, only_beyond=LONG_HEAD, width=TITLE_WIDTH)


def before(
    node: nodes.Node,
    parts: Sequence[nodes.Node],
    pieces: Pieces,
    *,
    words: int = 0,
    nest: int = STEP,
) -> Region:
    """A head that is broken before its parts, and before so many words with them."""
    start, end = pieces.range(node)
    if pieces.texts[end - 1] == "}":
        end = pieces.closing[end - 1]
    return Region(
        start=start,
        end=end,
        breaks=frozenset(pieces.range(part)[0] - words for part in parts),
        nest=nest,
    )


def listed(parts: Sequence[nodes.Node], pieces: Pieces) -> Region:
    """What is listed with commas, on as many lines as it needs."""
    starts = [pieces.range(part)[0] for part in parts]
    return Region(
        start=starts[0],
        end=pieces.range(parts[-1])[1],
        breaks=frozenset(starts[1:]),
        is_filled=True,
    )


def of_choices(node: nodes.Type, pieces: Pieces) -> Iterator[Region]:
    """Choices: behind `one of`, or on a line together, or each with its own line."""
    starts = [pieces.range(choice)[0] for choice in node.choices]
    end = pieces.range(node)[1]
    yield Region(start=starts[0], end=end, breaks=frozenset(starts[:1]))
    values = [pieces.flat(*pieces.range(choice.value)) for choice in node.choices]
    width = max(map(len, values)) + 1
    labels = [choice.label for choice in node.choices if choice.label]
    yield Region(
        start=starts[0],
        end=end,
        breaks=frozenset(starts[1:]),
        nest=0,
        is_filled=not labels,
        columns={pieces.range(label)[0]: width for label in labels},
    )
