//! What an erasure brings with it, whichever way leads to it.

use super::Way;
use crate::error::Result;
use crate::fr::debt::Debt;
use crate::fr::debt::treatment::{Certainty, Treatment};
use crate::money::Money;
use crate::vocabulary::vocabulary;
use alloc::vec::Vec;

vocabulary! {
    /// What follows an erasure.
    pub enum EffectKind {
        /// The debts are erased as fixed on the day of the commission's decision, or of the judgment (L. 741-2).
        ErasedAtDecision = "erased_at_decision",
        /// The debts are erased as fixed on the day of the opening judgment (L. 742-22).
        ErasedAtOpening = "erased_at_opening",
        /// The rest of the debts is erased at the end of the measures, if they were carried out.
        ErasedAtEnd = "erased_at_end",
        /// What erasure does not reach stays due (L. 741-2).
        Survives = "survives",
        /// Claims whose holders were not told are extinguished unless they act within two months (L. 741-3, R. 741-2).
        UntoldExtinguished = "untold_extinguished",
        /// Measures do not bind creditors who were neither declared nor told (L. 733-15).
        UntoldNotBound = "untold_not_bound",
        /// Erasing the claim behind a bounced cheque regularises the incident (L. 733-17, L. 743-1).
        ChequesRegularised = "cheques_regularised",
        /// A tenant who pays rent again under delays granted by the judge: the termination clause waits two years
        /// (L. 714-1, II).
        TerminationClauseFrozen = "termination_clause_frozen",
        /// Erasure does not free guarantors and co-debtors.
        OthersStayBound = "others_stay_bound",
        /// The file of payment incidents keeps the full erasure five years (L. 752-3).
        RegisteredFiveYears = "registered_five_years",
        /// It keeps the measures as long as they run, at most seven years, five when they run without incident
        /// (L. 752-3).
        RegisteredWhileRunning = "registered_while_running",
    }
}

/// Something that follows an erasure.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Effect {
    /// What.
    pub kind: EffectKind,
    /// The provision.
    pub article: &'static str,
    /// How certain the rule is.
    pub certainty: Certainty,
    /// The sum concerned, if one is.
    pub amount: Option<Money>,
}

crate::vocabulary::opaque_debug!(Effect);

fn effect(kind: EffectKind, article: &'static str, certainty: Certainty) -> Effect {
    Effect { kind, article, certainty, amount: None }
}

/// What follows the erasure that a way leads to; nothing for the other ways.
pub(super) fn of(way: Way, debts: &[Debt], treatments: &[Treatment]) -> Result<Vec<Effect>> {
    match way {
        Way::RecoveryWithoutLiquidation => full(
            debts,
            treatments,
            effect(
                EffectKind::ErasedAtDecision,
                "C. conso. L. 741-2, L. 741-6, L. 741-7",
                Certainty::Certain,
            ),
            "C. conso. L. 741-2",
        ),
        Way::RecoveryWithLiquidation => full(
            debts,
            treatments,
            effect(EffectKind::ErasedAtOpening, "C. conso. L. 742-22", Certainty::Certain),
            "C. conso. L. 711-4, L. 711-5, L. 742-22",
        ),
        Way::PartialErasure => Ok(partial(debts)),
        Way::AgreedPlan | Way::ImposedRescheduling | Way::Suspension => Ok(Vec::new()),
    }
}

fn full(
    debts: &[Debt],
    treatments: &[Treatment],
    erased: Effect,
    surviving: &'static str,
) -> Result<Vec<Effect>> {
    use Certainty::{Certain, Likely};
    let gone = Money::total(treatments.iter().map(|treatment| treatment.erased_in_full_erasure))?;
    let kept = Money::total(treatments.iter().map(|treatment| treatment.survives))?;
    let by_decision = erased.kind == EffectKind::ErasedAtDecision;
    let mut effects = Vec::from([Effect { amount: Some(gone), ..erased }]);
    if !kept.is_zero() {
        effects.push(Effect { amount: Some(kept), ..effect(EffectKind::Survives, surviving, Certain) });
    }
    if by_decision {
        effects.push(effect(EffectKind::UntoldExtinguished, "C. conso. L. 741-3, R. 741-2", Certain));
    }
    effects.push(effect(EffectKind::ChequesRegularised, "C. conso. L. 743-1", Certain));
    if debts.iter().any(Debt::is_landlord) {
        effects.push(effect(EffectKind::TerminationClauseFrozen, "C. conso. L. 714-1, II", Certain));
    }
    if debts.iter().any(|debt| debt.co_debtor || debt.guarantor_paid.is_some()) {
        effects.push(effect(EffectKind::OthersStayBound, "C. conso. L. 741-2, L. 742-22", Likely));
    }
    effects.push(effect(EffectKind::RegisteredFiveYears, "C. conso. L. 752-3", Certain));
    Ok(effects)
}

fn partial(debts: &[Debt]) -> Vec<Effect> {
    use Certainty::{Certain, Likely};
    let mut effects = Vec::from([
        // Every decision that was read says so; the article does not.
        effect(EffectKind::ErasedAtEnd, "C. conso. L. 733-4, 2°", Likely),
        effect(EffectKind::ChequesRegularised, "C. conso. L. 733-17", Certain),
    ]);
    if debts.iter().any(|debt| debt.undeclared) {
        effects.push(effect(EffectKind::UntoldNotBound, "C. conso. L. 733-15", Certain));
    }
    if debts.iter().any(|debt| debt.co_debtor || debt.guarantor_paid.is_some()) {
        effects.push(effect(EffectKind::OthersStayBound, "C. conso. L. 733-4, 2°", Likely));
    }
    effects.push(effect(EffectKind::RegisteredWhileRunning, "C. conso. L. 752-3", Certain));
    effects
}
