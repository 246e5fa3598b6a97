"""Fresh processes timed in turn, and figures kept to compare later runs with.

A time says as much about the machine as about the program. So everything here is
given as a ratio to something else measured in the same run, moments before or after.
"""

import atexit
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
KEPT = HERE / "kept.json"
NOTABLE = 0.1
"""A ratio that differs from the kept one by less than a tenth is called the same."""

Ratios = dict[str, float]


@cache
def settings() -> dict[str, str]:
    """The environment of the timed processes.

    An installed package has its bytecode beside it. Where writing it is switched off,
    as on build servers, every start would compile every module; so here the bytecode
    goes to a folder that is gone after the run.
    """
    folder = tempfile.mkdtemp(prefix="inspect-engine-bytecode-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    told = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return told | {"PYTHONPYCACHEPREFIX": folder}


def interleaved(
    jobs: Mapping[str, Sequence[str]], times: int
) -> dict[str, list[float]]:
    """Seconds of each command in fresh processes, taking turns, after one of each.

    Raises:
        RuntimeError: Where a command does not end well, since its time means nothing.
    """
    told = settings()
    for name, command in jobs.items():
        subprocess.run(command, env=told, stdout=subprocess.DEVNULL, check=False)
        if _seconds(command, told) is None:
            raise RuntimeError(f"«{name}» did not end with 0: {' '.join(command)}")
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(times):
        for name, command in jobs.items():
            taken[name].append(_seconds(command, told) or 0.0)
    return taken


def _seconds(command: Sequence[str], told: Mapping[str, str]) -> float | None:
    """How long one process takes, or None where it fails."""
    start = time.perf_counter()
    if hasattr(os, "posix_spawn"):
        # Forking a large process costs milliseconds of its own.
        quiet = [
            (os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0)
            for stream in (1, 2)
        ]
        child = os.posix_spawn(command[0], list(command), told, file_actions=quiet)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    else:
        code = subprocess.run(command, env=told, capture_output=True).returncode
    return time.perf_counter() - start if code == 0 else None


def per_call(call: Callable[[], object], budget: float, least: int = 3) -> float:
    """The best seconds of a call, repeated for about `budget` seconds.

    Other work on the machine only ever adds to a time, so the least is the truest.
    """
    taken: list[float] = []
    end = time.perf_counter() + budget
    while len(taken) < least or time.perf_counter() < end:
        start = time.perf_counter()
        call()
        taken.append(time.perf_counter() - start)
    return min(taken)


def machine() -> dict[str, object]:
    """What a reader needs to know of where this ran; no name of a host."""
    return {
        "python": platform.python_version(),
        "system": platform.system(),
        "architecture": platform.machine(),
        "cores": os.cpu_count(),
    }


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table, its columns padded for reading as plain text."""
    lines = [list(heads), *map(list, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    marks = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join(
        "| " + " | ".join(_padded(cell, *place) for cell, *place in row) + " |"
        for row in (
            zip(line, widths, range(len(widths)), strict=True)
            for line in (lines[0], marks, *lines[1:])
        )
    )


def _padded(cell: str, width: int, column: int) -> str:
    return cell.rjust(width) if column else cell.ljust(width)


def keep(part: str, ratios: Ratios) -> None:
    """Write ratios to the kept figures; those that were not measured stay."""
    kept = _all_kept()
    rounded = {name: round(ratio, 3) for name, ratio in ratios.items()}
    kept[part] = kept.get(part, {}) | rounded
    KEPT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def compared(part: str, ratios: Ratios) -> str:
    """A table of ratios beside the kept ones, with what changed."""
    kept = _all_kept().get(part, {})
    rows = [
        (name, f"{kept[name]:.2f}", f"{ratio:.2f}", _change(ratio / kept[name]))
        for name, ratio in ratios.items()
        if kept.get(name)
    ]
    return table(("", "kept", "now", "change"), rows)


def _change(by: float) -> str:
    if abs(by - 1) < NOTABLE:
        return "same"
    return f"{by - 1:+.0%}"


def _all_kept() -> dict[str, Ratios]:
    if not KEPT.is_file():
        return {}
    kept: dict[str, Ratios] = json.loads(KEPT.read_text(encoding="utf-8"))
    return kept


def write_json(path: str, report: object) -> None:
    """Write a report where other programs can read it."""
    text = json.dumps(report, indent=1, ensure_ascii=False)
    Path(path).write_text(text + "\n", encoding="utf-8")


PYTHON = sys.executable
