import os
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspect_engine.documents.folders import read_folder_safe
from inspect_engine.source import SourceFile

NEEDS_LINKS = pytest.mark.skipif(
    sys.platform == "win32", reason="links need the administrator's leave"
)


@pytest.mark.parametrize("name", ["a.yaml", "./a.yaml", "deep/er/a.yaml", "é/ü.yaml"])
def test_a_name_within_the_folder_is_taken(tmp_path: Path, name: str) -> None:
    assert (tmp_path / name, ()) == read_folder_safe(tmp_path, name)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "empty"),
        (".", "empty"),
        ("../a", "upward"),
        ("a/../../b", "upward"),
        ("..", "upward"),
        ("/etc/passwd", "absolute"),
        ("//server/share", "absolute"),
        ("C:/a", "colon"),
        ("C:a", "colon"),
        ("a.yaml:stream", "colon"),
        ("a\\b", "backslash"),
        ("..\\b", "backslash"),
        ("a\x00b", "unprinted"),
        ("a\nb", "unprinted"),
        ("nul", "device"),
        ("a/COM1.yaml", "device"),
        ("a./b", "ending"),
        (".. /b", "ending"),
    ],
)
def test_a_name_that_could_lead_out_is_refused_on_every_system(
    tmp_path: Path, name: str, reason: str
) -> None:
    path, (found,) = read_folder_safe(tmp_path, name)
    assert (None, "PATH-LEAVES-FOLDER", reason) == (path, found.code, found.reason)


def test_a_refusal_points_at_the_name_where_it_is_written(tmp_path: Path) -> None:
    span = SourceFile("r.yaml", "import: ../x").span(8, 12)
    _, (found,) = read_folder_safe(tmp_path, "../x", span)
    assert ("r.yaml", 1, 9) == found.place


@NEEDS_LINKS
def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "secret").write_bytes(b"x")
    (root / "file").symlink_to(tmp_path / "secret")
    (root / "folder").symlink_to(tmp_path)
    reasons = [
        read_folder_safe(root, name)[1][0].reason for name in ("file", "folder/secret")
    ]
    assert ["leads-out", "leads-out"] == reasons


@NEEDS_LINKS
def test_a_link_that_stays_inside_is_taken(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "b").symlink_to("a")
    assert () == read_folder_safe(tmp_path, "b")[1]


@NEEDS_LINKS
def test_a_link_to_itself_is_not_followed_for_ever(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("a")
    path, _ = read_folder_safe(tmp_path, "a")
    assert path is None or not path.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_is_refused_since_reading_it_would_wait_for_ever(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "leads-out" == read_folder_safe(tmp_path, "pipe")[1][0].reason


@settings(deadline=None)
@given(st.text())
def test_no_name_raises_or_leads_out(name: str) -> None:
    root = Path(__file__).parent
    path, found = read_folder_safe(root, name)
    assert (path is None) == bool(found)
    assert path is None or path.resolve().is_relative_to(root.resolve())
