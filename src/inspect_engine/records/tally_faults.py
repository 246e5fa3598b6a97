"""What can be wrong with counts of choices, and with tallies as such."""

from inspect_engine.diagnostics.diagnostic import Severity
from inspect_engine.diagnostics.fault import Fault


class TallyAndRecords(Fault):
    """A question with both a tally and recorded answers.

    The cases behind the tally may be those recorded, and would count twice.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - {id: "001", answers: {1.1.1: yes}}
    tallies:
      1.1.1: {yes: 18, no: 24}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - {id: "001", answers: {1.1.2: yes}}
    tallies:
      1.1.1: {yes: 18, no: 24}
    ```
    """

    code = "TALLY-AND-RECORDS"
    message = "«{name}» has both a tally and recorded values."
    label = "this tally"
    hints = ("either take the tally away, or the values in the records",)
    name: str


class TallyTwice(Fault):
    """A tally of the whole beside tallies of its units, for one question.

    The whole may be the sum of its units, and would count twice.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    tallies:
      1.1.1: {yes: 18, no: 24}
    units:
      - {id: north, tallies: {1.1.1: {yes: 8, no: 4}}}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    units:
      - {id: north, tallies: {1.1.1: {yes: 8, no: 4}}}
      - {id: south, tallies: {1.1.1: {yes: 10, no: 20}}}
    ```
    """

    code = "TALLY-TWICE"
    message = "«{name}» is tallied for the whole and for a unit of it."
    label = "tallied again"
    hints = ("either keep the tally of the whole, or those of all its units",)
    name: str


class TallyNotACount(Fault):
    """Something else than a whole number in a tally.

    Nought is written as 0; a place left empty would be a count that nobody knows.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    tallies:
      1.1.1: {yes: 18, no: -1}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    tallies:
      1.1.1: {yes: 18, no: 24}
    ```
    """

    code = "TALLY-NOT-A-COUNT"
    message = "{written} is not a count of «{choice}»."
    label = "a whole number, nought or more"
    hints = ("write how many there are, in digits",)
    choice: str
    written: str


class TallyUnknownChoice(Fault):
    """A count of something that is not among the choices.

    It would be missing from the base of the share.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    tallies:
      1.1.1: {yes: 18, no: 22, nno: 2}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    tallies:
      1.1.1: {yes: 18, no: 24}
    ```
    """

    code = "TALLY-UNKNOWN-CHOICE"
    message = "«{written}» is not among the choices of «{name}»."
    label = "none of its choices"
    hints = ("did you mean «{near}»?", "the choices are {choices}")
    name: str
    written: str
    choices: str
    near: str = ""


class TallyIncomplete(Fault):
    """A tally that does not count every choice.

    What is left out counts as nought. For a question with yes and no that makes
    the share 100% or 0%, which is worth writing out.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    tallies:
      1.1.1: {yes: 18}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    tallies:
      1.1.1: {yes: 18, no: 0}
    ```
    """

    code = "TALLY-INCOMPLETE"
    severity = Severity.WARNING
    message = "The tally of «{name}» does not count {missing}, taken as 0."
    label = "not every choice"
    hints = ("write {missing} with its count, be it 0",)
    name: str
    missing: str


class TallyNotOfChoices(Fault):
    """A tally of a number, a date or a text.

    Only choices can be counted one by one.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    tallies:
      age: {"30": 2}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    tallies:
      sentence: {community_order: 2, licence: 3}
    ```
    """

    code = "TALLY-NOT-OF-CHOICES"
    message = "«{name}» is {kind}, and only choices are tallied."
    label = "has no choices"
    hints = ("give it in each record",)
    name: str
    kind: str


class TallyAmbiguous(Fault):
    """A tally of a fact that several types of record have.

    It would not be clear which of the records the counts are of.

    No example: it takes rules in which two types of record share a fact's name.
    """

    code = "TALLY-AMBIGUOUS"
    message = "«{name}» is a fact of {records}, so it is not clear what is counted."
    label = "of which records?"
    hints = ("give it in each record",)
    name: str
    records: str
