"""The other formats: for ears, editors, programs and build servers."""

import json
import subprocess
import sys
from xml.etree import ElementTree

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.diagnostics.samples import (
    ABOUT_A_FILE,
    IN_A_CELL,
    NOWHERE,
    gap,
    source,
    span_of,
)

from inspect_engine.diagnostics.diagnostic import (
    Cell,
    Diagnostic,
    Edit,
    Related,
    Severity,
    Silenced,
)
from inspect_engine.diagnostics.render import FORMATS, render, summary
from inspect_engine.source import SourceFile

EVERY_KIND = (gap(source()), IN_A_CELL, ABOUT_A_FILE, NOWHERE)


def test_the_summary_counts_by_severity() -> None:
    assert summary(EVERY_KIND, 3) == "2 errors, 1 warning, 1 note in 3 files"


def test_the_summary_of_nothing_says_so() -> None:
    assert summary((), 1) == "no problems in 1 file"


def test_what_is_silenced_is_counted_apart() -> None:
    assert summary(EVERY_KIND[:1], 1, silenced=2) == "1 error, 2 silenced in 1 file"
    assert summary((), 1, silenced=1) == "no problems, 1 silenced in 1 file"


FULL = Diagnostic(
    code="TEST-CODE",
    reason="test-reason",
    severity=Severity.WARNING,
    message="the message",
    span=span_of("65", source()),
    label="the label",
    related=(Related(span_of("50", source(name="other.inspect")), "the other"),),
    help=("one way", "another way"),
    data={"fact": "of the case"},
    fix=(Edit(span_of("64", source()), "the fix"),),
)
EVERYWHERE = ("TEST-CODE", "the message")
SPOKEN = (*EVERYWHERE, "the label", "one way", "another way", "the other")


@pytest.mark.parametrize(
    ("format", "parts"),
    [
        ("human", (*SPOKEN, "warning", "rules/pdu.inspect:2:3", "other.inspect:1:3")),
        ("plain", (*SPOKEN, "Warning", "line 2 column 3", "other.inspect line 1")),
        ("compact", (*EVERYWHERE, "warning", "rules/pdu.inspect:2:3")),
        ("json", (*SPOKEN, "warning", "test-reason", "of the case", "the fix")),
        ("sarif", (*SPOKEN, "warning", "the fix", '"startLine": 2')),
        ("github", (*SPOKEN[:-1], "::warning", "line=2", "col=3", "endColumn=5")),
        ("junit", (*EVERYWHERE, "warning", "rules/pdu.inspect:2:3")),
    ],
)
def test_every_format_gives_all_that_it_has_room_for(
    format: str, parts: tuple[str, ...]
) -> None:
    text = render([FULL], format)

    assert [] == [part for part in parts if part not in text]


def test_junit_gives_all_of_an_error() -> None:
    text = render([evolve(FULL, severity=Severity.ERROR)], "junit")

    assert [] == [part for part in SPOKEN if part not in text]


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_silenced_is_listed_only_for_programs(format: str) -> None:
    found = evolve(FULL, silenced=Silenced("its reason", span_of("80", source())))
    text = render([found], format, files=["rules/pdu.inspect"])
    is_listed = format in ("json", "sarif")

    assert (is_listed, is_listed) == ("its reason" in text, "TEST-CODE" in text)


def test_json_tells_why_something_is_silenced() -> None:
    found = evolve(FULL, silenced=Silenced("its reason", span_of("80", source())))
    document = json.loads(render([found], "json"))
    [one] = document["diagnostics"]

    assert "its reason" == one["silenced"]["reason"]
    assert {"line": 3, "column": 3} == one["silenced"]["span"]["start"]
    assert (0, 1) == (document["summary"]["warnings"], document["summary"]["silenced"])


def test_json_counts_notes_that_it_does_not_list() -> None:
    document = json.loads(render([NOWHERE], "json", has_notes=False))

    assert (0, 1) == (len(document["diagnostics"]), document["summary"]["notes"])


def test_plain_reads_as_sentences() -> None:
    assert (
        "Error, BAND-GAP, file rules/pdu.inspect line 2 column 3: "
        "scores above 64% and below 65% have no band. "
        "Here: this band starts at 65; the one before ends at 64. "
        "Example: 9 of 14 cases (64.3%) would get no rating. "
        'Hint: either: add "round half up to whole", or write "50 to below 65". '
        "More: inspect-engine explain-code BAND-GAP.\n"
        "1 error in 1 file."
    ) == render([gap(source())], "plain")


def test_plain_speaks_alternatives_in_one_sentence() -> None:
    shown = render([ABOUT_A_FILE], "plain")
    wanted = "Hint: either write its full path; or run the command in its folder."
    assert wanted in shown


def test_compact_is_one_line_each() -> None:
    assert [
        "rules/pdu.inspect:2:3: error[BAND-GAP] "
        "scores above 64% and below 65% have no band",
        "cases.xlsx, sheet Cases, row 3, column B: "
        "warning[WRONG-OPTION] «mabye» is no answer to 2.1.1",
        "cases.yaml: error[NO-FILE] There is no file called «cases.yaml»",
        "note[NOT-COVERED] Totals were not checked",
    ] == render(EVERY_KIND, "compact").splitlines()


def test_json_carries_every_field() -> None:
    found = json.loads(render([gap(source())], "json"))["diagnostics"][0]
    names = {field.name for field in Diagnostic.__attrs_attrs__}
    assert names == set(found)


def test_json_gives_spans_in_lines_and_columns() -> None:
    document = json.loads(render([gap(source())], "json", files=3))
    assert document["schema"] == "inspect-engine/diagnostics/1"
    assert document["summary"] == {
        "errors": 1,
        "warnings": 0,
        "notes": 0,
        "silenced": 0,
        "files": 3,
    }
    assert document["diagnostics"][0]["span"] == {
        "file": "rules/pdu.inspect",
        "start": {"line": 2, "column": 3},
        "end": {"line": 2, "column": 5},
    }


def test_github_escapes_what_its_commands_reserve() -> None:
    found = evolve(NOWHERE, file="a,b:c.inspect", message="50%: «x,y»", help=("h",))
    assert (
        "::notice file=a%2Cb%3Ac.inspect,title=NOT-COVERED::50%25: «x,y»%0Ah"
    ) == render([found], "github")


def test_github_marks_the_columns_of_a_single_line() -> None:
    assert render([gap(source())], "github").startswith(
        "::error file=rules/pdu.inspect,line=2,endLine=2,col=3,endColumn=5,"
        "title=BAND-GAP::"
    )


def test_junit_fails_a_file_for_each_error_and_passes_clean_ones() -> None:
    names = ["rules/pdu.inspect", "clean.inspect"]
    text = render([gap(source()), gap(source())], "junit", files=names)
    suite = ElementTree.fromstring(text)[0]
    failures = {case.get("name"): len(case.findall("failure")) for case in suite}
    assert failures == {"rules/pdu.inspect": 2, "clean.inspect": 0}
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")


def test_junit_never_gives_an_empty_suite() -> None:
    suite = ElementTree.fromstring(render([], "junit", files=2))[0]
    assert [case.get("name") for case in suite] == ["2 files without problems"]


@pytest.mark.parametrize("format", FORMATS)
def test_no_format_lets_a_control_character_through(format: str) -> None:
    file = source("a\x1b[31m\u202e b", "e\x1b\x07vil\n.inspect")
    found = Diagnostic(
        code="X",
        severity=Severity.ERROR,
        message="\x1b]0;m\x07\r",
        span=span_of("b", file),
        label="\x9b",
        help=("\x1b",),
        related=(Related(span_of("a", file), "\x1b"),),
    )
    controls = set(map(chr, [*range(32), *range(127, 160), 0x202E])) - {"\n"}
    assert set() == controls & set(render([found], format))


def test_importing_the_renderer_loads_no_format() -> None:
    code = (
        "import sys, inspect_engine.diagnostics.render as r;"
        "print([m for m in ('json', 'xml', 'rich', 'importlib.metadata')"
        " if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


TEXTS = st.text(max_size=60) | st.text(
    "a\t\r\n\x1b見\u0301\u202e\ud800\uffff{}%", max_size=200
)


@st.composite
def diagnostics(draw: st.DrawFn) -> Diagnostic:
    file = SourceFile(draw(TEXTS), draw(TEXTS))
    offsets = st.integers(0, len(file.text))
    spans = st.builds(file.span, offsets, offsets)
    cells = st.builds(Cell, file=TEXTS, sheet=TEXTS, row=st.integers(), column=TEXTS)
    return Diagnostic(
        code=draw(TEXTS),
        severity=draw(st.sampled_from(Severity)),
        message=draw(TEXTS),
        label=draw(TEXTS),
        span=draw(st.none() | spans),
        related=tuple(draw(st.lists(st.builds(Related, spans, TEXTS), max_size=3))),
        help=tuple(draw(st.lists(TEXTS, max_size=3))),
        data=draw(st.dictionaries(TEXTS, TEXTS | st.integers(), max_size=2)),
        fix=tuple(draw(st.lists(st.builds(Edit, spans, TEXTS), max_size=2))),
        cell=draw(st.none() | cells),
        file=draw(TEXTS),
    )


@settings(suppress_health_check=[HealthCheck.too_slow])  # its first table of Unicode
@given(
    st.lists(diagnostics(), max_size=3), st.sampled_from(FORMATS), st.integers(-5, 200)
)
def test_every_format_shows_anything(
    found: list[Diagnostic], format: str, width: int
) -> None:
    text = render(found, format, files=len(found), width=width)
    text.encode("utf-8")
    if format in ("json", "sarif"):
        json.loads(text)
    if format == "junit":
        ElementTree.fromstring(text)
    if format in ("compact", "github"):
        assert len(found) == len(text.splitlines())
