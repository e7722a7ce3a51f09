//! From a request's bytes to a response's bytes.

use super::read::{Read, Reader, sorted};
use super::v1::request::{Asked, Request, Wanted};
use super::v1::response::{
    AdmissibilityShown, AdvisoryShown, AuditShown, BudgetShown, CapacityShown, ComparisonShown,
    DeadlinesShown, ENGINE, ExplanationShown, GarnishmentShown, HouseholdShown, LawBookUsed,
    OrientationShown, PlanShown, Refusal, ReportsShown, Response, ReviewShown, StatementShown,
    TreatmentShown,
};
use super::v1::{SCHEMA, Wants, bounds, reexamine, validate};
use crate::error::{Detail, Error, ErrorCode};
use crate::fr::case::{self, Assessment, Case};
use crate::fr::law::{LawBook, Overlay};
use crate::fr::plan::Plan;
use crate::language::Language;
use crate::report::csv::{self, Form};
use crate::report::ics::{self, Mark};
use crate::report::{self, Format};
use alloc::string::String;
use alloc::vec::Vec;

/// Answers a whole case: JSON bytes in, JSON bytes out, the same in every language (`"schema": "apurement/1"`).
///
/// It never fails: faults of the request are a response too, all of them at once, each with its path. The bytes are
/// canonical: keys in the order of the schema, no insignificant white space.
///
/// # Example
/// ```
/// let request = br#"{
///     "schema": "apurement/1", "jurisdiction": "fr", "assessed_on": "2026-05-15",
///     "household": {"applicants": [{"id": "applicant"}]},
///     "resources": [{"kind": "wage", "amount": 1650.00}],
///     "expenses": [{"kind": "rent", "amount": "520.00"}, {"kind": "food", "amount": "400.00"}],
///     "want": ["capacity"], "language": "en"
/// }"#;
/// let response = String::from_utf8(apurement::evaluate(request)).unwrap();
/// assert!(response.contains(r#""capacity":{"left_to_live":"1365.24","label":"maximum","retained":"284.76""#));
/// ```
#[must_use]
pub fn evaluate(request: &[u8]) -> Vec<u8> {
    evaluate_with(LawBook::builtin(), request)
}

/// The same with a law book of the caller's: overlays of the request are laid over it.
#[must_use]
pub fn evaluate_with(book: &LawBook, request: &[u8]) -> Vec<u8> {
    let mut reader = Reader::default();
    let understood = understand(request, &mut reader);
    let language = reader.language;
    let answered = understood.ok_or_else(|| faults(reader)).and_then(|Understood { case, asked, wants }| {
        let assessment = case::assess(&law(book, &asked)?, &case, wants.parts)?;
        write(&case, &asked, &wants, &assessment).map_err(|fault| alloc::vec![fault])
    });
    answered.unwrap_or_else(|faults| refuse(&sorted(faults), language))
}

/// Reads the case of a request, with the law it asks for: the book given, with the overlays of the request.
///
/// What the request wants of an answer decides nothing here but which facts must be there.
///
/// # Errors
/// All faults found, each with its path.
///
/// # Example
/// ```
/// use apurement::{document, fr::case::{assess, Parts}, LawBook};
/// let (case, law) = document::read_case(LawBook::builtin(), br#"{
///     "schema": "apurement/1", "jurisdiction": "fr", "assessed_on": "2026-05-15",
///     "household": {"applicants": [{"id": "applicant"}]},
///     "resources": [{"kind": "wage", "amount": "1650.00"}], "expenses": []
/// }"#).unwrap();
/// let assessment = assess(&law, &case, Parts::all_of(&case)).unwrap();
/// assert_eq!(assessment.capacity.unwrap().computed.to_string(), "284.76");
/// ```
pub fn read_case(book: &LawBook, request: &[u8]) -> Result<(Case, LawBook), Vec<Error>> {
    let mut reader = Reader::default();
    let Understood { case, asked, .. } =
        understand(request, &mut reader).ok_or_else(|| sorted(faults(reader)))?;
    let law = law(book, &asked).map_err(sorted)?;
    Ok((case, law))
}

/// A request without faults.
struct Understood {
    case: Case,
    asked: Asked,
    wants: Wants,
}

/// Reads a request; `None` leaves its faults in the reader.
fn understand(request: &[u8], reader: &mut Reader) -> Option<Understood> {
    let read = match read::<Request>(request, reader) {
        Ok(read) => read,
        Err(fault) => {
            // Of what is no document nothing else can be said.
            let language = core::mem::take(reader).language;
            reader.language = language;
            reader.fault_with_path(fault);
            return None;
        }
    };
    let (case, mut asked) = read.map(Request::into_case)?;
    let case = reexamine(case, &mut asked, reader);
    let wants = Wants::of(asked.want.as_deref(), &case);
    validate(&case, &wants, reader);
    reader.is_clean().then_some(Understood { case, asked, wants })
}

/// The law that a request asks for.
fn law(book: &LawBook, asked: &Asked) -> Result<LawBook, Vec<Error>> {
    let mut law = book.clone();
    let mut faults = Vec::new();
    for (place, overlay) in asked.overlays.iter().enumerate() {
        match law.with_overlay(overlay) {
            Ok(laid) => law = laid,
            Err(fault) => faults.push(fault.at(alloc::format!("law.overlays[{place}]"))),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(if asked.accept_unverified == Some(false) { law } else { law.accepting_unverified() })
}

/// Reads an overlay from JSON.
///
/// # Errors
/// All faults found, each with its path.
///
/// # Example
/// ```
/// let overlay = apurement::document::read_overlay(
///     br#"{"name": "next decree", "rsa": [{"from": "2027-04-01", "area": "general", "amount": "660.00"}]}"#,
/// ).unwrap();
/// assert_eq!(overlay.rsa.len(), 1);
/// ```
pub fn read_overlay(json: &[u8]) -> Result<Overlay, Vec<Error>> {
    let mut reader = Reader::default();
    let overlay = read::<Overlay>(json, &mut reader).map_err(|fault| alloc::vec![fault])?;
    overlay.filter(|_| reader.is_clean()).ok_or_else(|| faults(reader))
}

/// Reads a whole document; what is wrong with its fields stays in the reader.
fn read<T: Read>(bytes: &[u8], reader: &mut Reader) -> Result<Option<T>, Error> {
    let text = bounds::checked(bytes)?;
    let mut json = serde_json::Deserializer::from_str(text);
    let read = T::read(reader, &mut json).and_then(|whole| json.end().map(|()| whole));
    let whole = read.map_err(|fault| syntax(&fault))?;
    reader.check_ids();
    Ok(whole)
}

/// All the faults that reading left; of another version of the documents nothing can be said but that.
fn faults(reader: Reader) -> Vec<Error> {
    let mut faults = reader.into_faults();
    match faults.iter().position(|fault| fault.code() == ErrorCode::UnsupportedSchema) {
        Some(place) => alloc::vec![faults.swap_remove(place)],
        None => faults,
    }
}

fn syntax(fault: &serde_json::Error) -> Error {
    let number = |count: usize| Detail::Number(i64::try_from(count).unwrap_or(i64::MAX));
    Error::new(ErrorCode::DocumentSyntax)
        .with("line", number(fault.line()))
        .with("column", number(fault.column()))
}

fn refuse(faults: &[Error], language: Language) -> Vec<u8> {
    serde_json::to_vec(&Refusal::of(faults, language)).unwrap_or_default()
}

fn write(case: &Case, asked: &Asked, wants: &Wants, assessment: &Assessment) -> Result<Vec<u8>, Error> {
    let language = asked.language;
    let parts = &wants.parts;
    let household = assessment.household.as_ref().filter(|_| parts.household);
    let capacity =
        assessment.capacity.as_ref().filter(|_| parts.capacity).map(CapacityShown::of).transpose()?;
    let plan = assessment.plan.as_ref().filter(|_| parts.plan);
    let first_due_on = case.plan.as_ref().and_then(|wish| wish.first_due_on);
    let plan = plan.map(|plan| PlanShown::of(plan, case.plan_label(), first_due_on)).transpose()?;
    let standing = case.review.as_ref().filter(|_| parts.review);
    let reports = reports(case, assessment, asked, &wants.reports)?;
    let response = Response {
        schema: SCHEMA,
        engine: ENGINE,
        law_book: LawBookUsed::of(&assessment.law),
        conventions: &case.conventions,
        decisions: &case.decisions,
        advisories: assessment.advisories.iter().map(|a| AdvisoryShown::of(a, language)).collect(),
        household: household
            .map(|h| HouseholdShown::of(&h.composition, h.one_person, h.amount, h.half_persons)),
        budget: assessment.budget.as_ref().filter(|_| parts.budget).map(BudgetShown::of),
        capacity,
        garnishment: parts
            .garnishment
            .then(|| GarnishmentShown::of(assessment.garnished.as_ref(), assessment.bank_account.as_ref())),
        interest: parts.interest.then(|| assessment.statements.iter().map(StatementShown::of).collect()),
        treatments: parts.treatments.then(|| assessment.treatments.iter().map(TreatmentShown::of).collect()),
        admissibility: assessment
            .admissibility
            .as_ref()
            .filter(|_| parts.admissibility)
            .map(AdmissibilityShown::of),
        orientation: parts
            .orientation
            .then(|| assessment.orientation.iter().map(OrientationShown::of).collect()),
        review: standing.map(|standing| ReviewShown::of(standing, assessment)).transpose()?,
        plan,
        comparison: assessment
            .comparison
            .as_ref()
            .filter(|_| parts.comparison)
            .map(|comparison| ComparisonShown::of(comparison, language)),
        deadlines: assessment
            .calendar
            .as_ref()
            .filter(|_| parts.deadlines)
            .map(|calendar| DeadlinesShown::of(calendar, language)),
        audit: assessment.findings.as_deref().filter(|_| parts.audit).map(AuditShown::of),
        explanation: wants.explanation.then_some(ExplanationShown { steps: &assessment.steps, language }),
        reports,
    };
    Ok(serde_json::to_vec(&response).unwrap_or_default())
}

/// The reports and files that are wanted, if any is.
fn reports(
    case: &Case,
    assessment: &Assessment,
    asked: &Asked,
    wanted: &[Wanted],
) -> Result<Option<ReportsShown>, Error> {
    if wanted.is_empty() {
        return Ok(None);
    }
    let language = asked.language;
    let (plan, calendar) = (assessment.plan.as_ref(), assessment.calendar.as_ref());
    let stamp = calendar.map_or(case.assessed_on, |calendar| calendar.as_of);
    let mark = Mark { stamp, reference: asked.reference.as_ref(), language };
    let report =
        |part, format| wanted.contains(&part).then(|| report::situation(case, assessment, format, language));
    let compared =
        |part, format| wanted.contains(&part).then(|| report::comparison(case, assessment, format, language));
    let audited =
        |part, format| wanted.contains(&part).then(|| report::audit(case, assessment, format, language));
    let dated =
        |part, format| wanted.contains(&part).then(|| report::deadlines(case, assessment, format, language));
    let counted =
        |part, format| wanted.contains(&part).then(|| report::interest(case, assessment, format, language));
    let sheet = |part, form| wanted.contains(&part).then(|| csv::interest(&assessment.statements, form));
    let file = |part, write: fn(&Case, &Plan, Form) -> Result<String, Error>, form| {
        let plan = plan.filter(|_| wanted.contains(&part));
        plan.map(|plan| write(case, plan, form)).transpose()
    };
    let instalments = plan.filter(|_| wanted.contains(&Wanted::InstalmentsIcs));
    let instalments = instalments.map(|plan| ics::instalments(case, plan, &mark)).transpose()?;
    let limits = |part, form| {
        let calendar = calendar.filter(|_| wanted.contains(&part));
        calendar.map(|calendar| csv::deadlines(calendar, form, language))
    };
    let ahead = calendar.filter(|_| wanted.contains(&Wanted::DeadlinesIcs));
    let ahead = ahead.map(|calendar| ics::whole(calendar, case, plan, &mark)).transpose()?;
    Ok(Some(ReportsShown {
        text: report(Wanted::ReportText, Format::Text),
        markdown: report(Wanted::ReportMarkdown, Format::Markdown),
        html: report(Wanted::ReportHtml, Format::Html),
        schedule_csv: file(Wanted::ScheduleCsv, csv::schedule, Form::Plain)?,
        schedule_csv_fr: file(Wanted::ScheduleCsvFr, csv::schedule, Form::French)?,
        measures_csv: file(Wanted::MeasuresCsv, csv::measures, Form::Plain)?,
        measures_csv_fr: file(Wanted::MeasuresCsvFr, csv::measures, Form::French)?,
        instalments_ics: instalments.flatten(),
        comparison_text: compared(Wanted::ComparisonText, Format::Text),
        comparison_markdown: compared(Wanted::ComparisonMarkdown, Format::Markdown),
        comparison_html: compared(Wanted::ComparisonHtml, Format::Html),
        interest_text: counted(Wanted::InterestText, Format::Text),
        interest_markdown: counted(Wanted::InterestMarkdown, Format::Markdown),
        interest_html: counted(Wanted::InterestHtml, Format::Html),
        interest_csv: sheet(Wanted::InterestCsv, Form::Plain),
        interest_csv_fr: sheet(Wanted::InterestCsvFr, Form::French),
        audit_text: audited(Wanted::AuditText, Format::Text),
        audit_markdown: audited(Wanted::AuditMarkdown, Format::Markdown),
        audit_html: audited(Wanted::AuditHtml, Format::Html),
        deadlines_text: dated(Wanted::DeadlinesText, Format::Text),
        deadlines_markdown: dated(Wanted::DeadlinesMarkdown, Format::Markdown),
        deadlines_html: dated(Wanted::DeadlinesHtml, Format::Html),
        deadlines_csv: limits(Wanted::DeadlinesCsv, Form::Plain),
        deadlines_csv_fr: limits(Wanted::DeadlinesCsvFr, Form::French),
        deadlines_ics: ahead.flatten(),
    }))
}
