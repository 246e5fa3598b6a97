"""Mistakes in names, scores, questions and provenance."""

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
    hints = ("{how}", "give one of them a name that nobody mixes up")
    kind: str
    name: str
    other_kind: str
    other: str
    how: str = ""


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


class LevelWithoutScore(Fault):
    """A level without a score on a scale whose scores are added up.

    A sum with such a level in it has no value, so that an inspection with one rating
    at this level has no score at all.

    Wrong:

    ```inspect
    scale rating { 0 poor  good }
    bands total: whole 0 to 2 -> rating { 0 poor  1 to 2 good }
    standard A "One" { judged on rating }
    standard B "Two" { judged on rating }
    overall { score sum of standards  rating score by total }
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 good }
    bands total: whole 0 to 2 -> rating { 0 poor  1 to 2 good }
    standard A "One" { judged on rating }
    standard B "Two" { judged on rating }
    overall { score sum of standards  rating score by total }
    ```
    """

    code = "LEVEL-WITHOUT-SCORE"
    severity = Severity.WARNING
    message = "{levels} {verb} no score on «{scale}», whose scores are added up."
    label = "no score"
    hints = ("write the score before the level", "do not add these ratings up")
    scale: str
    levels: str
    verb: str


class ShadowedName(Fault):
    """A name that hides another in some conditions.

    The rules are read by one meaning there and by the other elsewhere, and nobody can
    see from a condition which of the two it is.

    Wrong:

    ```inspect
    input staff: whole 0 to 99
    record case { fact staff: whole 0 to 9 }
    note "Few." when staff below 5
    ```

    Right:

    ```inspect
    input staff: whole 0 to 99
    record case { fact staff_met: whole 0 to 9 }
    note "Few." when staff below 5
    ```
    """

    code = "SHADOWED-NAME"
    severity = Severity.WARNING
    message = "«{name}» means the {kind} and not the {other} {where}."
    label = "hides the {other}"
    hints = ("give one of them another name",)
    name: str
    kind: str
    other: str
    where: str
