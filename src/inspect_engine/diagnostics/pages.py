"""The pages of the faults: what each code means, made from the class that raises it.

`python -m inspect_engine.diagnostics.pages` writes them to docs/reference/faults/;
with `--check` it lists those that no longer say what the classes say.
"""

import re
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from importlib import import_module
from inspect import cleandoc
from pathlib import Path

from inspect_engine.diagnostics.fault import FAULTS, Fault

FAULT_MODULES = (
    "inspect_engine.diagnostics.limits",
    "inspect_engine.documents.faults",
    "inspect_engine.documents.file_faults",
    "inspect_engine.syntax.sign_faults",
    "inspect_engine.starting.faults",
    "inspect_engine.syntax.statement_faults",
    "inspect_engine.syntax.twin.faults",
    "inspect_engine.binding.kind_faults",
    "inspect_engine.binding.name_faults",
    "inspect_engine.binding.change_faults",
    "inspect_engine.binding.file_faults",
    "inspect_engine.binding.family_faults",
    "inspect_engine.records.faults",
    "inspect_engine.records.head_faults",
    "inspect_engine.records.percent_faults",
    "inspect_engine.records.rating_faults",
    "inspect_engine.records.record_faults",
    "inspect_engine.records.tally_faults",
    "inspect_engine.records.unit_faults",
    "inspect_engine.records.value_faults",
    "inspect_engine.checks.faults",
    "inspect_engine.checks.band_faults",
    "inspect_engine.checks.date_faults",
    "inspect_engine.checks.model_faults",
    "inspect_engine.house.faults",
    "inspect_engine.evaluation.faults",
    "inspect_engine.examples.faults",
    "inspect_engine.analysis.condition_faults",
    "inspect_engine.analysis.effect_faults",
    "inspect_engine.analysis.table_faults",
)
"""Where faults are defined; loaded only when a page or a list of codes is asked for."""

FOLDER = Path("docs/reference/faults")
INDEX = "index.md"

_EXAMPLE = r"^{heading}:\s*\n+```(inspect|yaml|json|toml|sh|text)\n(.*?)^```[ ]*$"


def all_codes() -> tuple[str, ...]:
    """Every code there is, in the order of the alphabet."""
    _load()
    return tuple(sorted(FAULTS))


def page(code: str) -> str | None:
    """The Markdown page of a fault; None where no fault has this code."""
    fault = _fault(code)
    if fault is None:
        return None
    first, _, rest = _doc(fault).partition("\n")
    facts = [
        f"- Severity: {fault.severity.value}",
        f"- Message: {_quoted(fault.message)}",
    ]
    hints = [f"- Hint: {_quoted(hint)}" for hint in fault.hints]
    parts = [f"# {code}", first, "\n".join(facts + hints), rest.strip("\n")]
    return "\n\n".join(part for part in parts if part) + "\n"


def title(code: str) -> str:
    """What a fault is, in one sentence; empty where no fault has this code."""
    fault = _fault(code)
    return _doc(fault).partition("\n")[0] if fault else ""


def examples(code: str) -> tuple[str, str]:
    """The wrong and the right example of a fault, each empty where there is none.

    A tab is written ␉ in a page, since a docstring loses tabs.
    """
    wrong, right = _example(code, "Wrong"), _example(code, "Right")
    return wrong[1], right[1]


def example_language(code: str) -> str:
    """What the examples are written in: `inspect`, `yaml` or another; or nothing."""
    return _example(code, "Wrong")[0]


def gaps(code: str) -> tuple[str, ...]:
    """What the docstring of a fault lacks to be a page; empty when it is whole."""
    fault = _fault(code)
    first, _, rest = _doc(fault).partition("\n") if fault else ("", "", "")
    is_excused = re.search(r"^No example: \S", rest, re.MULTILINE) is not None
    why = re.split(r"^(?:Wrong|No example):", rest, maxsplit=1, flags=re.MULTILINE)[0]
    wrong, right = examples(code)
    needed = {
        "a first line of one sentence": first.endswith(".") and rest[:1] in ("", "\n"),
        "a paragraph on why it matters": bool(why.strip()),
        "a wrong example": bool(wrong.strip()) or is_excused,
        "a right example": is_excused or right.strip() not in ("", wrong.strip()),
    }
    return tuple(what for what, is_there in needed.items() if not is_there)


def write_pages(folder: Path, check: bool = False) -> tuple[str, ...]:
    """Write every page and the index; give the names of those that had changed.

    With `check` nothing is written. Pages of codes that are gone count as changed.
    """
    wanted = {f"{code}.md": page(code) or "" for code in all_codes()}
    wanted[INDEX] = _index()
    present = {path.name: path for path in folder.glob("*.md")}
    gone = [path for name, path in present.items() if name not in wanted]
    stale = {
        name: text
        for name, text in wanted.items()
        if name not in present or present[name].read_text(encoding="utf-8") != text
    }
    if not check:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in stale.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
        for path in gone:
            path.unlink()
    return tuple(sorted([*stale, *(path.name for path in gone)]))


def main(arguments: list[str] | None = None) -> int:
    """Write or check the pages; 1 where a check finds some out of date."""
    parser = ArgumentParser(prog="python -m inspect_engine.diagnostics.pages")
    parser.add_argument("--check", action="store_true", help="write nothing")
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    asked = parser.parse_args(arguments)
    stale = write_pages(asked.folder, asked.check)
    for name in stale:
        print(f"{'out of date' if asked.check else 'written'}: {asked.folder / name}")
    return 1 if asked.check and stale else 0


def _load() -> None:
    for name in FAULT_MODULES:
        try:
            import_module(name)
        except ModuleNotFoundError as missing:
            # Only this module, or its package, may be absent; not what it imports.
            if not missing.name or not f"{name}.".startswith(f"{missing.name}."):
                raise


def _fault(code: str) -> type[Fault] | None:
    if code not in FAULTS:
        _load()
    return FAULTS.get(code)


def _doc(fault: type[Fault]) -> str:
    return cleandoc(fault.__doc__ or "")


def _example(code: str, heading: str) -> tuple[str, str]:
    fault = _fault(code)
    pattern = _EXAMPLE.format(heading=heading)
    text = _doc(fault) if fault else ""
    found = re.search(pattern, text, re.MULTILINE | re.DOTALL)
    return (found[1], found[2].replace("␉", "\t")) if found else ("", "")


def _quoted(pattern: str) -> str:
    """A pattern as code, whatever backticks it holds."""
    longest = max(map(len, re.findall(r"`+", pattern)), default=0)
    fence, space = "`" * (longest + 1), " " if longest else ""
    return f"{fence}{space}{pattern}{space}{fence}"


def _index() -> str:
    return "\n".join(_index_lines()) + "\n"


def _index_lines() -> Iterator[str]:
    yield "# Faults"
    yield ""
    yield "Every code that a diagnostic can carry, made from the source by"
    yield "`python -m inspect_engine.diagnostics.pages`."
    yield ""
    yield "| code | severity | what it is |"
    yield "| --- | --- | --- |"
    for code in all_codes():
        severity = FAULTS[code].severity.value
        yield f"| [{code}]({code}.md) | {severity} | {title(code)} |"


if __name__ == "__main__":
    sys.exit(main())
