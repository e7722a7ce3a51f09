//! The debts by identifier, and how a report names them.

use super::page::Cell;
use super::pen::Pen;
use crate::fr::debt::Debt;
use crate::vocabulary::Id;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

pub(super) struct Creditors<'a>(BTreeMap<&'a Id, &'a Debt>);

impl<'a> Creditors<'a> {
    pub(super) fn of(debts: &'a [Debt]) -> Creditors<'a> {
        Creditors(debts.iter().map(|debt| (&debt.id, debt)).collect())
    }

    pub(super) fn get(&self, id: &Id) -> Option<&'a Debt> {
        self.0.get(id).copied()
    }

    /// The label of a debt, or else its identifier.
    pub(super) fn name<'b>(&'b self, id: &'b Id) -> &'b str {
        self.get(id).and_then(|debt| debt.label.as_ref()).unwrap_or(id).as_str()
    }

    /// The name of a debt, with its reference and what should be seen with it.
    pub(super) fn cell(&self, id: &Id, pen: Pen, marks: &[&str]) -> Cell {
        let reference = self.get(id).and_then(|debt| debt.reference.as_ref());
        let reference = reference.map(|reference| [pen.say("réf. ", "ref. "), reference.as_str()].concat());
        let mut notes: Vec<&str> = reference.as_deref().into_iter().collect();
        notes.extend_from_slice(marks);
        Cell::noted(String::from(self.name(id)), notes.join(pen.say(" ; ", "; ")))
    }
}
