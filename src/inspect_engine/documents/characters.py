"""Characters that no text file here may hold."""

import re
from collections.abc import Iterator
from itertools import islice

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.documents.file_faults import ControlCharacter
from inspect_engine.source import SourceFile

# Controls but tab and line ends; halves of surrogate pairs, which UTF-8 cannot
# spell; U+FEFF past the start, left behind where two files were joined.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)

REPORTED = 100
"""How many are listed: a file full of them is not a text."""


def control_characters(source: SourceFile) -> Iterator[Diagnostic]:
    """A diagnostic for each forbidden character, up to a limit."""
    for found in islice(FORBIDDEN.finditer(source.text), REPORTED):
        fault = ControlCharacter(character=spelled(found[0]))
        yield fault.at(source.span(found.start(), found.end()))


def spelled(character: str) -> str:
    """A character as Unicode writes it: U+000C."""
    return f"U+{ord(character):04X}"


def without_forbidden(text: str) -> str:
    """The text with each forbidden character replaced; as long as before."""
    return FORBIDDEN.sub("\ufffd", text)
