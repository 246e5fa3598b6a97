"""Find names that readers can hardly tell apart."""

from collections.abc import Iterator
from typing import NamedTuple

from inspect_engine.checks.model_faults import LookAlike
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related
from inspect_engine.model.methodology import Methodology
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
        seen: dict[str, Named] = {}
        for one in scope:
            before = seen.setdefault(skeleton(one.name), one)
            if before.name != one.name:
                yield describe(one, before)


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
    fault = LookAlike(
        kind=one.kind, name=one.name, other_kind=before.kind, other=before.name
    )
    return fault.at(one.span, Related(before.span, "the other"))


def scopes(methodology: Methodology) -> Iterator[list[Named]]:
    """Names that could be taken for one another."""
    found = [
        Named(kind, name, one.span)
        for kind, members in (
            ("scale", methodology.scales),
            ("bands", methodology.bands),
            ("input", methodology.inputs),
            ("parameter", methodology.parameters),
            ("value", methodology.values),
        )
        for name, one in members.items()
    ]
    yield found
    yield [Named("standard", s.id, s.span) for s in methodology.standards.values()]
    yield [Named("question", q.id, q.span) for q in methodology.questions.values()]
    for record in methodology.records.values():
        yield [Named("fact", name, f.span) for name, f in record.facts.items()]
    for scale in methodology.scales.values():
        yield [Named("level", level.id, level.span) for level in scale.levels]
