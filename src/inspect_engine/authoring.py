"""What the engine does for the authors of rule files: lay out, convert, begin."""

import datetime
import os
from collections.abc import Iterable
from typing import Literal

from attrs import field

from inspect_engine.binding.sought import given_files
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.documents.text_files import RULES_LIMIT, from_bytes, read_text
from inspect_engine.shapes import shape
from inspect_engine.source import SourceFile

PathLike = str | os.PathLike[str]
Spelling = Literal["inspect", "yaml", "json"]
Found = tuple[Diagnostic, ...]


@shape
class Formatted:
    """A rule file's text before and after it is laid out; no `after` if it cannot be.

    `diagnostics` says why it cannot. `before` is empty where nothing could be read.
    """

    name: str
    before: str = field(repr=False)
    after: str | None = field(repr=False)
    diagnostics: Found
    comments: int = 0
    """How many comments were left out, since JSON has none."""

    @property
    def is_changed(self) -> bool:
        """Whether the layout differs from what the author wrote."""
        return self.after is not None and self.after != self.before


def format_rules(paths: Iterable[PathLike]) -> tuple[tuple[Formatted, ...], Found]:
    """Rule files in their one layout, and what is wrong with the paths to them.

    Nothing is written. Folders are searched for rule files. A file need not
    mean anything to be laid out, but all of it must be readable as statements.
    """
    given = tuple(dict.fromkeys(os.fspath(path) for path in paths))
    files, found = given_files(given)
    read = ((name, *read_text(name, RULES_LIMIT)) for name in files)
    return tuple(_formatted(*one) for one in read), tuple(found)


def format_text(content: bytes, name: str = "-") -> Formatted:
    """The text of one rule file in its one layout; `name` is for its diagnostics."""
    return _formatted(name, *from_bytes(name, content))


def _formatted(name: str, source: SourceFile | None, found: Found) -> Formatted:
    # Scoring and checking never lay out, and would feel the import at every start.
    from inspect_engine.syntax.twin.converting import laid_out

    if source is None:
        return Formatted(name, "", None, found)
    return Formatted(name, source.text, *laid_out(source))


def convert_rules(path: PathLike, to: Spelling) -> Formatted:
    """A rule file in another spelling: `inspect`, `yaml` or `json`.

    Nothing is written. JSON has no comments, and leaves them out.
    """
    from inspect_engine.syntax.twin.converting import comments_of, converted

    name = os.fspath(path)
    source, found = read_text(name, RULES_LIMIT)
    if source is None:
        return Formatted(name, "", None, found)
    lost = comments_of(source) if to == "json" else 0
    return Formatted(name, source.text, *converted(source, to), lost)


def new_rules(
    folder: PathLike, *, id: str = "", title: str = "", on: datetime.date | None = None
) -> tuple[tuple[str, ...], Found]:
    """Write a first rule set into a new or empty folder; its files, and any fault.

    It is in force from a day on: today, where none is given.
    """
    # Nothing else starts a rule set.
    from inspect_engine.starting import first_rules

    today = on or datetime.date.today()
    return first_rules(folder, today, id, title)
