//! The report of a case: *état descriptif de la situation*, *état détaillé des charges*, capacity and *motivation*,
//! and the month's garnishment with its *mode de calcul*.

use super::Format;
use super::page::{Align, Page};
use crate::explain::sentence::written_date;
use crate::explain::{Rule, Step, Version};
use crate::fr::asset::Asset;
use crate::fr::budget::{Basis, Budget};
use crate::fr::capacity::Capacity;
use crate::fr::case::{Assessment, Case, Counted};
use crate::fr::garnishment::Garnished;
use crate::fr::household::{Housing, Role};
use crate::fraction::Fraction;
use crate::language::Language;
use crate::money::{Money, written};
use crate::vocabulary::{Id, Vocabulary};
use crate::wording;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

/// Writes the report of a case that was worked through.
///
/// # Example
/// ```
/// let request = br#"{
///     "schema": "apurement/1", "jurisdiction": "fr", "assessed_on": "2026-05-15",
///     "household": {"applicants": [{"id": "demandeur"}]},
///     "resources": [{"kind": "wage", "amount": "1650.00"}],
///     "want": ["report_text"]
/// }"#;
/// let response = String::from_utf8(apurement::evaluate(request)).unwrap();
/// assert!(response.contains("Reste à vivre"));
/// ```
#[must_use]
pub fn situation(case: &Case, assessment: &Assessment, format: Format, language: Language) -> String {
    let writer = Writer { case, assessment, language };
    let mut page = Page::new(format);
    page.title(writer.say("Situation et capacité de remboursement", "Situation and repayment capacity"));
    let date = written_date(case.assessed_on, language);
    let assessed = match language {
        Language::French => format!("Situation appréciée au {date}."),
        Language::English => format!("Situation assessed on {date}."),
    };
    page.paragraph(&assessed);
    if let Some(capacity) = &assessment.capacity {
        writer.summary(capacity, &mut page);
    }
    if case.household.is_some() {
        writer.description(&mut page);
    }
    if let Some(budget) = &assessment.budget {
        writer.expenses(budget, &mut page);
    }
    if let Some(capacity) = &assessment.capacity {
        writer.capacity(capacity, &mut page);
    }
    if let Some(month) = &assessment.garnished {
        writer.garnishment(month, &mut page);
    }
    writer.bank_account(&mut page);
    writer.notices(&mut page);
    writer.law(&mut page);
    page.into_text()
}

struct Writer<'a> {
    case: &'a Case,
    assessment: &'a Assessment,
    language: Language,
}

impl Writer<'_> {
    fn say<'t>(&self, french: &'t str, english: &'t str) -> &'t str {
        self.language.pick(french, english)
    }

    fn money(&self, amount: Money) -> String {
        written(amount, self.language == Language::French)
    }

    fn word(&self, word: &'static str) -> String {
        wording::text(word, self.language).to_string()
    }

    /// A word at the head of a cell or a line.
    fn head(&self, word: &'static str) -> String {
        capitalised(wording::text(word, self.language))
    }

    fn number(&self, fraction: Fraction) -> String {
        let text = fraction.to_string();
        if self.language == Language::French { text.replace('.', ",") } else { text }
    }

    /// What is left to live on first, then the amount, labelled a maximum as long as nothing is decided.
    fn summary(&self, capacity: &Capacity, page: &mut Page) {
        let left = self.money(capacity.left_to_live);
        page.lead(&match self.language {
            Language::French => format!("Reste à vivre : {left} par mois."),
            Language::English => format!("Left to live on: {left} a month."),
        });
        let amount = self.money(capacity.retained);
        let line = match (capacity.decided, self.language) {
            (Some(_), Language::French) => format!("Mensualité retenue par décision : {amount} par mois."),
            (Some(_), Language::English) => format!("Amount retained by decision: {amount} a month."),
            (None, Language::French) => format!(
                "Maximum affectable aux créanciers : {amount} par mois. C'est un maximum légal, non la somme due : la commission fixe la mensualité, dans cette limite."
            ),
            (None, Language::English) => format!(
                "Maximum for the creditors: {amount} a month. It is a legal maximum, not the amount due: the commission sets the instalment, within it."
            ),
        };
        page.paragraph(&line);
    }

    /// État descriptif de la situation: people, home, resources, assets.
    fn description(&self, page: &mut Page) {
        page.section(self.say("État descriptif de la situation", "Description of the situation"));
        if let Some(counted) = &self.assessment.household {
            self.people(counted, page);
        }
        if let Some(housing) = self.case.household.as_ref().and_then(|household| household.housing.as_ref()) {
            self.housing(housing, page);
        }
        if !self.case.resources.is_empty() {
            self.resources(page);
        }
        if !self.case.assets.is_empty() {
            self.assets(page);
        }
    }

    fn people(&self, counted: &Counted, page: &mut Page) {
        let columns = [
            (self.say("Personne", "Person"), Align::Left),
            (self.say("Qualité", "Role"), Align::Left),
            (self.say("À charge (barème)", "Dependant (scale)"), Align::Right),
            (self.say("Part RSA", "RSA share"), Align::Right),
            (self.say("Pourquoi", "Why"), Align::Left),
        ];
        let rows: Vec<Vec<String>> = counted
            .composition
            .members
            .iter()
            .map(|member| {
                let scale = self.word(member.scale_reason.word());
                let rsa = self.word(member.rsa_reason.word());
                let why = match member.role {
                    Role::Applicant if member.scale_halves == 0 => rsa,
                    _ if scale == rsa => scale,
                    _ => format!("{scale}{}{rsa}", self.say(" ; RSA : ", "; RSA: ")),
                };
                vec![
                    member.id.as_str().to_string(),
                    self.word(member.role.word()),
                    self.number(halves(member.scale_halves)),
                    self.number(crate::fr::household::of_200ths(member.rsa_200ths)),
                    why,
                ]
            })
            .collect();
        page.table(&columns, &rows, false);
        let dependants = self.number(halves(counted.composition.scale_dependants.halves()));
        let coefficient = self.number(counted.composition.rsa_coefficient());
        let (one, amount) = (self.money(counted.one_person), self.money(counted.amount));
        page.list([
            match self.language {
                Language::French => format!(
                    "Personnes à charge pour le barème des saisies : {dependants} (C. trav. R. 3252-3)."
                ),
                Language::English => {
                    format!("Dependants for the garnishment scale: {dependants} (C. trav. R. 3252-3).")
                }
            },
            match self.language {
                Language::French => {
                    format!("RSA du foyer : {one} × {coefficient} = {amount} (CASF R. 262-1).")
                }
                Language::English => {
                    format!("RSA of the household: {one} × {coefficient} = {amount} (CASF R. 262-1).")
                }
            },
        ]);
    }

    fn housing(&self, housing: &Housing, page: &mut Page) {
        let occupancy = self.word(housing.occupancy.word());
        let surface = housing.surface_m2.map(|surface| format!(", {surface} m²")).unwrap_or_default();
        page.paragraph(&match self.language {
            Language::French => format!("Logement : {occupancy}{surface}."),
            Language::English => format!("Home: {occupancy}{surface}."),
        });
    }

    fn resources(&self, page: &mut Page) {
        let columns = [
            (self.say("Ressources mensuelles", "Monthly resources"), Align::Left),
            (self.say("Montant", "Amount"), Align::Right),
        ];
        let mut rows: Vec<Vec<String>> = self
            .case
            .resources
            .iter()
            .map(|resource| {
                let of = resource.of.as_ref().map_or_else(String::new, |id| format!(" – {}", id.as_str()));
                vec![format!("{}{of}", self.head(resource.kind.word())), self.money(resource.amount)]
            })
            .collect();
        if let Ok(total) = Money::total(self.case.resources.iter().map(|r| r.amount)) {
            rows.push(vec![self.say("Total", "Total").to_string(), self.money(total)]);
        }
        page.table(&columns, &rows, true);
    }

    fn assets(&self, page: &mut Page) {
        let columns = [
            (self.say("Biens", "Assets"), Align::Left),
            (self.say("Valeur", "Value"), Align::Right),
            (self.say("Part nette du débiteur", "Debtor's net part"), Align::Right),
            (self.say("Protégé", "Protected"), Align::Left),
        ];
        let row = |asset: &Asset| {
            let net = asset.net_value().map(|net| self.money(net)).unwrap_or_default();
            let protected = if asset.protected { self.say("oui", "yes") } else { self.say("non", "no") };
            vec![self.head(asset.kind.word()), self.money(asset.value), net, protected.to_string()]
        };
        let rows: Vec<Vec<String>> = self.case.assets.iter().map(row).collect();
        page.table(&columns, &rows, false);
    }

    /// État détaillé des charges.
    fn expenses(&self, budget: &Budget, page: &mut Page) {
        page.section(self.say("État détaillé des charges", "Detailed expenses"));
        let columns = [
            (self.say("Dépenses mensuelles", "Monthly expenses"), Align::Left),
            (self.say("Déclaré", "Declared"), Align::Right),
            (self.say("Retenu", "Counted"), Align::Right),
            (self.say("Mode de prise en compte", "How it is counted"), Align::Left),
        ];
        let mut rows: Vec<Vec<String>> = budget
            .lines
            .iter()
            .map(|line| {
                let treatment = self.head(line.treatment.word());
                let how = match line.basis {
                    Basis::Declared => treatment,
                    basis => format!("{treatment} – {}", self.word(basis.word())),
                };
                vec![self.head(line.kind.word()), self.money(line.declared), self.money(line.counted), how]
            })
            .collect();
        for flat in &budget.flat_rates {
            let name = format!("{} « {} »", self.say("Forfait", "Flat rate"), flat.id.as_str());
            let how = self.head(flat.treatment.word());
            rows.push(vec![name, self.money(flat.declared), self.money(flat.counted), how]);
        }
        let both = budget.common.plus(budget.personal).unwrap_or(budget.expenses);
        let total = self.say("Total", "Total").to_string();
        rows.push(vec![total, String::new(), self.money(both), String::new()]);
        page.table(&columns, &rows, true);
        if self.case.household.as_ref().is_some_and(|household| household.partner.is_some()) {
            let part = self.money(budget.contribution.amount);
            let basis = self.word(budget.contribution.basis.word());
            let expenses = self.money(budget.expenses);
            page.paragraph(&match self.language {
                Language::French => {
                    format!("Contribution du conjoint non déposant : {part} ({basis}) ; charges retenues : {expenses}.")
                }
                Language::English => {
                    format!("Contribution of the partner who does not file: {part} ({basis}); expenses counted: {expenses}.")
                }
            });
        }
    }

    /// The ceilings, and the reasons article by article.
    fn capacity(&self, capacity: &Capacity, page: &mut Page) {
        page.section(self.say("Capacité de remboursement", "Repayment capacity"));
        let columns =
            [(self.say("Plafond", "Ceiling"), Align::Left), (self.say("Montant", "Amount"), Align::Right)];
        let mut rows = vec![
            vec![
                self.say("Ressources − charges (L. 731-1)", "Resources − expenses (L. 731-1)").to_string(),
                self.money(capacity.budget_ceiling),
            ],
            vec![
                self.say("Barème des saisies (R. 731-1)", "Garnishment scale (R. 731-1)").to_string(),
                self.money(capacity.scale_ceiling),
            ],
            vec![
                self.say("Ressources − RSA du foyer (R. 731-1)", "Resources − household RSA (R. 731-1)")
                    .to_string(),
                self.money(capacity.rsa_ceiling),
            ],
        ];
        rows.push(vec![
            self.say("Maximum légal", "Legal maximum").to_string(),
            self.money(capacity.legal_maximum),
        ]);
        rows.push(vec![
            self.say("Minimum légal à laisser", "Least that must be left").to_string(),
            self.money(capacity.minimum_to_leave),
        ]);
        page.table(&columns, &rows, false);
        if capacity.decided.is_none() && !capacity.computed.is_zero() {
            self.variants(capacity, page);
        }
        page.section(self.say("Motivation", "Reasons"));
        self.reasons(is_of_capacity, page);
    }

    /// Commissions keep a margin below the maximum.
    fn variants(&self, capacity: &Capacity, page: &mut Page) {
        let columns = [
            (self.say("Part du maximum", "Share of the maximum"), Align::Left),
            (self.say("Mensualité", "Instalment"), Align::Right),
            (self.say("Reste à vivre", "Left to live on"), Align::Right),
        ];
        let rows: Vec<Vec<String>> = [100, 95, 90]
            .iter()
            .filter_map(|percent| {
                let (amount, left) = capacity.variant(*percent).ok()?;
                let gap = self.say("\u{a0}", "");
                Some(vec![format!("{percent}{gap}%"), self.money(amount), self.money(left)])
            })
            .collect();
        page.table(&columns, &rows, false);
    }

    /// The sentences of the steps of some rules, in order.
    fn reasons(&self, chosen: impl Fn(Rule) -> bool, page: &mut Page) {
        let mut sentences = Vec::new();
        for step in self.assessment.steps.iter().filter(|step| chosen(step.rule)) {
            self.sentences(step, &mut sentences);
        }
        page.list(sentences);
    }

    /// The sentence of a step with its provisions, after those of its children.
    fn sentences(&self, step: &Step, out: &mut Vec<String>) {
        for child in &step.children {
            self.sentences(child, out);
        }
        let sentence = step.sentence(self.language);
        let provisions = step.rule.provisions();
        out.push(match provisions {
            [] => sentence,
            _ => format!("{sentence} [{}]", provisions.join(self.say(" ; ", "; "))),
        });
    }

    /// The month's garnishment, with the method of calculation that the record must carry (CPCE R. 212-1-12, 3°).
    fn garnishment(&self, month: &Garnished, page: &mut Page) {
        page.section(self.say("Saisie des rémunérations du mois", "Garnishment of the month"));
        let columns = [("", Align::Left), (self.say("Montant", "Amount"), Align::Right)];
        let figure =
            |french, english, amount| vec![self.say(french, english).to_string(), self.money(amount)];
        let rows = [
            figure("Rémunération nette saisissable", "Net garnishable pay", month.net),
            figure("Montant du barème (R. 3252-2)", "Scale amount (R. 3252-2)", month.scale_amount),
            figure("Fraction toujours laissée (L. 3252-3)", "Sum always left (L. 3252-3)", month.floor),
            figure("Montant saisissable", "Seizable amount", month.seizable),
            figure("Retenu ce mois", "Withheld this month", month.withheld),
            figure("Laissé au débiteur", "Left to the debtor", month.left_to_debtor),
        ];
        page.table(&columns, &rows, true);
        if !month.claims.is_empty() {
            let columns = [
                (self.say("Créance", "Claim"), Align::Left),
                (self.say("Nature", "Kind"), Align::Left),
                (self.say("Dû", "Due"), Align::Right),
                (self.say("Payé", "Paid"), Align::Right),
                (self.say("Reste", "Left"), Align::Right),
            ];
            let name = |id: &Id| id.as_str().to_string();
            let rows: Vec<Vec<String>> = month
                .claims
                .iter()
                .map(|c| {
                    let figures = [self.money(c.due), self.money(c.paid), self.money(c.left)];
                    [name(&c.id), self.word(c.kind.word())].into_iter().chain(figures).collect()
                })
                .collect();
            page.table(&columns, &rows, false);
        }
        page.section(self.say("Mode de calcul", "Method of calculation"));
        self.reasons(|rule| rule == Rule::Garnishment, page);
    }

    fn bank_account(&self, page: &mut Page) {
        let Some(left) = &self.assessment.bank_account else { return };
        page.section(self.say("Saisie sur compte bancaire", "Seizure on bank accounts"));
        let (minimum, credit) = (self.money(left.minimum), self.money(left.credit));
        page.paragraph(&match self.language {
            Language::French => {
                format!("Soldes créditeurs : {credit} ; somme laissée à disposition : {minimum} (CPCE L. 162-2, R. 162-3).")
            }
            Language::English => {
                format!("Credit balances: {credit}; sum left available: {minimum} (CPCE L. 162-2, R. 162-3).")
            }
        });
    }

    fn notices(&self, page: &mut Page) {
        if self.assessment.advisories.is_empty() {
            return;
        }
        page.section(self.say("À savoir", "To be known"));
        page.list(
            self.assessment
                .advisories
                .iter()
                .map(|advisory| format!("{}.", capitalised(&advisory.message(self.language)))),
        );
    }

    /// The law behind the figures: which values, from which day, out of which edition of the data.
    fn law(&self, page: &mut Page) {
        let mut versions = Vec::new();
        for step in &self.assessment.steps {
            gather(step, &mut versions);
        }
        page.section(self.say("Droit appliqué", "Law applied"));
        let law = &self.assessment.law;
        let french = self.language == Language::French;
        let mut lines: Vec<String> = versions
            .iter()
            .map(|version: &Version| {
                let [title_fr, title] = version.titles;
                let from = written_date(version.from, self.language);
                if french {
                    format!("{title_fr} : valeur du {from}.")
                } else {
                    format!("{title}: value of {from}.")
                }
            })
            .collect();
        lines.extend(law.overlays.iter().map(|name| {
            if french {
                format!("Surcouche fournie par l'appelant : {name}.")
            } else {
                format!("Overlay given by the caller: {name}.")
            }
        }));
        let digest: String = law.digest.chars().take(12).collect();
        lines.push(if french {
            format!("Données de droit lues le {}, empreinte {digest}.", law.version)
        } else {
            format!("Data of the law read on {}, digest {digest}.", law.version)
        });
        page.list(lines);
    }
}

/// Every dated value used by a step or its children, once.
fn gather(step: &Step, versions: &mut Vec<Version>) {
    for version in &step.versions {
        if !versions.contains(version) {
            versions.push(*version);
        }
    }
    for child in &step.children {
        gather(child, versions);
    }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn halves(count: u32) -> Fraction {
    Fraction::new(i128::from(count), 2).unwrap_or(Fraction::ZERO)
}

fn is_of_capacity(rule: Rule) -> bool {
    matches!(rule, Rule::Resources | Rule::PartnerContribution | Rule::Expenses | Rule::Capacity)
}
