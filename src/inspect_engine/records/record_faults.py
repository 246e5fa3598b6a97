"""What can be wrong with records, what is said of them, and their units."""

from inspect_engine.diagnostics.fault import Fault


class UnknownQuestion(Fault):
    """An answer to, or a tally of, a question that the methodology does not have.

    The answer would count nowhere. The same name in further records is shown as
    a further place of the one fault.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - {id: "001", answers: {1.1.l: yes}}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - {id: "001", answers: {1.1.1: yes}}
    ```
    """

    code = "UNKNOWN-QUESTION"
    message = "The rules have no question «{name}»."
    label = "no such question"
    hints = ("did you mean «{near}»?",)
    name: str
    near: str = ""


class UnknownFact(Fault):
    """A fact that the type of record does not have.

    Conditions that ask for it would find nothing. Answers stand under `answers`.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - {id: "001", sentense: licence}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - {id: "001", sentence: licence}
    ```
    """

    code = "UNKNOWN-FACT"
    message = "A {record} has no fact «{name}»."
    label = "no such fact"
    hints = ("did you mean «{near}»?", "{remedy}")
    name: str
    record: str
    near: str = ""
    remedy: str = ""


class UnknownInput(Fault):
    """An input that the methodology does not ask for.

    No rule would see it.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    inputs: {place: 40}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    inputs: {places: 40}
    ```
    """

    code = "UNKNOWN-INPUT"
    message = "The rules ask for no input «{name}»."
    label = "no such input"
    hints = ("did you mean «{near}»?",)
    name: str
    near: str = ""


class QuestionOfOtherRecord(Fault):
    """An answer in a record of a type that the question is not asked of.

    Its share is taken over the other records, where this answer would be lost.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - {id: "001", answers: {i1: yes}}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    interviews:
      - {id: "A", answers: {i1: yes}}
    ```
    """

    code = "QUESTION-OF-OTHER-RECORD"
    message = "«{name}» is asked of each {asked_of}, not of a {record}."
    label = "asked of other records"
    hints = ("either move the answer to «{plural}», or take it away",)
    name: str
    record: str
    asked_of: str
    plural: str


class DerivedValue(Fault):
    """A value that the rules work out themselves.

    Given and worked out, the two could differ, and a reader could not tell which
    one a rating rests on.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - {id: "001", answers: {1.1.3: yes}}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - {id: "001", answers: {1.1.1: yes}}
    ```
    """

    code = "DERIVED-VALUE"
    message = "«{name}» is worked out from {basis}, so a bundle does not give it."
    label = "worked out by the rules"
    hints = ("take it away, and give what it is worked out from",)
    name: str
    basis: str


class JudgedOnce(Fault):
    """An answer or tally for a key question that is judged once, for the inspection.

    It has one level, not one for each record.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - {id: "001", answers: {2.1: good}}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    judgements: {2.1: good}
    ```
    """

    code = "JUDGED-ONCE"
    message = "«{name}» is judged once for the inspection, not in each record."
    label = "judged once"
    hints = ("write its level under «judgements»",)
    name: str


class DuplicateRecord(Fault):
    """Two records of one type and unit with one id.

    One case counted twice weighs double. Each id stands once in its unit.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - {id: "001", answers: {1.1.1: yes}}
      - {id: "001", answers: {1.1.1: no}}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - {id: "001", answers: {1.1.1: yes}}
      - {id: "002", answers: {1.1.1: no}}
    ```
    """

    code = "DUPLICATE-RECORD"
    message = "A second {record} has the id «{id}»."
    label = "the same id again"
    hints = ("either give one of them its own id, or take it away",)
    record: str
    id: str


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
