"""The files of one methodology, each read once, inside the folder of its rules."""

import posixpath
from pathlib import Path, PurePath

from attrs import evolve, field

from inspect_engine.binding.catalogue import Catalogue
from inspect_engine.binding.entries import is_rule_name, real_path, whole_path
from inspect_engine.binding.faults import ChainTooLong
from inspect_engine.binding.file_faults import CircularUse, RulesEnding
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related, has_errors
from inspect_engine.documents.folders import read_folder_safe
from inspect_engine.documents.text_files import RULES_LIMIT, read_text
from inspect_engine.shapes import shape
from inspect_engine.source import SourceFile, Span
from inspect_engine.syntax import nodes
from inspect_engine.syntax.nodes import Node
from inspect_engine.syntax.parser import parse
from inspect_engine.syntax.twin.reading import as_rules

LONGEST_CHAIN = 50


@shape(kw_only=True)
class Opened:
    """A file that has been read: its name as shown, its folder's root, its items.

    `lost_extends` says that the word `extends` stood in a statement that could not be
    read, so that nobody knows whether the file extends another.
    """

    source: SourceFile
    real: Path
    root: str
    items: tuple[Node, ...] = field(repr=False)
    comments: tuple[Span, ...] = field(default=(), repr=False)
    lost_extends: bool = False

    @property
    def heads(self) -> tuple[nodes.Methodology, ...]:
        """The heads of the file; more than one is a fault."""
        return tuple(one for one in self.items if isinstance(one, nodes.Methodology))


class RuleFiles:
    """All files read for one methodology, and what is wrong with them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.opened: dict[Path, Opened] = {}
        self.sources: list[SourceFile] = []
        self.diagnostics: list[Diagnostic] = []
        self.lost: set[str] = set()
        self.is_damaged = False
        self.is_whole = True
        """Whether no part is missing."""

    def open_main(self, path: str) -> Opened | None:
        """The file that everything begins with."""
        return self.open(path, self.catalogue.root_of(path), None)

    def open_base(self, path: str, span: Span) -> Opened | None:
        """The file of the version that is extended at a place."""
        before = self.opened.get(real_path(path))
        return before or self.open(path, self.catalogue.root_of(path), span)

    def open_used(
        self, use: nodes.Use, by: Opened, chain: tuple[nodes.Use, ...]
    ) -> tuple[Opened | None, bool]:
        """A file that another uses, and whether it was not read before."""
        path = self.path_of(use, by)
        if path is None:
            self.is_whole = False
            return None, False
        before = self.opened.get(real_path(path))
        if before is None and len(chain) > LONGEST_CHAIN:
            fault = ChainTooLong(name=use.path.text[:60], limit=LONGEST_CHAIN)
            self.report(fault.at(use.path.span), path, use.path.span)
            return None, False
        if before is None:
            return self.open(path, by.root, use.path.span), True
        if self.closes_circle(before, chain):
            return None, False
        return before, False

    def path_of(self, use: nodes.Use, by: Opened) -> str | None:
        """The path that a `use` leads to from its file, if that is inside the root."""
        written, span = use.path.text, use.path.span
        if "\\" in written and self.is_reported(span):
            return None
        folder = PurePath(by.source.name).parent.as_posix()
        inside = self.inside(written, by)
        found, faults = read_folder_safe(Path(by.root), inside, span)
        self.diagnostics += faults
        return posixpath.normpath(posixpath.join(folder, written)) if found else None

    def is_reported(self, span: Span) -> bool:
        """Whether something in a place was at fault when it was read."""
        places = [one.span for one in self.diagnostics if one.span]
        return any(
            one.source is span.source and span.start <= one.start < span.end
            for one in places
        )

    def inside(self, written: str, by: Opened) -> str:
        """A name as it is seen from the root; as written where it leads out."""
        folder = whole_path(by.source.name).parent
        try:
            start = folder.relative_to(whole_path(by.root)).as_posix()
        except ValueError:
            return written
        joined = posixpath.join(start, written)
        if ".." not in written.split("/"):
            return joined if written.strip(" ./") else written
        joined = posixpath.normpath(joined)
        return written if joined.startswith("..") else joined

    def closes_circle(self, again: Opened, chain: tuple[nodes.Use, ...]) -> bool:
        """Whether a file is used by what it itself uses; if so, this is reported."""
        *before, last = chain
        names = [use.span.source for use in chain]
        if again.source not in names:
            return False
        # The uses from the file in question on; the last closes the circle.
        links = before[names.index(again.source) :]
        through = ", ".join(f"«{use.path.text}»" for use in links)
        fault = CircularUse(
            path=last.path.text, through=f" through {through}" if through else ""
        )
        related = (Related(use.path.span, "used from here") for use in links)
        self.diagnostics.append(fault.at(last.path.span, *related))
        self.is_whole = False
        return True

    def open(self, path: str, root: str, span: Span | None) -> Opened | None:
        """Read a file; `span` is where another one names it."""
        if not is_rule_name(path) and not Path(path).is_dir():
            self.report(RulesEnding(path=path).at(span), path, span)
            return None
        source, faults = read_text(path, RULES_LIMIT)
        for fault in faults:
            self.report(fault, path, span)
        if source is None:
            return None
        source = as_rules(source)
        self.sources.append(source)
        parsed = parse(source)
        self.diagnostics += parsed.diagnostics
        self.lost |= parsed.lost
        self.is_damaged = self.is_damaged or has_errors(parsed.diagnostics)
        # Of a file that reading gave up on, nothing that it declares is known.
        self.is_whole = self.is_whole and parsed.node is not None
        opened = Opened(
            source=source,
            real=real_path(path),
            root=root,
            items=parsed.node.items if parsed.node is not None else (),
            comments=tuple(source.span(one.start, one.end) for one in parsed.comments),
            lost_extends="extends" in parsed.lost,
        )
        self.opened[opened.real] = opened
        return opened

    def report(self, found: Diagnostic, path: str, span: Span | None) -> None:
        """Keep what is wrong with a whole file, at the place that names it."""
        self.is_whole = False
        if found.span is None:
            found = evolve(found, span=span, file="" if span else path)
        self.diagnostics.append(found)
