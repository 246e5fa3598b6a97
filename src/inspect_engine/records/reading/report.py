"""What is wrong with a bundle so far, and the shapes that its parts must have."""

from collections.abc import Hashable, Iterable
from unicodedata import normalize

from attrs import define

from inspect_engine.diagnostics.diagnostic import Diagnostic, Related
from inspect_engine.diagnostics.fault import Fault
from inspect_engine.diagnostics.limits import TooManyFaults
from inspect_engine.documents.nodes import Mapping, Node, Scalar, Sequence
from inspect_engine.documents.reader import is_whole
from inspect_engine.records.faults import NotAList, NotAMapping, NotOneValue
from inspect_engine.source import SourceFile, Span

FAULT_LIMIT = 1000
PLACE_LIMIT = 100
"""How many places of one cause are listed."""

QUOTED = 40
"""How much of a value is repeated: enough to find it, too little to tell a story."""

LEAVING_OUT = frozenset({"KEY-NOT-TEXT", "YAML-ALIAS", "YAML-MERGE"})
"""Faults of spelling after which something seems missing that is there."""


def nfc(text: str) -> str:
    """The text with each accented letter in its one spelling."""
    return text if text.isascii() else normalize("NFC", text)


def quoted(text: str) -> str:
    """As much of a text as a message repeats, on one line."""
    words = " ".join(text.split())
    return words if len(words) <= QUOTED else words[: QUOTED - 1] + "…"


def first_line(node: Node) -> Span:
    """The place of a node, of which no more is underlined than its first line."""
    source, start, end = node.span
    line_end = start + len(source.line(source.position(start).line))
    line_end -= source.position(start).column - 1
    return Span(source, start, max(start, min(end, line_end)))


@define
class _Found:
    fault: Fault
    span: Span
    related: list[Related]


class Report:
    """Collects faults; a fault of one cause in many places is one diagnostic."""

    def __init__(self, source: SourceFile, known: Iterable[Diagnostic] = ()) -> None:
        """Begin with the faults of spelling, which explain some of what is missing."""
        self.known = tuple(known)
        self.is_json = source.name.lower().endswith(".json")
        self._found: list[_Found] = []
        self._once: dict[Hashable, _Found] = {}
        self._places = 0

    def add(self, fault: Fault, span: Span, *related: Related) -> None:
        """Add a fault in a place."""
        self._places += 1
        if self._places <= FAULT_LIMIT:
            self._found.append(_Found(fault, span, list(related)))
        elif self._places == FAULT_LIMIT + 1:
            self._found.append(_Found(TooManyFaults(limit=FAULT_LIMIT), span, []))

    def add_once(self, cause: Hashable, fault: Fault, span: Span) -> None:
        """Add a fault, or a further place of one that has the same cause."""
        first = self._once.get(cause)
        if first is None:
            self.add(fault, span)
            # Past the limit something else stands last, and nothing is kept.
            if self._found[-1].fault is fault:
                self._once[cause] = self._found[-1]
        elif len(first.related) < PLACE_LIMIT:
            first.related.append(Related(span, "here too"))

    def add_missing(self, fault: Fault, node: Node, span: Span | None = None) -> None:
        """Add that something lacks in a node, unless a fault of spelling hides it."""
        hidden = (
            found.span is not None
            and found.code in LEAVING_OUT
            and node.span.start <= found.span.start <= node.span.end
            for found in self.known
        )
        if is_whole(self.known) and not any(hidden):
            self.add(fault, span or first_line(node))

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All that was found, in the order of finding."""
        return tuple(
            found.fault.at(found.span, *found.related) for found in self._found
        )

    # --- shapes -------------------------------------------------------------------

    def is_blank(self, node: Node) -> bool:
        """Whether nothing is said: no text, or the null of JSON."""
        if not isinstance(node, Scalar):
            return False
        is_null = self.is_json and node.text == "null" and not node.quoted
        return not node.text or is_null

    def entries(self, node: Node, what: str) -> tuple[tuple[Scalar, Node], ...]:
        """Names with values; none where nothing is said or something else stands."""
        if isinstance(node, Mapping):
            return node.entries
        if not self.is_blank(node):
            self.add_no_mapping(node, what)
        return ()

    def add_no_mapping(self, node: Node, what: str) -> None:
        """Add that something else stands where names with values belong."""
        found = "nothing" if self.is_blank(node) else _in_words(node)
        self.add(NotAMapping(what=capital(what), found=found), first_line(node))

    def items(self, node: Node, what: str) -> tuple[Node, ...]:
        """The items of a list; none where nothing is said or something else stands."""
        if isinstance(node, Sequence):
            return node.items
        if not self.is_blank(node):
            fault = NotAList(what=capital(what), found=_in_words(node))
            self.add(fault, first_line(node))
        return ()

    def text(self, node: Node, what: str) -> str:
        """One value; empty where nothing is said or something else stands."""
        if self.is_blank(node):
            return ""
        if isinstance(node, Scalar):
            return nfc(node.text)
        fault = NotOneValue(what=capital(what), found=_in_words(node))
        self.add(fault, first_line(node))
        return ""


def capital(words: str) -> str:
    """The words with a capital first, to begin a sentence."""
    return words[:1].upper() + words[1:]


def _in_words(node: Node) -> str:
    match node:
        case Mapping():
            return "names with values"
        case Sequence():
            return "a list"
        case Scalar():
            return "one value"
