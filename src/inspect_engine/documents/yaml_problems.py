"""The YAML parser's complaints in plain words, with a way out."""

from typing import NamedTuple

from inspect_engine.documents.faults import YamlSyntax

QUOTE_IT = "if it is text, put the whole of it in quotation marks"


class Problem(NamedTuple):
    """What to say where the parser says `sign`; `opens` if the start is to blame."""

    sign: str
    reason: str
    message: str
    remedy: str
    opens: bool = False


# libyaml and the parser written in Python word some of these differently. The first
# whose sign occurs is taken. Directives have a fault of their own.
PROBLEMS = (
    Problem(
        "unexpected end of stream",
        "open-quote",
        "The quotation mark that opens here is never closed.",
        "close it, or, if it is an apostrophe, put the text in double quotation marks",
        opens=True,
    ),
    Problem(
        "unexpected document",
        "open-quote",
        "The quotation mark that opens here is not closed before the document ends.",
        "close it where the text ends",
        opens=True,
    ),
    Problem(
        "could not find expected ':'",
        "no-colon",
        "The name that begins here has no colon after it.",
        "put a colon and a space after the name, or indent the line if it goes on "
        "from the one before",
        opens=True,
    ),
    Problem(
        "mapping values are not allowed",
        "colon",
        "A colon with a space after it stands inside a text.",
        "either check how this line is indented and that the one above has its colon, "
        f"or, {QUOTE_IT}",
    ),
    Problem(
        "mapping keys are not allowed",
        "question-mark",
        "A name with «?» before it cannot stand here.",
        f"either take the «?» away, or, {QUOTE_IT}",
    ),
    Problem(
        "sequence entries are not allowed",
        "item",
        "An item of a list, with «- » before it, cannot stand here.",
        f"either begin a new line for it, or, {QUOTE_IT}",
    ),
    Problem(
        "unknown escape character",
        "escape",
        "In double quotation marks a backslash begins a code, and this is not one.",
        "either write two backslashes, or use single quotation marks",
    ),
    Problem(
        "hexdecimal",
        "escape",
        "The code after this backslash has too few digits.",
        "either complete it, or write two backslashes",
    ),
    Problem(
        "escape sequence of",
        "escape",
        "The code after this backslash has too few digits.",
        "either complete it, or write two backslashes",
    ),
    Problem(
        "Unicode character escape",
        "escape",
        "The code after this backslash stands for no character.",
        "write the character itself",
    ),
    Problem(
        "comment or line break",
        "block-text",
        "After «|» or «>» the text begins on the next line.",
        f"either move the text to the next line, indented, or, {QUOTE_IT}",
    ),
    Problem(
        "comment or a line break",
        "block-text",
        "After «|» or «>» the text begins on the next line.",
        f"either move the text to the next line, indented, or, {QUOTE_IT}",
    ),
    Problem(
        "indentation indicator",
        "block-text",
        "The number after «|» or «>» has to be from 1 to 9.",
        "take the number away",
    ),
    Problem(
        "alphabetic or numeric",
        "mark",
        "After «&» or «*» a name is missing.",
        f"either take the character away, or, {QUOTE_IT}",
    ),
    Problem(
        "',' or ']'",
        "open-bracket",
        "In this list a comma or the closing «]» is missing.",
        "put a comma between the items and «]» after the last",
    ),
    Problem(
        "',' or '}'",
        "open-bracket",
        "In these entries a comma or the closing «}» is missing.",
        "put a comma between the entries and «}» after the last",
    ),
    Problem(
        "did not find expected '-' indicator",
        "indentation",
        "This line is indented like the list above it, and is not an item of it.",
        "either begin it with «- », or indent it like what it belongs to",
    ),
    Problem(
        "expected <block end>",
        "indentation",
        "This does not line up with the lines above that it belongs to.",
        "indent lines that belong together by the same number of spaces",
    ),
    Problem(
        "did not find expected key",
        "indentation",
        "This does not line up with the lines above that it belongs to.",
        "indent lines that belong together by the same number of spaces",
    ),
    Problem(
        "node content",
        "nothing",
        "A value is missing before this character.",
        f"either write the value, or, {QUOTE_IT}",
    ),
    Problem(
        "document start",
        "after-end",
        "What the file holds ends above, and this line does not belong to it.",
        "either indent the line like those above it, or take it away",
    ),
    Problem("directive", "directive", "", ""),
    Problem("incompatible YAML document", "directive", "", ""),
    Problem(
        "tag",
        "tag",
        "«!» begins a type, which these files leave to the rules.",
        f"either take it away, or, {QUOTE_IT}",
        opens=True,
    ),
)

OTHER = Problem(
    "",
    "other",
    "YAML cannot tell what this is.",
    f"either check the quotation marks and the indentation nearby, or, {QUOTE_IT}",
)


def problem_of(complaint: str, context: str) -> Problem:
    """What to say for the words of a YAML parser, and for what it was reading."""
    for words in (complaint, context):
        known = next((known for known in PROBLEMS if known.sign in words), None)
        if known:
            return known
    return OTHER


def fault_of(problem: Problem) -> YamlSyntax:
    """The fault that says it."""
    return YamlSyntax(
        problem=problem.message, remedy=problem.remedy, reason=problem.reason
    )


def cannot_begin(character: str) -> YamlSyntax:
    """A value that begins with a character that YAML keeps for itself."""
    return YamlSyntax(
        problem=f"A value cannot begin with «{character}».",
        remedy=QUOTE_IT,
        reason="first-character",
    )


def no_comma(name: str) -> YamlSyntax:
    """Two entries on one line that run into one another."""
    return YamlSyntax(
        problem=f"A comma is missing before «{name[:40]}».",
        remedy=f"either put a comma before it, or, {QUOTE_IT}",
        reason="no-comma",
    )


AFTER_QUOTE = YamlSyntax(
    problem="Text stands after a closing quotation mark.",
    remedy="either put the whole text in quotation marks, and double those within, "
    "or take the quotation marks away",
    reason="after-quote",
)

OPEN_BRACKET = YamlSyntax(
    problem="The bracket that opens here is never closed.",
    remedy=f"either close it, or, {QUOTE_IT}",
    reason="open-bracket",
)

NO_NAME = YamlSyntax(
    problem="A name is missing before this colon.",
    remedy=f"either write the name, or, {QUOTE_IT}",
    reason="no-name",
)
