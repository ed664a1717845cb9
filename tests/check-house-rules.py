#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks the rules of the house that no linter knows.

    check-house-rules.py rules ROOT             text rules over src/ and include/
    check-house-rules.py headers ROOT CC [FLAG...]  each header compiles alone

The layout that clang-format gives is relied on: a function's return type stands on a line of its own
and its name begins the next one.
"""

import pathlib
import re
import subprocess
import sys

# Which modules a module may include, beside itself. Arrows point one way, along the data; read,
# extract and compare never meet, and report never sees a document's text.
BELOW_CLAIM = {"base", "text", "catalog", "value"}
MAY_USE = {
    "base": set(),
    "text": {"base"},
    "catalog": {"base", "text"},
    "value": {"base", "text", "catalog"},
    "claim": BELOW_CLAIM,
    "read": {"base"},
    "link": BELOW_CLAIM | {"claim"},
    "extract": BELOW_CLAIM | {"claim"},
    "compare": BELOW_CLAIM | {"claim"},
    "gate": BELOW_CLAIM | {"claim", "compare"},
    "report": BELOW_CLAIM | {"claim", "compare", "gate"},
    "corpus": BELOW_CLAIM | {"claim", "read", "link", "extract", "compare", "gate"},
}
MAY_USE["cli"] = set(MAY_USE)

# Modules that read JSON with jansson; all others write it with base/json-writer.h or not at all.
MAY_USE_JANSSON = {"catalog", "value", "claim", "gate", "read", "corpus", "compare"}

# Nouns that no file or type is called by.
EXTRA_NOUNS = {
    "catalog": {"place", "reference"},
    "compare": {"amount", "judge", "period"},
    "extract": {"clause"},
    "read": {"decode"},
    "report": {"write"},
    "value": {"edtf"},
    "cli": {"cmd"},
}

# What only the program may do.
PROGRAM_ONLY = re.compile(
    r"\b(printf|puts|putchar|fprintf|fputs|fputc|g_print|g_printerr|exit|abort|_exit|getenv|"
    r"g_getenv|g_get_environ|setlocale|secure_getenv)\s*\("
)

DEFINITION = re.compile(r"^([A-Za-z_][\w \t*]*)\n((?:fact_)?[a-z]\w*)\(", re.MULTILINE)
TYPE = re.compile(r"\bFact([A-Z][A-Za-z]*)\b")


def without_comments(text):
    """The text with comments and literals blanked out, line by line."""

    def blank(match):
        return re.sub(r"[^\n]", " ", match.group(0))

    return re.sub(r"/\*.*?\*/|//[^\n]*|\"(?:\\.|[^\"\\\n])*\"", blank, text, flags=re.DOTALL)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def check_opening(text):
    if not text.startswith("/* SPDX-License-Identifier: MIT"):
        yield 1, "the first line is not the SPDX line"


def check_pragma_once(path, code):
    if path.suffix == ".h" and "#pragma once" not in code:
        yield 1, "a header without #pragma once"


def check_includes(path, module, text):
    for match in re.finditer(r'^#include ([<"])([^>"]+)[>"]', text, re.MULTILINE):
        line = line_of(text, match.start())
        name = match.group(2)
        if name == "jansson.h" and module not in MAY_USE_JANSSON | {"cli"}:
            yield line, f"{module} does not use jansson"
        if match.group(1) == "<" or name.endswith("-resource.h"):
            continue
        if "/" not in name:
            yield line, f'"{name}" is included without its folder'
            continue
        other = name.split("/")[0]
        if other != module and other not in MAY_USE.get(module, set()):
            yield line, f"{module} may not use {other}"


def check_own_header_first(path, module, text):
    own = path.with_suffix(".h")
    owners = {f"{module}/{own.name}", f"{module}/{path.stem}-private.h", f"factdiff/{own.name}"}
    first = re.search(r'^#include [<"]([^>"]+)[>"]', text, re.MULTILINE)
    if path.suffix == ".c" and own.exists() and first is not None and first.group(1) not in owners:
        yield line_of(text, first.start()), f"its own header {module}/{own.name} does not come first"


def check_statements(module, code):
    for match in re.finditer(r"\bgoto\b", code):
        yield line_of(code, match.start()), "goto"
    for match in PROGRAM_ONLY.finditer(code):
        if module != "cli":
            yield line_of(code, match.start()), f"{match.group(1)} is the program's, not the library's"


def check_todo(text):
    for match in re.finditer(r"\b(TODO|FIXME|XXX)\b(?!.*#\d)", text):
        yield line_of(text, match.start()), f"{match.group(1)} without the number of an issue"


def nouns_of(path, module, folder_text):
    """Words of which a function's name has at least one: those of the names of its folder's files
    and types, and the folder's own name."""
    nouns = {module} | EXTRA_NOUNS.get(module, set())
    for other in path.parent.iterdir():
        nouns |= set(other.stem.split("-"))
    for name in TYPE.findall(folder_text):
        nouns |= {word.lower() for word in re.findall(r"[A-Z][a-z]*", name)}
    return nouns | {noun + "s" for noun in nouns}


def check_names(path, module, code, folder_text):
    nouns = nouns_of(path, module, folder_text)
    for match in DEFINITION.finditer(code):
        returns, name = match.groups()
        if re.match(r"(typedef|return|else|case)\b", returns):
            continue
        is_static = "static" in returns.split()
        line = line_of(code, match.start(2))
        if is_static and name.startswith("fact_") and path.suffix == ".c":
            yield line, f"{name} is static and needs no prefix"
        if is_static or name == "main":
            continue
        words = name.split("_")
        if words[0] != "fact" or nouns.isdisjoint(words[1:]):
            yield line, f"{name} is not named for a noun of its file or module"


def check_returns(code):
    """NULL from functions that return no pointer, FALSE from those that do."""
    for match in re.finditer(DEFINITION, code):
        returns = match.group(1)
        opening = code.find("\n{", match.end())
        if opening < 0 or ";" in code[match.end() : opening]:  # a prototype
            continue
        body = code[opening : code.find("\n}", opening)]
        wrong = "FALSE|TRUE" if "*" in returns else "NULL"
        for found in re.finditer(rf"\breturn ({wrong});", body):
            if "*" not in returns and "gpointer" in returns:
                continue
            yield line_of(code, opening + found.start()), f"{match.group(2)} returns {found.group(1)}"


def check_file(root, path):
    text = path.read_text(encoding="utf-8")
    code = without_comments(text)
    is_public = path.is_relative_to(root / "include")
    module = "public" if is_public else path.parent.name
    yield from check_opening(text)
    yield from check_pragma_once(path, code)
    yield from check_todo(text)
    yield from check_returns(code)
    if is_public:
        return
    folder_text = "".join(other.read_text(encoding="utf-8") for other in sorted(path.parent.glob("*.h")))
    yield from check_includes(path, module, text)
    yield from check_own_header_first(path, module, text)
    yield from check_statements(module, code)
    yield from check_names(path, module, code, folder_text)


def sources(root, *suffixes):
    files = [*(root / "src").rglob("*"), *(root / "include").rglob("*")]
    return sorted(path for path in files if path.suffix in suffixes)


def run_rules(root):
    n_problems = 0
    for path in sources(root, ".c", ".h"):
        for line, problem in check_file(root, path):
            print(f"{path.relative_to(root)}:{line}: {problem}")
            n_problems += 1
    modules = {path.name for path in (root / "src").iterdir() if path.is_dir()}
    for module in sorted(modules - set(MAY_USE)):
        print(f"src/{module}: not in the list of modules (MAY_USE)")
        n_problems += 1
    return n_problems


def run_headers(root, compiler, flags):
    n_problems = 0
    for path in sources(root, ".h"):
        for name in (root / "src", root / "include"):
            if path.is_relative_to(name):
                include = path.relative_to(name)
        # Twice, so that a missing #pragma once shows too.
        program = f'#include "{include}"\n#include "{include}"\n'
        command = [compiler, "-fsyntax-only", "-x", "c", *flags, f"-I{root}/src", f"-I{root}/include", "-"]
        result = subprocess.run(command, input=program, text=True, capture_output=True, check=False)
        if result.returncode != 0 or result.stderr:
            print(f"{path.relative_to(root)}: does not compile alone\n{result.stderr}")
            n_problems += 1
    return n_problems


def main(arguments):
    if len(arguments) == 2 and arguments[0] == "rules":
        return run_rules(pathlib.Path(arguments[1]).resolve())
    if len(arguments) >= 3 and arguments[0] == "headers":
        return run_headers(pathlib.Path(arguments[1]).resolve(), arguments[2], arguments[3:])
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1:]) else 0)
