"""What can be wrong with a file before its text is read, or with its name."""

from inspect_engine.diagnostics.fault import Fault


class FileNotFound(Fault):
    """A file that is named and is not there.

    What it holds is needed, and nothing is put in its place.

    Wrong:
    ```sh
    inspect-engine score hmi-probation/pdu kirkless.yaml
    ```
    Right:
    ```sh
    inspect-engine score hmi-probation/pdu kirklees.yaml
    ```
    """

    code = "FILE-NOT-FOUND"
    message = "There is no file «{path}»."
    hints = ("either correct the name, or say in which folder it lies",)
    path: str


class FileIsFolder(Fault):
    """A folder where one file is wanted.

    A folder may hold several files, and which one is meant would be a guess.

    Wrong:
    ```sh
    inspect-engine fmt rules/ours.inspect/
    ```
    Right:
    ```sh
    inspect-engine fmt rules/ours/ours.inspect
    ```
    """

    code = "FILE-IS-FOLDER"
    message = "«{path}» is a folder, and a file is wanted."
    hints = ("name a file in it",)
    path: str


class FileNotReadable(Fault):
    """A file that the system does not let this program read.

    What it holds is needed, and nothing is put in its place.

    Wrong:
    ```sh
    chmod a-r kirklees.yaml
    ```
    Right:
    ```sh
    chmod u+r kirklees.yaml
    ```
    """

    code = "FILE-NOT-READABLE"
    message = "The file «{path}» cannot be read: {cause}."
    hints = (
        "either ask its owner for leave to read it, or close it in other programs",
    )
    path: str
    cause: str


class FileNotWritten(Fault):
    """A file that could not be written; what was there before is untouched.

    A file is replaced whole or not at all, so that nobody reads half a result.

    Wrong:
    ```sh
    inspect-engine report ours.inspect kirklees.yaml -o /read-only/kirklees.html
    ```
    Right:
    ```sh
    inspect-engine report ours.inspect kirklees.yaml -o kirklees.html
    ```
    """

    code = "FILE-NOT-WRITTEN"
    message = "The file «{path}» cannot be written: {cause}."
    hints = ("either write to another folder, or close the file in other programs",)
    path: str
    cause: str


class TooLarge(Fault):
    """A file larger than is read at once.

    The limit keeps a damaged or hostile file from using up the memory.

    Wrong:
    ```text
    one YAML file with the answers of ten thousand inspections
    ```
    Right:
    ```text
    a file for each inspection, or one Parquet or CSV file for all
    ```
    """

    code = "TOO-LARGE"
    message = "The file «{path}» is larger than {limit} bytes."
    hints = ("{remedy}",)
    path: str
    limit: int
    remedy: str = "either split it into several files, or use Parquet or CSV"


class NotUtf8(Fault):
    """A text that is not saved as UTF-8.

    Letters with accents, dashes and curly quotation marks would come out as others.
    Text pasted from a word processor, or saved by an older program, is often in
    Windows-1252 or UTF-16.

    Wrong:
    ```text
    saved as «Unicode text» (UTF-16) or «ANSI» (Windows-1252)
    ```
    Right:
    ```text
    saved as «UTF-8», with or without a byte-order mark
    ```
    """

    code = "NOT-UTF-8"
    message = "The text is not saved as UTF-8: {detail}."
    label = "the first byte that is not UTF-8"
    hints = ("open it in the editor and save it with the encoding UTF-8",)
    detail: str
    reason: str


class ControlCharacter(Fault):
    r"""A character that nobody can see, and that programs act upon.

    It may have come with text pasted from a word processor or from a damaged file.
    It can hide words, or change what a screen shows.

    Wrong:
    ```json
    {"note": "see page 4\u000cAppendix"}
    ```
    Right:
    ```json
    {"note": "see page 4, Appendix"}
    ```
    """

    code = "CONTROL-CHARACTER"
    message = "The text holds the character {character}, which cannot be seen."
    label = "here"
    hints = (
        "either delete it, or save the file again, as UTF-8, from the program that "
        "it came from",
    )
    character: str


class PathLeavesFolder(Fault):
    """A file name, written inside a file, that leads out of the folder it is for.

    Rule files and bundles come from others. A name in one of them may only lead to
    files that lie beside or below it, on every system alike.

    Wrong:
    ```yaml
    import: ../../private/notes.yaml
    ```
    Right:
    ```yaml
    import: common/scales.yaml
    ```
    """

    code = "PATH-LEAVES-FOLDER"
    message = "«{path}» {problem}."
    label = "this name"
    hints = ("write the name of a file in the same folder or below, with «/» between",)
    path: str
    problem: str
    reason: str
