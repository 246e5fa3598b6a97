"""The one layout of rule files: the author's own tokens, comments kept, space chosen."""

from inspect_engine.syntax.formatting.document import format_source

__all__ = ["format_source"]
