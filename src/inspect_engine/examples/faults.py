"""What can be wrong with examples: with their file, their rows, what they expect."""

from inspect_engine.diagnostics.fault import Fault


class ExamplesForm(Fault):
    """A file of examples that does not say which form it has, or names another.

    The number tells a reader of later years how the file was meant. There is one
    form so far, 1.

    Wrong:

    ```yaml
    examples: 7
    tests: []
    ```

    Right:

    ```yaml
    examples: 1
    tests: []
    ```
    """

    code = "EXAMPLES-FORM"
    message = "The file of examples {problem}."
    label = "the form of the file"
    hints = ("write «examples: 1» at the top",)
    problem: str


class ExampleRow(Fault):
    """A row of examples, or its line of columns, that does not say what comes of what.

    What is given stands before «->», and what is expected after it, with a comma
    between the values of two columns.

    Wrong:

    ```yaml
    examples: 1
    tests:
      - name: the overall rating
        table:
          columns: P1, P2 -> overall
          rows:
            - good, good, good
    ```

    Right:

    ```yaml
    examples: 1
    tests:
      - name: the overall rating
        table:
          columns: P1, P2 -> overall
          rows:
            - good, good -> good
    ```
    """

    code = "EXAMPLE-ROW"
    message = "«{written}» does not say what is given and what comes of it."
    label = "no single «->» between two parts"
    hints = ("write it as «given, given -> expected»",)
    written: str


class NoExamples(Fault):
    """A path without any example, so that nothing would be tested.

    A run that tests nothing would look like one in which everything is right.

    No example: it is about files that are not there.
    """

    code = "NO-EXAMPLES"
    message = "«{path}» holds no example{matching}."
    hints = (
        "name a file that ends in .examples.yaml, or rules with «example» in them",
        "name a folder with such files in it or below",
    )
    path: str
    matching: str = ""


class ExamplesWithoutRules(Fault):
    """A file of examples that does not say of which rules, with none or several near.

    The rules are those of the same name beside the file or in the folder above, or
    else the only methodology there.

    No example: it takes several files in one folder.
    """

    code = "EXAMPLES-WITHOUT-RULES"
    message = "Which rules «{path}» has examples of is not clear: {found}."
    hints = ("write «rules:» with the id or the file of the rules at the top",)
    path: str
    found: str
