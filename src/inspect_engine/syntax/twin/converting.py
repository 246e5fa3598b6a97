"""Rule files from one spelling to the other."""

from typing import Literal

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.source import SourceFile
from inspect_engine.syntax.formatting import format_source
from inspect_engine.syntax.formatting.document import WHOLE_ANYWAY
from inspect_engine.syntax.parser import parse
from inspect_engine.syntax.twin.faults import NamedTwice
from inspect_engine.syntax.twin.reading import as_rules
from inspect_engine.syntax.twin.to_tree import SaidTwiceError, tree_of
from inspect_engine.syntax.twin.yaml_text import to_json, to_yaml

Spelling = Literal["inspect", "yaml", "json"]


def converted(
    source: SourceFile, to: Spelling
) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """A rule file in another spelling; None and why where it cannot be read whole.

    What it means stays, and so do its comments, but for JSON, which has none.
    """
    made = as_rules(source)
    parsed = parse(made)
    faults = [one for one in parsed.diagnostics if one.code not in WHOLE_ANYWAY]
    if parsed.node is None or faults:
        return None, parsed.diagnostics
    if to == "inspect":
        return format_source(SourceFile(source.name, made.text))
    try:
        tree = tree_of(made, parsed.node)
    except SaidTwiceError as error:
        return None, (NamedTwice(name=error.name).at(error.node.span),)
    return (to_yaml(tree) if to == "yaml" else to_json(tree)), ()
