"""Order and spelling never change a result, its digest or the meaning hash."""

import json
import os
import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.properties.made import Made, text_of
from tests.properties.profile import examples
from tests.properties.shuffling import other_case_order, reordered, shuffled
from tests.properties.strategies import drawn, inspections, written
from tests.properties.workshop import (
    HEAD,
    Data,
    as_json,
    as_yaml,
    rules_of,
    scored,
    taken_in,
)

from inspect_engine.evaluation.scoring import score

ROOT = Path(__file__).parents[2]


@examples(120)
@given(st.data())
def test_order_of_statements_changes_neither_hash_nor_result(
    data: st.DataObject,
) -> None:
    made, plan = data.draw(inspections())
    rules = rules_of(made.text)
    moved = text_of(data.draw(shuffled(made.declarations)))
    other = rules_of(HEAD + moved)
    assert rules.hash == other.hash, moved
    bundle = written(made, plan)
    assert scored(rules, bundle).digest == scored(other, bundle).digest, moved


@examples(120)
@given(st.data())
def test_order_of_records_changes_nothing(data: st.DataObject) -> None:
    made, plan = data.draw(inspections())
    rules, bundle = rules_of(made.text), written(made, plan)
    moved = data.draw(other_case_order(bundle, {one.plural for one in made.records}))
    assert scored(rules, bundle).digest == scored(rules, moved).digest


@examples(100)
@given(st.data())
def test_order_of_keys_and_spelling_change_nothing(data: st.DataObject) -> None:
    made, plan = data.draw(inspections())
    rules, bundle = rules_of(made.text), written(made, plan)
    other = as_yaml(data.draw(reordered(bundle)))
    first = taken_in(as_json(bundle), rules)
    second = taken_in(other, rules, "bundle.yaml")
    assert score(rules, first).digest == score(rules, second).digest


@examples(60)
@given(inspections())
def test_a_second_run_has_the_same_digest(pair: tuple[Made, Data]) -> None:
    made, plan = pair
    bundle = written(made, plan)
    first = scored(rules_of(made.text), bundle)
    rules = rules_of(made.text)
    assert first.digest == scored(rules, bundle).digest == scored(rules, bundle).digest


DIGESTS = """
import json, sys
from tests.properties.workshop import rules_of, scored
for text, bundle in json.load(sys.stdin):
    rules = rules_of(text)
    print(rules.hash, scored(rules, bundle).digest)
"""


def test_digests_do_not_depend_on_the_hash_seed() -> None:
    pairs = drawn(inspections(), 25)
    given_in = json.dumps([(made.text, written(made, plan)) for made, plan in pairs])
    outputs = {_digests(given_in, seed) for seed in ("0", "1", "2")}
    assert 1 == len(outputs)
    assert 25 == len(outputs.pop().splitlines())


def _digests(given_in: str, seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    paths = (str(ROOT), environment.get("PYTHONPATH", ""))
    environment["PYTHONPATH"] = os.pathsep.join(path for path in paths if path)
    command = [sys.executable, "-c", DIGESTS]
    run = subprocess.run(
        command,
        input=given_in,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout
