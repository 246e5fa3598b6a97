"""The option that writes what comes of examples into their documents."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-language",
        action="store_true",
        help="write what comes of the examples into tests/language and docs/language",
    )
