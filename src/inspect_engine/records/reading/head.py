"""The head of a bundle: which inspection it is of, and which rules it is for."""

import datetime

from attrs import define

from inspect_engine.diagnostics.diagnostic import Related
from inspect_engine.diagnostics.fault import Fault
from inspect_engine.diagnostics.suggest import nearest
from inspect_engine.documents.nodes import Mapping, Node, Scalar
from inspect_engine.model.methodology import Methodology
from inspect_engine.records.faults import (
    BundleVersion,
    MissingId,
    MissingKey,
    SaidTwice,
    UnknownKey,
    WrongMethodology,
)
from inspect_engine.records.reading.report import Report, first_line, quoted
from inspect_engine.records.reading.values import read_date
from inspect_engine.source import Span

FORM = "1"
TEXTS = ("id", "name", "rules", "version", "unit")
DATES = ("fieldwork", "date")


@define(eq=False, kw_only=True)
class Head:
    """What a bundle says of itself; empty where it does not.

    `unit` is the unit that records outside `units` belong to.
    """

    id: str = ""
    name: str = ""
    rules: str = ""
    version: str = ""
    date: datetime.date | None = None
    unit: str = ""
    rules_span: Span | None = None
    version_span: Span | None = None


def read_head(root: Node, report: Report) -> Head | None:
    """The head; None where it is of no form that is known."""
    if not isinstance(root, Mapping):
        report.add_no_mapping(root, "a bundle")
        return None
    if not root.entries:
        report.add_missing(MissingKey(key="inspection", where="The bundle"), root)
        return None
    if not _is_known_form(root, report):
        return None
    inspection = root.get("inspection")
    if inspection is None:
        span = root.entries[0][0].span
        fault = MissingKey(key="inspection", where="The bundle")
        report.add_missing(fault, root, span)
        return Head()
    return _inspection(root, inspection, report)


def is_for(head: Head, methodology: Methodology, report: Report) -> bool:
    """Whether the bundle is for these rules; otherwise that is reported."""
    wrong: tuple[Fault, Span | None] | None = None
    if head.rules not in ("", methodology.id):
        wrong = _other_rules(head, methodology), head.rules_span
    elif head.version not in ("", methodology.version):
        wrong = _other_version(head, methodology), head.version_span
    if wrong is not None and wrong[1] is not None:
        report.add(wrong[0], wrong[1])
    return wrong is None


def _is_known_form(root: Mapping, report: Report) -> bool:
    key, form = root.key("bundle"), root.get("bundle")
    if key is None or form is None:
        fault = BundleVersion(problem="does not say which form it has")
        report.add_missing(fault, root, root.entries[0][0].span)
        return True
    written = report.text(form, "«bundle»")
    if written == FORM or not isinstance(form, Scalar):
        return True
    span = form.span if form.text else key.span
    problem = f"has the form «{quoted(written)}», and only form {FORM} is known"
    report.add(BundleVersion(problem=problem), span)
    return False


def _inspection(root: Mapping, node: Node, report: Report) -> Head:
    head = Head()
    dated: Scalar | None = None
    for key, value in report.entries(node, "«inspection»"):
        if key.text in TEXTS:
            setattr(head, key.text, report.text(value, f"«{key.text}»"))
            if key.text in ("rules", "version"):
                setattr(head, f"{key.text}_span", value.span)
        elif key.text not in DATES:
            report.add(_unknown(key.text), key.span)
        elif dated is not None:
            related = Related(dated.span, "said here first")
            fault = SaidTwice(one=dated.text, other=key.text)
            report.add(fault, key.span, related)
        else:
            dated = key
            head.date = _date(key.text, value, report)
    if not head.id:
        _report_no_id(root, node, report)
    return head


def _report_no_id(root: Mapping, node: Node, report: Report) -> None:
    key = root.key("inspection")
    # A list as the id is already reported for what it is.
    written = node.get("id") if isinstance(node, Mapping) else node
    if written is None or report.is_blank(written):
        span = key.span if key else first_line(node)
        report.add_missing(MissingId(what="The inspection"), node, span)


def _date(name: str, node: Node, report: Report) -> datetime.date | None:
    written = report.text(node, f"«{name}»")
    day = read_date(written, name) if written else None
    if isinstance(day, Fault):
        report.add(day, node.span)
        return None
    return day


def _unknown(key: str) -> Fault:
    known = (*TEXTS, *DATES)
    return UnknownKey(
        key=quoted(key),
        where="«inspection»",
        near=nearest(key, known),
        known=", ".join(known),
    )


def _other_rules(head: Head, methodology: Methodology) -> Fault:
    return WrongMethodology(
        written=quoted(head.rules),
        given=methodology.id,
        reason="id",
        near=nearest(head.rules, [methodology.id]),
    )


def _other_version(head: Head, methodology: Methodology) -> Fault:
    return WrongMethodology(
        written=f"{methodology.id}@{quoted(head.version)}",
        given=f"{methodology.id}@{methodology.version}",
        reason="version",
    )
