//! What every catalog has, whatever its rows are.
//!
//! Generated code calls these macros within the block that holds the data of the catalog: the statics `CONTROLS` and
//! `SECTIONS` (all variants of the two enums, in order) and `CATALOG`.
//!
//! Each catalog calls the macros of all features; one whose feature is off expands to nothing. So a catalog needs no
//! feature of its own, and one build of it serves all of its users.

#[cfg(feature = "enum-map")]
mod enum_map;
mod off;
#[cfg(feature = "schemars")]
mod schemars;
#[cfg(feature = "serde")]
mod serde;
#[cfg(feature = "strum")]
mod strum;

/// Implements a catalog for an enum of controls and its enum of sections.
#[doc(hidden)]
#[macro_export]
macro_rules! __catalog {
    ($visibility:vis $control:ident $count:literal, $section:ident $section_count:literal) => {
        // Uses what the catalog's own code may not, which spares a `#[allow(dead_code)]`: that can't be where it's forbidden.
        const _: (&[$control], &[$section]) = (&CONTROLS, &SECTIONS);

        impl $control {
            /// All controls, in the order of the document.
            $visibility const ALL: &'static [$control] = &CONTROLS;

            /// How many controls there are.
            $visibility const COUNT: $crate::__private::usize = $count;

            /// The catalog as data.
            $visibility const CATALOG: &'static $crate::__private::Catalog = &CATALOG;

            /// Returns an iterator over all controls, in order.
            $visibility fn all()
            -> $crate::__private::iter::Copied<$crate::__private::slice::Iter<'static, $control>> {
                <Self as $crate::__private::Control>::all()
            }

            /// Returns all that the row says, as data.
            #[must_use]
            #[inline]
            $visibility const fn record(self) -> &'static $crate::__private::Record {
                &CATALOG.records[self as $crate::__private::usize]
            }

            /// Returns the stable key of the control in data, in kebab-case.
            #[must_use]
            #[inline]
            $visibility const fn id(self) -> &'static $crate::__private::str {
                self.record().id
            }

            /// Returns the document's own number or code of the control; `None` where it has none.
            #[must_use]
            #[inline]
            $visibility const fn label(
                self,
            ) -> $crate::__private::Option<&'static $crate::__private::str> {
                self.record().label
            }

            /// Returns what the row is about, word for word.
            #[must_use]
            #[inline]
            $visibility const fn title(self) -> &'static $crate::__private::str {
                self.record().title
            }

            /// Returns the section that contains the row.
            #[must_use]
            #[inline]
            $visibility const fn section(self) -> $section {
                SECTIONS[self.record().section_index]
            }

            /// Returns the notes, as Markdown, word for word; `None` where the cell is empty.
            #[must_use]
            #[inline]
            $visibility const fn notes(
                self,
            ) -> $crate::__private::Option<&'static $crate::__private::str> {
                self.record().notes
            }

            /// Returns the documentation, as Markdown, word for word; `None` where the cell is empty.
            #[must_use]
            #[inline]
            $visibility const fn documentation(
                self,
            ) -> $crate::__private::Option<&'static $crate::__private::str> {
                self.record().documentation
            }

            /// Returns the links in the notes, then those in the documentation.
            #[must_use]
            #[inline]
            $visibility const fn links(self) -> &'static [$crate::__private::Link] {
                self.record().links
            }

            /// Returns where the row's title is in the document; `None` in a catalog without one.
            #[must_use]
            #[inline]
            $visibility const fn position(
                self,
            ) -> $crate::__private::Option<$crate::__private::Position> {
                self.record().position
            }

            /// Returns a digest of what the row says: of section, title, answer, notes and documentation, and of label and
            /// properties where it has them.
            #[must_use]
            #[inline]
            $visibility const fn fingerprint(self) -> $crate::__private::Fingerprint {
                self.record().fingerprint
            }

            /// Asserts that the row says what it said when it was reviewed, by its fingerprint. In a constant, that is
            /// asserted when the constant is compiled.
            ///
            /// # Panics
            ///
            /// When it says something else; the message has the fingerprint to write after a review.
            #[track_caller]
            $visibility const fn assert_fingerprint(self, reviewed: &$crate::__private::str) {
                CATALOG.assert_record(self as $crate::__private::usize, reviewed);
            }

            /// Does nothing. Whatever has this function is a control, as `#[satisfies]` and `#[verifies]` make sure.
            #[doc(hidden)]
            $visibility const fn assert_control(self) {}

            /// Returns the control with this id, letter for letter.
            #[must_use]
            $visibility const fn from_id(
                id: &$crate::__private::str,
            ) -> $crate::__private::Option<$control> {
                match CATALOG.index_of(id) {
                    $crate::__private::Some(index) => $crate::__private::Some(CONTROLS[index]),
                    $crate::__private::None => $crate::__private::None,
                }
            }

            /// Returns a set of controls, in constants too.
            #[must_use]
            $visibility const fn set(
                controls: &[$control],
            ) -> $crate::__private::ControlSet<$control> {
                let mut bits = <$control as $crate::__private::Control>::NO_BITS;
                let mut at = 0;
                while at < controls.len() {
                    let index = controls[at] as $crate::__private::usize;
                    bits[index / 64] |= 1 << (index % 64);
                    at += 1;
                }
                $crate::__private::ControlSet::__of(bits)
            }
        }

        impl $section {
            /// All sections, in the order of the document.
            $visibility const ALL: &'static [$section] = &SECTIONS;

            /// How many sections there are.
            $visibility const COUNT: $crate::__private::usize = $section_count;

            /// Returns the heading, word for word.
            #[must_use]
            #[inline]
            $visibility const fn title(self) -> &'static $crate::__private::str {
                CATALOG.sections[self as $crate::__private::usize].title
            }

            /// Returns the headings above the section, outermost first, as far as the definition names them.
            #[must_use]
            #[inline]
            $visibility const fn group(self) -> &'static [&'static $crate::__private::str] {
                CATALOG.sections[self as $crate::__private::usize].group
            }

            /// Returns the controls of the section, in order.
            #[must_use]
            #[inline]
            $visibility const fn controls(self) -> &'static [$control] {
                let section = &CATALOG.sections[self as $crate::__private::usize];
                $crate::__private::part(&CONTROLS, section.first, section.records.len())
            }

            /// Panics: it's here to say in words what would be the lack of a function otherwise.
            #[doc(hidden)]
            #[track_caller]
            $visibility const fn assert_control(self) {
                $crate::__private::section_is_no_control()
            }
        }

        impl $crate::__private::Control for $control {
            type Section = $section;
            type Bits = [$crate::__private::u64; $crate::__private::usize::div_ceil($count, 64)];
            const NO_BITS: <Self as $crate::__private::Control>::Bits = [0; $crate::__private::usize::div_ceil($count, 64)];
            const ALL_BITS: <Self as $crate::__private::Control>::Bits = $crate::__private::bits($count);
            const ALL: &'static [Self] = &CONTROLS;
            const CATALOG: &'static $crate::__private::Catalog = &CATALOG;

            fn index(self) -> $crate::__private::usize {
                self as $crate::__private::usize
            }

            fn section(self) -> $section {
                <$control>::section(self)
            }
        }

        impl $crate::__private::ControlSection for $section {
            type Control = $control;
            const ALL: &'static [Self] = &SECTIONS;

            fn index(self) -> $crate::__private::usize {
                self as $crate::__private::usize
            }
        }

        impl $crate::__private::fmt::Display for $control {
            /// Writes the title.
            fn fmt(
                &self,
                f: &mut $crate::__private::fmt::Formatter<'_>,
            ) -> $crate::__private::fmt::Result {
                f.pad(self.title())
            }
        }

        impl $crate::__private::fmt::Debug for $control {
            /// Writes the name of the variant.
            fn fmt(
                &self,
                f: &mut $crate::__private::fmt::Formatter<'_>,
            ) -> $crate::__private::fmt::Result {
                f.pad(self.record().name)
            }
        }

        impl $crate::__private::fmt::Display for $section {
            /// Writes the heading.
            fn fmt(
                &self,
                f: &mut $crate::__private::fmt::Formatter<'_>,
            ) -> $crate::__private::fmt::Result {
                f.pad(self.title())
            }
        }

        impl $crate::__private::fmt::Debug for $section {
            /// Writes the name of the variant.
            fn fmt(
                &self,
                f: &mut $crate::__private::fmt::Formatter<'_>,
            ) -> $crate::__private::fmt::Result {
                f.pad(CATALOG.sections[*self as $crate::__private::usize].name)
            }
        }

        impl $crate::__private::FromStr for $control {
            type Err = $crate::__private::UnknownControl;

            /// Finds a control by its id, the name of its variant, its title, its label, a former id or title, or an alias,
            /// letter for letter.
            fn from_str(
                text: &$crate::__private::str,
            ) -> $crate::__private::Result<Self, $crate::__private::UnknownControl> {
                $crate::__private::find(text)
            }
        }

        impl $crate::__private::convert::TryFrom<&$crate::__private::str> for $control {
            type Error = $crate::__private::UnknownControl;

            /// Finds a control by its id, the name of its variant, its title, its label, a former id or title, or an alias,
            /// letter for letter.
            fn try_from(
                text: &$crate::__private::str,
            ) -> $crate::__private::Result<Self, $crate::__private::UnknownControl> {
                $crate::__private::find(text)
            }
        }

        $crate::__strum! { $control $count }
        $crate::__serde! { $control }
        $crate::__enum_map! { $control $count }
        $crate::__schemars! { $control }
    };
}

/// Implements what a catalog has besides if its rows have answers.
#[doc(hidden)]
#[macro_export]
macro_rules! __answers {
    ($visibility:vis $control:ident) => {
        impl $control {
            /// Returns what the row answers.
            #[must_use]
            #[inline]
            $visibility const fn answer(self) -> $crate::__private::Answer {
                $crate::__private::answer(self.record())
            }

            /// Asserts that the answer is still the one that was reviewed. In a constant, that is asserted when the
            /// constant is compiled.
            ///
            /// # Panics
            ///
            /// When the answer is another one; the message says which, and where in the document.
            #[track_caller]
            $visibility const fn assert_answer(self, reviewed: $crate::__private::Answer) {
                CATALOG.assert_answer(self as $crate::__private::usize, reviewed);
            }

            /// Returns an iterator over the controls with this answer, in order. It knows its exact length.
            #[must_use]
            $visibility fn with_answer(
                answer: $crate::__private::Answer,
            ) -> $crate::__private::WithAnswer<$control> {
                <Self as $crate::__private::Answered>::with_answer(answer)
            }
        }

        impl $crate::__private::Answered for $control {
            fn answer(self) -> $crate::__private::Answer {
                <$control>::answer(self)
            }
        }
    };
}
