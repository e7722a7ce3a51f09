//! `apurement garnish`: what a payroll withholds in a month, and who gets it.

use crate::book::{self, Law};
use crate::dialect::{SHEET, SheetArguments};
use crate::explanation::{Explained, told, tree};
use crate::failure::Failure;
use crate::sheet::{self, Columns, Fault, Row};
use crate::text::{Figures, day, euros, say};
use apurement::advisory::Advisory;
use apurement::dated::parse_day;
use apurement::explain::{NoTrace, Recorder, Trace};
use apurement::fr::garnishment::{Claim, ClaimKind, Garnished, Garnishment, Payer, PayerKind, Served};
use apurement::fr::law::FloorHousehold;
use apurement::fr::{self, Dependants, Territory};
use apurement::{Language, LawBook, Money};
use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;
use std::io::{self, Write};
use std::process::ExitCode;

/// What a payroll withholds in a month from one pay, and who gets it.
///
/// In this order: maintenance by direct payment, down to the RSA of one person (C. trav. L. 3252-5; CPCE L. 213-1 to
/// L. 213-4); an administrative seizure under the Treasury's privilege, which suspends the others (CPCE R. 212-1-33); then
/// one ordinary creditor (CPCE L. 212-2). The last two reach the seizable amount only (C. trav. L. 3252-2, L. 3252-3).
/// Several creditors of a kind, arrears, several payers: write a case and use `apurement evaluate`.
#[derive(Debug, Args)]
#[command(after_help = HELP)]
pub(crate) struct Arguments {
    /// Net garnishable pay of the month, in euros, after contributions and withholding tax (C. trav. L. 3252-3)
    #[arg(long, value_name = "EUROS", value_parser = Money::parse, required_unless_present_any = SHEET, conflicts_with_all = SHEET)]
    net: Option<Money>,
    /// Dependants, by halves (C. trav. R. 3252-3)
    #[arg(long, value_name = "NUMBER", value_parser = Dependants::parse, default_value = "0", conflicts_with_all = SHEET)]
    dependants: Dependants,
    /// Day whose law applies
    #[arg(long, value_name = "DAY", value_parser = parse_day, required_unless_present_any = SHEET, conflicts_with_all = SHEET)]
    on: Option<NaiveDate>,
    /// Where the debtor lives: the RSA depends on it
    #[arg(long, value_name = "TERRITORY", value_parser = book::territory(), default_value = "metropole", conflicts_with_all = SHEET)]
    territory: Territory,
    /// Maintenance due this month, in euros: the current term and the fraction of the arrears
    #[arg(long, value_name = "EUROS", value_parser = Money::parse, default_value = "0", conflicts_with_all = SHEET)]
    maintenance: Money,
    /// What remains due of an administrative seizure under the Treasury's privilege, in euros
    #[arg(long, value_name = "EUROS", value_parser = Money::parse, default_value = "0", conflicts_with_all = SHEET)]
    privileged: Money,
    /// What remains due to the ordinary creditor, in euros
    #[arg(long, value_name = "EUROS", value_parser = Money::parse, default_value = "0", conflicts_with_all = SHEET)]
    ordinary: Money,
    /// Adults of the household (1 or 2), needed from June 2009 to May 2012 only
    #[arg(long, value_name = "NUMBER", requires = "children", conflicts_with_all = SHEET)]
    adults: Option<u32>,
    /// Children of the household, needed from June 2009 to May 2012 only
    #[arg(long, value_name = "NUMBER", requires = "adults", conflicts_with_all = SHEET)]
    children: Option<u32>,
    /// Print the method of calculation, as the seizure record must state it (CPCE R. 212-1-12, 3°)
    #[arg(long, conflicts_with_all = SHEET)]
    explain: bool,
    /// Answer in JSON
    #[arg(long, conflicts_with_all = SHEET)]
    json: bool,
    #[command(flatten)]
    sheet: SheetArguments,
    #[command(flatten)]
    law: Law,
}

const HELP: &str = "Sheets: columns date,net,dependants,maintenance,privileged,ordinary and, if need be, territory,adults,children in any \
order; scale_amount, seizable, maintenance_paid, privileged_paid, ordinary_paid, left_to_debtor and error are added. An \
empty claim is none, an empty territory is the metropole.

Examples:
  apurement garnish --net 1500 --on 2026-02-28 --maintenance 100 --privileged 150 --ordinary 300
  apurement garnish --fr-csv < paies.csv > retenues.csv";

const COLUMNS: Columns<6> = Columns {
    required: &["date", "net", "dependants", "maintenance", "privileged", "ordinary"],
    optional: &["territory", "adults", "children"],
    results: [
        "scale_amount",
        "seizable",
        "maintenance_paid",
        "privileged_paid",
        "ordinary_paid",
        "left_to_debtor",
    ],
};
const DATE: usize = 0;
const NET: usize = 1;
const DEPENDANTS: usize = 2;
const MAINTENANCE: usize = 3;
const PRIVILEGED: usize = 4;
const ORDINARY: usize = 5;
const TERRITORY: usize = 6;
const ADULTS: usize = 7;
const CHILDREN: usize = 8;

pub(crate) fn run(arguments: &Arguments, language: Language) -> Result<ExitCode, Failure> {
    let book = arguments.law.book(language)?;
    if let Some(dialect) = arguments.sheet.dialect() {
        return sheet::run(dialect, &COLUMNS, language, |row, results| compute_row(&book, row, results));
    }
    let (Some(net), Some(on)) = (arguments.net, arguments.on) else { return Ok(ExitCode::from(2)) };
    let case = Case {
        on,
        net,
        dependants: arguments.dependants,
        maintenance: arguments.maintenance,
        privileged: arguments.privileged,
        ordinary: arguments.ordinary,
        territory: arguments.territory,
        household: arguments.adults.zip(arguments.children),
    };
    let mut advisories = Vec::new();
    let mut recorder = Recorder::new();
    let month = case.serve(&book, &mut advisories, &mut recorder);
    let month = month.map_err(|error| Failure::refused(&error, language))?;
    let steps = if arguments.explain { told(&recorder.into_steps(), language) } else { Vec::new() };
    let mut output = io::stdout().lock();
    if arguments.json {
        let answer = Answer::new(&case, &month, &advisories, steps, language);
        writeln!(output, "{}", serde_json::to_string(&answer).map_err(io::Error::from)?)?;
    } else {
        output.write_all(text(&case, &month, &advisories, &steps, language).as_bytes())?;
    }
    Ok(ExitCode::SUCCESS)
}

fn compute_row(book: &LawBook, row: &Row<'_>, results: &mut [Option<Money>; 6]) -> Result<(), Fault> {
    let claim = |column| row.optional_amount(column).map(Option::unwrap_or_default);
    let case = Case {
        on: row.day(DATE)?,
        net: row.amount(NET)?,
        dependants: row.dependants(DEPENDANTS)?,
        maintenance: claim(MAINTENANCE)?,
        privileged: claim(PRIVILEGED)?,
        ordinary: claim(ORDINARY)?,
        territory: row.word(TERRITORY)?,
        household: row.household(ADULTS, CHILDREN)?,
    };
    results[0] = Some(fr::scale_amount(book, case.net, case.dependants, case.on)?);
    let month = case.serve(book, &mut Vec::new(), &mut NoTrace)?;
    let paid =
        |kind| month.claims.iter().find(|claim| claim.kind == kind).map_or(Money::ZERO, |claim| claim.paid);
    *results = [
        month.scale_amount,
        month.seizable,
        paid(ClaimKind::Maintenance),
        paid(ClaimKind::PrivilegedAdministrativeSeizure),
        paid(ClaimKind::Garnishment),
        month.left_to_debtor,
    ]
    .map(Some);
    Ok(())
}

/// One pay and the claims on it.
struct Case {
    on: NaiveDate,
    net: Money,
    dependants: Dependants,
    maintenance: Money,
    privileged: Money,
    ordinary: Money,
    territory: Territory,
    /// Adults and children.
    household: Option<(u32, u32)>,
}

impl Case {
    fn serve(
        &self,
        book: &LawBook,
        advisories: &mut Vec<Advisory>,
        trace: &mut impl Trace,
    ) -> apurement::Result<Garnished> {
        let privileged =
            Claim::new("privileged", ClaimKind::PrivilegedAdministrativeSeizure, self.privileged);
        let claims = [
            (self.maintenance, Claim::maintenance("maintenance", self.maintenance)),
            (self.privileged, privileged),
            (self.ordinary, Claim::new("ordinary", ClaimKind::Garnishment, self.ordinary)),
        ];
        let facts = Garnishment {
            dependants: Some(self.dependants),
            payers: vec![Payer::net("payer", PayerKind::Wage, self.net)],
            claims: claims
                .into_iter()
                .filter(|(amount, _)| !amount.is_zero())
                .map(|(_, claim)| claim)
                .collect(),
            bank_account: None,
        };
        let household = self.coefficient(book)?;
        fr::garnish(book, &facts, self.dependants, self.territory, self.on, household, advisories, trace)
    }

    /// The coefficient of the household in two-hundredths (CASF R. 262-1), where it is known and the law asks for it.
    fn coefficient(&self, book: &LawBook) -> apurement::Result<Option<u32>> {
        let asked = *book.garnishment_floor(self.on)?.value == FloorHousehold::Household;
        let Some((adults, children)) = self.household.filter(|_| asked) else { return Ok(None) };
        fr::household::rsa_200ths(book, adults, children, self.territory, self.on).map(Some)
    }
}

fn text(
    case: &Case,
    month: &Garnished,
    advisories: &[Advisory],
    steps: &[Explained],
    language: Language,
) -> String {
    let mut figures = Figures::default();
    figures
        .add(say(language, "Salaire net saisissable", "Net garnishable pay"), euros(month.net, language))
        .add(say(language, "Quotité du barème", "Scale amount"), euros(month.scale_amount, language))
        .add(say(language, "RSA à laisser", "RSA that must stay"), euros(month.floor, language))
        .add(say(language, "Montant saisissable", "Seizable amount"), euros(month.seizable, language));
    for claim in &month.claims {
        figures.add(&claimed(claim, language), euros(claim.paid, language));
    }
    figures
        .add(say(language, "Total retenu", "Withheld in all"), euros(month.withheld, language))
        .add(say(language, "Reste au débiteur", "Left to the debtor"), euros(month.left_to_debtor, language));
    let title = say(language, "Retenue du mois, au", "What is withheld this month, on");
    let mut text = format!("{title} {}\n\n{figures}", day(case.on, language));
    for advisory in advisories {
        text.push_str(&format!("\n{}\n", advisory.message(language)));
    }
    if !steps.is_empty() {
        text.push_str(&format!("\n{}\n", say(language, "Mode de calcul", "Method of calculation")));
        text.push_str(&tree(steps));
    }
    text
}

/// Who is paid, with what was asked where that is more.
fn claimed(claim: &Served, language: Language) -> String {
    let who = match claim.kind {
        ClaimKind::Maintenance => say(language, "Payé : pension alimentaire", "Paid: maintenance"),
        ClaimKind::PrivilegedAdministrativeSeizure => say(
            language,
            "Payé : saisie administrative privilégiée",
            "Paid: privileged administrative seizure",
        ),
        _ => say(language, "Payé : créancier saisissant", "Paid: ordinary creditor"),
    };
    if claim.left.is_zero() {
        return who.to_owned();
    }
    format!("{who} ({} {})", say(language, "sur", "of"), euros(claim.due, language))
}

/// The answer as JSON writes it.
#[derive(Serialize)]
struct Answer<'a> {
    on: String,
    territory: Territory,
    net: Money,
    dependants: Dependants,
    scale_amount: Money,
    floor: Money,
    seizable: Money,
    claims: &'a [Served],
    withheld: Money,
    left_to_debtor: Money,
    advisories: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    explanation: Vec<Explained>,
}

impl<'a> Answer<'a> {
    fn new(
        case: &Case,
        month: &'a Garnished,
        advisories: &[Advisory],
        explanation: Vec<Explained>,
        language: Language,
    ) -> Self {
        Answer {
            on: case.on.to_string(),
            territory: case.territory,
            net: month.net,
            dependants: month.dependants,
            scale_amount: month.scale_amount,
            floor: month.floor,
            seizable: month.seizable,
            claims: &month.claims,
            withheld: month.withheld,
            left_to_debtor: month.left_to_debtor,
            advisories: advisories.iter().map(|advisory| advisory.message(language)).collect(),
            explanation,
        }
    }
}
