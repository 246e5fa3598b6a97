"""What the grammar expects in a place, in words that policy people use."""

from inspect_engine.diagnostics.suggest import nearest
from inspect_engine.syntax.lexer import Token
from inspect_engine.syntax.tables import END, tables

IN_WORDS = {
    "NAME": "a name",
    "WHOLE": "a whole number",
    "DECIMAL": "a number",
    "DOTTED": "an id such as 2.1.1",
    "DATE": "a date such as 2023-10-01",
    "STRING": "a text in quotes",
    "PATH": "a name such as hmi-probation/pdu",
    "WHEN_NOT_RATED": "«when not rated»",
    "_ONE_OF": "«one of»",
    END: "the end of the file",
}
MOST_WORDS = 7

_AT_TOP = (
    "scale bands answers record input parameter domain overall discretion property"
    " example"
)
_BLOCKS = {
    "outside all blocks": f"methodology use replace add remove {_AT_TOP}",
    "in a domain, or outside all blocks": "standard",
    "in the block of a standard": "key unrated weight characteristic",
    "in the block of a standard or of «overall»": "score rating limit adjust",
    "in the block of a standard, of a key question or of «overall»": "judged",
    "in the block of a question": "prompt asked answered always pools",
    "in the block of a record": "fact derive plural pooled",
    "in the block of a standard or record": "question",
    "in the block of the methodology": "version language publisher source extends",
    "in the block of bands": "round exact shown",
    "in the block of a table": "unique",
    "in the block of a discretion": "may needs",
    "in the block of a property": "monotone possible never complete",
    "in the block of an example": "given expect",
}
HOMES = {word: home for home, words in _BLOCKS.items() for word in words.split()}
"""Where a statement belongs, by the word that it starts with."""


def in_words(expected: list[str]) -> str:
    """«expected a name or «{»», or nothing where too much would fit."""
    words = _described(expected)
    if not words or len(words) > MOST_WORDS:
        return ""
    if len(words) == 1:
        return f"expected {words[0]}"
    return f"expected {', '.join(words[:-1])} or {words[-1]}"


def suggestion(kind: str, text: str, expected: list[str]) -> str:
    """How to write what was probably meant, where one way is likely."""
    if "STRING" in expected and kind in ("NAME", "WHOLE", "DECIMAL", "DOTTED"):
        return f'the text in quotes: "{text[:40]}"'
    if "DOTTED" in expected and kind == "STRING":
        return f"the id before {text[:40]}"
    return ""


def missing(expected: list[str]) -> str:
    """What a statement lacks: a closing bracket before anything else."""
    if "RPAR" in expected:
        return "«)»"
    if {"LPAR", "STRING"} <= set(expected):
        return "a value"
    return in_words(expected).removeprefix("expected ") or "its end"


def near_keyword(token: Token, expected: list[str]) -> str:
    """A word of the language that a misspelt one stands for, or nothing."""
    keywords = tables().keywords
    if token.kind != "NAME" or token.text in keywords:
        return ""
    words = [word for word, name in keywords.items() if name in expected]
    return nearest(token.text, words)


def _described(expected: list[str]) -> list[str]:
    kept = tables()
    spelling = {name: word for word, name in kept.keywords.items()}
    spelling |= {name: sign for sign, name in kept.punctuation.items()}
    if {"NAME", "WHOLE", "DECIMAL", "DOTTED"} <= set(expected):
        ids = ("NAME", "WHOLE", "DECIMAL", "DOTTED")
        others = _described([name for name in expected if name not in ids])
        return ["an id such as P1.1", *others]
    if "WHOLE" in expected and "DECIMAL" in expected:
        expected = [name for name in expected if name != "WHOLE"]
    plain = [IN_WORDS[name] for name in expected if name in IN_WORDS]
    quoted = [f"«{spelling[name]}»" for name in expected if name in spelling]
    return plain + sorted(quoted)
