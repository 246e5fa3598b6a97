"""What can be wrong with units, and with how many records are expected."""

from inspect_engine.diagnostics.fault import Fault


class ExpectedNotACount(Fault):
    """Something else than a whole number of records that are expected.

    The number says how many answers are still open.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    expected: about forty
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    expected: 42
    ```
    """

    code = "EXPECTED-NOT-A-COUNT"
    message = "«{written}» is not a number of records."
    label = "a whole number, nought or more"
    hints = ("write how many there will be, in digits",)
    written: str


class ExpectedTooMany(Fault):
    """More records expected than one inspection can wait for.

    Every record still to come counts as one whose answers are open, and each of them is
    worked out. A number of this size is a slip of the keyboard.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    expected: 42000000
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    expected: 42
    ```
    """

    code = "EXPECTED-TOO-MANY"
    message = "«{written}» is more than {limit}, the most that can be expected."
    label = "more than one inspection waits for"
    hints = ("write how many there will be, in digits",)
    written: str
    limit: int


class ExpectedOfWhat(Fault):
    """A number of records expected, where it is not clear of which type.

    A number alone is of cases; where the rules have no record type `case`, the
    type has to be named.

    No example: it takes rules with several types of record and none called case.
    """

    code = "EXPECTED-OF-WHAT"
    message = "It is not clear which records «{written}» is the number of."
    label = "of which records?"
    hints = ("name the type, as «expected: {{{plural}: {written}}}»",)
    written: str
    plural: str


class ExpectedTooFew(Fault):
    """More records than are expected.

    Either the sample grew or a record does not belong to it; both change what is
    still open.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    expected: 1
    cases:
      - {id: "001"}
      - {id: "002"}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    expected: 2
    cases:
      - {id: "001"}
      - {id: "002"}
    ```
    """

    code = "EXPECTED-TOO-FEW"
    message = "{expected} {plural} are expected, and there are {given}."
    label = "fewer than there are"
    hints = ("either correct the number, or take away what does not belong",)
    expected: int
    given: int
    plural: str


class UnitNotPooled(Fault):
    """Records or tallies of a unit, where the rules do not pool them over units.

    Rules say «pooled over units» where the cases of all units count together.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    units:
      - id: north
        interviews:
          - {id: "A", answers: {i1: yes}}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    interviews:
      - {id: "A", answers: {i1: yes}}
    ```
    """

    code = "UNIT-NOT-POOLED"
    message = "The rules do not pool {plural} over units."
    label = "not by unit"
    hints = ("either put them beside «inspection», or use rules that pool them",)
    plural: str


class DuplicateUnit(Fault):
    """Two units with one id.

    A record is known by its unit and its id, so each unit stands once.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    units:
      - {id: north, cases: [{id: "001"}]}
      - {id: north, cases: [{id: "002"}]}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    units:
      - {id: north, cases: [{id: "001"}]}
      - {id: south, cases: [{id: "002"}]}
    ```
    """

    code = "DUPLICATE-UNIT"
    message = "A second unit has the id «{id}»."
    label = "the same id again"
    hints = ("either put the records of both together, or give one its own id",)
    id: str
