"""What can be wrong with a published percent and its base."""

from inspect_engine.diagnostics.fault import Fault


class TallyNoCount(Fault):
    """A percent that no number of cases gives.

    Of 7 cases none is 60%. Either figure may be misprinted, or the percent is
    rounded in another way than the rules round.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    tallies:
      1.1.1: {percent: 60, relevant: 7}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    tallies:
      1.1.1: {percent: 57, relevant: 7}
    ```
    """

    code = "TALLY-NO-COUNT"
    message = "No count gives {percent}% of {relevant} {plural}: {nearest}."
    label = "no count rounds to this"
    hints = (
        "either correct the percent or its base, or say how it is rounded, as "
        "«rounded: half down»",
    )
    percent: str
    relevant: int
    plural: str
    nearest: str
    rounding: str


class TallyWithoutYes(Fault):
    """A percent for a list of choices of which none counts as yes.

    A percent is a share of yes; without one, nobody can tell what it is a share of.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    tallies:
      sentence: {percent: 60, relevant: 5}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    tallies:
      sentence: {community_order: 2, licence: 3}
    ```
    """

    code = "TALLY-WITHOUT-YES"
    message = "«{name}» has no choice that counts as yes, so a percent says nothing."
    label = "a percent of what?"
    hints = ("give the count of each choice: {choices}",)
    name: str
    choices: str


class UnknownRounding(Fault):
    """A way of rounding that does not exist.

    A published percent stands for other counts when halves go down.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    tallies:
      1.1.1: {percent: 60, relevant: 42, rounded: halfway}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    tallies:
      1.1.1: {percent: 60, relevant: 42, rounded: half down}
    ```
    """

    code = "UNKNOWN-ROUNDING"
    message = "«{written}» is not a way of rounding."
    label = "not known"
    hints = (
        "did you mean «{near}»?",
        "write half up, half down, half even, up or down, to whole or to "
        "so many decimal places",
    )
    written: str
    near: str = ""
