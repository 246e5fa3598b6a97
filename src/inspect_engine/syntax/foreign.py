"""What authors bring along from other languages, and how it is said here."""

import re

WORDS = {
    "&&": ("and",),
    "&": ("and",),
    "||": ("or",),
    "|": ("or",),
    "==": ("is",),
    "=": ("is",),
    "!=": ("is not",),
    "<>": ("is not",),
    "!": ("not",),
    ">=": ("at least",),
    "<=": ("at most", "up to"),
    ">": ("above",),
    "<": ("below",),
    "=>": ("->",),
    "→": ("->",),
    "\N{MULTIPLICATION SIGN}": ("*",),
    "÷": ("/",),
    "%": ("percent",),
    "-": ("to",),
    "\N{EN DASH}": ("to", "-"),
    "\N{EM DASH}": ("to", "-"),
    "\N{MINUS SIGN}": ("-", "to"),
}
"""A sign, and what it may mean; what fits its place is taken."""

ADVICE = {
    ">=": "write «{next} and over»",
    ";": "take it out: a statement ends where the next begins",
    "%": "write the number alone: what is measured is said once, after the colon",
}
"""A sign, and what to do where no words fit its place."""

_OTHER_FILES = (
    ("JSON", r"[\[{]"),
    ("HTML or XML", r"<[!?/a-zA-Z]"),
    ("YAML", r"---|[\w-]+:(?:\s|$)"),
    ("Markdown", r"```|\* |- |\||\*\*"),
)
_COMMENTS = re.compile(r"\s*(?:#[^\n\r]*\s*)*")


def kind_of(text: str) -> str:
    """What other language a text seems to be in, going by how it begins."""
    comments = _COMMENTS.match(text)
    start = comments.end() if comments else 0
    for name, pattern in _OTHER_FILES:
        if re.compile(pattern).match(text, start):
            return name
    return ""
