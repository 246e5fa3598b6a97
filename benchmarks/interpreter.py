"""The interpreter beside other engines, on the same two workloads.

    python -m benchmarks.interpreter [--scales 1,100,1000] [--compare] [--json FILE]

A peer whose package is missing is listed as missing. Each peer's outcome is compared
with the plain definition in `workloads.py`. Each is timed between two runs of the
limit (numpy on packed columns, or the plain loop where numpy is missing), and its
ratio is to their mean, so that a slow spell of the machine touches both alike.

Past `SAMPLE` inspections, engines that take them one by one are timed on the first
of them, and their time is scaled up: it grows evenly.
"""

import argparse
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import shared_peers
from benchmarks.measuring import (
    Ratios,
    compared,
    keep,
    machine,
    per_call,
    table,
    write_json,
)
from benchmarks.workloads import Inspection, Workload, inspections, plain

OURS = "ours"
LIMITS = ("numpy_limit", "plain_python")
PEERS = (
    OURS,
    "zen",
    "tree",
    "json_rules",
    "plain_python",
    "in_duckdb",
    "in_polars",
    "numpy_limit",
)
WORKLOADS: tuple[Workload, ...] = ("rate", "case")
SAMPLE = 20
PEERS_FOLDER = Path(__file__).parents[2] / "shared" / "peers"


class Timing(NamedTuple):
    """One peer on one workload at one scale; no seconds where it could not run."""

    name: str
    seconds: float | None
    to_limit: float | None
    is_equal: bool | None
    why_not: str = ""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure every peer at every scale, and print a table for each."""
    asked = _parser().parse_args(arguments)
    budget = 0.02 if asked.quick else asked.budget
    scales = (1, 3) if asked.quick else tuple(map(int, asked.scales.split(",")))
    report: list[dict[str, object]] = []
    ratios: Ratios = {}
    for workload in WORKLOADS:
        for number in scales:
            timings = measured(workload, number, budget)
            if asked.peers and not asked.quick:
                timings += shared(asked.peers, workload, number, budget)
            cases = sum(len(one.cases) for one in inspections(workload, number))
            print(f"\n{workload}, {number:,} inspections, {cases:,} cases\n")
            print(_table(timings, cases))
            ratios |= to_ours(timings, f"{workload} {number}")
            report += [
                {"workload": workload, "inspections": number, **one._asdict()}
                for one in timings
            ]
    if asked.compare:
        print("\nOurs, as a ratio to each\n\n" + compared("interpreter", ratios))
    if asked.keep:
        keep("interpreter", ratios)
    if asked.json:
        write_json(asked.json, {"machine": machine(), "timings": report})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="The interpreter beside its peers.")
    parser.add_argument("--scales", default="1,100,1000", help="how many inspections")
    parser.add_argument("--budget", type=float, default=1.0, help="seconds for each")
    parser.add_argument(
        "--peers",
        default=str(PEERS_FOLDER) if PEERS_FOLDER.is_dir() else "",
        help="a folder with a child.py of more peers, run as they are",
    )
    parser.add_argument("--quick", action="store_true", help="tiny, for tests")
    parser.add_argument("--compare", action="store_true", help="beside the kept ratios")
    parser.add_argument("--keep", action="store_true", help="keep these ratios")
    parser.add_argument("--json", metavar="FILE", help="write the figures there too")
    return parser


def measured(workload: Workload, number: int, budget: float) -> list[Timing]:
    """Every peer of ours on one workload, in order of the table."""
    given = inspections(workload, number)
    limit = _limit(workload, given)
    return [timing(name, workload, given, limit, budget) for name in PEERS]


def timing(
    name: str,
    workload: Workload,
    given: list[Inspection],
    limit: Any,
    budget: float,
) -> Timing:
    """One peer, between two runs of the limit."""
    peer = import_module(f"benchmarks.peers.{name}")
    timed = given[:SAMPLE] if peer.IS_LINEAR else given
    try:
        work = peer.ready(workload, timed)
    except ImportError as missing:
        return Timing(peer.NAME, None, None, None, f"missing: {missing.name}")
    if work is None:
        return Timing(peer.NAME, None, None, None, "cannot say it")
    is_equal = work.figures(work.run()) == [plain(workload, one) for one in timed]
    before = per_call(limit, budget / 4)
    seconds = per_call(work.run, budget) * len(given) / len(timed)
    after = per_call(limit, budget / 4)
    return Timing(peer.NAME, seconds, 2 * seconds / (before + after), is_equal)


def _limit(workload: Workload, given: list[Inspection]) -> Any:
    for name in LIMITS:
        try:
            return import_module(f"benchmarks.peers.{name}").ready(workload, given).run
        except ImportError:
            continue
    raise AssertionError("the plain loop needs no package")


def shared(folder: str, workload: Workload, number: int, budget: float) -> list[Timing]:
    """Peers of another folder, which bring their own data, limit and comparison."""
    found = shared_peers.measured(folder, workload, number, budget)
    return [
        Timing(f"{name} (as it is)", seconds, to_limit, is_equal, why_not)
        for name, seconds, to_limit, is_equal, why_not in found
    ]


def to_ours(timings: Sequence[Timing], prefix: str) -> Ratios:
    """What we take, as a ratio to each peer that ran."""
    ours = timings[0].seconds
    if ours is None:
        return {}
    return {
        f"{prefix}: {one.name}": ours / one.seconds
        for one in timings[1:]
        if one.seconds
    }


def _table(timings: Sequence[Timing], cases: int) -> str:
    heads = ("engine", "ms", "cases/s", "to the limit", "ours to it", "equal")
    return table(heads, (_row(one, timings[0].seconds, cases) for one in timings))


def _row(one: Timing, ours: float | None, cases: int) -> tuple[str, ...]:
    if one.seconds is None:
        return one.name, one.why_not, "", "", "", ""
    return (
        one.name,
        f"{one.seconds * 1e3:,.2f}",
        f"{cases / one.seconds:,.0f}",
        f"{one.to_limit:,.1f}" if one.to_limit else "",
        f"{ours / one.seconds:,.2f}" if ours else "",
        {True: "yes", False: "NO", None: ""}[one.is_equal],
    )


if __name__ == "__main__":
    main()
