"""The parse tables that Lark makes of the grammar, and where they are kept.

Lark builds LALR tables from the files in `grammar/`; that takes longer than scoring
an inspection. The tables are therefore kept beside the grammar as plain JSON, named
by the hash of the grammar they were made of. Plain data cannot run code, is never
written at run time, and is the same for every user; if the grammar has changed,
the hash no longer fits and the tables are made anew in memory.
"""

import hashlib
import json
import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from inspect_engine.resources import grammar_folder

GRAMMAR_FILES = ("methodology", "rules", "expressions", "common", "terminals")
STARTS = ("start", "expression")
TABLE_FILE = "tables.json"
END = "$END"


class Rule(NamedTuple):
    """One production: what to make when its symbols are complete."""

    origin: str
    name: str
    length: int
    keep: tuple[int, ...]
    """The positions that become children; keywords and punctuation do not."""
    is_inline: bool
    """Its children go to the parent, as for `_name` and repetitions."""
    gives_single: bool
    """A single child stands for the whole, as for `?name`."""


class Rows(dict[int, dict[str, int]]):
    """The row of each state, read from its spelling when first asked for.

    A file needs a few hundred of a thousand states, and a row of up to fifty symbols
    is mostly one rule for many of them: `NAME=12 LBRACE=14 -5@3` has two symbols that
    lead on, and rule 4 for each symbol of the third group.
    """

    def __init__(
        self, spelled: list[str], states: list[int], groups: list[str]
    ) -> None:
        """Begin with no row read."""
        super().__init__()
        self._spelled = spelled
        self._states = states
        self._groups = [names.split() for names in groups]

    def __missing__(self, state: int) -> dict[str, int]:
        row: dict[str, int] = {}
        for part in self._spelled[self._states[state]].split():
            symbol, is_one, target = part.partition("=")
            if is_one:
                row[symbol] = int(target)
            else:
                rule, _, group = part.partition("@")
                row |= dict.fromkeys(self._groups[int(group)], int(rule))
        self[state] = row
        return row


class Tables(NamedTuple):
    """Everything needed to read a text of the language."""

    rows: Rows
    """For each state: symbol to next state, or to -1 minus the number of a rule."""
    rules: tuple[Rule, ...]
    starts: dict[str, int]
    keywords: dict[str, str]
    """A word of the language to the name of its terminal."""
    punctuation: dict[str, str]
    patterns: dict[str, str]
    """The regular expression of each other terminal, first to be tried first."""
    before_path: frozenset[str]
    """The words after which a path such as `hmi-probation/pdu` stands."""


@cache
def tables() -> Tables:
    """The tables of the grammar as it is now."""
    folder = grammar_folder()
    text = grammar_text(folder)
    kept = folder / TABLE_FILE
    data: dict[str, Any] = {}
    if kept.is_file():
        data = json.loads(kept.read_text(encoding="utf-8"))
    if data.get("grammar") != fingerprint(text):
        data = json.loads(generate(text))
    return _from_data(data)


def grammar_text(folder: Path) -> str:
    """The grammar's files as one text, in reading order."""
    return "\n".join(
        (folder / f"{name}.lark").read_text(encoding="utf-8") for name in GRAMMAR_FILES
    )


def fingerprint(text: str) -> str:
    """The hash by which kept tables are known to fit a grammar."""
    return hashlib.sha256(text.encode()).hexdigest()


def _from_data(data: dict[str, Any]) -> Tables:
    return Tables(
        rows=Rows(data["rows"], data["states"], data["groups"]),
        rules=tuple(
            Rule(origin, name, length, tuple(keep), is_inline, gives_single)
            for origin, name, length, keep, is_inline, gives_single in data["rules"]
        ),
        starts=data["starts"],
        keywords=data["keywords"],
        punctuation=data["punctuation"],
        patterns=data["patterns"],
        before_path=frozenset(data["before_path"]),
    )


def generate(text: str) -> str:
    """The tables of a grammar as JSON; needs Lark.

    Raises:
        lark.GrammarError: Where one word of lookahead does not tell how to go on.
    """
    # Here only: reading a rule file must not wait for it.
    from lark import Lark
    from lark.parsers.lalr_parser import LALR_Parser

    lark = Lark(text, parser="lalr", start=list(STARTS), maybe_placeholders=False)
    # Lark settles a conflict of shift and reduce itself unless it is strict, and then
    # it compares all terminals as well, which the lexer here has no need of.
    table = LALR_Parser(lark.parser.parser_conf, strict=True)._parse_table
    by_rule = {rule: number for number, rule in enumerate(lark.rules)}
    rows: list[dict[str, int]] = []
    states: list[int] = []
    known: dict[str, int] = {}
    for state in sorted(table.states):
        row = {
            symbol: argument if action.name == "Shift" else -1 - by_rule[argument]
            for symbol, (action, argument) in sorted(table.states[state].items())
        }
        if state in table.end_states.values():
            row[END] = state  # all is read
        key = json.dumps(row, sort_keys=True)
        if key not in known:
            known[key] = len(rows)
            rows.append(row)
        states.append(known[key])
    keywords, punctuation, patterns = _terminals(lark.terminals)
    groups: dict[str, int] = {}
    data = {
        "grammar": fingerprint(text),
        "starts": table.start_states,
        "keywords": keywords,
        "punctuation": punctuation,
        "patterns": patterns,
        "before_path": sorted(
            word
            for word, terminal in keywords.items()
            if any(
                row.get(terminal, -1) >= 0 and "PATH" in rows[states[row[terminal]]]
                for row in rows
            )
        ),
        "rules": [_rule(rule) for rule in lark.rules],
        "rows": [_spelled(row, groups) for row in rows],
        "groups": list(groups),
        "states": states,
    }
    return json.dumps(data, separators=(",", ":"), ensure_ascii=False)


def _spelled(row: dict[str, int], groups: dict[str, int]) -> str:
    """A row as `Rows` reads it; a group is symbols with one rule for all of them."""
    parts = [f"{symbol}={target}" for symbol, target in row.items() if target >= 0]
    for rule in sorted({target for target in row.values() if target < 0}):
        names = " ".join(symbol for symbol, target in row.items() if target == rule)
        parts.append(f"{rule}@{groups.setdefault(names, len(groups))}")
    return " ".join(parts)


def _rule(rule: Any) -> tuple[object, ...]:
    origin = rule.origin.name
    options = rule.options
    keep = [
        position
        for position, symbol in enumerate(rule.expansion)
        if options.keep_all_tokens or not (symbol.is_term and symbol.filter_out)
    ]
    is_inline = origin.startswith("_")
    gives_single = bool(options.expand1 and not rule.alias)
    return (
        origin,
        rule.alias or origin,
        len(rule.expansion),
        keep,
        is_inline,
        gives_single,
    )


def _terminals(
    terminals: Any,
) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    keywords, punctuation, patterns = {}, {}, {}
    ranked = sorted(terminals, key=lambda terminal: (-terminal.priority, terminal.name))
    for terminal in ranked:
        if terminal.pattern.type == "re":
            patterns[terminal.name] = terminal.pattern.to_regexp()
        elif re.fullmatch(r"\w+", terminal.pattern.value):
            keywords[terminal.pattern.value] = terminal.name
        else:
            punctuation[terminal.pattern.value] = terminal.name
    return keywords, punctuation, patterns


def main() -> None:
    """Make the kept tables anew: `python -m inspect_engine.syntax.tables`."""
    folder = grammar_folder()
    (folder / TABLE_FILE).write_text(generate(grammar_text(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
