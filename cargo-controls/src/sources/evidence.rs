//! What the sources of packages say of controls: what satisfies them, what verifies them, and what is waived.
//!
//! All files are looked through that the compiler may read, whatever their `cfg`s, by their tokens. What the compiler sees
//! and this doesn't has a message at its place: a path that leads to no known control, and what a `macro_rules!` puts
//! together.

mod modules;
mod names;
mod resolve;
mod sayings;
mod test;
mod words;

use std::{collections::HashMap, sync::Arc};

use controls_dsl::{
    Diagnostics,
    evidence::{Claim, ControlPath, EvidenceKind, Waiver as WaiverParts},
    plain_name as plain,
};
use proc_macro2::Span;

use super::{
    condition::Condition,
    scan::ItemKind,
    target::{CargoTarget, Untested},
    walk::CrateFile,
};
use crate::{file::SourceSpan, message::Message};
use modules::Site;
use resolve::{Imported, Resolver, Scope, Unresolved};
use sayings::{Saying, Sayings, sayings};
use test::Refusal;
use words::{Word, Words};

pub(crate) use names::{CatalogNames, ControlIndex};

/// All that some files say.
#[derive(Debug, Default)]
pub(crate) struct EvidenceSurvey {
    /// What satisfies and verifies controls, in the order of files.
    pub(crate) evidence: Vec<Evidence>,
    /// What is waived, in the order of files.
    pub(crate) waivers: Vec<Waiver>,
    /// What names a control that its catalog doesn't have.
    pub(crate) unknown: Vec<UnknownControl>,
    /// What couldn't be understood.
    pub(crate) messages: Vec<Message>,
}

/// An item that does something for a control.
#[derive(Clone, Debug)]
pub(crate) struct Evidence {
    pub(crate) control: ControlIndex,
    pub(crate) kind: EvidenceKind,
    pub(crate) item: CodeItem,
    /// The fingerprint that the item was reviewed against.
    pub(crate) reviewed: Option<Reviewed>,
}

/// A fingerprint in an attribute.
#[derive(Clone, Debug)]
pub(crate) struct Reviewed {
    pub(crate) fingerprint: String,
    /// Where the literal is.
    pub(crate) place: SourceSpan,
}

/// An item that names a control which its catalog doesn't have.
#[derive(Clone, Debug)]
pub(crate) struct UnknownControl {
    /// Which catalog it is.
    pub(crate) catalog: usize,
    /// The variant that the catalog doesn't have.
    pub(crate) variant: String,
    /// The item, and where the variant is.
    pub(crate) item: CodeItem,
}

/// A control that nothing has to satisfy for a while.
#[derive(Clone, Debug)]
pub(crate) struct Waiver {
    pub(crate) control: ControlIndex,
    pub(crate) reason: String,
    /// The last day, `YYYY-MM-DD`.
    pub(crate) until: String,
    /// Where it's said.
    pub(crate) item: CodeItem,
}

/// An item, or the statement in one, that names a control.
#[derive(Clone, Debug)]
pub(crate) struct CodeItem {
    /// Its path from its crate on.
    pub(crate) path: String,
    pub(crate) kind: ItemKind,
    pub(crate) target: Arc<CargoTarget>,
    /// The name that it has as a test.
    pub(crate) test: Option<String>,
    /// Whether it may be several tests, named as if in a module of its name.
    pub(crate) has_cases: bool,
    /// Where the control is named.
    pub(crate) place: SourceSpan,
    /// What may turn it off, such as `cfg(unix)`.
    pub(crate) cfgs: Vec<String>,
    pub(crate) idle: Option<Idle>,
}

/// Why an item does nothing, as far as its tokens show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Idle {
    /// It should be a test, and nothing is seen that makes it one.
    NoTest,
    /// It should be a test, and has an attribute of this path that isn't known to make it one.
    UnknownAttribute(String),
    /// It's a test within an item that isn't a module, where none is found.
    Inner,
    /// It has arguments or the like, which `#[test]` refuses.
    Unfit,
    /// It's a test that only runs when somebody asks for it.
    Ignored,
    /// It depends on a `cfg` that is never on.
    NeverBuilt,
    /// It's a test of a target whose tests are never run.
    OfTarget(Untested),
}

impl Idle {
    /// The name as data has it.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Idle::NoTest => "no-test",
            Idle::UnknownAttribute(_) => "unknown-attribute",
            Idle::Inner => "inner",
            Idle::Unfit => "unfit",
            Idle::Ignored => "ignored",
            Idle::NeverBuilt => "never-built",
            Idle::OfTarget(Untested::Off) => "untested",
            Idle::OfTarget(Untested::NoHarness) => "no-harness",
        }
    }

    /// Of something that is in no build, whatever it's for: tests, if `is_test`.
    fn of_conditions(conditions: &[&Condition], is_test: bool) -> Option<Idle> {
        let is_off = |in_tests: bool| {
            let mut all = conditions.iter();
            all.any(|condition| condition.holds(in_tests) == Some(false))
        };
        (is_off(true) && (is_test || is_off(false))).then_some(Idle::NeverBuilt)
    }

    fn of_test(saying: &Saying, target: &CargoTarget) -> Option<Idle> {
        let facts = &saying.test;
        if saying.kind == ItemKind::Method && facts.is_test {
            Some(Idle::Inner)
        } else if saying.kind != ItemKind::Test {
            let unknown = facts.unknown.clone().map(Idle::UnknownAttribute);
            Some(unknown.unwrap_or(Idle::NoTest))
        } else if let Some(refusal) = facts.refusal {
            Some(match refusal {
                Refusal::Inner => Idle::Inner,
                Refusal::Unfit => Idle::Unfit,
            })
        } else if facts.is_ignored {
            Some(Idle::Ignored)
        } else {
            target.untested.map(Idle::OfTarget)
        }
    }
}

impl EvidenceSurvey {
    /// Looks through files for what they say of the controls of catalogs. `is_meant` picks those whose word counts; what the
    /// others import may be passed on to these.
    pub(crate) fn of(
        files: &[CrateFile],
        catalogs: &[CatalogNames],
        is_meant: impl Fn(&CrateFile) -> bool,
    ) -> EvidenceSurvey {
        let resolver = Resolver::of(catalogs, files);
        let mut by_package: HashMap<&str, Vec<&CrateFile>> = HashMap::new();
        let meant = || files.iter().filter(|of| is_meant(of));
        for of in meant() {
            let package = &*of.origin.target.package;
            by_package.entry(package).or_default().push(of);
        }
        // What a package imports, all its files together.
        let imported =
            |files: Vec<&CrateFile>| resolver.imported(files.iter().flat_map(|of| &of.scan.names));
        let packages: HashMap<&str, Imported> = by_package
            .into_iter()
            .map(|(package, files)| (package, imported(files)))
            .collect();
        // A package may pass on the macros under other names.
        let words = Words::of_imports(files.iter().flat_map(|of| &of.scan.names));
        let mut survey = EvidenceSurvey::default();
        for of in meant() {
            let Some(package) = packages.get(&*of.origin.target.package) else {
                continue;
            };
            let said = sayings(&of.scan, &words);
            let crate_name = of.origin.target.crate_name();
            let file = FileScope {
                of,
                resolver: &resolver,
                scope: Scope {
                    crate_name: &crate_name,
                    file: &match &said.all[..] {
                        [] => Imported::default(),
                        _ => resolver.imported(of.scan.names.iter()),
                    },
                    package,
                },
            };
            survey.file(&file, said);
        }
        survey
    }

    fn file(&mut self, file: &FileScope<'_, '_>, said: Sayings) {
        for hidden in said.hidden {
            let message = format!(
                "what a macro puts together isn't seen here, so the `{hidden}` in it counts for no control"
            );
            self.messages
                .push(Message::warning(message).at(file.place(hidden.span())));
        }
        if file.of.has_macro {
            for name in said.misplaced {
                let message = format!(
                    "`#[{name}]` is on nothing here that can hold it, so it counts for no control: put it on an item, or on a function with a body"
                );
                self.messages
                    .push(Message::warning(message).at(file.place(name.span())));
            }
        }
        for saying in said.all {
            let mut diagnostics = Diagnostics::default();
            let saying = match saying.word {
                Word::Claim(kind) => {
                    let claim = Claim::parse(kind, saying.body.clone(), &mut diagnostics);
                    Said::Claim(kind, claim, saying)
                }
                Word::Waived => match WaiverParts::parse(saying.body.clone(), &mut diagnostics) {
                    Ok(waiver) => Said::Waiver(waiver, saying),
                    Err(_) => Said::Nothing(saying),
                },
            };
            if !diagnostics.is_empty() {
                // Somebody else's macro may have the same name.
                if file.of.has_macro {
                    self.messages
                        .extend(diagnostics.as_slice().iter().map(|diagnostic| {
                            Message::error(&*diagnostic.message)
                                .at(file.place_or(diagnostic.span, saying.at()))
                        }));
                }
                continue;
            }
            match saying {
                Said::Claim(kind, claim, saying) => self.claim(kind, &claim, &saying, file),
                Said::Waiver(waiver, saying) => self.waiver(waiver, &saying, file),
                Said::Nothing(_) => {}
            }
        }
    }

    fn claim(
        &mut self,
        kind: EvidenceKind,
        claim: &Claim,
        saying: &Saying,
        file: &FileScope<'_, '_>,
    ) {
        if kind == EvidenceKind::Verifies && !saying.kind.is_function() {
            let message = "`#[verifies]` is for functions: put it on the test that shows what the control asks";
            self.messages
                .push(Message::error(message).at(file.place(saying.at.span())));
            return;
        }
        if let Some(text) = claim.malformed() {
            let message = format!(
                "`{}` isn't a fingerprint, which is 32 hexadecimal digits: `cargo controls explain` shows a control's",
                text.value
            );
            self.messages
                .push(Message::error(message).at(file.place(text.span())));
            return;
        }
        let reviewed = claim.reviewed.as_ref().map(|text| Reviewed {
            fingerprint: text.value.clone(),
            place: file.place(text.span()),
        });
        for path in &claim.controls {
            if let Some(control) = self.control(path, saying, file) {
                self.evidence.push(Evidence {
                    control,
                    kind,
                    item: file.item(saying, path, kind == EvidenceKind::Verifies),
                    reviewed: reviewed.clone(),
                });
            }
        }
    }

    /// The control of a path. Where there is none, that is noted.
    fn control(
        &mut self,
        path: &ControlPath,
        saying: &Saying,
        file: &FileScope<'_, '_>,
    ) -> Option<ControlIndex> {
        let names: Vec<String> = path.names.iter().map(plain).collect();
        let site = Site {
            crate_name: file.scope.crate_name,
            modules: &file.of.origin.modules,
            path: &saying.within.path,
            inner: saying.within.modules,
        };
        match file.resolver.control(&names, &file.scope, site) {
            Ok(control) => Some(control),
            Err(Unresolved { message, catalog }) => {
                let place = file.place(path.span);
                self.messages.push(Message::warning(message).at(place));
                self.unknown.extend(catalog.map(|catalog| UnknownControl {
                    catalog,
                    variant: names.last().cloned().unwrap_or_default(),
                    item: file.item(saying, path, false),
                }));
                None
            }
        }
    }

    fn waiver(&mut self, waiver: WaiverParts, saying: &Saying, file: &FileScope<'_, '_>) {
        if let Some(control) = self.control(&waiver.control, saying, file) {
            self.waivers.push(Waiver {
                control,
                item: file.item(saying, &waiver.control, false),
                reason: waiver.reason.value,
                until: waiver.until.value,
            });
        }
    }
}

/// A saying whose parentheses have been read.
enum Said {
    Claim(EvidenceKind, Claim, Saying),
    Waiver(WaiverParts, Saying),
    Nothing(Saying),
}

impl Said {
    fn at(&self) -> Span {
        let (Said::Claim(.., saying) | Said::Waiver(_, saying) | Said::Nothing(saying)) = self;
        saying.at.span()
    }
}

/// A file, and what its names mean.
struct FileScope<'f, 'c> {
    of: &'f CrateFile,
    resolver: &'f Resolver<'c>,
    scope: Scope<'f>,
}

impl FileScope<'_, '_> {
    fn place(&self, span: Span) -> SourceSpan {
        self.place_or(span, span)
    }

    fn place_or(&self, span: Span, other: Span) -> SourceSpan {
        let file = &self.of.file;
        let place = |span: Span| file.place(span.byte_range());
        place(span)
            .or_else(|| place(other))
            .unwrap_or_else(|| file.start())
    }

    fn item(&self, saying: &Saying, control: &ControlPath, is_test: bool) -> CodeItem {
        let origin = &self.of.origin;
        let around = origin.modules.iter().chain(&**saying.within.path);
        let names: Vec<String> = around.chain(&saying.name).cloned().collect();
        let conditions: Vec<&Condition> =
            origin.conditions.iter().chain(&saying.conditions).collect();
        let mut cfgs: Vec<String> = Vec::new();
        for condition in &conditions {
            let cfg = condition.to_string();
            // Tests are always there when they are run.
            let is_known = cfgs.contains(&cfg) || (is_test && cfg == "cfg(test)");
            if !is_known {
                cfgs.push(cfg);
            }
        }
        cfgs.extend_from_slice(&saying.test.ignored_if);
        let idle = Idle::of_conditions(&conditions, is_test);
        let of_test = || Idle::of_test(saying, &origin.target);
        let idle = idle.or_else(|| is_test.then(of_test).flatten());
        // What isn't seen to be a test may be one all the same, by the word of its results.
        let may_run = is_test && saying.kind == ItemKind::Function;
        CodeItem {
            path: [&[origin.target.crate_name()], &*names].concat().join("::"),
            kind: saying.kind,
            test: (saying.kind == ItemKind::Test || may_run).then(|| names.join("::")),
            has_cases: saying.test.has_cases,
            idle,
            target: Arc::clone(&origin.target),
            place: self.place(control.span),
            cfgs,
        }
    }
}

#[cfg(test)]
mod tests;
