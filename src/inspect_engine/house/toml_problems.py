"""What keeps a text from being TOML, in plain words and with a way out."""

import re
from typing import NamedTuple

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.house.faults import TomlSyntax
from inspect_engine.source import SourceFile, Span


class Problem(NamedTuple):
    """What to say where the parser's complaint begins with `sign`."""

    sign: str
    reason: str
    problem: str
    remedy: str


QUOTE_IT = "if it is a word, put it in quotation marks"

PROBLEMS = (
    Problem("Invalid value", "value", "a value is no text and no number", QUOTE_IT),
    Problem(
        "Unterminated string",
        "open-quote",
        "a quotation mark is not closed",
        "close it on the same line",
    ),
    Problem(
        "Expected \"'",
        "open-quote",
        "a quotation mark is not closed",
        "close it on the same line",
    ),
    Problem(
        "Illegal character",
        "open-quote",
        "a text goes on past the end of its line, or holds a control character",
        "close its quotation mark on the same line",
    ),
    Problem(
        "Expected '=' after a key",
        "no-equals",
        "a name has no «=» after it",
        "write «name = value»",
    ),
    Problem(
        "Invalid initial character for a key",
        "key",
        "a name is wanted here",
        "put a name with signs or spaces in it in quotation marks",
    ),
    Problem(
        "Expected newline or end of document",
        "line",
        "something stands after the value that does not belong to it",
        "begin a new line for each setting",
    ),
    Problem(
        "Invalid statement",
        "statement",
        "this line is no setting and no section",
        "write «name = value» or «[section]»",
    ),
    Problem(
        "Expected ']' at the end of a table",
        "section",
        "the name of a section is not closed by «]»",
        "write «[checks.severity]»",
    ),
    Problem("Expected ']]'", "section", "a section is not closed by «]]»", ""),
    Problem(
        "Cannot declare",
        "twice",
        "this section is there already",
        "put its settings under the first",
    ),
    Problem(
        "Cannot overwrite",
        "twice",
        "this name has a value already",
        "take one of the two lines out",
    ),
    Problem(
        "Duplicate inline table key",
        "twice",
        "this name has a value already",
        "take one of the two out",
    ),
    Problem(
        "Unescaped '\\'",
        "backslash",
        "a backslash in quotation marks stands for something else",
        "put a pattern in single quotation marks: 'P\\d'",
    ),
    Problem("Unclosed array", "open-bracket", "a bracket «[» is not closed", ""),
    Problem("Unclosed inline", "open-bracket", "a brace «{» is not closed", ""),
)

OTHERWISE = Problem("", "other", "it is not TOML", "")
AT = re.compile(r"at line (\d+), column (\d+)")


def toml_problem(source: SourceFile, error: Exception) -> Diagnostic:
    """The diagnostic of what the parser complains of."""
    words = str(error)
    found = next((one for one in PROBLEMS if words.startswith(one.sign)), OTHERWISE)
    fault = TomlSyntax(problem=found.problem, remedy=found.remedy, reason=found.reason)
    return fault.at(_place(source, words))


def _place(source: SourceFile, words: str) -> Span:
    """From where the parser stopped to the end of the line; or the last line."""
    named = AT.search(words)
    line = int(named[1]) if named else len(source.text.rstrip().splitlines() or [""])
    start = source.line_starts[min(line, len(source.line_starts)) - 1]
    end = start + len(source.line(line))
    if named:
        start = min(start + int(named[2]) - 1, end)
    return source.span(start, end if end > start else min(start + 1, len(source.text)))
