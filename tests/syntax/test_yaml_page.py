"""The page on rules in YAML is true: each example, converted, gives the next one."""

import re
from pathlib import Path

import pytest

from inspect_engine.source import SourceFile
from inspect_engine.syntax.twin.converting import converted

PAGE = Path(__file__).parents[2] / "docs" / "yaml.md"
PAIR = re.compile(r"^```inspect\n(.*?)^```\n```yaml\n(.*?)^```$", re.M | re.S)
PAIRS = PAIR.findall(PAGE.read_text(encoding="utf-8"))


def test_the_page_has_its_examples() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text.count("```inspect") == text.count("```yaml") == len(PAIRS) > 3


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_the_first_block_converted_is_the_second(first: str, second: str) -> None:
    assert (second, ()) == converted(SourceFile("a.inspect", first), "yaml")


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_and_back(first: str, second: str) -> None:
    back, _ = converted(SourceFile("a.yaml", second), "inspect")
    assert (second, ()) == converted(SourceFile("a.inspect", back or ""), "yaml")
