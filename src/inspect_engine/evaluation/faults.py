"""What evaluation has to say about an inspection: notices, never silent guesses."""

from inspect_engine.diagnostics.diagnostic import Severity
from inspect_engine.diagnostics.fault import Fault


class AnswerNotAsked(Fault):
    """An answer to a question that is not asked of that record.

    The rules say when a question applies. An answer where it does not is kept out of
    the count, and said to be so, because either the answer or the fact that decides
    is mistaken.

    Wrong:

    ```yaml
    # 2.1.3 is asked when risk_of_serious_harm is not low
    cases:
      - {id: "007", risk_of_serious_harm: low, answers: {2.1.3: yes}}
    ```

    Right:

    ```yaml
    cases:
      - {id: "007", risk_of_serious_harm: medium, answers: {2.1.3: yes}}
    ```
    """

    code = "ANSWER-NOT-ASKED"
    severity = Severity.WARNING
    message = "{question} is not asked of {records}, so {count} not counted."
    label = "answered though not asked"
    hints = ("take the answer out", "correct the fact that decides: {condition}")
    question: str
    count: str
    records: str
    condition: str


class LeftOut(Fault):
    """A member without a figure, left out of a lowest or highest.

    A key question with no relevant case has no percentage; it is left out of «lowest
    of», and never counts as nought.

    No example: it comes from the numbers of an inspection, not from a mistake.
    """

    code = "LEFT-OUT"
    severity = Severity.NOTE
    message = (
        "{member} has nothing to be rated on; {target} leaves it out of {function}."
    )
    member: str
    function: str
    target: str


class NoBand(Fault):
    """A figure that no band covers.

    The bands have a gap at this figure; the rating cannot be given.

    No example: see BAND-GAP, which finds gaps before any inspection is scored.
    """

    code = "NO-BAND"
    severity = Severity.ERROR
    message = "No band of «{bands}» covers {figure}."
    hints = ("close the gap in the bands: inspect-engine check shows it",)
    bands: str
    figure: str


class NoParameterValue(Fault):
    """A parameter that has no value at the inspection's date.

    Figures with a date hold from that date on; before the first, or after the last
    has ended, there is none, and none is guessed.

    No example: it depends on the date of the inspection.
    """

    code = "NO-PARAMETER-VALUE"
    severity = Severity.ERROR
    message = "«{parameter}» has no value{where} on {date}."
    hints = ("add the value with its date and source to the parameter",)
    parameter: str
    where: str
    date: str


class RuleNote(Fault):
    """A remark of the rules that applies to this inspection.

    Rules can say what deserves a second look: a judgement at odds with its prompts, a
    small sample. Such a remark changes no answer and no rating.

    No example: the rules write it, the inspection brings it up.
    """

    code = "RULE-NOTE"
    severity = Severity.NOTE
    message = "{text}{where}"
    text: str
    where: str = ""


class DecisionRefused(Fault):
    """A use of discretion that the rules do not allow.

    The computed rating stands. The decision stays on record, and this says why it
    has no effect.

    Wrong:

    ```yaml
    # no key question of P2.1 is near a boundary
    decisions:
      - {standard: P2.1, to: good, reason: good work, authority: panel, on: 2024-10-01}
    ```

    Right:

    ```yaml
    decisions: []
    ```
    """

    code = "DECISION-REFUSED"
    severity = Severity.ERROR
    message = "The decision to rate {target} «{to}» has no effect: {why}."
    label = "refused"
    target: str
    to: str
    why: str


class DecisionOpen(Fault):
    """A use of discretion that cannot be judged yet.

    Whether the rules allow it depends on answers that are still open. Until they are
    in, both the computed rating and the one decided are possible.

    No example: it goes away as the answers come in.
    """

    code = "DECISION-OPEN"
    severity = Severity.NOTE
    message = (
        "The decision to rate {target} «{to}» waits for answers that are still open."
    )
    target: str
    to: str


class PublishedDiffers(Fault):
    """A published rating that differs from the one worked out.

    A published rating stands where nothing else does. Where there are answers, they
    decide, and a difference is worth a look: a figure may have been copied wrongly.

    No example: it takes figures that disagree with one another.
    """

    code = "PUBLISHED-DIFFERS"
    severity = Severity.WARNING
    message = (
        "{target} was published as «{published}»; the answers make it «{computed}»."
    )
    target: str
    published: str
    computed: str


class NotInForce(Fault):
    """An inspection that is rated by a version which was not in force on its day.

    Nobody is rated by rules that came later, or had ended, unless somebody wants to
    know what would have come of them. The version that was named is used.

    In the example, the rules are in force from 2023-10-01.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example, fieldwork: 2023-09-30}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example, fieldwork: 2023-10-01}
    ```
    """

    code = "NOT-IN-FORCE"
    severity = Severity.WARNING
    message = "Version {version} of «{id}» was not in force on {date}, but {period}."
    hints = (
        "either name another version, or leave the version out, and the one in force "
        "is taken",
    )
    id: str
    version: str
    date: str
    period: str
