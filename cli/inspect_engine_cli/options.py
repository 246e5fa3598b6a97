"""The options that commands share."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

Function = TypeVar("Function", bound=Callable[..., Any])
Decorator = Callable[[Function], Function]

LEVELS = ("error", "warning", "note")

colour = click.option(
    "--colour",
    "--color",
    "colour",
    type=click.Choice(("auto", "always", "never")),
    default="auto",
    show_default=True,
    help="Whether to colour; auto colours in a terminal, unless NO_COLOR is set.",
)

output = click.option(
    "-o",
    "--output",
    type=click.Path(),
    metavar="FILE",
    help="Write to FILE, whole or not at all, instead of to the screen.",
)

fail_level = click.option(
    "--fail-level",
    type=click.Choice(LEVELS),
    default="error",
    show_default=True,
    help="The mildest diagnostic that makes the exit code 1.",
)

exit_zero = click.option(
    "--exit-zero",
    is_flag=True,
    help="Exit with 0 whatever the diagnostics are.",
)


def format_of(names: Sequence[str]) -> "Decorator[Any]":
    """The option `--format`; the first of the names is the default."""
    return click.option(
        "-f",
        "--format",
        "format",
        type=click.Choice(names),
        default=names[0],
        show_default=True,
        help="How to write it.",
    )
