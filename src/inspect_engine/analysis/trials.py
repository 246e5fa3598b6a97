"""Everything that is found by trying a methodology out, before any case is read."""

from inspect_engine.analysis.clauses import clause_faults
from inspect_engine.analysis.conditions import condition_faults
from inspect_engine.analysis.discretions import discretion_faults
from inspect_engine.analysis.limits import limit_faults
from inspect_engine.analysis.question_sets import question_set_faults
from inspect_engine.analysis.tables import table_faults
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.model.methodology import Methodology


def tried_out(methodology: Methodology) -> tuple[Diagnostic, ...]:
    """Faults of tables, conditions, limits and discretion."""
    return (
        *table_faults(methodology),
        *condition_faults(methodology),
        *clause_faults(methodology),
        *question_set_faults(methodology),
        *limit_faults(methodology),
        *discretion_faults(methodology),
    )
