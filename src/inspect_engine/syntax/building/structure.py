"""Files, methodologies, changes, domains, standards and questions, made into nodes."""

from inspect_engine.source import Span
from inspect_engine.syntax import nodes
from inspect_engine.syntax.building.base import BaseBuilder, Children, words_first
from inspect_engine.syntax.lexer import unquoted
from inspect_engine.syntax.nodes import Node

KINDS = {
    nodes.Scale: "scale",
    nodes.Bands: "bands",
    nodes.Answers: "answers",
    nodes.Record: "record",
    nodes.Parameter: "parameter",
    nodes.Let: "let",
    nodes.Table: "table",
    nodes.Domain: "domain",
    nodes.Standard: "standard",
    nodes.Overall: "overall",
    nodes.Discretion: "discretion",
    nodes.Property: "property",
    nodes.Note: "note",
}


class StructureBuilder(BaseBuilder):
    """The part of the builder that makes what holds everything else."""

    def make_start(self, parts: Children, span: Span) -> nodes.File:
        return nodes.File(tuple(parts), span=span)

    def make_expression(self, parts: Children, span: Span) -> Node:
        node: Node = parts[0]
        return node

    def make_methodology(self, parts: Children, span: Span) -> nodes.Methodology:
        path, title, *rest = parts
        return nodes.Methodology(self.plain(path), title, tuple(rest), span=span)

    def make_in_force(self, parts: Children, span: Span) -> nodes.InForce:
        until = parts[1] if len(parts) > 1 else None
        return nodes.InForce(self.date(parts[0]), until, span=span)

    def make_source(self, parts: Children, span: Span) -> nodes.Source:
        address = parts[2] if len(parts) > 2 else None
        return nodes.Source(self.plain(parts[0]), parts[1], address, span=span)

    def make_address(self, parts: Children, span: Span) -> nodes.Words:
        words: nodes.Words = parts[0]
        return words

    def make_extends(self, parts: Children, span: Span) -> nodes.Extends:
        return nodes.Extends(self.plain(parts[0]), parts[1], span=span)

    def make_use(self, parts: Children, span: Span) -> nodes.Use:
        token = parts[0]
        return nodes.Use(
            nodes.Words(unquoted(token), span=self.place(token)), span=span
        )

    def make_replace(self, parts: Children, span: Span) -> nodes.Change:
        return self.change("replace", parts[0], span)

    def make_add(self, parts: Children, span: Span) -> nodes.Change:
        return self.change("add", parts[0], span)

    def change(self, action: str, declaration: Node, span: Span) -> nodes.Change:
        """What is done to a whole declaration."""
        kind = KINDS.get(type(declaration), "") or str(getattr(declaration, "kind", ""))
        found = getattr(declaration, "id", None)
        return nodes.Change(action, kind, found, declaration, span=span)

    def make_kind(self, parts: Children, span: Span) -> str:
        return " ".join(part.text for part in parts)

    def make_remove(self, parts: Children, span: Span) -> nodes.Change:
        return nodes.Change("remove", parts[0], parts[1], span=span)

    def make_remove_overall(self, parts: Children, span: Span) -> nodes.Change:
        return nodes.Change("remove", "overall", None, span=span)

    def make_remove_property(self, parts: Children, span: Span) -> nodes.Change:
        name = nodes.Id(unquoted(parts[0]), span=self.place(parts[0]))
        return nodes.Change("remove", "property", name, span=span)

    def add_to(self, kind: str, parts: Children, span: Span) -> nodes.Change:
        """Statements added to the block of a declaration."""
        head = 0 if kind == "overall" else 1
        found = parts[0] if head else None
        return nodes.Change("add to", kind, found, None, tuple(parts[head:]), span=span)

    # --- domains, standards, questions ------------------------------------------

    def make_domain(self, parts: Children, span: Span) -> nodes.Domain:
        return nodes.Domain(parts[0], parts[1], tuple(parts[2:]), span=span)

    def make_standard(self, parts: Children, span: Span) -> nodes.Standard:
        return nodes.Standard(parts[0], parts[1], tuple(parts[2:]), span=span)

    def make_key_question(self, parts: Children, span: Span) -> nodes.Question:
        return self.question("key question", parts, span)

    def make_question(self, parts: Children, span: Span) -> nodes.Question:
        return self.question("question", parts, span)

    def make_prompt(self, parts: Children, span: Span) -> nodes.Question:
        return self.question("prompt", parts, span)

    def question(self, kind: str, parts: Children, span: Span) -> nodes.Question:
        """A question of any kind."""
        return nodes.Question(kind, parts[0], parts[1], tuple(parts[2:]), span=span)

    def make_question_set(self, parts: Children, span: Span) -> nodes.QuestionSet:
        title, (condition, *rest) = words_first(parts[1:])
        return nodes.QuestionSet(parts[0], title, condition, tuple(rest), span=span)

    def make_asked_when(self, parts: Children, span: Span) -> nodes.AskedWhen:
        return nodes.AskedWhen(parts[0], span=span)

    def make_pools(self, parts: Children, span: Span) -> nodes.Pools:
        return nodes.Pools(tuple(parts), span=span)

    def make_characteristic(self, parts: Children, span: Span) -> nodes.Characteristic:
        return nodes.Characteristic(self.plain(parts[0]), parts[1], span=span)

    def make_clause(self, parts: Children, span: Span) -> nodes.Clause:
        return nodes.Clause(self.plain(parts[0]), parts[1], span=span)

    def make_otherwise(self, parts: Children, span: Span) -> nodes.Clause:
        return nodes.Clause(self.plain(parts[0]), None, span=span)
