//! `controls!` itself.

mod crosswalk;

/// Makes a catalog of a definition and checks it against its document.
///
/// # The definition
///
/// ```
/// controls_core::controls! {
///     /// Doc comments and attributes go to the enum.
///     #[published = "https://learn.example/service/security-controls"]
///     pub enum Service {
///         // A section: its variant in `ServiceSection`, and the heading in the document.
///         Network = "Network" {
///             // A row: its variant, its title in the document, its answer.
///             ServiceEndpoint = "Service endpoint support" => No,
///             VnetInjection = "VNet injection support" => NotApplicable,
///             // Any other answer is a string, word for word as the document has it. Fields follow in braces.
///             NetworkIsolation = "Network isolation support" => "Yes (Premium tier only)" {
///                 notes: "By [rules](./rules.md).",
///                 documentation: "[Network isolation](/service/network)",
///                 id: "network-isolation-and-firewalling",
///                 formerly: ["network-firewall", "Network firewall support"],
///                 alias: ["firewall"],
///             },
///         }
///     }
/// }
///
/// let link = Service::NetworkIsolation.links()[0];
/// assert_eq!(link.target, "./rules.md");
/// assert_eq!(link.url, Some("https://learn.example/service/rules"));
/// ```
///
/// | attribute | on | meaning |
/// |---|---|---|
/// | `#[document = "path"]` | the catalog | the document, relative to the file that contains this literal, with `/` between folders; a macro of another folder or crate can't contain it; without it, nothing checks the catalog |
/// | `#[heading = "text"]` | the catalog | narrows the document to what is under this heading |
/// | `#[published = "url"]` | the catalog | where readers find the document; relative links are resolved against it |
/// | `#[group = "text"]` | a section | the heading above the section, or several, outermost first: `"Storage > Tables"`; tells apart sections of one title |
/// | `#[columns(…)]`, `#[headings(…)]`, `#[answers(…)]` | the catalog | how the document is read: [see below](#the-binding) |
/// | `#[cfg(…)]` | the catalog | all of the catalog or none of it; refused on rows and sections, since a catalog states the same facts in every build |
/// | others | everything | they go to the enum, the section's variant or the row's variant: `#[deprecated]`, `#[non_exhaustive]`, `#[derive(…)]` of what a catalog doesn't implement already |
///
/// | field of a row | meaning |
/// |---|---|
/// | `id: "…"` | the stable key, if it isn't the variant's name in kebab-case |
/// | `label: "…"` | the document's own number or code |
/// | `notes: "…"`, `documentation: "…"` | Markdown, as the cells of the document have it |
/// | `"Level": "…"` | a further column, by its heading, as the cells of the document have it |
/// | `formerly: ["…"]` | earlier ids and titles |
/// | `alias: ["…"]` | what people search for |
///
/// An answer is `Yes`, `No`, `NotApplicable`, `Unanswered`, or a string with the document's own words. Rows either all have an answer or none has; a catalog without answers has no `answer()`, and isn't
/// [`Answered`](crate::Answered).
///
/// # The binding
///
/// Without a binding, a table has controls if the heading of a column is two words with a slash between them, such as
/// `Yes/No`, which say what means yes and what means no there. `N/A` means that the question doesn't apply, and everything
/// else is a qualified answer. `#[columns]` reads tables with other headings:
///
/// ```text
/// #[columns(label = "CIS ID", title = ["Recommendation", "Description"], answer = "Status", notes = 4, also = ["Level"])]
/// #[answers(yes = "Pass", no = ["Fail", "❌"], not_applicable = "Not applicable", blank = unanswered)]
/// ```
///
/// | argument of `#[columns]` | the column with |
/// |---|---|
/// | `title` | what a control is called; it has to be given |
/// | `section` | the section that a row is in, in a document that is CSV |
/// | `label` | the document's own number or code |
/// | `answer` | the answer; without it, the catalog has no answers |
/// | `notes`, `documentation` | the fields of these names |
/// | `also = ["…"]` | a field that is named by the heading, for each |
///
/// A column is given by its heading, by several spellings of it, or by its position from 1. Headings are compared as plain
/// text: without emphasis, links and line breaks, and with white space folded. A table that lacks one of the columns is
/// left alone.
///
/// `#[answers]` says which words mean what, as the whole cell, whatever their letter case, emphasis and footnote marks.
/// Where an answer has no words there, words that mean the same in every document count, such as `Pass`, `✅` and
/// `Not applicable`. What a blank cell means is always said: `blank = no`, `not_applicable` or `unanswered`.
///
/// `#[headings(level = 3, answer = "Result", notes = "Rationale")]` reads documents in which a control is a heading: `level`
/// says which, and `answer`, `notes`, `documentation` and `also` what the lines under it begin with, as `**Result:** Pass`
/// does. An answer goes on to the end of its paragraph, and any other value to the next line that begins with a name or to the
/// next heading, without the tables in between. A number or code at the front of the heading is the label.
///
/// # What it makes
///
/// The enum and an enum of its sections (`ServiceSection` beside `Service`, a name that no other type of the module can
/// have), both exhaustive, `#[repr(u16)]`, `Copy`, ordered as in the definition; `Debug` writes the name of the variant,
/// `Display` the title. What [`example`](crate::example) shows in full:
///
/// | on the enum | |
/// |---|---|
/// | `ALL`, `COUNT`, `CATALOG` | constants: all controls, their number, and the catalog as [data](crate::Catalog) |
/// | `record` | all that the row says, a `&'static` [`Record`](crate::Record) |
/// | `id`, `label`, `title`, `section`, `answer`, `notes`, `documentation`, `links`, `position`, `fingerprint` | its parts |
/// | `from_id` | the control with an id |
/// | `assert_answer`, `assert_fingerprint` | panic, or in a constant don't compile, once the row says something else |
/// | `set` | a [`ControlSet`](crate::ControlSet) of some controls |
/// | `all`, `with_answer` | iterators over all controls, and over those with one answer |
///
/// No variant can have one of these names. All but the last two are `const fn`s. In a catalog without answers there's no `answer`, `assert_answer` and
/// `with_answer`. On the enum of sections: `ALL`, `COUNT`, `title`, `controls`. The traits are
/// [`Control`](crate::Control), [`Answered`](crate::Answered) and [`ControlSection`](crate::ControlSection), `FromStr` and
/// `TryFrom<&str>` (by id, name of the variant, title, label, former id or title, or alias), and those of the
/// [features](crate::guide::features).
///
/// # Errors
///
/// Each mistake in the definition and each difference from the document is a compile error at the token of the
/// definition that is wrong, with the place in the document and what to write. The guide lists
/// [what is compared](crate::guide::react_to_drift#what-is-compared-and-what-isnt).
///
/// When only the document changes, Cargo builds the catalog again.
/// [It goes by time stamps](crate::guide::react_to_drift#when-the-catalog-is-built-again), so an older copy goes unnoticed.
///
/// In doc tests the document is found only in those marked `standalone_crate`: the others are compiled from a
/// temporary file.
#[macro_export]
macro_rules! controls {
    ($($definition:tt)*) => {
        $crate::__private::expand! { ($crate) $($definition)* }
    };
}
