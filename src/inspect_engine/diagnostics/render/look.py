"""What a reader asks of the text, beside its format."""

from attrs import frozen

WIDTH = 100
"""Columns that a source line may take before it is cut."""


@frozen(kw_only=True)
class Look:
    """How many files were read, their names where known, and the terminal's wishes."""

    files: int
    names: tuple[str, ...] = ()
    colour: bool = False
    width: int = WIDTH
    notes: int = 0
