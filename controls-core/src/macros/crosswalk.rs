//! `crosswalk!` itself.

/// Makes a crosswalk: a relation between the controls of two catalogs, with a row for each control of the first.
///
/// ```
/// use controls_core::Relation;
///
/// controls_core::controls! {
///     pub enum Service {
///         Network = "Network" { Firewall = "Firewall support" => Yes, Tunnel = "Tunneling support" => No }
///         Interface = "Interface" { Branding = "Logo of the customer" => Yes }
///     }
/// }
/// controls_core::controls! {
///     pub enum Framework {
///         Protection = "Protection" {
///             Boundary = "Boundary protection", Transmission = "Confidential transmission", Training = "Training",
///         }
///     }
/// }
///
/// controls_core::crosswalk! {
///     /// What the controls of the service have to do with those of the framework.
///     pub struct ServiceToFramework: Service => Framework {
///         Firewall => [SubsetOf(Boundary)],
///         Tunnel => [IntersectsWith(Boundary), EqualTo(Transmission)],
///         Branding => [],
///     }
/// }
///
/// // Both ways, in constants too.
/// const TUNNEL: usize = ServiceToFramework::of(Service::Tunnel).len();
/// assert_eq!(TUNNEL, 2);
/// let boundary = ServiceToFramework::to(Framework::Boundary);
/// assert_eq!((boundary[0].source, boundary[0].relation), (Service::Firewall, Relation::SubsetOf));
///
/// // What nothing in the service has to do with.
/// let unmapped = ServiceToFramework::CROSSWALK.by_target().filter(|(_, mappings)| mappings.is_empty());
/// assert_eq!(unmapped.map(|(control, _)| control).collect::<Vec<_>>(), [Framework::Training]);
/// ```
///
/// A row is the name of a control of the first catalog, and its relations to controls of the second. A control that has to do
/// with none of them has an empty row, so that somebody has decided that. There's no wildcard: when the first catalog gains a
/// control, the crosswalk doesn't compile until it has a row for it. Rows may be in any order. The row of a control that is
/// `#[deprecated]`, because its document has withdrawn it, is a use that the compiler warns of: put `#[allow(deprecated)]` on the
/// module that the crosswalk is in.
///
/// # What it makes
///
/// A unit struct that has
///
/// | | |
/// |---|---|
/// | `CROSSWALK` | the crosswalk as data, a [`&'static Crosswalk`](crate::Crosswalk) |
/// | `of(source)` | the mappings of a control of the first catalog, in the order of the row; a `const fn` |
/// | `to(target)` | the mappings to a control of the second catalog, in the order of the first; a `const fn` |
///
/// # Errors
///
/// Doesn't compile if a control of the first catalog has no row, or two; if a row names a control that one of the catalogs
/// doesn't have; and if a row names a control of the second catalog twice, since two relations contradict each other.
///
/// ```compile_fail,E0080
/// # controls_core::controls! { pub enum Service { Network = "Network" { Firewall = "Firewall", Tunnel = "Tunnel" } } }
/// # controls_core::controls! { pub enum Framework { Protection = "Protection" { Boundary = "Boundary protection" } } }
/// controls_core::crosswalk! {
///     pub struct ServiceToFramework: Service => Framework {
///         Firewall => [SubsetOf(Boundary)],
///         // `Tunnel` has no row.
///     }
/// }
/// ```
#[macro_export]
macro_rules! crosswalk {
    (
        $(#[$attribute:meta])*
        $visibility:vis struct $name:ident: $source:ty => $target:ty {
            $($row:ident => [$($relation:ident($mapped:ident)),* $(,)?]),* $(,)?
        }
    ) => {
        $(#[$attribute])*
        #[derive($crate::__private::Clone, $crate::__private::Copy, $crate::__private::Debug)]
        $visibility struct $name;

        const _: () = {
            const _: () = $crate::__private::crosswalk::assert_one_row_each::<
                { <$source as $crate::__private::Control>::COUNT },
            >(
                &[$(<$source>::$row as $crate::__private::usize),*],
                <$source as $crate::__private::Control>::CATALOG,
            );
            const ROWS: &[$crate::Mapping<$source, $target>] = &[$($($crate::__private::crosswalk::mapping(
                <$source>::$row,
                $crate::Relation::$relation,
                <$target>::$mapped,
            ),)*)*];
            const COUNT: $crate::__private::usize = ROWS.len();
            const fn sources(
                mappings: &[$crate::Mapping<$source, $target>],
            ) -> [$crate::__private::usize; COUNT] {
                let mut keys = [0; COUNT];
                let mut at = 0;
                while at < COUNT {
                    keys[at] = mappings[at].source as $crate::__private::usize;
                    at += 1;
                }
                keys
            }
            const fn targets(
                mappings: &[$crate::Mapping<$source, $target>],
            ) -> [$crate::__private::usize; COUNT] {
                let mut keys = [0; COUNT];
                let mut at = 0;
                while at < COUNT {
                    keys[at] = mappings[at].target as $crate::__private::usize;
                    at += 1;
                }
                keys
            }
            const SOURCES: $crate::__private::usize =
                <$source as $crate::__private::Control>::COUNT + 1;
            const TARGETS: $crate::__private::usize =
                <$target as $crate::__private::Control>::COUNT + 1;
            const BY_SOURCE: &[$crate::Mapping<$source, $target>; COUNT] =
                &$crate::__private::crosswalk::sorted::<_, COUNT, SOURCES>(ROWS, &sources(ROWS));
            const BY_TARGET: &[$crate::Mapping<$source, $target>; COUNT] =
                &$crate::__private::crosswalk::sorted::<_, COUNT, TARGETS>(
                    BY_SOURCE,
                    &targets(BY_SOURCE),
                );
            const _: () = $crate::__private::crosswalk::assert_one_relation_each(
                &sources(BY_TARGET),
                &targets(BY_TARGET),
                <$source as $crate::__private::Control>::CATALOG,
                <$target as $crate::__private::Control>::CATALOG,
            );
            static CROSSWALK: $crate::Crosswalk<$source, $target> =
                $crate::__private::crosswalk::crosswalk(
                    (BY_SOURCE, &$crate::__private::crosswalk::starts::<SOURCES>(&sources(ROWS))),
                    (BY_TARGET, &$crate::__private::crosswalk::starts::<TARGETS>(&targets(ROWS))),
                );

            impl $name {
                /// The crosswalk as data.
                $visibility const CROSSWALK: &'static $crate::Crosswalk<$source, $target> = &CROSSWALK;

                /// Returns the mappings of a control of the first catalog, in the order of its row.
                #[must_use]
                $visibility const fn of(source: $source) -> &'static [$crate::Mapping<$source, $target>] {
                    $crate::__private::crosswalk::of(&CROSSWALK, source as $crate::__private::usize)
                }

                /// Returns the mappings to a control of the second catalog, in the order of the first.
                #[must_use]
                $visibility const fn to(target: $target) -> &'static [$crate::Mapping<$source, $target>] {
                    $crate::__private::crosswalk::to(&CROSSWALK, target as $crate::__private::usize)
                }
            }
        };
    };
}
