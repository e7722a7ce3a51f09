"""Random case documents that follow the interface. What the interface leaves open is not drawn (see README.md)."""

from datetime import date, timedelta

import texts

PERSONAL = (
    "wage",
    "self_employment",
    "unemployment_benefit",
    "sickness_benefit",
    "disability_pension",
    "retirement_pension",
    "complementary_pension",
    "survivor_pension",
    "disability_allowance",
    "solidarity_allowance",
)
SHARED = (
    "maintenance_received",
    "compensatory_allowance_received",
    "family_benefits",
    "housing_benefit",
    "rsa",
    "activity_bonus",
    "rental_income",
    "capital_income",
    "other",
)
KINDS = tuple(texts.TREATMENTS)
GROUPS = (
    ("food", "hygiene", "clothing", "household_products"),
    ("heating",),
    ("commuting_own_vehicle", "other_transport"),
    ("water", "electricity", "telephone"),
    ("home_insurance",),
    ("health",),
    ("schooling", "childcare"),
    ("rent", "rental_charges"),
)
FIRST_DAY = date(2009, 1, 1)


class Draw:
    """One document."""

    def __init__(self, pick):
        self.pick = pick

    def chance(self, share):
        return self.pick.random() < share

    def amount(self, top, low=0):
        """An amount in one of the forms a document may use."""
        value = self.pick.randint(low, top)
        if self.chance(0.1):
            value -= value % 100
        form = self.pick.random()
        if form < 0.7:
            return f"{value // 100}.{value % 100:02d}"
        if value % 100 == 0:
            return value // 100
        if value % 10 == 0 and form < 0.8:
            return f"{value // 100}.{value % 100 // 10}"
        return float(f"{value // 100}.{value % 100:02d}")

    def near_rsa(self):
        known = [row[1] for row in texts.RSA_GENERAL + texts.RSA_MAYOTTE if row[1]]
        return f"{(self.pick.choice(known) + self.pick.randint(-2, 2)) / 100:.2f}"

    def poor_or_not(self):
        return self.pick.choice((self.amount(150_000), self.amount(60_000), self.near_rsa(), "0.00"))

    def day(self):
        place = self.pick.random()
        if place < 0.08:
            return FIRST_DAY + timedelta(days=self.pick.randrange(1250))
        if place < 0.14:
            return date(2027, 1, 1) + timedelta(days=self.pick.randrange(364))
        if place < 0.55:
            return date(2025, 7, 1) + timedelta(days=self.pick.randrange(549))
        return date(2012, 6, 1) + timedelta(days=self.pick.randrange(5300))

    def territory(self):
        place = self.pick.random()
        if place < 0.65:
            return None
        if place < 0.75:
            return "metropole"
        return "mayotte" if place < 0.87 else self.pick.choice(texts.TERRITORIES)

    # ---- household

    def child(self, number, on):
        child = {"id": f"k{number}"}
        if self.chance(0.7):
            child["age"] = self.pick.choice((self.pick.randint(0, 15), self.pick.randint(14, 27)))
        else:
            year, month, number_of_day = on.year - self.pick.randint(0, 27), self.pick.randint(1, 12), self.pick.randint(1, 28)
            born = date(year, month, number_of_day)
            if self.chance(0.2) and on.day < 29:
                born = date(year, on.month, on.day)
            if born > on:
                born = date(year - 1, born.month, born.day)
            child["born_on"] = born.isoformat()
        child["custody"] = self.pick.choice(("full", "full", "full", "alternating", "alternating", "visiting", "elsewhere"))
        if self.chance(0.2):
            child["maintenance_paid"] = self.chance(0.7)
        if self.chance(0.25):
            child["family_benefits"] = self.chance(0.6)
        if self.chance(0.12):
            child["rsa_uplift"] = self.pick.choice(("whole", "half", "none"))
        return child

    def household(self, on):
        home = {"applicants": [{"id": "a1"}]}
        place = self.pick.random()
        if place < 0.2:
            home["applicants"].append({"id": "a2"})
        elif place < 0.55:
            partner = {"id": "p1"}
            if self.chance(0.75):
                partner["own_resources"] = self.pick.choice((self.poor_or_not(), self.amount(250_000)))
            if self.chance(0.3):
                partner["contribution"] = self.amount(90_000)
            home["partner"] = partner
        count = self.pick.choice((0, 0, 1, 1, 2, 2, 3, 4, 5, 6))
        if count or self.chance(0.3):
            home["children"] = [self.child(number, on) for number in range(1, count + 1)]
        if self.chance(0.15):
            home["ascendants"] = [self.ascendant(number) for number in range(1, self.pick.randint(2, 3))]
        if self.chance(0.2):
            home["housing"] = {"occupancy": self.pick.choice(("tenant", "owner", "free", "other"))}
            if self.chance(0.5):
                home["housing"]["surface_m2"] = self.pick.randint(15, 120)
        return home

    def ascendant(self, number):
        ascendant = {"id": f"g{number}", "own_resources": self.poor_or_not()}
        for flag in ("lives_with", "maintained"):
            if self.chance(0.6):
                ascendant[flag] = self.chance(0.6)
        return ascendant

    def resources(self, home):
        applicants = [applicant["id"] for applicant in home["applicants"]]
        lines = []
        for number in range(1, self.pick.choice((1, 1, 2, 2, 3, 4, 1)) + 1):
            personal = self.chance(0.75)
            line = {"id": f"r{number}", "kind": self.pick.choice(PERSONAL[:6] if personal else SHARED), "amount": self.income()}
            if personal and self.chance(0.3):
                line["kind"] = self.pick.choice(PERSONAL)
            if len(applicants) == 2 and personal or personal and self.chance(0.3):
                line["of"] = self.pick.choice(applicants)
            lines.append(line)
        return [] if self.chance(0.02) else lines

    def income(self):
        return self.pick.choice((self.amount(150_000), self.amount(300_000), self.amount(220_000, 90_000), self.amount(90_000), self.near_rsa()))

    # ---- budget

    def expense_scale(self, on):
        """Made-up flat amounts for some groups."""
        groups = [group for group in GROUPS if self.chance(0.6)] or [GROUPS[0]]
        lines = []
        for number, group in enumerate(groups, start=1):
            covers = [kind for kind in group if self.chance(0.85)] or [group[0]]
            lines.append({"id": f"f{number}", "covers": covers, "one_person": self.amount(60_000), "further_person": self.amount(20_000)})
        start = on - timedelta(days=self.pick.choice((0, 1, 200, -1)))
        return {"from": start.isoformat(), "lines": lines}, start <= on, {kind for line in lines for kind in line["covers"]}

    def expenses(self, applicants, lone, covered):
        lines = []
        for number in range(1, self.pick.choice((0, 1, 2, 3, 4, 6, 9)) + 1):
            kind = self.pick.choice(KINDS)
            line = {"id": f"x{number}", "kind": kind, "amount": self.pick.choice((self.amount(20_000), self.amount(20_000), self.amount(70_000)))}
            proof = self.pick.random()
            if proof < 0.6:
                line["proof"] = "not_asked" if proof < 0.25 else "given" if proof < 0.4 else "asked_not_given"
            if self.chance(0.3) and not (lone and kind in covered):
                line["of"] = self.pick.choice(applicants)
            lines.append(line)
        return lines

    # ---- garnishment

    def payer(self, number, on):
        kind = self.pick.choice(("wage", "wage", "wage", "pension", "complementary_pension", "unemployment_benefit", "solidarity_allowance"))
        payer = {"id": f"e{number}", "kind": kind}
        if self.chance(0.7):
            payer["net"] = self.income()
        else:
            pay = {"pay": self.amount(300_000, 60_000)}
            for part, top in (("accessories", 40_000), ("benefits_in_kind", 20_000), ("contributions", 30_000)):
                if self.chance(0.6):
                    pay[part] = self.amount(top)
            if on >= texts.WITHHOLDING_TAX_SINCE and self.chance(0.6):
                pay["withholding_tax"] = self.amount(20_000)
            if self.chance(0.4):
                names = ("expense_reimbursement", "family_allowance", "unseizable_allowance")
                pay["not_counted"] = [{"kind": self.pick.choice(names), "amount": self.amount(20_000)}]
            payer["pay"] = pay
        return payer

    def maintenance(self, name, on):
        claim = {"id": name, "kind": "maintenance", "current_term": self.pick.choice((self.amount(30_000), self.amount(90_000), "0.00"))}
        if self.chance(0.5):
            arrears = self.pick.randint(1, 300_000)
            claim["arrears"] = f"{arrears / 100:.2f}"
            months = 12
            # The family-benefit bodies have had their own months since 1 April 2016.
            if self.chance(0.5) and on >= texts.AGENCY_ARREARS_SINCE:
                terms = self.pick.randint(1, 24)
                agreed = self.chance(0.3)
                months = self.pick.randint(1, 6) if agreed else self.pick.randint(terms, 12 if terms <= 12 else 24)
                claim.update(agency=True, arrears_terms=terms, over_months=months)
                if agreed:
                    claim["debtor_agreed"] = True
            if self.chance(0.5):
                level = -(-arrears // months)
                claim["arrears_paid"] = f"{min(arrears, level * self.pick.randint(0, months)) / 100:.2f}"
        return claim

    def claims(self, on):
        claims = [self.maintenance(f"m{number}", on) for number in range(1, self.pick.choice((0, 0, 1, 1, 2, 3)) + 1)]
        many = on >= texts.DISTRIBUTION_SINCE or self.chance(0.05)
        for number in range(1, (self.pick.randint(0, 6) if many else self.pick.randint(0, 1)) + 1):
            kind = self.pick.choice(("garnishment", "garnishment", "garnishment", "assignment", "administrative_seizure"))
            amount = self.pick.choice((self.amount(60_000, 1), self.amount(500_000, 1), "500.00", "500.01", "700.00", "700.00"))
            claim = {"id": f"c{number}", "kind": kind, "amount": amount}
            if self.chance(0.25):
                claim["preference_rank"] = self.pick.randint(1, 3)
            claims.append(claim)
        for number in range(1, self.pick.choice((0, 0, 0, 1, 2)) + 1):
            claims.append({"id": f"t{number}", "kind": "privileged_administrative_seizure", "amount": self.amount(60_000, 1)})
        self.pick.shuffle(claims)
        return claims

    def bank_account(self, on):
        seized = on.replace(day=self.pick.randint(1, on.day))
        account = {"seized_on": seized.isoformat(), "balances": []}
        for _ in range(self.pick.randint(0, 3)):
            value = self.pick.randint(-50_000, 120_000)
            account["balances"].append(f"{'-' if value < 0 else ''}{abs(value) // 100}.{abs(value) % 100:02d}")
        if self.chance(0.4):
            account["previous_seizure_on"] = (seized - timedelta(days=self.pick.randint(1, 60))).isoformat()
        return account

    def garnishment(self, on, at_home):
        facts = {}
        if not at_home or self.chance(0.6):
            facts["dependants"] = self.pick.choice((0, 1, 2, "0.5", "1.5", "3", "2.0", 4))
        facts["payers"] = [self.payer(number, on) for number in range(1, self.pick.choice((1, 1, 1, 2, 3)) + 1)]
        facts["claims"] = self.claims(on)
        if self.chance(0.25):
            facts["bank_account"] = self.bank_account(on)
        return facts

    # ---- the rest

    def conventions(self):
        chosen = {}
        if self.chance(0.25):
            chosen["preset"] = self.pick.choice(("statutory", "observed_2024"))
        for name, options in (
            ("scale_base", ("exact", "whole_euro")),
            ("scale_dependants", ("r3252_3", "none", "decided")),
            ("alternating_child_for_scale", ("counts", "half", "none", "decided")),
            ("alternating_child_rank", ("after_full", "before_full")),
            ("alternating_child_for_expenses", ("whole", "half")),
            ("lone_filer_base", ("own_resources", "with_contribution")),
        ):
            if self.chance(0.3):
                chosen[name] = self.pick.choice(options)
        return chosen

    def overlays(self, on, scale_entry):
        overlays = []
        if scale_entry:
            overlays.append({"name": "commission", "expense_scale": [scale_entry]})
            if self.chance(0.2):
                entry = {"from": "2009-01-01", "kinds": ["health"], "treatment": self.pick.choice(("real", "scale", "real_capped"))}
                overlays[-1]["expense_treatment"] = [entry]
        if self.chance(0.15):
            start = on + timedelta(days=self.pick.choice((-1000, -100, -1, 0, 1)))
            steps = [self.pick.randint(300, 450) * 10 for _ in range(6)]
            thresholds = [sum(steps[: place + 1]) for place in range(6)]
            entry = {"from": max(start, FIRST_DAY).isoformat(), "thresholds": thresholds, "increment": self.pick.randint(100, 200) * 10}
            overlays.append({"name": "reform", "garnishment_scale": [entry]})
        if self.chance(0.1) and on >= date(2012, 6, 1):
            start = on - timedelta(days=self.pick.randint(0, 90))
            entry = {"from": start.isoformat(), "area": self.pick.choice(("general", "mayotte")), "amount": self.amount(70_000, 20_000)}
            overlays.append({"name": "rsa", "rsa": [entry]})
        return overlays

    def document(self):
        on = self.day()
        document = {"schema": "apurement/1", "jurisdiction": "fr", "assessed_on": on.isoformat()}
        territory = self.territory()
        if territory:
            document["territory"] = territory
        at_home = self.chance(0.9)
        scale_entry, covered = None, set()
        if at_home:
            home = document["household"] = self.household(on)
            document["resources"] = self.resources(home)
            if self.chance(0.4):
                scale_entry, active, kinds = self.expense_scale(on)
                covered = kinds if active else set()
            applicants = [applicant["id"] for applicant in home["applicants"]]
            document["expenses"] = self.expenses(applicants, "partner" in home, covered)
        garnished = not at_home or self.chance(0.5)
        if garnished:
            document["garnishment"] = self.garnishment(on, at_home)
        if at_home:
            self.choices(document, covered)
        overlays = self.overlays(on, scale_entry)
        if overlays or self.chance(0.03):
            document["law"] = {"overlays": overlays}
            if self.chance(0.1):
                document["law"]["accept_unverified"] = True
        if self.chance(0.93):
            want = ["household", "budget", "capacity"] if at_home else []
            if want and self.chance(0.15):
                want = [self.pick.choice(("household", "capacity"))]
            document["want"] = want + (["garnishment"] if garnished else [])
        return document

    def choices(self, document, covered):
        home = document["household"]
        decisions, chosen = {}, self.conventions()
        if chosen.get("scale_dependants") == "decided":
            decisions["scale_dependants"] = self.pick.choice((0, "0.5", 1, "1.5", 2, "3"))
        if chosen.get("alternating_child_for_scale") == "decided":
            shared = [child["id"] for child in home.get("children", []) if child["custody"] == "alternating"]
            decisions["alternating_children"] = [
                {"child": name, "share": self.pick.choice(("whole", "half", "none"))} for name in shared
            ]
        treatment_moves = {"health"}
        free = [
            line["id"]
            for line in document["expenses"]
            if line["kind"] not in covered or texts.TREATMENTS[line["kind"]] != "scale" and line["kind"] not in treatment_moves
        ]
        if free and self.chance(0.25):
            names = self.pick.sample(free, self.pick.randint(1, min(2, len(free))))
            decisions["expenses_accepted"] = [{"expense": name, "amount": self.amount(60_000)} for name in names]
        if self.chance(0.2):
            decisions["retained"] = self.amount(90_000)
        if self.chance(0.2):
            decisions["main_home"] = {"written_consent": self.chance(0.8)}
        if decisions:
            document["decisions"] = decisions
        if chosen:
            document["conventions"] = chosen
