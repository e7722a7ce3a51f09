//! The time limits against the articles themselves: every duration that the texts give, typed from them, has a row with
//! that duration and that article, or a reason why it has none.

use apurement::fr::deadline::{Delay, LIMITS, Limit};
use std::collections::BTreeSet;

/// Book VII of the Code de la consommation, what it says of telephone contracts, and the rules of enforcement on pay,
/// accounts and maintenance: each article that gives a duration, with the words of each duration.
const DURATIONS: &[(&str, &str)] = &[
    ("C. conso. D. 224-37", "deux ans"),
    ("C. conso. L. 224-39", "dix jours"),
    ("C. conso. R. 224-59-1", "trois mois"),
    ("C. conso. R. 712-5", "deux ans"),
    ("C. conso. R. 712-6", "deux ans"),
    ("C. conso. R. 712-6", "trois ans"),
    ("C. conso. R. 712-12", "annuel"),
    ("C. conso. R. 712-14", "quinze jours"),
    ("C. conso. R. 712-15", "trois mois"),
    ("C. conso. R. 712-17", "quinze jours"),
    ("C. conso. R. 713-7", "quinze jours"),
    ("C. conso. R. 713-9", "quinze jours"),
    ("C. conso. L. 714-1", "trois mois"),
    ("C. conso. L. 714-1", "deux ans"),
    ("C. conso. L. 721-2", "trois mois suivants"),
    ("C. conso. R. 721-4", "trois mois"),
    ("C. conso. R. 721-7", "quinze jours"),
    ("C. conso. R. 722-1", "quinze jours"),
    ("C. conso. L. 722-3", "deux ans"),
    ("C. conso. R. 722-5", "deux ans"),
    ("C. conso. L. 722-9", "deux ans"),
    ("C. conso. L. 722-13", "trente jours"),
    ("C. conso. L. 722-13", "cent vingt jours"),
    ("C. conso. L. 722-16", "trois ans"),
    ("C. conso. L. 722-16", "trois mois"),
    ("C. conso. R. 723-3", "trente jours"),
    ("C. conso. R. 723-4", "trente jours"),
    ("C. conso. R. 723-8", "vingt jours"),
    ("C. conso. R. 724-2", "trois mois"),
    ("C. conso. R. 724-2", "dernier jour du sixième mois"),
    ("C. conso. L. 724-4", "deux ans"),
    ("C. conso. R. 724-4", "quinze jours"),
    ("C. conso. R. 724-5", "deux ans"),
    ("C. conso. R. 732-1", "dernier jour du mois suivant"),
    ("C. conso. R. 732-2", "quinze jours"),
    ("C. conso. L. 732-3", "sept années"),
    ("C. conso. D. 732-3", "30 jours"),
    ("C. conso. L. 733-1", "sept ans"),
    ("C. conso. L. 733-1", "deux ans"),
    ("C. conso. R. 733-1", "quinze jours"),
    ("C. conso. R. 733-1", "deux ans"),
    ("C. conso. L. 733-3", "sept années"),
    ("C. conso. R. 733-3", "quinze jours"),
    ("C. conso. R. 733-4", "trente jours"),
    ("C. conso. R. 733-5", "trois mois"),
    ("C. conso. R. 733-6", "trente jours"),
    ("C. conso. R. 733-7", "deux mois"),
    ("C. conso. R. 733-8", "dernier jour du mois suivant"),
    ("C. conso. R. 733-16", "quinze jours"),
    ("C. conso. R. 733-18", "deuxième jour ouvré"),
    ("C. conso. R. 741-1", "trente jours"),
    ("C. conso. R. 741-2", "deux mois"),
    ("C. conso. R. 741-3", "trente jours"),
    ("C. conso. R. 741-11", "quinze jours"),
    ("C. conso. R. 741-13", "quinze jours"),
    ("C. conso. R. 741-14", "deux mois"),
    ("C. conso. R. 741-18", "deux mois"),
    ("C. conso. R. 742-4", "un mois"),
    ("C. conso. R. 742-9", "quinze jours"),
    ("C. conso. R. 742-11", "deux mois"),
    ("C. conso. R. 742-13", "six mois"),
    ("C. conso. R. 742-14", "six mois"),
    ("C. conso. L. 742-16", "douze mois"),
    ("C. conso. R. 742-16", "quinze jours"),
    ("C. conso. L. 742-25", "sept ans"),
    ("C. conso. R. 742-32", "quinze jours"),
    ("C. conso. R. 742-33", "deux mois"),
    ("C. conso. R. 742-34", "cinquième jour ouvrable"),
    ("C. conso. R. 742-34", "deux mois"),
    ("C. conso. R. 742-34", "quatre mois"),
    ("C. conso. R. 742-34", "quinze jours"),
    ("C. conso. R. 742-37", "quinze jours"),
    ("C. conso. R. 742-38", "deux mois"),
    ("C. conso. R. 742-39", "huit jours"),
    ("C. conso. R. 742-44", "quinze jours"),
    ("C. conso. R. 742-49", "un mois"),
    ("C. conso. R. 742-52", "trois mois"),
    ("C. conso. R. 742-54", "deux mois"),
    ("C. conso. R. 743-1", "deuxième jour ouvré"),
    ("C. conso. L. 752-1", "cinq ans"),
    ("C. conso. L. 752-3", "sept ans"),
    ("C. conso. L. 752-3", "cinq ans"),
    ("C. conso. L. 761-2", "un an"),
    ("C. conso. L. 771-4", "cinq ans"),
    ("C. conso. L. 771-7", "cinq ans"),
    ("CPCE L. 162-1", "quinze jours ouvrables"),
    ("CPCE L. 162-1", "un mois"),
    ("CPCE R. 162-1", "huit jours"),
    ("CPCE R. 162-3", "un mois"),
    ("CPCE R. 162-4", "quinze jours"),
    ("CPCE R. 162-5", "quinze jours"),
    ("CPCE R. 162-9", "douze mois"),
    ("CPCE R. 212-1-1", "premier jour ouvrable"),
    ("CPCE R. 212-1-2", "premier jour ouvrable"),
    ("CPCE R. 212-1-3", "un mois"),
    ("CPCE R. 212-1-4", "un mois"),
    ("CPCE R. 212-1-8", "premier jour ouvrable"),
    ("CPCE R. 212-1-11", "un mois"),
    ("CPCE R. 212-1-12", "tous les mois"),
    ("CPCE R. 212-1-12", "quinze jours"),
    ("CPCE R. 212-1-13", "premier jour ouvrable"),
    ("CPCE R. 212-1-14", "quinze jours"),
    ("CPCE R. 212-1-15", "huit jours"),
    ("CPCE R. 212-1-16", "un mois"),
    ("CPCE R. 212-1-17", "huit jours"),
    ("CPCE R. 212-1-17", "premier jour ouvrable"),
    ("CPCE R. 212-1-23", "six semaines"),
    ("CPCE R. 212-1-27", "huit jours"),
    ("CPCE R. 212-1-28", "huit jours"),
    ("CPCE R. 212-1-28", "premier jour ouvrable"),
    ("CPCE R. 212-1-30", "six semaines"),
    ("CPCE R. 212-1-31", "huit jours"),
    ("CPCE R. 212-1-32", "un an"),
    ("CPCE R. 212-1-38", "huit jours"),
    ("CPCE R. 212-1-40", "trois mois"),
    ("CPCE R. 212-1-40", "premier jour ouvrable"),
    ("CPCE R. 212-1-42", "quinze jours"),
    ("CPCE L. 212-2", "un mois"),
    ("CPCE L. 212-4", "un mois"),
    ("CPCE L. 212-6", "trois mois"),
    ("CPCE R. 212-6", "tous les mois"),
    ("CPCE R. 213-1", "huit jours"),
    ("CPCE L. 213-4", "six mois"),
    ("CPCE L. 213-4", "douze mois"),
    ("CPCE L. 213-4", "vingt-quatre mois"),
    ("CPCE R. 213-4", "huit jours"),
    ("CPCE R. 213-11", "vingt-quatre mois"),
    ("CPCE R. 213-11", "douze mois"),
    ("CPCE R. 213-11", "six mois"),
    ("CPCE R. 213-12", "douze mois"),
    ("C. civ. 1343-5", "deux années"),
];

/// What has no row, and why.
const NO_ROW: &[(&str, &str, &str)] = &[
    ("C. conso. D. 224-37", "deux ans", "how long a seller keeps documents"),
    ("C. conso. R. 712-5", "deux ans", "mandate of members of the commission"),
    ("C. conso. R. 712-6", "deux ans", "mandate of members of the commission"),
    ("C. conso. R. 712-6", "trois ans", "experience asked of them"),
    ("C. conso. R. 712-12", "annuel", "report of the commission"),
    ("C. conso. L. 722-13", "trente jours", "what the hundred and twenty days replace"),
    ("C. conso. R. 724-2", "trois mois", "recalls the three months of R. 712-15, which have their row"),
    ("C. conso. R. 733-1", "deux ans", "recalls the two years of L. 722-3, which have their rows"),
    (
        "C. conso. L. 742-25",
        "sept ans",
        "plan that the judge sets instead of a liquidation: no event marks it",
    ),
    ("C. conso. L. 771-4", "cinq ans", "New Caledonia, French Polynesia, Wallis and Futuna: not covered"),
    ("C. conso. L. 771-7", "cinq ans", "New Caledonia, French Polynesia: not covered"),
    (
        "CPCE R. 162-9",
        "douze mois",
        "months over which a spouse's pay is averaged: an amount, not a time limit",
    ),
    (
        "CPCE R. 212-1-1",
        "premier jour ouvrable",
        "when an electronic notification fails: lengthens any other limit",
    ),
    ("CPCE R. 212-1-12", "tous les mois", "the employer's monthly payment"),
    ("CPCE R. 212-6", "tous les mois", "a public accountant's monthly payment"),
    ("CPCE L. 213-4", "six mois", "how far back arrears go: told by the row on how they are paid"),
    ("CPCE L. 213-4", "vingt-quatre mois", "fixed by the family-benefit body within that: told in a note"),
    ("CPCE R. 213-11", "vingt-quatre mois", "fixed by the family-benefit body within that"),
    ("CPCE R. 213-11", "douze mois", "the same, for fewer arrears"),
    ("CPCE R. 213-11", "six mois", "the same, for small sums and with the debtor's consent"),
    (
        "CPCE R. 213-12",
        "douze mois",
        "months of current maintenance paid in a row before a release may be asked for",
    ),
];

/// What the words of a duration come to.
fn delay(words: &str) -> Delay {
    match words {
        "huit jours" => Delay::Days(8),
        "dix jours" => Delay::Days(10),
        "quinze jours" => Delay::Days(15),
        "vingt jours" => Delay::Days(20),
        "trente jours" | "30 jours" => Delay::Days(30),
        "six semaines" => Delay::Days(42),
        "cent vingt jours" => Delay::Days(120),
        "un mois" => Delay::Months(1),
        "deux mois" => Delay::Months(2),
        "trois mois" => Delay::Months(3),
        "quatre mois" => Delay::Months(4),
        "six mois" => Delay::Months(6),
        "douze mois" | "un an" => Delay::Months(12),
        "deux ans" | "deux années" | "vingt-quatre mois" => Delay::Months(24),
        "trois ans" => Delay::Months(36),
        "cinq ans" => Delay::Months(60),
        "sept ans" | "sept années" => Delay::Months(84),
        // The three months that follow the first three, counted from the filing.
        "trois mois suivants" | "dernier jour du sixième mois" => Delay::MonthsOfEvent(6),
        "premier jour ouvrable" => Delay::WorkableDays(1),
        "cinquième jour ouvrable" => Delay::WorkableDays(5),
        "quinze jours ouvrables" => Delay::WorkableDays(15),
        "deuxième jour ouvré" => Delay::WorkingDays(2),
        "dernier jour du mois suivant" => Delay::EndOfNextMonth,
        other => panic!("{other:?}: say what it comes to"),
    }
}

/// `C. conso. L. 721-2, al. 2` is the article `C. conso. L. 721-2`.
fn article(named: &str) -> &str {
    named.split_once(", ").map_or(named, |(article, _)| article)
}

/// The limits that name an article.
fn naming(wanted: &str) -> Vec<&'static Limit> {
    let names = |limit: &&Limit| {
        limit.versions.iter().flat_map(|version| version.articles).any(|named| article(named) == wanted)
    };
    LIMITS.iter().filter(names).collect()
}

fn has_no_row(wanted: &str, words: &str) -> bool {
    NO_ROW.iter().any(|(article, without, _)| (*article, *without) == (wanted, words))
}

#[test]
fn every_duration_of_the_texts_has_a_row_or_a_reason() {
    for (wanted, words) in DURATIONS {
        if has_no_row(wanted, words) {
            continue;
        }
        let limits = naming(wanted);
        let kept =
            limits.iter().any(|limit| limit.versions.iter().any(|version| version.delay == delay(words)));
        let ids: Vec<&str> = limits.iter().map(|limit| limit.id).collect();
        assert!(kept, "{wanted}: no row lasts {words}; those that name it: {ids:?}");
    }
}

/// The other way: what a row says of its duration is in an article that it names.
#[test]
fn every_row_has_the_duration_of_an_article_it_names() {
    let mut elsewhere = BTreeSet::new();
    for limit in LIMITS {
        for version in limit.versions.iter().filter(|version| version.delay != Delay::Open) {
            let written = version.articles.iter().any(|named| {
                let of_article = |(wanted, words): &&(&str, &str)| {
                    *wanted == article(named) && !has_no_row(wanted, words) && delay(words) == version.delay
                };
                DURATIONS.iter().any(|duration| of_article(&duration))
            });
            if !written {
                elsewhere.insert(limit.id);
            }
        }
    }
    // Their durations stand in other texts: rules of commissions, the order on the FICP, the Code monétaire et
    // financier, or an article that refers to another.
    let expected = [
        "completion_of_file",
        "ficp_file_examined",
        "ficp_incident_after_sixty_days",
        "files_to_members_pas_de_calais",
        "files_to_members_val_d_oise",
        "increase_after_auction",
        "increase_of_legal_rate",
        "payment_attestation",
    ];
    assert_eq!(elsewhere.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn no_reason_is_idle() {
    for (wanted, words, reason) in NO_ROW {
        assert!(DURATIONS.contains(&(*wanted, *words)), "{wanted}, {words}: not in the texts");
        assert!(!reason.is_empty());
        if words.starts_with("tous") || *words == "annuel" {
            continue;
        }
        let has_row =
            naming(wanted).iter().any(|limit| limit.versions.iter().any(|v| v.delay == delay(words)));
        assert!(!has_row, "{wanted}, {words}: a row has it now");
    }
}
