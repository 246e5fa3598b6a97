"""Scoring many bundles: which files they are, and what went wrong with each."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from attrs import define, field

from inspect_engine import api
from inspect_engine.diagnostics.diagnostic import Diagnostic, Severity
from inspect_engine.evaluation.outcome import Result
from inspect_engine.model.methodology import Methodology
from inspect_engine.records.reading.opening import ENDINGS, Opened
from inspect_engine_cli import exits
from inspect_engine_cli.terminal import Terminal, is_unreadable


def bundle_files(paths: Iterable[str]) -> list[str]:
    """The files that are meant: those of a folder by name, and none of its folders.

    A folder without any stays as it is, and is reported as what it is.
    """
    return [file for path in paths for file in (_inside(path) or [path])]


def _inside(path: str) -> list[str]:
    try:
        names = sorted(Path(path).iterdir()) if Path(path).is_dir() else []
    except (OSError, ValueError):
        return []
    return [
        str(name)
        for name in names
        # Files of examples lie beside bundles, and are for the command «test».
        if name.suffix.lower() in ENDINGS and ".examples" not in name.suffixes
    ]


@define
class Scorer:
    """Scores bundles, loading each version of the rules once, and notes what is odd."""

    rules: str
    terminal: Terminal
    exit_code: int = exits.OK
    loaded: dict[tuple[str, date | None], Methodology | None] = field(factory=dict)
    said: list[tuple[tuple[Diagnostic, ...], tuple[str, ...]]] = field(factory=list)

    def score(self, path: str) -> Result | None:
        """The result of a bundle, or None where it is noted why there is none."""
        try:
            opened = api.open_bundle(path)
            rules = self._rules_for(opened)
            return self._scored(rules, opened, path) if rules else None
        except api.BundleError as error:
            self._fail(error.diagnostics, (path,), exits.CANNOT)
            return None

    def tell(self) -> None:
        """Show all that was noted, each with its files."""
        for diagnostics, files in self.said:
            self.terminal.complain(diagnostics, files or 1)

    def _scored(self, rules: Methodology, opened: Opened, path: str) -> Result:
        result = api.score(rules, api.load_bundle(opened, rules))
        # Notes belong to the result alone; what may be wrong is said beside it too.
        odd = (one for one in result.diagnostics if one.severity is not Severity.NOTE)
        if found := tuple(odd):
            self.said.append((found, (path,)))
        return result

    def _rules_for(self, opened: Opened) -> Methodology | None:
        """The rules for a bundle; a bundle is looked at first only where it decides."""
        if "@" in self.rules or Path(self.rules).is_file():
            return self._load(self.rules)
        head = api.peek_bundle(opened)
        if head.version and head.rules in ("", self.rules):
            return self._load(f"{self.rules}@{head.version}")
        return self._load(self.rules, head.date)

    def _load(self, rules: str, on: date | None = None) -> Methodology | None:
        if (rules, on) not in self.loaded:
            self.loaded[rules, on] = self._load_now(rules, on)
        return self.loaded[rules, on]

    def _load_now(self, rules: str, on: date | None) -> Methodology | None:
        try:
            return api.load_rules(rules, on)
        except api.RulesError as error:
            # Rules that are not there cannot be run; rules with errors were checked.
            unread = is_unreadable(error.diagnostics)
            code = exits.CANNOT if unread else exits.PROBLEMS
            self._fail(error.diagnostics, error.files, code)
            return None

    def _fail(
        self, diagnostics: tuple[Diagnostic, ...], files: tuple[str, ...], code: int
    ) -> None:
        self.said.append((diagnostics, files))
        self.exit_code = max(self.exit_code, code)
