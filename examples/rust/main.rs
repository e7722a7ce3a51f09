//! `apurement`: the library at the command line.

mod audit;
mod book;
mod case;
mod commission;
mod compare;
mod deadlines;
mod dialect;
mod evaluate;
mod explanation;
mod failure;
mod floor;
mod garnish;
mod interest;
mod law;
mod limits;
mod plan;
mod request;
mod scale;
mod sheet;
mod text;

use clap::{Parser, Subcommand};
use failure::Failure;
use std::process::ExitCode;
use text::Lang;

/// What French law lets a household in debt repay, to the cent.
///
/// Over-indebtedness: repayment capacity of a whole case (C. conso. L. 731-1 to L. 731-3), the plan of its debts (L. 711-4,
/// L. 711-6, L. 732-1 to L. 733-4), the audit of a plan, plans and ways side by side. Wage garnishment: scale amount,
/// seizable amount and order of the claims (C. trav. L. 3252-1 to L. 3252-5; CPCE L. 212-1 to L. 213-6). Time limits and
/// their last days (CPC 640 to 644). All amounts are euros a month unless said otherwise, written with a point and at most two decimals (1500 or 1500.00); days are
/// written YYYY-MM-DD.
#[derive(Debug, Parser)]
#[command(name = "apurement", version, max_term_width = 110, after_help = HELP)]
struct Cli {
    /// Language of reports, messages and errors; French unless said otherwise
    #[arg(long, global = true, value_enum, value_name = "LANGUAGE", display_order = 900)]
    lang: Option<Lang>,
    #[command(subcommand)]
    command: Command,
}

const HELP: &str = "Exit status: 0 when all went well (sheets and --jsonl: even when some rows are at fault, their number is on \
standard error), 1 when a case is refused or the law has no answer for it, 2 when the command was not used as it should, 3 when an audit
finds a breach.

The answers are computed from the texts as they stood on the day asked. They are no legal advice.";

#[derive(Debug, Subcommand)]
enum Command {
    Evaluate(evaluate::Arguments),
    Plan(plan::Arguments),
    Audit(audit::Arguments),
    Compare(compare::Arguments),
    Scale(scale::Arguments),
    Garnish(garnish::Arguments),
    Floor(floor::Arguments),
    Deadlines(deadlines::Arguments),
    Interest(interest::Arguments),
    Law(law::Arguments),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let language = cli.lang.unwrap_or_default().language();
    let outcome = match cli.command {
        Command::Evaluate(arguments) => evaluate::run(&arguments, cli.lang),
        Command::Plan(arguments) => plan::run(&arguments, cli.lang),
        Command::Audit(arguments) => audit::run(&arguments, cli.lang),
        Command::Compare(arguments) => compare::run(&arguments, cli.lang),
        Command::Scale(arguments) => scale::run(&arguments, language),
        Command::Garnish(arguments) => garnish::run(&arguments, language),
        Command::Floor(arguments) => floor::run(&arguments, language),
        Command::Deadlines(arguments) => deadlines::run(&arguments, cli.lang),
        Command::Interest(arguments) => interest::run(&arguments, cli.lang),
        Command::Law(arguments) => law::run(&arguments, language),
    };
    outcome.unwrap_or_else(Failure::exit)
}
