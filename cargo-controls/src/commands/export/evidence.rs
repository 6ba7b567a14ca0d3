//! What code does for the controls that are exported.

use controls_oscal::{EvidenceKind, OwnedCatalog, OwnedEvidence};

use crate::{
    args::Packaged,
    message::Message,
    show::{alert::Location, source_url::SourceUrl},
    sources::{Packages, SourceCatalog},
    traced::{
        model::{Claimed, Trace, TracedCatalog},
        sources::Sources,
        today,
    },
};

/// Adds what counts for each control. Returns what is wrong with what code says.
pub(super) fn add(
    exported: &mut OwnedCatalog,
    catalog: &SourceCatalog,
    packages: &Packaged,
    url: Option<&SourceUrl>,
) -> Vec<Message> {
    let packages = match Packages::of(&packages.selection()) {
        Ok(packages) => packages,
        Err(message) => return vec![message],
    };
    let sources = Sources::of(&packages);
    // The day only matters to waivers, which aren't evidence.
    let trace = Trace::of(&sources.traceable(), &sources.evidence, &[], today());
    let place = catalog.found.place(catalog.definition.name.span());
    let traced = trace.catalogs.iter().find(|traced| {
        traced.name == catalog.name
            && traced.place.file.path == place.file.path
            && traced.place.range == place.range
    });
    let controls = traced.into_iter().flat_map(TracedCatalog::controls);
    let records = exported
        .sections
        .iter_mut()
        .flat_map(|section| &mut section.records);
    for (record, control) in records.zip(controls) {
        let claims = [
            (EvidenceKind::Satisfies, &control.satisfied_by),
            (EvidenceKind::Verifies, &control.verified_by),
        ];
        for (kind, claims) in claims {
            let claims = claims.iter().filter(|claim| claim.counts());
            record
                .evidence
                .extend(claims.map(|claim| evidence(kind, claim, url)));
        }
    }
    sources.evidence.messages
}

fn evidence(kind: EvidenceKind, claim: &Claimed<'_>, url: Option<&SourceUrl>) -> OwnedEvidence {
    let at = Location::in_source(&claim.item.place);
    OwnedEvidence {
        kind,
        item: format!("{} ({}:{})", claim.item.path, at.file, at.line),
        url: url.and_then(|url| url.of(&at)),
    }
}
