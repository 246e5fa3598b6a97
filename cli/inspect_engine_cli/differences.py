"""What would change in a file, as a unified diff."""

import difflib
import re
from collections.abc import Iterator

import click

NO_NEW_LINE = "\\ No newline at end of file"
COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def differences(before: str, after: str, name: str, changed: str) -> Iterator[str]:
    """The lines of the diff of one file; `changed` is what its new state is called."""
    names = (name, f"{name} ({changed})")
    for line in difflib.unified_diff(_lines(before), _lines(after), *names):
        yield line.rstrip("\n")
        if not line.endswith("\n"):
            yield NO_NEW_LINE


def coloured(line: str) -> str:
    """A line of a diff in its colour."""
    colour = COLOURS.get(line[:1])
    return click.style(line, fg=colour) if colour else line


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)
