//! Random cases with debts, as values of the library: people, debts of every kind, wishes, and their plan written down.

use super::day;
use apurement::amortization::Imputation;
use apurement::fr::Territory;
use apurement::fr::asset::{Asset, AssetKind};
use apurement::fr::audit::{AuditedPlan, Facts, Finding, audit};
use apurement::fr::budget::{Expense, Resource, ResourceKind};
use apurement::fr::case::{Assessment, Case, Parts, assess};
use apurement::fr::debt::{Debt, DebtKind, Estate, FraudProof, OutsidePlan};
use apurement::fr::decision::Decisions;
use apurement::fr::household::{Applicant, Household};
use apurement::fr::law::{ExpenseKind, LegalInterest};
use apurement::fr::plan::{
    CapacityStep, History, InstalmentRounding, PlanKind, PlanWish, Policy, RankChange, Ranks, RateKind,
    RateWish, SuspensionInterest, WithinRank,
};
use apurement::fr::priority::LandlordSurplus;
use apurement::vocabulary::Vocabulary;
use apurement::{ErrorCode, LawBook, Money, Rate};
use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;

pub(crate) fn money(cents: i64) -> Money {
    Money::from_cents(cents).expect("an amount")
}

pub(crate) fn rate(hundredths: u32) -> Rate {
    Rate::from_percent(Decimal::new(i64::from(hundredths), 2)).expect("a rate")
}

/// The legal rates of the first half of 2026 (arrêté of 15 December 2025): 6.67 and 2.62 %.
pub(crate) fn legal_rate() -> LegalInterest {
    LegalInterest { individuals: rate(667), others: rate(262) }
}

fn debt() -> impl Strategy<Value = Debt> {
    let principal = prop_oneof![1_000..50_000_i64, 10_000..500_000_i64, 100_000..3_000_000_i64];
    let kind = prop::sample::select(DebtKind::WORDS);
    let amounts = (
        kind,
        principal,
        prop::option::weighted(0.3, 100..20_000_i64),
        prop::option::weighted(0.4, 0..2_000_u32),
    );
    let flags = (
        prop::bool::weighted(0.15),
        prop::bool::weighted(0.1),
        prop::bool::weighted(0.06),
        prop::bool::weighted(0.06),
        prop::bool::weighted(0.05),
        prop::bool::weighted(0.05),
        any::<bool>(),
    );
    let rest = (
        prop::option::weighted(0.1, 1..=100_i64),
        prop::option::weighted(0.08, 500..6_000_i64),
        prop::option::weighted(0.3, 500..6_000_i64),
        prop::bool::weighted(0.05),
    );
    (amounts, flags, rest).prop_map(|((kind, principal, interest, contract), flags, rest)| {
        let (consent, co_debtor, undeclared, contested, set_aside, professional, proven) = flags;
        let (guaranteed, beside, agreed, later) = rest;
        let kind = DebtKind::from_word(kind).expect("a kind");
        let mut debt = Debt::new("", kind, money(principal));
        debt.interest = interest.map(money);
        debt.contract_rate = contract.map(rate);
        debt.consent = consent;
        debt.co_debtor = co_debtor;
        debt.undeclared = undeclared;
        debt.contested = contested;
        debt.set_aside = set_aside;
        debt.estate = if professional { Estate::Professional } else { Estate::Personal };
        debt.fraud_proof = if proven { FraudProof::Sanction } else { FraudProof::None };
        debt.guarantor_paid = guaranteed.map(|percent| money(principal * percent / 100));
        debt.outside_plan = beside.map(|cents| OutsidePlan { instalment: money(cents) });
        debt.agreed_instalment = agreed.map(money);
        debt.arose_on = later.then(|| day(2026, 7, 1));
        debt
    })
}

pub(crate) fn debts(most: usize) -> impl Strategy<Value = Vec<Debt>> {
    vec(debt(), 1..=most).prop_map(|mut debts| {
        for (place, debt) in debts.iter_mut().enumerate() {
            debt.id = format!("d{place:02}").as_str().into();
        }
        debts
    })
}

/// How a plan is wished: the steps are percents of the legal maximum.
type Wished = (PlanWish, Vec<(u32, i64)>);

fn wish() -> impl Strategy<Value = Wished> {
    let ways = (
        prop::bool::weighted(0.25),
        prop::sample::select(&[Ranks::Grouped, Ranks::Strict][..]),
        prop::sample::select(&[LandlordSurplus::Withheld, LandlordSurplus::MayFlow][..]),
        prop::sample::select(&[Imputation::InterestFirst, Imputation::PrincipalFirst][..]),
        prop::sample::select(&[InstalmentRounding::Up, InstalmentRounding::Down][..]),
        prop::sample::select(
            &[
                WithinRank::ProRata,
                WithinRank::ProRata,
                WithinRank::Equal,
                WithinRank::SmallestFirst,
                WithinRank::HighestRateFirst,
            ][..],
        ),
    );
    let figures = (
        prop::option::weighted(0.4, (20..=100_i64, prop::option::of((2..60_u32, 0..=100_i64)))),
        prop_oneof![3 => Just(None), 1 => Just(Some(262_u32)), 1 => (0..262_u32).prop_map(Some)],
        prop::option::weighted(0.25, (1..=24_u32, any::<bool>())),
        prop::option::weighted(0.2, 6..=60_u32),
        prop::option::weighted(0.3, 0..4_000_i64),
        vec((0..8_usize, 2..=5_u32), 0..=2),
    );
    (ways, figures).prop_map(|(ways, figures)| {
        let (agreed, ranks, landlord_surplus, imputation, rounding, within_rank) = ways;
        let (steps, percent, suspension, horizon, floor, changes) = figures;
        let rate = percent.map(|percent| RateWish { kind: RateKind::Given, percent: Some(rate(percent)) });
        let mut rank_changes: Vec<RankChange> = Vec::new();
        for (place, rank) in changes {
            let debt = format!("d{place:02}").as_str().into();
            if rank_changes.iter().all(|change| change.debt != debt) {
                rank_changes.push(RankChange { debt, rank });
            }
        }
        let legal = suspension.is_some_and(|(_, legal)| legal);
        let wish = PlanWish {
            kind: if agreed { PlanKind::Agreed } else { PlanKind::Imposed },
            ranks,
            landlord_surplus,
            imputation,
            rounding,
            within_rank,
            rate,
            suspension_months: suspension.map(|(months, _)| months),
            suspension_interest: if legal { SuspensionInterest::Legal } else { SuspensionInterest::None },
            horizon_months: horizon,
            token_floor: floor.map(money),
            rank_changes,
            ..PlanWish::default()
        };
        let percents =
            steps.map_or(Vec::new(), |(first, then)| [(1, first)].into_iter().chain(then).collect());
        (wish, percents)
    })
}

/// A case that has a plan, and its plan.
#[derive(Clone)]
pub(crate) struct Planned {
    pub(crate) case: Case,
    pub(crate) assessment: Assessment,
    pub(crate) written: AuditedPlan,
}

impl std::fmt::Debug for Planned {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let lines = |tier: &apurement::fr::audit::AuditedTier| {
            let line = |line: &apurement::fr::audit::AuditedLine| {
                let last = line.last.map_or("none".into(), |last| last.to_string());
                let payments = line.payments(tier.months);
                format!("{} {payments} x {}, last {last}", line.debt.as_str(), line.instalment)
            };
            format!(
                "{} months {} {:?}",
                tier.months,
                tier.suspension,
                tier.lines.iter().map(line).collect::<Vec<_>>()
            )
        };
        let debts = self.case.debts.iter().map(|debt| {
            format!(
                "{} {:?} {:?} {:?} guarantor {:?} beside {}",
                debt.id.as_str(),
                debt.kind,
                debt.principal,
                debt.interest,
                debt.guarantor_paid,
                debt.outside_plan.is_some()
            )
        });
        f.debug_struct("Planned")
            .field("debts", &debts.collect::<Vec<_>>())
            .field("tiers", &self.written.tiers.iter().map(lines).collect::<Vec<_>>())
            .field("kind", &self.written.kind)
            .finish_non_exhaustive()
    }
}

impl Planned {
    /// The findings on a plan of this case.
    pub(crate) fn audit(&self, plan: &AuditedPlan) -> Vec<Finding> {
        self.audit_with(plan, |_| {})
    }

    /// The same with other facts.
    pub(crate) fn audit_with(&self, plan: &AuditedPlan, change: impl FnOnce(&mut Facts<'_>)) -> Vec<Finding> {
        let wish = self.case.plan.as_ref().expect("a wish");
        let mut facts = Facts {
            debts: &self.case.debts,
            treatments: &self.assessment.treatments,
            rank_changes: &wish.rank_changes,
            assets: &self.case.assets,
            history: &self.case.history,
            conciliation_failed: false,
            capacity: self.assessment.capacity.as_ref(),
            steps: wish.capacity_steps.as_deref().unwrap_or_default(),
            decided_on: self.case.assessed_on,
            longest: 84,
            longest_suspension: 24,
            second_suspension: Default::default(),
            legal_rate: Some(legal_rate()),
            token_floor: wish.token_floor.unwrap_or(Policy::default().token_floor),
        };
        change(&mut facts);
        audit(plan, &facts).expect("a plan that can be audited")
    }
}

/// The parts that an audit needs, or those before it.
fn parts(case: &Case, audited: bool) -> Parts {
    let all = Parts::all_of(case);
    Parts { plan: audited, audit: audited, garnishment: false, orientation: false, explanation: false, ..all }
}

/// The plan of a case, unless no plan can be drawn of it.
fn planned(mut case: Case, percents: &[(u32, i64)]) -> Option<Planned> {
    let known = assess(LawBook::builtin(), &case, parts(&case, false)).expect("a capacity");
    let most = known.capacity.expect("a capacity").legal_maximum.cents();
    // What is decided stays within the maximum.
    case.decisions.retained = case.decisions.retained.map(|retained| retained.min(money(most)));
    let steps = percents.iter().map(|(from_month, percent)| CapacityStep {
        from_month: *from_month,
        amount: money(most * percent / 100),
    });
    let wish = case.plan.as_mut().expect("a wish");
    wish.capacity_steps = (!percents.is_empty()).then(|| steps.collect());
    let known: Vec<(usize, bool)> =
        known.treatments.iter().map(|treatment| treatment.excluded).enumerate().collect();
    let open = |change: &RankChange| {
        let place = case.debts.iter().position(|debt| debt.id == change.debt);
        place.is_some_and(|place| known.contains(&(place, false)))
    };
    wish.rank_changes.retain(open);
    let assessment = match assess(LawBook::builtin(), &case, parts(&case, true)) {
        Ok(assessment) => assessment,
        // Own instalments above the capacity: there is no such plan.
        Err(faults) if faults.iter().all(|f| f.code() == ErrorCode::PlanOutsideExceedCapacity) => {
            return None;
        }
        Err(faults) => panic!("{faults:?}"),
    };
    let wish = case.plan.as_ref().expect("a wish");
    let drawn = assessment.plan.as_ref().expect("a plan");
    // Where nothing can be paid nor suspended, no combination of measures clears the debts (L. 724-1).
    if drawn.totals.paid.is_zero() && wish.suspension_months.is_none() {
        return None;
    }
    let mut written = AuditedPlan::of_drawn(drawn).expect("sums");
    written.kind = wish.kind;
    written.imputation = wish.imputation;
    written.subject_to_sale = !drawn.totals.erased.is_zero();
    let capacity = assessment.capacity.as_ref().expect("a capacity");
    let most = wish.capacity_steps.iter().flatten().map(|step| step.amount).max();
    let most = most.unwrap_or(capacity.retained);
    written.left_to_live = Some(capacity.resources.minus(most).expect("a share"));
    Some(Planned { case, assessment, written })
}

/// Cases of up to so many debts whose plan could be drawn.
pub(crate) fn plans(most: usize) -> impl Strategy<Value = Planned> {
    let means = (80_000..450_000_i64, 10_000..150_000_i64, prop::option::weighted(0.2, 0..=100_i64));
    let owned = prop::option::weighted(0.35, (any::<bool>(), 1_000_000..20_000_000_i64));
    let earlier = prop::option::weighted(0.2, 1..=60_u32);
    (means, debts(most), wish(), owned, earlier).prop_filter_map(
        "no plan",
        |((resources, expenses, retained), mut debts, (mut wish, percents), owned, earlier)| {
            let kind = owned.map(
                |(main_home, _)| if main_home { AssetKind::MainHome } else { AssetKind::OtherRealEstate },
            );
            for debt in debts.iter_mut().filter(|debt| debt.kind == DebtKind::HomeLoan) {
                debt.finances_main_home = kind == Some(AssetKind::MainHome);
            }
            let left = 84 - earlier.unwrap_or(0);
            wish.horizon_months = wish.horizon_months.map(|months| months.min(left));
            let asset = |value| Asset {
                id: None,
                kind: kind.expect("a kind"),
                value: money(value),
                sale_costs: None,
                joint_share_percent: None,
                protected: false,
            };
            let case = Case {
                assessed_on: day(2026, 5, 15),
                territory: Territory::Metropole,
                household: Some(Household {
                    applicants: vec![Applicant { id: "applicant".into() }],
                    ..Household::default()
                }),
                resources: vec![Resource::new(ResourceKind::Wage, money(resources))],
                expenses: vec![Expense::new(ExpenseKind::Rent, money(expenses.min(resources)))],
                assets: owned.map(|(_, value)| asset(value)).into_iter().collect(),
                debts,
                history: History { earlier_measures_months: earlier, ..History::default() },
                review: None,
                plan: Some(wish),
                audit: None,
                compare: Vec::new(),
                prospects: Default::default(),
                filing: Default::default(),
                garnishment: None,
                events: vec![],
                calendar: apurement::fr::deadline::DeadlineOptions::default(),
                interest: Vec::new(),
                decisions: Decisions {
                    retained: retained.map(|percent| money(resources / 10 * percent / 100)),
                    ..Decisions::default()
                },
                conventions: Default::default(),
            };
            planned(case, &percents)
        },
    )
}
