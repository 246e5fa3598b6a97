"""Rule files read, bound and checked: everything that is found, in file order."""

from pathlib import Path

from inspect_engine.analysis.trials import tried_out
from inspect_engine.binding.assembly import Assembly, read_rules
from inspect_engine.binding.binder import bind
from inspect_engine.binding.catalogue import Catalogue
from inspect_engine.checks.every import check
from inspect_engine.diagnostics.diagnostic import (
    Diagnostic,
    Severity,
    has_errors,
    in_reading_order,
)
from inspect_engine.documents.text_files import from_bytes
from inspect_engine.model.methodology import Methodology
from inspect_engine.syntax import nodes
from inspect_engine.syntax.parser import parse
from inspect_engine.syntax.twin.reading import as_rules

CORPUS = Path(__file__).parent
Read = tuple[Methodology | None, tuple[Diagnostic, ...]]


def read_file(path: Path) -> Read:
    """What a rule file means, and what is wrong with it."""
    reading = read_rules(str(path), Catalogue((path.parent,)))
    if reading.assembly is None:
        return None, reading.diagnostics
    methodology, found = bound(reading.assembly, reading.diagnostics)
    return None if has_errors(found) else methodology, found


def read_bytes(content: bytes, name: str = "given.inspect") -> Read:
    """The same of a file that stands alone and is not on any disk."""
    methodology, found = bound_anyway(content, name)
    # As `load_rules` does: of rules with an error in them nothing is used.
    return None if has_errors(found) else methodology, found


def bound_anyway(content: bytes, name: str = "given.inspect") -> Read:
    """The same, with what the rules mean in spite of errors, so far as they do."""
    source, found = from_bytes(name, content)
    if source is None:
        return None, found
    source = as_rules(source)
    parsed = parse(source)
    if parsed.node is None:
        return None, parsed.diagnostics
    heads = [one for one in parsed.node.items if isinstance(one, nodes.Methodology)]
    assembly = Assembly(
        head=heads[0] if heads else None,
        declarations=tuple(one for one in parsed.node.items if one not in heads),
        main=source,
        files=(source,),
        lost=parsed.lost,
        is_damaged=bool(parsed.diagnostics),
        damage=tuple(one.span for one in parsed.diagnostics if one.span),
    )
    return bound(assembly, parsed.diagnostics)


def bound(assembly: Assembly, found: tuple[Diagnostic, ...]) -> Read:
    """The methodology of an assembly, with all that any stage finds."""
    methodology, more = bind(assembly)
    checked = (*check(methodology), *tried_out(methodology)) if methodology else ()
    names = [file.name for file in assembly.files]
    return methodology, in_reading_order((*found, *more, *checked), names)


def wanted(found: tuple[Diagnostic, ...], codes: str = "") -> list[Diagnostic]:
    """What is wrong: notes only where their codes are asked for."""
    return [
        one for one in found if one.severity is not Severity.NOTE or one.code in codes
    ]


def in_short(found: Diagnostic) -> str:
    """`error UNKNOWN-NAME 12:18-12:24`."""
    what = f"{found.severity.value} {found.code}"
    if found.span is None:
        return what
    first, last = found.span.first, found.span.last
    return f"{what} {first.line}:{first.column}-{last.line}:{last.column}"
