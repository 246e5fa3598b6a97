"""How people put things who know the field and not yet the words of the language.

Loaded only after a fault. What is meant is tried, and kept only where the tables take
it with what follows, so that no name is taken for such a phrase where it has a meaning.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from inspect_engine.diagnostics.fault import Fault
from inspect_engine.syntax.faults import Misplaced, UnknownWord
from inspect_engine.syntax.lexer import Token
from inspect_engine.syntax.tables import tables

PHRASES = (
    ("if", "when"),
    ("if", "where"),
    ("where", "when"),
    ("under", "below"),
    ("less than", "below"),
    ("fewer than", "below"),
    ("lower than", "below"),
    ("over", "above"),
    ("more than", "above"),
    ("greater than", "above"),
    ("higher than", "above"),
    ("no more than #", "up to #"),
    ("at most #", "up to #"),
    ("# or less", "up to #"),
    ("# or fewer", "up to #"),
    ("# or under", "up to #"),
    ("# or below", "up to #"),
    ("# and under", "up to #"),
    ("# and below", "up to #"),
    ("at least #", "# and over"),
    ("# or more", "# and over"),
    ("# or over", "# and over"),
    ("# or above", "# and over"),
    ("# or higher", "# and over"),
    ("# and more", "# and over"),
    ("# and above", "# and over"),
    ("# and higher", "# and over"),
    ("# +", "# and over"),
    ("from # to #", "# to #"),
    ("between # and #", "# to #"),
    ("cap at", "limit at most"),
    ("capped at", "limit at most"),
    ("limit to", "limit at most"),
    ("limited to", "limit at most"),
    ("rated on", "judged on"),
    ("minimum of", "lowest of"),
    ("min of", "lowest of"),
    ("worst of", "lowest of"),
    ("maximum of", "highest of"),
    ("max of", "highest of"),
    ("best of", "highest of"),
    ("average of", "mean of"),
    ("total of", "sum of"),
    ("number of", "count of"),
    ("percentage of", "percent of"),
    ("proportion of", "percent of"),
    ("yes / no", "yes or no"),
    ("yes , no", "yes or no"),
    ("no or yes", "yes or no"),
)
"""What is written, and what it may mean; «#» stands for a number."""

NUMBERS = ("WHOLE", "DECIMAL")


class Rewording(NamedTuple):
    """Tokens from one place to another, what they mean, and what to say of them."""

    begin: int
    end: int
    meant: list[Token]
    fault: Fault
    blamed: Token | None = None
    """Where the fault is reported, if not at all that is reworded."""
    lost: str = ""
    """A name that is guessed, and that nothing need be called."""


def phrases(tokens: Sequence[Token], at: int) -> Iterator[Rewording]:
    """What the words around a fault may mean, likeliest first."""
    for written, meant in PHRASES:
        pattern = written.split()
        for before in range(min(len(pattern), at + 1)):
            begin = at - before
            found = tokens[begin : begin + len(pattern)]
            if _fits(pattern, found):
                yield _reworded(begin, found, meant)


def span_words(tokens: Sequence[Token]) -> str:
    """Tokens as a message repeats them."""
    return " ".join(token.text for token in tokens)[:60].replace(" / ", "/")


def word(text: str, start: int, end: int, is_first: bool = False) -> Token:
    """A word or sign of the language that stands for something written."""
    kind = tables().punctuation.get(text, "NAME")
    return Token(kind, text, start, end, is_first)


def standing_for(found: Sequence[Token], meant: Sequence[str | Token]) -> list[Token]:
    """Words and tokens that stand in one place, one after another."""
    start, end = found[0].start, found[-1].end
    made: list[Token] = []
    for part in meant:
        # After a number that is kept, what was put around it stands behind it.
        begin = start if not made else end
        stop = end if len(meant) == 1 else begin
        made.append(word(part, begin, stop) if isinstance(part, str) else part)
    made[0] = made[0]._replace(is_first=found[0].is_first)
    return [made[0], *(token._replace(is_first=False) for token in made[1:])]


def stood_for(pattern: Sequence[str], found: Sequence[Token]) -> str:
    """The name that stands where a pattern has «@»; empty where it does not fit."""
    place = pattern.index("@")
    names = [one.text for one in found[place : place + 1] if one.kind == "NAME"]
    if not names or names[0] in tables().keywords:
        return ""
    others = [one for one in pattern if one != "@"]
    rest = [*found[:place], *found[place + 1 :]]
    return names[0] if _fits(others, rest) else ""


def _fits(pattern: Sequence[str], found: Sequence[Token]) -> bool:
    return len(pattern) == len(found) and all(
        token.kind in NUMBERS if part == "#" else token.text.lower() == part
        for part, token in zip(pattern, found, strict=True)
    )


def _reworded(begin: int, found: Sequence[Token], meant: str) -> Rewording:
    numbers = [token for token in found if token.kind in NUMBERS]
    shown = meant
    for number in numbers:
        shown = shown.replace("#", number.text, 1)
    kept = iter(numbers)
    parts = [next(kept) if part == "#" else part for part in meant.split()]
    fault = _fault(found, shown)
    return Rewording(begin, begin + len(found), standing_for(found, parts), fault)


def _fault(found: Sequence[Token], meant: str) -> Fault:
    written = span_words(found)
    words = [token.text for token in found if token.kind == "NAME"]
    if all(one in tables().keywords for one in words):
        return Misplaced(what=f"«{written}»", suggestion=f"«{meant}»")
    return UnknownWord(found=written, near=meant)
