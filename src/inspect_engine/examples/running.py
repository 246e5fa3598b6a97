"""Run examples: rate each inspection, and hold what came of it against the example."""

from inspect_engine.diagnostics.diagnostic import Diagnostic, Severity
from inspect_engine.evaluation.interpreter import Interpreter
from inspect_engine.evaluation.scoring import score
from inspect_engine.examples import conditions, wanted
from inspect_engine.examples.outcome import ExampleOutcome, Mismatch, Written
from inspect_engine.examples.trial import Trial
from inspect_engine.model.methodology import Methodology
from inspect_engine.records.bundle import Bundle
from inspect_engine.records.intake import draft_of

MOST_LINES = 10
"""So many diagnostics of a refused bundle are shown."""


def run(rules: Methodology, trial: Trial) -> ExampleOutcome:
    """What came of one example."""
    draft, found = draft_of(trial.opened, rules)
    errors = [one for one in found if one.severity is Severity.ERROR]
    if errors or draft is None:
        differing = _refused(trial, found, errors)
    else:
        differing = _rated(rules, trial, draft)
    return ExampleOutcome(name=trial.name, span=trial.span, mismatches=differing)


def _rated(rules: Methodology, trial: Trial, bundle: Bundle) -> tuple[Mismatch, ...]:
    result = score(rules, bundle)
    told = (*bundle.diagnostics, *result.diagnostics)
    found = [wanted.mismatch(result, one) for one in trial.wanted]
    if trial.expectations:
        whole = Interpreter(rules, bundle)
        found += [conditions.mismatch(whole, result, one) for one in trial.expectations]
    if trial.codes is not None:
        found.append(wanted.codes_mismatch(told, trial.codes))
    return tuple(one for one in found if one is not None)


def _refused(
    trial: Trial, found: tuple[Diagnostic, ...], errors: list[Diagnostic]
) -> tuple[Mismatch, ...]:
    """A bundle that is not scored: as expected, or a mismatch that says why."""
    if trial.codes is not None:
        codes = wanted.codes_mismatch(found, trial.codes)
        if codes is not None:
            return (codes,)
        if not trial.wanted and not trial.expectations:
            return ()
    return (_refusal(trial, errors),)


def _refusal(trial: Trial, errors: list[Diagnostic]) -> Mismatch:
    lines = tuple(map(wanted.line_of, errors[:MOST_LINES]))
    return Mismatch(
        subject="the inspection",
        expected="rated",
        found="refused, since its bundle has errors",
        under=lines,
        span=trial.span,
        written=Written.RULES,
    )
