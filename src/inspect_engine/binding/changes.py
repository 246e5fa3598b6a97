"""What an extending file makes of the version it extends: replace, remove, add.

Every change is looked up in the extended version as it is before any change, so that
their order has no meaning; two that touch one thing are therefore a fault.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from attrs import evolve

from inspect_engine.binding.change_faults import (
    AddNeedsPlace,
    AlreadyThere,
    AmbiguousChange,
    ChangedTwice,
    NothingToChange,
    PlainInExtension,
)
from inspect_engine.binding.declared import (
    LOCAL,
    Block,
    Declared,
    declared,
    kind_of,
    names_of,
    place_of,
    what,
)
from inspect_engine.diagnostics.diagnostic import Diagnostic, Edit, Related
from inspect_engine.diagnostics.fault import Fault
from inspect_engine.diagnostics.suggest import nearest
from inspect_engine.syntax import nodes
from inspect_engine.syntax.nodes import Node

PLACES = {"key question": "standard", "question": "standard", "prompt": "key question"}
SHOWN = 10


class _Aim(NamedTuple):
    """A change and what it is about."""

    change: nodes.Change
    target: Declared

    @property
    def is_whole(self) -> bool:
        return self.change.action in ("replace", "remove")


class _Edit(NamedTuple):
    """What stands in place of a declaration, and what is added to its block."""

    instead: tuple[Node, ...] | None = None
    added: tuple[Node, ...] = ()


def change(
    base: tuple[Node, ...],
    items: Iterable[Node],
    name: str,
    lost: frozenset[str] = frozenset(),
) -> tuple[tuple[Node, ...], tuple[Diagnostic, ...]]:
    """The declarations of an extension, and what is wrong with its changes.

    `items` are its statements in file order; `name` is how messages call the extended
    version. Names in `lost` stood in statements that could not be read.
    """
    run = _Extension(tuple(declared(base)), name, lost)
    changes = [run.as_change(item) for item in items]
    aims = [
        _Aim(change, target)
        for change in changes
        if change.action != "add"
        if (target := run.target(change)) is not None
    ]
    aims = [aim for at, aim in enumerate(aims) if not run.is_second(at, aims)]
    run.existing = _left(run.existing, aims)
    edits = {id(aim.target.node): _Edit() for aim in aims}
    for aim in aims:
        edits[id(aim.target.node)] = run.edit(aim, edits[id(aim.target.node)])
    added = [
        change.declaration
        for change in changes
        if change.action == "add" and change.declaration is not None
        if run.may_add(change.declaration, None, change)
    ]
    return (*_rewritten(base, edits), *added), tuple(run.diagnostics)


class _Extension:
    """What is known while the changes of one file are looked at."""

    def __init__(
        self, existing: tuple[Declared, ...], name: str, lost: frozenset[str]
    ) -> None:
        self.existing = existing
        self.name = name
        self.lost = lost
        self.diagnostics: list[Diagnostic] = []

    def report(self, fault: Fault, node: Node, *related: Related) -> None:
        """Keep the diagnostic of a fault in what a node calls itself."""
        self.diagnostics.append(fault.at(place_of(node), *related))

    def as_change(self, item: Node) -> nodes.Change:
        """A statement as a change; a plain one counts as what it was to be."""
        if isinstance(item, nodes.Change):
            return item
        name, kind = names_of(item)[0], kind_of(item)
        is_there = any(_is_named(one, kind, name) for one in self.existing)
        action = "replace" if is_there else "add"
        fault = PlainInExtension(what=what(kind, name), base=self.name, action=action)
        start = item.span.source.span(item.span.start, item.span.start)
        word = Edit(start, f"{action} ")
        self.diagnostics.append(fault.at(place_of(item), fix=(word,)))
        found = getattr(item, "id", None)
        return nodes.Change(action, kind, found, item, span=item.span)

    def target(self, change: nodes.Change) -> Declared | None:
        """The one declaration that a change is about; otherwise it is reported."""
        name = _name(change)
        found = [one for one in self.existing if _is_named(one, change.kind, name)]
        if len(found) == 1:
            return found[0]
        if found:
            self.report(_ambiguous(change.kind, name, found), change)
        elif name not in self.lost:
            self.report(self.nothing(change.kind, name, change.action), change)
        return None

    def nothing(self, kind: str, name: str, action: str) -> NothingToChange:
        """That a change has no target, and what may have been meant."""
        same = [one.what for one in self.existing if name and name in one.names]
        names = [one.names[0] for one in self.existing if one.kind == kind]
        near = nearest(name, names)
        return NothingToChange(
            base=self.name,
            what=what(kind, name),
            action=action,
            near=same[0] if same else what(kind, near) if near else "",
        )

    def is_second(self, place: int, aims: list[_Aim]) -> bool:
        """Whether another change decides about the same thing as a whole."""
        aim = aims[place]
        others = (one for at, one in enumerate(aims) if _hides(one, aim, at < place))
        other = next(others, None)
        if other is None:
            return False
        first = f"{other.change.action} {other.target.what}"
        related = Related(place_of(other.change), "changed here")
        fault = ChangedTwice(what=aim.target.what, other=first)
        self.report(fault, aim.change, related)
        return True

    def edit(self, aim: _Aim, before: _Edit) -> _Edit:
        """What a change does, beside what other additions to the same block do."""
        change, old = aim.change, aim.target.node
        if change.action == "remove" or change.declaration is not None:
            return _Edit(instead=_replacement(change.declaration, old))
        added = [part for part in change.parts if self.may_add(part, old, part)]
        return before._replace(added=(*before.added, *added))

    def may_add(self, node: Node, parent: Node | None, blamed: Node) -> bool:
        """Whether something is new where it is to stand; otherwise it is reported."""
        kind = kind_of(node)
        if not kind:
            return True
        new = Declared(kind, names_of(node), node, (parent,) if parent else ())
        if parent is None and kind in PLACES:
            self.report(AddNeedsPlace(what=new.what, place=PLACES[kind]), blamed)
            return False
        clash = next((one for one in self.existing if _clash(one, new)), None)
        if clash is not None:
            related = Related(place_of(clash.node), "it stands here")
            self.report(AlreadyThere(what=clash.what), blamed, related)
            return False
        self.existing = (*self.existing, new)
        return True


def _name(change: nodes.Change) -> str:
    if change.id is not None:
        return change.id.text
    return names_of(change.declaration)[0] if change.declaration is not None else ""


def _is_named(one: Declared, kind: str, name: str) -> bool:
    return one.kind == kind and name in one.names


def _ambiguous(kind: str, name: str, found: list[Declared]) -> AmbiguousChange:
    full = [one.names[0] for one in found]
    blocks = [parent for one in found for parent in one.parents[-1:]]
    outer = [what(kind_of(block), names_of(block)[0]) for block in blocks]
    if len({*full}) == len(full):
        return AmbiguousChange(what=what(kind, name), names=_either(full))
    return AmbiguousChange(what=what(kind, name), outer=_either(outer))


def _either(names: list[str]) -> str:
    shown = [f"«{name}»" for name in names[:SHOWN]]
    return " or ".join(shown) + (" …" if len(names) > SHOWN else "")


def _hides(other: _Aim, aim: _Aim, is_before: bool) -> bool:
    """Whether one change leaves nothing for another, or no more than a repetition."""
    if other is aim or not other.is_whole:
        return False
    if _is_within(aim, other):
        return True
    is_same = other.target.node is aim.target.node
    # Of two that decide as a whole the later is second; an addition always is.
    return is_same and (not aim.is_whole or is_before)


def _is_within(inner: _Aim, outer: _Aim) -> bool:
    # By identity: two blocks of equal words are still two.
    return any(parent is outer.target.node for parent in inner.target.parents)


def _left(existing: tuple[Declared, ...], aims: list[_Aim]) -> tuple[Declared, ...]:
    """What exists once things are removed and replaced: they may be added elsewhere."""
    whole = {id(aim.target.node): aim.change for aim in aims if aim.is_whole}
    removed = {place for place, change in whole.items() if change.action == "remove"}
    kept = (
        one
        for one in existing
        if id(one.node) not in removed
        if not any(id(parent) in whole for parent in one.parents)
    )
    new = [one.declaration for one in whole.values() if one.declaration is not None]
    return (*kept, *(one for one in declared(new) if one.parents))


def _replacement(new: Node | None, old: Node) -> tuple[Node, ...]:
    if isinstance(new, nodes.Question) and isinstance(old, nodes.Question):
        # A prompt may be called by its full name; in its place it has the short one.
        new = evolve(new, id=evolve(new.id, text=old.id.text))
    return () if new is None else (new,)


def _clash(one: Declared, new: Declared) -> bool:
    if one.kind != new.kind or new.names[0] not in one.names:
        return False
    return new.kind not in LOCAL or one.parent is new.parent


def _rewritten(items: tuple[Node, ...], edits: Mapping[int, _Edit]) -> tuple[Node, ...]:
    return tuple(made for item in items for made in _edited(item, edits))


def _edited(item: Node, edits: Mapping[int, _Edit]) -> tuple[Node, ...]:
    edit = edits.get(id(item), _Edit())
    if edit.instead is not None:
        return edit.instead
    if not isinstance(item, Block):
        return (item,)
    return (evolve(item, parts=(*_rewritten(item.parts, edits), *edit.added)),)
