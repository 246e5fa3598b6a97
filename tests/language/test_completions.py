"""Whatever the open answers turn out to be, the result was said to be possible."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.language.completions import completions
from tests.language.documents import Example, examples
from tests.language.running import KINDS, loaded
from tests.language.test_language import EXAMPLES

from inspect_engine import api
from inspect_engine.evaluation.outcome import FigureOutcome, RatingOutcome, Result


def is_scored(example: Example) -> bool:
    """Whether a result is expected, and not only faults of a bundle."""
    expected = example.expected.body.splitlines() if example.expected else [""]
    says_more = any(not line.startswith(KINDS) for line in expected)
    return example.bundle is not None and says_more


SCORED = [example for example in EXAMPLES if is_scored(example)]


@pytest.mark.parametrize("example", SCORED, ids=lambda example: example.name)
def test_what_comes_out_was_possible(example: Example, tmp_path: Path) -> None:
    rules, bundle = loaded(example, tmp_path)
    result = api.score(rules, bundle)
    said, figures = possible(result), spans(result)
    for whole in completions(rules, bundle):
        found = api.score(rules, whole)
        for name, ids in possible(found).items():
            assert ids <= said[name], name
        for name, figure in spans(found).items():
            assert holds(figures[name], figure), name


def possible(result: Result) -> dict[str, set[str]]:
    """Everything with a set of possibilities, by name."""
    found = {name: ids_of(outcome) for name, outcome in ratings(result)}
    for value in result.values.values():
        if value.possible is not None:
            found[f"value {value.id}"] = set(value.possible)
    return found


def ratings(result: Result) -> Iterator[tuple[str, RatingOutcome]]:
    for standard in result.standards.values():
        yield standard.id, standard.outcome
        yield f"computed {standard.id}", standard.computed
        for question in standard.key_questions:
            if question.outcome is not None:
                yield f"question {question.id}", question.outcome
    if result.overall is not None:
        yield "overall", result.overall.outcome
    for value in result.values.values():
        if value.rating is not None:
            yield f"value {value.id}", value.rating


def ids_of(outcome: RatingOutcome) -> set[str]:
    return set(outcome.possible_ids) or {"not_rated"}


def spans(result: Result) -> dict[str, FigureOutcome]:
    return {one.id: one.figure for one in result.values.values() if one.figure}


def holds(said: FigureOutcome, found: FigureOutcome) -> bool:
    """Whether a figure lies between the ends that were said of it."""
    if found.exact is None:
        return said.exact is None
    is_low = said.lowest is not None and found.exact < said.lowest
    is_high = said.highest is not None and found.exact > said.highest
    return not (is_low or is_high)


def test_an_open_answer_is_completed_in_every_way(tmp_path: Path) -> None:
    rules = '```inspect\nrecord case { question q "Seen?" }\n```\n'
    document = tmp_path / "document.md"
    document.write_text(rules + '```yaml\ncases: [{id: "1"}, {id: "2"}]\n```\n')
    (example,) = list(examples(document))[-1:]
    found = list(completions(*loaded(example, tmp_path)))
    columns = {whole.records["case"].columns["q"] for whole in found}
    assert (9, 9) == (len(found), len(columns))
