//! What the sources of packages say of controls: what satisfies them, what verifies them, and what is waived.
//!
//! All files are looked through that the compiler may read, whatever their `cfg`s, by their tokens. What the compiler sees
//! and this doesn't has a message at its place: a path that leads to no known control, and what a `macro_rules!` puts
//! together.

mod item;
mod resolve;
mod scan;
mod words;

use std::{collections::HashMap, sync::Arc};

use controls_dsl::{
    Diagnostics,
    evidence::{Claim, ControlPath, EvidenceKind, Waiver as WaiverParts},
    plain_name as plain,
};
use proc_macro2::{Span, TokenStream};

use super::{
    imports::{Import, imports, levels},
    target::CargoTarget,
    tokens::tokens,
    walk::CrateFile,
};
use crate::{file::SourceSpan, message::Message};
use resolve::{Resolver, Scope, Unresolved};
use scan::{Saying, scan};
use words::{Word, Words};

use item::ItemKind;
pub(crate) use resolve::{CatalogNames, ControlIndex};

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
    /// Where the control is named.
    pub(crate) place: SourceSpan,
    /// What may turn it off, such as `cfg(unix)`.
    pub(crate) cfgs: Vec<String>,
    pub(crate) idle: Option<Idle>,
}

/// Why an item does nothing, as far as its tokens show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Idle {
    /// It should be a test, and nothing is seen that makes it one.
    NoTest,
    /// It's a test that only runs when somebody asks for it.
    Ignored,
    /// It depends on a `cfg` that is never on.
    NeverBuilt,
}

impl Idle {
    /// The name as data has it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Idle::NoTest => "no-test",
            Idle::Ignored => "ignored",
            Idle::NeverBuilt => "never-built",
        }
    }

    fn of(saying: &Saying, is_test: bool, cfgs: &[String]) -> Option<Idle> {
        if cfgs
            .iter()
            .any(|cfg| cfg == "cfg(any())" || cfg == "cfg(false)")
        {
            Some(Idle::NeverBuilt)
        } else if !is_test {
            None
        } else if saying.kind != ItemKind::Test {
            Some(Idle::NoTest)
        } else {
            saying.is_ignored.then_some(Idle::Ignored)
        }
    }
}

/// A file whose tokens matter.
struct Read<'f> {
    of: &'f CrateFile,
    tokens: TokenStream,
    imports: Vec<Import>,
}

/// What the files of a package say together.
#[derive(Default)]
struct PackageNames {
    words: Words,
    imports: Vec<Import>,
}

impl EvidenceSurvey {
    /// Looks through files for what they say of the controls of catalogs.
    pub(crate) fn of(files: &[CrateFile], catalogs: &[CatalogNames]) -> EvidenceSurvey {
        let plain_words = Words::default();
        let matters = |file: &&CrateFile| {
            let text = &file.file.text;
            plain_words.are_in(text) || catalogs.iter().any(|catalog| text.contains(&catalog.name))
        };
        // A file that can't be taken apart has been named on the way to it.
        let read: Vec<Read<'_>> = files
            .iter()
            .filter(matters)
            .filter_map(|of| {
                let tokens = tokens(&of.file).ok()?;
                let imports = imports(&levels(tokens.clone()));
                Some(Read {
                    of,
                    tokens,
                    imports,
                })
            })
            .collect();
        let mut packages: HashMap<&str, PackageNames> = HashMap::new();
        for read in &read {
            let package = packages.entry(&read.of.origin.target.package).or_default();
            package.words.add(&read.imports);
            package.imports.extend_from_slice(&read.imports);
        }
        let resolver = Resolver::of(catalogs);
        let mut survey = EvidenceSurvey::default();
        for Read {
            of,
            tokens,
            imports,
        } in &read
        {
            let Some(package) = packages.get(&*of.origin.target.package) else {
                continue;
            };
            if package.words.are_in(&of.file.text) {
                let crate_name = of.origin.target.crate_name();
                let file = FileScope {
                    of,
                    resolver: &resolver,
                    scope: Scope {
                        crate_name: &crate_name,
                        file: imports,
                        package: &package.imports,
                    },
                };
                survey.file(&file, tokens.clone(), &package.words);
            }
        }
        survey
    }

    fn file(&mut self, file: &FileScope<'_>, tokens: TokenStream, words: &Words) {
        let scan = scan(tokens, words);
        for hidden in scan.hidden {
            let message = format!(
                "what a macro puts together isn't seen here, so the `{hidden}` in it counts for no control"
            );
            self.messages
                .push(Message::warning(message).at(file.place(hidden.span())));
        }
        if file.of.has_macro {
            for name in scan.misplaced {
                let message = format!(
                    "`#[{name}]` is on nothing here that can hold it, so it counts for no control: put it on an item, or on a function with a body"
                );
                self.messages
                    .push(Message::warning(message).at(file.place(name.span())));
            }
        }
        for saying in scan.sayings {
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

    fn claim(&mut self, kind: EvidenceKind, claim: &Claim, saying: &Saying, file: &FileScope<'_>) {
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
        file: &FileScope<'_>,
    ) -> Option<ControlIndex> {
        let names: Vec<String> = path.names.iter().map(plain).collect();
        match file.resolver.control(&names, &file.scope) {
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

    fn waiver(&mut self, waiver: WaiverParts, saying: &Saying, file: &FileScope<'_>) {
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
struct FileScope<'f> {
    of: &'f CrateFile,
    resolver: &'f Resolver<'f>,
    scope: Scope<'f>,
}

impl FileScope<'_> {
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
        let names: Vec<String> = origin.modules.iter().chain(&saying.path).cloned().collect();
        let mut cfgs: Vec<String> = Vec::new();
        for cfg in origin.cfgs.iter().chain(&saying.cfgs) {
            // Tests are always there when they are run.
            let is_known = cfgs.contains(cfg) || (is_test && cfg == "cfg(test)");
            if !is_known {
                cfgs.push(cfg.clone());
            }
        }
        // What isn't seen to be a test may be one all the same, by the word of its results.
        let may_run = is_test && saying.kind == ItemKind::Function;
        CodeItem {
            path: [&[origin.target.crate_name()], &*names].concat().join("::"),
            kind: saying.kind,
            test: (saying.kind == ItemKind::Test || may_run).then(|| names.join("::")),
            idle: Idle::of(saying, is_test, &cfgs),
            target: Arc::clone(&origin.target),
            place: self.place(control.span),
            cfgs,
        }
    }
}

#[cfg(test)]
mod tests;
