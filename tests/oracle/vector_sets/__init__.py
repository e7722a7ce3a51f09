"""The sets of vectors, one module a folder."""

from . import budget, capacity, comparison, document, garnishment, household, orientation, plan, rsa, scale, treatment

SETS = (
    scale.build,
    rsa.build,
    household.build,
    budget.build,
    capacity.build,
    garnishment.build,
    document.build,
    treatment.build,
    plan.build,
    orientation.build,
    comparison.build,
)
