//! Every article on debts, measures and full erasure that the library computes something from has a vector that
//! states its result; the others are listed with what they say instead.
//!
//! The articles are those of the Code de la consommation, Book VII: L. 711-4 to L. 711-6, L. 711-9, L. 714-1, L. 724-1,
//! L. 724-2, L. 732-1 to L. 732-4, L. 733-1 to L. 733-9, L. 733-15 to L. 733-17, L. 741-1 to L. 741-3, L. 742-1 to L. 742-25
//! and L. 743-1.

use apurement::fr::debt::treatment::TreatmentRule;
use apurement::vocabulary::Vocabulary;
use apurement_tests::vectors;
use std::collections::BTreeSet;

/// A provision, and a part of the response that must be stated by some vector of it.
const COMPUTED: &[(&str, &str)] = &[
    ("L. 711-4", "treatments"),
    ("L. 711-4, 1°", "treatments"),
    ("L. 711-4, 1°", "plan"),
    ("L. 711-4, 1°", "audit"),
    ("L. 711-4, 2°", "treatments"),
    ("L. 711-4, 3°", "treatments"),
    ("L. 711-4, 4°", "treatments"),
    ("L. 711-4, dernier alinéa", "treatments"),
    ("L. 711-4, dernier alinéa", "audit"),
    ("L. 711-4", "plan"),
    ("L. 711-5", "treatments"),
    ("L. 711-5", "plan"),
    ("L. 711-5", "audit"),
    ("L. 711-6", "treatments"),
    ("L. 711-6", "plan"),
    ("L. 711-6", "audit"),
    ("L. 711-9", "treatments"),
    ("L. 711-9", "plan"),
    ("L. 711-9", "orientation"),
    ("L. 714-1", "orientation"),
    ("L. 724-1", "orientation"),
    ("L. 724-2", "orientation"),
    ("L. 732-1", "orientation"),
    ("L. 732-2", "plan"),
    ("L. 732-2", "audit"),
    ("L. 732-3", "plan"),
    ("L. 732-3", "audit"),
    ("L. 732-3", "orientation"),
    ("L. 732-4", "orientation"),
    ("L. 733-1, 1°", "plan"),
    ("L. 733-1, 1°", "treatments"),
    ("L. 733-1, 2°", "plan"),
    ("L. 733-1, 3°", "plan"),
    ("L. 733-1, 3°", "audit"),
    ("L. 733-1, 4°", "plan"),
    ("L. 733-1, 4°", "treatments"),
    ("L. 733-1, 4°", "audit"),
    ("L. 733-1", "orientation"),
    ("L. 733-2", "plan"),
    ("L. 733-2", "audit"),
    ("L. 733-2", "orientation"),
    ("L. 733-3", "plan"),
    ("L. 733-3", "audit"),
    ("L. 733-3", "orientation"),
    ("L. 733-4, 1°", "treatments"),
    ("L. 733-4, 1°", "plan"),
    ("L. 733-4, 1°", "audit"),
    ("L. 733-4, 2°", "treatments"),
    ("L. 733-4, 2°", "plan"),
    ("L. 733-4, 2°", "audit"),
    ("L. 733-6", "treatments"),
    ("L. 733-6", "plan"),
    ("L. 733-7", "plan"),
    ("L. 733-8", "orientation"),
    ("L. 733-7", "audit"),
    ("L. 733-15", "treatments"),
    ("L. 733-15", "plan"),
    ("L. 733-15", "audit"),
    ("L. 733-15", "orientation"),
    ("L. 733-16", "audit"),
    ("L. 741-1", "orientation"),
    ("L. 741-2", "treatments"),
    ("L. 741-3", "treatments"),
    ("L. 742-1", "orientation"),
    ("L. 742-18", "plan"),
    ("L. 742-18", "audit"),
    ("L. 742-22", "treatments"),
    ("L. 742-22", "orientation"),
    ("L. 743-1", "orientation"),
];

/// Articles that nothing is computed from.
const NOTHING_COMPUTED: &[(&str, &str)] = &[
    ("L. 733-5", "what lenders could know of the other debts is weighed by people"),
    ("L. 733-9", "from when measures bind: a date"),
    ("L. 733-17", "an erased claim regularises its payment incident: nothing is counted"),
    ("L. 742-2", "the judge may open the procedure on an appeal: the same conditions as L. 742-1"),
    ("L. 742-3", "summons and opening judgment"),
    ("L. 742-4", "a trustee may be named"),
    ("L. 742-5", "social support"),
    ("L. 742-6", "the judge may ask for information"),
    ("L. 742-7", "enforcement stops until the closing"),
    ("L. 742-8", "publication"),
    ("L. 742-9", "nothing is disposed of without agreement"),
    ("L. 742-10", "statement of claims, a time limit"),
    ("L. 742-11", "claims not stated in time are extinguished: a time limit"),
    ("L. 742-12", "the trustee's balance sheet"),
    ("L. 742-13", "disputed claims are settled by the judge"),
    ("L. 742-14", "liquidation: what is left out of it is stated as `protected` by the caller"),
    ("L. 742-15", "the debtor is dispossessed"),
    ("L. 742-16", "twelve months to sell: a time limit"),
    ("L. 742-17", "a seizure under way goes on"),
    ("L. 742-19", "the liquidator's account"),
    ("L. 742-20", "opening and closing in one judgment: the effects of L. 742-22"),
    ("L. 742-21", "closing, for want of assets or not"),
    ("L. 742-23", "social support"),
    ("L. 742-24", "a plan instead of liquidation: the measures of L. 733-1 and L. 733-4"),
    ("L. 742-25", "that plan's seven years: those of L. 733-3"),
];

/// The articles of the head of this file.
fn articles() -> BTreeSet<String> {
    let ranges =
        [("711", 4..=6), ("711", 9..=9), ("714", 1..=1), ("724", 1..=2), ("732", 1..=4), ("733", 1..=9)];
    let more = [("733", 15..=17), ("741", 1..=3), ("742", 1..=25), ("743", 1..=1)];
    let numbered = |(title, numbers): (&str, std::ops::RangeInclusive<u32>)| {
        numbers.map(|number| format!("L. {title}-{number}")).collect::<Vec<_>>()
    };
    ranges.into_iter().chain(more).flat_map(numbered).collect()
}

fn article_of(provision: &str) -> &str {
    provision.split(", ").next().unwrap_or(provision)
}

#[test]
fn every_article_is_computed_or_says_why_not() {
    let computed: BTreeSet<&str> = COMPUTED.iter().map(|(provision, _)| article_of(provision)).collect();
    let silent: BTreeSet<&str> = NOTHING_COMPUTED.iter().map(|(article, _)| *article).collect();
    assert!(computed.is_disjoint(&silent), "an article can't be in both lists");
    let listed: BTreeSet<String> = computed.union(&silent).map(|article| (*article).to_owned()).collect();
    assert_eq!(listed, articles());
    assert!(NOTHING_COMPUTED.iter().all(|(_, why)| !why.is_empty()));
}

#[test]
fn every_computed_provision_has_a_vector_that_states_its_result() {
    let stated: BTreeSet<(String, String)> = vectors::all()
        .iter()
        .flat_map(|vector| {
            let provisions = vector.law.iter().filter_map(|law| law.strip_prefix("C. conso. "));
            let pairs = provisions.flat_map(|provision| {
                vector.parts().into_iter().map(move |part| (provision.to_owned(), part.to_owned()))
            });
            pairs.collect::<Vec<_>>()
        })
        .collect();
    let missing: Vec<&(&str, &str)> = COMPUTED
        .iter()
        .filter(|(provision, part)| !stated.contains(&((*provision).to_owned(), (*part).to_owned())))
        .collect();
    assert!(missing.is_empty(), "no vector states what comes of {missing:?}");
}

/// Each rule that a debt's treatment may name is named by some vector.
#[test]
fn every_reason_of_a_treatment_is_shown_by_a_vector() {
    let mut shown: BTreeSet<String> = BTreeSet::new();
    for vector in vectors::all().iter().filter(|vector| vector.parts().contains(&"treatments")) {
        shown.extend(vector.words("rule"));
    }
    let never: Vec<&&str> = TreatmentRule::WORDS.iter().filter(|rule| !shown.contains(**rule)).collect();
    assert!(never.is_empty(), "no vector shows {never:?}");
}
