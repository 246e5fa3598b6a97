"""Every statement as it stands in YAML and JSON, for both ways and for the schema.

The order of keys is that of the language, and the order in which they are written.
"""

from inspect_engine.syntax.twin.forms import (
    Each,
    Entry,
    Form,
    One,
    Phrase,
    Section,
    again,
    each,
    flag,
    items,
    may,
    need,
    phrase,
)
from inspect_engine.syntax.twin.foundations import (
    ANSWERS,
    BANDS,
    CLAUSES,
    DERIVE,
    DETAILS,
    FACT,
    LET,
    NEEDED_TITLE,
    NOTE,
    PARAMETER,
    SCALE,
    STATEMENT,
    TABLE,
    TITLE,
    WHY,
)

# --- questions and standards -------------------------------------------------------


def _question(what: str, prompts: tuple[Entry, ...]) -> Form:
    return Form(
        what=what,
        segments=(NEEDED_TITLE,),
        body=(
            again("asked when"),
            phrase("asked of"),
            phrase("judged on"),
            phrase("answered by"),
            flag("always applicable"),
            phrase("pools"),
            *prompts,
            CLAUSES,
            STATEMENT,
            NOTE,
            *DETAILS,
        ),
        short="title",
        has_block=False,
    )


PROMPT = _question("a prompt", ())
PROMPTS = (each("prompt", PROMPT),)
QUESTION = each("question", _question("a question", PROMPTS))
KEY_QUESTION = each("key question", _question("a key question", PROMPTS))
QUESTION_SET = Form(
    what="a question set",
    segments=(TITLE, need("when", words="when")),
    body=(KEY_QUESTION, QUESTION, *DETAILS),
)
RECORD = Form(
    what="a record type",
    segments=(TITLE,),
    body=(
        phrase("plural"),
        flag("pooled over units"),
        each("fact", FACT),
        each("derive", DERIVE),
        each("let", LET),
        each("table", TABLE),
        QUESTION,
        NOTE,
        *DETAILS,
    ),
)
LIMIT = Form(
    what="a limit",
    segments=(
        may("score", "flag", "score"),
        may("at_most", words="at most"),
        may("at_least", words="at least"),
        *WHY,
    ),
    body=DETAILS,
    has_block=False,
)
STEP = Form(
    what="a step",
    segments=(
        may("raise_by", words="raise by"),
        may("lower_by", words="lower by"),
        may("keep_at_most", words="keep at most"),
        may("keep_at_least", words="keep at least"),
        may("set_to", words="set to"),
        *WHY,
    ),
    body=DETAILS,
    has_block=False,
)
RULES: tuple[Entry, ...] = (
    phrase("score"),
    phrase("rating"),
    items("limit", LIMIT, words="limit"),
    items("adjust_in_order", STEP, words="adjust in order", is_braced=True),
    phrase("when not rated :", key="when_not_rated"),
)
CHARACTERISTIC = Form(
    what="a characteristic",
    segments=(need("text", "text"),),
    short="text",
    has_block=False,
)
STANDARD = Form(
    what="a standard",
    segments=(NEEDED_TITLE,),
    body=(
        STATEMENT,
        each("characteristic", CHARACTERISTIC),
        phrase("judged on"),
        flag("unrated"),
        flag("not counted"),
        phrase("weight"),
        phrase("asked of"),
        KEY_QUESTION,
        QUESTION,
        each("question set", QUESTION_SET),
        *RULES,
        NOTE,
        *DETAILS,
    ),
)
DOMAIN = Form(
    what="a domain",
    segments=(NEEDED_TITLE,),
    body=(STATEMENT, each("standard", STANDARD), NOTE, *DETAILS),
)
OVERALL = Form(
    what="the overall rating",
    segments=(TITLE,),
    body=(STATEMENT, phrase("judged on"), *RULES, NOTE, *DETAILS),
)

# --- discretion and properties -----------------------------------------------------

DISCRETION = Form(
    what="a discretion",
    segments=(need("discretion_on", words="on"),),
    body=(phrase("may move"), again("when"), phrase("needs"), *DETAILS),
)
PROPERTY = Form(
    what="a property",
    body=(
        Phrase(key="monotone", words="monotone", may_be_bare=True, may_repeat=True),
        again("always"),
        again("never"),
        again("possible"),
        Phrase(key="complete", words="complete", may_be_bare=True, may_repeat=True),
        *DETAILS,
    ),
)

# --- examples ----------------------------------------------------------------------

ASSIGNMENTS = Form(what="facts and answers", short="*", has_block=False)
EXAMPLE_RECORDS = Form(
    what="records of an example",
    segments=(need("record"),),
    body=(items("with", ASSIGNMENTS, "Given"),),
)
EXAMPLE_ROW = Form(
    what="a row of examples",
    segments=(need("cells"), need("to", words="->")),
    short="*",
    has_block=False,
)
EXAMPLE_TABLE = Form(
    what="a table of examples",
    segments=(need("of", words="of"), need("to", words="->")),
    body=(items("rows", EXAMPLE_ROW, "ExampleRow"),),
)
EXAMPLE = Form(
    what="an example",
    body=(
        again("given"),
        items("records", EXAMPLE_RECORDS, "ExampleRecords"),
        again("expect"),
        items("table", EXAMPLE_TABLE, words="table"),
        *DETAILS,
    ),
)

# --- the file ----------------------------------------------------------------------

SOURCE = Form(
    what="a source",
    segments=(NEEDED_TITLE, may("at", "text", "at")),
    short="title",
    has_block=False,
)
METHODOLOGY = Form(
    what="the methodology",
    segments=(need("id", "name"), NEEDED_TITLE),
    body=(
        phrase("version"),
        phrase("language"),
        phrase("in force"),
        phrase("publisher", "text"),
        each("source", SOURCE),
        phrase("extends"),
        STATEMENT,
        *DETAILS,
    ),
)
DECLARATIONS: tuple[Entry, ...] = (
    each("scale", SCALE),
    each("bands", BANDS),
    each("answers", ANSWERS),
    each("record", RECORD),
    each("input", FACT),
    each("parameter", PARAMETER),
    each("let", LET),
    each("table", TABLE),
    each("domain", DOMAIN),
    each("standard", STANDARD),
    One(key="overall", words="overall", form=OVERALL),
    items("discretion", DISCRETION, words="discretion"),
    each("property", PROPERTY, is_text=True),
    NOTE,
)
QUESTIONS: tuple[Entry, ...] = (KEY_QUESTION, QUESTION, each("prompt", PROMPT))


def _adding(words: str, form: Form) -> Each:
    only_block = Form(what=f"what is added to {form.what}", body=form.body)
    return each(words, only_block)


ADD_TO: tuple[Entry, ...] = (
    _adding("domain", DOMAIN),
    _adding("standard", STANDARD),
    _adding("key question", KEY_QUESTION.form),
    _adding("question", QUESTION.form),
    _adding("record", RECORD),
    One(
        key="overall",
        words="overall",
        form=Form(what="what is added to the overall rating", body=OVERALL.body),
    ),
)
KINDS = (
    *("scale", "bands", "answers", "record", "fact", "input", "parameter", "let"),
    *("table", "domain", "standard", "key question", "question set", "question"),
    *("prompt", "discretion"),
)
REMOVE: tuple[Entry, ...] = (
    *(again(kind) for kind in KINDS),
    flag("overall"),
    again("property", "text"),
)
FILE = Form(
    what="a rule file",
    body=(
        One(key="methodology", words="methodology", form=METHODOLOGY),
        again("use", "text"),
        *DECLARATIONS,
        each("example", EXAMPLE, is_text=True),
        Section(key="replace", words="replace", body=(*DECLARATIONS, *QUESTIONS)),
        Section(key="add_to", words="add to", body=ADD_TO),
        Section(key="add", words="add", body=(*DECLARATIONS, *QUESTIONS)),
        Section(key="remove", words="remove", body=REMOVE),
    ),
)
