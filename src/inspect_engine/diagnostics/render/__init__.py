"""Diagnostics as text, in the format that a reader or a program asks for.

Each format is a module with one function, `render`, imported when first asked for.
The text has no line end after its last line, and is empty where a format that lists
nothing but diagnostics has none to list.
"""

from collections.abc import Iterable
from importlib import import_module

from inspect_engine.diagnostics.diagnostic import Diagnostic, Severity
from inspect_engine.diagnostics.render.look import WIDTH, Look
from inspect_engine.diagnostics.render.words import summary

__all__ = ["FORMATS", "render", "summary"]

_MODULES = {
    "human": "human",
    "plain": "plain",
    "compact": "compact",
    "json": "as_json",
    "sarif": "sarif",
    "github": "github",
    "junit": "junit",
}

FORMATS = tuple(_MODULES)
"""The names of the formats, the usual one first."""

LISTING_SILENCED = ("json", "sarif")
"""Formats with a place for what is known and accepted."""


def render(
    diagnostics: Iterable[Diagnostic],
    format: str,
    *,
    files: int | Iterable[str] = 1,
    colour: bool = False,
    width: int = WIDTH,
    has_notes: bool = True,
) -> str:
    """The diagnostics in a format of `FORMATS`, in the order given.

    `files` are the names of all files read, or their number where names are not at
    hand; `colour` and `width` matter to people's terminals only. Without `has_notes`
    notes are counted and not listed. Those silenced are counted apart from the others,
    and listed where a format can say that they are.
    """
    names = () if isinstance(files, int) else tuple(files)
    number = files if isinstance(files, int) else len(names)
    given = tuple(diagnostics)
    standing = tuple(one for one in given if one.silenced is None)
    listed = given if format in LISTING_SILENCED else standing
    shown = tuple(one for one in listed if has_notes or one.severity != Severity.NOTE)
    counted = standing if not has_notes else ()
    look = Look(
        files=number,
        names=names,
        colour=colour,
        width=width,
        notes=sum(one.severity is Severity.NOTE for one in counted),
        silenced=len(given) - len(standing),
    )
    module = import_module(f"{__name__}.{_MODULES[format]}")
    text: str = module.render(shown, look)
    return text
