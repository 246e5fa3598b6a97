"""Standards, domains and the whole."""

from fractions import Fraction

from inspect_engine.binding.choices import normal
from inspect_engine.binding.context import said, setting, words
from inspect_engine.binding.rules import RuleBinder
from inspect_engine.binding.scopes import Scope
from inspect_engine.model.methodology import (
    Domain,
    Note,
    Overall,
    Standard,
)
from inspect_engine.model.scales import RatingScale
from inspect_engine.source import Span
from inspect_engine.syntax import nodes


class StructureBinder(RuleBinder):
    """Binds what a methodology consists of."""

    def bind_standard(self, name: str) -> Standard:
        """A standard with its questions and its rule."""
        node, domain = self.names.standards[name]
        unrated = setting(node.parts, "unrated") is not None
        rule = self.bind_rule(name, f"the standard «{name}»", node.id.span)
        if not unrated and not rule.is_judged:
            has_rule = any(isinstance(p, nodes.RatingRule) for p in node.parts)
            if not has_rule:
                self.missing(
                    f"The standard «{name}»",
                    "way to rate it",
                    node.id.span,
                    "write «judged on …», «rating …» or «unrated»",
                )
        mine = [
            self.final_questions[key]
            for key, placed in self.names.asked_in.get(name, {}).items()
            if placed.standard is node
            if key in self.final_questions
        ]
        weight = setting(node.parts, "weight")
        return Standard(
            id=name,
            title=normal(node.title.text),
            domain=domain.id.text if domain else "",
            statement=normal(said(node.parts, "statement")),
            rule=rule,
            is_unrated=unrated,
            is_counted=not unrated and setting(node.parts, "not counted") is None,
            weight=weight.value.value
            if weight and isinstance(weight.value, nodes.Number)
            else Fraction(1),
            key_questions=tuple(q for q in mine if q.kind == "key question"),
            questions=tuple(q for q in mine if q.kind == "question"),
            characteristics=self.characteristics(node, rule.scale),
            provenance=self.provenance(node.parts),
            span=node.id.span,
        )

    def characteristics(
        self, node: nodes.Standard, scale: RatingScale | None
    ) -> dict[str, str]:
        """The prose for each level of a standard."""
        found: dict[str, str] = {}
        for part in node.parts:
            if isinstance(part, nodes.Characteristic) and scale is not None:
                level = self.level(part.level, scale)
                if level is not None:
                    found[level.id] = normal(part.text.text)
        return found

    def bind_domain(self, node: nodes.Domain) -> Domain:
        """A domain with the ids of its standards."""
        return Domain(
            id=node.id.text,
            title=normal(node.title.text),
            statement=normal(said(node.parts, "statement")),
            standards=tuple(
                part.id.text for part in node.parts if isinstance(part, nodes.Standard)
            ),
            provenance=self.provenance(node.parts),
            span=node.id.span,
        )

    def bind_overall(self, node: nodes.Overall) -> Overall:
        """The rating of the whole."""
        self.check_has_rating(node)
        return Overall(
            title=normal(words(node.title)) or "Overall rating",
            statement=normal(said(node.parts, "statement")),
            rule=self.bind_rule("overall", "the overall block", node.span),
            provenance=self.provenance(node.parts),
            span=node.span,
        )

    def check_has_rating(self, node: nodes.Overall) -> None:
        """A limit or step needs a rating to work on; a score may stand alone."""
        rated = any(isinstance(part, nodes.RatingRule) for part in node.parts)
        judged = setting(node.parts, "judged on") is not None
        works_on_rating = any(
            isinstance(part, nodes.Adjust)
            or (isinstance(part, nodes.Limit) and part.of == "rating")
            for part in node.parts
        )
        if works_on_rating and not (rated or judged):
            head = Span(node.span.source, node.span.start, node.span.start + 7)
            hint = "write «judged on …» or «rating …»"
            self.missing("The overall block", "way to rate it", head, hint)

    def bind_note(
        self, node: nodes.Note, about: str, record: str, scope: Scope
    ) -> Note:
        """A remark, with what it stands in."""
        condition = self.condition(node.condition, scope) if node.condition else None
        return Note(
            text=normal(node.text.text),
            condition=condition,
            about=about,
            record=record,
            span=node.span,
        )
