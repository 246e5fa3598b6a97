"""What holds of the layout of any rule file, whatever is in it."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.corpus.reading import CORPUS
from tests.properties.made import Made
from tests.properties.profile import examples
from tests.properties.strategies import methodologies

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.documents.text_files import read_text
from inspect_engine.resources import rules_folder
from inspect_engine.source import SourceFile
from inspect_engine.syntax.formatting import format_source
from inspect_engine.syntax.formatting.document import WHOLE_ANYWAY
from inspect_engine.syntax.lexer import Token, lex
from inspect_engine.syntax.parser import Parsed, parse

ROOT = Path(__file__).parents[2]
GOOD = sorted((CORPUS / "good").rglob("*.inspect"))
BAD = sorted((CORPUS / "bad").rglob("*.inspect"))
SHIPPED = sorted(rules_folder().rglob("*.inspect"))
MANUAL = sorted((ROOT / "docs").rglob("*.md")) + sorted(
    ROOT.glob("tests/language/*.md")
)
GAPS = (" ", "\n", "\n\n\n", "\t", "\r\n", "  # said here\n", "\n# said above\n")


def source_of(text: str) -> SourceFile:
    return SourceFile("x.inspect", text)


def name(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


def read(path: Path) -> str | None:
    source, _ = read_text(path)
    return source.text if source else None


def blocks(path: Path) -> list[str]:
    fenced = path.read_text("utf-8").split("```")[1::2]
    found = [text.partition("\n")[2] for text in fenced if text.startswith("inspect")]
    return [text for text in found if is_whole(parse(source_of(text)))]


def said(found: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in found]


def is_whole(parsed: Parsed) -> bool:
    return all(one.code in WHOLE_ANYWAY for one in parsed.diagnostics)


def assert_laws(text: str) -> None:
    """The layout says the same, keeps each comment, and is its own layout."""
    before = parse(source_of(text))
    after, found = format_source(source_of(text))
    assert () == found
    assert after is not None
    again = parse(source_of(after))
    assert before.node == again.node, after
    assert comments(before) == comments(again), after
    assert (after, ()) == format_source(source_of(after))
    assert after == "" or after.endswith("\n")
    assert "\n\n\n" not in after
    assert all(line == line.rstrip() for line in after.split("\n"))


def comments(parsed: Parsed) -> list[tuple[str, bool]]:
    """Each comment, and whether it has a line of its own."""
    return [(one.text.rstrip(), one.is_first) for one in parsed.comments]


@pytest.mark.parametrize("path", GOOD + SHIPPED, ids=name)
def test_every_construct_keeps_its_meaning_and_its_comments(path: Path) -> None:
    text = read(path)
    assert text is not None
    assert_laws(text)


@pytest.mark.parametrize("path", BAD, ids=name)
def test_a_bad_file_is_laid_out_or_refused_with_what_is_wrong(path: Path) -> None:
    text = read(path)
    if text is None:
        return
    parsed = parse(source_of(text))
    if is_whole(parsed):
        assert_laws(text)
    else:
        after, found = format_source(source_of(text))
        assert after is None
        assert said(parsed.diagnostics) == said(found)


@pytest.mark.parametrize("path", [one for one in MANUAL if blocks(one)], ids=name)
def test_the_manual_s_examples_keep_their_meaning(path: Path) -> None:
    for text in blocks(path):
        assert_laws(text)


@pytest.mark.parametrize("path", SHIPPED, ids=name)
def test_the_shipped_rules_are_in_the_layout(path: Path) -> None:
    text = read(path)
    assert text is not None
    assert (text, ()) == format_source(source_of(text))


def respaced(text: str, seed: int) -> str:
    """The tokens of a text, with other space and comments between them."""
    draw = random.Random(seed)
    tokens = lex(source_of(text)).tokens
    moved = "".join(f"{one.text}{draw.choice(gaps(one))}" for one in tokens)
    # Lines broken in mid-phrase may look to the parser like a new statement.
    return moved if is_whole(parse(source_of(moved))) else text


def gaps(token: Token) -> tuple[str, ...]:
    # «when not rated» is told from a condition by the colon right behind it.
    return GAPS[:1] if token.kind == "WHEN_NOT_RATED" else GAPS


@pytest.mark.parametrize("path", GOOD + SHIPPED, ids=name)
def test_space_and_comments_anywhere_between_words_do_no_harm(path: Path) -> None:
    text = read(path)
    assert text is not None
    for seed in range(3):
        assert_laws(respaced(text, seed))


@examples(30)
@given(methodologies(), st.integers(0, 2**32))
def test_any_methodology_keeps_its_meaning(made: Made, seed: int) -> None:
    assert_laws(made.text)
    assert_laws(respaced(made.text, seed))


@pytest.mark.parametrize("path", GOOD, ids=name)
def test_the_layout_forgets_how_the_author_used_space(path: Path) -> None:
    text = read(path)
    assert text is not None
    if "#" in text:
        return
    tokens = [one.text for one in lex(source_of(text)).tokens]
    flat, _ = format_source(source_of(" ".join(tokens)))
    tall, _ = format_source(source_of("\n".join(tokens)))
    spaced, _ = format_source(source_of(text))
    assert flat is not None
    assert spaced is not None
    assert flat == "".join(f"{line}\n" for line in spaced.splitlines() if line)
    assert flat.split() == (tall or "").split()
