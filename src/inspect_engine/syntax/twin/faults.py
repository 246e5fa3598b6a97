"""What can be wrong with a rule file in YAML or JSON, beside its words."""

from inspect_engine.diagnostics.fault import Fault


class UnknownRulesKey(Fault):
    """A key that has no place in this part of a rule file in YAML or JSON.

    What is not understood is never passed over: a limit under a misspelt key would
    silently not hold.

    Wrong:

    ```yaml
    scale:
      rating:
        levles:
          - poor
          - good
    ```

    Right:

    ```yaml
    scale:
      rating:
        levels:
          - poor
          - good
    ```
    """

    code = "RULES-KEY"
    message = "«{key}» is not a key of {what}."
    label = "not known here"
    hints = ("did you mean «{near}»?", "the keys here are {known}")
    key: str
    what: str
    near: str = ""
    known: str = ""


class MissingRulesKey(Fault):
    """A part of a statement that is missing in a rule file in YAML or JSON.

    Every statement says all of itself; nothing has a value that nobody wrote.

    Wrong:

    ```yaml
    domain:
      1:
        standard:
          P1.1:
            unrated: yes
    ```

    Right:

    ```yaml
    domain:
      1:
        title: Service delivery
        standard:
          P1.1:
            title: Leadership
            unrated: yes
    ```
    """

    code = "RULES-KEY-MISSING"
    message = "Here {what} has no «{key}»."
    label = "«{key}» belongs here"
    hints = ("write «{key}:» with its value under it",)
    what: str
    key: str


class RulesShape(Fault):
    """A list, names with values, or one value, where something else belongs.

    Nothing is guessed from a value of another shape: of two titles, nobody knows which
    is meant.

    Wrong:

    ```yaml
    scale:
      rating:
        title: [Rating, Grade]
        levels:
          - poor
          - good
    ```

    Right:

    ```yaml
    scale:
      rating:
        title: Rating
        levels:
          - poor
          - good
    ```
    """

    code = "RULES-SHAPE"
    message = "Under «{key}» belongs {wanted}, and here is {found}."
    label = "this is {found}"
    hints = ("write {wanted} under «{key}»",)
    key: str
    wanted: str
    found: str


class RulesFlag(Fault):
    """A fixed word of the language with another value than «yes».

    `unrated: yes` stands for the word «unrated». What does not hold is left out, as
    it is in the other spelling.

    Wrong:

    ```yaml
    standard:
      P1.1:
        title: Outcomes
        unrated: no
    ```

    Right:

    ```yaml
    standard:
      P1.1:
        title: Outcomes
        unrated: yes
    ```
    """

    code = "RULES-FLAG"
    message = "«{key}» can only be «yes», and here is «{value}»."
    label = "not «yes»"
    hints = ("either write «{key}: yes», or take the key out",)
    key: str
    value: str


class RulesBrace(Fault):
    """A brace or a comment inside a phrase of a rule file in YAML or JSON.

    A value is one phrase of the language. What would stand in a block has keys of its
    own, and a comment stands outside the value.

    Wrong:

    ```yaml
    scale:
      rating:
        levels:
          - level: "poor { guidance"
          - level: good
    ```

    Right:

    ```yaml
    scale:
      rating:
        levels:
          - level: poor
            guidance: seldom given
          - level: good
    ```
    """

    code = "RULES-BRACE"
    message = "«{sign}» cannot stand in the value of «{key}»."
    label = "not part of a phrase"
    hints = ("either give what it holds a key of its own, or take it out",)
    sign: str
    key: str


class SeveralStatements(Fault):
    """A value that holds a second statement in a rule file in YAML or JSON.

    Each statement has a key of its own, so that a reader who looks for a limit finds
    it under «limit» and nowhere else.

    Wrong:

    ```yaml
    scale:
      rating:
        levels:
          - level: poor good
    ```

    Right:

    ```yaml
    scale:
      rating:
        levels:
          - level: poor
          - level: good
    ```
    """

    code = "RULES-STATEMENTS"
    message = "This value says more than one thing: «{text}» is a statement of its own."
    label = "a second statement"
    hints = ("give it a key of its own, or an item of its own in the list",)
    text: str


class NamedTwice(Fault):
    """Two statements of one kind and name, which YAML and JSON have no way to say.

    In YAML and JSON a statement stands under its name, and there a name stands once.
    In any spelling, two declarations of one name are one too many.

    No example: the wrong file cannot be written in YAML at all, and in the language
    itself DUPLICATE-ID says it.
    """

    code = "NAMED-TWICE"
    message = "«{name}» is declared twice here, and in YAML and JSON it can stand once."
    label = "declared a second time"
    hints = ("either take one of the two away, or rename it",)
    name: str
