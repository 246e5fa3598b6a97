"""A first rule set to edit: a methodology, an inspection and what must come of it."""

import datetime
import os
import re
from pathlib import Path
from string import Template

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.documents.file_faults import FileNotWritten
from inspect_engine.documents.text_files import cause_of
from inspect_engine.documents.writing import write_beside
from inspect_engine.source import SourceFile
from inspect_engine.starting.faults import FolderNotEmpty, NotAnId
from inspect_engine.syntax.formatting import format_source

FIRST = Path(__file__).parent / "first"
ID = re.compile(r"[^\W_][\w-]*(/[\w-]+)*")
FILES = {
    "methodology.inspect": "${name}.inspect",
    "inspection.yaml": "inspections/first.yaml",
    "examples.yaml": "${name}.examples.yaml",
    "README.md": "README.md",
}
"""What each file is made from, and its name."""

Written = tuple[tuple[str, ...], tuple[Diagnostic, ...]]


def first_rules(
    folder: str | os.PathLike[str],
    today: datetime.date,
    id: str = "",
    title: str = "",
) -> Written:
    """Write a first rule set into a new or empty folder; the names of its files.

    Without an `id` the folder's name is taken, and without a `title` the id's last
    part. Nothing is written over: where anything stands in the folder, nothing is
    written at all.
    """
    target = Path(folder)
    id = id or _id_of(target)
    if not ID.fullmatch(id):
        return (), (NotAnId(id=id).at(None, file=str(folder)),)
    faults = _made(target)
    if faults:
        return (), faults
    texts = _texts(id, title or _title_of(id), today)
    paths = {(target / name).as_posix(): text for name, text in texts.items()}
    found = [one for path, text in paths.items() for one in _written(path, text)]
    return tuple(paths), tuple(found)


def _id_of(folder: Path) -> str:
    """The folder's name, with a hyphen for all that no id can have."""
    name = Path(os.path.abspath(folder)).name.lower()  # noqa: PTH100 - links stay
    return re.sub(r"[\W_]+", "-", name).strip("-")


def _title_of(id: str) -> str:
    words = id.rpartition("/")[2].replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


def _made(folder: Path) -> tuple[Diagnostic, ...]:
    """Make the folder, unless something is in it."""
    name = str(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        held = sorted(one.name for one in folder.iterdir())
    except (OSError, ValueError) as error:
        cause = cause_of(error)
        return (FileNotWritten(path=name, cause=cause).at(None, file=name),)
    if held:
        return (FolderNotEmpty(path=name, held=held[0]).at(None, file=name),)
    return ()


def _texts(id: str, title: str, today: datetime.date) -> dict[str, str]:
    """The text of each file by its name."""
    words = " ".join(title.split())
    quoted = words.replace("\\", "\\\\").replace('"', '\\"')
    facts = {
        "id": id,
        "name": id.rpartition("/")[2],
        "title": f'"{quoted}"',
        "plain_title": words,
        "today": today.isoformat(),
    }
    texts: dict[str, str] = {}
    for source, name in FILES.items():
        text = (FIRST / source).read_text(encoding="utf-8")
        named = Template(name).substitute(facts)
        texts[named] = _laid_out(named, Template(text).substitute(facts))
    return texts


def _laid_out(name: str, text: str) -> str:
    """Rules in the one layout, which depends on how long their names are."""
    if not name.endswith(".inspect"):
        return text
    found, _ = format_source(SourceFile(name, text))
    assert found is not None, "a bug of ours: the first rules cannot be read"
    return found


def _written(path: str, text: str) -> tuple[Diagnostic, ...]:
    Path(path).parent.mkdir(exist_ok=True)
    return write_beside(path, text.encode("utf-8"))
