"""Answers, inputs, parameters and records, drawn so that they fit."""

from hypothesis import strategies as st
from tests.properties.made import Block, Part, RecordMade, Slot
from tests.properties.phrases import DATES, TEXTS
from tests.properties.scales_and_bands import ScalesAndBands
from tests.properties.symbols import (
    ASKED,
    YES_NO,
    Answered,
    Choices,
    Level,
    Named,
    Names,
)

RISK = Choices(("low", "medium", "high"), True)
PLACE = Choices(("north", "south"))
QUALITY = Choices(("poor", "fair", "fine"), True, True)
KINDS = (
    *("choice", "ordered", "yes", "whole", "number", "listed", "percent", "date"),
    *("text", "level", "answers"),
)


class Foundations(ScalesAndBands):
    """Draws what stands between the bands and the standards."""

    def __init__(self, draw: st.DrawFn) -> None:
        """Begin with nothing declared."""
        super().__init__(draw)
        self.inputs: dict[str, Slot] = {}
        self.records: dict[str, RecordMade] = {}
        self.slots: dict[str, dict[str, Slot]] = {}
        self.answers: dict[str, Choices] = {}
        self.tallied: dict[str, tuple[str, ...]] = {}

    # --- kinds --------------------------------------------------------------------

    def add_answers(self) -> None:
        """A set of answers that questions share."""
        if self.chance(50):
            self.answers["quality"] = QUALITY
            parts = (
                'poor "Poor"',
                'fair "Fair" also "okay" counts as yes',
                "fine counts as yes",
                "not_applicable",
            )
            self.declared.append(
                Block('answers quality "Quality" in order', parts, True)
            )

    def kind(self, name: str, names: Names) -> tuple[str, Slot]:
        """The type of a fact or input, what it may be given, and its name kept."""
        may = self.chance(30)
        suffix = " or not_applicable" if may else ""
        more = ("not_applicable",) if may else ()
        match self.pick(
            [
                "choice",
                "ordered",
                "yes",
                "whole",
                "number",
                "listed",
                "percent",
                "date",
                "text",
                "level",
                "answers",
            ]
        ):
            case "ordered":
                names.choices.append(
                    Named(name, RISK._replace(may_be_not_applicable=may))
                )
                labelled = 'low "Low", medium also "middling", high'
                return f"one of {labelled} in order{suffix}", Slot(RISK.ids + more)
            case "choice":
                names.choices.append(
                    Named(name, PLACE._replace(may_be_not_applicable=may))
                )
                slot = Slot(PLACE.ids + more, tally=PLACE.ids)
                return f"one of north, south{suffix}", slot
            case "yes":
                names.choices.append(
                    Named(name, YES_NO._replace(may_be_not_applicable=may))
                )
                return f"yes or no{suffix}", Slot(YES_NO.ids + more, tally=YES_NO.ids)
            case "whole":
                names.numbers.append(name)
                return f"whole 0 to 3{suffix}", Slot(("0", "1", "2", "3", *more))
            case "number":
                names.numbers.append(name)
                extent = self.pick(("", " 0 to 4", " 0 and over"))
                return f"number{extent}{suffix}", Slot(("0", "0.5", "3", *more), False)
            case "listed":
                names.numbers.append(name)
                return f'one of 0 "none", 2.5, 4{suffix}', Slot(
                    ("0", "2.5", "4", *more)
                )
            case "percent":
                names.percents.append(name)
                return f"percent{suffix}", Slot(
                    ("0", "33.3", "50", "100", *more), False
                )
            case "date":
                names.dates.append(name)
                return f"date{suffix}", Slot((*DATES, *more), False)
            case "text":
                names.texts.append(name)
                return f"text{suffix}", Slot((*TEXTS, *more), False)
            case "level":
                names.levels.append(Level(name, "rating"))
                return "on rating", Slot(self.scales["rating"])
            case "answers" if "quality" in self.answers:
                names.choices.append(Named(name, QUALITY))
                return "answers quality", Slot((*QUALITY.ids, "not_applicable"))
        names.choices.append(Named(name, YES_NO))
        return "yes or no", Slot(YES_NO.ids)

    # --- inputs and parameters ----------------------------------------------------

    def add_inputs(self) -> None:
        """Some inputs."""
        for place in range(self.number_from(1, 4)):
            name = f"in{place}"
            written, slot = self.kind(name, self.whole)
            self.inputs[name] = slot
            cited = ' { cite handbook "page 1" }' if self.chance(20) else ""
            self.declared.append(f'input {name} "Input {place}": {written}{cited}')

    def add_parameters(self) -> None:
        """Figures with a date, sometimes by a key."""
        parts: tuple[str, ...]
        if self.chance(50):
            parts = (
                "from 2020-01-01 to 2023-12-31: 2",
                'from 2024-01-01: 1 { assumed "made up" }',
            )
            self.declared.append(Block("parameter yearly: whole", parts))
            self.parameters.append(("yearly", Choices(())))
        if self.chance(50):
            parts = tuple(
                f"from 2020-01-01 for {key}: {place}"
                for place, key in enumerate(RISK.ids)
            )
            self.declared.append(Block("parameter by_risk: whole by risk", parts))
            self.parameters.append(("by_risk", RISK))
        if self.whole.texts and self.chance(50):
            parts = ('from 2020-01-01 for "x": weak', 'from 2020-01-01 for "y": good')
            self.declared.append(Block("parameter by_text: on rating by words", parts))
            words = f"(by_text for {self.pick(self.whole.texts)})"
            self.whole.levels.append(Level(words, "rating"))
        if self.chance(30):
            parts = tuple(f"from 2020-01-01 for {one}: 2" for one in ("weak", "good"))
            self.declared.append(Block("parameter by_level: whole by level", parts))
            self.by_level = True
        if self.chance(30):
            parts = ("from 2020-01-01: good",)
            self.declared.append(Block("parameter aim: on rating", parts))
            self.whole.levels.append(Level("aim", "rating"))

    # --- records ------------------------------------------------------------------

    def add_records(self) -> None:
        """Up to two types of record."""
        for name in ("case", "visit")[: self.number_from(1, 2)]:
            self.add_record(name)

    def add_record(self, name: str) -> None:
        """A type of record with facts, derived facts, lets, tables and questions."""
        names = self.of_record[name] = Names()
        slots = self.slots[name] = {}
        parts: list[Part] = []
        for place in range(self.number_from(1, 4)):
            fact = f"{name}_f{place}"
            written, slots[fact] = self.kind(fact, names)
            parts.append(f"fact {fact}: {written}")
        if self.chance(50):
            parts.append(self.derived(name))
        if self.chance(30):
            figure = self.figure(self.inside(name), 1)
            parts.append(f"let {name}_sum = {figure}")
            names.numbers.append(f"{name}_sum")
        if self.chance(30):
            parts.append(f"let {name}_is = {self.condition(self.inside(name))}")
            names.conditions.append(f"{name}_is")
        if self.chance(40):
            parts.append(self.table(f"{name}_table", name))
        if self.chance(40):
            parts.append(self.loose_question(name))
        plural = name + "s"
        if self.chance(30):
            plural = f"all_{name}s"
            parts.append(f"plural {plural}")
        is_pooled = self.chance(30)
        if is_pooled:
            parts.append("pooled over units")
        if self.chance(20):
            parts.append(f'note "noted" when {self.condition(self.inside(name))}')
        self.plurals[name] = plural
        self.records[name] = RecordMade(name, plural, is_pooled, slots)
        self.declared.append(Block(f'record {name} "{name}"', tuple(parts)))

    def derived(self, record: str) -> Part:
        """A fact that follows from others."""
        name, scope = f"{record}_d", self.inside(record)
        names = self.of_record[record]
        clauses = [self.condition(scope) for _ in range(self.number_from(1, 2))]
        match self.pick(("choice", "single", "level")):
            case "single":
                names.choices.append(Named(name, YES_NO))
                return Block(
                    f"derive {name}: yes or no", (f"no when {clauses[0]}",), True
                )
            case "level":
                ids = self.scales["rating"]
                names.levels.append(Level(name, "rating"))
                kind = "on rating"
            case _:
                ids = RISK.ids
                names.choices.append(Named(name, RISK))
                kind = "one of low, medium, high in order"
        parts = [f"{ids[place]} when {one}" for place, one in enumerate(clauses)]
        parts.append(f"otherwise {ids[-1]}")
        return Block(f"derive {name}: {kind}", tuple(parts), True)

    def loose_question(self, record: str) -> Part:
        """A question of a record that belongs to no standard."""
        name = f"{record}_q"
        condition = self.condition(self.inside(record)) if self.chance(40) else ""
        self.ask(name, record, ASKED)
        if condition:
            return Block(f'question {name} "Loose?"', (f"asked when {condition}",))
        return f'question {name} "Loose?"'

    def ask(
        self, name: str, record: str, choices: Choices, is_given: bool = True
    ) -> None:
        """Keep a question by what may be said of it."""
        self.questions.append(Answered(name, record, choices))
        words = name if name[0].isalpha() else f"question {name}"
        self.of_record[record].choices.append(Named(words, choices))
        if is_given:
            more = ("not_applicable",) if choices.may_be_not_applicable else ()
            values = choices.ids + more
            self.slots[record][name] = Slot(values, True, True, choices.ids)

    # --- tables -------------------------------------------------------------------

    def table(self, name: str, record: str = "") -> Part:
        """A decision table that checks clean: unique by how its rows are made."""
        names = (self.inside(record) if record else self.here()).names
        options: list[tuple[str, tuple[str, ...]]] = []
        for words, choices in names.choices:
            first, *rest = choices.ids
            block = " or ".join(rest)
            options += [(words, (first, block)), (words, (first, f"not {first}"))]
            if choices.may_be_not_applicable:
                options.append((words, (first, block, "not_applicable")))
        for words, scale in names.levels:
            first, *rest = self.scales[scale]
            options.append((words, (first, " or ".join(rest), "not_rated")))
        options += [
            (words, ("below 1", "1 to 2", "above 2")) for words in names.numbers
        ]
        options += [(words, ("up to 50", "not up to 50")) for words in names.percents]
        options += [(words, ("true", "false")) for words in names.conditions]
        options += [(words, ("any",)) for words in names.dates]
        return self.table_over(name, options or [("1", ("any",))], record)

    def table_over(
        self, name: str, options: list[tuple[str, tuple[str, ...]]], record: str
    ) -> Part:
        """A table with one or two columns, each with its blocks of values."""
        columns = [self.pick(options) for _ in range(self.number_from(1, 2))]
        target, results = self.target(name, record)
        is_first = self.chance(40)
        rows = [[cell] for cell in columns[0][1]]
        for _, cells in columns[1:]:
            rows = [[*row, cell] for row in rows for cell in cells]
        if is_first:
            rows = [[self.pick((cell, "any")) for cell in row] for row in rows]
        rows = self.some(rows, 1, 9)
        parts = [f"{', '.join(row)} -> {self.pick(results)}" for row in rows]
        policy = ("first match",) if is_first else self.some((["unique"], []), 1, 1)[0]
        over = ", ".join(words for words, _ in columns)
        return Block(f"table {name} of {over} -> {target}", (*policy, *parts), is_first)

    def target(self, name: str, record: str) -> tuple[str, tuple[str, ...]]:
        """What a table gives; its name is kept."""
        names = self.of_record[record] if record else self.whole
        match self.pick(("level", "level", "whole", "number", "percent", "yes or no")):
            case "whole":
                names.numbers.append(name)
                return "whole", ("0", "2", "-1")
            case "number":
                names.numbers.append(name)
                return "number", ("0.5", "3")
            case "percent":
                names.percents.append(name)
                return "percent", ("0", "62.5")
            case "yes or no":
                choices = YES_NO._replace(may_be_not_applicable=True)
                names.choices.append(Named(name, choices))
                return "yes or no", YES_NO.ids
        names.levels.append(Level(name, "rating"))
        return "rating", self.scales["rating"]
