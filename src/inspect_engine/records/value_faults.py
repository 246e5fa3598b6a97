"""What can be wrong with one value: an answer, a fact, an input, a level."""

from inspect_engine.diagnostics.fault import Fault


class AnswerOutside(Fault):
    """A value that is not among the choices of its question, fact or input.

    It would count neither as yes nor as no. A choice is known by its id, by its
    label and by the other spellings that the rules declare, each letter for letter.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - {id: "001", answers: {1.1.1: maybe}}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - {id: "001", answers: {1.1.1: no}}
    ```
    """

    code = "ANSWER-OUTSIDE"
    message = "«{written}» is not among the choices of «{name}»."
    label = "none of its choices"
    hints = ("did you mean «{near}»?", "{advice}", "the choices are {choices}")
    name: str
    written: str
    choices: str
    near: str = ""
    advice: str = ""


class NotApplicableNotAllowed(Fault):
    """`not_applicable` for something that always applies.

    It would leave the base of a share, and so change a percent, where the rules say
    that every record counts.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - {id: "001", answers: {1.1.2: not_applicable}}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - {id: "001", answers: {1.1.2: no}}
    ```
    """

    code = "NOT-APPLICABLE-NOT-ALLOWED"
    message = "«{name}» always applies, so it cannot be not_applicable."
    label = "always applies"
    hints = ("either answer it, or leave it empty until it is answered",)
    name: str


class NotANumber(Fault):
    """Words, or a number written in another way, where a number belongs.

    Numbers are written in digits with a point before decimals: 1200, -3, 64.5.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - {id: "001", age: thirty}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - {id: "001", age: 30}
    ```
    """

    code = "NOT-A-NUMBER"
    message = "«{written}» is not a number, and «{name}» is one."
    label = "digits, with a point before decimals"
    hints = ("did you mean {near}?", "write it in digits, without signs or spaces")
    name: str
    written: str
    near: str = ""


class NumberOutside(Fault):
    """A number that its fact or input cannot be.

    The rules say between which numbers it lies, whether it is whole, or list it.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - {id: "001", age: 300}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - {id: "001", age: 30}
    ```
    """

    code = "NUMBER-OUTSIDE"
    message = "«{name}» cannot be {written}: it is {allowed}."
    label = "outside what it can be"
    hints = ("either correct the number, or leave it empty until it is known",)
    name: str
    written: str
    allowed: str
    reason: str


class NotADate(Fault):
    """A date that the calendar does not have, or not written as year-month-day.

    03/04/2024 is two different days to two readers; 2024-04-03 is one.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example, fieldwork: 2023-02-30}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example, fieldwork: 2023-02-28}
    ```
    """

    code = "NOT-A-DATE"
    message = "«{written}» is not a date of the calendar, and «{name}» is one."
    label = "year-month-day, as 2024-08-12"
    hints = ("did you mean {near}?", "write year, month and day, as 2024-08-12")
    name: str
    written: str
    near: str = ""


class UnknownLevel(Fault):
    """A level that the scale does not have.

    A rating on another scale cannot be summed or compared with the others.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    judgements: {P2: excellent}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    judgements: {P2: outstanding}
    ```
    """

    code = "UNKNOWN-LEVEL"
    message = "«{written}» is not a level of the scale «{scale}» of «{name}»."
    label = "not on the scale"
    hints = ("did you mean «{near}»?", "its levels are {levels}")
    name: str
    written: str
    scale: str
    levels: str
    near: str = ""
