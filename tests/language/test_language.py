"""Every example of the manual and of the documents here does what it says."""

import difflib
import os
from pathlib import Path

import pytest
from tests.language.documents import Example, examples, with_expected
from tests.language.running import actual, run

HERE = Path(__file__).parent
MANUAL = HERE.parent.parent / "docs" / "language"
DOCUMENTS = sorted([*HERE.glob("*.md"), *MANUAL.glob("*.md")])
EXAMPLES = [example for path in DOCUMENTS for example in examples(path)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_does_what_it_says(
    example: Example,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    capsys: pytest.CaptureFixture[str],
) -> None:
    outcome = run(example, tmp_path)
    if example.expected is None:
        assert [] == outcome.errors
        return
    expected = example.expected.body.splitlines()
    found = tuple(actual(outcome, expected))
    if is_update(request) and list(found) != expected:
        text = with_expected(example.path, example.place, found)
        example.path.write_text(text, encoding="utf-8")
        with capsys.disabled():
            print(difference(example, expected, found))
        return
    assert expected == list(found)


def is_update(request: pytest.FixtureRequest) -> bool:
    # Only pytest tests/language knows the option; the variable works everywhere.
    given = request.config.getoption("--update-language", default=False)
    return bool(given) or bool(os.environ.get("UPDATE_LANGUAGE"))


def difference(example: Example, expected: list[str], found: tuple[str, ...]) -> str:
    lines = difflib.unified_diff(expected, found, lineterm="", n=1)
    return "\n".join([f"\n{example.name}", *list(lines)[2:]])
