"""What a reader asks of the text, beside its format."""

from inspect_engine.shapes import shape

WIDTH = 100
"""Columns that a source line may take before it is cut."""


@shape(kw_only=True, eq=True)
class Look:
    """How many files were read, their names where known, and the terminal's wishes."""

    files: int
    names: tuple[str, ...] = ()
    colour: bool = False
    width: int = WIDTH
    notes: int = 0
    """Those that are not listed."""
    silenced: int = 0
    """Those that their author silenced, listed or not."""
