"""`inspect-engine convert`: its results and each of its exit codes."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import RULES, WHOLE, Call


@pytest.mark.usefixtures("files")
def test_a_rule_file_becomes_yaml_and_scores_as_before(call: Call) -> None:
    Path("a.inspect").write_text(RULES, encoding="utf-8")
    Path("b.yaml").write_text(WHOLE, encoding="utf-8")
    before = json.loads(call("score", "a.inspect", "b.yaml", "--format", "json").out)

    assert (0, "", "") == call("convert", "a.inspect", "--to", "yaml", "-o", "y.yaml")
    after = json.loads(call("score", "y.yaml", "b.yaml", "--format", "json").out)
    assert before == after


@pytest.mark.usefixtures("files")
def test_yaml_comes_back_as_the_language(call: Call) -> None:
    Path("a.inspect").write_text(RULES, encoding="utf-8")
    call("convert", "a.inspect", "--to", "yaml", "-o", "y.yaml")

    said = call("convert", "y.yaml", "--to", "inspect")
    assert 0 == said.code
    assert "bands half: percent -> rating {" in said.out


@pytest.mark.usefixtures("files")
def test_json_says_how_many_comments_it_leaves_out(call: Call) -> None:
    Path("a.inspect").write_text("# one\n# two\n" + RULES, encoding="utf-8")

    said = call("convert", "a.inspect", "--to", "json")
    assert (0, "2 comments left out: JSON has none\n") == (said.code, said.err)
    assert "x/a" == json.loads(said.out)["methodology"]["id"]


@pytest.mark.usefixtures("files")
def test_a_file_that_cannot_be_read_whole_is_refused_with_all_its_faults(
    call: Call,
) -> None:
    Path("a.yaml").write_text("scale: {r: {levles: [a]}}\nbandz: {}\n")

    said = call("convert", "a.yaml", "--to", "inspect", "-o", "a.inspect")
    assert 1 == said.code
    assert "2 errors in 1 file" in said.err
    assert not Path("a.inspect").exists()


@pytest.mark.usefixtures("files")
def test_a_file_that_is_not_there_exits_2(call: Call) -> None:
    assert 2 == call("convert", "gone.yaml", "--to", "inspect").code


@pytest.mark.usefixtures("files")
def test_a_spelling_that_does_not_exist_exits_2(call: Call) -> None:
    assert 2 == call("convert", "a.yaml", "--to", "xml").code


@pytest.mark.usefixtures("files")
def test_as_json_the_text_and_its_faults_are_data(call: Call) -> None:
    Path("a.yaml").write_text("scale: {r: {levles: [a]}}\n")

    said = call("convert", "a.yaml", "--to", "inspect", "--format", "json")
    document = json.loads(said.out)
    assert (1, None) == (said.code, document["text"])
    assert ["RULES-KEY"] == [one["code"] for one in document["diagnostics"]]


@pytest.mark.usefixtures("files")
def test_a_folder_is_checked_with_its_rules_in_yaml_and_without_its_bundles(
    call: Call,
) -> None:
    Path("a.inspect").write_text(RULES, encoding="utf-8")
    Path("b.yaml").write_text(WHOLE, encoding="utf-8")
    call("convert", "a.inspect", "--to", "yaml", "-o", "rules.yaml")
    for rules in Path().glob("*.inspect"):
        rules.unlink()

    said = call("check", ".")
    assert 0 == said.code
    assert "1 file" in said.out + said.err


@pytest.mark.usefixtures("files")
def test_rules_in_yaml_are_laid_out_too(call: Call) -> None:
    Path("a.inspect").write_text(RULES, encoding="utf-8")
    call("convert", "a.inspect", "--to", "yaml", "-o", "r.yaml")
    laid_out = Path("r.yaml").read_text(encoding="utf-8")
    Path("r.yaml").write_text(laid_out.replace("title: Ours", "title:   'Ours'"))

    assert 1 == call("fmt", "--check", "r.yaml").code
    assert 0 == call("fmt", "r.yaml").code
    assert laid_out == Path("r.yaml").read_text(encoding="utf-8")
