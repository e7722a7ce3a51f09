"""Figures of the law, typed from the texts. Nothing here is computed.

A row is (effect date, value...). The last row whose effect date has come is the one in force.
Amounts of the scale are whole euros a year (C. trav. R. 3252-2, R. 3252-3).
Amounts of the RSA are cents a month for one person (CASF L. 262-2). ``None`` means: the amount exists, nobody here has read it.
"""

from datetime import date
from fractions import Fraction

# C. trav. R. 3252-2: share of each bracket, lowest first; the seventh has no upper bound.
BRACKET_SHARES = (
    Fraction(1, 20),
    Fraction(1, 10),
    Fraction(1, 5),
    Fraction(1, 4),
    Fraction(1, 3),
    Fraction(2, 3),
    Fraction(1),
)

# Effect, the six annual thresholds, annual increment for each dependant.
GARNISHMENT_SCALES = (
    (date(2009, 1, 1), (3460, 6790, 10160, 13490, 16830, 20220), 1310),
    (date(2011, 1, 1), (3510, 6880, 10290, 13660, 17040, 20470), 1330),
    (date(2012, 1, 1), (3590, 7030, 10510, 13950, 17410, 20910), 1360),
    (date(2013, 2, 1), (3670, 7180, 10720, 14230, 17760, 21330), 1390),
    (date(2014, 1, 1), (3700, 7240, 10800, 14340, 17890, 21490), 1400),
    (date(2015, 1, 1), (3720, 7270, 10840, 14390, 17950, 21570), 1410),
    (date(2016, 1, 1), (3730, 7280, 10850, 14410, 17970, 21590), 1420),
    (date(2018, 1, 1), (3760, 7340, 10940, 14530, 18110, 21760), 1440),
    (date(2019, 1, 1), (3830, 7480, 11150, 14800, 18450, 22170), 1470),
    (date(2020, 1, 1), (3870, 7550, 11250, 14930, 18610, 22360), 1490),
    (date(2022, 1, 1), (3940, 7690, 11460, 15200, 18950, 22770), 1520),
    (date(2023, 1, 1), (4170, 8140, 12130, 16080, 20050, 24090), 1610),
    (date(2024, 1, 1), (4370, 8520, 12690, 16820, 20970, 25200), 1690),
    (date(2025, 1, 1), (4440, 8660, 12890, 17090, 21300, 25600), 1720),
    (date(2026, 1, 1), (4480, 8730, 13000, 17230, 21470, 25810), 1740),
)

RSA_GENERAL = (
    (date(2009, 6, 1), 45463),
    (date(2010, 1, 1), 46009),
    (date(2011, 1, 1), 46699),
    (date(2012, 1, 1), 47493),
    (date(2013, 1, 1), 48324),
    (date(2013, 9, 1), 49290),
    (date(2014, 1, 1), 49931),
    (date(2014, 9, 1), 50930),
    (date(2015, 1, 1), 51388),
    (date(2015, 9, 1), 52416),
    (date(2016, 4, 1), 52468),
    (date(2016, 9, 1), 53517),
    (date(2017, 4, 1), 53678),
    (date(2017, 9, 1), 54548),
    (date(2018, 4, 1), 55093),
    (date(2019, 4, 1), 55974),
    (date(2020, 4, 1), 56478),
    (date(2021, 4, 1), 56534),
    (date(2022, 4, 1), 57552),
    (date(2022, 7, 1), 59854),
    (date(2023, 4, 1), 60775),
    (date(2024, 4, 1), 63571),
    (date(2025, 4, 1), 64652),
    (date(2026, 4, 1), 65169),
)

RSA_MAYOTTE = (
    (date(2012, 1, 1), 11900),
    (date(2013, 1, 1), 18122),
    (date(2013, 9, 1), 18484),
    (date(2014, 1, 1), 24966),
    (date(2014, 9, 1), 25465),
    (date(2015, 1, 1), None),
    (date(2015, 9, 1), 26208),
    (date(2016, 4, 1), None),
    (date(2016, 9, 1), None),
    (date(2017, 4, 1), 26839),
    (date(2017, 9, 1), 27274),
    (date(2018, 4, 1), 27547),
    (date(2019, 4, 1), 27987),
    (date(2020, 4, 1), None),
    (date(2021, 4, 1), 28267),
    (date(2022, 4, 1), 28776),
    (date(2022, 7, 1), None),
    (date(2023, 4, 1), 30388),
    (date(2024, 4, 1), 31786),
    (date(2025, 4, 1), 32326),
    (date(2026, 4, 1), None),
)

# First day on which the RSA exists in each territory.
RSA_IN_FORCE_SINCE = {
    "metropole": date(2009, 6, 1),
    "guadeloupe": date(2011, 1, 1),
    "guyane": date(2011, 1, 1),
    "martinique": date(2011, 1, 1),
    "reunion": date(2011, 1, 1),
    "saint_barthelemy": date(2011, 1, 1),
    "saint_martin": date(2011, 1, 1),
    "saint_pierre_et_miquelon": date(2011, 1, 1),
    "mayotte": date(2012, 1, 1),
}
TERRITORIES = tuple(RSA_IN_FORCE_SINCE)

# CASF R. 262-1 (general) and R. 542-6 (Mayotte): shares of the one-person amount.
SECOND_PERSON = Fraction(1, 2)
FURTHER_PERSON = Fraction(3, 10)
LATE_CHILD = {"general": (3, Fraction(4, 10)), "mayotte": (4, Fraction(1, 10))}  # from this child on, this uplift

# C. trav. L. 3252-3: the household's RSA stayed with the debtor between these dates, one person's since.
HOUSEHOLD_FLOOR = (date(2009, 6, 1), date(2012, 5, 31))

SCALE_VERIFIED_UNTIL = date(2026, 12, 31)
RSA_VERIFIED_UNTIL = date(2027, 3, 31)

# C. trav. L. 3252-3 as it stands for income from this day: withholding tax is deducted.
WITHHOLDING_TAX_SINCE = date(2019, 1, 1)

# CPCE L. 212-10 and D. 212-1-24, in force since this day: small residual claims are served first.
DISTRIBUTION_SINCE = date(2025, 7, 1)
SMALL_RESIDUAL_CLAIM = 50000

# CPCE L. 213-4: months over which six months of arrears are paid when the creditor acts in person.
# CPCE L. 213-4, in force since 1 April 2016.
AGENCY_ARREARS_SINCE = date(2016, 4, 1)
OWN_ARREARS_MONTHS = 12

# Default treatment of expenses (service-public sheet of 2021; each commission's rules may differ).
TREATMENTS = {
    "food": "scale",
    "hygiene": "scale",
    "clothing": "scale",
    "heating": "scale",
    "household_products": "scale",
    "commuting_own_vehicle": "scale",
    "other_transport": "scale",
    "schooling": "real",
    "childcare": "real",
    "rent": "real",
    "income_tax": "real",
    "property_tax": "real",
    "other_tax": "real",
    "maintenance_paid": "real",
    "compensatory_allowance_paid": "real",
    "commuting_public_transport": "real",
    "health": "real_capped",
    "home_insurance": "real_capped",
    "water": "real_capped",
    "electricity": "real_capped",
    "telephone": "real_capped",
    "rental_charges": "real",
    "other_insurance": "real",
    "other": "real",
}

# CMF L. 313-2, D. 313-1-A: percent a year since each half-year: claims of individuals, all other cases.
LEGAL_INTEREST = (
    (date(2015, 1, 1), "4.06", "0.93"),
    (date(2015, 7, 1), "4.29", "0.99"),
    (date(2016, 1, 1), "4.54", "1.01"),
    (date(2016, 7, 1), "4.35", "0.93"),
    (date(2017, 1, 1), "4.16", "0.90"),
    (date(2017, 7, 1), "3.94", "0.90"),
    (date(2018, 1, 1), "3.73", "0.89"),
    (date(2018, 7, 1), "3.60", "0.88"),
    (date(2019, 1, 1), "3.40", "0.86"),
    (date(2019, 7, 1), "3.26", "0.87"),
    (date(2020, 1, 1), "3.15", "0.87"),
    (date(2020, 7, 1), "3.11", "0.84"),
    (date(2021, 1, 1), "3.14", "0.79"),
    (date(2021, 7, 1), "3.12", "0.76"),
    (date(2022, 1, 1), "3.13", "0.76"),
    (date(2022, 7, 1), "3.15", "0.77"),
    (date(2023, 1, 1), "4.47", "2.06"),
    (date(2023, 7, 1), "6.82", "4.22"),
    (date(2024, 1, 1), "8.01", "5.07"),
    (date(2024, 7, 1), "8.16", "4.92"),
    (date(2025, 1, 1), "7.21", "3.71"),
    (date(2025, 7, 1), "6.65", "2.76"),
    (date(2026, 1, 1), "6.67", "2.62"),
    (date(2026, 7, 1), "6.84", "2.75"),
)

# Before 2015, one rate a year, by decree, whoever the creditor is.
LEGAL_INTEREST_OF_YEAR = {
    2000: "2.74",
    2001: "4.26",
    2002: "4.26",
    2003: "3.29",
    2004: "2.27",
    2005: "2.05",
    2006: "2.11",
    2007: "2.95",
    2008: "3.99",
    2009: "3.79",
    2010: "0.65",
    2011: "0.38",
    2012: "0.71",
    2013: "0.04",
    2014: "0.04",
}

# CMF L. 313-3: points added to the legal rate once a decision has been enforceable for so many months; an auction, for more.
INCREASE_POINTS = 5
INCREASE_MONTHS = 2
INCREASE_MONTHS_AUCTION = 4

# C. conso. L. 721-2, R. 712-15: months to decide the orientation, then months at the legal rate for want of it.
ORIENTATION_MONTHS = 3
WINDOW_MONTHS = 3

# Debts (C. conso. L. 711-4): excluded from remission, rescheduling and erasure, unless the creditor agrees; court fines always.
EXCLUDED_WITHOUT_CONSENT = ("maintenance", "penal_damages", "social_fraud", "tax_fraud")
EXCLUDED_ALWAYS = ("court_fine",)

# Rank of each kind once it is in the plan (order of the commissions' own rules, 4.4.2).
RANKS = {
    "housing_arrears": 2,
    "home_loan": 2,
    "energy_and_bills": 3,
    "tax": 3,
    "tax_fraud": 3,
    "fixed_fine": 3,
    "parking_fee": 3,
    "administrative_penalty": 3,
    "consumer_credit": 4,
    "revolving_credit": 4,
    "overdraft": 4,
    "bank_loan": 4,
    "pawn_loan": 4,
    "social_overpayment": 5,
    "social_fraud": 5,
    "maintenance": 5,
    "penal_damages": 5,
    "private_lender": 5,
    "professional": 5,
    "damages": 5,
    "other": 5,
}
HOME_LOAN_AFTER_SALE = 5

# Who the creditor is when the document does not say.
CREDITORS = {
    "housing_arrears": "lessor",
    "consumer_credit": "credit_institution",
    "revolving_credit": "credit_institution",
    "overdraft": "credit_institution",
    "bank_loan": "credit_institution",
    "home_loan": "credit_institution",
    "tax": "public_body",
    "social_overpayment": "public_body",
    "court_fine": "public_body",
    "fixed_fine": "public_body",
    "parking_fee": "public_body",
    "social_fraud": "public_body",
    "tax_fraud": "public_body",
    "private_lender": "individual",
}

# C. conso. L. 732-3, L. 733-3; L. 733-1, 4°.
LONGEST_PLAN = 84
# Seven years since 1 July 2016 (loi n° 2014-344, art. 43; loi n° 2014-617, art. 14).
LONGEST_PLAN_SINCE = date(2016, 7, 1)
LONGEST_SUSPENSION = 24
