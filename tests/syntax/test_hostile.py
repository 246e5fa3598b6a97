"""Rule files made to exhaust the reader: each ends soon, and says why.

Each is read in a process of its own, so that a limit of the system ends what none
of ours does.
"""

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

SECONDS = 60
BYTES = 2 * 2**30
READ = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[2]), int(sys.argv[2])))
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[3]), int(sys.argv[3])))
from inspect_engine import api
checked = api.check([sys.argv[1]])
found = checked.diagnostics
print(len(found), *dict.fromkeys(one.code for one in found))
"""
HEAD = b'methodology example "Example" {\n  version 1\n  language 1\n}\n'
SCALE = b"scale rating { 0 poor  1 good }\n"
CASE = b"record case { fact seen: yes or no  question 1 %s { asked when %s } }\n"

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="limits of a process are set as on Unix"
)


class Told(NamedTuple):
    """How many diagnostics there are, and of which codes, first come first."""

    number: int
    codes: list[str]


def told(folder: Path, content: bytes) -> Told:
    path = folder / "hostile.inspect"
    path.write_bytes(content)
    words = (sys.executable, "-c", READ, str(path), str(SECONDS), str(BYTES))
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert "" == done.stderr
    number, *codes = done.stdout.split()
    return Told(int(number), codes)


def asked_when(condition: bytes) -> bytes:
    return HEAD + CASE % (b'"Seen?"', condition)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(b"{" * 100_000, "NOT-A-RULE-FILE", id="braces"),
        pytest.param(b"let a = " + b"(" * 100_000, "NESTED-TOO-DEEP", id="brackets"),
        pytest.param(
            b"let a = " + b"(" * 100_000 + b"1" + b")" * 100_000,
            "NESTED-TOO-DEEP",
            id="brackets that close",
        ),
        pytest.param(
            asked_when(b"not " * 100_000 + b"seen is yes"),
            "NESTED-TOO-DEEP",
            id="negations",
        ),
        pytest.param(
            b"let a = " + b"-" * 100_000 + b"1", "NESTED-TOO-DEEP", id="minus signs"
        ),
        pytest.param(
            b"let a = 1" + b" + 1" * 100_000, "TOO-MANY-TERMS", id="sum of many terms"
        ),
        pytest.param(
            b"let a = 2" + b" * 2" * 100_000, "TOO-MANY-TERMS", id="product of many"
        ),
        pytest.param(b"let a = " + b"9" * 10_000, "NUMBER-TOO-LONG", id="long number"),
        pytest.param(
            b"let a = 1." + b"9" * 10_000, "NUMBER-TOO-LONG", id="long decimal"
        ),
        pytest.param(b"let a = 1\x00", "CONTROL-CHARACTER", id="a NUL"),
        pytest.param(b"\x00" * 100_000, "CONTROL-CHARACTER", id="NULs"),
        pytest.param(b"let a = 1\xff", "NOT-UTF-8", id="a byte that is not UTF-8"),
        pytest.param(b"\xff\xfel\x00e\x00t\x00", "NOT-UTF-8", id="UTF-16"),
        pytest.param(b'note "' + b"a" * (50 * 2**20) + b'"', "TOO-LARGE", id="50 MB"),
        pytest.param(
            b"let " + b"a" * 1_000_000 + b" = b", "UNKNOWN-NAME", id="very long name"
        ),
        pytest.param(
            b"let a = " + b"b" * 1_000_000, "UNKNOWN-NAME", id="very long unknown name"
        ),
        pytest.param(b'note "' + b"\\" * 1_000_000, "UNCLOSED-TEXT", id="backslashes"),
        pytest.param(b"?" * 1_000_000, "STRAY-CHARACTER", id="stray characters"),
        pytest.param(b"'" * 1_000_001, "MISPLACED", id="single quotes"),
        pytest.param(b"#" * 1_000_000 + b"\n}", "STRAY-BRACE", id="long comment"),
        pytest.param(b"1." * 500_000, "MISPLACED", id="dots"),
        pytest.param(b"/*" * 500_000, "MISPLACED", id="comments that never end"),
    ],
)
def test_a_hostile_file_is_told_of(
    content: bytes, expected: str, tmp_path: Path
) -> None:
    found = told(tmp_path, content)
    assert expected in found.codes
    assert 0 < found.number <= 300


@pytest.mark.parametrize(
    ("content", "most"),
    [
        pytest.param(b"let = 1\n" * 10_000, 201, id="of writing"),
        pytest.param(b"}\n" * 10_000, 201, id="of braces"),
        pytest.param(
            b"".join(b"let a%d = b%d\n" % (n, n) for n in range(10_000)),
            1001,
            id="of names",
        ),
    ],
)
def test_ten_thousand_faults_stop_at_a_limit_that_is_told(
    content: bytes, most: int, tmp_path: Path
) -> None:
    found = told(tmp_path, content)
    assert "TOO-MANY-FAULTS" in found.codes
    assert most == found.number


def test_a_hundred_thousand_statements_are_read(tmp_path: Path) -> None:
    content = b"".join(b"let a%d = %d\n" % (n, n) for n in range(100_000))
    assert Told(0, []) == told(tmp_path, HEAD + content)


def test_a_long_chain_of_values_is_told_of_once(tmp_path: Path) -> None:
    chain = b"".join(b"let a%d = a%d + 1\n" % (n, n + 1) for n in range(5_000))
    content = HEAD + chain + b"let a5000 = 1\n"
    assert Told(1, ["CHAIN-TOO-LONG"]) == told(tmp_path, content)


def test_a_chain_of_deep_values_is_told_of(tmp_path: Path) -> None:
    left, right = b"(" * 90, b")" * 90
    links = [b"let a%d = %sa%d%s\n" % (n, left, n + 1, right) for n in range(49)]
    content = HEAD + b"".join(links) + b"let a49 = 1\n"
    assert Told(1, ["CHAIN-TOO-LONG"]) == told(tmp_path, content)


def test_a_chain_of_fifty_values_is_read(tmp_path: Path) -> None:
    chain = b"".join(b"let a%d = a%d + 1\n" % (n, n + 1) for n in range(49))
    assert Told(0, []) == told(tmp_path, HEAD + chain + b"let a49 = 1\n")


def test_a_long_chain_of_used_files_is_told_of(tmp_path: Path) -> None:
    for number in range(1_500):
        link = f'use "f{number + 1}.inspect"\n'
        (tmp_path / f"f{number}.inspect").write_text(link, encoding="utf-8")
    (tmp_path / "f1500.inspect").write_bytes(SCALE)
    content = HEAD + b'use "f0.inspect"\n'
    assert Told(1, ["CHAIN-TOO-LONG"]) == told(tmp_path, content)


def test_a_mark_at_the_start_is_passed_over(tmp_path: Path) -> None:
    assert Told(0, []) == told(tmp_path, b"\xef\xbb\xbf" + HEAD)
