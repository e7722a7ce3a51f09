"""What the texts give, in exact fractions. Written from the articles, never from the library under test.

Amounts are integers of cents; every rounding is half up and happens where it is written. ``evaluate`` takes a case document
(a Python dict) and returns the figures expected in the answer, or ``{"errors": {names}}`` when the law gives no answer.
"""

from datetime import date
from fractions import Fraction

import texts


class LawError(Exception):
    """The law has no answer. ``names``: the error names that are right here."""

    def __init__(self, *names):
        super().__init__(names[0])
        self.names = set(names)


# ---------------------------------------------------------------- numbers


def half_up(value):
    """Nearest integer of a fraction, halves going up."""
    value = Fraction(value) + Fraction(1, 2)
    return value.numerator // value.denominator


def ceiling(value):
    value = Fraction(value)
    return -(-value.numerator // value.denominator)


def cents(amount):
    """Cents of an amount written as a string or a JSON number."""
    exact = Fraction(str(amount)) * 100
    assert exact.denominator == 1, amount
    return exact.numerator


def euros(amount):
    """Two decimals, the way answers are written."""
    sign = "-" if amount < 0 else ""
    return f"{sign}{abs(amount) // 100}.{abs(amount) % 100:02d}"


def plain(value):
    """A short decimal: 2, 1.5, 0.15."""
    value = Fraction(value)
    hundredths = value * 100
    assert hundredths.denominator == 1, value
    text = euros(hundredths.numerator)
    return text.rstrip("0").rstrip(".")


def day(text):
    return text if isinstance(text, date) else date.fromisoformat(text)


def in_force(rows, on):
    """Last row whose effect date has come, or None."""
    found = None
    for row in rows:
        if row[0] <= on:
            found = row
    return found


def with_overlay_rows(rows, added):
    """Rows of the law with an overlay's: same effect date, the overlay's wins."""
    merged = {row[0]: row for row in rows}
    merged.update({row[0]: row for row in added})
    return [merged[key] for key in sorted(merged)]


# ---------------------------------------------------------------- law book


class LawBook:
    """The tables of the texts, with the overlays of a document."""

    def __init__(self, overlays=()):
        scales, general, mayotte = list(texts.GARNISHMENT_SCALES), list(texts.RSA_GENERAL), list(texts.RSA_MAYOTTE)
        self.expense_scales, self.treatments = [], []
        for overlay in overlays:
            scales = with_overlay_rows(
                scales,
                [(day(e["from"]), tuple(e["thresholds"]), e["increment"]) for e in overlay.get("garnishment_scale", [])],
            )
            for entry in overlay.get("rsa", []):
                row = [(day(entry["from"]), cents(entry["amount"]))]
                if entry["area"] == "mayotte":
                    mayotte = with_overlay_rows(mayotte, row)
                else:
                    general = with_overlay_rows(general, row)
            self.expense_scales = with_overlay_rows(
                self.expense_scales, [(day(e["from"]), e["lines"]) for e in overlay.get("expense_scale", [])]
            )
            self.treatments += [
                (day(e["from"]), tuple(e["kinds"]), e["treatment"]) for e in overlay.get("expense_treatment", [])
            ]
        self.scales, self.general, self.mayotte = scales, general, mayotte
        self.treatments.sort(key=lambda row: row[0])

    def scale(self, on):
        row = in_force(self.scales, on)
        if row is None:
            raise LawError("law.before_coverage")
        return row[1], row[2]

    def rsa_one_person(self, territory, on):
        """CASF L. 262-2; Mayotte has its own amounts (R. 542-6)."""
        if on < texts.RSA_IN_FORCE_SINCE[territory]:
            if territory == "metropole":
                raise LawError("law.before_coverage")
            if on < texts.RSA_IN_FORCE_SINCE["metropole"]:
                # Both are true: no amount is covered yet, and the benefit does not exist there.
                raise LawError("law.not_in_force", "law.before_coverage")
            raise LawError("law.not_in_force")
        row = in_force(self.mayotte if territory == "mayotte" else self.general, on)
        if row[1] is None:
            raise LawError("law.unknown_value")
        return row[1]

    def treatment(self, kind, on):
        found = texts.TREATMENTS[kind]
        for start, kinds, treatment in self.treatments:
            if start <= on and kind in kinds:
                found = treatment
        return found

    def expense_scale(self, on):
        row = in_force(self.expense_scales, on)
        return row[1] if row else None


LAW = LawBook()


# ---------------------------------------------------------------- scale and floor


def exact_scale_amount(net, dependants, scale):
    """C. trav. R. 3252-2 and R. 3252-3, in exact cents a month: each bracket of the annual sum takes its share."""
    thresholds, increment = scale
    annual = Fraction(12 * net)
    bounds = [100 * (threshold + Fraction(dependants) * increment) for threshold in thresholds]
    total, lower = Fraction(0), Fraction(0)
    for share, upper in zip(texts.BRACKET_SHARES, bounds + [None]):
        top = annual if upper is None else min(annual, upper)
        if top > lower:
            total += share * (top - lower)
        if upper is not None:
            lower = upper
    return total / 12


def scale_amount(net, dependants, scale):
    return half_up(exact_scale_amount(net, dependants, scale))


def fast_scale_amount(net, half_dependants, scale):
    """The same in integers only: sixtieths of a cent a year, then one division. For long runs."""
    thresholds, increment = scale
    annual = 12 * net
    shift = 50 * increment * half_dependants
    total, lower = 0, 0
    for weight, threshold in zip((3, 6, 12, 15, 20, 40), thresholds):
        upper = 100 * threshold + shift
        if annual <= upper:
            total += weight * (annual - lower)
            break
        total += weight * (upper - lower)
        lower = upper
    else:
        total += 60 * (annual - lower)
    return (total + 360) // 720


def uplifts(adults, child_shares, mayotte):
    """CASF R. 262-1: uplift of each child, in rank order. A share is 1 or 1/2 of the uplift of its rank."""
    late_rank, late = texts.LATE_CHILD["mayotte" if mayotte else "general"]
    result = []
    for rank, share in enumerate(child_shares, start=1):
        if rank >= late_rank:
            uplift = late
        elif adults + rank == 2:
            uplift = texts.SECOND_PERSON
        else:
            uplift = texts.FURTHER_PERSON
        result.append(share * uplift)
    return result


def coefficient(adults, child_shares, mayotte):
    return 1 + (adults - 1) * texts.SECOND_PERSON + sum(uplifts(adults, child_shares, mayotte), Fraction(0))


def household_rsa(one_person, adults, child_shares, mayotte):
    return half_up(coefficient(adults, child_shares, mayotte) * one_person)


def floor_is_household(on):
    start, end = texts.HOUSEHOLD_FLOOR
    return start <= on <= end


def floor(law, territory, on, adults=None, children=None):
    """What always stays with the debtor: C. trav. L. 3252-3 as it stood on that day."""
    one_person = law.rsa_one_person(territory, on)
    if not floor_is_household(on):
        return one_person
    if adults is None:
        raise LawError("law.household_needed")
    return household_rsa(one_person, adults, [Fraction(1)] * children, territory == "mayotte")


def seizable(amount, net, kept):
    return min(amount, max(0, net - kept))


# ---------------------------------------------------------------- sharing


def share_out(available, claims):
    """Pro rata of claims {id: amount}; largest remainders get the last cents, smaller id first; never above the claim."""
    total = sum(claims.values())
    if total <= available:
        return dict(claims)
    paid, remainders = {}, []
    for name, amount in claims.items():
        paid[name], remainder = divmod(available * amount, total)
        remainders.append((-remainder, name))
    for _, name in sorted(remainders)[: available - sum(paid.values())]:
        paid[name] += 1
    return paid


def spread_instalment(arrears, months, already_paid):
    """Equal fractions rounded up to the cent; the last one is what is left."""
    return min(ceiling(Fraction(arrears, months)), arrears - already_paid)


# ---------------------------------------------------------------- the case


def age(child, on):
    if "age" in child:
        return child["age"]
    born = day(child["born_on"])
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


DEFAULT_CONVENTIONS = {
    "scale_base": "exact",
    "scale_dependants": "r3252_3",
    "alternating_child_for_scale": "counts",
    "alternating_child_rank": "after_full",
    "alternating_child_for_expenses": "whole",
    "lone_filer_base": "own_resources",
}
SHARES = {"whole": Fraction(1), "half": Fraction(1, 2), "none": Fraction(0)}


class Case:
    def __init__(self, document):
        self.document = document
        self.on = day(document["assessed_on"])
        self.territory = document.get("territory", "metropole")
        self.mayotte = self.territory == "mayotte"
        self.law = LawBook(document.get("law", {}).get("overlays", []))
        self.decisions = document.get("decisions", {})
        given = document.get("conventions", {})
        self.conventions = dict(DEFAULT_CONVENTIONS)
        if given.get("preset") == "observed_2024":
            self.conventions["scale_base"] = "whole_euro"
        self.conventions.update({key: value for key, value in given.items() if key != "preset"})
        self.home = document.get("household")
        self.resources = document.get("resources", [])
        self.expenses = document.get("expenses", [])

    def one_person(self):
        return self.law.rsa_one_person(self.territory, self.on)

    # ---- household

    @property
    def adults(self):
        return len(self.home["applicants"]) + (1 if self.home.get("partner") else 0)

    def own_resources(self, applicant):
        return sum(cents(line["amount"]) for line in self.resources if line.get("of") == applicant)

    def child_scale_share(self, child):
        """C. trav. R. 3252-3, 2°."""
        if child.get("maintenance_paid"):
            return Fraction(1)
        entitled = child.get("family_benefits", age(child, self.on) < 20)
        if not entitled or child["custody"] in ("visiting", "elsewhere"):
            return Fraction(0)
        if child["custody"] == "full":
            return Fraction(1)
        convention = self.conventions["alternating_child_for_scale"]
        if convention == "decided":
            decided = {entry["child"]: entry["share"] for entry in self.decisions.get("alternating_children", [])}
            return SHARES[decided[child["id"]]]
        return {"counts": Fraction(1), "half": Fraction(1, 2), "none": Fraction(0)}[convention]

    def scale_shares(self):
        """Who counts as a dependant for the scale: {member id: share} (C. trav. R. 3252-3)."""
        one_person = self.one_person()
        shares = {applicant["id"]: Fraction(0) for applicant in self.home["applicants"]}
        if len(self.home["applicants"]) == 2:
            below = [key for key in shares if self.own_resources(key) < one_person]
            if below:
                shares[below[-1]] = Fraction(1)
        partner = self.home.get("partner")
        if partner:
            poor = "own_resources" in partner and cents(partner["own_resources"]) < one_person
            shares[partner["id"]] = Fraction(1 if poor else 0)
        for child in self.home.get("children", []):
            shares[child["id"]] = self.child_scale_share(child)
        for ascendant in self.home.get("ascendants", []):
            poor = cents(ascendant["own_resources"]) < one_person
            kept = ascendant.get("lives_with") or ascendant.get("maintained")
            shares[ascendant["id"]] = Fraction(1 if poor and kept else 0)
        return shares

    def scale_dependants(self):
        convention = self.conventions["scale_dependants"]
        if convention == "none":
            return Fraction(0)
        if convention == "decided":
            return Fraction(str(self.decisions["scale_dependants"]))
        return sum(self.scale_shares().values(), Fraction(0))

    def child_rsa_share(self, child):
        """CASF R. 262-1, R. 262-3."""
        if age(child, self.on) >= 25:
            return Fraction(0)
        if "rsa_uplift" in child:
            return SHARES[child["rsa_uplift"]]
        return {"full": Fraction(1), "alternating": Fraction(1, 2)}.get(child["custody"], Fraction(0))

    def child_uplifts(self):
        """Uplift of each child in the RSA: {id: uplift}."""
        counted = [(child["id"], self.child_rsa_share(child)) for child in self.home.get("children", [])]
        counted = [pair for pair in counted if pair[1]]
        halves_last = self.conventions["alternating_child_rank"] == "after_full"
        counted.sort(key=lambda pair: -pair[1] if halves_last else pair[1])
        values = uplifts(self.adults, [share for _, share in counted], self.mayotte)
        return {name: value for (name, _), value in zip(counted, values)}

    def coefficient(self):
        return 1 + (self.adults - 1) * texts.SECOND_PERSON + sum(self.child_uplifts().values(), Fraction(0))

    def household_rsa(self):
        return half_up(self.coefficient() * self.one_person())

    def persons(self):
        alternating = SHARES[self.conventions["alternating_child_for_expenses"]]
        total = Fraction(self.adults)
        for child in self.home.get("children", []):
            total += {"full": Fraction(1), "alternating": alternating}.get(child["custody"], 0)
        return total + sum(1 for ascendant in self.home.get("ascendants", []) if ascendant.get("lives_with"))

    def household_block(self):
        one_person = self.one_person()
        child_uplifts = self.child_uplifts()
        shares = self.scale_shares()
        members = []
        for place, applicant in enumerate(self.home["applicants"]):
            members.append((applicant["id"], "applicant", texts.SECOND_PERSON if place else Fraction(1)))
        if self.home.get("partner"):
            members.append((self.home["partner"]["id"], "partner", texts.SECOND_PERSON))
        for child in self.home.get("children", []):
            members.append((child["id"], "child", child_uplifts.get(child["id"], Fraction(0))))
        for ascendant in self.home.get("ascendants", []):
            members.append((ascendant["id"], "ascendant", Fraction(0)))
        rows = []
        both_below = len(self.home["applicants"]) == 2 and all(
            self.own_resources(applicant["id"]) < one_person for applicant in self.home["applicants"]
        )
        for name, role, uplift in members:
            row = {"id": name, "role": role, "rsa_uplift": plain(uplift)}
            if self.conventions["scale_dependants"] == "r3252_3" and not (both_below and role == "applicant"):
                row["scale"] = plain(shares[name])
            rows.append(row)
        return {
            "scale_dependants": plain(self.scale_dependants()),
            "members": rows,
            "rsa": {
                "one_person": euros(one_person),
                "coefficient": plain(self.coefficient()),
                "amount": euros(self.household_rsa()),
            },
            "persons": plain(self.persons()),
        }

    # ---- budget

    def counted_expenses(self):
        """(lines outside every group {id: counted}, common total, personal total)."""
        accepted = {e["expense"]: cents(e["amount"]) for e in self.decisions.get("expenses_accepted", [])}
        lines = self.law.expense_scale(self.on) or []
        covered = {kind for line in lines for kind in line["covers"]}
        alone, common, personal = {}, 0, 0
        for line in self.expenses:
            if line.get("id") in accepted:
                amount = accepted[line["id"]]
            elif line["kind"] in covered:
                continue
            else:
                amount = cents(line["amount"])
            alone[line.get("id")] = amount
            if "of" in line:
                personal += amount
            else:
                common += amount
        for group in lines:
            flat = half_up(cents(group["one_person"]) + (self.persons() - 1) * cents(group["further_person"]))
            members = [l for l in self.expenses if l["kind"] in group["covers"] and l.get("id") not in accepted]
            declared = sum(cents(line["amount"]) for line in members)
            proved = sum(cents(line["amount"]) for line in members if line.get("proof") != "asked_not_given")
            unproved = any(line.get("proof") == "asked_not_given" for line in members)
            treatment = self.law.treatment(group["covers"][0], self.on)
            if treatment == "scale":
                counted = flat
            elif treatment == "real_capped":
                counted = flat if unproved else min(declared, flat)
            else:
                # Only "les dépenses concernées" fall back on the scale: what is proved is kept.
                counted = max(proved, flat) if unproved else declared
            common += counted
        return alone, common, personal

    def budget(self):
        """R. 731-2, R. 731-3; a lone filer's share of the common expenses beside them."""
        own = sum(cents(line["amount"]) for line in self.resources)
        alone, common, personal = self.counted_expenses()
        partner = self.home.get("partner") if self.home else None
        contribution = 0
        if partner:
            if "contribution" in partner:
                contribution = cents(partner["contribution"])
            elif "own_resources" in partner:
                theirs = cents(partner["own_resources"])
                if own + theirs:
                    contribution = half_up(Fraction(common * theirs, own + theirs))
            contribution = min(contribution, common)
        if partner and self.conventions["lone_filer_base"] == "with_contribution":
            resources, expenses = own + contribution, common + personal
        else:
            resources, expenses = own, common - contribution + personal
        return resources, expenses, alone, common, personal, contribution if partner else None

    def budget_block(self):
        resources, expenses, alone, common, personal, contribution = self.budget()
        declared = {line.get("id"): line for line in self.expenses}
        block = {
            "resources": euros(resources),
            "expenses": euros(expenses),
            "lines": [
                {
                    "id": name,
                    "kind": declared[name]["kind"],
                    "declared": euros(cents(declared[name]["amount"])),
                    "counted": euros(counted),
                    "treatment": self.law.treatment(declared[name]["kind"], self.on),
                }
                for name, counted in alone.items()
            ],
        }
        if contribution is not None:
            block.update(common=euros(common), personal=euros(personal), partner_contribution=euros(contribution))
        return block

    # ---- capacity

    def capacity_block(self):
        """L. 731-1, L. 731-2, R. 731-1."""
        resources, expenses = self.budget()[:2]
        base = resources
        if self.conventions["scale_base"] == "whole_euro":
            base -= base % 100
        ceilings = {
            "budget": resources - expenses,
            "scale_amount": scale_amount(base, self.scale_dependants(), self.law.scale(self.on)),
            "household_rsa": resources - self.household_rsa(),
        }
        applying = dict(ceilings)
        if self.decisions.get("main_home", {}).get("written_consent"):
            del applying["scale_amount"]
        maximum = max(0, min(value for key, value in applying.items() if key != "budget"))
        signed = min(applying.values())
        computed = max(0, signed)
        decided = "retained" in self.decisions
        retained = cents(self.decisions["retained"]) if decided else computed
        variants = [] if decided else [(percent, computed * percent // 100) for percent in (100, 95, 90)]
        block = {
            "left_to_live": euros(resources - retained),
            "label": "decided" if decided else "maximum",
            "retained": euros(retained),
            "computed": euros(computed),
            "signed": euros(signed),
            "ceilings": {key: euros(value) for key, value in ceilings.items()},
            "binds": [key for key in ceilings if key in applying and applying[key] == signed],
            "legal_maximum": euros(maximum),
            "minimum_to_leave": euros(resources - maximum),
            "resources": euros(resources),
            "expenses": euros(expenses),
        }
        if not decided:
            block["variants"] = [
                {"percent": percent, "amount": euros(amount), "left_to_live": euros(resources - amount)}
                for percent, amount in variants
            ]
        advisories = set()
        if computed == 0:
            advisories.add("capacity.nil")
        if decided and retained > maximum:
            advisories.add("capacity.decided_above_legal_maximum")
        if decided and retained > computed:
            advisories.add("capacity.decided_above_computed")
        return block, advisories

    # ---- garnishment

    def payer_net(self, payer):
        """C. trav. L. 3252-3."""
        if payer["kind"] == "solidarity_allowance":
            return 0
        if "net" in payer:
            return cents(payer["net"])
        pay = payer["pay"]
        net = sum(cents(pay.get(key, 0)) for key in ("pay", "accessories", "benefits_in_kind"))
        net -= cents(pay.get("contributions", 0))
        if self.on >= texts.WITHHOLDING_TAX_SINCE:
            net -= cents(pay.get("withholding_tax", 0))
        return net

    def garnishment_floor(self):
        one_person = self.one_person()
        if not floor_is_household(self.on):
            return one_person
        if self.home is None:
            raise LawError("law.household_needed")
        return self.household_rsa()

    @staticmethod
    def maintenance_due(claim):
        due = cents(claim["current_term"])
        arrears = cents(claim.get("arrears", 0))
        if arrears:
            months = claim["over_months"] if claim.get("agency") else texts.OWN_ARREARS_MONTHS
            due += spread_instalment(arrears, months, cents(claim.get("arrears_paid", 0)))
        return due

    def distribute(self, net, amount, claims):
        """{id: (due, from the unseizable part, from the seizable part)}; CPCE L. 212-10, L. 213-2, R. 212-1-33 to -35."""
        one_person = self.one_person()
        dues = {c["id"]: self.maintenance_due(c) for c in claims if c["kind"] == "maintenance"}
        paid = share_out(min(sum(dues.values()), max(0, net - one_person)), dues)
        unseizable = share_out(min(sum(paid.values()), max(0, net - amount - one_person)), paid)
        result = {name: (dues[name], unseizable[name], paid[name] - unseizable[name]) for name in dues}
        left = amount - sum(row[2] for row in result.values())

        def serve(group):
            nonlocal left
            for name, given in share_out(left, group).items():
                result[name] = (group[name], 0, given)
            left -= sum(result[name][2] for name in group)

        serve({c["id"]: cents(c["amount"]) for c in claims if c["kind"] == "privileged_administrative_seizure"})
        ordinary = [c for c in claims if c["kind"] in ("garnishment", "assignment", "administrative_seizure")]
        if len(ordinary) > 1 and self.on < texts.DISTRIBUTION_SINCE:
            raise LawError("law.before_coverage")
        small = [c for c in ordinary if cents(c["amount"]) <= texts.SMALL_RESIDUAL_CLAIM]
        for claim in sorted(small, key=lambda c: (cents(c["amount"]), c["id"])):
            serve({claim["id"]: cents(claim["amount"])})
        rest = [c for c in ordinary if c not in small]
        for rank in sorted({c["preference_rank"] for c in rest if "preference_rank" in c}):
            serve({c["id"]: cents(c["amount"]) for c in rest if c.get("preference_rank") == rank})
        serve({c["id"]: cents(c["amount"]) for c in rest if "preference_rank" not in c})
        return result

    def bank_minimum(self, account):
        """CPCE L. 162-2, R. 162-2, R. 162-3."""
        seized = day(account["seized_on"])
        if "previous_seizure_on" in account and seized < one_month_after(day(account["previous_seizure_on"])):
            return 0
        positive = sum(max(0, cents(balance)) for balance in account["balances"])
        # "Au jour de la saisie" (L. 162-2): the amount of that day, not of the assessment.
        return min(self.law.rsa_one_person(self.territory, seized), positive)

    def garnishment_block(self):
        facts = self.document["garnishment"]
        if "dependants" in facts:
            dependants = Fraction(str(facts["dependants"]))
        else:
            dependants = self.scale_dependants()
        block = {}
        if "payers" in facts:
            net = sum(self.payer_net(payer) for payer in facts["payers"])
            kept = self.garnishment_floor()
            whole = scale_amount(net, dependants, self.law.scale(self.on))
            amount = seizable(whole, net, kept)
            claims = facts.get("claims", [])
            served = self.distribute(net, amount, claims)
            withheld = sum(row[1] + row[2] for row in served.values())
            block.update(
                net=euros(net),
                dependants=plain(dependants),
                scale_amount=euros(whole),
                floor=euros(kept),
                seizable=euros(amount),
                claims=[
                    {
                        "id": claim["id"],
                        "kind": claim["kind"],
                        "due": euros(served[claim["id"]][0]),
                        "paid": euros(served[claim["id"]][1] + served[claim["id"]][2]),
                        "from_unseizable": euros(served[claim["id"]][1]),
                        "from_seizable": euros(served[claim["id"]][2]),
                        "left": euros(served[claim["id"]][0] - served[claim["id"]][1] - served[claim["id"]][2]),
                    }
                    for claim in claims
                ],
                left_to_debtor=euros(net - withheld),
                withheld=euros(withheld),
            )
        if "bank_account" in facts:
            block["bank_account"] = {"minimum": euros(self.bank_minimum(facts["bank_account"]))}
        return block


def one_month_after(start):
    """Same day number next month, or its last day."""
    year, month = (start.year + 1, 1) if start.month == 12 else (start.year, start.month + 1)
    for number in range(start.day, 27, -1):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    return date(year, month, start.day)


def wanted(document):
    if "want" in document:
        return set(document["want"])
    want = set()
    if "household" in document:
        want.add("household")
        # A household beside a garnishment, without resources nor expenses, tells nothing of a budget.
        if "garnishment" not in document or document.get("resources") or document.get("expenses"):
            want |= {"budget", "capacity"}
    if "garnishment" in document:
        want.add("garnishment")
    return want


def evaluate(document):
    """Expected blocks, ``advisories`` (a set of names that must be there), or ``errors`` (any of these names)."""
    case, want = Case(document), wanted(document)
    answer, errors, advisories = {}, set(), set()

    def attempt(name, compute):
        if name in want:
            try:
                answer[name] = compute()
            except LawError as error:
                errors.update(error.names)

    attempt("household", case.household_block)
    attempt("budget", case.budget_block)

    def capacity():
        block, notices = case.capacity_block()
        advisories.update(notices)
        return block

    attempt("capacity", capacity)
    attempt("garnishment", case.garnishment_block)
    if errors:
        return {"errors": errors}
    answer["advisories"] = advisories
    return answer
