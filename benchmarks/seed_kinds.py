"""The kinds of change that are seeded: slips of the pen, and changes of meaning."""

import re
from collections.abc import Iterator
from itertools import pairwise

from benchmarks.seed_places import (
    around,
    dropped,
    is_said,
    statement_around,
    swapped,
    whole_around,
)
from benchmarks.seeds import DECLARED, Change, Seeded, kind, misspelt
from inspect_engine.syntax import nodes

OPPOSITES = {
    **{"at least": "at most", "at most": "at least"},
    **{"above": "below", "below": "above"},
}
TURNED = "|".join(OPPOSITES)

# --- words and names --------------------------------------------


@kind("misspell a keyword", is_wrong=True)
def misspell_keywords(given: Seeded) -> Iterator[Change]:
    """Each place at which to misspell a keyword."""
    for turn, word in enumerate(given.keywords):
        yield given.instead(word, misspelt(word.text, turn))


@kind("capitalise a keyword", is_wrong=True)
def capitalise_keywords(given: Seeded) -> Iterator[Change]:
    """Each place at which to capitalise a keyword."""
    for word in given.keywords:
        yield given.instead(word, word.text.capitalize())


@kind("leave out a keyword")
def drop_keywords(given: Seeded) -> Iterator[Change]:
    """Each place at which to leave out a keyword."""
    for word in given.keywords:
        yield given.instead(word, "")


@kind("misspell a name that is used", is_wrong=True)
def misspell_references(given: Seeded) -> Iterator[Change]:
    """Each place at which to misspell a name that is used."""
    for turn, name in enumerate(given.names):
        if name.span.start not in given.declared:
            yield given.instead(name, misspelt(name.span.text, turn))


@kind("misspell a name that is declared")
def misspell_declarations(given: Seeded) -> Iterator[Change]:
    """Each place at which to misspell a name that is declared."""
    for turn, name in enumerate(given.names):
        if name.span.start in given.declared:
            old = name.span.text
            near = given.mentions(old)
            change = given.instead(name, misspelt(old, turn), *near)
            yield change._replace(names=(old,))


@kind("rename a declaration alone")
def rename_declarations(given: Seeded) -> Iterator[Change]:
    """Each place at which to rename a declaration alone."""
    for one in given.of(*DECLARED):
        old = one.id.text
        change = given.instead(one.id, old + "_new", *given.mentions(old))
        yield change._replace(names=(old,))


@kind("name another level", is_wrong=False)
def other_levels(given: Seeded) -> Iterator[Change]:
    """Each place at which to name another level."""
    for scale in given.scales:
        levels = [one.id.text for one in scale.parts if isinstance(one, nodes.Level)]
        for name in given.names:
            if name.span.text in levels and name.span.start not in given.declared:
                at = levels.index(name.span.text) - 1
                near = around(given, name)
                yield given.instead(name, levels[at], *near)


@kind("swap a scale", is_wrong=False)
def other_scales(given: Seeded) -> Iterator[Change]:
    """Each place at which to swap a scale."""
    scales = [one.id.text for one in given.scales]
    for name in given.names:
        is_declared = name.span.start in given.declared
        if name.span.text in scales and not is_declared and len(scales) > 1:
            at = scales.index(name.span.text) - 1
            yield given.instead(name, scales[at], *whole_around(given, name))


@kind("name something of another sort", is_wrong=True)
def other_sorts(given: Seeded) -> Iterator[Change]:
    """Each place at which to name something of another sort."""
    records = [one.id.text for one in given.of(nodes.Record)]
    for name in given.of(nodes.Name, nodes.Id):
        if name.span.start not in given.declared and records:
            other = records[0] if name.text != records[0] else "percent_of_all"
            yield given.instead(name, other)


# --- declarations -----------------------------------------------


@kind("delete a key question")
def drop_key_questions(given: Seeded) -> Iterator[Change]:
    """Each place at which to delete a key question."""
    for one in given.of(nodes.Question):
        if one.kind == "key question":
            yield dropped(given, one)


@kind("delete a standard")
def drop_standards(given: Seeded) -> Iterator[Change]:
    """Each place at which to delete a standard."""
    for one in given.of(nodes.Standard):
        yield dropped(given, one)


@kind("delete another declaration")
def drop_declarations(given: Seeded) -> Iterator[Change]:
    """Each place at which to delete another declaration."""
    for one in given.of(*DECLARED, nodes.Use, nodes.Methodology, nodes.Choice):
        is_key = isinstance(one, nodes.Question) and one.kind == "key question"
        if not is_key and not isinstance(one, (nodes.Standard, nodes.Choice)):
            yield dropped(given, one)


@kind("delete a statement")
def drop_statements(given: Seeded) -> Iterator[Change]:
    """Each place at which to delete a statement."""
    for one in given.all:
        beside = given.siblings(one)
        holder = given.around(one)
        is_part = any(other is one for other in beside) and hasattr(holder, "parts")
        is_part = is_part and not isinstance(holder, nodes.Chain)
        told = (*DECLARED, nodes.Band, nodes.Row)
        if is_part and not isinstance(one, told) and is_said(one):
            block = (holder.span.start, holder.span.end) if holder else (0, 0)
            yield given.without(one, block)


@kind("duplicate a declaration", is_wrong=True)
def doubled(given: Seeded) -> Iterator[Change]:
    """Each place at which to duplicate a declaration."""
    for one in given.of(*DECLARED):
        if isinstance(one, nodes.Question) and one.kind == "prompt":
            continue
        end, words = one.span.end, "\n" + one.span.text
        near = ((one.span.start, end), *given.mentions(one.id.text))
        yield Change(end, end, words, near)


@kind("swap two levels")
def swapped_levels(given: Seeded) -> Iterator[Change]:
    """Each place at which to swap two levels."""
    for scale in given.of(nodes.Scale):
        levels = [one for one in scale.parts if isinstance(one, nodes.Level)]
        for one, other in pairwise(levels):
            near = given.mentions(one.id.text, other.id.text)
            yield swapped(given, one.id, other.id, *near)


@kind("change the score of a level")
def other_scores(given: Seeded) -> Iterator[Change]:
    """Each place at which to change the score of a level."""
    for level in given.of(nodes.Level):
        if level.score is not None:
            near = [(one.span.start, one.id.span.end) for one in given.of(nodes.Bands)]
            words = str(level.score.value + 1)
            yield given.instead(level.score, words, *near)


# --- bands, rows and limits -------------------------------------


@kind("move an end of a band up")
def edges_up(given: Seeded) -> Iterator[Change]:
    """Each place at which to move an end of a band up."""
    yield from edges(given, 1)


@kind("move an end of a band down")
def edges_down(given: Seeded) -> Iterator[Change]:
    """Each place at which to move an end of a band down."""
    yield from edges(given, -1)


def edges(given: Seeded, by: int) -> Iterator[Change]:
    """Each number in a range of a band, moved by one."""
    for band in given.of(nodes.Band):
        for number in given.tokens_in(band.range.span, "WHOLE"):
            near = given.neighbours(band)
            yield given.instead(number, str(int(number.text) + by), *near)


@kind("drop a band")
def drop_bands(given: Seeded) -> Iterator[Change]:
    """Each place at which to drop a band."""
    for band in given.of(nodes.Band):
        yield given.without(band, *given.neighbours(band))


@kind("swap the levels of two bands")
def swapped_bands(given: Seeded) -> Iterator[Change]:
    """Each place at which to swap the levels of two bands."""
    for bands in given.of(nodes.Bands):
        listed = [one for one in bands.parts if isinstance(one, nodes.Band)]
        for one, other in pairwise(listed):
            yield swapped(given, one.level, other.level)


@kind("change what bands measure")
def other_extents(given: Seeded) -> Iterator[Change]:
    """Each place at which to change what bands measure."""
    for one in given.of(nodes.Measure, nodes.Type):
        numbers = given.tokens_in(one.span, "WHOLE")
        inside = whole_around(given, one)
        if one.kind in ("whole", "number"):
            for number in numbers:
                for by in (1, -1):
                    words = str(int(number.text) + by)
                    yield given.instead(number, words, *inside)


@kind("drop a row of a table")
def drop_rows(given: Seeded) -> Iterator[Change]:
    """Each place at which to drop a row of a table."""
    for row in given.of(nodes.Row):
        yield given.without(row, *given.neighbours(row))


@kind("swap two rows of a table")
def swapped_rows(given: Seeded) -> Iterator[Change]:
    """Each place at which to swap two rows of a table."""
    for table in given.of(nodes.Table):
        rows = [one for one in table.parts if isinstance(one, nodes.Row)]
        for one, other in pairwise(rows):
            yield swapped(given, one, other)


@kind("move an end in a row of a table")
def row_edges(given: Seeded) -> Iterator[Change]:
    """Each place at which to move an end in a row of a table."""
    for row in given.of(nodes.Row):
        for cell in row.cells:
            for number in given.tokens_in(cell.span, "WHOLE"):
                near = given.neighbours(row)
                yield given.instead(number, str(int(number.text) + 1), *near)


@kind("change how rows are read")
def other_policies(given: Seeded) -> Iterator[Change]:
    """Each place at which to change how rows are read."""
    for one in given.of(nodes.Setting):
        if one.name in ("first match", "unique"):
            holder = given.around(one)
            near = (holder.span.start, holder.span.end) if holder else (0, 0)
            yield given.instead(one, "", near)


@kind("change the level of a limit")
def other_limits(given: Seeded) -> Iterator[Change]:
    """Each place at which to change the level of a limit."""
    levels = [one.id.text for one in given.of(nodes.Level)]
    for one in given.of(nodes.Limit, nodes.Step):
        if isinstance(one.value, nodes.Name) and one.value.text in levels:
            for level in levels:
                if level != one.value.text:
                    yield given.instead(one.value, level)


@kind("change a rounding")
def other_roundings(given: Seeded) -> Iterator[Change]:
    """Each place at which to change a rounding."""
    ways = {"up": "down", "down": "up", "even": "up"}
    for one in given.of(nodes.Rounding):
        for word in given.tokens_in(one.span, "NAME"):
            if word.text in ways:
                yield given.instead(word, ways[word.text])


@kind("leave out a rounding")
def drop_roundings(given: Seeded) -> Iterator[Change]:
    """Each place at which to leave out a rounding."""
    for one in given.of(nodes.Rounding):
        holder = given.around(one)
        if isinstance(holder, nodes.Setting):
            bands = given.around(holder)
            near = (bands.span.start, bands.span.end) if bands else (0, 0)
            yield given.without(holder, near)


# --- conditions and figures -------------------------------------


@kind("turn «is» and «is not» round")
def turned(given: Seeded) -> Iterator[Change]:
    """Each place at which to turn «is» and «is not» round."""
    for one in given.of(nodes.Comparison):
        between = (one.left.span.end, one.right.span.start)
        said = given.text[slice(*between)]
        if one.operator in ("is", "is not"):
            words = " is " if one.operator == "is not" else " is not "
            yield Change(*between, words)
        elif re.search(TURNED, said):
            words = re.sub(TURNED, lambda found: OPPOSITES[found[0]], said)
            yield Change(*between, words)


@kind("swap «and» and «or»")
def other_joints(given: Seeded) -> Iterator[Change]:
    """Each place at which to swap «and» and «or»."""
    for one in given.of(nodes.Chain):
        for first, second in pairwise(one.parts):
            said = given.text[first.span.end : second.span.start]
            words = said.replace("and", "?").replace("or", "and").replace("?", "or")
            near = (one.span.start, one.span.end)
            yield Change(first.span.end, second.span.start, words, (near,))


@kind("change «lowest» to «highest»")
def other_functions(given: Seeded) -> Iterator[Change]:
    """Each place at which to change «lowest» to «highest»."""
    ways = {"lowest": "highest", "highest": "lowest", "sum": "mean", "mean": "median"}
    for word in given.keywords:
        if word.text in ways:
            near = statement_around(given, word.start)
            yield given.instead(word, ways[word.text], *near)


@kind("change a number in a condition")
def other_numbers(given: Seeded) -> Iterator[Change]:
    """Each place at which to change a number in a condition."""
    for one in given.of(nodes.Comparison, nodes.Quantified):
        for number in given.tokens_in(one.span, "WHOLE"):
            near = (one.span.start, one.span.end)
            yield given.instead(number, str(int(number.text) + 1), near)


@kind("choose another value in a condition")
def other_choices(given: Seeded) -> Iterator[Change]:
    """Each place at which to choose another value in a condition."""
    for fact in given.of(nodes.Fact):
        names = [str(getattr(one.value, "text", "")) for one in fact.type.choices]
        for one in given.of(nodes.Comparison):
            is_of = isinstance(one.left, nodes.Name) and one.left.text == fact.id.text
            if is_of and one.right.span.text in names and len(names) > 1:
                at = names.index(one.right.span.text) - 1
                near = (one.span.start, one.span.end)
                yield given.instead(one.right, names[at], near)
