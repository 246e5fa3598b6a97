"""For pull requests: GitHub's workflow commands, shown as remarks beside the lines."""

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.diagnostics.render.look import Look
from inspect_engine.diagnostics.render.words import (
    advice_lines,
    cell_name,
    named,
    visible,
)

_COMMAND = {"error": "error", "warning": "warning", "note": "notice"}


def render(diagnostics: tuple[Diagnostic, ...], look: Look) -> str:
    """One command a line; empty where nothing is wrong."""
    return "\n".join(map(_command, diagnostics))


def _command(found: Diagnostic) -> str:
    properties = ",".join(
        f"{name}={_property(value)}" for name, value in _properties(found).items()
    )
    text = "\n".join([_message(found), *advice_lines(found)])
    return f"::{_COMMAND[found.severity.value]} {properties}::{_escaped(text)}"


def _properties(found: Diagnostic) -> dict[str, str]:
    name = {"file": named(found)} if named(found) else {}
    return {**name, **_lines(found), "title": visible(found.code)}


def _lines(found: Diagnostic) -> dict[str, str]:
    if found.span is None:
        return {}
    first, last = found.span.first, found.span.last
    lines = {"line": first.line, "endLine": last.line}
    # GitHub drops a remark that has columns and spans lines.
    columns = {"col": first.column, "endColumn": last.column}
    wanted = lines | columns if first.line == last.line else lines
    return {key: str(value) for key, value in wanted.items()}


def _message(found: Diagnostic) -> str:
    label = f" ({visible(found.label)})" if found.label else ""
    cell = f"{cell_name(found.cell)}: " if found.cell and not found.span else ""
    return f"{cell}{visible(found.message)}{label}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
