"""What keeps a first rule set from being written."""

from inspect_engine.diagnostics.fault import Fault


class FolderNotEmpty(Fault):
    """A folder for a new rule set that already holds something.

    A first rule set is several files, and none of them is ever written over another
    that somebody may still need.

    Wrong:

    ```sh
    inspect-engine new rules
    ```

    Right:

    ```sh
    inspect-engine new my-methodology
    ```
    """

    code = "FOLDER-NOT-EMPTY"
    message = "The folder «{path}» already holds «{held}»."
    hints = ("name a folder that is empty or not there yet",)
    path: str
    held: str


class NotAnId(Fault):
    """A name of a new methodology that no methodology can have.

    An id is permanent: bundles, results and other rules refer to it.

    Wrong:

    ```sh
    inspect-engine new my-methodology --id "My methodology"
    ```

    Right:

    ```sh
    inspect-engine new my-methodology --id my-inspectorate/services
    ```
    """

    code = "NOT-AN-ID"
    message = "«{id}» cannot be the id of a methodology."
    hints = (
        "write letters, digits and hyphens, perhaps with «/» between two names, as in "
        "«my-inspectorate/services»",
    )
    id: str
