"""Everything that is found by trying a methodology out, before any case is read."""

from inspect_engine.analysis.conditions import condition_faults
from inspect_engine.analysis.tables import table_faults
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.model.methodology import Methodology


def tried_out(methodology: Methodology) -> tuple[Diagnostic, ...]:
    """Faults of tables and conditions."""
    return (*table_faults(methodology), *condition_faults(methodology))
