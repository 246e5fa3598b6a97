"""Did you mean: the known name that a misspelt word is nearest to.

Runs only when a name was not found, so it favours plainness over speed.
"""

from collections.abc import Iterable

LONGEST = 80
"""A longer word is a missing quote rather than a misspelling."""

SHORTEST_PREFIX = 4
"""A start of fewer letters says too little about the whole."""

_LOOK_ALIKES = str.maketrans("01i|- ", "olll__") | str.maketrans(
    # Cyrillic and Greek letters that come along with text from elsewhere.
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u03bf\u03b1",
    "aeopcyxloa",
)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known name that was probably meant, or nothing when none is near.

    The fewest changed, missing, extra or swapped letters win, where case, look-alike
    letters and hyphens cost little; then a name as long as the word, so that «1.1b»
    is nearer to «1.1a» than to «1.1»; then the alphabet. A word of one or two
    letters is near only to itself in another guise. Where no name is near, the only
    one that begins with the word is taken.
    """
    if not 0 < len(word) <= LONGEST:
        return ""
    names = sorted({name for name in known if name and name != word})
    wanted = _folded(word)
    bound = min(len(wanted) // 3, 3)
    ranked = [
        (
            distance,
            _distance(word, name, LONGEST),
            abs(len(word) - len(name)),
            name,
        )
        for name in names
        if (distance := _distance(wanted, _folded(name), bound)) <= bound
    ]
    return min(ranked)[-1] if ranked else _continued(wanted, names)


def _continued(wanted: str, names: list[str]) -> str:
    longer = [name for name in names if _folded(name).startswith(wanted)]
    return longer[0] if len(longer) == 1 and len(wanted) >= SHORTEST_PREFIX else ""


def _folded(word: str) -> str:
    from unicodedata import normalize

    return normalize("NFKC", word).casefold().translate(_LOOK_ALIKES)


def _distance(one: str, two: str, bound: int) -> int:
    """Edits between two words, a swap of neighbours being one; stops past `bound`."""
    if abs(len(one) - len(two)) > bound:
        return bound + 1
    before: list[int] = []
    last = list(range(len(two) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, other in enumerate(two, 1):
            cost = min(
                last[column] + 1,
                line[-1] + 1,
                last[column - 1] + (letter != other),
            )
            if _is_swap(one, two, row, column):
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        if min(line) > bound:
            return bound + 1
        before, last = last, line
    return last[-1]


def _is_swap(one: str, two: str, row: int, column: int) -> bool:
    return (
        row > 1
        and column > 1
        and one[row - 1] == two[column - 2]
        and one[row - 2] == two[column - 1]
    )
