"""The sets of vectors, one module a folder."""

from . import budget, household, rsa, scale

SETS = (scale.build, rsa.build, household.build, budget.build)
