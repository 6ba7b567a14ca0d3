//! Definitions that come through macros of this crate.

/// The whole definition, as it is.
macro_rules! whole {
    ($($definition:tt)*) => {
        controls_core::controls! { $($definition)* }
    };
}

whole! {
    #[document = "nested/service.md"]
    enum Whole {
        Network = "Network" {
            Firewall = "Firewall support" => Yes { notes: "By [rules](./rules.md)." },
            Tunnel = "Tunneling support" => No,
        }
        Identity = "Identity" {
            Roles = "Role-based access" => "Yes (preview)" { documentation: "[Roles](/service/roles)" },
        }
    }
}

/// Parts of a definition, each as a fragment. The document is found from where its path is written.
macro_rules! parts {
    (
        $(#[$attribute:meta])*
        $vis:vis $name:ident in $path:literal at $published:literal:
        $($section:ident $heading:literal [$($row:ident $title:literal $answer:tt $(notes $notes:literal)? $(see $see:literal)?),*])*
    ) => {
        controls_core::controls! {
            $(#[$attribute])*
            #[document = $path]
            #[published = $published]
            $vis enum $name {
                $($section = $heading {
                    $($row = $title => $answer { $(notes: $notes,)? $(documentation: $see,)? },)*
                })*
            }
        }
    };
}

parts! {
    /// A service, part by part.
    pub(crate) Parts in "nested/service.md" at "https://service.example/security/controls":
    Network "Network" [
        Firewall "Firewall support" Yes notes "By [rules](./rules.md).",
        Tunnel "Tunneling support" No
    ]
    Identity "Identity" [Roles "Role-based access" "Yes (preview)" see "[Roles](/service/roles)"]
}

/// One catalog for each name.
macro_rules! each {
    ($($name:ident)*) => {
        $(controls_core::controls! {
            enum $name {
                Network = "Network" { Firewall = "Firewall support" => Yes }
            }
        })*
    };
}

each! { One Other }

#[test]
fn a_definition_may_come_through_a_macro() {
    assert_eq!(Whole::COUNT, 3);
    assert_eq!(Whole::Roles.position(), Parts::Roles.position());
    assert_eq!(
        Parts::Firewall.links()[0].url,
        Some("https://service.example/security/rules")
    );
    assert_eq!(
        Parts::Roles.answer(),
        controls_core::Answer::Qualified("Yes (preview)")
    );
    assert_eq!((One::CATALOG.name, Other::CATALOG.name), ("One", "Other"));
}
