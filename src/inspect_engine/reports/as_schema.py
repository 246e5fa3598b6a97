"""The published JSON Schemas, draft 2020-12: what bundles and results may say."""

import json
from pathlib import Path

from inspect_engine.syntax.twin.json_schema import rules_schema

NAMES = ("bundle", "rules", "result")

_FOLDER = Path(__file__).with_name("schemas")


def schema(name: str) -> dict[str, object]:
    """The JSON Schema of one of `NAMES`."""
    if name == "rules":
        return rules_schema()
    text = (_FOLDER / f"{name}.json").read_text(encoding="utf-8")
    document: dict[str, object] = json.loads(text)
    return document
