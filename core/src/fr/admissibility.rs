//! Admissibility (recevabilité): which conditions of the procedure the facts meet, and why; never a decision.
//!
//! Good faith and what *manifest* means are for people to judge (C. conso. L. 711-1). What was not said stays unknown:
//! no condition is held to be met, or not, for want of a fact.

use crate::error::Result;
use crate::fr::asset::{Asset, AssetKind};
use crate::fr::capacity::Capacity;
use crate::fr::debt::treatment::{Certainty, Treatment};
use crate::fr::debt::{Debt, DebtKind};
use crate::money::Money;
use crate::vocabulary::{opaque_debug, vocabulary};
use alloc::vec::Vec;

vocabulary! {
    /// A condition of the procedure.
    pub enum Condition {
        /// A natural person in good faith (personne physique de bonne foi, L. 711-1).
        GoodFaith = "good_faith",
        /// The manifest impossibility to meet all debts, due and to fall due (L. 711-1).
        CannotMeetDebts = "cannot_meet_debts",
        /// No procedure of Book VI of the Code de commerce instead (L. 711-3, L. 711-7, L. 711-9).
        NoOtherProcedure = "no_other_procedure",
        /// A home in France, or French nationality and creditors in France (L. 711-2).
        Residence = "residence",
    }
}

vocabulary! {
    /// Whether the facts meet a condition.
    pub enum Standing {
        /// They do.
        Met = "met",
        /// They do not.
        NotMet = "not_met",
        /// What was said does not tell.
        Unknown = "unknown",
    }
}

vocabulary! {
    /// Why a condition is met, or not, or unknown.
    pub enum AdmissibilityReason {
        /// Good faith was said to be there.
        InGoodFaith = "in_good_faith",
        /// Good faith was said to be missing.
        NotInGoodFaith = "not_in_good_faith",
        /// Nothing was said of good faith.
        GoodFaithUnknown = "good_faith_unknown",
        /// No debt counts.
        NoDebts = "no_debts",
        /// Nothing is left for debts once the household lives.
        NothingLeft = "nothing_left",
        /// The debts ask more each month than is left for them.
        ChargeAboveMeans = "charge_above_means",
        /// What the debts ask each month is within what is left for them.
        ChargeWithinMeans = "charge_within_means",
        /// What the debts ask each month was not said.
        ChargeUnknown = "charge_unknown",
        /// What is left during seven years does not pay the debts that are due.
        SevenYearsNotEnough = "seven_years_not_enough",
        /// Debts are due that what can be sold does not pay.
        DueDebtsRemain = "due_debts_remain",
        /// What can be sold, the main home aside, pays all the debts.
        AssetsPayDebts = "assets_pay_debts",
        /// The means were not computed.
        MeansUnknown = "means_unknown",
        /// A guarantee for a sole trader or a company can't be met (L. 711-1, third paragraph).
        GuaranteeNotMet = "guarantee_not_met",
        /// Professional debts count like the others.
        ProfessionalDebtsCount = "professional_debts_count",
        /// Debts that measures can't touch count too: all debts do.
        ExcludedDebtsCount = "excluded_debts_count",
        /// A main home worth as much as the debts is no bar by itself.
        MainHomeNoBar = "main_home_no_bar",
        /// A procedure of Book VI applies to the debtor.
        OtherProcedure = "other_procedure",
        /// None does.
        NoOtherProcedure = "no_other_procedure",
        /// Whether one does was not said.
        OtherProcedureUnknown = "other_procedure_unknown",
        /// A sole trader whose file the court sent to the commission; the personal estate only.
        SoleTraderReferred = "sole_trader_referred",
        /// A sole trader must go to the court first.
        SoleTraderNotReferred = "sole_trader_not_referred",
        /// Whether the court sent the sole trader's file was not said.
        SoleTraderReferralUnknown = "sole_trader_referral_unknown",
        /// An allocated estate (EIRL): non-professional debts only, outside that estate.
        AllocatedEstate = "allocated_estate",
        /// The debtor lives in France.
        LivesInFrance = "lives_in_france",
        /// A French national abroad with creditors in France: the file goes where one of them is.
        FrenchAbroad = "french_abroad",
        /// Lives abroad and is not a French national.
        NotFrenchAbroad = "not_french_abroad",
        /// Lives abroad and owes nothing to creditors in France.
        NoCreditorInFrance = "no_creditor_in_france",
        /// Nationality or creditors in France were not said of a debtor abroad.
        AbroadUnknown = "abroad_unknown",
    }
}

impl AdmissibilityReason {
    /// The provision and how certain the rule is.
    #[must_use]
    pub const fn source(self) -> (&'static str, Certainty) {
        use AdmissibilityReason as Reason;
        use Certainty::{Certain, Likely, Unsure};
        match self {
            Reason::InGoodFaith | Reason::NotInGoodFaith | Reason::GoodFaithUnknown => {
                ("C. conso. L. 711-1, al. 1er", Certain)
            }
            Reason::NoDebts | Reason::ProfessionalDebtsCount | Reason::MainHomeNoBar => {
                ("C. conso. L. 711-1, al. 2", Certain)
            }
            // How the means are measured against the debts is a short inference; the text gives no sum.
            Reason::NothingLeft
            | Reason::ChargeAboveMeans
            | Reason::ChargeWithinMeans
            | Reason::ChargeUnknown
            | Reason::DueDebtsRemain
            | Reason::AssetsPayDebts
            | Reason::MeansUnknown
            | Reason::ExcludedDebtsCount => ("C. conso. L. 711-1, al. 2", Likely),
            // Seven years are the horizon of measures, not a measure of impossibility.
            Reason::SevenYearsNotEnough => ("C. conso. L. 711-1, al. 2", Unsure),
            Reason::GuaranteeNotMet => ("C. conso. L. 711-1, al. 3", Certain),
            Reason::OtherProcedure | Reason::NoOtherProcedure | Reason::OtherProcedureUnknown => {
                ("C. conso. L. 711-3", Certain)
            }
            Reason::SoleTraderReferred => ("C. conso. L. 711-9", Certain),
            Reason::SoleTraderNotReferred | Reason::SoleTraderReferralUnknown => {
                ("C. com. L. 681-1 ; C. conso. L. 711-9", Certain)
            }
            Reason::AllocatedEstate => ("C. conso. L. 711-7, L. 711-8", Certain),
            Reason::LivesInFrance => ("C. conso. L. 711-2", Likely),
            Reason::FrenchAbroad
            | Reason::NotFrenchAbroad
            | Reason::NoCreditorInFrance
            | Reason::AbroadUnknown => ("C. conso. L. 711-2, R. 711-2", Certain),
        }
    }
}

/// What decides who may file, besides the figures (dépôt du dossier).
#[derive(Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Filing {
    /// Whether the debtor is in good faith, as people judge it.
    pub good_faith: Option<bool>,
    /// What the debts ask each month as they stand, before any measure.
    pub monthly_debt_charge: Option<Money>,
    /// Whether the debtor can't meet a guarantee or a joint commitment for the debt of a sole trader or a company.
    pub guarantee_not_met: Option<bool>,
    /// Whether a procedure of Book VI of the Code de commerce applies to the debtor.
    pub other_procedure: Option<bool>,
    /// For a sole trader: whether the court sent the file to the commission.
    pub court_referral: Option<bool>,
    /// Whether the debtor set an estate apart for the business (EIRL, patrimoine affecté).
    #[cfg_attr(feature = "schema", schemars(default))]
    pub allocated_estate: bool,
    /// For a debtor who lives outside France.
    pub abroad: Option<Abroad>,
}

/// What opens the procedure to a debtor who lives outside France (L. 711-2).
#[derive(Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Abroad {
    /// Whether the debtor is a French national.
    pub french_national: Option<bool>,
    /// Whether debts were contracted with creditors established in France.
    pub creditors_in_france: Option<bool>,
}

/// All that is owed, the debts that are no matter of the procedure left out. Euros.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Liabilities {
    /// Professional or not, due or to fall due.
    pub total: Money,
    /// Due now.
    pub due: Money,
    /// Still to fall due: said so, or months are left of a term that was not accelerated.
    pub to_fall_due: Money,
    /// The professional part of the total.
    pub professional: Money,
}

/// What could meet the debts. Euros.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct MeansOfPayment {
    /// A month, once the household lives: resources less expenses, and never more than what exceeds its RSA
    /// (L. 731-2); may be negative.
    pub available: Option<Money>,
    /// What the debts ask each month, when it was said.
    pub monthly_debt_charge: Option<Money>,
    /// What the sale of assets other than the main home would bring.
    pub assets: Money,
}

/// A condition, whether it is met, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signal {
    /// The condition.
    pub condition: Condition,
    /// Whether the facts meet it.
    pub standing: Standing,
    /// Why.
    pub reasons: Vec<AdmissibilityReason>,
}

/// The signals of admissibility, with the figures they rest on.
#[derive(Clone, PartialEq, Eq)]
pub struct Admissibility {
    /// What is owed.
    pub liabilities: Liabilities,
    /// What could meet it.
    pub means: MeansOfPayment,
    /// Condition by condition.
    pub signals: Vec<Signal>,
}

opaque_debug!(Filing, Abroad, Liabilities, MeansOfPayment, Admissibility);

/// The facts behind the signals.
pub(crate) struct Facts<'a> {
    pub(crate) filing: &'a Filing,
    pub(crate) sole_trader: bool,
    pub(crate) debts: &'a [Debt],
    pub(crate) treatments: &'a [Treatment],
    pub(crate) assets: &'a [Asset],
    /// The capacity of the case, when it was computed.
    pub(crate) capacity: Option<&'a Capacity>,
    /// The longest plan, in months (L. 732-3, L. 733-3), where the book knows it.
    pub(crate) longest: Option<u32>,
}

/// Every signal.
pub(crate) fn signals(facts: &Facts<'_>) -> Result<Admissibility> {
    let liabilities = liabilities(facts)?;
    let means = means(facts)?;
    let signals = Vec::from([
        good_faith(facts),
        cannot_meet_debts(facts, &liabilities, &means)?,
        no_other_procedure(facts),
        residence(facts),
    ]);
    Ok(Admissibility { liabilities, means, signals })
}

fn liabilities(facts: &Facts<'_>) -> Result<Liabilities> {
    let mut sums = Liabilities::default();
    for debt in facts.debts.iter().filter(|debt| !debt.is_no_matter()) {
        let balance = debt.balance()?;
        if debt.kind == DebtKind::Professional {
            sums.professional = sums.professional.plus(balance)?;
            // Of an allocated estate only the other debts can make the situation (L. 711-7).
            if facts.filing.allocated_estate {
                continue;
            }
        }
        sums.total = sums.total.plus(balance)?;
        if is_due(debt) {
            sums.due = sums.due.plus(balance)?;
        } else {
            sums.to_fall_due = sums.to_fall_due.plus(balance)?;
        }
    }
    Ok(sums)
}

fn is_due(debt: &Debt) -> bool {
    let runs = !debt.accelerated && debt.remaining_months.is_some_and(|months| months > 0);
    !debt.to_fall_due && !runs
}

fn means(facts: &Facts<'_>) -> Result<MeansOfPayment> {
    let mut assets = Money::ZERO;
    for asset in facts.assets.iter().filter(|asset| asset.kind != AssetKind::MainHome) {
        if asset.is_sellable()? {
            assets = assets.plus(asset.net_value()?)?;
        }
    }
    Ok(MeansOfPayment {
        available: facts.capacity.map(|capacity| capacity.budget_ceiling.min(capacity.rsa_ceiling)),
        monthly_debt_charge: facts.filing.monthly_debt_charge,
        assets,
    })
}

fn signal(condition: Condition, standing: Standing, reasons: &[AdmissibilityReason]) -> Signal {
    Signal { condition, standing, reasons: reasons.to_vec() }
}

fn good_faith(facts: &Facts<'_>) -> Signal {
    let (standing, reason) = match facts.filing.good_faith {
        Some(true) => (Standing::Met, AdmissibilityReason::InGoodFaith),
        Some(false) => (Standing::NotMet, AdmissibilityReason::NotInGoodFaith),
        None => (Standing::Unknown, AdmissibilityReason::GoodFaithUnknown),
    };
    signal(Condition::GoodFaith, standing, &[reason])
}

/// The debts against the means. A guarantee that can't be met is enough by itself (L. 711-1, third paragraph).
fn cannot_meet_debts(facts: &Facts<'_>, owed: &Liabilities, means: &MeansOfPayment) -> Result<Signal> {
    let (mut standing, mut reasons) = compare(facts, owed, means)?;
    if facts.filing.guarantee_not_met == Some(true) {
        standing = Standing::Met;
        reasons.insert(0, AdmissibilityReason::GuaranteeNotMet);
    }
    if !owed.professional.is_zero() && !facts.filing.allocated_estate {
        reasons.push(AdmissibilityReason::ProfessionalDebtsCount);
    }
    if facts.treatments.iter().any(|treatment| treatment.excluded) {
        reasons.push(AdmissibilityReason::ExcludedDebtsCount);
    }
    let home = |asset: &&Asset| asset.kind == AssetKind::MainHome && !asset.value.is_zero();
    if !owed.total.is_zero() && facts.assets.iter().filter(home).any(|asset| asset.value >= owed.total) {
        reasons.push(AdmissibilityReason::MainHomeNoBar);
    }
    Ok(Signal { condition: Condition::CannotMeetDebts, standing, reasons })
}

fn compare(
    facts: &Facts<'_>,
    owed: &Liabilities,
    means: &MeansOfPayment,
) -> Result<(Standing, Vec<AdmissibilityReason>)> {
    use AdmissibilityReason as Reason;
    let told = |standing, reasons: &[Reason]| Ok((standing, reasons.to_vec()));
    if owed.total.is_zero() {
        return told(Standing::NotMet, &[Reason::NoDebts]);
    }
    if means.assets >= owed.total {
        return told(Standing::NotMet, &[Reason::AssetsPayDebts]);
    }
    let Some(available) = means.available else {
        return told(Standing::Unknown, &[Reason::MeansUnknown]);
    };
    if available <= Money::ZERO {
        return told(Standing::Met, &[Reason::NothingLeft]);
    }
    match means.monthly_debt_charge {
        Some(charge) if charge > available => told(Standing::Met, &[Reason::ChargeAboveMeans]),
        Some(_) if owed.due <= means.assets => told(Standing::NotMet, &[Reason::ChargeWithinMeans]),
        Some(_) => told(Standing::Unknown, &[Reason::ChargeWithinMeans, Reason::DueDebtsRemain]),
        None => {
            if let Some(longest) = facts.longest
                && owed.due > available.times(i64::from(longest))?.plus(means.assets)?
            {
                return told(Standing::Met, &[Reason::ChargeUnknown, Reason::SevenYearsNotEnough]);
            }
            told(Standing::Unknown, &[Reason::ChargeUnknown])
        }
    }
}

fn no_other_procedure(facts: &Facts<'_>) -> Signal {
    use AdmissibilityReason as Reason;
    let filing = facts.filing;
    let (standing, reason) = if filing.allocated_estate {
        (Standing::Met, Reason::AllocatedEstate)
    } else if facts.sole_trader {
        match filing.court_referral {
            Some(true) => (Standing::Met, Reason::SoleTraderReferred),
            Some(false) => (Standing::NotMet, Reason::SoleTraderNotReferred),
            None => (Standing::Unknown, Reason::SoleTraderReferralUnknown),
        }
    } else {
        match filing.other_procedure {
            Some(true) => (Standing::NotMet, Reason::OtherProcedure),
            Some(false) => (Standing::Met, Reason::NoOtherProcedure),
            None => (Standing::Unknown, Reason::OtherProcedureUnknown),
        }
    };
    signal(Condition::NoOtherProcedure, standing, &[reason])
}

fn residence(facts: &Facts<'_>) -> Signal {
    use AdmissibilityReason as Reason;
    // The territory of the case is where the household lives, unless it is said to live abroad.
    let (standing, reason) =
        match facts.filing.abroad.map(|abroad| (abroad.french_national, abroad.creditors_in_france)) {
            None => (Standing::Met, Reason::LivesInFrance),
            Some((Some(true), Some(true))) => (Standing::Met, Reason::FrenchAbroad),
            Some((Some(false), _)) => (Standing::NotMet, Reason::NotFrenchAbroad),
            Some((_, Some(false))) => (Standing::NotMet, Reason::NoCreditorInFrance),
            Some(_) => (Standing::Unknown, Reason::AbroadUnknown),
        };
    signal(Condition::Residence, standing, &[reason])
}
