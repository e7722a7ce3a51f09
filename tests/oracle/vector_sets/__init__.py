"""The sets of vectors, one module a folder; in order of name."""

from . import (
    audit,
    budget,
    capacity,
    comparison,
    document,
    garnishment,
    household,
    measures,
    orientation,
    plan,
    review,
    rsa,
    sale,
    scale,
    treatment,
)

SETS = (
    audit.build,
    budget.build,
    capacity.build,
    comparison.build,
    document.build,
    garnishment.build,
    household.build,
    measures.build,
    orientation.build,
    plan.build,
    review.build,
    rsa.build,
    sale.build,
    scale.build,
    treatment.build,
)
