"""`inspect-engine explain-code`: what a code means, why it matters, what to write."""

import json
from collections.abc import Iterator

import click

from inspect_engine.diagnostics.fault import FAULTS
from inspect_engine.diagnostics.pages import (
    all_codes,
    example_language,
    examples,
    page,
    title,
)
from inspect_engine.diagnostics.suggest import nearest
from inspect_engine.reports.layout import GAP, paint, paragraph
from inspect_engine_cli import exits, options
from inspect_engine_cli.terminal import Terminal

SCHEMA = "inspect-engine/code/1"

EXAMPLES = """\b
Examples:
  inspect-engine explain-code FILE-NOT-FOUND
  inspect-engine explain-code
"""

HEADINGS = {"Wrong:": "worst", "Right:": "best"}


@click.command("explain-code", epilog=EXAMPLES)
@click.argument("code", required=False)
@options.format_of(("human", "markdown", "json"))
@options.output
@options.colour
def command(code: str | None, format: str, output: str | None, colour: str) -> int:
    """Show the page of a diagnostic's code.

    The page says what is wrong, why it matters, and what to write instead. Without
    CODE it lists all codes there are.
    """
    terminal = Terminal(colour, output)
    wanted = code.upper() if code else ""
    if wanted and page(wanted) is None:
        _say_unknown(code or "", wanted)
        return exits.CANNOT
    codes = (wanted,) if wanted else all_codes()
    match format:
        case "json":
            terminal.write(_as_json(codes, is_list=not wanted))
        case "markdown":
            terminal.write(_as_markdown(wanted))
        case _:
            lines = _page(wanted, terminal) if wanted else _list(codes, terminal)
            terminal.write("\n".join(lines))
    return exits.OK


def _say_unknown(written: str, wanted: str) -> None:
    near = nearest(wanted, all_codes())
    hint = (
        f"did you mean «{near}»?" if near else "inspect-engine explain-code lists all"
    )
    click.echo(f"Error: No diagnostic has the code «{written}»; {hint}", err=True)


def _as_json(codes: tuple[str, ...], is_list: bool) -> str:
    pages = [_document(code) for code in codes]
    document = {"codes": pages} if is_list else pages[0]
    return json.dumps({"schema": SCHEMA, **document}, indent=2)


def _document(code: str) -> dict[str, object]:
    wrong, right = examples(code)
    return {
        "code": code,
        "severity": FAULTS[code].severity.value,
        "title": title(code),
        "message": FAULTS[code].message,
        "hints": list(FAULTS[code].hints),
        "language": example_language(code) or None,
        "wrong": wrong or None,
        "right": right or None,
        "markdown": page(code),
    }


def _as_markdown(code: str) -> str:
    if code:
        return (page(code) or "").rstrip("\n")
    return "\n".join(f"- `{code}`: {title(code)}" for code in all_codes())


def _list(codes: tuple[str, ...], terminal: Terminal) -> Iterator[str]:
    wide = max(map(len, codes), default=0)
    for code in codes:
        first, *rest = paragraph(
            f"{code:<{wide}}{GAP}{title(code)}",
            terminal.width,
            later=" " * (wide + len(GAP)),
        )
        yield paint(first[:wide], "strong", terminal.has_colour) + first[wide:]
        yield from rest


def _page(code: str, terminal: Terminal) -> Iterator[str]:
    """The page without Markdown's signs, its examples set in."""
    is_code = False
    for line in (page(code) or "").rstrip("\n").split("\n"):
        if line.startswith("```"):
            is_code = not is_code
        elif is_code:
            yield f"    {line}".rstrip()
        elif line in HEADINGS:
            yield paint(line, HEADINGS[line], terminal.has_colour)
        elif line.startswith("# "):
            yield paint(line.removeprefix("# "), "strong", terminal.has_colour)
        else:
            later = "  " if line.startswith("- ") else ""
            yield from paragraph(line, terminal.width, later=later) or [""]
