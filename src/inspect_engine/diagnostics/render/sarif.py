"""For code scanning: SARIF 2.1.0, with the pages of the faults as help."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from urllib.parse import quote

from inspect_engine.diagnostics.diagnostic import Diagnostic, Edit
from inspect_engine.diagnostics.pages import page, title
from inspect_engine.diagnostics.render.look import Look
from inspect_engine.diagnostics.render.words import (
    advice_lines,
    cell_name,
    file_name,
    visible,
)
from inspect_engine.source import Span

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json"
)
FINGERPRINT = "inspectEngine/v1"


def render(diagnostics: tuple[Diagnostic, ...], look: Look) -> str:
    """A log of one run, in ASCII."""
    codes = list(dict.fromkeys(found.code for found in diagnostics))
    driver = {
        "name": "inspect-engine",
        **_version(),
        "rules": [_rule(code) for code in codes],
    }
    prints = _fingerprints(diagnostics)
    # As the standard wants: either all results speak of suppression, or none does.
    has_silenced = any(found.silenced for found in diagnostics)
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(found, codes.index(found.code), mark, has_silenced)
            for found, mark in zip(diagnostics, prints, strict=True)
        ],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _version() -> dict[str, str]:
    try:
        return {"version": version("inspect-engine")}
    except PackageNotFoundError:  # run from a checkout that was not installed
        return {}


def _rule(code: str) -> dict[str, object]:
    text = page(code)
    if text is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": title(code)},
        "help": {"text": text, "markdown": text},
    }


def _result(
    found: Diagnostic, rule: int, fingerprint: str, has_silenced: bool
) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": found.severity.value,
        "message": {"text": _message(found)},
        "locations": _locations(found),
        "relatedLocations": list(_related(found)),
        "fixes": [_fix(found.fix)] if found.fix else [],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }
    suppressions = {"suppressions": _suppressions(found)} if has_silenced else {}
    return {
        **{name: value for name, value in result.items() if value != []},
        **suppressions,
    }


def _suppressions(found: Diagnostic) -> list[dict[str, object]]:
    """The comment that silences it, with its reason."""
    if found.silenced is None:
        return []
    return [
        {
            "kind": "inSource",
            "justification": visible(found.silenced.reason),
            "location": _location(found.silenced.span),
        }
    ]


def _related(found: Diagnostic) -> Iterator[dict[str, object]]:
    for number, also in enumerate(found.related, 1):
        words = {"message": {"text": visible(also.label)}} if also.label else {}
        yield {"id": number, **_location(also.span), **words}


def _message(found: Diagnostic) -> str:
    label = f" ({visible(found.label)})" if found.label else ""
    return "\n".join([f"{visible(found.message)}{label}", *advice_lines(found)])


def _locations(found: Diagnostic) -> list[dict[str, object]]:
    if found.span is not None:
        return [_location(found.span)]
    if not file_name(found):
        return []
    where: dict[str, object] = {
        "physicalLocation": {"artifactLocation": _artifact(file_name(found))}
    }
    if found.cell is not None:
        where["logicalLocations"] = [{"fullyQualifiedName": cell_name(found.cell)}]
    return [where]


def _location(span: Span) -> dict[str, object]:
    where = {"artifactLocation": _artifact(span.source.name), "region": _region(span)}
    return {"physicalLocation": where}


def _artifact(name: str) -> dict[str, str]:
    """The file as a URI; one made absolute by its user stays so."""
    path = name.replace("\\", "/")
    is_drive = path[1:3] == ":/"
    scheme = "file://" if path.startswith("/") else "file:///" if is_drive else ""
    safe = "/:" if is_drive else "/"
    return {"uri": scheme + quote(path, safe=safe, errors="replace")}


def _region(span: Span) -> dict[str, int]:
    first, last = span.first, span.last
    return {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
    }


def _fix(edits: Iterable[Edit]) -> dict[str, object]:
    by_file: dict[str, list[dict[str, object]]] = {}
    for edit in edits:
        replacement = {
            "deletedRegion": _region(edit.span),
            "insertedContent": {"text": edit.replacement},
        }
        by_file.setdefault(edit.span.source.name, []).append(replacement)
    changes = [
        {"artifactLocation": _artifact(name), "replacements": replacements}
        for name, replacements in by_file.items()
    ]
    return {"artifactChanges": changes}


def _fingerprints(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """What stays the same of each diagnostic when lines move, or whole folders.

    Of the file only its own name counts, since results say in which folder it lies.
    Equal ones are told apart by counting them from the top.
    """
    seen: Counter[str] = Counter()
    prints = []
    for found in diagnostics:
        name = re.split(r"[\\/]", file_name(found))[-1]
        essence = json.dumps([found.code, name, *_words(found)])
        seen[essence] += 1
        numbered = f"{essence}{seen[essence]}"
        prints.append(sha256(numbered.encode()).hexdigest())
    return prints


def _words(found: Diagnostic) -> tuple[str, str]:
    if found.span is None:
        return found.message, cell_name(found.cell) if found.cell else ""
    line = found.span.source.line(found.span.first.line)
    return found.span.text, line.strip()
