//! The shape of the core: which module may know which, what no file may hold, and what the package rests on.
//!
//! The order of the layers is the one of the design; the modules of later work already have their place in it. A
//! violation is mended in the core. Only what is listed in [`ALLOWED`], with its reason, is let through.

mod common;

use common::root;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The layers, from what knows nothing of the others to what may know them all. A module may use its own layer and
/// those before it.
const LAYERS: &[&[&str]] = &[
    &[
        "advisory",
        "amortization",
        "calendar",
        "dated",
        "error",
        "explain",
        "fraction",
        "language",
        "money",
        "rate",
        "rounding",
        "sharing",
        "vocabulary",
        "wording",
    ],
    &["fr::law", "fr::conventions", "fr::decision", "fr::dependants", "fr::holiday"],
    &["fr::household", "fr::budget", "fr::asset", "fr::debt"],
    &["fr::scale_amount", "fr::garnishment", "fr::capacity", "fr::priority", "fr::sale"],
    &["fr::measure", "fr::plan"],
    &[
        "fr::admissibility",
        "fr::audit",
        "fr::orientation",
        "fr::review",
        "fr::comparison",
        "fr::commission",
        "fr::interest",
        "fr::deadline",
    ],
    &["fr::case", "fr::batch"],
    &["report"],
    &["document"],
];

/// What a module may use although its layer comes later: the user (empty for every module), the part used, the reason.
const ALLOWED: &[(&str, &str, &str)] = &[(
    "",
    "document::schema::Day",
    "an attribute of the feature `schema`: it gives a date its shape in the JSON Schema and is not compiled otherwise",
)];

/// Files that may be long: written by the generator, one entry after another.
const GENERATED: &[&str] = &["fr/law/tables.rs", "fr/deadline/limits.rs"];

/// A file holds one concept of the law or of arithmetic; past this it holds two.
const LONGEST: usize = 500;

/// A source file of the core.
struct Source {
    /// Path below `core/src`, with slashes.
    name: String,
    /// Its lines.
    lines: usize,
    /// Its code without comments and without the tests at its end.
    code: String,
}

fn sources() -> Vec<Source> {
    let folder = root().join("core/src");
    let mut paths = Vec::new();
    collect(&folder, &mut paths);
    paths.sort();
    assert!(paths.len() > 40, "the core was not found");
    let source = |path: &PathBuf| {
        let text = fs::read_to_string(path).expect("a readable file");
        let name = path.strip_prefix(&folder).expect("below core/src").to_string_lossy().replace('\\', "/");
        Source { name, lines: text.lines().count(), code: code(&text) }
    };
    paths.iter().map(source).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

/// The code of a file: no comment, no documentation, no test module (which stands last).
fn code(text: &str) -> String {
    let before_tests = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default();
    let kept: Vec<&str> = before_tests.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    kept.join("\n")
}

/// The module of a file, as segments: `fr/household/rsa.rs` is `["fr", "household", "rsa"]`.
fn module(name: &str) -> Vec<String> {
    let path = name.strip_suffix(".rs").expect("a Rust file");
    let mut parts: Vec<String> = path.split('/').map(str::to_owned).collect();
    if matches!(parts.last().map(String::as_str), Some("mod" | "lib")) {
        parts.pop();
    }
    parts
}

/// Every path that the code names from the root of the crate or from above itself, as absolute segments.
fn named_paths(source: &Source) -> BTreeSet<Vec<String>> {
    let here = module(&source.name);
    let code = &source.code;
    let mut found = BTreeSet::new();
    for (start, prefix) in ["crate::", "super::"]
        .iter()
        .flat_map(|prefix| code.match_indices(prefix).map(move |(start, _)| (start, *prefix)))
    {
        // Not in the middle of a longer name, and a chain of `super::` once, from its first.
        let before = code[..start].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_') || code[..start].ends_with("super::") {
            continue;
        }
        let mut base: Vec<String> = Vec::new();
        let mut rest = &code[start..];
        if prefix == "crate::" {
            rest = &rest[prefix.len()..];
        } else {
            base.clone_from(&here);
            while let Some(inner) = rest.strip_prefix("super::") {
                base.pop();
                rest = inner;
            }
        }
        expand(&base, rest, &mut found);
    }
    found
}

/// Adds the paths of one tree: `a::b`, or `a::{b, c::d}`.
fn expand(base: &[String], rest: &str, found: &mut BTreeSet<Vec<String>>) {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    if let Some(list) = rest.strip_prefix('{') {
        let mut depth = 0_usize;
        let mut item = String::new();
        for c in list.chars() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                _ => {}
            }
            if c == ',' && depth == 0 {
                expand(base, item.trim(), found);
                item.clear();
            } else {
                item.push(c);
            }
        }
        if !item.trim().is_empty() {
            expand(base, item.trim(), found);
        }
        return;
    }
    let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
    let (name, after) = rest.split_at(end);
    let mut path = base.to_vec();
    if !name.is_empty() && name != "self" {
        path.push(name.to_owned());
    }
    match after.strip_prefix("::") {
        Some(inner) if inner.starts_with(is_name) || inner.starts_with('{') => expand(&path, inner, found),
        _ => {
            found.insert(path);
        }
    }
}

/// The place of a path in the layers, with the name of the module that has it.
fn layer(path: &[String]) -> Option<(usize, &'static str)> {
    let whole = path.join("::");
    for (place, layer) in LAYERS.iter().enumerate() {
        for name in *layer {
            if whole == *name || whole.starts_with(&format!("{name}::")) {
                return Some((place, name));
            }
        }
    }
    None
}

/// What `pub use` lines of a module file give under another path: name, and the path behind it.
fn shown_again(source: &Source) -> BTreeMap<String, Vec<String>> {
    let here = module(&source.name);
    let mut names = BTreeMap::new();
    for (start, mark) in source.code.match_indices("pub use ") {
        let mut found = BTreeSet::new();
        expand(&[], &source.code[start + mark.len()..], &mut found);
        for path in found {
            let name = path.last().expect("a name").clone();
            names.insert(name, here.iter().cloned().chain(path).collect());
        }
    }
    names
}

/// Every use of one module by another: user, the path used, and the modules of both.
fn uses() -> Vec<(String, Vec<String>)> {
    let sources = sources();
    let of = |name: &str| sources.iter().find(|source| source.name == name).expect("a file of the core");
    let (crate_root, fr_root) = (shown_again(of("lib.rs")), shown_again(of("fr/mod.rs")));
    let mut uses = Vec::new();
    for source in &sources {
        for path in named_paths(source) {
            // A name of the root stands for what it shows again: `crate::Result`, `crate::fr::Dependants`.
            let path = match path.as_slice() {
                [name] => crate_root.get(name).cloned().unwrap_or(path),
                [fr, name, ..] if fr == "fr" && layer(&path).is_none() => {
                    fr_root.get(name).cloned().unwrap_or(path)
                }
                _ => path,
            };
            uses.push((source.name.clone(), path));
        }
    }
    uses
}

fn is_allowed(user: &[String], path: &[String]) -> bool {
    let (user, path) = (user.join("::"), path.join("::"));
    ALLOWED.iter().any(|(who, what, _)| {
        (who.is_empty() || user == *who || user.starts_with(&format!("{who}::"))) && path.starts_with(what)
    })
}

#[test]
fn the_arrow_runs_one_way() {
    let mut violations = BTreeSet::new();
    let mut checked = 0;
    for (file, path) in uses() {
        let user = module(&file);
        // The roots only declare modules and show names again.
        if user.is_empty() || user == ["fr"] {
            continue;
        }
        let (place, name) = layer(&user).unwrap_or_else(|| panic!("{file} has no layer: give it one"));
        let Some((used_place, used)) = layer(&path) else {
            panic!("{file} uses crate::{}, which has no layer: give it one", path.join("::"));
        };
        checked += 1;
        if used_place > place && !is_allowed(&user, &path) {
            violations.insert(format!("{name} ({file}) uses {used}: crate::{}", path.join("::")));
        }
    }
    assert!(checked > 300, "only {checked} uses were found");
    assert!(violations.is_empty(), "against the arrow: {violations:#?}");
}

/// Within a layer too, no two modules know each other.
#[test]
fn no_two_modules_know_each_other() {
    let mut edges: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (file, path) in uses() {
        let user = module(&file);
        let (Some((_, user_module)), Some((_, used))) = (layer(&user), layer(&path)) else { continue };
        if user_module != used && !is_allowed(&user, &path) {
            edges.entry(user_module).or_default().insert(used);
        }
    }
    assert!(edges.len() > 15, "only {} modules use others", edges.len());
    let mut pairs = BTreeSet::new();
    for (user, used) in &edges {
        for other in used {
            if reaches(&edges, other, user) {
                pairs.insert([*user.min(other), *user.max(other)].join(" and "));
            }
        }
    }
    assert!(pairs.is_empty(), "these modules know each other: {pairs:#?}");
}

fn reaches(edges: &BTreeMap<&str, BTreeSet<&str>>, from: &str, to: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut left = vec![from];
    while let Some(module) = left.pop() {
        if module == to {
            return true;
        }
        if seen.insert(module) {
            left.extend(edges.get(module).into_iter().flatten());
        }
    }
    false
}

/// Exceptions that nothing needs any more are taken off the list.
#[test]
fn every_exception_is_needed() {
    let uses = uses();
    for (who, what, reason) in ALLOWED {
        assert!(!reason.is_empty());
        let needed = uses.iter().any(|(file, path)| {
            let user = module(file);
            path.join("::").starts_with(what)
                && (who.is_empty() || user.join("::").starts_with(who))
                && layer(path).zip(layer(&user)).is_some_and(|((used, _), (place, _))| used > place)
        });
        assert!(needed, "{what} needs no exception");
    }
}

/// Code that stops a host, wraps, or leaves exact arithmetic.
const FORBIDDEN: &[(&str, &str)] = &[
    ("f32", "no floating point"),
    ("f64", "no floating point"),
    (".unwrap()", "no panic"),
    (".unwrap_err()", "no panic"),
    (".expect(", "no panic"),
    (".expect_err(", "no panic"),
    ("panic!", "no panic"),
    ("unreachable!", "no panic"),
    ("todo!", "no stub"),
    ("unimplemented!", "no stub"),
    ("assert!", "no panic"),
    ("assert_eq!", "no panic"),
    ("unsafe {", "no unsafe code"),
    ("unsafe fn", "no unsafe code"),
    ("unsafe impl", "no unsafe code"),
    ("std::", "no system: core and alloc only"),
    ("extern crate std", "no system: core and alloc only"),
    ("Utc::", "no clock: today is an argument"),
    ("Local::", "no clock: today is an argument"),
    ("env!", "no environment"),
    ("static mut", "no global state"),
    ("thread_local", "no global state"),
    ("pyo3", "no binding technology"),
    ("wasm_bindgen", "no binding technology"),
    ("libc", "no binding technology"),
];

/// Where a forbidden word is let through: the file, the whole line, the reason.
const LET_THROUGH: &[(&str, &str, &str)] = &[
    (
        "document/read/mod.rs",
        "fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {",
        "the visitor of JSON must name the type to refuse it",
    ),
    (
        "document/v1/response.rs",
        "pub(crate) const ENGINE: Engine = Engine { name: \"apurement\", version: env!(\"CARGO_PKG_VERSION\") };",
        "the version of the package, read when it is compiled",
    ),
];

#[test]
fn no_file_holds_what_the_design_forbids() {
    let mut found = Vec::new();
    let mut needed = BTreeSet::new();
    for source in sources() {
        for line in source.code.lines() {
            for (word, reason) in FORBIDDEN {
                if !holds(line, word) {
                    continue;
                }
                let through = LET_THROUGH
                    .iter()
                    .position(|(file, whole, _)| *file == source.name && *whole == line.trim());
                match through {
                    Some(place) => drop(needed.insert(place)),
                    None => found.push(format!("{}: {} ({reason})", source.name, line.trim())),
                }
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
    for (place, (file, line, reason)) in LET_THROUGH.iter().enumerate() {
        assert!(needed.contains(&place) && !reason.is_empty(), "{file} no longer has {line}");
    }
}

/// Whether a line has a word that is not a part of a longer name.
fn holds(line: &str, word: &str) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(start, _)| {
        let glued_before =
            word.starts_with(is_name) && line[..start].chars().next_back().is_some_and(is_name);
        let glued_after =
            word.ends_with(is_name) && line[start + word.len()..].chars().next().is_some_and(is_name);
        !glued_before && !glued_after
    })
}

/// The search finds what it looks for, and leaves names alone that only contain it.
#[test]
fn forbidden_words_are_found() {
    assert!(holds("let x: f64 = 1.0;", "f64") && holds("x.unwrap();", ".unwrap()"));
    assert!(holds("    std::fs::read(path)", "std::") && holds("core::panic!(\"no\")", "panic!"));
    assert!(!holds("fn visit_f64()", "f64") && !holds("x.unwrap_or(0)", ".unwrap()"));
    assert!(!holds("debug_assert_names", "assert!") && !holds("debug_unwrap", ".unwrap()"));
    assert!(
        !code("// f64\n/// x.unwrap()\nlet x = 1;\n#[cfg(test)]\nmod tests { panic!() }").contains("panic")
    );
}

/// Paths are read out of every form that the core writes them in.
#[test]
fn paths_are_found() {
    let source = |name: &str, code: &str| Source { name: name.into(), lines: 0, code: code.into() };
    let paths = |name: &str, code: &str| -> Vec<String> {
        named_paths(&source(name, code)).into_iter().map(|path| path.join("::")).collect()
    };
    assert_eq!(paths("fr/case.rs", "use crate::money::Money;"), ["money::Money"]);
    assert_eq!(
        paths("fr/case.rs", "use crate::{dated::Found, fr::law::{LawBook, Territory}};"),
        ["dated::Found", "fr::law::LawBook", "fr::law::Territory"]
    );
    assert_eq!(
        paths("fr/household/rsa.rs", "use super::{Child, dependants::ScaleReason};"),
        ["fr::household::Child", "fr::household::dependants::ScaleReason"]
    );
    assert_eq!(paths("fr/household/rsa.rs", "let x = super::super::batch::days(d);"), ["fr::batch::days"]);
    assert_eq!(paths("vocabulary.rs", "$crate::wording::text(w)"), ["wording::text"]);
    assert_eq!(
        paths("fr/budget/mod.rs", "use crate::fr::law::{self, Scale as S};"),
        ["fr::law", "fr::law::Scale"]
    );
    assert_eq!(layer(&["fr".into(), "lawful".into()]), None);
}

#[test]
fn no_file_is_too_long() {
    let long: Vec<String> = sources()
        .iter()
        .filter(|source| source.lines > LONGEST && !GENERATED.contains(&source.name.as_str()))
        .map(|source| format!("{}: {} lines", source.name, source.lines))
        .collect();
    assert!(long.is_empty(), "a file past {LONGEST} lines holds two concepts: {long:#?}");
}

fn cargo(arguments: &[&str]) -> String {
    let output =
        Command::new(env!("CARGO")).current_dir(root()).args(arguments).output().expect("cargo runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The core rests on the packages of a committed list, on every platform, those that build it included.
#[test]
fn the_core_rests_on_the_packages_of_the_list() {
    let tree = cargo(&[
        "tree",
        "-p",
        "apurement",
        "--edges",
        "normal,build",
        "--target",
        "all",
        "--prefix",
        "none",
        "--format",
        "{p}",
        "--offline",
        "--locked",
    ]);
    let found: BTreeSet<&str> =
        tree.lines().filter_map(|line| line.split(' ').next()).filter(|name| *name != "apurement").collect();
    let list = fs::read_to_string(root().join("tests/allowed-dependencies.txt")).expect("the list");
    let allowed: Vec<&str> = list.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(allowed.is_sorted_by(|one, next| one < next), "the list is sorted, each package once");
    let allowed: BTreeSet<&str> = allowed.into_iter().collect();
    let new: Vec<&&str> = found.difference(&allowed).collect();
    let gone: Vec<&&str> = allowed.difference(&found).collect();
    assert!(new.is_empty() && gone.is_empty(), "not in the list: {new:?}; no longer used: {gone:?}");
}

/// One version for all packages, and no package named as the language's own library.
#[test]
fn all_packages_have_one_version() {
    let metadata = cargo(&["metadata", "--format-version", "1", "--no-deps", "--offline", "--locked"]);
    let metadata: serde_json::Value = serde_json::from_str(&metadata).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    assert!(packages.len() >= 4, "the workspace has four packages or more");
    for package in packages {
        let name = package["name"].as_str().expect("a name");
        assert_eq!(package["version"], env!("CARGO_PKG_VERSION"), "{name}");
        assert_ne!(name, "core");
        assert!(name == "apurement" || name.starts_with("apurement-"), "{name}");
        // Only the library is published.
        assert_eq!(package["publish"].as_array().is_some(), name != "apurement", "{name}");
    }
}
