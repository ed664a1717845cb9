#!/usr/bin/env python3
"""Holds the README against the program: the picture of its output must be what it prints.

    check-readme.py PROGRAM SOURCE_DIR            exit 1 where they differ, with the difference
    check-readme.py --update PROGRAM SOURCE_DIR   writes the picture anew
"""
import difflib
import os
import re
import subprocess
import sys

ARTICLES = ["fixtures/deepseek", "fixtures/millbrook-fire"]
BLOCK = re.compile(r"(## What it prints\n\n```text\n)(.*?)(```\n)", re.S)


def main():
    update = sys.argv[1] == "--update"
    program, source = sys.argv[-2:]
    environment = {k: v for k, v in os.environ.items() if k != "COLUMNS"}
    run = subprocess.run([os.path.abspath(program), "check", "--width", "100", "--color", "never", *ARTICLES],
                         cwd=source, env=environment, capture_output=True, text=True)
    path = os.path.join(source, "README.md")
    text = open(path, encoding="utf-8").read()
    shown = BLOCK.search(text)
    if shown is None:
        sys.exit("README.md: there is no picture of the output")
    printed = run.stdout.rstrip("\n") + "\n"
    if shown.group(2) == printed:
        return
    if update:
        open(path, "w", encoding="utf-8").write(text[:shown.start(2)] + printed + text[shown.end(2):])
        return
    sys.stdout.writelines(difflib.unified_diff(shown.group(2).splitlines(True), printed.splitlines(True),
                                               "README.md", "what the program prints"))
    sys.exit(1)


main()
