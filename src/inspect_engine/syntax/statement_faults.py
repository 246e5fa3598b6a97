"""Mistakes with the words, order and ends of statements."""

from inspect_engine.diagnostics.fault import Fault


class UnknownWord(Fault):
    """A word where the language expects another, often a misspelt keyword.

    Each statement starts with a word of the language; a word it does not know says
    nothing, and the statement would be lost.

    Wrong:

    ```inspect
    domain 1 "Organisation" {
      standrad P1.1 "Leadership" { unrated }
    }
    ```

    Right:

    ```inspect
    domain 1 "Organisation" {
      standard P1.1 "Leadership" { unrated }
    }
    ```
    """

    code = "UNKNOWN-WORD"
    message = "«{found}» is not a word of the language here."
    label = "{expected}"
    hints = ("did you mean «{near}»?",)
    found: str
    near: str = ""
    expected: str = ""


class Misplaced(Fault):
    """Something that cannot stand where it stands.

    The words are known, but not in this order or not in this block.

    Wrong:

    ```inspect
    domain "Organisation" 1 {
    }
    ```

    Right:

    ```inspect
    domain 1 "Organisation" {
    }
    ```
    """

    code = "MISPLACED"
    message = "{what} cannot stand here."
    label = "{expected}"
    hints = (
        "did you mean «{near}»?",
        "write {suggestion}",
        "{removal}",
        "«{reserved}» is a word of the language here: take another name",
        "put it {home}",
    )
    what: str
    expected: str = ""
    near: str = ""
    suggestion: str = ""
    removal: str = ""
    reserved: str = ""
    home: str = ""


class Incomplete(Fault):
    """A statement that stops before it is complete.

    What is missing is never guessed: a rating could depend on it.

    Wrong:

    ```inspect
    domain 1 "Organisation" {
      standard P1.1 "Leadership" { judged on }
    }
    ```

    Right:

    ```inspect
    domain 1 "Organisation" {
      standard P1.1 "Leadership" { unrated }
    }
    ```
    """

    code = "INCOMPLETE"
    message = "This statement is not complete: {expected} is missing."
    label = "{expected} belongs here"
    hints = ("write {suggestion}",)
    expected: str
    suggestion: str = ""


class UnclosedBlock(Fault):
    """A block whose closing brace is missing.

    Without it, what follows would belong to the block. The layout shows where the
    block was meant to end.

    Wrong:

    ```inspect
    domain 1 "Organisation" {
      standard P1.1 "Leadership" {
        unrated
    }
    domain 2 "Delivery" {
    }
    ```

    Right:

    ```inspect
    domain 1 "Organisation" {
      standard P1.1 "Leadership" {
        unrated
      }
    }
    domain 2 "Delivery" {
    }
    ```
    """

    code = "UNCLOSED-BLOCK"
    message = "The block that starts in line {opened} is not closed{before}."
    label = "«}}» belongs before this"
    hints = ("put «}}» where the block ends",)
    opened: int
    before: str = ""


class StrayBrace(Fault):
    """A closing brace with no block to close.

    One brace too many, or one missing before it, moves what follows into another
    block.

    Wrong:

    ```inspect
    domain 1 "Organisation" {
    }
    }
    ```

    Right:

    ```inspect
    domain 1 "Organisation" {
    }
    ```
    """

    code = "STRAY-BRACE"
    message = "This «}}» closes nothing."
    label = "no block is open here"
    hints = ("take it out", "put the missing «{{» before it")


class NestedTooDeep(Fault):
    """Blocks or brackets nested deeper than any methodology needs.

    The limit keeps a damaged or hostile file from exhausting the computer.

    No example: it takes more than a hundred brackets.
    """

    code = "NESTED-TOO-DEEP"
    message = "Brackets are nested more than {limit} deep here."
    hints = ("give a part of the condition a name with «let»",)
    limit: int


class MixedLogic(Fault):
    """«and» and «or» in one condition without brackets.

    Readers disagree on which binds first, so the language does not choose.

    Wrong:

    ```inspect
    record case {
      fact sentence: one of order, licence
      fact risk: one of low, high
      fact woman: yes or no
      question 1 "Seen?" {
        asked when sentence is licence and risk is high or woman is yes
      }
    }
    ```

    Right:

    ```inspect
    record case {
      fact sentence: one of order, licence
      fact risk: one of low, high
      fact woman: yes or no
      question 1 "Seen?" {
        asked when (sentence is licence and risk is high) or woman is yes
      }
    }
    ```
    """

    code = "MIXED-LOGIC"
    message = "«and» and «or» stand in one condition without brackets."
    label = "which goes first?"
    hints = ("write (… and …) or …", "write … and (… or …)")


class TooManyTerms(Fault):
    """A sum or product longer than any methodology needs.

    The limit keeps a damaged or hostile file from exhausting the computer.

    No example: it takes more than a thousand numbers.
    """

    code = "TOO-MANY-TERMS"
    message = "This sum or product has more than {limit} terms."
    label = "too long"
    hints = ("give a part of it a name with «let»", "use «sum of … over …»")
    limit: int
