"""The command run in this process, with an engine that answers as it is told."""

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from attrs import define, field
from tests.reports import samples

from inspect_engine import api
from inspect_engine.diagnostics.diagnostic import Diagnostic, Severity
from inspect_engine.evaluation.outcome import Result
from inspect_engine.source import SourceFile
from inspect_engine_cli.main import run


class Said(NamedTuple):
    """What a command gave back."""

    code: int
    out: str
    err: str


Call = Callable[..., Said]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Run `inspect-engine` with these words."""
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.delenv("INSPECT_ENGINE_DEBUG", raising=False)

    def run_words(*words: str | Path) -> Said:
        code = run([str(word) for word in words])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run_words


def diagnostic(severity: str = "error", *, has_place: bool = True) -> Diagnostic:
    source = SourceFile("ours.inspect", "bands b {\n")
    return Diagnostic(
        code="BAND-GAP",
        severity=Severity(severity),
        message="Scores above 64% and below 65% have no band.",
        span=source.span(0, 5) if has_place else None,
        file="" if has_place else "absent.inspect",
    )


@define
class Head:
    """What a bundle says before its rules are known."""

    rules: str = ""
    version: str = ""
    date: datetime.date | None = datetime.date(2024, 8, 12)


@define
class Engine:
    """What each bundle and the rules come to, and what was asked for."""

    api: Any
    results: dict[str, Result] = field(factory=dict)
    heads: dict[str, Head] = field(factory=dict)
    rule_faults: tuple[Diagnostic, ...] = ()
    bundle_faults: dict[str, tuple[Diagnostic, ...]] = field(factory=dict)
    asked: list[tuple[str, datetime.date | None]] = field(factory=list)

    def load_rules(self, name: str, on: datetime.date | None = None) -> object:
        """Note what was asked; the rules themselves are never looked into."""
        self.asked.append((name, on))
        if self.rule_faults:
            raise self.api.RulesError(self.rule_faults, ("ours.inspect",))
        return name

    def peek_bundle(self, path: str) -> Head:
        """The head of a bundle."""
        self._refuse(path)
        return self.heads.get(path, Head())

    def load_bundle(self, path: str, rules: object) -> str:
        """A bundle is its path here."""
        self._refuse(path)
        return path

    def score(self, rules: object, bundle: str) -> Result:
        """The result that was set for a bundle."""
        return self.results[bundle]

    def _refuse(self, path: str) -> None:
        if path in self.bundle_faults:
            raise self.api.BundleError(self.bundle_faults[path], (path,))

    def finds(self, *diagnostics: Diagnostic, files: Sequence[str] = ("a",)) -> None:
        """Let `check` find these."""
        checked = self.api.Checked(
            diagnostics=diagnostics, files=tuple(files), methodologies=()
        )
        self.api.check = lambda paths: checked


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    """An engine in the place of the real one, for what commands make of it."""
    fake = Engine(api)
    for name in ("load_rules", "peek_bundle", "load_bundle", "score"):
        monkeypatch.setattr(api, name, getattr(fake, name))
    monkeypatch.setattr(api, "check", api.check)
    fake.results = {
        "kirklees.yaml": samples.kirklees(),
        "open.yaml": samples.unfinished(),
        "warned.yaml": samples.kirklees(diagnostics=(samples.WARNING,)),
    }
    fake.bundle_faults = {"bad.yaml": (diagnostic(),)}
    return fake
