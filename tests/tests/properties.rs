//! Properties of the scalars: scale amount, seizable amount, rounding, sharing, garnishment and capacity.
//!
//! What they are compared with is computed here on fractions of `i128`, from the articles and the data files. Other
//! properties: `batch.rs` (columns), `documents.rs` (whole requests), `hostile.rs` (mutated ones).

mod common;

use apurement::explain::NoTrace;
use apurement::fr::capacity::{Ceiling, Means};
use apurement::fr::conventions::ScaleBase;
use apurement::fr::garnishment::{Claim, ClaimKind, Garnished, Garnishment, Payer, PayerKind};
use apurement::fr::law::Scale;
use apurement::fr::{self, Dependants, Territory};
use apurement::rounding::{Rounding, round};
use apurement::sharing::largest_remainder;
use apurement::{Fraction, LawBook, Money};
use apurement_tests::law_values;
use chrono::{Days, NaiveDate};
use common::day;
use common::law::{self, Exact, Law};
use proptest::collection::vec;
use proptest::prelude::*;
use std::sync::LazyLock;

static LAW: LazyLock<Law> = LazyLock::new(Law::read);

fn money(cents: i64) -> Money {
    Money::from_cents(cents).expect("in range")
}

fn halves(count: u32) -> Dependants {
    Dependants::from_halves(count).expect("in range")
}

/// Monthly amounts: mostly those of people, sometimes any.
fn amounts() -> impl Strategy<Value = i64> {
    prop_oneof![8 => 0..400_000_i64, 1 => 0..10_000_000_i64, 1 => 0..=Money::MAX.cents()]
}

/// Days from one to another, both included.
fn days(from: NaiveDate, to: NaiveDate) -> impl Strategy<Value = NaiveDate> {
    let length = u64::try_from((to - from).num_days()).expect("in order");
    (0..=length).prop_map(move |days| from.checked_add_days(Days::new(days)).expect("a day"))
}

/// Days on which the scale is verified.
fn scale_days() -> impl Strategy<Value = NaiveDate> {
    days(day(2009, 1, 1), day(2026, 12, 31))
}

/// Any scale whose monthly increments are whole cents, even for half dependants.
fn scales() -> impl Strategy<Value = (Scale, law_values::Scale)> {
    (vec(1..6_000_u32, 6), 0..400_u32).prop_map(|(steps, increment)| {
        let mut bound = 0;
        let thresholds: Vec<u32> = steps
            .iter()
            .map(|step| {
                bound += step;
                bound
            })
            .collect();
        let thresholds: [u32; 6] = thresholds.try_into().expect("six bounds");
        let increment = increment * 6;
        (Scale { thresholds, increment }, law_values::Scale { thresholds, increment })
    })
}

fn scale_amount(cents: i64, dependants: u32, on: NaiveDate) -> i64 {
    fr::scale_amount(LawBook::builtin(), money(cents), halves(dependants), on).expect("an amount").cents()
}

fn same(left: Fraction, right: Exact) -> bool {
    left.numerator() * right.below == right.above * left.denominator()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_scale_amount_is_the_sum_over_the_brackets_rounded_once(
        cents in amounts(), dependants in 0..=200_u32, on in scale_days()
    ) {
        let scale = LAW.scale(on).value();
        let expected = law::scale_amount(&scale, cents.into(), dependants.into());
        prop_assert_eq!(i128::from(scale_amount(cents, dependants, on)), expected);
    }

    #[test]
    fn the_exact_amount_is_the_sum_over_the_brackets_of_any_scale(
        (scale, data) in scales(), cents in amounts(), dependants in 0..=200_u32
    ) {
        let exact = fr::scale_amount::exact(&scale, money(cents), halves(dependants)).expect("exact");
        // The library gives euros, the arithmetic of the tests cents.
        let expected = law::exact_amount(&data, cents.into(), dependants.into()).times(Exact::new(1, 100));
        prop_assert!(same(exact, expected), "{:?} is not {:?}", exact, expected);
        let rounded = round(exact, Rounding::HalfUp).expect("an amount");
        prop_assert_eq!(i128::from(rounded.cents()), expected.times(Exact::whole(100)).half_up());
    }

    #[test]
    fn more_pay_never_gives_a_lower_scale_amount(
        cents in amounts(), more in 0..200_000_i64, dependants in 0..=200_u32, on in scale_days()
    ) {
        let higher = (cents + more).min(Money::MAX.cents());
        prop_assert!(scale_amount(cents, dependants, on) <= scale_amount(higher, dependants, on));
    }

    #[test]
    fn the_scale_amount_never_passes_the_pay(
        cents in amounts(), dependants in 0..=200_u32, on in scale_days()
    ) {
        let amount = scale_amount(cents, dependants, on);
        prop_assert!((0..=cents).contains(&amount));
    }

    #[test]
    fn one_more_dependant_never_gives_a_higher_scale_amount(
        cents in amounts(), dependants in 0..200_u32, on in scale_days()
    ) {
        prop_assert!(scale_amount(cents, dependants + 1, on) <= scale_amount(cents, dependants, on));
    }

    /// From the first bound on, `amount(net, n) = amount(net - n*inc, 0) + n*inc/20`, on exact fractions.
    #[test]
    fn dependants_shift_the_scale(
        (scale, _) in scales(), above in 0..500_000_i64, dependants in 0..=40_u32
    ) {
        // A twelfth of the increment for each half dependant, halved: whole cents, for it is a multiple of 6.
        let shift = i64::from(scale.increment) * 100 * i64::from(dependants) / 24;
        let first_bound = (i64::from(scale.thresholds[0]) * 100 + 11) / 12;
        let net = money(first_bound + shift + above);
        let with = fr::scale_amount::exact(&scale, net, halves(dependants)).expect("exact");
        let without = fr::scale_amount::exact(&scale, money(first_bound + above), Dependants::NONE);
        let part = Fraction::new(i128::from(shift), 2_000).expect("a twentieth, in euros");
        prop_assert_eq!(with, without.expect("exact").plus(part).expect("a sum"));
    }

    /// The same on the scales of the decrees, for whole numbers of dependants whose increment is whole cents.
    #[test]
    fn dependants_shift_the_scales_of_the_decrees(
        above in 0..500_000_i64, threes in 0..=5_u32, on in scale_days()
    ) {
        let scale = *LawBook::builtin().scale(on).expect("a scale").value;
        let dependants = 3 * threes;
        let shift = i64::from(scale.increment) * 100 * i64::from(dependants) / 12;
        let first_bound = (i64::from(scale.thresholds[0]) * 100 + 11) / 12;
        let with = fr::scale_amount::exact(&scale, money(first_bound + shift + above), halves(2 * dependants));
        let without = fr::scale_amount::exact(&scale, money(first_bound + above), Dependants::NONE);
        let part = Fraction::new(i128::from(shift), 2_000).expect("a twentieth, in euros");
        prop_assert_eq!(with.expect("exact"), without.expect("exact").plus(part).expect("a sum"));
    }

    #[test]
    fn each_rounding_keeps_to_its_name(above in -2_000_000_000_i64..2_000_000_000, below in 1..200_000_i64) {
        let (above, below) = (i128::from(above), i128::from(below));
        let exact = Fraction::new(above, below).expect("a fraction");
        let rounded = |how| i128::from(round(exact, how).expect("an amount").cents());
        // Compared without dividing: a rounded amount of c cents lies at |c * below - above * 100| / below of the
        // exact one, in cents.
        let cents = above * 100;
        let gap = |rounded: i128| (rounded * below - cents).abs();
        let nearest = rounded(Rounding::HalfUp);
        prop_assert!(2 * gap(nearest) <= below, "half up is the nearest cent");
        if 2 * gap(nearest) == below {
            prop_assert!(nearest.abs() * below > cents.abs(), "half a cent goes away from zero");
        }
        let down = rounded(Rounding::Down);
        prop_assert!(down.abs() * below <= cents.abs() && gap(down) < below, "down is towards zero");
        let whole = rounded(Rounding::WholeEuroDown);
        prop_assert!(whole % 100 == 0);
        if cents >= 0 {
            let up = rounded(Rounding::LevelUp);
            prop_assert!(up * below >= cents && gap(up) < below, "up is the next cent");
            prop_assert!(whole <= down && down - whole < 100, "whole euros drop the cents");
        }
    }

    #[test]
    fn shares_add_up_and_are_within_a_cent(
        sum in amounts(), weights in vec(prop_oneof![1 => Just(0_i64), 6 => 0..5_000_000_i64], 1..12)
    ) {
        let total: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
        prop_assume!(total > 0);
        let moneys: Vec<Money> = weights.iter().map(|weight| money(*weight)).collect();
        let shares = largest_remainder(money(sum), &moneys).expect("shares");
        prop_assert_eq!(shares.len(), weights.len());
        prop_assert_eq!(shares.iter().map(|share| share.cents()).sum::<i64>(), sum);
        for (share, weight) in shares.iter().zip(&weights) {
            let exact = i128::from(sum) * i128::from(*weight);
            prop_assert!((i128::from(share.cents()) * total - exact).abs() < total, "within one cent");
        }
        // A larger weight never gets less.
        for (share, weight) in shares.iter().zip(&weights) {
            for (other, heavier) in shares.iter().zip(&weights) {
                prop_assert!(weight >= heavier || share <= other);
            }
        }
    }

    #[test]
    fn the_seizable_amount_leaves_the_rsa(
        net in amounts(), dependants in 0..=200_u32, on in days(day(2012, 6, 1), day(2026, 12, 31))
    ) {
        let seizable = fr::seizable(LawBook::builtin(), money(net), halves(dependants), Territory::Metropole, on);
        let seizable = seizable.expect("an amount").cents();
        let rsa = i64::try_from(LAW.rsa("rsa_general", on).value()).expect("an amount");
        let scale_amount = scale_amount(net, dependants, on);
        prop_assert!(seizable <= scale_amount);
        if net >= rsa {
            prop_assert!(net - seizable >= rsa, "the RSA stays");
        } else {
            prop_assert_eq!(seizable, 0);
        }
        prop_assert!(seizable == scale_amount || seizable == (net - rsa).max(0), "no less than the law lets");
    }
}

/// What creditors ask: kinds, amounts and ranks.
fn claims() -> impl Strategy<Value = Vec<Claim>> {
    let amounts = prop_oneof![1 => Just(0_i64), 1 => 49_990..50_010_i64, 4 => 1..300_000_i64];
    let kinds = prop_oneof![
        Just(ClaimKind::Maintenance),
        Just(ClaimKind::PrivilegedAdministrativeSeizure),
        Just(ClaimKind::AdministrativeSeizure),
        Just(ClaimKind::Garnishment),
        Just(ClaimKind::Assignment),
    ];
    let ranks = prop_oneof![3 => Just(None), 1 => (1..4_u32).prop_map(Some)];
    vec((kinds, amounts, ranks, 0..40_000_i64), 0..9).prop_map(|claims| {
        let claim = |(place, (kind, amount, rank, arrears)): (usize, (ClaimKind, i64, Option<u32>, i64))| {
            // Identifiers out of order, so that the place in the list is not their order.
            let id = format!("claim-{}", (place * 7) % 11);
            if kind == ClaimKind::Maintenance {
                let term = money(amount % 60_000);
                let arrears = (arrears > 20_000).then(|| money(arrears));
                Claim { arrears, ..Claim::maintenance(id.as_str(), term) }
            } else {
                Claim { preference_rank: rank, ..Claim::new(id.as_str(), kind, money(amount)) }
            }
        };
        claims.into_iter().enumerate().map(claim).collect()
    })
}

fn month(net: i64, dependants: u32, claims: Vec<Claim>, on: NaiveDate) -> Garnished {
    let payers = vec![Payer::net("employer", PayerKind::Wage, money(net))];
    let facts = Garnishment { dependants: Some(halves(dependants)), payers, claims, bank_account: None };
    let book = LawBook::builtin();
    let territory = Territory::Metropole;
    fr::garnish(book, &facts, halves(dependants), territory, on, None, &mut Vec::new(), &mut NoTrace)
        .expect("a month")
}

/// Days on which a distribution among several creditors is covered.
fn sharing_days() -> impl Strategy<Value = NaiveDate> {
    days(day(2025, 7, 1), day(2026, 12, 31))
}

fn shares(kind: ClaimKind) -> bool {
    !matches!(kind, ClaimKind::Maintenance | ClaimKind::PrivilegedAdministrativeSeizure)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_garnishment_neither_loses_nor_makes_money(
        net in 0..500_000_i64, dependants in 0..12_u32, claims in claims(), on in sharing_days()
    ) {
        let month = month(net, dependants, claims, on);
        let rsa = i64::try_from(LAW.rsa("rsa_general", on).value()).expect("an amount");
        let sum = |of: fn(&fr::garnishment::Served) -> Money| -> i64 {
            month.claims.iter().map(|claim| of(claim).cents()).sum()
        };
        prop_assert_eq!(sum(|claim| claim.paid), month.withheld.cents());
        prop_assert_eq!(month.withheld.cents() + month.left_to_debtor.cents(), net);
        prop_assert!(month.left_to_debtor.cents() >= rsa.min(net), "the one-person RSA stays");
        prop_assert!(sum(|claim| claim.from_seizable) <= month.seizable.cents());
        for claim in &month.claims {
            prop_assert!(claim.paid <= claim.due && !claim.paid.is_negative());
            prop_assert_eq!(claim.paid.cents() + claim.left.cents(), claim.due.cents());
            prop_assert_eq!(claim.from_unseizable.cents() + claim.from_seizable.cents(), claim.paid.cents());
            prop_assert!(!claim.from_unseizable.is_negative() && !claim.from_seizable.is_negative());
            if claim.kind != ClaimKind::Maintenance {
                prop_assert!(claim.from_unseizable.is_zero(), "only maintenance passes the seizable amount");
            }
        }
    }

    /// Maintenance, then the Treasury, then small claims, then ranks, then pro rata.
    #[test]
    fn a_garnishment_keeps_the_order_of_the_law(
        net in 0..500_000_i64, dependants in 0..12_u32, claims in claims(), on in sharing_days()
    ) {
        let month = month(net, dependants, claims.clone(), on);
        let lone = month.claims.iter().filter(|claim| shares(claim.kind)).count() == 1;
        // The turn of a claim: all claims of an earlier turn are paid whole before it gets a cent.
        let turn = |place: usize| -> (u32, i64, u32) {
            let claim = &month.claims[place];
            match claim.kind {
                ClaimKind::Maintenance => (0, 0, 0),
                ClaimKind::PrivilegedAdministrativeSeizure => (1, 0, 0),
                _ if lone => (4, 0, 0),
                _ if claim.due.cents() <= 50_000 => (2, claim.due.cents(), 0),
                _ => claims[place].preference_rank.map_or((4, 0, 0), |rank| (3, 0, rank)),
            }
        };
        let places = 0..month.claims.len();
        for earlier in places.clone() {
            for later in places.clone() {
                if turn(earlier) < turn(later) {
                    // Maintenance may wait for money that nobody else can reach, but not the other way round.
                    let unpaid = !month.claims[earlier].left.is_zero();
                    prop_assert!(!unpaid || month.claims[later].paid.is_zero(),
                        "{later} was served before {earlier}");
                }
            }
        }
        // What no claim left unpaid could use stays; what they could use does not.
        let unpaid = month.claims.iter().any(|claim| shares(claim.kind) && !claim.left.is_zero());
        let used: i64 = month.claims.iter().map(|claim| claim.from_seizable.cents()).sum();
        prop_assert!(!unpaid || used == month.seizable.cents(), "money was left while a creditor waited");
        // Pro rata within a turn, to the cent: small claims of the same amount go by identifier instead.
        for left in places.clone() {
            for right in places.clone() {
                let (one, other) = (&month.claims[left], &month.claims[right]);
                if turn(left) == turn(right) && turn(left).0 != 2 {
                    let one = (i128::from(one.paid.cents()), i128::from(one.due.cents()));
                    let other = (i128::from(other.paid.cents()), i128::from(other.due.cents()));
                    // paid/due differ by less than a cent on each side.
                    let gap = (one.0 * other.1 - other.0 * one.1).abs();
                    prop_assert!(gap <= one.1 + other.1, "{one:?} and {other:?} are not served alike");
                }
            }
        }
    }

    #[test]
    fn the_order_of_the_claims_changes_nothing(
        net in 0..500_000_i64,
        dependants in 0..12_u32,
        (claims, shuffled) in claims().prop_flat_map(|claims| {
            (Just(claims.clone()), Just(claims).prop_shuffle())
        }),
        on in sharing_days()
    ) {
        let by_id = |month: &Garnished| {
            let mut rows: Vec<(String, i64, i64, i64)> = month
                .claims
                .iter()
                .map(|claim| {
                    let id = claim.id.as_str().to_owned();
                    (id, claim.due.cents(), claim.from_unseizable.cents(), claim.from_seizable.cents())
                })
                .collect();
            rows.sort();
            rows
        };
        let (one, other) = (month(net, dependants, claims, on), month(net, dependants, shuffled, on));
        prop_assert_eq!(by_id(&one), by_id(&other));
        prop_assert_eq!(one.withheld, other.withheld);
    }
}

/// The figures of a capacity.
fn means() -> impl Strategy<Value = Means> {
    let decided = prop_oneof![2 => Just(None), 1 => (0..300_000_i64).prop_map(Some)];
    (amounts(), amounts(), 0..=20_u32, 200..=1200_u32, any::<bool>(), any::<bool>(), decided).prop_map(
        |(resources, expenses, dependants, rsa_200ths, whole, main_home_consent, decided)| Means {
            resources: money(resources),
            expenses: money(expenses),
            dependants: halves(dependants),
            rsa_200ths,
            scale_base: if whole { ScaleBase::WholeEuro } else { ScaleBase::Exact },
            main_home_consent,
            decided: decided.map(money),
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_capacity_keeps_within_its_ceilings(means in means(), on in days(day(2009, 6, 1), day(2026, 12, 31))) {
        let capacity = fr::capacity(LawBook::builtin(), &means, Territory::Metropole, on).expect("a capacity");
        let resources = i128::from(means.resources.cents());
        let expenses = i128::from(means.expenses.cents());
        let base = match means.scale_base {
            ScaleBase::Exact => resources,
            ScaleBase::WholeEuro => resources / 100 * 100,
        };
        // The three ceilings, from the texts.
        let scale = law::scale_amount(&LAW.scale(on).value(), base, means.dependants.halves().into());
        let rsa = Exact::new(LAW.rsa("rsa_general", on).value() * i128::from(means.rsa_200ths), 200).half_up();
        let at = |amount: Money| i128::from(amount.cents());
        prop_assert_eq!(at(capacity.budget_ceiling), resources - expenses);
        prop_assert_eq!(at(capacity.scale_ceiling), scale);
        prop_assert_eq!(at(capacity.household_rsa), rsa);
        prop_assert_eq!(at(capacity.rsa_ceiling), resources - rsa);
        // What follows from them.
        let legal = if means.main_home_consent { resources - rsa } else { scale.min(resources - rsa) };
        let lowest = legal.min(resources - expenses);
        prop_assert_eq!(at(capacity.legal_maximum), legal.max(0));
        prop_assert_eq!(at(capacity.signed), lowest);
        prop_assert_eq!(at(capacity.computed), lowest.max(0));
        prop_assert_eq!(at(capacity.minimum_to_leave) + at(capacity.legal_maximum), resources);
        prop_assert_eq!(at(capacity.left_to_live) + at(capacity.retained), resources);
        if let Some(decided) = means.decided {
            prop_assert_eq!(capacity.retained, decided);
        } else {
            prop_assert_eq!(capacity.retained, capacity.computed);
            prop_assert!(at(capacity.retained) <= (resources - expenses).max(0));
            prop_assert!(at(capacity.retained) <= (resources - rsa).max(0));
            prop_assert!(means.main_home_consent || at(capacity.retained) <= scale);
        }
        let mut binds = Vec::new();
        for (ceiling, amount, applies) in [
            (Ceiling::Budget, resources - expenses, true),
            (Ceiling::ScaleAmount, scale, !means.main_home_consent),
            (Ceiling::HouseholdRsa, resources - rsa, true),
        ] {
            if applies && amount == lowest {
                binds.push(ceiling);
            }
        }
        prop_assert_eq!(capacity.binds(), binds);
        // Variants below the maximum, rounded down, each with what it leaves.
        for percent in [100_u32, 95, 90] {
            let (amount, left) = capacity.variant(percent).expect("a variant");
            prop_assert_eq!(at(amount), lowest.max(0) * i128::from(percent) / 100);
            prop_assert_eq!(at(amount) + at(left), resources);
        }
    }
}
