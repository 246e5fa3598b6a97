"""A file on disk, read once: its text and its tree, before any meaning."""

import os
from pathlib import Path, PurePath
from typing import Literal

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.documents.nodes import Node
from inspect_engine.documents.reader import read_document
from inspect_engine.documents.text_files import read_text
from inspect_engine.records.faults import UnsupportedFile
from inspect_engine.shapes import shape
from inspect_engine.source import SourceFile

ENDINGS: dict[str, Literal["yaml", "json"]] = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
}


@shape
class Opened:
    """A bundle as text; `source` and `node` are None where it could not be read."""

    source: SourceFile | None
    node: Node | None
    diagnostics: tuple[Diagnostic, ...]


def open_document(path: str | os.PathLike[str]) -> Opened:
    """Read a YAML or JSON file, which one by its ending."""
    name = os.fspath(path)
    kind = ENDINGS.get(PurePath(name).suffix.lower())
    if kind is None and not Path(name).is_dir():
        fault = UnsupportedFile(path=name, endings=", ".join(ENDINGS))
        return Opened(None, None, (fault.at(None, file=name),))
    source, found = read_text(name)
    if source is None:
        return Opened(None, None, found)
    node, faults = read_document(source, kind or "yaml")
    return Opened(source, node, (*found, *faults))
