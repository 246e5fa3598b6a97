"""The one layout of rule files: the author's tokens and comments, space chosen anew."""

from inspect_engine.syntax.formatting.document import format_source

__all__ = ["format_source"]
