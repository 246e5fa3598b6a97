"""A file cut short anywhere is told of, or is whole as it stands; it never breaks."""

from pathlib import Path

import pytest
from lark.exceptions import LarkError
from tests.corpus.grammar import plain_lark
from tests.corpus.reading import CORPUS, read_bytes, wanted

from inspect_engine.diagnostics.diagnostic import has_errors

CUT = (
    CORPUS / "bad" / "eight-mistakes.inspect",
    CORPUS / "good" / "as-long-as-eight-mistakes.inspect",
)


def is_read_by_lark(content: bytes) -> bool:
    try:
        plain_lark().parse(content.decode("utf-8"))
    except (LarkError, UnicodeDecodeError):
        return False
    return True


@pytest.mark.parametrize("path", CUT, ids=lambda path: path.stem)
def test_a_file_cut_at_any_byte_gives_diagnostics_or_is_whole(path: Path) -> None:
    content = path.read_bytes()
    for length in range(len(content) + 1):
        cut = content[:length]
        methodology, found = read_bytes(cut)
        assert methodology is None or not has_errors(found), length
        assert wanted(found) or is_read_by_lark(cut), length
        assert methodology is not None or found or b"methodology" not in cut, length


def test_some_cuts_fall_inside_a_character() -> None:
    content = CUT[0].read_bytes()
    assert any(byte >= 0x80 for byte in content)
    assert len(content) > len(content.decode("utf-8"))
