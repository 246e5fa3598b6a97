"""Make up 42 cases that give the published figures of Kirklees PDU 2024.

The inspectorate publishes figures, not cases. This script invents answers that
count up to those figures, so that the example beside the rules can be scored,
explained and changed case by case. It draws on no real case.

    python tests/rules/make_kirklees_cases.py            write the two example files
    python tests/rules/make_kirklees_cases.py --check    only compare; 1 if they differ

What the answers count up to stands in `kirklees_figures.csv`, beside this script,
with a word on each figure: published, printed as a percentage or in words, or made
up. Everything random comes from hashes of names, so a new item leaves
the answers to all others as they are, and every machine writes the same bytes.
"""

import csv
import hashlib
import json
import sys
import textwrap
from pathlib import Path
from typing import Any

from attrs import frozen

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parents[1] / "rules/hmi-probation/examples"
# One at which no key question contradicts all of its prompts.
SEED = "kirklees-2024-cases/33"

Record = dict[str, Any]

HEADING = """\
# MADE-UP CASES. No case below is real, and no answer is that of a real case.
#
# HM Inspectorate of Probation publishes figures of its inspections, not cases. These
# 42 were invented so that they count up to every figure that the report on Kirklees
# PDU (November 2024) gives for its 42: the twelve percentages, the counts of prompts,
# the tables of outcomes, the interviews and the surveys. Prompts without a published
# figure have made-up totals too. The report's own figures are in kirklees-2024.yaml.
#
# Written by tests/rules/make_kirklees_cases.py; change that, not this.
"""

# From where to where, between the start of the order or licence and the inspection.
# The totals of each side are published, the moves are made up.
ACCOMMODATION = {
    ("settled", "settled"): 25,
    ("settled", "other"): 1,
    ("homeless", "settled"): 1,
    ("homeless", "other"): 2,
    ("homeless", "homeless"): 1,
    ("other", "settled"): 1,
    ("other", "other"): 11,
}
EMPLOYMENT = {
    ("unemployed", "unemployed"): 14,
    ("unemployed", "unavailable"): 3,
    ("unemployed", "employed"): 2,
    ("unavailable", "unavailable"): 13,
    ("unavailable", "unemployed"): 1,
    ("employed", "employed"): 8,
    ("employed", "unavailable"): 1,
}

RECOMMENDATIONS = (
    (
        "Complete robust risk assessments that give full consideration of information"
        " regarding domestic abuse and safeguarding in all cases",
        "none",
    ),
    (
        "Undertake all initial assessments and sentence planning as a priority",
        "some",
    ),
    ("Improve the quality of risk assessment, planning, and reviewing", "none"),
    (
        "Ensure information relating to child safeguarding is routinely obtained and"
        " used to support effective risk management",
        "none",
    ),
    (
        "Maintain the good relationships between managers and staff that recognises"
        " the stress individuals are under and supports their emotional and mental"
        " health until workloads have been reduced",
        "sufficient",
    ),
    (
        "Maintain the good relationships between practitioners and people on probation",
        "sufficient",
    ),
    (
        "Use data and performance information to help practitioners prioritise the"
        " work they undertake.",
        "some",
    ),
)


@frozen
class Item:
    """A question, the counts it is to give, and what makes it relevant."""

    id: str
    key_question: str
    yes: int
    relevant: int
    theme: str
    """Items of one theme are relevant to the same cases, or to some of them."""
    asked_when: tuple[str, ...]
    """Empty, or a fact or question and what it has to be."""
    alike: str
    """Items alike are answered in one vein: a yes to one is a yes to the other."""


def figures(records: str) -> list[Item]:
    """What the answers in these records are to count up to, in the rules' order."""
    with (HERE / "kirklees_figures.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["records"] == records]
    return [
        Item(
            row["id"],
            row["key_question"],
            int(row["yes"]),
            int(row["relevant"]),
            row["theme"],
            tuple(row["asked_when"].split(" is ")) if row["asked_when"] else (),
            row["same_as"] or row["id"],
        )
        for row in rows
    ]


def noise(name: str, *about: str) -> int:
    """A number from 0 to 99 that depends on nothing but the names."""
    digest = hashlib.sha256("/".join((SEED, name, *about)).encode()).digest()
    return int.from_bytes(digest[:4], "big") % 100


def ranked(records: list[Record], *about: str) -> list[Record]:
    """The records in an order that looks random and is always the same."""
    return sorted(records, key=lambda one: (noise(one["id"], *about), one["id"]))


def give(records: list[Record], fact: str, counts: dict[str, int]) -> None:
    """Give the fact's choices to the records in turn, each as often as it says."""
    choices = [choice for choice, count in counts.items() for _ in range(count)]
    for record, choice in zip(records, choices, strict=True):
        record[fact] = choice


# --- facts ------------------------------------------------------------------


def new_cases() -> list[Record]:
    """The 42 cases with their facts and no answer yet."""
    cases: list[Record] = [{"id": f"{n:03}"} for n in range(1, 43)]
    give(ranked(cases, "sentence"), "sentence", {"licence": 15, "community_order": 27})
    # More licences than orders carry a high risk; the whole caseload has eight per
    # cent of low risk, this sample has none.
    by_sentence = sorted(
        ranked(cases, "risk"),
        key=lambda case: noise(case["id"], "r") - 30 * (case["sentence"] == "licence"),
    )
    give(
        by_sentence, "risk_of_serious_harm", {"very_high": 1, "high": 16, "medium": 25}
    )
    # The higher the risk, the less likely a reset: six of medium risk have it here.
    by_risk = sorted(
        ranked(cases, "reset"), key=lambda c: c["risk_of_serious_harm"] != "medium"
    )
    give(by_risk, "probation_reset", {"yes": 6, "no": 36})
    give(ranked(cases, "breach"), "non_compliance", {"yes": 8, "no": 34})
    give(ranked(cases, "service"), "service_needed", {"yes": 35, "no": 7})
    for fact, moves in (("accommodation", ACCOMMODATION), ("employment", EMPLOYMENT)):
        order = ranked(cases, fact)
        give(order, f"{fact}_start", _totals(moves, 0))
        _give_later(order, fact, moves)
    return cases


def _totals(moves: dict[tuple[str, str], int], side: int) -> dict[str, int]:
    totals: dict[str, int] = {}
    for move, count in moves.items():
        totals[move[side]] = totals.get(move[side], 0) + count
    return totals


def _give_later(
    order: list[Record], fact: str, moves: dict[tuple[str, str], int]
) -> None:
    later: dict[str, list[str]] = {start: [] for start, _ in moves}
    for (start, end), count in moves.items():
        later[start] += [end] * count
    for case in order:
        case[f"{fact}_inspection"] = later[case[f"{fact}_start"]].pop()


# --- answers ----------------------------------------------------------------


def relevant_cases(item: Item, cases: list[Record]) -> list[Record]:
    """The cases that the item applies to; items of one theme share them."""
    asked = [case for case in cases if is_asked(item, case)]
    order = ranked(asked, "relevant", item.theme)
    if item.theme == "risk":
        order.sort(key=lambda case: case["risk_of_serious_harm"] == "medium")
    if item.theme == "compliance":
        order.sort(key=lambda case: case["non_compliance"] == "no")
    return order[: item.relevant]


def is_asked(item: Item, case: Record) -> bool:
    """Whether the rules put the item to this case at all."""
    if not item.asked_when:
        return True
    name, choice = item.asked_when
    known: str = case[name] if name in case else case["answers"][name]
    return known == choice


def quality(case: Record) -> int:
    """How well the case was worked, by and large; it runs through its answers."""
    return noise(case["id"], "quality") * 2 // 3


def answer(item: Item, cases: list[Record]) -> None:
    """Answer one item in every case that is asked, so that its counts come out."""

    def merit(case: Record) -> int:
        leaning = 70 if case["answers"].get(item.key_question) == "yes" else 0
        return quality(case) + leaning + noise(case["id"], "merit", item.alike)

    relevant = relevant_cases(item, cases)
    best = sorted(relevant, key=lambda case: (-merit(case), case["id"]))
    satisfied = {case["id"] for case in best[: item.yes]}
    concerned = {case["id"] for case in relevant}
    for case in cases:
        if case["id"] in satisfied:
            case["answers"][item.id] = "yes"
        elif case["id"] in concerned:
            case["answers"][item.id] = "no"
        elif is_asked(item, case):
            case["answers"][item.id] = "not_applicable"


def answered_cases() -> list[Record]:
    """All cases with all answers."""
    cases = new_cases()
    for case in cases:
        case["answers"] = {}
    for item in figures("cases"):
        answer(item, cases)
    return cases


def answered(kind: str, count: int) -> list[Record]:
    """Interviews or responses: nothing but an id and answers."""
    records: list[Record] = [
        {"id": f"{n:03}", "answers": {}} for n in range(1, count + 1)
    ]
    for item in figures(kind):
        answer(item, records)
    return records


def bundle() -> dict[str, Any]:
    """The whole bundle, as it is written to both files."""
    return {
        "bundle": 1,
        "inspection": {
            "id": "kirklees-2024-cases",
            "name": "Kirklees PDU - 42 made-up cases",
            "rules": "hmi-probation/pdu",
            "fieldwork": "2024-08-12",
        },
        "judgements": {
            "P1.1": "requires_improvement",
            "P1.2": "requires_improvement",
            "P1.3": "requires_improvement",
        },
        "cases": answered_cases(),
        "interviews": answered("interviews", 36),
        "survey_responses": answered("survey_responses", 45),
        "staff_responses": answered("staff_responses", 21),
        "recommendations": [
            {"id": f"{n:03}", "text": text, "progress": progress}
            for n, (text, progress) in enumerate(RECOMMENDATIONS, 1)
        ],
    }


# --- writing ----------------------------------------------------------------


def as_yaml(content: dict[str, Any]) -> str:
    """The bundle for people: a block a case, a line a key question."""
    lines = [HEADING, "bundle: 1"]
    for key in ("inspection", "judgements"):
        lines.append(f"{key}:")
        lines += [f"  {name}: {value}" for name, value in content[key].items()]
    lines += ["", "cases:"]
    for case in content["cases"]:
        lines += _case_lines(case)
    for key in ("interviews", "survey_responses", "staff_responses"):
        lines += ["", f"{key}:"]
        lines += [line for record in content[key] for line in _short_lines(record)]
    lines += ["", "recommendations:"]
    for record in content["recommendations"]:
        lines += [f"  - id: {record['id']}", f"    text: {record['text']}"]
        lines.append(f"    progress: {record['progress']}")
    return "\n".join(lines) + "\n"


def _case_lines(case: Record) -> list[str]:
    facts = [(name, value) for name, value in case.items() if name != "answers"]
    lines = [f"    {name}: {value}" for name, value in facts]
    lines[0] = "  - " + lines[0].strip()
    return [*lines, *_answer_lines(case["answers"])]


def _answer_lines(answers: dict[str, str]) -> list[str]:
    rows: dict[str, list[str]] = {}
    for id, given in answers.items():
        row = id[:5] if id[0].isdigit() else ""
        rows.setdefault(row, []).append(f"{id}: {given}")
    lines = [line for row in rows.values() for line in _filled(row)]
    lines[-1] = lines[-1].removesuffix(",")
    return ["    answers: {", *lines, "      }"]


def _filled(row: list[str]) -> list[str]:
    # A question stays on one line with its answer, so their space is no place to break.
    text = ", ".join(row).replace(": ", ":_") + ","
    lines = textwrap.wrap(text, 96, initial_indent=" " * 6, subsequent_indent=" " * 8)
    return [line.replace(":_", ": ") for line in lines]


def _short_lines(record: Record) -> list[str]:
    if len(record["answers"]) > 2:
        return [f"  - id: {record['id']}", *_answer_lines(record["answers"])]
    given = ", ".join(f"{id}: {word}" for id, word in record["answers"].items())
    return [f"  - {{id: {record['id']}, answers: {{{given}}}}}"]


def as_json(content: dict[str, Any]) -> str:
    """The same bundle for programs: a line a record."""
    parts = []
    for key, value in content.items():
        if isinstance(value, list):
            rows = ",\n".join(f"    {json.dumps(one)}" for one in value)
            parts.append(f'  "{key}": [\n{rows}\n  ]')
        else:
            parts.append(f'  "{key}": {json.dumps(value)}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main(arguments: list[str]) -> int:
    """Write the two files, or with --check say whether they are as written."""
    content = bundle()
    files = {
        EXAMPLES / "kirklees-2024-cases.yaml": as_yaml(content),
        EXAMPLES / "kirklees-2024-cases.json": as_json(content),
    }
    if "--check" not in arguments:
        for path, text in files.items():
            path.write_text(text, encoding="utf-8", newline="\n")
        return 0
    stale = [
        path.name
        for path, text in files.items()
        if not path.exists() or path.read_bytes() != text.encode()
    ]
    for name in stale:
        print(f"{name} is not what this script writes; run it without --check.")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
