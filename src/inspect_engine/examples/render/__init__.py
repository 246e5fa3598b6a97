"""What came of examples as text, in the format that a reader or a program asks for.

Each format is a module with one function, `render`, imported when first asked for.
"""

from importlib import import_module

from inspect_engine.diagnostics.render.look import WIDTH
from inspect_engine.diagnostics.render.words import counted
from inspect_engine.examples.outcome import ExampleRun
from inspect_engine.examples.render.look import Look

_MODULES = {
    "human": "human",
    "plain": "plain",
    "json": "as_json",
    "junit": "junit",
}

FORMATS = tuple(_MODULES)
"""The names of the formats, the usual one first."""


def render(
    run: ExampleRun,
    format: str,
    *,
    colour: bool = False,
    width: int = WIDTH,
    has_passed: bool = False,
) -> str:
    """The examples in a format of `FORMATS`; with `has_passed` also those that passed.

    Formats that programs read always have all of them.
    """
    look = Look(colour=colour, width=width, has_passed=has_passed)
    module = import_module(f"{__name__}.{_MODULES[format]}")
    text: str = module.render(run, look)
    return text


def summary(run: ExampleRun) -> str:
    """«41 passed, 1 failed in 3 files»."""
    failed = f"{run.failed} failed " if run.failed else ""
    comma = ", " if failed else " "
    return f"{run.passed} passed{comma}{failed}in {counted(len(run.files), 'file')}"
