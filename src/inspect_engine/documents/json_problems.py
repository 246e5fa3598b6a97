"""What can be wrong in a JSON text, in plain words, with a way out."""

from json import JSONDecodeError

from inspect_engine.documents.faults import JsonSyntax


def _problem(reason: str, problem: str, remedy: str) -> tuple[str, JsonSyntax]:
    return reason, JsonSyntax(problem=problem, remedy=remedy, reason=reason)


PROBLEMS = dict(
    (
        _problem(
            "open-bracket",
            "The bracket that opens here is never closed.",
            "either close it, or see whether the end of the file is lost",
        ),
        _problem(
            "stray-bracket",
            "This bracket closes none that is open.",
            "either take it away, or close the one that is open before it",
        ),
        _problem(
            "trailing-comma",
            "A comma stands after the last item.",
            "either take the comma away, or write another item after it",
        ),
        _problem(
            "extra-comma",
            "A comma stands with nothing before it.",
            "either take the comma away, or write what is missing before it",
        ),
        _problem(
            "after-end",
            "What the file holds ends before this.",
            "either take the rest away, or put all of it into one list",
        ),
        _problem(
            "stray-colon",
            "A colon stands where no name goes before it.",
            "either put the name in double quotation marks inside «{ }», or use a "
            "comma",
        ),
        _problem(
            "no-comma",
            "A comma is missing before this.",
            "put a comma between the two",
        ),
        _problem(
            "no-colon",
            "A colon is missing between the name and this.",
            "put a colon between the two",
        ),
        _problem(
            "no-value",
            "The name before this has no value.",
            "either write the value, or take the name away",
        ),
        _problem(
            "comment",
            "JSON has no comments.",
            "either take it away, or keep the file as YAML",
        ),
        _problem(
            "space",
            "This space is of a special kind, which JSON does not take for one.",
            "put an ordinary space in its place",
        ),
        _problem(
            "single-quotes",
            "Text in JSON stands in double quotation marks.",
            'write " in place of each of the two marks',
        ),
        _problem(
            "bare-key",
            "A name in JSON stands in double quotation marks.",
            "put it in double quotation marks",
        ),
        _problem(
            "bare-word",
            "Text in JSON stands in double quotation marks.",
            "either put it in double quotation marks, or write true, false or null",
        ),
        _problem(
            "number",
            "JSON does not write a number in this way.",
            "either write it like 12, -3 or 0.5, or put it in double quotation marks",
        ),
        _problem(
            "open-quote",
            "The quotation mark that opens here is not closed on its line.",
            "either close it, or write \\n where the text has a line end",
        ),
        _problem(
            "tab",
            "A tab inside quotation marks is written as a code.",
            "either write \\t for it, or put a space",
        ),
        _problem(
            "escape",
            "A backslash begins a code, and this is not one.",
            "either write two backslashes, or one of the codes of JSON, such as \\n",
        ),
    )
)


def string_problem(text: str, error: JSONDecodeError) -> tuple[str, int]:
    """The kind of slip inside a string, and how many characters show it."""
    if "escape" in error.msg:
        return "escape", 2 if text[error.pos : error.pos + 1] == "\\" else 1
    return "tab", 1
