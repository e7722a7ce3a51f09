//! Faults that only the whole request shows: references to nothing, resources without an owner, missing facts.

use super::request::{Asked, Wanted};
use crate::document::read::Reader;
use crate::error::{Error, ErrorCode};
use crate::fr::case::{Case, Parts};
use crate::fr::deadline;
use crate::fr::garnishment::BankAccount;
use crate::fr::household::Household;
use crate::fr::plan::PlanWish;
use crate::vocabulary::Id;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// The parts of the answer that the request asks for.
pub(crate) struct Wants {
    /// What to work through; a report needs the explanation too, for its reasons.
    pub(crate) parts: Parts,
    pub(crate) explanation: bool,
    /// The reports and files, among the parts.
    pub(crate) reports: Vec<Wanted>,
}

impl Wants {
    /// What is asked; all that the facts allow when nothing is. A report brings the parts that it tells.
    pub(crate) fn of(want: Option<&[Wanted]>, case: &Case) -> Wants {
        let all = Parts::all_of(case);
        let Some(want) = want else {
            return Wants { parts: all, explanation: true, reports: Vec::new() };
        };
        let wants = |part| want.contains(&part);
        let reports: Vec<Wanted> = want.iter().copied().filter(|part| part.is_report()).collect();
        let reported = reports.iter().any(|part| part.is_of_case());
        let compared = wants(Wanted::Comparison) || reports.iter().any(|part| part.is_of_comparison());
        // A calendar holds the due dates of a plan where there is one.
        let due = wants(Wanted::DeadlinesIcs) && is_dated(case) && all.plan;
        let of_plan = wants(Wanted::Plan) || due || reports.iter().any(|part| part.is_of_plan());
        // Without steps of its own a plan stands on the capacity; an audit measures it against the legal maximum;
        // orientation and admissibility ask what can be paid.
        let steps = case.plan.as_ref().is_some_and(|plan| plan.capacity_steps.is_some());
        let audited = wants(Wanted::Audit) || reports.iter().any(|part| part.is_of_audit());
        let asks_means = [Wanted::Orientation, Wanted::Admissibility, Wanted::Review].into_iter().any(wants);
        let asks_means = audited || compared || asks_means;
        let from_capacity = ((of_plan && !steps) || asks_means) && all.capacity;
        let explanation = wants(Wanted::Explanation);
        let parts = Parts {
            household: wants(Wanted::Household) || (reported && all.household),
            budget: wants(Wanted::Budget) || (reported && all.budget),
            capacity: wants(Wanted::Capacity) || from_capacity || (reported && all.capacity),
            garnishment: wants(Wanted::Garnishment) || (reported && all.garnishment),
            interest: wants(Wanted::Interest)
                || reports.iter().any(|part| part.is_of_interest())
                || (reported && all.interest),
            treatments: wants(Wanted::Treatments) || (reported && all.treatments),
            plan: of_plan || (reported && all.plan),
            admissibility: wants(Wanted::Admissibility) || (reported && all.admissibility),
            review: wants(Wanted::Review) || (reported && all.review),
            orientation: wants(Wanted::Orientation) || (reported && all.orientation),
            // A report checks the plan that it shows.
            audit: audited || (reported && (all.audit || all.plan)),
            ways: reported && all.plan,
            comparison: compared || (reported && all.comparison),
            deadlines: wants(Wanted::Deadlines)
                || reports.iter().any(|part| part.is_of_deadlines())
                || (reported && all.deadlines),
            explanation: explanation || reported,
        };
        Wants { parts, explanation, reports }
    }
}

/// Whether the due dates of the plan are known.
fn is_dated(case: &Case) -> bool {
    case.plan.as_ref().is_some_and(|plan| plan.first_due_on.is_some())
}

/// The case as it stands after the plan under way; what is wrong with the review stays in the reader.
pub(crate) fn reexamine(case: Case, asked: &mut Asked, reader: &mut Reader) -> Case {
    let Some(review) = asked.review.take() else {
        if asked.want.iter().flatten().any(|part| *part == Wanted::Review) {
            reader.fault_with_path(Error::new(ErrorCode::FieldMissing).at("review"));
        }
        return case;
    };
    match case.clone().reexamined(&review) {
        Ok(today) => today,
        Err(faults) => {
            for fault in faults {
                reader.fault_with_path(fault);
            }
            // The rest is checked against every debt that was named.
            let mut all = case;
            all.debts.extend(review.new_debts);
            all
        }
    }
}

/// Leaves a fault for everything that does not hold together.
pub(crate) fn validate(case: &Case, wants: &Wants, reader: &mut Reader) {
    debts(case, reader);
    names(case, reader);
    for (path, wish) in wishes(case) {
        for fault in wish.sale.iter().flat_map(|sale| sale.faults(wish, &case.assets, &case.debts)) {
            reader.fault_with_path(fault.at(&path));
        }
    }
    for (place, claim) in case.interest.iter().enumerate() {
        for fault in claim.faults(case.assessed_on) {
            reader.fault_with_path(fault.at(format!("interest[{place}]")));
        }
    }
    let missing = |path: &str| Error::new(ErrorCode::FieldMissing).at(path);
    let parts = &wants.parts;
    if parts.interest && case.interest.is_empty() {
        reader.fault_with_path(missing("interest"));
    }
    let nothing =
        case.debts.is_empty() && case.review.is_none() && case.events.is_empty() && case.interest.is_empty();
    // Whoever asks for time limits or interest alone is told of those only.
    let alone = nothing && !parts.deadlines && !parts.interest;
    let needs_household = parts.household || parts.budget || parts.capacity || parts.orientation;
    match (&case.household, &case.garnishment) {
        (Some(household), _) => references(case, household, reader),
        (None, None) if alone || needs_household => {
            reader.fault_with_path(missing("household"));
        }
        (None, None) => {}
        (None, Some(garnishment)) => {
            let counts_it =
                parts.garnishment && garnishment.dependants.is_none() && !garnishment.payers.is_empty();
            if needs_household || counts_it {
                reader.fault_with_path(missing("household"));
            }
        }
    }
    let seizure = case.garnishment.as_ref().and_then(|facts| facts.bank_account.as_ref());
    if let Some(Err(fault)) = seizure.map(BankAccount::check_order) {
        reader.fault_with_path(fault.at("garnishment.bank_account"));
    }
    if wants.reports.contains(&Wanted::InstalmentsIcs) && !is_dated(case) {
        reader.fault_with_path(missing("plan.first_due_on"));
    }
    if (parts.plan || parts.orientation || parts.admissibility || parts.comparison) && case.debts.is_empty() {
        reader.fault_with_path(missing("debts"));
    }
    let listed = case.interest.iter().any(|claim| claim.listed);
    if (parts.deadlines || listed) && case.events.is_empty() {
        reader.fault_with_path(missing("events"));
    }
    for fault in deadline::faults(&case.events) {
        reader.fault_with_path(fault);
    }
    match &case.garnishment {
        None if parts.garnishment => reader.fault_with_path(missing("garnishment")),
        Some(facts) if parts.garnishment && facts.payers.is_empty() && facts.bank_account.is_none() => {
            reader.fault_with_path(missing("garnishment.payers"));
        }
        _ => {}
    }
}

/// Compared plans are told apart by their names.
fn names(case: &Case, reader: &mut Reader) {
    for (place, candidate) in case.compare.iter().enumerate() {
        if case.compare.iter().take(place).any(|earlier| earlier.name == candidate.name) {
            reader.fault_with_path(Error::new(ErrorCode::IdDuplicate).at(format!("compare[{place}].name")));
        }
    }
}

/// The plans that are asked for, with their paths: the case's own and those compared with it.
fn wishes(case: &Case) -> impl Iterator<Item = (String, &PlanWish)> {
    let own = case.plan.iter().map(|plan| (String::from("plan"), plan));
    let compared = case.compare.iter().enumerate();
    own.chain(compared.map(|(place, candidate)| (format!("compare[{place}].plan"), &candidate.plan)))
}

/// References of debts to assets, and of decisions to debts.
fn debts(case: &Case, reader: &mut Reader) {
    let mut check = |known: bool, path: String| {
        if !known {
            reader.fault_with_path(Error::new(ErrorCode::IdUnknown).at(path));
        }
    };
    for (place, debt) in case.debts.iter().enumerate() {
        let Some(security) = &debt.security else { continue };
        let known = case.assets.iter().any(|asset| asset.id.as_ref() == Some(&security.asset));
        check(known, format!("debts[{place}].security.asset"));
    }
    for (path, plan) in wishes(case) {
        for (place, change) in plan.rank_changes.iter().enumerate() {
            let known = case.debts.iter().any(|debt| debt.id == change.debt);
            check(known, format!("{path}.rank_changes[{place}].debt"));
        }
    }
    let Some(plan) = &case.audit else { return };
    if let Some(sale) = &plan.sale {
        let owned = case.assets.iter().any(|asset| asset.id.as_ref() == Some(&sale.asset));
        check(owned, "audit.sale.asset".into());
    }
    for fault in plan.faults(&case.debts) {
        reader.fault_with_path(fault.at("audit"));
    }
}

fn references(case: &Case, household: &Household, reader: &mut Reader) {
    let applicants: Vec<&Id> = household.applicants.iter().map(|a| &a.id).collect();
    let mut check = |known: bool, path: String| {
        if !known {
            reader.fault_with_path(Error::new(ErrorCode::IdUnknown).at(path));
        }
    };
    for (place, resource) in case.resources.iter().enumerate() {
        let known = resource.of.as_ref().is_none_or(|of| applicants.contains(&of));
        check(known, format!("resources[{place}].of"));
    }
    for (place, expense) in case.expenses.iter().enumerate() {
        let known = expense.of.as_ref().is_none_or(|of| applicants.contains(&of));
        check(known, format!("expenses[{place}].of"));
    }
    for (place, decided) in case.decisions.alternating_children.iter().enumerate() {
        let known = household.children.iter().any(|child| child.id == decided.child);
        check(known, format!("decisions.alternating_children[{place}].child"));
    }
    let twice = |ids: Vec<&Id>| -> Vec<usize> {
        let again =
            |(place, id): (usize, &&Id)| ids.iter().take(place).any(|earlier| earlier == id).then_some(place);
        ids.iter().enumerate().filter_map(again).collect()
    };
    let mut contradicted = Vec::new();
    for place in twice(case.decisions.alternating_children.iter().map(|decided| &decided.child).collect()) {
        contradicted.push(format!("decisions.alternating_children[{place}].child"));
    }
    for place in twice(case.decisions.expenses_accepted.iter().map(|accepted| &accepted.expense).collect()) {
        contradicted.push(format!("decisions.expenses_accepted[{place}].expense"));
    }
    for (place, accepted) in case.decisions.expenses_accepted.iter().enumerate() {
        let known = case.expenses.iter().any(|expense| expense.id.as_ref() == Some(&accepted.expense));
        check(known, format!("decisions.expenses_accepted[{place}].expense"));
    }
    for path in contradicted {
        reader.fault_with_path(Error::new(ErrorCode::IdDuplicate).at(path));
    }
    for (place, child) in household.children.iter().enumerate() {
        if let Err(fault) = child.age_on(case.assessed_on) {
            reader.fault_with_path(fault.at(format!("household.children[{place}]")));
        }
    }
    if household.applicants.len() == 2 {
        for (place, resource) in case.resources.iter().enumerate() {
            if resource.kind.is_personal() && resource.of.is_none() {
                let fault = Error::new(ErrorCode::FieldMissing).under("C. trav. R. 3252-3, 1°");
                reader.fault_with_path(fault.at(format!("resources[{place}].of")));
            }
        }
    }
}
