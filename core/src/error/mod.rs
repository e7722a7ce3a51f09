//! The one error type: a stable code, the place of the fault, and the bound that was passed.
//!
//! Errors say *which* field is wrong and *why*, never *what* it held: no amount, name, label or reference of a
//! case enters an error, its message or its `Debug` output.

pub(crate) mod coded;

use crate::language::Language;
use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use chrono::NaiveDate;
use core::fmt;

/// The result of every fallible function of the library.
pub type Result<T> = core::result::Result<T, Error>;

coded::coded! {
    /// The stable codes of [`Error`].
    pub enum ErrorCode {
        DocumentEmpty = 1001, "document.empty", "the document is empty", "le document est vide";
        DocumentTooLarge = 1002, "document.too_large", "the document is larger than {bound} bytes", "le document dépasse {bound} octets";
        DocumentNotUtf8 = 1003, "document.not_utf8", "the document is not valid UTF-8 (byte {at})", "le document n'est pas de l'UTF-8 valide (octet {at})";
        DocumentSyntax = 1004, "document.syntax", "the document is not valid JSON (line {line}, column {column})", "le document n'est pas du JSON valide (ligne {line}, colonne {column})";
        DocumentTooDeep = 1005, "document.too_deep", "the document is nested more than {bound} levels deep", "le document est imbriqué sur plus de {bound} niveaux";
        UnsupportedSchema = 1006, "document.unsupported_schema", "the schema must be one of: {allowed}", "le schéma doit être l'un de : {allowed}";
        ListTooLong = 1007, "list.too_long", "the list has {actual} items, {bound} at most are allowed", "la liste compte {actual} éléments, {bound} au plus sont permis";
        FieldUnknown = 1101, "field.unknown", "this field does not exist; known fields: {allowed}", "ce champ n'existe pas ; champs connus : {allowed}";
        FieldMissing = 1102, "field.missing", "this field is required", "ce champ est obligatoire";
        FieldType = 1103, "field.type", "this field must hold: {expected}", "ce champ doit contenir : {expected}";
        FieldValue = 1104, "field.value", "this value is not one of: {allowed}", "cette valeur n'est pas l'une de : {allowed}";
        FieldDuplicate = 1105, "field.duplicate", "this field is given twice", "ce champ est donné deux fois";
        FieldConflict = 1106, "field.conflict", "this field can't be given together with {with}", "ce champ ne peut pas accompagner {with}";
        FieldNotApplicable = 1107, "field.not_applicable", "this field does not apply here: {because}", "ce champ ne s'applique pas ici : {because}";
        IdDuplicate = 1201, "id.duplicate", "this identifier is already used elsewhere in the document", "cet identifiant est déjà utilisé ailleurs dans le document";
        IdUnknown = 1202, "id.unknown", "this identifier refers to nothing of the expected kind in the document", "cet identifiant ne désigne rien du type attendu dans le document";
        AmountFormat = 1301, "amount.format", "an amount is digits with at most two decimals, without exponent", "un montant s'écrit en chiffres avec deux décimales au plus, sans exposant";
        AmountDecimals = 1302, "amount.decimals", "an amount has at most {bound} decimals", "un montant a {bound} décimales au plus";
        AmountNegative = 1303, "amount.negative", "this amount can't be negative", "ce montant ne peut pas être négatif";
        AmountRange = 1304, "amount.range", "this amount is too large: 90071992547409.91 at most", "ce montant est trop grand : 90071992547409.91 au plus";
        NumberRange = 1305, "number.range", "this number must lie between {low} and {bound}", "ce nombre doit être compris entre {low} et {bound}";
        DateFormat = 1306, "date.format", "a date is written YYYY-MM-DD and must exist", "une date s'écrit AAAA-MM-JJ et doit exister";
        TextLength = 1307, "text.length", "this text must have between {low} and {bound} characters", "ce texte doit avoir entre {low} et {bound} caractères";
        NumberFormat = 1308, "number.format", "this must be a whole number, or a multiple of one half where halves exist", "il faut un nombre entier, ou un multiple d'un demi là où les demis existent";
        RateFormat = 1309, "rate.format", "a rate is a decimal number of percent written as a string", "un taux est un nombre décimal de pour cent écrit comme une chaîne";
        DateBefore = 1310, "date.before", "this day must not come before {with}", "ce jour ne peut pas précéder {with}";
        DateAfter = 1311, "date.after", "this day must not come after {with}", "ce jour ne peut pas suivre {with}";
        DateOrder = 1312, "date.order", "these days must ascend, each once", "ces jours doivent se suivre, chacun une fois";
        LawBeforeCoverage = 2001, "law.before_coverage", "{table}: no value before {covered_from}", "{table} : pas de valeur avant le {covered_from}";
        LawNotInForce = 2002, "law.not_in_force", "{table}: the rule was not yet in force there at this date (in force from {covered_from})", "{table} : la règle n'y était pas encore en vigueur à cette date (en vigueur à partir du {covered_from})";
        LawUnknownValue = 2003, "law.unknown_value", "{table}: the value in force from {from} exists but is not known to this library; give it in an overlay", "{table} : la valeur en vigueur à partir du {from} existe mais n'est pas connue de cette bibliothèque ; donnez-la par une surcouche";
        LawUnverified = 2004, "law.unverified", "{table}: verified until {verified_until} only; accept unverified values to use the latest one", "{table} : vérifié jusqu'au {verified_until} seulement ; acceptez les valeurs non vérifiées pour employer la dernière";
        LawHouseholdNeeded = 2005, "law.household_needed", "at this date the garnishment floor is the RSA amount of the whole household: give the household", "à cette date le plancher de saisie est le RSA de tout le foyer : donnez le foyer";
        LawUnknownTable = 2006, "law.unknown_table", "there is no such table; tables: {allowed}", "cette table n'existe pas ; tables : {allowed}";
        LawAfterCoverage = 2007, "law.after_coverage", "{table}: no value after {covered_until}", "{table} : pas de valeur après le {covered_until}";
        OverlayEmpty = 2101, "overlay.empty", "an overlay must contain at least one dated value", "une surcouche doit contenir au moins une valeur datée";
        OverlayOrder = 2102, "overlay.order", "the entries must have ascending dates, each once", "les entrées doivent avoir des dates croissantes, chacune une fois";
        OverlayThresholds = 2103, "overlay.thresholds", "the six thresholds must be strictly ascending", "les six seuils doivent être strictement croissants";
        OverlayMixedTreatments = 2104, "overlay.mixed_treatments", "a flat-rate line must cover kinds of expense that share one treatment, each covered once", "une ligne de barème doit couvrir des dépenses de même traitement, chacune une seule fois";
        ArithmeticOverflow = 3001, "arithmetic.overflow", "the figures are too large to be computed exactly", "les chiffres sont trop grands pour être calculés exactement";
        ColumnLength = 3101, "batch.column_length", "all columns must have the same length", "toutes les colonnes doivent avoir la même longueur";
        DebtNoBalance = 4001, "debt.no_balance", "a debt must have a balance above zero", "une dette doit avoir un solde supérieur à zéro";
        DebtGuarantorPaid = 4002, "debt.guarantor_paid_above_balance", "what a guarantor paid can't pass the balance", "ce qu'une caution a payé ne peut pas dépasser le solde";
        AmountZero = 4003, "amount.zero", "this amount must be above zero", "ce montant doit être supérieur à zéro";
        PlanStepsOrder = 4101, "plan.steps_order", "the capacity steps must begin at month 1 and ascend, each month once", "les paliers de capacité doivent commencer au mois 1 et croître, chaque mois une fois";
        PlanOutsideExceedCapacity = 4102, "plan.outside_debts_exceed_capacity", "the instalments fixed for debts outside the measures pass the capacity", "les mensualités fixées pour les dettes hors mesures dépassent la capacité";
        PlanEarlierMeasures = 4103, "plan.earlier_measures", "earlier measures already took the {bound} months that the law allows, and no main-home exception applies", "les mesures antérieures ont déjà pris les {bound} mois permis, et aucune exception de résidence principale ne joue";
        ReviewUnpaidAboveDue = 4201, "review.unpaid_above_due", "more is in arrears than the instalments that fell due in the months elapsed", "les impayés dépassent les mensualités échues dans les mois écoulés";
        ReviewReceivedAboveBalance = 4202, "review.received_above_balance", "more was received than remained due of this debt", "la somme reçue dépasse ce qui restait dû de cette dette";
        EventOrder = 4301, "event.order", "this day comes before the event or the day that it follows: {after}", "ce jour précède l'événement ou le jour auquel il fait suite : {after}";
        InterestSpan = 4401, "interest.span", "a statement of interest covers {bound} years at most", "un décompte d'intérêts couvre {bound} ans au plus";
    }
}

/// A typed detail of an error or an advisory.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Detail {
    /// A number: a bound, a count, a position.
    Number(i64),
    /// A date of the law, never of a person.
    Date(NaiveDate),
    /// A word of the library's own vocabulary.
    Word(Cow<'static, str>),
    /// Several such words: the values or fields that are allowed.
    Words(Cow<'static, [&'static str]>),
}

impl fmt::Display for Detail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Detail::Number(n) => write!(f, "{n}"),
            Detail::Date(d) => write!(f, "{d}"),
            Detail::Word(w) => f.write_str(w),
            Detail::Words(words) => f.write_str(&words.join(", ")),
        }
    }
}

impl serde::Serialize for Detail {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> core::result::Result<S::Ok, S::Error> {
        match self {
            Detail::Number(n) => serializer.serialize_i64(*n),
            Detail::Date(_) | Detail::Word(_) => serializer.collect_str(self),
            Detail::Words(words) => serializer.collect_seq(words.iter()),
        }
    }
}

/// Named details, in the order they were added.
pub type Details = Vec<(&'static str, Detail)>;

/// Fills the braces of a template with the details of the same name, words read in the language.
pub(crate) fn fill(template: &str, details: &[(&'static str, Detail)], language: Language) -> String {
    let mut text = String::from(template);
    for (name, detail) in details {
        let detail = match detail {
            Detail::Word(Cow::Borrowed(word)) => String::from(crate::wording::text(word, language)),
            Detail::Date(date) => language.date(*date),
            other => other.to_string(),
        };
        text = text.replace(&alloc::format!("{{{name}}}"), &detail);
    }
    text
}

#[derive(Clone, PartialEq, Eq, Default)]
struct Context {
    path: String,
    details: Details,
    provision: Option<&'static str>,
}

/// What is wrong, where, and which bound was passed.
///
/// # Example
/// ```
/// use apurement::{fr, Error, LawBook};
/// let too_early = chrono::NaiveDate::from_ymd_opt(2008, 5, 1).unwrap();
/// let error = fr::scale_amount(&LawBook::default(), "1500".parse()?, fr::Dependants::NONE, too_early).unwrap_err();
/// assert_eq!(error.code().name(), "law.before_coverage");
/// assert_eq!(error.to_string(), "garnishment scale: no value before 1 January 2009");
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Error {
    code: ErrorCode,
    context: Option<Box<Context>>,
}

impl Error {
    /// An error without context, in a constant.
    pub(crate) const fn bare(code: ErrorCode) -> Error {
        Error { code, context: None }
    }

    pub(crate) fn new(code: ErrorCode) -> Error {
        Error::bare(code)
    }

    fn context(&mut self) -> &mut Context {
        self.context.get_or_insert_default()
    }

    /// Sets the path of the faulty field, in front of any path already there.
    #[must_use]
    pub(crate) fn at(mut self, path: impl AsRef<str>) -> Error {
        let context = self.context();
        let joined = match (path.as_ref(), context.path.as_str()) {
            (outer, "") => outer.to_string(),
            ("", inner) => inner.to_string(),
            (outer, inner) if inner.starts_with('[') => alloc::format!("{outer}{inner}"),
            (outer, inner) => alloc::format!("{outer}.{inner}"),
        };
        context.path = joined;
        self
    }

    #[must_use]
    pub(crate) fn with(mut self, name: &'static str, detail: Detail) -> Error {
        self.context().details.push((name, detail));
        self
    }

    #[must_use]
    pub(crate) fn with_bound(self, bound: i64) -> Error {
        self.with("bound", Detail::Number(bound))
    }

    #[must_use]
    pub(crate) fn with_word(self, name: &'static str, word: impl Into<Cow<'static, str>>) -> Error {
        self.with(name, Detail::Word(word.into()))
    }

    #[must_use]
    pub(crate) fn with_date(self, name: &'static str, date: NaiveDate) -> Error {
        self.with(name, Detail::Date(date))
    }

    #[must_use]
    pub(crate) fn with_allowed(self, words: impl Into<Cow<'static, [&'static str]>>) -> Error {
        self.with("allowed", Detail::Words(words.into()))
    }

    #[must_use]
    pub(crate) fn under(mut self, provision: &'static str) -> Error {
        self.context().provision = Some(provision);
        self
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        self.code
    }

    /// Where the fault is: `household.children[2].age`; empty for the whole input.
    #[must_use]
    pub fn path(&self) -> &str {
        self.context.as_ref().map_or("", |c| &c.path)
    }

    /// The bounds, dates and allowed values behind the message.
    #[must_use]
    pub fn details(&self) -> &[(&'static str, Detail)] {
        self.context.as_ref().map_or(&[], |c| &c.details)
    }

    /// The provision of law at stake, when there is one.
    #[must_use]
    pub fn provision(&self) -> Option<&'static str> {
        self.context.as_ref().and_then(|c| c.provision)
    }

    /// The message, without the path, in a language.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        fill(self.code.template(language), self.details(), language)
    }
}

/// The English message, preceded by the path when there is one.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path().is_empty() {
            write!(f, "{}: ", self.path())?;
        }
        f.write_str(&self.message(Language::English))
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({} {}: {self})", self.code.number(), self.code.name())
    }
}

impl core::error::Error for Error {}
