import os
import sys
from pathlib import Path

import pytest

from inspect_engine.documents.writing import write_beside


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    assert () == write_beside(tmp_path / "a.json", b"{}\r\n")
    assert {"a.json": b"{}\r\n"} == {
        path.name: path.read_bytes() for path in tmp_path.iterdir()
    }


def test_an_old_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old and longer")
    path.chmod(0o640)
    before = path.stat().st_mode
    write_beside(str(path), b"new")
    assert (b"new", before) == (path.read_bytes(), path.stat().st_mode)


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    (found,) = write_beside(path, b"new")
    assert ("FILE-NOT-WRITTEN", "permission denied") == (
        found.code,
        found.data["cause"],
    )
    assert {"a": b"old"} == {one.name: one.read_bytes() for one in tmp_path.iterdir()}


def test_an_interruption_goes_on_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_beside(tmp_path / "a", b"new")
    assert [] == list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_reported(tmp_path: Path) -> None:
    (found,) = write_beside(tmp_path / "gone" / "a", b"x")
    assert "FILE-NOT-WRITTEN" == found.code


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    (found,) = write_beside(tmp_path, b"x")
    assert "FILE-IS-FOLDER" == found.code


@pytest.mark.parametrize("name", ["a\x00b", "x" * 250])
def test_odd_names_do_not_raise(tmp_path: Path, name: str) -> None:
    found = write_beside(tmp_path / name, b"x")
    assert ("\x00" in name) == bool(found)


@pytest.mark.skipif(sys.platform == "win32", reason="links need leave there")
def test_a_link_stays_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").symlink_to("a")
    write_beside(tmp_path / "b", b"new")
    assert (True, b"new") == (
        (tmp_path / "b").is_symlink(),
        (tmp_path / "a").read_bytes(),
    )
