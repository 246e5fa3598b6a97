"""Scales and bands, drawn so that bands of every kind fit their scale."""

from hypothesis import strategies as st
from tests.properties.made import Block, Part
from tests.properties.phrases import MODES, Phrases

STEPS = {"whole": "1", "1 decimal place": "0.1", "nearest 5": "5"}


class ScalesAndBands(Phrases):
    """Draws the first declarations of a methodology."""

    def __init__(self, draw: st.DrawFn) -> None:
        """Begin with nothing declared."""
        super().__init__(draw)
        self.declared: list[Part] = []

    def add_scales(self) -> None:
        """One scale with scores, and sometimes one without."""
        count = self.number_from(3, 4)
        ids = ("inadequate", "weak", "good", "outstanding")[:count]
        self.scales["rating"] = ids
        self.scored.add("rating")
        levels = tuple(f'{place} {name} "{name}!"' for place, name in enumerate(ids))
        words = (*levels[:-1], levels[-1] + ' word "best" { guidance "rare" }')
        self.declared.append(Block('scale rating "Rating"', words, True))
        if self.chance(60):
            self.scales["grade"] = ("low_grade", "high_grade")
            self.declared.append(Block("scale grade", self.scales["grade"], True))

    def add_bands(self) -> None:
        """Bands of each measure."""
        self.percent_bands("shares")
        if self.chance(40):
            self.exact_bands("exact_shares")
        if self.chance(70):
            self.number_bands("points")
        if self.chance(40):
            self.whole_bands("counts")

    def ladder(self) -> list[str]:
        """Levels from the lowest figure to the highest: mostly upwards."""
        ids = list(self.scales["rating"])[: self.number_from(2, 4)]
        return ids[::-1] if self.chance(15) else ids

    def percent_bands(self, name: str) -> None:
        """Percents rounded first, with a step between the bands."""
        places = self.pick(sorted(STEPS))
        step = int(float(STEPS[places]) * 10)
        levels = self.ladder()
        cuts = self.cuts(len(levels) - 1, places)
        rows = [f"below {cuts[0]} {levels[0]}"]
        for low, high, level in zip(cuts, cuts[1:], levels[1:], strict=False):
            last = high * 10 - step
            end = str(last // 10) + (f".{last % 10}" if last % 10 else "")
            rows.append(f'{low} to {end} {level} "some"')
        rows.append(f"{cuts[-1]} and over {levels[-1]}")
        shown = ("shown half even to 1 decimal place",) if self.chance(30) else ()
        head = f"bands {name}: percent -> rating"
        parts = (f"round {self.pick(MODES)} to {places}", *shown, *rows)
        self.declared.append(Block(head, parts))
        self.bands[name] = ("percent", "rating")

    def cuts(self, count: int, places: str = "whole") -> list[int]:
        """Where bands begin, far enough from one another."""
        found = self.draw(st.sets(st.integers(1, 19), min_size=count, max_size=count))
        return [cut * 5 for cut in sorted(found)]

    def exact_bands(self, name: str) -> None:
        """Percents as they are, half-open, in every way to write the ends."""
        levels = self.ladder()
        cuts = self.cuts(len(levels) - 1)
        is_upper = self.chance(50)
        parts = ["exact"]
        parts.append(f"{'up to' if is_upper else 'below'} {cuts[0]} {levels[0]}")
        for low, high, level in zip(cuts, cuts[1:], levels[1:], strict=False):
            inside = f"above {low} to {high}" if is_upper else f"{low} to below {high}"
            parts.append(f"{inside} {level}")
        last = f"above {cuts[-1]}" if is_upper else f"{cuts[-1]} and over"
        parts.append(f"{last} {levels[-1]}")
        self.declared.append(Block(f"bands {name}: percent -> rating", tuple(parts)))
        self.bands[name] = ("percent", "rating")

    def number_bands(self, name: str) -> None:
        """Any number: below, exactly, between and above."""
        low, middle, high = "inadequate", "weak", "good"
        if self.chance(50):
            parts = (
                f"below 1 {low}",
                f"1 {middle}",
                f"above 1 to below 2.5 {middle}",
                f"2.5 and over {high}",
            )
        else:
            parts = (
                f"round {self.pick(MODES)} to whole",
                f"up to 0 {low}",
                f"1 to 2 {middle}",
                f"3 and over {high}",
            )
        self.declared.append(Block(f"bands {name}: number -> rating", parts))
        self.bands[name] = ("number", "rating")

    def whole_bands(self, name: str) -> None:
        """Whole numbers within an extent."""
        extent = self.pick(("0 to 9", "0 and over"))
        last = "4 to 9" if extent == "0 to 9" else "4 and over"
        parts = ("0 to 1 inadequate", "2 weak", "3 weak", f"{last} good")
        self.declared.append(Block(f"bands {name}: whole {extent} -> rating", parts))
        self.bands[name] = ("whole", "rating")
