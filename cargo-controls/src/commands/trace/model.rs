//! Controls with what is said of them, before they're shown.

use std::collections::HashMap;

use controls_document::Answer;
use controls_dsl::{Row, RowAnswer, Section, evidence::EvidenceKind, plain_name, row_fingerprint};
use jiff::civil::Date;

use super::{arguments::Requirement, results::TestRun};
use crate::{
    file::SourceSpan,
    sources::{
        CatalogNames, CodeItem, ControlIndex, Evidence, EvidenceSurvey, Idle, Parsed, Waiver,
    },
};

/// Some catalogs.
pub(super) struct Trace<'s> {
    /// The day that waivers are compared with.
    pub(super) today: Date,
    pub(super) catalogs: Vec<TracedCatalog<'s>>,
}

/// A catalog.
pub(super) struct TracedCatalog<'s> {
    pub(super) name: &'s str,
    /// The name of the crate that it's in.
    pub(super) crate_name: &'s str,
    /// Where its name is in the definition.
    pub(super) place: SourceSpan,
    pub(super) sections: Vec<TracedSection<'s>>,
}

/// A section of a catalog.
pub(super) struct TracedSection<'s> {
    pub(super) title: &'s str,
    pub(super) controls: Vec<TracedControl<'s>>,
}

/// A control.
pub(super) struct TracedControl<'s> {
    pub(super) catalog: String,
    pub(super) variant: String,
    pub(super) id: &'s str,
    /// The document's own number or code; empty where there is none.
    pub(super) label: &'s str,
    pub(super) title: &'s str,
    /// `None` in a catalog without answers.
    pub(super) answer: Option<Answer<'s>>,
    /// 32 hexadecimal digits.
    pub(super) fingerprint: String,
    /// Where the variant is in the definition.
    pub(super) place: SourceSpan,
    pub(super) satisfied_by: Vec<Claimed<'s>>,
    pub(super) verified_by: Vec<Claimed<'s>>,
    pub(super) waivers: Vec<TracedWaiver<'s>>,
}

/// An item that does something for the control.
pub(super) struct Claimed<'s> {
    pub(super) item: &'s CodeItem,
    pub(super) review: Review<'s>,
    /// How it ended as a test, where somebody has results.
    pub(super) run: Option<TestRun>,
}

/// Whether an item was reviewed against what the control says now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Review<'s> {
    /// It says nothing of a review.
    None,
    /// It was.
    Current(&'s str),
    /// The control said something else then. The item doesn't compile, so it counts for nothing.
    Outdated(&'s str),
}

/// What has become of an item that does something for a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It counts.
    Counts,
    /// It was reviewed when the control said something else.
    Outdated,
    /// As a test it ended in a way that shows nothing.
    Run(TestRun),
    /// It does nothing.
    Idle(Idle),
}

/// A waiver.
pub(super) struct TracedWaiver<'s> {
    pub(super) waiver: &'s Waiver,
    /// Whether its last day isn't over. Otherwise it counts for nothing.
    pub(super) is_valid: bool,
}

/// What has been done for a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum State {
    /// Something satisfies it, and a test shows it.
    Verified,
    /// Something satisfies it.
    Satisfied,
    /// A test verifies it, and nothing says that it satisfies it.
    OnlyVerified,
    /// Neither, and that is accepted.
    Waived,
    /// Nothing.
    Open,
}

/// How many controls there are of each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) controls: usize,
    /// Verified or not.
    pub(super) satisfied: usize,
    /// Satisfied or not.
    pub(super) verified: usize,
    pub(super) waived: usize,
    pub(super) open: usize,
}

impl State {
    /// All of them.
    pub(super) const ALL: [State; 5] = [
        State::Verified,
        State::Satisfied,
        State::OnlyVerified,
        State::Waived,
        State::Open,
    ];

    /// The name as data has it.
    pub(super) fn name(self) -> &'static str {
        match self {
            State::Verified => "verified",
            State::Satisfied => "satisfied",
            State::OnlyVerified => "only-verified",
            State::Waived => "waived",
            State::Open => "open",
        }
    }

    /// The state in words.
    pub(super) fn words(self) -> &'static str {
        match self {
            State::Verified => "satisfied, verified",
            State::Satisfied => "satisfied",
            State::OnlyVerified => "verified, not satisfied",
            State::Waived => "waived",
            State::Open => "nothing",
        }
    }
}

impl<'s> Trace<'s> {
    /// Puts together what the sources say of each control. `runs` are those of the evidence, in the same order; of what
    /// is none, nothing is known.
    pub(super) fn of(
        catalogs: &'s [Parsed],
        names: &'s [CatalogNames],
        survey: &'s EvidenceSurvey,
        runs: &[TestRun],
        today: Date,
    ) -> Trace<'s> {
        let said = Said::of(survey, runs);
        let catalogs = catalogs.iter().zip(names).enumerate();
        let catalogs = catalogs.map(|(at, (parsed, names))| {
            let mut rows = 0..;
            let mut section = |section: &'s Section| {
                let controls = section.rows.iter().zip(&mut rows).map(|(row, index)| {
                    let index = ControlIndex {
                        catalog: at,
                        row: index,
                    };
                    said.control(parsed, (section, row), index, today)
                });
                TracedSection {
                    title: &section.title.value,
                    controls: controls.collect(),
                }
            };
            TracedCatalog {
                name: &names.name,
                crate_name: &names.crate_name,
                place: parsed.found.place(parsed.definition.name.span()),
                sections: parsed
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
    pub(super) fn controls(&self) -> impl Iterator<Item = &TracedControl<'s>> {
        self.catalogs.iter().flat_map(TracedCatalog::controls)
    }

    /// The controls that lack what is required, each with the first thing that it lacks. A waiver that is valid stands in
    /// for everything.
    pub(super) fn gaps(&self, required: &[Requirement]) -> Vec<Gap<'_, 's>> {
        let lacks = |control: &TracedControl<'s>, requirement: Requirement| match requirement {
            Requirement::Satisfied => !control.is_satisfied(),
            Requirement::Verified => !control.is_verified(),
        };
        let mut required = required.to_vec();
        required.sort_unstable();
        self.controls()
            .filter(|control| !control.is_waived())
            .filter_map(|control| {
                let lacking = required.iter().find(|of| lacks(control, **of))?;
                Some(Gap {
                    control,
                    lacking: *lacking,
                })
            })
            .collect()
    }
}

/// A control that lacks what is required.
pub(super) struct Gap<'t, 's> {
    pub(super) control: &'t TracedControl<'s>,
    pub(super) lacking: Requirement,
}

impl Gap<'_, '_> {
    /// What is missing.
    pub(super) fn message(&self) -> String {
        let path = self.control.path();
        match self.lacking {
            Requirement::Satisfied => format!("nothing satisfies `{path}`, and no waiver says why"),
            Requirement::Verified => format!("no test verifies `{path}`, and no waiver says why"),
        }
    }

    /// What there is that doesn't count, or what to write.
    pub(super) fn help(&self) -> String {
        let control = self.control;
        let path = control.path();
        let expired = control.waivers.iter().find(|of| !of.is_valid);
        let (claims, attribute) = match self.lacking {
            Requirement::Satisfied => (&control.satisfied_by, "satisfies"),
            Requirement::Verified => (&control.verified_by, "verifies"),
        };
        // One that failed matters most.
        let claim = claims
            .iter()
            .max_by_key(|claim| (claim.run, claim.standing() == Standing::Outdated));
        let reason = claim.and_then(|claim| {
            let item = &claim.item.path;
            let reason = match claim.standing() {
                Standing::Counts => return None,
                Standing::Outdated => format!(
                    "`{item}` was reviewed when the control said something else: review it, then write `reviewed = \"{}\"`",
                    control.fingerprint
                ),
                Standing::Run(TestRun::Failed) => format!("`{item}` failed"),
                Standing::Run(TestRun::Skipped) => format!("`{item}` was skipped"),
                Standing::Run(_) => format!("`{item}` isn't among the results"),
                Standing::Idle(Idle::NoTest) => {
                    format!("`{item}` has no attribute that makes it a test, so it isn't known to run")
                }
                Standing::Idle(Idle::Ignored) => {
                    format!("`{item}` is ignored, so nothing shows that it passes")
                }
                Standing::Idle(Idle::NeverBuilt) => format!("`{item}` has a `cfg` that is never on"),
            };
            Some(reason)
        });
        if let Some(reason) = reason {
            reason
        } else if let Some(TracedWaiver { waiver, .. }) = expired {
            if waiver.item.idle.is_some() {
                return "its waiver has a `cfg` that is never on".to_owned();
            }
            format!(
                "its waiver ended on {}: \"{}\"",
                waiver.until, waiver.reason
            )
        } else {
            format!("write `#[{attribute}({path})]` where that is done, or `waived!({path}, …)`")
        }
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
        parsed: &'s Parsed,
        (section, row): (&'s Section, &'s Row),
        index: ControlIndex,
        today: Date,
    ) -> TracedControl<'s> {
        let fingerprint = format!("{:032x}", row_fingerprint(section, row));
        let evidence = self.evidence.get(&index).map_or(&[][..], Vec::as_slice);
        let claims = |kind: EvidenceKind| {
            let of_kind = evidence
                .iter()
                .filter(move |(evidence, _)| evidence.kind == kind);
            let claims = of_kind.map(|(evidence, run)| Claimed {
                item: &evidence.item,
                review: Review::of(evidence.reviewed.as_deref(), &fingerprint),
                run: *run,
            });
            claims.collect::<Vec<_>>()
        };
        let waivers = self.waivers.get(&index).into_iter().flatten();
        TracedControl {
            catalog: parsed.name(),
            variant: plain_name(&row.name),
            id: row.id(),
            label: row.label().map_or("", |label| &label.value),
            title: &row.title.value,
            answer: row.answer.as_ref().map(RowAnswer::answer),
            place: parsed.found.place(row.name.span()),
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

impl TracedCatalog<'_> {
    /// How many controls there are of each state.
    pub(super) fn counts(&self) -> Counts {
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
    pub(super) fn controls(&self) -> impl Iterator<Item = &TracedControl<'s>> {
        self.sections.iter().flat_map(|section| &section.controls)
    }
}

impl TracedControl<'_> {
    /// The variant with its catalog, as in code.
    pub(super) fn path(&self) -> String {
        format!("{}::{}", self.catalog, self.variant)
    }

    /// Whether something satisfies it that compiles.
    pub(super) fn is_satisfied(&self) -> bool {
        self.satisfied_by.iter().any(Claimed::counts)
    }

    /// Whether a test verifies it. Where somebody has results, one has to have passed, and none may have failed.
    pub(super) fn is_verified(&self) -> bool {
        self.verified_by.iter().any(Claimed::counts) && self.failed().is_none()
    }

    /// The first test that has failed.
    pub(super) fn failed(&self) -> Option<&Claimed<'_>> {
        self.verified_by
            .iter()
            .find(|claim| claim.run == Some(TestRun::Failed))
    }

    /// Whether a waiver is valid.
    pub(super) fn is_waived(&self) -> bool {
        self.waivers.iter().any(|waiver| waiver.is_valid)
    }

    /// What has been done for it.
    pub(super) fn state(&self) -> State {
        match (self.is_satisfied(), self.is_verified()) {
            (true, true) => State::Verified,
            (true, false) => State::Satisfied,
            (false, true) => State::OnlyVerified,
            (false, false) if self.is_waived() => State::Waived,
            (false, false) => State::Open,
        }
    }
}

impl Claimed<'_> {
    /// Whether it does something for the control.
    pub(super) fn counts(&self) -> bool {
        self.standing() == Standing::Counts
    }

    /// What has become of it. What results say of a test counts more than what it looks like.
    pub(super) fn standing(&self) -> Standing {
        match (self.review, self.item.idle, self.run) {
            (Review::Outdated(_), ..) => Standing::Outdated,
            (_, Some(Idle::NeverBuilt), _) => Standing::Idle(Idle::NeverBuilt),
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
