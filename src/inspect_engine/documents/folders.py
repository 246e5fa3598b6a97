"""Names of files that are written inside files: they stay inside their folder."""

import re
from pathlib import Path

from attrs import evolve

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.documents.file_faults import PathLeavesFolder
from inspect_engine.source import Span

# Names of devices on Windows, with any ending; opening one waits for ever.
DEVICE = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE
)
UNPRINTED = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def read_folder_safe(
    root: Path, relative: str, span: Span | None = None
) -> tuple[Path | None, tuple[Diagnostic, ...]]:
    """The path of a file that a name written inside a file leads to.

    `span` is where the name is written. Names are refused on every system alike, so
    that what works for its author works for its readers; whether the file is there
    is for `read_text` to say.
    """
    reason = _refusal(relative)
    path = None if reason else _inside(root, relative)
    if path is not None:
        return path, ()
    reason = reason or "leads-out"
    shown = UNPRINTED.sub("\ufffd", relative)
    fault = PathLeavesFolder(path=shown, problem=PROBLEMS[reason], reason=reason)
    return None, (evolve(fault.at(span), file="" if span else str(root)),)


PROBLEMS = {
    "empty": "names no file",
    "unprinted": "holds a character that cannot be seen",
    "backslash": "holds a backslash, which separates folders on one system only",
    "absolute": "begins at the top of the disk, and not in this folder",
    "colon": "holds a colon, which names a drive or a stream on Windows",
    "upward": "leads upward with «..»",
    "ending": "has a part that ends in a dot or a space, which Windows drops",
    "device": "is the name of a device on Windows",
    "leads-out": "leads out of the folder, or to what is not a file",
}


def _refusal(relative: str) -> str:
    parts = relative.split("/")
    tests = {
        "empty": not relative.strip(" ./"),
        "unprinted": bool(UNPRINTED.search(relative)),
        "backslash": "\\" in relative,
        "absolute": relative.startswith("/"),
        "colon": ":" in relative,
        "upward": ".." in parts,
        "ending": any(part.endswith((".", " ")) for part in parts if part != "."),
        "device": any(DEVICE.fullmatch(part.strip()) for part in parts),
    }
    # «..» and «/» alone are as much a way out as a name that is empty.
    order = ("upward", "absolute", *tests)
    return next((reason for reason in order if tests[reason]), "")


def _inside(root: Path, relative: str) -> Path | None:
    """The path with every link followed, if that is a file or nothing yet, inside."""
    try:
        path = (root / relative).resolve()
        is_inside = path.is_relative_to(root.resolve())
        is_usable = path.is_file() or path.is_dir() or not path.exists()
    except (OSError, RuntimeError, ValueError):
        # A link that leads to itself is a RuntimeError before Python 3.13.
        return None
    return root / relative if is_inside and is_usable else None
