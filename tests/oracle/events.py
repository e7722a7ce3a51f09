"""What may happen in a file, in the order of the interface, and what can't come before what."""

KINDS = """
incomplete_file_requested file_completed file_deposited stay_before_admissibility_ordered sitting admissibility_decided
admissibility_notified inadmissibility_decided inadmissibility_notified admissibility_appealed forfeiture_notified
forfeiture_appealed orientation_decided legal_rate_refused file_closed auction postponement_requested
eviction_stay_ordered insurance_premium_demanded forbidden_act annulment_requested declared_liabilities_notified
claim_proved guarantor_informed guarantor_observed liabilities_notified liabilities_contested proposal_notified
proposal_refused plan_signed plan_approved plan_approval_letter plan_effective formal_notice default_cured plan_lapsed
circumstances_changed payment_attestation_requested payment_attested conciliation_failure_notified measures_requested
measures_request_notified direct_measures_notified observed measures_imposed measures_notified measures_contested
measures_ordered measures_letter measures_effective plan_incident home_loan_balance_demanded suspension_started
suspension_ended new_file_deposited rent_delays_granted rent_missed social_protocol_signed court_delays_granted
recovery_request_accepted recovery_request_notified recovery_request_appealed recovery_imposed recovery_notified
recovery_contested recovery_published recovery_ordered recovery_order_published contest_hearing opening_hearing
liquidation_opened opening_judgment_received opening_published claim_declared foreclosure_relief_requested
balance_sheet_sent claims_hearing liquidator_appointed sale_judgment_published sale_conditions_filed
auction_notice_served price_demanded adjudication_final price_deposited distribution_notified distribution_contested
distribution_sent liquidation_completed procedure_closed opened_and_closed opened_and_closed_published judgment_notified
judgment_appealed order_notified withdrawal_requested cheque_attestation_given cheque_regularised
telecom_contract_signed telecom_cancellation_received incident_registered incident_paid instalment_missed
decision_enforceable auction_pronounced decision_paid order_to_pay_served order_to_pay_registered wage_agreement_made
wage_seizure_contested wage_contest_denounced wage_seizure_served wage_seizure_registered wage_seizure_denounced
employer_declared intervention_served intervention_denounced intervention_registered withheld_sum_received
withheld_sum_distributed wage_distribution_proposed wage_distribution_notified wage_distribution_contested
wage_distribution_contest_denounced wage_seizure_disturbed wage_disturbance_reported employment_ended
wage_seizure_released wage_release_told wage_nullity_registered wage_seizure_resumed wage_resumption_registered
employer_order_notified employer_order_opposed account_seized account_payment_requested direct_payment_requested
direct_payment_notified direct_payment_acknowledged direct_payment_disturbed
""".split()

AFTER = {
    "file_deposited": "orientation_decided admissibility_decided inadmissibility_decided liabilities_notified stay_before_admissibility_ordered",
    "admissibility_decided": "admissibility_notified",
    "inadmissibility_decided": "inadmissibility_notified",
    "measures_imposed": "measures_notified measures_letter measures_effective",
    "measures_ordered": "measures_effective",
    "recovery_imposed": "recovery_notified recovery_published",
    "recovery_ordered": "recovery_order_published",
    "liabilities_notified": "liabilities_contested",
    "measures_notified": "measures_contested",
    "recovery_notified": "recovery_contested",
    "plan_approved": "plan_approval_letter plan_effective",
    "suspension_started": "suspension_ended",
    "formal_notice": "plan_lapsed",
    "liquidation_opened": "opening_published opening_judgment_received",
    "order_to_pay_served": "wage_seizure_served",
    "wage_seizure_served": "wage_seizure_registered wage_seizure_denounced",
    "judgment_notified": "judgment_appealed",
}
# Each kind with those of which one at least comes first.
BEFORE = {}
for first, later in AFTER.items():
    for kind in later.split():
        BEFORE.setdefault(kind, []).append(first)
