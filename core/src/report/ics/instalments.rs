//! The due dates of a plan.

use super::Mark;
use super::writer::{Calendar, Event};
use crate::error::Result;
use crate::fr::case::Case;
use crate::fr::plan::{Plan, due_date};
use crate::report::creditors::Creditors;
use crate::report::page::beside;
use crate::report::pen::Pen;
use crate::report::schedule::{self, Month};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// Above this many creditors a day's event helps nobody: the CSV files have them.
const MOST_CREDITORS: usize = 500;

pub(super) fn write(case: &Case, plan: &Plan, mark: &Mark<'_>, events: &mut Calendar) -> Result<()> {
    let Some(first) = case.plan.as_ref().and_then(|wish| wish.first_due_on) else { return Ok(()) };
    let creditors = Creditors::of(&case.debts);
    for month in schedule::months(plan).filter(|month| !month.payments.is_empty()) {
        if let Some(on) = due_date(first, month.number) {
            let event = event(plan, &creditors, &month, on, mark, events)?;
            events.event(&event);
        }
    }
    Ok(())
}

fn event(
    plan: &Plan,
    creditors: &Creditors<'_>,
    month: &Month,
    on: NaiveDate,
    mark: &Mark<'_>,
    events: &mut Calendar,
) -> Result<Event> {
    let pen = Pen { language: mark.language };
    let number = month.number;
    let total = pen.money(month.total()?);
    let summary = pen.say(
        format!("Échéance {number} du plan\u{a0}: {total}"),
        format!("Instalment {number} of the plan: {total}"),
    );
    let mut description: Vec<String> = Vec::new();
    if month.payments.len() > MOST_CREDITORS {
        description.push(pen.say(
            format!("{} créanciers : voir l'échéancier en CSV.", month.payments.len()),
            format!("{} creditors: see the schedule as CSV.", month.payments.len()),
        ));
    } else {
        for payment in &month.payments {
            let Some(debt) = plan.debts.get(payment.debt) else { continue };
            let name = beside(&creditors.cell(&debt.id, pen, &[]));
            description.push(format!("{name}{} {}", pen.say("\u{a0}:", ":"), pen.money(payment.amount)));
        }
    }
    description.push(pen.say(format!("Palier {}", month.tier), format!("Tier {}", month.tier)));
    Ok(Event {
        uid: events.uid(&mark.facts(&format!("instalment-{number}"), on, None)),
        on,
        summary: mark.summary(&summary),
        description,
        category: pen.say("Échéance du plan", "Instalment"),
        tentative: false,
    })
}
