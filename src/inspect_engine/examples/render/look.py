"""How formats that people read may look."""

from inspect_engine.shapes import shape


@shape(kw_only=True)
class Look:
    """What a terminal can show, and whether examples that passed are shown too."""

    colour: bool
    width: int
    has_passed: bool
