//! `apurement scale`: the scale amount and the seizable amount of a monthly income.

use crate::book::{self, Law};
use crate::dialect::{SHEET, SheetArguments};
use crate::failure::Failure;
use crate::sheet::{self, Columns, Fault, Row};
use crate::text::{Figures, day, euros, say};
use apurement::dated::{Source, parse_day};
use apurement::fr::law::FloorHousehold;
use apurement::fr::{self, Dependants, Territory};
use apurement::{Error, ErrorCode, Language, LawBook, Money};
use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;
use std::io::{self, Write};
use std::process::ExitCode;

/// What the garnishment scale gives on a monthly income, and what may really be seized of it.
///
/// The scale amount is what the scale gives (quotité saisissable selon le barème, C. trav. R. 3252-2 and R. 3252-3); the
/// seizable amount is the same, reduced so that the RSA of one person stays (C. trav. L. 3252-3). Over-indebtedness takes
/// the first one, on all the resources of the household (C. conso. L. 731-1). From June 2009 to May 2012 the RSA that had
/// to stay was the one of the whole household: say --adults and --children. Scales are known from 2009 on.
#[derive(Debug, Args)]
#[command(after_help = HELP)]
pub(crate) struct Arguments {
    /// Net income of the month, in euros
    #[arg(long, value_name = "EUROS", value_parser = Money::parse, required_unless_present_any = SHEET, conflicts_with_all = SHEET)]
    income: Option<Money>,
    /// Dependants, by halves (C. trav. R. 3252-3)
    #[arg(long, value_name = "NUMBER", value_parser = Dependants::parse, default_value = "0", conflicts_with_all = SHEET)]
    dependants: Dependants,
    /// Day whose law applies
    #[arg(long, value_name = "DAY", value_parser = parse_day, required_unless_present_any = SHEET, conflicts_with_all = SHEET)]
    on: Option<NaiveDate>,
    /// Where the debtor lives: the RSA depends on it
    #[arg(long, value_name = "TERRITORY", value_parser = book::territory(), default_value = "metropole", conflicts_with_all = SHEET)]
    territory: Territory,
    /// Adults of the household (1 or 2), needed from June 2009 to May 2012 only
    #[arg(long, value_name = "NUMBER", requires = "children", conflicts_with_all = SHEET)]
    adults: Option<u32>,
    /// Children of the household, needed from June 2009 to May 2012 only
    #[arg(long, value_name = "NUMBER", requires = "adults", conflicts_with_all = SHEET)]
    children: Option<u32>,
    /// Answer in JSON
    #[arg(long, conflicts_with_all = SHEET)]
    json: bool,
    #[command(flatten)]
    sheet: SheetArguments,
    #[command(flatten)]
    law: Law,
}

const HELP: &str = "Sheets: columns date,income,dependants and, if need be, territory,adults,children in any order; scale_amount, seizable \
and error are added. An empty territory is the metropole. Where the scale amount is known and the seizable amount is not, \
the first is given beside the error.

Examples:
  apurement scale --income 1500 --dependants 1.5 --on 2026-05-15
  apurement scale --csv < pays.csv > amounts.csv";

pub(crate) fn run(arguments: &Arguments, language: Language) -> Result<ExitCode, Failure> {
    let book = arguments.law.book(language)?;
    if let Some(dialect) = arguments.sheet.dialect() {
        return sheet::run(dialect, &COLUMNS, language, |row, results| compute_row(&book, row, results));
    }
    let (Some(income), Some(on)) = (arguments.income, arguments.on) else { return Ok(ExitCode::from(2)) };
    let case = Case {
        income,
        dependants: arguments.dependants,
        on,
        territory: arguments.territory,
        household: arguments.adults.zip(arguments.children),
    };
    let answer = case.answer(&book).map_err(|error| Failure::refused(&error, language))?;
    let mut output = io::stdout().lock();
    if arguments.json {
        writeln!(
            output,
            "{}",
            serde_json::to_string(&answer.json(&case, language)).map_err(io::Error::from)?
        )?;
    } else {
        output.write_all(answer.text(&case, language).as_bytes())?;
    }
    Ok(ExitCode::SUCCESS)
}

const COLUMNS: Columns<2> = Columns {
    required: &["date", "income", "dependants"],
    optional: &["territory", "adults", "children"],
    results: ["scale_amount", "seizable"],
};
const DATE: usize = 0;
const INCOME: usize = 1;
const DEPENDANTS: usize = 2;
const TERRITORY: usize = 3;
const ADULTS: usize = 4;
const CHILDREN: usize = 5;

fn compute_row(book: &LawBook, row: &Row<'_>, results: &mut [Option<Money>; 2]) -> Result<(), Fault> {
    let case = Case {
        on: row.day(DATE)?,
        income: row.amount(INCOME)?,
        dependants: row.dependants(DEPENDANTS)?,
        territory: row.word(TERRITORY)?,
        household: row.household(ADULTS, CHILDREN)?,
    };
    let [scale_amount, seizable] = results;
    *scale_amount = Some(fr::scale_amount(book, case.income, case.dependants, case.on)?);
    *seizable = Some(case.seizable(book)?);
    Ok(())
}

/// One income, on one day.
struct Case {
    income: Money,
    dependants: Dependants,
    on: NaiveDate,
    territory: Territory,
    /// Adults and children.
    household: Option<(u32, u32)>,
}

/// What the law answers.
struct Answer {
    scale: UsedScale,
    scale_amount: Money,
    /// The RSA that stays and what may be seized, or why the law does not say.
    seizable: Result<(Money, Money), Error>,
}

struct UsedScale {
    from: NaiveDate,
    source: Source,
    unverified: bool,
}

impl Case {
    fn seizable(&self, book: &LawBook) -> apurement::Result<Money> {
        let seizable = fr::seizable(book, self.income, self.dependants, self.territory, self.on);
        match (&seizable, self.household) {
            (Err(error), Some((adults, children))) if error.code() == ErrorCode::LawHouseholdNeeded => {
                let Case { income, dependants, territory, on, .. } = *self;
                fr::seizable_in_household(book, income, dependants, territory, on, adults, children)
            }
            _ => seizable,
        }
    }

    /// The RSA that stays, where the seizable amount is known.
    fn floor(&self, book: &LawBook) -> apurement::Result<Money> {
        match (book.garnishment_floor(self.on)?.value, self.household) {
            (FloorHousehold::Household, Some((adults, children))) => {
                fr::floor(book, adults, children, self.territory, self.on)
            }
            _ => Ok(*book.rsa(self.territory, self.on)?.value),
        }
    }

    fn answer(&self, book: &LawBook) -> apurement::Result<Answer> {
        let scale_amount = fr::scale_amount(book, self.income, self.dependants, self.on)?;
        let found = book.scale(self.on)?;
        let entries = book.table(found.info.id)?.entries;
        let source = entries.into_iter().find(|entry| entry.from == found.from).map(|entry| entry.source);
        let scale =
            UsedScale { from: found.from, source: source.unwrap_or_default(), unverified: found.unverified };
        let seizable = self.seizable(book).and_then(|seizable| Ok((self.floor(book)?, seizable)));
        Ok(Answer { scale, scale_amount, seizable })
    }
}

impl Answer {
    fn text(&self, case: &Case, language: Language) -> String {
        let amount = |amount: Money| euros(amount, language);
        let mut figures = Figures::default();
        figures
            .add(say(language, "Revenu net du mois", "Net income of the month"), amount(case.income))
            .add(say(language, "Personnes à charge", "Dependants"), self.dependants(case, language))
            .add(say(language, "Quotité du barème", "Scale amount"), amount(self.scale_amount));
        let mut note = String::new();
        match &self.seizable {
            Ok((floor, seizable)) => {
                let left = case.income.minus(*seizable).unwrap_or_default();
                figures
                    .add(say(language, "RSA à laisser", "RSA that must stay"), amount(*floor))
                    .add(say(language, "Montant saisissable", "Seizable amount"), amount(*seizable))
                    .add(say(language, "Reste au débiteur", "Left to the debtor"), amount(left));
            }
            Err(error) => {
                figures.add(say(language, "Montant saisissable", "Seizable amount"), "—");
                note = format!("{} [{}]\n", error.message(language), error.code().name());
            }
        }
        if self.scale.unverified {
            let unverified = "Ce barème n'est plus vérifié à cette date : un texte plus récent peut exister.";
            let english = "This scale is not verified at that date any more: a newer text may exist.";
            note.push_str(say(language, unverified, english));
            note.push('\n');
        }
        format!(
            "{}\n\n{figures}{}{note}",
            self.heading(case, language),
            if note.is_empty() { "" } else { "\n" }
        )
    }

    fn dependants(&self, case: &Case, language: Language) -> String {
        let count = case.dependants.to_string();
        if language == Language::English { count } else { count.replace('.', ",") }
    }

    /// The scale, its first day and the text that fixes it.
    fn heading(&self, case: &Case, language: Language) -> String {
        let title = say(language, "Barème des saisies et cessions, au", "Garnishment scale, on");
        let since = say(language, "Applicable depuis le", "In force from");
        let (on, from) = (day(case.on, language), day(self.scale.from, language));
        let colon = say(language, " :", ":");
        format!("{title} {on}\n{since} {from}{colon} {}", cited(&self.scale.source, language))
    }

    fn json<'a>(&'a self, case: &Case, language: Language) -> Json<'a> {
        let known = self.seizable.as_ref().ok();
        Json {
            on: case.on.to_string(),
            territory: case.territory,
            income: case.income,
            dependants: case.dependants,
            scale: JsonScale {
                from: self.scale.from.to_string(),
                source: cited(&self.scale.source, language),
                unverified: self.scale.unverified,
            },
            scale_amount: self.scale_amount,
            floor: known.map(|(floor, _)| *floor),
            seizable: known.map(|(_, seizable)| *seizable),
            left_to_debtor: known.and_then(|(_, seizable)| case.income.minus(*seizable).ok()),
            error: self
                .seizable
                .as_ref()
                .err()
                .map(|error| JsonError { name: error.code().name(), message: error.message(language) }),
        }
    }
}

/// A text as one cites it: nature, number, day of signature and article.
pub(crate) fn cited(source: &Source, language: Language) -> String {
    let mut parts = vec![source.nature.to_string()];
    parts.extend(source.number.as_ref().map(|number| format!("n° {number}")));
    parts.extend(
        source.signed_on.map(|signed| format!("{} {}", say(language, "du", "of"), day(signed, language))),
    );
    let text = parts.join(" ");
    match (&source.article, &source.identifier) {
        (Some(article), _) => format!("{text}, {article}"),
        (None, Some(identifier)) => format!("{text}, {identifier}"),
        (None, None) => text,
    }
}

#[derive(Serialize)]
struct Json<'a> {
    on: String,
    territory: Territory,
    income: Money,
    dependants: Dependants,
    scale: JsonScale,
    scale_amount: Money,
    floor: Option<Money>,
    seizable: Option<Money>,
    left_to_debtor: Option<Money>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<JsonError<'a>>,
}

#[derive(Serialize)]
struct JsonScale {
    from: String,
    source: String,
    unverified: bool,
}

#[derive(Serialize)]
struct JsonError<'a> {
    name: &'a str,
    message: String,
}
