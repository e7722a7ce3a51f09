"""Every time limit of the law, read in the articles named: what begins it, how long it is, what keeps, ends or undoes it.

One call a limit, in the order in which they are shown: identifier, kind, who, delay, what begins it ("|": in order of
preference), then the rest. ``end:x`` is the end of another limit, ``missed:x`` its end when the act was not done in time.
"""

from datetime import date

CODE = "2024-01-01"  # the texts of the consumer code were read as they stand since
WITHOUT_JUDGE = "2025-07-01"  # garnishment of wages without leave of the judge
FINANCE = "2000-01-01"

# Whatever closes the stay of enforcement: a plan, measures, an erasure, a file closed, measures not asked for in time.
STAY_ENDS = (
    "plan_approved measures_imposed measures_ordered recovery_imposed recovery_ordered liquidation_opened "
    "opened_and_closed file_closed missed:request_for_measures"
)
MEASURES_BEGIN = (
    "plan_effective measures_effective end:agreed_plan_in_force end:measures_in_force recovery_imposed recovery_ordered "
    "liquidation_opened opened_and_closed file_closed"
)
ERASURES = "recovery_imposed recovery_ordered liquidation_opened opened_and_closed"

LIMITS = []


def limit(name, kind, who, delay, starts, articles, met="", ended="", void="", needs="", stated="ignored", distance=False, since=CODE, before=True):
    versions = articles if isinstance(articles, dict) else {since: articles}
    LIMITS.append(
        {
            "id": name,
            "kind": kind,
            "who": who,
            "delay": delay,
            "starts": starts.split(" | "),
            "met_by": met.split(),
            "ended_by": ended.split(),
            "void_by": void.split(),
            "needs": needs.split(),
            "stated": stated,
            "distance": distance,
            "before": before,
            "versions": [(date.fromisoformat(day), [a.strip() for a in text.split(";")]) for day, text in versions.items()],
        }
    )


def act(name, who, delay, starts, articles, met="", **more):
    limit(name, "act", who, delay, starts, articles, met, **more)


def period(name, who, delay, starts, articles, **more):
    limit(name, "period", who, delay, starts, articles, **more)


def backward(name, who, delay, starts, articles, met="", **more):
    limit(name, "backward", who, delay, starts, articles, met, **more)


def lasting(name, who, starts, articles, **more):
    limit(name, "open", who, "open", starts, articles, **more)


def book_seven():
    act("completion_of_file", "debtor", "1 months", "incomplete_file_requested", "", "file_completed")
    period("orientation_due", "commission", "3 months", "file_deposited", "C. conso. R. 712-15", met="orientation_decided", ended="inadmissibility_decided file_closed")
    # From the first day of the fourth month to the last of the sixth, counted from the deposit (R. 724-2).
    period("legal_rate_window", "creditor", "6 months of the event", "missed:orientation_due", "C. conso. L. 721-2; C. conso. R. 724-2", void="legal_rate_refused")
    period("stay_before_admissibility", "creditor", "24 months", "stay_before_admissibility_ordered", "C. conso. L. 721-4; C. conso. L. 722-3", ended="admissibility_decided inadmissibility_decided file_closed", stated="within")
    backward("sale_postponement", "commission", "15 days", "auction", "C. conso. R. 721-7", "postponement_requested")
    backward("summons_to_sitting", "commission", "15 days", "sitting", "C. conso. R. 712-17")
    backward("files_to_members_pas_de_calais", "commission", "2 days", "sitting", "")
    backward("files_to_members_val_d_oise", "commission", "3 days", "sitting", "")
    act("appeal_of_admissibility", "parties", "15 days", "admissibility_notified", "C. conso. R. 722-1", "admissibility_appealed")
    act("appeal_of_inadmissibility", "debtor", "15 days", "inadmissibility_notified", "C. conso. R. 722-1", "admissibility_appealed")
    act("appeal_of_forfeiture", "debtor", "15 days", "forfeiture_notified", "C. conso. R. 712-14", "forfeiture_appealed")
    period("stay_of_enforcement", "creditor", "24 months", "admissibility_decided", "C. conso. L. 722-2; C. conso. L. 722-3", ended=STAY_ENDS)
    # The ban is an effect of the stay (L. 722-5): two years with it. From 20 November 2026 only a reference changes.
    ban = {CODE: "C. conso. L. 722-5", "2026-11-20": "C. conso. L. 722-5"}
    period("ban_on_paying", "debtor", "24 months", "admissibility_decided", ban, ended=STAY_ENDS)
    period("stay_of_eviction", "landlord", "24 months", "eviction_stay_ordered", "C. conso. L. 722-9", ended=STAY_ENDS, stated="within")
    period("stay_during_plan", "creditor", "24 months", "recovery_request_accepted", "C. conso. L. 724-4", ended=ERASURES)
    period("insurance_premium", "insurer", "120 days", "insurance_premium_demanded", "C. conso. L. 722-13", needs="admissibility_decided")
    lasting("no_interest", "creditor", "admissibility_decided", "C. conso. L. 722-14", ended=MEASURES_BEGIN)
    lasting("housing_benefits", "debtor", "admissibility_decided", "C. conso. L. 722-10", ended="file_closed")
    lasting("no_rejection_fees", "bank", "admissibility_notified", "C. conso. L. 722-12", ended=STAY_ENDS)
    period("rent_delays_stay_payable", "debtor", "24 months", "admissibility_decided", "C. conso. L. 722-5", ended=STAY_ENDS, needs="rent_delays_granted")
    lasting("half_fees", "bailiff", "admissibility_decided", "C. conso. R. 722-11", ended=STAY_ENDS)
    lasting("social_protocol_suspended", "landlord", "admissibility_decided", "C. conso. L. 722-16", ended=MEASURES_BEGIN, needs="social_protocol_signed")
    period("social_protocol_extended", "landlord", "36 months", "recovery_ordered | recovery_imposed", "C. conso. L. 722-16", void="recovery_contested", needs="social_protocol_signed")
    period("social_protocol_lease", "landlord", "3 months", "end:social_protocol_extended", "C. conso. L. 722-16")
    done = "file_closed procedure_closed opened_and_closed recovery_ordered missed:contest_of_recovery end:end_of_plan end:end_of_measures"
    lasting("no_new_debts", "debtor", "file_deposited", "C. conso. L. 761-1", ended=done)
    lasting("employee_savings", "commission", "file_deposited", "", ended="file_closed")
    act("proof_of_claim", "creditor", "30 days", "declared_liabilities_notified", "C. conso. R. 723-3", "claim_proved")
    act("guarantor_observations", "guarantor", "30 days", "guarantor_informed", "C. conso. R. 723-4", "guarantor_observed")
    act("contest_of_liabilities", "debtor", "20 days", "liabilities_notified", "C. conso. R. 723-8", "liabilities_contested")
    act("appeal_on_recovery_request", "parties", "15 days", "recovery_request_notified", "C. conso. R. 724-4", "recovery_request_appealed")
    act("refusal_of_proposal", "creditor", "30 days", "proposal_notified", "C. conso. D. 732-3", "proposal_refused")
    period("agreed_plan_in_force", "parties", "end of next month", "plan_approval_letter", "C. conso. R. 732-1", void="plan_effective")
    period("end_of_plan", "parties", "84 months", "plan_effective | end:agreed_plan_in_force", "C. conso. L. 732-3", ended="plan_lapsed recovery_imposed recovery_ordered", stated="needed")
    act("cure_of_default", "debtor", "15 days", "formal_notice", "C. conso. R. 732-2", "default_cured")
    lasting("no_refiling_after_lapse", "debtor", "plan_lapsed | missed:cure_of_default", "", ended="circumstances_changed")
    act("request_for_measures", "debtor", "15 days", "conciliation_failure_notified", "C. conso. R. 733-1", "measures_requested")
    act("observations_on_request", "creditor", "15 days", "measures_request_notified", "C. conso. R. 733-3", "observed")
    act("observations_on_direct_measures", "parties", "30 days", "direct_measures_notified", "C. conso. R. 733-4", "observed")
    act("contest_of_measures", "parties", "30 days", "measures_notified", "C. conso. R. 733-6", "measures_contested")
    period("measures_in_force", "parties", "end of next month", "measures_letter", "C. conso. R. 733-8", void="measures_effective")
    period("end_of_measures", "parties", "84 months", "measures_effective | end:measures_in_force", "C. conso. L. 733-3", ended="plan_lapsed recovery_imposed recovery_ordered", stated="needed")
    act("home_loan_balance", "debtor", "2 months", "home_loan_balance_demanded", "C. conso. R. 733-7", "file_deposited new_file_deposited")
    period("end_of_suspension", "parties", "24 months", "suspension_started", "C. conso. L. 733-1", ended="suspension_ended", stated="within")
    act("refiling_after_suspension", "debtor", "3 months", "suspension_ended | end:end_of_suspension", "C. conso. R. 733-5", "new_file_deposited")
    period("tenant_delays_extended", "landlord", "3 months", "suspension_ended | end:end_of_suspension", "C. conso. L. 714-1", ended="rent_missed", needs="rent_delays_granted")
    period("termination_clause_frozen", "landlord", "24 months", "procedure_closed | opened_and_closed | recovery_ordered | recovery_imposed", "C. conso. L. 714-1", ended="rent_missed", void="recovery_contested", needs="rent_delays_granted")
    backward("summons_to_contest_hearing", "registry", "15 days", "contest_hearing", "C. conso. R. 733-16; C. conso. R. 741-11")
    act("contest_of_recovery", "parties", "30 days", "recovery_notified", "C. conso. R. 741-1", "recovery_contested")
    act("publication_of_recovery", "commission", "30 days", "recovery_imposed", "C. conso. R. 741-3", "recovery_published")
    act("appeal_of_unnotified_creditors", "creditor", "2 months", "recovery_published", "C. conso. R. 741-2", "recovery_contested")
    act("publication_of_recovery_order", "registry", "15 days", "recovery_ordered", "C. conso. R. 741-13", "recovery_order_published")
    act("third_party_opposition", "anyone", "2 months", "recovery_order_published", "C. conso. R. 741-14; C. conso. R. 741-18")
    act("publication_of_opening_and_closing", "registry", "15 days", "opened_and_closed", "C. conso. R. 742-53", "opened_and_closed_published")
    act("third_party_opposition_to_closing", "anyone", "2 months", "opened_and_closed_published", "C. conso. R. 742-54")
    backward("summons_to_opening_hearing", "registry", "1 months", "opening_hearing", "C. conso. R. 742-4")
    act("publication_of_opening", "trustee", "15 days", "opening_judgment_received | liquidation_opened", "C. conso. R. 742-9", "opening_published")
    act("declaration_of_claims", "creditor", "2 months", "opening_published", "C. conso. R. 742-11", "claim_declared")
    act("foreclosure_relief", "creditor", "6 months", "opening_published", "C. conso. R. 742-13", "foreclosure_relief_requested")
    act("balance_sheet", "trustee", "6 months", "opening_published", "C. conso. R. 742-14", "balance_sheet_sent")
    backward("contest_of_claims", "parties", "15 days", "claims_hearing", "C. conso. R. 742-16", "observed")
    act("sale_by_liquidator", "liquidator", "12 months", "liquidator_appointed", "C. conso. L. 742-16", "liquidation_completed")
    act("description_of_premises", "liquidator", "15 days", "sale_judgment_published", "C. conso. R. 742-32")
    act("sale_conditions", "liquidator", "2 months", "sale_judgment_published", "C. conso. R. 742-33", "sale_conditions_filed")
    act("auction_notice", "liquidator", "5 workable", "sale_conditions_filed", "C. conso. R. 742-34", "auction_notice_served")
    period("earliest_auction", "liquidator", "2 months", "auction_notice_served", "C. conso. R. 742-34")
    act("latest_auction", "liquidator", "4 months", "auction_notice_served", "C. conso. R. 742-34", "auction")
    act("contest_of_sale_act", "parties", "15 days", "auction_notice_served", "C. conso. R. 742-34")
    act("price_deposit", "buyer", "2 months", "adjudication_final", "C. conso. R. 742-38", "price_deposited")
    act("price_after_demand", "buyer", "8 days", "price_demanded", "C. conso. R. 742-39", "price_deposited")
    act("contest_of_liquidation_distribution", "parties", "15 days", "distribution_notified", "C. conso. R. 742-44", "distribution_contested")
    act("payment_by_deposit_body", "deposit_body", "1 months", "distribution_sent", "C. conso. R. 742-49")
    act("liquidator_report", "liquidator", "3 months", "liquidation_completed", "C. conso. R. 742-52")
    act("appeal_of_judgment", "parties", "15 days", "judgment_notified", "C. conso. R. 713-7", "judgment_appealed", distance=True)
    act("withdrawal_of_order", "anyone", "15 days", "order_notified", "C. conso. R. 713-9", "withdrawal_requested")
    act("annulment_of_forbidden_act", "commission", "12 months", "forbidden_act", "C. conso. L. 761-2", "annulment_requested")
    act("cheque_regularisation", "bank", "2 working", "cheque_attestation_given", "C. conso. R. 733-18; C. conso. R. 743-1", "cheque_regularised")
    # A file received three months after the signature, to the day, comes late enough (R. 224-59-1): only an earlier one ends it.
    period("telecom_contract_age", "debtor", "3 months", "telecom_contract_signed", "C. conso. R. 224-59-1", ended="file_deposited")
    period("telecom_cancellation", "provider", "10 days", "telecom_cancellation_received", "C. conso. L. 224-39", needs="admissibility_notified file_deposited")


def file_of_incidents():
    measures = "plan_signed | measures_ordered | measures_imposed"
    decided = "file_closed plan_signed measures_imposed measures_ordered recovery_imposed recovery_ordered"
    period("ficp_incident", "banque_de_france", "60 months", "incident_registered", "C. conso. L. 752-1", ended="incident_paid")
    period("ficp_incident_after_sixty_days", "bank", "60 days", "instalment_missed", "")
    period("ficp_file_examined", "banque_de_france", "36 months", "file_deposited", "", ended=decided)
    period("ficp_measures", "banque_de_france", "84 months", measures, "C. conso. L. 752-3", stated="within")
    period("ficp_without_incident", "banque_de_france", "60 months", measures, "C. conso. L. 752-3", void="plan_incident plan_lapsed")
    erased = "procedure_closed | opened_and_closed | recovery_ordered | recovery_imposed"
    period("ficp_recovery", "banque_de_france", "60 months", erased, "C. conso. L. 752-3")
    act("payment_attestation", "creditor", "1 months", "payment_attestation_requested", "", "payment_attested")


def garnishment_of_wages():
    new = {"since": WITHOUT_JUDGE, "before": False}
    period("wage_seizure_wait", "creditor", "1 months", "order_to_pay_served", "CPCE L. 212-2", **new)
    act("payment_or_agreement", "debtor", "1 months", "order_to_pay_served", "CPCE R. 212-1-3", "wage_agreement_made", **new)
    act("suspensive_wage_contest", "debtor", "1 months", "order_to_pay_served", "CPCE L. 212-4", "wage_seizure_contested", **new)
    act("order_to_pay_registration", "bailiff", "1 workable", "order_to_pay_served", "CPCE R. 212-1-2", "order_to_pay_registered", **new)
    act("wage_contest_denunciation", "debtor", "1 workable", "wage_seizure_contested", "CPCE R. 212-1-8", "wage_contest_denounced", **new)
    act("wage_seizure_service", "creditor", "3 months", "order_to_pay_served", "CPCE L. 212-6", "wage_seizure_served", void="wage_agreement_made", **new)
    act("wage_seizure_registration", "bailiff", "1 workable", "wage_seizure_served", "CPCE R. 212-1-13", "wage_seizure_registered", **new)
    act("employer_declaration", "third_party", "15 days", "wage_seizure_served", "CPCE R. 212-1-14", "employer_declared", **new)
    act("wage_seizure_denunciation", "creditor", "8 days", "wage_seizure_served", "CPCE R. 212-1-15", "wage_seizure_denounced", **new)
    act("intervention_denunciation", "creditor", "8 days", "intervention_served", "CPCE R. 212-1-17", "intervention_denounced", **new)
    act("intervention_registration", "bailiff", "1 workable", "intervention_served", "CPCE R. 212-1-17", "intervention_registered", **new)
    act("payment_to_creditors", "bailiff", "42 days", "withheld_sum_received", "CPCE R. 212-1-23", "withheld_sum_distributed", **new)
    act("observations_on_wage_distribution", "creditor", "8 days", "wage_distribution_proposed", "CPCE R. 212-1-27", "observed", **new)
    act("contest_of_wage_distribution", "parties", "8 days", "wage_distribution_notified", "CPCE R. 212-1-28", "wage_distribution_contested", **new)
    act("wage_distribution_contest_denunciation", "parties", "1 workable", "wage_distribution_contested", "CPCE R. 212-1-28", "wage_distribution_contest_denounced", **new)
    period("first_wage_distribution", "bailiff", "42 days", "wage_seizure_served", "CPCE R. 212-1-30", met="wage_distribution_proposed", **new)
    period("next_wage_distribution", "bailiff", "42 days", "wage_distribution_notified", "CPCE R. 212-1-30", met="wage_distribution_proposed", **new)
    act("employer_report", "third_party", "8 days", "wage_seizure_disturbed", "CPCE R. 212-1-31", "wage_disturbance_reported", **new)
    act("resumption_with_new_employer", "creditor", "12 months", "employment_ended", "CPCE R. 212-1-32", "wage_seizure_resumed", **new)
    act("wage_release", "bailiff", "8 days", "wage_seizure_released", "CPCE R. 212-1-38", "wage_release_told", **new)
    act("resumption_after_nullity", "creditor", "3 months", "wage_nullity_registered", "CPCE R. 212-1-40", "wage_seizure_resumed", **new)
    act("resumption_registration", "bailiff", "1 workable", "wage_seizure_resumed", "CPCE R. 212-1-40", "wage_resumption_registered", **new)
    act("opposition_to_employer_order", "third_party", "15 days", "employer_order_notified", "CPCE R. 212-1-42", "employer_order_opposed", distance=True, **new)


def other_enforcement():
    period("account_regularisation", "bank", "15 workable", "account_seized", "CPCE L. 162-1")
    period("account_bills", "bank", "1 months", "account_seized", "CPCE L. 162-1")
    act("account_statement", "bank", "8 days", "end:account_regularisation", "CPCE R. 162-1")
    period("next_account_minimum", "debtor", "1 months", "account_seized", "CPCE R. 162-3")
    act("contest_of_account_imputation", "creditor", "15 days", "account_payment_requested", "CPCE R. 162-4; CPCE R. 162-5")
    act("direct_payment_notification", "bailiff", "8 days", "direct_payment_requested", "CPCE R. 213-1", "direct_payment_notified")
    act("direct_payment_acknowledgement", "third_party", "8 days", "direct_payment_notified", "CPCE R. 213-1", "direct_payment_acknowledged")
    period("direct_payment_arrears", "third_party", "12 months", "direct_payment_notified", "CPCE L. 213-4")
    act("direct_payment_report", "third_party", "8 days", "direct_payment_disturbed", "CPCE R. 213-4")
    period("court_delays", "creditor", "24 months", "court_delays_granted", "C. civ. 1343-5", stated="within")
    more = {"since": FINANCE, "void": "decision_paid"}
    period("increase_of_legal_rate", "debtor", "2 months", "decision_enforceable", "C. mon. fin. L. 313-3", **more)
    period("increase_after_auction", "debtor", "4 months", "auction_pronounced", "C. mon. fin. L. 313-3", **more)


book_seven()
file_of_incidents()
garnishment_of_wages()
other_enforcement()
BY_NAME = {row["id"]: row for row in LIMITS}
assert len(BY_NAME) == len(LIMITS)
