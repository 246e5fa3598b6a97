"""Rules in the language as a tree of keys and values, comments with them.

The way back of `from_tree`: each statement's words are matched with its form, and its
phrases are taken over word for word.
"""

from collections.abc import Iterator, Sequence

from attrs import define, field

from inspect_engine.source import SourceFile
from inspect_engine.syntax import nodes
from inspect_engine.syntax.formatting.pieces import Pieces
from inspect_engine.syntax.formatting.statements import (
    Statement,
    everything,
    statement,
)
from inspect_engine.syntax.lexer import Token, unquoted
from inspect_engine.syntax.twin.forms import (
    Cites,
    Each,
    Entry,
    Form,
    Items,
    One,
    Phrase,
    Section,
    Segment,
)
from inspect_engine.syntax.twin.statements import FILE

RANGE_WORDS = frozenset(("below", "up", "to", "above", "and", "over"))
YES = "yes"


@define
class Leaf:
    """One value, with the comments at it."""

    text: str
    before: list[str] = field(factory=list)
    beside: str = ""


@define
class Branch:
    """Names with values, in order; `last` has the comments after all of them.

    One that gathers statements under their names has a line for each, however few.
    """

    entries: "dict[str, Tree]" = field(factory=dict)
    before: list[str] = field(factory=list)
    beside: str = ""
    last: list[str] = field(factory=list)
    gathers: bool = False


@define
class Row:
    """Items in order."""

    items: "list[Tree]" = field(factory=list)
    before: list[str] = field(factory=list)
    beside: str = ""


Tree = Leaf | Branch | Row


class SaidTwiceError(Exception):
    """Two statements of one name, which a mapping cannot hold."""

    def __init__(self, node: nodes.Node, name: str) -> None:
        """Keep the second of them."""
        super().__init__(name)
        self.node = node
        self.name = name


def tree_of(source: SourceFile, file: nodes.File) -> Branch:
    """The tree of a rule file that was read whole.

    Raises:
        SaidTwiceError: Where two statements of one kind have the same name.
    """
    pieces = Pieces(source)
    pieces.learn(node for node in everything(file) if node is not file)
    reader = _Reader(pieces)
    found = Branch()
    reader.block(FILE.body, [statement(one, pieces) for one in file.items], found)
    end = pieces.remarks[len(pieces.tokens) - 1]
    found.last = [text for text, _ in end.before]
    return found


class _Reader:
    """Matches statements with their forms."""

    def __init__(self, pieces: Pieces) -> None:
        self.pieces = pieces
        self.waiting: list[str] = []
        """Comments at the words of a section, for the statement that follows them."""

    def block(
        self, body: Sequence[Entry], statements: Sequence[Statement], into: Branch
    ) -> None:
        """All statements of a block, each under its key."""
        by_words = sorted(body, key=lambda entry: -len(entry.words))
        for one in statements:
            entry = next(found for found in by_words if self.is_of(one, found))
            self.entry(entry, one, into)

    def is_of(self, one: Statement, entry: Entry) -> bool:
        """Whether a statement begins with the words of an entry."""
        if not entry.words:
            assert isinstance(entry, Items)
            return type(one.node).__name__ == entry.node
        return self.after(one.start, one.head_end, entry.words) is not None

    def after(self, at: int, end: int, words: str) -> int | None:
        """The token after these words, if they stand here."""
        said = ""
        while at < end and len(said) < len(words):
            said = f"{said} {self.pieces.texts[at]}".strip()
            at += 1
        return at if said == words else None

    def entry(self, entry: Entry, one: Statement, into: Branch) -> None:
        """Put one statement under its key."""
        at = self.after(one.start, one.head_end, entry.words) or one.start
        match entry:
            case Section():
                section = _branch(into, entry.key, gathers=True)
                self.section(entry, one, at, section)
            case Cites():
                name, place = self.pieces.texts[at], self.words(at + 1, one.head_end)
                several = _branch(into, entry.key)
                _append(several, name, self.leaf(place, one))
            case Phrase():
                self.phrase(entry, one, at, into)
            case Each():
                name = self.name(at, entry)
                named = _branch(into, entry.key, gathers=True)
                if name in named.entries:
                    raise SaidTwiceError(one.node, name)
                named.entries[name] = self.statement(entry.form, one, at + 1)
            case Items():
                self.items(entry, one, at, into)
            case One():
                if entry.key in into.entries:
                    raise SaidTwiceError(one.node, entry.key)
                into.entries[entry.key] = self.statement(entry.form, one, at)

    def section(self, entry: Section, one: Statement, at: int, into: Branch) -> None:
        """A statement behind words such as `replace`."""
        rest = Statement(one.node, at, one.end, one.brace, one.inside)
        if entry.words in ("replace", "add") and isinstance(one.node, nodes.Change):
            assert one.node.declaration is not None
            rest = Statement(one.node.declaration, at, one.end, one.brace, one.inside)
        self.waiting = list(self._remarks(one.start, at))
        self.block(entry.body, [rest], into)

    def items(self, entry: Items, one: Statement, at: int, into: Branch) -> None:
        """A statement of a list, or a list in braces."""
        if entry.is_braced:
            row = Row()
            self.remark(row, one.start, one.head_end)
            row.items = [
                self.statement(entry.form, step, step.start) for step in one.inside
            ]
            if entry.key in into.entries:
                raise SaidTwiceError(one.node, entry.key)
            into.entries[entry.key] = row
            return
        row_or_none = into.entries.setdefault(entry.key, Row())
        assert isinstance(row_or_none, Row)
        row_or_none.items.append(self.statement(entry.form, one, at))

    def phrase(self, entry: Phrase, one: Statement, at: int, into: Branch) -> None:
        """Words with at most one value."""
        if at == one.end:
            text = YES
        elif entry.kind == "text":
            text = self.words(at, one.end)
        else:
            text = self.pieces.flat(at, one.end)
        if entry.key in into.entries and not entry.may_repeat:
            raise SaidTwiceError(one.node, entry.key)
        _append(into, entry.key, self.leaf(text, one))

    # --- statements -----------------------------------------------------------------

    def statement(self, form: Form, one: Statement, at: int) -> Tree:
        """A statement's head and block, in the shortest way that says it."""
        if form.short == "*" and one.brace is None:
            return self.leaf(self.pieces.flat(one.start, one.end), one)
        found = Branch()
        self.head(form, one, at, found)
        self.remark(found, one.start, one.head_end)
        if one.brace is not None:
            self.block(form.body, one.inside, found)
            self.remark_block(found, one.brace, one.end - 1)
        if list(found.entries) == [form.short] and not found.last:
            leaf = found.entries[form.short]
            if isinstance(leaf, Leaf):
                return Leaf(leaf.text, found.before, found.beside)
        return found

    def head(self, form: Form, one: Statement, at: int, into: Branch) -> None:
        """The pieces of a head."""
        end = one.head_end
        for number, segment in enumerate(form.segments):
            if segment.words:
                after = self.after(at, end, segment.words)
                if after is None:
                    continue
                at = after
            stop = self.stop(form.segments[number:], at, end)
            if stop == at and segment.kind != "flag":
                continue
            into.entries[segment.key] = self.value(segment, at, stop)
            at = stop
        if at != end:
            raise AssertionError(f"a bug of ours: {form.what} has more than its form")

    def stop(self, segments: Sequence[Segment], at: int, end: int) -> int:
        """The token after the value of the first of these segments."""
        tokens, segment = self.pieces.tokens, segments[0]
        match segment.kind:
            case "flag":
                return at
            case "name":
                return min(at + 1, end)
            case "number":
                is_negative = tokens[at].text == "-"
                is_number = tokens[at + is_negative].kind in ("WHOLE", "DECIMAL")
                return at + is_negative + 1 if is_number else at
            case "text" | "texts":
                while at < end and tokens[at].kind == "STRING":
                    at += 1
                return at
            case "range":
                while _is_of_range(tokens[at]):
                    at += 1
                return at
        return self.stop_of_phrase(segments[1:], at, end)

    def stop_of_phrase(self, rest: Sequence[Segment], at: int, end: int) -> int:
        """Where a phrase ends: at the words of what may follow, outside brackets."""
        depth = 0
        while at < end:
            text = self.pieces.texts[at]
            depth += (text == "(") - (text == ")")
            follows = (self.after(at, end, one.words) for one in rest if one.words)
            if depth == 0 and any(found is not None for found in follows):
                return at
            at += 1
        return at

    def value(self, segment: Segment, at: int, stop: int) -> Tree:
        """The value of a segment."""
        match segment.kind:
            case "flag":
                return Leaf(YES)
            case "text":
                return Leaf(self.words(at, stop))
            case "texts":
                tokens = self.pieces.tokens[at:stop]
                return Row([Leaf(unquoted(token)) for token in tokens])
        return Leaf(self.pieces.flat(at, stop))

    def words(self, at: int, end: int) -> str:
        """Texts that follow one another, as the one that they are."""
        return " ".join(unquoted(self.pieces.tokens[i]) for i in range(at, end))

    def name(self, at: int, entry: Each) -> str:
        """The name of a statement."""
        token = self.pieces.tokens[at]
        return unquoted(token) if entry.is_text else token.text

    # --- comments -------------------------------------------------------------------

    def leaf(self, text: str, one: Statement) -> Leaf:
        """A value with all comments of its statement."""
        found = Leaf(text)
        self.remark(found, one.start, one.end)
        return found

    def remark(self, tree: Tree, start: int, end: int) -> None:
        """Keep the comments of some tokens: what is inside a line stands before it."""
        before, trailing = list(self._remarks(start, end)), ""
        last = self.pieces.remarks[end - 1].trailing
        if last:
            before.remove(last)
            trailing = last
        tree.before = [*self.waiting, *before, *tree.before]
        self.waiting = []
        tree.beside = tree.beside or trailing

    def remark_block(self, tree: Branch, opens: int, closes: int) -> None:
        """Keep the comments at the braces of a block."""
        tree.before += [text for text, _ in self.pieces.remarks[opens].before]
        tree.last += [text for text, _ in self.pieces.remarks[closes].before]
        opening = self.pieces.remarks[opens].trailing
        if opening and tree.beside:
            tree.before.append(opening)
        else:
            tree.beside = tree.beside or opening
        if closing := self.pieces.remarks[closes].trailing:
            tree.last.append(closing)

    def _remarks(self, start: int, end: int) -> Iterator[str]:
        for at in range(start, end):
            remarks = self.pieces.remarks[at]
            yield from (text for text, _ in remarks.before)
            if remarks.trailing:
                yield remarks.trailing


def _is_of_range(token: Token) -> bool:
    return (
        token.text in RANGE_WORDS
        or token.text == "-"
        or token.kind in ("WHOLE", "DECIMAL")
    )


def _branch(into: Branch, key: str, *, gathers: bool = False) -> Branch:
    found = into.entries.setdefault(key, Branch(gathers=gathers))
    assert isinstance(found, Branch)
    return found


def _append(into: Branch, key: str, leaf: Leaf) -> None:
    """Put a value under a key, with others of it in a list."""
    before = into.entries.get(key)
    match before:
        case None:
            into.entries[key] = leaf
        case Row():
            before.items.append(leaf)
        case _:
            into.entries[key] = Row([before, leaf])
