"""One spelling for each value, as RFC 8785 has it, and the digest of that spelling."""

from hashlib import sha256
from json.encoder import encode_basestring as quoted

Plain = (
    None | bool | int | str | list["Plain"] | tuple["Plain", ...] | dict[str, "Plain"]
)

WORDS = {None: "null", True: "true", False: "false"}

LARGEST_INTEGER = 2**53 - 1
"""RFC 8785, section 3.2.2.3: beyond it other readers of JSON lose digits."""


def canonical_json(value: Plain) -> bytes:
    """The one spelling of a value: no spaces, keys in order, UTF-8.

    Raises:
        TypeError: for a float or another class; exact numbers are given as text.
        ValueError: for an integer too large for JSON, or half a surrogate pair.
    """
    return _spelled(value).encode("utf-8")


def digest(value: Plain) -> str:
    """The SHA-256 of a value's canonical spelling."""
    return "sha256:" + sha256(canonical_json(value)).hexdigest()


def _spelled(value: Plain) -> str:
    # The commonest first: a digest walks through every answer of a bundle.
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dict):
        return (
            f"{{{','.join([_entry(key, value[key]) for key in _sorted_keys(value)])}}}"
        )
    if isinstance(value, (list, tuple)):
        return f"[{','.join([_spelled(item) for item in value])}]"
    if value is None or isinstance(value, bool):
        return WORDS[value]
    if isinstance(value, int):
        return int.__repr__(_exact(value))
    raise TypeError(f"{type(value).__name__} has no canonical spelling")


def _entry(key: str, value: Plain) -> str:
    if value.__class__ is str:
        return f"{quoted(key)}:{quoted(value)}"
    return f"{quoted(key)}:{_spelled(value)}"


def _sorted_keys(value: dict[str, Plain]) -> list[str]:
    """The keys by UTF-16 code units, as RFC 8785 has it in section 3.2.3.

    Code points give another order, but not among ASCII, which nearly all keys are.
    """
    # A key that is no text makes `join` raise the TypeError that it should.
    if "".join(value).isascii():
        return sorted(value)
    return sorted(value, key=lambda key: key.encode("utf-16-be"))


def _exact(number: int) -> int:
    if abs(number) > LARGEST_INTEGER:
        raise ValueError("an integer beyond 2^53 - 1 has to be given as text")
    return number
