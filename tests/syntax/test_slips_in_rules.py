"""Rules as people say them who do not know the language's words: one way out each."""

import pytest
from tests.corpus.reading import read_bytes, wanted

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.source import SourceFile
from inspect_engine.syntax.parser import parse

FRAME = """\
methodology example "Example" {
  version 1
  language 1
}
scale rating {
  0 inadequate "Inadequate"
  1 requires_improvement "Requires improvement"
  2 good "Good"
  3 outstanding "Outstanding"
}
bands by_percent: percent -> rating {
  round half up to whole
  below 50 inadequate
  50 to 64 requires_improvement
  65 to 79 good
  80 and over outstanding
}
bands by_score: whole 0 to 6 -> rating {
  0 to 1 inadequate
  2 to 3 requires_improvement
  4 good
  5 and over outstanding
}
input size: whole 0 to 10
parameter fee: number {
  from 2024-04-01: 5
  assumed "known to all"
}
record case {
  fact risk: one of low, medium, high in order
  fact seen: yes or no
  fact met: date
  question 1 "Met in time?" { asked when met after 2024-04-01 }
}
standard S1 "Contact" {
  key question 1.1 "Is it planned?" { asked when seen is yes }
  key question 1.2 "Is it done?" { asked when risk is high }
  rating lowest of key questions by by_percent
  limit at most good when count of cases where (risk is high) above 3
}
standard S2 "Leadership" { judged on rating }
table matrix of size, standard S1 -> rating {
  first match
  up to 4, good or outstanding -> good
  any, any -> inadequate
}
overall { score sum of standards  rating score by by_score }
discretion on standard S1 { may move by 1 level  needs reason }
"""


def faults(right: str, wrong: str) -> list[Diagnostic]:
    assert 1 == FRAME.count(right)
    return wanted(read_bytes(FRAME.replace(right, wrong).encode())[1])


def place(wrong: str, underlined: str, right: str) -> int:
    return FRAME.index(right) + wrong.index(underlined)


def test_the_frame_has_no_fault() -> None:
    assert [] == wanted(read_bytes(FRAME.encode())[1])


WHEN = "asked when risk is high"
LIMIT = "limit at most good when count of cases where (risk is high) above 3"
MIDDLE = "50 to 64 requires_improvement"
ROW = "up to 4, good or outstanding -> good"
ON_ALL = "discretion on standards { may move by 1 level }\n"
LIST = "risk: one of low, medium, high in order"


@pytest.mark.parametrize(
    ("right", "wrong", "code", "underlined", "hint"),
    [
        # ids that look like numbers
        (WHEN, "asked when 1.1 is yes", "WRONG-KIND", "1.1", "write «question 1.1»"),
        (
            WHEN,
            "asked when at least 2 of (1.1, 1.2) are yes",
            "WRONG-KIND",
            "1.1",
            "write «(question 1.1, question 1.2)»",
        ),
        (
            WHEN,
            "asked when 1.1 is one of (yes, no)",
            "WRONG-KIND",
            "1.1",
            "write «question 1.1»",
        ),
        (
            WHEN,
            "asked when 1.1",
            "NOT-A-CONDITION",
            "1.1",
            "compare it: question 1.1 is …",
        ),
        # choices
        (
            WHEN,
            "asked when risk is medium or high",
            "NOT-A-CONDITION",
            "high",
            "write «risk is one of (medium, high)»",
        ),
        (
            WHEN,
            "asked when risk is low or medium or high",
            "NOT-A-CONDITION",
            "medium",
            "write «risk is one of (low, medium, high)»",
        ),
        (
            WHEN,
            "asked when risk is not medium and high",
            "NOT-A-CONDITION",
            "high",
            "write «risk is not one of (medium, high)»",
        ),
        (
            WHEN,
            "asked when seen is yes and risk is medium or high",
            "MIXED-LOGIC",
            "seen is yes and risk is medium or high",
            "write (… and …) or …",
        ),
        (
            WHEN,
            'asked when risk is "high"',
            "WRONG-KIND",
            '"high"',
            "take the quotation marks away: high",
        ),
        (
            WHEN,
            'asked when risk is "hihg"',
            "WRONG-KIND",
            '"hihg"',
            "did you mean «high»?",
        ),
        (
            "(risk is high) above",
            "risk is high above",
            "MISPLACED",
            "risk",
            "write «where (risk is high)»",
        ),
        (
            "(risk is high) above",
            "risk is high and seen is yes above",
            "MISPLACED",
            "risk",
            "write «where (risk is high and seen is yes)»",
        ),
        (LIST, "risk: one of low or high", "MISPLACED", "or", "«one of low, high»"),
        (
            LIST,
            "risk: one of low or medium or high in order",
            "MISPLACED",
            "or",
            "write «one of low, medium, high»",
        ),
        (
            LIST,
            "risk: one of low, medium or high or not_applicable",
            "MISPLACED",
            "or",
            "write «one of low, medium, high»",
        ),
        # words
        (WHEN, "asked if risk is high", "UNKNOWN-WORD", "if", "did you mean «when»?"),
        ("good when", "good if", "UNKNOWN-WORD", "if", "did you mean «when»?"),
        ("limit at most", "cap at", "UNKNOWN-WORD", "cap at", "«limit at most»"),
        ("judged on", "rated on", "MISPLACED", "rated on", "write «judged on»"),
        ("lowest of", "minimum of", "UNKNOWN-WORD", "minimum of", "«lowest of»"),
        ("lowest of", "Minimum of", "UNKNOWN-WORD", "Minimum of", "«lowest of»"),
        ("count of", "number of", "MISPLACED", "number of", "write «count of»"),
        ("sum of", "total of", "UNKNOWN-WORD", "total of", "«sum of»"),
        ("seen: yes or no", "seen: yes/no", "MISPLACED", "yes/no", "«yes or no»"),
        ("0 to 10", "from 0 to 10", "MISPLACED", "from 0 to 10", "write «0 to 10»"),
        (f"fact {LIST}", LIST, "INCOMPLETE", "risk", "write «fact risk: …»"),
        ("input size", "size", "INCOMPLETE", "size", "write «input size: …»"),
        # bands
        ("below 50", "under 50", "UNKNOWN-WORD", "under", "did you mean «below»?"),
        ("below 50", "less than 50", "UNKNOWN-WORD", "less than", "«below»"),
        ("above 3", "less than 3", "UNKNOWN-WORD", "less than", "«below»"),
        ("above 3", "over 3", "MISPLACED", "over", "write «above»"),
        ("80 and over", "80 or more", "UNKNOWN-WORD", "80 or more", "«80 and over»"),
        ("80 and over", "at least 80", "MISPLACED", "at least 80", "«80 and over»"),
        ("80 and over", "80+", "MISPLACED", "80+", "write «80 and over»"),
        ("50 to 64", "50 too 64", "UNKNOWN-NAME", "too", "did you mean «to»?"),
        ("2 to 3", "between 2 and 3", "UNKNOWN-WORD", "between 2 and 3", "«2 to 3»"),
        ("below 50", "below 50:", "MISPLACED", ":", "take it out"),
        ('0 inadequate "', '0: inadequate "', "MISPLACED", ":", "take it out"),
        # names of levels
        (
            MIDDLE,
            '50 to 64 "Requires improvement"',
            "MISPLACED",
            '"Requires improvement"',
            "did you mean «requires_improvement»?",
        ),
        (
            MIDDLE,
            "50 to 64 Requires improvement",
            "MISPLACED",
            "Requires improvement",
            "did you mean «requires_improvement»?",
        ),
        (
            "at most good",
            'at most "Requires improvement"',
            "WRONG-KIND",
            '"Requires improvement"',
            "did you mean «requires_improvement»?",
        ),
        (
            "at most good",
            "at most requires improvement",
            "MISPLACED",
            "requires improvement",
            "did you mean «requires_improvement»?",
        ),
        (
            "outstanding -> good",
            "outstanding -> requires improvement",
            "MISPLACED",
            "requires improvement",
            "did you mean «requires_improvement»?",
        ),
        (
            'rating {\n  0 inadequate "I',
            '"rating" {\n  0 inadequate "I',
            "MISPLACED",
            '"rating"',
            "did you mean «rating»?",
        ),
        # dates
        (
            "from 2024-04-01",
            "from 01/04/2024",
            "BAD-DATE",
            "01/04/2024",
            "write 2024-04-01, if the day comes first",
        ),
        (
            "from 2024-04-01",
            "from 04/25/2024",
            "BAD-DATE",
            "04/25/2024",
            "did you mean 2024-04-25?",
        ),
        (
            "from 2024-04-01",
            "from 1st April 2024",
            "BAD-DATE",
            "1st April 2024",
            "did you mean 2024-04-01?",
        ),
        (
            "met after 2024-04-01",
            "met after 01/04/2024",
            "BAD-DATE",
            "01/04/2024",
            "write 2024-04-01, if the day comes first",
        ),
        # texts
        (
            "known to all",
            r"known\to all",
            "STRAY-CHARACTER",
            "\\",
            r"write it twice: «\\»",
        ),
        (
            "scale rating",
            'use "sub\\x.inspect"\nscale rating',
            "STRAY-CHARACTER",
            "\\",
            "write «/»",
        ),
        # cells of tables
        (
            ROW,
            "up to 4, good and over -> good",
            "MISPLACED",
            "good and over",
            "write «good or outstanding»",
        ),
        (
            ROW,
            "up to 4, at least good -> good",
            "MISPLACED",
            "at least good",
            "write «good or outstanding»",
        ),
        (
            ROW,
            "up to 4, at most requires_improvement -> good",
            "MISPLACED",
            "at most requires_improvement",
            "write «inadequate or requires_improvement»",
        ),
        (
            "up to 4, good or outstanding -> good",
            "up to 4, above good -> good",
            "MISPLACED",
            "above good",
            "write «outstanding»",
        ),
        # two blocks about one standard
        (
            "discretion on standard S1",
            f"{ON_ALL}discretion on standard S1",
            "DUPLICATE-ID",
            "discretion on standard S1",
            "name in each only what the other does not cover",
        ),
    ],
)
def test_a_slip_is_told_once_in_its_place_with_the_way_out(
    right: str, wrong: str, code: str, underlined: str, hint: str
) -> None:
    found = faults(right, wrong)
    assert [code] == [one.code for one in found]
    span = found[0].span
    assert span is not None
    start = place(wrong, underlined, right)
    if code == "DUPLICATE-ID":
        start = FRAME.index(right) + wrong.rindex(underlined)
    assert (start, underlined) == (span.start, span.text[: len(underlined)])
    assert hint in " / ".join(found[0].help)


def test_choices_in_order_are_listed_as_levels_are() -> None:
    text = """
        record case {
          fact risk: one of low "Low", medium also "mid", high, very_high in order
          fact seen: yes or no
          table t of risk -> yes or no { medium and over -> yes  low -> no }
        }
    """
    found = wanted(read_bytes(text.encode())[1])
    expected = [("write «medium or high or very_high»",)]
    assert expected == [one.help for one in found]


def test_two_discretions_are_said_to_cover_the_same() -> None:
    both = f"{ON_ALL}discretion on standard S1"
    message = faults("discretion on standard S1", both)[0].message
    assert "Another discretion covers «S1» already." == message


def test_two_discretions_on_many_standards_are_one_fault() -> None:
    second = "discretion on standards"
    both = "discretion on standard S1, S2 { may move by 1 level }\n" + second
    message = faults("discretion on standard S1", both)[0].message
    assert 1 == len(faults("discretion on standard S1", both))
    assert "Another discretion covers «S1, S2» already." == message


def test_a_level_of_a_scale_that_stands_elsewhere_is_not_guessed() -> None:
    text = "table t of a -> stars {\n  fair and over -> one\n  any -> two\n}\n"
    found = [one for one in read_bytes(text.encode())[1] if one.code == "MISPLACED"]
    expected = ("write the levels one by one, with «or» between them",)
    assert [expected] == [one.help for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "let minimum = 1\nlet under = minimum + 1\n",
        'record case { fact if: yes or no  question 1 "?" { asked when if is yes } }\n',
        "scale s { 0 requires  1 improvement  2 requires_improvement }\n",
        "bands b: whole 0 to 3 -> s { 0 requires 1 improvement 2 and over high }\n",
    ],
)
def test_words_that_only_look_like_slips_stay_names(text: str) -> None:
    assert () == parse(SourceFile("given.inspect", text)).diagnostics


@pytest.mark.parametrize(
    ("right", "wrong", "near"),
    [
        ("rating lowest of", "rating lowset of", "lowest"),
        ("when count of cases", "when cuont of cases", "count"),
        ("score sum of", "score smu of", "sum"),
        ("risk is high) above 3", "risk is high) abov 3", "above"),
    ],
)
def test_a_misspelt_word_that_could_be_a_name_is_one_fault(
    right: str, wrong: str, near: str
) -> None:
    (found,) = faults(right, wrong)

    assert ("UNKNOWN-WORD", near) == (found.code, found.data["near"])
