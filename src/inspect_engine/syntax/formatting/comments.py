"""Comments: which token each of them stands before or beside."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from attrs import Factory, define

from inspect_engine.source import SourceFile
from inspect_engine.syntax.lexer import Lexed, Token

BEFORE_TRAILING = "  "
NEW_LINE = re.compile(r"\r\n?|\n")
BLANK_LINE = 2
"""So many line ends in a row leave a line blank."""


@define
class Remarks:
    """What is said at one token, and whether the author left a line blank there."""

    before: list[tuple[str, bool]] = Factory(list)
    """Comments on lines of their own, each with whether a blank line precedes it."""
    is_after_blank: bool = False
    """Whether a blank line stands right before the token itself."""
    trailing: str = ""
    """The comment that ends the token's line."""
    is_first: bool = False
    """Whether the author began a line with the token."""


def remarks(source: SourceFile, lexed: Lexed) -> list[Remarks]:
    """The remarks at each token, in order."""
    found = [Remarks(is_first=token.is_first) for token in lexed.tokens]
    at = 0
    end_of_last = 0
    for item, is_comment in _in_order(lexed):
        gap = NEW_LINE.findall(source.text, end_of_last, item.start)
        is_after_blank = end_of_last > 0 and len(gap) >= BLANK_LINE
        end_of_last = item.end
        if not is_comment:
            found[at].is_after_blank = is_after_blank
            at += 1
        elif item.is_first or at == 0:
            found[at].before.append((item.text.rstrip(), is_after_blank))
        else:
            found[at - 1].trailing = item.text.rstrip()
    return found


def _in_order(lexed: Lexed) -> Iterator[tuple[Token, bool]]:
    both = [(one, False) for one in lexed.tokens] + [
        (one, True) for one in lexed.comments
    ]
    # A comment that ends the file starts before the end, which has no length.
    return iter(sorted(both, key=lambda one: (one[0].start, one[0].end)))


def with_comments(lines: Iterable[tuple[str, str]]) -> list[str]:
    """Lines with their trailing comments: those of adjacent lines in one column."""
    found: list[str] = []
    for has_comment, run in groupby(lines, key=_depth_of_comment):
        held = list(run)
        found += _aligned(held) if has_comment else [text for text, _ in held]
    return [line.rstrip() for line in found]


def _depth_of_comment(line: tuple[str, str]) -> int:
    """How far a line with a comment stands in, from 1; nought without one."""
    text, comment = line
    return len(text) - len(text.lstrip()) + 1 if comment else 0


def _aligned(lines: Sequence[tuple[str, str]]) -> list[str]:
    width = max(len(text) for text, _ in lines)
    return [f"{text:<{width}}{BEFORE_TRAILING}{comment}" for text, comment in lines]
