"""Figures over the answers and records of an inspection: percent, count, base."""

from inspect_engine.evaluation.counting import (
    OTHER,
    OUT,
    UNKNOWN_COUNTS,
    YES,
    Counts,
    counted,
    together,
)
from inspect_engine.evaluation.figures import Figure
from inspect_engine.evaluation.members import MemberWork
from inspect_engine.evaluation.rows import Rows
from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression
from inspect_engine.model.kinds import ChoiceKind
from inspect_engine.model.methodology import Question
from inspect_engine.model.semantics import FALSE, NEITHER, TRUE
from inspect_engine.records.bundle import PercentTally, Tally


class CountingWork(MemberWork):
    """The part of the interpreter that counts."""

    question_counts: dict[str, Counts]

    def single_row(self, record: str) -> Rows:
        """A record type with one record of which nothing is known yet."""
        raise NotImplementedError

    def counts(self, question: Question) -> Counts:
        """The counts of yes, as declared for the answers of a question."""
        found = self.question_counts.get(question.id)
        if found is None:
            kind = question.answers
            found = self.counts_of(question, kind.yes, None)
            self.question_counts[question.id] = found
        return found

    def counts_of(
        self, question: Question, chosen: int, where: Expression | None
    ) -> Counts:
        """How the answers to a question count when some choices are asked for."""
        if question.pools:
            pooled = [self.rules.questions[name] for name in question.pools]
            return together([self.counts_of(part, chosen, where) for part in pooled])
        rows = self.rows(question.record)
        tallies = self.bundle.tallies.get(question.id, ())
        if not tallies and not rows.is_known:
            return UNKNOWN_COUNTS
        parts = [self.tally_counts(tally, question, chosen, where) for tally in tallies]
        has_answers = rows.table is not None and question.id in rows.table.columns
        if rows.is_known and (not tallies or has_answers):
            parts.append(self.answer_counts(rows, question, chosen, where))
        return together(parts)

    def answer_counts(
        self, rows: Rows, question: Question, chosen: int, where: Expression | None
    ) -> Counts:
        """Counts out of recorded answers."""
        none = question.answers.not_applicable
        ways = {}
        masks = (
            rows.answers(question) if question.pools else self.answers(rows, question)
        )
        for mask in set(masks):
            way = YES if mask & chosen else 0
            way |= OTHER if mask & ~chosen & ~none else 0
            ways[mask] = way | (OUT if mask & none else 0)
        found = [ways[mask] for mask in masks]
        if where is not None:
            included = rows.truths(where)
            pairs = zip(found, included, strict=True)
            found = [if_included(way, truth) for way, truth in pairs]
        return counted(found)

    def answers(self, rows: Rows, question: Question) -> list[int]:
        """The column of answers, kept for conditions that ask for it again."""
        column = rows.columns.get(question.id)
        if column is None:
            column = rows.columns[question.id] = rows.answers(question)
        return list(column)  # type: ignore[arg-type]

    def tally_counts(
        self,
        tally: Tally | PercentTally,
        question: Question,
        chosen: int,
        where: Expression | None,
    ) -> Counts:
        """Counts as published; with a condition, any part of them may be meant."""
        kind = question.answers
        if isinstance(tally, PercentTally):
            base, out = tally.relevant, 0
            low, high = percent_range(tally, question, chosen)
        else:
            by_choice = {kind.bit(name): count for name, count in tally.counts.items()}
            low = sum(count for bit, count in by_choice.items() if bit & chosen)
            out = by_choice.get(kind.not_applicable, 0)
            base, high = sum(by_choice.values()) - out, low
        if where is not None:
            return Counts((0, 0, 0, 0, 0, high, base - low, 0))
        ways = (0, 0, 0, 0, out, 0, 0, 0)
        return Counts(ways, ((base, low, high),))

    def answer_figure(self, node: model.AnswerFigure) -> Figure:
        """`percent of yes to …`, `count of yes to …`, `base of …`."""
        questions = [self.rules.questions[name] for name in node.questions]
        parts = []
        for question in questions:
            kind = question.answers
            chosen = sum(kind.bit(name) for name in node.choices)
            if node.where is None and chosen == kind.yes:
                parts.append(self.counts(question))
            else:
                parts.append(self.counts_of(question, chosen, node.where))
        found = together(parts)
        if node.figure == "percent":
            return found.share()
        return found.count() if node.figure == "count" else found.size()

    def record_figure(self, node: model.RecordFigure) -> Figure:
        """`count of cases where (…)`, `percent of cases where (…) among (…)`."""
        rows = self.rows(node.record)
        tallied = self.tallied_ways(node)
        if tallied is not None:
            found = tallied
        elif not rows.is_known:
            found = UNKNOWN_COUNTS
        else:
            where = rows.truths(node.where) if node.where else [TRUE] * rows.size
            among = rows.truths(node.among) if node.among else [TRUE] * rows.size
            pairs = zip(where, among, strict=True)
            found = counted([if_included(truth_way(a), b) for a, b in pairs])
        return found.share() if node.figure == "percent" else found.count()

    def tallied_ways(self, node: model.RecordFigure) -> Counts | None:
        """Counts where the condition is about one thing, and that has a tally."""
        if node.where is None or node.among is not None:
            return None
        names = {
            part.name
            for part in model.parts_of(node.where)
            if isinstance(part, model.RecordValue)
        }
        if len(names) != 1:
            return None
        (name,) = names
        tallies = self.bundle.tallies.get(name, ())
        if not tallies:
            return None
        fact = self.rules.records[node.record].facts.get(name)
        kind = fact.kind if fact is not None else self.rules.questions[name].answers
        assert isinstance(kind, ChoiceKind)
        ways = [0] * 8
        for tally in tallies:
            for mask, count in masks_of(tally, kind):
                ways[truth_way(self.truth_for_mask(node, name, mask))] += count
        return Counts(tuple(ways))  # type: ignore[arg-type]

    def truth_for_mask(self, node: model.RecordFigure, name: str, mask: int) -> int:
        """What the condition is for a record of which just some choices are known."""
        single = self.single_row(node.record)
        single.columns[name] = [mask]
        assert node.where is not None
        return single.truths(node.where)[0]


def masks_of(tally: Tally | PercentTally, kind: ChoiceKind) -> list[tuple[int, int]]:
    """How many records of a tally have which choices.

    Of a percent, some are yes, some are not, and those between may be either.
    """
    if isinstance(tally, Tally):
        return [(kind.bit(choice), count) for choice, count in tally.counts.items()]
    applicable = kind.not_applicable - 1
    return [
        (kind.yes, tally.lowest),
        (applicable & ~kind.yes, tally.relevant - tally.highest),
        (applicable, tally.highest - tally.lowest),
    ]


def percent_range(
    tally: PercentTally, question: Question, chosen: int
) -> tuple[int, int]:
    """The fewest and most that some choices can be, where a percent is known.

    The percent says how many are yes and how many are not; how either part divides
    among its choices is open.
    """
    kind, base = question.answers, tally.relevant
    others = kind.not_applicable - 1 & ~kind.yes
    parts = [
        (kind.yes, tally.lowest, tally.highest),
        (others, base - tally.highest, base - tally.lowest),
    ]
    low = sum(fewest for part, fewest, _ in parts if not part & ~chosen)
    high = sum(most for part, _, most in parts if part & chosen)
    is_all = not (kind.yes | others) & ~chosen
    return (base, base) if is_all else (low, min(base, high))


def truth_way(truth: int) -> int:
    """How a record counts by a condition: yes where it is true, and other where not.

    A condition that is not applicable counts as false outside derived answers.
    """
    found = YES if truth & TRUE else 0
    return found | (OTHER if truth & (FALSE | NEITHER) else 0)


def if_included(way: int, truth: int) -> int:
    """How a record counts, given whether it is included at all."""
    if truth == TRUE:
        return way
    return way | OUT if truth & TRUE else OUT
