"""Random documents with debts: `apurement evaluate --jsonl --json`, treatments and plan against the oracle, every figure.

``--verbose 1`` prints how often each rule was drawn.
"""

import json
import random
import sys
from datetime import date, timedelta
from fractions import Fraction

import check_cases
import oracle
import plan_document
import texts
from program import check_documents
from random_cases import Draw
from vector_sets.common import subset

KINDS = tuple(texts.RANKS) + texts.EXCLUDED_ALWAYS
COMMON = ("housing_arrears", "energy_and_bills", "consumer_credit", "revolving_credit", "overdraft", "bank_loan", "tax", "social_overpayment")


class DebtDraw:
    """A document with debts, for a plan."""

    def __init__(self, pick):
        self.pick = pick

    def chance(self, share):
        return self.pick.random() < share

    def cents(self, low, high):
        """Spread over orders of magnitude; round amounts now and then."""
        value = int(low * (high / low) ** self.pick.random())
        if self.chance(0.2):
            value = max(100, value - value % 100)
        return value

    def money(self, value):
        return f"{value // 100}.{value % 100:02d}"

    def debt(self, number, rated):
        kind = self.pick.choice(COMMON) if self.chance(0.6) else self.pick.choice(KINDS)
        debt = {"id": f"d{number}", "kind": kind, "principal": self.money(self.cents(500, 4_000_000))}
        if self.chance(0.15):
            for part in self.pick.sample(("interest", "costs", "penalty"), self.pick.randint(1, 3)):
                debt[part] = self.money(self.cents(100, 60_000))
        if kind in ("energy_and_bills", "other", "professional") and self.chance(0.4):
            debt["creditor"] = self.pick.choice(("utility", "payment_institution", "other", "individual"))
        if kind in ("bank_loan", "other") and self.chance(0.2):
            debt["creditor"] = self.pick.choice(("finance_company", "credit_institution", "payment_institution"))
        if kind in ("damages", "other", "energy_and_bills") and self.chance(0.1):
            debt["creditor"] = "lessor"
        if kind in ("bank_loan", "consumer_credit", "revolving_credit", "home_loan") and self.chance(0.5 if rated else 0.2):
            debt["contract_rate"] = self.pick.choice(("0", "0.9", "1.75", "3", "3.71", "12", "15.90", "21.16"))
            if self.chance(0.5):
                debt.update(remaining_months=self.pick.randint(1, 240), accelerated=self.chance(0.3))
        if kind == "home_loan":
            debt["left_by_sale"] = self.chance(0.6)
        if kind == "social_fraud":
            debt["fraud_proof"] = self.pick.choice(("none", "decision", "sanction"))
        if kind in texts.EXCLUDED_ALWAYS + texts.EXCLUDED_WITHOUT_CONSENT and self.chance(0.3):
            debt["consent"] = True
        if self.chance(0.1):
            owed = plan_document.treatment.balance(debt)
            debt["guarantor_paid"] = self.money(owed if self.chance(0.1) else self.pick.randint(0, owed))
        for flag, share in (("co_debtor", 0.1), ("contested", 0.05), ("set_aside", 0.03)):
            if self.chance(share):
                debt[flag] = True
        for flag, share in (("to_fall_due", 0.3), ("undeclared", 0.08)):
            if self.chance(share):
                debt[flag] = self.chance(0.7)
        if self.chance(0.03):
            debt["estate"] = "professional"
        if self.chance(0.04):
            debt["outside_plan"] = {"instalment": self.money(self.cents(500, 8_000))}
        return debt

    def debts(self, on, rated, total_wanted):
        count = self.pick.choice((1, 2, 3, 3, 4, 4, 5, 6, 7, 8, 10, 12))
        found = [self.debt(number, rated) for number in range(1, count + 1)]
        for debt in found:
            if self.chance(0.3):
                born = on - timedelta(days=self.pick.randint(0, 3000))
                debt["arose_on"] = (on + timedelta(days=1) if self.chance(0.1) else born).isoformat()
            if plan_document.treatment.is_excluded(debt) and self.chance(0.5):
                debt["agreed_instalment"] = self.money(self.cents(500, max(600, total_wanted // 3)))
        self.pick.shuffle(found)
        return found

    def options(self, debts, amount, rated):
        asked = {}
        if self.chance(0.3):
            asked["kind"] = self.pick.choice(("imposed", "agreed"))
        if self.chance(0.4):
            asked["first_due_on"] = (date(2026, 1, 1) + timedelta(days=self.pick.randrange(400))).isoformat()
        if self.chance(0.3):
            asked["horizon_months"] = self.pick.choice((84, 60, 48, 24, 12, self.pick.randint(1, 84)))
        if self.chance(0.5):
            asked["ranks"] = self.pick.choice(("strict", "strict", "grouped"))
        if self.chance(0.25):
            asked["landlord_surplus"] = self.pick.choice(("may_flow", "withheld"))
        if self.chance(0.3):
            asked["token_floor"] = self.pick.choice(("0.00", "10.00", "15.00", "30.00"))
        if rated:
            kind = self.pick.choice(("given", "given", "legal"))
            asked["rate"] = {"kind": kind}
            if kind == "given":
                asked["rate"]["percent"] = self.pick.choice(("3.71", "2.06", "0.5", "5.07", "4", "8.125"))
        elif self.chance(0.1):
            asked["rate"] = {"kind": "nil"}
        if self.chance(0.3):
            asked["imputation"] = self.pick.choice(("interest_first", "principal_first"))
        if self.chance(0.2):
            asked["rounding"] = self.pick.choice(("down", "up"))
        if self.chance(0.3):
            asked["within_rank"] = self.pick.choice(("pro_rata", "equal", "smallest_first", "highest_rate_first"))
        if self.chance(0.05):
            asked["main_home_exception"] = True
            asked["horizon_months"] = self.pick.randint(1, 300)
        if self.chance(0.15):
            asked["suspension_months"] = self.pick.randint(1, 24)
            if self.chance(0.6):
                asked["suspension_interest"] = self.pick.choice(("none", "legal"))
        if self.chance(0.12):
            asked["rank_changes"] = [{"debt": self.pick.choice(debts)["id"], "rank": self.pick.randint(2, 5)}]
        if amount is not None:
            steps = [{"from_month": 1, "amount": self.money(amount)}]
            for _ in range(self.pick.choice((0, 0, 1, 1, 2))):
                later = steps[-1]["from_month"] + self.pick.randint(1, 30)
                steps.append({"from_month": later, "amount": self.money(max(0, amount + self.pick.randint(-amount // 2, amount)))})
            if "suspension_months" in asked:
                steps = [{"from_month": 1, "amount": "0.00"}] + [
                    {**step, "from_month": step["from_month"] + asked["suspension_months"]} for step in steps
                ]
            asked["capacity_steps"] = steps
        return asked

    def whole(self):
        """A household, with what it can repay."""
        while True:
            document = Draw(self.pick).document()
            if "household" not in document or document.get("territory") == "mayotte":
                continue
            document["want"] = ["household", "budget", "capacity"]
            document.pop("garnishment", None)
            answer = oracle.evaluate(document)
            if "errors" not in answer and oracle.day(document["assessed_on"]) >= texts.LEGAL_INTEREST[0][0]:
                return document, oracle.cents(answer["capacity"]["retained"])

    def document(self):
        rated = self.chance(0.4)
        if self.chance(0.4):
            document, amount = self.whole()
            steps = None
        else:
            on = date(2025, 1, 1) + timedelta(days=self.pick.randrange(720))
            document = {"schema": "apurement/1", "jurisdiction": "fr", "assessed_on": on.isoformat(), "want": []}
            amount = steps = self.cents(2_000, 150_000)
        on = oracle.day(document["assessed_on"])
        debts = document["debts"] = self.debts(on, rated, amount)
        if steps is not None:  # within reach more often than not
            total = sum(plan_document.treatment.balance(debt) for debt in debts)
            if self.chance(0.8):
                steps = max(1_500, total // self.pick.randint(3, 130))
        if self.chance(0.2):
            document["history"] = {"earlier_measures_months": self.pick.choice((0, 12, 24, 36, 36, 60, 83, 84))}
        asked = self.options(debts, steps, rated)
        if asked or self.chance(0.5):
            document["plan"] = asked
        if self.chance(0.05):
            document["assets"] = [{"id": "h1", "kind": "main_home", "value": "120000.00"}]
            debts[0]["security"] = {"asset": "h1", "rank": 1}
        document["want"] = document["want"] + (["plan"] if self.chance(0.05) else ["treatments", "plan"])
        return document


def judge(document, answer):
    expected = plan_document.evaluate(document)
    if "errors" in expected:
        names = {error.get("name") for error in answer.get("errors", [])}
        return None if names & expected["errors"] else f"error {sorted(expected['errors'])} expected, {sorted(map(str, names))} found"
    if "errors" in answer:
        return f"refused: {answer['errors']}"
    for name in ("treatments", "plan"):
        if name in expected and name not in answer:
            return f".{name}: absent"
        if name in expected:
            told = subset(expected[name], answer[name], f".{name}")
            if told:
                return told
    if "household" in document:
        former = {**document, "want": [name for name in document["want"] if name in ("household", "budget", "capacity")]}
        return check_cases.difference({k: v for k, v in oracle.evaluate(former).items() if k != "advisories"}, answer, "")
    return None


def documents(count, seed, census):
    for number in range(count):
        document = DebtDraw(random.Random(seed * 10_000_019 + number)).document()
        note(document, census)
        yield json.dumps(document, separators=(",", ":")), document


def note(document, census):
    for debt in document["debts"]:
        census[f"kind {debt['kind']}"] += 1
        census.update(f"debt: {name}" for name in debt if name not in ("id", "kind", "principal"))
    for name, value in document.get("plan", {}).items():
        census[f"{name} {value}" if isinstance(value, str) and name not in ("first_due_on", "token_floor") else name] += 1
    expected = plan_document.evaluate(document)
    for name in expected.get("errors", ()):
        census[f"error {name}"] += 1
    if "plan" in expected:
        block = expected["plan"]
        census[f"{min(len(block['tiers']), 6)} tiers"] += 1
        census["erased"] += block["totals"]["erased"] != "0.00"
        census["left"] += block["totals"]["left"] != "0.00"
        census["interest"] += Fraction(block["totals"]["interest"]) > 0
        census["outside"] += any(row["outside"] for row in block["debts"])


if __name__ == "__main__":
    sys.exit(check_documents(__doc__, "plans", 5_000, documents, judge))
