//! One case worked through: from its facts to every figure that is wanted.

mod assessment;
mod faults;
mod reexamination;

use assessment::work;

use crate::advisory::Advisory;
use crate::error::Error;
use crate::explain::{NoTrace, Recorder, Step};
use crate::fr::admissibility::{Admissibility, Filing};
use crate::fr::asset::Asset;
use crate::fr::audit::{AuditedPlan, Finding};
use crate::fr::budget::{Budget, Expense, Resource};
use crate::fr::capacity::Capacity;
use crate::fr::comparison::{Candidate, Comparison};
use crate::fr::conventions::Conventions;
use crate::fr::deadline::{Calendar, DeadlineOptions, Event};
use crate::fr::debt::Debt;
use crate::fr::debt::treatment::Treatment;
use crate::fr::decision::Decisions;
use crate::fr::garnishment::{BankAccountMinimum, Garnished, Garnishment};
use crate::fr::household::{Composition, Household};
use crate::fr::interest::{InterestClaim, Statement};
use crate::fr::law::{LawBook, Territory};
use crate::fr::orientation::{Orientation, Prospects};
use crate::fr::plan::{History, Plan, PlanWish};
use crate::fr::review::{PlanStanding, Signal};
use crate::money::Money;
use crate::vocabulary::opaque_debug;
use alloc::string::String;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// The facts of a case, with what was decided in it and the conventions it is computed under.
#[derive(Clone, PartialEq, Eq)]
pub struct Case {
    /// The day at which law and facts are taken.
    pub assessed_on: NaiveDate,
    /// Where the household lives.
    pub territory: Territory,
    /// The people and the home.
    pub household: Option<Household>,
    /// Monthly resources, seizable or not.
    pub resources: Vec<Resource>,
    /// Monthly expenses.
    pub expenses: Vec<Expense>,
    /// What the household owns.
    pub assets: Vec<Asset>,
    /// What it owes.
    pub debts: Vec<Debt>,
    /// What came before.
    pub history: History,
    /// Where a plan under way stands, when the case is a re-examination: see [`Case::reexamined`].
    pub review: Option<PlanStanding>,
    /// What is asked of a plan.
    pub plan: Option<PlanWish>,
    /// A plan that somebody drew up, to be checked; the plan drawn here when not given.
    pub audit: Option<AuditedPlan>,
    /// The policies to compare; the library's own alternatives when none is named.
    pub compare: Vec<Candidate>,
    /// What only people can say of the situation.
    pub prospects: Prospects,
    /// What decides who may file, besides the figures.
    pub filing: Filing,
    /// A month's garnishment.
    pub garnishment: Option<Garnishment>,
    /// What happened in the file.
    pub events: Vec<Event>,
    /// What is asked of its calendar.
    pub calendar: DeadlineOptions,
    /// Claims whose interest is counted.
    pub interest: Vec<InterestClaim>,
    /// What the commission or the judge decided.
    pub decisions: Decisions,
    /// Choices where the texts are silent.
    pub conventions: Conventions,
}

impl Case {
    /// A case of a day and a place, with no other fact yet.
    #[must_use]
    pub fn new(assessed_on: NaiveDate, territory: Territory) -> Case {
        Case {
            assessed_on,
            territory,
            household: None,
            resources: Vec::new(),
            expenses: Vec::new(),
            assets: Vec::new(),
            debts: Vec::new(),
            history: History::default(),
            review: None,
            plan: None,
            compare: Vec::new(),
            audit: None,
            prospects: Prospects::default(),
            filing: Filing::default(),
            garnishment: None,
            events: Vec::new(),
            calendar: DeadlineOptions::default(),
            interest: Vec::new(),
            decisions: Decisions::default(),
            conventions: Conventions::default(),
        }
    }

    /// On what a plan of this case stands: decided, a maximum, or indicative after a suspension (to be refiled, C. conso.
    /// L. 733-2).
    #[must_use]
    pub fn plan_label(&self) -> &'static str {
        let wish = self.plan.as_ref();
        if wish.is_some_and(|wish| wish.suspension_months.is_some()) {
            "indicative"
        } else if self.decisions.retained.is_some() || wish.is_some_and(|wish| wish.capacity_steps.is_some())
        {
            "decided"
        } else {
            "maximum"
        }
    }
}

/// The parts of a case to work through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts {
    /// Both counts of the household.
    pub household: bool,
    /// Resources and expenses as counted.
    pub budget: bool,
    /// The repayment capacity; needs both others.
    pub capacity: bool,
    /// The month's garnishment.
    pub garnishment: bool,
    /// The statements of the claims whose interest is counted.
    pub interest: bool,
    /// What the law lets measures do with each debt.
    pub treatments: bool,
    /// What a re-examination finds; needs the plan under way.
    pub review: bool,
    /// The plan; needs the capacity, or capacity steps.
    pub plan: bool,
    /// The conditions of the procedure, met or not; with the capacity when the facts have one.
    pub admissibility: bool,
    /// The ways that the facts leave open; needs the capacity.
    pub orientation: bool,
    /// The check of a plan.
    pub audit: bool,
    /// The plan with a margin kept, and the ways side by side; needs the capacity, or capacity steps.
    pub ways: bool,
    /// The same, with plans under several policies.
    pub comparison: bool,
    /// The time limits; needs events.
    pub deadlines: bool,
    /// How each figure was reached.
    pub explanation: bool,
}

impl Parts {
    /// Everything that the facts of a case allow.
    #[must_use]
    pub fn all_of(case: &Case) -> Parts {
        let household = case.household.is_some();
        let garnishment = case.garnishment.is_some();
        // A garnishment beside a household alone tells nothing of a budget: that needs resources or expenses.
        let whole = household && !(garnishment && case.resources.is_empty() && case.expenses.is_empty());
        let treatments = !case.debts.is_empty();
        let steps = case.plan.as_ref().is_some_and(|plan| plan.capacity_steps.is_some());
        let plan = treatments && (whole || steps);
        Parts {
            household,
            budget: whole,
            capacity: whole,
            garnishment,
            interest: !case.interest.is_empty(),
            treatments,
            review: case.review.is_some(),
            plan,
            admissibility: treatments,
            orientation: treatments && whole,
            audit: treatments && case.audit.is_some(),
            ways: false,
            comparison: plan && !case.compare.is_empty(),
            deadlines: !case.events.is_empty(),
            explanation: true,
        }
    }
}

/// The counts of a household, with the RSA amount they lead to.
#[derive(Clone, PartialEq, Eq)]
pub struct Counted {
    /// Both counts, person by person.
    pub composition: Composition,
    /// The RSA amount of one person.
    pub one_person: Money,
    /// The RSA amount of the household.
    pub amount: Money,
    /// Size of the household for a flat-rate expense scale, in half persons.
    pub half_persons: u32,
}

/// Which law a case was worked through under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LawUsed {
    /// The day on which the data of the book was last read.
    pub version: &'static str,
    /// SHA-256 of all the values, overlays included.
    pub digest: String,
    /// The names of the overlays.
    pub overlays: Vec<String>,
}

/// Everything computed for a case.
#[derive(Clone, PartialEq, Eq)]
pub struct Assessment {
    /// The law that was used.
    pub law: LawUsed,
    /// Both counts of the household, when some part needed them.
    pub household: Option<Counted>,
    /// Resources and expenses as counted.
    pub budget: Option<Budget>,
    /// The repayment capacity.
    pub capacity: Option<Capacity>,
    /// The month's garnishment.
    pub garnished: Option<Garnished>,
    /// What a seizure leaves on the accounts.
    pub bank_account: Option<BankAccountMinimum>,
    /// The statements of the claims whose interest is counted, in the order given.
    pub statements: Vec<Statement>,
    /// What the law lets measures do with each debt, in the order given.
    pub treatments: Vec<Treatment>,
    /// What a re-examination finds open or to be known.
    pub signals: Vec<Signal>,
    /// The plan.
    pub plan: Option<Plan>,
    /// The conditions of the procedure, met or not.
    pub admissibility: Option<Admissibility>,
    /// The ways that the facts leave open or close.
    pub orientation: Vec<Orientation>,
    /// What was found on a plan; nothing when no plan was checked.
    pub findings: Option<Vec<Finding>>,
    /// Plans and ways side by side.
    pub comparison: Option<Comparison>,
    /// The time limits, passed, running and to come.
    pub calendar: Option<Calendar>,
    /// Doubts and findings, sorted by path.
    pub advisories: Vec<Advisory>,
    /// How each figure was reached, when wanted.
    pub steps: Vec<Step>,
}

opaque_debug!(Case, Counted, Assessment);

/// Works a case through. The facts are taken as they are: [`evaluate`](crate::evaluate) checks a document's
/// references first.
///
/// # Errors
/// Every fault found, each with the path of the field it comes from.
///
/// # Example
/// ```
/// use apurement::{day, fr::{case::*, household::*, budget::*, Territory}, LawBook};
/// let case = Case {
///     assessed_on: day(2026, 5, 15),
///     territory: Territory::Metropole,
///     household: Some(Household {
///         applicants: vec![Applicant { id: "applicant".into() }],
///         ..Household::default()
///     }),
///     resources: vec![Resource::new(ResourceKind::Wage, "1650.00".parse()?)],
///     expenses: vec![],
///     assets: vec![],
///     debts: vec![],
///     history: Default::default(),
///     review: None,
///     plan: None,
///     audit: None,
///     compare: vec![],
///     prospects: Default::default(),
///     filing: Default::default(),
///     garnishment: None,
///     events: vec![],
///     calendar: Default::default(),
///     interest: vec![],
///     decisions: Default::default(),
///     conventions: Default::default(),
/// };
/// let assessment = assess(LawBook::builtin(), &case, Parts::all_of(&case)).unwrap();
/// assert_eq!(assessment.capacity.unwrap().computed.to_string(), "284.76");
/// # Ok::<(), apurement::Error>(())
/// ```
pub fn assess(book: &LawBook, case: &Case, parts: Parts) -> Result<Assessment, Vec<Error>> {
    if parts.explanation {
        let mut recorder = Recorder::new();
        let mut assessment = work(book, case, parts, &mut recorder)?;
        assessment.steps = recorder.into_steps();
        Ok(assessment)
    } else {
        work(book, case, parts, &mut NoTrace)
    }
}
