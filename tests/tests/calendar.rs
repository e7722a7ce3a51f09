//! Counting time limits, against the texts: CPC 640 to 644, the holidays of C. trav. L. 3133-1, L. 3134-13 and L. 3422-2.

use apurement::calendar::{months_after, months_before};
use apurement::fr::deadline::{Delay, LimitKind, Residence, Term, term};
use apurement::fr::{self, holiday::HolidaySet};
use apurement::vocabulary::Vocabulary;
use apurement::{Error, Language, day};
use chrono::{Datelike, NaiveDate, Weekday};
use proptest::prelude::*;

const SETS: [HolidaySet; 10] = [
    HolidaySet::National,
    HolidaySet::AlsaceMoselle,
    HolidaySet::Guadeloupe,
    HolidaySet::Guyane,
    HolidaySet::Martinique,
    HolidaySet::Reunion,
    HolidaySet::Mayotte,
    HolidaySet::SaintBarthelemy,
    HolidaySet::SaintMartin,
    HolidaySet::None,
];

fn count(start: NaiveDate, delay: Delay, kind: LimitKind, holidays: HolidaySet) -> Term {
    term(start, delay, kind, holidays, Residence::Near).expect("a count").expect("a term")
}

/// An act of so many days, with the national holidays: the last day to do it.
fn act(start: NaiveDate, days: u32) -> NaiveDate {
    fr::deadline(start, Delay::Days(days), LimitKind::Act, HolidaySet::National).expect("a day")
}

fn months(start: NaiveDate, count: u32) -> NaiveDate {
    fr::deadline(start, Delay::Months(count), LimitKind::Period, HolidaySet::National).expect("a day")
}

fn back(from: NaiveDate, delay: Delay) -> Term {
    count(from, delay, LimitKind::Backward, HolidaySet::National)
}

fn is_off(day: NaiveDate, holidays: HolidaySet) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun) || holidays.is_holiday(day).expect("covered")
}

#[test]
fn the_two_cases_of_the_cour_de_cassation() {
    assert_eq!(act(day(2004, 5, 21), 15), day(2004, 6, 7), "5 June 2004 is a Saturday");
    assert_eq!(act(day(2008, 3, 3), 20), day(2008, 3, 25), "23 March 2008 is Easter, 24 the Monday after");
}

#[test]
fn a_month_ends_on_the_same_number_or_on_the_last_day() {
    for (start, count, end) in [
        (day(2025, 11, 30), 3, day(2026, 2, 28)),
        (day(2027, 11, 30), 3, day(2028, 2, 29)),
        (day(2026, 1, 31), 1, day(2026, 2, 28)),
        (day(2026, 1, 31), 2, day(2026, 3, 31)),
        (day(2026, 5, 31), 1, day(2026, 6, 30)),
        (day(2026, 2, 28), 1, day(2026, 3, 28)),
        (day(2024, 2, 29), 12, day(2025, 2, 28)),
        (day(2024, 2, 29), 48, day(2028, 2, 29)),
        (day(2026, 3, 10), 24, day(2028, 3, 10)),
        (day(2026, 3, 10), 0, day(2026, 3, 10)),
    ] {
        assert_eq!(months(start, count), end, "{start} and {count} months");
    }
    // A period ends on a Saturday if need be; an act does not.
    assert_eq!(day(2026, 2, 28).weekday(), Weekday::Sat);
    let filed = |kind| count(day(2025, 11, 30), Delay::Months(3), kind, HolidaySet::National).due_on;
    assert_eq!(filed(LimitKind::Period), day(2026, 2, 28));
    assert_eq!(filed(LimitKind::Act), day(2026, 3, 2));
}

#[test]
fn the_last_day_of_the_month_after_a_letter() {
    for (letter, end) in [
        (day(2026, 1, 15), day(2026, 2, 28)),
        (day(2028, 1, 15), day(2028, 2, 29)),
        (day(2026, 1, 31), day(2026, 2, 28)),
        (day(2026, 12, 1), day(2027, 1, 31)),
        (day(2026, 2, 28), day(2026, 3, 31)),
    ] {
        let found = count(letter, Delay::EndOfNextMonth, LimitKind::Period, HolidaySet::National);
        assert_eq!(found, Term { expires_on: end, due_on: end }, "{letter}");
    }
}

#[test]
fn the_first_day_does_not_count_and_the_last_one_does() {
    assert_eq!(act(day(2026, 6, 1), 15), day(2026, 6, 16));
    assert_eq!(act(day(2026, 6, 1), 0), day(2026, 6, 1));
    assert_eq!(act(day(2026, 6, 6), 0), day(2026, 6, 8), "a Saturday, even with no day to count");
    // Over 29 February and over the year.
    assert_eq!(act(day(2028, 2, 27), 2), day(2028, 2, 29));
    assert_eq!(act(day(2027, 2, 26), 3), day(2027, 3, 1));
    assert_eq!(act(day(2026, 12, 17), 15), day(2027, 1, 4), "1 January 2027 is a Friday");
}

#[test]
fn holidays_in_a_row() {
    // 2008: 1 May is Ascension Day too, a Thursday; 8 May a Thursday; 12 May Whit Monday.
    assert_eq!(act(day(2008, 4, 16), 15), day(2008, 5, 2));
    assert_eq!(act(day(2008, 4, 23), 15), day(2008, 5, 9));
    assert_eq!(act(day(2008, 4, 25), 15), day(2008, 5, 13), "Saturday 10, Sunday 11, Whit Monday 12");
    // 2027: Christmas is a Saturday; in Alsace-Moselle 26 December is the Sunday after.
    assert_eq!(act(day(2027, 12, 10), 15), day(2027, 12, 27));
    // 2026: Christmas is a Friday, 26 December a Saturday.
    assert_eq!(act(day(2026, 12, 10), 15), day(2026, 12, 28));
    // 1997: 1 May a Thursday, 8 May Ascension Day; 2005: 8 May is a Sunday.
    assert_eq!(act(day(1997, 4, 23), 15), day(1997, 5, 9));
    // Holidays inside of the time do not count in any way.
    assert_eq!(act(day(2026, 4, 30), 20), day(2026, 5, 20));
}

#[test]
fn two_holidays_on_one_day_are_both_listed() {
    let holidays = HolidaySet::National.holidays_of(2008).unwrap();
    let first_of_may: Vec<&str> =
        holidays.iter().filter(|(on, _)| *on == day(2008, 5, 1)).map(|(_, holiday)| holiday.id).collect();
    assert_eq!(first_of_may, ["labour_day", "ascension"]);
    assert_eq!(holidays.len(), 11);
}

#[test]
fn alsace_moselle_and_overseas_have_days_of_their_own() {
    let last = |start, days, set| fr::deadline(start, Delay::Days(days), LimitKind::Act, set).unwrap();
    // Good Friday, 3 April 2026, then Easter Monday.
    assert_eq!(last(day(2026, 3, 19), 15, HolidaySet::National), day(2026, 4, 3));
    assert_eq!(last(day(2026, 3, 19), 15, HolidaySet::AlsaceMoselle), day(2026, 4, 7));
    // 26 December 2025 is a Friday.
    assert_eq!(last(day(2025, 12, 11), 15, HolidaySet::National), day(2025, 12, 26));
    assert_eq!(last(day(2025, 12, 11), 15, HolidaySet::AlsaceMoselle), day(2025, 12, 29));
    for (set, on, next) in [
        (HolidaySet::Mayotte, day(2026, 4, 27), day(2026, 4, 28)),
        (HolidaySet::Martinique, day(2026, 5, 22), day(2026, 5, 26)),
        (HolidaySet::Guadeloupe, day(2026, 5, 27), day(2026, 5, 28)),
        (HolidaySet::SaintMartin, day(2026, 5, 28), day(2026, 5, 29)),
        (HolidaySet::SaintMartin, day(2016, 5, 27), day(2016, 5, 30)),
        (HolidaySet::Guyane, day(2026, 6, 10), day(2026, 6, 11)),
        (HolidaySet::SaintBarthelemy, day(2026, 10, 9), day(2026, 10, 12)),
        (HolidaySet::Reunion, day(2027, 12, 20), day(2027, 12, 21)),
    ] {
        assert_eq!(last(on, 0, set), next, "{set:?}");
        assert_eq!(last(on, 0, HolidaySet::National), on, "{on} is one there only");
        assert_eq!(set.holidays_of(on.year()).unwrap().len(), 12);
    }
    assert_eq!(last(day(2026, 5, 28), 0, HolidaySet::Guadeloupe), day(2026, 5, 28));
    assert_eq!(last(day(2026, 5, 1), 0, HolidaySet::None), day(2026, 5, 1), "no holiday at all");
    assert_eq!(last(day(2026, 5, 2), 0, HolidaySet::None), day(2026, 5, 4), "a Saturday all the same");
    assert_eq!(HolidaySet::AlsaceMoselle.holidays_of(2026).unwrap().len(), 13);
    assert!(HolidaySet::None.holidays_of(2026).unwrap().is_empty());
}

#[test]
fn before_a_day_time_is_counted_back() {
    // A hearing on Tuesday 30 June 2026: fifteen days before is Monday 15.
    let whole = Term { expires_on: day(2026, 6, 15), due_on: day(2026, 6, 15) };
    assert_eq!(back(day(2026, 6, 30), Delay::Days(15)), whole);
    // On 29 June it would be Sunday 14: the Friday before.
    let moved = Term { expires_on: day(2026, 6, 14), due_on: day(2026, 6, 12) };
    assert_eq!(back(day(2026, 6, 29), Delay::Days(15)), moved);
    // Back to Easter Monday 2026: over the Sunday and the Saturday to Good Friday, which is worked.
    assert_eq!(back(day(2026, 4, 21), Delay::Days(15)).due_on, day(2026, 4, 3));
    assert_eq!(back(day(2026, 3, 31), Delay::Months(1)).expires_on, day(2026, 2, 28));
    // Days of work before a Tuesday after Whit Monday: Saturday counts among six, not among five.
    assert_eq!(back(day(2026, 5, 26), Delay::WorkableDays(1)).expires_on, day(2026, 5, 23));
    assert_eq!(back(day(2026, 5, 26), Delay::WorkingDays(1)).expires_on, day(2026, 5, 22));
}

#[test]
fn days_of_work_leave_out_sundays_and_holidays() {
    let six = |start, days, set| count(start, Delay::WorkableDays(days), LimitKind::Period, set).due_on;
    let five = |start, days, set| count(start, Delay::WorkingDays(days), LimitKind::Period, set).due_on;
    let national = HolidaySet::National;
    // From Thursday 30 April 2026: 1 May is off, Saturday 2 counts among six only.
    assert_eq!(six(day(2026, 4, 30), 1, national), day(2026, 5, 2));
    assert_eq!(five(day(2026, 4, 30), 1, national), day(2026, 5, 4));
    // Fifteen over 8 May, Ascension (14) and Whit Monday (25).
    assert_eq!(six(day(2026, 5, 7), 15, national), day(2026, 5, 28));
    assert_eq!(five(day(2026, 5, 7), 15, national), day(2026, 6, 2));
    assert_eq!(six(day(2026, 5, 3), 0, national), day(2026, 5, 3));
    // Without holidays, by whole weeks: from a Sunday, the sixth is the Saturday.
    let none = HolidaySet::None;
    assert_eq!(six(day(2026, 5, 3), 6, none), day(2026, 5, 9));
    assert_eq!(six(day(2026, 5, 3), 7, none), day(2026, 5, 11));
    assert_eq!(five(day(2026, 5, 3), 5, none), day(2026, 5, 8));
    assert_eq!(five(day(2026, 5, 9), 10, none), day(2026, 5, 22));
}

#[test]
fn those_far_away_have_months_more() {
    let last = |delay, kind, residence| {
        term(day(2026, 1, 31), delay, kind, HolidaySet::National, residence).unwrap().unwrap()
    };
    // Months first, then days: 28 February, then 15 days.
    let overseas = last(Delay::Days(15), LimitKind::Act, Residence::Overseas);
    assert_eq!(overseas, Term { expires_on: day(2026, 3, 15), due_on: day(2026, 3, 16) });
    // Months are added together: three months from 31 January are not one month from 31 March.
    let abroad = last(Delay::Months(1), LimitKind::Act, Residence::Abroad);
    assert_eq!(abroad, Term { expires_on: day(2026, 4, 30), due_on: day(2026, 4, 30) });
    assert_eq!(last(Delay::EndOfNextMonth, LimitKind::Period, Residence::Overseas).due_on, day(2026, 3, 31));
    assert_eq!(last(Delay::WorkableDays(1), LimitKind::Act, Residence::Overseas).due_on, day(2026, 3, 2));
}

#[test]
fn an_open_limit_has_no_term() {
    for (delay, kind) in [(Delay::Open, LimitKind::Period), (Delay::Days(1), LimitKind::Open)] {
        let open = term(day(2026, 1, 1), delay, kind, HolidaySet::National, Residence::Near);
        assert_eq!(open, Ok(None));
        let error = fr::deadline(day(2026, 1, 1), delay, kind, HolidaySet::National).unwrap_err();
        assert_eq!(error.code().name(), "field.not_applicable");
        assert!(error.message(Language::French).contains("pas de terme fixe"));
    }
}

fn refused(start: NaiveDate, delay: Delay, kind: LimitKind, holidays: HolidaySet) -> Error {
    fr::deadline(start, delay, kind, holidays).expect_err("no day")
}

#[test]
fn without_holidays_known_there_is_no_answer() {
    use Delay::{Days, WorkableDays};
    use LimitKind::{Act, Backward};
    let national = HolidaySet::National;
    for (start, delay, kind, name) in [
        (day(1989, 12, 1), Days(15), Act, "law.before_coverage"),
        (day(1989, 12, 16), Days(15), Act, "law.before_coverage"), // ends on a Sunday, off anyway
        (day(1990, 1, 10), Days(15), Backward, "law.before_coverage"),
        (day(1989, 12, 31), WorkableDays(1), Backward, "law.before_coverage"),
        (day(2100, 12, 20), Days(15), Act, "law.after_coverage"),
        (day(2101, 1, 20), Days(15), Backward, "law.after_coverage"),
        (day(2100, 12, 30), WorkableDays(3), Act, "law.after_coverage"),
        (day(2026, 1, 1), WorkableDays(u32::MAX), Act, "law.after_coverage"),
    ] {
        let error = refused(start, delay, kind, national);
        assert_eq!(error.code().name(), name, "{start} {delay:?} {kind:?}");
        assert_eq!(error.provision(), Some("C. trav. L. 3133-1"));
    }
    let early = refused(day(1989, 12, 1), Days(15), Act, national);
    assert_eq!(early.message(Language::French), "jours fériés : pas de valeur avant le 01/01/1990");
    let late = refused(day(2100, 12, 20), Days(15), Act, national);
    assert_eq!(late.message(Language::English), "public holidays: no value after 31 December 2100");
    assert!(
        national.is_holiday(day(1990, 1, 1)).unwrap() && !national.is_holiday(day(2100, 12, 31)).unwrap()
    );
    assert!(national.is_holiday(day(1989, 12, 31)).is_err() && national.is_holiday(day(2101, 1, 1)).is_err());
    // The last day covered, a Friday, is an answer.
    assert_eq!(act(day(2100, 12, 16), 15), day(2100, 12, 31));
    // A period and a count without holidays ask for none.
    assert_eq!(months(day(1850, 1, 31), 1), day(1850, 2, 28));
    assert_eq!(months(day(2101, 1, 31), 1), day(2101, 2, 28));
    let none = count(day(2150, 5, 1), Days(1), Act, HolidaySet::None);
    assert_eq!(none.due_on, day(2150, 5, 4));
}

#[test]
fn absurd_lengths_are_errors() {
    for set in SETS {
        for kind in [LimitKind::Act, LimitKind::Period, LimitKind::Backward] {
            for delay in [Delay::Days(u32::MAX), Delay::Months(u32::MAX), Delay::Days(4_000_000)] {
                let error = refused(day(2026, 1, 1), delay, kind, set);
                assert_eq!(error.code().name(), "arithmetic.overflow", "{delay:?} {kind:?} {set:?}");
            }
            for delay in [Delay::WorkableDays(u32::MAX), Delay::WorkingDays(u32::MAX)] {
                refused(day(2026, 1, 1), delay, kind, set);
            }
        }
        let back = refused(day(2026, 1, 1), Delay::EndOfNextMonth, LimitKind::Backward, set);
        assert_eq!(back.code().name(), "field.not_applicable");
        let past = term(day(9999, 12, 31), Delay::EndOfNextMonth, LimitKind::Period, set, Residence::Abroad);
        assert_eq!(past.unwrap_err().code().name(), "arithmetic.overflow");
    }
    // Nor does a day that no document can write bring the count down.
    for far in [NaiveDate::MIN, NaiveDate::MAX] {
        refused(far, Delay::Days(1), LimitKind::Period, HolidaySet::None);
        refused(far, Delay::EndOfNextMonth, LimitKind::Period, HolidaySet::None);
        refused(far, Delay::WorkingDays(u32::MAX), LimitKind::Backward, HolidaySet::None);
        assert!(HolidaySet::National.is_holiday(far).is_err());
    }
    assert!(HolidaySet::National.holidays_of(i32::MAX).is_err());
    assert!(HolidaySet::National.holidays_of(i32::MIN).is_err());
    assert!(HolidaySet::National.holidays_of(1989).is_err());
}

/// Easter by the calendar's own rule, worked out anew (Meeus, Jones, Butcher): the days of the table agree.
#[test]
fn the_sundays_of_easter_follow_the_rule() {
    for year in 1990..=2100 {
        let (a, b, c) = (year % 19, year / 100, year % 100);
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        let n = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
        let month = u32::try_from(n / 31).unwrap();
        let sunday = day(year, month, u32::try_from(n % 31 + 1).unwrap());
        let monday = sunday.succ_opt().unwrap();
        let holidays = HolidaySet::National.holidays_of(year).unwrap();
        let found = holidays.iter().find(|(_, holiday)| holiday.id == "easter_monday");
        assert_eq!(found.map(|(on, _)| *on), Some(monday), "{year}");
        assert_eq!(sunday.weekday(), Weekday::Sun);
    }
}

#[test]
fn every_holiday_names_its_article_and_falls_in_each_year() {
    for set in SETS {
        let usual = match set {
            HolidaySet::National => 11,
            HolidaySet::AlsaceMoselle => 13,
            HolidaySet::None => 0,
            _ => 12,
        };
        for year in 1990..=2100 {
            let holidays = set.holidays_of(year).unwrap();
            let unnamed = set == HolidaySet::SaintBarthelemy && (2008..2012).contains(&year);
            // In 2007 the 27 May of a commune of Guadeloupe was still one.
            assert_eq!(holidays.len(), if unnamed { 11 } else { usual }, "{} {year}", set.word());
            assert!(holidays.is_sorted_by_key(|(on, _)| *on));
            for (on, holiday) in holidays {
                assert!(set.is_holiday(on).unwrap());
                assert!(holiday.article.starts_with("C. trav. L. 3"), "{}", holiday.id);
                assert!(!holiday.name.is_empty() && !holiday.name_fr.is_empty());
            }
        }
    }
}

fn any_set() -> impl Strategy<Value = HolidaySet> {
    prop::sample::select(SETS.to_vec())
}

fn any_length() -> impl Strategy<Value = Delay> {
    prop_oneof![
        (0_u32..400).prop_map(Delay::Days),
        (0_u32..130).prop_map(Delay::Months),
        (0_u32..60).prop_map(Delay::WorkableDays),
        (0_u32..60).prop_map(Delay::WorkingDays),
    ]
}

fn any_delay() -> impl Strategy<Value = Delay> {
    prop_oneof![9 => any_length(), 1 => Just(Delay::EndOfNextMonth)]
}

/// Far enough from both ends of the holidays known.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..31_000).prop_map(|days| day(2002, 1, 1) + chrono::Days::new(days))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    /// The last day to act is worked, not before the last day counted, and no worked day lies between.
    #[test]
    fn an_act_moves_to_the_next_working_day(start in any_day(), delay in any_delay(), set in any_set()) {
        let Term { expires_on, due_on } = count(start, delay, LimitKind::Act, set);
        prop_assert!(!is_off(due_on, set) && due_on >= expires_on && expires_on >= start);
        prop_assert!(expires_on.iter_days().take_while(|day| *day < due_on).all(|day| is_off(day, set)));
        prop_assert!((due_on - expires_on).num_days() <= 5);
        let period = count(start, delay, LimitKind::Period, set);
        prop_assert_eq!(period, Term { expires_on, due_on: expires_on });
    }

    #[test]
    fn back_from_a_day_is_the_mirror(start in any_day(), delay in any_length(), set in any_set()) {
        let Term { expires_on, due_on } = count(start, delay, LimitKind::Backward, set);
        prop_assert!(!is_off(due_on, set) && due_on <= expires_on && expires_on <= start);
        let between = due_on.iter_days().skip(1).take_while(|day| *day <= expires_on);
        prop_assert!(between.clone().all(|day| is_off(day, set)));
    }

    /// Between two days lie as many days of work as were counted, and the last one is one.
    #[test]
    fn days_of_work_are_counted_one_by_one(start in any_day(), days in 1_u32..60, five in any::<bool>(), set in any_set()) {
        let delay = if five { Delay::WorkingDays(days) } else { Delay::WorkableDays(days) };
        let end = count(start, delay, LimitKind::Period, set).expires_on;
        let works = |day: &NaiveDate| match day.weekday() {
            Weekday::Sun => false,
            Weekday::Sat if five => false,
            _ => !set.is_holiday(*day).unwrap(),
        };
        let found = start.iter_days().skip(1).take_while(|day| *day <= end).filter(works).count();
        prop_assert_eq!(found, days as usize);
        prop_assert!(works(&end));
    }

    /// A later start or more time never ends sooner.
    #[test]
    fn more_time_ends_no_sooner(start in any_day(), months in 0_u32..200, later in 0_u64..40, set in any_set()) {
        let next = start + chrono::Days::new(later);
        prop_assert!(months_after(start, months) <= months_after(next, months));
        prop_assert!(months_after(start, months) <= months_after(start, months + 1));
        prop_assert!(months_before(start, months) >= months_before(start, months + 1));
        let due = |start, months| count(start, Delay::Months(months % 36), LimitKind::Act, set).due_on;
        prop_assert!(due(start, months) <= due(next, months));
    }
}
