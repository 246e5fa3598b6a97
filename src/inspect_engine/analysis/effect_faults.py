"""Questions, limits and discretion that never come to anything, or clash."""

from inspect_engine.diagnostics.diagnostic import Severity
from inspect_engine.diagnostics.fault import Fault


class QuestionNeverAsked(Fault):
    """A question that no record can be asked.

    Its answers count as not applicable in every case, so a rating that looks at it
    looks at nothing.

    Wrong:

    ```inspect
    record case {
      fact risk: one of low, high
      question planned "Is it planned?" { asked when risk is low and risk is high }
    }
    ```

    Right:

    ```inspect
    record case {
      fact risk: one of low, high
      question planned "Is it planned?" { asked when risk is high }
    }
    ```
    """

    code = "QUESTION-NEVER-ASKED"
    severity = Severity.WARNING
    message = "The question «{question}» is never asked: nothing fits «{condition}»."
    label = "never true"
    hints = ("change when it is asked", "leave the question out")
    question: str
    condition: str


class QuestionAskedTwice(Fault):
    """One question in two sets, both of which a record can be in.

    Question sets are alternatives, chosen by a fact of the record. A record that both
    are chosen for is asked the same twice, and counts twice.

    Wrong:

    ```inspect
    scale rating { 0 poor  1 good }
    record case { fact age: whole 0 to 99 }
    standard A "One" {
      judged on rating
      question set young when age below 18 { question y1 "Is it assessed?" }
      question set grown when age at least 16 { question g1 "Is it assessed?" }
    }
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 good }
    record case { fact age: whole 0 to 99 }
    standard A "One" {
      judged on rating
      question set young when age below 18 { question y1 "Is it assessed?" }
      question set grown when age at least 18 { question g1 "Is it assessed?" }
    }
    ```
    """

    code = "QUESTION-ASKED-TWICE"
    severity = Severity.WARNING
    message = "The sets «{first}» and «{second}» both ask «{title}» of one record."
    label = "asked in the other set, too"
    hints = ("example: {example}", "let the sets exclude one another")
    title: str
    first: str
    second: str
    example: str


class LimitWithoutEffect(Fault):
    """A limit or step that cannot change a rating.

    A cap at the best level and a floor at the worst hold for every rating anyway.

    Wrong:

    ```inspect
    scale rating { 0 poor  1 good }
    input breach: yes or no
    standard A "One" {
      judged on rating
      limit at most good when breach is yes because "A breach."
    }
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 good }
    input breach: yes or no
    standard A "One" {
      judged on rating
      limit at most poor when breach is yes because "A breach."
    }
    ```
    """

    code = "LIMIT-WITHOUT-EFFECT"
    severity = Severity.WARNING
    message = "{what} changes nothing: {why}."
    label = "without effect"
    hints = ("limit to another level", "leave it out")
    what: str
    why: str


class LimitsContradict(Fault):
    """A cap below a floor, both of which can apply to one rating.

    A cap wins over a floor, and a later step over an earlier one, so that one of the
    two says what does not come true.

    Wrong:

    ```inspect
    scale rating { 0 poor  1 fair  2 good }
    input breach: yes or no
    input praised: yes or no
    standard A "One" {
      judged on rating
      limit at most poor when breach is yes because "A breach."
      limit at least fair when praised is yes because "Praise."
    }
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 fair  2 good }
    input breach: yes or no
    input praised: yes or no
    standard A "One" {
      judged on rating
      limit at most poor when breach is yes because "A breach."
      limit at least fair when praised is yes and breach is no because "Praise."
    }
    ```
    """

    code = "LIMITS-CONTRADICT"
    severity = Severity.WARNING
    message = "«at least {floor}» and «at most {cap}» can both apply to one rating."
    label = "contradicts the other"
    hints = (
        "example: {example}",
        "let one of them apply only where the other does not",
    )
    floor: str
    cap: str
    example: str


class DiscretionNever(Fault):
    """A discretion that can never be used.

    None of its circumstances can come about, so every decision under it would be
    refused. Circumstances such as «within 5 points of a boundary» need a rating that
    follows from shares.

    Wrong:

    ```inspect
    scale rating { 0 poor  1 good }
    standard A "One" { judged on rating }
    discretion on standard A {
      may move by 1 level
      when within 5 points of a boundary
    }
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 good }
    input late: yes or no
    standard A "One" { judged on rating }
    discretion on standard A {
      may move by 1 level
      when late is yes
    }
    ```
    """

    code = "DISCRETION-NEVER"
    severity = Severity.WARNING
    message = "This discretion can never be used: {why}."
    label = "never usable"
    hints = ("name another circumstance", "leave it out")
    why: str
