"""Changes that make rules wrong are told at the changed place."""

import pytest
from benchmarks.seeding import Seen, seeded, shown, subjects
from benchmarks.seeds import KINDS

WRONG = [one for one in KINDS.values() if one.is_wrong]
FEW = 2
FILES = ("rules/pdu-2023.inspect", "a made rule set")


@pytest.fixture(scope="module")
def seen() -> list[Seen]:
    given = [one for one in subjects() if one.label in FILES]
    return list(seeded(KINDS.values(), given, FEW))


def test_what_cannot_be_meant_is_told_at_its_place(seen: list[Seen]) -> None:
    missed = [one for one in seen if one.kind in WRONG and one.is_missed]
    assert [] == [shown(one) for one in missed]


def test_every_kind_of_change_has_a_place(seen: list[Seen]) -> None:
    assert set(KINDS) == {one.kind.name for one in seen}


def test_moved_ends_and_dropped_bands_are_told_at_their_place(seen: list[Seen]) -> None:
    of_bands = [one for one in seen if one.kind.name.endswith((" up", " down", "band"))]
    assert {"at the place"} == {one.outcome for one in of_bands}
