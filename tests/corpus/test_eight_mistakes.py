"""Eight mistakes of eight kinds in one file: all are told in one run."""

import json
import re
from pathlib import Path

import pytest
from tests.corpus.reading import CORPUS, read_file

from inspect_engine_cli.main import run

FILE = CORPUS / "bad" / "eight-mistakes.inspect"


def test_there_are_eight_of_eight_kinds_in_file_order() -> None:
    found = read_file(FILE)[1]
    assert 8 == len(found) == len({one.code for one in found})
    assert sorted(one.place for one in found) == [one.place for one in found]


def test_each_has_a_hint() -> None:
    assert [] == [one.code for one in read_file(FILE)[1] if not one.help]


def test_the_command_tells_all_of_them_and_exits_1(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    copy = tmp_path / "eight.inspect"
    copy.write_bytes(FILE.read_bytes())
    code = run(["check", str(copy), "--format", "compact"])
    told = capsys.readouterr().out
    expected = re.findall(
        r"^# expect: error (\S+) (\d+:\d+)", FILE.read_text("utf-8"), re.M
    )
    assert (1, 8) == (code, len(expected))
    lines = [line for line in told.splitlines() if str(copy) in line]
    assert [place for _, place in expected] == [
        re.sub(r"^:(\d+:\d+).*", r"\1", line.removeprefix(str(copy))) for line in lines
    ]


def test_the_command_gives_the_same_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", str(FILE), "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    assert 8 == len(told["diagnostics"])
