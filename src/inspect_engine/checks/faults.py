"""Mistakes in what rules do, found without any case."""

from inspect_engine.diagnostics.fault import Fault


class BandGap(Fault):
    """A figure that no band covers.

    An inspection that lands in the gap gets no rating. Most gaps lie between whole
    numbers: 64 and 65 leave out 64.3, unless figures are rounded before they are
    banded.

    Wrong:

    ```inspect
    scale rating { 0 poor  1 good }
    bands case_percent: percent -> rating {
      exact
      up to 64 poor
      65 and over good
    }
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 good }
    bands case_percent: percent -> rating {
      round half up to whole
      up to 64 poor
      65 and over good
    }
    ```
    """

    code = "BAND-GAP"
    message = "No band of «{bands}» covers figures {where}."
    label = "{label_text}"
    hints = ("example: {example}", "add «{rounding}»", "write «{closed}»", "{extend}")
    bands: str
    where: str
    label_text: str = ""
    example: str = ""
    rounding: str = ""
    closed: str = ""
    extend: str = ""
    figure: str = ""


class BandOverlap(Fault):
    """A figure that two bands claim.

    Nobody could say which of the two ratings an inspection there has.

    Wrong:

    ```inspect
    scale rating { 0 poor  1 good }
    bands score: whole 0 to 9 -> rating {
      0 to 5 poor
      5 to 9 good
    }
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 good }
    bands score: whole 0 to 9 -> rating {
      0 to 4 poor
      5 to 9 good
    }
    ```
    """

    code = "BAND-OVERLAP"
    message = "Two bands of «{bands}» cover {where}: «{first}» and «{second}»."
    label = "«{second}» starts within «{first}»"
    hints = ("example: {example}", "end the one before the other starts")
    bands: str
    where: str
    first: str
    second: str
    example: str = ""
    figure: str = ""
