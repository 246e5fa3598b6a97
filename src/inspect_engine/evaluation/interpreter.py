"""The meaning of a methodology: what each construct gives for one inspection.

Written straight from `docs/language/`, construct by construct. Every value is the set
of what is possible: a mask of truths, choices or levels, or a figure. Where everything
is answered each set has one member, and that is the result.
"""

from fractions import Fraction

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.evaluation import figures, truths
from inspect_engine.evaluation.counting import (
    Counts,
)
from inspect_engine.evaluation.counting_work import CountingWork
from inspect_engine.evaluation.discretion import Taken, decide
from inspect_engine.evaluation.figures import NONE, Figure, exactly
from inspect_engine.evaluation.kinds_at_hand import (
    is_not_applicable,
    is_whole,
    kind_of,
    none_bit,
    unit_of,
)
from inspect_engine.evaluation.parameters import ParameterWork
from inspect_engine.evaluation.recorded import (
    OPEN_TEXT,
    compare_texts,
    reader,
    text_applies,
)
from inspect_engine.evaluation.rows import Rows, left_out, quantified
from inspect_engine.evaluation.tables import look_up
from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression
from inspect_engine.model.kinds import (
    NOT_RATED,
    ChoiceKind,
    ConditionKind,
    Kind,
    LevelKind,
    TextKind,
)
from inspect_engine.model.methodology import Methodology
from inspect_engine.model.scales import RatingScale
from inspect_engine.model.semantics import (
    AND,
    FALSE,
    NOT,
    OR,
    TRUE,
)
from inspect_engine.records.bundle import Bundle


class Interpreter(CountingWork, ParameterWork):
    """Works out one inspection under one methodology; keeps what it has worked out."""

    def __init__(self, rules: Methodology, bundle: Bundle) -> None:
        self.rules = rules
        self.bundle = bundle
        self.diagnostics: list[Diagnostic] = []
        self.rows_by_type: dict[str, Rows] = {}
        self.named_values: dict[str, object] = {}
        self.question_counts: dict[str, Counts] = {}
        self.member_levels: dict[tuple[model.Aggregate, model.Member], int] = {}
        self.computed_masks: dict[str, int] = {}
        self.final_masks: dict[str, int] = {}
        self.taken: dict[str, Taken | None] = {}
        self.member: model.Member | None = None

    def rows(self, record: str) -> Rows:
        """The records of a type."""
        found = self.rows_by_type.get(record)
        if found is None:
            found = self.rows_by_type[record] = Rows(self, record)
        return found

    def single_row(self, record: str) -> Rows:
        """A record type with one record of which nothing is known yet."""
        found = Rows(self, record)
        found.size = 1
        return found

    def decided(self, target: str, computed: int) -> int:
        """The rating after a decision that the rules allow."""
        found, self.taken[target] = decide(self, target, computed)
        return found

    # --- conditions -----------------------------------------------------------------

    def truth(self, node: Expression) -> int:
        """The possible truths of a condition of the inspection."""
        match node:
            case model.AllOf():
                found = TRUE
                for part in node.parts:
                    found = AND[found][self.truth(part)]
                return found
            case model.AnyOf():
                found = FALSE
                for part in node.parts:
                    found = OR[found][self.truth(part)]
                return found
            case model.Opposite():
                return NOT[self.truth(node.part)]
            case model.Comparison():
                return self.compared(node.operator, node.left, node.right)
            case model.Membership():
                found = FALSE
                for value in node.values:
                    found = OR[found][self.compared("is", node.part, value)]
                return NOT[found] if node.is_negated else found
            case model.Quantified():
                return self.quantified(node)
            case model.NamedValue():
                named = self.named_value(node.name)
                assert isinstance(named, int)
                return named
        raise AssertionError(node)

    def compared(self, operator: str, left: Expression, right: Expression) -> int:
        """Possible truths of a comparison."""
        if is_not_applicable(left):
            left, right = right, left
        kind = kind_of(left)
        if isinstance(kind, (ChoiceKind, LevelKind)):
            none = none_bit(kind)
            return truths.compare_masks(
                operator, self.mask(left), self.mask(right), none
            )
        if is_not_applicable(right):
            return self.applies(operator, left)
        if isinstance(kind, TextKind):
            return compare_texts(operator, self.text(left), self.text(right))
        return truths.compare_figures(operator, self.figure(left), self.figure(right))

    def applies(self, operator: str, node: Expression) -> int:
        """Whether a number, date or text is «not applicable»."""
        kind = kind_of(node)
        if isinstance(kind, TextKind):
            found = text_applies(self.text(node), kind)
        else:
            figure = self.figure(node)
            found = (TRUE if figure.may_be_none else 0) | (
                FALSE if figure.has_value else 0
            )
        if operator == "is":
            return found
        return NOT[found] if operator == "is not" else FALSE

    def quantified(self, node: model.Quantified) -> int:
        """`at least 2 of (…) are inadequate`."""
        kind = kind_of(node.items[0])
        assert isinstance(kind, (ChoiceKind, LevelKind))
        none = none_bit(kind)
        wanted = self.mask(node.value)
        asks_for_none = is_not_applicable(node.value)
        items = [
            truths.compare_masks("is", self.mask(item), wanted, none)
            if asks_for_none
            else left_out(self.mask(item), wanted, none)
            for item in node.items
        ]
        amount = self.figure(node.amount) if node.amount is not None else exactly(0)
        return quantified(node.quantity, amount, items)

    # --- choices and levels -----------------------------------------------------------

    def mask(self, node: Expression) -> int:
        """The possible choices or levels of an expression of the inspection."""
        match node:
            case model.Constant():
                kind = node.kind
                if node.value in ("not_applicable", NOT_RATED):
                    assert isinstance(kind, (ChoiceKind, LevelKind))
                    return none_bit(kind)
                found = reader(kind)(node.value)
                assert isinstance(found, int)
                return found
            case model.InputValue():
                return self.given(node.name, node.kind)
            case model.NamedValue():
                value = self.named_value(node.name)
                assert isinstance(value, int)
                return value
            case model.ParameterValue():
                found = self.keyed(node)
                assert isinstance(found, int)
                return found
            case model.RatingOf():
                return self.final(node.target)
            case model.Judgement():
                return self.judged(node.question, node.kind.scale)
            case model.MemberValue():
                assert self.member is not None
                assert self.member.rating is not None
                return self.mask(self.member.rating)
            case model.Banded():
                figure = self.figure(node.part)
                return self.banded(figure, node.bands, is_whole=is_whole(node.part))
            case model.Shifted():
                return self.shifted(self.mask(node.part), node.by, node.kind.scale)
            case model.Aggregate():
                return self.level_of_members(node)
            case model.RecordAggregate():
                return self.level_of_records(node)
        raise AssertionError(node)

    def given(self, name: str, kind: Kind) -> int:
        """An input that is a choice or level."""
        found = reader(kind)(self.bundle.inputs.get(name))
        assert isinstance(found, int)
        return found

    def judged(self, name: str, scale: RatingScale) -> int:
        """The level that inspectors judged; any while they have not."""
        given = self.bundle.judgements.get(name)
        if given is None:
            return scale.everything
        level = scale.named(given)
        return scale.bit(level) if level is not None else scale.not_rated

    # --- figures ----------------------------------------------------------------------

    def figure(self, node: Expression) -> Figure:
        """The possible numbers of an expression of the inspection."""
        match node:
            case model.Constant():
                return self.constant(node)
            case model.InputValue():
                return self.given_figure(node.name, node.kind)
            case model.NamedValue():
                return self.as_figure(self.named_value(node.name))
            case model.ParameterValue():
                return self.as_figure(self.keyed(node))
            case model.ScoreOf():
                return self.score(node.target)
            case model.LevelScore():
                return self.level_scores(self.mask(node.part), node.scale)
            case model.MemberValue():
                return self.member_score()
            case model.Arithmetic():
                return self.arithmetic(node)
            case model.Negative():
                return figures.negated(self.figure(node.part))
            case model.Rounded():
                unit = unit_of(node.kind)
                return figures.rounded(self.figure(node.part), node.rounding, unit)
            case model.DaysBetween():
                return figures.subtracted(
                    self.figure(node.last), self.figure(node.first)
                )
            case model.AnswerFigure():
                return self.answer_figure(node)
            case model.RecordFigure():
                return self.record_figure(node)
            case model.RecordAggregate():
                return self.figure_of_records(node)
            case model.Aggregate():
                return self.figure_of_members(node)
        raise AssertionError(node)

    def member_score(self) -> Figure:
        """The `score` of the member that a `where` asks about."""
        assert self.member is not None
        value = self.member.value
        if isinstance(value, model.RatingOf):
            return self.score(value.target)
        kind = kind_of(value)
        if isinstance(kind, LevelKind):
            return self.level_scores(self.mask(value), kind.scale)
        return self.figure(value)

    def constant(self, node: model.Constant) -> Figure:
        """A number or date written in the rules."""
        if node.value in ("not_applicable", NOT_RATED):
            return NONE
        value = node.value
        if isinstance(value, Fraction):
            return exactly(value)
        assert not isinstance(value, str)
        return exactly(value.toordinal())

    def given_figure(self, name: str, kind: Kind) -> Figure:
        """An input that is a number or date."""
        return self.as_figure(reader(kind)(self.bundle.inputs.get(name)))

    def as_figure(self, value: object) -> Figure:
        """A value known to be a figure."""
        assert isinstance(value, (figures.Points, figures.Extent, figures.Shares))
        return value

    def arithmetic(self, node: model.Arithmetic) -> Figure:
        """A sum or product, from left to right."""
        found = self.figure(node.first)
        for sign, part in node.rest:
            found = figures.OPERATIONS[sign](found, self.figure(part))
        return found

    def text(self, node: Expression) -> object:
        """A text of the inspection: words, None for not applicable, or open."""
        if isinstance(node, model.Constant):
            return None if is_not_applicable(node) else node.value
        if isinstance(node, model.InputValue):
            return reader(node.kind)(self.bundle.inputs.get(node.name))
        return OPEN_TEXT

    # --- names ------------------------------------------------------------------------

    def named_value(self, name: str) -> object:
        """A `let` or table, worked out once."""
        if name not in self.named_values:
            value = self.rules.values[name]
            if value.table is not None:
                columns = [self.any_value(column) for column in value.table.columns]
                self.named_values[name] = look_up(value.table, columns)
            else:
                assert value.expression is not None
                self.named_values[name] = self.any_value(value.expression)
        return self.named_values[name]

    def any_value(self, node: Expression) -> object:
        """An expression of whatever kind: truths, a mask or a figure."""
        kind = kind_of(node)
        if isinstance(kind, ConditionKind):
            return self.truth(node)
        if isinstance(kind, (ChoiceKind, LevelKind)):
            return self.mask(node)
        return self.figure(node)

    def keyed(self, node: model.ParameterValue) -> object:
        """A parameter for keys of the inspection."""
        kinds = [kind_of(key) for key in node.keys]
        return self.parameter(node.name, kinds, [self.key(key) for key in node.keys])

    def key(self, node: Expression) -> object:
        """A key of a parameter: a mask, figure or text."""
        is_text = isinstance(kind_of(node), TextKind)
        return self.text(node) if is_text else self.any_value(node)

    def note(self, diagnostic: Diagnostic) -> None:
        """Keep something to be said about the inspection, once."""
        if all(
            (known.code, known.message) != (diagnostic.code, diagnostic.message)
            for known in self.diagnostics
        ):
            self.diagnostics.append(diagnostic)
