"""What extending files do to the version they extend."""

from collections import Counter

import pytest

from inspect_engine.binding.changes import change
from inspect_engine.binding.declared import declared
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.source import SourceFile
from inspect_engine.syntax.nodes import Node
from inspect_engine.syntax.parser import parse

BASE = """
scale rating { 0 poor 1 good }
record case {
  fact kind: one of a, b
  fact shared: yes or no
  let double = 2
}
record visit { fact shared: yes or no }
let double = 4
domain D1 "Casework" {
  standard S1 "Assessment" {
    key question 1.1 "Engaged?" { prompt a "How?" prompt b "When?" }
    key question 1.2 "Safe?" { prompt a "Who?" }
    question set young when kind is a { question q1 "Seen?" }
  }
}
standard S2 "Planning" { judged on rating }
overall { score sum of standards }
discretion on standards of domain D1 { may move by 1 level }
discretion on standard S2, S1 { may move by 1 level }
property "fair" { monotone }
note "Once."
"""


def items(text: str) -> tuple[Node, ...]:
    parsed = parse(SourceFile("extension", text))
    assert () == parsed.diagnostics
    found: tuple[Node, ...] = parsed.node.items
    return found


def run(
    text: str, lost: frozenset[str] = frozenset()
) -> tuple[tuple[Node, ...], tuple[Diagnostic, ...]]:
    return change(items(BASE), items(text), "x/base 1", lost)


def made(text: str) -> tuple[Node, ...]:
    result, found = run(text)
    assert () == found
    return result


def names(result: tuple[Node, ...]) -> list[str]:
    return [one.what for one in declared(result)]


def codes(text: str) -> list[str]:
    return [one.code for one in run(text)[1]]


def test_without_changes_all_stays_as_it_is() -> None:
    assert items(BASE) == made("")


@pytest.mark.parametrize(
    ("statement", "gone"),
    [
        ("remove scale rating", {"scale rating"}),
        ("remove record visit", {"record visit", "fact shared"}),
        ("remove fact kind", {"fact kind"}),
        ("remove standard S2", {"standard S2"}),
        ("remove key question 1.2", {"key question 1.2", "prompt 1.2a"}),
        ("remove prompt 1.1a", {"prompt 1.1a"}),
        ("remove prompt b", {"prompt 1.1b"}),
        ("remove question set young", {"question set young", "question q1"}),
        ("remove question q1", {"question q1"}),
        ("remove overall", {"overall"}),
        ("remove discretion D1", {"discretion on standards of domain D1"}),
        ('remove property "fair"', {'property "fair"'}),
    ],
)
def test_remove_takes_out_the_declaration_wherever_it_stands(
    statement: str, gone: set[str]
) -> None:
    before, after = Counter(names(items(BASE))), Counter(names(made(statement)))
    assert Counter(gone) == before - after
    assert Counter() == after - before


@pytest.mark.parametrize(
    "declaration",
    [
        "scale rating { 0 weak 1 strong }",
        'standard S1 "Assessing" { judged on rating }',
        'key question 1.2 "Kept safe?"',
        'question q1 "Seen alone?"',
        "overall { score 3 }",
        "discretion on standard S1, S2 { may move up by 1 level }",
        "discretion on standards of domain D1 { may move up by 1 level }",
        'property "fair" { complete }',
        'note "Once." when 1 is 1',
    ],
)
def test_replace_puts_the_whole_declaration_in_its_place(declaration: str) -> None:
    (new,) = items(f"add {declaration}")
    result = made(f"replace {declaration}")
    nodes = [one.node for one in declared(result)]
    assert getattr(new, "declaration", None) in nodes
    assert len(items(BASE)) == len(result)


def test_a_replaced_prompt_keeps_its_short_name() -> None:
    result = made('replace prompt 1.1a "In which way?"')
    (prompt,) = (one for one in declared(result) if one.names[0] == "1.1a")
    assert ("a", "In which way?") == (prompt.node.id.text, prompt.node.title.text)  # type: ignore[attr-defined]


def test_add_puts_new_declarations_at_the_end() -> None:
    assert ["let three", "let four"] == names(
        made("add let three = 3\nadd let four = 4")
    )[-2:]


@pytest.mark.parametrize(
    ("statement", "new"),
    [
        ("add to record case { fact age: whole }", "fact age"),
        ('add to domain D1 { standard S3 "New" { judged on rating } }', "standard S3"),
        ('add to standard S1 { key question 1.3 "Kept?" }', "key question 1.3"),
        ('add to key question 1.1 { prompt c "Why?" }', "prompt 1.1c"),
        ('add to question q1 { prompt a "By whom?" }', "prompt q1a"),
        ('add to overall { note "All." }', 'note "All."'),
    ],
)
def test_add_to_puts_statements_into_a_block(statement: str, new: str) -> None:
    assert {new} == set(names(made(statement))) - set(names(items(BASE)))


def test_two_additions_to_one_block_are_both_made() -> None:
    text = """
    add to record case { fact age: whole }
    add to record case { fact sex: one of f, m }
    """
    assert {"fact age", "fact sex"} <= set(names(made(text)))


def test_the_order_of_changes_has_no_meaning() -> None:
    changes = [
        "remove let double_up",
        "replace scale rating { 0 weak 1 strong }",
        'add to standard S1 { key question 1.3 "Kept?" }',
        "remove prompt 1.1a",
    ]
    there = run("\n".join(changes))[0]
    back = run("\n".join(reversed(changes)))[0]
    assert there == back


def test_a_removed_standard_may_be_added_in_another_place() -> None:
    text = 'remove standard S2\nadd to domain D1 { standard S2 "Planning" { unrated } }'
    assert 1 == names(made(text)).count("standard S2")


# --- faults -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("statement", "near"),
    [
        ("remove scale ratings", "scale rating"),
        ("replace scale ratng { 0 a }", "scale rating"),
        ('add to standard S12 { note "n" }', "standard S1"),
        ("remove question 1.1", "key question 1.1"),
        ('remove property "fare"', ""),
        ("remove discretion S1", "standard S1"),
        ("remove discretion D7", ""),
        ("remove table t", ""),
    ],
)
def test_what_is_changed_must_be_there(statement: str, near: str) -> None:
    result, (found,) = run(statement)
    assert "NOTHING-TO-CHANGE" == found.code
    assert ((f"did you mean «{near}»?",) if near else ()) == found.help
    assert items(BASE) == result


def test_what_could_not_be_read_is_not_said_to_be_missing() -> None:
    assert () == run("remove let total", frozenset({"total"}))[1]


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("add scale rating { 0 a }", "scale rating"),
        ('add standard S1 "Again" { unrated }', "standard S1"),
        ("add let double = 3", "let double"),
        ("add overall { score 1 }", "overall"),
        (
            "add discretion on standard S1, S2 { needs reason }",
            "discretion on standard",
        ),
        ("add to record case { fact kind: whole }", "fact kind"),
        ('add to standard S2 { key question 1.1 "Again?" }', "key question 1.1"),
        ('add to key question 1.1 { prompt a "Again?" }', "prompt"),
    ],
)
def test_what_is_added_must_be_new(statement: str, what: str) -> None:
    result, (found,) = run(statement)
    assert "ALREADY-THERE" == found.code
    assert what in found.message
    assert [True] == [also.span.source.name == "extension" for also in found.related]
    assert names(items(BASE)) == names(result)


def test_a_name_that_is_known_elsewhere_only_is_new_here() -> None:
    text = """
    add to record visit { fact kind: yes or no }
    add to key question 1.2 { prompt b "How?" }
    """
    assert [] == codes(text)


def test_one_thing_is_not_added_twice() -> None:
    assert ["ALREADY-THERE"] == codes("add let n = 1\nadd let n = 2")


@pytest.mark.parametrize(
    "text",
    [
        "remove scale rating\nremove scale rating",
        "replace scale rating { 0 a }\nremove scale rating",
        "replace scale rating { 0 a }\nreplace scale rating { 0 b }",
        "remove record case\nremove fact kind",
        "remove fact kind\nremove record case",
        'add to record case { fact age: whole }\nreplace record case "C" { }',
        'remove key question 1.1\nreplace prompt 1.1a "Who?"',
    ],
)
def test_one_thing_is_not_changed_twice(text: str) -> None:
    assert ["CHANGED-TWICE"] == codes(text)


@pytest.mark.parametrize(
    ("statement", "hint"),
    [
        ("remove prompt a", "write the full name: «1.1a» or «1.2a»"),
        ("remove fact shared", "replace «record case» or «record visit» as a whole"),
    ],
)
def test_a_name_that_means_several_things_is_not_guessed(
    statement: str, hint: str
) -> None:
    (found,) = run(statement)[1]
    assert ("AMBIGUOUS-CHANGE", (hint,)) == (found.code, found.help)


def test_a_plain_declaration_is_told_which_word_it_lacks() -> None:
    found = run("let n = 1\nscale rating { 0 a }")[1]
    assert ["PLAIN-IN-EXTENSION"] * 2 == [one.code for one in found]
    assert [("write «add let n»",), ("write «replace scale rating»",)] == [
        one.help for one in found
    ]
    assert ["add ", "replace "] == [one.fix[0].replacement for one in found]


@pytest.mark.parametrize(
    ("statement", "place"),
    [
        ('add key question 1.9 "New?"', "standard"),
        ('add question q9 "New?"', "standard"),
        ('add prompt c "New?"', "key question"),
    ],
)
def test_a_question_is_added_to_its_place(statement: str, place: str) -> None:
    (found,) = run(statement)[1]
    assert "ADD-NEEDS-PLACE" == found.code
    assert f"write «add to {place} … {{" in found.help[0]
