//! The rules that an explanation names, with their provisions and their sentences.

use crate::language::Language;

/// Declares the rules: variant, stable name, provisions, French sentence, English sentence.
macro_rules! rules {
    ($( $(#[$meta:meta])* $variant:ident = $name:literal, [$($provision:literal),* $(,)?], $french:literal, $english:literal; )+) => {
        /// A rule of law or of arithmetic that a step applies. Names are as stable as error codes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Rule { $( $(#[$meta])* $variant, )+ }

        impl Rule {
            /// Every rule.
            pub const ALL: &'static [Rule] = &[$(Rule::$variant),+];

            /// The stable dotted name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Rule::$variant => $name),+ }
            }

            /// The provisions behind it.
            #[must_use]
            pub const fn provisions(self) -> &'static [&'static str] {
                match self { $(Rule::$variant => &[$($provision),*]),+ }
            }

            pub(super) const fn template(self, language: Language) -> &'static str {
                match language {
                    Language::French => match self { $(Rule::$variant => $french),+ },
                    Language::English => match self { $(Rule::$variant => $english),+ },
                }
            }
        }
    };
}

rules! {
    /// The dependants of the scale.
    ScaleDependants = "fr.scale_dependants", ["C. trav. R. 3252-3"],
        "Personnes à charge pour le barème : {result} ({convention}).",
        "Dependants of the scale: {result} ({convention}).";
    /// One person among them.
    ScaleDependant = "fr.scale_dependant", [],
        "« {person} » : {result} personne à charge ({reason}).",
        "“{person}”: {result} dependant ({reason}).";
    /// The RSA household.
    RsaHousehold = "fr.rsa_household", ["CASF L. 262-2", "CASF R. 262-1", "CASF R. 262-3"],
        "Coefficient du foyer RSA : {result}.",
        "Coefficient of the RSA household: {result}.";
    /// One person of it.
    RsaPerson = "fr.rsa_person", [],
        "« {person} » : {result} ({reason}).",
        "“{person}”: {result} ({reason}).";
    /// The RSA amount of the household.
    RsaAmount = "fr.rsa_amount", ["CASF L. 262-2"],
        "RSA du foyer : {one_person} × {coefficient} = {result}.",
        "RSA of the household: {one_person} × {coefficient} = {result}.";
    /// The scale amount on a monthly base.
    ScaleAmount = "fr.scale_amount", ["C. trav. L. 3252-2", "C. trav. R. 3252-2", "C. trav. R. 3252-3"],
        "Barème sur {base} par mois, {dependants} à charge : tranches annuelles / 12, arrondi = {result}.",
        "Scale on {base} a month, {dependants} dependants: yearly brackets / 12, rounded = {result}.";
    /// One bracket of it.
    ScaleBracket = "fr.scale_bracket", [],
        "{rate} de {from} à {to} : {result}.",
        "{rate} from {from} to {to}: {result}.";
    /// All resources count.
    Resources = "fr.resources", ["C. conso. R. 731-1"],
        "Ressources, saisissables ou non : {result}.",
        "Resources, seizable or not: {result}.";
    /// Current expenses.
    Expenses = "fr.expenses", ["C. conso. L. 731-2", "C. conso. R. 731-2", "C. conso. R. 731-3"],
        "Dépenses courantes retenues : {result}.",
        "Current expenses counted: {result}.";
    /// The contribution of a partner who does not file.
    PartnerContribution = "fr.partner_contribution", ["C. civ. 214"],
        "Contribution du conjoint aux dépenses communes de {common} ({basis}) : {result}.",
        "Partner's contribution to the common expenses of {common} ({basis}): {result}.";
    /// Resources less expenses.
    BudgetCeiling = "fr.budget_ceiling", ["C. conso. R. 731-2"],
        "Budget : {resources} − {expenses} = {result}.",
        "Budget: {resources} − {expenses} = {result}.";
    /// The scale amount of all resources.
    ScaleCeiling = "fr.scale_ceiling", ["C. conso. R. 731-1"],
        "Barème des saisies sur toutes les ressources : {result}.",
        "Garnishment scale on all the resources: {result}.";
    /// Resources less the household's RSA.
    RsaCeiling = "fr.rsa_ceiling", ["C. conso. L. 731-2", "C. conso. R. 731-1"],
        "Ressources moins RSA : {resources} − {household_rsa} = {result}.",
        "Resources less the RSA of the household: {resources} − {household_rsa} = {result}.";
    /// The scale amount lifted to keep the main home.
    MainHomeException = "fr.main_home_exception", ["C. conso. L. 731-2 al. 2"],
        "Pour éviter la cession de la résidence principale, avec l'accord écrit du débiteur, le montant du barème ({scale_amount}) peut être dépassé, jamais le RSA : {result}.",
        "To keep the main home, with the debtor's written agreement, the scale amount ({scale_amount}) may be passed, never the RSA: {result}.";
    /// The legal maximum.
    LegalMaximum = "fr.legal_maximum", ["C. conso. L. 731-2"],
        "Maximum légal : {result} ; minimum à laisser : {minimum_to_leave}.",
        "Legal maximum: {result}; least that must be left: {minimum_to_leave}.";
    /// What the household keeps.
    LeftToLive = "fr.left_to_live", ["C. conso. L. 731-3"],
        "Part réservée au ménage : {resources} − {retained} = {result}.",
        "Share of the resources kept for the household: {resources} − {retained} = {result}.";
    /// The capacity.
    Capacity = "fr.capacity", ["C. conso. L. 731-1", "C. conso. L. 731-2"],
        "Capacité de remboursement ({label}) : {result} ; plafond le plus bas : {binds}.",
        "Repayment capacity ({label}): {result}; lowest ceiling: {binds}.";
    /// A month's garnishment.
    Garnishment = "fr.garnishment", ["C. trav. L. 3252-2", "C. trav. L. 3252-3", "CPCE R. 212-1-12, 3°"],
        "Saisie du mois : paie nette {net}, montant du barème {scale_amount}, montant saisissable {seizable}, retenu {withheld} ; laissé au débiteur {result}.",
        "Garnishment of the month: net pay {net}, scale amount {scale_amount}, seizable amount {seizable}, withheld {withheld}; left to the debtor {result}.";
    /// The net pay of all payers.
    NetPay = "fr.net_pay", ["C. trav. L. 3252-3", "C. trav. L. 3252-4"],
        "Base nette saisissable, tous payeurs confondus : {result}.",
        "Net garnishable base, all payers together: {result}.";
    /// The net pay of one payer.
    PayerNet = "fr.payer_net", ["C. trav. L. 3252-3"],
        "« {payer} » ({kind}) : net {result}.",
        "“{payer}” ({kind}): net {result}.";
    /// The RSA amount left by a garnishment.
    GarnishmentFloor = "fr.garnishment_floor", ["C. trav. L. 3252-3 al. 2", "C. trav. R. 3252-5"],
        "Fraction toujours laissée au débiteur, RSA ({household}) : {result}.",
        "Sum always left to the debtor, RSA ({household}): {result}.";
    /// The seizable amount.
    Seizable = "fr.seizable", ["C. trav. L. 3252-2", "C. trav. L. 3252-3"],
        "Montant saisissable : le plus faible de {scale_amount} et de {net} − {floor}, soit {result}.",
        "Seizable amount: the lower of {scale_amount} and {net} − {floor}, that is {result}.";
    /// Maintenance by direct payment.
    DirectPayment = "fr.direct_payment", ["C. trav. L. 3252-5", "C. trav. R. 3252-5", "CPCE L. 213-2", "CPCE L. 213-4"],
        "Pension « {claim} » : dû {due}, payé {result}, dont {from_unseizable} sur la part insaisissable et {from_seizable} sur la part saisissable, en laissant {one_person_rsa}.",
        "Maintenance “{claim}”: due {due}, paid {result}, of which {from_unseizable} from the unseizable part and {from_seizable} from the seizable part, leaving {one_person_rsa}.";
    /// A seizure under the Treasury's privilege.
    PrivilegedSeizure = "fr.privileged_seizure", ["CPCE R. 212-1-33"],
        "Saisie administrative privilégiée « {claim} » : dû {due}, disponible {available}, payé {result}.",
        "Privileged administrative seizure “{claim}”: due {due}, available {available}, paid {result}.";
    /// A small residual claim.
    SmallClaimFirst = "fr.small_claim_first", ["CPCE L. 212-10 al. 2", "CPCE D. 212-1-24"],
        "Créance résiduelle faible « {claim} », payée en premier : dû {due}, disponible {available}, payé {result}.",
        "Small residual claim “{claim}”, paid first: due {due}, available {available}, paid {result}.";
    /// A claim with a legal preference.
    PreferredShare = "fr.preferred_share", ["CPCE L. 212-10 al. 1"],
        "Créance préférée « {claim} » : dû {due}, disponible {available}, payé {result}.",
        "Preferred claim “{claim}”: due {due}, available {available}, paid {result}.";
    /// Pro rata among the others.
    ProRataShare = "fr.pro_rata_share", ["CPCE L. 212-10 al. 1", "CPCE R. 212-1-22"],
        "Créance « {claim} », au prorata : dû {due}, disponible {available}, payé {result}.",
        "Claim “{claim}”, pro rata: due {due}, available {available}, paid {result}.";
    /// The sum left on bank accounts.
    BankAccountMinimum = "fr.bank_account_minimum", ["CPCE L. 162-2", "CPCE R. 162-2", "CPCE R. 162-3"],
        "Solde laissé sur les comptes : RSA d'une personne {one_person_rsa}, dans la limite des soldes créditeurs {credit} ; saisie antérieure : {earlier_seizure} ; laissé : {result}.",
        "Sum left on the accounts: one-person RSA {one_person_rsa}, within the credit balances {credit}; earlier seizure: {earlier_seizure}; left: {result}.";
    /// The interest of a claim.
    Interest = "fr.interest", ["C. civ. 1343-1"],
        "Intérêts de la créance « {claim} » du {from} au {until} exclu : exactement {exact}, arrondi une fois = {result}.",
        "Interest of claim “{claim}” from {from} to {until} excluded: exactly {exact}, rounded once = {result}.";
}
