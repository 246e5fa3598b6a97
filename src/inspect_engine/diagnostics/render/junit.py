"""For build servers: a test case a file, failed by each of its errors."""

from xml.etree import ElementTree

from inspect_engine.diagnostics.diagnostic import Diagnostic, Severity
from inspect_engine.diagnostics.render import compact, plain
from inspect_engine.diagnostics.render.look import Look
from inspect_engine.diagnostics.render.words import counted, file_name, visible

SUITE = "inspect-engine check"


def render(diagnostics: tuple[Diagnostic, ...], look: Look) -> str:
    """The XML of one suite; files without problems pass."""
    by_file = _by_file(diagnostics, look)
    failed = sum(any(map(_is_error, found)) for found in by_file.values())
    counts = {"tests": str(len(by_file)), "failures": str(failed), "errors": "0"}
    suites = ElementTree.Element("testsuites", counts)
    suite = ElementTree.SubElement(suites, "testsuite", {"name": SUITE, **counts})
    for name, found in by_file.items():
        _add_case(suite, name, found)
    ElementTree.indent(suites)
    body = ElementTree.tostring(suites, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}'


def _by_file(
    diagnostics: tuple[Diagnostic, ...], look: Look
) -> dict[str, list[Diagnostic]]:
    """The diagnostics of each file, clean ones included.

    Where clean files are known only by number, one case stands for them all: a suite
    without any test would be taken for a failure.
    """
    found: dict[str, list[Diagnostic]] = {name: [] for name in look.names}
    for diagnostic in diagnostics:
        found.setdefault(file_name(diagnostic), []).append(diagnostic)
    clean = look.files - len(found)
    if not look.names and (clean > 0 or not found):
        found[f"{counted(max(clean, 0), 'file')} without problems"] = []
    return found


def _add_case(suite: ElementTree.Element, name: str, found: list[Diagnostic]) -> None:
    attributes = {"classname": SUITE, "name": visible(name) or SUITE}
    case = ElementTree.SubElement(suite, "testcase", attributes)
    for diagnostic in filter(_is_error, found):
        failure = {
            "message": visible(diagnostic.message),
            "type": visible(diagnostic.code),
        }
        element = ElementTree.SubElement(case, "failure", failure)
        element.text = plain.sentences(diagnostic)
    milder = tuple(diagnostic for diagnostic in found if not _is_error(diagnostic))
    if milder:
        element = ElementTree.SubElement(case, "system-out")
        element.text = "\n".join(map(compact.line, milder))


def _is_error(found: Diagnostic) -> bool:
    return found.severity is Severity.ERROR
