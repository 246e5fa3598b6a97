r"""Patterns of names, matched in a time that nobody's pattern can make long.

Python's own expressions go back and try again, and a pattern such as `(a+)+b` can keep
them busy for years. Here all the places in a pattern that a name may have reached are
followed side by side, letter by letter. A pattern has at most `MOST_STATES` places and
a name at most `LONGEST_NAME` letters, so that no match takes more than their product.

What a pattern can say: letters and figures as they are, `.`, `[a-z]`, `[^a-z]`, `\d`,
`\w`, `\s` and their opposites, groups, `|`, `*`, `+`, `?` and `{2,5}`.
"""

from collections.abc import Callable

from inspect_engine.shapes import shape

LONGEST_PATTERN = 200
LONGEST_NAME = 1000
MOST_STATES = 2000
MOST_TIMES = 100
DEEPEST = 20
MOST_STEPS = 10_000
"""So many steps are remembered, before they are worked out again."""

Test = Callable[[str], bool]


class PatternError(Exception):
    """A pattern that cannot be read, with the reason in words."""


@shape
class _Machine:
    """States by number: a test leads on, and free steps lead further at once."""

    tests: "list[tuple[Test, int] | None]"
    free: "list[list[int]]"

    def new(self, test: Test | None = None, to: int = 0) -> int:
        """One state more."""
        if len(self.tests) >= MOST_STATES:
            raise PatternError("it repeats too much, and would take too long to match")
        self.tests.append((test, to) if test else None)
        self.free.append([])
        return len(self.tests) - 1

    def closed(self, states: set[int]) -> frozenset[int]:
        """The states with all that free steps lead to."""
        waiting, found = list(states), set(states)
        while waiting:
            new = set(self.free[waiting.pop()]) - found
            found |= new
            waiting += new
        return frozenset(found)


class Pattern:
    """A pattern that whole names match, or do not."""

    def __init__(self, written: str) -> None:
        self.written = written
        if len(written) > LONGEST_PATTERN:
            raise PatternError(f"it is longer than {LONGEST_PATTERN} signs")
        self._machine = _Machine([], [])
        self._end = self._machine.new()
        tree = _Reader(written).whole()
        self._start = self._machine.closed({tree(self._machine, self._end)})
        self._steps: dict[tuple[frozenset[int], str], frozenset[int]] = {}

    def matches(self, name: str) -> bool:
        """Whether the whole of a name is as the pattern says."""
        if len(name) > LONGEST_NAME:
            return False
        states = self._start
        for letter in name:
            states = self._step(states, letter)
        return self._end in states

    def _step(self, states: frozenset[int], letter: str) -> frozenset[int]:
        known = self._steps.get((states, letter))
        if known is None:
            tests = (self._machine.tests[state] for state in states)
            reached = {test[1] for test in tests if test and test[0](letter)}
            known = self._machine.closed(reached)
            if len(self._steps) >= MOST_STEPS:
                self._steps.clear()
            self._steps[states, letter] = known
        return known


Tree = Callable[[_Machine, int], int]
"""A part of a pattern: given where it is to lead, the state it begins in."""


class _Reader:
    """The state of reading one pattern."""

    def __init__(self, written: str) -> None:
        self.written = written
        self.at = 0
        self.depth = 0

    @property
    def here(self) -> str:
        return self.written[self.at : self.at + 1]

    def whole(self) -> Tree:
        tree = self.choice()
        if self.here:
            raise PatternError(f"«{self.here}» closes nothing")
        return tree

    def choice(self) -> Tree:
        options = [self.sequence()]
        while self.here == "|":
            self.at += 1
            options.append(self.sequence())
        return options[0] if len(options) == 1 else _any_of(options)

    def sequence(self) -> Tree:
        parts: list[Tree] = []
        while self.here not in ("", "|", ")"):
            parts.append(self.repeated(self.atom()))
        return _one_after_another(parts)

    def atom(self) -> Tree:
        sign = self.take()
        match sign:
            case "(":
                return self.group()
            case "[":
                return _letter(self.letters())
            case "\\":
                return _letter(self.escaped())
            case ".":
                return _letter(lambda _: True)
            case "^" | "$":
                raise PatternError(f"«{sign}» is not needed: names match as a whole")
            case "*" | "+" | "?" | "{":
                raise PatternError(f"«{sign}» repeats nothing")
        return _letter(lambda letter: letter == sign)

    def group(self) -> Tree:
        if self.here == "?" and self.written[self.at : self.at + 2] != "?:":
            raise PatternError("«(?» begins what is not for names")
        self.at += 2 if self.here == "?" else 0
        self.depth += 1
        if self.depth > DEEPEST:
            raise PatternError("its brackets are nested too deep")
        tree = self.choice()
        if not self.here:
            raise PatternError("a bracket «(» is not closed")
        self.depth -= 1
        self.at += 1
        return tree

    def repeated(self, tree: Tree) -> Tree:
        sign = self.here
        if sign not in ("*", "+", "?", "{") or not sign:
            return tree
        self.at += 1
        low, high = self.times() if sign == "{" else _TIMES[sign]
        if self.here and self.here in "*+?{":
            raise PatternError(f"«{sign}{self.here}» repeats what is repeated already")
        return _repeat(tree, low, high)

    def times(self) -> tuple[int, int | None]:
        inner, closed, _ = self.written[self.at :].partition("}")
        low, comma, high = inner.partition(",")
        numbers = [one for one in (low, high) if one]
        if not (closed and low) or not all(map(_is_times, numbers)):
            raise PatternError("«{» wants numbers up to 100, as in {2,5}, and «}»")
        self.at += len(inner) + 1
        least = int(low)
        most = int(high) if high else None if comma else least
        if most is not None and most < least:
            raise PatternError("the second number in «{}» is smaller than the first")
        return least, most

    def letters(self) -> Test:
        """What is listed in square brackets."""
        is_not = self.here == "^"
        self.at += is_not
        tests: list[Test] = []
        while self.here != "]" or not tests:
            tests.append(self.letter_or_range())
        self.at += 1
        return lambda letter: is_not != any(test(letter) for test in tests)

    def letter_or_range(self) -> Test:
        first = self.take("a bracket «[» is not closed")
        if first == "\\":
            if self.here in _KINDS or not self.here:
                return self.escaped()
            first = self.take()
        following = self.written[self.at : self.at + 2]
        if following[:1] != "-" or following in ("-", "-]"):
            return lambda letter: letter == first
        self.at += 1
        last = self.take()
        last = self.take() if last == "\\" else last
        if last < first:
            raise PatternError(f"«{first}-{last}» runs backwards")
        return lambda letter: first <= letter <= last

    def escaped(self) -> Test:
        sign = self.take("«\\» ends it")
        if sign in _KINDS:
            return _KINDS[sign]
        if sign.isalnum():
            raise PatternError(f"«\\{sign}» is not known here")
        return lambda letter: letter == sign

    def take(self, problem: str = "it ends too early") -> str:
        sign = self.here
        if not sign:
            raise PatternError(problem)
        self.at += 1
        return sign


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


_KINDS: dict[str, Test] = {
    "d": str.isdecimal,
    "D": lambda letter: not letter.isdecimal(),
    "w": _is_word,
    "W": lambda letter: not _is_word(letter),
    "s": str.isspace,
    "S": lambda letter: not letter.isspace(),
}
_TIMES: dict[str, tuple[int, int | None]] = {
    "*": (0, None),
    "+": (1, None),
    "?": (0, 1),
}


def _is_times(text: str) -> bool:
    return text.isascii() and text.isdecimal() and int(text[:4]) <= MOST_TIMES


def _letter(test: Test) -> Tree:
    return lambda machine, to: machine.new(test, to)


def _one_after_another(parts: list[Tree]) -> Tree:
    def build(machine: _Machine, to: int) -> int:
        for part in reversed(parts):
            to = part(machine, to)
        return to

    return build


def _any_of(options: list[Tree]) -> Tree:
    def build(machine: _Machine, to: int) -> int:
        start = machine.new()
        machine.free[start] += [option(machine, to) for option in options]
        return start

    return build


def _repeat(tree: Tree, low: int, high: int | None) -> Tree:
    def build(machine: _Machine, to: int) -> int:
        if high is None:
            to = _often(machine, tree, to)
        else:
            end = to
            for _ in range(high - low):
                state = machine.new()
                machine.free[state] += [tree(machine, to), end]
                to = state
        for _ in range(low):
            # A state each time, so that also repeating nothing is counted.
            state = machine.new()
            machine.free[state].append(tree(machine, to))
            to = state
        return to

    return build


def _often(machine: _Machine, tree: Tree, to: int) -> int:
    loop = machine.new()
    machine.free[loop] += [tree(machine, loop), to]
    return loop
