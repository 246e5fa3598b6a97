"""Files put together: what is used, what is extended, and what is wrong in any."""

import os
from pathlib import Path

import pytest

from inspect_engine.binding.assembly import Assembly, assemble
from inspect_engine.binding.catalogue import Catalogue
from inspect_engine.binding.declared import declared
from inspect_engine.binding.entries import rule_files
from inspect_engine.diagnostics.diagnostic import Diagnostic

HEAD = 'methodology a/b "B" { version 1 }\n'


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(**files: str) -> None:
    for name, text in files.items():
        path = Path(name.replace("__", "/") + ".inspect")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


def read(path: str = "main.inspect", root: str = ".") -> Assembly:
    assembly, found = assemble(path, Catalogue((root,)))
    assert () == found
    assert assembly is not None
    return assembly


def faults(path: str = "main.inspect", root: str = ".") -> tuple[Diagnostic, ...]:
    return assemble(path, Catalogue((root,)))[1]


def codes(path: str = "main.inspect", root: str = ".") -> list[str]:
    return [one.code for one in faults(path, root)]


def names(assembly: Assembly) -> list[str]:
    return [one.what for one in declared(assembly.declarations)]


def test_declarations_of_a_used_file_stand_where_it_is_used() -> None:
    write(main=f'{HEAD}let a = 1\nuse "more.inspect"\nlet c = 3', more="let b = 2")
    assert ["let a", "let b", "let c"] == names(read())


def test_files_are_listed_as_they_are_read_and_named_as_they_were_given() -> None:
    write(x__main=HEAD + 'use "sub/one.inspect"', x__sub__one='use "two.inspect"')
    write(x__sub__two="")
    shown = [source.name for source in read("x/main.inspect", "x").files]
    assert ["x/main.inspect", "x/sub/one.inspect", "x/sub/two.inspect"] == shown


def test_a_file_used_in_two_ways_counts_once() -> None:
    write(main=HEAD + 'use "one.inspect" use "two.inspect"')
    write(one='use "two.inspect"', two="let b = 2")
    assert ["let b"] == names(read())


def test_a_file_without_a_head_is_an_assembly_without_one() -> None:
    write(main="let a = 1")
    assert read().head is None


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    write(main=("\ufeff" + HEAD + 'use "more.inspect"\n').replace("\n", "\r\n"))
    write(more="let a = 1\r\n")
    assert ["let a"] == names(read())


def test_a_name_may_lead_upward_inside_the_folder_of_the_rules() -> None:
    write(x__main=HEAD + 'use "../y/more.inspect"', y__more="let a = 1")
    assembly = read("x/main.inspect")
    assert ["x/main.inspect", "y/more.inspect"] == [one.name for one in assembly.files]


@pytest.mark.parametrize(
    "written", ["../y/more.inspect", "/more.inspect", "..\\\\more.inspect", ""]
)
def test_a_name_never_leads_out_of_the_folder(written: str) -> None:
    write(x__main=f'{HEAD}use "{written}"', y__more="let a = 1", more="let a = 1")
    (found,) = faults("x/main.inspect", "x")
    assert ("PATH-LEAVES-FOLDER", f'"{written}"') == (
        found.code,
        found.span.text if found.span else "",
    )


def test_a_file_alone_may_use_its_own_folder_only() -> None:
    write(x__main=HEAD + 'use "../more.inspect"', more="let a = 1")
    assert ["PATH-LEAVES-FOLDER"] == codes("x/main.inspect", "elsewhere")


def test_a_version_behind_a_link_that_leads_out_is_not_extended(
    tmp_path: Path,
) -> None:
    write(x__main=HEAD.replace("}", "extends out/of 1 }"))
    write(out='methodology out/of "Out" { version 1 language 1 }')
    try:
        Path("x/link.inspect").symlink_to(tmp_path / "out.inspect")
    except OSError:
        pytest.skip("no links here")
    assert ["UNKNOWN-METHODOLOGY"] == codes("x/main.inspect", "x")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders")
def test_a_pipe_among_the_rules_is_not_waited_for() -> None:
    write(main=HEAD + "let a = 1")
    os.mkfifo("pipe.inspect")
    os.mkfifo("pipe.yaml")
    assert ["main.inspect"] == list(rule_files("."))


def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    write(x__main=HEAD + 'use "link.inspect"', secret="let a = 1")
    try:
        Path("x/link.inspect").symlink_to(tmp_path / "secret.inspect")
    except OSError:
        pytest.skip("no links here")
    assert ["PATH-LEAVES-FOLDER"] == codes("x/main.inspect", "x")


def test_a_missing_file_is_shown_where_it_is_named() -> None:
    write(main=HEAD + 'use "gone.inspect"')
    (found,) = faults()
    assert ("FILE-NOT-FOUND", ("main.inspect", 2, 5)) == (found.code, found.place)


def test_a_missing_main_file_is_shown_by_its_name() -> None:
    assert [("gone.inspect", 0, 0)] == [one.place for one in faults("gone.inspect")]


def test_another_ending_is_refused_in_so_many_words() -> None:
    write(main=HEAD + 'use "more.txt"')
    (found,) = faults()
    assert "RULES-ENDING" == found.code
    assert ".inspect, .yaml or .json" in found.message


def test_nothing_is_assembled_where_a_part_is_missing() -> None:
    write(main=HEAD + 'use "gone.inspect"')
    assert assemble("main.inspect", Catalogue(()))[0] is None


def test_a_backslash_in_a_used_name_is_told_once() -> None:
    write(main=HEAD + 'use "sub\\x.inspect"\n')
    assert ["STRAY-CHARACTER"] == codes()
    assert ("write «/»",) == faults()[0].help


def test_a_circle_of_use_shows_its_chain() -> None:
    write(main=HEAD + 'use "one.inspect"')
    write(one='use "two.inspect"', two='use "three.inspect"', three='use "one.inspect"')
    (found,) = faults()
    assert ("CIRCULAR-USE", ("three.inspect", 1, 5)) == (found.code, found.place)
    places = [also.span.source.name for also in found.related]
    assert ["one.inspect", "two.inspect"] == places


def test_a_file_that_uses_itself_is_a_circle() -> None:
    write(main=HEAD + 'use "main.inspect"')
    (found,) = faults()
    assert "«main.inspect» leads back to itself." == found.message


def test_a_used_file_is_no_methodology_of_its_own() -> None:
    write(main=HEAD + 'use "other.inspect"', other='methodology a/c "C" { version 1 }')
    (found,) = faults()
    assert "METHODOLOGY-IN-USED-FILE" == found.code
    assert ["other.inspect"] == [also.span.source.name for also in found.related]


def test_a_file_has_one_head() -> None:
    write(main=HEAD + 'methodology a/c "C" { version 1 }')
    assert ["SECOND-METHODOLOGY"] == codes()


def test_faults_of_all_files_come_at_once_in_the_order_of_reading() -> None:
    write(main=HEAD + 'use "zz.inspect"\nuse "aa.inspect"\nlet = 1')
    write(zz="let x = 1 +\n", aa="scale {\n}")
    found = faults()
    files = ["main.inspect", "zz.inspect", "aa.inspect"]
    assert files == [one.place[0] for one in found]


def test_a_damaged_file_says_so_and_keeps_the_names_it_lost() -> None:
    write(main=HEAD + "let total = 1 +\nlet b = 2")
    assembly, _ = assemble("main.inspect", Catalogue(()))
    assert assembly is not None
    assert assembly.is_damaged
    assert "total" in assembly.lost


def test_a_whole_file_is_not_damaged() -> None:
    write(main=HEAD)
    assert not read().is_damaged


# --- extends ----------------------------------------------------------------------


EXTENDING = 'methodology a/b "Second" { version 2 extends a/b 1 }\n'


def test_an_extension_has_what_it_does_not_change() -> None:
    write(base=HEAD + "let a = 1 let b = 2", main=EXTENDING + "remove let a")
    assembly = read()
    assert ["let b"] == names(assembly)
    assert ("a/b", "1") == assembly.extends
    assert ["main.inspect", "base.inspect"] == [one.name for one in assembly.files]


def test_an_extension_of_an_extension_builds_on_its_changes() -> None:
    write(base=HEAD + "let a = 1", second=EXTENDING + "add let b = 2")
    write(main='methodology a/b "C" { version 3 extends a/b 2 }\nremove let a')
    assert ["let b"] == names(read())


def test_the_head_of_an_extension_stands_and_sources_stay_citable() -> None:
    write(base='methodology a/b "B" { version 1 source x "X" source y "Y" }')
    write(main='methodology a/b "C" { version 2 extends a/b 1 source y "New" }')
    head = read().head
    assert head is not None
    sources = {
        part.id.text: part.title.text
        for part in head.parts
        if hasattr(part, "title") and hasattr(part, "id")
    }
    assert ("C", {"y": "New", "x": "X"}) == (head.title.text, sources)


def test_what_an_extension_uses_is_added() -> None:
    write(base=HEAD + "let a = 1", more="let b = 2")
    write(main=EXTENDING + 'use "more.inspect"')
    assert ["let a", "let b"] == names(read())


def test_a_file_that_base_and_extension_use_counts_once() -> None:
    write(base=HEAD + 'use "more.inspect"', more="let b = 2")
    write(main=EXTENDING + 'use "more.inspect"')
    assert ["let b"] == names(read())


def test_an_unknown_base_suggests_the_one_that_was_meant() -> None:
    write(base=HEAD.replace("a/b", "abc/base"))
    write(main='methodology a/b "C" { version 2 extends abc/bass 1 }')
    (found,) = faults()
    assert ("UNKNOWN-METHODOLOGY", ("main.inspect", 1, 41)) == (found.code, found.place)
    assert ("did you mean «abc/base»?",) == found.help


def test_a_pinned_version_is_taken_exactly() -> None:
    write(base=HEAD, main='methodology a/b "C" { version 2 extends a/b 1.0 }')
    (found,) = faults()
    assert "UNKNOWN-VERSION" == found.code
    assert ("its versions are «1», «2»",) == found.help


def test_a_circle_of_extends_shows_its_chain() -> None:
    write(main='methodology a/b "B" { version 1 extends a/b 2 }')
    write(other='methodology a/b "B" { version 2 extends a/b 1 }')
    (found,) = faults()
    assert ("CIRCULAR-EXTENDS", "other.inspect") == (found.code, found.place[0])
    assert ["main.inspect"] == [also.span.source.name for also in found.related]


def test_faults_in_the_base_are_shown_in_the_base() -> None:
    write(base=HEAD + "let a = ", main=EXTENDING)
    assert ["base.inspect"] == [one.place[0] for one in faults()]


def test_a_change_needs_something_that_is_extended() -> None:
    write(main=HEAD + "add let a = 1\nremove let b")
    assert ["CHANGE-WITHOUT-EXTENDS"] * 2 == codes()


def test_a_change_is_no_second_fault_where_extends_could_not_be_read() -> None:
    write(main='methodology a/b "B" { version 2 extends }\nadd let a = 1')
    assert "CHANGE-WITHOUT-EXTENDS" not in codes()


def test_a_folder_within_the_rules_does_not_narrow_what_may_be_used() -> None:
    write(x__main=HEAD + 'use "../y/more.inspect"', y__more="let a = 1")
    assert () == assemble("x/main.inspect", Catalogue(("x", ".")))[1]


def test_a_file_beside_the_folder_of_the_rules_has_its_own_folder() -> None:
    write(x__y__a="", z__main=HEAD + 'use "more.inspect"', z__more="let a = 1")
    assert () == assemble("x/../z/main.inspect", Catalogue(("x",)))[1]
