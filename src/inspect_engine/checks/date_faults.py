"""Mistakes in the dates of parameters."""

from inspect_engine.diagnostics.diagnostic import Severity
from inspect_engine.diagnostics.fault import Fault


class ParameterGap(Fault):
    """Days between two values of a parameter on which it has none.

    An inspection with fieldwork on one of those days could not be scored.

    Wrong:

    ```inspect
    parameter cut: whole {
      from 2020-01-01 to 2020-12-30: 3
      from 2021-01-01: 4
    }
    ```

    Right:

    ```inspect
    parameter cut: whole {
      from 2020-01-01 to 2020-12-31: 3
      from 2021-01-01: 4
    }
    ```
    """

    code = "PARAMETER-GAP"
    severity = Severity.WARNING
    message = "The parameter «{parameter}» has no value {when}."
    label = "starts {days} after the one before ends"
    hints = ("let the one before end on {end}", "start this one earlier")
    parameter: str
    when: str
    days: str
    end: str


class ParameterOverlap(Fault):
    """Days on which two values of a parameter are in force.

    The one that starts last is taken, and the other is said to hold and does not.

    Wrong:

    ```inspect
    parameter cut: whole {
      from 2020-01-01 to 2021-06-30: 3
      from 2021-01-01: 4
    }
    ```

    Right:

    ```inspect
    parameter cut: whole {
      from 2020-01-01 to 2020-12-31: 3
      from 2021-01-01: 4
    }
    ```
    """

    code = "PARAMETER-OVERLAP"
    severity = Severity.WARNING
    message = "The parameter «{parameter}» has two values from {start} {until}."
    label = "starts before the other ends"
    hints = ("end the other before {start}", "start this one later")
    parameter: str
    start: str
    until: str


class ParameterOrder(Fault):
    """Values of a parameter that are not listed by date.

    It changes nothing, but readers look for the newest value at the end.

    Wrong:

    ```inspect
    parameter cut: whole {
      from 2021-01-01: 4
      from 2020-01-01 to 2020-12-31: 3
    }
    ```

    Right:

    ```inspect
    parameter cut: whole {
      from 2020-01-01 to 2020-12-31: 3
      from 2021-01-01: 4
    }
    ```
    """

    code = "PARAMETER-ORDER"
    severity = Severity.NOTE
    message = "The value of «{parameter}» from {start} stands after that from {before}."
    label = "out of order"
    hints = ("list the values by date",)
    parameter: str
    start: str
    before: str


class ParameterUncovered(Fault):
    """Days of the version on which a parameter has no value.

    An inspection with fieldwork on one of those days could not be scored. That the
    value for a coming year is still missing is no more than a note.

    Wrong:

    ```inspect
    methodology example/first "First" {
      version 1
      language 1
      in force from 2023-04-01
    }
    parameter cut: whole { from 2024-01-01: 4 }
    ```

    Right:

    ```inspect
    methodology example/first "First" {
      version 1
      language 1
      in force from 2023-04-01
    }
    parameter cut: whole { from 2023-04-01: 4 }
    ```
    """

    code = "PARAMETER-UNCOVERED"
    severity = Severity.WARNING
    message = (
        "The parameter «{parameter}» has no value {when}, in the days of the version."
    )
    label = "no value {when}"
    hints = ("add a value", "change the days of the version")
    parameter: str
    when: str


class ParameterStale(Fault):
    """A parameter whose newest value is years older than the version.

    It may still be right. It may also have been overlooked when the version was made.

    Wrong:

    ```inspect
    methodology example/first "First" {
      version 1
      language 1
      in force from 2023-04-01
    }
    parameter cut: whole { from 2012-01-01: 4 }
    ```

    Right:

    ```inspect
    methodology example/first "First" {
      version 1
      language 1
      in force from 2023-04-01
    }
    parameter cut: whole { from 2012-01-01 to 2022-12-31: 4  from 2023-01-01: 5 }
    ```
    """

    code = "PARAMETER-STALE"
    severity = Severity.NOTE
    message = (
        "The newest value of «{parameter}» is from {start}, {years} years before the"
        " version is in force."
    )
    label = "the newest value"
    hints = ("add a newer value", "keep it, if it still holds")
    parameter: str
    start: str
    years: int
    version: str


class ParameterKey(Fault):
    """A value of a parameter that no rule can look up.

    Its key is none of those by which the parameter is used. Mostly it is misspelt, and
    then another key has no value.

    Wrong:

    ```inspect
    input region: one of north, south
    parameter cut: whole by region {
      from 2020-01-01 for north: 3
      from 2020-01-01 for suoth: 4
    }
    let cut_here = cut for region
    ```

    Right:

    ```inspect
    input region: one of north, south
    parameter cut: whole by region {
      from 2020-01-01 for north: 3
      from 2020-01-01 for south: 4
    }
    let cut_here = cut for region
    ```
    """

    code = "PARAMETER-KEY"
    severity = Severity.WARNING
    message = (
        "No rule looks «{parameter}» up by «{key}»: the keys it is used with are"
        " {choices}."
    )
    label = "never looked up"
    hints = ("did you mean «{near}»?", "leave it out")
    parameter: str
    key: str
    choices: str
    near: str = ""
