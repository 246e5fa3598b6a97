"""For editors and searches: one line a diagnostic, and nothing else."""

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.diagnostics.render.look import Look
from inspect_engine.diagnostics.render.words import place, visible


def render(diagnostics: tuple[Diagnostic, ...], look: Look) -> str:
    """`file:line:column: error[CODE] message`; empty where nothing is wrong."""
    return "\n".join(map(line, diagnostics))


def line(found: Diagnostic) -> str:
    """One diagnostic on one line."""
    where = f"{place(found)}: " if place(found) else ""
    kind = f"{found.severity.value}[{visible(found.code)}]"
    return f"{where}{kind} {visible(found.message)}"
