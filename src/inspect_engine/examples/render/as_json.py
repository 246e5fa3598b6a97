"""For programs: every example, what differs in it, and every diagnostic."""

import json

from inspect_engine.diagnostics.render.as_json import to_json
from inspect_engine.examples.outcome import ExampleOutcome, ExampleRun, Mismatch
from inspect_engine.examples.render.look import Look
from inspect_engine.source import Span

SCHEMA = "inspect-engine/test/1"


def render(run: ExampleRun, look: Look) -> str:
    """One document, whatever is shown to people."""
    document = {
        "schema": SCHEMA,
        "passed": run.passed,
        "failed": run.failed,
        "files": list(run.files),
        "tests": [_test(one) for one in run.outcomes],
        "diagnostics": [to_json(one) for one in run.diagnostics],
    }
    return json.dumps(document, indent=2, ensure_ascii=False)


def _test(one: ExampleOutcome) -> dict[str, object]:
    return {
        "name": one.name,
        "state": "passed" if one.is_passed else "failed",
        **_place(one.span),
        "mismatches": [_mismatch(each) for each in one.mismatches],
    }


def _mismatch(one: Mismatch) -> dict[str, object]:
    return {
        "subject": one.subject,
        "expected": one.expected,
        "found": one.found,
        "under": list(one.under),
        **_place(one.span),
    }


def _place(span: Span) -> dict[str, object]:
    at = span.first
    return {"file": span.source.name, "line": at.line, "column": at.column}
