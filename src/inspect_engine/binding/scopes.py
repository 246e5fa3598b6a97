"""Which names are visible where."""

from attrs import evolve, frozen

from inspect_engine.model.kinds import Kind
from inspect_engine.model.scales import RatingScale
from inspect_engine.syntax import nodes


@frozen(eq=False)
class Scope:
    """The place an expression stands in.

    `record` is the type of record it is asked of, empty for the inspection;
    `question` the question whose block it is in, for its prompts; `target` the
    standard or `overall` whose rule it is; `member` the kind of a member's rating
    inside a `where`; `when_not_rated` what the block says of members not rated.
    """

    record: str = ""
    question: nodes.Question | None = None
    question_id: str = ""
    target: str = ""
    member: Kind | None = None
    when_not_rated: str = ""
    scale: RatingScale | None = None

    def of_record(self, record: str) -> "Scope":
        """The same place, asked of each record of a type."""
        return evolve(self, record=record)

    def of_member(self, kind: Kind) -> "Scope":
        """The same place, asked of each member of an aggregate."""
        return evolve(self, member=kind, record="")


INSPECTION = Scope()
"""Outside any record, standard or question."""
