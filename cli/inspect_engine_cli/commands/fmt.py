"""`inspect-engine fmt`: rule files in the one layout."""

import json
import sys
from collections.abc import Iterable, Sequence

import click

from inspect_engine import api
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.diagnostics.render.as_json import to_json
from inspect_engine.diagnostics.render.words import counted
from inspect_engine.documents.writing import write_beside
from inspect_engine_cli import exits, options
from inspect_engine_cli.differences import coloured, differences
from inspect_engine_cli.terminal import Terminal, is_unreadable

SCHEMA = "inspect-engine/fmt/1"
STDIN = "-"

EXAMPLES = """\b
Examples:
  inspect-engine fmt rules
  inspect-engine fmt --check rules
  inspect-engine fmt --diff rules/hmi-probation/pdu-2023.inspect
"""

Formatted = Sequence[api.Formatted]
Found = tuple[Diagnostic, ...]


@click.command("fmt", epilog=EXAMPLES)
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 over a change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@options.format_of(("human", "json"))
@options.colour
def command(
    paths: tuple[str, ...], check: bool, diff: bool, format: str, colour: str
) -> int:
    """Lay out rule files in the one layout.

    What they mean stays, and so do their comments. PATH is a rule file, or a folder
    with rule files in it or below; without any, the current folder; «-» reads standard
    input and writes standard output. Files are rewritten in place, and those that
    change are named. A file with an error in its writing is left as it is and makes
    the exit code 1, as does a change with --check; a PATH that cannot be read or
    written makes it 2.
    """
    if STDIN in paths and len(paths) > 1:
        raise click.UsageError("«-» stands alone, without other paths.")
    terminal = Terminal(colour)
    is_stdin = paths == (STDIN,)
    files, found = _read(paths)
    found += tuple(each for one in files for each in one.diagnostics)
    if not (check or diff or is_stdin):
        found += _rewrite(files)
    if format == "json":
        terminal.write(_as_json(files, found, diff, is_stdin))
    else:
        _show(files, terminal, diff, is_stdin and not check)
        if found:
            terminal.complain(found, [one.name for one in files])
        if not is_stdin:
            click.echo(_summary(files, check or diff), err=True)
    return _code(files, found, check)


def _read(paths: tuple[str, ...]) -> tuple[Formatted, Found]:
    if paths == (STDIN,):
        return (api.format_text(sys.stdin.buffer.read()),), ()
    return api.format_rules(paths or (".",))


def _rewrite(files: Formatted) -> Found:
    """Write what has changed; a file is replaced whole or not at all."""
    changed = ((one.name, one.after) for one in files if one.is_changed)
    problems = (write_beside(name, (text or "").encode()) for name, text in changed)
    return tuple(problem for each in problems for problem in each)


def _code(files: Formatted, found: Found, check: bool) -> int:
    if is_unreadable(found):
        return exits.CANNOT
    has_refused = any(one.after is None for one in files)
    has_changed = check and any(one.is_changed for one in files)
    return exits.PROBLEMS if has_refused or has_changed else exits.OK


def _show(
    files: Formatted, terminal: Terminal, has_diff: bool, is_to_stdout: bool
) -> None:
    """The results: the text itself, its differences, or the names of what changes."""
    if has_diff:
        lines = (line for one in files for line in _differences(one))
        terminal.write("\n".join(map(coloured, lines)))
    elif is_to_stdout:
        click.echo((files[0].after or "").encode(), nl=False)
    else:
        terminal.write("\n".join(one.name for one in files if one.is_changed))


def _differences(one: api.Formatted) -> Iterable[str]:
    """A unified diff, line by line."""
    if one.is_changed:
        yield from differences(one.before, one.after or "", one.name, "laid out")


def _summary(files: Formatted, is_dry: bool) -> str:
    changed = sum(one.is_changed for one in files)
    refused = sum(one.after is None for one in files)
    would = "would change" if is_dry else "changed"
    parts = [f"{counted(changed, 'file')} {would}"]
    parts += [f"{len(files) - changed - refused} already in the layout"]
    parts += [f"{refused} left as written"] if refused else []
    return ", ".join(parts)


def _as_json(files: Formatted, found: Found, has_diff: bool, has_text: bool) -> str:
    entries = []
    for one in files:
        entry: dict[str, object] = {"file": one.name, "state": _state(one)}
        if has_diff:
            entry["diff"] = "".join(f"{line}\n" for line in _differences(one))
        if has_text:
            entry["text"] = one.after
        entries.append(entry)
    told = [to_json(each) for each in found]
    document = {"schema": SCHEMA, "files": entries, "diagnostics": told}
    return json.dumps(document, indent=2)


def _state(one: api.Formatted) -> str:
    if one.after is None:
        return "refused"
    return "changed" if one.is_changed else "unchanged"
