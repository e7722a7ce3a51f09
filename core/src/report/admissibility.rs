//! *Recevabilité*: what is owed and what could meet it, then each condition of the procedure, met or not.

use super::page::{Item, Page, Table};
use super::situation::View;
use crate::fr::admissibility::{Admissibility, AdmissibilityReason, Condition, Signal, Standing};
use alloc::string::String;

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let Some(admissibility) = &view.assessment.admissibility else { return };
    let pen = view.pen;
    page.section(pen.say("Recevabilité", "Admissibility"));
    page.paragraph(pen.say(
        "Des faits, non une décision : la commission décide de la recevabilité.",
        "Facts, not a decision: the commission decides on admissibility.",
    ));
    figures(view, admissibility, page);
    page.items(admissibility.signals.iter().map(|signal| condition(view, signal)));
}

fn figures(view: &View<'_>, admissibility: &Admissibility, page: &mut Page) {
    let pen = view.pen;
    let (owed, means) = (&admissibility.liabilities, &admissibility.means);
    let mut table = Table::new(
        pen.say("Ce qui est dû, et ce qui peut y faire face", "What is owed, and what could meet it"),
    )
    .words(pen.say("Élément", "Item"))
    .figures(pen.say("Montant", "Amount"));
    let some = |amount: crate::Money| (!amount.is_zero()).then_some(amount);
    for (french, english, amount) in [
        ("Ensemble des dettes", "All debts", Some(owed.total)),
        ("dont exigibles", "of which due", some(owed.due)),
        ("dont à échoir", "of which to fall due", some(owed.to_fall_due)),
        ("Dettes professionnelles", "Professional debts", some(owed.professional)),
        (
            "Disponible chaque mois, une fois le ménage servi",
            "Available each month, once the household lives",
            means.available,
        ),
        ("Demandé chaque mois par les dettes", "Asked each month by the debts", means.monthly_debt_charge),
        (
            "Biens réalisables, hors résidence principale",
            "Assets that can be sold, the main home aside",
            Some(means.assets),
        ),
    ] {
        if let Some(amount) = amount {
            table.row([String::from(pen.say(french, english)), pen.money(amount)]);
        }
    }
    page.table(table);
}

fn condition(view: &View<'_>, signal: &Signal) -> Item {
    let pen = view.pen;
    let (french, english) = match signal.condition {
        Condition::GoodFaith => ("Personne physique de bonne foi", "Natural person in good faith"),
        Condition::CannotMeetDebts => {
            ("Impossibilité manifeste de faire face aux dettes", "Manifest impossibility to meet the debts")
        }
        Condition::NoOtherProcedure => {
            ("Hors des procédures du code de commerce", "Outside the procedures of the Code de commerce")
        }
        Condition::Residence => ("Domicile", "Residence"),
    };
    let standing = match signal.standing {
        Standing::Met => pen.say("condition remplie", "met"),
        Standing::NotMet => pen.say("condition non remplie", "not met"),
        Standing::Unknown => pen.say("à vérifier", "to be verified"),
    };
    let colon = pen.say("\u{a0}: ", ": ");
    let below = signal.reasons.iter().map(|reason| {
        let (french, english) = sentence(*reason);
        view.sourced(pen.say(french, english), reason.source())
    });
    Item::head([pen.say(french, english), colon, standing].concat(), below.collect())
}

const fn sentence(reason: AdmissibilityReason) -> (&'static str, &'static str) {
    use AdmissibilityReason as Reason;
    match reason {
        Reason::InGoodFaith => ("La bonne foi a été reconnue", "Good faith was acknowledged"),
        Reason::NotInGoodFaith => ("La bonne foi a été écartée", "Good faith was denied"),
        Reason::GoodFaithUnknown => (
            "Rien n'a été dit de la bonne foi : elle s'apprécie, elle ne se calcule pas",
            "Nothing was said of good faith: it is judged, not computed",
        ),
        Reason::NoDebts => ("Aucune dette ne compte", "No debt counts"),
        Reason::NothingLeft => (
            "Rien ne reste pour les dettes une fois le ménage servi",
            "Nothing is left for debts once the household lives",
        ),
        Reason::ChargeAboveMeans => (
            "Les dettes demandent chaque mois plus que ce qui reste",
            "The debts ask more each month than is left",
        ),
        Reason::ChargeWithinMeans => (
            "Ce que les dettes demandent chaque mois tient dans ce qui reste",
            "What the debts ask each month is within what is left",
        ),
        Reason::ChargeUnknown => (
            "Ce que les dettes demandent chaque mois n'a pas été indiqué",
            "What the debts ask each month was not said",
        ),
        Reason::SevenYearsNotEnough => (
            "Ce qui reste pendant sept ans ne paie pas les dettes exigibles",
            "What is left during seven years does not pay the debts that are due",
        ),
        Reason::DueDebtsRemain => (
            "Des dettes sont exigibles que les biens réalisables ne paient pas",
            "Debts are due that the assets that can be sold do not pay",
        ),
        Reason::AssetsPayDebts => (
            "Les biens réalisables, hors résidence principale, paient toutes les dettes",
            "The assets that can be sold, the main home aside, pay all the debts",
        ),
        Reason::MeansUnknown => {
            ("Ressources et charges ne sont pas connues", "Resources and expenses are not known")
        }
        Reason::GuaranteeNotMet => (
            "Un engagement de caution pour un entrepreneur ou une société ne peut pas être tenu : il suffit",
            "A guarantee given for a sole trader or a company can't be met: that is enough",
        ),
        Reason::ProfessionalDebtsCount => (
            "Les dettes professionnelles comptent comme les autres",
            "Professional debts count like the others",
        ),
        Reason::ExcludedDebtsCount => (
            "Les dettes que les mesures ne peuvent toucher comptent aussi",
            "Debts that measures can't touch count too",
        ),
        Reason::MainHomeNoBar => (
            "Posséder une résidence principale qui vaut autant que les dettes ne fait pas obstacle à soi seul",
            "Owning a main home worth as much as the debts is no bar by itself",
        ),
        Reason::OtherProcedure => (
            "Une procédure du livre VI du code de commerce s'applique",
            "A procedure of Book VI of the Code de commerce applies",
        ),
        Reason::NoOtherProcedure => (
            "Aucune procédure du livre VI du code de commerce ne s'applique",
            "No procedure of Book VI of the Code de commerce applies",
        ),
        Reason::OtherProcedureUnknown => (
            "Rien n'a été dit des procédures du livre VI du code de commerce",
            "Nothing was said of the procedures of Book VI of the Code de commerce",
        ),
        Reason::SoleTraderReferred => (
            "Le tribunal a transmis le dossier de l'entrepreneur individuel : seul son patrimoine personnel est traité",
            "The court sent the sole trader's file: only the personal estate is dealt with",
        ),
        Reason::SoleTraderNotReferred => (
            "L'entrepreneur individuel doit d'abord saisir le tribunal",
            "A sole trader must go to the court first",
        ),
        Reason::SoleTraderReferralUnknown => (
            "Il n'a pas été dit si le tribunal a transmis le dossier de l'entrepreneur individuel",
            "Whether the court sent the sole trader's file was not said",
        ),
        Reason::AllocatedEstate => (
            "Patrimoine affecté : seules comptent les dettes non professionnelles, hors de ce patrimoine",
            "Allocated estate: only non-professional debts count, outside that estate",
        ),
        Reason::LivesInFrance => ("Le débiteur est domicilié en France", "The debtor lives in France"),
        Reason::FrenchAbroad => (
            "Français de l'étranger qui doit à des créanciers établis en France : la commission est celle de l'un d'eux",
            "A French national abroad who owes creditors established in France: the commission is that of one of them",
        ),
        Reason::NotFrenchAbroad => (
            "Domicilié hors de France sans être français",
            "Lives outside France and is not a French national",
        ),
        Reason::NoCreditorInFrance => (
            "Domicilié hors de France et sans dette envers un créancier établi en France",
            "Lives outside France and owes nothing to a creditor established in France",
        ),
        Reason::AbroadUnknown => (
            "Domicilié hors de France ; la nationalité ou les créanciers en France n'ont pas été indiqués",
            "Lives outside France; nationality or creditors in France were not said",
        ),
    }
}
