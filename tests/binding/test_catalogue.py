"""Which methodology a name, a date or a folder means."""

import datetime
from pathlib import Path

import pytest

from inspect_engine.binding import heads
from inspect_engine.binding.catalogue import Catalogue, clashes
from inspect_engine.binding.entries import Entry, rule_files, version_key
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.source import SourceFile
from inspect_engine.syntax.parser import Parsed, parse

DAY = datetime.date.fromisoformat


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, head: str, rest: str = "") -> None:
    path = Path(f"{name}.inspect")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{head}\n{rest}", encoding="utf-8")


def version(id: str, number: str, dates: str = "") -> str:
    in_force = f"in force from {dates}" if dates else ""
    return f'methodology {id} "Title" {{ version {number} {in_force} }}'


def find(name: str, on: str = "") -> tuple[Entry | None, tuple[Diagnostic, ...]]:
    return Catalogue(["."]).find(name, DAY(on) if on else None)


def found(name: str, on: str = "") -> str:
    entry, faults = find(name, on)
    assert () == faults
    return entry.name if entry else ""


def fault(name: str, on: str = "") -> Diagnostic:
    entry, (only,) = find(name, on)
    assert entry is None
    return only


@pytest.fixture
def _family() -> None:
    write("x/old", version("x/a", "2021", "2021-04-01 to 2023-09-30"))
    write("x/new", version("x/a", "2023.9", "2023-10-01 to 2024-06-30"))
    write("x/newer", version("x/a", "2023.10", "2024-07-01"))
    write("y/other", version("x/b", "1"))


@pytest.mark.usefixtures("_family")
class TestOfAFamily:
    @pytest.mark.parametrize(
        ("day", "meant"),
        [
            ("2021-04-01", "x/a@2021"),
            ("2023-09-30", "x/a@2021"),
            ("2023-10-01", "x/a@2023.9"),
            ("2024-06-30", "x/a@2023.9"),
            ("2024-07-01", "x/a@2023.10"),
            ("2099-01-01", "x/a@2023.10"),
        ],
    )
    def test_both_ends_of_a_period_belong_to_it(self, day: str, meant: str) -> None:
        assert meant == found("x/a", day)

    def test_without_a_day_it_is_the_latest(self) -> None:
        assert "x/a@2023.10" == found("x/a")

    def test_a_version_is_exact_whatever_the_day(self) -> None:
        assert "x/a@2023.9" == found("x/a@2023.9", "2021-05-01")

    def test_the_beginning_of_a_version_means_its_latest(self) -> None:
        assert "x/a@2023.10" == found("x/a@2023")

    def test_the_beginning_ends_at_a_dot(self) -> None:
        assert "UNKNOWN-VERSION" == fault("x/a@202").code

    def test_a_version_that_is_not_there_names_those_that_are(self) -> None:
        hint = "its versions are «2021», «2023.9», «2023.10»"
        assert (hint,) == fault("x/a@2022").help

    def test_before_all_versions_none_is_in_force(self) -> None:
        assert "NONE-IN-FORCE" == fault("x/a", "2021-03-31").code

    def test_an_unknown_id_suggests_the_one_that_was_meant(self) -> None:
        write("probation", version("hmi-probation/pdu", "1"))
        assert ("did you mean «hmi-probation/pdu»?",) == fault("hmi-probation/pud").help

    def test_without_dates_a_version_is_always_in_force(self) -> None:
        assert "x/b@1" == found("x/b", "1999-12-31")

    def test_a_folder_of_two_families_is_not_one_set_of_rules(self) -> None:
        _, (only,) = Catalogue(["."]).find_only()
        assert "SEVERAL-METHODOLOGIES" == only.code
        assert only.message.endswith("x/a, x/b.")

    def test_a_folder_of_one_family_is_one_set_of_rules(self) -> None:
        entry, _ = Catalogue(["x"]).find_only(DAY("2022-01-01"))
        assert entry is not None
        assert ("x/a@2021", "x/old.inspect") == (entry.name, entry.path)

    def test_entries_come_in_the_order_of_ids_and_versions(self) -> None:
        names = [entry.name for entry in Catalogue(["."]).entries()]
        assert ["x/a@2021", "x/a@2023.9", "x/a@2023.10", "x/b@1"] == names

    def test_versions_that_follow_one_another_do_not_clash(self) -> None:
        assert [] == list(clashes(Catalogue(["."]).entries()))


def test_two_in_force_on_one_day_is_not_a_choice() -> None:
    write("a", version("x/a", "1", "2021-01-01 to 2023-01-01"))
    write("b", version("x/a", "2", "2023-01-01"))
    only = fault("x/a", "2023-01-01")
    assert ("TWO-IN-FORCE", 2) == (only.code, len(only.related))
    (seen,) = clashes(Catalogue(["."]).entries())
    assert ("TWO-IN-FORCE", "b.inspect") == (seen.code, seen.place[0])


def test_one_version_in_two_files_is_not_a_choice() -> None:
    write("a", version("x/a", "1"))
    write("b", version("x/a", "1"))
    assert {"SAME-VERSION-TWICE"} == {
        fault(name, on).code for name in ("x/a", "x/a@1") for on in ("", "2023-01-01")
    }
    (seen,) = clashes(Catalogue(["."]).entries())
    assert ("SAME-VERSION-TWICE", "b.inspect") == (seen.code, seen.place[0])


def test_a_folder_without_rules_says_so() -> None:
    assert ["NO-RULES"] == [one.code for one in Catalogue(["."]).find_only()[1]]


def test_hidden_folders_are_passed_over() -> None:
    write(".old/a", version("x/a", "1"))
    write("b", "")
    assert ["b.inspect"] == list(rule_files("."))


def test_a_head_is_read_without_the_rest_of_the_file() -> None:
    write("a", version("x/a", "1"), "let broken = ")
    assert "x/a@1" == found("x/a")


def test_a_head_that_cannot_be_read_is_not_silently_left_out() -> None:
    write("a", version("x/a", "1"))
    write("b", 'methodology x/a "A" { version }')
    _, faults = find("x/a")
    assert {"b.inspect"} == {one.place[0] for one in faults}
    assert "x/a@1" == found("x/a@1")


def test_heads_of_other_methodologies_are_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[str] = []

    def spy(source: SourceFile) -> Parsed:
        read.append(source.name)
        return parse(source)

    monkeypatch.setattr(heads, "parse", spy)
    write("a", version("x/a", "1"))
    write("b", version("x/b", "1"), "let b = 2\n" * 10)
    write("c", "# a methodology", 'let c = "methodology x/b"')
    assert ("x/b@1", ["b.inspect"]) == (found("x/b"), read)


@pytest.mark.parametrize(
    "text",
    [
        '# methodology x/b "No" {\nmethodology x/a "A" { version 1 }',
        'note "methodology x/b" methodology x/a "A" { version 1 }',
        'methodology # here\n x/a "A" { version 1 }',
        'methodology x/a "A {" { # }\n version 1 }',
        'scale methodology { 0 poor }\nmethodology x/a "A" { version 1 }',
        'standard s "S" { note "methodology" }\nmethodology x/a "A" { version 1 }',
    ],
)
def test_a_head_is_found_past_texts_comments_and_other_blocks(text: str) -> None:
    write("a", text)
    assert "x/a@1" == found("x/a")


def test_an_entry_says_what_the_head_says() -> None:
    text = """methodology x/a "Title" {
      version 2
      publisher "Us"
      extends x/b 1
      in force from 2021-01-01 to 2022-01-01
      source one "One" source two "Two"
    }"""
    write("a", text)
    entry, _ = find("x/a")
    assert entry is not None
    assert ("Title", "Us", 2) == (entry.title, entry.publisher, entry.sources)
    assert (DAY("2021-01-01"), DAY("2022-01-01")) == entry.in_force
    assert ("x/b", "1") == entry.extends


def test_a_file_in_two_roots_counts_once() -> None:
    write("x/a", version("x/a", "1"))
    assert 1 == len(Catalogue([".", "x"]).entries())


def test_versions_are_ordered_as_people_count_them() -> None:
    versions = ["2023.10", "2023", "2023.9", "2023.9a", "1", "10", "2"]
    wanted = ["1", "2", "10", "2023", "2023.9", "2023.9a", "2023.10"]
    assert wanted == sorted(versions, key=version_key)
