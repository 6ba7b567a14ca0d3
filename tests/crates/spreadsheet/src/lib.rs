//! A catalog whose document is CSV, as a spreadsheet has saved it.

#![deny(warnings)]

controls_core::controls! {
    /// What a customer asks for.
    #[document = "../matrix.csv"]
    #[columns(section = "Domain", label = "ID", title = "Requirement", answer = "Status", notes = "Evidence")]
    pub enum Matrix {
        Network = "Network" {
            Firewall = "Firewall, with rules" => Yes { label: "1.1" },
            ForcedTunneling = "Forced tunneling" => No { label: "1.2", notes: "Planned for the \"second\" half" },
        }
        Identity = "Identity" {
            Roles = "Roles" => NotApplicable { label: "2.1" },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Matrix, MatrixSection};

    #[test]
    fn the_catalog_says_where_its_rows_are() {
        let places = Matrix::ALL.iter().map(|control| control.position());
        let places: Vec<_> = places.map(|place| place.unwrap().to_string()).collect();
        assert_eq!(places, ["2:14", "3:13", "4:14"]);
        assert_eq!(Matrix::Roles.section(), MatrixSection::Identity);
        assert_eq!(Matrix::CATALOG.document, Some("../matrix.csv"));
    }
}
