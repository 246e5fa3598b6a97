"""Read house rules from `inspect-engine.toml` or `pyproject.toml`."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from inspect_engine.diagnostics.diagnostic import Diagnostic, Severity
from inspect_engine.diagnostics.fault import FAULTS, Fault
from inspect_engine.diagnostics.pages import all_codes
from inspect_engine.diagnostics.suggest import nearest
from inspect_engine.documents.text_files import read_text
from inspect_engine.house.faults import (
    PatternUnreadable,
    SettingCode,
    SettingValue,
    SeverityFixed,
    UnknownSetting,
)
from inspect_engine.house.patterns import Pattern, PatternError
from inspect_engine.house.rules import (
    IN_SHARED,
    KINDS,
    LIMIT,
    NO_HOUSE_RULES,
    OFF,
    SHARED_FILE,
    HouseRules,
    NameRule,
)
from inspect_engine.house.toml_places import KeyPath, Place, places
from inspect_engine.house.toml_problems import toml_problem
from inspect_engine.source import SourceFile, Span

SECTION = "checks"
SEVERITIES = (*(one.value for one in Severity), OFF)
OF_BUNDLES = ("inspect_engine.records", "inspect_engine.evaluation")
Found = tuple[Diagnostic, ...]


def read_configuration(path: str) -> tuple[HouseRules | None, Found]:
    """The house rules of a file, and what is wrong with them.

    There are None where the file cannot be read, or is not TOML. A setting that cannot
    be followed is reported and left out; the others hold.
    """
    source, found = read_text(path, LIMIT)
    if source is None:
        return None, found
    try:
        document = tomllib.loads(source.text)
    except (ValueError, RecursionError) as error:
        # Not only what is no TOML: also a number of thousands of figures.
        return None, (toml_problem(source, error),)
    is_shared = PurePath(path).name == SHARED_FILE
    reading = _Reading(source, IN_SHARED if is_shared else ())
    return reading.rules(document), tuple(reading.diagnostics)


class _Reading:
    """The state of reading one configuration."""

    def __init__(self, source: SourceFile, above: KeyPath) -> None:
        self.source = source
        self.above = above
        self.places: dict[KeyPath, Place] = places(source)
        self.codes = [one for one in all_codes() if not _is_of_bundles(one)]
        self.diagnostics: list[Diagnostic] = []

    def rules(self, document: Mapping[str, Any]) -> HouseRules:
        """The house rules of a document."""
        path: KeyPath = ()
        for name in self.above:
            path = (*path, name)
            document = self.section(document.get(name, {}), path)
        self.only((SECTION,), document, path)
        path = (*path, SECTION)
        checks = self.section(document.get(SECTION, {}), path)
        self.only(("severity", "names"), checks, path)
        severities = self.section(checks.get("severity", {}), (*path, "severity"))
        names = self.section(checks.get("names", {}), (*path, "names"))
        if not (severities or names):
            return NO_HOUSE_RULES
        return HouseRules(
            severities=dict(self.severities(severities, (*path, "severity"))),
            names=dict(self.names(names, (*path, "names"))),
        )

    def section(self, value: object, path: KeyPath) -> Mapping[str, Any]:
        """A section's settings; none where it is no section."""
        if isinstance(value, dict):
            return value
        wanted = f"a section: «[{'.'.join(path)}]»"
        fault = SettingValue(name=path[-1], given=_told(value), wanted=wanted)
        self.report(fault, self.value(path))
        return {}

    def only(
        self, known: tuple[str, ...], section: Mapping[str, Any], path: KeyPath
    ) -> None:
        """Report the settings of a section that mean nothing."""
        for name in section:
            if name not in known:
                self.report_unknown(name, known, path)

    def severities(
        self, section: Mapping[str, Any], path: KeyPath
    ) -> Iterator[tuple[str, Severity | None]]:
        """The severity of each code that can have another."""
        for code, value in section.items():
            wrong = self.wrong_code(code)
            if wrong is not None:
                self.report(wrong, self.key((*path, code)))
            elif value not in SEVERITIES:
                self.report(_no_severity(code, value), self.value((*path, code)))
            elif FAULTS[code].severity is not Severity.ERROR:
                yield code, None if value == OFF else Severity(value)
            elif value != Severity.ERROR.value:
                fault = SeverityFixed(name=code, wanted=value)
                self.report(fault, self.value((*path, code)))

    def wrong_code(self, code: str) -> Fault | None:
        """What is wrong with a code as one of the check's."""
        if code in self.codes:
            return None
        if code in FAULTS:
            problem = f"«{code}» is about bundles, which are read by scoring"
            return SettingCode(
                name=code,
                problem=problem,
                reason="bundles",
                remedy="take this line out, since scoring reads no house rules",
            )
        near = nearest(code, self.codes)
        remedy = "" if near else "«inspect-engine explain-code» lists all"
        problem = f"No diagnostic has the code «{code}»"
        return SettingCode(
            name=code, problem=problem, reason="unknown", near=near, remedy=remedy
        )

    def names(
        self, section: Mapping[str, Any], path: KeyPath
    ) -> Iterator[tuple[str, NameRule]]:
        """The pattern of each kind that has a readable one."""
        for key, value in section.items():
            kind = key.replace("_", " ")
            if kind not in KINDS:
                known = tuple(one.replace(" ", "_") for one in KINDS)
                self.report_unknown(key, known, path)
            elif not isinstance(value, str):
                fault = SettingValue(
                    name=key,
                    given=_told(value),
                    wanted="a pattern in quotation marks: '[a-z][a-z0-9_]*'",
                )
                self.report(fault, self.value((*path, key)))
            else:
                yield from self.name_rule(kind, value, self.value((*path, key)))

    def name_rule(
        self, kind: str, written: str, span: Span
    ) -> Iterator[tuple[str, NameRule]]:
        """A kind's pattern, if it can be read."""
        try:
            yield kind, NameRule(Pattern(written), span)
        except PatternError as error:
            shown = written if len(written) <= 80 else f"{written[:80]}…"
            self.report(PatternUnreadable(pattern=shown, problem=str(error)), span)

    def report_unknown(self, name: str, known: tuple[str, ...], path: KeyPath) -> None:
        """Say that there is no such setting, and which there are."""
        near = nearest(name, known)
        listed = "" if near else ", ".join(f"«{one}»" for one in known)
        section = f"«[{'.'.join(path)}]»" if path else "The configuration"
        fault = UnknownSetting(section=section, name=name, near=near, known=listed)
        self.report(fault, self.key((*path, name)))

    def report(self, fault: Fault, span: Span) -> None:
        self.diagnostics.append(fault.at(span))

    def key(self, path: KeyPath) -> Span:
        """Where a key stands, or the nearest section around it."""
        return self._place(path).key

    def value(self, path: KeyPath) -> Span:
        """Where the value of a key stands."""
        return self._place(path).value

    def _place(self, path: KeyPath) -> Place:
        while path and path not in self.places:
            path = self._inside(path) or path[:-1]
        whole = self.source.span(0, min(1, len(self.source.text)))
        return self.places.get(path, Place(whole, whole))

    def _inside(self, path: KeyPath) -> KeyPath:
        # `[a.b]` alone declares `a` too, which then has no place of its own.
        deeper = (one for one in self.places if one[: len(path)] == path)
        return next(deeper, ())


def _is_of_bundles(code: str) -> bool:
    return FAULTS[code].__module__.startswith(OF_BUNDLES)


def _no_severity(code: str, value: object) -> Fault:
    if not isinstance(value, str):
        wanted = " or ".join(f'"{one}"' for one in SEVERITIES)
        return SettingValue(name=code, given=_told(value), wanted=wanted)
    near = nearest(value, SEVERITIES)
    wanted = "" if near else " or ".join(f"«{one}»" for one in SEVERITIES)
    return SettingValue(name=code, given=_told(value), near=near, wanted=wanted)


def _told(value: object) -> str:
    """A value in words."""
    match value:
        case bool():
            return f"«{str(value).lower()}»"
        case str():
            return f"«{value[:80]}»"
        case dict():
            return "a section"
        case list():
            return "a list"
        case int():
            return "a number"
    return "a value of that kind"
