//! The capacity at two dates: the figures of both, their differences, and what changed between them.

mod common;

use apurement::fr::Territory;
use apurement::fr::budget::{Expense, Resource, ResourceKind};
use apurement::fr::case::{Assessment, Case, Parts, assess};
use apurement::fr::decision::Decisions;
use apurement::fr::household::{Applicant, Child, Custody, Household};
use apurement::fr::law::ExpenseKind;
use apurement::report::{Appraisal, Format, capacities};
use apurement::vocabulary::Id;
use apurement::{Language, LawBook, Money};
use common::{day, in_words, page::Page};

fn money(text: &str) -> Money {
    text.parse().expect("an amount")
}

/// The commission's day: a wage of 1 800.00 and a rent of 700.00.
fn commission() -> Case {
    Case {
        household: Some(Household {
            applicants: vec![Applicant { id: Id::from("a") }],
            ..Household::default()
        }),
        resources: vec![Resource::new(ResourceKind::Wage, money("1800.00"))],
        expenses: vec![Expense::new(ExpenseKind::Rent, money("700.00"))],
        ..Case::new(day(2025, 11, 3), Territory::Metropole)
    }
}

/// The hearing's: a child came, the wage fell, an allowance and another expense came with it.
fn hearing() -> Case {
    let mut case = commission();
    case.assessed_on = day(2026, 5, 15);
    case.resources[0].amount = money("1620.50");
    case.resources.push(Resource::new(ResourceKind::FamilyBenefits, money("196.60")));
    case.expenses.push(Expense::new(ExpenseKind::Childcare, money("180.00")));
    if let Some(household) = &mut case.household {
        household.children.push(Child {
            id: Id::from("k"),
            age: Some(0),
            born_on: None,
            custody: Custody::Full,
            maintenance_paid: false,
            family_benefits: None,
            rsa_uplift: None,
        });
    }
    case
}

fn worked(case: &Case) -> Assessment {
    assess(LawBook::builtin(), case, Parts::all_of(case)).expect("no fault")
}

fn told(before: &Case, after: &Case, format: Format, language: Language) -> String {
    let (was, is) = (worked(before), worked(after));
    capacities(
        Appraisal { name: "Commission", case: before, assessment: &was },
        Appraisal { name: "Audience", case: after, assessment: &is },
        format,
        language,
    )
}

#[test]
fn both_capacities_stand_side_by_side_with_their_differences() {
    let (before, after) = (commission(), hearing());
    let [was, is] = [&before, &after].map(|case| worked(case).capacity.expect("a capacity"));
    let page = Page::read(&told(&before, &after, Format::Markdown, Language::French));
    assert!(page.strangers.is_empty(), "{:?}", page.strangers);
    let table = page.table("Capacité aux deux dates");
    assert_eq!(
        table.heads,
        ["Élément", "Commission, au 03/11/2025", "Audience, au 15/05/2026", "Différence"]
    );
    let expected = [
        (was.resources, is.resources),
        (was.expenses, is.expenses),
        (was.household_rsa, is.household_rsa),
        (was.budget_ceiling, is.budget_ceiling),
        (was.scale_ceiling, is.scale_ceiling),
        (was.rsa_ceiling, is.rsa_ceiling),
        (was.legal_maximum, is.legal_maximum),
        (was.retained, is.retained),
        (was.left_to_live, is.left_to_live),
    ];
    assert_eq!(table.rows.len(), expected.len());
    for (row, (was, is)) in table.rows.iter().zip(expected) {
        let (was, is) = (i128::from(was.cents()), i128::from(is.cents()));
        assert_eq!([&row[1], &row[2]], [&in_words(was, "fr"), &in_words(is, "fr")], "{}", row[0]);
        let gap = match is - was {
            0 => "–".to_owned(),
            gap if gap > 0 => format!("+{}", in_words(gap, "fr")),
            gap => in_words(gap, "fr"),
        };
        assert_eq!(row[3], gap, "{}", row[0]);
    }
    // By hand: 1 800.00 - 700.00 and 1 817.10 - 880.00.
    assert_eq!(table.rows[3][1..], ["1\u{202f}100,00\u{a0}€", "937,10\u{a0}€", "-162,90\u{a0}€"]);
}

#[test]
fn what_changed_is_told_and_what_did_not_is_not() {
    let page = Page::read(&told(&commission(), &hearing(), Format::Markdown, Language::English));
    let says = |text: &str| page.items.iter().any(|item| item.contains(text));
    for text in [
        "Pay: €1,800.00, then €1,620.50.",
        "Family benefits: €0.00, then €196.60.",
        "Childcare: €0.00, then €180.00.",
        "Dependants (scale): 0, then 1.",
        "Garnishment scale: value of 1 January 2025, then value of 1 January 2026.",
    ] {
        assert!(says(text), "{text}: {:?}", page.items);
    }
    assert!(!says("Rent"), "{:?}", page.items);
}

#[test]
fn two_equal_days_say_that_nothing_changed() {
    let case = commission();
    for (language, told_so) in [
        (Language::French, "Rien de ce qui compte n'a changé."),
        (Language::English, "Nothing that counts changed."),
    ] {
        for format in [Format::Text, Format::Markdown, Format::Html] {
            assert!(
                told(&case, &case, format, language)
                    .contains(&told_so.replace('\'', if format == Format::Html { "&#39;" } else { "'" }))
            );
        }
    }
}

#[test]
fn a_decision_is_told_apart_from_a_maximum() {
    let mut after = commission();
    after.decisions = Decisions { retained: Some(money("150.00")), ..Decisions::default() };
    let text = told(&commission(), &after, Format::Text, Language::French);
    assert!(text.contains("Mensualité (maximum, puis retenue par décision)"), "{text}");
}
