"""A rule file in whichever spelling it is: the text that the parser reads."""

import re
from pathlib import Path

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.source import SourceFile
from inspect_engine.syntax.twin.mapped import MappedSource

YAML_ENDINGS = (".yaml", ".yml")
JSON_ENDING = ".json"
LOOKED_AT = 4096
FIRST_KEY = re.compile(r"""(?:\s|\{|---|#[^\n]*\n)*["']?(\w+)["']?\s*:""")
TOP_KEYS = frozenset(
    (
        *("methodology", "use", "scale", "bands", "answers", "record", "input"),
        *("parameter", "let", "table", "domain", "standard", "overall"),
        *("discretion", "property", "example", "note"),
        *("replace", "add_to", "add", "remove"),
    )
)
"""The keys of `statements.FILE`, which are not loaded for a look at a file."""

TWIN_ENDINGS = (*YAML_ENDINGS, JSON_ENDING)


def is_twin(name: str) -> bool:
    """Whether a name is that of a file in YAML or JSON."""
    return name.lower().endswith(TWIN_ENDINGS)


def looks_like_rules(path: str) -> bool:
    """Whether a file in YAML or JSON begins as a rule file does.

    Folders of rules also hold bundles and examples in these formats.
    """
    try:
        if not Path(path).is_file():
            return False
        with Path(path).open("rb") as file:
            start = file.read(LOOKED_AT)
    except (OSError, ValueError):
        return False
    text = start.decode("utf-8-sig", errors="replace")
    found = FIRST_KEY.match(text)
    return found is not None and found[1] in TOP_KEYS


def as_rules(source: SourceFile) -> SourceFile:
    """The text of a rule file in the language, from whichever spelling it has.

    What is wrong with a tree of keys and values is told by who parses the text.
    """
    if not is_twin(source.name) or isinstance(source, MappedSource):
        return source
    # Most rule files are in the language itself, and do without the reader of trees.
    from inspect_engine.documents.reader import read_document
    from inspect_engine.syntax.twin.from_tree import written_out

    kind = "json" if source.name.lower().endswith(JSON_ENDING) else "yaml"
    root, found = read_document(source, "json" if kind == "json" else "yaml")
    if root is None:
        made = MappedSource(source, "", [])
        made.is_whole = False
    else:
        made = written_out(source, root)
    made.faults = _in_order((*found, *made.faults))
    return made


def _in_order(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(found, key=lambda one: one.place))
