"""Mistakes with kinds of value, ranges, clauses and dates."""

from inspect_engine.diagnostics.fault import Fault


class WrongKind(Fault):
    """A value of one kind where another is needed.

    Nothing is converted silently: a percent is not a whole number, and a choice of
    one list is not a choice of another.

    Wrong:

    ```inspect
    record case {
      question 1 "Seen?"
    }
    note "few were seen" when percent of yes to 1 below 50
    ```

    Right:

    ```inspect
    record case {
      question 1 "Seen?"
    }
    note "few were seen" when percent of yes to 1 below 50 percent
    ```
    """

    code = "WRONG-KIND"
    message = "«{what}» is {found}, but {needed} is needed here."
    label = "{found}"
    hints = ("{suggestion}",)
    what: str
    found: str
    needed: str
    suggestion: str = ""


class FigureTooLong(Fault):
    """A figure that may come to need more digits than any inspection has use for.

    Numbers are exact, so each product has as many digits as its factors together. Where
    a value multiplies what was multiplied before, they double with every step, and a
    page of rules could keep a computer busy for years.

    Wrong:

    ```inspect
    let a = 999999999
    let b = a * a * a * a * a * a * a * a * a * a * a * a * a * a * a * a * a * a
    let c = b * b * b * b
    let d = c * c * c * c * c * c
    ```

    Right:

    ```inspect
    let a = 999999999
    let b = a * a rounded half up to whole
    ```
    """

    code = "FIGURE-TOO-LONG"
    message = "This figure may need more than {limit} digits."
    label = "too long a number comes out here"
    hints = ("either multiply fewer figures, or multiply smaller ones",)
    limit: int


class OtherScale(Fault):
    """A level of one scale where a level of another is needed.

    Levels of two scales may share a word and still mean different things.

    Wrong:

    ```inspect
    scale rating { 0 poor  1 good }
    scale stars { 1 one  2 two }
    bands score: whole 0 to 2 -> rating { 0 to 1 poor  2 two }
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 good }
    bands score: whole 0 to 2 -> rating { 0 to 1 poor  2 good }
    ```
    """

    code = "OTHER-SCALE"
    message = (
        "«{level}» is a level of the scale «{scale}»; here one of «{needed}» is needed."
    )
    label = "a level of «{scale}»"
    hints = ("write one of {levels}",)
    level: str
    scale: str
    needed: str
    levels: str


class NotACondition(Fault):
    """A value where something true or false is needed.

    Nothing counts as true by itself: «licence» could mean that it is yes, or that it is
    answered at all.

    Wrong:

    ```inspect
    record case {
      fact licence: yes or no
      question 1 "Seen?" { asked when licence }
    }
    ```

    Right:

    ```inspect
    record case {
      fact licence: yes or no
      question 1 "Seen?" { asked when licence is yes }
    }
    ```
    """

    code = "NOT-A-CONDITION"
    message = "«{what}» is {found}, not a condition."
    label = "true or false is needed"
    hints = ("{suggestion}",)
    what: str
    found: str
    suggestion: str


class NoOrder(Fault):
    """A comparison by order of things that have none.

    Choices have an order only where the rules say so.

    Wrong:

    ```inspect
    record case {
      fact risk: one of low, medium, high
      question 1 "Seen?" { asked when risk at least medium }
    }
    ```

    Right:

    ```inspect
    record case {
      fact risk: one of low, medium, high in order
      question 1 "Seen?" { asked when risk at least medium }
    }
    ```
    """

    code = "NO-ORDER"
    message = "«{what}» has no order, so it cannot be «{operator}» anything."
    label = "{found}"
    hints = ("add «in order» to its list of choices", "compare with «is»")
    what: str
    found: str
    operator: str


class EmptyRange(Fault):
    """A range that ends before it starts.

    Such a band or row would never be reached.

    Wrong:

    ```inspect
    scale rating { 0 poor  1 good }
    bands score: whole 0 to 9 -> rating { 4 to 0 poor  5 to 9 good }
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 good }
    bands score: whole 0 to 9 -> rating { 0 to 4 poor  5 to 9 good }
    ```
    """

    code = "EMPTY-RANGE"
    message = "No number lies in «{range}»."
    label = "empty"
    hints = ("write the lower end first",)
    range: str


class CellCount(Fault):
    """A table row with more or fewer cells than the table has columns.

    A cell would be held against the wrong column, or against none.

    Wrong:

    ```inspect
    scale rating { 0 poor  1 good }
    input a: whole 0 to 9
    input b: whole 0 to 9
    table t of a, b -> rating {
      first match
      up to 4 -> poor
      any, any -> good
    }
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 good }
    input a: whole 0 to 9
    input b: whole 0 to 9
    table t of a, b -> rating {
      first match
      up to 4, any -> poor
      any, any -> good
    }
    ```
    """

    code = "CELL-COUNT"
    message = "Cells in this row: {found}; columns of the table: {needed}."
    label = "not one cell a column"
    hints = ("write «any» where a column does not matter",)
    found: int
    needed: int


class OpenDerivation(Fault):
    """Clauses that leave a case without an answer.

    A derived answer must have a value whatever the others are. A single clause of a
    yes or no answer speaks for both; any other list needs an end.

    Wrong:

    ```inspect
    record case {
      fact risk: one of low, medium, high
      derive attention: one of none, some, much {
        much when risk is high
        some when risk is medium
      }
    }
    ```

    Right:

    ```inspect
    record case {
      fact risk: one of low, medium, high
      derive attention: one of none, some, much {
        much when risk is high
        some when risk is medium
        otherwise none
      }
    }
    ```
    """

    code = "OPEN-DERIVATION"
    message = "The clauses of «{name}» do not say what it is otherwise."
    label = "no «otherwise»"
    hints = ("add «otherwise …» after the clauses",)
    name: str


class UnknownLanguage(Fault):
    """A version of the language that this engine does not read.

    Words may mean something else there, so the rules are not read as if they did not.

    Wrong:

    ```inspect
    methodology example "Example" {
      version 1
      language 7
    }
    ```

    Right:

    ```inspect
    methodology example "Example" {
      version 1
      language 1
    }
    ```
    """

    code = "UNKNOWN-LANGUAGE"
    message = "This engine reads language {known}, not {found}."
    label = "written for another engine"
    hints = ("install a newer engine", "write «language {known}»")
    found: str
    known: int


class DatesReversed(Fault):
    """A period that ends before it begins.

    No day lies in such a period, so what is said of it would never hold.

    Wrong:

    ```inspect
    methodology example "Example" {
      version 1
      language 1
      in force from 2023-10-01 to 2023-09-30
    }
    ```

    Right:

    ```inspect
    methodology example "Example" {
      version 1
      language 1
      in force from 2023-10-01 to 2024-09-30
    }
    ```
    """

    code = "DATES-REVERSED"
    message = "The period from {start} to {until} ends before it begins."
    label = "ends too early"
    hints = ("write the earlier date first",)
    start: str
    until: str
