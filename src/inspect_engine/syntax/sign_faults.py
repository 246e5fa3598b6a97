"""Mistakes with single characters, signs, numbers and dates."""

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
    hints = ("{removal}", "{other}")
    found: str
    removal: str = "take it out"
    other: str = 'put it inside a text: "..."'


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
    message = "«{written}» is not a date of the calendar, as year-month-day."
    label = "year-month-day, as 2023-10-01"
    hints = (
        "did you mean {near}?",
        "write {day_first}, if the day comes first",
        "write the date as 2023-10-01",
    )
    written: str
    near: str = ""
    day_first: str = ""


class RoundingStep(Fault):
    """A figure rounded to something that nothing can be rounded to.

    Figures are rounded to a multiple of a number above nought, or to so many decimal
    places as somebody may print.

    Wrong:

    ```inspect
    let a = 12.5 rounded half up to nearest 0
    ```

    Right:

    ```inspect
    let a = 12.5 rounded half up to nearest 5
    ```
    """

    code = "ROUNDING-STEP"
    message = "Nothing can be rounded to {what}."
    label = "{wanted}"
    hints = ("write {wanted}",)
    what: str
    wanted: str


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
