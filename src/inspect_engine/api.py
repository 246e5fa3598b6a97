"""What the engine does, in the order in which it does it: read, check, score."""

import datetime
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import evolve, field

from inspect_engine.authoring import (
    Formatted,
    PathLike,
    Spelling,
    convert_rules,
    format_rules,
    format_text,
    new_rules,
)
from inspect_engine.binding.assembly import Assembly, Reading, read_rules
from inspect_engine.binding.binder import bind, draft
from inspect_engine.binding.catalogue import Catalogue, clashes
from inspect_engine.binding.damage import apart_from
from inspect_engine.binding.entries import Entry, entries_in, real_path
from inspect_engine.binding.file_faults import NoRules, OnlyRead
from inspect_engine.binding.rule_files import Opened as Text
from inspect_engine.binding.sought import (
    existing,
    mains_and_others,
    readings,
    sought,
    users,
)
from inspect_engine.checks.band_gap import band_gaps
from inspect_engine.checks.band_overlap import band_overlaps
from inspect_engine.checks.blocking import blocking
from inspect_engine.diagnostics.diagnostic import (
    Diagnostic,
    Severity,
    has_errors,
    in_reading_order,
)
from inspect_engine.diagnostics.render import render
from inspect_engine.documents.file_faults import FileNotFound
from inspect_engine.model.methodology import Methodology
from inspect_engine.resources import rules_folder
from inspect_engine.shapes import shape

# What reads bundles and rates is imported by what needs it: a check needs neither.
if TYPE_CHECKING:
    from inspect_engine.binding.assumed import Assumption
    from inspect_engine.evaluation.outcome import Result
    from inspect_engine.examples.outcome import ExampleRun
    from inspect_engine.records.bundle import Bundle
    from inspect_engine.records.intake import Head, Opened

__all__ = [
    "BundleError",
    "Checked",
    "Formatted",
    "PathLike",
    "RulesError",
    "Spelling",
    "assumptions",
    "check",
    "convert_rules",
    "format_rules",
    "format_text",
    "load_bundle",
    "load_rules",
    "new_rules",
    "open_bundle",
    "peek_bundle",
    "run_examples",
    "score",
    "shipped",
]

Found = tuple[Diagnostic, ...]


class _RefusedError(Exception):
    """Input that cannot be gone on with, with everything that is wrong with it."""

    def __init__(self, diagnostics: Found, files: tuple[str, ...] = ()) -> None:
        super().__init__(diagnostics, files)
        self.diagnostics = diagnostics
        self.files = files

    def __str__(self) -> str:
        """The diagnostics in full sentences."""
        return render(self.diagnostics, "plain", files=self.files or 1)


class RulesError(_RefusedError):
    """Rules that cannot be scored by; `diagnostics` says why, `files` what was read."""


class BundleError(_RefusedError):
    """A bundle that cannot be scored; `diagnostics` says why."""


@shape
class Checked:
    """What a check of rule files found, with the files read and what came of them.

    `has_house_rules_read` is false where a configuration could not be read.
    """

    diagnostics: Found
    files: tuple[str, ...]
    methodologies: tuple[Methodology, ...] = field(repr=False)
    has_house_rules_read: bool = True


@shape
class _Rules:
    """What came of reading one methodology."""

    methodology: Methodology | None
    diagnostics: Found
    files: tuple[str, ...] = ()
    texts: tuple[Text, ...] = ()
    is_checked: bool = False
    """Whether all checks have looked at them."""


def load_rules(rules: PathLike, on: datetime.date | None = None) -> Methodology:
    """The methodology that a file, a folder or a name means, bound and checked.

    A name is `ID` of a shipped methodology, `ID@VERSION` or `ID@2023` for the latest
    version that begins so. Where a name or folder leaves several versions, it is the
    one in force on the day, or without a day the latest.

    Raises:
        RulesError: Where there is no such methodology, or an error in its files.
    """
    path, catalogue, found = _located(os.fspath(rules), on)
    if path is None:
        raise RulesError(found)
    read = _bound(read_rules(path, catalogue), is_scoring=True)
    if read.methodology is None and not has_errors(read.diagnostics):
        wanted = "a file that begins with «methodology»"
        fault = NoRules(path=path, what="methodology", wanted=wanted)
        raise RulesError((*read.diagnostics, fault.at(None, file=path)), read.files)
    if read.methodology is None or has_errors(read.diagnostics):
        raise RulesError(read.diagnostics, read.files)
    return read.methodology


def open_bundle(path: PathLike) -> "Opened":
    """A bundle's file, read once, to be peeked into and then loaded."""
    from inspect_engine.records.intake import open_document

    return open_document(path)


def load_bundle(path: "PathLike | Opened", rules: Methodology) -> "Bundle":
    """One inspection, held against its rules.

    What is odd in it and no error stands in its `diagnostics`.

    Raises:
        BundleError: Where the file cannot be read, or an answer does not fit.
    """
    from inspect_engine.evaluation.notices import remarks_on_draft
    from inspect_engine.records.intake import draft_of

    draft, found = draft_of(_opened(path), rules)
    if draft is None:
        raise BundleError(found)
    if has_errors(found):
        raise BundleError(in_reading_order((*found, *remarks_on_draft(rules, draft))))
    return draft


def peek_bundle(path: "PathLike | Opened") -> "Head":
    """Which rules a bundle names, and its date, before any rules are read.

    Faults beside the head, or in it, are for `load_bundle` to tell, all at once.

    Raises:
        BundleError: Where no head can be read.
    """
    from inspect_engine.records.intake import head_of

    head, found = head_of(_opened(path))
    if head is None:
        raise BundleError(found)
    return head


def score(rules: Methodology, bundle: "Bundle") -> "Result":
    """All scores and ratings of an inspection, with the reasons for each."""
    from inspect_engine.evaluation.scoring import score as score_bundle

    result = score_bundle(rules, bundle)
    return evolve(result, diagnostics=(*bundle.diagnostics, *result.diagnostics))


def shipped() -> tuple[Entry, ...]:
    """The methodologies that come with the engine, by id and version."""
    return Catalogue((rules_folder(),)).entries()


def check(
    paths: Iterable[PathLike],
    *,
    config: PathLike | None = None,
    has_house_rules: bool = True,
) -> Checked:
    """Everything that can be said of rule files before any case is read.

    Folders are searched for rule files. A file that others use is checked with
    them, since it may speak of what they declare; alone only where nobody uses it.

    House rules are those of the nearest `inspect-engine.toml` or `pyproject.toml`
    above a file; `config` names another file, and without `has_house_rules` none are
    read. What a comment silences is among the diagnostics, marked as `silenced`.
    """
    # Imported here, because scoring knows neither house rules nor silencing.
    from inspect_engine.binding.families import family_faults
    from inspect_engine.house.applying import Looked, applied
    from inspect_engine.house.houses import Houses

    files, catalogue, found = sought(paths)
    bound = _checked_files(files, catalogue)
    asked = set(map(real_path, files))
    placed = tuple(entries_in(files))
    found += (*clashes(placed), *family_faults(placed))
    found += (one for rules in bound for one in rules.diagnostics)
    names = tuple(dict.fromkeys(name for rules in bound for name in rules.files))
    methodologies = tuple(one.methodology for one in bound if one.methodology)
    texts = (
        Looked(text, rules.is_checked, text.real in asked)
        for rules in bound
        for text in rules.texts
    )
    named = None if config is None else os.fspath(config)
    houses = Houses(named, is_sought=has_house_rules)
    told = applied(in_reading_order(found), texts, houses)
    return Checked(in_reading_order(told, names), names, methodologies, houses.is_read)


def assumptions(
    paths: Iterable[PathLike],
) -> tuple[tuple["Assumption", ...], Found]:
    """All that rule files assume, file by file, and what keeps some from being read.

    Of a version that others extend, what they replace or remove is no longer assumed.
    """
    from inspect_engine.binding.assumed import assumed_in, in_file_order

    files, catalogue, found = sought(paths)
    read = readings(files, catalogue)
    found += (one for reading in read for one in reading.diagnostics)
    names = [source.name for reading in read for source in reading.files]
    assumed = (one for reading in read for one in assumed_in(reading))
    errors = (one for one in found if one.severity is Severity.ERROR)
    return in_file_order(assumed, names), in_reading_order(errors, names)


def run_examples(paths: Iterable[PathLike], pattern: str = "") -> "ExampleRun":
    """What comes of the examples in files of examples, and in rules.

    With a pattern, only the examples are run whose names have it in them, or match it
    where it has a «*» or «?». Where there is none at all, a diagnostic says so.
    """
    from inspect_engine.examples.suite import run_examples_of

    return run_examples_of([os.fspath(path) for path in paths], _loaded, pattern)


def _loaded(name: str) -> tuple[Methodology | None, Found]:
    try:
        return load_rules(name), ()
    except RulesError as error:
        return None, error.diagnostics


def _located(
    name: str, on: datetime.date | None
) -> tuple[str | None, Catalogue, Found]:
    """The file that is meant, and where else to look for what it extends."""
    shipped_only = Catalogue((rules_folder(),))
    path = existing(name)
    if path is not None and path.is_dir():
        entry, found = Catalogue((name,)).find_only(on)
        catalogue = Catalogue((name, rules_folder()))
        return (entry.path if entry else None), catalogue, found
    if path is not None:
        return name, Catalogue((path.parent, rules_folder())), ()
    # No id has a dot or a backslash in it, so a name with one is a path.
    if set("\\.") & set(name.partition("@")[0]) or name.startswith("/"):
        return None, shipped_only, (FileNotFound(path=name).at(None, file=name),)
    entry, found = shipped_only.find(name, on)
    return (entry.path if entry else None), shipped_only, found


def _opened(path: "PathLike | Opened") -> "Opened":
    from inspect_engine.records.intake import Opened

    return path if isinstance(path, Opened) else open_bundle(path)


def _bound(reading: Reading, *, is_scoring: bool = False) -> _Rules:
    """What a reading means, with all that its check finds.

    For scoring, only what would keep the rules from being scored by is looked for;
    where there is such a thing, all the rest is told as well.
    """
    files = tuple(source.name for source in reading.files)
    found = list(reading.diagnostics)
    methodology = None
    if reading.assembly is not None:
        methodology, faults = bind(reading.assembly)
        found += faults
    if methodology is None and reading.assembly is not None:
        found += _also_wrong(reading.assembly, found)
    if methodology is not None:
        faults = blocking(methodology) if is_scoring else ()
        if has_errors(faults) or not is_scoring or _has_open_table(methodology):
            faults = _checked(methodology)
        found += faults
    return _Rules(
        methodology,
        in_reading_order(found, files),
        files,
        reading.texts,
        is_checked=methodology is not None and not has_errors(reading.diagnostics),
    )


def _also_wrong(assembly: Assembly, found: Iterable[Diagnostic]) -> Found:
    """What is wrong with bands, whatever else is wrong elsewhere."""
    rules = draft(assembly)
    if rules is None:
        return ()
    faults = (*band_gaps(rules), *band_overlaps(rules))
    return tuple(apart_from(faults, assembly.declarations, found))


def _has_open_table(methodology: Methodology) -> bool:
    """Whether there is a table whose rows must not overlap."""
    facts = [
        fact for one in methodology.records.values() for fact in one.facts.values()
    ]
    tables = [value.table for value in methodology.values.values()]
    tables += [fact.table for fact in facts]
    return any(table is not None and not table.is_first_match for table in tables)


def _checked(methodology: Methodology) -> Found:
    """All that the checks find, and what trying the rules out does."""
    # Imported here, because scoring is to start quickly and seldom needs them.
    from inspect_engine.analysis.trials import tried_out
    from inspect_engine.checks.every import check as check_methodology

    return (*check_methodology(methodology), *tried_out(methodology))


def _checked_files(files: tuple[str, ...], catalogue: Catalogue) -> list[_Rules]:
    """Each methodology among the files, and what they leave of the others."""
    mains, others = mains_and_others(files, catalogue)
    bound = [_bound(reading) for reading in mains]
    for name in others:
        using = users(name, catalogue)
        if using:
            bound += (_only(name, _bound(reading)) for reading in using)
        else:
            alone = _bound(read_rules(name, catalogue))
            bound.append(evolve(alone, diagnostics=_with_note(name, alone)))
    return bound


def _with_note(name: str, alone: _Rules) -> Found:
    """What was found in a file that nobody uses, and that it was not analysed."""
    if alone.methodology is not None or has_errors(alone.diagnostics):
        return alone.diagnostics
    return (*alone.diagnostics, OnlyRead(path=name).at(None, file=name))


def _only(name: str, rules: _Rules) -> _Rules:
    """What is wrong in one file of a methodology that was not itself asked about."""
    real = real_path(name)
    found = (one for one in rules.diagnostics if real_path(one.place[0]) == real)
    files = (one for one in rules.files if real_path(one) == real)
    texts = (one for one in rules.texts if one.real == real)
    return _Rules(None, tuple(found), tuple(files), tuple(texts), rules.is_checked)
