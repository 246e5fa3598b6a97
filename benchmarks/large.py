"""A rule set of 3,000 lines, and how long its check takes against `python -c pass`.

    python -m benchmarks.large [--times 9] [FILE]

The rules are made up on the pattern of the shipped ones: standards with key questions
of five prompts, conditions, notes and limits, and decision tables of three columns.
The measure is the least processor time of several fresh processes, since other work
on the machine adds to it and never takes away; the aim is under 40 times.
"""

import argparse
import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.cold import COMMAND
from benchmarks.measuring import PYTHON

LINES = 2_900
"""No standard begins after so many."""

HEAD = """methodology example/large "Large" {
  version 1
  language 1
  in force from 2023-01-01
  source s "A source"
}
scale rating {
  0 inadequate            "Inadequate"
  1 requires_improvement  "Requires improvement"
  2 good                  "Good"
  3 outstanding           "Outstanding"
}
bands case_percent: percent -> rating {
  round half up to whole
  below 50     inadequate
  50 to 64     requires_improvement
  65 to 79     good
  80 and over  outstanding
  cite s "page 1"
}
"""


def rules() -> str:
    """The rule set."""
    found = [*HEAD.splitlines(), "record case {", "  plural cases"]
    levels = "low, medium, high, very_high in order"
    found += [f'  fact f{n}: one of {levels} {{ cite s "p" }}' for n in range(30)]
    found += [f'  fact n{n}: whole 0 to 100 {{ cite s "p" }}' for n in range(30)]
    found.append("}")
    found += [f"input i{n}: one of 0, 5, 10, 15, 20, 25" for n in range(20)]
    for number in range(40):
        found += table(number)
    number = 0
    while len(found) < LINES:
        number += 1
        found += standard(number)
    return "\n".join(found) + "\n"


def table(number: int) -> list[str]:
    """A decision table of three inputs."""
    columns = ", ".join(f"i{(number + step) % 20}" for step in (0, 7, 3))
    return [
        "",
        f"table t{number} of {columns} -> rating {{",
        "  first match",
        "  up to 5, up to 5, any -> outstanding",
        "  up to 10, up to 10, up to 10 -> good",
        "  up to 20, up to 15, any -> requires_improvement",
        "  any, any, any -> inadequate",
        '  cite s "page 2"',
        "}",
    ]


def standard(number: int) -> list[str]:
    """A standard with three key questions."""
    return [
        "",
        f'standard S{number} "Standard {number}" {{',
        '  statement "It is good."',
        '  cite s "page 3"',
        "  rating lowest of key questions by case_percent",
        f"  limit at most requires_improvement when t{number % 40} is inadequate",
        '    because "A cap." { cite s "page 4" }',
        *(line for place in (1, 2, 3) for line in key_question(number, place)),
        "}",
    ]


def key_question(number: int, place: int) -> list[str]:
    """A key question with a condition, a note and five prompts."""
    id, fact = f"1.{number}.{place}", (3 * number + place) % 30
    prompts = [
        line
        for letter in "abcde"
        for line in (
            f'    prompt {letter} "Prompt {letter}?" {{',
            f'      cite s "page {letter}"',
            "    }",
        )
    ]
    return [
        f'  key question {id} "Question {place}?" {{',
        f'    cite s "page {place}"',
        f"    asked when f{fact} is not low and n{fact} at least 10",
        f'    note "odd" when {id} is yes and none of prompts are yes',
        *prompts,
        "  }",
    ]


def least(command: Sequence[str], times: int) -> float:
    """The least processor time of a command, in seconds."""
    return min(processor_time(command) for _ in range(times))


def processor_time(command: Sequence[str]) -> float:
    """The processor time of one run."""
    with Path(os.devnull).open("w") as nowhere:
        started = subprocess.Popen(command, stdout=nowhere, stderr=nowhere)
        _, _, used = os.wait4(started.pid, 0)
    started.returncode = 0
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Measure, and say so."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", help="keep the rules in this file")
    parser.add_argument("--times", type=int, default=9)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(options.file or Path(folder, "large.inspect"))
        text = rules()
        path.write_text(text, encoding="utf-8")
        empty = least((PYTHON, "-c", "pass"), 3 * options.times)
        check = least((*COMMAND, "check", str(path)), options.times)
    lines = text.count("\n")
    print(f"python -c pass: {1000 * empty:.1f} ms")
    print(f"check of {lines} lines: {1000 * check:.0f} ms, {check / empty:.1f} times")


if __name__ == "__main__":
    main()
