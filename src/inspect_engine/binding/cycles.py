"""Find what depends on itself, through whatever steps."""

from collections.abc import Iterator, Mapping, Set

from inspect_engine.model import expressions as model
from inspect_engine.model.methodology import Methodology
from inspect_engine.source import Span
from inspect_engine.syntax import nodes

OF = ("rating", "score")
"""What limits are about."""


def circles(
    methodology: Methodology, unread: Set[str] = frozenset()
) -> Iterator[tuple[tuple[str, ...], Span]]:
    """Each circle once: the names on it, and where the first stands.

    `unread` are ratings whose score is written and could not be understood: nobody
    knows what it depends on.
    """
    edges, spans = dependencies(methodology, unread)
    done: set[str] = set()
    for start in edges:
        if start not in done:
            yield from _circles_from(start, edges, spans, done)


def with_score(
    standards: Mapping[str, tuple[nodes.Standard, object]],
    overall: nodes.Overall | None,
) -> frozenset[str]:
    """The ratings whose score is written; where it was not bound, it is unread."""
    rated: dict[str, nodes.Standard | nodes.Overall] = {
        f"standard {name}": node for name, (node, _) in standards.items()
    }
    if overall is not None:
        rated["overall"] = overall
    return frozenset(
        name
        for name, node in rated.items()
        if any(isinstance(part, nodes.Score) for part in node.parts)
    )


def dependencies(
    methodology: Methodology, unread: Set[str] = frozenset()
) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, Span]]:
    """What each value, standard, question and fact is worked out from."""
    edges: dict[str, tuple[str, ...]] = {}
    spans: dict[str, Span] = {}
    facts = {
        (record.id, name)
        for record in methodology.records.values()
        for name in record.facts
    }

    def put(name: str, span: Span, *parts: object) -> None:
        edges[name] = tuple(dict.fromkeys(_names_in(parts, facts)))
        spans[name] = span

    for value in methodology.values.values():
        put(value.id, value.span, value.expression, value.table)
    rated = {
        f"standard {name}": (standard.span, standard.rule)
        for name, standard in methodology.standards.items()
    }
    if methodology.overall is not None:
        rated["overall"] = methodology.overall.span, methodology.overall.rule
    for name, (span, rule) in rated.items():
        limits = {of: [one for one in rule.limits if one.of == of] for of in OF}
        put(name, span, rule.rating, rule.steps, tuple(limits["rating"]))
        put(f"{name} score", span, rule.score, tuple(limits["score"]))
        if rule.score is None and name not in unread:
            edges[f"{name} score"] += (name,)
    for discretion in methodology.discretions:
        causes = tuple(dict.fromkeys(_names_in(discretion.triggers, facts)))
        for target in discretion.targets:
            edges[_target(target)] = edges.get(_target(target), ()) + causes
    for question in methodology.questions.values():
        put(question.id, question.span, question.asked_when, question.derivation)
        edges[question.id] += question.pools
    for record in methodology.records.values():
        for fact in record.facts.values():
            parts = (fact.derivation, fact.expression, fact.table)
            put(f"{record.id}.{fact.id}", fact.span, *parts)
    return edges, spans


def _names_in(parts: object, facts: Set[tuple[str, str]]) -> Iterator[str]:
    for found in model.parts_of(parts):
        match found:
            case model.NamedValue():
                yield found.name
            case model.RatingOf():
                yield _target(found.target)
            case model.ScoreOf():
                yield _target(found.target) + " score"
            case model.RecordValue():
                # A fact may have the name of a value; a question has one of its own.
                is_fact = (found.record, found.name) in facts
                yield f"{found.record}.{found.name}" if is_fact else found.name
            case model.AnswerFigure():
                yield from found.questions


def _target(target: str) -> str:
    return "overall" if target == "overall" else f"standard {target}"


def _circles_from(
    start: str,
    edges: Mapping[str, tuple[str, ...]],
    spans: Mapping[str, Span],
    done: set[str],
) -> Iterator[tuple[tuple[str, ...], Span]]:
    path: list[str] = []
    pending = [(start, iter(edges[start]))]
    path.append(start)
    while pending:
        name, following = pending[-1]
        onward = next(following, None)
        if onward is None:
            pending.pop()
            path.pop()
            done.add(name)
        elif onward in path:
            yield tuple(path[path.index(onward) :]), spans[onward]
            done.update(path[path.index(onward) :])
        elif onward in edges and onward not in done:
            path.append(onward)
            pending.append((onward, iter(edges[onward])))
