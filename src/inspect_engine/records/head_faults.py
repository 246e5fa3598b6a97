"""What can be wrong with a bundle as a file, with its head, or with its shape."""

from inspect_engine.diagnostics.fault import Fault


class UnsupportedFile(Fault):
    """A file whose ending says that it is not a kind of file bundles come in.

    The ending decides how a file is read; guessing could read answers wrongly.

    No example: the fault is in the name of a file.
    """

    code = "UNSUPPORTED-FILE"
    message = "«{path}» does not end in {endings}."
    hints = ("either give the file the ending of what it holds, or convert it",)
    path: str
    endings: str


class BundleVersion(Fault):
    """A bundle that does not say which form of bundle it is, or names another.

    The number tells a reader of later years how the file was meant. There is one
    form so far, 1.

    Wrong:

    ```yaml
    bundle: 7
    inspection: {id: example}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    ```
    """

    code = "BUNDLE-VERSION"
    message = "The bundle {problem}."
    label = "the form of the bundle"
    hints = ("write «bundle: 1» at the top",)
    problem: str


class UnknownKey(Fault):
    """A name that means nothing in its place.

    What stands under it would be read by nobody, and its author would think it was.

    Wrong:

    ```yaml
    bundle: 1
    inspektion: {id: example}
    inspection: {id: example}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    ```
    """

    code = "UNKNOWN-KEY"
    message = "«{key}» means nothing in {where}."
    label = "not known here"
    hints = ("did you mean «{near}»?", "known here: {known}")
    key: str
    where: str
    near: str = ""
    known: tuple[str, ...] | str = ""


class MissingKey(Fault):
    """Something that has to be said and is not.

    A percent stands for a number of cases only with its base, and a decision has to
    say what is decided.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    tallies:
      1.1.1: {percent: 60}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    tallies:
      1.1.1: {percent: 60, relevant: 42}
    ```
    """

    code = "MISSING-KEY"
    message = "{where} does not say «{key}»."
    label = "here"
    hints = ("add «{key}:» with its value",)
    key: str
    where: str


class MissingId(Fault):
    """A record, unit or inspection without an id.

    Results, explanations and corrections name what they speak of by its id.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - answers: {1.1.1: yes}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - id: "001"
        answers: {1.1.1: yes}
    ```
    """

    code = "MISSING-ID"
    message = "{what} has no id."
    label = "without an id"
    hints = ("add «id:» with a name that nothing else beside it has",)
    what: str


class NotAMapping(Fault):
    """A list or a single value where names with values belong.

    Without the names nobody can tell which value belongs to what.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - {id: "001", answers: yes}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - {id: "001", answers: {1.1.1: yes}}
    ```
    """

    code = "NOT-A-MAPPING"
    message = "{what} holds names with values, and here stands {found}."
    label = "no names with values"
    hints = ("write each name, a colon and its value",)
    what: str
    found: str


class NotAList(Fault):
    """Names with values, or a single value, where a list belongs.

    Records, units and decisions stand one after the other, each with its own id or
    target.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases: {id: "001"}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - {id: "001"}
    ```
    """

    code = "NOT-A-LIST"
    message = "{what} is a list, and here stands {found}."
    label = "not a list"
    hints = ("begin each item with «- »",)
    what: str
    found: str


class NotOneValue(Fault):
    """A list, or names with values, where one value belongs.

    One question has one answer in one record; two would have to be chosen between.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - {id: "001", answers: {1.1.1: [yes, no]}}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example}
    cases:
      - {id: "001", answers: {1.1.1: yes}}
    ```
    """

    code = "NOT-ONE-VALUE"
    message = "{what} is one value, and {found} stands here."
    label = "more than one value"
    hints = ("write the one value that holds",)
    what: str
    found: str


class SaidTwice(Fault):
    """Two names for one thing, both with a value.

    One of the two would silently win.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example, fieldwork: 2024-08-12, date: 2024-09-01}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example, fieldwork: 2024-08-12}
    ```
    """

    code = "SAID-TWICE"
    message = "«{one}» and «{other}» say the same."
    label = "said a second time"
    hints = ("keep one of the two",)
    one: str
    other: str


class WrongMethodology(Fault):
    """A bundle that was made for other rules than those it is read with.

    Its questions would be matched with those of another methodology or version.
    Nothing else of the bundle is looked at until this is settled.

    Wrong:

    ```yaml
    bundle: 1
    inspection: {id: example, rules: another/methodology}
    ```

    Right:

    ```yaml
    bundle: 1
    inspection: {id: example, rules: example/rules}
    ```
    """

    code = "WRONG-METHODOLOGY"
    message = "The bundle is for «{written}», and the rules given are «{given}»."
    label = "the rules that the bundle is for"
    hints = ("did you mean «{near}»?", "either give those rules, or correct the bundle")
    written: str
    given: str
    reason: str
    near: str = ""
