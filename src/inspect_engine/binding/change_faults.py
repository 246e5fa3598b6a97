"""What can be wrong with what an extending file does to the version it extends."""

from inspect_engine.diagnostics.fault import Fault


class PlainInExtension(Fault):
    """A declaration in an extending file that does not say what it changes.

    Whether something is new or takes the place of something else is what readers of a
    new version look for first.

    Wrong:

    ```inspect
    methodology example/local "Local" {
      version 1
      extends example/base 1
    }

    let staff = 7
    ```

    Right:

    ```inspect
    methodology example/local "Local" {
      version 1
      extends example/base 1
    }

    add let staff = 7
    ```
    """

    code = "PLAIN-IN-EXTENSION"
    message = "«{what}» does not say what it does to «{base}»."
    label = "«add» or «replace» is missing"
    hints = ("write «{action} {what}»",)
    what: str
    base: str
    action: str


class ChangeWithoutExtends(Fault):
    """`replace`, `add` or `remove` where nothing is extended.

    These words change another version. A file that extends none has nothing to
    change; a used file only declares.

    Wrong:

    ```inspect
    methodology example/local "Local" {
      version 1
    }

    add let staff = 7
    ```

    Right:

    ```inspect
    methodology example/local "Local" {
      version 1
    }

    let staff = 7
    ```
    """

    code = "CHANGE-WITHOUT-EXTENDS"
    message = "«{action}» changes an extended version, and this file extends none."
    label = "nothing to change"
    hints = (
        "take the word out",
        "name the version to change in the head of a methodology: «extends ID VERSION»",
    )
    action: str


class NothingToChange(Fault):
    """A change of something that the extended version does not have.

    The change would silently have no effect, and the reader would believe that it had.

    Wrong:

    ```inspect
    methodology example/local "Local" {
      version 1
      extends example/base 1
    }

    remove scale ratings
    ```

    Right:

    ```inspect
    methodology example/local "Local" {
      version 1
      extends example/base 1
    }

    remove scale rating
    ```
    """

    code = "NOTHING-TO-CHANGE"
    message = "«{base}» has no {what}, so there is nothing to {action}."
    label = "not in the extended version"
    hints = ("did you mean «{near}»?",)
    base: str
    what: str
    action: str
    near: str = ""


class AlreadyThere(Fault):
    """An addition of something that the extended version has already.

    Two declarations of one name would leave open which of them counts.

    Wrong:

    ```inspect
    methodology example/local "Local" {
      version 1
      extends example/base 1
    }

    add scale rating { 0 weak 1 strong }
    ```

    Right:

    ```inspect
    methodology example/local "Local" {
      version 1
      extends example/base 1
    }

    replace scale rating { 0 weak 1 strong }
    ```
    """

    code = "ALREADY-THERE"
    message = "There is a {what} already."
    label = "added a second time"
    hints = ("write «replace» to put this in its place", "give this another name")
    what: str


class ChangedTwice(Fault):
    """Two changes of one thing in one file, where one undoes or hides the other.

    What comes of them would depend on their order, and order has no meaning here.

    Wrong:

    ```inspect
    methodology example/local "Local" {
      version 1
      extends example/base 1
    }

    replace scale rating { 0 weak 1 strong }
    remove scale rating
    ```

    Right:

    ```inspect
    methodology example/local "Local" {
      version 1
      extends example/base 1
    }

    replace scale rating { 0 weak 1 strong }
    ```
    """

    code = "CHANGED-TWICE"
    message = "This changes {what}, and «{other}» changes it as a whole."
    label = "a second change"
    hints = ("make one change of the two",)
    what: str
    other: str


class AmbiguousChange(Fault):
    """A change that could mean several things in the extended version.

    Facts and prompts have their names within a record or a key question, so a name
    alone may stand for several.

    Wrong:

    ```inspect
    methodology example/local "Local" {
      version 1
      extends example/base 1
    }

    remove prompt a
    ```

    Right:

    ```inspect
    methodology example/local "Local" {
      version 1
      extends example/base 1
    }

    remove prompt 1.1a
    ```
    """

    code = "AMBIGUOUS-CHANGE"
    message = "There is more than one {what}."
    label = "which of them is open"
    hints = ("write the full name: {names}", "replace {outer} as a whole")
    what: str
    names: str = ""
    outer: str = ""


class AddNeedsPlace(Fault):
    """An addition of a question that does not say where it belongs.

    A question stands in a standard, and a prompt in a question; it is added to it.

    Wrong:

    ```inspect
    methodology example/local "Local" {
      version 1
      extends example/base 1
    }

    add key question 1.3 "Is it kept up?"
    ```

    Right:

    ```inspect
    methodology example/local "Local" {
      version 1
      extends example/base 1
    }

    add to standard S1 {
      key question 1.3 "Is it kept up?"
    }
    ```
    """

    code = "ADD-NEEDS-PLACE"
    message = "«{what}» belongs in a {place}, and this does not say in which."
    label = "its place is missing"
    hints = ("write «add to {place} … {{ {what} … }}»",)
    what: str
    place: str
