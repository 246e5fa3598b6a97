"""Figures as readers see them: exact where decimals end, marked where they do not."""

import datetime
from fractions import Fraction

from inspect_engine.evaluation.outcome import FigureOutcome, State
from inspect_engine.model.semantics import Rounding, plain

_HUNDREDTHS = Rounding("half up", Fraction(1, 100))
_TENTHS = Rounding("half up", Fraction(1, 10))
_WHOLES = Rounding("half up", Fraction(1))
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def decimal(figure: Fraction) -> str:
    """«43», «64.6»; with «~» before it where the decimals would not end."""
    exact = plain(figure)
    return f"~{plain(_HUNDREDTHS.apply(figure))}" if "/" in exact else exact


def quantity(figure: Fraction, unit: str) -> str:
    """A figure in its unit; percents are shares of one."""
    match unit:
        case "percent":
            return f"{_one_place(figure * 100)}%"
        case "days":
            return f"{decimal(figure)} {'day' if figure == 1 else 'days'}"
        case "date" if figure.denominator == 1:
            return date(datetime.date.fromordinal(figure.numerator))
    return decimal(figure)


def _one_place(figure: Fraction) -> str:
    """«85.7», «50.0»: how a percent is printed whose rules declare no rounding."""
    text = plain(_TENTHS.apply(figure))
    return text if "." in text else f"{text}.0"


def shares_between(lowest: Fraction, highest: Fraction) -> str:
    """The ends between which an open share lies, in whole percent: «43 to 52%»."""
    ends = [plain(_WHOLES.apply(share * 100)) for share in (lowest, highest)]
    return f"{' to '.join(dict.fromkeys(ends))}%"


def figure_words(figure: FigureOutcome) -> str:
    """A named figure: what it is, between what it lies, or that there is none."""
    if figure.exact is not None:
        return quantity(figure.exact, figure.unit)
    if figure.state is State.NOT_RATED:
        return "none"
    low, high = figure.lowest, figure.highest
    if low is not None and high is not None:
        return f"{quantity(low, figure.unit)} to {quantity(high, figure.unit)}"
    if low is not None:
        return f"at least {quantity(low, figure.unit)}"
    return "open" if high is None else f"at most {quantity(high, figure.unit)}"


def padded(score: Fraction, highest: Fraction | None) -> str:
    """A score as wide as the most that can be scored: «03» of 21."""
    text = decimal(score)
    is_whole = highest is not None and score.denominator == highest.denominator == 1
    return text.zfill(len(decimal(highest))) if highest and is_whole else text


def date(day: datetime.date) -> str:
    """«12 August 2024», the same in every locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
