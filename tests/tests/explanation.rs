//! Explanations: short, exact, whole in both languages, and with the articles that a seizure record must carry.
//!
//! The figures in them are recomputed here: brackets add up as fractions, differences are subtracted, and what a
//! sentence shows is the figure beside it, written as its language writes numbers.

mod common;

use apurement::explain::Rule;
use common::law::{Exact, Law, RATES, exact_amount, scale_amount};
use common::{answer, cents, day, euros, garnished, in_words, lone, request, rich, with, word};
use proptest::prelude::*;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

static LAW: LazyLock<Law> = LazyLock::new(Law::read);

/// A plain answer's explanation stays below this, in bytes of JSON.
const SHORT: usize = 4096;

/// Names of rules, as published: as stable as error codes. New ones are added at the end of their family.
const PUBLISHED: &[&str] = &[
    "fr.scale_dependants",
    "fr.scale_dependant",
    "fr.rsa_household",
    "fr.rsa_person",
    "fr.rsa_amount",
    "fr.scale_amount",
    "fr.scale_bracket",
    "fr.resources",
    "fr.expenses",
    "fr.partner_contribution",
    "fr.budget_ceiling",
    "fr.scale_ceiling",
    "fr.rsa_ceiling",
    "fr.main_home_exception",
    "fr.legal_maximum",
    "fr.left_to_live",
    "fr.capacity",
    "fr.garnishment",
    "fr.net_pay",
    "fr.payer_net",
    "fr.garnishment_floor",
    "fr.seizable",
    "fr.direct_payment",
    "fr.privileged_seizure",
    "fr.small_claim_first",
    "fr.preferred_share",
    "fr.pro_rata_share",
    "fr.bank_account_minimum",
    "fr.interest",
];

/// The explanation of a request as it is written.
fn written(request: &Value) -> String {
    let response = apurement::evaluate(request.to_string().as_bytes());
    let blocks: BTreeMap<String, Box<RawValue>> = serde_json::from_slice(&response).expect("JSON");
    blocks.get("explanation").unwrap_or_else(|| panic!("no explanation: {blocks:?}")).get().to_owned()
}

/// Every step of an explanation, children after their parent.
fn steps(answer: &Value) -> Vec<Value> {
    fn gather(steps: &Value, found: &mut Vec<Value>) {
        for step in steps.as_array().into_iter().flatten() {
            found.push(step.clone());
            gather(&step["children"], found);
        }
    }
    let mut found = Vec::new();
    gather(&answer["explanation"], &mut found);
    assert!(!found.is_empty(), "no explanation");
    found
}

fn of_rule<'a>(steps: &'a [Value], rule: &str) -> Vec<&'a Value> {
    steps.iter().filter(|step| step["rule"] == rule).collect()
}

fn explained(mut request: Value, parts: &[&str], language: &str) -> Value {
    let mut want = parts.to_vec();
    want.push("explanation");
    request["want"] = json!(want);
    request["language"] = json!(language);
    request
}

/// Requests that between them apply every rule.
fn everything() -> Vec<Value> {
    let mut requests = rich::all();
    let early = json!({
        "assessed_on": "2011-05-15",
        "household": {"applicants": [{"id": "a"}], "children": [{"id": "c", "age": 3, "custody": "full"}]},
        "garnishment": {"payers": [{"id": "p", "kind": "wage", "net": "900.00"}]}
    });
    requests.push(request(early));
    for previous in [Value::Null, json!("2026-05-01")] {
        let seizure =
            json!({"seized_on": "2026-05-11", "balances": ["310.00"], "previous_seizure_on": previous});
        requests.push(request(json!({"garnishment": {"bank_account": seizure}})));
    }
    requests.push(lone("1650.00"));
    requests
        .into_iter()
        .map(|request| {
            let mut all = request;
            all["want"] = Value::Null;
            all
        })
        .collect()
}

#[test]
fn a_plain_scale_amount_is_explained_shortly() {
    for language in ["fr", "en"] {
        for net in ["300.00", "1500.00", "2500.00", "9999.99", "7505999378950.82"] {
            for dependants in [json!(0), json!("1.5"), json!(100)] {
                let request = with(garnished(net, json!([])), "/garnishment/dependants", dependants);
                let text = written(&explained(request, &["garnishment"], language));
                assert!(text.len() < SHORT, "{} bytes for {net} in {language}", text.len());
            }
        }
    }
}

#[test]
fn a_plain_capacity_is_explained_shortly() {
    for language in ["fr", "en"] {
        for amount in ["800.00", "1650.00", "2500.00", "9999.99"] {
            let expenses =
                json!([{"kind": "rent", "amount": "545.00"}, {"kind": "food", "amount": "290.00"}]);
            let request = with(lone(amount), "/expenses", expenses);
            let text = written(&explained(request, &["capacity"], language));
            assert!(text.len() < SHORT, "{} bytes for {amount} in {language}", text.len());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// The brackets join, each is its rate of its width, and they add up to twelve times the exact amount.
    #[test]
    fn the_brackets_add_up_exactly(
        net in prop_oneof![4 => 1..400_000_i64, 1 => 1..10_000_000_i64], halves in 0..=20_u32,
        year in 2012..=2026_i32, english in any::<bool>()
    ) {
        let on = day(year, 7, 14);
        let dependants = if halves % 2 == 1 { format!("{}.5", halves / 2) } else { (halves / 2).to_string() };
        let request = garnished(&euros(net.into()), json!([]));
        let request = with(with(request, "/garnishment/dependants", json!(dependants)), "/assessed_on", json!(on.to_string()));
        let steps = steps(&answer(&explained(request, &["garnishment"], if english { "en" } else { "fr" })));
        let amounts = of_rule(&steps, "fr.scale_amount");
        prop_assert_eq!(amounts.len(), 1);
        let brackets = amounts[0]["children"].as_array().expect("brackets");
        let mut lower = 0;
        let mut sum = Exact::ZERO;
        for (bracket, (above, below)) in brackets.iter().zip(RATES) {
            prop_assert_eq!(&bracket["rule"], "fr.scale_bracket");
            let inputs = &bracket["inputs"];
            let rate = Exact::new(above, below);
            prop_assert_eq!(Exact::read(inputs["rate"].as_str().expect("a rate")), rate);
            prop_assert_eq!(cents(&inputs["from"]), lower, "the brackets join");
            let upper = cents(&inputs["to"]);
            let result = Exact::read(bracket["result"].as_str().expect("a sum"));
            prop_assert_eq!(result, rate.times(Exact::new(upper - lower, 100)));
            sum = sum.plus(result);
            lower = upper;
        }
        prop_assert_eq!(lower, 12 * i128::from(net), "the brackets end at the yearly base");
        let scale = LAW.scale(on).value();
        let exact = exact_amount(&scale, net.into(), halves.into());
        // Yearly euros from monthly cents.
        prop_assert_eq!(sum, exact.times(Exact::new(12, 100)));
        prop_assert_eq!(cents(&amounts[0]["result"]), scale_amount(&scale, net.into(), halves.into()));
        prop_assert_eq!(&amounts[0]["rounding"], "half_up");
    }
}

#[test]
fn every_rule_is_applied_somewhere() {
    let mut applied = BTreeSet::new();
    for request in everything() {
        applied.extend(steps(&answer(&request)).iter().map(|step| word(&step["rule"])));
    }
    let names: Vec<&str> = Rule::ALL.iter().map(|rule| rule.name()).collect();
    let unique: BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(unique.len(), names.len(), "a name is given twice");
    let never: Vec<&&str> = names.iter().filter(|name| !applied.contains(**name)).collect();
    assert!(never.is_empty(), "no request applies {never:?}");
    let unknown: Vec<&String> = applied.iter().filter(|name| !unique.contains(name.as_str())).collect();
    assert!(unknown.is_empty(), "not in the list of rules: {unknown:?}");
    let gone: Vec<&&str> = PUBLISHED.iter().filter(|name| !unique.contains(**name)).collect();
    assert!(gone.is_empty(), "published names can't go: {gone:?}");
    assert_eq!(names.len(), PUBLISHED.len(), "publish the new names here");
}

/// Each step has the provisions of its rule, and none that its rule does not name.
#[test]
fn steps_carry_the_provisions_of_their_rules() {
    let provisions: BTreeMap<&str, &[&str]> =
        Rule::ALL.iter().map(|rule| (rule.name(), rule.provisions())).collect();
    for request in everything() {
        for step in steps(&answer(&request)) {
            let expected = provisions[step["rule"].as_str().expect("a rule")];
            let found: Vec<String> = step["provisions"].as_array().into_iter().flatten().map(word).collect();
            assert_eq!(found, expected, "{}", step["rule"]);
        }
    }
}

/// Every sentence, in both languages: whole, translated, and written as the language writes numbers.
#[test]
fn every_sentence_is_whole_in_both_languages() {
    let mut wrong = BTreeSet::new();
    for request in everything() {
        let [french, english] =
            ["fr", "en"].map(|language| steps(&answer(&with(request.clone(), "/language", json!(language)))));
        assert_eq!(french.len(), english.len());
        for (one, other) in french.iter().zip(&english) {
            let rule = word(&one["rule"]);
            // Sentences and nothing else depend on the language.
            for field in ["rule", "inputs", "result", "rounding", "versions", "provisions"] {
                assert_eq!(one[field], other[field], "{rule}: {field}");
            }
            let (one, other) = (told(one), told(other));
            for (text, language) in [(&one, "French"), (&other, "English")] {
                if text.trim() != text || text.is_empty() || text.contains(['{', '}']) || text.contains("  ")
                {
                    wrong.insert(format!("{rule}: {text:?} is not whole"));
                }
                if !text.ends_with('.') {
                    wrong.insert(format!("{rule}: {text:?} does not end"));
                }
                if !numbers_are(text, language) {
                    wrong.insert(format!("{rule}: numbers of {text:?} are not {language}"));
                }
            }
            if one == other {
                wrong.insert(format!("{rule}: not translated: {one}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn told(step: &Value) -> String {
    step["text"].as_str().expect("a sentence").to_owned()
}

/// Whether the numbers of a text are written as a language does: `1 234,50 €` in French, with a narrow no-break
/// space and a no-break space; `€1,234.50` in English.
fn numbers_are(text: &str, language: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let digit = |place: usize| chars.get(place).is_some_and(char::is_ascii_digit);
    (0..chars.len()).all(|place| {
        let between = place > 0 && digit(place - 1) && digit(place + 1);
        let run = (place + 1..chars.len()).take_while(|place| digit(*place)).count();
        let run_before = (0..place).rev().take_while(|place| digit(*place)).count();
        match (chars[place], language) {
            // A decimal point is English, unless it is of a date, which has none here.
            ('.', "French") => !between,
            ('.', _) => !between || run_before <= 3,
            // Thousands are parted before a decimal mark too.
            (',', "French") => !between || run_before <= 3,
            // In English a comma between digits parts thousands.
            (',', _) => !between || run == 3,
            ('€', "French") => {
                place > 1 && chars[place - 1] == '\u{a0}' && (digit(place - 2) || chars[place - 2] == '…')
            }
            ('€', _) => digit(place + 1),
            ('\u{202f}', "French") => between && run == 3,
            ('\u{202f}', _) => false,
            (' ', _) => !between || language == "English" || !looks_like_amount(&chars, place),
            _ => true,
        }
    })
}

/// Whether a plain space parts the thousands of an amount, which would let it break over two lines.
fn looks_like_amount(chars: &[char], space: usize) -> bool {
    let after: String = chars[space + 1..].iter().take(3).collect();
    after.len() == 3 && after.bytes().all(|byte| byte.is_ascii_digit())
}

#[test]
fn the_style_of_numbers_is_recognised() {
    for sound in ["1\u{202f}234,50\u{a0}€", "soit 0,05\u{a0}€.", "1/20 de 4\u{202f}480,00\u{a0}€", "1,8"]
    {
        assert!(numbers_are(sound, "French"), "{sound}");
    }
    for wrong in
        ["1234.50\u{a0}€", "1234,5678…\u{a0}€", "€1", "1\u{202f}23,50\u{a0}€", "12,50 €", "1 234,50\u{a0}€"]
    {
        assert!(!numbers_are(wrong, "French"), "{wrong}");
    }
    for sound in ["€1,234.50", "1.8", "from €0.00 to €4,480.00:"] {
        assert!(numbers_are(sound, "English"), "{sound}");
    }
    for wrong in ["€1234.5678…", "1\u{202f}234", "1,8", "12 €", "€1,23"] {
        assert!(!numbers_are(wrong, "English"), "{wrong}");
    }
}

/// Explaining never refuses what is answered without: not even the largest pay.
#[test]
fn the_largest_amounts_are_explained() {
    for net in ["7505999378950.83", "90071992547409.91"] {
        let unexplained = answer(&garnished(net, json!([])));
        let explained = answer(&explained(garnished(net, json!([])), &["garnishment"], "fr"));
        assert_eq!(explained["garnishment"], unexplained["garnishment"]);
    }
}

/// A step says what decided: the same rule with the same inputs gives the same result.
#[test]
fn the_same_inputs_give_the_same_result() {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut wrong = BTreeSet::new();
    for request in everything() {
        for step in steps(&answer(&request)) {
            let inputs = json!([step["rule"], step["inputs"], step["versions"], step["children"]]);
            // What has neither inputs nor children sums up facts that are not steps. The uplift of a child follows
            // its rank, which the list of persons shows.
            if step["inputs"].is_null() && step["children"].is_null() || step["rule"] == "fr.rsa_person" {
                continue;
            }
            let result = step["result"].to_string();
            let before = seen.entry(inputs.to_string()).or_insert_with(|| result.clone());
            if *before != result {
                wrong.insert(format!("{inputs}: {before} and {result}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Rules whose result is a count or a share, not an amount.
const COUNTS: &[&str] = &["fr.scale_dependants", "fr.scale_dependant", "fr.rsa_household", "fr.rsa_person"];

/// The sentence of a step shows the result of the step.
#[test]
fn every_sentence_shows_its_result() {
    let mut shown = BTreeSet::new();
    for request in everything() {
        for language in ["fr", "en"] {
            for step in steps(&answer(&with(request.clone(), "/language", json!(language)))) {
                let rule = word(&step["rule"]);
                let Some(result) = step["result"].as_str() else { panic!("{rule} has no result") };
                if COUNTS.contains(&rule.as_str()) {
                    let number = if language == "fr" { result.replace('.', ",") } else { result.to_owned() };
                    assert!(
                        told(&step).contains(&number),
                        "{rule}: {:?} does not show {number}",
                        told(&step)
                    );
                } else if rule != "fr.scale_bracket" {
                    let amount = in_words(cents(&step["result"]), language);
                    assert!(
                        told(&step).contains(&amount),
                        "{rule}: {:?} does not show {amount}",
                        told(&step)
                    );
                    shown.insert(rule);
                }
            }
        }
    }
    assert_eq!(shown.len(), Rule::ALL.len() - COUNTS.len() - 1, "{shown:?}");
}

/// What a step says follows from what went in.
#[test]
fn the_arithmetic_of_each_step_holds() {
    let mut checked = BTreeSet::new();
    for request in everything() {
        for step in steps(&answer(&request)) {
            let rule = word(&step["rule"]);
            let input = |name: &str| cents(&step["inputs"][name]);
            let given = |name: &str| step["inputs"].get(name).map_or(0, cents);
            let children = |rule: &str| -> Vec<Value> {
                let children = step["children"].as_array().cloned().unwrap_or_default();
                children.into_iter().filter(|child| child["rule"] == rule).collect()
            };
            let expected = match rule.as_str() {
                "fr.budget_ceiling" => input("resources") - input("expenses"),
                "fr.rsa_ceiling" => input("resources") - input("household_rsa"),
                "fr.left_to_live" => input("resources") - input("retained"),
                "fr.garnishment" => input("net") - input("withheld"),
                "fr.seizable" => input("scale_amount").min((input("net") - input("floor")).max(0)),
                "fr.direct_payment" => input("from_unseizable") + input("from_seizable"),
                "fr.bank_account_minimum" if cents(&step["result"]) > 0 => {
                    input("one_person_rsa").min(input("credit"))
                }
                "fr.privileged_seizure" | "fr.small_claim_first" => input("due").min(input("available")),
                "fr.net_pay" => children("fr.payer_net").iter().map(|child| cents(&child["result"])).sum(),
                "fr.payer_net" if step["inputs"].get("pay").is_some() => {
                    input("pay") + given("accessories") + given("benefits_in_kind")
                        - given("contributions")
                        - given("withholding_tax")
                }
                "fr.rsa_amount" => {
                    let coefficient = Exact::read(step["inputs"]["coefficient"].as_str().expect("a number"));
                    Exact::whole(input("one_person")).times(coefficient).half_up()
                }
                "fr.interest" => {
                    let exact = Exact::read(step["inputs"]["exact"].as_str().expect("a number"));
                    exact.times(Exact::whole(100)).half_up()
                }
                "fr.scale_ceiling" => cents(&children("fr.scale_amount")[0]["result"]),
                "fr.rsa_household" => {
                    let shares = children("fr.rsa_person");
                    let sum = shares.iter().fold(Exact::ZERO, |sum, share| {
                        sum.plus(Exact::read(share["result"].as_str().expect("a share")))
                    });
                    assert_eq!(Exact::read(step["result"].as_str().expect("a sum")), sum);
                    checked.insert(rule);
                    continue;
                }
                _ => continue,
            };
            assert_eq!(cents(&step["result"]), expected, "{step}");
            checked.insert(rule);
        }
    }
    assert_eq!(checked.len(), 15, "{checked:?}");
}

/// The explanation of a capacity leads to the figures of its block.
#[test]
fn an_explanation_tells_the_figures_of_the_answer() {
    for request in everything() {
        let answer = answer(&request);
        let steps = steps(&answer);
        let result = |rule: &str| of_rule(&steps, rule).first().map(|step| step["result"].clone());
        for (rule, figure) in [
            ("fr.capacity", "/capacity/retained"),
            ("fr.left_to_live", "/capacity/left_to_live"),
            ("fr.legal_maximum", "/capacity/legal_maximum"),
            ("fr.budget_ceiling", "/capacity/ceilings/budget"),
            ("fr.scale_ceiling", "/capacity/ceilings/scale_amount"),
            ("fr.rsa_ceiling", "/capacity/ceilings/household_rsa"),
            ("fr.expenses", "/budget/expenses"),
            ("fr.resources", "/budget/own_resources"),
            ("fr.scale_dependants", "/household/scale_dependants"),
            ("fr.rsa_household", "/household/rsa/coefficient"),
            ("fr.garnishment", "/garnishment/left_to_debtor"),
            ("fr.net_pay", "/garnishment/net"),
            ("fr.seizable", "/garnishment/seizable"),
            ("fr.garnishment_floor", "/garnishment/floor"),
            ("fr.bank_account_minimum", "/garnishment/bank_account/minimum"),
            ("fr.interest", "/interest/0/interest/accrued"),
        ] {
            assert_eq!(result(rule).as_ref(), answer.pointer(figure), "{rule} and {figure}");
        }
    }
}

/// CPCE R. 212-1-12, 3°: the record states the method of calculation. Thresholds, dependants and floor are there,
/// each with its article, its figures and the day from which they hold.
#[test]
fn a_garnishment_is_explained_for_the_record() {
    for language in ["fr", "en"] {
        let request = with(garnished("1500.00", json!([])), "/garnishment/dependants", json!(2));
        let answer = answer(&explained(request, &["garnishment"], language));
        let steps = steps(&answer);
        let one = |rule: &str| {
            let found = of_rule(&steps, rule);
            assert_eq!(found.len(), 1, "{rule}");
            found[0].clone()
        };
        let names = |step: &Value, provision: &str| {
            let provisions = step["provisions"].as_array().expect("provisions");
            assert!(
                provisions.iter().any(|named| named == provision),
                "{} names no {provision}",
                step["rule"]
            );
        };
        names(&one("fr.garnishment"), "CPCE R. 212-1-12, 3°");
        // The scale: its article, the article of dependants, their number, and the version of the decree.
        let scale = one("fr.scale_amount");
        names(&scale, "C. trav. L. 3252-2");
        names(&scale, "C. trav. R. 3252-2");
        names(&scale, "C. trav. R. 3252-3");
        assert_eq!(scale["inputs"]["dependants"], "2");
        assert_eq!(scale["versions"]["garnishment_scale"], "2026-01-01");
        assert!(told(&scale).contains('2'));
        // The thresholds: the first bounds of 2026, raised by two increments, 4 480 + 3 480 euros a year.
        let brackets = of_rule(&steps, "fr.scale_bracket");
        let bounds: Vec<i128> = brackets.iter().map(|bracket| cents(&bracket["inputs"]["to"])).collect();
        assert_eq!(bounds, [796_000, 1_221_000, 1_648_000, 1_800_000]);
        for bracket in &brackets {
            let told = told(bracket);
            for bound in ["from", "to"] {
                assert!(told.contains(&in_words(cents(&bracket["inputs"][bound]), language)), "{told}");
            }
            assert!(told.contains(bracket["inputs"]["rate"].as_str().expect("a rate")), "{told}");
        }
        // The floor: the RSA of one person, which always stays.
        let floor = one("fr.garnishment_floor");
        names(&floor, "C. trav. L. 3252-3 al. 2");
        names(&floor, "C. trav. R. 3252-5");
        assert_eq!(floor["versions"]["rsa_general"], "2026-04-01");
        assert_eq!(floor["versions"]["garnishment_floor"], "2012-06-01");
        names(&one("fr.seizable"), "C. trav. L. 3252-3");
        names(&one("fr.net_pay"), "C. trav. L. 3252-4");
    }
}

/// Each claim is explained by the article that gives it its turn.
#[test]
fn each_claim_is_explained_by_its_turn() {
    let claims = json!([
        {"id": "gina", "kind": "maintenance", "current_term": "60.00"},
        {"id": "treasury", "kind": "privileged_administrative_seizure", "amount": "40.00"},
        {"id": "shop", "kind": "garnishment", "amount": "30.00"},
        {"id": "town", "kind": "administrative_seizure", "amount": "900.00", "preference_rank": 1},
        {"id": "bank", "kind": "garnishment", "amount": "1900.00"},
        {"id": "loan", "kind": "assignment", "amount": "950.00"}
    ]);
    let steps = steps(&answer(&explained(garnished("3500.00", claims), &["garnishment"], "en")));
    for (claim, rule, provision) in [
        ("gina", "fr.direct_payment", "C. trav. L. 3252-5"),
        ("treasury", "fr.privileged_seizure", "CPCE R. 212-1-33"),
        ("shop", "fr.small_claim_first", "CPCE D. 212-1-24"),
        ("town", "fr.preferred_share", "CPCE L. 212-10 al. 1"),
        ("bank", "fr.pro_rata_share", "CPCE L. 212-10 al. 1"),
        ("loan", "fr.pro_rata_share", "CPCE L. 212-10 al. 1"),
    ] {
        let step = steps.iter().find(|step| step["inputs"]["claim"] == claim).expect(claim);
        assert_eq!(step["rule"], rule, "{claim}");
        assert!(
            step["provisions"].as_array().expect("provisions").iter().any(|named| named == provision),
            "{claim}"
        );
        assert!(told(step).contains(&format!("“{claim}”")), "{claim}");
    }
}

/// Every dated value that an explanation names is one of the book, from the day that the book says.
#[test]
fn versions_are_those_of_the_law() {
    let mut tables = BTreeSet::new();
    for request in everything() {
        let overlaid = request.pointer("/law/overlays").is_some();
        for step in steps(&answer(&request)) {
            for (table, from) in step["versions"].as_object().into_iter().flatten() {
                tables.insert(table.clone());
                if overlaid || table == "expense_scale" {
                    continue;
                }
                let entries = &LAW.0.table(table).unwrap_or_else(|| panic!("no table {table}")).entries;
                let from = from.as_str().expect("a day");
                assert!(entries.iter().any(|entry| entry.from.to_string() == from), "{table} from {from}");
            }
        }
    }
    assert!(tables.len() >= 6, "{tables:?}");
}
