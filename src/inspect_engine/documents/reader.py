"""Text to tree, in either spelling; it never raises for what a text holds."""

from collections.abc import Iterable
from importlib import import_module
from typing import Literal

from inspect_engine.diagnostics.diagnostic import Diagnostic, in_reading_order
from inspect_engine.documents.builder import NODE_LIMIT, Builder
from inspect_engine.documents.faults import EmptyFile
from inspect_engine.documents.nodes import Node, Scalar
from inspect_engine.source import SourceFile

Kind = Literal["yaml", "json"]

CUTTING = frozenset(
    {
        "EMPTY-FILE",
        "JSON-SYNTAX",
        "TOO-DEEP",
        "TOO-MANY-FAULTS",
        "TOO-MANY-PARTS",
        "YAML-DIRECTIVE",
        "YAML-SYNTAX",
        "YAML-TAB",
    }
)
"""Faults that can leave a tree without its end."""


def read_document(
    source: SourceFile, kind: Kind, node_limit: int = NODE_LIMIT
) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The tree of a text and every fault of its spelling.

    With faults the tree is what could be read: parts at fault are left out, and a
    fault that stops reading leaves what stands before it. `is_whole` tells whether
    it is worth looking for what is missing.
    """
    builder = Builder(source, node_limit)
    # Each spelling is imported when first met: few runs need both.
    import_module(f"inspect_engine.documents.{kind}_text").read(source, builder)
    root = builder.finish()
    _report_if_empty(builder)
    return root, in_reading_order(builder.faults)


def is_whole(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether the tree reaches the end of its text, so that what lacks is missing."""
    return not any(found.code in CUTTING for found in diagnostics)


def _report_if_empty(builder: Builder) -> None:
    root = builder.root
    is_blank = root is None or (isinstance(root, Scalar) and root.is_blank)
    if is_blank and not builder.faults:
        builder.report(EmptyFile(), builder.source.span(0, 0))
