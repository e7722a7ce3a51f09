//! Reports, in both languages and both formats: the sections that the facts call for, tables that hold, and the figures
//! of the answer and no others. `names.rs` holds what callers write into them.

mod common;

use common::page::{Page, Table, assert_tables_hold, report, reported};
use common::{answer, cents, cents_of, in_words, rich, with, word};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const LANGUAGES: [&str; 2] = ["fr", "en"];

/// The example cases, the rich requests, and a seizure on accounts alone.
fn requests() -> Vec<(String, Value)> {
    let mut requests = common::cases();
    // Debts and plans have reports of their own.
    let mut lone_filer = rich::lone_filer();
    for field in ["debts", "history", "plan", "audit", "prospects"] {
        common::object(&mut lone_filer).remove(field);
    }
    requests.push(("lone filer".into(), lone_filer.clone()));
    requests.push(("couple".into(), rich::couple()));
    let undecided = with(lone_filer, "/decisions", Value::Null);
    let undecided = with(undecided, "/conventions", Value::Null);
    requests.push(("undecided lone filer".into(), undecided));
    let seizure = json!({"bank_account": {"seized_on": "2026-05-11", "balances": ["310.00"]}});
    requests.push((
        "past the verification".into(),
        with(common::lone("1500.00"), "/assessed_on", json!("2027-05-15")),
    ));
    requests.push(("accounts".into(), common::request(json!({"garnishment": seizure}))));
    requests
}

fn amount(value: &Value, language: &str) -> String {
    in_words(cents(value), language)
}

/// Every amount written in a text, in cents, in order.
fn amounts(text: &str, language: &str) -> Vec<i128> {
    let mut found = Vec::new();
    let pieces: Vec<&str> = match language {
        "fr" => text.split('€').collect(),
        _ => text.split('€').skip(1).collect(),
    };
    for (place, piece) in pieces.iter().enumerate() {
        let number: String = if language == "fr" {
            let Some(before) = piece.strip_suffix('\u{a0}') else { continue };
            let reversed: String = before
                .chars()
                .rev()
                .take_while(|c| c.is_ascii_digit() || matches!(c, ',' | '\u{202f}' | '-'))
                .collect();
            reversed.chars().rev().collect()
        } else {
            let sign = text.split('€').nth(place).is_some_and(|before| before.ends_with('-'));
            let digits: String =
                piece.chars().take_while(|c| c.is_ascii_digit() || matches!(c, ',' | '.')).collect();
            format!("{}{}", if sign { "-" } else { "" }, digits.trim_end_matches(['.', ',']))
        };
        let plain = match language {
            "fr" => number.replace('\u{202f}', "").replace(',', "."),
            _ => number.replace(',', ""),
        };
        // Exact sums of more decimals are not amounts.
        if plain.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 2) {
            found.push(cents_of(&plain));
        }
    }
    found
}

#[test]
fn amounts_are_found_in_a_text() {
    let french =
        format!("a {} b {}, c 1\u{202f}413,3333…\u{a0}€.", in_words(-123_456, "fr"), in_words(5, "fr"));
    assert_eq!(amounts(&french, "fr"), [-123_456, 5]);
    let english = format!(
        "a {} b {}, c €1413.3333…. {}.",
        in_words(-123_456, "en"),
        in_words(5, "en"),
        in_words(100, "en")
    );
    assert_eq!(amounts(&english, "en"), [-123_456, 5, 100]);
}

fn say<'t>(language: &str, french: &'t str, english: &'t str) -> &'t str {
    if language == "fr" { french } else { english }
}

/// Whether a plan pays something.
fn pays(answer: &Value) -> bool {
    answer.get("plan").is_some_and(|plan| cents(&plan["totals"]["paid"]) > 0)
}

/// Stands for the sections of the statements of interest, one a claim.
const STATEMENTS: &str = "statements";

/// The sections that the facts call for, in order.
fn sections(request: &Value, answer: &Value, language: &str) -> Vec<String> {
    let say = |french: &'static str, english: &'static str| say(language, french, english);
    let has = |part: &str| answer.get(part).is_some();
    let compared = |part: &str| answer["comparison"][part].as_array().is_some_and(|rows| !rows.is_empty());
    let given = |part: &str| request[part].as_array().is_some_and(|list| !list.is_empty());
    let garnishment = |part: &str| answer["garnishment"].get(part).is_some();
    let sections = [
        (has("capacity"), say("Capacité de remboursement", "Repayment capacity")),
        (has("admissibility"), say("Recevabilité", "Admissibility")),
        (has("orientation"), say("Orientation", "Orientation")),
        (request.get("review").is_some(), say("Où en est le plan", "Where the plan stands")),
        (has("deadlines"), say("Échéances", "Time limits")),
        (given("debts"), say("État détaillé des dettes", "Detailed debts")),
        (has("plan"), say("Tableau des mesures", "Table of measures")),
        (answer["plan"].get("sale").is_some(), say("Vente du bien", "Sale of the asset")),
        (pays(answer), say("Contrôle du plan", "Check of the plan")),
        (
            compared("margins"),
            say("Au maximum, ou en gardant une marge", "At the maximum, or with a margin kept"),
        ),
        (
            compared("ways"),
            say("Plan, suspension, rétablissement personnel", "Plan, suspension, personal recovery"),
        ),
        (pays(answer), say("Motivation des mesures", "Reasons of the measures")),
        (
            request.get("household").is_some(),
            say("État descriptif de la situation", "Description of the situation"),
        ),
        (given("assets"), say("État du patrimoine", "Assets")),
        (has("budget"), say("État détaillé des charges", "Detailed expenses")),
        (has("capacity") && pays(answer), say("Motivation de la capacité", "Reasons of the capacity")),
        (has("capacity") && !pays(answer), say("Motivation", "Reasons")),
        (garnishment("net"), say("Saisie des rémunérations du mois", "Garnishment of the month")),
        (garnishment("net"), say("Mode de calcul", "Method of calculation")),
        (garnishment("bank_account"), say("Saisie sur compte bancaire", "Seizure on bank accounts")),
        (has("interest"), STATEMENTS),
        (
            answer["advisories"].as_array().is_some_and(|list| !list.is_empty()),
            say("À savoir", "To be known"),
        ),
        (true, say("Droit appliqué", "Law applied")),
    ];
    let called_for = sections.into_iter().filter(|(called_for, _)| *called_for).map(|(_, title)| title);
    let statement = |statement: &Value| {
        let name = word(statement.get("label").unwrap_or(&statement["id"]));
        match language {
            "fr" => format!("Décompte de la créance «\u{a0}{name}\u{a0}»"),
            _ => format!("Statement of claim “{name}”"),
        }
    };
    let titles = |title: &'static str| match title {
        STATEMENTS => answer["interest"].as_array().expect("statements").iter().map(statement).collect(),
        title => vec![title.to_owned()],
    };
    called_for.flat_map(titles).collect()
}

#[test]
fn a_report_has_the_sections_that_the_facts_call_for() {
    for (name, request) in requests() {
        for language in LANGUAGES {
            let answer = reported(&request, language);
            let page = Page::read(report(&answer, "markdown"));
            assert!(page.strangers.is_empty(), "{name}: {:?}", page.strangers);
            let (first, others) = page.headings.split_first().expect("a title");
            let title = if answer.get("plan").is_some() {
                say(
                    language,
                    "Situation, capacité de remboursement et mesures",
                    "Situation, repayment capacity and measures",
                )
            } else if request.get("household").is_none() && answer.get("interest").is_some() {
                say(language, "Décompte d'intérêts", "Statement of interest")
            } else {
                say(language, "Situation et capacité de remboursement", "Situation and repayment capacity")
            };
            assert_eq!(*first, (1, title.to_owned()), "{name}");
            let expected: Vec<(u32, String)> =
                sections(&request, &answer, language).into_iter().map(|title| (2, title)).collect();
            assert_eq!(others, expected, "{name} in {language}");
            // The same sections, underlined, as plain text.
            let text = report(&answer, "text");
            for (_, title) in &page.headings {
                let rule: Vec<char> = text
                    .lines()
                    .skip_while(|line| line != title)
                    .nth(1)
                    .unwrap_or_else(|| panic!("{name}: no {title:?} as text"))
                    .chars()
                    .collect();
                assert_eq!(rule.len(), title.chars().count(), "{name}: {title}");
                assert!(rule.iter().all(|c| *c == '=') || rule.iter().all(|c| *c == '-'), "{name}: {title}");
            }
        }
    }
}

/// Each section says something: reasons and methods too, whether the explanation was wanted or not.
#[test]
fn no_section_is_empty() {
    for (name, request) in requests() {
        for language in LANGUAGES {
            let mut alone = request.clone();
            alone["want"] = json!(["report_text", "report_markdown"]);
            alone["language"] = json!(language);
            let answer = answer(&alone);
            assert_eq!(answer["reports"], reported(&request, language)["reports"], "{name}");
            let markdown = report(&answer, "markdown");
            for section in markdown.split("\n## ").skip(1) {
                let (title, body) = section.split_once('\n').expect("a body");
                assert!(!body.trim().is_empty(), "{name}: {title} is empty");
            }
            assert!(answer.get("explanation").is_none(), "{name}: nobody wanted it");
        }
    }
}

#[test]
fn every_row_has_as_many_cells_as_its_heads() {
    for (name, request) in requests() {
        for language in LANGUAGES {
            assert_tables_hold(&name, &reported(&request, language));
        }
    }
}

/// L. 731-3: what is left to live on comes first, and an amount that nobody decided is called a maximum.
#[test]
fn what_is_left_comes_first_and_a_maximum_is_called_one() {
    let mut decided = 0;
    for (name, request) in requests() {
        for language in LANGUAGES {
            let answer = reported(&request, language);
            let Some(capacity) = answer.get("capacity") else { continue };
            for format in ["text", "markdown"] {
                let report = report(&answer, format);
                let shown = amounts(report, language);
                assert_eq!(shown[0], cents(&capacity["left_to_live"]), "{name}: the first figure");
                assert_eq!(shown[1], cents(&capacity["retained"]), "{name}: the second figure");
                // The first figure stands under its name, the second under its label.
                let lines: Vec<&str> = report.lines().filter(|line| line.contains('€')).collect();
                assert!(lines[0].contains(say(language, "Reste à vivre", "Left to live on")), "{}", lines[0]);
                if capacity.get("decided").is_some() {
                    decided += 1;
                    assert!(lines[1].contains(say(language, "par décision", "by decision")), "{}", lines[1]);
                    assert!(!lines[1].to_lowercase().contains("maximum"), "{}", lines[1]);
                } else {
                    assert!(lines[1].to_lowercase().contains("maximum"), "{}", lines[1]);
                    assert!(
                        lines[1].contains(say(language, "non la somme due", "not the amount due")),
                        "{}",
                        lines[1]
                    );
                }
            }
        }
    }
    assert!(decided >= 4, "no decided case was looked at");
}

/// Value, sale costs and the debtor's net part of an asset: the value less the costs, by the debtor's share, down to
/// the cent.
fn asset_figures(asset: &Value) -> [i128; 3] {
    let (value, costs) = (cents(&asset["value"]), asset.get("sale_costs").map_or(0, cents));
    let share = asset.get("joint_share_percent").and_then(Value::as_i64).unwrap_or(100);
    [value, costs, (value - costs).max(0) * i128::from(share) / 100]
}

/// Cells of a table at some columns.
fn columns(table: &Table, places: &[usize]) -> Vec<Vec<String>> {
    table.rows.iter().map(|row| places.iter().map(|place| row[*place].clone()).collect()).collect()
}

/// Cell by cell, the tables hold the figures of the blocks.
#[test]
fn the_tables_hold_the_figures_of_the_answer() {
    for (name, request) in requests() {
        for language in LANGUAGES {
            let answer = reported(&request, language);
            let page = Page::read(report(&answer, "markdown"));
            let say = |french, english| say(language, french, english);
            let money = |value: &Value| amount(value, language);
            let number = |value: &Value| {
                let text = word(value);
                if language == "fr" { text.replace('.', ",") } else { text }
            };
            if let Some(household) = answer.get("household") {
                let people = page.table(say("Composition du foyer", "The household"));
                let expected: Vec<Vec<String>> = household["members"]
                    .as_array()
                    .expect("members")
                    .iter()
                    .map(|member| {
                        vec![word(&member["id"]), number(&member["scale"]), number(&member["rsa_uplift"])]
                    })
                    .collect();
                assert_eq!(columns(people, &[0, 2, 3]), expected, "{name}: people");
                let rsa = &household["rsa"];
                let sum = format!(
                    "{} × {} = {}",
                    money(&rsa["one_person"]),
                    number(&rsa["coefficient"]),
                    money(&rsa["amount"])
                );
                assert!(page.items.iter().any(|item| item.contains(&sum)), "{name}: {sum}");
            }
            let resources = request["resources"].as_array().cloned().unwrap_or_default();
            if !resources.is_empty() && request.get("household").is_some() {
                let mut expected: Vec<Vec<String>> =
                    resources.iter().map(|resource| vec![money(&resource["amount"])]).collect();
                let total = resources.iter().map(|resource| cents(&resource["amount"])).sum();
                expected.push(vec![in_words(total, language)]);
                let table = page.table(say("Ressources mensuelles", "Monthly resources"));
                assert_eq!(columns(table, &[1]), expected, "{name}: resources");
            }
            if let Some(assets) =
                request.get("assets").and_then(Value::as_array).filter(|list| !list.is_empty())
            {
                // Value, sale costs and the debtor's net part, each with its total; absent costs as a dash.
                let figures: Vec<[i128; 3]> = assets.iter().map(asset_figures).collect();
                let costs = |asset: &Value| asset.get("sale_costs").map_or("–".to_owned(), money);
                let mut expected: Vec<Vec<String>> = assets
                    .iter()
                    .zip(&figures)
                    .map(|(asset, [_, _, net])| {
                        vec![money(&asset["value"]), costs(asset), in_words(*net, language)]
                    })
                    .collect();
                expected.push(
                    (0..3).map(|place| in_words(figures.iter().map(|f| f[place]).sum(), language)).collect(),
                );
                let table = page.table(say("Biens", "Assets"));
                assert_eq!(columns(table, &[1, 2, 3]), expected, "{name}: assets");
            }
            if let Some(budget) = answer.get("budget") {
                let list = |field: &str| budget[field].as_array().expect("a list").clone();
                let mut expected: Vec<Vec<String>> = list("lines")
                    .iter()
                    .chain(&list("flat_rates"))
                    .map(|line| vec![money(&line["declared"]), money(&line["counted"])])
                    .collect();
                let total = cents(&budget["common"]) + cents(&budget["personal"]);
                expected.push(vec![String::new(), in_words(total, language)]);
                let table = page.table(say("Dépenses mensuelles", "Monthly expenses"));
                assert_eq!(columns(table, &[1, 2]), expected, "{name}: expenses");
            }
            if let Some(capacity) = answer.get("capacity") {
                let ceilings = &capacity["ceilings"];
                let expected: Vec<Vec<String>> = [
                    &ceilings["budget"],
                    &ceilings["scale_amount"],
                    &ceilings["household_rsa"],
                    &capacity["legal_maximum"],
                    &capacity["minimum_to_leave"],
                ]
                .iter()
                .map(|figure| vec![money(figure)])
                .collect();
                assert_eq!(
                    columns(page.table(say("Plafonds", "Ceilings")), &[1]),
                    expected,
                    "{name}: ceilings"
                );
                let variants =
                    capacity.get("variants").and_then(Value::as_array).cloned().unwrap_or_default();
                if !variants.is_empty() && cents(&capacity["computed"]) > 0 {
                    let expected: Vec<Vec<String>> = variants
                        .iter()
                        .map(|variant| vec![money(&variant["amount"]), money(&variant["left_to_live"])])
                        .collect();
                    // Beside measures the margins are told with them.
                    let (caption, places) = match answer.pointer("/comparison/margins/0") {
                        Some(_) => (say("Ce que devient le plan", "What becomes of the plan"), [2, 1]),
                        None => (say("Au maximum", "At the maximum"), [1, 2]),
                    };
                    let table = page.table(caption);
                    assert_eq!(columns(table, &places), expected, "{name}: variants");
                }
            }
            if let Some(month) = answer.get("garnishment").filter(|month| month.get("net").is_some()) {
                let figures = ["net", "scale_amount", "floor", "seizable", "withheld", "left_to_debtor"];
                let expected: Vec<Vec<String>> =
                    figures.iter().map(|figure| vec![money(&month[figure])]).collect();
                assert_eq!(
                    columns(page.table(say("De la paie", "From the pay")), &[1]),
                    expected,
                    "{name}: garnishment"
                );
                let claims = month["claims"].as_array().expect("claims");
                if !claims.is_empty() {
                    let expected: Vec<Vec<String>> = claims
                        .iter()
                        .map(|claim| {
                            vec![
                                word(&claim["id"]),
                                money(&claim["due"]),
                                money(&claim["paid"]),
                                money(&claim["left"]),
                            ]
                        })
                        .collect();
                    let table = page.table(say("Répartition", "Distribution"));
                    assert_eq!(columns(table, &[0, 2, 3, 4]), expected, "{name}: claims");
                }
            }
            if let Some(left) = answer.pointer("/garnishment/bank_account") {
                let whole = page.paragraphs.join("\n");
                for figure in ["credit", "minimum"] {
                    assert!(whole.contains(&money(&left[figure])), "{name}: {figure}");
                }
            }
        }
    }
}

/// Every amount of a response or request, in cents.
fn all_amounts(value: &Value, found: &mut BTreeSet<i128>) {
    match value {
        Value::Object(object) => object.values().for_each(|inner| all_amounts(inner, found)),
        Value::Array(list) => list.iter().for_each(|inner| all_amounts(inner, found)),
        Value::String(text) => {
            let number = text.strip_prefix('-').unwrap_or(text);
            if number.split_once('.').is_some_and(|(euros, rest)| {
                rest.len() == 2 && format!("{euros}{rest}").bytes().all(|byte| byte.is_ascii_digit())
            }) {
                found.insert(cents_of(text));
            }
        }
        _ => {}
    }
}

/// No report shows an amount that is neither given, nor in the answer, nor a sum or a part of what is given.
#[test]
fn a_report_invents_no_figure() {
    for (name, request) in requests() {
        for language in LANGUAGES {
            let answer = reported(&request, language);
            let mut known = BTreeSet::new();
            for field in [
                "household",
                "budget",
                "capacity",
                "garnishment",
                "interest",
                "treatments",
                "admissibility",
                "orientation",
                "review",
                "plan",
                "comparison",
                "audit",
                "explanation",
            ] {
                all_amounts(&answer[field], &mut known);
            }
            all_amounts(&request, &mut known);
            // Exact sums over a bracket are written as amounts where they are whole cents.
            for step in steps(&answer["explanation"]) {
                let exact = step["result"].as_str().unwrap_or_default();
                if step["rule"] == "fr.scale_bracket" && !exact.contains('/') {
                    let exact = common::law::Exact::read(exact).times(common::law::Exact::whole(100));
                    if exact.below == 1 {
                        known.insert(exact.above);
                    }
                }
            }
            let list = |field: &str| request[field].as_array().cloned().unwrap_or_default();
            known.insert(list("resources").iter().map(|resource| cents(&resource["amount"])).sum());
            if let Some(budget) = answer.get("budget") {
                known.insert(cents(&budget["common"]) + cents(&budget["personal"]));
            }
            let figures: Vec<[i128; 3]> = list("assets").iter().map(asset_figures).collect();
            known.extend(figures.iter().map(|[_, _, net]| *net));
            known.extend((0..3).map(|place| figures.iter().map(|f| f[place]).sum::<i128>()));
            known.extend(sums_of_securities(&list("assets"), &list("debts")));
            known.extend(sums_of_sale(&answer));
            known.extend(sums_of_interest(&answer));
            known.extend(sums_of_debts(&owed_today(&request, &answer), &answer));
            known.extend(sums_of_tiers(&request, &answer));
            let mut seen = 0;
            for format in ["text", "markdown"] {
                for shown in amounts(report(&answer, format), language) {
                    assert!(
                        known.contains(&shown),
                        "{name}: {} is nowhere in the answer",
                        common::euros(shown)
                    );
                    seen += 1;
                }
            }
            assert!(seen > 3, "{name}: no amount was found");
        }
    }
}

const PARTS: [&str; 4] = ["principal", "interest", "costs", "penalty"];

/// What is due on each debt, the sum of each part over all, and what is due in each rank.
fn sums_of_debts(debts: &[Value], answer: &Value) -> Vec<i128> {
    let part = |debt: &Value, name: &str| debt.get(name).map_or(0, cents);
    let due = |debt: &Value| PARTS.iter().map(|name| part(debt, name)).sum::<i128>();
    let mut sums: Vec<i128> = debts.iter().map(due).collect();
    sums.push(sums.iter().sum());
    sums.extend(PARTS.iter().map(|name| debts.iter().map(|debt| part(debt, name)).sum::<i128>()));
    let treatments = answer["treatments"].as_array().cloned().unwrap_or_default();
    sums.extend((1..=5).map(|rank| {
        let in_rank = |debt: &&Value| treatments.iter().any(|t| t["id"] == debt["id"] && t["rank"] == rank);
        debts.iter().filter(in_rank).map(due).sum::<i128>()
    }));
    sums
}

/// The debts of a case: what is left of them and the new ones, where a plan under way stands.
fn owed_today(request: &Value, answer: &Value) -> Vec<Value> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    if request.get("review").is_none() {
        return list(&request["debts"]);
    }
    let left = |debt: &Value| {
        let aside = cents(&debt["due"]) - cents(&debt["principal_due"]);
        json!({"id": debt["id"], "principal": debt["principal_due"], "interest": common::euros(aside)})
    };
    let due = list(&answer["review"]["debts"]).into_iter().filter(|debt| debt["due"] != "0.00");
    due.map(|debt| left(&debt)).chain(list(&request["review"]["new_debts"])).collect()
}

/// What is due of the debts that each asset secures, and of all secured debts.
fn sums_of_securities(assets: &[Value], debts: &[Value]) -> Vec<i128> {
    let due = |debt: &Value| PARTS.iter().map(|name| debt.get(*name).map_or(0, cents)).sum::<i128>();
    let secured = |asset: &Value| {
        let on_it =
            debts.iter().filter(|debt| debt["security"]["asset"] == asset["id"] && asset.get("id").is_some());
        on_it.map(due).sum::<i128>()
    };
    let mut sums: Vec<i128> = assets.iter().map(secured).collect();
    sums.push(sums.iter().sum());
    sums
}

/// What a sale pays of principal and leaves, over all debts; what is erased without being reduced.
fn sums_of_sale(answer: &Value) -> Vec<i128> {
    let Some(parts) = answer["plan"]["sale"]["parts"].as_array() else { return Vec::new() };
    let of = |name: &str| parts.iter().map(|part| cents(&part[name])).sum::<i128>();
    let debts = answer["plan"]["debts"].as_array().expect("debts");
    let erased = debts.iter().zip(parts).filter(|(_, part)| part["reduced"] == false);
    vec![of("principal"), of("left"), erased.map(|(debt, _)| cents(&debt["erased"])).sum()]
}

/// All that fell due of a claim, all that was paid, and what a day more adds.
fn sums_of_interest(answer: &Value) -> Vec<i128> {
    let statements = answer["interest"].as_array().into_iter().flatten();
    let sums = |statement: &Value| {
        let sum = |fields: [&str; 3]| -> i128 {
            fields.iter().map(|f| cents(statement.pointer(f).expect("an amount"))).sum()
        };
        let next = statement.get("next_day_interest").map_or("0", |next| next.as_str().expect("a number"));
        [
            sum(["/principal/start", "/costs/start", "/interest/accrued"]),
            sum(["/principal/paid", "/costs/paid", "/interest/paid"]),
            common::law::Exact::read(next).times(common::law::Exact::whole(100)).half_up(),
        ]
    };
    statements.flat_map(sums).collect()
}

/// What each tier pays, and what a step of the capacity leaves of the resources.
fn sums_of_tiers(request: &Value, answer: &Value) -> Vec<i128> {
    let tiers = answer["plan"]["tiers"].as_array().cloned().unwrap_or_default();
    let mut sums: Vec<i128> = tiers
        .iter()
        .map(|tier| {
            let lines = tier["lines"].as_array().expect("lines").iter();
            let paid = |line: &Value| {
                let payments = line.get("payments").unwrap_or(&tier["months"]).as_i64().expect("payments");
                cents(&line["instalment"]) * i128::from(payments - 1) + cents(&line["last"])
            };
            lines.map(paid).sum()
        })
        .collect();
    let steps = request["plan"]["capacity_steps"].as_array().cloned().unwrap_or_default();
    if let Some(resources) = answer["capacity"].get("resources") {
        sums.extend(steps.iter().map(|step| cents(resources) - cents(&step["amount"])));
    }
    sums
}

fn steps(explanation: &Value) -> Vec<Value> {
    let mut found = Vec::new();
    for step in explanation.as_array().into_iter().flatten() {
        found.push(step.clone());
        found.extend(steps(&step["children"]));
    }
    found
}

/// Both formats say the same: the same amounts in the same order.
#[test]
fn both_formats_say_the_same() {
    for (name, request) in requests() {
        for language in LANGUAGES {
            let answer = reported(&request, language);
            let [text, markdown] =
                ["text", "markdown"].map(|format| amounts(report(&answer, format), language));
            assert_eq!(text, markdown, "{name} in {language}");
        }
    }
}

/// Dates are written as the language does, everywhere in the report.
#[test]
fn dates_are_written_for_people() {
    for (name, request) in requests() {
        for language in LANGUAGES {
            let answer = reported(&request, language);
            for format in ["text", "markdown"] {
                let report = report(&answer, format);
                let machine = report.lines().find(|line| has_machine_date(line));
                assert_eq!(machine, None, "{name} in {language}: a date as machines write it");
            }
        }
    }
}

fn has_machine_date(line: &str) -> bool {
    line.as_bytes().windows(10).any(|window| {
        window.iter().enumerate().all(|(place, byte)| match place {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
    })
}

/// A notice that concerns two people is said once, or says whom it concerns: no line of a section is repeated.
#[test]
fn no_line_is_said_twice() {
    for (name, request) in requests() {
        for language in LANGUAGES {
            let answer = reported(&request, language);
            let notices = report(&answer, "text")
                .split("\n\n")
                .skip_while(|part| !part.starts_with(say(language, "À savoir", "To be known")))
                .nth(1)
                .unwrap_or_default();
            let mut seen = BTreeSet::new();
            for line in notices.lines() {
                assert!(seen.insert(line), "{name} in {language}: {line}");
            }
        }
    }
}
