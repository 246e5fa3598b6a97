"""Conditions, figures and levels as text, out of what can be named at a place."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from hypothesis import strategies as st
from tests.properties.symbols import Answered, Choices, Level, Names, Scope

T = TypeVar("T")
MODES = ("half up", "half down", "half even", "up", "down")
ORDERS = ("at least", "at most", "above", "below", "is at least", "is below")
DATES = ("2024-01-05", "2023-12-31", "2024-02-29")
TEXTS = ("x", "y")
NUMBERED = ("sum", "mean", "median", "lowest", "highest")


class Phrases:
    """Draws expressions of each kind; what they name stands in the fields."""

    def __init__(self, draw: st.DrawFn) -> None:
        """Begin with nothing that could be named."""
        self.draw = draw
        self.scales: dict[str, tuple[str, ...]] = {}
        self.scored: set[str] = set()
        self.bands: dict[str, tuple[str, str]] = {}
        self.whole = Names()
        self.of_record: dict[str, Names] = {}
        self.plurals: dict[str, str] = {}
        self.questions: list[Answered] = []
        self.standards: list[Level] = []
        self.counted: list[Level] = []
        self.in_domain: list[Level] = []
        self.parameters: list[tuple[str, Choices]] = []
        self.by_level = False
        """Whether there is a parameter by a level of the scale with scores."""
        self.is_late = False
        """Whether all standards stand, so that rules may go over them."""

    # --- drawing ------------------------------------------------------------------

    def pick(self, options: Sequence[T]) -> T:
        """One of some."""
        return self.draw(st.sampled_from(options))

    def chance(self, percent: int) -> bool:
        """Whether something is there; mostly not where it can be left out."""
        return self.draw(st.integers(0, 99)) >= 100 - percent

    def number_from(self, low: int, high: int) -> int:
        """A whole number."""
        return self.draw(st.integers(low, high))

    def some(self, options: Sequence[T], fewest: int = 1, most: int = 3) -> list[T]:
        """Some of several, each once, in the order given."""
        places = self.draw(
            st.sets(
                st.sampled_from(range(len(options))),
                min_size=min(fewest, len(options)),
                max_size=min(most, len(options)),
            )
        )
        return [options[place] for place in sorted(places)]

    def here(self) -> Scope:
        """The inspection as a place."""
        return Scope(self.whole)

    def inside(self, record: str) -> Scope:
        """A record as a place."""
        return Scope(self.of_record[record].beside(self.whole), record)

    # --- conditions ---------------------------------------------------------------

    def condition(self, scope: Scope, depth: int = 1) -> str:
        """Something true or false."""
        if depth and self.chance(35):
            return self.joined(scope, depth - 1)
        names = scope.names
        options: list[Callable[[Scope], str]] = [self.comparison]
        options += [self.of_choice] * (4 if names.choices else 0)
        options += [self.of_date] if names.dates else []
        options += [self.of_text] if names.texts else []
        options += [self.of_level] if names.levels else []
        options += [self.of_percent] if names.percents or not scope.record else []
        options += [self.quantified] if names.choices or names.levels else []
        options += (
            [lambda at: self.pick(at.names.conditions)] if names.conditions else []
        )
        return self.pick(options)(scope)

    def joined(self, scope: Scope, depth: int) -> str:
        """Conditions with and, or, not."""
        kind = self.pick(("and", "or", "not"))
        first = self.condition(scope, depth)
        if kind == "not":
            return f"not ({first})"
        return f"({first}) {kind} ({self.condition(scope, depth)})"

    def of_choice(self, scope: Scope) -> str:
        """A choice compared."""
        words, choices = self.pick(scope.names.choices)
        if choices.may_be_not_applicable and self.chance(20):
            return f"{words} {self.pick(('is', 'is not'))} not_applicable"
        if choices.is_ordered and self.chance(50):
            return f"{words} {self.pick(ORDERS)} {self.pick(choices.ids)}"
        if self.chance(30):
            group = ", ".join(self.some(choices.ids))
            return f"{words} {self.pick(('is', 'is not'))} one of ({group})"
        same = [one for one in scope.names.choices if one.choices.ids == choices.ids]
        other = self.pick(same).words if self.chance(15) else self.pick(choices.ids)
        return f"{words} {self.pick(('is', 'is not'))} {other}"

    def comparison(self, scope: Scope) -> str:
        """A number compared."""
        left = self.figure(scope, 1)
        if self.chance(20):
            return f"{left} is one of (1, {self.number_from(2, 4)})"
        return f"{left} {self.pick((*ORDERS, 'is', 'is not'))} {self.number_from(0, 4)}"

    def of_percent(self, scope: Scope) -> str:
        """A percent compared."""
        order = self.pick((*ORDERS, "is"))
        return f"{self.percent(scope)} {order} {self.pick((0, 25, 50, 100))} percent"

    def of_date(self, scope: Scope) -> str:
        """A date compared."""
        orders = ("after", "before", "on or after", "on or before", "is", "is not")
        words, order = self.pick(scope.names.dates), self.pick(orders)
        return f"{words} {order} {self.pick(DATES)}"

    def of_text(self, scope: Scope) -> str:
        """A text compared."""
        words = self.pick(scope.names.texts)
        return f'{words} {self.pick(("is", "is not"))} "{self.pick(TEXTS)}"'

    def of_level(self, scope: Scope) -> str:
        """A level compared."""
        words, scale = self.pick(scope.names.levels)
        if self.chance(20):
            return f"{words} {self.pick(('is', 'is not'))} not_rated"
        operator = self.pick((*ORDERS, "is", "is not"))
        return f"{words} {operator} {self.pick(self.scales[scale])}"

    def quantified(self, scope: Scope) -> str:
        """How many of some are a value."""
        names = scope.names
        if names.levels and (not names.choices or self.chance(30)):
            scale = self.pick(names.levels).scale
            group = [one.words for one in names.levels if one.scale == scale]
            ids = self.scales[scale]
        else:
            ids = self.pick(names.choices).choices.ids
            group = [one.words for one in names.choices if one.choices.ids == ids]
        items = ", ".join(self.some(group))
        amount = self.number_from(1, 2)
        quantity = self.pick(
            ("all", "any", "none", f"at least {amount}", f"at most {amount}")
        )
        verb = self.pick(("are", "is"))
        return f"{quantity} of ({items}) {verb} {self.pick(ids)}"

    # --- figures ------------------------------------------------------------------

    def figure(self, scope: Scope, depth: int = 1) -> str:
        """A number."""
        options: list[Callable[[Scope, int], str]] = [self.named_number]
        if depth:
            options += [self.arithmetic, self.changed]
        if len(scope.names.dates) > 1:
            options.append(self.days)
        scored = [one for one in scope.names.levels if one.scale in self.scored]
        if scored:
            options.append(lambda *_: f"score of {self.pick(scored).words}")
        if not scope.record:
            options += [self.over_records] * (2 if self.plurals else 0)
            options += [self.of_answers] * (2 if self.questions else 0)
            options += [self.over_group]
            options += [self.over_standards] if self.is_late else []
        if self.parameters:
            options.append(self.parameter)
        rated = [one for one in scope.names.levels if one.scale == "rating"]
        if self.by_level and rated:
            options.append(lambda *_: f"(by_level for ({self.pick(rated).words}))")
        return self.pick(options)(scope, depth)

    def named_number(self, scope: Scope, depth: int = 0) -> str:
        """A number by name, or in digits."""
        names = scope.names.numbers
        if names and self.chance(80):
            return self.pick(names)
        return self.pick(("0", "1", "2", "1.5"))

    def arithmetic(self, scope: Scope, depth: int) -> str:
        """A sum or product."""
        left, right = self.figure(scope, depth - 1), self.figure(scope, depth - 1)
        return f"(({left}) {self.pick(('+', '-', '*', '/'))} ({right}))"

    def changed(self, scope: Scope, depth: int) -> str:
        """A number rounded or turned."""
        part = self.figure(scope, depth - 1)
        if self.chance(30):
            return f"(- ({part}))"
        return f"(({part}) rounded {self.rounding()})"

    def rounding(self) -> str:
        """How to round."""
        step = self.pick(
            ("whole", "1 decimal place", "2 decimal places", "nearest 0.5")
        )
        return f"{self.pick(MODES)} to {step}"

    def days(self, scope: Scope, depth: int = 0) -> str:
        """Days between two dates."""
        first, last = self.pick(scope.names.dates), self.pick(scope.names.dates)
        return f"(days from {first} to {last})"

    def parameter(self, scope: Scope, depth: int = 0) -> str:
        """A parameter, by its key where it has one."""
        name, choices = self.pick(self.parameters)
        if not choices.ids:
            return name
        keys = [
            one.words
            for one in scope.names.choices
            if one.choices.ids == choices.ids and not one.choices.may_be_not_applicable
        ]
        return f"({name} for {self.pick(keys)})" if keys else "1"

    def where(self, scope: Scope, percent: int = 60, word: str = "where") -> str:
        """A condition in brackets, or nothing."""
        return f" {word} ({self.condition(scope)})" if self.chance(percent) else ""

    def over_records(self, scope: Scope, depth: int = 0) -> str:
        """A figure over the records of a type."""
        record = self.pick(sorted(self.plurals))
        plural, inner = self.plurals[record], self.inside(record)
        if self.chance(40):
            return f"(count of {plural}{self.where(inner)})"
        function = self.pick(NUMBERED)
        item = self.pick(inner.names.numbers) if inner.names.numbers else None
        item = f"({self.figure(inner, 1)})" if item is None or self.chance(40) else item
        return f"({function} of {item} over {plural}{self.where(inner)})"

    def of_answers(self, scope: Scope, depth: int = 0) -> str:
        """How many answers."""
        question = self.pick(self.questions)
        inner = self.inside(question.record)
        asked, choices = self.asked(question)
        if self.chance(30):
            return f"(base of {asked}{self.where(inner, 30)})"
        return f"(count of {choices} to {asked}{self.where(inner, 40)})"

    def asked(self, question: Answered) -> tuple[str, str]:
        """One question or several with like answers, and the choices to count."""
        same = [
            one.id
            for one in self.questions
            if (one.record, one.choices.ids) == (question.record, question.choices.ids)
        ]
        ids = question.choices.ids
        choices = self.pick(ids)
        if len(ids) > 2 and self.chance(40):
            choices = f"({', '.join(self.some(ids, 1, 2))})"
        if self.chance(25):
            return f"({', '.join(self.some(same))})", choices
        return question.id, choices

    def over_group(self, scope: Scope, depth: int = 0) -> str:
        """A figure out of several in brackets."""
        items = [f"({self.figure(scope, 0)})" for _ in range(self.number_from(1, 3))]
        if self.chance(30):
            weighed = ", ".join(
                f"{item} weight {self.number_from(1, 3)}" for item in items
            )
            return f"(weighted {self.pick(('sum', 'mean'))} of ({weighed}))"
        where = f" where (score at least {self.number_from(0, 2)})"
        where = where if self.chance(30) else ""
        return f"({self.pick((*NUMBERED, 'count'))} of ({', '.join(items)}){where})"

    def over_standards(self, scope: Scope, depth: int = 0) -> str:
        """A figure out of standards."""
        over, counted = "standards", self.counted
        if self.in_domain and self.chance(40):
            over, counted = "standards of domain D1", self.in_domain
        if len({one.scale for one in counted}) != 1:
            return "1"
        scale = counted[0].scale
        level = self.pick(self.scales[scale])
        where = f" where (rating {self.pick(('is', 'is not', 'at least'))} {level})"
        if scale in self.scored and self.chance(30):
            where = " where (score at least 1)"
        where = where if self.chance(40) else ""
        if self.chance(40) or scale not in self.scored:
            return f"(count of {over}{where})"
        if self.chance(30):
            return f"(weighted {self.pick(('sum', 'mean'))} of {over})"
        return f"({self.pick(('sum', 'mean', 'median'))} of {over}{where})"

    def percent(self, scope: Scope) -> str:
        """A percent."""
        if scope.record or self.chance(30):
            if scope.names.percents:
                return self.pick(scope.names.percents)
            return f"{self.pick((0, 50, 66.5))} percent"
        if self.questions and self.chance(60):
            question = self.pick(self.questions)
            asked, choices = self.asked(question)
            where = self.where(self.inside(question.record), 30)
            return f"(percent of {choices} to {asked}{where})"
        if not self.plurals:
            return "50 percent"
        record = self.pick(sorted(self.plurals))
        inner = self.inside(record)
        where = f"where ({self.condition(inner)}){self.where(inner, 40, 'among')}"
        return f"(percent of {self.plurals[record]} {where})"

    # --- levels -------------------------------------------------------------------

    def level(self, scale: str, depth: int = 1) -> str:
        """A level of a scale, worked out for the inspection."""
        named = [one.words for one in self.whole.levels if one.scale == scale]
        bands = [name for name, (_, of) in self.bands.items() if of == scale]
        options: list[Callable[[str], str]] = []
        options += [lambda _: self.pick(named)] if named else []
        options += [lambda _: self.banded(self.pick(bands))] if bands else []
        if depth and (named or bands):
            options += [self.of_several, self.shifted]
        return self.pick(options)(scale) if options else self.pick(self.scales[scale])

    def banded(self, bands: str) -> str:
        """A figure put on a scale."""
        if self.bands[bands][0] == "percent":
            return f"({self.percent(self.here())} by {bands})"
        return f"(({self.figure(self.here(), 1)}) by {bands})"

    def of_several(self, scale: str) -> str:
        """The lowest or highest of several."""
        function = self.pick(("lowest", "highest"))
        items = [self.level(scale, 0) for _ in range(self.number_from(1, 3))]
        where = f" where (rating is not {self.pick(self.scales[scale])})"
        where = where if self.chance(20) else ""
        return f"({function} of ({', '.join(items)}){where})"

    def shifted(self, scale: str) -> str:
        """A level raised or lowered."""
        return f"(({self.level(scale, 0)}) {self.pick(('raised', 'lowered'))} by 1)"
