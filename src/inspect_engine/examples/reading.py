"""Files of examples: which rules they are of, and the trials in them."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePath

from attrs import evolve, field

from inspect_engine.binding.entries import ENDING
from inspect_engine.binding.name_faults import DuplicateId
from inspect_engine.diagnostics.diagnostic import (
    Diagnostic,
    Related,
    in_reading_order,
)
from inspect_engine.diagnostics.suggest import nearest
from inspect_engine.documents.folders import read_folder_safe
from inspect_engine.documents.nodes import Mapping, Node, Scalar, Sequence
from inspect_engine.examples.expecting import ExpectReader
from inspect_engine.examples.faults import ExamplesForm
from inspect_engine.examples.tabling import TableReader
from inspect_engine.examples.trees import bundle_tree
from inspect_engine.examples.trial import Trial
from inspect_engine.model.methodology import Methodology
from inspect_engine.records.faults import MissingKey, UnknownKey
from inspect_engine.records.reading.opening import Opened, open_document
from inspect_engine.records.reading.report import Report, first_line, quoted
from inspect_engine.shapes import shape
from inspect_engine.source import Span

FORM = "1"
ENDINGS = (".examples.yaml", ".examples.yml", ".examples.json")
FILE_KEYS = ("examples", "rules", "tests")
TEST_KEYS = ("name", "bundle", "expect", "table")

Found = tuple[Diagnostic, ...]


@shape
class ExampleFile:
    """A file of examples that is open; `rules` is what it says of its rules."""

    path: str
    opened: Opened = field(repr=False)
    rules: Scalar | None = None


def is_example_file(name: str) -> bool:
    """Whether a file holds examples, by its name."""
    return name.lower().endswith(ENDINGS)


def example_files(folder: str) -> Iterator[str]:
    """The example files of a folder and those below, by name; hidden ones are not."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if is_example_file(name) and not name.startswith("."):
                yield Path(place, name).as_posix()


def open_examples(path: str) -> ExampleFile:
    """Read a file of examples, as far as to know its rules."""
    opened = open_document(path)
    node = opened.node
    rules = node.get("rules") if isinstance(node, Mapping) else None
    return ExampleFile(path, opened, rules if isinstance(rules, Scalar) else None)


def rules_named(file: ExampleFile) -> tuple[str, ...]:
    """The rules that a file may mean, the likeliest first.

    A file that does not say so means the rules of its own name, beside it or in the
    folder above; else the only methodology of these folders.
    """
    folder = Path(file.path).parent
    if file.rules is not None and file.rules.text:
        text = file.rules.text
        path, _ = read_folder_safe(folder, text)
        is_path = path is not None and path.exists()
        return (str(path) if is_path else text,)
    name = PurePath(file.path).name
    stem = next(name[: -len(end)] for end in ENDINGS if name.lower().endswith(end))
    near = (folder, folder / os.pardir)
    same = [Path(os.path.normpath(one / f"{stem}{ENDING}")) for one in near]
    found = [str(one) for one in same if one.is_file()]
    return tuple(found[:1]) or tuple(os.path.normpath(one) for one in near)


def read_trials(
    file: ExampleFile, rules: Methodology
) -> tuple[tuple[Trial, ...], Found]:
    """Everything to be run of a file, and everything wrong with the file."""
    source, node = file.opened.source, file.opened.node
    if source is None or node is None:
        return (), file.opened.diagnostics
    report = Report(source, file.opened.diagnostics)
    reader = _Reader(file, rules, report)
    trials = tuple(reader.trials(node))
    found = (*file.opened.diagnostics, *report.diagnostics, *reader.told)
    return trials, in_reading_order(found)


class _Reader:
    """Reads one file."""

    def __init__(self, file: ExampleFile, rules: Methodology, report: Report) -> None:
        self.folder = Path(file.path).parent
        self.rules = rules
        self.report = report
        self.names: dict[str, Span] = {}
        self.told: list[Diagnostic] = []

    def trials(self, root: Node) -> Iterator[Trial]:
        """The trials of the file, in their order."""
        if not isinstance(root, Mapping):
            self.report.add_no_mapping(root, "a file of examples")
            return
        self.check_form(root)
        for key, _ in root.entries:
            if key.text not in FILE_KEYS:
                self.unknown(key, "the file of examples", FILE_KEYS)
        tests = root.get("tests")
        if tests is None:
            fault = MissingKey(key="tests", where="The file of examples")
            self.report.add_missing(fault, root)
            return
        for item in self.report.items(tests, "«tests»"):
            if isinstance(item, Mapping):
                yield from self.test(item)
            else:
                self.report.add_no_mapping(item, "a test")

    def check_form(self, root: Mapping) -> None:
        """Report a form that is not known."""
        form = root.get("examples")
        if form is None:
            fault = ExamplesForm(problem="does not say which form it has")
            self.report.add_missing(fault, root)
            return
        text = self.report.text(form, "«examples»")
        if text != FORM:
            problem = f"has the form «{quoted(text)}», and only form {FORM} is known"
            self.report.add(ExamplesForm(problem=problem), form.span)

    def unknown(self, key: Scalar, where: str, known: tuple[str, ...]) -> None:
        """Report a word that means nothing in its place."""
        near = nearest(key.text, known)
        fault = UnknownKey(
            key=quoted(key.text), where=where, near=near, known=", ".join(known)
        )
        self.report.add(fault, key.span)

    def test(self, node: Mapping) -> Iterator[Trial]:
        """One test, or one for each row of its table."""
        for key, _ in node.entries:
            if key.text not in TEST_KEYS:
                self.unknown(key, "a test", TEST_KEYS)
        name = self.name(node)
        table, bundle, expect = (node.get(key) for key in ("table", "bundle", "expect"))
        for missing, found in (("bundle", bundle), ("expect", expect)):
            if found is None and table is None:
                fault = MissingKey(key=missing, where=f"The test «{quoted(name)}»")
                self.report.add_missing(fault, node)
        reader = ExpectReader(self.rules, self.report)
        if expect is not None:
            reader.read(expect)
        if expect is not None and not reader.wanted and reader.codes is None:
            self.report_nothing(expect, name)
        wanted = tuple(reader.wanted)
        for called, base in self.bundles(name, bundle, node):
            trial = Trial(
                name=called,
                opened=base,
                wanted=wanted,
                codes=reader.codes,
                span=name_span(node),
            )
            yield from [trial] if table is None else self.rows(trial, table, reader)

    def report_nothing(self, expect: Node, name: str) -> None:
        """Report a test that could never fail, unless something is wrong in it."""
        is_blank = self.report.is_blank(expect)
        if is_blank or (isinstance(expect, Mapping) and not expect.entries):
            fault = MissingKey(key="overall", where=f"«expect» of «{quoted(name)}»")
            self.report.add_missing(fault, expect)

    def name(self, node: Mapping) -> str:
        """The name of a test; a second test of one name is reported."""
        written = node.get("name")
        text = self.report.text(written, "«name»") if written is not None else ""
        if not text:
            fault = MissingKey(key="name", where="The test")
            self.report.add_missing(fault, node)
        elif text in self.names:
            fault_again = DuplicateId(name=quoted(text), kind="test")
            related = Related(self.names[text], "the first")
            self.report.add(fault_again, name_span(node), related)
        else:
            self.names[text] = name_span(node)
        return " ".join(text.split()) or "a test without a name"

    def bundles(
        self, name: str, node: Node | None, test: Mapping
    ) -> Iterator[tuple[str, Opened]]:
        """The inspections of a test, each of which must give what is expected."""
        items = node.items if isinstance(node, Sequence) else (node,)
        for item in items:
            opened = self.bundle(item, test)
            is_one = len(items) == 1
            called = item.text if isinstance(item, Scalar) else "a bundle in the test"
            if opened is not None:
                yield name if is_one else f"{name}, {called}", opened

    def bundle(self, node: Node | None, test: Mapping) -> Opened | None:
        """The inspection of a test: written in it, or in a file inside its folder."""
        if isinstance(node, Scalar) and not self.report.is_blank(node):
            return self.file(node)
        source = test.span.source
        if node is None or self.report.is_blank(node):
            return Opened(source, bundle_tree(self.rules, test.span), ())
        if isinstance(node, Mapping):
            return Opened(source, bundle_tree(self.rules, node.span, node), ())
        self.report.add_no_mapping(node, "a bundle")
        return None

    def file(self, node: Scalar) -> Opened | None:
        """A bundle in a file of its own."""
        path, problems = read_folder_safe(self.folder, node.text, node.span)
        opened = open_document(path) if path is not None else None
        if opened is not None and opened.source is not None:
            return opened
        told = (*problems, *(opened.diagnostics if opened else ()))
        self.told += (evolve(one, span=node.span, file="") for one in told)
        return None

    def rows(self, base: Trial, table: Node, reader: ExpectReader) -> Iterator[Trial]:
        """A trial for each row: what the test says, and what the row does."""
        shared, tree = base.wanted, base.opened.node
        rows = TableReader(reader, self.report).rows(table)
        for number, (line, given) in enumerate(rows, 1):
            whole = bundle_tree(
                self.rules,
                line.span,
                tree if isinstance(tree, Mapping) else None,
                given,
            )
            yield evolve(
                base,
                name=f"{base.name}, row {number}: {line.text}",
                opened=evolve(base.opened, node=whole),
                wanted=(*shared, *reader.wanted),
                span=line.span,
            )


def name_span(node: Mapping) -> Span:
    """Where a test begins: its name, or its first line."""
    written = node.get("name")
    return written.span if isinstance(written, Scalar) else first_line(node)
