"""What an author can refer to at a place, by kind."""

from typing import NamedTuple

from attrs import Factory, define


class Choices(NamedTuple):
    """A list of choices: values with the same ids can be compared."""

    ids: tuple[str, ...]
    is_ordered: bool = False
    may_be_not_applicable: bool = False


YES_NO = Choices(("yes", "no"))
ASKED = Choices(("yes", "no"), False, True)


class Named(NamedTuple):
    """A value with choices, by the words that name it."""

    words: str
    choices: Choices


class Level(NamedTuple):
    """A level, by the words that name it and its scale."""

    words: str
    scale: str


class Answered(NamedTuple):
    """A question with answers to count."""

    id: str
    record: str
    choices: Choices


@define
class Names:
    """The values that can be named at a place."""

    choices: list[Named] = Factory(list)
    numbers: list[str] = Factory(list)
    percents: list[str] = Factory(list)
    dates: list[str] = Factory(list)
    texts: list[str] = Factory(list)
    levels: list[Level] = Factory(list)
    conditions: list[str] = Factory(list)

    def beside(self, other: "Names") -> "Names":
        """These and others."""
        return Names(
            self.choices + other.choices,
            self.numbers + other.numbers,
            self.percents + other.percents,
            self.dates + other.dates,
            self.texts + other.texts,
            self.levels + other.levels,
            self.conditions + other.conditions,
        )


class Scope(NamedTuple):
    """A place: what can be named there, and of which record it is asked, if any."""

    names: Names
    record: str = ""
