"""The runner of examples can fail, and writes what comes of them where it is asked."""

from pathlib import Path

import pytest
from tests.language.documents import blocks, examples, with_expected
from tests.language.running import actual, framed, opened, run

RULES = '```inspect\nstandard S1 "One" { judged on rating }\n```\n'
BUNDLE = "```yaml\njudgements: {S1: good}\n```\n"


def document(folder: Path, text: str) -> Path:
    path = folder / "document.md"
    path.write_text(text, encoding="utf-8")
    return path


def lines(folder: Path, text: str, *expected: str) -> list[str]:
    (example,) = list(examples(document(folder, text)))[-1:]
    return [*actual(run(example, folder), expected)]


def test_a_line_says_what_is_so_and_not_what_was_expected(tmp_path: Path) -> None:
    assert ["S1: good"] == lines(tmp_path, RULES + BUNDLE, "S1: outstanding")


def test_a_subject_that_there_is_not_is_said_to_be_missing(tmp_path: Path) -> None:
    expected = ["S9: nothing is called so"]
    assert expected == lines(tmp_path, RULES + BUNDLE, "S9: good")


def test_an_empty_block_gets_a_line_for_everything(tmp_path: Path) -> None:
    assert ["S1: good", "score S1: 2"] == lines(tmp_path, RULES + BUNDLE)


def test_an_error_that_nobody_expects_gets_a_line(tmp_path: Path) -> None:
    wrong = RULES.replace("on rating", "on grade")
    assert ["error UNKNOWN-NAME 1:31"] == lines(tmp_path, wrong, "sound")


def test_an_error_that_is_expected_and_missing_loses_its_line(tmp_path: Path) -> None:
    assert ["sound"] == lines(tmp_path, RULES, "error UNKNOWN-NAME 1:31")


def test_a_message_is_said_where_one_is_expected(tmp_path: Path) -> None:
    wrong = RULES.replace("on rating", "on grade")
    found = lines(tmp_path, wrong, "error UNKNOWN-NAME 1:31: Something else.")
    assert ["error UNKNOWN-NAME 1:31: No scale is called «grade»."] == found


def test_a_block_of_which_nothing_is_expected_is_an_example(tmp_path: Path) -> None:
    found = list(examples(document(tmp_path, RULES + BUNDLE + RULES)))
    assert [1, 4, 7] == [example.line for example in found]


def test_more_rules_go_on_where_the_former_end(tmp_path: Path) -> None:
    more = '```inspect more\nstandard S2 "Two" { judged on grade }\n```\n'
    assert ["error UNKNOWN-NAME 2:31"] == lines(tmp_path, RULES + more, "sound")


def test_only_the_expected_block_is_rewritten(tmp_path: Path) -> None:
    text = f"# Title\n\n{RULES}```expect\nS1: good\n```\nMore.\n"
    path = document(tmp_path, text)
    assert text.replace("S1: good", "sound") == with_expected(path, 1, ("sound",))


def test_fences_without_words_are_blocks_of_no_kind() -> None:
    assert [((), "a\n")] == [(one.words, one.body) for one in blocks("```\na\n```\n")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "record case"),
        ("record visit { }", "scale rating"),
        ("", "bands case_percent"),
    ],
)
def test_the_frame_has_what_a_text_lacks(text: str, said: str) -> None:
    assert said in framed(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("record visit { }", "record case"),
        ("scale rating { 0 poor }", "scale rating"),
        ("scale rating { 0 poor }", "bands case_percent"),
    ],
)
def test_the_frame_has_nothing_that_a_text_replaces(text: str, said: str) -> None:
    assert said not in framed(text)


def test_a_bundle_keeps_what_it_says_of_itself() -> None:
    said = "bundle: 1\ninspection: {id: a}\n"
    assert said == opened(said)
