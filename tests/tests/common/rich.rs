//! Requests that between them use every object and every field of the documents.

use super::request;
use serde_json::{Value, json};

/// A lone filer in a couple, with every list filled and an overlay of every kind.
pub(crate) fn lone_filer() -> Value {
    request(json!({
        "territory": "metropole",
        "household": {
            "applicants": [{"id": "marie"}],
            "partner": {"id": "paul", "own_resources": "640.00", "contribution": "310.50"},
            "children": [
                {"id": "anna", "age": 17, "custody": "full", "maintenance_paid": false},
                {"id": "bruno", "born_on": "2015-02-28", "custody": "alternating", "family_benefits": true},
                {"id": "chloe", "age": 21, "custody": "visiting", "maintenance_paid": true, "rsa_uplift": "half"},
                {"id": "denis", "age": 4, "custody": "elsewhere", "rsa_uplift": "none"}
            ],
            "ascendants": [
                {"id": "edith", "own_resources": "420.00", "lives_with": true},
                {"id": "felix", "own_resources": "900.00", "maintained": true}
            ],
            "housing": {"occupancy": "tenant", "surface_m2": 140}
        },
        "resources": [
            {"id": "pay", "kind": "wage", "amount": "1874.36", "of": "marie", "tax_basis": "after_withholding"},
            {"id": "apl", "kind": "housing_benefit", "amount": "120.00", "paid_to": "landlord"},
            {"kind": "family_benefits", "amount": "141.99"}
        ],
        "expenses": [
            {"id": "rent", "kind": "rent", "amount": "640.00", "proof": "given",
             "rent_basis": "net_of_housing_benefit"},
            {"id": "tax", "kind": "income_tax", "amount": "42.00", "of": "marie"},
            {"id": "food", "kind": "food", "amount": "910.00"},
            {"id": "power", "kind": "electricity", "amount": "95.00", "proof": "asked_not_given"},
            {"id": "care", "kind": "childcare", "amount": "80.00", "proof": "asked_not_given"},
            {"id": "pension", "kind": "maintenance_paid", "amount": "150.00", "maintenance_basis": "arrears"}
        ],
        "assets": [
            {"id": "home", "kind": "main_home", "value": "151000.00", "sale_costs": "9060.00",
             "joint_share_percent": 50, "protected": false},
            {"id": "tools", "kind": "other", "value": "2300.00", "protected": true}
        ],
        "debts": [
            {"id": "loan", "kind": "home_loan", "creditor": "credit_institution", "label": "Bank of the North",
             "reference": "file 12", "principal": "31000.00", "interest": "120.00", "costs": "30.00",
             "penalty": "10.00", "contract_rate": "2.10", "remaining_months": 140, "accelerated": true,
             "arose_on": "2015-03-02", "to_fall_due": false, "undeclared": false, "contested": true,
             "set_aside": false, "estate": "personal", "fraud_proof": "none", "consent": false,
             "guarantor_paid": "5.00", "co_debtor": true, "security": {"asset": "home", "rank": 1},
             "finances_main_home": true, "left_by_sale": false, "outside_plan": {"instalment": "10.00"}},
            {"id": "fine", "kind": "court_fine", "principal": "300.00", "agreed_instalment": "25.00"},
            {"id": "arrears", "kind": "housing_arrears", "principal": "900.00"}
        ],
        "history": {
            "earlier_measures_months": 12, "suspension_ended_on": "2024-01-31", "new_file_lodged_on": "2026-03-02"
        },
        "plan": {
            "kind": "imposed",
            "capacity_steps": [{"from_month": 1, "amount": "120.00"}, {"from_month": 13, "amount": "150.00"}],
            "horizon_months": 60, "main_home_exception": false, "ranks": "strict", "landlord_surplus": "may_flow",
            "token_floor": "20.00", "rate": {"kind": "given", "percent": "1.00"}, "imputation": "principal_first",
            "rounding": "down", "suspension_months": 3, "suspension_interest": "legal",
            "rank_changes": [{"debt": "arrears", "rank": 3}], "first_due_on": "2026-07-31"
        },
        "audit": {
            "kind": "agreed",
            "tiers": [
                {"months": 3, "suspension": true},
                {"months": 12, "suspension": false, "lines": [
                    {"debt": "arrears", "instalment": "75.00", "last": "74.00", "payments": 12}
                ], "total": "75.00"}
            ],
            "balance_deferred": false,
            "stated": [{"debt": "arrears", "start": "2310.00", "interest": "0.00", "paid": "899.00",
                        "from_sale": "0.00",
                        "erased": "0.00", "left": "1411.00"}],
            "erased": [{"debt": "loan", "amount": "100.00"}],
            "rates": [{"debt": "loan", "percent": "1.50"}],
            "imputation": "interest_first", "outside": ["fine"], "left_to_live": "1800.00", "subject_to_sale": true,
            "rehousing_impossible": true, "main_home_exception": true,
            "sale": {
                "asset": "home", "month": 2, "manner": "forced", "net_proceeds": "900.00",
                "parts": [{"debt": "loan", "amount": "900.00"}], "reduced": ["loan"]
            }
        },
        "compare": [{"name": "less", "plan": {"ranks": "strict"}}],
        "prospects": {
            "improvement_in_sight": false, "liquidation_agreed": true, "conciliation_failed": true,
            "sole_trader": true, "rehousing_impossible": false, "measures_running": true, "earlier_recovery": true
        },
        "filing": {
            "good_faith": true, "monthly_debt_charge": "812.00", "guarantee_not_met": false,
            "other_procedure": false, "court_referral": true, "allocated_estate": false,
            "abroad": {"french_national": true, "creditors_in_france": true}
        },
        "garnishment": {
            "dependants": "1.5",
            "payers": [
                {"id": "mill", "kind": "wage", "pay": {
                    "pay": "2210.00", "accessories": "80.00", "benefits_in_kind": "35.00",
                    "contributions": "503.20", "withholding_tax": "47.11",
                    "not_counted": [{"kind": "family_allowance", "amount": "40.00"}]
                 }, "withholds": true},
                {"id": "fund", "kind": "pension", "net": "212.40"}
            ],
            "claims": [
                {"id": "gina", "kind": "maintenance", "current_term": "180.00", "arrears": "900.00",
                 "arrears_paid": "75.00", "arrears_terms": 5, "agency": true, "over_months": 6,
                 "debtor_agreed": true},
                {"id": "treasury", "kind": "privileged_administrative_seizure", "amount": "90.00"},
                {"id": "town", "kind": "administrative_seizure", "amount": "1400.00", "preference_rank": 1},
                {"id": "bank", "kind": "garnishment", "amount": "2600.00"}
            ],
            "bank_account": {"seized_on": "2026-05-11", "balances": ["310.00", "-20.00"],
                             "previous_seizure_on": "2026-04-20"}
        },
        "events": [
            {"kind": "file_deposited", "on": "2024-11-30"},
            {"kind": "admissibility_decided", "on": "2025-01-14"},
            {"kind": "admissibility_notified", "signed_on": "2025-01-20", "presented_on": "2025-01-18"},
            {"kind": "proposal_notified", "presented_on": "2025-03-03", "about": "bank"},
            {"kind": "proposal_refused", "on": "2025-03-20", "about": "bank"},
            {"kind": "measures_imposed", "on": "2025-06-02"},
            {"kind": "measures_effective", "on": "2025-09-30", "months": 60},
            {"kind": "judgment_notified", "on": "2026-05-04", "residence": "overseas"}
        ],
        "deadlines": {"as_of": "2026-05-20", "holidays": "alsace_moselle"},
        "interest": [
            {
                "id": "judgment", "label": "Judgment of the south",
                "principal": [{"amount": "1200.00", "from": "2024-01-15"}, {"amount": "80.00", "from": "2024-02-01"}],
                "costs": [{"amount": "41.20", "on": "2024-01-20"}],
                "rate": {"kind": "legal", "class": "individuals"},
                "changes": [{"from": "2025-11-01", "kind": "contract", "percent": "1.25", "class": "others"}],
                "increase": {
                    "enforceable_on": "2024-02-01", "auction": false, "title": "decision", "reduced_points": "3.00",
                    "reduced_from": "2024-09-01", "exempted_from": "2025-01-01", "exempted_until": "2025-03-01"
                },
                "payments": [
                    {"on": "2024-08-05", "amount": "95.00"},
                    {"on": "2025-06-10", "amount": "60.00", "withheld_on": "2025-05-28"}
                ],
                "imputation": "interest_first",
                "compounding": {"basis": "judgment", "from": "2024-01-15"},
                "listed": true, "plan_rate": "0.50", "until": "2026-04-30"
            }
        ],
        "decisions": {
            "scale_dependants": "2.5",
            "alternating_children": [{"child": "bruno", "share": "half"}],
            "expenses_accepted": [{"expense": "rent", "amount": "655.00"}],
            "retained": "55.00",
            "main_home": {"written_consent": true}
        },
        "conventions": {
            "preset": "observed_2024",
            "scale_base": "exact",
            "scale_dependants": "r3252_3",
            "alternating_child_for_scale": "decided",
            "alternating_child_rank": "before_full",
            "alternating_child_for_expenses": "half",
            "lone_filer_base": "with_contribution",
            "second_suspension": "real_estate",
            "day_count": "actual_366"
        },
        "law": {"overlays": [overlay()], "accept_unverified": true},
        "want": [
            "household", "budget", "capacity", "garnishment", "interest", "treatments", "plan", "admissibility",
            "orientation", "audit", "deadlines",
            "deadlines_csv", "deadlines_csv_fr", "deadlines_ics", "instalments_ics",
            "explanation", "report_text", "report_markdown", "interest_text", "interest_csv"
        ],
        "reference": "file 2026-118",
        "language": "en"
    }))
}

/// An overlay of every kind.
pub(crate) fn overlay() -> Value {
    json!({
        "name": "all kinds",
        "source": "invented for the tests",
        "garnishment_scale": [
            {"from": "2026-04-01", "thresholds": [4500, 8800, 13100, 17300, 21500, 25900], "increment": 1750}
        ],
        "rsa": [
            {"from": "2026-04-15", "area": "general", "amount": "652.00"},
            {"from": "2026-04-15", "area": "mayotte", "amount": "326.00"}
        ],
        "legal_interest": [{"from": "2026-07-01", "individuals": "6.50", "others": "2.75"}],
        "expense_treatment": [{"from": "2026-01-01", "kinds": ["other_insurance"], "treatment": "real_capped"}],
        "expense_scale": [{"from": "2026-01-01", "lines": [
            {"id": "daily", "covers": ["food", "hygiene"], "one_person": "400.00", "further_person": "160.00",
             "alert_percent": 110},
            {"id": "power", "covers": ["electricity"], "one_person": "50.00", "further_person": "15.00"}
        ]}],
        "rent_surface": [{"from": "2026-01-01", "one_person": 35, "further_person": 12}]
    })
}

/// A couple who files together, with everything that a lone filer can't have.
pub(crate) fn couple() -> Value {
    request(json!({
        "household": {
            "applicants": [{"id": "marie"}, {"id": "paul"}],
            "children": [
                {"id": "anna", "age": 17, "custody": "full"},
                {"id": "bruno", "age": 11, "custody": "alternating"},
                {"id": "chloe", "age": 3, "custody": "full"},
                {"id": "denis", "age": 9, "custody": "alternating"},
                {"id": "emile", "age": 26, "custody": "full"}
            ],
            "ascendants": [{"id": "fanny", "own_resources": "300.00", "lives_with": true}],
            "housing": {"occupancy": "owner"}
        },
        "resources": [
            {"id": "pay-1", "kind": "wage", "amount": "2204.17", "of": "marie"},
            {"id": "pay-2", "kind": "unemployment_benefit", "amount": "601.20", "of": "paul"},
            {"id": "benefits", "kind": "family_benefits", "amount": "355.00"}
        ],
        "expenses": [
            {"id": "tax", "kind": "property_tax", "amount": "91.00"},
            {"id": "food", "kind": "food", "amount": "860.00"},
            {"id": "heat", "kind": "heating", "amount": "120.00"},
            {"id": "school", "kind": "schooling", "amount": "75.35"}
        ],
        "garnishment": {
            "payers": [{"id": "mill", "kind": "wage", "net": "2204.17"}],
            "claims": [
                {"id": "gina", "kind": "maintenance", "current_term": "140.00", "arrears": "600.00",
                 "arrears_terms": 4},
                {"id": "treasury", "kind": "privileged_administrative_seizure", "amount": "60.00"},
                {"id": "bank", "kind": "garnishment", "amount": "4100.00"},
                {"id": "shop", "kind": "assignment", "amount": "390.00"},
                {"id": "town", "kind": "administrative_seizure", "amount": "800.00"}
            ]
        },
        "conventions": {"alternating_child_for_scale": "half"}
    }))
}

/// Both, and the example cases.
pub(crate) fn all() -> Vec<Value> {
    let mut requests = vec![lone_filer(), couple()];
    requests.extend(super::cases().into_iter().map(|(_, case)| case));
    requests
}
