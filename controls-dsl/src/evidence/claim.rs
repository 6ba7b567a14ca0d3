//! What an attribute claims: the controls, and the fingerprint that was reviewed.

use proc_macro2::{Span, TokenStream};
use syn::{
    Ident,
    parse::{ParseStream, Parser as _},
};

use super::{
    arguments::{Form, Piece, Pieces},
    kind::EvidenceKind,
    path::ControlPath,
};
use crate::{Diagnostics, StringLiteral};

/// What `#[satisfies(…)]`, `#[verifies(…)]` or `satisfies!(…)` says.
#[derive(Debug, Default)]
pub struct Claim {
    /// The controls, in order.
    pub controls: Vec<ControlPath>,
    /// The fingerprint of the one control, as it was when the code was reviewed.
    pub reviewed: Option<StringLiteral>,
}

impl Claim {
    /// Parses what is in the parentheses, and adds all that is wrong with it to `diagnostics`.
    pub fn parse(kind: EvidenceKind, tokens: TokenStream, diagnostics: &mut Diagnostics) -> Claim {
        let mut claim = Claim::default();
        let parser = |input: ParseStream<'_>| {
            claim.take(kind, input, diagnostics);
            Ok(())
        };
        // `take` reads to the end, whatever is there.
        let _ = parser.parse2(tokens);
        claim.check(kind, diagnostics);
        claim
    }

    fn take(&mut self, kind: EvidenceKind, input: ParseStream<'_>, diagnostics: &mut Diagnostics) {
        let mut pieces = Pieces::of(Form {
            shown: format!("#[{}]", kind.name()),
            names: &["reviewed"],
            takes: "controls and `reviewed`",
            example: "AzureBackup::Authorization",
            parts: "controls",
            value: "a fingerprint",
        });
        while let Some(piece) = pieces.next(input, diagnostics) {
            match piece {
                Piece::Argument(_, reviewed) => self.reviewed = Some(reviewed),
                Piece::Control(control) => self.control(control, diagnostics),
            }
        }
    }

    fn control(&mut self, control: ControlPath, diagnostics: &mut Diagnostics) {
        let text = control.to_string();
        if self.controls.iter().any(|first| first.to_string() == text) {
            let message = format!("`{text}` is named twice: remove one of the two");
            diagnostics.mistake(control.span, message);
        } else {
            self.controls.push(control);
        }
    }

    /// Returns the fingerprint that was reviewed if it can't be one. The compiler says so where it's held against the control,
    /// with the one to write.
    #[must_use]
    pub fn malformed(&self) -> Option<&StringLiteral> {
        let is_malformed = |text: &&StringLiteral| {
            let text = &text.value;
            text.len() != 32 || !text.bytes().all(|byte| byte.is_ascii_hexdigit())
        };
        self.reviewed.as_ref().filter(is_malformed)
    }

    /// What no single argument can be blamed for, and what only the whole claim shows.
    fn check(&self, kind: EvidenceKind, diagnostics: &mut Diagnostics) {
        let name = kind.name();
        if self.controls.is_empty() && diagnostics.is_empty() {
            let message = format!(
                "`{name}` names no control: expected a path to one, such as `AzureBackup::Authorization`"
            );
            let at = self
                .reviewed
                .as_ref()
                .map_or_else(Span::call_site, StringLiteral::span);
            diagnostics.mistake(at, message);
        }
        for control in &self.controls {
            control.check(diagnostics);
            if control.is_of_self() {
                let message = format!(
                    "`Self` has no meaning in `{name}`, which is checked outside of the item: write the name of the enum"
                );
                let at = control.names.first().map_or(control.span, Ident::span);
                diagnostics.mistake(at, message);
            }
        }
        let Some(reviewed) = &self.reviewed else {
            return;
        };
        if self.controls.len() > 1 {
            let message = format!(
                "`reviewed` is the fingerprint of one control, and {} are named: give each a `#[{name}]` of its own",
                self.controls.len()
            );
            diagnostics.mistake(reviewed.span(), message);
        }
    }
}
