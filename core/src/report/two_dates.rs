//! The capacity at two dates, such as that of the commission and that of the hearing: the judge takes the means as they
//! are on the day of the ruling.

use super::Format;
use super::law::versions;
use super::page::{Page, Table};
use super::pen::Pen;
use crate::error::Result;
use crate::fr::capacity::Capacity;
use crate::fr::case::{Assessment, Case};
use crate::language::Language;
use crate::money::Money;
use crate::vocabulary::Vocabulary;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// A case as it stood on a day, with the name under which it is shown.
#[derive(Debug, Clone, Copy)]
pub struct Appraisal<'a> {
    /// Its name, free text: the commission, the hearing.
    pub name: &'a str,
    /// The facts of that day.
    pub case: &'a Case,
    /// What was computed from them; with the explanation, the change of the law is told too.
    pub assessment: &'a Assessment,
}

/// Writes the capacities of a case at two dates side by side, their differences, and what changed between them.
///
/// # Example
/// ```
/// use apurement::{day, fr::{case::*, household::*, budget::*, Territory}, report::{self, Appraisal, Format}};
/// use apurement::{Language, LawBook};
/// let at = |year: i32, wage: &str| Case {
///     household: Some(Household {
///         applicants: vec![Applicant { id: "applicant".into() }],
///         ..Household::default()
///     }),
///     resources: vec![Resource::new(ResourceKind::Wage, wage.parse().unwrap())],
///     ..Case::new(day(year, 5, 15), Territory::Metropole)
/// };
/// let (commission, hearing) = (at(2025, "1600.00"), at(2026, "1650.00"));
/// let worked = |case: &Case| assess(LawBook::builtin(), case, Parts::all_of(case)).unwrap();
/// let (before, after) = (worked(&commission), worked(&hearing));
/// let text = report::capacities(
///     Appraisal { name: "Commission", case: &commission, assessment: &before },
///     Appraisal { name: "Hearing", case: &hearing, assessment: &after },
///     Format::Markdown,
///     Language::English,
/// );
/// assert!(text.contains("| Resources | €1,600.00 | €1,650.00 |"));
/// ```
#[must_use]
pub fn capacities(before: Appraisal<'_>, after: Appraisal<'_>, format: Format, language: Language) -> String {
    let pen = Pen { language };
    let mut page = Page::new();
    page.title(pen.say("Capacité à deux dates", "Capacity at two dates"));
    match (&before.assessment.capacity, &after.assessment.capacity) {
        (Some(was), Some(is)) => {
            let [first, then] = [was, is].map(|capacity| pen.money(capacity.left_to_live));
            page.lead(pen.say(
                format!("Reste à vivre : {first}, puis {then} par mois."),
                format!("Left to live on: {first}, then {then} a month."),
            ));
            page.section(pen.say("En chiffres", "In figures"));
            page.table(figures(pen, before, was, after, is));
            page.section(pen.say("Ce qui a changé", "What changed"));
            changes(pen, before, after, &mut page);
        }
        _ => {
            page.paragraph(pen.say(
                "La capacité n'est pas connue aux deux dates.",
                "The capacity is not known at both dates.",
            ));
        }
    }
    page.write(format, language)
}

fn head(pen: Pen, at: Appraisal<'_>) -> String {
    let day = pen.language.date(at.case.assessed_on);
    pen.say(format!("{}, au {day}", at.name), format!("{}, on {day}", at.name))
}

/// A figure of a capacity.
type Figure = fn(&Capacity) -> Money;

fn figures(pen: Pen, before: Appraisal<'_>, was: &Capacity, after: Appraisal<'_>, is: &Capacity) -> Table {
    let caption = pen.say("Capacité aux deux dates, par mois", "Capacity at the two dates, a month");
    let mut table = Table::new(caption)
        .words(pen.say("Élément", "Item"))
        .figures(head(pen, before))
        .figures(head(pen, after))
        .figures(pen.say("Différence", "Difference"));
    let retained = |capacity: &Capacity| {
        if capacity.decided.is_some() {
            pen.say("retenue par décision", "by decision")
        } else {
            pen.say("maximum", "maximum")
        }
    };
    let paid = format!(
        "{} ({})",
        pen.say("Mensualité", "Instalment"),
        if retained(was) == retained(is) {
            String::from(retained(is))
        } else {
            [retained(was), retained(is)].join(pen.say(", puis ", ", then "))
        }
    );
    let rows: [(&str, Figure); 9] = [
        (pen.say("Ressources", "Resources"), |c| c.resources),
        (pen.say("Charges", "Expenses"), |c| c.expenses),
        (pen.say("RSA du foyer", "RSA of the household"), |c| c.household_rsa),
        (pen.say("Ressources − charges", "Resources − expenses"), |c| c.budget_ceiling),
        (pen.say("Barème des saisies", "Garnishment scale"), |c| c.scale_ceiling),
        (pen.say("Ressources − RSA du foyer", "Resources − household RSA"), |c| c.rsa_ceiling),
        (pen.say("Maximum légal", "Legal maximum"), |c| c.legal_maximum),
        (&paid, |c| c.retained),
        (pen.say("Reste à vivre", "Left to live on"), |c| c.left_to_live),
    ];
    for (name, of) in rows {
        let (was, is) = (of(was), of(is));
        table.row([String::from(name), pen.money(was), pen.money(is), difference(pen, was, is)]);
    }
    table
}

/// With its sign; a dash for none.
fn difference(pen: Pen, was: Money, is: Money) -> String {
    let gap: Result<Money> = is.minus(was);
    gap.map_or_else(
        |_| String::new(),
        |gap| match gap.is_negative() || gap.is_zero() {
            true => pen.money_or_dash(gap),
            false => ["+", &pen.money(gap)].concat(),
        },
    )
}

/// Sums by kind, so that lines may be split or named otherwise from one day to the other.
type Sums = BTreeMap<&'static str, Money>;

fn add(sums: &mut Sums, word: &'static str, amount: Money) {
    let sum = sums.entry(word).or_insert(Money::ZERO);
    *sum = sum.plus(amount).unwrap_or(*sum);
}

fn resources(at: Appraisal<'_>) -> Sums {
    let mut sums = Sums::new();
    for resource in &at.case.resources {
        add(&mut sums, resource.kind.word(), resource.amount);
    }
    sums
}

fn expenses(at: Appraisal<'_>) -> Sums {
    let mut sums = Sums::new();
    for line in at.assessment.budget.iter().flat_map(|budget| &budget.lines) {
        add(&mut sums, line.kind.word(), line.counted);
    }
    sums
}

fn changes(pen: Pen, before: Appraisal<'_>, after: Appraisal<'_>, page: &mut Page) {
    let mut lines = Vec::new();
    for of in [resources, expenses] {
        let (was, is) = (of(before), of(after));
        let words: Vec<&'static str> =
            was.keys().chain(is.keys().filter(|word| !was.contains_key(*word))).copied().collect();
        lines.extend(words.into_iter().filter_map(|word| {
            let [was, is] = [&was, &is].map(|sums| sums.get(word).copied().unwrap_or(Money::ZERO));
            (was != is).then(|| then(pen, &pen.head(word), &pen.money(was), &pen.money(is)))
        }));
    }
    let dependants = |at: Appraisal<'_>| {
        at.assessment.household.as_ref().map(|counted| format!("{}", counted.composition.scale_dependants))
    };
    if let (Some(was), Some(is)) = (dependants(before), dependants(after))
        && was != is
    {
        lines.push(then(pen, pen.say("Personnes à charge (barème)", "Dependants (scale)"), &was, &is));
    }
    let (was, is) = (versions(before.assessment), versions(after.assessment));
    for version in &is {
        let same_title = was.iter().find(|known| known.titles == version.titles);
        if let Some(known) = same_title.filter(|known| known.from != version.from) {
            let [french, english] = version.titles;
            let [was, is] = [known.from, version.from].map(|day| {
                let day = pen.language.date(day);
                pen.say(format!("valeur du {day}"), format!("value of {day}"))
            });
            lines.push(then(pen, pen.say(french, english), &was, &is));
        }
    }
    if lines.is_empty() {
        page.paragraph(pen.say("Rien de ce qui compte n'a changé.", "Nothing that counts changed."));
    }
    page.list(lines);
}

fn then(pen: Pen, name: &str, was: &str, is: &str) -> String {
    let (colon, next) = (pen.say("\u{a0}: ", ": "), pen.say(", puis ", ", then "));
    [name, colon, was, next, is, "."].concat()
}
