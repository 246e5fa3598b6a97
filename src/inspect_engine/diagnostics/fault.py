"""A kind of mistake: its code, sentence, hint and page in one class."""

import re
from collections.abc import Mapping
from typing import Any, ClassVar, dataclass_transform

from inspect_engine.diagnostics.diagnostic import (
    Cell,
    Diagnostic,
    Edit,
    Related,
    Severity,
)
from inspect_engine.source import Span

FAULTS: dict[str, type["Fault"]] = {}
"""Every fault whose module is loaded, by code."""


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Fault:
    """A mistake an author or inspector can make.

    A subclass declares the facts it speaks of as annotated fields and fills them
    into `message`, `label` and `hints` by name, as `str.format` does; a hint whose
    field is empty is left out.

    Its docstring is its page, and the tests run its examples. The first line says
    what it is; a paragraph says why it matters; then comes `Wrong:` with a fenced
    block tagged `inspect` (or `yaml`, for a bundle; `toml` for house rules; `json`,
    `sh` or `text` where the fault is of none of them), and `Right:` with another. An
    example is a whole file; what else it needs, the page says in words. A fault that
    takes pages to show has one line instead: `No example:` and the reason.

        class UnknownName(Fault):
            '''A name that nothing declares.

            A rule that speaks of nothing would silently never apply.

            Wrong:

            ```inspect
            ...
            ```

            Right:

            ```inspect
            ...
            ```
            '''

            code = "UNKNOWN-NAME"
            message = "Nothing is called «{name}» here."
            hints = ("did you mean «{near}»?",)
            name: str
            near: str = ""

        UnknownName(name="raitng", near="rating").at(span)

    The class itself stays light (no generated code), because every start of the
    command line loads many of them and shows few.
    """

    code: ClassVar[str] = ""
    severity: ClassVar[Severity] = Severity.ERROR
    message: ClassVar[str] = ""
    label: ClassVar[str] = ""
    hints: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        """Register the fault under its code; a second class of one code is our bug."""
        if not cls.code:
            return
        other = FAULTS.get(cls.code)
        if other is not None and _home(other) != _home(cls):
            raise AssertionError(
                f"two faults are called {cls.code}: {_home(other)} and {_home(cls)}"
            )
        FAULTS[cls.code] = cls

    def __init__(self, **facts: Any) -> None:
        """Keep the facts; the annotations say which there are."""
        self.__dict__.update(facts)

    @property
    def facts(self) -> Mapping[str, Any]:
        """Every declared field with its value."""
        return {
            name: getattr(self, name)
            for cls in reversed(type(self).__mro__)
            # Asked of the class itself: from 3.14 on they are not in its __dict__.
            for name, kind in getattr(cls, "__annotations__", {}).items()
            if not str(kind).startswith(("ClassVar", "typing.ClassVar"))
        }

    def at(
        self,
        span: Span | None,
        *related: Related,
        fix: tuple[Edit, ...] = (),
        severity: Severity | None = None,
        cell: Cell | None = None,
        file: str = "",
    ) -> Diagnostic:
        """The diagnostic of this fault in a place.

        Where no text is to blame the span is None, and `cell` or `file` says where.
        """
        facts = self.facts
        return Diagnostic(
            code=self.code,
            severity=severity or self.severity,
            message=self.message.format(**facts),
            label=self.label.format(**facts),
            span=span,
            related=related,
            help=tuple(
                hint.format(**facts) for hint in self.hints if _is_full(hint, facts)
            ),
            data={name: _as_json(value) for name, value in facts.items()},
            reason=str(facts.get("reason", "")),
            fix=fix,
            cell=cell,
            file=file,
        )


def _home(fault: type[Fault]) -> str:
    return f"{fault.__module__}.{fault.__qualname__}"


def _is_full(hint: str, facts: Mapping[str, Any]) -> bool:
    return all(
        facts[name] not in ("", None, ()) for name in re.findall(r"{(\w+)", hint)
    )


def _as_json(value: object) -> object:
    if value is None or isinstance(value, (str, int, bool)):
        return value
    if isinstance(value, Mapping):
        return {str(name): _as_json(item) for name, item in value.items()}
    if isinstance(value, (frozenset, set)):
        # A set has no order of its own, and an output must not vary between runs.
        return sorted((_as_json(item) for item in value), key=str)
    if isinstance(value, (tuple, list)):
        return [_as_json(item) for item in value]
    return str(value)
