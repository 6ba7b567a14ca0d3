//! What is proposed for documents: real ones, where they are at hand, and invented ones in the manner of others.

use std::{
    fs,
    path::{Path, PathBuf},
};

use controls_document::read_bound;
use controls_dsl::binding_attributes;

use super::{Proposal, WhyNot};

/// A real document, the attributes that are proposed for it, and where a person writes others (in the table of the families in
/// the workspace's tests), in what the two differ.
type Case = (&'static str, &'static [&'static str], &'static str);

const CASES: &[Case] = &[
    (
        "aks-cis/cis-kubernetes-2024-08-30.md",
        &[
            r#"#[columns(label = "CIS ID", title = "Recommendation description", answer = "Status", also = ["Assessment status", "Level"])]"#,
        ],
        "",
    ),
    (
        "aks-cis/cis-kubernetes-2025-05-20.md",
        &[
            r#"#[columns(label = "CIS ID", title = "Recommendation description", answer = "Status", notes = "Reason", also = ["Assessment status", "Level"])]"#,
        ],
        "",
    ),
    (
        "aks-cis/cis-kubernetes-2025-08-05.md",
        &[
            r#"#[columns(label = "CIS ID", title = "Recommendation description", answer = "Status", notes = "Reason", also = ["Assessment status", "Level"])]"#,
        ],
        "",
    ),
    (
        "aks-cis/cis-ubuntu-2025-10-29.md",
        &[
            r#"#[columns(label = "CIS paragraph number", title = "Recommendation description", answer = "Status", notes = "Reason")]"#,
        ],
        "",
    ),
    (
        "aks-cis/cis-ubuntu-2026-06-11.md",
        &[
            r#"#[columns(label = "CIS paragraph number", title = "Recommendation description", answer = "Status", notes = "Reason", also = ["Level"])]"#,
        ],
        "more of the columns, which one of two tables has alone",
    ),
    (
        "aks-cis/cis-windows-2024-08-01.md",
        &[
            r#"#[columns(label = "CIS paragraph number", title = "Recommendation description", answer = "Status", notes = "Reason")]"#,
        ],
        "",
    ),
    (
        "azure-baselines/azure-monitor-mcsb-2024-02.md",
        &[
            r#"#[headings(level = 5, answer = "Supported", notes = "Feature notes", documentation = "Reference", also = ["Enabled By Default", "Configuration Responsibility"])]"#,
        ],
        "more of what is said under each heading",
    ),
    (
        "azure-baselines/load-balancer-v3-2022-09.md",
        &[
            r#"#[headings(level = 5, answer = "Supported", notes = "Feature notes", documentation = "Reference", also = ["Enabled By Default", "Configuration Responsibility"])]"#,
        ],
        "more of what is said under each heading",
    ),
    ("azure-regulatory/aks-security-controls-policy.md", &[], ""),
    ("azure-secure-your/secure-key-vault.md", &[], ""),
    (
        "canada-guardrails/EN-00_Applicable-Scope.md",
        &[
            r#"#[columns(label = "Identifier (ID)", title = "Guardrail", also = ["Applicable Service Models", "Profile 1: experimentation or sandbox", "Profile 2: non-sensitive cloud-based services", "Profile 3a and 3b: sensitive (up to Protected B) cloud-based services", "Profile 4a and 4b: sensitive (up to Protected B) cloud-based services for GC-wide SaaS solutions", "Profile 5: GC to GC only (hybrid IT – extension of GC data centres)", "Profile 6: cloud-based service accessible to external users (connections to GC data centres required)"])]"#,
        ],
        "more of the columns",
    ),
    (
        "canada-guardrails/EN-02_Manage-Access.md",
        &[r#"#[columns(title = "Activity", notes = "Validation")]"#],
        "",
    ),
    (
        "cisa-scuba/aad.md",
        &[
            r#"#[headings(level = 4, answer = "Criticality", notes = "Rationale", also = ["Last modified"])]"#,
        ],
        "more of what is said under each heading",
    ),
    (
        "cisa-scuba/teams-v1.0.0.md",
        &[
            r#"#[headings(level = 4, answer = "Criticality", notes = "Rationale", also = ["Last modified"])]"#,
        ],
        "more of what is said under each heading",
    ),
    (
        "cisa-scuba/teams.md",
        &[
            r#"#[headings(level = 4, answer = "Criticality", notes = "Rationale", also = ["Last modified"])]"#,
        ],
        "more of what is said under each heading",
    ),
    (
        "cra/standards.md",
        &[
            r#"#[columns(label = "Number", title = "Description", documentation = "CRA Link", also = ["CEN/CENELEC", "ETSI"])]"#,
        ],
        "",
    ),
    (
        "iceberg-status/status.md",
        &[
            r#"#[columns(title = ["Table Operation", "Operation", "View Operation", "Namespace Operation", "Data Type", "Storage", "Format", "Database"], answer = "Java", also = ["PyIceberg", "Rust", "Go", "C++"])]"#,
        ],
        "the titles by their headings, not by their position",
    ),
    (
        "openssf-osps/2026-02-19.md",
        &[r#"#[headings(level = 4, notes = "Recommendation", also = ["Control applies to"])]"#],
        "",
    ),
    (
        "openssf-s2c2f/framework.md",
        &[
            r#"#[columns(label = "Requirement ID", title = "Requirement Title", notes = "Benefit", also = ["Practice", "Maturity Level"])]"#,
        ],
        "",
    ),
    (
        "otel-compliance/2023-08-24.md",
        &[
            r#"#[columns(title = "Feature", answer = "Go", also = ["Java", "JS", "Python", "Ruby", "PHP", "Rust", "C++", ".NET", "Swift"])]"#,
            r#"#[answers(yes = "+", no = "-", blank = unanswered)]"#,
        ],
        "all implementations are there, not three of them",
    ),
    (
        "otel-compliance/2026-08-10.md",
        &[
            r#"#[columns(title = "Feature", answer = "Go", also = ["Java", "JS", "Python", "Ruby", "PHP", "Rust", "C++", ".NET", "Swift"])]"#,
            r#"#[answers(yes = "+", no = "-", blank = unanswered)]"#,
        ],
        "all implementations are there, not three of them",
    ),
    (
        "owasp-asvs/4.0.1-en/0x11-V2-Authentication.md",
        &[
            r##"#[columns(label = "#", title = "Description", also = ["L1", "L2", "L3", "CWE", "NIST §"])]"##,
        ],
        "",
    ),
    (
        "owasp-asvs/4.0.3-en/0x11-V2-Authentication.md",
        &[
            r##"#[columns(label = "#", title = "Description", also = ["L1", "L2", "L3", "CWE", "NIST §"])]"##,
        ],
        "",
    ),
    (
        "owasp-asvs/4.0.3-fr/0x11-V2-Authentication.md",
        &[
            r##"#[columns(label = "#", title = "Description", also = ["L1", "L2", "L3", "CWE", "NIST §"])]"##,
        ],
        "",
    ),
    (
        "owasp-asvs/5.0.0-en/0x15-V6-Authentication.md",
        &[r##"#[columns(label = "#", title = "Description", also = ["Level"])]"##],
        "",
    ),
    (
        "owasp-masvs/1.2-en/0x07-V2-Data_Storage_and_Privacy_requirements.md",
        &[r##"#[columns(label = "#", title = "Description", also = ["MSTG-ID", "L1", "L2"])]"##],
        "levels aren't answers, and of two labels the first is taken",
    ),
    (
        "owasp-masvs/1.5.0-en/0x07-V2-Data_Storage_and_Privacy_requirements.md",
        &[r##"#[columns(label = "#", title = "Description", also = ["MSTG-ID", "L1", "L2"])]"##],
        "levels aren't answers, and of two labels the first is taken",
    ),
    (
        "product-compliance/bindy-slsa.md",
        &[
            r#"#[columns(title = "Requirement", answer = "Bindy Status", also = ["Level 1", "Level 2", "Level 3"])]"#,
        ],
        "the table with most rows is taken, whose answers are texts with a sign",
    ),
    (
        "product-compliance/edgesentry-compliance-matrix.md",
        &[r#"#[headings(level = 3, answer = "Status", notes = "Note", also = ["JC-STAR"])]"#],
        "thirteen headings with a status are more than the table with four rows",
    ),
    (
        "product-compliance/pipelock-nist-800-53.md",
        &[
            r#"#[columns(label = "Control", title = "Name", answer = "Coverage", also = ["Pipelock Feature"])]"#,
        ],
        "what `Strong` means, a person says",
    ),
    (
        "rke2-cis/cis_self_assessment110.md",
        &[r#"#[headings(level = 4, answer = "Result", notes = "Rationale")]"#],
        "",
    ),
    (
        "rke2-cis/cis_self_assessment112.md",
        &[r#"#[headings(level = 4, answer = "Result", notes = "Rationale")]"#],
        "",
    ),
    (
        "rust-platform-support/2020-08-05.md",
        &[
            r#"#[columns(title = "target", answer = "std", notes = "notes", also = ["rustc", "cargo"])]"#,
        ],
        "of columns that are alike the first is taken, and what `?` and a blank mean, a person says",
    ),
    ("slsa/build-requirements.md", &[], ""),
    (
        "wasmtime/stability-wasm-proposals.md",
        &[
            r#"#[columns(title = "Proposal", answer = "Phase 4", also = ["Tests", "Finished", "Fuzzed", "API", "C API"])]"#,
        ],
        "",
    ),
];

fn corpus() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|of| of == "md") && !path.ends_with("README.md")
            {
                let text = fs::read_to_string(&path).unwrap();
                files.push((path, text));
            }
        }
    }
    files
}

/// The attributes that are proposed for a document, which can be read by them.
fn proposed(name: &str, text: &str) -> Vec<String> {
    let best = Proposal::of(text).and_then(|proposal| proposal.best);
    best.map_or_else(Vec::new, |bound| {
        let document =
            read_bound(text, &bound.binding).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(document.count() > 0, "{name}");
        binding_attributes(&bound.binding)
    })
}

#[test]
fn the_proposal_for_a_real_document_is_what_a_person_would_write() {
    for (path, text) in corpus() {
        let name = path.to_str().unwrap();
        let proposed = proposed(name, &text);
        let Some((_, file)) = name.split_once("other-families/") else {
            continue;
        };
        let case = CASES.iter().find(|(known, ..)| *known == file);
        let (_, expected, _) = case.unwrap_or_else(|| panic!("{file} isn't in the table"));
        assert_eq!(proposed, *expected, "{file}");
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn the_proposal_for_a_document_in_the_manner_of_others_is_what_a_person_would_write() {
    for (text, expected) in [
        (
            "# M\n\n## Réseau\n\n| Réf. | Exigence | Statut | Commentaire |\n|---|---|---|---|\n| R1 | Le trafic est chiffré | Oui | TLS |\n| R2 | Les ports sont fermés | Non | |\n| R3 | Un bastion existe | Sans objet | |\n",
            &[
                r#"#[columns(label = "Réf.", title = "Exigence", answer = "Statut", notes = "Commentaire")]"#,
                r#"#[answers(yes = "Oui", no = "Non", not_applicable = "Sans objet")]"#,
            ][..],
        ),
        (
            "# M\n\n| Nr. | Anforderung | Umgesetzt | Bemerkung |\n|---|---|---|---|\n| A1 | Zugriffsschutz | ja | |\n| A2 | Anmeldung | nein | geplant |\n| A3 | Protokolle | teilweise | |\n",
            &[
                r#"#[columns(label = "Nr.", title = "Anforderung", answer = "Umgesetzt", notes = "Bemerkung")]"#,
                r#"#[answers(yes = "ja", no = "nein")]"#,
            ][..],
        ),
        (
            "# M\n\n| 番号 | 要件 | 対応状況 | 備考 |\n|---|---|---|---|\n| 1-1 | 通信は暗号化される | はい | |\n| 1-2 | ポートは閉じている | いいえ | |\n",
            &[
                r#"#[columns(label = "番号", title = "要件", answer = "対応状況", notes = "備考")]"#,
                r#"#[answers(yes = "はい", no = "いいえ")]"#,
            ][..],
        ),
        (
            "# M\n\n| Criteria | Conformance Level | Remarks |\n|---|---|---|\n| 1.1.1 Non-text content | Supports | By name. |\n| 1.2.1 Captions | Does Not Support | |\n| 1.3.1 Relations | Partially Supports | |\n",
            &[
                r#"#[columns(title = "Criteria", answer = "Conformance Level", notes = "Remarks")]"#,
                r#"#[answers(yes = "Supports", no = "Does Not Support")]"#,
            ][..],
        ),
        (
            "# M\n\n| Done | Item | Owner |\n|---|---|---|\n| [x] | Changelog is written | Ann |\n| [ ] | Tag is signed | Bob |\n| [x] | Docs are built | Ann |\n",
            &[
                r#"#[columns(title = "Item", answer = "Done", also = ["Owner"])]"#,
                r#"#[answers(yes = "[x]", no = "[ ]")]"#,
            ][..],
        ),
        (
            "# M\n\n| Requirement | Level 1 | Level 2 | Our status |\n|---|---|---|---|\n| Scripted | ✅ | ✅ | ✅ |\n| Hosted | ❌ | ✅ | ❌ |\n",
            &[
                r#"#[columns(title = "Requirement", answer = "Our status", also = ["Level 1", "Level 2"])]"#,
            ][..],
        ),
        (
            "# M\n\n| # | Description | L1 | L2 |\n|---|---|---|---|\n| 1.1 | Keys are kept apart | ✓ | ✓ |\n| 1.2 | Keys are rotated | | ✓ |\n",
            &[r##"#[columns(label = "#", title = "Description", also = ["L1", "L2"])]"##][..],
        ),
        (
            "# M\n\n## A\n\n| Setting | Wanted | Compliant |\n|---|---|---|\n| forwarding | 0 | Y |\n| pointers | 2 | N |\n\n## B\n\n| Policy | Wanted | Compliant |\n|---|---|---|\n| Guests | off | Y |\n",
            &[
                r#"#[columns(title = ["Setting", "Policy"], answer = "Compliant", also = ["Wanted"])]"#,
            ][..],
        ),
        (
            "# M\n\n| Article | Obligation | Compliance status | Gap |\n|---|---|---|---|\n| Art. 5(2) | The board approves | Compliant | |\n| Art. 6(1) | A framework exists | Partially compliant | Review |\n",
            &[
                r#"#[columns(label = "Article", title = "Obligation", answer = "Compliance status", also = ["Gap"])]"#,
            ][..],
        ),
        (
            "# M\n\n| ID | Control | Answer |\n|---|---|---|\n| 1.1 | Firewall | Yes |\n| 1.2 | Bastion | NA |\n",
            &[
                r#"#[columns(label = "ID", title = "Control", answer = "Answer")]"#,
                r#"#[answers(not_applicable = "NA")]"#,
            ][..],
        ),
        (
            "# M\n\n| Principle | Requirement | Status |\n|---|---|---|\n| Secure by default | Each device has an identity of its own | ✅ `identity.rs`, and the tests of that |\n| Accountable | Each access is in a log that is kept | ❌ not before the next release of the log |\n",
            &[r#"#[columns(title = "Principle", answer = "Status", also = ["Requirement"])]"#][..],
        ),
        (
            "# M\n\n| Task | Status |\n|---|---|\n| Fuzz the parser | ✅ Done |\n| Sign the tags | ❌ Not done |\n| Rotate the keys | ✅ |\n",
            &[
                r#"#[columns(title = "Task", answer = "Status")]"#,
                r#"#[answers(yes = ["Done", "✅"], no = "Not done")]"#,
            ][..],
        ),
        (
            "# M\n\n### R-1 Identity\n\n| Item | Detail |\n|---|---|\n| Source | 5.1 |\n| Status | ✅ Implemented |\n\n### R-2 Updates\n\n| Item | Detail |\n|---|---|\n| Source | 5.3 |\n| Status | 🔲 Planned |\n",
            &[r#"#[headings(level = 3, answer = "Status", also = ["Source"])]"#][..],
        ),
        (
            "# M\n\n## A\n\n### A.1 Anmeldung\n\n**Umgesetzt:** Ja\n\n**Begründung:** Für alle.\n\n### A.2 Sperre\n\n**Umgesetzt:** Nein\n\n**Begründung:** Geplant.\n",
            &[
                r#"#[headings(level = 3, answer = "Umgesetzt", notes = "Begründung")]"#,
                r#"#[answers(yes = "Ja", no = "Nein")]"#,
            ][..],
        ),
        (
            "# M\n\n## 1 Network\n\n### 1.1 Proxy\n\n**Verdict:** Pass\n\n**Reason:** Since May.\n\n### 1.2 Firewall\n\n**Verdict:** Fail\n\n### 1.3 Logs\n\n**Verdict:**\n\n### 1.4 Own addresses\n\n**Verdict:** Pass, with a proxy\n\n### 1.5 Clocks\n\nText.\n",
            &[
                r#"#[headings(level = 3, answer = "Verdict", notes = "Reason")]"#,
                "#[answers(blank = unanswered)]",
            ][..],
        ),
        // Responsibilities, and notes in which `none` answers nothing.
        (
            "# M\n\n| Requirement | Description | Responsibility | Comments |\n|---|---|---|---|\n| 8.2.1 | Users have an id | Customer | |\n| 8.3.1 | Access is checked | Shared | by SSO |\n| 8.6.1 | Logins of systems | Not applicable | none |\n",
            &[
                r#"#[columns(label = "Requirement", title = "Description", answer = "Responsibility", notes = "Comments")]"#,
            ][..],
        ),
        // Numbers are no titles.
        (
            "# M\n\n| Subcategory | Outcome | Current | Target |\n|---|---|---|---|\n| OC-01 | The mission is understood by all | 3 | 4 |\n| OC-02 | Laws that apply are known | 2 | 3 |\n| OC-03 | Partners are known to all | 4 | 4 |\n",
            &[
                r#"#[columns(label = "Subcategory", title = "Outcome", also = ["Current", "Target"])]"#,
            ][..],
        ),
        // Rows that head others have no code.
        (
            "# M\n\n| Article | Requirement | Compliance |\n|---|---|---|\n| **Chapter II** | **Risks** | |\n| Art. 5(2) | The board agrees | ✅ Yes |\n| Art. 6(1) | A framework exists | ❌ No |\n| **Chapter III** | **Incidents** | |\n| Art. 19 | Incidents are told of | N/A |\n",
            &[r#"#[columns(label = "Article", title = "Requirement", answer = "Compliance")]"#][..],
        ),
        (
            "# M\n\n| Standard | Section | Specification | Status |\n|---|---|---|---|\n| Management | §164.308(a)(1)(ii)(A) | Analysis of risks | Complete |\n| | §164.308(a)(1)(ii)(B) | Management of risks | Complete |\n| Workforce | §164.308(a)(3)(ii)(A) | Authorization | Not started |\n",
            &[
                r#"#[columns(label = "Section", title = "Specification", answer = "Status", also = ["Standard"])]"#,
            ][..],
        ),
        (
            "# M\n\n| N° | Mesure | Niveau | État |\n|---|---|---|---|\n| 1 | Former les équipes | Standard | Appliquée |\n| 2 | Chiffrer les disques | Renforcé | Non appliquée |\n| 3 | Tenir un inventaire | Standard | Sans objet |\n",
            &[
                r#"#[columns(label = "N°", title = "Mesure", answer = "État", also = ["Niveau"])]"#,
                r#"#[answers(yes = "Appliquée", no = "Non appliquée", not_applicable = "Sans objet")]"#,
            ][..],
        ),
        (
            "# M\n\nControl | Baseline | Restricted | Enforced\n---|---|---|---\nHost process | yes | yes | yes\nVolume types | no | yes | no\n",
            &[
                r#"#[columns(title = "Control", answer = "Enforced", also = ["Baseline", "Restricted"])]"#,
            ][..],
        ),
        (
            "# M\n\n## T01: Token theft\n\n* Severity: High\n* Mitigation: Tokens are bound\n* Mitigated: yes\n\n## T02: Replay\n\n* Severity: Low\n* Mitigation:\n* Mitigated: no\n",
            &[r#"#[headings(level = 2, answer = "Mitigated", also = ["Severity", "Mitigation"])]"#]
                [..],
        ),
    ] {
        assert_eq!(proposed(text, text), expected, "{text}");
    }
}

#[test]
fn what_looks_like_an_answer_and_is_not_proposed_is_told_of() {
    for (column, cells, expected) in [
        (
            "Status",
            [
                "It has been there since the first release",
                "Nobody has asked for that so far",
            ],
            &[("Status", WhyNot::HasTexts)][..],
        ),
        ("L1", ["✓", ""], &[("L1", WhyNot::IsLevel)]),
        ("Owner", ["Ann", "Bob"], &[]),
        ("Result", ["Pass", "Fail"], &[]),
    ] {
        let [one, other] = cells;
        let text = format!(
            "# M\n\n| ID | Control | {column} |\n|---|---|---|\n| 1.1 | Firewall | {one} |\n| 1.2 | Bastion | {other} |\n"
        );
        let best = Proposal::of(&text)
            .and_then(|proposal| proposal.best)
            .unwrap();
        let others = best.not_answers.iter();
        let others: Vec<(&str, WhyNot)> = others.map(|(name, why)| (&**name, *why)).collect();
        assert_eq!(others, expected, "{column}");
    }
}
