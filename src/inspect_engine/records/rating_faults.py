"""What can be wrong with judgements, published ratings and decisions."""

from inspect_engine.diagnostics.fault import Fault


class UnknownStandard(Fault):
    """A judgement, published rating or decision on what the methodology lacks.

    It would move no rating.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    published: {P11: good}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    published: {P1: good}
    ```
    """

    code = "UNKNOWN-STANDARD"
    message = "The rules have no {wanted} «{name}»."
    label = "not in the rules"
    hints = ("did you mean «{near}»?",)
    name: str
    wanted: str
    near: str = ""


class JudgementOfComputed(Fault):
    """A judgement of what the rules work out.

    The judgement would stand against the evidence. A rating that is already
    published stands under `published`; one that is moved, under `decisions`.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    judgements: {P1: good}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    published: {P1: good}
    ```
    """

    code = "JUDGEMENT-OF-COMPUTED"
    message = "«{name}» is not judged: it is worked out from {basis}."
    label = "worked out by the rules"
    hints = ("either take it away, or write it under «published» or «decisions»",)
    name: str
    basis: str


class LevelOfUnrated(Fault):
    """A level for a standard that the methodology does not rate.

    It would read as if it had counted.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    published: {P3: good}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    published: {P1: good}
    ```
    """

    code = "LEVEL-OF-UNRATED"
    message = "«{name}» is not rated, so it has no level."
    label = "not rated"
    hints = ("take it away",)
    name: str
