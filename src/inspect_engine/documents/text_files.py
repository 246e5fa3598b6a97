"""Bytes to text: size, encoding and characters, before any language is read."""

import os
from pathlib import Path

from attrs import evolve

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.diagnostics.fault import Fault
from inspect_engine.documents.characters import control_characters, without_forbidden
from inspect_engine.documents.file_faults import (
    FileIsFolder,
    FileNotFound,
    FileNotReadable,
    NotUtf8,
    TooLarge,
)
from inspect_engine.source import SourceFile

BUNDLE_LIMIT = 64 * 2**20
"""Bytes of a bundle."""

RULES_LIMIT = 4 * 2**20
"""Bytes of a rule file."""

SMALLER_RULES = (
    "either move parts of it to files of their own and write «use» for each, or see "
    "whether it is a rule file"
)
"""The way out for a rule file, which Parquet and CSV do not help."""

BYTE_ORDER_MARK = "\ufeff"
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_text(
    path: str | os.PathLike[str], limit: int = BUNDLE_LIMIT
) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """The text of a file under the name given, or what keeps it from being read."""
    name = os.fspath(path)
    try:
        with Path(name).open("rb") as file:
            content = file.read(limit + 1)
    except (OSError, ValueError) as error:
        return None, (_without_text(_not_opened(name, error), name),)
    if len(content) > limit:
        return None, (_without_text(_too_large(name, limit), name),)
    return from_bytes(name, content)


def from_bytes(
    name: str, content: bytes
) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """The text that bytes spell in UTF-8."""
    if content.startswith(UTF_16_MARKS) or _looks_like_utf_16(content):
        fault = NotUtf8(detail="it is in UTF-16", reason="utf-16")
        return None, (_without_text(fault, name),)
    try:
        return from_text(name, content.decode("utf-8"))
    except UnicodeDecodeError as error:
        return None, (_not_utf_8(name, content, error.start),)


def from_text(name: str, text: str) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """Text from elsewhere, held to the same rules as the text of a file."""
    # Dropped, not kept: the mark is of the file, and would shift the first columns.
    source = SourceFile(name, text.removeprefix(BYTE_ORDER_MARK))
    found = tuple(control_characters(source))
    return (None if found else source), found


def _too_large(name: str, limit: int) -> Fault:
    if limit == RULES_LIMIT:
        return TooLarge(path=name, limit=limit, remedy=SMALLER_RULES)
    return TooLarge(path=name, limit=limit)


def _not_opened(name: str, error: OSError | ValueError) -> Fault:
    if isinstance(error, FileNotFoundError):
        return FileNotFound(path=name)
    # Windows says «permission denied» of a folder.
    if isinstance(error, IsADirectoryError) or _is_folder(name):
        return FileIsFolder(path=name)
    return FileNotReadable(path=name, cause=cause_of(error))


def _is_folder(name: str) -> bool:
    try:
        return Path(name).is_dir()
    except (OSError, ValueError):
        return False


def cause_of(error: OSError | ValueError) -> str:
    """The system's own words, without its numbers and without the path."""
    cause = (
        error.strerror if isinstance(error, OSError) else ""
    ) or "its name is not one"
    return cause[:1].lower() + cause[1:].rstrip(".")


def _looks_like_utf_16(content: bytes) -> bool:
    # Without its mark, UTF-16 of western text shows as a NUL in every second byte.
    start = content[:1000]
    few, many = sorted((start[::2].count(0), start[1::2].count(0)))
    return many * 4 > len(start) > few * 8


def _not_utf_8(name: str, content: bytes, start: int) -> Diagnostic:
    # The rest is decoded as well as it goes, so that the line can be shown.
    text = content.decode("utf-8", "replace").removeprefix(BYTE_ORDER_MARK)
    before = content[:start].decode("utf-8").removeprefix(BYTE_ORDER_MARK)
    place = len(before)
    source = SourceFile(name, without_forbidden(text))
    fault = NotUtf8(detail=_guess(content[start]), reason="byte")
    return fault.at(source.span(place, place + 1))


def _guess(byte: int) -> str:
    character = bytes([byte]).decode("windows-1252", "replace")
    if character == "\ufffd":
        return f"the byte {byte:#04x} means nothing here"
    return f"the byte {byte:#04x} would be «{character}» in Windows-1252"


def _without_text(fault: Fault, name: str) -> Diagnostic:
    return evolve(fault.at(None), file=name)
