"""What can be wrong with records and with what is said of them."""

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
