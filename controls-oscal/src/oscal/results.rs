//! An assessment as assessment results: a finding for each control that has been assessed, with what it rests on as an
//! observation, and a risk for each one that is waived.

use std::collections::{BTreeMap, HashSet};

use controls_core::{Assessed, Date, Finding as Found};
use serde::Serialize;

use super::{
    catalog::title,
    common::{BackMatter, Metadata, Property, line, midnight, string},
    ident::{token, uuid},
};
use crate::{
    catalog::{EvidenceKind, OwnedCatalog, OwnedRecord},
    error::ExportError,
    json::pretty,
    state::State,
};

/// Returns what was found for the controls of a catalog, by their ids, as assessment results of OSCAL.
///
/// There's a finding for each control that somebody has assessed, about its statement in the catalog that
/// [`Format::OscalCatalog`](crate::Format::OscalCatalog) gives. What it rests on is an observation: the words of the
/// assessment, and [what code does](OwnedRecord::evidence) for the control. A waiver is a risk, with the day that it ends on as
/// its deadline. What nobody has assessed isn't among the reviewed controls.
///
/// The results are of the given day, on which waivers may have ended. Without a day they are of the day of the document, and
/// no waiver has ended. Of an [`Assessment`](controls_core::Assessment), an
/// [`AssessmentReport`](crate::AssessmentReport) gives the same.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use controls_azure_backup::AzureBackup;
/// use controls_core::{Assessed, Date, Finding};
/// use controls_oscal::{OwnedCatalog, assessment_results};
///
/// let found = Assessed::new(Finding::Satisfied, "policies of 2027");
/// let found = BTreeMap::from([("forced-tunneling".to_owned(), found)]);
/// let catalog = OwnedCatalog::from(AzureBackup::CATALOG);
/// let json = assessment_results(&catalog, &found, Date::new(2027, 4, 1))?;
/// assert!(json.contains("\"target-id\": \"forced-tunneling_smt\""));
/// # Ok::<(), controls_oscal::ExportError>(())
/// ```
///
/// # Errors
///
/// When something was found for a control that the catalog hasn't, and when nothing has been assessed: OSCAL has no words for that.
pub fn assessment_results(
    catalog: &OwnedCatalog,
    found: &BTreeMap<String, Assessed>,
    today: Option<Date>,
) -> Result<String, ExportError> {
    let ids: HashSet<&str> = catalog.records().map(|record| &*record.id).collect();
    if let Some(id) = found.keys().find(|id| !ids.contains(&***id)) {
        return Err(ExportError::UnknownControl(id.clone()));
    }
    let mut metadata = Metadata::of(catalog, format!("Assessment of {}", title(catalog)));
    if let Some(today) = today {
        metadata = metadata.of_day(today);
    }
    let on = metadata.last_modified().to_owned();
    let controls: Vec<AssessedControl<'_>> = catalog
        .records()
        .filter_map(|record| {
            let assessed = found.get(&record.id)?;
            let state = State::of(&assessed.finding, today);
            let is_assessed = state != State::NotAssessed;
            is_assessed.then_some(AssessedControl {
                catalog,
                on: &on,
                record,
                assessed,
                state,
            })
        })
        .collect();
    if controls.is_empty() {
        return Err(ExportError::NothingAssessed);
    }
    let mut result = AssessmentResult {
        uuid: uuid("result", catalog, &[&on]),
        title: format!("Assessment of {}", title(catalog)),
        description: format!(
            "{} of {} controls have been assessed.",
            controls.len(),
            ids.len()
        ),
        start: on.clone(),
        reviewed_controls: ReviewedControls {
            control_selections: [Selection {
                description: "The controls that have been assessed.",
                include_controls: controls
                    .iter()
                    .map(|of| ControlId {
                        control_id: token(&of.record.id),
                    })
                    .collect(),
            }],
        },
        observations: Vec::new(),
        risks: Vec::new(),
        findings: Vec::new(),
    };
    for control in &controls {
        let (observation, risk) = (control.observation(), control.risk());
        let finding = control.finding(observation.as_ref(), risk.as_ref());
        result.observations.extend(observation);
        result.risks.extend(risk);
        result.findings.push(finding);
    }
    // It's another document, and another version, if anything else was found.
    let content = serde_json::to_string(&result).unwrap_or_default();
    let fingerprint = catalog.fingerprint.to_string();
    let plan = uuid("assessment-plan", catalog, &[]);
    Ok(pretty(&Document {
        assessment_results: AssessmentResults {
            uuid: uuid("assessment-results", catalog, &[&fingerprint, &content]),
            metadata: metadata.with_version(uuid("version", catalog, &[&fingerprint, &content])),
            import_ap: Import {
                href: format!("#{plan}"),
                remarks: "There is no plan of the assessment.",
            },
            results: [result],
            back_matter: BackMatter::with(
                BackMatter::of(catalog),
                plan,
                "In place of a plan of the assessment: there is none.",
            ),
        },
    }))
}

/// A control that somebody has assessed.
struct AssessedControl<'a> {
    catalog: &'a OwnedCatalog,
    on: &'a str,
    record: &'a OwnedRecord,
    assessed: &'a Assessed,
    state: State,
}

impl AssessedControl<'_> {
    /// The id of something about it.
    fn uuid(&self, kind: &str) -> String {
        uuid(kind, self.catalog, &[&self.record.id, self.on])
    }

    /// What the finding rests on, if on anything.
    fn observation(&self) -> Option<Observation> {
        let said = string(&self.assessed.evidence);
        let evidence = &self.record.evidence;
        let mut methods: Vec<&str> = evidence
            .iter()
            .map(|evidence| match evidence.kind {
                EvidenceKind::Satisfies => "EXAMINE",
                EvidenceKind::Verifies => "TEST",
            })
            .collect();
        methods.sort_unstable();
        methods.dedup();
        if methods.is_empty() {
            // How it was come by is known to whoever wrote it.
            said.as_ref()?;
            methods.push("UNKNOWN");
        }
        Some(Observation {
            uuid: self.uuid("observation"),
            title: line(&self.record.title),
            description: said.unwrap_or_else(|| "What code does for the control.".to_owned()),
            methods,
            relevant_evidence: evidence
                .iter()
                .map(|evidence| RelevantEvidence {
                    href: evidence.url.clone(),
                    description: format!(
                        "{} {}",
                        match evidence.kind {
                            EvidenceKind::Satisfies => "Satisfied by",
                            EvidenceKind::Verifies => "Verified by",
                        },
                        line(&evidence.item)
                    ),
                })
                .collect(),
            collected: self.on.to_owned(),
        })
    }

    /// What somebody has accepted.
    fn risk(&self) -> Option<Risk> {
        let Found::Waived { reason, until } = &self.assessed.finding else {
            return None;
        };
        Some(Risk {
            uuid: self.uuid("risk"),
            title: line(&self.record.title),
            description: line(&self.found()),
            statement: line(reason),
            status: if self.state == State::Ended {
                "open"
            } else {
                "deviation-approved"
            },
            deadline: midnight(*until),
        })
    }

    /// What was found, by what it rests on and what somebody has accepted.
    fn finding(&self, observation: Option<&Observation>, risk: Option<&Risk>) -> Finding {
        let (state, reason) = match self.state {
            State::Satisfied => ("satisfied", "pass"),
            State::NotApplicable => ("satisfied", "other"),
            State::Waived => ("not-satisfied", "other"),
            State::NotSatisfied | State::Ended | State::NotAssessed => ("not-satisfied", "fail"),
        };
        Finding {
            uuid: self.uuid("finding"),
            title: line(&self.record.title),
            description: line(&self.found()),
            props: Property::ours("finding", self.state.name())
                .into_iter()
                .collect(),
            target: About {
                kind: "statement-id",
                target_id: format!("{}_smt", token(&self.record.id)),
                status: Status { state, reason },
                implementation_status: (self.state == State::NotApplicable).then_some(
                    ImplementationStatus {
                        state: "not-applicable",
                    },
                ),
            },
            related_observations: observation
                .map(|of| ObservationId {
                    observation_uuid: of.uuid.clone(),
                })
                .into_iter()
                .collect(),
            related_risks: risk
                .map(|of| RiskId {
                    risk_uuid: of.uuid.clone(),
                })
                .into_iter()
                .collect(),
        }
    }

    /// What was found, in words.
    fn found(&self) -> String {
        self.state.found(&self.assessed.finding)
    }
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Document {
    assessment_results: AssessmentResults,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct AssessmentResults {
    uuid: String,
    metadata: Metadata,
    import_ap: Import,
    results: [AssessmentResult; 1],
    back_matter: BackMatter,
}

#[derive(Serialize)]
struct Import {
    href: String,
    remarks: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct AssessmentResult {
    uuid: String,
    title: String,
    description: String,
    start: String,
    reviewed_controls: ReviewedControls,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    observations: Vec<Observation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    risks: Vec<Risk>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    findings: Vec<Finding>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ReviewedControls {
    control_selections: [Selection; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Selection {
    description: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    include_controls: Vec<ControlId>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ControlId {
    control_id: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Observation {
    uuid: String,
    title: String,
    description: String,
    methods: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    relevant_evidence: Vec<RelevantEvidence>,
    collected: String,
}

/// An item in code.
#[derive(Serialize)]
struct RelevantEvidence {
    #[serde(skip_serializing_if = "Option::is_none")]
    href: Option<String>,
    description: String,
}

#[derive(Serialize)]
struct Risk {
    uuid: String,
    title: String,
    description: String,
    statement: String,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    deadline: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Finding {
    uuid: String,
    title: String,
    description: String,
    props: Vec<Property>,
    target: About,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_observations: Vec<ObservationId>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_risks: Vec<RiskId>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct About {
    #[serde(rename = "type")]
    kind: &'static str,
    target_id: String,
    status: Status,
    #[serde(skip_serializing_if = "Option::is_none")]
    implementation_status: Option<ImplementationStatus>,
}

#[derive(Serialize)]
struct Status {
    state: &'static str,
    reason: &'static str,
}

#[derive(Serialize)]
struct ImplementationStatus {
    state: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ObservationId {
    observation_uuid: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct RiskId {
    risk_uuid: String,
}
