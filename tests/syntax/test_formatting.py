"""The one layout: what it looks like, construct by construct."""

from textwrap import dedent

import pytest

from inspect_engine.source import SourceFile
from inspect_engine.syntax.formatting import format_source


def laid_out(text: str) -> str:
    found, diagnostics = format_source(SourceFile("x.inspect", dedent(text)))
    assert () == diagnostics
    assert found is not None
    return found


def test_a_file_with_a_fault_in_its_writing_is_refused_with_the_fault() -> None:
    text, diagnostics = format_source(SourceFile("x.inspect", "scale rating {\n"))

    assert text is None
    assert ["UNCLOSED-BLOCK"] == [one.code for one in diagnostics]


@pytest.mark.parametrize(
    "text",
    [
        "let a = b\n",
        "let a = a\n",
        'note "a" when b is 1 and c is 2 or d is 3\n',
        "table t of n -> nowhere { below -3 -> -1 }\n",
        'input x: yes or no { cite nothing "p" }\n',
        "let a = days from 2023-02-31 to 2024-1-1\n",
    ],
)
def test_a_file_with_errors_of_meaning_only_is_laid_out(text: str) -> None:
    assert text == laid_out(text)


@pytest.mark.parametrize("text", ["", "\n\n", "  \t"])
def test_nothing_stays_nothing(text: str) -> None:
    assert laid_out(text) == ""


def test_a_file_of_comments_keeps_them_and_their_groups() -> None:
    assert "# a\n# b\n\n# c\n" == laid_out("\n\n  # a  \n\t# b\n\n\n\n# c")


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_end_in_one_way(ending: str) -> None:
    assert 'note "a"\n\nnote "b"\n' == laid_out(
        ending.join(['note "a" ', "", '\tnote "b"'])
    )


def test_the_head_of_a_methodology_is_one_table() -> None:
    written = """\
    methodology a/b "T" { version 2023.10 language 1
    in force from 2023-10-01 to 2024-01-01 publisher "P"

    source s "S" at "https://example.org"
    }
    """
    assert dedent("""\
    methodology a/b "T" {
      version   2023.10
      language  1
      in force  from 2023-10-01 to 2024-01-01
      publisher "P"

      source s "S" at "https://example.org"
    }
    """) == laid_out(written)


def test_levels_stand_in_columns_with_what_says_where_they_come_from() -> None:
    written = """\
    scale rating "R" { 0 poor "Poor" word "bad" 10 good { assumed "it" }
      -1 awful "Awful" { assumed "this" guidance "that" }
      # All of them.
      assumed "the scale" }
    """
    assert dedent("""\
    scale rating "R" {
      0  poor   "Poor"   word "bad"
      10 good                        { assumed "it" }
      -1 awful  "Awful"              { assumed "this"
                                       guidance "that" }
      # All of them.
      assumed "the scale"
    }
    """) == laid_out(written)


def test_bands_stand_in_columns_across_comments_and_blank_lines() -> None:
    written = """\
    bands b: percent -> rating { round half up to whole   # of the figure
      below 50 poor "few"
      # The middle.

      50 to below 79.5 fair   # as printed
      79.50 and over good "many"  # read 80
    }
    """
    assert dedent("""\
    bands b: percent -> rating {
      round half up to whole  # of the figure
      below 50          poor  "few"
      # The middle.

      50 to below 79.5  fair          # as printed
      79.50 and over    good  "many"  # read 80
    }
    """) == laid_out(written)


def test_rows_of_a_table_stand_in_columns() -> None:
    written = """\
    table t of n, colour -> rating { first match
    below 3, not red or blue -> poor { assumed "red" }
    -2 to -1, any -> fair
    }
    """
    assert dedent("""\
    table t of n, colour -> rating {
      first match
      below 3,  not red or blue -> poor  { assumed "red" }
      -2 to -1, any             -> fair
    }
    """) == laid_out(written)


def test_short_standards_stand_in_columns_and_long_ones_in_blocks() -> None:
    written = """\
    domain 1 "D" { standard P1 "Leadership" { judged on rating }
    standard P2 "Staff" {
      judged on rating
    }
    standard P3 "Services" { judged on rating not counted } }
    """
    assert dedent("""\
    domain 1 "D" {
      standard P1 "Leadership" { judged on rating }
      standard P2 "Staff"      { judged on rating }
      standard P3 "Services" {
        judged on rating
        not counted
      }
    }
    """) == laid_out(written)


def test_entries_of_a_parameter_stand_in_columns() -> None:
    written = """\
    parameter cut "C": whole by region, year {
    from 2020-01-01 to 2020-12-31 for north, 2020: 3 {assumed "it"}
    from 2021-01-01 for "south west", -5 : -1 }
    """
    assert dedent("""\
    parameter cut "C": whole by region, year {
      from 2020-01-01 to 2020-12-31 for north, 2020: 3   { assumed "it" }
      from 2021-01-01 for "south west", -5:          -1
    }
    """) == laid_out(written)


def test_choices_go_on_a_line_of_their_own_or_each_on_one() -> None:
    written = """\
    record case {
    fact a: one of x, y in order
    fact a_longer_name "With a title": one of first "The first",
      second "The second", third
    fact b "Employment": one of unemployed "Unemployed and looking",
      away "Away from work", employed "In employment, training or education"
      or not_applicable { guidance "Now" }
    }
    """
    assert dedent("""\
    record case {
      fact a: one of x, y in order
      fact a_longer_name "With a title": one of
        first "The first", second "The second", third
      fact b "Employment": one of
        unemployed "Unemployed and looking",
        away       "Away from work",
        employed   "In employment, training or education" or not_applicable
        { guidance "Now" }
    }
    """) == laid_out(written)


def test_a_block_with_one_short_statement_goes_on_one_line() -> None:
    assert 'property "p" { monotone }\noverall {}\n' == laid_out(
        'property "p" {\n  monotone\n}\noverall {\n\n}'
    )


def test_a_block_with_a_comment_in_it_never_goes_on_one_line() -> None:
    text = dedent("""\
    property "p" {  # so it is said
      monotone  # that is it
      # and no more
    }  # all

    overall {
      # nothing yet
    }
    """)
    assert text == laid_out(text)


def test_conditions_that_are_too_long_are_broken_at_their_joints() -> None:
    name = "a_rather_long_name"
    either = [f"{name} is {i}" for i in range(3)]
    assert dedent(f"""\
    note "n"
      when {either[0]}
        and {either[1]}
        and not (
          {either[0]}
          or {either[1]}
          or {either[2]}
          or standard P1.1 is below good
        )
    """) == laid_out(
        f'note "n" when {either[0]} and {either[1]} and not ({" or ".join(either)}'
        " or standard P1.1 is below good)"
    )


def test_sums_are_broken_at_their_signs_and_signs_of_numbers_stay_close() -> None:
    name = "a_rather_long_name_of_a_figure"
    assert dedent(f"""\
    let a = -b - -5 * (c - 2)
    let total
      = {name}
        + {name}
        - {name}
    """) == laid_out(f"let a = - b-  - 5*(c  -2) let total = {name}+{name} -{name}")


def test_texts_in_a_row_are_one_where_they_fit_and_else_stay_as_split() -> None:
    long = "x" * 60
    assert dedent(f"""\
    note "a b\\" c"
    note "{long}"
         "{long}"
      when a is 1
    """) == laid_out(f'note "a"\n  "b\\"" "c"\nnote "{long}" "{long}" when a is 1')


def test_other_words_for_an_answer_are_never_joined() -> None:
    text = 'answers a {\n  no   "No"  also "nil" "none"\n  yes\n}\n'
    assert text == laid_out(text)


def test_a_list_keeps_the_lines_its_author_gave_it_where_it_needs_several() -> None:
    text = dedent("""\
    property "p" {
      always at least 4 of (
        standard P1.1, standard P1.2, standard P1.3,
        standard P2.1, standard P2.2, standard P2.3, standard P2.4
      ) are outstanding
    }
    """)
    assert text == laid_out(text)


def test_members_with_weights_have_a_line_each() -> None:
    members = [f"standard with_a_long_name_{i} weight {i}" for i in range(3)]
    assert (
        "let a\n  = weighted sum of (\n    " + ",\n    ".join(members) + "\n  )\n"
    ) == laid_out(f"let a = weighted sum of ({','.join(members)})")


def test_triggers_of_discretion_have_a_line_each() -> None:
    text = dedent("""\
    discretion on standards {
      may move by 1 level
      when within 5 points of a boundary,
        or one case would change the rating,
        or fewer than 6 relevant cases
      needs reason, authority, date
    }
    """)
    assert text == laid_out(" ".join(text.split()))


def test_comments_within_a_statement_stay_at_their_words() -> None:
    text = dedent("""\
    note "a"  # first
      when b is 1  # second
        # before the joint
        and c is 2  # third
    """)
    assert text == laid_out(text)


def test_comments_of_adjacent_lines_stand_in_one_column() -> None:
    text = dedent("""\
    let a = 1           # one
    let long_name = 12  # twelve
    let b = 2
    let c = 3  # three
    """)
    assert text == laid_out(text)


def test_a_title_behind_a_long_name_gets_its_own_line() -> None:
    title = "Is sufficient information about the safeguarding of children available?"
    assert dedent(f"""\
    record case {{
      question safeguarding_information_available
          "{title}" {{
        guidance "Look."
        always applicable
      }}
      question 1.1 "{title} {title}"
    }}
    """) == laid_out(
        f'record case {{ question safeguarding_information_available "{title}" {{'
        f' guidance "Look." always applicable }} question 1.1 "{title} {title}" }}'
    )


def test_changes_are_laid_out_as_what_they_change() -> None:
    assert dedent("""\
    replace let a = 4 { assumed "b" }
    remove overall
    add to domain 1 {
      standard P1 "A"  { judged on rating }
      standard P2 "Be" { judged on rating }
    }
    """) == laid_out(
        'replace let a=4{assumed "b"} remove overall add to domain 1 {'
        'standard P1 "A" {judged on rating} standard P2 "Be" {judged on rating}}'
    )
