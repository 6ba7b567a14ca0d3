//! The attributes of a binding.

use controls_document::{Binding, Blank, Column, Words};

use super::literal::literal;

/// The attributes that bind a document in this way, one by one: `#[columns(title = "Control")]`.
///
/// ```
/// use controls_document::{Binding, Column, Columns};
///
/// let columns = Columns {
///     answer: Some(Column::At(3)),
///     ..Columns::new(Column::named("Control"))
/// };
/// let attributes = controls_dsl::binding_attributes(&Binding::Columns(columns));
/// assert_eq!(attributes, ["#[columns(title = \"Control\", answer = 3)]"]);
/// ```
#[must_use]
pub fn binding_attributes(binding: &Binding) -> Vec<String> {
    let (layout, words) = match binding {
        Binding::Slash => return Vec::new(),
        Binding::Columns(columns) => {
            let mut all = Arguments::new("columns");
            all.column("section", columns.section.as_ref());
            all.column("label", columns.label.as_ref());
            all.column("title", Some(&columns.title));
            all.column("answer", columns.answer.as_ref());
            all.column("notes", columns.notes.as_ref());
            all.column("documentation", columns.documentation.as_ref());
            all.list("also", &columns.also);
            (all, &columns.words)
        }
        Binding::Headings(headings) => {
            let mut all = Arguments::new("headings");
            all.add("level", &headings.level.to_string());
            all.texts("answer", &headings.answer);
            all.texts("notes", &headings.notes);
            all.texts("documentation", &headings.documentation);
            all.list("also", &headings.also);
            (all, &headings.words)
        }
    };
    let mut attributes = vec![layout.attribute()];
    if *words != Words::default() {
        attributes.push(answers(words).attribute());
    }
    attributes
}

fn answers(words: &Words) -> Arguments {
    let mut all = Arguments::new("answers");
    all.texts("yes", &words.yes);
    all.texts("no", &words.no);
    all.texts("not_applicable", &words.not_applicable);
    match words.blank {
        None => {}
        Some(Blank::No) => all.add("blank", "no"),
        Some(Blank::NotApplicable) => all.add("blank", "not_applicable"),
        Some(Blank::Unanswered) => all.add("blank", "unanswered"),
    }
    all
}

/// The arguments of an attribute, under way.
struct Arguments {
    of: &'static str,
    all: Vec<String>,
}

impl Arguments {
    fn new(of: &'static str) -> Self {
        Arguments {
            of,
            all: Vec::new(),
        }
    }

    fn add(&mut self, name: &str, value: &str) {
        self.all.push(format!("{name} = {value}"));
    }

    fn column(&mut self, name: &str, column: Option<&Column>) {
        match column {
            None => {}
            Some(Column::Named(spellings)) => self.texts(name, spellings),
            Some(Column::At(position)) => self.add(name, &position.to_string()),
        }
    }

    /// A text alone, or several in brackets.
    fn texts(&mut self, name: &str, texts: &[String]) {
        match texts {
            [text] => self.add(name, &literal(text)),
            _ => self.list(name, texts),
        }
    }

    fn list(&mut self, name: &str, texts: &[String]) {
        if !texts.is_empty() {
            let texts: Vec<String> = texts.iter().map(|text| literal(text)).collect();
            self.add(name, &format!("[{}]", texts.join(", ")));
        }
    }

    fn attribute(&self) -> String {
        format!("#[{}({})]", self.of, self.all.join(", "))
    }
}
