"""What can be wrong between rule files: what they use, extend, and are found by."""

from inspect_engine.diagnostics.diagnostic import Severity
from inspect_engine.diagnostics.fault import Fault


class CircularUse(Fault):
    """A file that uses itself, perhaps through others.

    What such a file declares would depend on where reading begins. A file lists what
    it needs; what two files need of each other belongs in a third.

    In the example, the file itself is called `common.inspect`.

    Wrong:

    ```inspect
    use "common.inspect"

    scale rating { 0 poor 1 good }
    ```

    Right:

    ```inspect
    scale rating { 0 poor 1 good }
    ```
    """

    code = "CIRCULAR-USE"
    message = "«{path}» leads back to itself{through}."
    label = "the circle closes here"
    hints = ("either take this line out, or put what both need in a third file",)
    path: str
    through: str = ""


class CircularExtends(Fault):
    """A version that extends itself, perhaps through others.

    An extension says what differs from an earlier version, so there has to be a first
    one that extends nothing.

    Wrong:

    ```inspect
    methodology example/circle "Circle" {
      version 1
      extends example/circle 1
    }
    ```

    Right:

    ```inspect
    methodology example/circle "Circle" {
      version 1
    }
    ```
    """

    code = "CIRCULAR-EXTENDS"
    message = "«{id}» {version} extends itself{through}."
    label = "the circle closes here"
    hints = ("name the version that this one was made from",)
    id: str
    version: str
    through: str = ""


class MethodologyInUsedFile(Fault):
    """A `use` of a file that is a methodology of its own.

    A used file lends its declarations; two heads would leave open which id, version
    and dates are meant. A methodology is built upon by extending it.

    In the example, `base.inspect` holds `methodology example/base`.

    Wrong:

    ```inspect
    methodology example/local "Local" {
      version 1
    }

    use "base.inspect"
    ```

    Right:

    ```inspect
    methodology example/local "Local" {
      version 1
      extends example/base 1
    }
    ```
    """

    code = "METHODOLOGY-IN-USED-FILE"
    message = "«{path}» is the methodology «{id}», and is not to be used by another."
    label = "a file with a head of its own"
    hints = (
        "write «extends {id}» with its version in the head",
        "move what both need into a file without a head",
    )
    path: str
    id: str


class SecondMethodology(Fault):
    """A second head in one file.

    A file is one version of one methodology, so that it can be found, cited and
    compared as a whole.

    Wrong:

    ```inspect
    methodology example/first "First" { version 1 }
    methodology example/second "Second" { version 1 }
    ```

    Right:

    ```inspect
    methodology example/first "First" { version 1 }
    ```
    """

    code = "SECOND-METHODOLOGY"
    message = "This file is «{first}» already, and cannot be «{second}» too."
    label = "a second head"
    hints = ("put it in a file of its own",)
    first: str
    second: str


class RulesEnding(Fault):
    """A file given as rules whose name does not say how it is written.

    The ending says how a file is to be read: `.inspect` for the language, `.yaml` and
    `.json` for the same words as keys.

    Wrong:

    ```inspect
    use "common.txt"
    ```

    Right:

    ```inspect
    use "common.inspect"
    ```
    """

    code = "RULES-ENDING"
    message = "Rules stand in .inspect, .yaml or .json files, and «{path}» is none."
    hints = ("name a file whose name ends in .inspect, .yaml or .json",)
    path: str


class NoRules(Fault):
    """A file or folder given as rules that holds none.

    A command that went on without rules would find nothing wrong with nothing.

    The first of the examples can be used by others, and not be scored by.

    Wrong:

    ```inspect
    scale rating { 0 poor 1 good }
    ```

    Right:

    ```inspect
    methodology example/first "First" { version 1 }

    scale rating { 0 poor 1 good }
    ```
    """

    code = "NO-RULES"
    message = "«{path}» holds no {what}."
    hints = ("name {wanted}",)
    path: str
    what: str
    wanted: str


class SeveralMethodologies(Fault):
    """A folder given as rules that holds several methodologies.

    Which is meant has to be said, since each would rate differently.

    No example: it takes several files in one folder.
    """

    code = "SEVERAL-METHODOLOGIES"
    message = "«{path}» holds several methodologies: {ids}."
    hints = ("name the file of the one that is meant",)
    path: str
    ids: str


class UnknownMethodology(Fault):
    """The id of a methodology that is nowhere to be found.

    Methodologies are looked for among those shipped; what a file extends, also in the
    folder it lies in.

    Wrong:

    ```inspect
    methodology example/local "Local" {
      version 1
      extends example/bass 1
    }
    ```

    Right:

    ```inspect
    methodology example/local "Local" {
      version 1
      extends example/base 1
    }
    ```
    """

    code = "UNKNOWN-METHODOLOGY"
    message = "There is no methodology «{id}»."
    label = "not known"
    hints = ("did you mean «{near}»?", "known are {known}; a file needs its ending")
    id: str
    near: str = ""
    known: str = ""


class UnknownVersion(Fault):
    """A version that a methodology does not have.

    Ratings follow from one version exactly; a near one is never taken instead.

    Wrong:

    ```inspect
    methodology example/local "Local" {
      version 1
      extends example/base 7
    }
    ```

    Right:

    ```inspect
    methodology example/local "Local" {
      version 1
      extends example/base 1
    }
    ```
    """

    code = "UNKNOWN-VERSION"
    message = "«{id}» has no version «{version}»."
    label = "no such version"
    hints = ("its versions are {known}",)
    id: str
    version: str
    known: str


class SameVersionTwice(Fault):
    """Two files that are the same version of the same methodology.

    The same name would stand for two meanings, and nobody could say by which of them
    an inspection was rated.

    No example: it takes two files in one folder.
    """

    code = "SAME-VERSION-TWICE"
    message = "«{id}» {version} is in two files: {files}."
    hints = ("either give one of them another version, or take one out",)
    id: str
    version: str
    files: str


class NoneInForce(Fault):
    """A date on which no version of a methodology is in force.

    A version from before or after would rate by rules that did not apply.

    No example: it takes a date, which a bundle or an option gives.
    """

    code = "NONE-IN-FORCE"
    message = "No version of «{id}» is in force on {date}."
    hints = ("in force are {known}", "name the version that is meant: «{id}@{version}»")
    id: str
    date: str
    known: str
    version: str


class TwoInForce(Fault):
    """Two versions of a methodology that are in force on the same day.

    The ratings of inspections on such a day would depend on a choice that nobody has
    written down. Both ends of `in force` count.

    No example: it takes two files in one folder.
    """

    code = "TWO-IN-FORCE"
    message = "Versions {versions} of «{id}» are all in force on {date}."
    hints = (
        "let the earlier end the day before the later begins: «in force from … to …»",
        "name the version that is meant: «{id}@{version}»",
    )
    id: str
    versions: str
    date: str
    version: str


class OnlyRead(Fault):
    """A file of rules that no methodology uses, and that was read but not analysed.

    Its words and names are in order. What its bands, tables and conditions leave out
    shows only in a methodology that uses them.

    No example: the file itself is as it should be; it only stands alone.
    """

    code = "ONLY-READ"
    severity = Severity.NOTE
    message = "No methodology in this folder uses «{path}», so it was only read."
    hints = ("check the folder of a methodology that uses it",)
    path: str
