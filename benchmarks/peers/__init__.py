"""Other ways to do the same work, each behind one function.

A module here has a `NAME`, says with `IS_LINEAR` whether its time grows evenly with
the number of inspections, and has `ready(workload, inspections)`, which loads what it
needs and gives the work to be timed. It raises ImportError where a package is missing.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from benchmarks.workloads import Figures


class Work(NamedTuple):
    """What is timed, and what then turns its outcome into figures to compare."""

    run: Callable[[], Any]
    figures: Callable[[Any], list[Figures]]


def as_they_are(outcome: list[Figures]) -> list[Figures]:
    """For work whose outcome is figures already."""
    return outcome
