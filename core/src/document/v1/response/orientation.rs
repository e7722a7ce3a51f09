//! Answers about who may file and where a file can go: the conditions of the procedure, the ways open or closed.

use crate::fr::admissibility::{Admissibility, AdmissibilityReason, Condition, Signal, Standing};
use crate::fr::debt::treatment::Certainty;
use crate::fr::orientation::{Effect, EffectKind, Opening, Orientation, OrientationReason, Way};
use crate::money::Money;
use alloc::vec::Vec;
use serde::Serialize;

/// A reason, with the provision behind it and how certain the rule is.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "{R}Shown"))]
struct ReasonShown<R> {
    rule: R,
    article: &'static str,
    certainty: Certainty,
}

fn reasons<R: Copy>(reasons: &[R], source: fn(R) -> (&'static str, Certainty)) -> Vec<ReasonShown<R>> {
    let show = |rule: &R| {
        let (article, certainty) = source(*rule);
        ReasonShown { rule: *rule, article, certainty }
    };
    reasons.iter().map(show).collect()
}

/// The conditions of the procedure, with the figures that they rest on.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct AdmissibilityShown {
    liabilities: LiabilitiesShown,
    means: MeansShown,
    signals: Vec<SignalShown>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct LiabilitiesShown {
    total: Money,
    due: Money,
    to_fall_due: Money,
    professional: Money,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct MeansShown {
    #[serde(skip_serializing_if = "Option::is_none")]
    available: Option<Money>,
    #[serde(skip_serializing_if = "Option::is_none")]
    monthly_debt_charge: Option<Money>,
    assets: Money,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct SignalShown {
    condition: Condition,
    standing: Standing,
    reasons: Vec<ReasonShown<AdmissibilityReason>>,
}

impl AdmissibilityShown {
    pub(crate) fn of(admissibility: &Admissibility) -> AdmissibilityShown {
        let Admissibility { liabilities, means, signals } = admissibility;
        let show = |signal: &Signal| SignalShown {
            condition: signal.condition,
            standing: signal.standing,
            reasons: reasons(&signal.reasons, AdmissibilityReason::source),
        };
        AdmissibilityShown {
            liabilities: LiabilitiesShown {
                total: liabilities.total,
                due: liabilities.due,
                to_fall_due: liabilities.to_fall_due,
                professional: liabilities.professional,
            },
            means: MeansShown {
                available: means.available,
                monthly_debt_charge: means.monthly_debt_charge,
                assets: means.assets,
            },
            signals: signals.iter().map(show).collect(),
        }
    }
}

/// A way that the facts leave open or close.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct OrientationShown {
    way: Way,
    opening: Opening,
    reasons: Vec<ReasonShown<OrientationReason>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    effects: Vec<EffectShown>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct EffectShown {
    effect: EffectKind,
    article: &'static str,
    certainty: Certainty,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<Money>,
}

impl OrientationShown {
    pub(crate) fn of(orientation: &Orientation) -> OrientationShown {
        let show = |effect: &Effect| EffectShown {
            effect: effect.kind,
            article: effect.article,
            certainty: effect.certainty,
            amount: effect.amount,
        };
        OrientationShown {
            way: orientation.way,
            opening: orientation.opening,
            reasons: reasons(&orientation.reasons, OrientationReason::source),
            effects: orientation.effects.iter().map(show).collect(),
        }
    }
}
