"""The page for eyes, and the one for ears."""

from fractions import Fraction

import pytest
from attrs import evolve
from tests.reports import samples

from inspect_engine.evaluation.outcome import Result
from inspect_engine.reports import Look, render
from inspect_engine.reports.layout import size

RATINGS = """\
Score                                                                      03/21
Overall rating                                                        Inadequate
--------------------------------------------------------------------------------
1. Organisational arrangements and activity
  P1.1  Leadership                                          Requires improvement
  P1.2  Staffing                                            Requires improvement
  P1.3  Services                                            Requires improvement
2. Service delivery
  P2.1  Assessment                                                    Inadequate
  P2.2  Planning                                                      Inadequate
  P2.3  Implementation and delivery                                   Inadequate
  P2.4  Reviewing                                                     Inadequate
"""


def text(result: Result, width: int = 80, **look: bool) -> str:
    return render(result, "human", Look(width=width, **look))


def line_with(words: str, shown: str) -> str:
    return next(line for line in shown.split("\n") if words in line)


def test_the_ratings_page_is_that_of_the_report() -> None:
    assert RATINGS in text(samples.kirklees())


def test_the_inspection_and_its_rules_stand_on_top() -> None:
    assert [
        "Kirklees PDU",
        "Inspection of probation delivery units (hmi-probation/pdu 2023.1)",
        "Fieldwork 12 August 2024, 42 cases",
    ] == text(samples.kirklees()).split("\n")[:3]


def test_a_key_question_shows_its_percent_base_words_and_rating() -> None:
    row = line_with("2.1.2", text(samples.kirklees(), 120))

    assert row.endswith("60%  25 of 42  too few   Requires improvement")


def test_both_of_two_drivers_are_marked() -> None:
    rows = [line[:8] for line in text(samples.kirklees()).split("\n")]

    assert ["   2.3.1", "*  2.3.2", "*  2.3.3"] == [
        row for row in rows if " 2.3." in row
    ]


@pytest.mark.parametrize("width", [20, 44, 66, 80, 130])
def test_no_words_are_lost_at_any_width(width: int) -> None:
    wanted = {"Does", "assessment", "desistance?", "improvement", "Inadequate", "42"}

    assert wanted <= set(text(samples.kirklees(), width).replace(",", "").split())


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    shown = text(samples.unfinished(), width).split("\n")[:-1]

    assert width >= max(map(size, shown))


def test_the_page_without_a_terminal_is_ascii() -> None:
    assert text(samples.decided()).isascii()


def test_colour_changes_no_words() -> None:
    coloured = text(samples.unfinished(), colour=True)
    bare = coloured
    for code in ("0", "1", "2", "33", "1;31", "1;36"):
        bare = bare.replace(f"\x1b[{code}m", "")

    assert coloured != bare
    assert text(samples.unfinished()) == bare


def test_an_open_rating_says_what_is_still_possible() -> None:
    shown = text(samples.unfinished())

    assert line_with("Overall rating", shown).endswith("Undetermined")
    assert line_with("Score", shown).endswith("03 to 04/21")
    assert "19 of 38, 4 open" in text(samples.unfinished(), 120)
    wanted = "P2.1 Assessment: Inadequate or Requires improvement still possible"
    assert wanted in shown


def test_not_rated_may_be_one_of_what_is_possible() -> None:
    overall = samples.overall(None, samples.open_between(0, 1, may_be_not_rated=True))
    shown = text(samples.kirklees(overall=overall))

    wanted = "Inadequate, Requires improvement or Not rated still possible"
    assert wanted in " ".join(shown.split())


def test_a_standard_that_is_not_rated_says_so() -> None:
    outcomes = samples.standard("P3", "Outcomes", samples.NOT_RATED, kind="unrated")
    shown = text(samples.kirklees(domains=(), standards={"P3": outcomes}))

    assert line_with("P3", shown).endswith("Not rated")


def test_a_decision_shows_both_ratings_and_who_moved_it() -> None:
    shown = " ".join(text(samples.decided()).split())

    assert "Inadequate as computed, moved by a decision" in shown
    wanted = "moved from Inadequate to Requires improvement by the ratings panel on"
    assert f"{wanted} 1 October 2024" in shown


def test_values_are_shown_when_asked_for() -> None:
    assert "Cases in scope" not in text(samples.kirklees())
    assert "  Cases in scope: 42" in text(samples.kirklees(), is_verbose=True)


def test_a_notice_keeps_its_code() -> None:
    shown = text(samples.kirklees(diagnostics=(samples.WARNING,)))

    assert "warning[SMALL-SAMPLE]: The rating of P2.1 rests on 5 cases." in shown


def test_a_name_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in text(samples.kirklees(name="Kirklees\x1b[2J PDU"))


def test_a_count_that_several_fit_shows_its_base_alone() -> None:
    before = samples.kirklees().standards["P2.1"]
    asked = evolve(before.key_questions[0], yes=None, no=None)
    after = evolve(before, key_questions=(asked,), drivers=())
    shown = text(samples.kirklees(domains=(), standards={"P2.1": after}), 120)

    assert "43%  of 42  minority" in shown


def test_a_figure_whose_decimals_do_not_end_is_marked() -> None:
    before = samples.kirklees().standards["P2.1"]
    asked = evolve(before.key_questions[0], percent=Fraction(300, 7))
    after = evolve(before, key_questions=(asked,))
    shown = text(samples.kirklees(domains=(), standards={"P2.1": after}), 120)

    assert "~42.86%" in shown


def test_a_score_is_as_wide_as_the_most_that_can_be_scored() -> None:
    overall = samples.overall(3, samples.rated(0))
    hundred = evolve(overall, highest_score=Fraction(100))

    assert line_with("Score", text(samples.kirklees(overall=hundred))).endswith(
        "003/100"
    )


def test_a_methodology_without_an_overall_rating_shows_none() -> None:
    shown = text(samples.kirklees(overall=None))

    assert "Score" not in shown
    assert "P1.1  Leadership" in shown


def test_the_plain_page_is_one_sentence_a_line() -> None:
    lines = render(samples.unfinished(), "plain").split("\n")

    assert all(line.endswith((".", "?")) for line in lines)
    assert "Score: 3 to 4 of 21." in lines
    wanted = "Overall rating: undetermined, Inadequate or Requires improvement"
    assert f"{wanted} still possible." in lines


def test_the_plain_page_has_no_drawing_characters() -> None:
    shown = render(samples.kirklees(methodology="hmi"), "plain")

    assert set() == set("*|~%-_") & set(shown)
