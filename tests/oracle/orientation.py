"""Who may file (L. 711-1 to L. 711-9) and where a file can go (L. 724-1), from the texts: never a decision.

Each way is read as a list of findings, each a bar (the way is closed), a condition (it depends on that) or a remark.
"""

import oracle
import plan
import plan_document
import texts
import treatment
from oracle import cents, day, euros

BAR, CONDITION, REMARK = "closed", "conditional", "open"
RANKED = (BAR, CONDITION, REMARK)  # the gravest finding decides

CODE = "C. conso. "
RULING = "Cass. 2e civ., 22 mai 2025, n° 23-12.659"
OPINION = "Cass., avis, 10 janvier 2005"
OWN_RULES = "règlement intérieur, "

SIGNAL_SOURCES = {
    **dict.fromkeys(("in_good_faith", "not_in_good_faith", "good_faith_unknown"), (CODE + "L. 711-1, al. 1er", "certain")),
    **dict.fromkeys(("no_debts", "professional_debts_count", "main_home_no_bar"), (CODE + "L. 711-1, al. 2", "certain")),
    **dict.fromkeys(
        ("nothing_left", "charge_above_means", "charge_within_means", "charge_unknown", "due_debts_remain", "assets_pay_debts", "means_unknown", "excluded_debts_count"),
        (CODE + "L. 711-1, al. 2", "likely"),
    ),
    "seven_years_not_enough": (CODE + "L. 711-1, al. 2", "unsure"),
    "guarantee_not_met": (CODE + "L. 711-1, al. 3", "certain"),
    **dict.fromkeys(("other_procedure", "no_other_procedure", "other_procedure_unknown"), (CODE + "L. 711-3", "certain")),
    "sole_trader_referred": (CODE + "L. 711-9", "certain"),
    **dict.fromkeys(("sole_trader_not_referred", "sole_trader_referral_unknown"), ("C. com. L. 681-1 ; C. conso. L. 711-9", "certain")),
    "allocated_estate": (CODE + "L. 711-7, L. 711-8", "certain"),
    "lives_in_france": (CODE + "L. 711-2", "likely"),
    **dict.fromkeys(("french_abroad", "not_french_abroad", "no_creditor_in_france", "abroad_unknown"), (CODE + "L. 711-2, R. 711-2", "certain")),
}

WAY_SOURCES = {
    **dict.fromkeys(("owns_real_estate", "no_real_estate"), (CODE + "L. 732-1", "certain")),
    "after_conciliation": (CODE + "L. 733-1", "certain"),
    "conciliation_failed": (CODE + "L. 732-4, L. 733-1", "certain"),
    "direct_measures": (CODE + "L. 732-4, R. 733-4", "certain"),
    **dict.fromkeys(("capacity", "no_capacity"), (CODE + "L. 724-1", "likely")),
    "repays_all": (CODE + "L. 733-1, 1°", "certain"),
    "repays_part": (CODE + "L. 733-4, 2°", "certain"),
    **dict.fromkeys(("not_alone", "no_combination_clears"), (OPINION, "certain")),
    **dict.fromkeys(("assets_may_pay", "assets_pay_debts"), (CODE + "L. 724-1, al. 1er", "certain")),
    "subject_to_acts": (CODE + "L. 732-2, L. 733-7", "certain"),
    **dict.fromkeys(("subject_to_sale", "rehousing_impossible"), (RULING, "certain")),
    "sale_to_avoid": (OWN_RULES + "4.4.4", "likely"),
    "main_home_longer": (CODE + "L. 732-3, L. 733-3", "certain"),
    "half_term": (CODE + "L. 733-1, 1°", "unsure"),
    "main_home_above_scale": (CODE + "L. 731-2, al. 2", "certain"),
    **dict.fromkeys(("improvement_in_sight", "no_improvement", "improvement_unknown"), (CODE + "L. 724-1, L. 733-1, 4°", "likely")),
    "waiting_exceptional": ("circ. 17 décembre 2017", "likely"),
    "maintenance_not_suspended": (CODE + "L. 733-1, 4°", "certain"),
    "suspension_used": (CODE + "L. 733-2", "certain"),
    "suspension_used_long_ago": (CODE + "L. 733-2", "likely"),
    "second_suspension": (OWN_RULES + "5", "unsure"),
    "nothing_to_sell": (CODE + "L. 724-1, 1°", "certain"),
    "something_to_sell": (CODE + "L. 724-1, 2°", "certain"),
    **dict.fromkeys(("agreement_needed", "agreement_refused", "back_to_measures"), (CODE + "L. 742-1", "certain")),
    "during_measures": (CODE + "L. 724-2", "certain"),
    "second_recovery": (CODE + "L. 733-8", "certain"),
    "sole_trader": ("C. com. L. 681-1 ; C. conso. L. 711-9", "certain"),
    "no_months_left": (CODE + "L. 732-3, L. 733-3", "certain"),
}


def sourced(names, sources):
    return [{"rule": name, "article": sources[name][0], "certainty": sources[name][1]} for name in names]


class File:
    """What a document says, brought to what the rules ask."""

    def __init__(self, document):
        self.document = document
        self.filing, self.prospects = document.get("filing", {}), document.get("prospects", {})
        self.history, self.asked = document.get("history", {}), document.get("plan", {})
        self.assets = document.get("assets", [])
        self.debts = [debt for debt in document["debts"] if not treatment.outside_the_file(debt)]
        self.kinds = {asset["kind"] for asset in self.assets if cents(asset["value"])}
        self.for_sale = [asset for asset in self.assets if asset["kind"] != "furniture" and not asset.get("protected") and self.brings(asset)]
        self.owns_real_estate = bool(self.kinds & {"main_home", "other_real_estate"})
        self.own_home = "main_home" in self.kinds
        earlier = 0 if self.asked.get("main_home_exception") else self.history.get("earlier_measures_months", 0)
        self.months_left = texts.LONGEST_PLAN - earlier
        self.length_known = day(document["assessed_on"]) >= texts.LONGEST_PLAN_SINCE
        self.capacity = None
        if "household" in document:
            self.capacity = oracle.evaluate({**document, "want": ["capacity"]})["capacity"]

    @staticmethod
    def brings(asset):
        """The debtor's part once the sale is paid for, to the cent below."""
        net = max(0, cents(asset["value"]) - cents(asset.get("sale_costs", 0)))
        return net * asset.get("joint_share_percent", 100) // 100

    def proceeds(self, but=()):
        return sum(self.brings(asset) for asset in self.for_sale if asset["kind"] not in but)

    @property
    def ceilings(self):
        return {name: cents(amount) for name, amount in self.capacity["ceilings"].items()}

    @property
    def can_pay(self):
        return cents(self.capacity["signed"]) > 0


# ---------------------------------------------------------------- admissibility


def is_due(debt):
    return not debt.get("to_fall_due") and (debt.get("accelerated") or not debt.get("remaining_months"))


def admissibility(document):
    file = File(document)
    eirl = file.filing.get("allocated_estate", False)
    counted = [debt for debt in file.debts if not (eirl and debt["kind"] == "professional")]
    total = sum(map(treatment.balance, counted))
    due = sum(treatment.balance(debt) for debt in counted if is_due(debt))
    professional = sum(treatment.balance(debt) for debt in file.debts if debt["kind"] == "professional")
    assets = file.proceeds(but=("main_home",))
    available = min(file.ceilings["budget"], file.ceilings["household_rsa"]) if file.capacity else None
    charge = cents(file.filing["monthly_debt_charge"]) if "monthly_debt_charge" in file.filing else None
    means = {"available": euros(available)} if available is not None else {}
    if charge is not None:
        means["monthly_debt_charge"] = euros(charge)
    rows = [
        ("good_faith", *good_faith(file)),
        ("cannot_meet_debts", *cannot_meet(file, total, due, professional, assets, available, charge, eirl)),
        ("no_other_procedure", *other_procedure(file, eirl)),
        ("residence", *residence(file)),
    ]
    return {
        "liabilities": {"total": euros(total), "due": euros(due), "to_fall_due": euros(total - due), "professional": euros(professional)},
        "means": {**means, "assets": euros(assets)},
        "signals": [{"condition": name, "standing": standing, "reasons": sourced(reasons, SIGNAL_SOURCES)} for name, standing, reasons in rows],
    }


def good_faith(file):
    said = file.filing.get("good_faith")
    return {True: ("met", ["in_good_faith"]), False: ("not_met", ["not_in_good_faith"]), None: ("unknown", ["good_faith_unknown"])}[said]


def cannot_meet(file, total, due, professional, assets, available, charge, eirl):
    if total == 0:
        standing, reasons = "not_met", ["no_debts"]
    elif assets >= total:
        standing, reasons = "not_met", ["assets_pay_debts"]
    elif available is None:
        standing, reasons = "unknown", ["means_unknown"]
    elif available <= 0:
        standing, reasons = "met", ["nothing_left"]
    elif charge is None and file.length_known and due > texts.LONGEST_PLAN * available + assets:
        standing, reasons = "met", ["charge_unknown", "seven_years_not_enough"]
    elif charge is None:
        standing, reasons = "unknown", ["charge_unknown"]
    elif charge > available:
        standing, reasons = "met", ["charge_above_means"]
    elif due > assets:
        standing, reasons = "unknown", ["charge_within_means", "due_debts_remain"]
    else:
        standing, reasons = "not_met", ["charge_within_means"]
    if file.filing.get("guarantee_not_met"):  # third paragraph: enough by itself
        standing, reasons = "met", ["guarantee_not_met", *reasons]
    if professional and not eirl:
        reasons.append("professional_debts_count")
    if any(map(treatment.is_excluded, file.document["debts"])):
        reasons.append("excluded_debts_count")
    if total and any(asset["kind"] == "main_home" and cents(asset["value"]) >= max(total, 1) for asset in file.assets):
        reasons.append("main_home_no_bar")
    return standing, reasons


def other_procedure(file, eirl):
    if eirl:
        return "met", ["allocated_estate"]
    if file.prospects.get("sole_trader"):
        return {True: ("met", ["sole_trader_referred"]), False: ("not_met", ["sole_trader_not_referred"]), None: ("unknown", ["sole_trader_referral_unknown"])}[file.filing.get("court_referral")]
    return {True: ("not_met", ["other_procedure"]), False: ("met", ["no_other_procedure"]), None: ("unknown", ["other_procedure_unknown"])}[file.filing.get("other_procedure")]


def residence(file):
    if "abroad" not in file.filing:
        return "met", ["lives_in_france"]
    french, creditors = (file.filing["abroad"].get(name) for name in ("french_national", "creditors_in_france"))
    if french is False:
        return "not_met", ["not_french_abroad"]
    if creditors is False:
        return "not_met", ["no_creditor_in_france"]
    return ("met", ["french_abroad"]) if french and creditors else ("unknown", ["abroad_unknown"])


# ---------------------------------------------------------------- orientation


class Outlook(File):
    """The same, with what the plan would do."""

    def __init__(self, document):
        super().__init__(document)
        if not self.length_known:
            raise oracle.LawError("law.before_coverage")
        self.erases = self.asked.get("kind", "imposed") == "imposed"
        self.drawn = None
        if self.months_left > 0:
            try:
                self.drawn = plan_document.plan_block(document)
            except plan.PlanError as error:
                if error.name != "plan.outside_debts_exceed_capacity":  # nothing is left for a plan: a fact, not a fault
                    raise
        self.unpaid = 0
        self.stuck = False
        if self.drawn:
            self.unpaid = sum(cents(row["erased"]) + cents(row["left"]) for row in self.drawn["debts"])
            untold = {debt["id"] for debt in self.debts if treatment.unknown_creditor(debt)}  # to be told first
            self.stuck = self.erases and any(cents(row["left"]) and not row["outside"] and row["id"] not in untold for row in self.drawn["debts"])
        self.repays_all = self.drawn is not None and self.unpaid == 0
        self.hope = {True: "improvement_in_sight", False: "no_improvement", None: "improvement_unknown"}[self.prospects.get("improvement_in_sight")]
        ended, lodged = self.history.get("suspension_ended_on"), self.history.get("new_file_lodged_on")
        self.suspended = ended is not None
        self.suspended_long_ago = bool(ended and lodged) and day(lodged) > plan_document.months_later(day(ended), 3)
        self.real_estate_for_sale = any(asset["kind"] in ("main_home", "other_real_estate") for asset in self.for_sale)
        self.conciliation_failed = self.prospects.get("conciliation_failed", False)


def the_home(file, imposed):
    """What keeps the main home (C. conso. L. 731-2, L. 732-3, L. 733-3)."""
    if not (file.own_home and file.can_pay):
        return []
    loans = [debt for debt in file.debts if debt.get("finances_main_home")]
    found = []
    if loans or not file.repays_all:
        found.append((REMARK, "main_home_longer"))
    if imposed and any(debt.get("remaining_months", 0) // 2 > file.months_left for debt in loans):
        found.append((REMARK, "half_term"))
    lifted = file.document.get("decisions", {}).get("main_home", {}).get("written_consent", False)
    if not lifted and file.ceilings["scale_amount"] == min(file.ceilings.values()):
        found.append((REMARK, "main_home_above_scale"))
    return found


def agreed_plan(file):
    if not file.owns_real_estate:
        return [(BAR, "no_real_estate")]
    found = [(REMARK, "owns_real_estate")]
    if file.conciliation_failed:
        return found + [(BAR, "conciliation_failed")]
    if file.months_left < 1:
        return found + [(BAR, "no_months_left")]
    if file.can_pay:
        found.append((REMARK, "capacity"))
    elif file.for_sale:
        found += [(REMARK, "no_capacity"), (CONDITION, "assets_may_pay")]
    else:
        found += [(REMARK, "no_capacity"), (BAR if file.hope == "no_improvement" else CONDITION, file.hope)]
        return found
    if file.for_sale:
        found.append((REMARK, "subject_to_acts"))
    return found + the_home(file, imposed=False)


def conciliation(file, direct):
    """An owner's conciliation comes first, unless it failed or what is imposed may come at once."""
    if not file.owns_real_estate:
        return [(REMARK, "no_real_estate")]
    if file.conciliation_failed:
        return [(REMARK, "conciliation_failed")]
    return [(CONDITION, "direct_measures" if direct and not file.repays_all else "after_conciliation")]


def no_means(file):
    """What is left of imposed measures without a capacity or without a month."""
    if file.months_left < 1:
        return [(BAR, "no_months_left")]
    if file.can_pay:
        return None
    if not file.for_sale:
        return [(BAR, "no_capacity")]
    refused = [(REMARK, "back_to_measures")] if file.prospects.get("liquidation_agreed") is False else []
    return [(REMARK, "no_capacity"), (CONDITION, "assets_may_pay"), *refused, (REMARK, "subject_to_acts")]


def imposed_rescheduling(file):
    found = no_means(file)
    if found is not None:
        return found
    found = conciliation(file, direct=False)
    if file.repays_all:
        found.append((REMARK, "repays_all"))
    elif file.drawn:
        found.append((REMARK, "repays_part"))
        if file.erases:  # definitive measures clear the whole
            found.append((CONDITION, "not_alone"))
    if file.for_sale:
        found.append((REMARK, "subject_to_acts"))
    return found + the_home(file, imposed=True)


def partial_erasure(file):
    found = no_means(file)
    if found is None:
        if file.repays_all:
            return [(BAR, "repays_all")]
        found = conciliation(file, direct=True) + ([(REMARK, "repays_part")] if file.drawn else [])
        if file.stuck:
            found.append((CONDITION, "no_combination_clears"))
    if file.owns_real_estate and not any(grade == BAR for grade, _ in found):
        if file.prospects.get("rehousing_impossible") and file.own_home and "other_real_estate" not in file.kinds:
            found.append((REMARK, "rehousing_impossible"))
        else:
            found.append((CONDITION, "subject_to_sale"))
            if file.own_home and file.real_estate_for_sale:
                found.append((REMARK, "sale_to_avoid"))
    return found


def suspension(file):
    if file.months_left < 1:
        return [(BAR, "no_months_left")]
    if file.suspended_long_ago:
        return [(CONDITION, "suspension_used_long_ago")]
    if file.suspended:
        allowed = file.document.get("conventions", {}).get("second_suspension") == "real_estate"
        if allowed and file.real_estate_for_sale:
            return [(REMARK, "suspension_used"), (CONDITION, "second_suspension")]
        return [(BAR, "suspension_used")]
    grade = {"improvement_in_sight": REMARK, "no_improvement": BAR, "improvement_unknown": CONDITION}[file.hope]
    found = [(REMARK, "capacity" if file.can_pay else "no_capacity"), (grade, file.hope)]
    if grade == BAR:
        return found
    if file.owns_real_estate:
        found += conciliation(file, direct=True)
    if file.can_pay:
        found.append((REMARK, "waiting_exceptional"))
    if any(debt["kind"] == "maintenance" for debt in file.document["debts"]):
        found.append((REMARK, "maintenance_not_suspended"))
    return found


def compromised(file):
    """Nothing else can clear the debts (C. conso. L. 724-1)."""
    if not file.can_pay:
        found = [(REMARK, "no_capacity")]
    elif file.months_left < 1:
        found = [(CONDITION, "no_months_left")]
    elif file.stuck:
        found = [(CONDITION, "no_combination_clears")]
    else:
        return [(BAR, "capacity")]
    owed = sum(map(treatment.balance, file.debts))
    if owed and file.proceeds() >= owed:
        return found + [(BAR, "assets_pay_debts")]
    if file.hope == "improvement_in_sight" and file.suspended and not file.suspended_long_ago:
        return found + [(CONDITION, file.hope), (REMARK, "suspension_used")]
    return found + [({"improvement_in_sight": BAR, "no_improvement": REMARK, "improvement_unknown": CONDITION}[file.hope], file.hope)]


def recovery_remarks(file, found):
    if any(grade == BAR for grade, _ in found):
        return []
    asked = (("measures_running", "during_measures"), ("earlier_recovery", "second_recovery"))
    return [(REMARK, reason) for field, reason in asked if file.prospects.get(field)]


def without_liquidation(file):
    found = compromised(file) + [(BAR, "something_to_sell") if file.for_sale else (REMARK, "nothing_to_sell")]
    return found + recovery_remarks(file, found)


def with_liquidation(file):
    found = compromised(file)
    if not file.for_sale:
        return found + [(BAR, "nothing_to_sell")]
    found.append((REMARK, "something_to_sell"))
    closed = any(grade == BAR for grade, _ in found)
    agreed = file.prospects.get("liquidation_agreed")
    if agreed is False:
        return found + [(BAR, "agreement_refused")]
    if agreed is None:
        found.append((CONDITION, "agreement_needed"))
    if not closed and {asset["kind"] for asset in file.for_sale} & {"main_home", "vehicle"}:
        found.append((REMARK, "sale_to_avoid"))
    return found + recovery_remarks(file, found)


def effects(way, document):
    """What the ways that erase bring."""
    rows = treatment.treatments(document)
    gone, kept = (sum(cents(row[key]) for row in rows) for key in ("erased_in_full_erasure", "survives"))
    shared = any(debt.get("co_debtor") or "guarantor_paid" in debt for debt in document["debts"])
    landlord = any(map(treatment.is_landlord, document["debts"]))
    listed = []

    def say(holds, name, article, certainty="certain", amount=None):
        if holds:
            listed.append({"effect": name, "article": CODE + article, "certainty": certainty, **({"amount": euros(amount)} if amount is not None else {})})

    if way == "partial_erasure":
        say(True, "erased_at_end", "L. 733-4, 2°", "likely")
        say(True, "cheques_regularised", "L. 733-17")
        say(any(debt.get("undeclared") for debt in document["debts"]), "untold_not_bound", "L. 733-15")
        say(shared, "others_stay_bound", "L. 733-4, 2°", "likely")
        say(True, "registered_while_running", "L. 752-3")
    elif way.startswith("recovery"):
        sold = way == "recovery_with_liquidation"
        say(not sold, "erased_at_decision", "L. 741-2, L. 741-6, L. 741-7", amount=gone)
        say(sold, "erased_at_opening", "L. 742-22", amount=gone)
        say(kept, "survives", "L. 711-4, L. 711-5, L. 742-22" if sold else "L. 741-2", amount=kept)
        say(not sold, "untold_extinguished", "L. 741-3, R. 741-2")
        say(True, "cheques_regularised", "L. 743-1")
        say(landlord, "termination_clause_frozen", "L. 714-1, II")
        say(shared, "others_stay_bound", "L. 741-2, L. 742-22", "likely")
        say(True, "registered_five_years", "L. 752-3")
    return listed


WAYS = {
    "agreed_plan": agreed_plan,
    "imposed_rescheduling": imposed_rescheduling,
    "partial_erasure": partial_erasure,
    "suspension": suspension,
    "recovery_without_liquidation": without_liquidation,
    "recovery_with_liquidation": with_liquidation,
}


def orientation(document):
    file = Outlook(document)
    rows = []
    for name, read in WAYS.items():
        found = read(file)
        if file.prospects.get("sole_trader") and file.filing.get("court_referral") is not True:
            found.append((CONDITION, "sole_trader"))
        opening = min((grade for grade, _ in found), key=RANKED.index)
        row = {"way": name, "opening": opening, "reasons": sourced([reason for _, reason in found], WAY_SOURCES)}
        brings = effects(name, document) if opening != BAR else []
        rows.append({**row, **({"effects": brings} if brings else {})})
    return rows


def evaluate(document):
    """The blocks wanted, or ``errors``."""
    try:
        blocks = {"admissibility": admissibility, "orientation": orientation}
        return {name: compute(document) for name, compute in blocks.items() if name in document["want"]}
    except plan.PlanError as error:
        return {"errors": {error.name}}
    except oracle.LawError as error:
        return {"errors": error.names}
