"""numpy on packed columns in memory: the limit that the other times are held against.

Answers are bytes, case after case; counting is a sum over each inspection's slice.
"""

from importlib import import_module
from typing import Any

from benchmarks.peers import Work
from benchmarks.workloads import (
    JUDGED,
    NO,
    PROMPTS,
    QUESTIONS,
    YES,
    Figures,
    Inspection,
    Workload,
)

NAME, IS_LINEAR = "numpy, packed columns", False
CODES = {NO: 0, YES: 1}
OUT = 2


def ready(workload: Workload, inspections: list[Inspection]) -> Work:
    """Pack the answers."""
    np = import_module("numpy")

    names = QUESTIONS if workload == "rate" else PROMPTS
    cases = [case for one in inspections for case in one.cases]
    packed = np.array(
        [[CODES.get(case[name], OUT) for case in cases] for name in names], np.uint8
    )
    ends = np.cumsum([len(one.cases) for one in inspections])
    starts = np.concatenate(([0], ends[:-1]))
    if workload == "case":
        return Work(lambda: _counted(np, packed, starts), _as_lists)
    judged = np.array([[one.judged[name] for name in JUDGED] for one in inspections])
    return Work(lambda: _rated(np, packed, starts, judged.sum(1)), _as_lists)


def _sums(np: Any, tests: Any, starts: Any) -> Any:
    return np.add.reduceat(tests, starts, axis=1, dtype=np.int32)


def _rated(np: Any, packed: Any, starts: Any, judged: Any) -> Any:
    yes, base = _sums(np, packed == 1, starts), _sums(np, packed != OUT, starts)
    percents = np.where(base > 0, (200 * yes + base) // np.maximum(2 * base, 1), -1)
    levels = _levels(np, percents, 50, 65, 80)
    # What is not rated stands above all levels, so that the lowest leaves it out.
    lowest = np.where(levels < 0, 9, levels).reshape(4, 3, -1).min(1)
    standards = np.where(lowest == 9, -1, lowest)
    total = np.where((standards < 0).any(0), -1, standards.sum(0) + judged)
    overall = _levels(np, total, 4, 11, 18)
    return np.vstack([percents, levels, standards, total, overall])


def _levels(np: Any, figures: Any, *starts: int) -> Any:
    passed = sum((figures >= start).astype(np.int32) for start in starts)
    return np.where(figures < 0, -1, passed)


def _counted(np: Any, packed: Any, starts: Any) -> Any:
    prompts = packed.reshape(12, 5, -1)
    out = (prompts == OUT).all(1)
    yes = ((prompts == 1).sum(1, dtype=np.uint8) >= 3) & (prompts[:, 2] != 0)
    counts = [_sums(np, one, starts) for one in (yes, ~(yes | out), out)]
    return np.stack(counts, 1).reshape(36, -1)


def _as_lists(found: Any) -> list[Figures]:
    figures: list[Figures] = found.T.tolist()
    return figures
