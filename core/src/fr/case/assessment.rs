//! The parts of a case worked through, one after the other.

mod audited;
mod counting;
mod course;
mod dated;
mod orienting;

use super::faults::Faults;
use super::{Assessment, Case, Counted, LawUsed, Parts};
use crate::advisory::{Advisory, AdvisoryCode};
use crate::dated::Found;
use crate::error::{Error, ErrorCode, Result};
use crate::explain::Trace;
use crate::fr::budget::{self, Budget};
use crate::fr::capacity::{self, Capacity, Means};
use crate::fr::comparison::{self, Comparison};
use crate::fr::debt::treatment::{self, Erasure, Treatment};
use crate::fr::dependants::Dependants;
use crate::fr::garnishment::{self, Garnished, Garnishment};
use crate::fr::household::{self, Household};
use crate::fr::law::{LawBook, Territory};
use crate::fr::orientation::Orientation;
use crate::fr::plan::{self, Plan, PlanWish};
use crate::fr::review::{self, Signal};
use crate::money::Money;
use alloc::vec::Vec;

pub(super) fn work(
    book: &LawBook,
    case: &Case,
    parts: Parts,
    trace: &mut impl Trace,
) -> core::result::Result<Assessment, Vec<Error>> {
    let mut faults = Faults::default();
    let mut advisories = Vec::new();
    let bench = Bench { book, case };
    let counts_household =
        parts.household || parts.capacity || (parts.garnishment && bench.month_needs_household());
    let household = match &case.household {
        Some(household) if counts_household => {
            faults.keep(bench.count_household(household, &mut advisories, trace))
        }
        _ => None,
    };
    let budget = match &case.household {
        Some(household) if parts.budget || parts.capacity => {
            faults.keep(bench.count_budget(household, &mut advisories, trace))
        }
        _ => None,
    };
    let capacity = match (&household, &budget) {
        (Some(household), Some(budget)) if parts.capacity => {
            faults.keep(bench.capacity(household, budget, &mut advisories, trace))
        }
        _ => None,
    };
    let mut garnished = None;
    let mut bank_account = None;
    if let Some(facts) = case.garnishment.as_ref().filter(|_| parts.garnishment) {
        let faulty = garnishment::faults(book, facts, case.assessed_on);
        let sound = faulty.is_empty();
        for fault in faulty {
            faults.keep::<()>(Err(fault));
        }
        if sound
            && !facts.payers.is_empty()
            && (household.is_some() || !counts_household || case.household.is_none())
        {
            garnished = faults.keep(bench.garnish(facts, household.as_ref(), &mut advisories, trace));
        }
        if let Some(seizure) = &facts.bank_account {
            let left = garnishment::bank_account_minimum(book, seizure, case.territory, trace)
                .map_err(|e| e.at("garnishment.bank_account"));
            bank_account = faults.keep(left);
            if bank_account.as_ref().is_some_and(|left| left.already_left) {
                advisories.push(Advisory::new(AdvisoryCode::PreviousSeizure).at("garnishment.bank_account"));
            }
        }
    }
    // The events of the file govern the interest of the claims in it.
    let governs = parts.interest && case.interest.iter().any(|claim| claim.listed);
    let calendar = if parts.deadlines || (governs && !case.events.is_empty()) {
        faults.keep_all(bench.calendar(&mut advisories))
    } else {
        None
    };
    let statements = if parts.interest {
        bench.statements(calendar.as_ref(), &mut faults, &mut advisories, trace)
    } else {
        Vec::new()
    };
    let compares = (parts.ways || parts.comparison) && !case.debts.is_empty();
    // Without a month left no plan can be drawn; that is a fact for the orientation, a fault of the plan wanted.
    let shown = parts.plan || (parts.audit && case.audit.is_none());
    let draws = shown || (parts.orientation && bench.months_left().is_ok_and(|left| left > 0));
    // A re-examination looks at both too; it does without a plan that can't be drawn.
    let steps = case.plan.as_ref().is_some_and(|wish| wish.capacity_steps.is_some());
    let beside =
        parts.review && (capacity.is_some() || steps) && bench.months_left().is_ok_and(|left| left > 0);
    let orients = parts.orientation || parts.review;
    let needs_treatments =
        parts.treatments || parts.audit || draws || orients || parts.admissibility || compares;
    let treatments =
        if needs_treatments { faults.keep(bench.treatments()).unwrap_or_default() } else { Vec::new() };
    let plan = if draws && faults.is_empty() && !case.debts.is_empty() {
        match bench.plan(&treatments, capacity.as_ref()) {
            // That nothing is left for a plan is a fact for the orientation.
            Err(found) if !shown && found.iter().all(leaves_nothing) => None,
            drawn => faults.keep_all(drawn),
        }
    } else if beside && faults.is_empty() && !case.debts.is_empty() {
        bench.plan(&treatments, capacity.as_ref()).ok()
    } else {
        None
    };
    let orientation = match &capacity {
        Some(capacity) if orients => {
            faults.keep(bench.orient(&treatments, capacity, plan.as_ref())).unwrap_or_default()
        }
        _ => Vec::new(),
    };
    let admissibility = if parts.admissibility {
        faults.keep(bench.admissibility(&treatments, capacity.as_ref()))
    } else {
        None
    };
    let findings = if parts.audit && faults.is_empty() {
        faults.keep(bench.audit(&treatments, capacity.as_ref(), plan.as_ref()))
    } else {
        None
    };
    let comparison = if compares && faults.is_empty() {
        faults.keep(bench.compare(&treatments, capacity.as_ref(), parts.comparison))
    } else {
        None
    };
    let signals = faults.keep(bench.signals(&orientation, plan.as_ref())).unwrap_or_default();
    if !faults.is_empty() {
        return Err(faults.into_list());
    }
    let advisories = each_once(advisories);
    let law =
        LawUsed { version: book.version(), digest: book.digest().into(), overlays: book.overlays().to_vec() };
    Ok(Assessment {
        law,
        household,
        budget,
        capacity,
        garnished,
        bank_account,
        statements,
        treatments,
        signals,
        plan,
        admissibility,
        orientation,
        findings,
        comparison,
        calendar: calendar.filter(|_| parts.deadlines),
        advisories,
        steps: Vec::new(),
    })
}

/// The instalments of debts outside the measures take all the capacity.
fn leaves_nothing(fault: &Error) -> bool {
    fault.code() == ErrorCode::PlanOutsideExceedCapacity
}

/// Advisories sorted by path, each said once however many parts of the case raised it.
fn each_once(advisories: Vec<Advisory>) -> Vec<Advisory> {
    let mut once: Vec<Advisory> = Vec::with_capacity(advisories.len());
    for advisory in advisories {
        if !once.contains(&advisory) {
            once.push(advisory);
        }
    }
    once.sort_by(|a, b| a.path().cmp(b.path()).then(a.code().cmp(&b.code())));
    once
}

/// A case and the law it is worked through under.
struct Bench<'a> {
    book: &'a LawBook,
    case: &'a Case,
}

impl Bench<'_> {
    /// A found value, refused or with what should be known about it.
    fn take<'a, T>(
        &self,
        found: Result<Found<'a, T>>,
        advisories: &mut Vec<Advisory>,
    ) -> Result<Found<'a, T>> {
        let found = self.book.admit(found)?;
        advisories.extend(found.advisories().map(|advisory| advisory.at("assessed_on")));
        Ok(found)
    }

    /// Whether the month's garnishment takes something from the household: its dependants, or the floor of 2009-2012.
    fn month_needs_household(&self) -> bool {
        let Some(facts) = &self.case.garnishment else { return false };
        let household_floor = self
            .book
            .garnishment_floor(self.case.assessed_on)
            .is_ok_and(|floor| *floor.value == crate::fr::law::FloorHousehold::Household);
        !facts.payers.is_empty() && (facts.dependants.is_none() || household_floor)
    }

    fn count_household(
        &self,
        household: &Household,
        advisories: &mut Vec<Advisory>,
        trace: &mut impl Trace,
    ) -> Result<Counted> {
        let on = self.case.assessed_on;
        let territory = self.case.territory;
        let one_person = self.take(self.book.rsa(territory, on), advisories)?;
        let uplifts = self.book.admit(self.book.rsa_uplifts(territory, on))?;
        let ages = self.book.admit(self.book.child_ages(on))?;
        let own_resources: Result<Vec<Money>> = household
            .applicants
            .iter()
            .map(|applicant| budget::resources::of(&self.case.resources, &applicant.id))
            .collect();
        let facts = household::Facts {
            household,
            on,
            own_resources: &own_resources?,
            conventions: &self.case.conventions,
            decisions: &self.case.decisions,
        };
        let texts = household::Texts { one_person: &one_person, uplifts: &uplifts, ages: &ages };
        let composition = household::compose(&facts, &texts, advisories, trace)?;
        let amount = household::rsa_cents(*one_person.value, composition.rsa_200ths)?;
        let half_persons = household.half_persons(self.case.conventions.alternating_child_for_expenses);
        Ok(Counted { composition, one_person: *one_person.value, amount, half_persons })
    }

    fn count_budget(
        &self,
        household: &Household,
        advisories: &mut Vec<Advisory>,
        trace: &mut impl Trace,
    ) -> Result<Budget> {
        let on = self.case.assessed_on;
        let facts = budget::Facts {
            household,
            resources: &self.case.resources,
            expenses: &self.case.expenses,
            conventions: &self.case.conventions,
            decisions: &self.case.decisions,
        };
        let treatment = self.book.default_treatment(on)?;
        if treatment.from > on && !self.case.expenses.is_empty() {
            advisories.push(
                Advisory::new(AdvisoryCode::TreatmentUnknown)
                    .at("expenses")
                    .with_date("from", treatment.from),
            );
        }
        // The other tables begin late or are given by the caller; without them there is no limit and no alert.
        let texts = budget::Texts {
            treatment,
            scale: self.book.expense_scale(on).ok(),
            rent_surface: self.book.rent_surface(on).ok(),
        };
        budget::count(&facts, &texts, advisories, trace)
    }

    fn capacity(
        &self,
        household: &Counted,
        budget: &Budget,
        advisories: &mut Vec<Advisory>,
        trace: &mut impl Trace,
    ) -> Result<Capacity> {
        let on = self.case.assessed_on;
        let scale = self.take(self.book.scale(on), advisories)?;
        self.advise_mayotte(advisories);
        let one_person = self.take(self.book.rsa(self.case.territory, on), advisories)?;
        let means = Means {
            resources: budget.resources,
            expenses: budget.expenses,
            dependants: household.composition.scale_dependants,
            rsa_200ths: household.composition.rsa_200ths,
            scale_base: self.case.conventions.scale_base,
            main_home_consent: self.case.decisions.main_home.is_some_and(|home| home.written_consent),
            decided: self.case.decisions.retained,
        };
        let texts = capacity::Texts { scale: &scale, one_person: &one_person };
        let capacity = capacity::compute(&means, &texts, trace)?;
        advise(&capacity, advisories);
        Ok(capacity)
    }

    fn garnish(
        &self,
        facts: &Garnishment,
        household: Option<&Counted>,
        advisories: &mut Vec<Advisory>,
        trace: &mut impl Trace,
    ) -> Result<Garnished> {
        let on = self.case.assessed_on;
        self.take(self.book.scale(on), advisories)?;
        self.take(self.book.rsa(self.case.territory, on), advisories)?;
        self.advise_mayotte(advisories);
        let counted: Option<Dependants> = household.map(|h| h.composition.scale_dependants);
        let dependants = facts.dependants.or(counted).unwrap_or(Dependants::NONE);
        let coefficient = household.map(|h| h.composition.rsa_200ths);
        let territory = self.case.territory;
        garnishment::garnish(self.book, facts, dependants, territory, on, coefficient, advisories, trace)
    }

    fn treatments(&self) -> Result<Vec<Treatment>> {
        // Erasure fixes the debts at the day of the decision (L. 741-2): the day of assessment stands for it.
        let erasure = Erasure { fixed_on: Some(self.case.assessed_on) };
        self.case.debts.iter().map(|debt| treatment::treat(debt, erasure)).collect()
    }

    fn plan(
        &self,
        treatments: &[Treatment],
        capacity: Option<&Capacity>,
    ) -> core::result::Result<Plan, Vec<Error>> {
        let wish = self.wish();
        let facts = self.plan_facts(&wish, treatments, capacity);
        plan::wish::draw(self.book, &facts).map_err(|first| plan::wish::faults(self.book, &facts, first))
    }

    fn wish(&self) -> PlanWish {
        self.case.plan.clone().unwrap_or_default()
    }

    fn plan_facts<'a>(
        &'a self,
        wish: &'a PlanWish,
        treatments: &'a [Treatment],
        capacity: Option<&Capacity>,
    ) -> plan::wish::Facts<'a> {
        plan::wish::Facts {
            debts: &self.case.debts,
            treatments,
            assets: &self.case.assets,
            history: &self.case.history,
            wish,
            retained: capacity.map(|capacity| capacity.retained),
            on: self.case.assessed_on,
        }
    }

    fn compare(
        &self,
        treatments: &[Treatment],
        capacity: Option<&Capacity>,
        with_policies: bool,
    ) -> Result<Comparison> {
        let wish = self.wish();
        let orientation = capacity.map(|capacity| self.orientation_facts(treatments, capacity, None));
        let facts = comparison::Facts {
            book: self.book,
            plan: self.plan_facts(&wish, treatments, capacity),
            capacity,
            orientation: orientation.transpose()?,
            candidates: &self.case.compare,
        };
        comparison::compare(&facts, with_policies)
    }

    /// What a re-examination finds; nothing for another case.
    fn signals(&self, orientation: &[Orientation], plan: Option<&Plan>) -> Result<Vec<Signal>> {
        let Some(standing) = &self.case.review else { return Ok(Vec::new()) };
        review::signals(&review::Facts { standing, history: &self.case.history, orientation, plan })
    }

    fn advise_mayotte(&self, advisories: &mut Vec<Advisory>) {
        if self.case.territory == Territory::Mayotte {
            advisories.push(Advisory::new(AdvisoryCode::ScaleInMayotte).at("territory"));
        }
    }
}

/// What the figures themselves call for.
fn advise(capacity: &Capacity, advisories: &mut Vec<Advisory>) {
    let mut say = |code, path: &str| advisories.push(Advisory::new(code).at(path));
    match capacity.decided {
        None => say(AdvisoryCode::CapacityMaximum, ""),
        Some(decided) => {
            if decided > capacity.legal_maximum {
                say(AdvisoryCode::DecidedAboveLegalMaximum, "decisions.retained");
            }
            if decided > capacity.computed {
                say(AdvisoryCode::DecidedAboveComputed, "decisions.retained");
            }
        }
    }
    if capacity.computed.is_zero() {
        say(AdvisoryCode::CapacityNil, "");
    }
}
