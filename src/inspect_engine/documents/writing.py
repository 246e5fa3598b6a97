"""Write a file whole or not at all."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from attrs import evolve

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.documents.file_faults import FileIsFolder, FileNotWritten
from inspect_engine.documents.text_files import cause_of


def write_beside(
    path: str | os.PathLike[str], content: bytes
) -> tuple[Diagnostic, ...]:
    """Put `content` into a file; a reader sees the old or the new, never a part.

    Gives the reason where it cannot; then the old file is as it was.
    """
    name = os.fspath(path)
    if Path(name).is_dir():
        return (evolve(FileIsFolder(path=name).at(None), file=name),)
    try:
        # Through a link to the file itself: the link is to stay.
        _replace(Path(os.path.realpath(name)), content)
    except (OSError, ValueError) as error:
        fault = FileNotWritten(path=name, cause=cause_of(error))
        return (evolve(fault.at(None), file=name),)
    return ()


def _replace(target: Path, content: bytes) -> None:
    # In the same folder, since a file cannot be renamed across disks; the name is
    # cut, since it may be as long as names may be.
    beside = target.with_name(f".{target.name[:40]}.{os.urandom(8).hex()}.part")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _keep_mode(target, beside)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def _keep_mode(target: Path, beside: Path) -> None:
    with suppress(OSError):
        beside.chmod(stat.S_IMODE(target.stat().st_mode))
