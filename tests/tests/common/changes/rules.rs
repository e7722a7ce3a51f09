//! Changes that break a rule other than the sums: rates, suspensions, order, what stands outside, shares.

use super::super::case::{money, rate};
use super::{CENT, Making, Met, shifted};
use apurement::fr::audit::{AuditedErasure, AuditedRate, AuditedTier, FindingKind, Grade};
use apurement::fr::debt::{Debt, DebtKind, Estate};
use apurement::fr::plan::PlanKind;
use apurement::{Money, vocabulary::Id};

impl Making<'_> {
    pub(super) fn rates(&mut self) {
        for debt in &self.planned.case.debts {
            if self.imposed() && self.known(&debt.id).bound {
                // Contract rates are drawn below 20 %, the legal ones are 6.67 and 2.62.
                let above = rate(2_001);
                self.make(
                    "rate above the cap",
                    Met::Named(FindingKind::RateAboveCap, Grade::Breach),
                    |plan| {
                        plan.rates.retain(|known| known.debt != debt.id);
                        plan.rates.push(AuditedRate { debt: debt.id.clone(), percent: above });
                    },
                );
            }
        }
        let suspends = self.planned.case.debts.iter().any(|debt| self.known(&debt.id).bound)
            && self.plan.tiers.iter().any(|tier| tier.suspension);
        if self.imposed() && suspends {
            let met = Met::Named(FindingKind::SuspensionRateAboveCap, Grade::Breach);
            self.make("rate of the suspension above the cap", met, |plan| {
                plan.suspension_rate = Some(rate(668));
            });
        }
    }

    pub(super) fn suspensions(&mut self) {
        let grade = if self.imposed() { Grade::Breach } else { Grade::Doubtful };
        for place in 0..self.plan.tiers.len() {
            let tier = &self.plan.tiers[place];
            let settles = tier.lines.iter().any(|line| self.known(&line.debt).bound);
            let idle = tier.lines.is_empty();
            if tier.suspension {
                self.make(
                    "suspension over 24 months",
                    Met::Named(FindingKind::SuspensionTooLong, grade),
                    |plan| {
                        plan.tiers[place].months = 25;
                    },
                );
                let met = Met::Named(FindingKind::SecondSuspension, grade);
                self.make("second suspension", met, |_| {});
                if let Some(change) = self.changes.last_mut() {
                    change.suspended_before = true;
                }
                let owed = self.planned.case.debts.iter().any(|debt| self.known(&debt.id).bound);
                // Beside debts paid on their own the others are deferred, which needs no suspension (L. 733-1, 1°).
                if idle && owed {
                    let met = Met::Named(FindingKind::NothingPaid, Grade::Doubtful);
                    self.make("suspension not called one", met, |plan| plan.tiers[place].suspension = false);
                }
            } else if settles {
                let met = Met::Named(FindingKind::PaidDuringSuspension, Grade::Doubtful);
                self.make("paying tier called a suspension", met, |plan| plan.tiers[place].suspension = true);
            }
        }
    }

    /// A tier of lenders before the one of landlords.
    pub(super) fn order(&mut self) {
        let pays = |tier: &AuditedTier, of: &dyn Fn(&Debt) -> bool| {
            tier.lines.iter().any(|line| {
                let known = self.known(&line.debt);
                known.bound && of(known.debt)
            })
        };
        let landlord = |debt: &Debt| debt.is_landlord();
        let lender = |debt: &Debt| debt.is_lender();
        let tiers = &self.plan.tiers;
        let first = tiers.iter().position(|tier| pays(tier, &landlord) && !pays(tier, &lender));
        let last = tiers.iter().rposition(|tier| pays(tier, &lender) && !pays(tier, &landlord));
        if let (Some(first), Some(last)) = (first, last)
            && first < last
        {
            let met = Met::Named(FindingKind::LenderBeforeLandlord, Grade::Breach);
            self.make("lender moved before the landlord", met, |plan| plan.tiers.swap(first, last));
        }
    }

    pub(super) fn outside(&mut self) {
        for place in 0..self.plan.outside.len() {
            let known = self.known(&self.plan.outside[place]);
            let paid = |tier: &AuditedTier| tier.lines.iter().any(|line| line.debt == known.debt.id);
            let paid = self.plan.tiers.iter().any(paid);
            let met = match known.debt.kind {
                // That it keeps its own instalment is a fact of the case, whatever the plan shows.
                _ if known.debt.outside_plan.is_some() => Met::Neutral,
                DebtKind::CourtFine if paid => Met::Named(FindingKind::CourtFineTouched, Grade::Breach),
                _ if paid => Met::Named(FindingKind::ExcludedRescheduled, Grade::Breach),
                _ => continue,
            };
            self.make("excluded debt shown inside", met, |plan| {
                plan.outside.remove(place);
            });
        }
        for debt in &self.planned.case.debts {
            if self.known(&debt.id).bound {
                let met = Met::Named(FindingKind::OutsideWithoutGround, Grade::Doubtful);
                self.make("ordinary debt shown outside", met, |plan| plan.outside.push(debt.id.clone()));
                // A short plan that erases nothing before a sale waits for it, but not without a word; a suspension
                // speaks of all claims.
                let others = self.plan.erased.iter().any(|erased| erased.debt != debt.id);
                let waits = !others && self.plan.months() <= 24 && !self.planned.case.assets.is_empty();
                let grade = match (self.imposed(), self.known(&debt.id).unerasable) {
                    _ if self.only_waits() => Grade::Note,
                    _ if waits && self.plan.tiers.iter().any(|tier| tier.suspension) => Grade::Note,
                    _ if waits => Grade::Doubtful,
                    (true, false) => Grade::Breach,
                    _ => Grade::Doubtful,
                };
                let listed = |tier: &AuditedTier| tier.lines.iter().any(|line| line.debt == debt.id);
                let named = self.plan.tiers.iter().any(listed)
                    || self.plan.erased.iter().any(|erased| erased.debt == debt.id);
                if !named {
                    continue;
                }
                self.make("debt not mentioned", Met::Graded(grade), |plan| {
                    for tier in &mut plan.tiers {
                        tier.lines.retain(|line| line.debt != debt.id);
                    }
                    plan.erased.retain(|erased| erased.debt != debt.id);
                    plan.stated.retain(|stated| stated.debt != debt.id);
                });
            } else if debt.set_aside || debt.estate == Estate::Professional {
                self.make(
                    "a debt that is no matter of the plan erased",
                    Met::Graded(Grade::Breach),
                    |plan| {
                        plan.erased.push(AuditedErasure { debt: debt.id.clone(), amount: money(CENT) });
                    },
                );
            }
        }
    }

    pub(super) fn household(&mut self) {
        let Some(capacity) = &self.planned.assessment.capacity else { return };
        self.make("share not stated", Met::Named(FindingKind::ShareNotStated, Grade::Breach), |plan| {
            plan.left_to_live = None;
        });
        self.make(
            "share below the legal minimum",
            Met::Named(FindingKind::ShareTooSmall, Grade::Breach),
            |plan| {
                plan.left_to_live = Some(shifted(capacity.minimum_to_leave, -CENT));
            },
        );
        let pays = self.plan.tiers.iter().any(|tier| !tier.lines.is_empty());
        if pays {
            let met = Met::Named(FindingKind::ShareNotLeft, Grade::Doubtful);
            self.make("share that is not left", met, |plan| plan.left_to_live = Some(capacity.resources));
        }
    }

    pub(super) fn statements(&mut self) {
        for place in 0..self.plan.stated.len() {
            let breach = |kind| Met::Named(kind, Grade::Breach);
            let claim = Met::Named(FindingKind::ClaimDiffers, Grade::Doubtful);
            self.make("stated claim", claim, |plan| shift(&mut plan.stated[place].start));
            self.make("stated interest", breach(FindingKind::InterestDiffers), |plan| {
                shift(&mut plan.stated[place].interest);
            });
            self.make("stated payments", breach(FindingKind::PaidDiffers), |plan| {
                shift(&mut plan.stated[place].paid);
            });
            self.make("stated erasure", breach(FindingKind::ErasedDiffers), |plan| {
                shift(&mut plan.stated[place].erased);
            });
            self.make("stated remainder", breach(FindingKind::LeftDiffers), |plan| {
                shift(&mut plan.stated[place].left);
            });
        }
        for place in 0..self.plan.tiers.len() {
            if self.states {
                let met = Met::Named(FindingKind::TierTotalDiffers, Grade::Breach);
                self.make("stated total of a tier", met, |plan| shift(&mut plan.tiers[place].total));
            }
        }
    }

    /// The same plan as the other kind of measures.
    pub(super) fn kinds(&mut self) {
        let owner = !self.planned.case.assets.is_empty();
        if self.imposed() {
            // An owner may agree to whatever may be imposed (L. 732-2): an agreed plan breaks nothing there.
            let met = Met::Named(FindingKind::AgreedWithoutRealEstate, Grade::Doubtful);
            if !owner {
                self.make("imposed plan called agreed", met, |plan| plan.kind = PlanKind::Agreed);
            }
        } else {
            let drawn = self.planned.assessment.plan.as_ref().expect("a plan");
            let left = drawn.debts.iter().any(|debt| {
                let known = self.known(&debt.id);
                known.bound && !debt.left.is_zero() && !known.unerasable
            });
            if left && !self.only_waits() {
                let met = Met::Graded(Grade::Breach);
                self.make("agreed plan with a remainder imposed", met, |plan| plan.kind = PlanKind::Imposed);
            }
        }
    }

    /// What one creditor of a rank loses another gains, each erased accordingly: the sums hold.
    pub(super) fn dividends(&mut self) {
        if self.states
            || !self.plan.rates.is_empty()
            || self.plan.suspension_rate.is_some()
            || !self.imposed()
        {
            return;
        }
        let Some(last) = self.plan.tiers.len().checked_sub(1) else { return };
        let drawn = self.planned.assessment.plan.as_ref().expect("a plan");
        let rank = |id: &Id| drawn.debts.iter().find(|debt| debt.id == *id).map(|debt| debt.rank);
        let tier = &self.plan.tiers[last];
        let partly: Vec<usize> = (0..tier.lines.len())
            .filter(|line| {
                let line = &tier.lines[*line];
                let known = self.known(&line.debt);
                known.bound && !known.erased.is_zero() && line.payments(tier.months) == tier.months
            })
            .collect();
        let pair = partly.iter().flat_map(|a| partly.iter().map(move |b| (*a, *b)));
        let pair = pair.filter(|(a, b)| a != b).find(|(a, b)| {
            let (a, b) = (&tier.lines[*a], &tier.lines[*b]);
            let moved = b.instalment.cents() / 2 * i64::from(tier.months - 1);
            rank(&a.debt) == rank(&b.debt)
                && moved > 1_000
                && moved < self.known(&a.debt).erased.cents()
                && tier.months > 1
        });
        let Some((more, less)) = pair else { return };
        let half = tier.lines[less].instalment.cents() / 2;
        let moved = half * i64::from(tier.months - 1);
        let met = Met::Named(FindingKind::UnequalDividends, Grade::Doubtful);
        self.make("unequal dividends", met, |plan| {
            let lines = &mut plan.tiers[last].lines;
            let (winner, loser) = (lines[more].debt.clone(), lines[less].debt.clone());
            for (line, cents) in [(more, half), (less, -half)] {
                lines[line].last = Some(lines[line].last());
                lines[line].instalment = shifted(lines[line].instalment, cents);
            }
            for erased in &mut plan.erased {
                if erased.debt == winner {
                    erased.amount = shifted(erased.amount, -moved);
                } else if erased.debt == loser {
                    erased.amount = shifted(erased.amount, moved);
                }
            }
        });
    }

    /// The order in which things are written means nothing.
    pub(super) fn permutations(&mut self) {
        self.make("everything in another order", Met::Neutral, |plan| {
            for tier in &mut plan.tiers {
                tier.lines.reverse();
            }
            plan.erased.reverse();
            plan.rates.reverse();
            plan.outside.reverse();
            plan.stated.reverse();
        });
        self.make("payments of a whole tier not counted", Met::Neutral, |plan| {
            for tier in &mut plan.tiers {
                let months = tier.months;
                for line in tier.lines.iter_mut().filter(|line| line.payments == Some(months)) {
                    line.payments = None;
                }
            }
        });
        self.make("no line for who is paid nothing", Met::Neutral, |plan| {
            for tier in &mut plan.tiers {
                tier.lines.retain(|line| line.sum(tier.months).is_ok_and(|sum| !sum.is_zero()));
            }
        });
    }
}

fn shift(stated: &mut Option<Money>) {
    *stated = stated.map(|amount| shifted(amount, CENT));
}
