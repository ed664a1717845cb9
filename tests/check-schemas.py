#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds the catalog against its JSON Schemas.

    check-schemas.py ROOT

Every file under facts/ obeys the schema of its folder, and so does what the loader takes in
tests/data/catalog/; what the loader rejects there for its form, the schema rejects, too. The examples
of the READMEs obey theirs.
"""

import json
import pathlib
import re
import sys

SKIPPED = 77

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("SKIPPED: no python3-jsonschema, the schemas are not tried", file=sys.stderr)
    sys.exit(SKIPPED)


def read_schemas(folder):
    schemas = {}
    for path in sorted(folder.glob("*.schema.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        schemas[path.name.split(".")[0]] = Draft202012Validator(schema)
    return schemas


def check_facts(facts, schemas):
    for kind, schema in schemas.items():
        for path in sorted((facts / kind).rglob("*.json")):
            for error in schema.iter_errors(json.loads(path.read_text(encoding="utf-8"))):
                yield f"{path}: {'/'.join(map(str, error.path))}: {error.message[:200]}"
    for path in sorted(facts.rglob("*.json")):
        kind = path.relative_to(facts).parts[0]
        if kind != "schema" and kind not in schemas:
            yield f"{path}: no schema is for {kind}/"


def check_data(data, schemas):
    for path in sorted(data.glob("*/*.json")):
        kind = path.name.split("-")[0]
        if kind not in schemas:
            continue
        valid = schemas[kind].is_valid(json.loads(path.read_text(encoding="utf-8-sig")))
        if path.parent.name == "rejected" and valid:
            yield f"{path}: the schema takes what the loader rejects"
        if path.parent.name != "rejected" and not valid:
            yield f"{path}: the schema rejects what the loader takes"


def check_examples(path, schemas):
    for block in re.findall(r"^```json\n(.*?)^```", path.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE):
        example = json.loads(block)
        for schema in schemas.values():
            if next(iter(example)) in schema.schema["properties"]:
                for error in schema.iter_errors(example):
                    yield f"{path}: {'/'.join(map(str, error.path))}: {error.message[:200]}"


def main():
    root = pathlib.Path(sys.argv[1])
    schemas = read_schemas(root / "facts" / "schema")
    problems = [
        *check_facts(root / "facts", schemas),
        *check_data(root / "tests" / "data" / "catalog", schemas),
        *check_examples(root / "README.md", schemas),
        *check_examples(root / "facts" / "README.md", schemas),
    ]
    for problem in problems:
        print(problem)
    sys.exit(1 if problems or not schemas else 0)


if __name__ == "__main__":
    main()
