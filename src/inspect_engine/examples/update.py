"""Put what was found in place of what was expected, and touch nothing else."""

import json
import re

from attrs import field

from inspect_engine.examples.outcome import ExampleRun, Mismatch, Written
from inspect_engine.shapes import shape
from inspect_engine.source import SourceFile, Span

PLAIN = re.compile(r"[\w./][\w./ %-]*", re.UNICODE)
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
COMMENT = re.compile(r"\s*(#.*)?")


@shape
class Updated:
    """A file of examples before and after; `count` expectations are other ones."""

    source: SourceFile
    after: str = field(repr=False)
    count: int

    @property
    def name(self) -> str:
        """The file's name."""
        return self.source.name


def updates(run: ExampleRun) -> tuple[tuple[Updated, ...], int]:
    """The files as they would have to be, and how many expectations must stay.

    What stays is what stands in rules, what says that nothing is rated or all open,
    and what a bundle keeps from being rated.
    """
    by_file: dict[SourceFile, dict[Span, str]] = {}
    left = 0
    for outcome in run.outcomes:
        for differing in outcome.mismatches:
            words = _instead(differing)
            if words is None:
                left += 1
            else:
                source = differing.span.source
                by_file.setdefault(source, {}).setdefault(_written(differing), words)
    return tuple(_updated(*one) for one in by_file.items()), left


def _updated(source: SourceFile, edits: dict[Span, str]) -> Updated:
    """Edited from the end, so that places before an edit stay what they are."""
    text, before, count = source.text, len(source.text), 0
    for span, words in sorted(edits.items(), key=lambda one: -one[0].start):
        if span.end <= before:
            text = text[: span.start] + words + text[span.end :]
            before, count = span.start, count + 1
    return Updated(source, text, count)


def _written(differing: Mismatch) -> Span:
    """The place of what is written, without blank lines and comments after it."""
    span = differing.span
    lines = span.text.splitlines(keepends=True)
    while len(lines) > 1 and COMMENT.fullmatch(lines[-1]):
        lines.pop()
    return span.source.span(span.start, span.start + len("".join(lines).rstrip()))


def _instead(differing: Mismatch) -> str | None:
    """The words to be written; None where there are none that would do."""
    found = differing.instead
    if differing.written is Written.RULES or not (found or differing.may_be_none):
        return None
    is_json = differing.span.source.name.lower().endswith(".json")
    spell = _in_json if is_json else _in_yaml
    old = differing.span.text
    match differing.written:
        case Written.ROW:
            return " or ".join(found) or None
        case Written.ROW_OF_DRIVERS:
            return " and ".join(found) or None
        case Written.VALUE if len(found) == 1:
            return spell(found[0], old)
    if old.startswith("-"):
        indent = "\n" + " " * (differing.span.first.column - 1)
        return indent.join(f"- {spell(one, '')}" for one in found) or "[]"
    return f"[{', '.join(spell(one, '') for one in found)}]"


def _in_yaml(words: str, old: str) -> str:
    """A word as YAML, in the quotation marks of the old one."""
    if old.startswith("'"):
        return "'" + words.replace("'", "''") + "'"
    is_plain = PLAIN.fullmatch(words) and words == words.strip()
    return words if is_plain and not old.startswith('"') else json.dumps(words)


def _in_json(words: str, old: str) -> str:
    """A word as JSON: a number as one, unless it stands in quotation marks."""
    is_number = NUMBER.fullmatch(words) and not old.startswith('"')
    return words if is_number else json.dumps(words, ensure_ascii=False)
