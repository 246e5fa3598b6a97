"""Each file of the corpus is right, and together they use all of the grammar."""

import logging
from pathlib import Path

import pytest
from lark import Lark, logger
from tests.corpus.grammar import grammar, plain_lark
from tests.corpus.reading import CORPUS, in_short, read_file, wanted

from inspect_engine.source import SourceFile
from inspect_engine.syntax import parser
from inspect_engine.syntax.lexer import Token
from inspect_engine.syntax.tables import Rule, tables

FILES = sorted((CORPUS / "good").rglob("*.inspect"))
NOT_IN_FILES = {"expression"}
"""What may stand alone, outside a rule file."""


def name(path: Path) -> str:
    return path.relative_to(CORPUS / "good").with_suffix("").as_posix()


def text(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_good_file_is_read_bound_and_checked_without_a_word(path: Path) -> None:
    methodology, found = read_file(path)
    assert [] == [in_short(one) for one in wanted(found)]
    assert (methodology is not None) == ("methodology " in text(path))


def test_there_are_many_good_files() -> None:
    assert len(FILES) >= 60


@pytest.mark.parametrize("path", FILES, ids=name)
def test_plain_lark_reads_a_good_file(path: Path) -> None:
    assert "start" == plain_lark().parse(text(path)).data


def test_the_good_files_use_every_rule_of_the_grammar(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen = set(NOT_IN_FILES)
    reduce = parser._Run.reduce

    def noted(run: parser._Run, rule: Rule, following: Token) -> None:
        seen.add(rule.name)
        reduce(run, rule, following)

    monkeypatch.setattr(parser._Run, "reduce", noted)
    for path in FILES:
        parser.parse(SourceFile(path.name, text(path)))
    assert set() == {rule.name for rule in tables().rules if rule.name[0] != "_"} - seen


def test_the_grammar_has_no_conflict_that_lark_would_settle_itself(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logger, "propagate", True)
    with caplog.at_level(logging.DEBUG, logger=logger.name):
        for start in ("start", "expression"):
            Lark(grammar(), parser="lalr", lexer="contextual", start=start, debug=True)
    assert [] == [one for one in caplog.messages if "conflict" in one.lower()]


def test_lark_does_tell_of_a_conflict(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logger, "propagate", True)
    dangling = 'start: "if" start | "if" start "else" start | "x"'
    with caplog.at_level(logging.DEBUG, logger=logger.name):
        Lark(dangling, parser="lalr", debug=True)
    assert any("conflict" in one.lower() for one in caplog.messages)
