"""For ears: full sentences, a line for each example, and no drawing characters."""

from collections.abc import Iterator

from inspect_engine.diagnostics.render.words import counted, spoken_span, visible
from inspect_engine.examples.outcome import ExampleOutcome, ExampleRun, Mismatch
from inspect_engine.examples.render.look import Look


def render(run: ExampleRun, look: Look) -> str:
    """A line for each example that is shown, and how many there are."""
    shown = (one for one in run.outcomes if look.has_passed or not one.is_passed)
    counts = f"Examples that passed: {run.passed}; that failed: {run.failed}"
    lines = [" ".join(sentences(one)) for one in shown]
    return "\n".join([*lines, f"{counts}; in {counted(len(run.files), 'file')}."])


def sentences(one: ExampleOutcome) -> Iterator[str]:
    """One example in full sentences."""
    word = "Passed" if one.is_passed else "Failed"
    yield f"{word}: {visible(one.name)}, {spoken_span(one.span)}."
    for differing in one.mismatches:
        yield from difference(differing)


def difference(differing: Mismatch) -> Iterator[str]:
    """One expectation that does not hold."""
    subject, expected, found = map(
        visible, (differing.subject, differing.expected, differing.found)
    )
    yield f"Of {subject}, expected is {expected}, and found is {found}."
    if differing.under:
        reasons = "; ".join(visible(line).rstrip(".") for line in differing.under)
        yield f"It rests on: {reasons}."
