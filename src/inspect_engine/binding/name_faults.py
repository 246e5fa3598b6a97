"""Mistakes with names, places and parts of a methodology."""

from inspect_engine.diagnostics.fault import Fault


class UnknownName(Fault):
    """A name that nothing declares.

    Every name must be declared once; one that is not, is usually misspelt, or was
    left behind when a declaration was renamed.

    Wrong:

    ```inspect
    scale rating { 0 poor  1 good }
    domain 1 "Organisation" {
      standard P1.1 "Leadership" { judged on raitng }
    }
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 good }
    domain 1 "Organisation" {
      standard P1.1 "Leadership" { judged on rating }
    }
    ```
    """

    code = "UNKNOWN-NAME"
    message = "No {kind} is called «{name}»."
    label = "not declared"
    hints = ("did you mean «{near}»?",)
    name: str
    kind: str = "value"
    near: str = ""


class DuplicateId(Fault):
    """Two declarations of one kind with the same id.

    An id stands for one thing for ever; with two, nobody could say which is meant.

    Wrong:

    ```inspect
    scale rating { 0 poor  1 good }
    standard P1 "Leadership" { judged on rating }
    standard P1 "Staffing" { judged on rating }
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 good }
    standard P1 "Leadership" { judged on rating }
    standard P2 "Staffing" { judged on rating }
    ```
    """

    code = "DUPLICATE-ID"
    message = "Another {kind} {relation} «{name}» already."
    label = "the second"
    hints = ("{change}", "take one of them out")
    name: str
    kind: str
    relation: str = "is called"
    change: str = "give one of them another id"


class ReservedWord(Fault):
    """A name that is a word of the language.

    Where the name is used, the language would read its own word instead.

    Wrong:

    ```inspect
    record visit { fact days: whole 0 to 100 }
    ```

    Right:

    ```inspect
    record visit { fact days_away: whole 0 to 100 }
    ```
    """

    code = "RESERVED-WORD"
    message = "«{word}» is a word of the language and cannot be a name here."
    label = "a word of the language"
    hints = ("choose a longer name, such as {word}_given",)
    word: str


class DuplicateStatement(Fault):
    """A statement that a block may have once, twice.

    Only one of them could count, and nobody could say which.

    Wrong:

    ```inspect
    scale rating { 0 poor  1 good }
    standard P1 "Leadership" { judged on rating  judged on rating }
    ```

    Right:

    ```inspect
    scale rating { 0 poor  1 good }
    standard P1 "Leadership" { judged on rating }
    ```
    """

    code = "DUPLICATE-STATEMENT"
    message = "«{word}» stands twice in this block."
    label = "the second"
    hints = ("keep the one that is meant",)
    word: str


class NotInScope(Fault):
    """A name that means something, but not in this place.

    A fact differs from record to record, so the rating of an inspection cannot use
    it directly: it needs a count, percent or sum over the records.

    Wrong:

    ```inspect
    record case { fact age: whole 0 to 120 }
    let oldest = age + 1
    ```

    Right:

    ```inspect
    record case { fact age: whole 0 to 120 }
    let oldest = highest of age over cases
    ```
    """

    code = "NOT-IN-SCOPE"
    message = "«{what}» cannot be used here: {why}."
    label = "not known here"
    hints = ("{suggestion}",)
    what: str
    why: str
    suggestion: str = ""


class Circular(Fault):
    """A value that depends on itself.

    Nothing could be worked out first, so nothing could be worked out at all.

    Wrong:

    ```inspect
    let a = b + 1
    let b = a + 1
    ```

    Right:

    ```inspect
    let a = 1
    let b = a + 1
    ```
    """

    code = "CIRCULAR"
    message = "«{name}» depends on itself: {chain}."
    label = "leads back here"
    hints = ("take one of the steps out",)
    name: str
    chain: str


class WrongPlace(Fault):
    """A statement in a block that has no use for it.

    It would say nothing there, and its author would think that it does.

    Wrong:

    ```inspect
    record case {
      question 1 "Seen?" { pools 2, 3 }
      question 2 "Seen at home?"
      question 3 "Seen in the office?"
    }
    ```

    Right:

    ```inspect
    record case {
      question 2 "Seen at home?"
      question 3 "Seen in the office?"
    }
    standard S "Contact" {
      unrated
      key question 1 "Seen?" { pools 2, 3 }
    }
    ```
    """

    code = "WRONG-PLACE"
    message = "«{what}» has no place in {where}."
    label = "not here"
    hints = ("{suggestion}",)
    what: str
    where: str
    suggestion: str = ""


class MissingPart(Fault):
    """A declaration without something that it cannot do without.

    What it lacks has no default, because a default would be a rule that nobody wrote.

    Wrong:

    ```inspect
    methodology example "Example" {
      language 1
    }
    ```

    Right:

    ```inspect
    methodology example "Example" {
      version 1
      language 1
    }
    ```
    """

    code = "MISSING-PART"
    message = "{what} has no {missing}."
    label = "{missing} is missing"
    hints = ("{suggestion}",)
    what: str
    missing: str
    suggestion: str = ""


class ChainTooLong(Fault):
    """A chain of names or files, each leading to the next, longer than any needed.

    The limit keeps a damaged or hostile file from exhausting the computer.

    No example: it takes more links than fit on a page.
    """

    code = "CHAIN-TOO-LONG"
    message = "«{name}» stands at the end of a chain of more than {limit}."
    label = "the chain is followed up to here"
    hints = ("let the first of the chain lead to the last without so many between",)
    name: str
    limit: int
