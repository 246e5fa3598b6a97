"""Rules in YAML or JSON, written out in the language, with the place of every word.

One parser reads both spellings: a tree of keys and values becomes statements, and what
is found wrong with these is shown where the author wrote it.
"""

from collections.abc import Iterable
from collections.abc import Sequence as Several

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.diagnostics.suggest import nearest
from inspect_engine.documents.nodes import Mapping, Node, Scalar, Sequence
from inspect_engine.source import SourceFile, Span
from inspect_engine.syntax.faults import NotARuleFile
from inspect_engine.syntax.twin.comments import Comments
from inspect_engine.syntax.twin.faults import (
    MissingRulesKey,
    RulesFlag,
    RulesShape,
    UnknownRulesKey,
)
from inspect_engine.syntax.twin.forms import (
    Cites,
    Each,
    Entry,
    Form,
    Items,
    Kind,
    One,
    Phrase,
    Section,
    Segment,
)
from inspect_engine.syntax.twin.heads import Head, Text
from inspect_engine.syntax.twin.mapped import MappedSource
from inspect_engine.syntax.twin.statements import FILE

OTHER_FILES = {"bundle": "a bundle", "examples": "a file of examples"}

SAID = ("yes", "true")
"""How a fixed word is said: «true» is how JSON says yes."""


def written_out(source: SourceFile, root: Node) -> MappedSource:
    """The tree of a rule file as a text in the language.

    What is wrong with the keys stands in the `faults` of the text; the statements
    that they spoil are left out of it, and the names in these stand in `lost`.
    """
    writer = _Writer(source, root)
    other = _other_file(root)
    if other is not None:
        fault = NotARuleFile(kind=OTHER_FILES[other.text])
        writer.faults.append(fault.at(other.span))
    elif isinstance(root, Mapping):
        writer.block(FILE, FILE.body, root)
    elif not (isinstance(root, Scalar) and root.is_blank):
        writer.wrong_shape(FILE.what, root, "names with values")
    writer.text.comments(writer.comments.last)
    return writer.text.made(source, tuple(writer.faults), frozenset(writer.lost))


def _other_file(root: Node) -> Scalar | None:
    """The key that says of a file that it is none of rules."""
    keys = [key for key, _ in root.entries] if isinstance(root, Mapping) else []
    return next((key for key in keys if key.text in OTHER_FILES), None)


class _Writer:
    """The text so far, and what was found wrong with the tree."""

    def __init__(self, source: SourceFile, root: Node) -> None:
        self.comments = Comments(source, root)
        self.is_json = source.name.lower().endswith(".json")
        self.text = Text()
        self.faults: list[Diagnostic] = []
        self.lost: set[str] = set()

    # --- blocks -------------------------------------------------------------------

    def block(
        self, form: Form, body: Several[Entry], node: Mapping, before: str = ""
    ) -> None:
        """All entries of a mapping; `before` are words before each statement."""
        entries = {entry.key: entry for entry in body}
        heads = {segment.key for segment in form.segments}
        for key, value in node.entries:
            if key.text in entries:
                self.entry(entries[key.text], key, value, before)
            elif key.text not in heads:
                near = self.unknown(key, value, form.what, (*heads, *entries))
                # What was probably meant is read as meant: one slip, one fault.
                if near in entries and node.key(near) is None:
                    self.entry(entries[near], key, value, before)

    def entry(self, entry: Entry, key: Scalar, value: Node, before: str) -> None:
        """What stands under one key."""
        words = f"{before} {entry.words}".strip()
        self.text.comments(self.comments.before(key))
        match entry:
            case Phrase():
                self.phrases(entry, words, key, value)
            case Cites():
                self.cites(words, key, value)
            case Each():
                self.each(entry, words, key, value)
            case Items():
                self.items(entry, words, key, value)
            case One():
                self.statement(words, key, None, entry.form, value)
            case Section():
                self.section(entry, key, value)
        self.text.comments(self.comments.beside(key))

    def section(self, entry: Section, key: Scalar, value: Node) -> None:
        """Statements with words before them."""
        form = Form(what=f"«{entry.key}»")
        for node in self.mapping(key, value):
            self.block(form, entry.body, node, entry.words)

    def each(self, entry: Each, words: str, key: Scalar, value: Node) -> None:
        """Statements under their names."""
        for node in self.mapping(key, value):
            for name, item in node.entries:
                self.statement(words, name, name, entry.form, item, entry.is_text)

    def items(self, entry: Items, words: str, key: Scalar, value: Node) -> None:
        """Statements in a list, or a single one."""
        if entry.is_braced:
            self.open(Head(self.comments).words(words, key.span))
            words = ""
        for item in value.items if isinstance(value, Sequence) else (value,):
            if self.is_blank(item):
                self.wrong_shape(key.text, item, "a list")
            else:
                self.statement(words, key, None, entry.form, item)
        if entry.is_braced:
            self.close(value)

    # --- statements -----------------------------------------------------------------

    def phrases(self, entry: Phrase, words: str, key: Scalar, value: Node) -> None:
        """One statement for a value, or one for each of a list."""
        is_several = entry.may_repeat and isinstance(value, Sequence)
        for one in value.items if is_several else (value,):  # type: ignore[union-attr]
            head = Head(self.comments).words(words, key.span)
            if entry.kind == "flag":
                if self.says_yes(key, one):
                    head.take(one)
                    self.text.line(head)
            elif entry.may_be_bare and _text(one) in SAID:
                head.take(one)
                self.text.line(head)
            elif self.value(head, entry.kind, key.text, one):
                self.text.line(head)

    def cites(self, words: str, key: Scalar, value: Node) -> None:
        """The places of sources, one or several of each."""
        for node in self.mapping(key, value):
            for name, places in node.entries:
                several = isinstance(places, Sequence)
                for place in places.items if several else (places,):  # type: ignore[union-attr]
                    head = Head(self.comments).words(words, name.span)
                    head.take(name)
                    head.raw(name)
                    if self.value(head, "text", name.text, place):
                        self.text.line(head)

    def statement(
        self,
        words: str,
        key: Scalar,
        name: Scalar | None,
        form: Form,
        value: Node,
        is_text: bool = False,
    ) -> None:
        """One statement, with its block where it has one."""
        head = Head(self.comments)
        if words:
            head.words(words, key.span if name is not None else value.span)
        if name is not None:
            head.value("text" if is_text else "name", name)
        if form.short == "*" and isinstance(value, Scalar):
            if self.value(head, "raw", key.text, value):
                self.text.line(head)
            return
        for own in _keys_of_head(form, value):
            head.take(own)
        given = self.given(form, key, value)
        if given is None or not self.segments(head, form, key, given):
            self.lost |= set(_names(value)) | ({name.text} if name else set())
            return
        has_block = form.has_block or any(entry.key in given for entry in form.body)
        if not has_block:
            self.unknown_in(form, value)
            self.text.line(head)
            return
        self.open(head)
        if isinstance(value, Mapping):
            self.block(form, form.body, value)
        self.close(value if not self.is_blank(value) else key)

    def given(self, form: Form, key: Scalar, value: Node) -> dict[str, Node] | None:
        """What is given by key; one value alone is that of the short form."""
        if isinstance(value, Mapping):
            given = {name.text: one for name, one in value.entries}
            heads = {segment.key for segment in form.segments}
            for name, one in value.entries:
                near = "" if name.text in form.keys else _near(name.text, form.keys)
                if near in heads:
                    given.setdefault(near, one)
            return given
        if self.is_blank(value):
            return {}
        if isinstance(value, Scalar) and form.short:
            return {form.short: value}
        self.wrong_shape(key.text, value, "names with values")
        return None

    def segments(
        self, head: Head, form: Form, key: Scalar, given: dict[str, Node]
    ) -> bool:
        """Write the pieces of a head; whether all that are needed are there."""
        is_whole = True
        for segment in form.segments:
            node = given.get(segment.key)
            if node is None or self.is_blank(node):
                is_whole = is_whole and not self.lacks(segment, form, key)
            elif segment.kind == "flag":
                if self.says_yes_at(segment.key, node):
                    head.words(segment.words, node.span)
            else:
                if segment.words:
                    head.words(segment.words, node.span)
                is_whole = (
                    self.value(head, segment.kind, segment.key, node) and is_whole
                )
        return is_whole

    def lacks(self, segment: Segment, form: Form, key: Scalar) -> bool:
        """Report a piece that is needed."""
        if segment.is_needed:
            fault = MissingRulesKey(what=form.what, key=segment.key)
            self.faults.append(fault.at(key.span))
        return segment.is_needed

    def value(self, head: Head, kind: Kind, key: str, node: Node) -> bool:
        """Write one value; whether it is one."""
        if kind == "texts" and isinstance(node, Sequence):
            # Each is read, also where one before it is at fault.
            return min(
                [self.value(head, "text", key, one) for one in node.items], default=True
            )
        if not isinstance(node, Scalar) or self.is_blank(node):
            self.wrong_shape(key, node, "one value")
            return False
        fault = head.value(kind, node, key)
        if fault is not None:
            self.faults.append(fault)
        return fault is None

    # --- what is wrong ----------------------------------------------------------------

    def mapping(self, key: Scalar, value: Node) -> Iterable[Mapping]:
        """The mapping under a key, or none where something else is there."""
        if isinstance(value, Mapping):
            yield value
        elif not self.is_blank(value):
            self.wrong_shape(key.text, value, "names with values")

    def wrong_shape(self, key: str, node: Node, wanted: str) -> None:
        """Report that something else stands there."""
        found = "nothing" if self.is_blank(node) else _in_words(node)
        fault = RulesShape(key=key, wanted=wanted, found=found)
        self.faults.append(fault.at(_first_line(node)))

    def unknown(self, key: Scalar, value: Node, what: str, known: Iterable[str]) -> str:
        """Report a key that has no place here; gives what was probably meant."""
        near = _near(key.text, known)
        listed = "" if near else ", ".join(f"«{one}»" for one in known)
        fault = UnknownRulesKey(key=key.text, what=what, near=near, known=listed)
        self.faults.append(fault.at(key.span))
        self.lost |= set(_names(value))
        return near

    def unknown_in(self, form: Form, value: Node) -> None:
        """Report keys that a statement without a block cannot have."""
        if isinstance(value, Mapping):
            for key, one in value.entries:
                if key.text not in form.keys:
                    self.unknown(key, one, form.what, form.keys)

    def says_yes(self, key: Scalar, node: Node) -> bool:
        """Whether a fixed word is said."""
        return self.says_yes_at(key.text, node)

    def says_yes_at(self, key: str, node: Node) -> bool:
        """Whether a fixed word is said under a key; all else is reported."""
        if _text(node) in SAID:
            return True
        if isinstance(node, Scalar) and not self.is_blank(node):
            fault = RulesFlag(key=key, value=node.text)
            self.faults.append(fault.at(node.span))
        else:
            self.wrong_shape(key, node, "«yes»")
        return False

    def is_blank(self, node: Node) -> bool:
        """Whether nothing stands there."""
        if not isinstance(node, Scalar):
            return False
        is_null = self.is_json and node.text == "null" and not node.quoted
        return node.is_blank or is_null

    # --- lines ----------------------------------------------------------------------

    def open(self, head: Head) -> None:
        """A line that opens a block."""
        self.text.line(head, opens=True)

    def close(self, node: Node) -> None:
        """A line that closes one, after all that a node holds."""
        self.text.close(node.span)


def _near(key: str, known: Iterable[str]) -> str:
    """The key that was probably meant, also with a space or hyphen in it."""
    return nearest(key.replace(" ", "_").replace("-", "_"), tuple(known))


def _keys_of_head(form: Form, value: Node) -> Iterable[Scalar]:
    """The keys whose values stand in a head."""
    heads = {segment.key for segment in form.segments}
    entries = value.entries if isinstance(value, Mapping) else ()
    return (key for key, _ in entries if key.text in heads)


def _text(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _in_words(node: Node) -> str:
    match node:
        case Mapping():
            return "names with values"
        case Sequence():
            return "a list"
        case Scalar():
            return "one value"


def _first_line(node: Node) -> Span:
    source, start, end = node.span
    breaks = source.text.find("\n", start, end)
    return Span(source, start, end if breaks < 0 else breaks)


def _names(node: Node) -> Iterable[str]:
    """The names under a node, which may be those of statements."""
    held: list[Node] = [node]
    while held:
        one = held.pop()
        if isinstance(one, Mapping):
            for key, value in one.entries:
                yield key.text
                held.append(value)
        elif isinstance(one, Sequence):
            held += one.items
        elif one.text.isidentifier():
            yield one.text
