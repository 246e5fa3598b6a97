"""The command `inspect-engine`: a group whose commands are imported when asked for.

Nothing but click is imported here, so that `--help` and a slip of the keyboard cost
no more than Python itself does.
"""

import errno
import gc
import os
import sys
from contextlib import suppress
from importlib import import_module

import click

from inspect_engine_cli import exits

PROGRAM = "inspect-engine"
DEBUG = "INSPECT_ENGINE_DEBUG"
MANY_OBJECTS = 100_000
UNWRITABLE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""What becomes of standard output where it goes to a disk that is full or gone."""

COMMANDS = {
    "check": ("check", "Report everything wrong with rule files, all at once."),
    "score": ("score", "Give the ratings of inspections."),
    "test": ("test", "Run the examples beside the rules."),
    "fmt": ("fmt", "Lay out rule files in the one layout."),
    "new": ("new", "Write a first methodology to change into your own."),
    "convert": ("convert", "Turn a rule file into YAML, JSON or back."),
    "list": ("list", "Name the methodologies that come with the engine."),
    "explain-code": ("explain_code", "Show the page of a diagnostic's code."),
    "schema": ("schema", "Print the JSON Schema of a bundle, of rules or of a result."),
}
"""Every command: the module in `commands` whose `command` it is, and what it does."""

EXAMPLES = """\b
Examples:
  inspect-engine list
  inspect-engine check rules
  inspect-engine score hmi-probation/pdu rules/hmi-probation/examples/kirklees-2024.yaml
  inspect-engine explain-code FILE-NOT-FOUND

\b
Exit codes:
  0   it ran, and nothing is at or above the fail level
  1   it ran and found problems
  2   it could not run as asked
  3   a rating is undetermined (with score --require-complete)
  70  a fault in Inspect Engine itself
"""


class Commands(click.Group):
    """The group; it knows what its commands do without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in the order in which people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One of them, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"inspect_engine_cli.commands.{COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of the first word, or the one that was probably meant."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            raise click.NoSuchCommand(name, possibilities=COMMANDS, ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Their names with a line each."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> object:
        """Run one; a reader that goes away, as `head` does, ends it quietly."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            return _close_pipe()
        return code


def _set_debug(ctx: click.Context, option: click.Parameter, value: bool) -> None:
    """Note it at once: also the import of a command may fail."""
    ctx.obj["debug"] |= value


@click.group(
    cls=Commands,
    epilog=EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(
    package_name=PROGRAM, prog_name=PROGRAM, message="%(prog)s %(version)s"
)
@click.option(
    "--debug",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_set_debug,
    help="Show the traceback of a fault in Inspect Engine.",
)
def group() -> None:
    """Inspection methodologies as rules you can read, check and run.

    Each command has --help with an example.
    """


def main() -> None:
    """Run the command as the shell asked for it."""
    _ready_streams()
    # What a run makes, it mostly keeps: looking for cycles in it as it grows, and
    # taking it apart at the end, would take a seventh of the time of a short run.
    gc.set_threshold(MANY_OBJECTS, 50, 100)
    try:
        code = run(sys.argv[1:])
    except OSError:  # not even the complaint can be written
        code = exits.CANNOT
    with suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


def _ready_streams() -> None:
    """Have somewhere to write, and a «?» for each letter that a console lacks."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by who started the command
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w"))
        with suppress(AttributeError, ValueError):
            getattr(sys, name).reconfigure(errors="replace")


def run(arguments: list[str]) -> int:
    """Run the command and give its exit code."""
    settings = {"debug": bool(os.environ.get(DEBUG))}
    try:
        code = group.main(
            arguments, prog_name=PROGRAM, obj=settings, standalone_mode=False
        )
    except click.Abort:
        return exits.INTERRUPTED
    except click.ClickException as error:
        _say(error)
        return error.exit_code
    except OSError as error:
        if error.errno not in UNWRITABLE:
            return _fail(error, settings["debug"])
        click.echo(f"Error: The output cannot be written: {error.strerror}.", err=True)
        _close_pipe()
        return exits.CANNOT
    except Exception as error:  # the last resort, so that no traceback reaches users
        return _fail(error, settings["debug"])
    return code if isinstance(code, int) else exits.OK


def _say(error: click.ClickException) -> None:
    """Say what is wrong with the command line, and where help is."""
    if isinstance(error, click.UsageError) and error.ctx is not None:
        click.echo(error.ctx.get_usage(), err=True)
        click.echo(f"For help: {error.ctx.command_path} --help\n", err=True)
    click.echo(f"Error: {_words(error)}", err=True)


def _words(error: click.ClickException) -> str:
    # Click's own sentence begins with «Invalid value», which blames and says little.
    match error:
        case click.MissingParameter() | click.BadParameter(param=None):
            return error.format_message()
        case click.BadParameter(param=click.Parameter() as parameter):
            return f"{parameter.get_error_hint(error.ctx)}: {error.message}"
    return error.format_message()


def _fail(error: Exception, debug: bool) -> int:
    """Own up to a fault of the engine's own."""
    if debug:
        _show(error)
    else:
        _ask_for_report(error)
    return exits.BUG


def _ask_for_report(error: Exception) -> None:
    """Say what failed and where, without what it failed on: that may be a case's."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    code = trace.tb_frame.f_code if trace else None
    where = f" in {code.co_qualname}" if code else ""
    kind = type(error).__name__
    click.echo(
        f"Error: Inspect Engine has a fault of its own ({kind}{where}).", err=True
    )
    click.echo("Please report it, with the command that you ran.", err=True)
    click.echo(f"«{PROGRAM} --debug ...» shows more, perhaps facts of cases.", err=True)


def _show(error: Exception) -> None:
    from traceback import print_exception  # slow to import, and seldom wanted

    print_exception(error)


def _close_pipe() -> int:
    """Let what is still to be written go nowhere, also when Python flushes at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return exits.PIPE_CLOSED


if __name__ == "__main__":
    main()
