"""Peers in a folder of their own, run as they are: `child.py NAME WORKLOAD N BUDGET`.

Such a child prints a line that begins with `RESULT`, with JSON after it.
"""

import json
import subprocess
from typing import Any

from benchmarks.measuring import PYTHON, settings

LIMIT = "np_i8"
PEERS = ("py_loop", "py_tree", "zen_engine")
Found = tuple[str, float | None, float | None, bool | None, str]


def measured(folder: str, workload: str, number: int, budget: float) -> list[Found]:
    """Name, seconds, ratio to the folder's own limit, equality, or why not."""
    found: list[Found] = []
    before = _child(folder, LIMIT, workload, number, budget)
    for name in PEERS:
        ran = _child(folder, name, workload, number, budget)
        after = _child(folder, LIMIT, workload, number, budget)
        found.append(_timed(name, ran, before, after))
        before = after
    return found


def _timed(
    name: str, ran: dict[str, Any], before: dict[str, Any], after: dict[str, Any]
) -> Found:
    if "median_s" not in ran:
        return name, None, None, None, ran["why_not"]
    seconds = ran["median_s"]
    ends = [one["median_s"] for one in (before, after) if "median_s" in one]
    to_limit = seconds * len(ends) / sum(ends) if ends else None
    return name, seconds, to_limit, ran.get("same"), ""


def _child(
    folder: str, name: str, workload: str, number: int, budget: float
) -> dict[str, Any]:
    ran = subprocess.run(
        (PYTHON, "child.py", name, workload, str(number), str(budget)),
        cwd=folder,
        env=settings(),
        capture_output=True,
        text=True,
        check=False,
    )
    for line in ran.stdout.splitlines():
        if line.startswith("RESULT "):
            result: dict[str, Any] = json.loads(line.removeprefix("RESULT "))
            return result
    last = (ran.stderr.splitlines() or ["it gave no result"])[-1]
    return {"why_not": last.rpartition("Error: ")[2][:40]}
