"""A methodology put together from its files: what it uses, and what it extends."""

from attrs import evolve, field

from inspect_engine.binding.catalogue import Catalogue
from inspect_engine.binding.change_faults import ChangeWithoutExtends
from inspect_engine.binding.changes import change
from inspect_engine.binding.declared import first_word, kind_of
from inspect_engine.binding.entries import extended_by
from inspect_engine.binding.faults import ChainTooLong
from inspect_engine.binding.file_faults import (
    CircularExtends,
    MethodologyInUsedFile,
    SecondMethodology,
)
from inspect_engine.binding.rule_files import LONGEST_CHAIN, Opened, RuleFiles
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related, in_reading_order
from inspect_engine.shapes import shape
from inspect_engine.source import SourceFile, Span
from inspect_engine.syntax import nodes
from inspect_engine.syntax.nodes import Node


@shape(kw_only=True, eq=True)
class Assembly:
    """The declarations of a file, of the files it uses, and of what it extends.

    `head` is None for a file that is there to be used by others. `files` stand in the
    order in which they were read. Names in `lost` stood in statements that could not
    be read, so that nobody knows what they are; `is_damaged` says that there are some.
    """

    head: nodes.Methodology | None
    declarations: tuple[Node, ...] = field(repr=False)
    main: SourceFile
    files: tuple[SourceFile, ...]
    lost: frozenset[str] = frozenset()
    is_damaged: bool = False
    extends: tuple[str, str] | None = None
    damage: tuple[Span, ...] = field(default=(), repr=False)
    """Where something could not be read."""


@shape(eq=True)
class Reading:
    """What came of reading a file and all that it leads to.

    `assembly` is None where a part is missing, so that nothing could be said of it
    that holds; `files` are those that were read all the same, and `texts` what they
    say.
    """

    assembly: Assembly | None
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[SourceFile, ...]
    texts: tuple[Opened, ...] = field(default=(), eq=False, repr=False)


def assemble(
    path: str, catalogue: Catalogue
) -> tuple[Assembly | None, tuple[Diagnostic, ...]]:
    """The whole of a rule file, and every fault in how its files are written.

    The path is kept as given. What the file extends is looked up in the catalogue;
    what it uses stays inside the catalogue's folder around it.
    """
    reading = read_rules(path, catalogue)
    return reading.assembly, reading.diagnostics


def read_rules(path: str, catalogue: Catalogue) -> Reading:
    """As `assemble`, with the files that were read even where a part is missing."""
    run = _Assembler(catalogue)
    opened = run.files.open_main(path)
    head, declarations = run.methodology(opened, ()) if opened else (None, ())
    files = tuple(run.files.sources)
    texts = tuple(run.files.opened.values())
    names = [source.name for source in files]
    found = in_reading_order([*run.files.diagnostics, *run.diagnostics], names)
    if opened is None or not run.files.is_whole:
        return Reading(None, found, files, texts)
    assembly = Assembly(
        head=head,
        declarations=declarations,
        main=opened.source,
        files=files,
        lost=frozenset(run.files.lost),
        is_damaged=run.files.is_damaged,
        extends=extended_by(head) if head else None,
        damage=tuple(one.span for one in run.files.diagnostics if one.span),
    )
    return Reading(assembly, found, files, texts)


class _Assembler:
    """The state of putting together one methodology."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.files = RuleFiles(catalogue)
        self.diagnostics: list[Diagnostic] = []

    def methodology(
        self, main: Opened, chain: tuple[tuple[Opened, nodes.Extends], ...]
    ) -> tuple[nodes.Methodology | None, tuple[Node, ...]]:
        """The head and the declarations of a file that may extend another.

        `chain` are the files that led here, each with its statement that did.
        """
        head = self.head(main)
        extends = _extends(head)
        if head is None or extends is None:
            return head, tuple(self.plain(main, (), may_change=main.lost_extends))
        base = self.base(main, extends, chain)
        items = tuple(self.items(main, ()))
        if base is None:
            return head, ()
        name = f"{extends.id.text} {extends.version.text}"
        lost = frozenset(self.files.lost)
        # Examples are of the version that states them: another may rate otherwise.
        own = tuple(item for item in items if isinstance(item, nodes.Example))
        changes = (item for item in items if not isinstance(item, nodes.Example))
        kept = tuple(one for one in base[1] if not isinstance(one, nodes.Example))
        declarations, found = change(kept, changes, name, lost)
        self.diagnostics += found
        return _with_sources(head, base[0]), (*declarations, *own)

    def head(self, main: Opened) -> nodes.Methodology | None:
        """The head of a file; a second one is reported."""
        heads = main.heads
        for second in heads[1:]:
            fault = SecondMethodology(first=heads[0].id.text, second=second.id.text)
            related = Related(heads[0].id.span, "the first head")
            self.diagnostics.append(fault.at(second.id.span, related))
        return heads[0] if heads else None

    def base(
        self,
        main: Opened,
        extends: nodes.Extends,
        chain: tuple[tuple[Opened, nodes.Extends], ...],
    ) -> tuple[nodes.Methodology | None, tuple[Node, ...]] | None:
        """The version that a head extends, put together; None where not found."""
        entry, found = self.catalogue.extended(extends)
        self.diagnostics += found
        chain = (*chain, (main, extends))
        if len(chain) > LONGEST_CHAIN:
            fault = ChainTooLong(name=extends.id.text[:60], limit=LONGEST_CHAIN)
            self.diagnostics.append(fault.at(extends.id.span))
            self.files.is_whole = False
            return None
        opened = self.files.open_base(entry.path, extends.id.span) if entry else None
        if opened is None:
            self.files.is_whole = False
            return None
        if any(opened is before for before, _ in chain):
            self.report_circle(opened, chain)
            return None
        return self.methodology(opened, chain)

    def report_circle(
        self, first: Opened, chain: tuple[tuple[Opened, nodes.Extends], ...]
    ) -> None:
        """Say that a version extends itself, where the circle closes."""
        start = next(at for at, (one, _) in enumerate(chain) if one is first)
        *before, (_, last) = chain[start:]
        related = [Related(one.id.span, "which extends this") for _, one in before]
        through = ", ".join(f"«{one.id.text}» {one.version.text}" for _, one in before)
        fault = CircularExtends(
            id=last.id.text,
            version=last.version.text,
            through=f" through {through}" if through else "",
        )
        self.files.is_whole = False
        self.diagnostics.append(fault.at(last.id.span, *related))

    def items(self, main: Opened, chain: tuple[nodes.Use, ...]) -> list[Node]:
        """The statements of an extending file; what its used files declare is added."""
        found: list[Node] = []
        for item in main.items:
            if isinstance(item, nodes.Use):
                found += map(_as_addition, self.used(item, main, chain))
            elif not isinstance(item, nodes.Methodology):
                found.append(item)
        return found

    def plain(
        self, file: Opened, chain: tuple[nodes.Use, ...], may_change: bool = False
    ) -> list[Node]:
        """The declarations of a file that extends nothing, and of those it uses."""
        found: list[Node] = []
        for item in file.items:
            if isinstance(item, nodes.Use):
                found += self.used(item, file, chain)
            elif isinstance(item, nodes.Change):
                found += self.unchanged(item, may_change)
            elif not isinstance(item, nodes.Methodology):
                found.append(item)
        return found

    def unchanged(self, item: nodes.Change, may_change: bool) -> list[Node]:
        """What is left of a change where nothing is extended: the declaration in it."""
        if not may_change:
            fault = ChangeWithoutExtends(action=item.action)
            self.diagnostics.append(fault.at(first_word(item.span)))
        return [item.declaration] if item.declaration is not None else []

    def used(
        self, use: nodes.Use, by: Opened, chain: tuple[nodes.Use, ...]
    ) -> list[Node]:
        """The declarations of a used file, once; those of one read before are there."""
        chain = (*chain, use)
        opened, is_new = self.files.open_used(use, by, chain)
        if opened is None:
            return []
        if opened.heads:
            head = opened.heads[0]
            fault = MethodologyInUsedFile(path=use.path.text, id=head.id.text)
            related = Related(head.id.span, "its head")
            self.diagnostics.append(fault.at(use.path.span, related))
        return self.plain(opened, chain, opened.lost_extends) if is_new else []


def _extends(head: nodes.Methodology | None) -> nodes.Extends | None:
    parts = head.parts if head is not None else ()
    return next((part for part in parts if isinstance(part, nodes.Extends)), None)


def _as_addition(item: Node) -> Node:
    if isinstance(item, nodes.Example):
        return item
    id = getattr(item, "id", None)
    return nodes.Change("add", kind_of(item), id, item, span=item.span)


def _with_sources(
    head: nodes.Methodology, base: nodes.Methodology | None
) -> nodes.Methodology:
    """The head with the sources of the extended version that it does not redefine."""
    own = {part.id.text for part in head.parts if isinstance(part, nodes.Source)}
    others = base.parts if base is not None else ()
    sources = (part for part in others if isinstance(part, nodes.Source))
    kept = tuple(source for source in sources if source.id.text not in own)
    return evolve(head, parts=(*head.parts, *kept))
