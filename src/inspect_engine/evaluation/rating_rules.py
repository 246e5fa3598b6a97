"""How a standard, and the whole, comes to its rating: rule, steps, limits, scores."""

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.evaluation import figures, truths
from inspect_engine.evaluation.banding import BandWork
from inspect_engine.evaluation.counting import Counts
from inspect_engine.evaluation.figures import NONE, Figure
from inspect_engine.evaluation.rows import Rows
from inspect_engine.model.expressions import Expression
from inspect_engine.model.methodology import Methodology, Question
from inspect_engine.model.ratings import Limiter, RatingRule, Step
from inspect_engine.model.scales import RatingScale
from inspect_engine.model.semantics import FALSE, NEITHER, TRUE
from inspect_engine.records.bundle import Bundle


class RatingRules(BandWork):
    """The part of the interpreter that makes ratings."""

    rules: Methodology
    bundle: Bundle
    diagnostics: list[Diagnostic]
    computed_masks: dict[str, int]
    final_masks: dict[str, int]

    # --- what the other parts give ------------------------------------------------

    def truth(self, node: Expression) -> int:
        """The possible truths of a condition."""
        raise NotImplementedError

    def mask(self, node: Expression) -> int:
        """The possible choices or levels of an expression."""
        raise NotImplementedError

    def figure(self, node: Expression) -> Figure:
        """The possible numbers of an expression."""
        raise NotImplementedError

    def judged(self, name: str, scale: RatingScale) -> int:
        """The level that inspectors judged."""
        raise NotImplementedError

    def counts(self, question: Question) -> Counts:
        """The counts of answers to a question."""
        raise NotImplementedError

    def rows(self, record: str) -> Rows:
        """The records of a type."""
        raise NotImplementedError

    def decided(self, target: str, computed: int) -> int:
        """The rating after any decision."""
        raise NotImplementedError

    # --- ratings ------------------------------------------------------------------

    def rule(self, target: str) -> RatingRule:
        """The rule of a standard, or of the whole."""
        if target == "overall":
            assert self.rules.overall is not None
            return self.rules.overall.rule
        return self.rules.standards[target].rule

    def final(self, target: str) -> int:
        """The possible ratings after any decision."""
        if target not in self.final_masks:
            self.final_masks[target] = self.decided(target, self.computed(target))
        return self.final_masks[target]

    def computed(self, target: str) -> int:
        """The possible ratings as the rules make them."""
        if target not in self.computed_masks:
            self.computed_masks[target] = self.work_out(target)
        return self.computed_masks[target]

    def work_out(self, target: str) -> int:
        """Judgement or rule first; then steps in order, floors, and caps."""
        rule = self.rule(target)
        scale = rule.scale
        assert scale is not None
        if self.stands_as_published(target):
            level = scale.named(self.bundle.published[target])
            assert level is not None
            return scale.bit(level)
        if rule.is_judged:
            found = self.judged(target, scale)
        else:
            assert rule.rating is not None
            found = self.mask(rule.rating)
        for step in rule.steps:
            found = self.stepped(found, step, scale)
        limits = [limit for limit in rule.limits if limit.of == "rating"]
        for limit in sorted(limits, key=lambda limit: limit.bound):
            found = self.limited(found, limit, scale)
        return found

    def stands_as_published(self, target: str) -> bool:
        """Whether a published rating is all that is known of a standard."""
        if target not in self.bundle.published or target == "overall":
            return False
        rule = self.rule(target)
        if rule.is_judged:
            return target not in self.bundle.judgements
        return not self.has_evidence(target)

    def has_evidence(self, target: str) -> bool:
        """Whether the bundle says anything that a standard is rated on."""
        standard = self.rules.standards[target]
        return any(self.is_evidenced(question) for question in standard.key_questions)

    def is_evidenced(self, question: Question) -> bool:
        """Whether the bundle has answers, a tally or a judgement for a question."""
        if question.judged_on is not None:
            return question.id in self.bundle.judgements
        if question.pools:
            pooled = [self.rules.questions[name] for name in question.pools]
            return any(self.is_evidenced(part) for part in pooled)
        if question.id in self.bundle.tallies:
            return True
        table = self.bundle.records.get(question.record)
        if table is None:
            return False
        names = (question.id, *(prompt.id for prompt in question.prompts))
        columns = [table.columns.get(name, ()) for name in names]
        return any(value is not None for column in columns for value in column)

    # --- steps and limits -----------------------------------------------------------

    def stepped(self, mask: int, step: Step, scale: RatingScale) -> int:
        """The levels after one step; not rated stays so."""
        truth = TRUE if step.condition is None else self.truth(step.condition)
        found = mask if truth & (FALSE | NEITHER) else 0
        if truth & TRUE:
            found |= self.step_taken(mask, step, scale)
        return found

    def step_taken(self, mask: int, step: Step, scale: RatingScale) -> int:
        """The levels once a step is taken."""
        if step.value is None:
            by = step.amount if step.action == "raise by" else -step.amount
            return self.shifted(mask, by, scale)
        value = self.mask(step.value)
        if step.action == "set to":
            found = value & scale.everything if mask & scale.everything else 0
            unchanged = mask if value & scale.not_rated else mask & scale.not_rated
            return found | unchanged
        return bounded(mask, value, scale, is_cap=step.action == "keep at most")

    def limited(self, mask: int, limit: Limiter, scale: RatingScale) -> int:
        """The levels under a cap or above a floor."""
        truth = TRUE if limit.condition is None else self.truth(limit.condition)
        if not truth & TRUE:
            return mask
        value = self.mask(limit.value)
        found = bounded(mask, value, scale, is_cap=limit.bound == "at most")
        return found if truth == TRUE else found | mask

    # --- scores ---------------------------------------------------------------------

    def score(self, target: str) -> Figure:
        """The score of a standard, or of the whole.

        It is what the rules work out, within its limits; where they work out none, the
        score of the final rating on its scale.
        """
        rule = self.rule(target)
        if rule.scale is None and rule.score is None:
            return NONE
        if rule.score is None:
            assert rule.scale is not None
            return self.level_scores(self.final(target), rule.scale)
        found = self.figure(rule.score)
        limits = [limit for limit in rule.limits if limit.of == "score"]
        for limit in sorted(limits, key=lambda limit: limit.bound):
            found = self.limited_score(found, limit)
        return found

    def limited_score(self, score: Figure, limit: Limiter) -> Figure:
        """The score under a cap or above a floor."""
        truth = TRUE if limit.condition is None else self.truth(limit.condition)
        if not truth & TRUE:
            return score
        choose = figures.lower if limit.bound == "at most" else figures.higher
        value = self.figure(limit.value)
        if not value.has_value:
            return score
        found = choose(score, figures.without_none(value))
        is_certain = truth == TRUE and not value.may_be_none
        return found if is_certain else figures.union([found, score])


def bounded(mask: int, value: int, scale: RatingScale, *, is_cap: bool) -> int:
    """Levels kept at most, or at least, at a level; not rated stays so.

    A bound that is itself not rated has no effect.
    """
    found = mask & scale.not_rated
    for level in truths.members(mask & scale.everything):
        for edge in truths.members(value & scale.everything):
            found |= 1 << (min(level, edge) if is_cap else max(level, edge))
        if value & scale.not_rated:
            found |= 1 << level
    return found
