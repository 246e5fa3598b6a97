"""Examples beside the rules as tests of pytest, one item each.

It is off until a project says `inspect_examples = true` in the configuration of its
pytest, or a run `--inspect-examples`. Then files that end in `.examples.yaml` or
`.examples.json`, and the `example` blocks of rule files, are collected.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from inspect_engine.examples.outcome import ExampleOutcome

SETTING = "inspect_examples"
ENDINGS = (".examples.yaml", ".examples.yml", ".examples.json", ".inspect")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a project, or a run, turn it on."""
    words = "collect the examples of Inspect Engine's rules"
    parser.addini(SETTING, words, type="bool", default=False)
    group = parser.getgroup("inspect-engine")
    group.addoption("--inspect-examples", action="store_true", help=words)


def pytest_collect_file(
    file_path: Path, parent: pytest.Collector
) -> "ExampleCollector | None":
    """A collector for each file that can hold examples, where that is wanted."""
    config = parent.config
    if not (config.getoption("--inspect-examples") or config.getini(SETTING)):
        return None
    if not _may_hold_examples(file_path):
        return None
    return ExampleCollector.from_parent(parent, path=file_path)


def _may_hold_examples(path: Path) -> bool:
    """Whether a file is one of examples, or of rules in any spelling."""
    if path.name.lower().endswith(ENDINGS):
        return True
    from inspect_engine.syntax.twin.reading import is_twin, looks_like_rules

    return is_twin(path.name) and looks_like_rules(str(path))


class ExampleFailedError(Exception):
    """An example whose expectations do not all hold."""

    def __init__(self, outcome: "ExampleOutcome") -> None:
        super().__init__(outcome.name)
        self.outcome = outcome


class ExampleCollector(pytest.File):
    """A file with examples."""

    def collect(self) -> Iterator["ExampleItem"]:
        """An item for each of them; a file that cannot be read is an error."""
        # A project that does not use it is not to wait for the engine.
        from inspect_engine import api
        from inspect_engine.diagnostics.render import render

        run = api.run_examples([self.path])
        found = [one for one in run.diagnostics if one.code != "NO-EXAMPLES"]
        if found:
            raise self.CollectError(render(found, "human", files=run.files or 1))
        for outcome in run.outcomes:
            yield ExampleItem.from_parent(self, name=outcome.name, outcome=outcome)


class ExampleItem(pytest.Item):
    """One example."""

    def __init__(self, *, outcome: "ExampleOutcome", **more: Any) -> None:
        super().__init__(**more)
        self.outcome = outcome

    def runtest(self) -> None:
        """Fail where anything did not come as expected."""
        if not self.outcome.is_passed:
            raise ExampleFailedError(self.outcome)

    def repr_failure(
        self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None
    ) -> Any:
        """What was expected, what was found, and why; no traceback of ours."""
        if not isinstance(excinfo.value, ExampleFailedError):
            return super().repr_failure(excinfo, style)
        from inspect_engine.examples.outcome import ExampleRun
        from inspect_engine.examples.render import render

        outcome = excinfo.value.outcome
        run = ExampleRun(outcomes=(outcome,), diagnostics=(), files=(outcome.file,))
        return render(run, "human")

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the example stands, its line counted from 0."""
        return self.path, self.outcome.line - 1, self.name
