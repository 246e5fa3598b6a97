"""Find names that readers can hardly tell apart."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from inspect_engine.checks.model_faults import LookAlike
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related
from inspect_engine.model.kinds import ChoiceKind
from inspect_engine.model.methodology import Fact, Methodology, RecordType
from inspect_engine.source import Span

ALIKE = str.maketrans(
    {
        "0": "o",
        "1": "l",
        "i": "l",
        "|": "l",
        # Letters of other alphabets that look like Latin ones.
        "\N{CYRILLIC SMALL LETTER A}": "a",
        "\N{CYRILLIC SMALL LETTER IE}": "e",
        "\N{CYRILLIC SMALL LETTER O}": "o",
        "\N{CYRILLIC SMALL LETTER ER}": "p",
        "\N{CYRILLIC SMALL LETTER ES}": "c",
        "\N{CYRILLIC SMALL LETTER U}": "y",
        "\N{CYRILLIC SMALL LETTER HA}": "x",
        "\N{CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I}": "l",
        "\N{GREEK SMALL LETTER OMICRON}": "o",
        "\N{GREEK SMALL LETTER ALPHA}": "a",
        "\N{GREEK SMALL LETTER NU}": "v",
    }
)


class Named(NamedTuple):
    """A declared name with its place."""

    kind: str
    name: str
    span: Span


def look_alikes(methodology: Methodology) -> Iterator[Diagnostic]:
    """Each name that looks like one before it, among those that stand in one scope."""
    for scope in scopes(methodology):
        yield from alike(scope)
    values = values_of(methodology)
    same = {one.name for one in values}
    by_skeleton = {skeleton(one.name): one for one in values}
    for record in methodology.records.values():
        for fact in facts_of(record):
            other = by_skeleton.get(skeleton(fact.name))
            # One that is the same to the letter hides the other; that is told apart.
            if other is not None and fact.name not in same:
                yield describe(fact, other)


def alike(scope: Iterable[Named]) -> Iterator[Diagnostic]:
    """The names of one scope that look like one before them."""
    seen: dict[str, list[Named]] = {}
    for one in scope:
        before = seen.setdefault(skeleton(one.name), [])
        others = [other for other in before if other.name != one.name]
        if others and all(other.name != one.name for other in before):
            yield describe(one, others[0])
        before.append(one)


def skeleton(name: str) -> str:
    """What is left of a name for the eye; the same for names that look the same."""
    if not any(letter.isalpha() for letter in name):
        return name
    # Numbers such as those of «P1.1» and «P1.l» must not hide one another.
    return name.casefold().translate(ALIKE) if not _is_numbered(name) else name


def _is_numbered(name: str) -> bool:
    """Whether it is a letter or two and figures, as «P1.1», where 1 and 0 differ."""
    return name.isascii() and sum(map(str.isdigit, name)) * 2 >= len(name)


def describe(one: Named, before: Named) -> Diagnostic:
    """The fault, at the later of the two."""
    is_case = one.name.casefold() == before.name.casefold()
    fault = LookAlike(
        kind=one.kind,
        name=one.name,
        other_kind=before.kind,
        other=before.name,
        how="they differ only in capitals" if is_case else "",
    )
    related = () if before.span == one.span else (Related(before.span, "the other"),)
    return fault.at(one.span, *related)


def scopes(methodology: Methodology) -> Iterator[list[Named]]:
    """Names that could be taken for one another."""
    shared = [
        Named(kind, name, one.span)
        for kind, members in (
            ("scale", methodology.scales),
            ("bands", methodology.bands),
            ("record", methodology.records),
        )
        for name, one in members.items()
    ]
    yield [*shared, *values_of(methodology)]
    for kind, named in (
        ("source", methodology.sources),
        ("domain", methodology.domains),
        ("standard", methodology.standards),
        ("question", methodology.questions),
    ):
        yield [Named(kind, name, one.span) for name, one in named.items()]
    for record in methodology.records.values():
        yield list(facts_of(record))
        for fact in record.facts.values():
            yield choices_of(fact)
    for given in methodology.inputs.values():
        yield choices_of(given)
    for scale in methodology.scales.values():
        yield [Named("level", level.id, level.span) for level in scale.levels]


def values_of(methodology: Methodology) -> list[Named]:
    """What has one value for the inspection."""
    return [
        Named(kind, name, one.span)
        for kind, members in (
            ("input", methodology.inputs),
            ("parameter", methodology.parameters),
            ("value", methodology.values),
        )
        for name, one in members.items()
    ]


def facts_of(record: RecordType) -> Iterator[Named]:
    """The facts of a record."""
    for name, fact in record.facts.items():
        yield Named("fact", name, fact.span)


def choices_of(fact: Fact) -> list[Named]:
    """What a fact or input can be; choices keep no places of their own."""
    choices = fact.kind.choices if isinstance(fact.kind, ChoiceKind) else ()
    return [Named("choice", choice.id, fact.span) for choice in choices]
