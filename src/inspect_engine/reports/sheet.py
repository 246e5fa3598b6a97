"""A sheet of text that Rich lays out: its width, its lines and its colours.

Nothing of it depends on the machine: neither on its terminal nor on its variables.
"""

from collections.abc import Sequence
from io import StringIO

from rich.box import Box
from rich.console import Console, ConsoleRenderable
from rich.table import Table
from rich.text import Text

from inspect_engine.reports.look import Look

STYLES = {
    "": "",
    "strong": "bold",
    "faint": "dim",
    "worst": "bold red",
    "lower": "yellow",
    "upper": "green",
    "best": "bold green",
    "open": "bold cyan",
}
"""What each part of a report looks like; its words never depend on it."""

HEIGHT = 24
GAP = 2
"""Columns of a screen between those of a table."""


def words(text: str, style: str = "") -> Text:
    """Words in a style; one that is longer than its place is broken, never cut."""
    return Text(text, STYLES[style], overflow="fold")


def lines(look: Look) -> Box:
    """Lines above, below and between the rows of a table, and none at its sides."""
    line = ("\u2500" if look.has_lines else "-") * 4
    none = " " * 4
    rows = [line, none, line, none, line, line, none, line]
    return Box("".join(f"{row}\n" for row in rows), ascii=not look.has_lines)


def columns() -> Table:
    """A table without lines or headings."""
    return Table(box=None, show_header=False, pad_edge=False, padding=(0, GAP, 0, 0))


def ruled(look: Look, **more: bool) -> Table:
    """A table with lines; between its columns they are a space, part of the gap."""
    padding = (0, GAP - 1, 0, 0)
    return Table(box=lines(look), padding=padding, header_style="dim", **more)  # type: ignore[arg-type]


def written(parts: "Sequence[ConsoleRenderable]", look: Look) -> str:
    """The parts one below the other, without a line end after the last."""
    page = StringIO()
    console = Console(
        file=page,
        width=look.width,
        height=HEIGHT,
        force_terminal=look.colour,
        color_system="standard" if look.colour else None,
        no_color=not look.colour,
        force_jupyter=False,
        force_interactive=False,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for part in parts:
        console.print(part)
    shown = page.getvalue().split("\n")
    return "\n".join(line.rstrip() for line in shown).rstrip("\n")
