//! The law data against what the law itself says of it: these tests read the TOML files, not the library.

use apurement_tests::holiday_data::{Holidays, When};
use apurement_tests::law_data::{LawData, Table, folder};
use apurement_tests::law_tables;
use apurement_tests::law_values::{Decimal, Scale, Value};
use chrono::{Datelike, Days, NaiveDate};
use std::path::Path;

fn law() -> LawData {
    LawData::read(&folder()).expect("the law data")
}

fn table<'a>(law: &'a LawData, id: &str) -> &'a Table {
    law.table(id).expect("a table of that identifier")
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

fn scales(law: &LawData) -> Vec<Scale> {
    let scale = |value: &Option<Value>| match value {
        Some(Value::Scale(scale)) => scale.clone(),
        other => panic!("{other:?} is not a scale"),
    };
    table(law, "garnishment_scale").entries.iter().map(|entry| scale(&entry.value)).collect()
}

/// The figures of a table of amounts or rates, by day; `None` where unknown.
fn amounts(table: &Table) -> Vec<(NaiveDate, Option<u32>)> {
    let cents = |value: &Value| match value {
        Value::Money(Decimal { hundredths }) => *hundredths,
        other => panic!("{other:?} is not an amount"),
    };
    table.entries.iter().map(|entry| (entry.from, entry.value.as_ref().map(cents))).collect()
}

/// Whether one price coefficient explains the seven new figures (C. trav. R. 3252-4).
///
/// Each new figure is the old one times the coefficient, rounded up to the next ten: the coefficient lies in
/// `](new - 10) / old, new / old]`. The seven intervals must have a point in common.
fn one_coefficient(old: &Scale, new: &Scale) -> bool {
    let pairs: Vec<(u64, u64)> =
        old.figures().into_iter().zip(new.figures()).map(|(old, new)| (old.into(), new.into())).collect();
    pairs
        .iter()
        .all(|(old, new)| pairs.iter().all(|(other_old, other_new)| (new - 10) * other_old < other_new * old))
}

#[test]
fn the_generated_tables_are_up_to_date() {
    for (path, text) in law_tables::printed(&law()).unwrap() {
        law_tables::check(&path, &text).unwrap();
    }
}

#[test]
fn a_stale_table_is_found_and_the_repair_named() {
    let other = folder().join("law_book.toml");
    let fault = law_tables::check(&other, &law_tables::print(&law())).unwrap_err();
    assert!(
        fault.contains("data/fr/law_book.toml is stale from line 1") && fault.contains(law_tables::COMMAND),
        "{fault}"
    );
}

#[test]
fn the_book_holds_every_table_of_the_design() {
    let law = law();
    let found: Vec<(&str, usize)> =
        law.tables.iter().map(|table| (table.id.as_str(), table.entries.len())).collect();
    let expected = [
        ("child_ages", 1),
        ("direct_payment", 2),
        ("expense_treatment", 1),
        ("garnishment_floor", 2),
        ("garnishment_scale", 15),
        ("legal_interest", 40),
        ("plan_length", 1),
        ("rent_surface", 1),
        ("residual_claims", 1),
        ("rsa_general", 24),
        ("rsa_mayotte", 21),
        ("rsa_overseas", 1),
        ("rsa_uplifts_general", 1),
        ("rsa_uplifts_mayotte", 1),
        ("suspension_length", 1),
        ("withholding_tax", 2),
    ];
    assert_eq!(found, expected);
}

#[test]
fn each_scale_follows_from_the_one_before() {
    let law = law();
    let entries = &table(&law, "garnishment_scale").entries;
    let scales = scales(&law);
    for (pair, entry) in scales.windows(2).zip(&entries[1..]) {
        assert!(one_coefficient(&pair[0], &pair[1]), "the scale of {} breaks R. 3252-4", entry.from);
    }
    assert_eq!(scales.len() - 1, 14);
}

/// How strong the check above is: any one figure of any scale, moved by ten to a hundred euros either way.
#[test]
fn a_misprint_in_a_scale_breaks_the_revision_rule() {
    let law = law();
    let years: Vec<i32> =
        table(&law, "garnishment_scale").entries.iter().map(|entry| entry.from.year()).collect();
    let scales = scales(&law);
    let mut tried = 0;
    let mut missed = Vec::new();
    for (index, year) in years.iter().enumerate() {
        for figure in 0..7 {
            for change in (10..=100).step_by(10).flat_map(|euros| [euros, -euros]) {
                let mut misprinted = scales.clone();
                let place = match figure {
                    6 => &mut misprinted[index].increment,
                    _ => &mut misprinted[index].thresholds[figure],
                };
                *place = place.checked_add_signed(change).expect("a figure above zero");
                let neighbours = &misprinted[index.saturating_sub(1)..(index + 2).min(scales.len())];
                tried += 1;
                if neighbours.windows(2).all(|pair| one_coefficient(&pair[0], &pair[1])) {
                    missed.push((*year, figure + 1, change));
                }
            }
        }
    }
    assert_eq!(tried, scales.len() * 7 * 20);
    // Seven of the 2 100 misprints pass unseen, each of ten euros; those figures were read in three places at least.
    let expected = [
        (2009, 5, 10),
        (2009, 6, -10),
        (2018, 4, -10),
        (2019, 6, -10),
        (2020, 6, 10),
        (2026, 5, 10),
        (2026, 6, -10),
    ];
    assert_eq!(missed, expected);
}

#[test]
fn legal_interest_has_one_entry_for_each_period_without_a_gap() {
    let law = law();
    let table = table(&law, "legal_interest");
    let years = (2000..2015).map(|year| day(year, 1, 1));
    let halves = (2015..2027).flat_map(|year| [day(year, 1, 1), day(year, 7, 1)]);
    let expected: Vec<NaiveDate> = years.chain(halves).chain([day(2027, 1, 1)]).collect();
    let found: Vec<NaiveDate> = table.entries.iter().map(|entry| entry.from).collect();
    assert_eq!(found, expected);

    let (last, known) = table.entries.split_last().expect("entries");
    assert_eq!(last.value, None, "nobody has read the rate of 2027");
    assert_eq!(table.verified_until, last.from.checked_sub_days(Days::new(1)));
    for entry in known {
        let Some(Value::LegalInterest(rates)) = &entry.value else { panic!("no rate on {}", entry.from) };
        if entry.from < day(2015, 1, 1) {
            assert_eq!(rates.individuals, rates.others, "one rate for all on {}", entry.from);
        } else {
            assert!(rates.individuals > rates.others, "two classes on {}", entry.from);
        }
    }
}

#[test]
fn each_mayotte_amount_since_2014_is_half_of_the_general_one() {
    let law = law();
    let general = amounts(table(&law, "rsa_general"));
    for (from, amount) in amounts(table(&law, "rsa_mayotte")) {
        if from < day(2014, 1, 1) {
            continue;
        }
        let (_, whole) =
            general.iter().find(|(general_from, _)| *general_from == from).expect("the same day");
        let half = whole.expect("every general amount is known").div_ceil(2);
        assert!(amount.is_none_or(|amount| amount == half), "{from}: {amount:?}, not {half}");
    }
}

#[test]
fn the_amount_of_july_2022_is_four_percent_above_the_one_of_april() {
    let law = law();
    let general = amounts(table(&law, "rsa_general"));
    let on = |from: NaiveDate| general.iter().find(|(day, _)| *day == from).and_then(|(_, cents)| *cents);
    let (april, july) = (on(day(2022, 4, 1)).unwrap(), on(day(2022, 7, 1)).unwrap());
    assert_eq!(july, (april * 104 + 50) / 100);
}

#[test]
fn the_texts_have_possible_dates() {
    let law = law();
    for table in &law.tables {
        for entry in &table.entries {
            let place = format!("{} of {}", table.id, entry.from);
            let source = &entry.source;
            if let (Some(number), Some(signed)) = (&source.number, source.signed_on) {
                let year = number.split('-').next().and_then(|year| year.parse().ok());
                assert_eq!(year, Some(signed.year()), "{place}: number {number}, signed on {signed}");
            }
            for known in [source.signed_on, source.published_on].into_iter().flatten() {
                assert!(known <= law.read_on, "{place}: a text of {known}, after the last reading");
            }
            if let (Some(signed), Some(published)) = (source.signed_on, source.published_on) {
                assert!(published >= signed, "{place}: published before it was signed");
                assert!(
                    published <= signed + Days::new(31),
                    "{place}: published a month after its signature"
                );
            }
            let late = source.signed_on.is_some_and(|signed| signed > entry.from);
            assert_eq!(late, entry.note.starts_with("Retroactive:"), "{place}: signed after its first day?");
            assert!(entry.value.is_none() || entry.from <= law.read_on, "{place}: a value of the future");
        }
    }
}

#[test]
fn a_value_read_in_one_place_only_carries_a_note() {
    let law = law();
    for table in &law.tables {
        for entry in table.entries.iter().filter(|entry| entry.confirmations < 2) {
            assert!(!entry.note.is_empty(), "{} of {}", table.id, entry.from);
        }
    }
    let interest = table(&law, "legal_interest").entries.iter().find(|entry| entry.from == day(2026, 7, 1));
    assert_eq!(interest.map(|entry| entry.confirmations), Some(1), "6.84 was read once");
}

/// Each fault of a file is refused, with words that lead to it.
#[test]
fn faulty_files_are_refused() {
    let amount = r#"
        id = "some_amount"
        kind = "money"
        title = "Some amount"
        title_fr = "Un montant"
        unit = "euros a month"
        area = "France"
        law = "an article"
        covered_from = 2020-01-01
        verified_until = 2021-12-31
        [[entry]]
        from = 2020-01-01
        value = "651.69"
        confirmations = 1
        source = { nature = "décret", signed_on = 2020-01-02, published_on = 2020-01-03 }
        [[entry]]
        from = 2021-01-01
        unknown = true
        confirmations = 0
        note = "not read"
        source = { nature = "loi" }
    "#;
    let scale = amount.replace(r#""money""#, r#""scale""#).replace(
        r#""651.69""#,
        "{ thresholds = [4480, 8730, 13000, 17230, 21470, 25810], increment = 1740 }",
    );
    let expenses = amount
        .replace(r#""money""#, r#""expense_treatment""#)
        .replace(r#""651.69""#, r#"{ scale = ["food"], real = ["rent"], real_capped = ["water"] }"#);
    for sound in [amount, &scale, &expenses] {
        Table::parse(sound).unwrap();
    }
    let faults: &[(&str, &str, &str, &str)] = &[
        (amount, "651.69", "651.695", "not a number with two decimals"),
        (amount, "651.69", "651.7", "not a number with two decimals"),
        (amount, "651.69", "-1.00", "not a number with two decimals"),
        (amount, "651.69", "0651.69", "not a number with two decimals"),
        (amount, "651.69", "99999999.99", "not a number with two decimals"),
        (amount, r#""651.69""#, "651.69", "invalid type"),
        (amount, "money", "mony", "unknown variant"),
        (amount, "some_amount", "Some-Amount", "not an identifier"),
        (amount, "unit =", "units =", "unknown field"),
        (amount, "Un montant", " ", "title_fr is empty"),
        (
            amount,
            "covered_from = 2020-01-01",
            "covered_from = 2019-01-01",
            "the first entry is of 2020-01-01",
        ),
        (amount, "from = 2021-01-01", "from = 2020-01-01", "does not come after"),
        (amount, "from = 2021-01-01", "from = 2021-02-30", "expected"),
        (amount, "from = 2021-01-01", "from = 2021-01-01T00:00:00", "is not a day"),
        (amount, "2021-12-31", "2019-12-31", "before its last known entry"),
        (amount, "unknown = true", "unknown = false", "it has no value"),
        (amount, "unknown = true", "unknown = true\nvalue = \"1.00\"", "said to be unknown"),
        (amount, "not read", "", "needs a note"),
        (amount, "confirmations = 1", "confirmations = 0", "confirmations is 0 exactly where"),
        (amount, "confirmations = 0", "confirmations = 2", "confirmations is 0 exactly where"),
        (amount, "décret", "tweet", "unknown nature of text"),
        (amount, "2020-01-03", "2020-01-01", "before its signature"),
        (&scale, "8730", "8735", "8735 is not a multiple of 10"),
        (&scale, "increment = 1740", "increment = 0", "0 is not a multiple of 10 above zero"),
        (&scale, "8730", "4480", "do not ascend"),
        (&scale, "[4480, ", "[", "invalid length"),
        (&expenses, "food", "foood", "unknown kind of expense"),
        (&expenses, "water", "food", "listed twice"),
        (&expenses, "real_capped", "capped", "unknown field"),
    ];
    for (sound, from, to, words) in faults {
        let faulty = sound.replacen(from, to, 1);
        let fault = Table::parse(&faulty).expect_err(to);
        assert!(fault.contains(words), "{from} -> {to}: {fault}");
    }
}

/// Each fault of the holidays is refused too.
#[test]
fn faulty_holidays_are_refused() {
    let sound = r#"
        title = "Public holidays"
        title_fr = "Jours fériés"
        law = "an article"
        covered_from = 2007-01-01
        covered_until = 2008-12-31
        [[holiday]]
        id = "easter_monday"
        name = "Easter Monday"
        name_fr = "Lundi de Pâques"
        after_easter = 1
        article = "an article"
        [[holiday]]
        id = "abolition"
        name = "Abolition of slavery"
        name_fr = "Abolition de l'esclavage"
        on = "05-28"
        sets = ["saint_martin"]
        from = 2007-01-01
        until = 2008-05-31
        article = "an article"
        note = "a note"
        note_fr = "une note"
        [easter]
        sundays = ["04-08", "03-23"]
    "#;
    let holidays = Holidays::parse(sound).unwrap();
    assert_eq!(holidays.easter, [day(2007, 4, 8), day(2008, 3, 23)]);
    assert_eq!(holidays.holidays[1].when, When::On(5, 28));
    let faults: &[(&str, &str, &str)] = &[
        (r#""03-23""#, r#""03-24""#, "Easter of 2008: \"03-24\" is no Sunday"),
        (r#""03-23""#, r#""3-23""#, "is no Sunday"),
        (r#", "03-23""#, "", "1 Sundays of Easter"),
        ("2007-01-01", "2007-01-02", "whole years"),
        ("2008-12-31", "2008-12-30", "whole years"),
        ("05-28", "02-30", "abolition: \"02-30\" is not a day of every year"),
        ("05-28", "02-29", "not a day of every year"),
        ("after_easter = 1", "", "either on or after_easter"),
        ("after_easter = 1", "after_easter = 300", "leave the year"),
        ("saint_martin", "corsica", "unknown set \"corsica\""),
        ("until = 2008-05-31", "until = 2006-05-31", "ends before it begins"),
        ("\"abolition\"", "\"easter_monday\"", "easter_monday: twice"),
        ("\"Easter Monday\"", "\" \"", "an empty text"),
        ("une note", "", "one language only"),
        ("sets =", "set =", "unknown field"),
    ];
    for (from, to, words) in faults {
        let fault = Holidays::parse(&sound.replacen(from, to, 1)).expect_err(to);
        assert!(fault.contains(words), "{from} -> {to}: {fault}");
    }
}

#[test]
fn a_folder_with_a_stray_file_or_a_wrong_id_is_refused() {
    let parent = std::env::temp_dir().join(format!("apurement-law-data-{}", std::process::id()));
    let refused = |name: &str, text: &str, words: &str| {
        let folder = parent.join(name);
        std::fs::create_dir_all(&folder).unwrap();
        copy(&self::folder(), &folder, "law_book.toml");
        std::fs::write(folder.join(name), text).unwrap();
        let fault = LawData::read(&folder).unwrap_err();
        assert!(fault.contains(name) && fault.contains(words), "{fault}");
    };
    let plan = std::fs::read_to_string(folder().join("plan_length.toml")).unwrap();
    refused("notes.txt", "", "not a TOML file");
    refused("other_name.toml", &plan, "its id is \"plan_length\"");
    refused("broken.toml", "id = ", "broken.toml");
    std::fs::remove_dir_all(parent).unwrap();
}

fn copy(from: &Path, to: &Path, name: &str) {
    std::fs::copy(from.join(name), to.join(name)).unwrap();
}

/// Two books with the same law have the same digest; a note and a holiday count, a comment does not.
#[test]
fn the_digest_follows_the_law_and_nothing_else() {
    let law = law();
    let text = std::fs::read_to_string(folder().join("plan_length.toml")).unwrap();
    let with = |text: &str| {
        let tables = vec![Table::parse(text).unwrap()];
        LawData { read_on: law.read_on, tables, holidays: law.holidays.clone(), limits: law.limits.clone() }
            .digest()
    };
    let digest = with(&text);
    assert_eq!(digest.len(), 64);
    assert_eq!(with(&format!("# a comment\n{text}")), digest);
    assert_ne!(with(&text.replace("value = 84", "value = 96")), digest);
    assert_ne!(with(&text.replace("seven years", "7 years")), digest);
    let mut moved = law.clone();
    moved.holidays.holidays[0].when = When::On(1, 2);
    assert_ne!(moved.digest(), law.digest());
}
