#!/usr/bin/env python3
"""Compares the built command with independent programs on generated inputs.

    compare.py BINARY [--seed N] [--schemas N] [--documents N]

Verdicts of `validate` are compared with jsonschema-rs in four dialects, values that `render` reads from YAML with
ruamel.yaml (YAML 1.2). Every input is made from the seed, so that a difference can be shown again; it is left in the
folder that is printed. Exits with 1 on a difference.
"""

import argparse
import collections
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import warnings

import jsonschema_rs
from ruamel.yaml import YAML
from ruamel.yaml.error import ReusedAnchorWarning, YAMLError

warnings.simplefilter("ignore", ReusedAnchorWarning)

VALIDATORS = {
    "07": jsonschema_rs.Draft7Validator,
    "06": jsonschema_rs.Draft6Validator,
    "2019-09": jsonschema_rs.Draft201909Validator,
    "2020-12": jsonschema_rs.Draft202012Validator,
}
TYPES = ["null", "boolean", "integer", "number", "string", "array", "object"]
KEYS = ["a", "b", "name", "url", "é", ""]
TEXTS = ["", "a", "ab", "Car services", "ü€😀", "deal-details", "1", "true", "a b"]
PATTERNS = ["^a", "b$", "^[a-z]+$", "^.{1,3}$", "[0-9]", "\\s", "(a|b)+", "^$", "\\d{2,}", "^\\p{L}+$"]


class Schemas:
    """Makes schemas and instances that have something to do with each other."""

    def __init__(self, chance, dialect):
        self.chance = chance
        self.dialect = dialect

    def value(self, depth=3):
        kind = self.chance.choice(TYPES if depth > 0 else TYPES[:5])
        if kind == "null":
            return None
        if kind == "boolean":
            return self.chance.random() < 0.5
        if kind == "integer":
            return self.chance.choice([0, 1, -1, 2, 3, 10, 2**53, -7, 100])
        if kind == "number":
            return self.chance.choice([0.5, 1.0, -2.5, 1e3, 3.0, 0.1])
        if kind == "string":
            return self.chance.choice(TEXTS)
        if kind == "array":
            return [self.value(depth - 1) for _ in range(self.chance.randrange(4))]
        return {key: self.value(depth - 1) for key in self.chance.sample(KEYS, self.chance.randrange(4))}

    def schema(self, depth=3):
        if depth == 0 or self.chance.random() < 0.08:
            return self.chance.choice([True, False, {}, {"type": self.chance.choice(TYPES)}])
        schema = {}
        for _ in range(self.chance.randrange(1, 4)):
            self.add_keyword(schema, depth - 1)
        return schema

    def add_keyword(self, schema, depth):
        chance, sub = self.chance, lambda: self.schema(depth)
        subs = lambda: [sub() for _ in range(chance.randrange(1, 4))]
        number = lambda: chance.choice([0, 1, 2, 3, 10, -1, 0.5])
        count = lambda: chance.randrange(4)
        makers = {
            "type": lambda: chance.choice([chance.choice(TYPES), chance.sample(TYPES, 2)]),
            "const": lambda: self.value(2),
            "enum": lambda: [self.value(1) for _ in range(chance.randrange(1, 4))],
            "minimum": number, "maximum": number, "exclusiveMinimum": number, "exclusiveMaximum": number,
            "multipleOf": lambda: chance.choice([1, 2, 3, 0.5]),
            "minLength": count, "maxLength": count, "pattern": lambda: chance.choice(PATTERNS),
            "minItems": count, "maxItems": count, "uniqueItems": lambda: chance.random() < 0.7,
            "contains": sub, "minProperties": count, "maxProperties": count,
            "required": lambda: chance.sample(KEYS, chance.randrange(3)),
            "properties": lambda: {key: sub() for key in chance.sample(KEYS, chance.randrange(1, 4))},
            "patternProperties": lambda: {chance.choice(PATTERNS[:4]): sub()},
            "additionalProperties": sub, "propertyNames": sub,
            "allOf": subs, "anyOf": subs, "oneOf": subs, "not": sub,
        }
        if self.dialect != "06":
            makers |= {"if": sub, "then": sub, "else": sub}
        if self.dialect in ("06", "07"):
            makers |= {
                "items": lambda: chance.choice([sub(), subs()]), "additionalItems": sub,
                "dependencies": lambda: {chance.choice(KEYS): chance.choice([sub(), [chance.choice(KEYS)]])},
            }
        else:
            makers |= {
                "dependentSchemas": lambda: {chance.choice(KEYS): sub()},
                "dependentRequired": lambda: {chance.choice(KEYS): [chance.choice(KEYS)]},
                "unevaluatedProperties": sub,
                "minContains": count, "maxContains": count,
            }
            if self.dialect == "2020-12":
                makers |= {"prefixItems": subs, "items": sub, "unevaluatedItems": sub}
            else:
                # No `unevaluatedItems`: jsonschema-rs counts what `contains` took, as only 2020-12 says.
                makers |= {"items": lambda: chance.choice([sub(), subs()]), "additionalItems": sub}
        keyword = chance.choice(sorted(makers))
        schema[keyword] = makers[keyword]()


class Documents:
    """Makes YAML texts in all notations, with comments, anchors, blocks and odd scalars."""

    # Without what ruamel.yaml reads as YAML 1.1 did: dates, and numbers with an underscore.
    SCALARS = [
        "a", "true", "True", "null", "~", "", "1", "-1", "0x1F", "0o17", "017", "1.5", "1e3", ".5", "yes",
        "12:30", "'it''s'", '"a\\tb\\u00e9"', "'a # b'", "a#b", "http://a.b/c", "- ", "é", "😀", '"\\x41"',
        "<<", "+1", "0.10", "no", "Off", "'multi\n    line'", '"multi\n    line \\\n    on"',
    ]

    def __init__(self, chance):
        self.chance = chance
        self.anchors = 0

    def text(self):
        self.anchors = 0
        lines = self.block(0, 3)
        if self.chance.random() < 0.2:
            lines.insert(0, "---")
        if self.chance.random() < 0.1:
            lines.append("...")
        return "\n".join(lines) + self.chance.choice(["\n", "", "\n\n", "  # end\n"])

    def comment(self):
        return self.chance.choice(["", "", "", "  # a: [b", " # 'c'"])

    def flow(self, depth):
        choice = self.chance.random()
        if depth == 0 or choice < 0.5:
            return self.chance.choice([s for s in self.SCALARS if "\n" not in s and s not in ("", "- ", "<<")])
        if choice < 0.75:
            return "[" + ", ".join(self.flow(depth - 1) for _ in range(self.chance.randrange(4))) + "]"
        keys = self.chance.sample(["a", "b", "'c d'", '"e"', "é", "1"], self.chance.randrange(4))
        return "{" + ", ".join(f"{key}: {self.flow(depth - 1)}" for key in keys) + "}"

    def block(self, indent, depth):
        pad = " " * indent
        kind = self.chance.random()
        if kind < 0.45:
            keys = self.chance.sample(["a", "b", "c d", "'e'", '"f\\n"', "é", "1", "true"], self.chance.randrange(1, 5))
            lines = []
            for key in keys:
                lines += self.entry(f"{pad}{key}:", indent, depth)
            return lines
        if kind < 0.8:
            lines = []
            for _ in range(self.chance.randrange(1, 4)):
                lines += self.entry(f"{pad}-", indent, depth)
            return lines
        return [pad + self.flow(2) + self.comment()]

    def entry(self, head, indent, depth):
        choice = self.chance.random()
        if choice < 0.12 and self.anchors:
            return [f"{head} *n{self.chance.randrange(self.anchors)}{self.comment()}"]
        if choice < 0.2:
            mark = self.chance.choice(["|", ">", "|-", ">-", "|+", ">+", "|2-"])
            inner = [self.chance.choice(["text", "# no comment", "  more", "", "a: b", "- c"]) for _ in range(3)]
            inner = ["first"] + inner
            return [f"{head} {mark}{self.comment()}"] + [(" " * (indent + 2) + line).rstrip() for line in inner]
        anchor = ""
        if choice < 0.3:
            anchor = f" &n{self.anchors}"
        if depth > 0 and choice < 0.65:
            lines = [head + anchor + self.comment()] + self.block(indent + 2, depth - 1)
        else:
            lines = [f"{head}{anchor} {self.flow(2) if choice < 0.8 else self.chance.choice(self.SCALARS)}"]
            lines[0] += self.comment()
        if anchor:
            self.anchors += 1
        return lines


def run(binary, *arguments, folder):
    return subprocess.run([binary, *arguments], cwd=folder, capture_output=True, text=True, timeout=60, check=False)


def compare_schemas(binary, chance, count, folder):
    differences = pairs = 0
    for number in range(count):
        dialect = chance.choice(sorted(VALIDATORS))
        maker = Schemas(chance, dialect)
        schema = maker.schema()
        try:
            oracle = VALIDATORS[dialect](schema)
        except ValueError:
            continue
        instances = [maker.value() for _ in range(20)]
        case = folder / f"schema-{number}"
        case.mkdir()
        (case / "schema.json").write_text(json.dumps(schema, ensure_ascii=False))
        names = []
        for index, instance in enumerate(instances):
            names.append(f"{index:02}.json")
            (case / names[-1]).write_text(json.dumps(instance, ensure_ascii=False))
        result = run(
            binary, "validate", "--schema", "schema.json", "--dialect", dialect, "--format", "json", *names,
            folder=case)
        if result.returncode not in (0, 1):
            print(f"{case}: exit code {result.returncode}: {result.stderr.strip()[:300]}")
            differences += 1
            continue
        refused = {diagnostic["file"] for diagnostic in json.loads(result.stdout)["diagnostics"]}
        for name, instance in zip(names, instances):
            pairs += 1
            if oracle.is_valid(instance) != (name not in refused):
                differences += 1
                print(f"{case}/{name}: here {'refused' if name in refused else 'taken'}, elsewhere not")
    print(f"validate: {pairs} pairs of schema and instance, {differences} differ from jsonschema-rs")
    return differences


def plain(value):
    """A value of ruamel.yaml as JSON has it."""
    if isinstance(value, dict):
        return {json.dumps(key) if key is None or isinstance(key, bool) else str(key): plain(item)
                for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


def compare_documents(binary, chance, count, folder):
    differences = compared = 0
    refused = collections.Counter()
    for number in range(count):
        text = Documents(chance).text()
        file = folder / f"document-{number}.yaml"
        file.write_text(text)
        reader = YAML(typ="safe", pure=True)
        reader.version = (1, 2)
        try:
            expected = plain(reader.load(text))
        except (YAMLError, ValueError, TypeError):
            expected = None
        result = run(binary, "render", file.name, folder=folder)
        if result.returncode != 0 or expected is None:
            # Refusing is never silently wrong; the YAML suite counts what is refused with which advice.
            refused[result.returncode != 0, expected is None] += 1
            file.unlink()
            continue
        compared += 1
        if json.dumps(expected, sort_keys=True, default=str) != json.dumps(json.loads(result.stdout), sort_keys=True):
            differences += 1
            print(f"{file}: here {result.stdout.strip()!r}, elsewhere {expected!r}")
        else:
            file.unlink()
    print(
        f"render: {compared} documents, {differences} differ from ruamel.yaml; refused by both {refused[True, True]}, "
        f"here only {refused[True, False]}, there only {refused[False, True]}")
    return differences


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--schemas", type=int, default=300)
    parser.add_argument("--documents", type=int, default=2000)
    options = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="manifestlint-differential-"))
    binary = options.binary.resolve()
    differences = compare_schemas(binary, random.Random(options.seed), options.schemas, folder)
    differences += compare_documents(binary, random.Random(options.seed), options.documents, folder)
    if differences:
        print(f"the inputs are in {folder}")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
