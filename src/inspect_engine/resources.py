"""Where the grammar and the shipped rules lie; the only module that knows.

In an installed wheel both folders lie inside the package. In a checkout they
lie at its root, where they are read without Python, and this module looks
there second. They are looked up when first asked for, so that importing costs
nothing.
"""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def grammar_folder() -> Path:
    """Return the folder of the language's `.lark` files."""
    return _folder("grammar")


def rules_folder() -> Path:
    """Return the folder of the shipped methodologies, one folder per scheme."""
    return _folder("rules")


@cache
def _folder(name: str) -> Path:
    for root in (_PACKAGE, _CHECKOUT):
        if (root / name).is_dir():
            return root / name
    # Not a user's mistake: a wheel or a checkout without them is broken.
    raise RuntimeError(
        f"the installation has no {name} folder: neither {_PACKAGE / name} "
        f"nor {_CHECKOUT / name} exists"
    )
