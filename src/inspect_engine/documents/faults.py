"""What can be wrong with the spelling of a YAML or JSON text."""

from inspect_engine.diagnostics.fault import Fault


class DuplicateKey(Fault):
    """A name that is written twice in one place.

    One of the two would silently win, and nobody could tell which was meant: an
    answer given twice is two answers. The first is kept, so that the rest of the
    text can be read; the second is left out.

    Wrong:
    ```yaml
    answers:
      1.1.1: yes
      1.1.1: no
    ```
    Right:
    ```yaml
    answers:
      1.1.1: yes
      1.1.2: no
    ```
    """

    code = "DUPLICATE-KEY"
    message = "«{key}» is written twice here."
    label = "written a second time"
    hints = (
        "either take one of the two away, or give it the name that it should have",
    )
    key: str


class KeyNotText(Fault):
    """A name that is a list, a mapping, or nothing.

    What stands before a colon is the name under which something is found again, so
    it has to be a piece of text.

    Wrong:
    ```yaml
    [1.1.1, 1.1.2]: yes
    ```
    Right:
    ```yaml
    1.1.1: yes
    1.1.2: yes
    ```
    """

    code = "KEY-NOT-TEXT"
    message = "What stands before the colon is not a name."
    label = "this has to be one piece of text"
    hints = ("either write one name, or write an entry for each name",)


class YamlAnchor(Fault):
    """A part of a YAML text that is marked with «&» to be repeated elsewhere.

    A text that says everything where it is used can be checked by reading it from
    top to bottom; one that refers back cannot. What is marked is read as if the
    mark were not there.

    Wrong:
    ```yaml
    case-1: &usual yes
    ```
    Right:
    ```yaml
    case-1: yes
    ```
    """

    code = "YAML-ANCHOR"
    message = "«{mark}» marks a part to be repeated, which these files do not do."
    label = "a mark for repeating"
    hints = ("either take the mark away, or, if it is text, put it in quotation marks",)
    mark: str


class YamlAlias(Fault):
    """A reference with «*» to a part of a YAML text that stands elsewhere.

    References are never followed: a few lines of them can stand for billions of
    entries. The entry is left out.

    Wrong:
    ```yaml
    case-1: yes
    case-2: *usual
    ```
    Right:
    ```yaml
    case-1: yes
    case-2: yes
    ```
    """

    code = "YAML-ALIAS"
    message = "«{mark}» refers to another part, which these files do not do."
    label = "a reference"
    hints = (
        "either write out what it stands for, or, if it is text, put it in quotation "
        "marks",
    )
    mark: str


class YamlTag(Fault):
    """A type that is written with «!» before a value.

    Every value is text until the rules say what it is, so a type written beside it
    could only contradict them. What follows is read as if the tag were not there.

    Wrong:
    ```yaml
    count: !!int 12
    ```
    Right:
    ```yaml
    count: 12
    ```
    """

    code = "YAML-TAG"
    message = "«{mark}» gives a type, which these files leave to the rules."
    label = "a type"
    hints = ("either take it away, or, if it is text, put it in quotation marks",)
    mark: str


class YamlMerge(Fault):
    """The name «<<», which copies one part of a YAML text into another.

    What is copied is not seen where it counts, and may be overruled there without a
    word. The entry is left out.

    Wrong:
    ```yaml
    case-2:
      <<: *usual
      1.1.2: no
    ```
    Right:
    ```yaml
    case-2:
      1.1.1: yes
      1.1.2: no
    ```
    """

    code = "YAML-MERGE"
    message = "«<<» copies entries from another part, which these files do not do."
    label = "copies entries"
    hints = ("write the entries out here",)


class YamlDocuments(Fault):
    """A second document in one file, after a line «---».

    A file holds one thing. What follows the line is looked over for slips of
    spelling and otherwise left out.

    Wrong:
    ```yaml
    case: 1
    ---
    case: 2
    ```
    Right:
    ```yaml
    cases:
      - case: 1
      - case: 2
    ```
    """

    code = "YAML-DOCUMENTS"
    message = "A second document begins here, and a file holds one."
    label = "what follows is not read"
    hints = ("either move it to a file of its own, or take the line away",)


class YamlDirective(Fault):
    """A line that begins with «%» and instructs the program that reads the file.

    These files are read in one way only, so there is nothing to instruct.

    Wrong:
    ```yaml
    %YAML 1.2
    ---
    case: 1
    ```
    Right:
    ```yaml
    case: 1
    ```
    """

    code = "YAML-DIRECTIVE"
    message = "«{line}» instructs the reading program, which these files do not do."
    label = "an instruction"
    hints = ("take the line away",)
    line: str


class YamlTab(Fault):
    """A line of YAML that is indented with a tab.

    Editors show a tab as two, four or eight spaces, so what belongs to what would
    depend on who looks. Reading ends at the first such line; the others are listed.
    Below, ␉ stands for a tab.

    Wrong:
    ```yaml
    answers:
    ␉1.1.1: yes
    ```
    Right:
    ```yaml
    answers:
      1.1.1: yes
    ```
    """

    code = "YAML-TAB"
    message = "A tab stands here, and YAML counts spaces only."
    label = "a tab"
    hints = (
        "either replace the tab by spaces, or let the editor do so (often called "
        "«convert tabs to spaces»)",
    )


class YamlSyntax(Fault):
    """A text that YAML cannot make sense of.

    The place is where reading stopped; the slip is there or a little before. What
    stands above has been read, what stands below has not.

    Wrong:
    ```yaml
    note: Manager said: not yet
    ```
    Right:
    ```yaml
    note: "Manager said: not yet"
    ```
    """

    code = "YAML-SYNTAX"
    message = "{problem}"
    hints = ("{remedy}",)
    problem: str
    remedy: str
    reason: str


class JsonSyntax(Fault):
    """A text that is not quite JSON.

    Where it is plain what was meant, reading goes on, so that all slips are found
    at once; nothing is used until they are mended.

    Wrong:
    ```json
    {"1.1.1": "yes",}
    ```
    Right:
    ```json
    {"1.1.1": "yes"}
    ```
    """

    code = "JSON-SYNTAX"
    message = "{problem}"
    hints = ("{remedy}",)
    problem: str
    remedy: str
    reason: str


class EmptyFile(Fault):
    """A file with nothing in it, or with comments only.

    Nothing could be rated from it, and an empty answer is not the same as none.

    Wrong:
    ```yaml
    # answers to follow
    ```
    Right:
    ```yaml
    answers:
      1.1.1: yes
    ```
    """

    code = "EMPTY-FILE"
    message = "Nothing is written in this file."
    hints = ("either fill it in, or name another file",)


class TooDeep(Fault):
    """Lists and mappings nested deeper than any record of an inspection needs.

    Reading ends there, which keeps a damaged or hostile file from using up the
    memory.

    Wrong:
    ```json
    [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
    [[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
    ]]]]]]]]]]]]]]]]]]]]]
    ```
    Right:
    ```json
    ["yes", "no"]
    ```
    """

    code = "TOO-DEEP"
    message = "More than {limit} lists and mappings stand one inside the other here."
    label = "reading ends here"
    hints = ("either close the brackets that are open, or lift the inner parts out",)
    limit: int


class TooManyParts(Fault):
    """More names and values in one file than are read at once.

    The limit keeps a damaged or hostile file from using up the memory.

    Wrong:
    ```text
    one file with the answers of ten thousand inspections
    ```
    Right:
    ```text
    a file for each inspection, or one Parquet or CSV file for all
    ```
    """

    code = "TOO-MANY-PARTS"
    message = "The file holds more than {limit} names and values."
    label = "reading ends here"
    hints = ("either split it into several files, or use Parquet or CSV",)
    limit: int
