"""Mistakes in names, dates, questions and provenance."""

from inspect_engine.diagnostics.diagnostic import Severity
from inspect_engine.diagnostics.fault import Fault


class ScoreOrder(Fault):
    """A level that scores no more than a worse one.

    Levels are listed from worst to best. Where the scores run the other way, a sum of
    scores and «lowest of» disagree on what is better.

    Wrong:

    ```inspect
    scale rating { 0 poor  2 fair  1 good }
    standard A "One" { judged on rating }
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 fair  2 good }
    standard A "One" { judged on rating }
    ```
    """

    code = "SCORE-ORDER"
    severity = Severity.NOTE
    message = (
        "On the scale «{scale}», «{level}» is better than «{before}» but scores"
        " {score}, not more than {other}."
    )
    label = "scores {score}"
    hints = ("list the levels from worst to best", "change a score")
    scale: str
    level: str
    before: str
    score: str
    other: str


class KeyQuestionWithoutEffect(Fault):
    """A key question of a computed standard that its rating does not look at.

    Inspectors would answer it for every case, and whatever they find would change
    nothing.

    Wrong:

    ```inspect
    scale rating { 0 poor  1 good }
    bands share: percent -> rating { exact  below 50 poor  50 and over good }
    record case { }
    standard A "One" {
      key question 1.1 "Is it assessed?"
      key question 1.2 "Is it planned?"
      rating percent of yes to 1.1 by share
    }
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 good }
    bands share: percent -> rating { exact  below 50 poor  50 and over good }
    record case { }
    standard A "One" {
      key question 1.1 "Is it assessed?"
      key question 1.2 "Is it planned?"
      rating lowest of key questions by share
    }
    ```
    """

    code = "KEY-QUESTION-WITHOUT-EFFECT"
    severity = Severity.WARNING
    message = "The key question «{question}» has no part in the rating of «{standard}»."
    label = "drives nothing"
    hints = ("count it in the rating", "make it a «question»")
    question: str
    standard: str


class StandardWithoutQuestion(Fault):
    """A standard that is neither judged nor asks anything.

    A standard is inspected by a judgement or by questions. Without either, its rating
    comes from elsewhere, which readers would not expect.

    Wrong:

    ```inspect
    scale rating { 0 poor  1 good }
    bands size: whole 0 to 9 -> rating { 0 to 4 poor  5 to 9 good }
    input staff: whole 0 to 9
    standard A "One" { rating staff by size }
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 good }
    standard A "One" { judged on rating }
    ```
    """

    code = "STANDARD-WITHOUT-QUESTION"
    severity = Severity.NOTE
    message = "The standard «{standard}» is not judged and has no key question."
    label = "nothing is asked"
    hints = ("write «judged on» and a scale", "add a key question")
    standard: str


class PromptIgnored(Fault):
    """A prompt that the derived answer above it does not look at.

    The answer is worked out from its prompts; one that is left out is answered for
    nothing, unless it is there to guide inspectors.

    Wrong:

    ```inspect
    record case { }
    scale rating { 0 poor  1 good }
    standard A "One" {
      judged on rating
      key question 1.1 "Is it assessed?" {
        prompt a "Early?"
        prompt b "Well?"
        yes when prompt a is yes
      }
    }
    ```

    Right:

    ```inspect
    record case { }
    scale rating { 0 poor  1 good }
    standard A "One" {
      judged on rating
      key question 1.1 "Is it assessed?" {
        prompt a "Early?"
        prompt b "Well?"
        yes when prompt a is yes and prompt b is yes
      }
    }
    ```
    """

    code = "PROMPT-IGNORED"
    severity = Severity.NOTE
    message = "The answer to «{question}» is derived without its prompt «{prompt}»."
    label = "not looked at"
    hints = ("use it in the answer", "leave it out")
    question: str
    prompt: str


class UnusedName(Fault):
    """A declaration that nothing speaks of.

    It may be there for readers or for later. It may also be that a rule names another
    thing by mistake.

    Wrong:

    ```inspect
    scale rating { 0 poor  1 good }
    scale progress { 0 none  1 some }
    standard A "One" { judged on rating }
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 good }
    standard A "One" { judged on rating }
    ```
    """

    code = "UNUSED-NAME"
    severity = Severity.NOTE
    message = "Nothing uses the {kind} «{name}»."
    label = "not used"
    hints = ("use it", "leave it out")
    kind: str
    name: str


class LookAlike(Fault):
    """Two names that readers can hardly tell apart.

    A rule that means one and names the other is right by all checks, and wrong.

    Wrong:

    ```inspect
    input level_1: whole 0 to 9
    input level_l: whole 0 to 9
    ```

    Right:

    ```inspect
    input level_now: whole 0 to 9
    input level_before: whole 0 to 9
    ```
    """

    code = "LOOK-ALIKE"
    severity = Severity.WARNING
    message = "The {kind} «{name}» looks like the {other_kind} «{other}»."
    label = "looks like «{other}»"
    hints = ("give one of them a name that nobody mixes up",)
    kind: str
    name: str
    other_kind: str
    other: str


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


class NoProvenance(Fault):
    """A rule that decides ratings and does not say where it comes from.

    A public body must be able to defend each figure: by the place where it was
    published, or by what speaks for assuming it.

    Wrong:

    ```inspect
    scale rating { 0 poor  1 good }
    bands score: whole 0 to 9 -> rating { 0 to 4 poor  5 to 9 good }
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 good }
    bands score: whole 0 to 9 -> rating {
      0 to 4 poor
      5 to 9 good
      assumed "the table is not published; four reports agree with it"
    }
    ```
    """

    code = "NO-PROVENANCE"
    severity = Severity.NOTE
    message = "{what} does not say where it comes from."
    label = "no source"
    hints = ("cite a source", "write «assumed» and why")
    what: str
