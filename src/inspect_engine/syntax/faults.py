"""Mistakes in how a rule file is written."""

from inspect_engine.syntax.sign_faults import (
    BadDate,
    ForeignComment,
    ForeignSign,
    NotARuleFile,
    NumberTooLong,
    RoundingStep,
    SmartQuotes,
    StrayCharacter,
    UnclosedText,
)
from inspect_engine.syntax.statement_faults import (
    Incomplete,
    Misplaced,
    MixedLogic,
    NestedTooDeep,
    StrayBrace,
    TooManyTerms,
    UnclosedBlock,
    UnknownWord,
)

__all__ = [
    "BadDate",
    "ForeignComment",
    "ForeignSign",
    "Incomplete",
    "Misplaced",
    "MixedLogic",
    "NestedTooDeep",
    "NotARuleFile",
    "NumberTooLong",
    "RoundingStep",
    "SmartQuotes",
    "StrayBrace",
    "StrayCharacter",
    "TooManyTerms",
    "UnclosedBlock",
    "UnclosedText",
    "UnknownWord",
]
