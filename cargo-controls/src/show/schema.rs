//! The schemas of what is printed for programs: in `schemas`, made from the types.

/// Which schema results have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Schema {
    Assessment,
    Check,
    Diff,
    Explain,
    Fix,
    History,
    Import,
    List,
    Matrix,
    Read,
    Trace,
}

impl Schema {
    /// Its name: the command whose results have it, or what these are.
    fn name(self) -> &'static str {
        match self {
            Schema::Assessment => "assessment",
            Schema::Check => "check",
            Schema::Diff => "diff",
            Schema::Explain => "explain",
            Schema::Fix => "fix",
            Schema::History => "history",
            Schema::Import => "import",
            Schema::List => "list",
            Schema::Matrix => "matrix",
            Schema::Read => "read",
            Schema::Trace => "trace",
        }
    }

    /// What results name it by. The number changes when a key goes, or comes to mean something else.
    pub(crate) fn id(self) -> String {
        format!("urn:cargo-controls:{}:1", self.name())
    }

    /// Holds the file against a type, or writes it if the environment variable `BLESS` is set.
    #[cfg(test)]
    pub(crate) fn assert_is_of<T: schemars::JsonSchema>(self) {
        use serde_json::json;

        let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
        let schema = settings.into_generator().into_root_schema_for::<T>();
        let mut schema = schema.to_value();
        schema["$id"] = json!(self.id());
        schema["title"] = json!(match self {
            Schema::Assessment => "cargo controls trace --assessment".to_owned(),
            _ => format!("cargo controls {} --format json", self.name()),
        });
        schema["properties"]["$schema"] = json!({ "const": self.id() });
        let required = schema["required"].as_array().cloned();
        let mut required = required.unwrap_or_default();
        required.insert(0, json!("$schema"));
        schema["required"] = json!(required);
        // What is printed for a document that can't be read.
        if matches!(
            self,
            Schema::Diff | Schema::History | Schema::Read | Schema::Trace
        ) {
            schema["type"] = json!(["object", "null"]);
        }
        let expected = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("schemas")
            .join(self.name())
            .with_extension("json");
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, expected).unwrap();
            return;
        }
        let found = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            found == expected,
            "{} isn't the schema of what is printed: `BLESS=1 cargo test -p cargo-controls --bins` writes it",
            path.display()
        );
    }
}
