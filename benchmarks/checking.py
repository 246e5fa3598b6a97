"""Checking large rule files: the whole command, in fresh processes.

    python -m benchmarks.checking [--times 15] [--compare] [--json FILE]

One file of 3,000 lines is right, the other of as many lines has 100 mistakes of ten
kinds. The median of each is given as a ratio to that of `python -c pass`.
"""

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from benchmarks.cold import COMMAND, EMPTY
from benchmarks.made_rules import made, with_mistakes
from benchmarks.measuring import (
    PYTHON,
    Ratios,
    compared,
    interleaved,
    keep,
    machine,
    table,
    write_json,
)

STANDARDS = 104
"""So many make 3,000 lines."""

MISTAKES = 100
AIM = 40
RIGHT, WRONG = "check, 3,000 lines", "check, 3,000 lines with 100 errors"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print a table; where asked, beside the kept ratios."""
    asked = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        taken = interleaved(jobs(Path(folder)), 2 if asked.quick else asked.times)
    medians = {name: median(seconds) for name, seconds in taken.items()}
    ratios = {name: seconds / medians[EMPTY] for name, seconds in medians.items()}
    print(_table(medians, ratios))
    if asked.compare:
        print("\n" + compared("checking", ratios))
    if asked.keep:
        keep("checking", ratios)
    if asked.json:
        write_json(asked.json, {"machine": machine(), "ratios": ratios})


def jobs(folder: Path) -> dict[str, Sequence[str]]:
    """The commands, with the files they check written to a folder."""
    right, wrong = folder / "right.inspect", folder / "wrong.inspect"
    text = made(STANDARDS)
    right.write_text(text, encoding="utf-8")
    wrong.write_text(with_mistakes(text, MISTAKES), encoding="utf-8")
    return {
        EMPTY: (PYTHON, "-c", "pass"),
        RIGHT: (*COMMAND, "check", str(right)),
        # A file with errors ends with 1, which the timing would take for a crash.
        WRONG: (*COMMAND, "check", str(wrong), "--exit-zero"),
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="How long a large file is checked.")
    parser.add_argument("--times", type=int, default=15, help="processes of each")
    parser.add_argument("--quick", action="store_true", help="two of each, for tests")
    parser.add_argument("--compare", action="store_true", help="beside the kept ratios")
    parser.add_argument("--keep", action="store_true", help="keep these ratios")
    parser.add_argument("--json", metavar="FILE", help="write the figures there too")
    return parser


def _table(medians: Mapping[str, float], ratios: Ratios) -> str:
    rows = (
        (name, f"{medians[name] * 1e3:.1f}", f"{ratios[name]:.1f}", _aim(name))
        for name in medians
    )
    return table(("command", "ms", "ratio", "aim"), rows)


def _aim(name: str) -> str:
    return "" if name == EMPTY else f"under {AIM}"


if __name__ == "__main__":
    main()
