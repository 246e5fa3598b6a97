"""The rule files that paths lead to, and the methodologies that they make up."""

import os
from collections.abc import Iterable
from pathlib import Path

from inspect_engine.binding.assembly import Reading, read_rules
from inspect_engine.binding.catalogue import Catalogue
from inspect_engine.binding.entries import real_path, rule_files
from inspect_engine.binding.file_faults import NoRules
from inspect_engine.binding.heads import find_head
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.documents.text_files import RULES_LIMIT, read_text
from inspect_engine.resources import rules_folder
from inspect_engine.syntax.twin.reading import as_rules


def sought(
    paths: Iterable[str | os.PathLike[str]],
) -> tuple[tuple[str, ...], Catalogue, list[Diagnostic]]:
    """The rule files that paths lead to, and where to look for what they extend."""
    given = tuple(dict.fromkeys(os.fspath(path) for path in paths))
    files, found = given_files(given)
    folders = [name if is_folder(name) else Path(name).parent for name in given]
    return files, Catalogue((*folders, rules_folder())), found


def given_files(given: tuple[str, ...]) -> tuple[tuple[str, ...], list[Diagnostic]]:
    """The rule files that paths lead to, and those that lead to none."""
    files: dict[Path, str] = {}
    found: list[Diagnostic] = []
    for name in given:
        inside = list(rule_files(name)) if is_folder(name) else [name]
        if not inside:
            fault = NoRules(path=name, what="rule file", wanted="a folder with some")
            found.append(fault.at(None, file=name))
        for one in inside:
            files.setdefault(real_path(one), one)
    return tuple(files.values()), found


def readings(files: tuple[str, ...], catalogue: Catalogue) -> list[Reading]:
    """Each methodology among the files, and each file that none of them uses."""
    mains, others = mains_and_others(files, catalogue)
    return [*mains, *(read_rules(name, catalogue) for name in others)]


def mains_and_others(
    files: tuple[str, ...], catalogue: Catalogue
) -> tuple[list[Reading], list[str]]:
    """The methodologies among the files, read, and the files that none of them uses."""
    mains = [read_rules(name, catalogue) for name in files if _has_head(name)]
    used = {real_path(source.name) for reading in mains for source in reading.files}
    return mains, [name for name in files if real_path(name) not in used]


def users(name: str, catalogue: Catalogue) -> list[Reading]:
    """The methodologies in the folder of a file that use it."""
    beside = rule_files(str(Path(name).parent))
    readings = [read_rules(one, catalogue) for one in beside if _has_head(one)]
    return [
        reading
        for reading in readings
        if real_path(name) in (real_path(source.name) for source in reading.files)
    ]


def existing(name: str) -> Path | None:
    """The file or folder of a name, if there is one."""
    try:
        return Path(name) if name and Path(name).exists() else None
    except (OSError, ValueError):
        # A name that no file can have, such as one with a NUL in it.
        return None


def is_folder(name: str) -> bool:
    """Whether a name is that of a folder."""
    path = existing(name)
    return path is not None and path.is_dir()


def _has_head(name: str) -> bool:
    if existing(name) is None:
        return False
    source, _ = read_text(name, RULES_LIMIT)
    return source is not None and find_head(as_rules(source).text) is not None
