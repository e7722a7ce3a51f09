//! *Décompte*: what is owed of each claim on a day, and how its interest was counted line by line.

use super::Format;
use super::creditors::Creditors;
use super::page::{Cell, Page, Table};
use super::pen::Pen;
use super::situation::View;
use crate::amortization::Imputation;
use crate::fr::case::{Assessment, Case};
use crate::fr::conventions::DayCount;
use crate::fr::debt::treatment::Certainty;
use crate::fr::interest::{InterestClaim, InterestLine, InterestRateKind, Statement};
use crate::language::Language;
use crate::money::Money;
use crate::rounding::{Rounding, round};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use chrono::NaiveDate;

/// Writes the statements of the claims whose interest was counted.
///
/// # Example
/// ```
/// let request = br#"{
///     "schema": "apurement/1", "jurisdiction": "fr", "assessed_on": "2024-07-01",
///     "interest": [{"id": "loan", "principal": [{"amount": "1000.00", "from": "2024-01-01"}],
///                   "rate": {"kind": "legal", "class": "others"}}],
///     "want": ["interest_text"], "language": "en"
/// }"#;
/// let response = String::from_utf8(apurement::evaluate(request)).unwrap();
/// // 1 000.00 x 5.07 % x 182 / 365
/// assert!(response.contains("1,025.28"));
/// ```
#[must_use]
pub fn interest(case: &Case, assessment: &Assessment, format: Format, language: Language) -> String {
    let pen = Pen { language };
    let view = View { case, assessment, pen, creditors: Creditors::of(&case.debts), whole: false };
    let mut page = Page::new();
    page.title(pen.say("Décompte d'intérêts", "Statement of interest"));
    write(&view, &mut page);
    super::law::notices(&view, &mut page);
    super::law::write(&view, &mut page);
    page.write(format, language)
}

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    for statement in &view.assessment.statements {
        let claim = view.case.interest.iter().find(|claim| claim.id == statement.id);
        let shown = Shown { view, pen: view.pen, statement, claim };
        shown.write(page);
    }
}

/// The name of a rate, in French and English.
pub(super) const fn kind(kind: InterestRateKind) -> (&'static str, &'static str) {
    match kind {
        InterestRateKind::Legal => ("taux légal", "legal rate"),
        InterestRateKind::LegalIncreased => ("taux légal majoré", "legal rate, increased"),
        InterestRateKind::Contract => ("taux du contrat", "contract rate"),
        InterestRateKind::Decided => ("taux fixé par décision", "rate set by a decision"),
        InterestRateKind::Plan => ("taux des mesures", "rate of the measures"),
        InterestRateKind::Suspended => ("intérêts arrêtés", "interest stopped"),
        InterestRateKind::Window => ("ramené au taux légal", "reduced to the legal rate"),
        InterestRateKind::None => ("sans intérêts", "no interest"),
    }
}

/// Why a rate applies, in French and English, with its article.
const fn rule(kind: InterestRateKind) -> (&'static str, &'static str, (&'static str, Certainty)) {
    use Certainty::{Certain, Likely, Unsure};
    match kind {
        InterestRateKind::Legal => (
            "Taux légal de chaque année jusqu'en 2014, de chaque semestre depuis, selon la catégorie du créancier",
            "Legal rate of each year until 2014, of each half-year since, by the class of the creditor",
            ("C. mon. fin. L. 313-2, D. 313-1-A", Certain),
        ),
        InterestRateKind::LegalIncreased => (
            "Taux légal majoré de cinq points, ou de ce que le juge en a laissé, passé le délai de deux mois (quatre après une adjudication) depuis que la décision est exécutoire ; les sommes retenues sur la rémunération ne portent plus la majoration",
            "Legal rate increased by five points, or by what the judge left of them, once two months (four after an adjudication) have passed since the decision became enforceable; sums withheld from pay bear the increase no more",
            ("C. mon. fin. L. 313-3 ; CPCE L. 212-13", Certain),
        ),
        InterestRateKind::Contract => {
            ("Taux propre de la créance", "The claim's own rate", ("C. civ. 1343-1 al. 2", Certain))
        }
        InterestRateKind::Decided => (
            "Taux fixé par une décision",
            "Rate set by a decision",
            ("CPCE L. 212-13 ; C. civ. 1343-5", Certain),
        ),
        InterestRateKind::Plan => (
            "Pendant le plan ou les mesures, le taux qu'ils laissent ; s'ils deviennent caducs, la créance porte de nouveau son taux",
            "During the plan or the measures, the rate they leave; if they lapse, the claim bears its own rate again",
            ("C. conso. L. 732-2, L. 733-1, 3°", Likely),
        ),
        InterestRateKind::Suspended => (
            "Ni intérêts ni pénalités de la recevabilité à la mise en œuvre des mesures",
            "Neither interest nor penalties from admissibility until the measures take effect",
            ("C. conso. L. 722-14", Certain),
        ),
        InterestRateKind::Window => (
            "Trois mois après le dépôt sans décision d'orientation, un prêt en cours est ramené au taux légal ; un taux plus bas reste",
            "Three months after the deposit without a decision on the way, a running loan is reduced to the legal rate; a lower rate stays",
            ("C. conso. L. 721-2, R. 724-2", Unsure),
        ),
        InterestRateKind::None => (
            "La créance ne porte pas intérêt",
            "The claim bears no interest",
            ("C. civ. 1343-1 al. 2", Certain),
        ),
    }
}

/// A statement as a report shows it.
struct Shown<'a> {
    view: &'a View<'a>,
    pen: Pen,
    statement: &'a Statement,
    claim: Option<&'a InterestClaim>,
}

impl Shown<'_> {
    fn write(&self, page: &mut Page) {
        let (pen, statement) = (self.pen, self.statement);
        let name = pen.quoted(statement.label.as_ref().unwrap_or(&statement.id).as_str());
        page.section(pen.say(format!("Décompte de la créance {name}"), format!("Statement of claim {name}")));
        let (until, due) = (self.date(statement.until), pen.money(statement.total_due));
        page.lead(pen.say(format!("Dû au {until} : {due}."), format!("Due on {until}: {due}.")));
        let first = self.date(statement.from);
        page.paragraph(pen.say(
            format!("Intérêts comptés du {first} inclus au {until} exclu."),
            format!("Interest counted from {first} (included) to {until} (excluded)."),
        ));
        if let Some(each) = self.next_day() {
            page.paragraph(each);
        }
        page.table(self.dues());
        if !statement.lines.is_empty() {
            page.table(self.lines());
        }
        if !statement.payments.is_empty() {
            page.table(self.payments());
        }
        page.list(self.notes());
    }

    fn date(&self, date: NaiveDate) -> String {
        self.pen.language.date(date)
    }

    /// What one more day adds.
    fn next_day(&self) -> Option<String> {
        let exact = self.statement.next_day_interest?;
        let amount = round(exact, Rounding::HalfUp).ok().filter(|amount| !amount.is_zero())?;
        let (pen, amount) = (self.pen, self.pen.money(amount));
        Some(pen.say(
            format!("Le jour suivant ajoute environ {amount} d'intérêts."),
            format!("The next day adds about {amount} of interest."),
        ))
    }

    /// Principal, costs and interest: all that fell due, paid, left.
    fn dues(&self) -> Table {
        let (pen, statement) = (self.pen, self.statement);
        let mut table = Table::new(pen.say("Ce qui reste dû", "What is left due"))
            .words(pen.say("Élément", "Item"))
            .figures(pen.say("Échu", "Fell due"))
            .figures(pen.say("Payé", "Paid"))
            .figures(pen.say("Reste dû", "Left due"));
        let parts = [
            ("Principal", "Principal", statement.principal),
            ("Frais", "Costs", statement.costs),
            ("Intérêts", "Interest", statement.interest),
        ];
        for (french, english, owed) in parts.into_iter().filter(|(_, _, owed)| !owed.charged.is_zero()) {
            let amounts = [owed.charged, owed.paid, owed.left].map(|amount| pen.money(amount));
            table.row([String::from(pen.say(french, english))].into_iter().chain(amounts));
        }
        let sum = |of: fn(&crate::fr::interest::Owed) -> Money| {
            let amounts = parts.iter().map(|(_, _, owed)| of(owed));
            Money::total(amounts).map_or_else(|_| "–".to_string(), |sum| pen.money(sum))
        };
        let totals = [sum(|owed| owed.charged), sum(|owed| owed.paid), pen.money(statement.total_due)];
        table.total([String::from(pen.say("Total", "Total"))].into_iter().chain(totals));
        table
    }

    fn lines(&self) -> Table {
        let pen = self.pen;
        let mut table = Table::new(pen.say(
            "Intérêts, période par période, premier et dernier jour compris",
            "Interest, period by period, first and last day included",
        ))
        .words(pen.say("Période", "Period"))
        .figures(pen.say("Jours", "Days"))
        .figures(pen.say("Base", "Base"))
        .figures(pen.say("Taux annuel", "Yearly rate"))
        .figures(pen.say("Intérêts", "Interest"));
        let mut days = 0_i64;
        for line in &self.statement.lines {
            days = days.saturating_add(line.days);
            table.row(self.line(line));
        }
        let interest = pen.money(self.statement.interest.charged);
        let none = String::new;
        table.total([String::from(pen.say("Total", "Total")), days.to_string(), none(), none(), interest]);
        table
    }

    fn line(&self, line: &InterestLine) -> [Cell; 5] {
        let pen = self.pen;
        let last = line.to.pred_opt().unwrap_or(line.to);
        let (from, last) = (self.date(line.from), self.date(last));
        let period = pen.say(format!("du {from} au {last}"), format!("{from} to {last}"));
        let (french, english) = kind(line.kind);
        let mut base = Cell::from(pen.money(line.base));
        if !line.withheld.is_zero() {
            let withheld = pen.money(line.withheld);
            base = Cell::noted(
                pen.money(line.base),
                pen.say(
                    format!("dont {withheld} sans majoration"),
                    format!("of which {withheld} without increase"),
                ),
            );
        }
        [
            period.into(),
            line.days.to_string().into(),
            base,
            Cell::noted(pen.percent(line.rate), pen.say(french, english).into()),
            pen.money(line.interest).into(),
        ]
    }

    fn payments(&self) -> Table {
        let pen = self.pen;
        let payments = &self.statement.payments;
        let any = |of: fn(&crate::fr::interest::ImputedPayment) -> Money| {
            payments.iter().any(|payment| !of(payment).is_zero())
        };
        let (costs, overpaid) = (any(|payment| payment.costs), any(|payment| payment.overpaid));
        let mut table = Table::new(pen.say("Paiements et leur imputation", "Payments and what they paid"))
            .words(pen.say("Reçu le", "Received on"))
            .figures(pen.say("Montant", "Amount"));
        if costs {
            table = table.figures(pen.say("Frais", "Costs"));
        }
        table = table.figures(pen.say("Intérêts", "Interest")).figures(pen.say("Principal", "Principal"));
        if overpaid {
            table = table.figures(pen.say("Trop-perçu", "Overpaid"));
        }
        for payment in payments {
            let amounts = [
                Some(payment.amount),
                costs.then_some(payment.costs),
                Some(payment.interest),
                Some(payment.principal),
                overpaid.then_some(payment.overpaid),
            ];
            let amounts = amounts.into_iter().flatten().map(|amount| pen.money_or_dash(amount));
            table.row([self.date(payment.on)].into_iter().chain(amounts));
        }
        table
    }

    /// How it was counted: imputation, capitalisation, rates, day count.
    fn notes(&self) -> Vec<String> {
        let (pen, statement) = (self.pen, self.statement);
        let mut notes: Vec<String> = Vec::new();
        let mut say = |text: &str, source| notes.push(self.view.sourced(text, source));
        for capitalised in &statement.capitalised {
            let (on, amount) = (self.date(capitalised.on), pen.money(capitalised.amount));
            say(
                &pen.say(
                    format!("Le {on}, {amount} d'intérêts dus pour une année entière produisent eux-mêmes intérêt, comme le contrat ou le jugement le prévoit"),
                    format!("On {on}, {amount} of interest due for a whole year begin to bear interest, as the contract or the judgment says"),
                ),
                ("C. civ. 1343-2", Certainty::Likely),
            );
        }
        let mut kinds: Vec<InterestRateKind> = statement.lines.iter().map(|line| line.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        for (french, english, source) in kinds.into_iter().map(rule) {
            say(pen.say(french, english), source);
        }
        if !statement.payments.is_empty() {
            let (french, english, source) = self.imputation();
            say(pen.say(french, english), source);
        }
        if let Some(overpaid) = statement.overpaid().ok().filter(|overpaid| !overpaid.is_zero()) {
            let amount = pen.money(overpaid);
            notes.push(pen.say(
                format!("Trop-perçu : {amount} de plus que ce qui était dû le jour du paiement."),
                format!("Overpaid: {amount} more than was due on the day of the payment."),
            ));
        }
        if self.claim.is_some_and(|claim| claim.compounding.is_none()) {
            let simple = pen.say(
                "Les intérêts ne produisent pas intérêt : ni contrat ni jugement ne le prévoit",
                "Interest bears no interest: neither contract nor judgment says so",
            );
            notes.push(self.view.sourced(simple, ("C. civ. 1343-2", Certainty::Certain)));
        }
        notes.push(String::from(match statement.day_count {
            DayCount::Exact365 => pen.say(
                "Convention : chaque jour compte pour 1/365 d'année, années bissextiles comprises ; aucun texte lu ne le fixe.",
                "Convention: each day is 1/365 of a year, leap years included; no text read fixes it.",
            ),
            DayCount::Actual366 => pen.say(
                "Convention : chaque jour compte pour 1/365 d'année, 1/366 dans une année bissextile ; aucun texte lu ne le fixe.",
                "Convention: each day is 1/365 of a year, 1/366 in a leap year; no text read fixes it.",
            ),
        }));
        notes.push(String::from(pen.say(
            "Les intérêts sont comptés exactement et arrondis une fois, au centime le plus proche ; les lignes se partagent ce total.",
            "Interest is counted exactly and rounded once, to the nearest cent; the lines share that total.",
        )));
        notes
    }

    fn imputation(&self) -> (&'static str, &'static str, (&'static str, Certainty)) {
        let costs = !self.statement.costs.charged.is_zero();
        match self.statement.imputation {
            Imputation::InterestFirst if !costs => (
                "Un paiement règle d'abord les intérêts, puis le principal le plus ancien",
                "A payment pays interest first, then the oldest principal",
                ("C. civ. 1343-1", Certainty::Certain),
            ),
            Imputation::PrincipalFirst if !costs => (
                "Par décision, un paiement règle d'abord le principal le plus ancien, puis les intérêts",
                "By decision, a payment pays the oldest principal first, then interest",
                ("CPCE L. 212-13 ; C. civ. 1343-5 ; C. conso. L. 733-1, 2°", Certainty::Certain),
            ),
            Imputation::InterestFirst => (
                "Un paiement règle d'abord les frais, puis les intérêts, puis le principal le plus ancien",
                "A payment pays costs first, then interest, then the oldest principal",
                ("C. civ. 1343-1", Certainty::Likely),
            ),
            Imputation::PrincipalFirst => (
                "Par décision, un paiement règle d'abord le principal le plus ancien, puis les intérêts, puis les frais",
                "By decision, a payment pays the oldest principal first, then interest, then costs",
                ("CPCE L. 212-13 ; C. civ. 1343-5 ; C. conso. L. 733-1, 2°", Certainty::Likely),
            ),
        }
    }
}
