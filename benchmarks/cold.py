"""Cold starts: what a person waits for who types a command.

    python -m benchmarks.cold [--times 15] [--profile] [--compare] [--json FILE]

Each command runs in fresh processes, in turn with the others; its median is given as
a ratio to that of `python -c pass`, which no Python program can go below. The files
are warm in the memory of the system, and modules have their bytecode.
"""

import argparse
from collections.abc import Mapping, Sequence
from statistics import median

from benchmarks import cold_profile
from benchmarks.measuring import (
    PYTHON,
    ROOT,
    Ratios,
    compared,
    interleaved,
    keep,
    machine,
    table,
    write_json,
)

RULES = "hmi-probation/pdu"
EXAMPLES = ROOT / "rules" / "hmi-probation" / "examples"
TALLIES = str(EXAMPLES / "kirklees-2024.yaml")
CASES = str(EXAMPLES / "kirklees-2024-cases.yaml")
# What the installed command runs, without its place, which each system puts elsewhere.
COMMAND = (
    PYTHON,
    "-c",
    "import sys; from inspect_engine_cli.main import main; sys.exit(main())",
)
EMPTY = "python -c pass"
JOBS: dict[str, Sequence[str]] = {
    EMPTY: (PYTHON, "-c", "pass"),
    "import inspect_engine": (PYTHON, "-c", "import inspect_engine"),
    "--help": (*COMMAND, "--help"),
    "check, shipped rules": (*COMMAND, "check", str(ROOT / "rules")),
    "score, tallies": (*COMMAND, "score", RULES, TALLIES),
    "score, 42 cases": (*COMMAND, "score", RULES, CASES),
}
AIMS = {"--help": 6, "score, tallies": 20, "score, 42 cases": 20}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print a table and, where asked, say what changed and where time goes."""
    asked = _parser().parse_args(arguments)
    taken = interleaved(JOBS, 2 if asked.quick else asked.times)
    medians = {name: median(seconds) for name, seconds in taken.items()}
    ratios = {name: seconds / medians[EMPTY] for name, seconds in medians.items()}
    print(_table(medians, ratios))
    if asked.compare:
        print("\n" + compared("cold", ratios))
    if asked.keep:
        keep("cold", ratios)
    stages = cold_profile.show(RULES, CASES, asked.quick) if asked.profile else {}
    if asked.json:
        report = {"machine": machine(), "ratios": ratios, "stages_ms": stages}
        write_json(asked.json, report)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="How long the command takes to start.")
    parser.add_argument("--times", type=int, default=15, help="processes of each")
    parser.add_argument("--quick", action="store_true", help="two of each, for tests")
    parser.add_argument("--profile", action="store_true", help="where the time goes")
    parser.add_argument("--compare", action="store_true", help="beside the kept ratios")
    parser.add_argument("--keep", action="store_true", help="keep these ratios")
    parser.add_argument("--json", metavar="FILE", help="write the figures there too")
    return parser


def _table(medians: Mapping[str, float], ratios: Ratios) -> str:
    return table(
        ("command", "ms", "ratio", "aim"),
        (
            (name, f"{medians[name] * 1e3:.1f}", f"{ratios[name]:.1f}", _aim(name))
            for name in medians
        ),
    )


def _aim(name: str) -> str:
    return f"under {AIMS[name]}" if name in AIMS else ""


if __name__ == "__main__":
    main()
