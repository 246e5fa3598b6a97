"""For build servers: a suite a file, and a test case for each example in it."""

from xml.etree import ElementTree

from inspect_engine.diagnostics.diagnostic import Diagnostic, Severity
from inspect_engine.diagnostics.render import plain as plain_diagnostics
from inspect_engine.diagnostics.render.words import file_name, visible
from inspect_engine.examples.outcome import ExampleOutcome, ExampleRun
from inspect_engine.examples.render import plain
from inspect_engine.examples.render.look import Look

NAME = "inspect-engine test"


def render(run: ExampleRun, look: Look) -> str:
    """The XML of all suites."""
    errors = [one for one in run.diagnostics if one.severity is Severity.ERROR]
    names = dict.fromkeys((*run.files, *map(file_name, errors)))
    suites = ElementTree.Element("testsuites", {"name": NAME})
    for name in names:
        _add_suite(
            suites,
            name,
            [one for one in run.outcomes if one.file == name],
            [one for one in errors if file_name(one) == name],
        )
    _count(suites, len(run.outcomes) + len(errors), run.failed, len(errors))
    ElementTree.indent(suites)
    body = ElementTree.tostring(suites, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}'


def _add_suite(
    suites: ElementTree.Element,
    name: str,
    outcomes: list[ExampleOutcome],
    errors: list[Diagnostic],
) -> None:
    suite = ElementTree.SubElement(suites, "testsuite", {"name": visible(name) or NAME})
    failed = sum(not one.is_passed for one in outcomes)
    _count(suite, len(outcomes) + len(errors), failed, len(errors))
    for one in outcomes:
        _add_case(suite, one)
    for found in errors:
        case = _case(suite, name, found.code)
        element = ElementTree.SubElement(
            case, "error", {"message": visible(found.message), "type": found.code}
        )
        element.text = plain_diagnostics.sentences(found)


def _add_case(suite: ElementTree.Element, one: ExampleOutcome) -> None:
    case = _case(suite, one.file, one.name)
    case.set("line", str(one.line))
    if one.is_passed:
        return
    said = [" ".join(plain.difference(each)) for each in one.mismatches]
    subjects = ", ".join(each.subject for each in one.mismatches)
    about = {"message": f"not as expected: {visible(subjects)}", "type": "mismatch"}
    ElementTree.SubElement(case, "failure", about).text = "\n".join(said)


def _case(suite: ElementTree.Element, file: str, name: str) -> ElementTree.Element:
    attributes = {"classname": visible(file) or NAME, "name": visible(name)}
    return ElementTree.SubElement(suite, "testcase", attributes)


def _count(element: ElementTree.Element, tests: int, failed: int, errors: int) -> None:
    counts = {"tests": tests, "failures": failed, "errors": errors}
    for name, number in counts.items():
        element.set(name, str(number))
