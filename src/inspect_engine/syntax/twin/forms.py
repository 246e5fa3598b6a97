"""What a statement looks like in YAML and JSON: the kinds of keys that there are.

Each statement of the language has the same words as a key, with underscores between
them. A statement that only holds a phrase is a key with that phrase as its value;
what has a name stands under its name; what may come several times is a list.

    standard P2.1 "Assessment" {              standard:
      asked of case                             P2.1:
      rating lowest of key questions by b         title: Assessment
    }                                             asked_of: case
                                                  rating: lowest of key questions by b
"""

from functools import cached_property
from typing import Literal

from attrs import field

from inspect_engine.shapes import shape

Kind = Literal["raw", "range", "name", "number", "text", "texts", "flag"]
"""What a value is: a phrase of the language, an interval, a name, a number, a text or
several, or «yes» for a fixed word that stands there."""


@shape(kw_only=True)
class Segment:
    """One piece of a head: the words before it, and under which key it stands."""

    key: str
    kind: Kind = "raw"
    words: str = ""
    is_needed: bool = False


def need(key: str, kind: Kind = "raw", words: str = "") -> Segment:
    """A piece that no head of its form lacks."""
    return Segment(key=key, kind=kind, words=words, is_needed=True)


def may(key: str, kind: Kind = "raw", words: str = "") -> Segment:
    """A piece that a head may lack."""
    return Segment(key=key, kind=kind, words=words)


@shape(kw_only=True)
class Form:
    """A statement with a head of segments, and perhaps a block.

    `what` names it in messages. Where one value stands instead of keys, it is that of
    the segment `short`, or with `short="*"` the whole statement as a phrase.
    """

    what: str
    segments: tuple[Segment, ...] = ()
    body: "tuple[Entry, ...]" = ()
    short: str = ""
    has_block: bool = True
    """Whether a block is always there, also an empty one."""

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """All keys that it may have, in the order of the language."""
        heads = (segment.key for segment in self.segments)
        return (*heads, *(entry.key for entry in self.body))


@shape(kw_only=True)
class Entry:
    """A key of a block, and the words that its statements begin with."""

    key: str
    words: str = ""


@shape(kw_only=True)
class Phrase(Entry):
    """Words and at most one value: `rating …`, `unrated`, `statement "…"`.

    A list of values stands for several statements. With `may_be_bare` «yes» stands
    for the words alone.
    """

    kind: Kind = "raw"
    may_be_bare: bool = False
    may_repeat: bool = False


@shape(kw_only=True)
class Cites(Entry):
    """`cite kirklees "page 16"`, under the name of the source."""


@shape(kw_only=True)
class Each(Entry):
    """Statements with names, each under its own."""

    form: Form
    is_text: bool = False
    """Whether the name is a text in quotation marks."""


@shape(kw_only=True)
class Items(Entry):
    """Statements without names, in a list; `node` is what tells them apart."""

    form: Form
    node: str = ""
    is_braced: bool = field(default=False)
    """Whether the words have a block of their own, with the list in it."""


@shape(kw_only=True)
class One(Entry):
    """A statement that there is only one of."""

    form: Form


@shape(kw_only=True)
class Section(Entry):
    """Keys that put words before the statements under them: `replace`, `add to`."""

    body: tuple[Entry, ...]


def phrase(words: str, kind: Kind = "raw", key: str = "") -> Phrase:
    """A phrase whose key is its words."""
    return Phrase(key=key or words.replace(" ", "_"), words=words, kind=kind)


def again(words: str, kind: Kind = "raw", key: str = "") -> Phrase:
    """A phrase that may stand several times."""
    named = key or words.replace(" ", "_")
    return Phrase(key=named, words=words, kind=kind, may_repeat=True)


def flag(words: str) -> Phrase:
    """Words that say all themselves."""
    return phrase(words, "flag")


def each(words: str, form: Form, *, is_text: bool = False) -> Each:
    """Named statements whose key is their words."""
    key = words.replace(" ", "_")
    return Each(key=key, words=words, form=form, is_text=is_text)


def items(
    key: str, form: Form, node: str = "", words: str = "", *, is_braced: bool = False
) -> Items:
    """Statements in a list."""
    return Items(key=key, words=words, form=form, node=node, is_braced=is_braced)
