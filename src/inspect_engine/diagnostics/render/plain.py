"""For ears: full sentences, one line a diagnostic, and no drawing characters."""

from collections.abc import Iterator

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.diagnostics.render.look import Look
from inspect_engine.diagnostics.render.words import (
    advice,
    more,
    spoken_place,
    spoken_span,
    summary,
    visible,
)


def render(diagnostics: tuple[Diagnostic, ...], look: Look) -> str:
    """A line for each diagnostic, and how many there are."""
    counts = summary(diagnostics, look.files, look.notes, look.silenced)
    lines = [sentences(found) for found in diagnostics]
    return "\n".join([*lines, _stopped(counts[0].upper() + counts[1:])])


def sentences(found: Diagnostic) -> str:
    """One diagnostic in full sentences, on one line."""
    return " ".join(_sentences(found))


def _sentences(found: Diagnostic) -> Iterator[str]:
    kind = found.severity.value.capitalize()
    where = [spoken] if (spoken := spoken_place(found)) else []
    intro = ", ".join([kind, visible(found.code), *where])
    yield _stopped(f"{intro}: {visible(found.message)}")
    if found.label:
        yield _stopped(f"Here: {visible(found.label)}")
    for also in found.related:
        yield _stopped(f"See also {spoken_span(also.span)}: {visible(also.label)}")
    yield from _hints(found)
    yield _stopped(f"More: {more(found)}")


def _hints(found: Diagnostic) -> Iterator[str]:
    """The ways out as one sentence: «either this; or that»."""
    ways = []
    for role, hint in advice(found):
        if role == "example":
            yield _stopped(f"Example: {hint}")
        else:
            ways.append(f"{role} {hint.rstrip('.')}".strip())
    if ways:
        yield _stopped(f"Hint: {'; '.join(ways)}")


def _stopped(sentence: str) -> str:
    sentence = sentence.rstrip(" :")
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."
