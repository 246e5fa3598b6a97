"""What stands before questions, in YAML and JSON: scales, bands, facts, tables."""

from inspect_engine.syntax.twin.forms import (
    Cites,
    Entry,
    Form,
    again,
    flag,
    items,
    may,
    need,
    phrase,
)

# --- what any block may say --------------------------------------------------------

DETAILS: tuple[Entry, ...] = (
    Cites(key="cite", words="cite"),
    again("assumed", "text"),
    again("guidance", "text"),
)
TITLE = may("title", "text")
NEEDED_TITLE = need("title", "text")
STATEMENT = phrase("statement", "text")
NOTE = items(
    "note",
    Form(
        what="a note",
        segments=(need("text", "text"), may("when", words="when")),
        short="text",
        has_block=False,
    ),
    words="note",
)
WHY = (may("when", words="when"), may("because", "text", "because"))

# --- scales, bands and answers -----------------------------------------------------

LEVEL = Form(
    what="a level",
    segments=(
        may("score", "number"),
        need("level", "name"),
        may("label", "text"),
        may("word", "text", "word"),
    ),
    body=DETAILS,
    short="level",
    has_block=False,
)
SCALE = Form(
    what="a scale",
    segments=(TITLE,),
    body=(items("levels", LEVEL, "Level"), *DETAILS),
)
BAND = Form(
    what="a band",
    segments=(need("range", "range"), need("level", "name"), may("word", "text")),
    body=DETAILS,
    has_block=False,
)
BANDS = Form(
    what="a declaration of bands",
    segments=(
        need("measure", words=":"),
        need("scale", "name", "->"),
        TITLE,
    ),
    body=(
        phrase("round"),
        flag("exact"),
        phrase("shown"),
        items("bands", BAND, "Band"),
        *DETAILS,
    ),
)
ANSWER = Form(
    what="an answer",
    segments=(
        need("answer", "name"),
        may("label", "text"),
        may("also", "texts", "also"),
        may("counts_as_yes", "flag", "counts as yes"),
    ),
    short="answer",
    has_block=False,
)
ANSWERS = Form(
    what="a set of answers",
    segments=(TITLE, may("in_order", "flag", "in order")),
    body=(items("answers", ANSWER, "Answer"), *DETAILS),
)

# --- facts, values and tables ------------------------------------------------------

FACT = Form(
    what="a fact",
    segments=(TITLE, need("type", words=":")),
    body=DETAILS,
    short="type",
    has_block=False,
)
CLAUSE = Form(what="a clause", short="*", has_block=False)
CLAUSES = items("answered", CLAUSE, "Clause")
DERIVE = Form(
    what="a derived fact",
    segments=(TITLE, need("type", words=":")),
    body=(CLAUSES, *DETAILS),
)
LET = Form(
    what="a value",
    segments=(TITLE, need("value", words="=")),
    body=DETAILS,
    short="value",
    has_block=False,
)
ROW = Form(
    what="a row",
    segments=(need("cells"), need("to", words="->")),
    body=DETAILS,
    short="*",
    has_block=False,
)
TABLE = Form(
    what="a table",
    segments=(TITLE, need("of", words="of"), need("to", words="->")),
    body=(
        flag("unique"),
        flag("first match"),
        items("rows", ROW, "Row"),
        *DETAILS,
    ),
)
ENTRY = Form(
    what="a value from a date on",
    segments=(
        need("from", "name", "from"),
        may("to", "name", "to"),
        may("for", words="for"),
        need("value", words=":"),
    ),
    body=DETAILS,
    has_block=False,
)
PARAMETER = Form(
    what="a parameter",
    segments=(TITLE, need("type", words=":"), may("by", words="by")),
    body=(items("values", ENTRY, "Entry"), *DETAILS),
)
