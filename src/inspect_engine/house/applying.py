"""House rules and silencing, applied to all that a check has found."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import evolve, field

from inspect_engine.binding.entries import real_path
from inspect_engine.binding.rule_files import Opened
from inspect_engine.diagnostics.diagnostic import Diagnostic, Severity
from inspect_engine.house.houses import Houses
from inspect_engine.house.names import names_against
from inspect_engine.house.rules import HouseRules
from inspect_engine.house.silencing import may_silence, silence
from inspect_engine.shapes import shape
from inspect_engine.syntax.blocks import statements_in

Found = tuple[Diagnostic, ...]
UNUSED = "SILENCE-UNUSED"


@shape
class Looked:
    """A rule file that was read, and whether all checks have looked at it.

    `is_asked` is false for one that others led to: what it silences may be of use
    where it is checked with other files.
    """

    opened: Opened = field(repr=False)
    is_checked: bool
    is_asked: bool


def applied(
    diagnostics: Iterable[Diagnostic], texts: Iterable[Looked], houses: Houses
) -> Found:
    """What is left to tell: with the house's severities, its names, and silencing."""
    by_file: dict[Path, list[Diagnostic]] = defaultdict(list)
    for found in diagnostics:
        by_file[real_path(found.place[0])].append(found)
    kept: list[Diagnostic] = []
    for real, text in _once(texts).items():
        kept += _of_text(text, by_file.pop(real, []), houses)
    others = (one for group in by_file.values() for one in group)
    kept += others
    return (*kept, *houses.diagnostics)


def _once(texts: Iterable[Looked]) -> dict[Path, Looked]:
    """Each file once; checked, where it was so with all that use it."""
    found: dict[Path, Looked] = {}
    for text in texts:
        before = found.setdefault(text.opened.real, text)
        if before.is_checked and not text.is_checked:
            found[text.opened.real] = text
    return found


def _of_text(
    text: Looked, found: list[Diagnostic], houses: Houses
) -> Iterator[Diagnostic]:
    rules = houses.of(text.opened.source.name)
    found += names_against(text.opened.items, rules)
    weighed = [_with_severity(one, rules) for one in found]
    for one in _silenced(text, weighed):
        one = _with_severity(one, rules)
        if not _is_off(one, rules) and (text.is_asked or one.code != UNUSED):
            yield one


def _silenced(text: Looked, found: list[Diagnostic]) -> Iterable[Diagnostic]:
    """The diagnostics with those marked that a comment silences, and the new ones."""
    if not any(map(may_silence, text.opened.comments)):
        return found
    statements = [node.span for node in statements_in(text.opened.items)]
    comments = text.opened.comments
    done = silence(comments, statements, found, is_checked=text.is_checked)
    return (*done.kept, *done.silenced, *done.new)


def _with_severity(found: Diagnostic, rules: HouseRules) -> Diagnostic:
    """A diagnostic as bad as the house says; an error stays one."""
    wanted = rules.severities.get(found.code)
    if wanted is None or found.severity in (Severity.ERROR, wanted):
        return found
    return evolve(found, severity=wanted)


def _is_off(found: Diagnostic, rules: HouseRules) -> bool:
    is_named = rules.severities.get(found.code, found.severity) is None
    return is_named and found.severity is not Severity.ERROR
