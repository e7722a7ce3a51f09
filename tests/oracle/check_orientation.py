"""Random documents with debts, assets, prospects and filings: `apurement evaluate --jsonl --json`, admissibility and orientation.

``--verbose 1`` prints how often each reason was drawn.
"""

import json
import random
import sys
from collections import Counter
from datetime import timedelta

import oracle
import orientation
from check_plans import DebtDraw
from program import Tally, arguments, judge_answers
from vector_sets.common import subset

BLOCKS = ("admissibility", "orientation")
ASSETS = ("main_home", "other_real_estate", "vehicle", "furniture", "savings", "employee_savings", "other")
SAID = (True, False, None)


class FileDraw(DebtDraw):
    """A whole document, with what decides who may file and where the file can go."""

    def asset(self):
        held = {"kind": self.pick.choice(ASSETS), "value": self.money(self.cents(100, 20_000_000))}
        if self.chance(0.05):
            held["value"] = "0.00"
        if self.chance(0.4):
            held["sale_costs"] = held["value"] if self.chance(0.2) else self.money(self.cents(100, 1_000_000))
        if self.chance(0.2):
            held["joint_share_percent"] = self.pick.choice((1, 33, 50, 100))
        if self.chance(0.2):
            held["protected"] = self.chance(0.8)
        return held

    def said(self, share, *names):
        """What was said of each, now and then; silence is drawn too."""
        found = {name: self.pick.choice(SAID) for name in names if self.chance(share)}
        return {name: value for name, value in found.items() if value is not None}

    def flags(self, share, *names):
        return {name: True for name in names if self.chance(share)}

    def filing(self, available):
        said = self.said(0.6, "good_faith", "guarantee_not_met", "other_procedure", "court_referral")
        said.update(self.flags(0.1, "allocated_estate"))
        if self.chance(0.5):
            near = max(1, available + self.pick.choice((-1, 0, 1, -20_000, 40_000)))
            said["monthly_debt_charge"] = self.money(near)
        if self.chance(0.2):
            said["abroad"] = self.said(0.8, "french_national", "creditors_in_france")
        return said

    def history(self, on):
        past = {}
        if self.chance(0.4):
            past["earlier_measures_months"] = self.pick.choice((0, 12, 36, 60, 83, 84, 84))
        if self.chance(0.3):
            ended = on - timedelta(days=self.pick.randint(1, 200))
            past["suspension_ended_on"] = ended.isoformat()
            if self.chance(0.7):
                past["new_file_lodged_on"] = (ended + timedelta(days=self.pick.choice((1, 60, 88, 89, 90, 91, 92, 93, 120)))).isoformat()
        return past

    def document(self):
        document, _ = self.whole()
        on = oracle.day(document["assessed_on"])
        if self.chance(0.3):  # nothing is left
            document["expenses"] = [{"id": "all", "kind": "rent", "amount": "9000.00"}]
            document.get("decisions", {}).pop("expenses_accepted", None)
        document["debts"] = self.debts(on, False, 50_000)
        for debt in document["debts"]:
            if debt["kind"] == "home_loan":
                debt["finances_main_home"] = self.chance(0.6)
                debt["remaining_months"] = self.pick.choice((0, 100, 167, 168, 169, 170, 240))
        document["assets"] = [self.asset() for _ in range(self.pick.choice((0, 0, 1, 1, 2, 3)))]
        document["history"] = self.history(on)
        document["prospects"] = {
            **self.said(0.8, "improvement_in_sight", "liquidation_agreed", "rehousing_impossible"),
            **self.flags(0.25, "conciliation_failed", "measures_running", "earlier_recovery"),
            **self.flags(0.1, "sole_trader"),
        }
        document["want"] = ["capacity"]
        capacity = oracle.evaluate(document)["capacity"]
        document["filing"] = self.filing(min(oracle.cents(capacity["ceilings"][name]) for name in ("budget", "household_rsa")))
        asked = {"kind": "agreed"} if self.chance(0.1) else {}
        if self.chance(0.1):
            asked.update(main_home_exception=True, horizon_months=self.pick.randint(1, 200))
        if asked:
            document["plan"] = asked
        if self.chance(0.3):
            document["conventions"] = {**document.get("conventions", {}), "second_suspension": "real_estate"}
        document["want"] = list(BLOCKS)
        return document


def judge(document, answer):
    expected = orientation.evaluate(document)
    if "errors" in expected:
        names = {error.get("name") for error in answer.get("errors", [])}
        return None if names & expected["errors"] else f"error {sorted(expected['errors'])} expected, {sorted(map(str, names))} found"
    if "errors" in answer:
        return f"refused: {answer['errors']}"
    for name in BLOCKS:
        told = subset(expected[name], answer.get(name), f".{name}")
        if told:
            return told
    return None


def documents(count, seed, census):
    for number in range(count):
        document = FileDraw(random.Random(seed * 10_000_019 + number)).document()
        if census is not None:
            expected = orientation.evaluate(document)
            for row in expected.get("admissibility", {}).get("signals", []) + expected.get("orientation", []):
                head = row.get("condition") or row["way"]
                census.update([f"{head}: {row.get('standing') or row['opening']}"])
                census.update(reason["rule"] for reason in row["reasons"])
                census.update(effect["effect"] for effect in row.get("effects", []))
        yield json.dumps(document, separators=(",", ":")), document


def main():
    options = arguments(__doc__, files=2000, verbose=0)
    census = Counter() if options.verbose else None
    tally = Tally("orientation")
    drawn = documents(options.files, options.seed, census)
    judge_answers([options.program, "evaluate", "--jsonl", "--json"], drawn, judge, tally)
    for name, count in sorted((census or {}).items()):
        print(f"  {count:6} {name}")
    if census is not None:
        unseen = (set(orientation.SIGNAL_SOURCES) | set(orientation.WAY_SOURCES)) - set(census)
        print(f"  never drawn: {sorted(unseen)}")
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
