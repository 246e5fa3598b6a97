"""Rule files checked in a folder of their own, with house rules."""

from collections.abc import Callable
from pathlib import Path

import pytest

from inspect_engine import api
from inspect_engine.diagnostics.diagnostic import Diagnostic

HEAD = 'methodology x/a "Ours" { version 1 language 1 }\n'

Check = Callable[..., list[Diagnostic]]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Check one rule file; others, such as house rules, by name."""
    monkeypatch.chdir(tmp_path)

    def check_text(
        text: str, name: str = "a.inspect", **others: str
    ) -> list[Diagnostic]:
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
        for other, content in others.items():
            path = tmp_path / other.replace("__", "/").replace("_toml", ".toml")
            path.parent.mkdir(exist_ok=True)
            path.write_text(content, encoding="utf-8", newline="")
        return list(api.check([name]).diagnostics)

    return check_text


def told(found: list[Diagnostic]) -> list[str]:
    """Each as `CODE severity line:column`, those silenced with their reasons."""
    return [
        f"{one.code} {one.silenced.reason if one.silenced else one.severity.value}"
        f" {one.place[1]}:{one.place[2]}"
        for one in found
    ]
