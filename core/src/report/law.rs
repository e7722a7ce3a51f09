//! What should be known of the result, and the law behind the figures: which values, from which day, out of which
//! edition of the data.

use super::page::Page;
use super::pen::capitalised;
use super::situation::View;
use crate::explain::{Step, Version};
use crate::fr::case::Assessment;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

pub(super) fn notices(view: &View<'_>, page: &mut Page) {
    if view.assessment.advisories.is_empty() {
        return;
    }
    page.section(view.pen.say("À savoir", "To be known"));
    // What concerns several people is said once.
    let mut lines: Vec<String> = Vec::with_capacity(view.assessment.advisories.len());
    for advisory in &view.assessment.advisories {
        let line = format!("{}.", capitalised(&advisory.message(view.pen.language)));
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    page.list(lines);
}

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let pen = view.pen;
    let versions = versions(view.assessment);
    page.section(pen.say("Droit appliqué", "Law applied"));
    let law = &view.assessment.law;
    let mut lines: Vec<String> = versions
        .iter()
        .map(|version: &Version| {
            let [title_fr, title] = version.titles;
            let from = pen.language.date(version.from);
            pen.say(format!("{title_fr} : valeur du {from}."), format!("{title}: value of {from}."))
        })
        .collect();
    lines.extend(law.overlays.iter().map(|name| {
        pen.say(
            format!("Surcouche fournie par l'appelant : {name}."),
            format!("Overlay given by the caller: {name}."),
        )
    }));
    let digest: String = law.digest.chars().take(12).collect();
    let day = law.version.parse().map(|day| pen.language.date(day));
    let day = day.unwrap_or_else(|_| law.version.into());
    lines.push(pen.say(
        format!("Données de droit lues le {day}, empreinte {digest}."),
        format!("Data of the law read on {day}, digest {digest}."),
    ));
    page.list(lines);
}

/// Every dated value that an assessment used, once; none without its explanation.
pub(super) fn versions(assessment: &Assessment) -> Vec<Version> {
    let mut versions = Vec::new();
    for step in &assessment.steps {
        gather(step, &mut versions);
    }
    versions
}

/// Every dated value used by a step or its children, once.
fn gather(step: &Step, versions: &mut Vec<Version>) {
    for version in &step.versions {
        if !versions.contains(version) {
            versions.push(*version);
        }
    }
    for child in &step.children {
        gather(child, versions);
    }
}
