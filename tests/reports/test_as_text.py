"""The page for eyes, and the one for ears."""

import re
from fractions import Fraction

import pytest
from attrs import evolve
from tests.reports import samples

from inspect_engine.evaluation.outcome import (
    FigureOutcome,
    Result,
    State,
    ValueOutcome,
)
from inspect_engine.reports import Look, render

RATINGS = """\
Kirklees PDU
Inspection of probation delivery units (hmi-probation/pdu 2023.1)
Fieldwork began on 12 August 2024

--------------------------------------------------------------------
 Score                                        03/21
 Overall rating                               Inadequate
--------------------------------------------------------------------
 1. Organisational arrangements and activity
   P1.1  Leadership                           Requires improvement
   P1.2  Staffing                             Requires improvement
   P1.3  Services                             Requires improvement
 2. Service delivery
   P2.1  Assessment                           Inadequate
   P2.2  Planning                             Inadequate
   P2.3  Implementation and delivery          Inadequate
   P2.4  Reviewing                            Inadequate
--------------------------------------------------------------------
"""

AT_80 = """\
P2.3 Implementation and delivery: Inadequate
         Key question                       Yes  Base      Band      Rating
--------------------------------------------------------------------------------
  2.3.1  Does implementation and delivery   60%  25 of 42  too few   Requires
         focus sufficiently on engaging                              improvement
         the person on probation?
* 2.3.2  Does implementation and delivery   21%  9 of 42   minority  Inadequate
         focus sufficiently on the factors
         linked to offending and
         desistance?
* 2.3.3  Does implementation and delivery   21%  9 of 42   minority  Inadequate
         focus sufficiently on keeping
         other people safe?
"""

AT_120 = """\
P2.1 Assessment: Inadequate
         Key question                                                      Yes  Base      Band      Rating
------------------------------------------------------------------------------------------------------------------------
  2.1.1  Does assessment focus sufficiently on engaging the person on      43%  18 of 42  minority  Inadequate
         probation?
  2.1.2  Does assessment focus sufficiently on the factors linked to       60%  25 of 42  too few   Requires improvement
         offending and desistance?
* 2.1.3  Does assessment focus sufficiently on keeping other people safe?  29%  12 of 42  minority  Inadequate
* decides the rating
"""  # noqa: E501

ENVIRONMENT = {
    "NO_COLOR": "1",
    "FORCE_COLOR": "1",
    "TERM": "dumb",
    "COLUMNS": "33",
    "LINES": "9",
    "TTY_COMPATIBLE": "0",
    "TTY_INTERACTIVE": "1",
}

CODES = re.compile("\x1b\\[[0-9;]*m")


def text(result: Result, width: int = 80, **look: bool) -> str:
    return render(result, "human", Look(width=width, **look))


def line_with(words: str, shown: str) -> str:
    return next(line for line in shown.split("\n") if words in line)


def test_the_head_is_the_ratings_page_of_the_report() -> None:
    assert text(samples.kirklees()).startswith(RATINGS)


def test_a_table_is_readable_at_80_columns() -> None:
    assert AT_80 in text(samples.kirklees())


def test_a_table_has_a_question_a_line_at_120_columns() -> None:
    assert AT_120 in text(samples.kirklees(), 120)


def test_what_decides_is_said_once() -> None:
    assert 1 == text(samples.kirklees()).count("decides the rating")


def test_a_driver_is_bold_where_there_is_colour() -> None:
    assert "\x1b[1m* 2.1.3\x1b[0m" in text(samples.kirklees(), colour=True)


def test_all_tables_of_a_page_stand_in_line() -> None:
    heads = [
        line for line in text(samples.kirklees()).split("\n") if "Key question" in line
    ]

    assert (4, 1) == (len(heads), len(set(heads)))


@pytest.mark.parametrize("width", [20, 44, 66, 80, 130])
def test_no_words_are_lost_at_any_width(width: int) -> None:
    wanted = {"Does", "assessment", "desistance?", "improvement", "Inadequate", "42"}

    assert wanted <= set(text(samples.kirklees(), width).replace(",", "").split())


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    shown = text(samples.unfinished(), width).split("\n")

    assert width >= max(map(len, shown))


def test_the_page_without_a_terminal_is_ascii() -> None:
    assert text(samples.decided()).isascii()


def test_colour_changes_no_words() -> None:
    coloured = text(samples.unfinished(), colour=True)
    bare = [CODES.sub("", line).rstrip() for line in coloured.split("\n")]

    assert "\x1b[1;36mUndetermined" in coloured
    assert text(samples.unfinished()).split("\n") == bare


def test_variables_of_the_terminal_change_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wanted = text(samples.kirklees(), colour=True)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)

    assert wanted == text(samples.kirklees(), colour=True)


def test_lines_are_drawn_where_they_can_be_shown() -> None:
    shown = text(samples.kirklees(), has_lines=True)

    assert text(samples.kirklees()) == shown.replace("\u2500", "-")


def test_words_in_square_brackets_are_words() -> None:
    assert "[red]Kirklees[/red] :smile:" in text(
        samples.kirklees(name="[red]Kirklees[/red] :smile:")
    )


def test_an_open_rating_says_what_is_still_possible() -> None:
    shown = text(samples.unfinished())

    assert line_with("Overall rating", shown).endswith("Undetermined")
    assert line_with("Score", shown).endswith("03 to 04/21")


def test_an_open_rating_says_what_is_possible_and_why() -> None:
    shown = " ".join(text(samples.unfinished()).split())
    possible = "Inadequate or Requires improvement still possible"

    assert f"Overall rating {possible}: P2.1 is open" in shown
    assert f"P2.1 Assessment {possible}: 4 answers open to 2.1.3" in shown


def test_an_open_question_shows_its_base_and_how_much_is_open() -> None:
    lines = text(samples.unfinished(), 120).split("\n")
    at = next(at for at, line in enumerate(lines) if line.startswith("  2.1.3"))

    assert "45 to 55%  19 of 38" in lines[at]
    assert "4 open" in lines[at + 1]
    assert lines[at].endswith("Undetermined")


def test_a_standard_that_nobody_judged_says_so() -> None:
    leadership = samples.standard("P1.1", "Leadership", samples.open_between(0, 1))
    shown = text(samples.kirklees(domains=(), standards={"P1.1": leadership}))

    assert line_with("P1.1 Leadership", shown)
    assert "still possible: not judged yet" in " ".join(shown.split())


def test_what_has_no_answers_says_so_in_place_of_a_range() -> None:
    shown = text(without_answers(), is_verbose=True)

    assert line_with("2.1.1", shown).split()[-3:] == ["no", "answers", "Undetermined"]
    assert "0 to 100%" not in shown


def test_a_standard_without_any_answers_is_a_line_and_no_table() -> None:
    shown = text(without_answers())

    assert "P2.1 Assessment: Inadequate, no answers" in shown
    assert "Key question" not in shown


def without_answers() -> Result:
    before = samples.kirklees().standards["P2.1"]
    asked = evolve(
        before.key_questions[0],
        yes=0,
        no=0,
        unanswered=42,
        relevant=None,
        percent=None,
        exact=None,
        band="",
        outcome=samples.open_between(0, 1, 2, 3),
        lowest=Fraction(0),
        highest=Fraction(1),
    )
    after = evolve(before, key_questions=(asked,), drivers=())
    return samples.kirklees(domains=(), standards={"P2.1": after})


def with_details() -> Result:
    """A prompt below a key question, and a question that is counted in no rating."""
    before = samples.kirklees().standards["P2.1"]
    prompt = evolve(
        samples.question("2.1.1a", "Is it so?", 20),
        kind="prompt",
        outcome=None,
        band="",
    )
    asked = evolve(before.key_questions[0], prompts=(prompt,))
    also = evolve(
        samples.question("information_obtained", "Is it obtained?", 17, 40),
        kind="question",
        outcome=None,
        band="",
    )
    after = evolve(before, key_questions=(asked,), questions=(also,), drivers=())
    loose = evolve(also, id="open_culture", title="Is it open?")
    standards = {"P2.1": after}
    return samples.kirklees(domains=(), standards=standards, questions={"one": loose})


@pytest.mark.parametrize("format", ["human", "plain"])
@pytest.mark.parametrize("words", ["2.1.1a", "information_obtained", "open_culture"])
def test_details_are_shown_when_asked_for(format: str, words: str) -> None:
    assert words not in render(with_details(), format)
    assert words in render(with_details(), format, Look(is_verbose=True))


def test_a_standard_that_the_rules_do_not_rate_is_no_part_of_the_page() -> None:
    outcomes = samples.standard("out", "Outcomes", samples.NOT_RATED, kind="unrated")
    result = samples.kirklees(domains=(), standards={"out": outcomes})

    assert "Outcomes" not in text(result)


def test_not_rated_may_be_one_of_what_is_possible() -> None:
    overall = samples.overall(None, samples.open_between(0, 1, may_be_not_rated=True))
    shown = text(samples.kirklees(overall=overall))

    wanted = "Inadequate, Requires improvement or Not rated still possible"
    assert wanted in " ".join(shown.split())


def test_a_standard_that_is_not_rated_says_so() -> None:
    outcomes = samples.standard("P3", "Outcomes", samples.NOT_RATED, kind="computed")
    shown = text(samples.kirklees(domains=(), standards={"P3": outcomes}))

    assert line_with("P3", shown).endswith("Not rated")


def test_a_decision_shows_both_ratings_and_who_moved_it() -> None:
    shown = " ".join(text(samples.decided()).split())

    assert "Inadequate as computed, moved by a decision" in shown
    wanted = "moved from Inadequate to Requires improvement by the ratings panel on"
    assert f"{wanted} 1 October 2024" in shown


def value(id: str, exact: Fraction | None, unit: str) -> ValueOutcome:
    figure = FigureOutcome(
        state=State.UNDETERMINED if exact is None else State.DETERMINED,
        exact=exact,
        lowest=exact,
        highest=exact,
        unit=unit,
    )
    return ValueOutcome(id=id, title=id, figure=figure)


def test_a_value_that_is_known_is_listed_at_the_end() -> None:
    assert line_with("Cases in scope", text(samples.kirklees())).endswith("  42")


def test_a_value_that_is_open_is_listed_when_asked_for() -> None:
    result = samples.kirklees(values={"a": value("Homeless", None, "number")})

    assert "Homeless" not in text(result)
    assert line_with("Homeless", text(result, is_verbose=True)).endswith("open")


@pytest.mark.parametrize(
    ("share", "shown"),
    [(Fraction(6, 7), "85.7%"), (Fraction(1, 2), "50.0%"), (Fraction(1), "100.0%")],
)
def test_a_percent_without_declared_rounding_has_one_decimal(
    share: Fraction, shown: str
) -> None:
    result = samples.kirklees(values={"a": value("Settled", share, "percent")})

    assert shown == line_with("Settled", text(result)).split()[-1]


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


def test_percents_that_stand_together_have_the_same_decimals() -> None:
    first = samples.question("a", "Is it open?", 20)
    questions = {
        "a": evolve(first, percent=Fraction(69)),
        "b": evolve(first, percent=Fraction(781, 10)),
    }
    shown = text(samples.kirklees(questions=questions), 120, is_verbose=True)

    assert "69.0%" in shown
    assert "78.1%" in shown


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
