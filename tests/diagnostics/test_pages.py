"""The pages of the faults, made from their docstrings."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import inspect_engine.diagnostics
from inspect_engine.diagnostics import pages
from inspect_engine.diagnostics.diagnostic import Cell, Severity
from inspect_engine.diagnostics.fault import FAULTS, Fault

PAGE = """\
# TEST-GAP

A score that no band covers.

- Severity: warning
- Message: `No band covers {score}.`
- Hint: `` write `50 to below {score}` ``

A case with that score would get no rating.

Wrong:

```inspect
50 to 64 fair
```

Right:

```inspect
50 to below 65 fair
```
"""


@pytest.fixture
def fault(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Fault]]:
    monkeypatch.setattr(pages, "FAULT_MODULES", ())
    before = dict(FAULTS)
    FAULTS.clear()

    class TestGap(Fault):
        """A score that no band covers.

        A case with that score would get no rating.

        Wrong:

        ```inspect
        50 to 64 fair
        ```

        Right:

        ```inspect
        50 to below 65 fair
        ```
        """

        code = "TEST-GAP"
        severity = Severity.WARNING
        message = "No band covers {score}."
        hints = ("write `50 to below {score}`",)
        score: str

    yield TestGap
    FAULTS.clear()
    FAULTS.update(before)


@pytest.mark.usefixtures("fault")
class TestOfOneFault:
    def test_its_page_is_made_from_the_class(self) -> None:
        assert pages.page("TEST-GAP") == PAGE

    def test_its_examples_are_the_fenced_blocks(self) -> None:
        wanted = ("50 to 64 fair\n", "50 to below 65 fair\n")
        assert wanted == pages.examples("TEST-GAP")
        assert pages.example_language("TEST-GAP") == "inspect"

    def test_its_docstring_lacks_nothing(self) -> None:
        assert pages.gaps("TEST-GAP") == ()

    def test_pages_are_written_once(self, tmp_path: Path) -> None:
        assert pages.write_pages(tmp_path) == ("TEST-GAP.md", "index.md")
        assert pages.write_pages(tmp_path) == ()
        assert (tmp_path / "TEST-GAP.md").read_text(encoding="utf-8") == PAGE

    def test_the_index_links_every_page(self, tmp_path: Path) -> None:
        pages.write_pages(tmp_path)
        index = (tmp_path / "index.md").read_text(encoding="utf-8")
        row = "| [TEST-GAP](TEST-GAP.md) | warning | A score that no band covers. |"
        assert row in index

    def test_a_check_names_stale_pages_and_writes_none(self, tmp_path: Path) -> None:
        pages.write_pages(tmp_path)
        (tmp_path / "TEST-GAP.md").write_text("old", encoding="utf-8")
        (tmp_path / "GONE.md").write_text("old", encoding="utf-8")
        assert pages.write_pages(tmp_path, check=True) == ("GONE.md", "TEST-GAP.md")
        assert (tmp_path / "TEST-GAP.md").read_text(encoding="utf-8") == "old"

    def test_the_page_of_a_code_that_is_gone_is_removed(self, tmp_path: Path) -> None:
        (tmp_path / "GONE.md").write_text("old", encoding="utf-8")
        pages.write_pages(tmp_path)
        assert not (tmp_path / "GONE.md").exists()

    def test_a_check_exits_1_until_the_pages_are_written(self, tmp_path: Path) -> None:
        folder = str(tmp_path / "faults")
        exits = [pages.main(["--check", folder]), pages.main([folder])]
        assert [*exits, pages.main(["--check", folder])] == [1, 0, 0]


def test_a_bare_docstring_lacks_everything(fault: type[Fault]) -> None:
    fault.__doc__ = "Something"
    assert len(pages.gaps("TEST-GAP")) == 4


def test_a_docstring_may_say_why_there_is_no_example(fault: type[Fault]) -> None:
    fault.__doc__ = "A gap.\n\nIt matters.\n\nNo example: it would fill pages."
    assert pages.gaps("TEST-GAP") == ()


def test_an_unknown_code_has_no_page(fault: type[Fault]) -> None:
    assert pages.page("NO-SUCH-CODE") is None
    assert pages.examples("NO-SUCH-CODE") == ("", "")


def test_a_module_of_faults_that_does_not_exist_yet_is_skipped(
    fault: type[Fault], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "FAULT_MODULES", ("inspect_engine.nothing.faults",))
    assert pages.all_codes() == ("TEST-GAP",)


def test_a_module_of_faults_that_misses_another_is_not_skipped(
    fault: type[Fault], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "broken_faults.py").write_text("import no_such_module_at_all\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(pages, "FAULT_MODULES", ("broken_faults",))
    with pytest.raises(ModuleNotFoundError, match="no_such_module_at_all"):
        pages.all_codes()


def test_every_module_that_defines_faults_is_known() -> None:
    root = Path(inspect_engine.diagnostics.__file__).parents[2]
    defining = {
        ".".join(path.relative_to(root).with_suffix("").parts)
        for path in root.rglob("*.py")
        if re.search(r"^class \w+\(\w*Fault\):", path.read_text("utf-8"), re.M)
    }
    assert set() == defining - set(pages.FAULT_MODULES)


def test_every_fault_has_a_whole_page() -> None:
    assert {} == {
        code: gaps for code in pages.all_codes() if (gaps := pages.gaps(code))
    }


def test_a_second_fault_of_one_code_is_refused(fault: type[Fault]) -> None:
    with pytest.raises(AssertionError, match="two faults are called TEST-GAP: "):
        type("Another", (Fault,), {"code": "TEST-GAP"})


def test_a_fault_can_be_about_a_cell_or_a_file(fault: type[Fault]) -> None:
    cell = Cell(file="a.xlsx", sheet="S", row=2, column="B")
    assert fault(score="65").at(None, cell=cell).cell == cell
    assert fault(score="65").at(None, file="a.yaml").place == ("a.yaml", 0, 0)


def test_the_facts_of_a_fault_are_json_values(fault: type[Fault]) -> None:
    found = fault(score={"low": {3, 1, 2}}).at(None)
    assert found.data == {"score": {"low": [1, 2, 3]}}
