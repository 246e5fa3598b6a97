"""`check` tells lines and columns as people count them, and all errors in one run."""

from pathlib import Path

import pytest
from tests.cli.conftest import Call

HEAD = 'methodology x/a "A" { version 1 language 1 }'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param(f"{HEAD}\nlet b = nothing\n", "2:9", id="lines as on Unix"),
        pytest.param(f"{HEAD}\r\nlet b = nothing\r\n", "2:9", id="as on Windows"),
        pytest.param(f"{HEAD}\rlet b = nothing\r", "2:9", id="as on old Macs"),
        pytest.param(f"{HEAD}\r\n\nlet b = nothing", "3:9", id="mixed"),
        pytest.param(f"{HEAD}\n\t\tlet b = nothing", "2:11", id="tabs"),
        pytest.param(f"\ufeff{HEAD} let b = nothing", "1:54", id="byte-order mark"),
        pytest.param(f"\ufeff{HEAD}\r\nlet b = nothing", "2:9", id="mark and Windows"),
        pytest.param(f'{HEAD} let b "tŷ ŵyl" = nothing', "1:63", id="Welsh"),
        pytest.param(f'{HEAD} let b "ty\u0302" = nothing', "1:60", id="combining"),
        pytest.param(
            f'{HEAD} let b "\U0001f3f4" = nothing', "1:58", id="beyond 16 bits"
        ),
        pytest.param(f"{HEAD} # tŷ\r\nlet b = nothing", "2:9", id="after a comment"),
    ],
)
@pytest.mark.parametrize("format", ["compact", "human", "github", "sarif", "json"])
def test_the_column_is_that_of_the_word(
    call: Call, folder: Path, text: str, place: str, format: str
) -> None:
    (folder / "a.inspect").write_bytes(text.encode("utf-8"))
    said = call("check", "a.inspect", "--format", format)
    line, column = place.split(":")
    wanted = {
        "compact": f"a.inspect:{place}: error[UNKNOWN-NAME]",
        "human": f"--> a.inspect:{place}\n",
        "github": f"line={line},endLine={line},col={column},",
        "sarif": f'"startLine": {line},\n                  "startColumn": {column},',
        "json": f'"line": {line},\n          "column": {column}\n',
    }

    assert (1, True) == (said.code, wanted[format] in said.out)


def test_carets_stand_under_words_with_combining_letters(
    call: Call, folder: Path
) -> None:
    text = f'{HEAD}\nlet b "ty\u0302" = nothing\n'
    (folder / "a.inspect").write_text(text, encoding="utf-8")
    lines = call("check", "a.inspect").out.splitlines()
    [at] = [number for number, line in enumerate(lines) if "^^^^^^^" in line]

    # The accent takes no place of its own on the screen.
    assert lines[at].index("^") == lines[at - 1].index("nothing") - 1


def test_a_hundred_errors_are_told_in_one_run_and_in_order(
    call: Call, folder: Path
) -> None:
    lines = "".join(f"let n{number} = m{number}\n" for number in range(100))
    (folder / "a.inspect").write_text(f"{HEAD}\n{lines}", encoding="utf-8")
    said = call("check", "a.inspect", "--format", "compact")
    told = [line.split(": ")[0] for line in said.out.splitlines() if "error[" in line]

    assert 1 == said.code
    # The names have one figure, and from the eleventh line on two.
    wanted = [(line, 10 + (line > 11)) for line in range(2, 102)]
    assert [f"a.inspect:{line}:{column}" for line, column in wanted] == told


def test_a_hundred_slips_of_writing_are_told_in_one_run_and_in_order(
    call: Call, folder: Path
) -> None:
    lines = "let n = = 1\n" * 100
    (folder / "a.inspect").write_text(f"{HEAD}\n{lines}", encoding="utf-8")
    said = call("check", "a.inspect", "--format", "compact")
    told = [int(line.split(":")[1]) for line in said.out.splitlines()]

    assert list(range(2, 102)) == sorted(set(told))
    assert sorted(told) == told
