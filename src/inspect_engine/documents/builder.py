"""Build the tree: keys once each, depth and size bounded, no recursion.

Both spellings feed the same builder, so YAML and JSON cannot differ in strictness.
"""

from unicodedata import normalize

from inspect_engine.diagnostics.diagnostic import Diagnostic, Related
from inspect_engine.diagnostics.fault import Fault
from inspect_engine.diagnostics.limits import TooManyFaults
from inspect_engine.documents.characters import REPORTED, control_characters
from inspect_engine.documents.faults import (
    DuplicateKey,
    KeyNotText,
    TooDeep,
    TooManyParts,
    YamlMerge,
)
from inspect_engine.documents.nodes import Mapping, Node, Scalar, Sequence
from inspect_engine.source import SourceFile, Span

DEPTH_LIMIT = 100
NODE_LIMIT = 2_000_000
FAULT_LIMIT = 1000


class _Frame:
    """A list or mapping that is still open."""

    __slots__ = ("awaits_value", "is_merging", "key", "last_end", "start")

    def __init__(self, start: int) -> None:
        self.start = start
        self.awaits_value = False
        self.is_merging = False
        self.key: Scalar | None = None
        self.last_end = start


class _List(_Frame):
    __slots__ = ("items",)

    def __init__(self, start: int) -> None:
        super().__init__(start)
        self.items: list[Node] = []


class _Map(_Frame):
    __slots__ = ("entries", "seen")

    def __init__(self, start: int) -> None:
        super().__init__(start)
        self.entries: list[tuple[Scalar, Node]] = []
        self.seen: dict[str, Span] = {}


class Builder:
    """Takes the pieces of a text in reading order and gives the tree.

    Once `halted`, nothing more is to be read: a bound is reached.
    """

    def __init__(self, source: SourceFile, node_limit: int = NODE_LIMIT) -> None:
        """Begin with nothing read; `node_limit` bounds memory."""
        self.source = source
        self.faults: list[Diagnostic] = []
        self.halted = False
        self.root: Node | None = None
        self._frames: list[_List | _Map] = []
        self._room = node_limit
        self._node_limit = node_limit

    @property
    def in_mapping(self) -> bool:
        """Whether the innermost open collection is a mapping."""
        return bool(self._frames) and isinstance(self._frames[-1], _Map)

    @property
    def awaits_value(self) -> bool:
        """Whether a key has been read whose value has not."""
        return bool(self._frames) and self._frames[-1].awaits_value

    @property
    def is_merging(self) -> bool:
        """Whether the value that comes next belongs to a merge key."""
        return bool(self._frames) and self._frames[-1].is_merging

    def report_characters(self) -> None:
        """Report what no text may hold; a text full of it is not read at all."""
        self.faults.extend(control_characters(self.source))
        self.halted = len(self.faults) >= REPORTED

    def report(self, fault: Fault, span: Span, *related: Related) -> None:
        """Add a diagnostic; past the limit, stop reading."""
        self.faults.append(fault.at(span, *related))
        if len(self.faults) == FAULT_LIMIT:
            self.faults.append(TooManyFaults(limit=FAULT_LIMIT).at(span))
            self.halted = True

    def scalar(self, text: str, start: int, end: int, quoted: bool) -> None:
        """Add a piece of text."""
        self._room -= 1
        if self._room < 0:
            self._report_size(start)
        self._place(Scalar(text, Span(self.source, start, end), quoted), end)

    def open(self, start: int, *, mapping: bool) -> None:
        """Begin a list or a mapping."""
        self._room -= 1
        if self._room < 0:
            self._report_size(start)
        if len(self._frames) >= DEPTH_LIMIT:
            span = Span(self.source, start, min(start + 1, len(self.source.text)))
            self.report(TooDeep(limit=DEPTH_LIMIT), span)
            self.halted = True
            return
        self._frames.append(_Map(start) if mapping else _List(start))

    def close(self, end: int | None = None) -> None:
        """End the innermost; without `end`, where its last part ends."""
        frame = self._frames.pop()
        end = frame.last_end if end is None else end
        span = Span(self.source, frame.start, end)
        if isinstance(frame, _List):
            self._place(Sequence(tuple(frame.items), span), end)
        else:
            self._place(Mapping(tuple(frame.entries), span), end)

    def leave_out(self) -> None:
        """Pass over a part that is at fault, and the entry that it belongs to."""
        self._place(None, 0)

    def split_last(self, at: int) -> Span | None:
        """Where a value runs into the name after it for want of a comma: that name.

        The value keeps what stands before it.
        """
        frame = self._frames[-1] if self._frames else None
        if not isinstance(frame, _Map) or frame.awaits_value or not frame.entries:
            return None
        key, value = frame.entries[-1]
        if not isinstance(value, Scalar) or value.quoted or value.span.end != at:
            return None
        words = value.span.text.split()
        if len(words) <= 1:
            return None
        name = words[-1]
        start, head = value.span.start, value.span.text[: -len(name)]
        kept = Span(self.source, start, start + len(head.rstrip()))
        frame.entries[-1] = key, Scalar(" ".join(head.split()), kept)
        return Span(self.source, at - len(name), at)

    def finish(self) -> Node | None:
        """The tree; what is still open is closed with what it holds so far."""
        while self._frames:
            self.close()
        return self.root

    def _place(self, node: Node | None, end: int) -> None:
        if not self._frames:
            self.root = node if self.root is None else self.root
            return
        frame = self._frames[-1]
        if end > frame.last_end:
            frame.last_end = end
        if isinstance(frame, _List):
            if node is not None:
                frame.items.append(node)
        elif frame.awaits_value:
            frame.awaits_value = frame.is_merging = False
            if frame.key is not None and node is not None:
                frame.entries.append((frame.key, node))
        else:
            frame.awaits_value = True
            frame.key = self._accepted_key(frame, node)

    def _accepted_key(self, frame: _Map, node: Node | None) -> Scalar | None:
        if node is None:
            return None
        if not isinstance(node, Scalar) or not (node.text or node.quoted):
            self.report(KeyNotText(), node.span)
            return None
        if node.text == "<<" and not node.quoted:
            self.report(YamlMerge(), node.span)
            frame.is_merging = True
            return None
        # Two spellings of one accented letter look alike and become one later on.
        text, span = node.text, node.span
        name = text if text.isascii() else normalize("NFC", text)
        first = frame.seen.setdefault(name, span)
        if first is span:
            return node
        related = Related(first, "first written here")
        self.report(DuplicateKey(key=text), span, related)
        return None

    def _report_size(self, start: int) -> None:
        if not self.halted:
            span = Span(self.source, start, min(start + 1, len(self.source.text)))
            self.report(TooManyParts(limit=self._node_limit), span)
            self.halted = True
