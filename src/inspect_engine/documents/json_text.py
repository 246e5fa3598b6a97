"""Read JSON strictly, with the place of everything, and on past simple slips.

The standard library's reader gives no places and recurses; a YAML reader takes JSON
for YAML 1.1 and trips over tabs and surrogate pairs. So the structure is read here,
in one loop, and only strings are left to `json.decoder.scanstring`, which is exact
and fast.
"""

import re
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]  # not in typeshed
from typing import Literal

from inspect_engine.diagnostics.diagnostic import Related
from inspect_engine.documents.builder import Builder
from inspect_engine.documents.characters import (
    FORBIDDEN,
    spelled,
    without_forbidden,
)
from inspect_engine.documents.file_faults import ControlCharacter
from inspect_engine.documents.json_problems import PROBLEMS, string_problem
from inspect_engine.source import SourceFile, Span

SPACE = re.compile(r"[ \t\r\n]*")
PLAIN_STRING = re.compile(r'"([^"\\\x00-\x1f]*)"')
STRING_MARKS = re.compile(r'["\r\n]|\\.', re.DOTALL)
COMMENT = re.compile(r"//[^\r\n]*|#[^\r\n]*|/\*[\s\S]*?(?:\*/|\Z)")
SINGLE_QUOTED = re.compile(r"'([^'\r\n]*)'")
WORD = re.compile(r"[^\s\"\[\]{},:/#]+|.", re.DOTALL)
LITERAL = re.compile(
    r"true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?"
)
PARTNER = {"}": "{", "]": "["}

Next = Literal["item", "key", "colon", "value", "comma", "end"]


def read(source: SourceFile, builder: Builder) -> None:
    """Feed a JSON text to the builder, with every fault in it."""
    builder.report_characters()
    _Reader(source, builder).read()


class _Reader:
    """Reads token by token; `next` is what the grammar wants now."""

    def __init__(self, source: SourceFile, builder: Builder) -> None:
        self.source = source
        self.text = source.text
        self.builder = builder
        self.next: Next = "item"
        self.opened: list[int] = []
        self.comma: int | None = None
        self.has_open_quote = False

    def read(self) -> None:
        text, end, at = self.text, len(self.text), 0
        punctuation = {
            "{": self._open,
            "[": self._open,
            "}": self._close,
            "]": self._close,
            ",": self._comma,
            ":": self._colon,
            '"': self._string,
        }
        skip = SPACE.match
        while not self.builder.halted:
            at = skip(text, at).end()  # type: ignore[union-attr]  # matches nothing too
            if at == end:
                break
            at = punctuation.get(text[at], self._other)(at)
        # A quotation mark that is never closed has swallowed what follows on its line.
        if self.opened and not self.builder.halted and not self.has_open_quote:
            self._report("open-bracket", self.opened[-1], self.opened[-1] + 1)

    def _open(self, at: int) -> int:
        if self._begins_item(at):
            self.builder.open(at, mapping=self.text[at] == "{")
            self.opened.append(at)
            self.next = "key" if self.builder.in_mapping else "item"
        return at + 1

    def _close(self, at: int) -> int:
        if not self.opened or self.text[self.opened[-1]] != PARTNER[self.text[at]]:
            self._stop("stray-bracket", at)
            return at + 1
        if self.comma is not None:
            self._report("trailing-comma", self.comma, self.comma + 1)
        self._complete_entry(at)
        self.opened.pop()
        self.builder.close(at + 1)
        self._after_item()
        return at + 1

    def _comma(self, at: int) -> int:
        if self.next == "end":
            self._stop("after-end", at)
        elif self.next in ("item", "key"):
            self._report("extra-comma", at, at + 1)
        else:
            self._complete_entry(at)
            self.next = "key" if self.builder.in_mapping else "item"
            self.comma = at
        return at + 1

    def _colon(self, at: int) -> int:
        if self.next == "colon":
            self.next = "value"
        else:
            self._stop("stray-colon", at)
        return at + 1

    def _string(self, at: int) -> int:
        if not self._begins_item(at):
            return at + 1
        plain = PLAIN_STRING.match(self.text, at)
        if plain:
            text, end = plain[1], plain.end()
        else:
            text, end = self._escaped_string(at)
        # What is forbidden in the text itself is reported once, for the whole file.
        if not text.isprintable() and FORBIDDEN.search(text):
            text = without_forbidden(text)
        self.builder.scalar(text, at, end, quoted=True)
        self._after_item()
        return end

    def _escaped_string(self, at: int) -> tuple[str, int]:
        try:
            text, end = scanstring(self.text, at + 1, True)
        except JSONDecodeError as error:
            return self._broken_string(at, error)
        escaped = FORBIDDEN.search(text)
        if escaped and not FORBIDDEN.search(self.text, at, end):
            fault = ControlCharacter(character=spelled(escaped[0]))
            self.builder.report(fault, Span(self.source, at, end))
        return text, end

    def _broken_string(self, at: int, error: JSONDecodeError) -> tuple[str, int]:
        stop = self._string_end(at)
        closed = self.text[stop - 1 : stop] == '"' and stop > at + 1
        reason, width = string_problem(self.text, error)
        if not closed:
            self.has_open_quote = True
            reason, start, width = "open-quote", at, stop - at
        else:
            start = error.pos
        self._report(reason, start, min(start + width, len(self.text)))
        return self.text[at + 1 : stop - 1 if closed else stop], stop

    def _string_end(self, at: int) -> int:
        """Past the closing mark, or at the end of the line if there is none."""
        for mark in STRING_MARKS.finditer(self.text, at + 1):
            if mark[0] == '"':
                return mark.end()
            if mark[0] in "\r\n":
                return mark.start()
        return len(self.text)

    def _other(self, at: int) -> int:
        comment = COMMENT.match(self.text, at)
        if comment:
            self._report("comment", at, comment.end())
            return comment.end()
        if self.text[at].isspace():
            self._report("space", at, at + 1)
            return at + 1
        if not self._begins_item(at):
            return at + 1
        single = SINGLE_QUOTED.match(self.text, at)
        if single:
            self._report("single-quotes", at, single.end())
        word = single or WORD.match(self.text, at)
        assert word is not None  # WORD takes any character
        if not single:
            self._check_word(at, word.end())
        self.builder.scalar(
            word[1] if single else word[0], at, word.end(), bool(single)
        )
        self._after_item()
        return word.end()

    def _check_word(self, at: int, end: int) -> None:
        if self.next == "key":
            self._report("bare-key", at, end)
        elif not LITERAL.fullmatch(self.text, at, end):
            number = self.text[at] in "+-.0123456789"
            self._report("number" if number else "bare-word", at, end)

    def _begins_item(self, at: int) -> bool:
        """Whether something may stand here, after saying what lacks before it."""
        if self.next == "end":
            self._stop("after-end", at)
            return False
        if self.next == "comma":
            self._report("no-comma", at, at + 1)
            self.next = "key" if self.builder.in_mapping else "item"
        elif self.next == "colon":
            self._report("no-colon", at, at + 1)
            self.next = "value"
        self.comma = None
        return not self.builder.halted

    def _after_item(self) -> None:
        if self.builder.awaits_value:
            self.next = "colon"
        else:
            self.next = "comma" if self.opened else "end"

    def _complete_entry(self, at: int) -> None:
        """Leave out a name that is followed by nothing."""
        if self.next in ("colon", "value"):
            self._report("no-value", at, at + 1)
            self.builder.leave_out()
        self.comma = None

    def _report(self, reason: str, start: int, end: int) -> None:
        self.builder.report(PROBLEMS[reason], Span(self.source, start, end))

    def _stop(self, reason: str, at: int) -> None:
        opened = [Span(self.source, start, start + 1) for start in self.opened[-1:]]
        related = [Related(span, "opened here") for span in opened]
        span = self.source.span(at, at + 1)
        self.builder.report(PROBLEMS[reason], span, *related)
        self.builder.halted = True
