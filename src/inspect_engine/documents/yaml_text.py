"""Read YAML strictly: every value is text, and nothing refers elsewhere.

The events of PyYAML's parser are used, never its composer or constructors: these
would expand references and turn «no» into false and «1.10» into 1.1. Its marks
count code points (`index`), with libyaml too; its line numbers are not used, since
it counts more characters as line ends than `SourceFile` does.
"""

import re
from typing import Any

import yaml

from inspect_engine.diagnostics.diagnostic import Related
from inspect_engine.documents.builder import Builder
from inspect_engine.documents.characters import (
    FORBIDDEN,
    spelled,
    without_forbidden,
)
from inspect_engine.documents.faults import (
    YamlAlias,
    YamlAnchor,
    YamlDirective,
    YamlDocuments,
    YamlTab,
    YamlTag,
)
from inspect_engine.documents.file_faults import ControlCharacter
from inspect_engine.documents.yaml_problems import (
    AFTER_QUOTE,
    NO_NAME,
    OPEN_BRACKET,
    Problem,
    cannot_begin,
    fault_of,
    no_comma,
    problem_of,
)
from inspect_engine.source import SourceFile, Span

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

PROPERTY = re.compile(
    r"(?:(?P<anchor>&[^\s,\[\]{}]*)|(?P<tag>!(?:<[^>\s]*>|[^\s,\[\]{}]*)))"
    r"(?:\s|(?<=\s)#[^\r\n]*)*"
)
DIRECTIVE = re.compile(r"^%[^\r\n]*", re.MULTILINE)
INDENTATION_WITH_TAB = re.compile(r"(?:^|(?<=[\r\n])) *\t[ \t]*(?=[^ \t\r\n])")
LINE_REST = re.compile(r"[^\r\n]*")

# Ends of a line to YAML 1.1, ordinary characters to YAML 1.2, JSON and SourceFile.
SEPARATORS = "\u2028\u2029"


def read(source: SourceFile, builder: Builder) -> None:
    """Feed a YAML text to the builder, with every fault in it."""
    builder.report_characters()
    if builder.halted:
        return
    reader = _Reader(source, builder)
    try:
        reader.read()
    except yaml.MarkedYAMLError as error:
        reader.report_syntax(error)


class _Reader:
    def __init__(self, source: SourceFile, builder: Builder) -> None:
        self.source = source
        self.text = source.text
        self.builder = builder
        self.documents = 0
        self.last_end = 0
        self.stand_ins = _stand_ins(source.text)

    def read(self) -> None:
        handlers = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._mapping,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceStartEvent: self._sequence,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
            yaml.DocumentEndEvent: self._document_end,
        }
        builder = self.builder
        loader = LOADER(self._readable())
        next_event = loader.get_event
        try:
            while not builder.halted and (event := next_event()) is not None:
                handler = handlers.get(event.__class__)
                if handler is not None:
                    handler(event)
        finally:
            loader.dispose()

    def _readable(self) -> str:
        """The text as the parser can take it; nearly always it is the text itself."""
        # All that is reported so far is characters that no text may hold.
        text = without_forbidden(self.text) if self.builder.faults else self.text
        return text.translate(self.stand_ins) if self.stand_ins else text

    def _scalar(self, event: Any) -> None:
        start, end, text = event.start_mark.index, event.end_mark.index, event.value
        if event.anchor is not None or event.tag is not None:
            start = self._after_properties(start, end)
        if event.style in ("|", ">"):
            end = start + len(self.text[start:end].rstrip(" \t\r\n"))
        if self.stand_ins:
            text = _restored(text, self.stand_ins)
        if not text.isprintable():
            text = self._checked(text, start, end)
        self.builder.scalar(text, start, end, bool(event.style))

    def _checked(self, text: str, start: int, end: int) -> str:
        # Only an escape can bring one in that is not in the file itself.
        found = FORBIDDEN.search(text)
        if found:
            fault = ControlCharacter(character=spelled(found[0]))
            self.builder.report(fault, Span(self.source, start, end))
        return without_forbidden(text)

    def _mapping(self, event: Any) -> None:
        self._open(event, mapping=True)

    def _sequence(self, event: Any) -> None:
        self._open(event, mapping=False)

    def _open(self, event: Any, *, mapping: bool) -> None:
        start = event.start_mark.index
        if event.anchor is not None or event.tag is not None:
            start = self._after_properties(start, len(self.text))
        self.builder.open(start, mapping=mapping)

    def _end(self, event: Any) -> None:
        # A block has no closing mark: the parser notices its end at the next line.
        start, end = event.start_mark.index, event.end_mark.index
        self.builder.close(end if end > start else None)

    def _alias(self, event: Any) -> None:
        span = Span(self.source, event.start_mark.index, event.end_mark.index)
        if not self.builder.is_merging:
            self.builder.report(YamlAlias(mark=span.text), span)
        self.builder.leave_out()

    def _document(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        self._directives(end)
        self.documents += 1
        if self.documents > 1:
            start = max(start, end - len("---"))
            self.builder.report(YamlDocuments(), Span(self.source, start, end))

    def _directives(self, end: int) -> None:
        # Between two documents only directives and comments can stand.
        for found in DIRECTIVE.finditer(self.text, self.last_end, end):
            fault = YamlDirective(line=found[0].rstrip())
            self.builder.report(fault, Span(self.source, found.start(), found.end()))
            if self.builder.halted:
                return

    def _document_end(self, event: Any) -> None:
        self.last_end = event.end_mark.index

    def _after_properties(self, start: int, end: int) -> int:
        """Report the marks before a value; give where the value itself begins."""
        while found := PROPERTY.match(self.text, start, end):
            mark = found["anchor"] or found["tag"]
            fault = YamlAnchor(mark=mark) if found["anchor"] else YamlTag(mark=mark)
            self.builder.report(fault, Span(self.source, start, start + len(mark)))
            start = found.end()
        return start

    def report_syntax(self, error: yaml.MarkedYAMLError) -> None:
        """Say in plain words why the parser stopped, where it stopped."""
        at = _index(error.problem_mark, len(self.text))
        opened = _index(error.context_mark, at)
        complaint = error.problem or ""
        if self.text[at : at + 1] == "\t" or "tab character" in complaint:
            self._tabs(at)
        elif "cannot start any token" in complaint:
            self.builder.report(cannot_begin(self.text[at : at + 1]), self._one(at))
        else:
            problem = problem_of(complaint, error.context or "")
            self._problem(problem, opened, at)

    def _problem(self, problem: Problem, opened: int, at: int) -> None:
        related = Related(self._one(opened), "it begins here")
        if problem.reason == "directive":
            self._directives(self._rest_of_line(at).end)
        elif problem.opens:
            self.builder.report(fault_of(problem), self._rest_of_line(opened))
        elif problem.reason == "open-bracket" and self._splits(at):
            return
        elif problem.reason == "open-bracket" and not self.text[at:].strip():
            self.builder.report(OPEN_BRACKET, self._one(opened))
        elif problem.reason == "indentation" and self.text[at : at + 1] == ":":
            self.builder.report(NO_NAME, self._one(at))
        elif problem.reason == "indentation" and self._is_mid_line(at):
            self.builder.report(AFTER_QUOTE, self._rest_of_line(at))
        elif opened < at:
            self.builder.report(fault_of(problem), self._one(at), related)
        else:
            self.builder.report(fault_of(problem), self._one(at))

    def _splits(self, at: int) -> bool:
        """Whether a comma is missing between two entries before a colon; reported."""
        is_colon = self.text[at : at + 1] == ":"
        name = self.builder.split_last(at) if is_colon else None
        if name is not None:
            self.builder.report(no_comma(name.text), name)
        return name is not None

    def _tabs(self, at: int) -> None:
        line_start = self._line_start(at)
        found = list(INDENTATION_WITH_TAB.finditer(self.text, line_start))
        if not found or found[0].start() > line_start:
            self.builder.report(YamlTab(), self._one(at))
        for line in found:
            tab = self.text.index("\t", line.start())
            self.builder.report(YamlTab(), Span(self.source, tab, line.end()))
            if self.builder.halted:
                return

    def _line_start(self, at: int) -> int:
        return max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1

    def _is_mid_line(self, at: int) -> bool:
        return self.text[self._line_start(at) : at].strip(" -") != ""

    def _one(self, at: int) -> Span:
        # At a line end there is no character to underline.
        width = 1 if self.text[at : at + 1] not in ("", "\r", "\n") else 0
        return Span(self.source, at, at + width)

    def _rest_of_line(self, at: int) -> Span:
        rest = LINE_REST.match(self.text, at)
        words = rest[0].rstrip() if rest else ""
        return Span(self.source, at, at + len(words))


def _index(mark: Any, otherwise: int) -> int:
    return otherwise if mark is None else int(mark.index)


def _stand_ins(text: str) -> dict[int, int]:
    """Characters to put in the place of separators: any two that the text lacks."""
    if not any(separator in text for separator in SEPARATORS):
        return {}
    lower = text.lower()
    free = (
        code
        for code in range(0x10FF00, 0x10FFFE)
        if chr(code) not in text and f"{code:x}" not in lower
    )
    return dict(zip(map(ord, SEPARATORS), free, strict=False))


def _restored(text: str, stand_ins: dict[int, int]) -> str:
    return text.translate({stand: real for real, stand in stand_ins.items()})
