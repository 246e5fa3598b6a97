"""A tree of keys and values as YAML text, comments with it, or as JSON."""

import json
from io import StringIO
from typing import Any

from yaml.emitter import Emitter
from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

from inspect_engine.syntax.twin.to_tree import YES, Branch, Leaf, Row, Tree

WIDTH = 88
STEP = "  "
TEXT = "tag:yaml.org,2002:str"
WHOLE = "tag:yaml.org,2002:int"


def to_yaml(tree: Branch) -> str:
    """The text of a YAML file that reads back as the same tree.

    What other readers of YAML would take for a number with a point, a date or a truth
    stands in quotation marks, so that they read what is written.
    """
    writer = _Writer()
    writer.lines += tree.before
    writer.branch(tree, 0)
    if not tree.entries:
        writer.lines.append("{}")
    return "".join(f"{line}\n" for line in writer.lines)


def to_json(tree: Branch) -> str:
    """The text of a JSON file with the same tree; JSON has no comments."""
    return json.dumps(_plain(tree), ensure_ascii=False, indent=2) + "\n"


class _Writer:
    """The lines so far."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.scalars = Scalars()

    def branch(self, tree: Branch, depth: int) -> None:
        """Names with values, a line each or more."""
        indent = STEP * depth
        for key, value in tree.entries.items():
            self.lines += [indent + comment for comment in _above(value)]
            self.value(f"{indent}{self.scalars.key(key)}:", value, depth)
            if depth == 0:
                self.lines.append("")
        self.lines += [indent + comment for comment in tree.last]
        while depth == 0 and self.lines and not self.lines[-1]:
            self.lines.pop()

    def value(self, start: str, value: Tree, depth: int) -> None:
        """A value behind its key or dash, or on the lines below."""
        match value:
            case Leaf():
                text = f"{start} {self.scalars.value(value.text)}"
                self.lines.append(_beside(text, value))
            case Row():
                self.lines.append(_beside(start, value))
                for item in value.items:
                    self.item(item, depth + 1)
            case Branch():
                brief = self.brief(value)
                fits = len(start) + len(brief) < WIDTH
                if brief and fits and not (value.gathers or _is_named(value)):
                    self.lines.append(_beside(f"{start} {brief}", value))
                    return
                self.lines.append(_beside(start, value))
                self.branch(value, depth + 1)

    def item(self, item: Tree, depth: int) -> None:
        """An item of a list."""
        indent = STEP * depth
        self.lines += [indent + comment for comment in _above(item)]
        if isinstance(item, Branch):
            brief = self.brief(item)
            if brief and len(indent) + len(brief) + 2 <= WIDTH:
                self.lines.append(_beside(f"{indent}- {brief}", item))
                return
            self.in_dash(item, depth)
            return
        self.value(f"{indent}-", item, depth)

    def in_dash(self, item: Branch, depth: int) -> None:
        """An item that takes several lines: its first key stands behind the dash."""
        indent = STEP * depth
        first = _Writer()
        first.branch(Branch(item.entries, [], "", item.last), 1)
        lines = [line[len(STEP) :] for line in first.lines]
        if item.beside:
            self.lines.append(f"{indent}{item.beside}")
        self.lines.append(f"{indent}- {lines[0]}")
        self.lines += [f"{indent}  {line}" for line in lines[1:]]

    def brief(self, tree: Branch) -> str:
        """A mapping on one line, where it is simple enough."""
        if tree.last or not tree.entries:
            return "" if tree.entries or tree.last else "{}"
        parts = []
        for key, value in tree.entries.items():
            if not isinstance(value, Leaf) or value.before or value.beside:
                return ""
            written = self.scalars.value(value.text, in_brackets=True)
            parts.append(f"{self.scalars.key(key)}: {written}")
        return f"{{{', '.join(parts)}}}"


def _is_named(tree: Branch) -> bool:
    """Whether a statement reads better with a line for each key."""
    return len(tree.entries) > 1 and "title" in tree.entries


def _above(tree: Tree) -> list[str]:
    """The comments above a value, and that of its line where it takes no line."""
    return tree.before


def _beside(line: str, tree: Tree) -> str:
    return f"{line}  {tree.beside}" if tree.beside else line


class Scalars:
    """How single values are spelled."""

    def __init__(self) -> None:
        """Ask PyYAML, which knows what other readers would make of a text."""
        self._emitter: Any = Emitter(StringIO())
        self._resolver: Any = Resolver()

    def key(self, text: str) -> str:
        """A name."""
        return text if self._is_plain(text, in_brackets=True) else _quoted(text)

    def value(self, text: str, *, in_brackets: bool = False) -> str:
        """A value; whole numbers and «yes» stand as they are."""
        if text == YES:
            return text
        return text if self._is_plain(text, in_brackets=in_brackets) else _quoted(text)

    def _is_plain(self, text: str, *, in_brackets: bool) -> bool:
        if not text or not text.isprintable():
            return False
        found = self._emitter.analyze_scalar(text)
        is_safe = found.allow_flow_plain if in_brackets else found.allow_block_plain
        tag = self._resolver.resolve(ScalarNode, text, (True, False))
        is_number = tag == WHOLE and text.isdecimal() and str(int(text)) == text
        return bool(is_safe) and (tag == TEXT or is_number)


def _quoted(text: str) -> str:
    """A text in quotation marks; the escapes of JSON are also those of YAML."""
    return json.dumps(text, ensure_ascii=False)


def _plain(tree: Tree) -> Any:
    match tree:
        case Leaf():
            return tree.text
        case Row():
            return [_plain(item) for item in tree.items]
        case Branch():
            return {key: _plain(value) for key, value in tree.entries.items()}
