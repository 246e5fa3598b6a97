"""The fault of having too many faults, shared by every reader."""

from inspect_engine.diagnostics.fault import Fault


class TooManyFaults(Fault):
    """So many slips in one file that the rest is not looked at.

    As a rule they have one cause: the file is of another kind, or was damaged.

    Wrong:
    ```text
    a workbook saved under a name that ends in .yaml
    ```
    Right:
    ```text
    the same workbook under a name that ends in .xlsx
    ```
    """

    code = "TOO-MANY-FAULTS"
    message = "The file has {limit} faults up to here, and what follows is not read."
    label = "reading ends here"
    hints = ("either mend the first of them and look again, or check the kind of file",)
    limit: int
