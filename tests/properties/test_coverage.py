"""The methodologies that are drawn use every construct that evaluates."""

from typing import Any

import pytest
from tests.properties.strategies import drawn, methodologies
from tests.properties.workshop import rules_of

from inspect_engine.syntax.builder import Builder
from inspect_engine.syntax.tables import tables

EXCEPTIONS = {
    **dict.fromkeys(
        ("use", "extends", "replace", "add", "remove", "remove_overall",
         "remove_property", "add_to_domain", "add_to_standard", "add_to_key_question",
         "add_to_question", "add_to_record", "add_to_overall", "kind"),
        "several files make one methodology, and what they come to is what is scored",
    ),
    **dict.fromkeys(
        ("example", "given", "example_records", "assigned", "expect", "expect_holds",
         "expect_may_be", "expect_decided_by", "expect_diagnostic", "possible_level",
         "example_table", "example_row", "wanted", "count_out_of", "percent_out_of",
         "counts_of_choices"),
        "examples say what must come of the rules, and have no part in what does",
    ),
    "expression": "what may stand alone, outside a rule file",
}  # fmt: skip
"""Constructs that no drawn methodology has, and why."""


def constructs() -> set[str]:
    """The rules and aliases of the grammar that stand for something."""
    names = {rule.name for rule in tables().rules if not rule.is_inline}
    # A choice between constructs, such as `?detail: cite | assumed`, is none itself.
    return names - {rule.origin for rule in tables().rules if rule.gives_single}


def used(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The constructs in the first methodologies that are drawn, all of them clean."""
    found: set[str] = set()
    build = Builder.build

    def keep(self: Builder, name: str, *rest: Any) -> Any:
        found.add(name)
        return build(self, name, *rest)

    monkeypatch.setattr(Builder, "build", keep)
    for made in drawn(methodologies(), 400):
        rules_of(made.text)
    return found


def test_every_construct_that_evaluates_is_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert set() == constructs() - used(monkeypatch) - set(EXCEPTIONS)


def test_every_exception_is_a_construct() -> None:
    assert set() == set(EXCEPTIONS) - constructs()
