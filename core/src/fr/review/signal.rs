//! What a re-examination finds open or to be known, each with its article and its certainty; never a decision.

use super::PlanStanding;
use crate::error::Result;
use crate::fr::debt::treatment::Certainty;
use crate::fr::orientation::{Opening, Orientation, Way};
use crate::fr::plan::{History, Plan, PlanKind};
use crate::money::Money;
use crate::vocabulary::{Id, opaque_debug, vocabulary};
use alloc::vec::Vec;

vocabulary! {
    /// What is open, or to be known, when a plan is re-examined.
    pub enum SignalKind {
        /// A new file while the plan runs, on new circumstances: its revision.
        NewFileDuringPlan = "new_file_during_plan",
        /// A new file after the plan lapsed: only on new circumstances.
        NewFileAfterLapse = "new_file_after_lapse",
        /// A new file within three months of the end of a suspension: everything is re-examined.
        NewFileAfterSuspension = "new_file_after_suspension",
        /// A new file more than three months after the end of a suspension: ordinary conditions.
        NewFileLongAfterSuspension = "new_file_long_after_suspension",
        /// A new file after the plan was carried out.
        NewFileAfterPlan = "new_file_after_plan",
        /// The debtor may ask for a full erasure while the plan runs, once irretrievably compromised.
        FullErasureRequest = "full_erasure_request",
        /// The months of an agreed plan count in the seven years.
        MonthsOfAgreedPlanCount = "months_of_agreed_plan_count",
        /// The months of imposed measures count in the seven years.
        MonthsOfMeasuresCount = "months_of_measures_count",
        /// The erasure foreseen has not happened: the sum is still due.
        ErasureNotYet = "erasure_not_yet",
        /// The measures were carried out: the sum is erased.
        ErasureDone = "erasure_done",
        /// The suspension was granted once and can't be again.
        SuspensionUsed = "suspension_used",
        /// Months of the suspension are left.
        SuspensionRunning = "suspension_running",
        /// Arrears: an agreed plan lapses fifteen days after a formal notice that was not followed.
        ArrearsOfAgreedPlan = "arrears_of_agreed_plan",
        /// Arrears: imposed measures lapse only by a clause of theirs, or by decision.
        ArrearsOfMeasures = "arrears_of_measures",
        /// A loan taken while the plan ran: without consent it forfeits the procedure.
        NewLoan = "new_loan",
        /// A sale while the plan ran: without consent it forfeits the procedure, unless the measures asked for it.
        SaleDuringPlan = "sale_during_plan",
        /// The new plan erases less, or is as good and shorter (retour à meilleure fortune).
        BetterFortune = "better_fortune",
        /// The new plan erases more.
        WorseFortune = "worse_fortune",
    }
}

impl SignalKind {
    /// The provision and how certain the rule is.
    #[must_use]
    pub const fn source(self) -> (&'static str, Certainty) {
        use Certainty::{Certain, Likely, Unsure};
        match self {
            SignalKind::NewFileDuringPlan => ("C. conso. L. 721-1, L. 732-3", Likely),
            // The sheet closes it; R. 732-2 keeps the right of L. 721-1 and says nothing of circumstances.
            SignalKind::NewFileAfterLapse => {
                ("service-public.fr, plan conventionnel, 21 janvier 2021 ; C. conso. R. 732-2", Unsure)
            }
            SignalKind::NewFileAfterSuspension => ("C. conso. L. 733-2, R. 733-5", Certain),
            SignalKind::NewFileLongAfterSuspension => ("règlements intérieurs, 5", Likely),
            SignalKind::NewFileAfterPlan => ("C. conso. L. 711-1, L. 721-1", Certain),
            SignalKind::FullErasureRequest => ("C. conso. L. 724-2", Certain),
            SignalKind::MonthsOfAgreedPlanCount => ("C. conso. L. 732-3", Certain),
            SignalKind::MonthsOfMeasuresCount => ("C. conso. L. 733-3", Likely),
            SignalKind::ErasureNotYet | SignalKind::ErasureDone => ("C. conso. L. 733-4, 2°", Likely),
            SignalKind::SuspensionUsed => ("C. conso. L. 733-2", Certain),
            SignalKind::SuspensionRunning => ("C. conso. L. 733-1, 4°", Certain),
            SignalKind::ArrearsOfAgreedPlan => ("C. conso. R. 732-2", Certain),
            SignalKind::ArrearsOfMeasures => ("Cass., 9 janvier 2020, n° 18-19.846", Certain),
            SignalKind::NewLoan | SignalKind::SaleDuringPlan => ("C. conso. L. 761-1, 3°", Certain),
            // No text of its own: clauses of the measures speak of it.
            SignalKind::BetterFortune => ("clause des mesures ; C. conso. L. 731-1", Unsure),
            SignalKind::WorseFortune => ("C. conso. L. 731-1, L. 733-4, 2°", Likely),
        }
    }
}

/// One thing that is open or to be known.
#[derive(Clone, PartialEq, Eq)]
pub struct Signal {
    /// What.
    pub kind: SignalKind,
    /// Whether it is open, for what may be asked.
    pub opening: Option<Opening>,
    /// The debt concerned, if one is.
    pub debt: Option<Id>,
    /// The months concerned.
    pub months: Option<u32>,
    /// The sum concerned.
    pub amount: Option<Money>,
}

opaque_debug!(Signal);

impl Signal {
    fn new(kind: SignalKind) -> Signal {
        Signal { kind, opening: None, debt: None, months: None, amount: None }
    }

    fn opened(self, opening: Opening) -> Signal {
        Signal { opening: Some(opening), ..self }
    }

    fn of(self, debt: &Id) -> Signal {
        Signal { debt: Some(debt.clone()), ..self }
    }

    fn months(self, months: u32) -> Signal {
        Signal { months: Some(months), ..self }
    }

    fn amount(self, amount: Money) -> Signal {
        Signal { amount: Some(amount), ..self }
    }
}

/// What the signals are read from.
pub(crate) struct Facts<'a> {
    pub(crate) standing: &'a PlanStanding,
    pub(crate) history: &'a History,
    /// The ways that today's facts leave open, when they were asked.
    pub(crate) orientation: &'a [Orientation],
    /// The new plan, when one was drawn.
    pub(crate) plan: Option<&'a Plan>,
}

/// What is open first, then what is to be known.
pub(crate) fn signals(facts: &Facts<'_>) -> Result<Vec<Signal>> {
    let standing = facts.standing;
    let mut signals = Vec::from([new_file(facts)]);
    signals.extend(full_erasure(facts));
    let counts = match standing.kind {
        PlanKind::Agreed => SignalKind::MonthsOfAgreedPlanCount,
        PlanKind::Imposed => SignalKind::MonthsOfMeasuresCount,
    };
    if standing.months_elapsed > 0 {
        signals.push(Signal::new(counts).months(standing.months_elapsed));
    }
    let suspended = facts.history.suspension_months.unwrap_or(0);
    if suspended > 0 && standing.suspension_left == 0 {
        signals.push(Signal::new(SignalKind::SuspensionUsed).months(suspended));
    }
    if standing.suspended_months > 0 && standing.suspension_left > 0 {
        signals.push(Signal::new(SignalKind::SuspensionRunning).months(standing.suspension_left));
    }
    if !standing.totals.unpaid.is_zero() && !standing.lapsed {
        let arrears = match standing.kind {
            PlanKind::Agreed => SignalKind::ArrearsOfAgreedPlan,
            PlanKind::Imposed => SignalKind::ArrearsOfMeasures,
        };
        signals.push(Signal::new(arrears).amount(standing.totals.unpaid));
    }
    if !standing.rest.erased.is_zero() {
        signals.push(Signal::new(SignalKind::ErasureNotYet).amount(standing.rest.erased));
    }
    if !standing.totals.erased.is_zero() {
        signals.push(Signal::new(SignalKind::ErasureDone).amount(standing.totals.erased));
    }
    signals.extend(standing.new_loans.iter().map(|debt| Signal::new(SignalKind::NewLoan).of(debt)));
    signals.extend(standing.sold.iter().map(|debt| Signal::new(SignalKind::SaleDuringPlan).of(debt)));
    signals.extend(fortune(facts)?);
    Ok(signals)
}

/// Whether a file may be lodged again.
fn new_file(facts: &Facts<'_>) -> Signal {
    let standing = facts.standing;
    let by_circumstances = |without| match standing.new_circumstances {
        Some(true) => Opening::Open,
        Some(false) => without,
        None => Opening::Conditional,
    };
    if standing.lapsed {
        let opening = by_circumstances(Opening::Closed);
        return Signal::new(SignalKind::NewFileAfterLapse).opened(opening);
    }
    if standing.suspended_months > 0 && standing.suspended_months == standing.months_elapsed {
        // The suspension is all that has run, and it is over.
        if standing.suspension_left == 0 {
            return match facts.history.refiled_in_time() {
                Some(true) => Signal::new(SignalKind::NewFileAfterSuspension).opened(Opening::Open),
                Some(false) => {
                    Signal::new(SignalKind::NewFileLongAfterSuspension).opened(Opening::Conditional)
                }
                None => Signal::new(SignalKind::NewFileAfterSuspension).opened(Opening::Conditional),
            };
        }
    }
    if standing.rest.months == 0 {
        return Signal::new(SignalKind::NewFileAfterPlan).opened(Opening::Conditional);
    }
    Signal::new(SignalKind::NewFileDuringPlan).opened(by_circumstances(Opening::Conditional))
}

/// A full erasure may be asked for while measures run (L. 724-2), as far as either of its ways is open.
fn full_erasure(facts: &Facts<'_>) -> Option<Signal> {
    if facts.standing.lapsed || facts.standing.rest.months == 0 {
        return None;
    }
    let recovery = [Way::RecoveryWithoutLiquidation, Way::RecoveryWithLiquidation];
    let ways = facts.orientation.iter().filter(|orientation| recovery.contains(&orientation.way));
    // The most open of the two; unknown without the facts.
    let opening = ways.map(|orientation| orientation.opening).min().unwrap_or(Opening::Conditional);
    Some(Signal::new(SignalKind::FullErasureRequest).opened(opening))
}

/// What the new plan erases of the debts against what the plan under way foresaw.
fn fortune(facts: &Facts<'_>) -> Result<Option<Signal>> {
    let pays = |plan: &&Plan| !plan.totals.paid.is_zero() && !facts.standing.carried_out;
    let Some(plan) = facts.plan.filter(pays) else { return Ok(None) };
    let rest = &facts.standing.rest;
    let erased = plan.totals.erased;
    if erased > rest.erased {
        let more = erased.minus(rest.erased)?;
        return Ok(Some(Signal::new(SignalKind::WorseFortune).amount(more)));
    }
    let less = rest.erased.minus(erased)?;
    let sooner = rest.months.saturating_sub(plan.objective.months);
    let better = !less.is_zero() || sooner > 0;
    Ok(better.then(|| Signal::new(SignalKind::BetterFortune).amount(less).months(sooner)))
}
