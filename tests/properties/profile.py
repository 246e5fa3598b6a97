"""How many examples each law is tried on: a few by default, many when asked.

`HYPOTHESIS_PROFILE=thorough` tries twenty times as many, and `unshrunk` shows the
first failing example as it came. In CI the examples are the same on every run.
"""

import os

from hypothesis import HealthCheck, Phase, settings

PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "default")
TIMES = 20 if PROFILE == "thorough" else 1
PHASES = [one for one in Phase if PROFILE != "unshrunk" or one is Phase.generate]


def examples(count: int) -> settings:
    """Settings for a law: so many examples, without a clock."""
    return settings(
        max_examples=count * TIMES,
        deadline=None,
        derandomize="CI" in os.environ,
        phases=PHASES,
        suppress_health_check=list(HealthCheck),
    )
