//! Controls with what is said of them, before they're shown.

use std::collections::HashMap;

use controls_document::{Answer, heading_path};
use controls_dsl::{
    Definition, Row, RowAnswer, Section, evidence::EvidenceKind, plain_name, row_fingerprint,
};
use jiff::civil::Date;

use super::run::TestRun;
use crate::{
    file::SourceSpan,
    sources::{
        CatalogNames, CodeItem, ControlIndex, Evidence, EvidenceSurvey, Idle, Invocation, Waiver,
    },
};

/// Some catalogs.
pub(crate) struct Trace<'s> {
    /// The day that waivers are compared with.
    pub(crate) today: Date,
    pub(crate) catalogs: Vec<TracedCatalog<'s>>,
}

/// A definition whose controls are traced.
#[derive(Clone, Copy)]
pub(crate) struct Traceable<'s> {
    pub(crate) names: &'s CatalogNames,
    pub(crate) found: &'s Invocation,
    pub(crate) definition: &'s Definition,
}

/// A catalog.
pub(crate) struct TracedCatalog<'s> {
    pub(crate) name: &'s str,
    /// The path of its enum, from the crate on.
    pub(crate) path: String,
    /// The name, and where several have it also the place of the definition.
    pub(crate) heading: String,
    /// The name of the crate that it's in.
    pub(crate) crate_name: &'s str,
    /// Where its name is in the definition.
    pub(crate) place: SourceSpan,
    pub(crate) sections: Vec<TracedSection<'s>>,
}

/// A section of a catalog.
pub(crate) struct TracedSection<'s> {
    /// The headings above it that tell it apart, outermost first.
    pub(crate) group: Vec<&'s str>,
    pub(crate) title: &'s str,
    pub(crate) controls: Vec<TracedControl<'s>>,
}

/// A control.
pub(crate) struct TracedControl<'s> {
    pub(crate) catalog: String,
    pub(crate) variant: String,
    pub(crate) id: &'s str,
    /// The document's own number or code; empty where there is none.
    pub(crate) label: &'s str,
    pub(crate) title: &'s str,
    /// Whether its document has withdrawn it: then nothing has to be done for it.
    pub(crate) is_withdrawn: bool,
    /// `None` in a catalog without answers.
    pub(crate) answer: Option<Answer<'s>>,
    /// 32 hexadecimal digits.
    pub(crate) fingerprint: String,
    /// Where the variant is in the definition.
    pub(crate) place: SourceSpan,
    pub(crate) satisfied_by: Vec<Claimed<'s>>,
    pub(crate) verified_by: Vec<Claimed<'s>>,
    pub(crate) waivers: Vec<TracedWaiver<'s>>,
}

/// An item that does something for the control.
pub(crate) struct Claimed<'s> {
    pub(crate) item: &'s CodeItem,
    pub(crate) review: Review<'s>,
    /// How it ended as a test, where somebody has results.
    pub(crate) run: Option<TestRun>,
}

/// Whether an item was reviewed against what the control says now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Review<'s> {
    /// It says nothing of a review.
    None,
    /// It was.
    Current(&'s str),
    /// The control said something else then. The item doesn't compile, so it counts for nothing.
    Outdated(&'s str),
}

/// What has become of an item that does something for a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing<'s> {
    /// It counts.
    Counts,
    /// It was reviewed when the control said something else.
    Outdated,
    /// As a test it ended in a way that shows nothing.
    Run(TestRun),
    /// It does nothing.
    Idle(&'s Idle),
}

/// A waiver.
pub(crate) struct TracedWaiver<'s> {
    pub(crate) waiver: &'s Waiver,
    /// Whether its last day isn't over. Otherwise it counts for nothing.
    pub(crate) is_valid: bool,
}

/// What has been done for a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum State {
    /// Something satisfies it, and a test shows it.
    Verified,
    /// Something satisfies it.
    Satisfied,
    /// A test verifies it, and nothing says that it satisfies it.
    OnlyVerified,
    /// Neither, and that is accepted.
    Waived,
    /// Nothing, and nothing has to be done, because its document has withdrawn it.
    Withdrawn,
    /// Nothing.
    Open,
}

/// How many controls there are of each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) controls: usize,
    /// Verified or not.
    pub(crate) satisfied: usize,
    /// Satisfied or not.
    pub(crate) verified: usize,
    pub(crate) waived: usize,
    pub(crate) open: usize,
}

impl State {
    /// All of them.
    pub(crate) const ALL: [State; 6] = [
        State::Verified,
        State::Satisfied,
        State::OnlyVerified,
        State::Waived,
        State::Withdrawn,
        State::Open,
    ];

    /// The name as data has it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            State::Verified => "verified",
            State::Satisfied => "satisfied",
            State::OnlyVerified => "only-verified",
            State::Waived => "waived",
            State::Withdrawn => "withdrawn",
            State::Open => "open",
        }
    }

    /// The state in words.
    pub(crate) fn words(self) -> &'static str {
        match self {
            State::Verified => "satisfied, verified",
            State::Satisfied => "satisfied",
            State::OnlyVerified => "verified, not satisfied",
            State::Waived => "waived",
            State::Withdrawn => "withdrawn",
            State::Open => "nothing",
        }
    }
}

impl<'s> Trace<'s> {
    /// Puts together what the sources say of each control. `runs` are those of the evidence, in the same order; of what
    /// is none, nothing is known.
    pub(crate) fn of(
        catalogs: &[Traceable<'s>],
        survey: &'s EvidenceSurvey,
        runs: &[TestRun],
        today: Date,
    ) -> Trace<'s> {
        let said = Said::of(survey, runs);
        let heading = |of: &Traceable<'s>| {
            let name = &of.names.name;
            let twins = catalogs.iter().filter(|other| other.names.name == *name);
            if twins.count() < 2 {
                return name.clone();
            }
            let place = of.found.place(of.definition.name.span());
            let (line, _) = place.file.position(place.range.start);
            format!("{name} ({}:{line})", place.file.shown)
        };
        let catalogs = catalogs.iter().enumerate();
        let catalogs = catalogs.map(|(at, catalog)| {
            let mut rows = 0..;
            let mut section = |section: &'s Section| {
                let controls = section.rows.iter().zip(&mut rows).map(|(row, index)| {
                    let index = ControlIndex {
                        catalog: at,
                        row: index,
                    };
                    said.control(catalog, (section, row), index, today)
                });
                TracedSection {
                    group: section.headings_above().collect(),
                    title: &section.title.value,
                    controls: controls.collect(),
                }
            };
            TracedCatalog {
                name: &catalog.names.name,
                heading: heading(catalog),
                path: catalog.names.path(),
                crate_name: &catalog.names.crate_name,
                place: catalog.found.place(catalog.definition.name.span()),
                sections: catalog
                    .definition
                    .sections
                    .iter()
                    .map(&mut section)
                    .collect(),
            }
        });
        Trace {
            today,
            catalogs: catalogs.collect(),
        }
    }

    /// All controls.
    pub(crate) fn controls(&self) -> impl Iterator<Item = &TracedControl<'s>> {
        self.catalogs.iter().flat_map(TracedCatalog::controls)
    }
}

/// What is said, by controls.
struct Said<'s> {
    evidence: HashMap<ControlIndex, Vec<(&'s Evidence, Option<TestRun>)>>,
    waivers: HashMap<ControlIndex, Vec<&'s Waiver>>,
}

impl<'s> Said<'s> {
    fn of(survey: &'s EvidenceSurvey, runs: &[TestRun]) -> Said<'s> {
        let mut said = Said {
            evidence: HashMap::new(),
            waivers: HashMap::new(),
        };
        for (at, evidence) in survey.evidence.iter().enumerate() {
            let verifies = evidence.kind == EvidenceKind::Verifies;
            let run = runs.get(at).copied().filter(|_| verifies);
            said.evidence
                .entry(evidence.control)
                .or_default()
                .push((evidence, run));
        }
        for waiver in &survey.waivers {
            said.waivers.entry(waiver.control).or_default().push(waiver);
        }
        said
    }

    fn control(
        &self,
        catalog: &Traceable<'s>,
        (section, row): (&'s Section, &'s Row),
        index: ControlIndex,
        today: Date,
    ) -> TracedControl<'s> {
        let fingerprint = fingerprint(section, row);
        let evidence = self.evidence.get(&index).map_or(&[][..], Vec::as_slice);
        let claims = |kind: EvidenceKind| {
            let of_kind = evidence
                .iter()
                .filter(move |(evidence, _)| evidence.kind == kind);
            let claims = of_kind.map(|(evidence, run)| Claimed {
                item: &evidence.item,
                review: Review::of(
                    evidence.reviewed.as_ref().map(|of| &*of.fingerprint),
                    &fingerprint,
                ),
                run: *run,
            });
            claims.collect::<Vec<_>>()
        };
        let waivers = self.waivers.get(&index).into_iter().flatten();
        TracedControl {
            catalog: catalog.names.name.clone(),
            variant: plain_name(&row.name),
            id: row.id(),
            label: row.label().map_or("", |label| &label.value),
            title: &row.title.value,
            is_withdrawn: row.is_withdrawn(),
            answer: row.answer.as_ref().map(RowAnswer::answer),
            place: catalog.found.place(row.name.span()),
            satisfied_by: claims(EvidenceKind::Satisfies),
            verified_by: claims(EvidenceKind::Verifies),
            waivers: waivers
                .map(|waiver| TracedWaiver {
                    waiver,
                    // What isn't a day hasn't been read.
                    is_valid: waiver.item.idle.is_none()
                        && waiver.until.parse().is_ok_and(|until: Date| today <= until),
                })
                .collect(),
            fingerprint,
        }
    }
}

impl TracedSection<'_> {
    /// The title, after the headings above it.
    pub(crate) fn heading(&self) -> String {
        heading_path(self.group.iter().copied().chain([self.title]))
    }
}

impl TracedCatalog<'_> {
    /// How many controls there are of each state.
    pub(crate) fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for control in self.controls() {
            counts.controls += 1;
            counts.satisfied += usize::from(control.is_satisfied());
            counts.verified += usize::from(control.is_verified());
            match control.state() {
                State::Waived => counts.waived += 1,
                State::Open => counts.open += 1,
                _ => {}
            }
        }
        counts
    }
}

impl<'s> TracedCatalog<'s> {
    /// All controls.
    pub(crate) fn controls(&self) -> impl Iterator<Item = &TracedControl<'s>> {
        self.sections.iter().flat_map(|section| &section.controls)
    }
}

impl TracedControl<'_> {
    /// The variant with its catalog, as in code.
    pub(crate) fn path(&self) -> String {
        format!("{}::{}", self.catalog, self.variant)
    }

    /// The title, after the label if there is one.
    pub(crate) fn named(&self) -> String {
        match self.label {
            "" => self.title.to_owned(),
            label => format!("{label} {}", self.title),
        }
    }

    /// Whether something satisfies it that compiles.
    pub(crate) fn is_satisfied(&self) -> bool {
        self.satisfied_by.iter().any(Claimed::counts)
    }

    /// Whether a test verifies it. Where somebody has results, one has to have passed, and none may have failed.
    pub(crate) fn is_verified(&self) -> bool {
        self.verified_by.iter().any(Claimed::counts) && self.failed().is_none()
    }

    /// The first test that has failed.
    pub(crate) fn failed(&self) -> Option<&Claimed<'_>> {
        self.verified_by
            .iter()
            .find(|claim| claim.run == Some(TestRun::Failed))
    }

    /// Whether a waiver is valid.
    pub(crate) fn is_waived(&self) -> bool {
        self.waivers.iter().any(|waiver| waiver.is_valid)
    }

    /// What has been done for it.
    pub(crate) fn state(&self) -> State {
        match (self.is_satisfied(), self.is_verified()) {
            (true, true) => State::Verified,
            (true, false) => State::Satisfied,
            (false, true) => State::OnlyVerified,
            (false, false) if self.is_waived() => State::Waived,
            (false, false) if self.is_withdrawn => State::Withdrawn,
            (false, false) => State::Open,
        }
    }
}

impl<'s> Claimed<'s> {
    /// Whether it does something for the control.
    pub(crate) fn counts(&self) -> bool {
        self.standing() == Standing::Counts
    }

    /// What has become of it. What results say of a test counts more than what it looks like.
    pub(crate) fn standing(&self) -> Standing<'s> {
        let idle = self.item.idle.as_ref();
        match (self.review, idle, self.run) {
            (Review::Outdated(_), ..) => Standing::Outdated,
            (_, Some(idle @ Idle::NeverBuilt), _) => Standing::Idle(idle),
            (_, _, Some(TestRun::Passed)) | (_, None, None) => Standing::Counts,
            (_, _, Some(run @ (TestRun::Failed | TestRun::Skipped))) => Standing::Run(run),
            (_, Some(idle), _) => Standing::Idle(idle),
            (_, None, Some(TestRun::Missing)) => Standing::Run(TestRun::Missing),
        }
    }
}

impl<'s> Review<'s> {
    fn of(reviewed: Option<&'s str>, fingerprint: &str) -> Review<'s> {
        match reviewed {
            None => Review::None,
            Some(text) if text.eq_ignore_ascii_case(fingerprint) => Review::Current(text),
            Some(text) => Review::Outdated(text),
        }
    }
}

/// The fingerprint of what a row says, as reviews have it: 32 hexadecimal digits.
pub(crate) fn fingerprint(section: &Section, row: &Row) -> String {
    format!("{:032x}", row_fingerprint(section, row))
}
