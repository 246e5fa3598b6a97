"""Each page's wrong example shows its fault, and its right example shows none."""

import inspect
import re

import pytest

from inspect_engine.diagnostics.fault import Fault
from inspect_engine.documents import faults, file_faults
from inspect_engine.documents.reader import Kind, read_document
from inspect_engine.source import SourceFile

PAGES = [
    kind
    for module in (faults, file_faults)
    for kind in vars(module).values()
    if inspect.isclass(kind) and issubclass(kind, Fault) and kind is not Fault
]
EXAMPLE = re.compile(r"(Wrong|Right):\n```(\w+)\n(.*?)\n```", re.DOTALL)


def examples(kind: type[Fault]) -> dict[str, tuple[str, str]]:
    # A docstring loses its tabs, so a page writes them ␉.
    page = inspect.cleandoc(kind.__doc__ or "").replace("␉", "\t")
    return {found[1]: (found[2], found[3]) for found in EXAMPLE.finditer(page)}


def codes(language: str, text: str) -> list[str]:
    kind: Kind = "json" if language == "json" else "yaml"
    return [one.code for one in read_document(SourceFile("t", text), kind)[1]]


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.code)
def test_each_fault_has_a_page_with_a_wrong_and_a_right_example(
    kind: type[Fault],
) -> None:
    assert {"Wrong", "Right"} == set(examples(kind))


@pytest.mark.parametrize(
    "kind",
    [
        kind
        for kind in PAGES
        if examples(kind)["Wrong"][0] in ("yaml", "json")
        and kind is not file_faults.PathLeavesFolder
    ],
    ids=lambda kind: kind.code,
)
def test_the_examples_of_a_page_are_true(kind: type[Fault]) -> None:
    shown = examples(kind)
    assert kind.code in codes(*shown["Wrong"])
    assert [] == codes(*shown["Right"])
