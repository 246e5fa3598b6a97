"""Comments that silence one diagnostic on one statement, with a reason.

Nothing here knows a spelling of rules: it takes the places of comments and statements
and the diagnostics of one text. A comment has the form `# silence CODE: reason`.
"""

import re
from collections.abc import Iterable, Sequence

from attrs import evolve

from inspect_engine.diagnostics.diagnostic import (
    Diagnostic,
    Related,
    Severity,
    Silenced,
)
from inspect_engine.diagnostics.suggest import nearest
from inspect_engine.house.extents import Statements, covered
from inspect_engine.house.faults import (
    SilenceError,
    SilenceUnknown,
    SilenceUnused,
    SilenceWithoutReason,
)
from inspect_engine.shapes import shape
from inspect_engine.source import Span

_FORM = re.compile(
    r"#+[ \t]*silence[ \t]+(?P<code>[^\s:]+)[ \t]*(?P<colon>:?)(?P<reason>.*)",
    re.IGNORECASE | re.DOTALL,
)
_CODE = re.compile(r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)+")
_REASON = re.compile(r"\w")
MOST_SUGGESTED = 50
"""For so many misspelt codes of one text the one that was meant is looked for."""

LONGEST_SHOWN = 80


@shape
class Silence:
    """A comment that silences: its code, the reason, its place, what it covers."""

    code: str
    reason: str
    span: Span
    code_span: Span
    covered: Span | None


@shape
class Silencing:
    """The diagnostics still standing, those silenced, and those about silencing."""

    kept: tuple[Diagnostic, ...]
    silenced: tuple[Diagnostic, ...]
    new: tuple[Diagnostic, ...]


def silence(
    comments: Sequence[Span],
    statements: Sequence[Span],
    diagnostics: Iterable[Diagnostic],
    *,
    is_checked: bool = True,
) -> Silencing:
    """What is left of a text's diagnostics when its comments have silenced theirs.

    Unless all of the text has been checked, it is not known which comments are of no
    use, and none is called so.
    """
    extents = Statements(statements)
    silences, new = _read(comments, extents)
    # Of another spelling the places are those of a text made of it, and diagnostics
    # have the places that its author knows.
    index = _Index(silences, Statements([one.as_written for one in statements]))
    kept, silenced, used = [], [], set()
    for found in diagnostics:
        by = index.silencer(found)
        if by is None:
            kept.append(found)
            continue
        used.add(by)
        if found.severity is Severity.ERROR:
            kept.append(found)
            new.append(_of_error(by, found))
        else:
            silenced.append(evolve(found, silenced=Silenced(by.reason, by.span)))
    idle = [one for one in silences if one not in used] if is_checked else []
    return Silencing(tuple(kept), tuple(silenced), (*new, *map(_of_no_use, idle)))


def may_silence(comment: Span) -> bool:
    """Whether a comment looks as if it were to silence something."""
    return "silence" in comment.text.lower()


class _Index:
    """The comments that silence, by their code and by what they cover."""

    def __init__(self, silences: Iterable[Silence], statements: Statements) -> None:
        self.statements = statements
        self.found: dict[tuple[str, Span], Silence] = {}
        for one in silences:
            if one.covered is not None:
                self.found.setdefault((one.code, one.covered), one)
        self.codes = {code for code, _ in self.found}

    def silencer(self, found: Diagnostic) -> Silence | None:
        """The comment about a diagnostic; of several the innermost statement's."""
        if found.code not in self.codes or found.span is None:
            return None
        around = self.statements.around(found.span.start)
        by = (self.found.get((found.code, one)) for one in around)
        return next((one for one in by if one), None)


def _read(
    comments: Sequence[Span], statements: Statements
) -> tuple[list[Silence], list[Diagnostic]]:
    """The comments that silence, and what is wrong with those that cannot."""
    # Loads every fault there is, which few files need.
    from inspect_engine.diagnostics.pages import all_codes

    codes = frozenset(all_codes())
    silences: list[Silence] = []
    wrong: list[Diagnostic] = []
    for comment, about in zip(comments, covered(comments, statements), strict=True):
        form = _FORM.fullmatch(comment.text) if may_silence(comment) else None
        if form is None or not _is_meant(form, codes):
            continue
        code, reason = form["code"], form["reason"].strip()
        written = comment.as_written
        start = written.start + form.start("code")
        place = written.source.span(start, start + len(code))
        if code not in codes:
            known = codes if len(wrong) < MOST_SUGGESTED else frozenset[str]()
            wrong.append(_unknown(code[:LONGEST_SHOWN], known).at(place))
        elif not (form["colon"] and _REASON.search(reason)):
            wrong.append(SilenceWithoutReason(name=code).at(place))
        else:
            span = about.as_written if about else None
            silences.append(Silence(code, reason, written, place, span))
    return silences, wrong


def _is_meant(form: re.Match[str], codes: frozenset[str]) -> bool:
    """Whether the words are more than prose that begins with «silence»."""
    code = form["code"]
    return bool(form["colon"] or _CODE.fullmatch(code)) or code.upper() in codes


def _unknown(name: str, codes: frozenset[str]) -> SilenceUnknown:
    near = nearest(name, codes)
    remedy = "" if near else "«inspect-engine explain-code» lists all"
    return SilenceUnknown(name=name, near=near, remedy=remedy)


def _of_error(by: Silence, found: Diagnostic) -> Diagnostic:
    also = (Related(found.span, "the error"),) if found.span else ()
    return SilenceError(name=by.code).at(by.code_span, *also)


def _of_no_use(one: Silence) -> Diagnostic:
    if one.covered is None:
        problem, reason = "and no statement follows that it could be for", "nowhere"
    else:
        problem, reason = "and its statement does not have it", "absent"
    fault = SilenceUnused(name=one.code, problem=problem, reason=reason)
    return fault.at(one.code_span)
