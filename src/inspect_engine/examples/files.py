"""Which files hold examples: files of examples, and rules with examples in them."""

from collections.abc import Iterable
from pathlib import Path

from inspect_engine.binding.catalogue import Catalogue
from inspect_engine.binding.entries import real_path, rule_files
from inspect_engine.binding.heads import find_head
from inspect_engine.binding.sought import existing, users
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.documents.file_faults import FileNotFound
from inspect_engine.documents.text_files import RULES_LIMIT, read_text
from inspect_engine.examples.reading import example_files, is_example_file
from inspect_engine.resources import rules_folder
from inspect_engine.syntax.twin.reading import as_rules

Asked = dict[str, frozenset[Path]]
"""Methodologies, each with those of its files that were asked about."""

WORD = "example"


def find_examples(
    given: Iterable[str],
) -> tuple[tuple[str, ...], Asked, tuple[Diagnostic, ...]]:
    """Files of examples, rules with examples, and the paths that lead to nothing."""
    files: dict[str, None] = {}
    rules: dict[str, None] = {}
    found: list[Diagnostic] = []
    for name in given:
        path = existing(name)
        if path is None:
            found.append(FileNotFound(path=name).at(None, file=name))
        elif path.is_dir():
            files |= dict.fromkeys(example_files(name))
            rules |= dict.fromkeys(rule_files(name))
        elif is_example_file(name):
            files[name] = None
        else:
            rules[name] = None
    return tuple(files), _asked(rules), tuple(found)


def _asked(files: Iterable[str]) -> Asked:
    """The methodologies in whose files the word stands; the others hold none."""
    asked: Asked = {}
    for name in files:
        source, _ = read_text(name, RULES_LIMIT)
        if source is None or WORD not in source.text:
            continue
        mains = [name]
        if find_head(as_rules(source).text) is None:
            catalogue = Catalogue((Path(name).parent, rules_folder()))
            mains = [reading.files[0].name for reading in users(name, catalogue)]
        for main in mains:
            asked[main] = asked.get(main, frozenset()) | {real_path(name)}
    return asked
