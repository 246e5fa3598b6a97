"""House rules: what a project wants of the checks, beyond what the language asks."""

from collections.abc import Mapping

from attrs import field

from inspect_engine.diagnostics.diagnostic import Diagnostic, Severity
from inspect_engine.house.patterns import Pattern
from inspect_engine.shapes import shape
from inspect_engine.source import Span

OWN_FILE = "inspect-engine.toml"
SHARED_FILE = "pyproject.toml"
IN_SHARED = ("tool", "inspect-engine")
LIMIT = 2**18
"""Bytes of a configuration."""

OFF = "off"
"""The severity of what is not to be reported at all."""

KINDS = (
    "methodology",
    "source",
    "scale",
    "level",
    "bands",
    "answers",
    "answer",
    "record",
    "fact",
    "choice",
    "input",
    "parameter",
    "let",
    "table",
    "domain",
    "standard",
    "question set",
    "key question",
    "question",
    "prompt",
)
"""What can have a naming pattern, as the language calls it."""


@shape
class NameRule:
    """What names of a kind look like, and where that is written."""

    pattern: Pattern
    span: Span = field(repr=False)


@shape(kw_only=True)
class HouseRules:
    """The severities by code, None for off, and the names by kind."""

    severities: Mapping[str, Severity | None] = field(factory=dict)
    names: Mapping[str, NameRule] = field(factory=dict)


NO_HOUSE_RULES = HouseRules()
Read = tuple[HouseRules, tuple[Diagnostic, ...]]
