"""Which house rules hold for a rule file: those nearest above it, or those named."""

import os
from pathlib import Path

from inspect_engine.binding.entries import whole_path
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.documents.text_files import read_text
from inspect_engine.house.rules import (
    IN_SHARED,
    LIMIT,
    NO_HOUSE_RULES,
    OWN_FILE,
    SHARED_FILE,
    HouseRules,
)


class Houses:
    """The house rules of each folder, read when first asked for.

    With `config` named, that file holds for all; with nothing sought, there are none.
    A file's folder and those above it are looked through, the nearest first; in one
    folder `inspect-engine.toml` comes before `pyproject.toml`.
    """

    def __init__(self, config: str | None = None, *, is_sought: bool = True) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.is_read = True
        """Whether every configuration could be read."""
        self._is_sought = is_sought and config is None
        self._by_folder: dict[Path, HouseRules] = {}
        self._by_file: dict[Path, HouseRules] = {}
        self._named = self._read(config) if config else NO_HOUSE_RULES

    def of(self, path: str) -> HouseRules:
        """Those that hold for a rule file."""
        if not self._is_sought:
            return self._named
        folder = whole_path(path).parent
        if folder not in self._by_folder:
            found = _nearest(folder)
            shown = _as_named(found, path) if found else ""
            self._by_folder[folder] = self._once(shown) if shown else NO_HOUSE_RULES
        return self._by_folder[folder]

    def _once(self, path: str) -> HouseRules:
        whole = whole_path(path)
        if whole not in self._by_file:
            self._by_file[whole] = self._read(path)
        return self._by_file[whole]

    def _read(self, path: str) -> HouseRules:
        # Most rules stand in no project that configures anything.
        from inspect_engine.house.configuration import read_configuration

        rules, found = read_configuration(path)
        self.diagnostics += found
        self.is_read = self.is_read and rules is not None
        return rules or NO_HOUSE_RULES


def _nearest(folder: Path) -> Path | None:
    """The configuration in a folder or the nearest above it."""
    for place in (folder, *folder.parents):
        own, shared = place / OWN_FILE, place / SHARED_FILE
        if own.is_file():
            return own
        if shared.is_file() and speaks_of_us(str(shared)):
            return shared
    return None


def speaks_of_us(path: str) -> bool:
    """Whether a shared file has something to say to this program."""
    source, _ = read_text(path, LIMIT)
    return source is not None and IN_SHARED[1] in source.text


def _as_named(found: Path, path: str) -> str:
    """A file's path as the user named the rules: from here, or from the top."""
    if os.path.isabs(path):  # noqa: PTH117 - of a text, as its user wrote it
        return found.as_posix()
    return Path(os.path.relpath(found)).as_posix()
