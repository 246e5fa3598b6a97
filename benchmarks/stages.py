"""One cold `score`, stage by stage, as JSON: `python stages.py RULES BUNDLE`.

A script of its own, since what it times first is the loading of the modules.
"""

import json
import sys
import time

start = time.perf_counter()
spent: dict[str, float] = {}


def mark(stage: str) -> None:
    """Note the milliseconds since the last mark."""
    global start
    now = time.perf_counter()
    spent[stage] = (now - start) * 1e3
    start = time.perf_counter()


def main(rules: str, bundle: str) -> None:
    """Do what the command does, without its options."""
    from inspect_engine.binding.assembly import read_rules
    from inspect_engine.binding.binder import bind
    from inspect_engine.binding.catalogue import Catalogue
    from inspect_engine.checks.blocking import blocking as check
    from inspect_engine.evaluation.scoring import score
    from inspect_engine.records.intake import read_bundle
    from inspect_engine.reports import Look, render
    from inspect_engine.resources import rules_folder
    from inspect_engine_cli.commands import score as command

    assert command
    mark("imports")
    catalogue = Catalogue((rules_folder(),))
    entry, _ = catalogue.find(rules, None)
    assert entry is not None, "the rules are not among those shipped"
    mark("find")
    reading = read_rules(entry.path, catalogue)
    assert reading.assembly is not None, "the rules cannot be read"
    mark("parse")
    methodology, _ = bind(reading.assembly)
    assert methodology is not None, "the rules cannot be bound"
    mark("bind")
    check(methodology)
    mark("check")
    records, _ = read_bundle(bundle, methodology)
    assert records is not None, "the bundle cannot be read"
    mark("read bundle")
    result = score(methodology, records)
    mark("score")
    render(result, "human", Look())
    mark("render")
    print(json.dumps(spent))


main(*sys.argv[1:])
