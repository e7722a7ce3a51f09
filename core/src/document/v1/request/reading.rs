//! How each type of a request is read.

use super::{ConventionsRequest, Jurisdiction, LawRequest, Request, Schema, Wanted};
use crate::amortization::Imputation;
use crate::document::read::{Leaf, Raw, Read, Reader, Signed, leaf, object, read_leaf, words};
use crate::error::{Detail, Error, ErrorCode};
use crate::fr::Dependants;
use crate::fr::Territory;
use crate::fr::admissibility::{Abroad, Filing};
use crate::fr::asset::{Asset, AssetKind};
use crate::fr::audit::{
    AuditedErasure, AuditedLine, AuditedPlan, AuditedRate, AuditedSale, AuditedSalePart, AuditedStatement,
    AuditedTier,
};
use crate::fr::budget::{
    Expense, MaintenanceBasis, PaidTo, Proof, RentBasis, Resource, ResourceKind, TaxBasis,
};
use crate::fr::comparison::{Candidate, MAX_CANDIDATES};
use crate::fr::conventions::{
    AlternatingChildForExpenses, AlternatingChildForScale, AlternatingChildRank, DayCount, LoneFilerBase,
    Preset, ScaleBase, ScaleDependants, SecondSuspension,
};
use crate::fr::deadline::{DeadlineOptions, Event, EventKind, Residence};
use crate::fr::debt::{Creditor, Debt, DebtKind, Estate, FraudProof, OutsidePlan, Security};
use crate::fr::decision::{AcceptedExpense, AlternatingChild, Decisions, MainHome};
use crate::fr::garnishment::{
    BankAccount, Claim, ClaimKind, Garnishment, NotCounted, NotCountedKind, Pay, Payer, PayerKind,
};
use crate::fr::holiday::HolidaySet;
use crate::fr::household::{
    Applicant, Ascendant, Child, Custody, Household, Housing, Occupancy, Partner, Share,
};
use crate::fr::interest::{
    Compounding, CompoundingBasis, Cost, Increase, IncreaseTitle, InterestClaim, InterestTerms,
    PaymentReceived, PrincipalPart, RateChange, TermsKind,
};
use crate::fr::law::{
    CreditorClass, ExpenseKind, ExpenseScaleEntry, ExpenseTreatmentEntry, FlatRate, LegalInterestEntry,
    Overlay, RentSurfaceEntry, RsaArea, RsaEntry, ScaleEntry, Treatment,
};
use crate::fr::orientation::Prospects;
use crate::fr::plan::{
    CapacityStep, History, InstalmentRounding, MAX_MONTHS, PlanKind, PlanWish, RankChange, Ranks, RateKind,
    RateWish, SaleManner, SaleWish, SuspensionInterest, WithinRank,
};
use crate::fr::priority::LandlordSurplus;
use crate::fr::review::{Received, Review, Unpaid};
use crate::language::Language;
use crate::money::Money;
use alloc::vec::Vec;
use chrono::NaiveDate;
use serde::Deserializer;

words!(
    Jurisdiction,
    Wanted,
    Territory,
    Custody,
    Share,
    Occupancy,
    ResourceKind,
    TaxBasis,
    PaidTo,
    ExpenseKind,
    Proof,
    RentBasis,
    MaintenanceBasis,
    AssetKind,
    PayerKind,
    NotCountedKind,
    ClaimKind,
    Preset,
    ScaleBase,
    ScaleDependants,
    AlternatingChildForScale,
    AlternatingChildRank,
    AlternatingChildForExpenses,
    LoneFilerBase,
    SecondSuspension,
    DayCount,
    Treatment,
    RsaArea,
    DebtKind,
    Creditor,
    Estate,
    FraudProof,
    PlanKind,
    Ranks,
    LandlordSurplus,
    RateKind,
    Imputation,
    InstalmentRounding,
    WithinRank,
    SuspensionInterest,
    SaleManner,
    EventKind,
    Residence,
    HolidaySet,
    CreditorClass,
    TermsKind,
    IncreaseTitle,
    CompoundingBasis,
);

impl Leaf for Schema {
    const EXPECTED: &'static str = "text";

    fn from_raw(raw: &Raw<'_>) -> Option<Result<Schema, Error>> {
        let known = raw.text()? == crate::document::v1::SCHEMA;
        let fault =
            || Error::new(ErrorCode::UnsupportedSchema).with_allowed(&[crate::document::v1::SCHEMA][..]);
        Some(known.then_some(Schema::Apurement1).ok_or_else(fault))
    }
}

impl Leaf for Dependants {
    const EXPECTED: &'static str = "dependants";

    fn from_raw(raw: &Raw<'_>) -> Option<Result<Dependants, Error>> {
        Some(Dependants::parse(&raw.digits()?))
    }
}

leaf! {
    Schema;
    Dependants;
}

impl Read for Language {
    fn absent() -> Option<Language> {
        Some(Language::default())
    }

    fn read<'de, D: Deserializer<'de>>(reader: &mut Reader, from: D) -> Result<Option<Language>, D::Error> {
        struct Code(Language);

        impl Leaf for Code {
            const EXPECTED: &'static str = "text";

            fn from_raw(raw: &Raw<'_>) -> Option<Result<Code, Error>> {
                let language = Language::from_code(&raw.text()?);
                let fault = || Error::new(ErrorCode::FieldValue).with_allowed(&["fr", "en"][..]);
                Some(language.map(Code).ok_or_else(fault))
            }
        }

        let language = read_leaf::<Code, D>(reader, from)?.map(|code| code.0);
        if let Some(language) = language {
            reader.language = language;
        }
        Ok(language)
    }
}

object!(Request {
    schema,
    jurisdiction,
    assessed_on,
    territory,
    household,
    resources,
    expenses,
    assets,
    debts,
    history,
    review,
    plan,
    audit,
    compare,
    prospects,
    filing,
    garnishment,
    events,
    deadlines,
    interest,
    decisions,
    conventions,
    law,
    want,
    reference,
    language,
});

object!(Household { applicants, partner, children, ascendants, housing } check |household, reader| {
    match household.applicants.len() {
        0 => reader.fault_at("applicants", Error::new(ErrorCode::FieldMissing)),
        1 => {}
        2 if household.partner.is_some() => {
            reader.fault_at("partner", Error::new(ErrorCode::FieldConflict).with_word("with", "applicants[1]"));
        }
        2 => {}
        more => {
            let actual = Detail::Number(i64::try_from(more).unwrap_or(i64::MAX));
            reader.fault_at("applicants", Error::new(ErrorCode::ListTooLong).with("actual", actual).with_bound(2));
        }
    }
});
object!(Applicant { id });
object!(Partner { id, own_resources, contribution });
object!(Child { id, age, born_on, custody, maintenance_paid, family_benefits, rsa_uplift } check |child, reader| {
    match (child.age, child.born_on) {
        (Some(_), Some(_)) => {
            reader.fault_at("born_on", Error::new(ErrorCode::FieldConflict).with_word("with", "age"));
        }
        (None, None) => reader.fault_at("age", Error::new(ErrorCode::FieldMissing)),
        (Some(age), None) if age > 130 => reader.fault_at("age", range(0, 130)),
        _ => {}
    }
});
object!(Ascendant { id, own_resources, lives_with, maintained });
object!(Housing { occupancy, surface_m2 } check |housing, reader| {
    if housing.surface_m2.is_some_and(|surface| surface == 0 || surface > 10_000) {
        reader.fault_at("surface_m2", range(1, 10_000));
    }
});
object!(Resource { id, kind, amount, of, tax_basis, paid_to } check |resource, reader| {
    if resource.paid_to.is_some() && resource.kind != ResourceKind::HousingBenefit {
        reader.fault_at("paid_to", not_applicable("resources.kind"));
    }
});
object!(Expense { id, kind, amount, of, proof, rent_basis, maintenance_basis } check |expense, reader| {
    if expense.rent_basis.is_some() && expense.kind != ExpenseKind::Rent {
        reader.fault_at("rent_basis", not_applicable("expenses.kind"));
    }
    if expense.maintenance_basis.is_some() && expense.kind != ExpenseKind::MaintenancePaid {
        reader.fault_at("maintenance_basis", not_applicable("expenses.kind"));
    }
});
object!(Asset { id, kind, value, sale_costs, joint_share_percent, protected } check |asset, reader| {
    if asset.joint_share_percent.is_some_and(|percent| percent == 0 || percent > 100) {
        reader.fault_at("joint_share_percent", range(1, 100));
    }
});
object!(Garnishment { dependants, payers, claims, bank_account });
object!(Payer { id, kind, net, pay, withholds } check |payer, reader| {
    match (payer.net.is_some(), payer.pay.is_some()) {
        (true, true) => reader.fault_at("pay", Error::new(ErrorCode::FieldConflict).with_word("with", "net")),
        (false, false) => reader.fault_at("net", Error::new(ErrorCode::FieldMissing)),
        _ => {}
    }
});
object!(Pay { pay, accessories, benefits_in_kind, contributions, withholding_tax, not_counted });
object!(NotCounted { kind, amount });
object!(Claim {
    id, kind, amount, preference_rank, current_term, arrears, arrears_paid, arrears_terms, agency, over_months,
    debtor_agreed,
} check |claim, reader| {
    if let Some(fault) = claim.fault() {
        reader.fault_below(fault);
    }
    if claim.preference_rank.is_some_and(|rank| rank == 0 || rank > 1000) {
        reader.fault_at("preference_rank", range(1, 1000));
    }
});
object!(Event { kind, on, signed_on, presented_on, months, residence, about });
object!(DeadlineOptions { as_of, holidays });
object!(InterestClaim {
    id,
    label,
    principal,
    costs,
    rate,
    changes,
    increase,
    payments,
    imputation,
    compounding,
    listed,
    plan_rate,
    until,
});
object!(PrincipalPart { amount, from });
object!(Cost { amount, on });
object!(InterestTerms { kind, class, percent });
object!(RateChange { from, kind, class, percent });
object!(Increase {
    enforceable_on,
    auction,
    title,
    reduced_points,
    reduced_from,
    exempted_from,
    exempted_until,
});
object!(PaymentReceived { on, amount, withheld_on });
object!(Compounding { basis, from });
object!(Decisions { scale_dependants, alternating_children, expenses_accepted, retained, main_home });
object!(AlternatingChild { child, share });
object!(AcceptedExpense { expense, amount });
object!(MainHome { written_consent });
object!(ConventionsRequest {
    preset,
    scale_base,
    scale_dependants,
    alternating_child_for_scale,
    alternating_child_rank,
    alternating_child_for_expenses,
    lone_filer_base,
    second_suspension,
    day_count,
});
object!(LawRequest { overlays, accept_unverified });
object!(Overlay {
    name,
    source,
    garnishment_scale,
    rsa,
    legal_interest,
    expense_treatment,
    expense_scale,
    rent_surface
});
object!(ScaleEntry { from, thresholds, increment });
object!(RsaEntry { from, area, amount });
object!(LegalInterestEntry { from, individuals, others });
object!(ExpenseTreatmentEntry { from, kinds, treatment });
object!(ExpenseScaleEntry { from, lines });
object!(FlatRate { id, covers, one_person, further_person, alert_percent } check |line, reader| {
    if line.alert_percent.is_some_and(|percent| percent == 0 || percent > 1000) {
        reader.fault_at("alert_percent", range(1, 1000));
    }
});
object!(RentSurfaceEntry { from, one_person, further_person });

object!(Debt {
    id, kind, creditor, label, reference, principal, interest, costs, penalty, contract_rate, remaining_months,
    accelerated, arose_on, to_fall_due, undeclared, contested, set_aside, estate, fraud_proof, consent, guarantor_paid,
    co_debtor, security, finances_main_home, left_by_sale, outside_plan, agreed_instalment,
} most crate::document::MAX_DEBTS; check |debt, reader| {
    if let Some(fault) = debt.fault() {
        reader.fault_below(fault);
    }
    if debt.remaining_months.is_some_and(|months| months > 1200) {
        reader.fault_at("remaining_months", range(0, 1200));
    }
});
object!(Security { asset, rank } check |security, reader| {
    if security.rank == 0 || security.rank > 100 {
        reader.fault_at("rank", range(1, 100));
    }
});
object!(OutsidePlan { instalment });
object!(History { earlier_measures_months, suspension_months, suspension_ended_on, new_file_lodged_on } check |history, reader| {
    if history.suspension_months.is_some_and(|months| months > 24) {
        reader.fault_at("suspension_months", range(0, 24));
    }
});
object!(Review { plan, months_elapsed, unpaid, received, new_debts, lapsed, new_circumstances });
object!(Unpaid { debt, amount } most crate::document::MAX_DEBTS;);
object!(Received { debt, amount, from_sale } most crate::document::MAX_DEBTS;);
object!(PlanWish {
    kind, first_due_on,
    capacity_steps, horizon_months, main_home_exception, ranks, landlord_surplus, token_floor, rate, imputation,
    rounding,
    within_rank, suspension_months, suspension_interest, rank_changes, sale,
} check |plan, reader| {
    if plan.suspension_months.is_some_and(|months| months == 0 || months > 24) {
        reader.fault_at("suspension_months", range(1, 24));
    }
});
object!(Candidate { name, plan } most MAX_CANDIDATES;);
object!(SaleWish { asset, months, price, manner } check |sale, reader| {
    if sale.months == 0 || sale.months > MAX_MONTHS {
        reader.fault_at("months", range(1, i64::from(MAX_MONTHS)));
    }
    if sale.price.is_some_and(Money::is_zero) {
        reader.fault_at("price", Error::new(ErrorCode::AmountZero));
    }
});
object!(CapacityStep { from_month, amount });
object!(RateWish { kind, percent });
object!(RankChange { debt, rank });
object!(Prospects {
    improvement_in_sight,
    liquidation_agreed,
    conciliation_failed,
    sole_trader,
    rehousing_impossible,
    measures_running,
    earlier_recovery,
});
object!(Filing {
    good_faith,
    monthly_debt_charge,
    guarantee_not_met,
    other_procedure,
    court_referral,
    allocated_estate,
    abroad,
});
object!(Abroad { french_national, creditors_in_france });
object!(AuditedPlan {
    kind,
    tiers,
    erased,
    rates,
    suspension_rate,
    imputation,
    outside,
    left_to_live,
    subject_to_sale,
    rehousing_impossible,
    main_home_exception,
    sale,
    balance_deferred,
    stated,
});
object!(AuditedSale { asset, month, manner, net_proceeds, parts, reduced });
object!(AuditedSalePart { debt, amount } most crate::document::MAX_DEBTS;);
object!(AuditedTier { months, suspension, lines, total });
object!(AuditedLine { debt, instalment, last, payments } most crate::document::MAX_DEBTS;);
object!(AuditedErasure { debt, amount } most crate::document::MAX_DEBTS;);
object!(AuditedRate { debt, percent } most crate::document::MAX_DEBTS;);
object!(AuditedStatement { debt, start, interest, paid, from_sale, erased, left } most crate::document::MAX_DEBTS;);

/// The balances of accounts may be negative; every other amount of a document may not.
#[derive(Clone)]
struct BankAccountRead {
    seized_on: NaiveDate,
    balances: Vec<Signed>,
    previous_seizure_on: Option<NaiveDate>,
}

object!(BankAccountRead { seized_on, balances, previous_seizure_on });

impl Read for BankAccount {
    fn read<'de, D: Deserializer<'de>>(
        reader: &mut Reader,
        from: D,
    ) -> Result<Option<BankAccount>, D::Error> {
        let read = BankAccountRead::read(reader, from)?;
        Ok(read.map(|read| BankAccount {
            seized_on: read.seized_on,
            balances: read.balances.into_iter().map(|balance| balance.0).collect::<Vec<Money>>(),
            previous_seizure_on: read.previous_seizure_on,
        }))
    }
}

fn range(low: i64, high: i64) -> Error {
    Error::new(ErrorCode::NumberRange).with("low", Detail::Number(low)).with_bound(high)
}

fn not_applicable(because: &'static str) -> Error {
    Error::new(ErrorCode::FieldNotApplicable).with_word("because", because)
}
