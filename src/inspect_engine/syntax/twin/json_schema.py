"""The JSON Schema of rules in YAML and JSON, made from the forms that read them."""

from typing import Any

from inspect_engine.syntax.twin.forms import (
    Cites,
    Each,
    Entry,
    Form,
    Items,
    Kind,
    One,
    Phrase,
    Section,
    Segment,
)
from inspect_engine.syntax.twin.statements import FILE

Schema = dict[str, Any]

HEAD = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "inspect-engine/rules/1",
    "title": "Rules of Inspect Engine in YAML or JSON",
}
ONE = {"$ref": "#/$defs/one value"}
TEXT = {"$ref": "#/$defs/text"}
YES = {"$ref": "#/$defs/yes"}
DEFINED: Schema = {
    "one value": {
        "description": "A phrase of the language.",
        "type": ["string", "number"],
        "minLength": 1,
    },
    "text": {
        "description": "A text for readers.",
        "type": ["string", "number"],
        "minLength": 1,
    },
    "yes": {
        "description": "The words of the key; where they do not hold, no key.",
        "enum": ["yes", True],
    },
}


def rules_schema() -> Schema:
    """The schema of a whole rule file, draft 2020-12."""
    defined = dict(DEFINED)
    whole = _keys(FILE, defined)
    return {**HEAD, **whole, "$defs": defined}


def _form(form: Form, defined: Schema) -> Schema:
    """A reference to what a statement of this form may be."""
    if form.what not in defined:
        defined[form.what] = {}  # so that a form inside itself would end
        defined[form.what] = _shapes(form, defined)
    return {"$ref": f"#/$defs/{form.what}"}


def _shapes(form: Form, defined: Schema) -> Schema:
    if form.short == "*" and not form.segments:
        return ONE
    keys = _keys(form, defined)
    if not form.short:
        is_needed = any(segment.is_needed for segment in form.segments)
        return keys if is_needed or not form.has_block else _or_nothing(keys)
    short = ONE if form.short == "*" else _value(_segment(form, form.short).kind)
    return {"anyOf": [short, keys]}


def _or_nothing(keys: Schema) -> Schema:
    return {**keys, "type": ["object", "null"]}


def _segment(form: Form, key: str) -> Segment:
    return next(segment for segment in form.segments if segment.key == key)


def _keys(form: Form, defined: Schema) -> Schema:
    """The mapping with the keys of a form."""
    found: Schema = {}
    for segment in form.segments:
        found[segment.key] = _described(segment.words, _value(segment.kind))
    for entry in form.body:
        found[entry.key] = _described(entry.words, _entry(entry, defined))
    needed = [segment.key for segment in form.segments if segment.is_needed]
    schema: Schema = {
        "description": f"{form.what[:1].upper()}{form.what[1:]}.",
        "type": "object",
        "properties": found,
        "additionalProperties": False,
    }
    return {**schema, "required": needed} if needed else schema


def _described(words: str, schema: Schema) -> Schema:
    return {"description": f"«{words} …»", **schema} if words else schema


def _entry(entry: Entry, defined: Schema) -> Schema:
    match entry:
        case Phrase():
            return _phrase(entry)
        case Cites():
            return _named(_one_or_several(TEXT))
        case Each():
            return _named(_form(entry.form, defined))
        case Items():
            return _one_or_several(_form(entry.form, defined))
        case One():
            return _form(entry.form, defined)
        case Section():
            form = Form(what=f"«{entry.key}»", body=entry.body)
            return _keys(form, defined)
    raise AssertionError(entry)


def _phrase(entry: Phrase) -> Schema:
    value = _value(entry.kind)
    if entry.may_be_bare:
        value = {"anyOf": [value, YES]}
    return _one_or_several(value) if entry.may_repeat else value


def _value(kind: Kind) -> Schema:
    match kind:
        case "flag":
            return YES
        case "text":
            return TEXT
        case "texts":
            return _one_or_several(TEXT)
    return ONE


def _one_or_several(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "array", "items": schema}]}


def _named(schema: Schema) -> Schema:
    """Something under its name; nothing at all may stand there too."""
    return {"type": ["object", "null"], "additionalProperties": schema}
