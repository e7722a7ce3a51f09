"""fr/deadline, one vector at least for every limit of the law: days counted by hand, on 15 May 2026 unless said.

That spring: Easter Monday 6 April, Friday 1 and Friday 8 May, Ascension Thursday 14 May, Whit Monday 25 May.
"""

import deadlines
from limits import LIMITS

from .common import ORACLE, record, request, subset

FOLDER = "fr/deadline"
TODAY = "2026-05-15"
DAYS = ["CPC 640", "CPC 641", "CPC 642"]
MONTHS = ["CPC 641", "CPC 642"]
RECEIVED = ["C. conso. R. 712-18"]
SHOWN = (
    "id", "event", "from", "about", "starts_on", "expires_on", "due_on", "kind", "who", "status", "conditional",
    "days_left", "done_on", "ended_on", "residence",
)
SAID = set()


def happened(kind, on=None, **more):
    return {"kind": kind, **({"on": on} if on else {}), **more}


def until(due, left=None, counted=None, **more):
    """A limit by its last day; ``counted`` when a holiday moves it."""
    stands = {"status": "running", "days_left": left} if left is not None else {}
    return {"due_on": due, "expires_on": counted or due, **stands, **more}


def passed(due, counted=None, **more):
    return until(due, counted=counted, status="passed", **more)


LASTING = {"status": "running", "kind": "open"}


def calendar(slug, title, law, reasoning, events, expect, on=TODAY, options=None, missing=None, advisories=None, **parts):
    """The figures typed by hand, by limit, must be the oracle's; every limit of the oracle goes into the vector."""
    document = request(on, ["deadlines"], events=events, deadlines=options, **parts)
    answer = deadlines.evaluate(document)
    assert "errors" not in answer, (slug, answer)
    block = answer["deadlines"]
    for name, typed in expect.items():
        found = [row for row in block["limits"] if row["id"] == name]
        difference = subset(typed if isinstance(typed, list) else [typed], found)
        assert difference is None, (slug, name, difference, found)
        SAID.add(name)
    if missing is not None:
        found = {(entry["event"], entry.get("field")): entry["limits"] for entry in block["missing"]}
        difference = subset(missing, found)
        assert difference is None, (slug, difference)
    rows = [{key: row[key] for key in SHOWN if key in row} for row in block["limits"]]
    stated = {"as_of": block["as_of"], "holidays": block["holidays"], "limits": rows}
    if missing is not None:
        stated["missing"] = block["missing"]
    response = {"deadlines": stated}
    assert answer["advisories"] == (advisories or []), (slug, answer["advisories"])
    if advisories:
        response["advisories"] = [{"name": name, "path": path} for name, path in advisories]
    record(FOLDER, slug, title, law, ORACLE, reasoning, None, {"request": document}, {"response": response})


def each(slug, law, reasoning, events, **expect):
    calendar(f"row.{slug}", f"Limit by limit: {slug.replace('_', ' ')}", law, reasoning, events, expect)


def filing():
    each("completion", ["règlement intérieur, 2", *MONTHS], "Asked on 20 April: one month, Wednesday 20 May.", [happened("incomplete_file_requested", "2026-04-20")], completion_of_file=until("2026-05-20", 5))
    each("deposit", ["C. conso. L. 721-2", "C. conso. R. 712-15", "C. conso. R. 724-2", "C. conso. L. 761-1"], "Lodged on 2 March: the orientation is due by 2 June; were it not given, loans would bear the legal rate until 2 September, six months after the deposit. 15 to 31 May are 16 days, June 30, July 31, August 31.", [happened("file_deposited", "2026-03-02")], orientation_due=until("2026-06-02", 18), legal_rate_window=until("2026-09-02", starts_on="2026-06-02", status="to_come", conditional=True, days_left=110), no_new_debts=LASTING, employee_savings=LASTING, ficp_file_examined=until("2029-03-02"))
    each("orientation_missed", ["C. conso. L. 721-2", "C. conso. R. 721-4", "C. conso. R. 724-2"], "Lodged on 10 December, no orientation by 10 March: the window lasts until 10 June.", [happened("file_deposited", "2025-12-10")], orientation_due=passed("2026-03-10"), legal_rate_window=until("2026-06-10", 26, starts_on="2026-03-10"))
    each("stay_before_admissibility", ["C. conso. L. 721-4", "C. conso. L. 721-6", "C. conso. L. 722-3"], "The judge said six months on 4 May: until 4 November, 173 days off; another order says nothing: two years.", [happened("stay_before_admissibility_ordered", "2026-05-04", months=6), happened("stay_before_admissibility_ordered", "2026-05-04")], stay_before_admissibility=[until("2026-11-04", 173), until("2028-05-04")])
    each("auction_postponed", ["C. conso. R. 721-7", "C. conso. R. 722-7"], "The sale is on Thursday 18 June: fifteen days at least before, Wednesday 3 June.", [happened("auction", "2026-06-18")], sale_postponement=until("2026-06-03", 19))
    each("sitting", ["C. conso. R. 712-17", "règlement intérieur, 1.4"], "Sitting on Tuesday 9 June. Fifteen days before is Whit Monday 25 May: the safe day is Friday 22. Two days before is Sunday 7 June, three Saturday 6: Friday 5 for both.", [happened("sitting", "2026-06-09")], summons_to_sitting=until("2026-05-22", 7, "2026-05-25"), files_to_members_pas_de_calais=until("2026-06-05", 21, "2026-06-07"), files_to_members_val_d_oise=until("2026-06-05", 21, "2026-06-06"))


def admissibility():
    each("admissible", ["C. conso. R. 722-1", "C. conso. L. 722-12", *DAYS], "Received on 4 May: fifteen days, Tuesday 19. Rejected direct debits bear no fee from the notification on.", [happened("admissibility_notified", "2026-05-04")], appeal_of_admissibility=until("2026-05-19", 4), no_rejection_fees=LASTING)
    each("inadmissible", ["C. conso. R. 722-1", *DAYS], "Received on 23 April: the fifteenth day is Friday 8 May, a holiday; Monday 11 May, four days ago.", [happened("inadmissibility_notified", "2026-04-23")], appeal_of_inadmissibility=passed("2026-05-11", "2026-05-08"))
    each("forfeiture", ["C. conso. R. 712-14", *DAYS], "Received on 29 April: the fifteenth day is Ascension Thursday 14 May; today is the last day.", [happened("forfeiture_notified", "2026-04-29")], appeal_of_forfeiture=until("2026-05-15", 0, "2026-05-14"))
    admitted = ["C. conso. L. 722-2", "C. conso. L. 722-3", "C. conso. L. 722-5", "C. conso. L. 722-10", "C. conso. L. 722-14", "C. conso. L. 722-16", "C. conso. R. 722-11"]
    each("stay", admitted, "Admitted on 10 February 2026: stay and ban until 10 February 2028, 730 days after that day, 94 of which are gone. Delays granted by a judge stay payable as long. The rest has no fixed end.", [happened("admissibility_decided", "2026-02-10"), happened("rent_delays_granted", "2025-11-03"), happened("social_protocol_signed", "2025-10-06")], stay_of_enforcement=until("2028-02-10", 636), ban_on_paying=until("2028-02-10", 636), rent_delays_stay_payable=until("2028-02-10", 636), no_interest=LASTING, housing_benefits=LASTING, half_fees=LASTING, social_protocol_suspended=LASTING)
    each("eviction", ["C. conso. L. 722-8", "C. conso. L. 722-9"], "One year from 10 March 2026.", [happened("eviction_stay_ordered", "2026-03-10", months=12)], stay_of_eviction=until("2027-03-10", 299))
    each("erasure_asked_during_plan", ["C. conso. L. 724-3", "C. conso. L. 724-4", "C. conso. R. 724-4"], "Accepted on 31 January 2026: two years. The answer came on 3 May: fifteen days end on Monday 18.", [happened("recovery_request_accepted", "2026-01-31"), happened("recovery_request_notified", "2026-05-03")], stay_during_plan=until("2028-01-31"), appeal_on_recovery_request=until("2026-05-18", 3))
    each("insurance", ["C. conso. L. 722-13"], "Demanded on 1 March: 30 days of March, 30 of April, 31 of May and 29 of June.", [happened("admissibility_decided", "2026-02-10"), happened("insurance_premium_demanded", "2026-03-01")], insurance_premium=until("2026-06-29", 45))
    each("forbidden_act", ["C. conso. L. 761-2", *MONTHS], "Paid on 17 May 2025: one year ends on a Sunday; Monday 18.", [happened("forbidden_act", "2025-05-17")], annulment_of_forbidden_act=until("2026-05-18", 3, "2026-05-17"))


def liabilities():
    each("claims", ["C. conso. R. 723-3", "C. conso. R. 723-4", "C. conso. L. 723-3", "C. conso. R. 723-8", *DAYS], "Thirty days from 15 April: today. From 16 April: Saturday 16 May, so Monday 18. Twenty days from 25 April: today.", [happened("declared_liabilities_notified", "2026-04-15"), happened("guarantor_informed", "2026-04-16"), happened("liabilities_notified", "2026-04-25")], proof_of_claim=until(TODAY, 0), guarantor_observations=until("2026-05-18", 3, "2026-05-16"), contest_of_liabilities=until(TODAY, 0))


def plans():
    each("proposal", ["C. conso. L. 732-3", "C. conso. D. 732-3", *DAYS], "Received on 17 April: thirty days end on Sunday 17 May; Monday 18.", [happened("proposal_notified", "2026-04-17")], refusal_of_proposal=until("2026-05-18", 3, "2026-05-17"))
    each("plan", ["C. conso. L. 732-3", "C. conso. R. 732-1"], "Letter of 15 January 2026: in force by Saturday 28 February, a period that no weekend moves; sixty months later, 28 February 2031.", [happened("plan_approval_letter", "2026-01-15", months=60)], agreed_plan_in_force=passed("2026-02-28"), end_of_plan=until("2031-02-28", starts_on="2026-02-28"))
    each("default", ["C. conso. R. 732-2", *DAYS], "Received on 1 May: Saturday 16 May, so Monday 18. If nothing is done the plan lapses, and no new file is received without new circumstances.", [happened("formal_notice", "2026-05-01")], cure_of_default=until("2026-05-18", 3, "2026-05-16"), no_refiling_after_lapse={"starts_on": "2026-05-18", "status": "to_come", "conditional": True})
    each("conciliation_failed", ["C. conso. R. 733-1", "C. conso. R. 733-3", *DAYS], "Fifteen days from 6 May: Thursday 21. From 5 May: Wednesday 20.", [happened("conciliation_failure_notified", "2026-05-06"), happened("measures_request_notified", "2026-05-05")], request_for_measures=until("2026-05-21", 6), observations_on_request=until("2026-05-20", 5))
    each("measures", ["C. conso. R. 733-4", "C. conso. L. 732-4", "C. conso. L. 733-10", "C. conso. R. 733-6", *DAYS], "Thirty days from 20 April: Wednesday 20 May. From 14 April: Ascension Thursday, so today.", [happened("direct_measures_notified", "2026-04-20"), happened("measures_notified", "2026-04-14")], observations_on_direct_measures=until("2026-05-20", 5), contest_of_measures=until(TODAY, 0, "2026-05-14"))
    each("measures_bind", ["C. conso. R. 733-8", "C. conso. L. 733-3", "C. conso. L. 733-16"], "Letter of 3 April: in force by Sunday 31 May, which nothing moves; 84 months from the end of May.", [happened("measures_letter", "2026-04-03", months=84)], measures_in_force=until("2026-05-31", 16), end_of_measures=until("2033-05-31", starts_on="2026-05-31", status="to_come"))
    each("home_loan", ["C. conso. R. 733-7", *MONTHS], "Demanded on 14 March: two months end on Ascension Thursday; today.", [happened("home_loan_balance_demanded", "2026-03-14")], home_loan_balance=until(TODAY, 0, "2026-05-14"))
    each("suspension", ["C. conso. L. 733-1, 4°", "C. conso. L. 733-2", "C. conso. R. 733-5", "C. conso. L. 714-1"], "Two years from 1 June 2024; then three months to file again, and as long for the tenant.", [happened("suspension_started", "2024-06-01"), happened("rent_delays_granted", "2024-01-10")], end_of_suspension=until("2026-06-01", 17), refiling_after_suspension=until("2026-09-01", starts_on="2026-06-01", status="to_come"), tenant_delays_extended=until("2026-09-01", starts_on="2026-06-01", status="to_come"))


def erasures():
    each("erasure", ["C. conso. R. 741-3", "C. conso. L. 714-1", "C. conso. L. 722-16", "C. conso. L. 752-3", *DAYS], "Imposed on 21 April 2026: published within thirty days, by Thursday 21 May. Two years for the termination clause, three for the protocol and three months for its lease, five in the file of incidents.", [happened("recovery_imposed", "2026-04-21"), happened("rent_delays_granted", "2025-06-02"), happened("social_protocol_signed", "2025-06-02")], publication_of_recovery=until("2026-05-21", 6), termination_clause_frozen=until("2028-04-21"), social_protocol_extended=until("2029-04-21"), social_protocol_lease=until("2029-07-21", starts_on="2029-04-21", status="to_come"), ficp_recovery=until("2031-04-21"))
    each("erasure_notified", ["C. conso. L. 741-4", "C. conso. R. 741-1", "C. conso. R. 741-2", *DAYS], "Thirty days from 20 April: Wednesday 20 May. Two months from the publication of 25 March: Whit Monday, so Tuesday 26.", [happened("recovery_notified", "2026-04-20"), happened("recovery_published", "2026-03-25")], contest_of_recovery=until("2026-05-20", 5), appeal_of_unnotified_creditors=until("2026-05-26", 11, "2026-05-25"))
    each("erasure_ordered", ["C. conso. R. 741-13", "C. conso. R. 741-14", "C. conso. R. 741-17", "C. conso. R. 741-18"], "Judgment of 4 May: published by Tuesday 19. Published on 11 May: two months end on Saturday 11 July; Monday 13.", [happened("recovery_ordered", "2026-05-04"), happened("recovery_order_published", "2026-05-11")], publication_of_recovery_order={"status": "met", "due_on": "2026-05-19", "done_on": "2026-05-11"}, third_party_opposition=until("2026-07-13", 59, "2026-07-11"))
    each("opened_and_closed", ["C. conso. R. 742-53", "C. conso. R. 742-54"], "Judgment of 5 May: published by Wednesday 20. Published on 12 May: two months end on Sunday 12 July; Monday 13.", [happened("opened_and_closed", "2026-05-05"), happened("opened_and_closed_published", "2026-05-12")], publication_of_opening_and_closing={"status": "met", "due_on": "2026-05-20"}, third_party_opposition_to_closing=until("2026-07-13", 59, "2026-07-12"))
    each("hearings", ["C. conso. R. 733-16", "C. conso. R. 741-11", "C. conso. R. 742-4", "C. conso. R. 742-16"], "Contest on Tuesday 16 June: summons by Monday 1 June. Opening on Friday 31 July: one month before is Tuesday 30 June. Claims on Tuesday 2 June: contest by Monday 18 May.", [happened("contest_hearing", "2026-06-16"), happened("opening_hearing", "2026-07-31"), happened("claims_hearing", "2026-06-02")], summons_to_contest_hearing=until("2026-06-01", 17), summons_to_opening_hearing=until("2026-06-30", 46), contest_of_claims=until("2026-05-18", 3))


def liquidations():
    each("opening", ["C. conso. R. 742-9", *DAYS], "The trustee received the judgment of 16 April on 6 May: fifteen days from then, Thursday 21.", [happened("liquidation_opened", "2026-04-16"), happened("opening_judgment_received", "2026-05-06")], publication_of_opening=until("2026-05-21", 6, event="opening_judgment_received"))
    each("opening_published", ["C. conso. R. 742-11", "C. conso. R. 742-13", "C. conso. R. 742-14", *MONTHS], "Published on 21 April: two months end on Sunday 21 June, so Monday 22; six months on Wednesday 21 October.", [happened("opening_published", "2026-04-21")], declaration_of_claims=until("2026-06-22", 38, "2026-06-21"), foreclosure_relief=until("2026-10-21", 159), balance_sheet=until("2026-10-21", 159))
    each("sale", ["C. conso. L. 742-16", "C. conso. R. 742-26"], "Named on 15 February 2026: twelve months, Monday 15 February 2027.", [happened("liquidator_appointed", "2026-02-15")], sale_by_liquidator=until("2027-02-15", 276))
    each("sale_conditions", ["C. conso. R. 742-32", "C. conso. R. 742-33"], "Published on 2 May: fifteen days end on Sunday 17, so Monday 18; two months on Thursday 2 July.", [happened("sale_judgment_published", "2026-05-02")], description_of_premises=until("2026-05-18", 3, "2026-05-17"), sale_conditions=until("2026-07-02", 48))
    each("auction_notice", ["C. conso. R. 742-34"], "Filed on Tuesday 12 May: 13, 15, 16, 18 and 19 May are the five jours ouvrables; Ascension is none, Saturday is one.", [happened("sale_conditions_filed", "2026-05-12")], auction_notice=until("2026-05-19", 4))
    each("auction_dates", ["C. conso. R. 742-34"], "Served on 30 April: not before 30 June, not after Sunday 30 August, so Monday 31; acts are contested within fifteen days, today.", [happened("auction_notice_served", "2026-04-30")], earliest_auction=until("2026-06-30", 46), latest_auction=until("2026-08-31", 108, "2026-08-30"), contest_of_sale_act=until(TODAY, 0))
    each("price", ["C. conso. R. 742-38", "C. conso. R. 742-39"], "Final on 16 March: two months end on Saturday 16 May, so Monday 18. Ordered to pay on 10 May: eight days, the same Monday.", [happened("adjudication_final", "2026-03-16"), happened("price_demanded", "2026-05-10")], price_deposit=until("2026-05-18", 3, "2026-05-16"), price_after_demand=until("2026-05-18", 3))
    each("distribution", ["C. conso. R. 742-44", "C. conso. R. 742-49", "C. conso. R. 742-52"], "Fifteen days from 10 May, one month from 25 April and three months from 25 February: Whit Monday each time, so Tuesday 26.", [happened("distribution_notified", "2026-05-10"), happened("distribution_sent", "2026-04-25"), happened("liquidation_completed", "2026-02-25")], contest_of_liquidation_distribution=until("2026-05-26", 11, "2026-05-25"), payment_by_deposit_body=until("2026-05-26", 11, "2026-05-25"), liquidator_report=until("2026-05-26", 11, "2026-05-25"))


def around():
    each("judgment", ["C. conso. R. 713-7", "C. conso. R. 713-9", "C. conso. R. 713-11", *DAYS], "Fifteen days from 2 May: Sunday 17, so Monday 18. From 1 May: Saturday 16, the same Monday.", [happened("judgment_notified", "2026-05-02"), happened("order_notified", "2026-05-01")], appeal_of_judgment=until("2026-05-18", 3, "2026-05-17"), withdrawal_of_order=until("2026-05-18", 3, "2026-05-16"))
    each("cheque", ["C. conso. R. 733-18", "C. conso. R. 743-1"], "Handed over on Wednesday 13 May: Friday 15 is the first jour ouvré, Monday 18 the second.", [happened("cheque_attestation_given", "2026-05-13")], cheque_regularisation=until("2026-05-18", 3))
    each("telecom", ["C. conso. L. 224-37-1", "C. conso. L. 224-39", "C. conso. R. 224-59-1"], "Signed on 15 January: a file received before 15 April would find it too young; this one came on the very day, three months later. The cancellation of 10 May takes effect on the 20th at the latest.", [happened("telecom_contract_signed", "2026-01-15"), happened("file_deposited", "2026-04-15"), happened("admissibility_notified", "2026-05-04"), happened("telecom_cancellation_received", "2026-05-10")], telecom_contract_age=passed("2026-04-15"), telecom_cancellation=until("2026-05-20", 5))


def file_of_incidents():
    each("incident", ["C. conso. L. 752-1", "arrêté FICP, 10 et 11"], "Registered on 20 May 2024: five years. Unpaid since 1 April: sixty days, Sunday 31 May, a period.", [happened("incident_registered", "2024-05-20"), happened("instalment_missed", "2026-04-01")], ficp_incident=until("2029-05-20"), ficp_incident_after_sixty_days=until("2026-05-31", 16))
    each("plan_registered", ["C. conso. L. 752-3"], "Signed on 20 February 2026 for sixty months: registered as long; five years as well when nothing goes wrong.", [happened("plan_signed", "2026-02-20", months=60)], ficp_measures=until("2031-02-20"), ficp_without_incident=until("2031-02-20"))
    each("payment_attested", ["arrêté FICP, 10 et 11", *MONTHS], "Asked on 24 April: Sunday 24 May, then Whit Monday: Tuesday 26.", [happened("payment_attestation_requested", "2026-04-24")], payment_attestation=until("2026-05-26", 11, "2026-05-24"))


def wages():
    each("order_to_pay", ["CPCE L. 212-2", "CPCE L. 212-4", "CPCE L. 212-6", "CPCE R. 212-1-2", "CPCE R. 212-1-3"], "Served on Thursday 30 April: one month is Saturday 30 May, where the wait ends; acts may follow on Monday 1 June. Friday 1 May is a holiday: Saturday 2 is the first jour ouvrable, and CPC 642 leaves until Monday 4 to register. Seizure within three months.", [happened("order_to_pay_served", "2026-04-30")], wage_seizure_wait=until("2026-05-30", 15), payment_or_agreement=until("2026-06-01", 17, "2026-05-30"), suspensive_wage_contest=until("2026-06-01", 17, "2026-05-30"), order_to_pay_registration=passed("2026-05-04", "2026-05-02"), wage_seizure_service=until("2026-07-30", 76))
    each("wage_contest", ["CPCE L. 212-4", "CPCE R. 212-1-8"], "Contested on Wednesday 13 May: the first jour ouvrable after it is Friday 15, Ascension being none.", [happened("wage_seizure_contested", "2026-05-13")], wage_contest_denunciation=until(TODAY, 0))
    each("wage_seizure", ["CPCE R. 212-1-13", "CPCE R. 212-1-14", "CPCE R. 212-1-15", "CPCE R. 212-1-30"], "Served on Thursday 7 May. The 8th is a holiday: Saturday 9, so Monday 11 at the latest to register. The debtor is told within eight days, today; the employer answers within fifteen, Friday 22; six weeks to share out, 18 June.", [happened("wage_seizure_served", "2026-05-07")], wage_seizure_registration=passed("2026-05-11", "2026-05-09"), wage_seizure_denunciation=until(TODAY, 0), employer_declaration=until("2026-05-22", 7), first_wage_distribution=until("2026-06-18", 34))
    each("intervention", ["CPCE R. 212-1-17"], "Served on Wednesday 6 May: registered by Thursday 7; the debtor is told within eight days: Ascension, so today.", [happened("intervention_served", "2026-05-06")], intervention_registration=passed("2026-05-07"), intervention_denunciation=until(TODAY, 0, "2026-05-14"))
    each("wage_payment", ["CPCE R. 212-1-23"], "Received on 5 April: six weeks are 42 days, Sunday 17 May; Monday 18.", [happened("withheld_sum_received", "2026-04-05")], payment_to_creditors=until("2026-05-18", 3, "2026-05-17"))
    each("wage_distribution", ["CPCE R. 212-1-27", "CPCE R. 212-1-28", "CPCE R. 212-1-30"], "Proposed on 8 May: eight days, Saturday 16, so Monday 18. Notified on 11 May: contest by Tuesday 19; the next one within six weeks, 22 June. Contested on Friday 15 May: the first jour ouvrable is Saturday 16, Monday 18 at the latest.", [happened("wage_distribution_proposed", "2026-05-08"), happened("wage_distribution_notified", "2026-05-11"), happened("wage_distribution_contested", "2026-05-15")], observations_on_wage_distribution=until("2026-05-18", 3, "2026-05-16"), contest_of_wage_distribution={"status": "met", "due_on": "2026-05-19", "done_on": TODAY}, next_wage_distribution=until("2026-06-22", 38), wage_distribution_contest_denunciation=until("2026-05-18", 3, "2026-05-16"))
    each("employer", ["CPCE R. 212-1-31", "CPCE R. 212-1-32"], "Told within eight days of 6 May: Ascension, so today. The employment ended on 30 September 2025: one year to take the seizure up elsewhere.", [happened("wage_seizure_disturbed", "2026-05-06"), happened("employment_ended", "2025-09-30")], employer_report=until(TODAY, 0, "2026-05-14"), resumption_with_new_employer=until("2026-09-30", 138))
    each("wage_release", ["CPCE R. 212-1-38"], "To be released on 18 May: the employer is told by Tuesday 26.", [happened("wage_seizure_released", "2026-05-18")], wage_release=until("2026-05-26", status="to_come", days_left=11))
    each("wage_nullity", ["CPCE R. 212-1-40"], "Registered on 28 February: three months, Thursday 28 May. Taken up on Friday 15 May: registered on Saturday 16, Monday 18 at the latest.", [happened("wage_nullity_registered", "2026-02-28"), happened("wage_seizure_resumed", "2026-05-15")], resumption_after_nullity={"due_on": "2026-05-28", "status": "met", "done_on": TODAY}, resumption_registration=until("2026-05-18", 3, "2026-05-16"))
    each("employer_order", ["CPCE R. 212-1-42", *DAYS], "Fifteen days from 4 May: Tuesday 19.", [happened("employer_order_notified", "2026-05-04")], opposition_to_employer_order=until("2026-05-19", 4))


def accounts():
    each("account", ["CPCE L. 162-1", "CPCE R. 162-1", "CPCE R. 162-3"], "Seized on Monday 27 April: 28 to 30 April, 2, 4 to 7, 9, 11 to 13, 15, 16 and 18 May are fifteen jours ouvrables. The statement follows within eight days, 26 May. One month for the bills and until the next minimum.", [happened("account_seized", "2026-04-27")], account_regularisation=until("2026-05-18", 3), account_bills=until("2026-05-27", 12), next_account_minimum=until("2026-05-27", 12), account_statement=until("2026-05-26", starts_on="2026-05-18", status="to_come", days_left=11))
    each("account_payment", ["CPCE R. 162-4", "CPCE R. 162-5"], "Asked for on 4 May: fifteen days, Tuesday 19.", [happened("account_payment_requested", "2026-05-04")], contest_of_account_imputation=until("2026-05-19", 4))
    each("direct_payment", ["CPCE L. 213-4", "CPCE R. 213-1", "CPCE R. 213-4"], "Asked on 6 May, eight days: Ascension, so today; it was notified on 10 May, and is to be acknowledged by Monday 18. Arrears over twelve months. A stop of 7 May is told by today.", [happened("direct_payment_requested", "2026-05-06"), happened("direct_payment_notified", "2026-05-10"), happened("direct_payment_disturbed", "2026-05-07")], direct_payment_notification={"due_on": TODAY, "expires_on": "2026-05-14", "status": "met", "done_on": "2026-05-10"}, direct_payment_acknowledgement=until("2026-05-18", 3), direct_payment_arrears=until("2027-05-10", 360), direct_payment_report=until(TODAY, 0))
    each("court_delays", ["C. civ. 1343-5"], "One year from 30 June 2025.", [happened("court_delays_granted", "2025-06-30", months=12)], court_delays=until("2026-06-30", 46))
    each("increase", ["C. mon. fin. L. 313-3"], "Two months from 31 March, four from 31 January: Sunday 31 May, a period.", [happened("decision_enforceable", "2026-03-31"), happened("auction_pronounced", "2026-01-31")], increase_of_legal_rate=until("2026-05-31", 16), increase_after_auction=until("2026-05-31", 16))


def build():
    SAID.clear()
    filing()
    admissibility()
    liabilities()
    plans()
    erasures()
    liquidations()
    around()
    file_of_incidents()
    wages()
    accounts()
    unsaid = [limit["id"] for limit in LIMITS if limit["id"] not in SAID]
    assert not unsaid, f"limits without a vector: {unsaid}"
