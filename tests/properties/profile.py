"""How many examples each law is tried on: a few by default, many when asked.

`HYPOTHESIS_PROFILE=thorough` tries twenty times as many. In CI the examples are the
same on every run.
"""

import os

from hypothesis import HealthCheck, settings

TIMES = {"thorough": 20}.get(os.environ.get("HYPOTHESIS_PROFILE", ""), 1)


def examples(count: int) -> settings:
    """Settings for a law: so many examples, without a clock."""
    return settings(
        max_examples=count * TIMES,
        deadline=None,
        derandomize="CI" in os.environ,
        suppress_health_check=list(HealthCheck),
    )
