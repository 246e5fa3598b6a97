"""How the classes of nodes and models are made: frozen, and quickly.

attrs writes and compiles every method of every class, which a short run of the command
line feels: there are two hundred classes, and few of them are ever printed or compared.
These share one `__repr__`, and where they are compared one `__eq__`; and they have no
slots, for which attrs would make each class twice. To a type checker `shape` is
`attrs.frozen` itself.
"""

from functools import cache
from typing import TYPE_CHECKING, Any

from attrs import fields, frozen

if TYPE_CHECKING:
    from attrs import frozen as shape
else:

    def shape(cls=None, *, kw_only=False, eq=False):
        """Make a class frozen, as `attrs.frozen` does.

        With `eq`, objects are equal where their fields are, but for those declared
        with `field(eq=False)`; without, each is equal to itself alone.
        """

        def make(plain):
            plain.__repr__ = _show
            if eq:
                plain.__eq__, plain.__hash__ = _is_equal, _hash
            return frozen(plain, kw_only=kw_only, eq=False, repr=False, slots=False)

        return make if cls is None else make(cls)


def _show(self: Any) -> str:
    kept = [one.name for one in fields(type(self)) if one.repr]
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in kept)
    return f"{type(self).__name__}({shown})"


def _compared(self: Any) -> tuple[object, ...]:
    return tuple([getattr(self, name) for name in _names_compared(self.__class__)])


@cache
def _names_compared(kind: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind) if one.eq)


def _is_equal(self: object, other: object) -> bool:
    return type(self) is type(other) and _compared(self) == _compared(other)


def _hash(self: object) -> int:
    return hash((type(self), _compared(self)))


__all__ = ["shape"]
