"""For eyes: each example that failed, what was expected, what was found, and why."""

from collections.abc import Iterator

from inspect_engine.diagnostics.render.words import span_place, visible
from inspect_engine.examples.outcome import ExampleOutcome, ExampleRun, Mismatch
from inspect_engine.examples.render.look import Look

RED, GREEN, FAINT, RESET = "\x1b[1;31m", "\x1b[32m", "\x1b[2m", "\x1b[0m"


def render(run: ExampleRun, look: Look) -> str:
    """A block of lines for each example that is shown."""
    shown = (one for one in run.outcomes if look.has_passed or not one.is_passed)
    return "\n".join(line for one in shown for line in _lines(one, look))


def _lines(one: ExampleOutcome, look: Look) -> Iterator[str]:
    word = "passed" if one.is_passed else "failed"
    colour = GREEN if one.is_passed else RED
    yield f"{_in(word, colour, look)} {visible(one.name)}"
    if one.is_passed:
        return
    yield _in(f"  --> {span_place(one.span)}", FAINT, look)
    for differing in one.mismatches:
        yield from _mismatch(one, differing, look)
    yield ""


def _mismatch(one: ExampleOutcome, differing: Mismatch, look: Look) -> Iterator[str]:
    at = differing.span.first.line
    is_elsewhere = at != one.line and differing.span.source is one.span.source
    line = f" (line {at})" if is_elsewhere else ""
    subject = visible(differing.subject)
    yield f"   {subject}{line}"
    yield f"      expected  {visible(differing.expected)}"
    yield f"      found     {_in(visible(differing.found), RED, look)}"
    for index, under in enumerate(differing.under):
        head = "since     " if not index else " " * 10
        yield _in(f"      {head}{visible(under)}", FAINT, look)


def _in(text: str, colour: str, look: Look) -> str:
    return f"{colour}{text}{RESET}" if look.colour else text
