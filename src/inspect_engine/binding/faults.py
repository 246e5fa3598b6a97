"""Mistakes in what a rule file means: names, kinds, places."""

from inspect_engine.binding.kind_faults import (
    CellCount,
    DatesReversed,
    EmptyRange,
    NoOrder,
    NotACondition,
    OpenDerivation,
    OtherScale,
    UnknownLanguage,
    WrongKind,
)
from inspect_engine.binding.name_faults import (
    ChainTooLong,
    Circular,
    DuplicateId,
    DuplicateStatement,
    MissingPart,
    NotInScope,
    ReservedWord,
    UnknownName,
    WrongPlace,
)

__all__ = [
    "CellCount",
    "ChainTooLong",
    "Circular",
    "DatesReversed",
    "DuplicateId",
    "DuplicateStatement",
    "EmptyRange",
    "MissingPart",
    "NoOrder",
    "NotACondition",
    "NotInScope",
    "OpenDerivation",
    "OtherScale",
    "ReservedWord",
    "UnknownLanguage",
    "UnknownName",
    "WrongKind",
    "WrongPlace",
]
