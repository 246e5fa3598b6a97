"""Scoring looks only for what would keep rules from being scored by."""

from inspect_engine.checks.blocking import BLOCKING
from inspect_engine.checks.every import CHECKS


def test_what_blocks_is_among_all_checks() -> None:
    assert set(BLOCKING) <= set(CHECKS)
