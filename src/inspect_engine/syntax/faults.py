"""Mistakes in how a rule file is written."""

from inspect_engine.diagnostics.fault import Fault


class UnclosedText(Fault):
    """A text whose closing quote is missing on its line.

    Everything up to the end of the line would belong to the text, and what is meant
    after it would be lost.

    Wrong:

    ```inspect
    domain 1 "Service delivery {
    }
    ```

    Right:

    ```inspect
    domain 1 "Service delivery" {
    }
    ```
    """

    code = "UNCLOSED-TEXT"
    message = "This text has no closing quote on its line."
    label = "the text starts here"
    hints = ('put " at the end of the text', "go on in a second text on the next line")


class SmartQuotes(Fault):
    """Curly quotes, as word processors make them, around a text.

    The language uses the straight quote, so that texts look the same in every editor.

    Wrong:

    ```inspect
    domain 1 “Service delivery” {
    }
    ```

    Right:

    ```inspect
    domain 1 "Service delivery" {
    }
    ```
    """

    code = "CURLY-QUOTES"
    message = "This text stands in {kind} quotes."
    label = "{kind} quotes"
    hints = ('write straight double quotes: "..."',)
    kind: str


class StrayCharacter(Fault):
    """A character that the language has no use for.

    It may have come along from a word processor or a web page, and may be hard to see.

    Wrong:

    ```inspect
    let total = 3 £ 4
    ```

    Right:

    ```inspect
    let total = 3 + 4
    ```
    """

    code = "STRAY-CHARACTER"
    message = "«{found}» has no meaning here."
    hints = ("take it out", 'put it inside a text: "..."')
    found: str


class ForeignSign(Fault):
    """A sign that other languages use and this one spells in words.

    Rules are read by people who do not program, so they say «and», «is» and «at least».

    Wrong:

    ```inspect
    record case {
      fact age: whole 0 to 120
      question 1 "Seen?" { asked when age >= 18 }
    }
    ```

    Right:

    ```inspect
    record case {
      fact age: whole 0 to 120
      question 1 "Seen?" { asked when age at least 18 }
    }
    ```
    """

    code = "FOREIGN-SIGN"
    message = "«{sign}» does not belong here."
    label = "a sign of other languages"
    hints = ("write «{words}»", "{advice}")
    sign: str
    words: str = ""
    advice: str = ""


class ForeignComment(Fault):
    """A comment as another language writes it.

    A comment starts with # and ends with its line.

    Wrong:

    ```inspect
    // the four ratings
    scale rating { 0 poor  1 good }
    ```

    Right:

    ```inspect
    # the four ratings
    scale rating { 0 poor  1 good }
    ```
    """

    code = "FOREIGN-COMMENT"
    message = "«{sign}» does not start a comment here."
    label = "a comment of another language"
    hints = ("start the comment with #, on each of its lines",)
    sign: str


class NotARuleFile(Fault):
    """A file in another language altogether.

    A page saved from a browser, or a bundle under the name of a rule file, has no
    statement that could be read, and a report of each would help nobody.

    Wrong:

    ```inspect
    rules: example
    title: Example
    ```

    Right:

    ```inspect
    methodology example "Example" {
      version 1
      language 1
    }
    ```
    """

    code = "NOT-A-RULE-FILE"
    message = "This file seems to be {kind}, not rules."
    label = "it begins here"
    hints = ("give the rule file instead", "write the rules as «methodology …»")
    kind: str


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
        "write {suggestion}",
        "{removal}",
        "«{reserved}» is a word of the language here: take another name",
        "put it {home}",
    )
    what: str
    expected: str = ""
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


class BadDate(Fault):
    """A date that the calendar does not have, or not written as year-month-day.

    A date decides which rules are in force and which figure counts, so none is guessed.

    Wrong:

    ```inspect
    methodology example "Example" {
      version 1
      language 1
      in force from 2023-02-30
    }
    ```

    Right:

    ```inspect
    methodology example "Example" {
      version 1
      language 1
      in force from 2023-02-28
    }
    ```
    """

    code = "BAD-DATE"
    message = "«{written}» is not a date of the calendar."
    label = "year-month-day, as 2023-10-01"
    hints = ("did you mean {near}?", "write the date as 2023-10-01")
    written: str
    near: str = ""


class NumberTooLong(Fault):
    """A number with more digits than any figure needs.

    The limit keeps a damaged or hostile file from exhausting the computer.

    Wrong:

    ```inspect
    let total = 1000000000000000000000000000000000000000000000000000000000000
    ```

    Right:

    ```inspect
    let total = 1000
    ```
    """

    code = "NUMBER-TOO-LONG"
    message = "This number has {digits} digits; {limit} are the most."
    digits: int
    limit: int


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
