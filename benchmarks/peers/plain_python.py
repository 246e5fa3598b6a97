"""Plain Python over dicts, the way a person would write it once."""

from benchmarks.peers import Work, as_they_are
from benchmarks.workloads import Inspection, Workload, plain

NAME, IS_LINEAR = "plain Python loop", True


def ready(workload: Workload, inspections: list[Inspection]) -> Work:
    """Nothing to load."""
    return Work(lambda: [plain(workload, one) for one in inspections], as_they_are)
