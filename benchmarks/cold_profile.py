"""Where a cold `score` spends its time: modules by package, then stage by stage."""

import json
import re
import subprocess
from collections import Counter
from statistics import median

from benchmarks.measuring import HERE, PYTHON, ROOT, settings, table

IMPORT_LINE = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s*(\S+)")
SHOWN = 16


def show(rules: str, bundle: str, is_quick: bool) -> dict[str, float]:
    """Print both tables; gives the milliseconds of each stage."""
    command = (str(HERE / "stages.py"), rules, bundle)
    print("\n" + _imports(command))
    stages = _stages(command, 1 if is_quick else 7)
    print("\n" + _table("stage", stages))
    return stages


def _imports(command: tuple[str, ...]) -> str:
    """The time that modules take to load, themselves only, summed by package."""
    report = subprocess.run(
        (PYTHON, "-X", "importtime", *command),
        env=settings(),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stderr
    spent: Counter[str] = Counter()
    for microseconds, module in IMPORT_LINE.findall(report):
        spent[_package(module)] += int(microseconds)
    return _table("imports", {k: v / 1e3 for k, v in spent.most_common(SHOWN)})


def _package(module: str) -> str:
    """The top package, or ours with its stage."""
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "inspect_engine" else parts[0]


def _stages(command: tuple[str, ...], times: int) -> dict[str, float]:
    """The median milliseconds of each stage in fresh processes."""
    runs: list[dict[str, float]] = [
        json.loads(
            subprocess.run(
                (PYTHON, *command),
                env=settings(),
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=True,
            ).stdout
        )
        for _ in range(times)
    ]
    return {name: median(run[name] for run in runs) for name in runs[0]}


def _table(head: str, spent: dict[str, float]) -> str:
    return table((head, "ms"), ((k, f"{v:.1f}") for k, v in spent.items()))
