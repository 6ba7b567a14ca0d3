"""Makes rows, and of the same rows a document, a definition and strum's enum: the same in each run, on each machine."""

import json
import random
from dataclasses import dataclass, replace

SEED = 7
ROWS_OF_A_SECTION = 20
WORDS = """network isolation encryption transit rest managed customer keys logging audit plane data control identity access
role policy storage service endpoint private tunnel forced monitoring alert backup vault region zone replica quota token
secret rotation certificate""".split()
STRUM_DERIVES = """strum::EnumString, strum::Display, strum::EnumIter, strum::VariantArray, strum::EnumCount,
strum::AsRefStr, strum::IntoStaticStr, strum::EnumMessage, strum::EnumProperty""".replace("\n", " ")
PLAIN_DERIVES = "Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash"


@dataclass(frozen=True)
class Row:
    name: str
    id: str
    title: str
    answer: str
    notes: str
    documentation: str
    section: str


def rows(count):
    """So many rows. One in three has notes with a link, one in ten documentation, one in ten a qualified answer."""
    generator = random.Random(SEED)
    # `choice` may differ between releases of Python, `random` doesn't.
    word = lambda: WORDS[int(generator.random() * len(WORDS))]
    words = lambda number: [word() for _ in range(number)]
    out = []
    for index in range(count):
        # Numbers in letters, for ids to be made of words alone.
        number = "".join(chr(ord("a") + int(digit)) for digit in str(index))
        of_title = words(4) + [number]
        answer = ("Yes Yes Yes Yes Yes No No No N/A".split() + ["Yes (Premium tier only)"])[int(generator.random() * 10)]
        notes = f"{' '.join(words(12)).capitalize()}. See [more](/azure/{word()}/{word()})." if index % 3 == 0 else ""
        documentation = f"[{' '.join(words(3)).capitalize()}](./{word()}.md)" if index % 10 == 0 else ""
        out.append(Row(
            name="".join(word.capitalize() for word in of_title),
            id="-".join(of_title),
            title=" ".join(of_title).capitalize(),
            answer=answer,
            notes=notes,
            documentation=documentation,
            section=f"Section {index // ROWS_OF_A_SECTION + 1}",
        ))
    return out


def next_edition(of):
    """Rows as a later edition of their document may have them: of forty one is retitled, one gone, one new, one has another
    answer and one other notes."""
    out = []
    for index, row in enumerate(of):
        match index % 40:
            case 3:
                row = replace(row, title=f"{row.title} support")
            case 11:
                continue
            case 19:
                out.append(replace(row, title=f"Offline {row.title.lower()}", notes="New."))
            case 27:
                row = replace(row, answer="No" if row.answer == "Yes" else "Yes")
            case 35:
                row = replace(row, notes="Other notes.")
        out.append(row)
    return out


def sections(of):
    """The rows by section, in order."""
    by_section = {}
    for row in of:
        by_section.setdefault(row.section, []).append(row)
    return by_section


def document(of):
    """A control document with these rows."""
    lines = ["---", "title: Big", "ms.date: 09/23/2019", "---", "# Big", ""]
    for section, inside in sections(of).items():
        lines += [f"## {section}", "", "| Security control | Yes/No | Notes | Documentation |", "|---|---|---|---|"]
        lines += [f"| {row.title} | {row.answer} | {row.notes} | {row.documentation} |" for row in inside]
        lines.append("")
    return "\n".join(lines)


def definition(of):
    """The definition of a catalog with these rows, bound to a document."""
    words = {"Yes": "Yes", "No": "No", "N/A": "NotApplicable"}
    lines = [
        "controls_core::controls! {",
        "    /// A catalog.",
        '    #[document = "../document/big.md"]',
        '    #[published = "https://learn.example/azure/big/controls"]',
        "    pub enum Big {",
    ]
    for section, inside in sections(of).items():
        lines.append(f'        {section.replace(" ", "")} = "{section}" {{')
        for row in inside:
            answer = words.get(row.answer, quoted(row.answer))
            fields = [f"{field}: {quoted(text)}"
                      for field, text in (("notes", row.notes), ("documentation", row.documentation)) if text]
            fields = f" {{ {', '.join(fields)} }}" if fields else ""
            lines.append(f"            {row.name} = {quoted(row.title)} => {answer}{fields},")
        lines.append("        }")
    return "\n".join(lines + ["    }", "}", ""])


def strum_enum(of, derives=STRUM_DERIVES, facts=True):
    """An enum of the same rows: strum's attributes say what a catalog's rows say."""
    lines = [f"#[derive({PLAIN_DERIVES}, {derives})]", "pub enum Big {"]
    for row in of:
        lines.append(f"    /// {row.title}: {row.answer}.")
        facts_of_row = ""
        if facts:
            facts_of_row = f", message = {quoted(row.title)}"
            facts_of_row += f", detailed_message = {quoted(row.notes)}" if row.notes else ""
            properties = {"section": row.section, "answer": row.answer, "documentation": row.documentation}
            properties = ", ".join(f"{key} = {quoted(text)}" for key, text in properties.items() if text)
            facts_of_row += f", props({properties})"
        lines.append(f"    #[strum(serialize = {quoted(row.id)}{facts_of_row})]")
        lines.append(f"    {row.name},")
    return "\n".join(lines + ["}", ""])


def mistyped(id):
    """The id with another letter in its middle, as somebody may type it."""
    middle = len(id) // 2
    if id[middle] == "-":
        middle += 1
    return id[:middle] + ("x" if id[middle] != "x" else "y") + id[middle + 1:]


def quoted(text):
    """A string literal of Rust. The texts that are made here need no escapes but JSON's."""
    return json.dumps(text, ensure_ascii=False)
