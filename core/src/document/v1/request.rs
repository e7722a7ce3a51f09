//! The request: facts, decisions and conventions of a case, and what is wanted of it.

mod reading;

use crate::fr::Territory;
use crate::fr::admissibility::Filing;
use crate::fr::asset::Asset;
use crate::fr::audit::AuditedPlan;
use crate::fr::budget::{Expense, Resource};
use crate::fr::case::Case;
use crate::fr::comparison::Candidate;
use crate::fr::conventions::{
    AlternatingChildForExpenses, AlternatingChildForScale, AlternatingChildRank, Conventions, DayCount,
    LoneFilerBase, Preset, ScaleBase, ScaleDependants, SecondSuspension,
};
use crate::fr::deadline::{DeadlineOptions, Event};
use crate::fr::debt::Debt;
use crate::fr::decision::Decisions;
use crate::fr::garnishment::Garnishment;
use crate::fr::household::Household;
use crate::fr::interest::InterestClaim;
use crate::fr::law::Overlay;
use crate::fr::orientation::Prospects;
use crate::fr::plan::{History, PlanWish};
use crate::fr::review::Review;
use crate::language::Language;
use crate::vocabulary::{Id, opaque_debug, vocabulary};
use alloc::vec::Vec;
use chrono::NaiveDate;

vocabulary! {
    /// The version of a document.
    pub enum Schema {
        /// Version 1.
        Apurement1 = "apurement/1",
    }
}

vocabulary! {
    /// The country whose law applies.
    pub enum Jurisdiction {
        /// France.
        France = "fr",
    }
}

vocabulary! {
    /// A part of the answer.
    pub enum Wanted {
        /// Both counts of the household.
        Household = "household",
        /// Resources and expenses as counted.
        Budget = "budget",
        /// The repayment capacity.
        Capacity = "capacity",
        /// The month's garnishment.
        Garnishment = "garnishment",
        /// The statements of the claims whose interest is counted.
        Interest = "interest",
        /// What the law lets measures do with each debt.
        Treatments = "treatments",
        /// Where the plan under way stands.
        Review = "review",
        /// The plan.
        Plan = "plan",
        /// The conditions of the procedure, met or not.
        Admissibility = "admissibility",
        /// The ways that the facts leave open or close.
        Orientation = "orientation",
        /// The check of a plan.
        Audit = "audit",
        /// Plans under several policies, plans with a margin kept, and the ways, side by side.
        Comparison = "comparison",
        /// The time limits of the file, and what is missing to know others.
        Deadlines = "deadlines",
        /// How each figure was reached.
        Explanation = "explanation",
        /// The report as plain text.
        ReportText = "report_text",
        /// The report as Markdown.
        ReportMarkdown = "report_markdown",
        /// The report as one HTML page, with the schedule month by month.
        ReportHtml = "report_html",
        /// The schedule month by month as CSV.
        ScheduleCsv = "schedule_csv",
        /// The same in the French form: semicolons and decimal commas.
        ScheduleCsvFr = "schedule_csv_fr",
        /// The table of measures as CSV.
        MeasuresCsv = "measures_csv",
        /// The same in the French form: semicolons and decimal commas.
        MeasuresCsvFr = "measures_csv_fr",
        /// The due dates of the plan as iCalendar.
        InstalmentsIcs = "instalments_ics",
        /// The comparison as plain text.
        ComparisonText = "comparison_text",
        /// The comparison as Markdown.
        ComparisonMarkdown = "comparison_markdown",
        /// The comparison as one HTML page.
        ComparisonHtml = "comparison_html",
        /// The statements of interest as plain text.
        InterestText = "interest_text",
        /// The statements as Markdown.
        InterestMarkdown = "interest_markdown",
        /// The statements as one HTML page.
        InterestHtml = "interest_html",
        /// The statements line by line as CSV.
        InterestCsv = "interest_csv",
        /// The same in the French form: semicolons and decimal commas.
        InterestCsvFr = "interest_csv_fr",
        /// The check of a plan as plain text.
        AuditText = "audit_text",
        /// The check as Markdown.
        AuditMarkdown = "audit_markdown",
        /// The check as one HTML page.
        AuditHtml = "audit_html",
        /// The time limits as plain text.
        DeadlinesText = "deadlines_text",
        /// The time limits as Markdown.
        DeadlinesMarkdown = "deadlines_markdown",
        /// The time limits as one HTML page.
        DeadlinesHtml = "deadlines_html",
        /// The time limits as CSV.
        DeadlinesCsv = "deadlines_csv",
        /// The same in the French form: semicolons, days as French spreadsheets read them.
        DeadlinesCsvFr = "deadlines_csv_fr",
        /// The time limits that are ahead, with the due dates of the plan where there is one, as iCalendar.
        DeadlinesIcs = "deadlines_ics",
    }
}

impl Wanted {
    /// A file made from the plan.
    pub(crate) fn is_of_plan(self) -> bool {
        matches!(
            self,
            Wanted::ScheduleCsv
                | Wanted::ScheduleCsvFr
                | Wanted::MeasuresCsv
                | Wanted::MeasuresCsvFr
                | Wanted::InstalmentsIcs
        )
    }

    /// The report of the whole case.
    pub(crate) fn is_of_case(self) -> bool {
        matches!(self, Wanted::ReportText | Wanted::ReportMarkdown | Wanted::ReportHtml)
    }

    /// A report of the comparison.
    pub(crate) fn is_of_comparison(self) -> bool {
        matches!(self, Wanted::ComparisonText | Wanted::ComparisonMarkdown | Wanted::ComparisonHtml)
    }

    /// A report of the check of a plan.
    pub(crate) fn is_of_audit(self) -> bool {
        matches!(self, Wanted::AuditText | Wanted::AuditMarkdown | Wanted::AuditHtml)
    }

    /// A report or a file of the time limits.
    pub(crate) fn is_of_deadlines(self) -> bool {
        matches!(
            self,
            Wanted::DeadlinesText
                | Wanted::DeadlinesMarkdown
                | Wanted::DeadlinesHtml
                | Wanted::DeadlinesCsv
                | Wanted::DeadlinesCsvFr
                | Wanted::DeadlinesIcs
        )
    }

    /// A report or a file of the statements of interest.
    pub(crate) fn is_of_interest(self) -> bool {
        matches!(
            self,
            Wanted::InterestText
                | Wanted::InterestMarkdown
                | Wanted::InterestHtml
                | Wanted::InterestCsv
                | Wanted::InterestCsvFr
        )
    }

    /// A report or a file, rather than figures.
    pub(crate) fn is_report(self) -> bool {
        self.is_of_plan()
            || self.is_of_case()
            || self.is_of_comparison()
            || self.is_of_audit()
            || self.is_of_deadlines()
            || self.is_of_interest()
    }
}

/// The conventions that a request sets; the others come from the preset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConventionsRequest {
    /// The set to start from.
    pub preset: Option<Preset>,
    /// The base of the scale in over-indebtedness.
    pub scale_base: Option<ScaleBase>,
    /// How the dependants of the scale are counted.
    pub scale_dependants: Option<ScaleDependants>,
    /// Alternating custody in the scale.
    pub alternating_child_for_scale: Option<AlternatingChildForScale>,
    /// Alternating custody in the RSA household.
    pub alternating_child_rank: Option<AlternatingChildRank>,
    /// Alternating custody in the flat-rate expense scale.
    pub alternating_child_for_expenses: Option<AlternatingChildForExpenses>,
    /// Lone filer in a couple.
    pub lone_filer_base: Option<LoneFilerBase>,
    /// A second suspension after a first.
    pub second_suspension: Option<SecondSuspension>,
    /// The part of a year that a day of interest is.
    pub day_count: Option<DayCount>,
}

impl ConventionsRequest {
    /// The conventions, with those that are not set taken from the preset.
    #[must_use]
    pub fn resolve(&self) -> Conventions {
        let base = Conventions::preset(self.preset.unwrap_or_default());
        Conventions {
            preset: base.preset,
            scale_base: self.scale_base.unwrap_or(base.scale_base),
            scale_dependants: self.scale_dependants.unwrap_or(base.scale_dependants),
            alternating_child_for_scale: self
                .alternating_child_for_scale
                .unwrap_or(base.alternating_child_for_scale),
            alternating_child_rank: self.alternating_child_rank.unwrap_or(base.alternating_child_rank),
            alternating_child_for_expenses: self
                .alternating_child_for_expenses
                .unwrap_or(base.alternating_child_for_expenses),
            lone_filer_base: self.lone_filer_base.unwrap_or(base.lone_filer_base),
            second_suspension: self.second_suspension.unwrap_or(base.second_suspension),
            day_count: self.day_count.unwrap_or(base.day_count),
        }
    }
}

/// The law that a request asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LawRequest {
    /// Values laid over the compiled book, in order.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub overlays: Vec<Overlay>,
    /// Past the last verification: `false` refuses with `law.unverified`; otherwise the latest value is used and an
    /// advisory says so.
    pub accept_unverified: Option<bool>,
}

/// A whole case, and what is wanted of it.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Request {
    /// The version of the document.
    pub schema: Schema,
    /// The country whose law applies.
    pub jurisdiction: Jurisdiction,
    /// The day at which law and facts are taken: never "today" by default.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::schema::Day"))]
    pub assessed_on: NaiveDate,
    /// Where the household lives.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub territory: Territory,
    /// The people and the home.
    pub household: Option<Household>,
    /// Monthly resources, seizable or not.
    #[cfg_attr(feature = "schema", schemars(default, length(max = crate::document::MAX_ITEMS)))]
    pub resources: Vec<Resource>,
    /// Monthly expenses.
    #[cfg_attr(feature = "schema", schemars(default, length(max = crate::document::MAX_ITEMS)))]
    pub expenses: Vec<Expense>,
    /// What the household owns.
    #[cfg_attr(feature = "schema", schemars(default, length(max = crate::document::MAX_ITEMS)))]
    pub assets: Vec<Asset>,
    /// What it owes.
    #[cfg_attr(feature = "schema", schemars(default, length(max = crate::document::MAX_DEBTS)))]
    pub debts: Vec<Debt>,
    /// What came before.
    pub history: Option<History>,
    /// A plan under way, for a re-examination: the debts above are those of the day it began.
    pub review: Option<Review>,
    /// What is asked of a plan.
    pub plan: Option<PlanWish>,
    /// A plan that somebody drew up, to be checked.
    pub audit: Option<AuditedPlan>,
    /// Policies whose plans stand side by side in the comparison; the library's own alternatives when none is named.
    #[cfg_attr(feature = "schema", schemars(default, length(max = crate::fr::comparison::MAX_CANDIDATES)))]
    pub compare: Vec<Candidate>,
    /// What only people can say of the situation.
    pub prospects: Option<Prospects>,
    /// What decides who may file, besides the figures.
    pub filing: Option<Filing>,
    /// A month's garnishment.
    pub garnishment: Option<Garnishment>,
    /// What happened in the file, in any order.
    #[cfg_attr(feature = "schema", schemars(default, length(max = crate::document::MAX_ITEMS)))]
    pub events: Vec<Event>,
    /// From which day its time limits are counted, and with which holidays.
    pub deadlines: Option<DeadlineOptions>,
    /// Claims whose interest is counted.
    #[cfg_attr(feature = "schema", schemars(default, length(max = crate::document::MAX_ITEMS)))]
    pub interest: Vec<InterestClaim>,
    /// What the commission or the judge decided.
    pub decisions: Option<Decisions>,
    /// Choices where the texts are silent.
    pub conventions: Option<ConventionsRequest>,
    /// Overlays, and what to do past the last verification.
    pub law: Option<LawRequest>,
    /// The parts of the answer; by default all that the facts allow, with the explanation, without
    /// reports; the comparison only where `compare` names policies.
    pub want: Option<Vec<Wanted>>,
    /// A name of the caller's for the file: it opens what calendars show, and keeps apart the files in one calendar.
    pub reference: Option<Id>,
    /// The language of messages, sentences and reports.
    #[cfg_attr(feature = "schema", schemars(default, with = "crate::document::schema::LanguageCode"))]
    pub language: Language,
}

opaque_debug!(Request);

/// What a request asks besides the case itself.
pub(crate) struct Asked {
    pub(crate) review: Option<Review>,
    pub(crate) overlays: Vec<Overlay>,
    pub(crate) accept_unverified: Option<bool>,
    pub(crate) want: Option<Vec<Wanted>>,
    pub(crate) reference: Option<Id>,
    pub(crate) language: Language,
}

impl Request {
    /// The case, and what is asked of it.
    pub(crate) fn into_case(self) -> (Case, Asked) {
        let case = Case {
            assessed_on: self.assessed_on,
            territory: self.territory,
            household: self.household,
            resources: self.resources,
            expenses: self.expenses,
            assets: self.assets,
            debts: self.debts,
            history: self.history.unwrap_or_default(),
            review: None,
            plan: self.plan,
            audit: self.audit,
            compare: self.compare,
            prospects: self.prospects.unwrap_or_default(),
            filing: self.filing.unwrap_or_default(),
            garnishment: self.garnishment,
            events: self.events,
            calendar: self.deadlines.unwrap_or_default(),
            interest: self.interest,
            decisions: self.decisions.unwrap_or_default(),
            conventions: self.conventions.unwrap_or_default().resolve(),
        };
        let law = self.law.unwrap_or_default();
        let asked = Asked {
            review: self.review,
            overlays: law.overlays,
            accept_unverified: law.accept_unverified,
            want: self.want,
            reference: self.reference,
            language: self.language,
        };
        (case, asked)
    }
}
