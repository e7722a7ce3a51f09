"""fr/deadline: how days are counted, where limits stand, what is missing, what is refused."""

from .common import refuse, request
from .deadline import DAYS, FOLDER, LASTING, MONTHS, RECEIVED, TODAY, calendar, happened, passed, until

NOT_READ = "deadline.text_not_read"
ABOVE = "deadline.duration_above"
HOLIDAYS = ["CPC 642", "C. trav. L. 3133-1"]
OVERSEAS = ["CPC 642", "C. trav. L. 3422-2"]
ALSACE = ["CPC 642", "C. trav. L. 3134-13"]
WINDOW = ["C. conso. L. 721-2", "C. conso. R. 721-4", "C. conso. R. 724-2"]


def counting():
    def count(slug, title, law, reasoning, events, on=TODAY, **expect):
        calendar(f"count.{slug}", title, law, reasoning, events, expect, on)

    calendar("count.cassation_2005", "Cass. 2e civ., 8 December 2005, n° 04-04.173", ["C. conso. R. 722-1", *DAYS], "Notified on 21 May 2004: fifteen days, the day of the notification left out, end on Saturday 5 June, so Monday 7.", [happened("admissibility_notified", "2004-05-21")], {"appeal_of_admissibility": until("2004-06-07", 6, "2004-06-05")}, "2004-06-01", advisories=[(NOT_READ, "events[0]")])
    calendar("count.cassation_2011", "Cass. 2e civ., 10 February 2011, n° 10-14.064", ["C. conso. R. 723-8", *DAYS], "Notified on 3 March 2008: twenty days end on Easter Sunday 23 March; Monday 24 is a holiday; Tuesday 25.", [happened("liabilities_notified", "2008-03-03")], {"contest_of_liabilities": until("2008-03-25", 0, "2008-03-23")}, "2008-03-25", advisories=[(NOT_READ, "events[0]")])
    for year, end in (("2026", "2026-02-28"), ("2028", "2028-02-29")):
        letters = [happened("plan_approval_letter", f"{year}-01-15", about="plan"), happened("measures_letter", f"{year}-01-15", about="measures")]
        count(f"letter.{year}", "A letter of 15 January: the last day of February", ["C. conso. R. 732-1", "C. conso. R. 733-8"], "The last day of the month after the letter's; a period that no Saturday moves.", letters, f"{year}-01-20", agreed_plan_in_force=until(end, starts_on=f"{year}-01-15"), measures_in_force=until(end, starts_on=f"{year}-01-15"))
    count("letter.month_end", "A letter of 31 January and one of 1 January: the same day", ["C. conso. R. 733-8"], "The last day of February for both.", [happened("measures_letter", "2026-01-31"), happened("measures_letter", "2026-01-01")], "2026-02-10", measures_in_force=[until("2026-02-28", 18, starts_on="2026-01-01"), until("2026-02-28", 18, starts_on="2026-01-31")])
    for slug, deposit, due, window, on in (
        ("november", "2025-11-30", "2026-02-28", "2026-05-30", "2026-03-10"),
        ("leap", "2027-11-30", "2028-02-29", "2028-05-30", "2028-03-10"),
        ("january", "2026-01-31", "2026-04-30", "2026-07-31", "2026-05-02"),
    ):
        count(f"deposit.{slug}", "The sixth month ends on the day-number of the deposit", [*WINDOW, *MONTHS], f"Lodged on {deposit}: no such day three months later, so {due}, even a Saturday. The window ends with the sixth month from the deposit, not three months after that shorter day.", [happened("file_deposited", deposit)], on, orientation_due=passed(due), legal_rate_window=until(window, starts_on=due, status="running"))
    count("easter", "Good Friday is a working day out of Alsace-Moselle", HOLIDAYS, "Received on 19 March 2026: the fifteenth day is Good Friday 3 April.", [happened("judgment_notified", "2026-03-19")], "2026-04-01", appeal_of_judgment=until("2026-04-03", 2))
    count("easter_monday", "Easter Saturday leads to Tuesday", HOLIDAYS, "Received on 20 March 2026: the fifteenth day is Saturday 4 April; Monday 6 is Easter Monday.", [happened("judgment_notified", "2026-03-20")], "2026-04-01", appeal_of_judgment=until("2026-04-07", 6, "2026-04-04"))
    count("labour_day", "1 May", HOLIDAYS, "Received on 16 April 2026: the fifteenth day is Friday 1 May; Monday 4.", [happened("judgment_notified", "2026-04-16")], "2026-04-20", appeal_of_judgment=until("2026-05-04", 14, "2026-05-01"))
    count("victory_day", "8 May and Ascension side by side", HOLIDAYS, "Received on 23 April 2024: the fifteenth day is Wednesday 8 May; Thursday 9 is Ascension; Friday 10.", [happened("judgment_notified", "2024-04-23")], "2024-05-09", appeal_of_judgment=until("2024-05-10", 1, "2024-05-08"))
    count("period", "A period ends on a holiday all the same", [*HOLIDAYS, "C. mon. fin. L. 313-3"], "Two and four months end on 1 May 2008, which was Ascension too: nothing is to be done, nothing moves.", [happened("decision_enforceable", "2008-03-01"), happened("auction_pronounced", "2008-01-01")], "2008-04-30", increase_of_legal_rate=until("2008-05-01", 1), increase_after_auction=until("2008-05-01", 1))
    count("christmas", "Christmas and New Year's Day", HOLIDAYS, "Received on 10 December 2025: Thursday 25; Friday 26. Received on 17 December: Thursday 1 January; Friday 2.", [happened("judgment_notified", "2025-12-10"), happened("judgment_notified", "2025-12-17")], "2025-12-20", appeal_of_judgment=[until("2025-12-26", 6, "2025-12-25"), until("2026-01-02", 13, "2026-01-01")])
    count("leap_day", "One year from 29 February", MONTHS, "No 29 February in 2025: Friday 28. From 28 February 2027 it is 28 February 2028, not the last of the month.", [happened("forbidden_act", "2024-02-29"), happened("forbidden_act", "2027-02-28")], "2025-02-01", annulment_of_forbidden_act=[until("2025-02-28", 27), until("2028-02-28", status="to_come")])
    count("month_end", "Two months from 31 December", MONTHS, "No 31 February: Saturday 28, so Monday 2 March. From 30 December the same; from 28 December too.", [happened("home_loan_balance_demanded", day) for day in ("2025-12-31", "2025-12-30", "2025-12-28")], "2026-02-28", home_loan_balance=[until("2026-03-02", 2, "2026-02-28")] * 3)
    count("backward_month", "One month before 31 March", MONTHS, "Back to Saturday 28 February: the working day before it is Friday 27.", [happened("opening_hearing", "2026-03-31")], "2026-02-20", summons_to_opening_hearing=until("2026-02-27", 7, "2026-02-28"))
    count("workable_easter", "Fifteen jours ouvrables over Easter", ["CPCE L. 162-1"], "Seized on Wednesday 25 March 2026: 26 to 28, 30 and 31 March, 1 to 4, 7 to 11 and 13 April. Easter Monday is none.", [happened("account_seized", "2026-03-25")], "2026-04-01", account_regularisation=until("2026-04-13", 12))
    count("workable_sunday", "Fifteen jours ouvrables may end on a Saturday", ["CPCE L. 162-1", "CPCE R. 162-1"], "Seized on Wednesday 4 March 2026: the fifteenth is Saturday 21, a period; the statement eight days later, Sunday 29, so Monday 30.", [happened("account_seized", "2026-03-04")], "2026-03-21", account_regularisation=until("2026-03-21", 0), account_statement=until("2026-03-30", 9, "2026-03-29"))


def places():
    def place(slug, title, law, reasoning, events, expect, on=TODAY, **more):
        calendar(f"place.{slug}", title, law, reasoning, events, {"appeal_of_judgment": expect}, on, **more)

    received = [happened("judgment_notified", "2026-03-19")]
    place("alsace_moselle.good_friday", "Good Friday in Alsace-Moselle", ALSACE, "The fifteenth day is Good Friday 3 April 2026, then a weekend and Easter Monday: Tuesday 7.", received, until("2026-04-07", 6, "2026-04-03"), "2026-04-01", options={"holidays": "alsace_moselle"})
    place("alsace_moselle.christmas", "26 December in Alsace-Moselle", ALSACE, "The fifteenth day is Thursday 25 December 2025; Friday 26 is a holiday too; Monday 29.", [happened("judgment_notified", "2025-12-10")], until("2025-12-29", 9, "2025-12-25"), "2025-12-20", options={"holidays": "alsace_moselle"})
    for territory, day, counted, due in (
        ("guadeloupe", "2026-05-12", "2026-05-27", "2026-05-28"),
        ("guyane", "2026-05-26", "2026-06-10", "2026-06-11"),
        ("martinique", "2026-05-07", "2026-05-22", "2026-05-26"),
        ("reunion", "2024-12-05", "2024-12-20", "2024-12-23"),
        ("mayotte", "2026-04-12", "2026-04-27", "2026-04-28"),
        ("saint_martin", "2026-05-13", "2026-05-28", "2026-05-29"),
        ("saint_barthelemy", "2026-09-24", "2026-10-09", "2026-10-12"),
    ):
        place(f"overseas.{territory}", f"Abolition of slavery: {territory}", OVERSEAS, f"The fifteenth day is {counted}, a holiday there alone.", [happened("judgment_notified", day)], until(due, starts_on=day, counted=counted), day, territory=territory)
    place("metropole", "The same days in metropolitan France", HOLIDAYS, "Wednesday 27 May 2026 is no holiday.", [happened("judgment_notified", "2026-05-12")], until("2026-05-27", 12))
    place("saint_pierre", "Saint-Pierre-et-Miquelon keeps the national days", HOLIDAYS, "Wednesday 27 May 2026 is no holiday.", [happened("judgment_notified", "2026-05-12")], until("2026-05-27", 12), territory="saint_pierre_et_miquelon")
    place("named", "The holidays of another place can be named", OVERSEAS, "The file is in metropolitan France, the days are those of Guadeloupe.", [happened("judgment_notified", "2026-05-12")], until("2026-05-28", 13, "2026-05-27"), options={"holidays": "guadeloupe"})
    place("none", "No holidays: weekends still move", ["CPC 642"], "Received on 23 April: Friday 8 May stays; received on 24 April: Saturday 9 leads to Monday 11.", [happened("judgment_notified", "2026-04-23"), happened("judgment_notified", "2026-04-24")], [until("2026-05-08", 8), until("2026-05-11", 11, "2026-05-09")], "2026-04-30", options={"holidays": "none"})
    further = ["CPC 641", "CPC 643", "C. conso. R. 713-7"]
    place("further.overseas", "One month more overseas: months first, then days", further, "20 January, one month: 20 February; fifteen days: Saturday 7 March, so Monday 9. Days first would give 4 March.", [happened("judgment_notified", "2026-01-20", residence="overseas")], until("2026-03-09", 3, "2026-03-07", residence="overseas"), "2026-03-06")
    place("further.abroad", "Two months more abroad", further, "20 January, two months: 20 March; fifteen days: Saturday 4 April, then Easter: Tuesday 7.", [happened("judgment_notified", "2026-01-20", residence="abroad")], until("2026-04-07", 32, "2026-04-04", residence="abroad"), "2026-03-06")
    place("further.month_end", "One month more from 31 January", further, "31 January, one month: 28 February; fifteen days: Sunday 15 March; Monday 16.", [happened("judgment_notified", "2026-01-31", residence="overseas")], until("2026-03-16", 10, "2026-03-15"), "2026-03-06")
    calendar("place.further.opposition", "An opposition waits for those abroad too", ["CPC 643", "CPCE R. 212-1-42"], "4 May, two months: 4 July; fifteen days: Sunday 19 July; Monday 20.", [happened("employer_order_notified", "2026-05-04", residence="abroad")], {"opposition_to_employer_order": until("2026-07-20", 66, "2026-07-19", residence="abroad")})
    calendar("place.further.commission", "Before the commission nobody has longer", ["CPC 643", "C. conso. R. 733-6"], "A contest is lodged with the commission, no court: thirty days abroad as elsewhere.", [happened("measures_notified", "2026-04-20", residence="abroad")], {"contest_of_measures": until("2026-05-20", 5)})


def notified():
    law = [*RECEIVED, "C. conso. R. 713-11"]
    for slug, title, days, start, due, left in (
        ("presented", "Nobody signed: the day of presentation", {"presented_on": "2026-04-20"}, "2026-04-20", "2026-05-20", 5),
        ("signed", "Signed later than presented: the day of signature", {"presented_on": "2026-04-20", "signed_on": "2026-04-24"}, "2026-04-24", "2026-05-26", 11),
        ("signed_alone", "The day of signature alone", {"signed_on": "2026-04-20"}, "2026-04-20", "2026-05-20", 5),
    ):
        calendar(f"received.{slug}", title, law, "Thirty days from the day that counts; Sunday 24 and Whit Monday lead to Tuesday 26 May.", [happened("measures_notified", **days)], {"contest_of_measures": {"starts_on": start, "due_on": due, "days_left": left}})


def standing():
    def stands(slug, title, law, reasoning, events, on=TODAY, **expect):
        calendar(f"status.{slug}", title, law, reasoning, events, expect, on)

    measures = ["C. conso. L. 733-10", "C. conso. R. 733-6"]
    received = happened("measures_notified", "2026-04-14")
    stands("last_day", "On the last day nothing is left but the day itself", measures, "Ascension leads to 15 May.", [received], contest_of_measures=until(TODAY, 0, "2026-05-14"))
    stands("day_after", "The day after it is over", measures, "Due on 15 May.", [received], "2026-05-16", contest_of_measures=passed("2026-05-15", "2026-05-14"))
    stands("met", "Posted on the last day", measures, "The rolled day counts.", [received, happened("measures_contested", TODAY)], "2026-05-20", contest_of_measures={"status": "met", "done_on": TODAY})
    stands("late", "Posted after it", measures, "Three days late.", [received, happened("measures_contested", "2026-05-18")], "2026-05-20", contest_of_measures={"status": "late", "done_on": "2026-05-18"})
    both = [happened("measures_notified", "2026-04-14", about="bank"), happened("measures_notified", "2026-04-20", about="lessor")]
    stands("about", "An act answers what bears its name", measures, "The lessor contested; the bank did not.", [*both, happened("measures_contested", "2026-05-06", about="lessor")], contest_of_measures=[until(TODAY, 0, "2026-05-14", about="bank"), {"about": "lessor", "status": "met", "done_on": "2026-05-06"}])
    stands("about_all", "An act without a name answers all", measures, "One contest, of whom is not said.", [*both, happened("measures_contested", "2026-05-06")], contest_of_measures=[{"status": "met"}, {"status": "met"}])
    stands("to_come", "A notification that is still to come", measures, "Planned for 1 June: thirty days, Wednesday 1 July.", [happened("measures_notified", "2026-06-01")], contest_of_measures=until("2026-07-01", status="to_come", days_left=47))
    stands("backward_met", "Postponement asked for in time", ["C. conso. R. 721-7"], "By Wednesday 3 June.", [happened("auction", "2026-06-18"), happened("postponement_requested", "2026-05-12")], sale_postponement={"status": "met", "due_on": "2026-06-03", "done_on": "2026-05-12"})
    stands("backward_late", "Postponement asked for too late", ["C. conso. R. 721-7"], "By Wednesday 3 June; asked on the 4th.", [happened("auction", "2026-06-18"), happened("postponement_requested", "2026-06-04")], sale_postponement={"status": "late", "done_on": "2026-06-04"})

    stay = ["C. conso. L. 722-3", "C. conso. R. 733-1"]
    admitted = happened("admissibility_decided", "2026-02-10")
    ended = {"status": "ended", "due_on": "2028-02-10"}
    stands("stay.plan", "The stay ends with the plan", stay, "Approved on 4 May.", [admitted, happened("plan_approved", "2026-05-04")], stay_of_enforcement={**ended, "ended_on": "2026-05-04"}, ban_on_paying={**ended, "ended_on": "2026-05-04"}, half_fees={"status": "ended"}, no_interest=LASTING)
    failed = happened("conciliation_failure_notified", "2026-03-02")
    stands("stay.nothing_asked", "No measures asked for: the stay ends with that time", stay, "Fifteen days from 2 March: Tuesday 17 March, and nothing was asked.", [admitted, failed], request_for_measures=passed("2026-03-17"), stay_of_enforcement={**ended, "ended_on": "2026-03-17"})
    stands("stay.time_left", "While measures can be asked for, the stay holds", stay, "Until 17 March.", [admitted, failed], "2026-03-17", request_for_measures=until("2026-03-17", 0), stay_of_enforcement=until("2028-02-10", 695))
    stands("stay.asked", "Measures asked for in time: the stay holds", stay, "Asked on 10 March.", [admitted, failed, happened("measures_requested", "2026-03-10")], request_for_measures={"status": "met"}, stay_of_enforcement=until("2028-02-10", 636))
    stands("stay.erasure_asked", "The stay of an erasure asked for during the plan ends with it", ["C. conso. L. 724-4"], "Imposed on 4 May 2026.", [happened("recovery_request_accepted", "2026-01-31"), happened("recovery_imposed", "2026-05-04")], stay_during_plan={"status": "ended", "ended_on": "2026-05-04"})
    stands("stay.before", "Admissibility relieves the earlier stay", ["C. conso. L. 721-4"], "Admitted on 11 May.", [happened("stay_before_admissibility_ordered", "2026-04-20"), happened("admissibility_decided", "2026-05-11")], stay_before_admissibility={"status": "ended", "ended_on": "2026-05-11"})
    stands("interest.letter", "Interest is nil until the plan is in force, on a day to come", ["C. conso. L. 722-14", "C. conso. R. 732-1"], "Letter of 20 April: 31 May at the latest.", [admitted, happened("plan_approval_letter", "2026-04-20")], no_interest={"status": "running", "ended_on": "2026-05-31", "days_left": 16}, agreed_plan_in_force=until("2026-05-31", 16))
    stands("interest.fixed", "The commission fixed an earlier day", ["C. conso. L. 722-14", "C. conso. R. 732-1"], "1 May: the default day never comes.", [admitted, happened("plan_approval_letter", "2026-04-20"), happened("plan_effective", "2026-05-01", months=36)], no_interest={"status": "ended", "ended_on": "2026-05-01"}, agreed_plan_in_force={"status": "void", "due_on": "2026-05-31"}, end_of_plan=until("2029-05-01", event="plan_effective"))
    deposit = happened("file_deposited", "2025-12-10")
    stands("window.in_time", "Oriented in time: no window", WINDOW, "By 10 March.", [deposit, happened("orientation_decided", "2026-03-10")], orientation_due={"status": "met", "done_on": "2026-03-10"}, legal_rate_window=[])
    stands("window.late", "Oriented late: the whole window", WINDOW, "One day late; the text lets the legal rate run for the three months.", [deposit, happened("orientation_decided", "2026-03-11")], orientation_due={"status": "late", "done_on": "2026-03-11"}, legal_rate_window=until("2026-06-10", 26))
    stands("window.inadmissible", "An inadmissible file has no orientation to wait for", [*WINDOW, "C. conso. R. 722-1"], "Declared inadmissible on 10 February: no window.", [deposit, happened("inadmissibility_decided", "2026-02-10")], orientation_due={"status": "ended", "ended_on": "2026-02-10"}, legal_rate_window=[])
    stands("window.refused", "The commission kept the rates", WINDOW, "Such a decision holds for the whole window.", [deposit, happened("legal_rate_refused", "2026-04-02")], legal_rate_window={"status": "void", "due_on": "2026-06-10"})
    stands("stay.closed", "A file closed without measures: nothing holds any more", ["C. conso. L. 722-3", "C. conso. L. 722-14"], "Closed on 4 May: no measures will be carried out.", [admitted, happened("file_closed", "2026-05-04")], stay_of_enforcement={**ended, "ended_on": "2026-05-04"}, no_interest={"status": "ended", "ended_on": "2026-05-04"}, housing_benefits={"status": "ended"})
    stands("plan.lapsed", "The plan lapsed", ["C. conso. R. 732-2", "C. conso. L. 732-3", "C. conso. L. 761-1"], "Notice of 1 April, lapse on 17 April; the file is free of the duties of the plan.", [happened("file_deposited", "2025-01-10"), happened("plan_effective", "2025-09-01", months=48), happened("formal_notice", "2026-04-01"), happened("plan_lapsed", "2026-04-17")], end_of_plan={"status": "ended", "due_on": "2029-09-01", "ended_on": "2026-04-17"}, no_new_debts={"status": "ended", "ended_on": "2026-04-17"}, cure_of_default=passed("2026-04-16"), no_refiling_after_lapse={"status": "running", "starts_on": "2026-04-17"})
    stands("plan.cured", "The default was cured", ["C. conso. R. 732-2"], "Paid on the fifteenth day.", [happened("formal_notice", "2026-04-01"), happened("default_cured", "2026-04-16")], cure_of_default={"status": "met"}, no_refiling_after_lapse=[])
    stands("plan.new_circumstances", "A new file after a lapse", ["C. conso. R. 732-2"], "Circumstances changed on 4 May.", [happened("plan_lapsed", "2026-04-17"), happened("circumstances_changed", "2026-05-04")], no_refiling_after_lapse={"status": "ended", "ended_on": "2026-05-04"})
    stands("suspension.short", "A suspension that ended early", ["C. conso. L. 733-1, 4°", "C. conso. R. 733-5", "C. conso. L. 714-1"], "Ended on 31 March: three months are 30 June. Rent was missed on 2 May.", [happened("suspension_started", "2025-01-15", months=18), happened("suspension_ended", "2026-03-31"), happened("rent_delays_granted", "2024-12-02"), happened("rent_missed", "2026-05-02")], end_of_suspension={"status": "ended", "due_on": "2026-07-15", "ended_on": "2026-03-31"}, refiling_after_suspension=until("2026-06-30", 46), tenant_delays_extended={"status": "ended", "ended_on": "2026-05-02"})
    stands("suspension.refiled", "Filed again within three months", ["C. conso. L. 733-2", "C. conso. R. 733-5"], "By 30 June.", [happened("suspension_ended", "2026-03-31"), happened("new_file_deposited", "2026-05-11")], refiling_after_suspension={"status": "met", "done_on": "2026-05-11"})
    clause = ["C. conso. L. 714-1", "C. conso. L. 741-4", "C. conso. L. 722-16"]
    tenant = [happened("rent_delays_granted", "2025-06-02"), happened("social_protocol_signed", "2025-06-02")]
    contested = [*tenant, happened("recovery_imposed", "2026-03-02"), happened("recovery_notified", "2026-03-05"), happened("recovery_contested", "2026-03-20")]
    stands("clause.contested", "A contested erasure freezes nothing", clause, "The decision has no effect on the clause while the judge has not ruled.", contested, termination_clause_frozen={"status": "void"}, social_protocol_extended={"status": "void"}, social_protocol_lease=[], contest_of_recovery={"status": "met", "due_on": "2026-04-07"})
    stands("clause.ordered", "The judge pronounced it: two years from the judgment", clause, "The contest came before; the judgment of 4 May 2026 counts.", [*contested, happened("recovery_ordered", "2026-05-04")], termination_clause_frozen=until("2028-05-04", event="recovery_ordered", status="running"), social_protocol_extended=until("2029-05-04", event="recovery_ordered"), ficp_recovery=until("2031-05-04", event="recovery_ordered"))
    duty = ["C. conso. L. 741-2", "C. conso. L. 761-1", "C. conso. R. 741-1"]
    erased = [happened("file_deposited", "2025-12-10"), happened("orientation_decided", "2026-02-12"), happened("recovery_imposed", "2026-02-12"), happened("recovery_notified", "2026-02-16")]
    stands("erasure.not_contested", "An erasure that nobody contested closes the procedure", duty, "Thirty days from 16 February: Wednesday 18 March.", erased, contest_of_recovery=passed("2026-03-18"), no_new_debts={"status": "ended", "ended_on": "2026-03-18"})
    stands("erasure.contested", "A contested one does not", duty, "Contested on 10 March.", [*erased, happened("recovery_contested", "2026-03-10")], contest_of_recovery={"status": "met"}, no_new_debts=LASTING)
    stands("clause.rent_missed", "Rent missed again", clause, "On 5 May: the clause takes effect again.", [tenant[0], happened("recovery_imposed", "2026-03-02"), happened("rent_missed", "2026-05-05")], termination_clause_frozen={"status": "ended", "due_on": "2028-03-02", "ended_on": "2026-05-05"})
    stands("ficp.incident_paid", "An incident paid in full is removed at once", ["C. conso. L. 752-1"], "Paid on 4 May.", [happened("incident_registered", "2024-05-20"), happened("incident_paid", "2026-05-04")], ficp_incident={"status": "ended", "ended_on": "2026-05-04"})
    stands("ficp.plan_incident", "An incident during the plan: no removal after five years", ["C. conso. L. 752-3"], "Missed on 5 May; the full duration stays.", [happened("plan_signed", "2026-02-20", months=84), happened("plan_incident", "2026-05-05")], ficp_without_incident={"status": "void"}, ficp_measures=until("2033-02-20"))
    stands("ficp.lapsed", "A plan that lapsed was not carried out without incident", ["C. conso. L. 752-3"], "Signed on 20 February, lapsed on 5 May: no removal after five years.", [happened("plan_signed", "2026-02-20", months=84), happened("formal_notice", "2026-04-20"), happened("plan_lapsed", "2026-05-05")], ficp_without_incident={"status": "void"}, ficp_measures=until("2033-02-20"))
    stands("ficp.judge", "Measures imposed, then ordered by the judge", ["C. conso. L. 752-3"], "The judgment of 4 May 2026 replaces the decision.", [happened("measures_imposed", "2026-01-12"), happened("measures_ordered", "2026-05-04", months=24)], ficp_measures=until("2028-05-04", event="measures_ordered"), ficp_without_incident=until("2031-05-04", event="measures_ordered"))
    stands("increase.paid", "Paid within two months: no increase", ["C. mon. fin. L. 313-3"], "On the last day, Sunday 31 May.", [happened("decision_enforceable", "2026-03-31"), happened("decision_paid", "2026-05-31")], increase_of_legal_rate={"status": "void"})
    order = happened("order_to_pay_served", "2026-01-15")
    stands("wage.agreed", "Agreed within three months: the order does not lapse", ["CPCE L. 212-6"], "Agreed on 10 March; the seizure of June is not late.", [order, happened("wage_agreement_made", "2026-03-10"), happened("wage_seizure_served", "2026-06-10")], wage_seizure_service={"status": "void", "due_on": "2026-04-15"}, payment_or_agreement={"status": "late", "due_on": "2026-02-16"})
    stands("wage.lapsed", "Agreed after three months: too late", ["CPCE L. 212-6"], "The three months ended on 15 April.", [order, happened("wage_agreement_made", "2026-04-16")], wage_seizure_service=passed("2026-04-15"))
    stands("telecom.young", "A contract signed too lately", ["C. conso. R. 224-59-1"], "Signed on 15 January, file received on 14 April: one day short of three months.", [happened("telecom_contract_signed", "2026-01-15"), happened("file_deposited", "2026-04-14")], telecom_contract_age={"status": "ended", "ended_on": "2026-04-14"})
    stands("trustee", "Without a trustee the judgment itself counts", ["C. conso. R. 742-9"], "Judgment of 16 April: Friday 1 May, so Monday 4; published on 30 April.", [happened("liquidation_opened", "2026-04-16"), happened("opening_published", "2026-04-30")], publication_of_opening={"event": "liquidation_opened", "status": "met", "due_on": "2026-05-04"})
    calendar("status.as_of", "Days are counted from the day asked", measures, "Assessed on 15 May, asked as of 27 April.", [happened("measures_notified", "2026-04-20")], {"contest_of_measures": until("2026-05-20", 23)}, options={"as_of": "2026-04-27"})


def durations():
    def lasts(slug, title, law, reasoning, events, advisories=None, missing=None, **expect):
        calendar(f"months.{slug}", title, law, reasoning, events, expect, advisories=advisories, missing=missing)

    above = [(ABOVE, "events[0]")]
    lasts("within", "A shorter suspension", ["C. conso. L. 733-1, 4°"], "Twelve months from 1 April 2026.", [happened("suspension_started", "2026-04-01", months=12)], end_of_suspension=until("2027-04-01", 321))
    lasts("above", "A suspension longer than the law allows", ["C. conso. L. 733-1, 4°"], "Thirty months are said; two years hold.", [happened("suspension_started", "2026-04-01", months=30)], above, end_of_suspension=until("2028-04-01"))
    lasts("court_above", "Three years from a judge", ["C. civ. 1343-5"], "Two years hold.", [happened("court_delays_granted", "2026-04-01", months=36)], above, court_delays=until("2028-04-01"))
    lasts("plan_above", "A plan longer than seven years", ["C. conso. L. 732-3"], "120 months: possible for a main home, so the plan's own duration stands, with a word of doubt.", [happened("plan_effective", "2026-03-01", months=120)], above, end_of_plan=until("2036-03-01"))
    lasts("exactly", "Seven years, not a month more", ["C. conso. L. 733-3"], "84 months.", [happened("measures_effective", "2026-03-01", months=84)], end_of_measures=until("2033-03-01"))
    lasts("absent", "Without its duration the end of the plan is not known", ["C. conso. L. 732-3"], "The law only gives the longest duration.", [happened("plan_effective", "2026-03-01")], missing={("plan_effective", "months"): ["end_of_plan"]}, end_of_plan=[])
    lasts("absent_letter", "The same for a letter", ["C. conso. L. 733-3", "C. conso. R. 733-8"], "In force by 31 May; for how long was not said.", [happened("measures_letter", "2026-04-03")], missing={("measures_letter", "months"): ["end_of_measures"]}, measures_in_force=until("2026-05-31", 16), end_of_measures=[])


def coverage():
    wages = ["CPCE L. 212-2"]
    calendar("coverage.wages_before", "Before 1 July 2025 wages were seized through the court", wages, "Served on 30 June 2025: none of the limits of the new procedure.", [happened("order_to_pay_served", "2025-06-30")], {"wage_seizure_wait": [], "wage_seizure_service": []})
    calendar("coverage.wages_from", "From 1 July 2025 on", wages, "Served on 1 July 2025.", [happened("order_to_pay_served", "2025-07-01")], {"wage_seizure_wait": passed("2025-08-01"), "wage_seizure_service": passed("2025-10-01")})
    calendar("coverage.read_from", "Texts read from 1 January 2024 on", ["C. conso. R. 733-6"], "Received on 1 January 2024: no doubt.", [happened("measures_notified", "2024-01-01")], {"contest_of_measures": passed("2024-01-31")})
    calendar("coverage.before", "Texts of the day before were not read", ["C. conso. R. 733-6"], "Received on 31 December 2023: today's text, and a word of it, once for the event.", [happened("admissibility_decided", "2023-12-31")], {"stay_of_enforcement": passed("2025-12-31"), "no_interest": LASTING}, advisories=[(NOT_READ, "events[0]")])
    for day, end in (("2026-11-19", "2028-11-19"), ("2026-11-20", "2028-11-20")):
        calendar(f"coverage.overdrafts.{day}", "L. 722-5 on overdrafts changes its reference on 20 November 2026", ["C. conso. L. 722-5"], "Only the reference to L. 311-1 changes, not the ban.", [happened("admissibility_decided", day)], {"ban_on_paying": until(end)}, "2026-11-22")


def missing():
    first = {("sitting", None): ["summons_to_sitting", "files_to_members_pas_de_calais", "files_to_members_val_d_oise"], ("measures_notified", None): ["contest_of_measures"], ("rent_delays_granted", None): ["rent_delays_stay_payable", "tenant_delays_extended", "termination_clause_frozen"], ("liabilities_notified", None): ["contest_of_liabilities"], ("suspension_ended", None): ["refiling_after_suspension", "tenant_delays_extended"]}
    events = [happened("file_deposited", "2026-03-02"), happened("admissibility_decided", "2026-04-21")]
    calendar("missing.early", "What is still to be known early in a file", ["C. conso. R. 712-15"], "Every limit that waits stands under the event that it waits for.", events, {"orientation_due": until("2026-06-02", 18)}, missing=first)
    attested = [happened("payment_attested", "2025-06-30")]
    calendar("missing.nearly_all", "An event that begins nothing: everything waits", ["CPC 640"], "No limit runs without its event.", attested, {"orientation_due": []}, missing={("file_deposited", None): ["orientation_due", "legal_rate_window", "no_new_debts", "employee_savings", "telecom_cancellation", "ficp_file_examined"]})
    calendar("missing.wages_before", "What does not exist yet is not waited for", ["CPCE L. 212-2"], "On 30 June 2025 nothing waits for an order to pay.", attested, {}, "2025-06-30", missing={("account_seized", None): ["account_regularisation", "account_bills", "account_statement", "next_account_minimum"]})
    calendar("missing.oriented", "An orientation in time leaves nothing to wait for", WINDOW, "The window is settled, not missing.", [happened("file_deposited", "2025-12-10"), happened("orientation_decided", "2026-02-10")], {"legal_rate_window": []}, missing={("sitting", None): ["summons_to_sitting", "files_to_members_pas_de_calais", "files_to_members_val_d_oise"]})


def errors():
    def fault(slug, title, faults, events, options=None, on=TODAY, **parts):
        document = request(on, ["deadlines"], events=events, deadlines=options, **parts)
        refuse(FOLDER, f"error.{slug}", title, "From the interface.", faults, document)

    order = "event.order"
    fault("missing", "No events", [("field.missing", "events")], None)
    fault("none", "An empty list of events", [("field.missing", "events")], [])
    fault("no_day", "An event without a day", [("field.missing", "events[1].on")], [happened("sitting", "2026-06-09"), happened("file_deposited")])
    fault("two_days", "A day beside a day of signature", [("field.conflict", "events[0].on")], [happened("measures_notified", "2026-04-20", signed_on="2026-04-24")])
    fault("signed_early", "Signed before it was presented", [(order, "events[0].signed_on")], [happened("measures_notified", signed_on="2026-04-19", presented_on="2026-04-20")])
    fault("kind", "An event that does not exist", [("field.value", "events[0].kind")], [happened("moved_house", "2026-04-20")])
    fault("residence", "A place that does not exist", [("field.value", "events[0].residence")], [happened("judgment_notified", "2026-04-20", residence="far")])
    fault("holidays", "Holidays of nowhere", [("field.value", "deadlines.holidays")], [happened("sitting", "2026-06-09")], {"holidays": "paris"})
    fault("date", "A day that does not exist", [("date.format", "events[0].on")], [happened("sitting", "2026-02-29")])
    fault("date_order", "A day written the French way", [("date.format", "events[0].signed_on")], [happened("measures_notified", signed_on="20/04/2026")])
    fault("as_of", "A day asked that does not exist", [("date.format", "deadlines.as_of")], [happened("sitting", "2026-06-09")], {"as_of": "2026-04-31"})
    fault("months_here", "A duration where the law fixes it", [("field.not_applicable", "events[0].months")], [happened("measures_notified", "2026-04-20", months=2)])
    fault("months_none", "A duration of nothing", [("number.range", "events[0].months")], [happened("plan_effective", "2026-04-20", months=0)])
    fault("months_long", "A duration of a century and more", [("number.range", "events[0].months")], [happened("plan_effective", "2026-04-20", months=1201)])
    for slug, first, then in (
        ("orientation", "file_deposited", "orientation_decided"),
        ("admissibility", "file_deposited", "admissibility_decided"),
        ("notified", "admissibility_decided", "admissibility_notified"),
        ("measures", "measures_imposed", "measures_notified"),
        ("contest", "measures_notified", "measures_contested"),
        ("letter", "plan_approved", "plan_approval_letter"),
        ("suspension", "suspension_started", "suspension_ended"),
        ("lapse", "formal_notice", "plan_lapsed"),
        ("wage", "order_to_pay_served", "wage_seizure_served"),
        ("appeal", "judgment_notified", "judgment_appealed"),
    ):
        fault(f"order.{slug}", f"{then} before {first}", [(order, "events[0].on")], [happened(then, "2026-04-20"), happened(first, "2026-04-21")])
    fault("order.presented", "The fault is where the day is", [(order, "events[1].presented_on")], [happened("measures_imposed", "2026-04-21"), happened("measures_notified", presented_on="2026-04-20")])
    fault("order.two", "Two faults, both told", [(order, "events[1].on"), (order, "events[2].on")], [happened("file_deposited", "2026-04-21"), happened("orientation_decided", "2026-04-20"), happened("liabilities_notified", "2026-04-19")])
    fault("before_holidays", "Before the holidays that are known", [("law.before_coverage", "events[0]")], [happened("judgment_notified", "1989-05-02")])
    fault("before_holidays.backward", "Counted back before them", [("law.before_coverage", "events[0]")], [happened("sitting", "1990-01-02")])
    fault("after_holidays", "Counted past them", [("law.after_coverage", "events[0]")], [happened("judgment_notified", "2100-12-25")])
    fault("calendar_end", "Past the last day that can be written", [("arithmetic.overflow", "events[0]")], [happened("decision_enforceable", "9999-12-01")])
    calendar("order.same_day", "The same day is in order", ["C. conso. R. 722-1"], "Decided and notified on one day.", [happened("admissibility_decided", "2026-05-04"), happened("admissibility_notified", "2026-05-04")], {"appeal_of_admissibility": until("2026-05-19", 4)})
    calendar("order.second_file", "A second file after a first orientation", ["C. conso. R. 712-15"], "One deposit comes before the orientation: that is enough.", [happened("file_deposited", "2025-02-03"), happened("orientation_decided", "2025-04-10"), happened("file_deposited", "2026-03-02")], {"orientation_due": [{"status": "met", "done_on": "2025-04-10"}, until("2026-06-02", 18)]})


def build():
    counting()
    places()
    notified()
    standing()
    durations()
    coverage()
    missing()
    errors()
