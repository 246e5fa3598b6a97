"""The public functions: what they give, and what they raise."""

import datetime
import subprocess
import sys
from pathlib import Path

import pytest

import inspect_engine
from inspect_engine import api
from inspect_engine.diagnostics.diagnostic import Severity

HEAD = 'methodology x/a "A" { version 1 language 1 }\n'
RULES = """
scale rating { 0 poor "Poor" 1 good "Good" }
domain D1 "All" { standard S1 "First" { judged on rating } }
"""


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(**files: str) -> None:
    for name, text in files.items():
        path = Path(name.replace("__", "/") + ".inspect")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def refused(rules: str) -> list[str]:
    with pytest.raises(api.RulesError) as error:
        api.load_rules(rules)
    return [one.code for one in error.value.diagnostics]


def test_public_names_are_sorted_and_all_there() -> None:
    names = inspect_engine.__all__
    assert sorted(names) == names
    assert [] == [name for name in names if not hasattr(inspect_engine, name)]


def test_a_name_that_is_not_public_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        inspect_engine.nothing  # noqa: B018


@pytest.mark.parametrize(
    ("statement", "unwanted"),
    [
        ("import inspect_engine", {"lark", "yaml", "click", "attrs"}),
        ("from inspect_engine import load_rules", {"lark", "click", "cattrs", "rich"}),
    ],
)
def test_importing_stays_light(statement: str, unwanted: set[str]) -> None:
    code = f"{statement}\nimport sys\nprint(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert set() == unwanted & set(run.stdout.split())


def test_the_version_is_that_of_the_installed_package() -> None:
    from importlib.metadata import version

    assert version("inspect-engine") == inspect_engine.__version__


# --- rules ------------------------------------------------------------------------


@pytest.mark.parametrize("given", ["x/main.inspect", "x", Path("x")])
def test_rules_are_a_file_or_a_folder(given: str | Path) -> None:
    write(x__main=HEAD + RULES)
    assert ("x/a", "1") == (api.load_rules(given).id, api.load_rules(given).version)


def test_shipped_rules_have_a_name() -> None:
    assert "hmi-probation/pdu" == api.load_rules("hmi-probation/pdu").id


def test_a_file_that_exists_wins_over_a_name() -> None:
    write(**{"hmi-probation__pdu__main": HEAD + RULES})
    assert "x/a" == api.load_rules("hmi-probation/pdu").id


def test_a_folder_gives_the_version_in_force_on_the_day() -> None:
    old = HEAD.replace("version 1", "version 1 in force from 2020-01-01 to 2020-12-31")
    new = HEAD.replace("version 1", "version 2 in force from 2021-01-01")
    write(x__old=old + RULES, x__new=new + RULES)
    days = [datetime.date(2020, 12, 31), datetime.date(2021, 1, 1)]
    assert ["1", "2"] == [api.load_rules("x", day).version for day in days]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("gone.inspect", "FILE-NOT-FOUND"),
        ("./gone", "FILE-NOT-FOUND"),
        ("gone.yaml", "FILE-NOT-FOUND"),
        ("hmi-probation/pud", "UNKNOWN-METHODOLOGY"),
        ("hmi-probation/pdu@1999", "UNKNOWN-VERSION"),
        ("nul\0.inspect", "FILE-NOT-FOUND"),
        ("", "UNKNOWN-METHODOLOGY"),
    ],
)
def test_what_is_not_there_is_said_and_not_thrown(given: str, code: str) -> None:
    assert [code] == refused(given)


def test_a_file_without_a_head_is_no_methodology() -> None:
    write(common=RULES)
    assert ["NO-RULES"] == refused("common.inspect")


def test_another_kind_of_file_is_no_rule_file() -> None:
    Path("rules.txt").write_text("methodology: x/a\n")
    assert ["RULES-ENDING"] == refused("rules.txt")


def test_the_error_reads_as_sentences_and_carries_every_diagnostic() -> None:
    write(main=HEAD + RULES + "let a = nothing\nlet b = nowhere")
    with pytest.raises(api.RulesError) as error:
        api.load_rules("main.inspect")
    assert 2 == len(error.value.diagnostics)
    assert ("main.inspect",) == error.value.files
    assert "«nothing»" in str(error.value)
    assert str(error.value).endswith("2 errors in 1 file.")


# --- check ------------------------------------------------------------------------


def test_checking_a_folder_reads_every_file_in_it() -> None:
    write(x__b=HEAD.replace("x/a", "x/b") + RULES, x__a=HEAD + 'use "common.inspect"')
    write(x__common=RULES)
    checked = api.check(["x"])
    assert () == checked.diagnostics
    assert ("x/a.inspect", "x/common.inspect", "x/b.inspect") == checked.files
    assert ["x/a", "x/b"] == [one.id for one in checked.methodologies]


def test_a_used_file_is_checked_with_its_users_though_asked_for_alone() -> None:
    head = HEAD.replace("version 1", 'version 1 source s "S"')
    write(main=head + 'use "common.inspect"\nlet a = nothing')
    write(common=RULES.replace("0 poor", 'cite s "page 1" 0 poor'))
    checked = api.check(["common.inspect"])
    assert ((), ("common.inspect",)) == (checked.diagnostics, checked.files)


def test_a_fault_in_a_used_file_is_said_once() -> None:
    write(a=HEAD + 'use "common.inspect"', common=RULES + "let n = nothing")
    write(b=HEAD.replace("x/a", "x/b") + 'use "common.inspect"')
    (found,) = api.check(["."]).diagnostics
    assert "common.inspect" == found.place[0]


def test_a_file_that_nobody_uses_is_checked_alone() -> None:
    write(main=HEAD + RULES, lonely="let n = nothing")
    assert ["lonely.inspect"] == [
        found.place[0] for found in api.check(["."]).diagnostics
    ]


def test_faults_of_all_files_come_together() -> None:
    write(a=HEAD + RULES + "let n = ", b=HEAD.replace("x/a", "x/b") + "let m = nothing")
    found = api.check(["b.inspect", "a.inspect"]).diagnostics
    assert ["b.inspect", "a.inspect"] == [one.place[0] for one in found]


def test_one_version_in_two_files_is_found_by_a_check() -> None:
    write(a=HEAD + RULES, b=HEAD + RULES)
    assert ["SAME-VERSION-TWICE"] == [one.code for one in api.check(["."]).diagnostics]


def test_a_path_that_leads_to_no_rules_is_an_error() -> None:
    Path("empty").mkdir()
    found = api.check(["empty", "gone.inspect", "nul\0"]).diagnostics
    assert ["NO-RULES", "FILE-NOT-FOUND", "RULES-ENDING"] == [one.code for one in found]


def test_a_gap_between_bands_is_told_beside_a_misspelt_name_elsewhere() -> None:
    bands = "bands b: percent -> r { below 50 poor 60 and over good }\n"
    rules = "scale r { 0 poor 1 good }\n" + bands
    write(a=HEAD + rules + "let n = nothing")
    found = api.check(["a.inspect"]).diagnostics
    assert ["BAND-GAP", "UNKNOWN-NAME"] == [
        one.code for one in found if one.severity is Severity.ERROR
    ]


def test_a_band_that_cannot_be_read_leaves_no_gap_to_be_told() -> None:
    bands = "bands b: percent -> r { below 50 poor 50 to 60 nice 60 and over good }\n"
    write(a=HEAD + "scale r { 0 poor 1 good }\n" + bands)
    found = api.check(["a.inspect"]).diagnostics
    assert ["UNKNOWN-NAME"] == [
        one.code for one in found if one.severity is Severity.ERROR
    ]


def test_what_is_shipped_is_found_and_clean() -> None:
    assert "hmi-probation/pdu" in [entry.id for entry in api.shipped()]
    found = api.check([entry.path for entry in api.shipped()]).diagnostics
    assert [] == [one for one in found if one.severity is Severity.ERROR]


# --- bundles ----------------------------------------------------------------------


def test_a_bundle_that_is_not_there_is_said_and_not_thrown() -> None:
    rules = api.load_rules("hmi-probation/pdu")
    with pytest.raises(api.BundleError) as error:
        api.load_bundle("gone.yaml", rules)
    assert ["FILE-NOT-FOUND"] == [one.code for one in error.value.diagnostics]


def test_a_bundle_tells_its_rules_before_they_are_read() -> None:
    Path("b.yaml").write_text(
        "bundle: 1\n"
        "inspection: {id: one, rules: hmi-probation/pdu, fieldwork: 2024-08-12}\n"
    )
    head = api.peek_bundle("b.yaml")
    wanted = ("hmi-probation/pdu", datetime.date(2024, 8, 12))
    assert wanted == (head.rules, head.date)
