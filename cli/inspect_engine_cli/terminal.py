"""Where words go: a terminal, a pipe or a file; and what each of them can show."""

import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TextIO

import click

from inspect_engine.diagnostics.diagnostic import Diagnostic, Severity
from inspect_engine.diagnostics.render import render
from inspect_engine.documents.writing import write_beside
from inspect_engine.reports.look import Look
from inspect_engine.shapes import shape
from inspect_engine_cli import exits

UNKNOWN_WIDTH = 80
MANY = 10
"""So many bundles take long enough to wonder how far they are."""


@shape(eq=True)
class Terminal:
    """What may be written to the screen, and in which dress.

    `colour` is `auto`, `always` or `never`; with a file to write to, `auto` is never.
    """

    colour: str = "auto"
    output: str | None = None

    @property
    def width(self) -> int:
        """The columns of the screen; a usual number where there is none."""
        if self.output is not None:
            return UNKNOWN_WIDTH
        return _columns()

    @property
    def has_colour(self) -> bool:
        """Whether results are coloured."""
        if self.output is not None and self.colour == "auto":
            return False
        return self._colours(sys.stdout)

    @property
    def has_lines(self) -> bool:
        """Whether results are read in a terminal that has the characters for lines."""
        encoding = (sys.stdout.encoding or "").lower().replace("-", "")
        is_shown = self.output is None and sys.stdout.isatty()
        return is_shown and encoding.startswith("utf")

    def look(self, **more: bool) -> Look:
        """What reports need to know of it."""
        return Look(
            width=self.width, colour=self.has_colour, has_lines=self.has_lines, **more
        )

    def progress(self, paths: Sequence[str]) -> AbstractContextManager[Iterable[str]]:
        """The paths, with how far one is of many; only people at a terminal see it."""
        if len(paths) < MANY or not sys.stderr.isatty():
            return nullcontext(paths)
        return click.progressbar(paths, label="Scoring", file=sys.stderr)

    def write(self, text: str) -> None:
        """Write results: to the file, if one is named, whole or not at all."""
        if self.output is None:
            if text:
                click.echo(text, color=self.has_colour)
            return
        content = f"{text}\n" if text else ""
        problems = write_beside(self.output, content.encode("utf-8"))
        if problems:
            self.complain(problems)
            raise click.exceptions.Exit(exits.CANNOT)

    def complain(
        self, diagnostics: Iterable[Diagnostic], files: int | Iterable[str] = 1
    ) -> None:
        """Show diagnostics beside the results."""
        colour = self._colours(sys.stderr)
        width = max(self.width, UNKNOWN_WIDTH)
        text = render(diagnostics, "human", files=files, colour=colour, width=width)
        click.echo(text, err=True, color=colour)

    def _colours(self, stream: TextIO) -> bool:
        if self.colour != "auto":
            return self.colour == "always"
        is_wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        return is_wanted and stream.isatty()


def _columns() -> int:
    """The columns of the screen, as `shutil` tells them.

    It is not asked, since it would load every way there is to compress a file.
    """
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or UNKNOWN_WIDTH
    except (AttributeError, ValueError, OSError):
        return UNKNOWN_WIDTH


def fails(diagnostics: Iterable[Diagnostic], level: str) -> bool:
    """Whether any is as bad as the level; what is silenced does not count."""
    return any(
        found.severity.is_at_least(Severity(level))
        for found in diagnostics
        if found.silenced is None
    )


def is_unreadable(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether an error is about no place in any text: nothing could be read there."""
    return any(
        found.span is None and found.cell is None
        for found in diagnostics
        if found.severity is Severity.ERROR
    )
