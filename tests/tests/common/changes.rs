//! Every single change of a written plan that changes a payment or breaks a rule, with the grade at which an audit has
//! to meet it, reasoned from the articles.

mod rules;

use super::case::{Planned, money};
use super::day;
use apurement::fr::audit::{AuditedErasure, AuditedPlan, AuditedTier, FindingKind, Grade};
use apurement::fr::debt::{Debt, DebtKind, Estate};
use apurement::fr::plan::PlanKind;
use apurement::{Money, vocabulary::Id};

/// How an audit has to meet a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Met {
    /// By a new finding of this grade or a graver one.
    Graded(Grade),
    /// By this finding, of this grade or a graver one.
    Named(FindingKind, Grade),
    /// By nothing new, for the law does not mind: the reason stands where the change is made.
    Neutral,
}

/// A plan with one change.
pub(crate) struct Change {
    pub(crate) name: &'static str,
    pub(crate) plan: AuditedPlan,
    pub(crate) met: Met,
    /// An earlier suspension in the history of the case.
    pub(crate) suspended_before: bool,
}

const CENT: i64 = 1;

/// The plan without the sums it states of itself.
pub(crate) fn bare(plan: &AuditedPlan) -> AuditedPlan {
    let mut plan = plan.clone();
    plan.stated.clear();
    for tier in &mut plan.tiers {
        tier.total = None;
    }
    plan
}

fn shifted(amount: Money, cents: i64) -> Money {
    money(amount.cents() + cents)
}

/// What is known of a debt of the plan before any change.
struct Known<'a> {
    debt: &'a Debt,
    excluded: bool,
    /// Settled by the measures themselves.
    bound: bool,
    erased: Money,
    left: Money,
    unerasable: bool,
}

struct Making<'a> {
    planned: &'a Planned,
    plan: AuditedPlan,
    /// The plan states its own sums.
    states: bool,
    changes: Vec<Change>,
}

/// All the changes of a case's plan, which states its own sums or not.
pub(crate) fn changes(planned: &Planned, states: bool) -> Vec<Change> {
    let plan = if states { planned.written.clone() } else { bare(&planned.written) };
    let mut making = Making { planned, plan, states, changes: Vec::new() };
    making.payments();
    making.lengths();
    making.erasures();
    making.rates();
    making.suspensions();
    making.order();
    making.outside();
    making.household();
    making.statements();
    making.kinds();
    making.dividends();
    making.permutations();
    making.changes
}

impl<'a> Making<'a> {
    fn make(&mut self, name: &'static str, met: Met, change: impl FnOnce(&mut AuditedPlan)) {
        let mut plan = self.plan.clone();
        change(&mut plan);
        self.changes.push(Change { name, plan, met, suspended_before: false });
    }

    fn known(&self, id: &Id) -> Known<'a> {
        let place = self.planned.case.debts.iter().position(|debt| debt.id == *id).expect("a debt");
        let debt = &self.planned.case.debts[place];
        let treatment = &self.planned.assessment.treatments[place];
        let drawn = self.planned.assessment.plan.as_ref().expect("a plan");
        let settled = drawn.debts.iter().find(|settled| settled.id == *id);
        let served = !debt.set_aside && debt.estate == Estate::Personal;
        Known {
            debt,
            excluded: treatment.excluded,
            bound: served && !treatment.excluded && debt.outside_plan.is_none(),
            erased: settled.map_or(Money::ZERO, |settled| settled.erased),
            left: settled.map_or(Money::ZERO, |settled| settled.left),
            unerasable: debt.guarantor_paid.is_some_and(|paid| !paid.is_zero())
                || treatment.erase != apurement::fr::debt::treatment::Permission::Allowed,
        }
    }

    fn imposed(&self) -> bool {
        self.plan.kind == PlanKind::Imposed
    }

    /// A plan of nothing but suspension defers all claims by nature.
    fn only_waits(&self) -> bool {
        self.plan.tiers.iter().all(|tier| tier.suspension)
    }

    /// A changed payment contradicts the stated sum; without it, it overpays a debt that was cleared or leaves a part of
    /// it, a breach of imposed measures unless that part can't be erased. What was already left is left otherwise: told
    /// at the grade it had.
    fn payment(&self, id: &Id) -> Met {
        let known = self.known(id);
        let cleared = known.bound && known.left.is_zero() && !known.unerasable;
        if self.states || (cleared && self.imposed() && !self.only_waits()) {
            Met::Graded(Grade::Breach)
        } else if known.bound && !self.only_waits() {
            Met::Graded(Grade::Doubtful)
        } else {
            Met::Graded(Grade::Note)
        }
    }

    fn payments(&mut self) {
        for tier in 0..self.plan.tiers.len() {
            for line in 0..self.plan.tiers[tier].lines.len() {
                self.payments_of(tier, line);
            }
        }
    }

    fn payments_of(&mut self, tier: usize, line: usize) {
        let written = self.plan.tiers[tier].lines[line].clone();
        let months = self.plan.tiers[tier].months;
        let count = written.payments(months);
        let met = self.payment(&written.debt);
        for (name, cents) in [
            ("instalment a cent more", CENT),
            ("instalment a cent less", -CENT),
            ("instalment much larger", 5_000),
        ] {
            if count > 1 && written.instalment.cents() + cents >= 0 {
                self.make(name, met, |plan| {
                    let line = &mut plan.tiers[tier].lines[line];
                    line.instalment = shifted(line.instalment, cents);
                });
            }
        }
        // The one payment of the line is its last: the instalment is never paid. A debt that keeps its own instalment
        // is compared with it all the same.
        let known = self.known(&written.debt);
        if count == 1 && !self.states && known.debt.outside_plan.is_none() && !known.excluded {
            self.make("an instalment never paid", Met::Neutral, |plan| {
                let line = &mut plan.tiers[tier].lines[line];
                line.instalment = shifted(line.instalment, CENT);
            });
        }
        for (name, cents) in [("last payment a cent more", CENT), ("last payment a cent less", -CENT)] {
            if written.last().cents() + cents >= 0 {
                self.make(name, met, |plan| {
                    let line = &mut plan.tiers[tier].lines[line];
                    line.last = Some(shifted(line.last(), cents));
                });
            }
        }
        if count > 1 {
            self.make("one payment fewer", met, |plan| {
                plan.tiers[tier].lines[line].payments = Some(count - 1);
            });
        }
        if count < months {
            self.make("one payment more", met, |plan| {
                plan.tiers[tier].lines[line].payments = Some(count + 1);
            });
        }
        // A debt that keeps its own instalment is paid it whether the plan shows it or not.
        let named = |tier: &AuditedTier| tier.lines.iter().filter(|line| line.debt == written.debt).count();
        let all: usize = self.plan.tiers.iter().map(named).sum();
        let own = known.debt.outside_plan.is_some()
            || (known.excluded && known.debt.agreed_instalment.is_some_and(|own| !own.is_zero()));
        let dropped = if !self.states && own && all == 1 { Met::Neutral } else { met };
        self.make("line dropped", dropped, |plan| {
            plan.tiers[tier].lines.remove(line);
        });
        self.make("line written twice", Met::Named(FindingKind::DebtTwiceInTier, Grade::Doubtful), |plan| {
            plan.tiers[tier].lines.push(written.clone());
        });
        self.make("line written twice, sums", met, |plan| plan.tiers[tier].lines.push(written.clone()));
        let lines = &self.plan.tiers[tier].lines;
        let other = self.planned.case.debts.iter().find(|debt| lines.iter().all(|line| line.debt != debt.id));
        if let Some(other) = other.map(|debt| debt.id.clone()) {
            self.make("line moved to another debt", met, |plan| plan.tiers[tier].lines[line].debt = other);
        }
        if let Some(capacity) = &self.planned.assessment.capacity
            && count > 1
        {
            let above = shifted(capacity.legal_maximum, CENT);
            let named = Met::Named(FindingKind::LegalMaximumExceeded, Grade::Doubtful);
            self.make("instalment above the legal maximum", named, |plan| {
                plan.tiers[tier].lines[line].instalment = above;
            });
        }
        self.erased_instead(tier, line);
    }

    /// The last payment of a line erased instead: the sums hold, the rule does not.
    fn erased_instead(&mut self, tier: usize, line: usize) {
        let written = self.plan.tiers[tier].lines[line].clone();
        let known = self.known(&written.debt);
        let count = written.payments(self.plan.tiers[tier].months);
        if self.states || count < 2 || !self.plan.rates.is_empty() || self.plan.suspension_rate.is_some() {
            return;
        }
        let barred = if self.imposed() { Grade::Breach } else { Grade::Note };
        let (kind, grade) = match known.debt.kind {
            DebtKind::CourtFine if known.excluded => (FindingKind::CourtFineTouched, Grade::Breach),
            _ if known.excluded => (FindingKind::ExcludedErased, Grade::Breach),
            // Imposed erasure is barred; in an agreed plan the creditor remits (L. 732-2).
            DebtKind::PawnLoan => (FindingKind::PawnLoanErased, barred),
            DebtKind::FixedFine => (FindingKind::FixedFineTouched, Grade::Doubtful),
            _ if known.debt.guarantor_paid.is_some_and(|paid| !paid.is_zero()) => {
                (FindingKind::GuarantorPaidErased, barred.max(Grade::Doubtful))
            }
            _ => return,
        };
        if known.erased.is_zero() && known.left.is_zero() && !known.debt.undeclared {
            self.make("paid part erased of what can't be", Met::Named(kind, grade), |plan| {
                plan.tiers[tier].lines[line].payments = Some(count - 1);
                let instalment = plan.tiers[tier].lines[line].instalment;
                let last = plan.tiers[tier].lines[line].last();
                plan.tiers[tier].lines[line].last = Some(instalment);
                plan.erased.push(AuditedErasure { debt: written.debt.clone(), amount: last });
            });
        }
    }

    fn lengths(&mut self) {
        for place in 0..self.plan.tiers.len() {
            let tier = &self.plan.tiers[place];
            let months = tier.months;
            let through: Vec<Id> = tier
                .lines
                .iter()
                .filter(|line| line.payments(months) == months)
                .map(|line| line.debt.clone())
                .collect();
            // Where nobody is paid to the end, a month more or less is an idle one: the horizon alone counts it.
            let Some(met) = through.iter().map(|id| self.payment(id)).min_by_key(|met| match met {
                Met::Graded(grade) => *grade,
                _ => Grade::Note,
            }) else {
                continue;
            };
            let spread = |tier: &mut AuditedTier, months: u32| {
                for line in tier.lines.iter_mut().filter(|line| through.contains(&line.debt)) {
                    line.payments = Some(months);
                }
                tier.months = months;
            };
            self.make("tier a month longer", met, |plan| spread(&mut plan.tiers[place], months + 1));
            if months > 1 {
                self.make("tier a month shorter", met, |plan| spread(&mut plan.tiers[place], months - 1));
            }
        }
        let months = self.plan.months();
        let idle = AuditedTier {
            months: 85_u32.saturating_sub(months),
            suspension: false,
            lines: vec![],
            total: None,
        };
        self.make("beyond the horizon", Met::Named(FindingKind::HorizonExceeded, Grade::Breach), |plan| {
            plan.tiers.push(idle);
        });
    }

    fn erasures(&mut self) {
        for place in 0..self.plan.erased.len() {
            let id = self.plan.erased[place].debt.clone();
            let met = self.payment(&id);
            self.make("erased a cent more", met, |plan| {
                plan.erased[place].amount = shifted(plan.erased[place].amount, CENT);
            });
            self.make("erased a cent less", met, |plan| {
                plan.erased[place].amount = shifted(plan.erased[place].amount, -CENT);
            });
            // A short plan that erases nothing before a sale waits for it.
            let waits = self.plan.erased.len() == 1
                && self.plan.months() <= 24
                && !self.planned.case.assets.is_empty();
            let removed = if waits && !self.states { Met::Graded(Grade::Note) } else { met };
            self.make("erasure removed", removed, |plan| {
                plan.erased.remove(place);
            });
            self.make("erasure written twice", met, |plan| plan.erased.push(plan.erased[place].clone()));
        }
        for debt in &self.planned.case.debts {
            let known = self.known(&debt.id);
            if !known.erased.is_zero() {
                continue;
            }
            let served = !debt.set_aside && debt.estate == Estate::Personal;
            let met = if served && debt.outside_plan.is_some() && !known.excluded {
                Met::Named(FindingKind::OutsideErased, Grade::Doubtful)
            } else if known.excluded || !known.bound {
                Met::Graded(Grade::Breach)
            } else {
                self.payment(&debt.id)
            };
            self.make("a cent erased of a debt not erased", met, |plan| {
                plan.erased.push(AuditedErasure { debt: debt.id.clone(), amount: money(CENT) });
            });
        }
        if self.imposed() && !self.plan.erased.is_empty() {
            let real_estate = !self.planned.case.assets.is_empty();
            let met = Met::Named(FindingKind::ErasureWithoutSale, Grade::Breach);
            // Only an owner's debts are erased after a sale.
            self.make("sale no more a condition", if real_estate { met } else { Met::Neutral }, |plan| {
                plan.subject_to_sale = false;
            });
        }
        let bound: Vec<&Debt> =
            self.planned.case.debts.iter().filter(|debt| self.known(&debt.id).bound).collect();
        if self.imposed() && !bound.is_empty() {
            self.make(
                "erasure of everything alone",
                Met::Named(FindingKind::ErasureAlone, Grade::Breach),
                |plan| {
                    plan.tiers.clear();
                    let all = |debt: &&Debt| AuditedErasure {
                        debt: debt.id.clone(),
                        amount: debt.balance().expect("a balance"),
                    };
                    plan.erased = bound.iter().map(all).collect();
                },
            );
        }
    }
}

impl Change {
    /// The case in which the change is audited.
    pub(crate) fn case(&self, planned: &Planned) -> Planned {
        let mut planned = planned.clone();
        if self.suspended_before {
            planned.case.history.suspension_ended_on = Some(day(2026, 3, 1));
        }
        planned
    }
}
