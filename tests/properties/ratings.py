"""Lets, standards, the whole and discretion, drawn on what was declared before."""

from tests.properties.foundations import QUALITY, Foundations
from tests.properties.made import Block, Made, Part, Slot
from tests.properties.symbols import ASKED, YES_NO, Answered, Choices, Level


class Ratings(Foundations):
    """Draws what ratings are made of."""

    judged: dict[str, Slot]
    decided: dict[str, Slot]
    by_standard: dict[str, list[Answered]]

    def methodology(self) -> Made:
        """All of it, from the ground up."""
        self.judged, self.decided = {}, {}
        self.by_standard = {}
        self.add_scales()
        self.add_bands()
        self.add_answers()
        self.add_inputs()
        self.add_parameters()
        self.add_records()
        self.add_lets("early", self.number_from(0, 2))
        self.add_standards()
        self.is_late = True
        self.add_lets("late", self.number_from(0, 3))
        if self.chance(80):
            self.add_overall()
        self.add_discretions()
        self.add_remarks()
        return Made(
            tuple(self.declared),
            tuple(self.records.values()),
            self.inputs,
            self.judged,
            self.decided,
        )

    # --- lets ---------------------------------------------------------------------

    def add_lets(self, prefix: str, count: int) -> None:
        """Named values of every kind, and tables."""
        for place in range(count):
            name = f"{prefix}{place}"
            kinds = ("figure", "percent", "condition", "level", "table", "date")
            match self.pick(kinds):
                case "percent":
                    part = self.percent(self.here())
                    if self.chance(30):
                        part = f"({part} rounded {self.rounding()})"
                    self.declared.append(f"let {name} = {part}")
                    self.whole.percents.append(name)
                case "condition":
                    self.declared.append(f"let {name} = {self.condition(self.here())}")
                    self.whole.conditions.append(name)
                case "level":
                    self.declared.append(f'let {name} "Level" = {self.any_level()}')
                    self.whole.levels.append(Level(name, "rating"))
                case "table":
                    self.declared.append(self.table(name))
                case "date" if self.whole.dates:
                    self.declared.append(f"let {name} = {self.pick(self.whole.dates)}")
                    self.whole.dates.append(name)
                case _:
                    self.declared.append(f"let {name} = {self.figure(self.here(), 2)}")
                    self.whole.numbers.append(name)

    def any_level(self) -> str:
        """A level of the scale with scores, sometimes over records."""
        of_records = [
            (record, one.words)
            for record, names in self.of_record.items()
            for one in names.levels
            if one.scale == "rating"
        ]
        if of_records and self.chance(40):
            record, words = self.pick(of_records)
            function = self.pick(("lowest", "highest"))
            where = self.where(self.inside(record), 40)
            return f"{function} of {words} over {self.plurals[record]}{where}"
        if self.is_late and self.is_one_scale() and self.chance(40):
            return f"{self.pick(('lowest', 'highest'))} of {self.standards_here()}"
        return self.level("rating")

    def is_one_scale(self) -> bool:
        """Whether all counted standards stand on the scale with scores."""
        return bool(self.counted) and {one.scale for one in self.counted} == {"rating"}

    def standards_here(self) -> str:
        """All standards, or those of the domain where some of it count."""
        is_of_domain = self.in_domain and self.chance(40)
        return "standards of domain D1" if is_of_domain else "standards"

    # --- standards ----------------------------------------------------------------

    def add_standards(self) -> None:
        """Some standards, in a domain or not."""
        made = [self.standard(f"S{place}") for place in range(self.number_from(1, 3))]
        inside = self.some(made, 0, len(made))
        names = [one.head.split()[1] for one in inside]
        self.in_domain = [one for one in self.counted if one.words in names]
        if inside:
            parts: tuple[Part, ...] = ('statement "what it is about"', *inside)
            self.declared.append(Block('domain D1 "First"', parts))
        self.declared += [one for one in made if one not in inside]

    def standard(self, name: str) -> Block:
        """One standard, rated in one of many ways."""
        kinds = (
            "judged",
            "lowest",
            "lowest",
            "mixed",
            "share",
            "score",
            "any",
            "unrated",
        )
        kind = self.pick(kinds)
        parts: list[Part] = []
        self.by_standard[name] = []
        scale = "rating"
        match kind:
            case "judged":
                scale = self.pick(sorted(self.scales))
                parts.append(f"judged on {scale}")
                self.judged[name] = Slot(self.scales[scale])
            case "unrated":
                parts += ["unrated", self.key_question(name, 0)]
            case "any":
                parts.append(f"rating {self.level('rating')}")
            case "score":
                bands = [
                    b for b, (measure, _) in self.bands.items() if measure != "percent"
                ]
                figure = self.figure(self.here(), 1)
                if not bands:
                    parts += [f"score {figure}", f"rating {self.level('rating')}"]
                else:
                    parts += [f"score {figure}", f"rating score by {self.pick(bands)}"]
                if self.chance(50):
                    parts.append(self.score_limit())
            case _:
                parts += self.asked_standard(name, kind)
        if kind != "unrated":
            parts += self.rule_parts(scale)
            self.decided[name] = Slot(self.scales[scale])
            self.whole.levels.append(Level(f"standard {name}", scale))
            if self.chance(20):
                parts.append("not counted")
            else:
                self.counted.append(Level(name, scale))
                if self.chance(20):
                    parts.append(f"weight {self.number_from(1, 3)}")
        if self.chance(15):
            parts.append(f'characteristic {self.scales[scale][0]} "how it looks"')
            parts = [
                part
                for part in parts
                if kind != "unrated" or "charact" not in str(part)
            ]
        return Block(f'standard {name} "Standard {name}"', tuple(parts))

    def asked_standard(self, name: str, kind: str) -> list[Part]:
        """A standard rated on key questions of records."""
        record = self.pick(sorted(self.records))
        parts: list[Part] = [f"asked of {record}"] if record != "case" else []
        for place in range(self.number_from(1, 3)):
            parts.append(self.key_question(name, place, record))
        if self.chance(20):
            parts.append(self.question_set(name, record))
        if self.chance(20):
            pooled = self.poolable(name)
            if pooled:
                ids = ", ".join(one.id for one in pooled)
                block = Block(f'key question {name}.p "Pooled"', (f"pools {ids}",))
                parts.append(block)
        if kind == "mixed":
            parts.append(f'key question {name}.j "Judged" {{ judged on rating }}')
            self.judged[f"{name}.j"] = Slot(self.scales["rating"])
            words = f"key question {name}.j"
            self.whole.levels.append(Level(words, "rating"))
        if self.chance(20):
            self.ask(f"{name}.x", record, ASKED)
            parts.append(f'question {name}.x "More?"')
        bands = self.pick(
            [b for b, (measure, _) in self.bands.items() if measure == "percent"]
        )
        if kind == "share":
            first = self.by_standard[name][0]
            choice = self.pick(first.choices.ids)
            parts.append(f"rating percent of {choice} to {first.id} by {bands}")
        else:
            function = self.pick(("lowest", "lowest", "highest"))
            over = self.pick(("key questions", f"key questions of standard {name}"))
            parts.append(f"rating {function} of {over} by {bands}")
        return parts

    def poolable(self, name: str) -> list[Answered]:
        """Questions whose answers may be put together."""
        same = [one for one in self.by_standard[name] if one.choices.ids == YES_NO.ids]
        return self.some(same, 1, 2) if same else []

    def key_question(self, standard: str, place: int, record: str = "") -> Part:
        """A key question: plain, with conditions, with prompts, or derived."""
        record = record or self.pick(sorted(self.records))
        name = f"{standard}.{place}"
        parts: list[Part] = (
            [f"asked of {record}"] if self.chance(30) or record != "case" else []
        )
        choices: Choices = ASKED
        if "quality" in self.answers and self.chance(20):
            choices = QUALITY
            parts.append("answered by quality")
        if self.chance(40):
            parts.append(f"asked when {self.condition(self.inside(record))}")
        if self.chance(20):
            parts.append("always applicable")
            choices = choices._replace(may_be_not_applicable=False)
        is_derived = choices.ids == YES_NO.ids and self.chance(25)
        self.by_standard[standard].append(Answered(name, record, choices))
        if is_derived:
            parts += self.derived_answer(name, record)
        elif self.chance(15):
            parts.append(self.prompt(name, "a", record))
            when = f"{name} is yes and none of prompts are yes"
            when = "any of prompts are yes" if choices is not ASKED else when
            parts.append(f'note "odd" when {when}')
        self.ask(name, record, choices, is_given=not is_derived)
        head = f'key question {name} "Is {name} so?"'
        return Block(head, tuple(parts), is_ordered=is_derived)

    def derived_answer(self, name: str, record: str) -> list[Part]:
        """Prompts, and the clauses that make an answer of them."""
        count = self.number_from(1, 3)
        parts: list[Part] = [self.prompt(name, key, record) for key in "abc"[:count]]
        quantity = self.pick(("all", "any", "none", f"at least {count}", "at most 1"))
        clause = f"yes when {quantity} of prompts are yes"
        if self.chance(40):
            clause = f"yes when ({quantity} of prompts are yes) and prompt a is not no"
        if self.chance(50):
            return [*parts, clause, "otherwise no"]
        return [*parts, clause]

    def prompt(self, question: str, key: str, record: str) -> Part:
        """One prompt."""
        name = question + key
        condition = self.condition(self.inside(record)) if self.chance(25) else ""
        self.ask(name, record, ASKED)
        if condition:
            return Block(f'prompt {key} "Prompt?"', (f"asked when {condition}",))
        return f'prompt {key} "Prompt?"'

    def question_set(self, standard: str, record: str) -> Part:
        """Questions that go together under a condition."""
        condition = self.condition(self.inside(record))
        name = f"{standard}.s"
        self.by_standard[standard].append(Answered(name, record, ASKED))
        self.ask(name, record, ASKED)
        inner = (f'key question {name} "In the set?" {{ asked of {record} }}',)
        return Block(f'question set {standard}.set "Set" when {condition}', inner)

    # --- rules --------------------------------------------------------------------

    def rule_parts(self, scale: str) -> list[Part]:
        """Limits, adjustments, and what is done with members not rated."""
        parts: list[Part] = []
        for _ in range(self.number_from(0, 2) if self.chance(60) else 0):
            bound = self.pick(("at most", "at least"))
            when = f" when {self.condition(self.here())}" if self.chance(70) else ""
            because = ' because "so it is"' if self.chance(20) else ""
            parts.append(f"limit {bound} {self.bound(scale)}{when}{because}")
        if self.chance(25):
            steps = tuple(self.step(scale) for _ in range(self.number_from(1, 3)))
            parts.append(Block("adjust in order", steps, True))
        if self.chance(20):
            level = self.pick(self.scales[scale])
            instead = self.pick(("leave out", "not rated", f"count as {level}"))
            parts.append(f"when not rated: {instead}")
        return parts

    def bound(self, scale: str) -> str:
        """A level to keep to."""
        named = [one.words for one in self.whole.levels if one.scale == scale]
        if named and self.chance(30):
            return self.pick(named)
        return self.pick(self.scales[scale])

    def step(self, scale: str) -> str:
        """One step of an adjustment."""
        when = f" when {self.condition(self.here())}" if self.chance(60) else ""
        amount = self.pick(("1 level", "2 levels"))
        bound = self.bound(scale)
        steps = (
            f"raise by {amount}",
            f"lower by {amount}",
            f"keep at most {bound}",
            f"keep at least {bound}",
            f"set to {bound}",
        )
        return self.pick(steps) + when

    def score_limit(self) -> str:
        """A limit on a score."""
        bound = self.pick(("at most", "at least"))
        when = f" when {self.condition(self.here())}" if self.chance(50) else ""
        return f"limit score {bound} {self.figure(self.here(), 0)}{when}"

    def add_overall(self) -> None:
        """The rating of the whole."""
        bands = [b for b, (measure, _) in self.bands.items() if measure != "percent"]
        parts: list[Part] = []
        function = self.pick(("lowest", "highest"))
        if self.is_one_scale() and self.chance(60) and bands:
            words = ("sum", "mean", "median", "weighted sum", "weighted mean")
            over = self.standards_here()
            parts.append(f"score {self.pick(words)} of {over}")
            parts.append(f"rating score by {self.pick(bands)}")
            if self.chance(20):
                parts.append(self.score_limit())
        elif self.is_one_scale() and self.chance(60):
            parts.append(f"rating {function} of {self.standards_here()}")
        elif self.chance(30):
            parts.append("judged on rating")
            self.judged["overall"] = Slot(self.scales["rating"])
        else:
            parts.append(f"rating {self.any_level()}")
        parts += self.rule_parts("rating")
        self.decided["overall"] = Slot(self.scales["rating"])
        self.declared.append(Block('overall "All in all"', tuple(parts)))

    # --- the rest -----------------------------------------------------------------

    def add_discretions(self) -> None:
        """Discretion on some targets, each once."""
        on_all = "standards of domain D1" if self.in_domain else "standards"
        if self.chance(20):
            self.add_discretion(on_all if self.chance(70) else "standards")
        else:
            for target in sorted(self.decided):
                if target != "overall" and self.chance(40):
                    self.add_discretion(f"standard {target}")
        if "overall" in self.decided and self.chance(40):
            self.add_discretion("overall")

    def add_discretion(self, target: str) -> None:
        """Discretion on one target or several."""
        direction = self.pick(("", "up ", "down "))
        parts = [f"may move {direction}by {self.pick(('1 level', '2 levels'))}"]
        if self.chance(60):
            parts.append(f"when {', or '.join(self.some(self.triggers(), 1, 3))}")
        if self.chance(50):
            parts.append("needs reason, authority, date")
        self.declared.append(Block(f"discretion on {target}", tuple(parts)))

    def triggers(self) -> list[str]:
        """Circumstances that allow discretion; none that goes back to a rating."""
        inputs = [one for one in self.whole.choices if one.words.startswith("in")]
        found = [
            "within 5 points of a boundary",
            "one case would change the rating",
            "fewer than 3 relevant cases",
        ]
        for words, choices in inputs[:1]:
            found.append(f"{words} is {choices.ids[0]}")
        return found

    def add_remarks(self) -> None:
        """Notes and claims, which never change a rating."""
        if self.chance(20):
            self.declared.append('note "always said"')
        if "overall" in self.decided and self.chance(30):
            self.whole.levels.append(Level("overall", "rating"))
            self.add_lets("last", 1)
            self.declared.append('note "well done" when overall is at least good')
        if self.chance(30):
            condition = self.condition(self.here())
            self.declared.append(f'note "sometimes said" when {condition}')
            self.declared.append(self.claims(condition))

    def claims(self, condition: str) -> Block:
        """What an author claims of the rules."""
        tables = [
            one.head.split()[1]
            for one in self.declared
            if isinstance(one, Block) and one.head.startswith("table ")
        ]
        options = ["monotone", "complete", "complete bands shares"]
        options += [f"complete table {name}" for name in tables]
        options += [f"{word} {condition}" for word in ("always", "never", "possible")]
        options.append(f"monotone in {self.figure(self.here())}")
        return Block('property "claimed"', tuple(self.some(options, 1, len(options))))
