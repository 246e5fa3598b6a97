"""What a place was probably meant to say, where no fixed phrase tells: names and dates.

Loaded only after a fault, as `idioms` is.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from inspect_engine.diagnostics.suggest import nearest
from inspect_engine.syntax import idioms
from inspect_engine.syntax.faults import BadDate, Incomplete, Misplaced, UnknownWord
from inspect_engine.syntax.idioms import Rewording
from inspect_engine.syntax.lexer import Token, unquoted
from inspect_engine.syntax.loose_dates import loose_date
from inspect_engine.syntax.ordered import ordered_lists
from inspect_engine.syntax.tables import END, tables

Known = Callable[[], Mapping[str, str]]
"""How to get the names of a file by their words."""

MOST_WORDS = 4
LONGEST_CONDITION = 30
LEADS = ("fact", "input")
CHOICES = ("NAME", *idioms.NUMBERS)
LISTED = (*CHOICES, "COMMA")
AND_UP = (
    *("at least @", "@ and over", "@ and above", "@ and higher", "@ and better"),
    *("@ or over", "@ or above"),
)
AND_DOWN = (
    *("at most @", "up to @", "@ and under", "@ and below", "@ and lower"),
    *("@ and worse", "@ or under", "@ or below"),
)
UP_FROM = ("above @", "over @", "better than @", "more than @", "higher than @")
DOWN_FROM = ("below @", "under @", "worse than @", "less than @", "lower than @")


def rewordings(
    tokens: Sequence[Token],
    at: int,
    expected: Sequence[str],
    text: str,
    names: Known,
) -> Iterator[Rewording]:
    """All that the words around a fault may mean, likeliest first.

    `names` gives the names of the file by their words, where they are needed.
    """
    yield from _dates(tokens, at, expected, text)
    yield from _levels(tokens, at)
    yield from idioms.phrases(tokens, at)
    yield from joined_names(tokens, at, names)
    yield from _unquoted_names(tokens, at, expected, names)
    yield from _facts(tokens, at)
    yield from _commas(tokens, at)
    yield from _brackets(tokens, at, expected)
    yield from _misspelt_before(tokens, at)


def _misspelt_before(tokens: Sequence[Token], at: int) -> Iterator[Rewording]:
    """«lowset of …», where the first word could have been a name."""
    before = tokens[at - 1] if at else None
    keywords = tables().keywords
    if before is None or before.kind != "NAME" or before.text in keywords:
        return
    near = nearest(before.text, tuple(keywords))
    if near:
        word = idioms.standing_for([before], (near,))
        fault = UnknownWord(found=before.text[:60], near=near)
        # Taken for a name, it may have completed what began some words earlier.
        for begin in range(at - 1, max(at - MOST_WORDS, 0) - 1, -1):
            meant = [*tokens[begin : at - 1], *word]
            yield Rewording(begin, at, meant, fault, before)


# --- names written as their labels ------------------------------------------------


def joined_names(tokens: Sequence[Token], at: int, names: Known) -> Iterator[Rewording]:
    """«Requires improvement» for `requires_improvement`, the longest first."""
    for length in range(MOST_WORDS, 1, -1):
        for begin in range(max(at - length + 1, 0), at + 1):
            found = tokens[begin : begin + length]
            if len(found) < length or not _are_one_line(found):
                continue
            near = names().get(_folded(idioms.span_words(found)), "")
            if near:
                what = f"«{idioms.span_words(found)}»"
                meant = idioms.standing_for(found, (near,))
                fault = Misplaced(what=what, near=near)
                yield Rewording(begin, begin + length, meant, fault)


def _are_one_line(found: Sequence[Token]) -> bool:
    kinds = {token.kind for token in found}
    return kinds == {"NAME"} and not any(token.is_first for token in found[1:])


def _unquoted_names(
    tokens: Sequence[Token], at: int, expected: Sequence[str], names: Known
) -> Iterator[Rewording]:
    """A label, or a name in quotes, where a name belongs."""
    token = tokens[at]
    if token.kind != "STRING" or "NAME" not in expected:
        return
    written = unquoted(token)
    near = names().get(_folded(written), "")
    name = near or re.sub(r"\W+", "_", written).strip("_").lower()
    if not name.isidentifier():
        return
    fault = Misplaced(what=f"«{token.text[:60]}»", near=name)
    meant = idioms.standing_for([token], (name,))
    yield Rewording(at, at + 1, meant, fault, lost="" if near else name)


def ids_by_words(tokens: Sequence[Token]) -> dict[str, str]:
    """The names of a file, by their words and by the labels that follow them."""
    known: dict[str, str] = {}
    keywords = tables().keywords
    for token in tokens:
        if token.kind == "NAME" and token.text not in keywords:
            known.setdefault(_folded(token.text.replace("_", " ")), token.text)
    for token, label in pairwise(tokens):
        is_name = token.kind == "NAME" and token.text not in keywords
        if is_name and label.kind == "STRING":
            known.setdefault(_folded(unquoted(label)), token.text)
    return known


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


# --- dates ------------------------------------------------------------------------


def _dates(
    tokens: Sequence[Token], at: int, expected: Sequence[str], text: str
) -> Iterator[Rewording]:
    """A date that is not written as year-month-day."""
    found = loose_date(text, tokens[at].start) if "DATE" in expected else None
    if found is None:
        return
    end = next((i for i, one in enumerate(tokens) if one.start >= found.end), at)
    if end <= at or tokens[end - 1].end != found.end:
        return
    first = tokens[at]
    meant = Token("DATE", found.iso, first.start, found.end, first.is_first)
    written = text[first.start : found.end]
    fault = BadDate(written=written, near=found.near, day_first=found.day_first)
    yield Rewording(at, end, [meant], fault)


# --- levels up or down from one, in a table -----------------------------------------


def _levels(tokens: Sequence[Token], at: int) -> Iterator[Rewording]:
    """«good and over» in a table, where each level is named."""
    if not _is_in_row(tokens, at):
        return
    lists: list[list[str]] = []
    for patterns, is_up, is_with in (
        (AND_UP, True, True),
        (AND_DOWN, False, True),
        (UP_FROM, True, False),
        (DOWN_FROM, False, False),
    ):
        for pattern in map(str.split, patterns):
            for begin in range(max(at - len(pattern), 0), at + 1):
                found = tokens[begin : begin + len(pattern)]
                name = idioms.stood_for(pattern, found)
                if not name:
                    continue
                lists = lists or ordered_lists(tokens)
                levels = _from_there(name, lists, is_up, is_with)
                yield _as_levels(begin, found, name, levels)


def _is_in_row(tokens: Sequence[Token], at: int) -> bool:
    """Whether an arrow follows on the same line."""
    for token in tokens[at:]:
        if token.text == "->":
            return True
        if token.is_first and token is not tokens[at]:
            return False
    return False


def _from_there(
    name: str, lists: Sequence[Sequence[str]], is_up: bool, is_with: bool
) -> list[str]:
    """The levels from one on; none where its list is not in this file."""
    levels = next((one for one in lists if name in one), ())
    if not levels:
        return []
    place = levels.index(name)
    if is_up:
        return list(levels[place if is_with else place + 1 :])
    return list(levels[: place + 1 if is_with else place])


def _as_levels(
    begin: int, found: Sequence[Token], name: str, levels: Sequence[str]
) -> Rewording:
    suggestion = "the levels one by one, with «or» between them"
    if levels:
        suggestion = f"«{' or '.join(levels)}»"
    meant = " or ".join(levels or [name]).split()
    fault = Misplaced(what=f"«{idioms.span_words(found)}»", suggestion=suggestion)
    end = begin + len(found)
    return Rewording(begin, end, idioms.standing_for(found, meant), fault)


# --- words and signs that are missing -------------------------------------------------


def _facts(tokens: Sequence[Token], at: int) -> Iterator[Rewording]:
    """«sentence: one of …» without the word that it starts with."""
    following = tokens[at : at + 2]
    if [one.kind for one in following] != ["NAME", "COLON"]:
        return
    token = tokens[at]
    for lead in LEADS:
        suggestion = f"«{lead} {token.text[:40]}: …»"
        fault = Incomplete(expected=f"«{lead}»", suggestion=suggestion)
        meant = [idioms.word(lead, token.start, token.start, token.is_first)]
        meant.append(token._replace(is_first=False))
        yield Rewording(at, at + 1, meant, fault)


def _commas(tokens: Sequence[Token], at: int) -> Iterator[Rewording]:
    """«one of low or high» where choices are listed with commas."""
    if not at or tokens[at - 1].text != "or" or tokens[at].kind not in CHOICES:
        return
    begin, end = at - 1, at + 1
    while begin and tokens[begin].text != "one" and tokens[begin].kind in LISTED:
        begin -= 1
    while tokens[end].text == "or" and tokens[end + 1].kind in CHOICES:
        if tokens[end + 1].text == "not_applicable":
            break
        end += 2
    found = tokens[begin:end]
    if [one.text for one in found[:2]] != ["one", "of"]:
        return
    meant = [_as_comma(one) if one.text == "or" else one for one in found]
    listed = idioms.span_words(meant).replace(" ,", ",")
    fault = Misplaced(what="«or»", suggestion=f"«{listed}»")
    yield Rewording(begin, end, meant, fault, tokens[at - 1])


def _as_comma(token: Token) -> Token:
    return idioms.word(",", token.start, token.end)


def _brackets(
    tokens: Sequence[Token], at: int, expected: Sequence[str]
) -> Iterator[Rewording]:
    """«where risk is high» without its brackets, as far as they can reach."""
    before = tokens[at - 1].text if at else ""
    first = tokens[at]
    is_condition = before in ("where", "among") and first.kind != END
    if not is_condition or "LPAR" not in expected:
        return
    end = at + 1
    while not tokens[end].is_first and end < at + LONGEST_CONDITION:
        end += 1
    for stop in range(end, at, -1):
        inner = tokens[at:stop]
        opening = idioms.word("(", first.start, first.start)
        closing = idioms.word(")", inner[-1].end, inner[-1].end)
        shown = " ".join(one.text for one in inner)
        fault = Misplaced(
            what=f"«{first.text[:60]}»",
            expected="expected «(»",
            suggestion=f"«{before} ({shown})»",
        )
        yield Rewording(at, stop, [opening, *inner, closing], fault, first)
