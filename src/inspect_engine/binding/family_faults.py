"""What can be wrong between the versions of one methodology."""

from inspect_engine.diagnostics.diagnostic import Severity
from inspect_engine.diagnostics.fault import Fault


class VersionGap(Fault):
    """Days between two versions of a methodology on which neither is in force.

    An inspection with fieldwork on such a day has no rules, unless its bundle names a
    version. Both ends of `in force` count.

    No example: it takes two files in one folder.
    """

    code = "VERSION-GAP"
    severity = Severity.WARNING
    message = "No version of «{id}» is in force {when}, between {before} and {version}."
    label = "version {version}"
    hints = (
        "let version {before} be in force to {end}",
        "let version {version} be in force from {start}",
    )
    id: str
    before: str
    version: str
    when: str
    start: str
    end: str


class VersionOrder(Fault):
    """A version that comes into force before one with a lower number.

    Readers take the higher number for the newer rules. Mostly one of the dates, or of
    the numbers, has a slip in it.

    No example: it takes two files in one folder.
    """

    code = "VERSION-ORDER"
    severity = Severity.WARNING
    message = (
        "Version {version} of «{id}» is in force from {start}, before version {other}"
        " from {other_start}."
    )
    label = "in force before version {other}"
    hints = ("change a date", "change a number")
    id: str
    version: str
    start: str
    other: str
    other_start: str
