"""Changes of signs, numbers and dates."""

import datetime
from collections.abc import Iterator

from benchmarks.seed_places import statement_around
from benchmarks.seeds import Change, Seeded, kind
from inspect_engine.syntax import nodes

# --- dates ------------------------------------------------------


@kind("write a date that is none", is_wrong=True)
def no_dates(given: Seeded) -> Iterator[Change]:
    """Each place at which to write a date that is none."""
    for one in given.of(nodes.DateLiteral):
        year = one.span.text[:4]
        for words in (f"{year}-02-30", f"{year}-13-01", f"{year}-04-31"):
            yield given.instead(one, words)


@kind("shift a date by a day")
def other_dates(given: Seeded) -> Iterator[Change]:
    """Each place at which to shift a date by a day."""
    for one in given.of(nodes.DateLiteral):
        if one.value is None:
            continue
        holder = given.around(one)
        beside = given.neighbours(holder) if holder else ()
        for days in (1, -1):
            day = one.value + datetime.timedelta(days=days)
            yield given.instead(one, day.isoformat(), *beside)


# --- signs ------------------------------------------------------


@kind("delete a closing brace", is_wrong=True)
def no_closing(given: Seeded) -> Iterator[Change]:
    """Each place at which to delete a closing brace."""
    opened: list[int] = []
    for place, one in enumerate(given.tokens):
        if one.kind == "LBRACE":
            opened.append(one.start)
        elif one.kind == "RBRACE":
            start = opened.pop()
            line = given.text.rfind("\n", 0, start) + 1
            after = given.tokens[place + 1 : place + 2]
            near = [(line, start), *((next.start, next.end) for next in after)]
            yield given.instead(one, "", *near)


@kind("delete an opening brace", is_wrong=True)
def no_opening(given: Seeded) -> Iterator[Change]:
    """Each place at which to delete an opening brace."""
    for place, one in enumerate(given.tokens):
        if one.kind == "LBRACE":
            after = given.tokens[place + 1]
            yield given.instead(one, "", (after.start, after.end))


@kind("delete another sign", is_wrong=True)
def no_signs(given: Seeded) -> Iterator[Change]:
    """Each place at which to delete another sign."""
    signs = {"COLON", "COMMA", "LPAR", "RPAR", "EQUAL", "__ANON_0", "ARROW"}
    for place, one in enumerate(given.tokens):
        is_sign = one.kind in signs or one.text in ("->", "=", ":", ",", "(", ")")
        if is_sign:
            beside = given.tokens[place - 1 : place + 2]
            yield given.instead(one, "", *((o.start, o.end) for o in beside))


@kind("delete a quote", is_wrong=True)
def no_quotes(given: Seeded) -> Iterator[Change]:
    """Each place at which to delete a quote."""
    for one in given.tokens:
        if one.kind == "STRING":
            yield Change(one.end - 1, one.end, "", ((one.start, one.end),))
            yield Change(one.start, one.start + 1, "", ((one.start, one.end),))


@kind("write signs of other languages", is_wrong=True)
def foreign(given: Seeded) -> Iterator[Change]:
    """Each place at which to write signs of other languages."""
    signs = {"->": "=>", "=": "==", "is": "==", "and": "&&", "not": "!", "or": "||"}
    for one in given.tokens:
        if one.text in signs and one.start not in given.named:
            yield given.instead(one, signs[one.text])


@kind("add a stray sign", is_wrong=True)
def strays(given: Seeded) -> Iterator[Change]:
    """Each place at which to add a stray sign."""
    for turn, one in enumerate(given.tokens):
        after = given.tokens[turn + 1 : turn + 2]
        near = tuple((next.start, next.end) for next in after)
        yield Change(one.end, one.end, (" ;", " }", " {", " %", " ?")[turn % 5], near)


@kind("delete a number")
def no_numbers(given: Seeded) -> Iterator[Change]:
    """Each place at which to delete a number."""
    for one in given.tokens:
        if one.kind in ("WHOLE", "DECIMAL"):
            yield given.instead(one, "", *statement_around(given, one.start))


@kind("write a letter into a number", is_wrong=True)
def lettered(given: Seeded) -> Iterator[Change]:
    """Each place at which to write a letter into a number."""
    for one in given.tokens:
        if one.kind in ("WHOLE", "DECIMAL") and one.start not in given.named:
            yield given.instead(one, one.text + "o")
