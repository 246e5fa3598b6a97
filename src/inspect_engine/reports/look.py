"""What a reader asks of the text, beside its format."""

from inspect_engine.shapes import shape

WIDTH = 80
"""Columns of a page where nothing says how many there are."""


@shape(kw_only=True, eq=True)
class Look:
    """The terminal's wishes, and how much is to be said.

    `is_verbose` adds the named values; `has_lines` draws lines with characters beyond
    ASCII; `is_one_line` is for one JSON object a line.
    """

    width: int = WIDTH
    colour: bool = False
    has_lines: bool = False
    is_verbose: bool = False
    is_one_line: bool = False
