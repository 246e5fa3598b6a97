"""Good files with words taken out, put in and swapped: each is read, or told of."""

import random
import re
from pathlib import Path

import pytest
from lark.exceptions import LarkError
from tests.corpus.grammar import plain_lark
from tests.corpus.reading import CORPUS, read_bytes

FILES = sorted((CORPUS / "good").glob("*.inspect"))
JUNK = (
    *("{", "}", "(", ")", '"', ",", ":", "-", "->", "?", "<", "==", "%", "//", "'"),
    *("and", "not", "let", "standard", "1", "\N{EN DASH}", "\n"),
)


def mutated(text: str, chance: random.Random) -> str:
    words = re.findall(r"\w+|\s+|.", text, re.DOTALL) or [""]
    for _ in range(chance.choice((1, 1, 2, 4))):
        place, other = chance.randrange(len(words)), chance.randrange(len(words))
        words[place] = chance.choice(("", words[other], chance.choice(JUNK)))
    return "".join(words)


def is_read_by_lark(text: str) -> bool:
    try:
        plain_lark().parse(text)
    except LarkError:
        return False
    return True


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_plain_lark_does_not_read_is_told_of(path: Path) -> None:
    chance = random.Random(path.name)
    text = path.read_text("utf-8")
    for _ in range(20):
        changed = mutated(text, chance)
        methodology, found = read_bytes(changed.encode())
        assert methodology is None or not found, changed
        assert found or is_read_by_lark(changed), changed
