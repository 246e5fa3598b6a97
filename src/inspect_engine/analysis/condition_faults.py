"""Mistakes in conditions."""

from inspect_engine.diagnostics.diagnostic import Severity
from inspect_engine.diagnostics.fault import Fault


class ConditionNever(Fault):
    """A condition that nothing can make true.

    What hangs on it never happens. Every combination of what the condition depends on
    was tried.

    Wrong:

    ```inspect
    input n: whole 0 to 9
    note "Both small and large." when n below 3 and n above 6
    ```

    Right:

    ```inspect
    input n: whole 0 to 9
    note "Small or large." when n below 3 or n above 6
    ```
    """

    code = "CONDITION-NEVER"
    severity = Severity.WARNING
    message = "The condition of {what} is never true: «{condition}»."
    label = "never true"
    hints = ("change the condition", "leave out what hangs on it")
    what: str
    condition: str


class ConditionAlways(Fault):
    """A condition that is always true.

    It decides nothing; without it the rules say the same.

    Wrong:

    ```inspect
    input n: whole 0 to 9
    note "Small or large." when n below 6 or n above 3
    ```

    Right:

    ```inspect
    input n: whole 0 to 9
    note "Small or large." when n below 3 or n above 6
    ```
    """

    code = "CONDITION-ALWAYS"
    severity = Severity.NOTE
    message = "The condition of {what} is always true: «{condition}»."
    label = "always true"
    hints = ("change the condition", "leave it out")
    what: str
    condition: str


class ComparedOutside(Fault):
    """A comparison with a number that cannot occur.

    The condition is decided before anything is known. Mostly a number, or the extent
    of what it is compared with, has a slip in it.

    Wrong:

    ```inspect
    input n: whole 0 to 9
    note "Very large." when n at least 12
    ```

    Right:

    ```inspect
    input n: whole 0 to 9
    note "Very large." when n at least 8
    ```
    """

    code = "COMPARED-OUTSIDE"
    severity = Severity.WARNING
    message = "«{what}» is {extent}, so it is never {value}."
    label = "{value} cannot occur"
    hints = ("compare with a number that occurs", "change what it may be")
    what: str
    extent: str
    value: str


class ConditionContradicts(Fault):
    """A condition that cannot be true where it is asked.

    A question that is asked of some cases only has an answer in those alone. A
    condition on its answers that asks for other cases finds none.

    Wrong:

    ```inspect
    scale rating { 0 poor  1 good }
    bands share: percent -> rating { exact  below 50 poor  50 and over good }
    record case {
      fact risk: one of low, high
      question planned "Is it planned?" { asked when risk is high }
    }
    let planned_at_low = percent of yes to planned where (risk is low)
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 good }
    bands share: percent -> rating { exact  below 50 poor  50 and over good }
    record case {
      fact risk: one of low, high
      question planned "Is it planned?" { asked when risk is high }
    }
    let planned_at_high = percent of yes to planned
    ```
    """

    code = "CONDITION-CONTRADICTS"
    severity = Severity.WARNING
    message = (
        "The condition of {what}, «{condition}», is never true where «{question}» is"
        " asked: «{other}»."
    )
    label = "never true where «{question}» is asked"
    hints = ("change the condition", "change when «{question}» is asked")
    what: str
    condition: str
    question: str
    other: str


class ConditionSubsumed(Fault):
    """A part of a condition that decides nothing.

    Whatever the part says, another part or what the condition stands in says already.
    Mostly a number or a name in one of the two has a slip in it.

    Wrong:

    ```inspect
    input n: whole 0 to 9
    note "More than five." when n above 3 and n above 5
    ```

    Right:

    ```inspect
    input n: whole 0 to 9
    note "More than five." when n above 5
    ```
    """

    code = "CONDITION-SUBSUMED"
    severity = Severity.NOTE
    message = "«{part}» changes nothing here: {why}."
    label = "without effect"
    hints = ("change it", "leave it out")
    part: str
    why: str


class ConditionNotAnalysed(Fault):
    """A condition of which it is not known whether it can be true, and can be false.

    All combinations of what a condition depends on are tried, up to some thousands.
    Beyond that a few are tried, and where these do not show it both true and false,
    this says so.

    Wrong:

    ```inspect
    input a: whole 0 to 900
    input b: whole 0 to 900
    note "Far apart." when a + b is 1700 and a - b is 90
    ```

    Right:

    ```inspect
    input a: whole 0 to 9
    input b: whole 0 to 9
    note "Far apart." when a + b is 9 and a - b is 3
    ```
    """

    code = "CONDITION-NOT-ANALYSED"
    severity = Severity.NOTE
    message = "Whether the condition of {what} can be true was not found out: {why}."
    label = "not tried"
    hints = ("compare with less at once",)
    what: str
    condition: str
    why: str


class ClauseMasked(Fault):
    """A clause of a derived answer that is never reached.

    The first clause that holds gives the answer. Wherever this one holds, one above it
    does, so its answer is never given by it.

    Wrong:

    ```inspect
    record case {
      fact age: whole 0 to 99
      derive stage: one of child, young, grown {
        child when age below 18
        young when age below 12
        otherwise grown
      }
    }
    ```

    Right:

    ```inspect
    record case {
      fact age: whole 0 to 99
      derive stage: one of child, young, grown {
        child when age below 18
        young when age below 25
        otherwise grown
      }
    }
    ```
    """

    code = "CLAUSE-MASKED"
    severity = Severity.WARNING
    message = "This clause never gives «{value}» for «{name}»: one above holds first."
    label = "never reached"
    hints = ("move it up", "leave it out")
    value: str
    name: str
