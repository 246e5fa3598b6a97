"""What kinds of value there are: choices, levels, numbers, dates, texts, conditions."""

from fractions import Fraction

from attrs import field

from inspect_engine.model.scales import RatingScale
from inspect_engine.model.semantics import EVERYTHING, Interval
from inspect_engine.shapes import shape

NOT_APPLICABLE = "not_applicable"
NOT_RATED = "not_rated"


@shape
class Choice:
    """One answer or coded value; `also` are other spellings that bundles may use."""

    id: str
    index: int
    label: str
    also: tuple[str, ...] = ()
    counts_as_yes: bool = False


@shape
class ChoiceKind:
    """A value out of a list of choices.

    `owner` says whose list it is, for messages. In sets of possibilities each choice
    has a bit by its index, and «not applicable» the bit after the last.
    """

    owner: str
    choices: tuple[Choice, ...]
    is_ordered: bool = False
    may_be_not_applicable: bool = False

    @property
    def not_applicable(self) -> int:
        """The bit of «not applicable»."""
        return 1 << len(self.choices)

    @property
    def everything(self) -> int:
        """All that an unanswered value may become."""
        bit = self.not_applicable
        return bit - 1 | (bit if self.may_be_not_applicable else 0)

    @property
    def yes(self) -> int:
        """The choices that count as yes in a share."""
        return sum(1 << choice.index for choice in self.choices if choice.counts_as_yes)

    def named(self, name: str) -> Choice | None:
        """The choice of an id."""
        return next((choice for choice in self.choices if choice.id == name), None)

    def bit(self, name: str) -> int:
        """The bit of a choice, or of «not applicable»."""
        if name == NOT_APPLICABLE:
            return self.not_applicable
        choice = self.named(name)
        assert choice is not None
        return 1 << choice.index

    def names(self, mask: int) -> tuple[str, ...]:
        """The ids in a set, «not applicable» last."""
        found = tuple(choice.id for choice in self.choices if mask >> choice.index & 1)
        return (*found, NOT_APPLICABLE) if mask & self.not_applicable else found

    def in_words(self) -> str:
        """The kind for messages."""
        return self.owner


@shape
class LevelKind:
    """A level of a scale, or not rated."""

    scale: RatingScale

    def in_words(self) -> str:
        """The kind for messages."""
        return f"a level of the scale «{self.scale.id}»"


@shape
class NumberKind:
    """A number: `whole`, `number`, `percent` (a share of one) or `days`."""

    kind: str
    extent: Interval = EVERYTHING
    allowed: tuple[Fraction, ...] = ()
    """The only values, where they are listed."""
    labels: tuple[str, ...] = field(factory=tuple)
    may_be_not_applicable: bool = False

    def in_words(self) -> str:
        """The kind for messages."""
        return "a percent" if self.kind == "percent" else "a number"


@shape
class DateKind:
    """A calendar date."""

    may_be_not_applicable: bool = False

    def in_words(self) -> str:
        """The kind for messages."""
        return "a date"


@shape
class TextKind:
    """Words that nothing is worked out from but equality."""

    may_be_not_applicable: bool = False

    def in_words(self) -> str:
        """The kind for messages."""
        return "a text"


@shape
class ConditionKind:
    """True, false or not applicable."""

    def in_words(self) -> str:
        """The kind for messages."""
        return "a condition"


Kind = ChoiceKind | LevelKind | NumberKind | DateKind | TextKind | ConditionKind
CONDITION = ConditionKind()
DATE = DateKind()
WHOLE = NumberKind("whole")
NUMBER = NumberKind("number")
PERCENT = NumberKind("percent")


def yes_or_no(*, may_be_not_applicable: bool = False) -> ChoiceKind:
    """The answers yes and no, of which yes counts as yes."""
    choices = (Choice("yes", 0, "Yes", (), True), Choice("no", 1, "No"))
    return ChoiceKind("yes or no", choices, may_be_not_applicable=may_be_not_applicable)


YES_NO = yes_or_no(may_be_not_applicable=True)
"""How a question is answered unless it says otherwise."""
