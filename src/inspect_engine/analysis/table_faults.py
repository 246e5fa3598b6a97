"""Mistakes in decision tables."""

from inspect_engine.diagnostics.diagnostic import Severity
from inspect_engine.diagnostics.fault import Fault


class TableGap(Fault):
    """A combination that no row of a decision table fits.

    An inspection that lands there has no result. What is counted are combinations of
    the inputs that the columns are worked out from, where these can be listed, so two
    columns that hang together are not taken apart.

    Combinations with something not applicable or not rated are not asked for: without
    a row they have no result, which is mostly what is meant.

    Wrong:

    ```inspect
    input n: whole 0 to 9
    table large of n -> yes or no { up to 4 -> no  6 and over -> yes }
    ```

    Right:

    ```inspect
    input n: whole 0 to 9
    table large of n -> yes or no { up to 4 -> no  5 and over -> yes }
    ```
    """

    code = "TABLE-GAP"
    severity = Severity.WARNING
    message = "No row of the table «{table}» fits {how_many}."
    label = "leaves out {example}"
    hints = ("example: {example} has no result", "add a row", "end with a row of «any»")
    table: str
    how_many: str
    example: str


class TableOverlap(Fault):
    """A combination that two rows of a decision table fit.

    In a table without «first match» just one row may fit, or else nobody could say
    which of two results is meant. Where both rows have the same result it is no more
    than a note.

    Wrong:

    ```inspect
    input n: whole 0 to 9
    table large of n -> yes or no { up to 5 -> no  5 and over -> yes }
    ```

    Right:

    ```inspect
    input n: whole 0 to 9
    table large of n -> yes or no { up to 4 -> no  5 and over -> yes }
    ```
    """

    code = "TABLE-OVERLAP"
    message = "Two rows of the table «{table}» fit {example}."
    label = "also fits {example}"
    hints = ("example: {outcome}", "narrow one of the rows", "write «first match»")
    table: str
    example: str
    outcome: str


class RowMasked(Fault):
    """A row of a «first match» table that rows above it always come before.

    It looks like a rule and decides nothing.

    Wrong:

    ```inspect
    input n: whole 0 to 9
    table large of n -> yes or no { first match  up to 5 -> no  any -> yes  9 -> no }
    ```

    Right:

    ```inspect
    input n: whole 0 to 9
    table large of n -> yes or no { first match  9 -> no  up to 5 -> no  any -> yes }
    ```
    """

    code = "ROW-MASKED"
    severity = Severity.WARNING
    message = "This row of the table «{table}» is never reached: rows above fit first."
    label = "never reached"
    hints = ("move it up", "leave it out")
    table: str


class RowPartlyMasked(Fault):
    """A row of a «first match» table that gets only some of what it fits.

    Rows above it take the rest. A cascade is made of such rows; but a reader who takes
    the row by itself thinks that it says more than it does.

    Wrong:

    ```inspect
    input n: whole 0 to 9
    table size of n -> yes or no {
      first match
      up to 5 -> no
      3 to 8  -> yes
      any     -> no
    }
    ```

    Right:

    ```inspect
    input n: whole 0 to 9
    table size of n -> yes or no {
      first match
      up to 5 -> no
      6 to 8  -> yes
      any     -> no
    }
    ```
    """

    code = "ROW-PARTLY-MASKED"
    severity = Severity.NOTE
    message = "Rows above take {share} that this row of the table «{table}» fits."
    label = "{example} goes to a row above"
    hints = ("keep the order", "write only what is left for this row")
    table: str
    share: str
    example: str


class RowNeverFits(Fault):
    """A row of a decision table that no combination can fit.

    Each of its cells may be possible alone, but not all of them together.

    Wrong:

    ```inspect
    input n: whole 0 to 9
    let twice = n + n
    table large of n, twice -> yes or no {
      first match
      up to 2, above 9 -> no
      any, any -> yes
    }
    ```

    Right:

    ```inspect
    input n: whole 0 to 9
    let twice = n + n
    table large of n, twice -> yes or no {
      first match
      up to 5, above 9 -> no
      any, any -> yes
    }
    ```
    """

    code = "ROW-NEVER-FITS"
    severity = Severity.WARNING
    message = "Nothing can fit this row of the table «{table}»."
    label = "never fits"
    hints = ("change a cell", "leave the row out")
    table: str


class CellOutside(Fault):
    """A cell with a value that its column never has.

    The row, or a part of it, is for something that does not occur; mostly the number
    or the extent of an input has a slip in it.

    Wrong:

    ```inspect
    input n: one of 0, 5, 10
    table large of n -> yes or no { 0 or 5 -> no  10 -> yes  15 -> yes }
    ```

    Right:

    ```inspect
    input n: one of 0, 5, 10
    table large of n -> yes or no { 0 or 5 -> no  10 -> yes }
    ```
    """

    code = "CELL-OUTSIDE"
    severity = Severity.WARNING
    message = "The column «{column}» of the table «{table}» is never «{value}»."
    label = "never so"
    hints = ("write a value that occurs", "leave it out")
    column: str
    table: str
    value: str


class RowsMerge(Fault):
    """Two rows that could be one.

    They differ in one cell and give the same result; one row says it shorter.

    Wrong:

    ```inspect
    input colour: one of red, blue, green
    table warm of colour -> yes or no { red -> yes  blue -> no  green -> no }
    ```

    Right:

    ```inspect
    input colour: one of red, blue, green
    table warm of colour -> yes or no { red -> yes  blue or green -> no }
    ```
    """

    code = "ROWS-MERGE"
    severity = Severity.NOTE
    message = (
        "Two rows of the table «{table}» differ in one cell only: they can be one."
    )
    label = "the same result as the other row"
    hints = ("join the cells with «or»",)
    table: str


class TableOrder(Fault):
    """A «first match» table whose result depends on the order of its rows.

    That is what «first match» is for. It is noted so that nobody sorts the rows.

    Wrong:

    ```inspect
    input n: whole 0 to 9
    table large of n -> yes or no { first match  up to 5 -> no  any -> yes }
    ```

    Right:

    ```inspect
    input n: whole 0 to 9
    table large of n -> yes or no { first match  up to 5 -> no  above 5 -> yes }
    ```
    """

    code = "TABLE-ORDER"
    severity = Severity.NOTE
    message = (
        "The order of the rows of «{table}» has a meaning: {example} fits several."
    )
    label = "fits {example} too, with another result"
    hints = ("keep the order", "make the rows exclude one another")
    table: str
    example: str


class TableNotAnalysed(Fault):
    """A decision table whose gaps and overlaps were not looked for.

    What was not looked at is said, so that silence means that all is well.

    Wrong:

    ```inspect
    input price: number
    input area: number
    let rate = price * area
    table large of rate -> yes or no { up to 4 -> no  above 5 -> yes }
    ```

    Right:

    ```inspect
    input n: whole 0 to 9
    table large of n -> yes or no { up to 4 -> no  5 and over -> yes }
    ```
    """

    code = "TABLE-NOT-ANALYSED"
    severity = Severity.NOTE
    message = "Gaps and overlaps of the table «{table}» were not looked for: {why}."
    label = "not analysed"
    hints = ("list the values that inputs may have",)
    table: str
    why: str
