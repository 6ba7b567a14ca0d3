//! A crosswalk, and two editions of a catalog, as mapping collections of OSCAL.

use std::collections::HashSet;

use controls_core::Control;
use controls_oscal::{ExportError, Format, OwnedCatalog, edition_mapping, mapping_collection};
use insta::assert_snapshot;
use serde_json::{Value, json};

controls_core::controls! {
    #[published = "https://learn.example/service/controls"]
    enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
            TwoFactors = "Two factors" => Yes { id: "2fa" },
            Tunnel = "Tunneling support" => No,
        }
    }
}

controls_core::controls! {
    enum Framework {
        Protection = "Protection" {
            Boundary = "Boundary protection", Authentication = "Authentication", Training = "Training",
        }
    }
}

controls_core::crosswalk! {
    struct ServiceToFramework: Service => Framework {
        Firewall => [SubsetOf(Boundary), IntersectsWith(Authentication)],
        TwoFactors => [EqualTo(Authentication)],
        Tunnel => [],
    }
}

// Other relations of the same controls.
controls_core::crosswalk! {
    struct Otherwise: Service => Framework {
        Firewall => [SupersetOf(Boundary), IntersectsWith(Authentication)],
        TwoFactors => [EqualTo(Authentication)],
        Tunnel => [],
    }
}

controls_core::crosswalk! {
    struct Nothing: Framework => Service { Boundary => [], Authentication => [], Training => [] }
}

#[test]
fn a_crosswalk_is_a_mapping_collection() {
    assert_snapshot!(mapping_collection(ServiceToFramework::CROSSWALK).unwrap());
}

#[test]
fn a_mapping_collection_names_controls_that_are_there() {
    /// The ids of the controls in the OSCAL catalog.
    fn ids<C: Control>() -> HashSet<String> {
        let json = OwnedCatalog::from(C::CATALOG)
            .export(Format::OscalCatalog)
            .unwrap();
        let catalog: Value = serde_json::from_str(&json).unwrap();
        let groups = catalog["catalog"]["groups"].as_array().unwrap();
        let controls = groups
            .iter()
            .flat_map(|group| group["controls"].as_array().unwrap());
        controls
            .map(|control| control["id"].as_str().unwrap().to_owned())
            .collect()
    }
    let json = mapping_collection(ServiceToFramework::CROSSWALK).unwrap();
    let document: Value = serde_json::from_str(&json).unwrap();
    let mapping = &document["mapping-collection"]["mappings"][0];
    for (side, gap, ids) in [
        ("sources", "source-gap-summary", ids::<Service>()),
        ("targets", "target-gap-summary", ids::<Framework>()),
    ] {
        let maps = mapping["maps"].as_array().unwrap().iter();
        let named = maps.map(|map| map[side][0]["id-ref"].as_str().unwrap().to_owned());
        let named: HashSet<String> = named.collect();
        let gaps = mapping[gap]["unmapped-controls"][0]["matching"]
            .as_array()
            .unwrap();
        let gaps: HashSet<String> = gaps
            .iter()
            .map(|of| of["pattern"].as_str().unwrap().to_owned())
            .collect();
        assert!(named.is_disjoint(&gaps), "{named:?} {gaps:?}");
        assert_eq!(named.union(&gaps).cloned().collect::<HashSet<_>>(), ids);
    }
}

#[test]
fn other_relations_are_another_version_of_the_same_document() {
    let [one, other] = [
        mapping_collection(ServiceToFramework::CROSSWALK),
        mapping_collection(Otherwise::CROSSWALK),
    ]
    .map(|json| serde_json::from_str::<Value>(&json.unwrap()).unwrap());
    let version = |of: &Value| of["mapping-collection"]["metadata"]["version"].clone();
    assert_ne!(version(&one), version(&other));
    assert_eq!(
        one["mapping-collection"]["uuid"],
        other["mapping-collection"]["uuid"]
    );
}

#[test]
fn without_mappings_there_is_no_collection() {
    let error = mapping_collection(Nothing::CROSSWALK).unwrap_err();
    assert!(matches!(error, ExportError::WithoutMappings));
    assert_eq!(error.to_string(), "no controls are related to each other");
}

/// An edition of a benchmark.
mod earlier {
    controls_core::controls! {
        pub(crate) enum Benchmark {
            Network = "Network" {
                Firewall = "Firewall" => Yes { label: "1.1", notes: "By rules." },
                Tunnel = "Tunnel" => No { label: "1.2" },
                Proxy = "Proxy" => No { label: "1.3" },
                Relay = "Relay" => Yes { label: "1.4" },
                Peering = "Peering" => Yes { label: "1.5" },
            }
            Identity = "Identity" {
                SignIn = "Sign in" => Yes { label: "2.1" },
                Roles = "Roles" => Yes { label: "2.2" },
            }
        }
    }
}

/// The next one: everything that may become of a control has become of one.
mod later {
    controls_core::controls! {
        pub(crate) enum Benchmark {
            Network = "Network" {
                Firewall = "Firewall" => Yes { label: "1.1", notes: "By rules." },
                Tunnel = "Tunneling" => No { label: "1.2" },
                Endpoint = "Endpoint" => No { label: "1.3" },
                Gateway = "Relay" => Yes { label: "1.4", formerly: ["relay"] },
                SignIn = "Sign in" => Yes { label: "2.1" },
            }
            Identity = "Identity" {
                Peering = "Peering" => "Yes, in some regions" { label: "1.6" },
                Roles = "Roles" => Yes { label: "2.2", notes: "Of the tenant." },
            }
        }
    }
}

#[test]
fn a_later_edition_is_related_to_the_earlier_one_by_ids() {
    let old = OwnedCatalog::from(earlier::Benchmark::CATALOG);
    let new = OwnedCatalog::from(later::Benchmark::CATALOG);
    let json: Value = serde_json::from_str(&edition_mapping(&old, &new).unwrap()).unwrap();
    let mapping = &json["mapping-collection"]["mappings"][0];
    let maps = mapping["maps"].as_array().unwrap().iter();
    let maps: Vec<Value> = maps
        .map(|map| {
            let (from, to) = (&map["sources"][0], &map["targets"][0]);
            json!([from["id-ref"], map["relationship"], to["id-ref"]])
        })
        .collect();
    assert_eq!(
        json!(maps),
        json!([
            ["firewall", "equal-to", "firewall"],
            ["tunnel", "equivalent-to", "tunnel"],
            ["relay", "equal-to", "gateway"],
            ["peering", "intersects-with", "peering"],
            ["sign-in", "equivalent-to", "sign-in"],
            ["roles", "intersects-with", "roles"],
            ["proxy", "no-relationship", "endpoint"],
        ])
    );
    let gap = |side: &str| mapping[side]["unmapped-controls"][0]["matching"].clone();
    assert_eq!(
        [gap("source-gap-summary"), gap("target-gap-summary")],
        [
            json!([{ "pattern": "proxy" }]),
            json!([{ "pattern": "endpoint" }])
        ]
    );
    let hrefs = ["source-resource", "target-resource"].map(|side| mapping[side]["href"].clone());
    assert_eq!(hrefs, [&old, &new].map(|of| json!(of.edition_file_name())));
    assert_ne!(hrefs[0], hrefs[1]);

    let error = edition_mapping(&old, &OwnedCatalog::from(Framework::CATALOG)).unwrap_err();
    assert!(matches!(error, ExportError::WithoutMappings));
}
