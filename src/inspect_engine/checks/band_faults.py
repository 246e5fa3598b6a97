"""Mistakes in bands other than gaps and overlaps."""

from inspect_engine.diagnostics.diagnostic import Severity
from inspect_engine.diagnostics.fault import Fault


class BandOrder(Fault):
    """Bands that are not listed from low figures to high ones, or from high to low.

    It changes no rating, since each band says where it begins and ends. But readers
    take a list of bands for a ladder, and miss a step that stands elsewhere.

    Wrong:

    ```inspect
    scale rating { 0 poor  1 fair  2 good }
    bands score: whole 0 to 9 -> rating { 0 to 2 poor  7 to 9 good  3 to 6 fair }
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 fair  2 good }
    bands score: whole 0 to 9 -> rating { 0 to 2 poor  3 to 6 fair  7 to 9 good }
    ```
    """

    code = "BAND-ORDER"
    severity = Severity.NOTE
    message = "The band «{band}» of «{bands}» stands after «{before}»."
    label = "out of order"
    hints = ("list the bands from low to high",)
    band: str
    bands: str
    before: str


class BandLevels(Fault):
    """Bands whose levels neither rise nor fall with the figures.

    Each level has one band, and higher figures earn better levels, or worse ones, but
    for this band. Mostly two levels have changed places.

    Wrong:

    ```inspect
    scale rating { 0 poor  1 fair  2 good }
    bands score: whole 0 to 9 -> rating { 0 to 2 poor  3 to 6 good  7 to 9 fair }
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 fair  2 good }
    bands score: whole 0 to 9 -> rating { 0 to 2 poor  3 to 6 fair  7 to 9 good }
    ```
    """

    code = "BAND-LEVELS"
    severity = Severity.WARNING
    message = (
        "In «{bands}», the band «{band}» gives «{level}», {verb} than «{before}» below"
        " it, while the levels {other} otherwise."
    )
    label = "out of step"
    hints = ("change the level", "list the levels of the scale from worst to best")
    bands: str
    band: str
    level: str
    verb: str
    before: str
    other: str


class BandUnreachable(Fault):
    """A band that no figure can fall into.

    The level that it gives would never be reached by it. Figures are rounded before
    they are banded, so a band that holds no rounded figure holds none at all.

    Wrong:

    ```inspect
    scale rating { 0 poor  1 good }
    bands share: percent -> rating {
      round half up to nearest 5
      below 50 poor
      50 to 100 good
      above 55 to below 60 good
    }
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 good }
    bands share: percent -> rating {
      round half up to nearest 5
      below 50 poor
      50 to 100 good
    }
    ```
    """

    code = "BAND-UNREACHABLE"
    severity = Severity.WARNING
    message = "No figure falls into the band «{band}» of «{bands}»: {why}."
    label = "never reached"
    hints = ("widen the band", "leave it out")
    band: str
    bands: str
    why: str


class LevelWithoutBand(Fault):
    """A level of the scale that no band gives.

    Nobody can earn that level through these bands, however good or bad the figure.
    Bands for two levels only are a threshold: for them it is no more than a note.

    Wrong:

    ```inspect
    scale rating { 0 poor  1 fair  2 good  3 great }
    bands score: whole 0 to 9 -> rating { 0 to 4 poor  5 to 7 good  8 to 9 great }
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 good  2 great }
    bands score: whole 0 to 9 -> rating { 0 to 4 poor  5 to 7 good  8 to 9 great }
    ```
    """

    code = "LEVEL-WITHOUT-BAND"
    severity = Severity.WARNING
    message = "No band of «{bands}» gives the level «{level}» of the scale «{scale}»."
    label = "gives no «{level}»"
    hints = ("add a band for «{level}»", "use a scale without that level")
    bands: str
    level: str
    scale: str


class BandOutside(Fault):
    """A band that reaches past the figures that are measured.

    Either the band or the extent of the bands has a slip in it, and both decide
    ratings.

    Wrong:

    ```inspect
    scale rating { 0 poor  1 good }
    bands score: whole 0 to 21 -> rating { 0 to 10 poor  11 to 24 good }
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 good }
    bands score: whole 0 to 21 -> rating { 0 to 10 poor  11 to 21 good }
    ```
    """

    code = "BAND-OUTSIDE"
    message = "The band «{band}» reaches past «{extent}», which «{bands}» measures."
    label = "past {end}"
    hints = ("end the band at {end}", "measure more figures")
    band: str
    extent: str
    bands: str
    end: str


class BandEndsNotRounded(Fault):
    """A band whose end is no figure that the declared rounding can give.

    Figures are rounded first, so an end of 64.5 with whole figures divides where
    nobody would look for it: 64 is below and 65 above, and 64.6 is above as well.

    Wrong:

    ```inspect
    scale rating { 0 poor  1 good }
    bands share: percent -> rating {
      round half up to whole
      below 64.5 poor
      64.5 and over good
    }
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 good }
    bands share: percent -> rating {
      round half up to whole
      below 65 poor
      65 and over good
    }
    ```
    """

    code = "BAND-ENDS-NOT-ROUNDED"
    severity = Severity.WARNING
    message = (
        "The band «{band}» of «{bands}» ends between figures: they are rounded"
        " {rounding} before they are banded."
    )
    label = "{end} is no rounded figure"
    hints = ("write an end that rounding can give", "band exact figures")
    band: str
    bands: str
    rounding: str
    end: str


class ShownContradicts(Fault):
    """A figure that is printed as one band's and rated as another's.

    Readers hold the printed figure against the printed bands, and find the rating
    wrong.

    Wrong:

    ```inspect
    scale rating { 0 poor  1 good }
    bands share: percent -> rating {
      exact
      shown half up to whole
      below 65 poor
      65 and over good
    }
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 good }
    bands share: percent -> rating {
      round half up to whole
      below 65 poor
      65 and over good
    }
    ```
    """

    code = "SHOWN-CONTRADICTS"
    severity = Severity.WARNING
    message = (
        "By «{bands}», {count} is shown as {shown} but rated «{rated}», not «{looks}»."
    )
    label = "a figure shown as {shown} looks like this band's"
    hints = ("band the figure that is shown", "show a figure that is not rounded")
    bands: str
    count: str
    shown: str
    rated: str
    looks: str


class ScoreExtent(Fault):
    """Score bands made for more or fewer standards than there are.

    Seven standards of 0 to 3 reach 21, eight reach 24: what is left over has no
    rating, or the best ratings ask for more than there is.

    Wrong:

    ```inspect
    scale rating { 0 poor  1 good }
    bands total: whole 0 to 1 -> rating { 0 poor  1 good }
    standard A "One" { judged on rating }
    standard B "One" { judged on rating }
    overall { score sum of standards  rating score by total }
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 good }
    bands total: whole 0 to 2 -> rating { 0 to 1 poor  2 good }
    standard A "One" { judged on rating }
    standard B "One" { judged on rating }
    overall { score sum of standards  rating score by total }
    ```
    """

    code = "SCORE-EXTENT"
    message = (
        "The sum of {count} goes from {low} to {high}, but «{bands}» measures {extent}."
    )
    label = "these bands are for {extent}"
    hints = ("measure {low} to {high}", "sum other standards")
    count: str
    low: str
    high: str
    bands: str
    extent: str
