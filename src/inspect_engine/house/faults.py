"""Mistakes in house rules and in silencing, and names that break a house rule."""

from inspect_engine.diagnostics.diagnostic import Severity
from inspect_engine.diagnostics.fault import Fault


class TomlSyntax(Fault):
    """A configuration file that is not TOML.

    Nothing in it could be trusted to be what its author meant, so that none of it is
    used, and the check says so rather than leave house rules out without a word.

    Wrong:

    ```toml
    [checks.severity]
    NO-PROVENANCE = warning
    ```

    Right:

    ```toml
    [checks.severity]
    NO-PROVENANCE = "warning"
    ```
    """

    code = "TOML-SYNTAX"
    message = "The configuration cannot be read: {problem}."
    label = "from here on"
    hints = ("{remedy}",)
    problem: str
    remedy: str = ""
    reason: str = ""


class UnknownSetting(Fault):
    """A section or key of the configuration that means nothing.

    A house rule under a misspelt name would never apply, and nobody would notice.

    Wrong:

    ```toml
    [checks.names]
    facts = "[a-z][a-z0-9_]*"
    ```

    Right:

    ```toml
    [checks.names]
    fact = "[a-z][a-z0-9_]*"
    ```
    """

    code = "UNKNOWN-SETTING"
    message = "{section} has no setting «{name}»."
    label = "not known"
    hints = ("did you mean «{near}»?", "there are {known}")
    section: str
    name: str
    near: str = ""
    known: str = ""


class SettingValue(Fault):
    """A setting with a value of a kind that it cannot have.

    House rules are words: a severity or a pattern, in quotation marks. A section holds
    settings.

    Wrong:

    ```toml
    [checks.severity]
    NO-PROVENANCE = "warn"
    UNUSED-NAME = false
    ```

    Right:

    ```toml
    [checks.severity]
    NO-PROVENANCE = "warning"
    UNUSED-NAME = "off"
    ```
    """

    code = "SETTING-VALUE"
    message = "«{name}» cannot be {given}."
    label = "this value"
    hints = ("did you mean «{near}»?", "write {wanted}")
    name: str
    given: str
    near: str = ""
    wanted: str = ""


class SettingCode(Fault):
    """A severity for a code that the check of rules does not report.

    Such a house rule would never apply. Codes are listed by `inspect-engine
    explain-code`; those about bundles belong to scoring, which reads no house rules.

    Wrong:

    ```toml
    [checks.severity]
    NO-PROVENENCE = "warning"
    ```

    Right:

    ```toml
    [checks.severity]
    NO-PROVENANCE = "warning"
    ```
    """

    code = "SETTING-CODE"
    message = "{problem}."
    label = "this code"
    hints = ("did you mean «{near}»?", "{remedy}")
    name: str
    problem: str
    near: str = ""
    remedy: str = ""
    reason: str = ""


class SeverityFixed(Fault):
    """A house rule that would make less of an error.

    Errors are what keeps rules from being read in one way only, and from being scored
    by. What scoring refuses, a check must not pass over.

    Wrong:

    ```toml
    [checks.severity]
    BAND-GAP = "warning"
    ```

    Right:

    ```toml
    [checks.severity]
    NO-PROVENANCE = "warning"
    ```
    """

    code = "SEVERITY-FIXED"
    message = "«{name}» is an error, and cannot be turned down to «{wanted}»."
    label = "stays an error"
    hints = ("take this line out",)
    name: str
    wanted: str


class PatternUnreadable(Fault):
    r"""A naming pattern that cannot be read.

    A pattern says what a whole name looks like: letters as they are, `[a-z]`, `\d`,
    groups, `|`, `*`, `+`, `?` and `{2,5}`. Looking ahead or back is left out, so that
    no pattern can take long to match.

    Wrong:

    ```toml
    [checks.names]
    standard = 'P\d(\.\d?'
    ```

    Right:

    ```toml
    [checks.names]
    standard = 'P\d(\.\d)?'
    ```
    """

    code = "PATTERN-UNREADABLE"
    message = "The pattern «{pattern}» cannot be read: {problem}."
    label = "this pattern"
    pattern: str
    problem: str


class NamePattern(Fault):
    """A name that is not as the house rules want names of its kind.

    House rules say what names look like, so that people find them and know what they
    stand for. Names are permanent: it is easiest to change one before it is used.

    For the examples, the configuration has `fact = "[a-z][a-z0-9_]*"` under
    `[checks.names]`.

    Wrong:

    ```inspect
    record case {
      fact RiskOfHarm: one of low, high
    }
    ```

    Right:

    ```inspect
    record case {
      fact risk_of_harm: one of low, high
    }
    ```
    """

    code = "NAME-PATTERN"
    severity = Severity.WARNING
    message = "The {kind} «{name}» is not named as the house rules want: {pattern}"
    label = "this name"
    hints = ("give it a name of that form", "change the house rule for {kind}")
    kind: str
    name: str
    pattern: str


class SilenceWithoutReason(Fault):
    """A comment that silences a diagnostic and does not say why.

    Whoever reads the rules later must be able to tell a considered exception from a
    nuisance put away. Without a reason nothing is silenced.

    Wrong:

    ```inspect
    record case {
      fact area: text # silence UNUSED-NAME
    }
    ```

    Right:

    ```inspect
    record case {
      fact area: text # silence UNUSED-NAME: the template asks for it
    }
    ```
    """

    code = "SILENCE-WITHOUT-REASON"
    severity = Severity.WARNING
    message = "«{name}» is not silenced, since no reason is given."
    label = "why?"
    hints = ("write the reason after a colon: «# silence {name}: …»",)
    name: str


class SilenceUnknown(Fault):
    """A comment that silences a code which there is not.

    It would silence nothing, and its author would think that it does. One comment
    silences one code.

    Wrong:

    ```inspect
    record case {
      fact area: text # silence UNUSED-NAMES: the template asks for it
    }
    ```

    Right:

    ```inspect
    record case {
      fact area: text # silence UNUSED-NAME: the template asks for it
    }
    ```
    """

    code = "SILENCE-UNKNOWN"
    severity = Severity.WARNING
    message = "No diagnostic has the code «{name}»."
    label = "silences nothing"
    hints = ("did you mean «{near}»?", "{remedy}")
    name: str
    near: str = ""
    remedy: str = ""


class SilenceUnused(Fault):
    """A comment that silences what is not reported there.

    What it was written for has been mended, or it stands in the wrong place. Left
    where it is, it would hide the next mistake of that kind.

    Wrong:

    ```inspect
    # silence UNUSED-NAME: a later version will use it
    scale rating { 0 poor 1 good }
    standard A "One" { judged on rating }
    ```

    Right:

    ```inspect
    scale rating { 0 poor 1 good }
    standard A "One" { judged on rating }
    ```
    """

    code = "SILENCE-UNUSED"
    severity = Severity.WARNING
    message = "«{name}» is silenced here, {problem}."
    label = "silences nothing"
    hints = ("take the comment out", "move it to the statement it is meant for")
    name: str
    problem: str
    reason: str


class SilenceError(Fault):
    """A comment that would silence an error.

    Rules with an error in them cannot be scored by, whatever a comment says. What the
    house rules call an error has no exceptions either.

    Wrong:

    ```inspect
    scale rating { 0 poor 1 good }
    # silence BAND-GAP: nobody is in between
    bands share: percent -> rating { exact below 40 poor 50 and over good }
    ```

    Right:

    ```inspect
    scale rating { 0 poor 1 good }
    bands share: percent -> rating { exact below 50 poor 50 and over good }
    ```
    """

    code = "SILENCE-ERROR"
    severity = Severity.WARNING
    message = "«{name}» is an error here, and an error cannot be silenced."
    label = "silences nothing"
    hints = ("mend the error and take the comment out",)
    name: str
