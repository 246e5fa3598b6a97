"""From ratings to readers.

Each format is a module with one function, `render`, imported when first asked for.
The text has no line end after its last line.
"""

from importlib import import_module

from inspect_engine.evaluation.outcome import Result
from inspect_engine.reports.look import Look

__all__ = ["FORMATS", "Look", "render"]

_MODULES = {"human": "as_text", "plain": "as_plain", "json": "as_json"}

FORMATS = tuple(_MODULES)
"""The names of the formats, the usual one first."""


def render(result: Result, format: str, look: Look | None = None) -> str:
    """The result in a format of `FORMATS`."""
    module = import_module(f"{__name__}.{_MODULES[format]}")
    text: str = module.render(result, look or Look())
    return text
