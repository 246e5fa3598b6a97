"""What the parts of the binder share: names, finished pieces, and the diagnostics."""

from collections.abc import Iterable

from inspect_engine.binding.faults import OtherScale, UnknownName
from inspect_engine.binding.names import Names
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related
from inspect_engine.diagnostics.suggest import nearest
from inspect_engine.model.kinds import ChoiceKind
from inspect_engine.model.methodology import (
    Fact,
    Parameter,
    Question,
    RecordType,
    Value,
)
from inspect_engine.model.provenance import Citation, Provenance, Source
from inspect_engine.model.scales import Bands, Rating, RatingScale
from inspect_engine.source import Span
from inspect_engine.syntax import nodes
from inspect_engine.syntax.nodes import Node

LIKE_TO = ("too", "til", "till", "until")
"""What stands where a level belongs, in «50 too 64», for a word of the language."""

MOST_SUGGESTIONS = 100
"""Looking for a near name takes long where names are many."""


class Context:
    """The names of one methodology and whatever of it is already bound."""

    def __init__(self, names: Names, lost: frozenset[str]) -> None:
        self.names = names
        self.lost = lost | names.reserved
        self.diagnostics: list[Diagnostic] = list(names.diagnostics)
        self.unknown_names = 0
        self.sources: dict[str, Source] = {}
        self.bound_scales: dict[str, RatingScale] = {}
        self.bound_bands: dict[str, Bands] = {}
        self.bound_answers: dict[str, ChoiceKind] = {}
        self.bound_records: dict[str, RecordType] = {}
        self.bound_facts: dict[tuple[str, str], Fact] = {}
        self.bound_inputs: dict[str, Fact] = {}
        self.bound_parameters: dict[str, Parameter] = {}
        self.bound_values: dict[str, Value] = {}
        self.bound_questions: dict[str, Question] = {}

    def report(self, diagnostic: Diagnostic) -> None:
        """Keep a diagnostic."""
        self.diagnostics.append(diagnostic)

    def unknown(self, kind: str, name: str, span: Span, known: Iterable[str]) -> None:
        """Say that nothing has a name, unless a fault already took its declaration."""
        if name in self.lost:
            return
        self.unknown_names += 1
        near = nearest(name, known) if self.unknown_names <= MOST_SUGGESTIONS else ""
        declared = [
            Related(place.span, f"«{near}» is declared here")
            for (_, known_name), place in self.names.spans.items()
            if near and known_name == near
        ]
        fault = UnknownName(name=name[:60], kind=kind, near=near)
        self.report(fault.at(span, *declared[:1]))

    # --- finished pieces by name ----------------------------------------------

    def scale(self, name: nodes.Id) -> RatingScale | None:
        """The scale of an id."""
        found = self.bound_scales.get(name.text)
        if found is None and name.text not in self.names.scales:
            self.unknown("scale", name.text, name.span, self.names.scales)
        return found

    def bands(self, name: nodes.Id) -> Bands | None:
        """The bands of an id."""
        found = self.bound_bands.get(name.text)
        if found is None and name.text not in self.names.bands:
            self.unknown("set of bands", name.text, name.span, self.names.bands)
        return found

    def level(self, name: nodes.Id, scale: RatingScale) -> Rating | None:
        """The level of an id on a scale; a level of another scale is said to be so."""
        found = scale.named(name.text)
        if found is None:
            self.no_level(name.text, name.span, scale)
        return found

    def no_level(self, name: str, span: Span, scale: RatingScale) -> None:
        """Say why a name is no level of a scale."""
        levels = [level.id for level in scale.levels]
        for other in self.bound_scales.values():
            if other.named(name):
                fault = OtherScale(
                    level=name,
                    scale=other.id,
                    needed=scale.id,
                    levels=", ".join(levels),
                )
                self.report(fault.at(span))
                return
        kind = f"level of the scale «{scale.id}»"
        known = levels if name not in LIKE_TO else ["to"]
        self.unknown(kind, name, span, known)

    # --- what every block may say ---------------------------------------------

    def provenance(self, parts: Iterable[Node]) -> Provenance:
        """The citations, assumptions and guidance of a block."""
        citations: list[Citation] = []
        assumptions: list[str] = []
        guidance: list[str] = []
        for part in parts:
            match part:
                case nodes.Cite():
                    source = self.source(part.source)
                    if source is not None:
                        where = part.where.text
                        citations.append(Citation(source, where, part.span))
                case nodes.Assumed():
                    assumptions.append(part.why.text)
                case nodes.Setting(name="guidance", value=nodes.Words() as words):
                    guidance.append(words.text)
                case _:
                    pass
        return Provenance(tuple(citations), tuple(assumptions), "\n".join(guidance))

    def source(self, name: nodes.Id) -> Source | None:
        """The source of an id."""
        found = self.sources.get(name.text)
        if found is None:
            self.unknown("source", name.text, name.span, self.sources)
        return found


def words(title: nodes.Words | None) -> str:
    """The text of a title, empty where there is none."""
    return title.text if title else ""


def setting(parts: Iterable[Node], name: str) -> nodes.Setting | None:
    """The first statement of a fixed word in a block."""
    for part in parts:
        if isinstance(part, nodes.Setting) and part.name == name:
            return part
    return None


def said(parts: Iterable[Node], name: str) -> str:
    """The text of a statement of a fixed word, empty where there is none."""
    found = setting(parts, name)
    if found is None:
        return ""
    value = found.value
    return value.text if isinstance(value, (nodes.Words, nodes.Id)) else ""
