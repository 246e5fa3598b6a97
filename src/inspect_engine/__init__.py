"""Inspection methodologies as rules you can read, check and run.

    import inspect_engine as ie

    rules = ie.load_rules("hmi-probation/pdu")
    bundle = ie.load_bundle("kirklees.yaml", rules)
    result = ie.score(rules, bundle)

What is named here is loaded when first asked for: importing the package costs next to
nothing, which a command line feels at every start.
"""

from importlib import import_module

# Type checkers know the name; taking it from `typing` would cost as much as Python.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from inspect_engine.api import (
        BundleError,
        RulesError,
        check,
        load_bundle,
        load_rules,
        score,
        shipped,
    )
    from inspect_engine.diagnostics.diagnostic import Diagnostic, Severity
    from inspect_engine.evaluation.outcome import Result
    from inspect_engine.model.methodology import Methodology
    from inspect_engine.records.bundle import Bundle

    __version__: str

__all__ = [
    "Bundle",
    "BundleError",
    "Diagnostic",
    "Methodology",
    "Result",
    "RulesError",
    "Severity",
    "__version__",
    "check",
    "load_bundle",
    "load_rules",
    "score",
    "shipped",
]

_HOMES = {
    "Bundle": "records.bundle",
    "Diagnostic": "diagnostics.diagnostic",
    "Methodology": "model.methodology",
    "Result": "evaluation.outcome",
    "Severity": "diagnostics.diagnostic",
}


def __getattr__(name: str) -> object:
    """What a public name stands for, from the module that is its home."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name == "__version__":
        # Reading the metadata of packages takes longer than all else here.
        value: object = import_module("importlib.metadata").version("inspect-engine")
    else:
        home = import_module(f"{__name__}.{_HOMES.get(name, 'api')}")
        value = getattr(home, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, whether loaded or not."""
    return sorted({*globals(), *__all__})
