"""Everything wrong with a bundle is reported in one run, each in its place."""

from pathlib import Path

import pytest
from tests.records.made import faults, only, read

from inspect_engine import api

RULES_TEXT = """\
methodology example/rules "Seven slips" {
  version   2023.1
  language  1
  publisher "Example"
}
scale rating { 0 poor  1 good }
bands shares: percent -> rating {
  below 50     poor
  50 and over  good
}
record case {
  fact sentence: one of community_order, licence
}
standard P1 "Assessment" {
  key question 1.1.1 "Is it analysed?"
  key question 1.1.2 "Is it planned?"
  key question 1.1.3 "Is release planned?" { asked when sentence is licence }
  rating lowest of key questions by shares
}
"""

BUNDLE = """\
bundle: 1
inspection: {id: example, rules: example/rules, version: 2023.1}
cases:
  - id: "001"
    sentence: licence
    answers:
      1.1.l: yes
      1.1.2: maybe
  - id: &usual "002"
    sentence: 3
    answers: {1.1.1: no}
  - id: "001"
    sentence: licence
    sentence: community_order
  - id: "003"
    sentence: community_order
    answers:
      1.1.1: yes
      1.1.3: no
"""


def test_seven_slips_of_seven_kinds_are_shown_in_reading_order(tmp_path: Path) -> None:
    Path(tmp_path, "slips.inspect").write_text(RULES_TEXT, encoding="utf-8")
    Path(tmp_path, "slips.yaml").write_text(BUNDLE, encoding="utf-8")
    rules = api.load_rules(tmp_path / "slips.inspect")
    with pytest.raises(api.BundleError) as refused:
        api.load_bundle(tmp_path / "slips.yaml", rules)
    assert [
        ("UNKNOWN-QUESTION", 7, 7),
        ("ANSWER-OUTSIDE", 8, 14),
        ("YAML-ANCHOR", 9, 9),
        ("ANSWER-OUTSIDE", 10, 15),
        ("DUPLICATE-RECORD", 12, 9),
        ("DUPLICATE-KEY", 14, 5),
        ("ANSWER-NOT-ASKED", 19, 14),
    ] == [(one.code, *one.place[1:]) for one in refused.value.diagnostics]


def test_no_bundle_is_made_of_a_text_with_an_error() -> None:
    assert read(BUNDLE)[0] is None


def test_one_misspelt_question_in_many_records_is_one_fault_with_all_its_places() -> (
    None
):
    found = only(
        "cases:\n"
        '  - {id: "1", answers: {1.1.l: yes}}\n'
        '  - {id: "2", answers: {1.1.l: no}}\n'
        '  - {id: "3", answers: {1.1.l: no}}\n'
    )
    assert ("UNKNOWN-QUESTION", 4, 25) == (found.code, *found.place[1:])
    assert ("did you mean «1.1.1»?",) == found.help
    lines = [related.span.first.line for related in found.related]
    assert [5, 6] == lines


def test_one_misspelt_tally_in_several_units_is_one_fault() -> None:
    tally = "tallies: {1.1.l: {yes: 1, no: 0}}"
    found = only(f"units:\n  - {{id: n, {tally}}}\n  - {{id: s, {tally}}}\n")
    assert [5] == [related.span.first.line for related in found.related]


def test_many_places_of_one_fault_are_not_all_listed() -> None:
    rows = "".join(f'  - {{id: "{n}", riks: x}}\n' for n in range(300))
    assert 100 == len(only("cases:\n" + rows).related)


def test_faults_of_every_section_are_reported_together() -> None:
    body = """\
inputs: {places: many, plases: 3}
judgements: {P1: good, P2: superb}
published: {P9: good}
expected: some
tallies:
  1.1.1: {yes: x, no: 1}
decisions:
  - {standard: P1}
cases:
  - {answers: {1.1.1: [yes]}}
wrong: 1
"""
    assert [
        ("NOT-A-NUMBER", 3, 18),
        ("UNKNOWN-INPUT", 3, 24),
        ("JUDGEMENT-OF-COMPUTED", 4, 14),
        ("UNKNOWN-LEVEL", 4, 28),
        ("UNKNOWN-STANDARD", 5, 13),
        ("EXPECTED-NOT-A-COUNT", 6, 11),
        ("TALLY-NOT-A-COUNT", 8, 16),
        ("MISSING-KEY", 10, 5),
        ("MISSING-ID", 12, 5),
        ("NOT-ONE-VALUE", 12, 23),
        ("UNKNOWN-KEY", 13, 1),
    ] == faults(body)


def test_many_misspelt_names_end_with_one_fault_that_says_so() -> None:
    names = ", ".join(f"zz{n}: x" for n in range(1200))
    codes = [code for code, _, _ in faults(f"cases: [{{id: a, {names}}}]\n")]
    assert ["UNKNOWN-FACT"] * 1000 + ["TOO-MANY-FAULTS"] == codes


def test_a_text_full_of_faults_ends_with_one_that_says_so() -> None:
    rows = "".join(f'  - {{id: "{n}", risk: x}}\n' for n in range(1200))
    codes = [code for code, _, _ in faults("cases:\n" + rows)]
    assert ["ANSWER-OUTSIDE"] * 1000 + ["TOO-MANY-FAULTS"] == codes


def test_what_a_cut_text_lacks_is_not_reported() -> None:
    assert [("YAML-SYNTAX", 4, 5)] == faults("cases:\n  - {answers: {1.1.1: yes}\n")


def test_an_id_hidden_by_a_reference_is_not_reported_as_missing() -> None:
    assert [("YAML-ALIAS", 4, 10)] == faults("cases:\n  - {id: *a, risk: low}\n")


def test_a_long_answer_is_quoted_in_part() -> None:
    story = "He was seen at home and later at the office twice"
    found = only(f'cases:\n  - {{id: "1", risk: {story}}}\n')
    assert "He was seen at home and later at the of" in found.message
    assert "office" not in found.message + str(found.data)


ASKED_OF_MANY = (
    RULES_TEXT.replace("sentence is licence }", "licences at least 2 }")
    + "let licences = count of cases where (sentence is licence)\n"
)


@pytest.mark.parametrize(
    ("rules", "slip"),
    [
        # The fact that decides is itself at fault, so nobody knows.
        (RULES_TEXT, "sentence: 3"),
        # A record that cannot be read may be the second licence.
        (ASKED_OF_MANY, "sentence: licence\n  - licence"),
    ],
)
def test_an_answer_is_not_called_unasked_where_the_slip_may_decide_it(
    tmp_path: Path, rules: str, slip: str
) -> None:
    Path(tmp_path, "slips.inspect").write_text(rules, encoding="utf-8")
    body = f'cases:\n  - id: "1"\n    answers: {{1.1.3: no}}\n    {slip}\n'
    head = BUNDLE[: BUNDLE.index("cases:")]
    Path(tmp_path, "slips.yaml").write_text(head + body, encoding="utf-8")
    with pytest.raises(api.BundleError) as refused:
        api.load_bundle(
            tmp_path / "slips.yaml", api.load_rules(tmp_path / "slips.inspect")
        )
    codes = [one.code for one in refused.value.diagnostics]
    assert 1 == len(codes)
    assert "ANSWER-NOT-ASKED" not in codes
