"""Each key and value of a TOML text is found where it stands."""

import tomllib

import pytest

from inspect_engine.house.toml_places import places
from inspect_engine.source import SourceFile


def found(text: str, *path: str) -> tuple[str, str]:
    tomllib.loads(text)
    place = places(SourceFile("x.toml", text))[path]
    return place.key.text, place.value.text


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ('a = "b" # c', ("a",), ("a", '"b"')),
        ("[x]\na = 1.5", ("x", "a"), ("a", "1.5")),
        ("[x . 'y']\r\na = 1\r\n", ("x", "y", "a"), ("a", "1")),
        ("a.b = 1979-05-27 07:32:00", ("a", "b"), ("b", "1979-05-27 07:32:00")),
        ('"a.b" = {c = [1, {d = "]"}], e = 2}', ("a.b", "e"), ("e", "2")),
        ("x = [\n 1, # ]\n '['\n]\ny = 2", ("y",), ("y", "2")),
        ("x = '''\n[y]\ny = 1'''\n[z]", ("z",), ("z", "z")),
        ('x = """a\\"""\n""""\ny = 1', ("y",), ("y", "1")),
        ("[[x]]\na = 1\n[[x]]\na = 2", ("x", "a"), ("a", "1")),
        ("x = {}\n\n# c\ny = {a.b = 1}", ("y", "a", "b"), ("b", "1")),
        ('"t\\u0061b" = 1', ("tab",), ('"t\\u0061b"', "1")),
    ],
)
def test_a_place_has_the_words_of_its_key_and_value(
    text: str, path: tuple[str, ...], expected: tuple[str, str]
) -> None:
    assert expected == found(text, *path)
