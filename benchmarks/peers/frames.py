"""What the peers that hold tables share: the answers of all inspections as columns."""

from benchmarks.workloads import JUDGED, PROMPTS, QUESTIONS, Inspection, Workload

Columns = dict[str, list[int] | list[str]]


def answers(workload: Workload, inspections: list[Inspection]) -> Columns:
    """A row for each case, with the place of its inspection and the judged levels."""
    names = QUESTIONS if workload == "rate" else PROMPTS
    cases = [(place, c) for place, one in enumerate(inspections) for c in one.cases]
    columns: Columns = {name: [case[name] for _, case in cases] for name in names}
    columns["inspection"] = [place for place, _ in cases]
    for name in JUDGED:
        columns[name] = [inspections[place].judged[name] for place, _ in cases]
    return columns
