"""Both spellings say the same: rule files in YAML and JSON beside the corpus."""

import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from tests.corpus.reading import CORPUS, in_short, read_file, wanted

from inspect_engine import api
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.reports.as_schema import schema
from inspect_engine.source import SourceFile
from inspect_engine.syntax.parser import parse
from inspect_engine.syntax.twin.converting import Spelling, converted
from inspect_engine.syntax.twin.reading import as_rules

SHIPPED = Path(__file__).parents[2] / "rules"
GOOD = sorted((CORPUS / "good").rglob("*.inspect"))
RIGHT = [*GOOD, *sorted(SHIPPED.rglob("*.inspect"))]
BAD = sorted((CORPUS / "bad").glob("*.inspect"))
TWINS = sorted((CORPUS / "good").rglob("*.yaml"))
VALIDATOR = jsonschema.Draft202012Validator(schema("rules"))


def text_of(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def other(path: Path, to: Spelling) -> str:
    text, found = converted(SourceFile(path.name, text_of(path)), to)
    assert () == found
    assert text is not None
    return text


def beside(path: Path, folder: Path, text: str, to: Spelling) -> Path:
    """The other spelling of a file, in a folder with all that it may use."""
    shutil.copytree(path.parent, folder, dirs_exist_ok=True)
    (folder / path.name).unlink()
    found = (folder / path.name).with_suffix(f".{to}")
    text = text.replace(path.name, found.name)  # a file that uses itself
    found.write_text(text, encoding="utf-8", newline="")
    return found


def name(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("to", ["yaml", "json"])
@pytest.mark.parametrize("path", RIGHT, ids=name)
def test_a_right_file_means_the_same_in_the_other_spelling(
    path: Path, to: Spelling, tmp_path: Path
) -> None:
    methodology, _ = read_file(path)
    again, found = read_file(beside(path, tmp_path / "r", other(path, to), to))
    assert [] == [in_short(one) for one in wanted(found)]
    assert (methodology and methodology.hash) == (again and again.hash)


@pytest.mark.parametrize("path", RIGHT, ids=name)
def test_there_and_back_every_comment_survives(path: Path) -> None:
    there = other(path, "yaml")
    back, _ = converted(SourceFile("t.yaml", there), "inspect")
    assert back is not None
    assert comments(text_of(path)) == comments(back)


@pytest.mark.parametrize("path", RIGHT, ids=name)
def test_what_came_there_and_back_is_spelt_as_before(path: Path) -> None:
    there = other(path, "yaml")
    back, _ = converted(SourceFile("t.yaml", there), "inspect")
    assert (there, ()) == converted(SourceFile("t.inspect", back or ""), "yaml")
    assert (there, ()) == converted(SourceFile("t.yaml", there), "yaml")


@pytest.mark.parametrize("to", ["yaml", "json"])
@pytest.mark.parametrize("path", RIGHT, ids=name)
def test_other_readers_of_yaml_read_what_the_schema_asks_for(
    path: Path, to: Spelling
) -> None:
    document = yaml.safe_load(other(path, to))
    assert [] == [
        f"{list(one.absolute_path)}: {one.message[:80]}"
        for one in VALIDATOR.iter_errors(document)
    ]


@pytest.mark.parametrize("path", TWINS, ids=name)
def test_a_right_file_in_yaml_is_silent_and_as_the_schema_asks(path: Path) -> None:
    methodology, found = read_file(path)
    assert [] == [in_short(one) for one in wanted(found)]
    assert (methodology is not None) == ("methodology:" in text_of(path))
    VALIDATOR.validate(yaml.safe_load(text_of(path)))


def test_the_shipped_methodology_in_yaml_has_the_hash_of_the_shipped_one() -> None:
    shipped = api.load_rules("hmi-probation/pdu@2023.1")
    twin = api.load_rules(CORPUS / "good" / "twin" / "pdu-2023.yaml")
    assert shipped.hash == twin.hash


@pytest.mark.parametrize("path", BAD, ids=name)
def test_a_fault_of_meaning_is_told_alike_in_yaml(path: Path, tmp_path: Path) -> None:
    text, found = converted(SourceFile(path.name, text_of(path)), "yaml")
    if text is None:
        # A file that is not read whole has no other spelling.
        assert found
        return
    wrong = read_file(path)[1]
    again = read_file(beside(path, tmp_path / "r", text, "yaml"))[1]
    assert sorted(map(what, wrong)) == sorted(map(what, again))


def what(found: Diagnostic) -> tuple[str, str]:
    """The code, and the words of a short place without what differs by spelling."""
    words = found.span.text if found.span is not None else ""
    is_short = len(words) <= 20 and words.replace("_", "").isalnum()
    # In YAML the name of what is added stands for the word «add», far above it.
    is_same = is_short and found.code != "CHANGE-WITHOUT-EXTENDS"
    return found.code, words if is_same else ""


def comments(text: str) -> list[str]:
    source: Any = as_rules(SourceFile("t.inspect", text))
    return sorted(one.text.rstrip() for one in parse(source).comments)
