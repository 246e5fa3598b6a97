"""Which names are visible where."""

from attrs import evolve

from inspect_engine.model.kinds import Kind
from inspect_engine.model.scales import RatingScale
from inspect_engine.shapes import shape
from inspect_engine.syntax import nodes


@shape
class Scope:
    """The place an expression stands in.

    `record` is the type of record it is asked of, empty for the inspection;
    `question` the question whose block it is in, for its prompts; `target` the
    standard or `overall` whose rule it is; `is_member` says that it is inside a
    `where` over members, of which `member` and `member_score` are the kinds;
    `when_not_rated` is what the block says of members not rated.
    """

    record: str = ""
    question: nodes.Question | None = None
    question_id: str = ""
    target: str = ""
    is_member: bool = False
    member: Kind | None = None
    member_score: Kind | None = None
    when_not_rated: str = ""
    scale: RatingScale | None = None

    def of_record(self, record: str) -> "Scope":
        """The same place, asked of each record of a type."""
        return evolve(self, record=record)

    def of_member(self, rating: Kind | None, score: Kind | None) -> "Scope":
        """The same place, asked of each member of an aggregate.

        `rating` and `score` are the kinds these words have there, None where they
        have no meaning.
        """
        return evolve(
            self, is_member=True, member=rating, member_score=score, record=""
        )


INSPECTION = Scope()
"""Outside any record, standard or question."""
