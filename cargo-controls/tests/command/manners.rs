//! Small documents in the manners in which people write control documents: what is proposed for each, and that its catalog is
//! in step with it.

use crate::sample::Sample;

/// A document: what it's like, its text, the options that are proposed for it, and how many controls it has.
type Case = (&'static str, &'static str, &'static str, usize);

const CASES: &[Case] = &[
    (
        "a package for an authorization",
        "# Plan\n\n## Access\n\n| Control ID | Control name | Implementation status | Role |\n|:---:|:---|---:|---|\n| AC-1 | Policy | Implemented | Owner |\n| AC-2 | Accounts | Partially implemented | Owner |\n| AC-2(1) | Automation | Planned | Team |\n| AC-3 | Enforcement | Not applicable | Team |\n",
        r#"--columns 'label = "Control ID", title = "Control name", answer = "Implementation status", also = ["Role"]'"#,
        4,
    ),
    (
        "boxes that are ticked",
        "# Checklist\n\n## Session\n\n| ID | Requirement | Done |\n|---|---|:-:|\n| S1 | Cookies are secure | ☑ |\n| S2 | Tokens rotate | ☐ |\n| S3 | Logout works | ☑ |\n",
        r#"--columns 'label = "ID", title = "Requirement", answer = "Done"'"#,
        3,
    ),
    (
        "bold rows that head others",
        "# Guide\n\n| # | Control | Status | Notes |\n|---|---|---|---|\n| **1** | **Plane** | | |\n| **1.1** | **Files** | | |\n| 1.1.1 | Permissions | Pass | |\n| 1.1.2 | Owner | Fail | |\n| **2** | **Store** | | |\n| 2.1 | TLS | Pass | |\n",
        r##"--columns 'label = "#", title = "Control", answer = "Status", notes = "Notes"'"##,
        3,
    ),
    (
        "breaks, escaped pipes and comments in cells",
        "# G\n\n## N\n\n| ID | Control | Status |\n|---|---|---|\n| 1 | Encrypt<br>at rest | Yes<br>(premium) |\n| 2 | A \\| pipe `a|b` | No |\n| 3 | Log <!-- hidden --> all | Yes <!-- since then --> |\n",
        r#"--columns 'label = "ID", title = "Control", answer = "Status"'"#,
        3,
    ),
    (
        "tables that are indented, in a list and in a quotation",
        "# G\n\n## N\n\n   | ID | Control | Status |\n   |---|---|---|\n   | 1 | Encrypt | Yes |\n\n- Further:\n\n  | ID | Control | Status |\n  |---|---|---|\n  | 2 | Rotate | Yes |\n\n> | ID | Control | Status |\n> |---|---|---|\n> | 3 | Audit | No |\n> | 4 | Alert | No |\n",
        r#"--columns 'label = "ID", title = "Control", answer = "Status"'"#,
        4,
    ),
    (
        "a table of one row in each section",
        "# G\n\n## Network\n\n| ID | Control | Status |\n|---|---|---|\n| 1 | Encrypt | Yes |\n\n## Storage\n\n| ID | Control | Status |\n|---|---|---|\n| 2 | Log | No |\n",
        r#"--columns 'label = "ID", title = "Control", answer = "Status"'"#,
        2,
    ),
    (
        "Windows line ends, no outer pipes, underlined headings",
        "Guide\r\n=====\r\n\r\nNetwork\r\n-------\r\n\r\nControl | Compliant? | Why\r\n---|---|---\r\nFirewall | y | \r\nTunnel | n | not needed\r\n",
        r#"--columns 'title = "Control", answer = "Compliant?", also = ["Why"]'"#,
        2,
    ),
    (
        "links around cells and headings",
        "# Matrix\n\n## Security\n\n| Criteria | Description | [Status](legend.md) | Evidence |\n|---|---|---|---|\n| [CC1.1](x.md) | [Integrity](x.md) | [✅](y.md) | [policy][p] |\n| [CC1.2](x.md) | Board | ⚠️ Partial | none |\n| [CC1.3](x.md) | Structure | ❌ | |\n\n[p]: policy.md\n",
        r#"--columns 'label = "Criteria", title = "Description", answer = "Status", notes = "Evidence"'"#,
        3,
    ),
    (
        "a plan of what is to be met",
        "# Requirements\n\n### 3.1 Access\n\n| Requirement | Text | Met? | Plan |\n|-|-|-|-|\n| 3.1.1 | Limit access | Met | |\n| 3.1.2 | Limit use | Not Met | P-1 |\n| 3.1.3 | Limit flow | N/A | |\n",
        r#"--columns 'label = "Requirement", title = "Text", answer = "Met?", also = ["Plan"]'"#,
        3,
    ),
    (
        "marks for editions of a product",
        "# G\n\n## N\n\n| Feature | Free | Paid |\n|---|:-:|:-:|\n| Login | ❌ | ✅ |\n| Audit log | :x: | :white_check_mark: |\n| Roles | ✖️ | ✔️ |\n",
        r#"--columns 'title = "Feature", answer = "Free", also = ["Paid"]'"#,
        3,
    ),
    (
        "controls as headings with marks",
        "# Guide\n\n## 2 Plane\n\n#### 2.1.1 Enable logs (automated)\n\n**Status:** ✅ Implemented\n\n**Notes:** See `logs`.\n\n#### 2.1.2 Rotate keys (manual)\n\n**Status:** ❌ Not implemented\n",
        r#"--headings 'level = 4, answer = "Status", notes = "Notes"'"#,
        2,
    ),
    (
        "controls as headings above tables of one row",
        "# Baseline\n\n## Network\n\n### Firewall\n\n| Supported | By default |\n|---|---|\n| True | False |\n\n### Tunnel\n\n| Supported | By default |\n|---|---|\n| False | False |\n",
        r#"--headings 'level = 3, answer = "Supported", also = ["By default"]'"#,
        2,
    ),
    (
        "versions that get updates",
        "# Security policy\n\n| Version | Supported |\n| --- | --- |\n| 5.1.x | :white_check_mark: |\n| 5.0.x | :x: |\n| 4.0.x | :white_check_mark: |\n",
        r#"--columns 'title = "Version", answer = "Supported"'"#,
        3,
    ),
    (
        "versions since which there are features",
        "# Features\n\n| Feature | Status | Since |\n|---|---|---|\n| Encryption | ![](https://example.org/stable.svg) | 1.0 |\n| Rotation | ![beta](https://example.org/beta.svg) | 1.4 |\n| Audit log | ![stable](https://example.org/stable.svg) | 2.0 |\n",
        r#"--columns 'title = "Feature", answer = "Status", also = ["Since"]'"#,
        3,
    ),
    (
        "codes with parts in parentheses, and words of one document",
        "# Plan\n\n| Control ID | Name | Shared | Status |\n|:--|:--|:-:|:--|\n| AC-1 | Policy | | Planned |\n| AC-2 (1) | Automation | X | Alternative |\n| AC-2 (2) | Removal | X | Inherited |\n| AU-2 | Logging | | Partial |\n",
        r#"--columns 'label = "Control ID", title = "Name", answer = "Status", also = ["Shared"]'"#,
        4,
    ),
    (
        "rows with one bold cell, and titles that aren't in the first column",
        "# Profile\n\n| Function | Category | Subcategory | Tier | Gap? |\n|---|---|---|---|---|\n| **GOVERN** | | | | |\n| | Context | GV-1: Mission | 2 | Yes |\n| | | GV-2: People | 3 | No |\n| **IDENTIFY** | | | | |\n| | Assets | ID-1: Hardware | 2 | No |\n",
        r#"--columns 'title = "Subcategory", answer = "Gap?", also = ["Function", "Category", "Tier"]'"#,
        3,
    ),
    (
        "two header rows, of which the second has two columns of one name",
        "# Matrix\n\n| | Linux | | Windows | |\n| Control | x86 | ARM | x86 | ARM |\n|---|---|---|---|---|\n| Secure boot | Y | Y | Y | N |\n| Disk encryption | Y | N | Y | Y |\n",
        r#"--columns 'title = "Control", answer = 2'"#,
        2,
    ),
    (
        "a matrix whose corner is empty",
        "# Comparison\n\n| | Product A | Product B |\n|---|:-:|:-:|\n| SSO | ✅ | ❌ |\n| SCIM | ✅ | ✅ |\n| Audit log | ❌ | ✅ |\n",
        r#"--columns 'title = 1, answer = "Product A", also = ["Product B"]'"#,
        3,
    ),
    (
        "sections of one row each, whose title is their own",
        "# Platforms\n\n## Linux\n\n### Network\n\n| Control | Supported |\n|---|---|\n| Firewall | Yes |\n\n## Windows\n\n### Network\n\n| Control | Supported |\n|---|---|\n| Firewall | No |\n",
        r#"--columns 'title = "Control", answer = "Supported"'"#,
        2,
    ),
    (
        "rows that are cut short",
        "# Plan\n\n|ID|Control|Status|\n|-|-|-|\n|1|Accounts|Yes|\n|2|Reviews\n|3|Logs|No|extra|\n|4||No|\n",
        r#"--columns 'label = "ID", title = "Control", answer = "Status"' --answers 'blank = unanswered'"#,
        3,
    ),
    (
        "findings that are headings, with what they weigh",
        "# Findings\n\n### V-1: Use TLS\n\n*Severity:* medium\n*Status:* Not a finding\n\n### V-2: Use logs\n\n*Severity:* medium\n*Status:* Open\n\n### V-3: Use keys\n\n*Severity:* high\n*Status:* Not reviewed\n",
        r#"--headings 'level = 3, answer = "Status", also = ["Severity"]'"#,
        3,
    ),
];

/// Options as a shell takes them.
fn words(options: &str) -> Vec<&str> {
    let parts = options.split('\'').map(str::trim);
    parts.filter(|part| !part.is_empty()).collect()
}

#[test]
fn what_is_proposed_for_a_document_makes_its_catalog() {
    for (name, text, options, count) in CASES {
        let sample = Sample::package("").file("document.md", text);
        let read = sample.run(&["read", "document.md"]);
        let proposed = read.stderr.lines().map(str::trim);
        let proposed = proposed
            .filter(|line| line.starts_with("--columns '") || line.starts_with("--headings '"));
        assert_eq!(
            proposed.collect::<Vec<_>>(),
            [*options],
            "{name}\n{}",
            read.stderr
        );
        let import = [
            &["import", "../document.md", "--name", "Service"][..],
            &words(options),
        ]
        .concat();
        let import = sample.run_in("src", &import);
        assert_eq!(import.code, 0, "{name}\n{}", import.stderr);
        let sample = Sample::package(&import.stdout).file("document.md", text);
        let check = sample.run(&["check", "--format", "json"]).json();
        let catalog = &check["catalogs"][0];
        assert_eq!(catalog["controls"], *count, "{name}\n{check}");
        assert!(
            catalog["drifts"].as_array().unwrap().is_empty(),
            "{name}\n{check}"
        );
    }
}

#[test]
fn fields_of_one_control_are_no_controls() {
    let text = "# Controls\n\n## SC-7: Boundary\n\n| Field | Value |\n|---|---|\n| Status | Implemented |\n| Owner | Team |\n\n## SC-8: Transmission\n\n| Field | Value |\n|---|---|\n| Status | Planned |\n| Owner | Others |\n";
    let read = Sample::empty()
        .file("document.md", text)
        .run(&["read", "document.md"]);
    assert!(
        read.stderr.contains("`Field | Value`, 4 rows in 2 tables"),
        "{}",
        read.stderr
    );
    // The headings are.
    let bindings = read.stderr.lines().filter(|line| line.contains("#["));
    assert_eq!(
        bindings.collect::<Vec<_>>(),
        [r#"  #[headings(level = 2, answer = "Status", also = ["Owner"])]"#]
    );
}
