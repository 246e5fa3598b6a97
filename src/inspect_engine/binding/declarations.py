"""Scales, bands, answers, facts, inputs and parameters: what needs no other value."""

from collections.abc import Iterable

from inspect_engine.binding.choices import ChoiceBinder, label_of, normal
from inspect_engine.binding.context import setting, words
from inspect_engine.binding.faults import (
    DatesReversed,
    DuplicateId,
    DuplicateStatement,
    EmptyRange,
    WrongKind,
)
from inspect_engine.binding.kinds import in_words
from inspect_engine.diagnostics.diagnostic import Related
from inspect_engine.model import kinds
from inspect_engine.model.expressions import Constant, Expression
from inspect_engine.model.kinds import ChoiceKind, Kind, LevelKind, NumberKind
from inspect_engine.model.methodology import Entry, Fact, Parameter
from inspect_engine.model.provenance import Source
from inspect_engine.model.scales import Band, Bands, Rating, RatingScale
from inspect_engine.model.semantics import Interval, Rounding
from inspect_engine.syntax import nodes
from inspect_engine.syntax.nodes import Node


class DeclarationBinder(ChoiceBinder):
    """Binds the declarations that stand on their own."""

    def bind_sources(self, parts: Iterable[Node]) -> None:
        """The documents that declarations cite."""
        for part in parts:
            if not isinstance(part, nodes.Source):
                continue
            if part.id.text in self.sources:
                first = Related(self.sources[part.id.text].span, "the first")
                fault = DuplicateId(name=part.id.text, kind="source")
                self.report(fault.at(part.id.span, first))
                continue
            title, address = words(part.title), words(part.address)
            self.sources[part.id.text] = Source(
                part.id.text, title, address, part.id.span
            )

    def once(self, parts: Iterable[Node], *exempt: str) -> None:
        """Report a statement that a block says twice."""
        seen: dict[str, Node] = {}
        for part in parts:
            word = statement_word(part)
            if not word or word in exempt:
                continue
            if word in seen:
                first = Related(seen[word].span, "the first")
                self.report(DuplicateStatement(word=word).at(part.span, first))
            seen.setdefault(word, part)

    # --- scales and bands -------------------------------------------------------

    def bind_scale(self, node: nodes.Scale) -> RatingScale:
        """The levels of a scale, from worst to best."""
        levels: list[Rating] = []
        seen: dict[str, nodes.Id] = {}
        for part in node.parts:
            if not isinstance(part, nodes.Level):
                continue
            first = seen.setdefault(part.id.text, part.id)
            if first is not part.id:
                fault = DuplicateId(name=part.id.text, kind="level")
                self.report(fault.at(part.id.span, Related(first.span, "the first")))
                continue
            levels.append(self.bind_level(part, len(levels)))
        if not levels:
            self.missing(f"The scale «{node.id.text}»", "level", node.id.span)
        provenance = self.provenance(node.parts)
        title = normal(words(node.title))
        return RatingScale(node.id.text, title, tuple(levels), provenance, node.id.span)

    def bind_level(self, node: nodes.Level, index: int) -> Rating:
        """One level; without a label, its id with spaces."""
        label = words(node.label) or node.id.text.replace("_", " ").capitalize()
        return Rating(
            node.id.text,
            index,
            node.score.value if node.score else None,
            normal(label),
            normal(words(node.word)),
            self.provenance(node.parts),
            node.id.span,
        )

    def bind_bands(self, node: nodes.Bands) -> Bands | None:
        """The intervals of bands, as written and before rounding."""
        self.once(node.parts)
        scale = self.scale(node.scale)
        if scale is None:
            return None
        rounding = self.rounding(node.parts, "round")
        bands = [
            band
            for part in node.parts
            if isinstance(part, nodes.Band)
            if (band := self.bind_band(part, scale, rounding)) is not None
        ]
        if not any(isinstance(part, nodes.Band) for part in node.parts):
            self.missing(f"The bands «{node.id.text}»", "band", node.id.span)
        measure = node.measure
        return Bands(
            node.id.text,
            normal(words(node.title)),
            measure.kind,
            self.extent(measure.low, measure.high, measure.span),
            scale,
            rounding,
            self.rounding(node.parts, "shown"),
            tuple(bands),
            self.provenance(node.parts),
            node.id.span,
        )

    def rounding(self, parts: Iterable[Node], word: str) -> Rounding | None:
        """The rounding that a block declares."""
        found = setting(parts, word)
        if found is None:
            return None
        assert isinstance(found.value, nodes.Rounding)
        return Rounding(found.value.mode, found.value.step)

    def bind_band(
        self, node: nodes.Band, scale: RatingScale, rounding: Rounding | None
    ) -> Band | None:
        """One band."""
        level = self.level(node.level, scale)
        written = self.interval(node.range)
        if level is None or written is None:
            return None
        exact = rounding.reaching(written) if rounding else written
        word = normal(words(node.word)) or level.word
        return Band(written, exact, level, word, self.provenance(node.parts), node.span)

    def interval(self, node: nodes.Range) -> Interval | None:
        """A range that holds a number; an empty one is reported."""
        found = Interval(node.low, node.low_included, node.high, node.high_included)
        if found.is_empty:
            self.report(EmptyRange(range=node.span.text).at(node.span))
            return None
        return found

    # --- facts, inputs, parameters --------------------------------------------------

    def bind_given(self, node: nodes.Fact) -> Fact | None:
        """A fact or input that bundles give."""
        kind = self.bind_kind(node.type, f"{node.kind} {node.id.text}")
        if kind is None:
            return None
        return Fact(
            id=node.id.text,
            title=label_of(node.title, node.id.text),
            kind=kind,
            provenance=self.provenance(node.parts),
            span=node.id.span,
        )

    def bind_parameter(self, node: nodes.Parameter) -> Parameter | None:
        """A figure with a date, perhaps by keys."""
        kind = self.bind_kind(node.type, f"parameter {node.id.text}")
        if kind is None:
            return None
        parts = [part for part in node.parts if isinstance(part, nodes.Entry)]
        entries = [self.bind_entry(part, kind, node) for part in parts]
        if not entries:
            self.missing(f"The parameter «{node.id.text}»", "value", node.id.span)
        return Parameter(
            id=node.id.text,
            title=label_of(node.title, node.id.text),
            kind=kind,
            keys=tuple(key.text for key in node.keys),
            entries=tuple(entry for entry in entries if entry is not None),
            provenance=self.provenance(node.parts),
            span=node.id.span,
        )

    def bind_entry(
        self, node: nodes.Entry, kind: Kind, parameter: nodes.Parameter
    ) -> Entry | None:
        """A parameter's value from a date on."""
        value = self.literal(node.value, kind)
        if len(node.keys) != len(parameter.keys):
            wanted = ", ".join(key.text for key in parameter.keys) or "no key"
            self.missing("This value", f"key for {wanted}", node.span)
            return None
        if value is None or node.start.value is None:
            return None
        until = node.until.value if node.until else None
        if until is not None and until < node.start.value:
            start = node.start.value.isoformat()
            fault = DatesReversed(start=start, until=until.isoformat())
            self.report(fault.at(node.span))
            return None
        return Entry(
            start=node.start.value,
            until=until,
            keys=tuple(key_text(key) for key in node.keys),
            value=value,
            provenance=self.provenance(node.parts),
            span=node.span,
        )

    def literal(self, node: Node, kind: Kind) -> Expression | None:
        """A value as it stands in a table row or parameter."""
        if isinstance(node, nodes.Number) and isinstance(kind, NumberKind):
            value = node.value / 100 if kind.kind == "percent" else node.value
            return Constant(value, kind, span=node.span)
        if isinstance(node, nodes.Id) and isinstance(kind, LevelKind):
            if node.text == kinds.NOT_RATED:
                return Constant(kinds.NOT_RATED, kind, span=node.span)
            level = self.level(node, kind.scale)
            return None if level is None else Constant(level.id, kind, span=node.span)
        if isinstance(node, nodes.Id) and isinstance(kind, ChoiceKind):
            if kind.named(node.text) or node.text == kinds.NOT_APPLICABLE:
                return Constant(node.text, kind, span=node.span)
            known = [choice.id for choice in kind.choices]
            self.unknown("choice", node.text, node.span, known)
            return None
        found = "a number" if isinstance(node, nodes.Number) else "a name"
        fault = WrongKind(what=node.span.text, found=found, needed=in_words(kind))
        self.report(fault.at(node.span))
        return None


def key_text(node: Node) -> str:
    """A parameter's key as text."""
    match node:
        case nodes.Id() | nodes.Words():
            return node.text
        case nodes.Number():
            return str(node.value)
    raise AssertionError(node)


def statement_word(part: Node) -> str:
    """The word of a statement that a block may have only once."""
    match part:
        case nodes.Setting():
            return {"exact": "round"}.get(part.name, part.name)
        case nodes.RatingRule():
            return "rating"
        case nodes.Score():
            return "score"
        case nodes.AskedWhen():
            return "asked when"
        case nodes.Adjust():
            return "adjust"
        case nodes.WhenNotRated():
            return "when not rated"
        case nodes.InForce():
            return "in force"
        case nodes.Extends():
            return "extends"
        case nodes.Pools():
            return "pools"
    return ""
