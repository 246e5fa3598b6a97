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
from inspect_engine.diagnostics.render.words import visible
from inspect_engine.diagnostics.suggest import nearest
from inspect_engine.reports.look import Look
from inspect_engine_cli import exits, options
from inspect_engine_cli.terminal import Terminal

SCHEMA = "inspect-engine/code/1"

EXAMPLES = """\b
Examples:
  inspect-engine explain-code FILE-NOT-FOUND
  inspect-engine explain-code
"""

MOST_SHOWN = 60
"""How much of a code that is not known is repeated."""

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
            look = terminal.look()
            terminal.write(_page(wanted, look) if wanted else _list(codes, look))
    return exits.OK


def _say_unknown(written: str, wanted: str) -> None:
    near = nearest(wanted, all_codes())
    hint = (
        f"did you mean «{near}»?" if near else "inspect-engine explain-code lists all"
    )
    shown = visible(written[:MOST_SHOWN])
    click.echo(f"Error: No diagnostic has the code «{shown}»; {hint}", err=True)


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


def _list(codes: tuple[str, ...], look: Look) -> str:
    from inspect_engine.reports.sheet import columns, words, written

    table = columns()
    for code in codes:
        table.add_row(words(code, "strong"), words(title(code)))
    return written([table], look)


def _page(code: str, look: Look) -> str:
    """The page without Markdown's signs, its examples set in."""
    from inspect_engine.reports.sheet import words, written

    lines = [words(line, style) for line, style in _lines(code)]
    return written(lines, look)


def _lines(code: str) -> Iterator[tuple[str, str]]:
    """Each line with the style it has."""
    is_code = False
    for line in (page(code) or "").rstrip("\n").split("\n"):
        if line.startswith("```"):
            is_code = not is_code
        elif is_code:
            yield f"    {line}".rstrip(), ""
        elif line.startswith("# "):
            yield line.removeprefix("# "), "strong"
        else:
            yield line, HEADINGS.get(line, "")
