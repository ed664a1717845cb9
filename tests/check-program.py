#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks of the program that need more than its output: pipes, full disks, git, environments, and the
workflow files that it offers. Each function that begins with "check" is one.

    check-program.py PROGRAM ROOT [NAME...]
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(sys.argv[2]).resolve()

ONE = "DeepSeek R1 matches OpenAI's o1 on most tests.\n"
OTHER = "DeepSeek R1 rivals OpenAI's GPT-4, people say.\n"
GONE = ("NO_COLOR", "GITHUB_STEP_SUMMARY", "GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "CI", "COLUMNS", "TERM")


def environment(**more):
    env = {name: value for name, value in os.environ.items() if name not in GONE}
    env.update(
        GIT_CONFIG_GLOBAL="/dev/null",
        GIT_CONFIG_SYSTEM="/dev/null",
        GIT_AUTHOR_NAME="A",
        GIT_AUTHOR_EMAIL="a@example.org",
        GIT_COMMITTER_NAME="A",
        GIT_COMMITTER_EMAIL="a@example.org",
        **more,
    )
    return env


def run(folder, *args, code=None, env=None, **options):
    done = subprocess.run(
        [PROGRAM, *args], cwd=folder, env=env or environment(), capture_output=True, text=True, check=False, **options
    )
    if code is not None and done.returncode != code:
        raise AssertionError(f"{args}: exit {done.returncode}, not {code}\n{done.stdout}{done.stderr}")
    return done


def git(folder, *args):
    subprocess.run(["git", *args], cwd=folder, env=environment(), check=True, capture_output=True)


def write(folder, **texts):
    for name, text in texts.items():
        path = folder / (name.replace("__", "/") + ".txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def make_repository(folder):
    """A repository whose main branch has one article and whose branch "change" contradicts it."""
    git(folder, "init", "-q", "-b", "main")
    write(folder, articles__one=ONE, articles__aside="Nothing of note.\n")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "one")
    git(folder, "checkout", "-qb", "change")
    write(folder, articles__other=OTHER)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "other")


def check_reader_that_leaves(folder):
    """`factdiff ... | head -1` is no error, and no crash."""
    (folder / "many.jsonl").write_text("".join('{"id":"%d","text":"It cost $%d."}\n' % (i, i) for i in range(60000)))
    with subprocess.Popen([PROGRAM, "values", "many.jsonl"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as p:
        p.stdout.readline()
        p.stdout.close()
        errors = p.stderr.read()
        assert p.wait() == 0 and errors == b"", (p.returncode, errors)


def check_full_disk(folder):
    write(folder, a=ONE, b=OTHER)
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run([PROGRAM, "check", "."], cwd=folder, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2 and "standard output: No space left" in done.stderr, done


def check_output_into_a_device(folder):
    write(folder, a=ONE, b=OTHER)
    run(folder, "check", "-q", "--output", "json:/dev/null", ".", code=1)
    assert pathlib.Path("/dev/null").is_char_device()


def check_file_is_replaced_whole(folder):
    write(folder, in__a=ONE, in__b=OTHER)
    target = folder / "out.json"
    target.write_text("old")
    before = target.stat().st_ino
    run(folder, "check", "-q", "--output", "json:out.json", "in", code=1)
    assert json.loads(target.read_text())["version"] == 1
    assert target.stat().st_ino != before, "written in place: a killed run would tear it"
    assert sorted(p.name for p in folder.iterdir()) == ["in", "out.json"]


def check_same_bytes_everywhere(folder):
    """Locale, threads, time zone and terminal settings change no byte of the output."""
    sample = [str(ROOT / "fixtures/deepseek"), str(ROOT / "fixtures/millbrook-fire")]
    expected = run(folder, "check", "--show", "info", *sample).stdout
    assert "finding" in expected
    for settings in ({"LC_ALL": "C"}, {"LC_ALL": "de_DE.UTF-8"}, {"TZ": "Asia/Tokyo"}, {"COLUMNS": "40"}, {"NO_COLOR": "1"}):
        assert run(folder, "check", "--show", "info", *sample, env=environment(**settings)).stdout == expected, settings
    for jobs in ("1", "2", "8"):
        assert run(folder, "check", "--show", "info", "-j", jobs, *reversed(sample)).stdout == expected, jobs


def check_same_messages_everywhere(folder):
    for arguments in (["check", "--fromat"], ["check", "nowhere"], ["--help"], ["diff", "NOREV:a", "b"]):
        told = [run(folder, *arguments, env=environment(LC_ALL=locale, LANGUAGE="de")) for locale in ("C.UTF-8", "de_DE.UTF-8")]
        assert told[0].stderr == told[1].stderr and told[0].stdout == told[1].stdout, told


def check_claims_are_taken_like_articles(folder):
    sample = str(ROOT / "fixtures/deepseek")
    claims = run(folder, "extract", sample, code=0).stdout
    (folder / "claims.jsonl").write_text(claims)
    for form in ("text", "json", "sarif", "html"):
        arguments = ["check", "--show", "info", "--format", form]
        assert run(folder, *arguments, "claims.jsonl").stdout == run(folder, *arguments, sample).stdout, form
    assert run(folder, "extract", "claims.jsonl", code=0).stdout == claims
    assert run(folder, "check", "-", input=claims).stdout == run(folder, "check", sample).stdout


def check_waivers_survive_in_claims(folder):
    waiver = "<!-- factdiff:ignore compared_with -- both names were in the release -->\n"
    (folder / "one.md").write_text(ONE + "\n" + waiver)
    write(folder, other=OTHER)
    done = run(folder, "check", "one.md", "other.txt", code=0)
    claims = run(folder, "extract", "one.md", "other.txt", code=0).stdout
    (folder / "claims.jsonl").write_text(claims)
    assert run(folder, "check", "claims.jsonl", code=0).stdout == done.stdout
    assert "1 waived" in done.stdout


def check_step_summary(folder):
    write(folder, a=ONE, b=OTHER)
    summary = folder / "summary.md"
    summary.write_text("before\n")
    env = environment(GITHUB_STEP_SUMMARY=str(summary))
    run(folder, "check", "--format", "github", "a.txt", "b.txt", code=1, env=env)
    text = summary.read_text()
    assert text.startswith("before\n# Where the articles disagree\n"), text


def check_changed_since_a_revision(folder):
    make_repository(folder)
    run(folder, "check", "--base", "main", "articles", code=1)
    write(folder, articles__aside="Nothing of note at all.\n")
    git(folder, "commit", "-qam", "aside")
    done = run(folder, "check", "--base", "HEAD~1", "articles", code=0)
    assert "left out: 1 elsewhere" in done.stdout, done.stdout
    done = run(folder, "check", "--base", "nowhere", "articles", code=2)
    assert "nowhere" in done.stderr


def check_shallow_clone_is_told(folder):
    origin = folder / "origin"
    origin.mkdir()
    make_repository(origin)
    git(folder, "clone", "-q", "--depth", "1", "--no-single-branch", f"file://{origin}", "clone")
    done = run(folder / "clone", "check", "--base", "origin/main", "articles", code=2)
    assert "shallow" in done.stderr, done.stderr


def check_diff_of_revisions(folder):
    make_repository(folder)
    done = run(folder, "diff", "HEAD~1:articles", "articles", code=1)
    assert done.stdout.startswith("--- HEAD~1:articles\n+++ articles\n"), done.stdout
    assert tempfile.gettempdir() + "/factdiff" not in done.stdout
    run(folder, "diff", "HEAD:", "HEAD:", code=0)
    run(folder / "articles", "diff", "HEAD~1:", "HEAD:", code=1)
    assert not list(pathlib.Path(tempfile.gettempdir()).glob("factdiff-??????/one.txt")), "scratch is left"


def check_starter_files_work(folder):
    """What `init` writes is accepted by the program itself."""
    run(folder, "init", code=0)
    run(folder, "facts", "list", "--facts", "facts", code=0)
    (folder / "articles").mkdir()
    write(folder, articles__one=ONE, articles__other=OTHER)
    done = run(folder, "check", code=1)
    assert "in 2 articles" in done.stdout and done.stderr == "", done


def commands_of(text):
    """The factdiff commands of a workflow file, continued lines joined."""
    joined = re.sub(r"\n\s+(--)", r" \1", text)
    return [line.strip().lstrip("- ") for line in joined.splitlines() if line.strip().lstrip("- ").startswith("factdiff ")]


def check_workflow_commands(folder):
    """The commands of the workflow files run as they stand, in a repository with a change."""
    for kind, base in (("github", "origin/${{ github.base_ref }}"), ("gitlab", "origin/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME")):
        text = (ROOT / f"src/cli/init/{kind}.yml").read_text()
        commands = commands_of(text)
        assert len(commands) == 1 and base in commands[0], commands
        scratch = folder / kind
        scratch.mkdir()
        make_repository(scratch)
        words = commands[0].replace(f'"{base}"', "main").split()[1:]
        done = run(scratch, *words, code=1)
        assert "R1" in done.stdout
        for output in re.findall(r"--output \w+:(\S+)", commands[0]):
            assert (scratch / output).read_text().strip(), output
            assert output in text.replace(commands[0], ""), f"{output} is written and not used"


def check_yaml(folder):
    del folder
    try:
        import yaml
    except ImportError:
        return
    for path in (*ROOT.glob("src/cli/init/*.y*ml"), ROOT / ".pre-commit-hooks.yaml"):
        assert yaml.safe_load(path.read_text()), path


def check_pre_commit_hook(folder):
    """The hook takes no file names, runs once, and its command works as it stands."""
    text = (ROOT / ".pre-commit-hooks.yaml").read_text()
    assert "pass_filenames: false" in text and "require_serial: true" in text
    entry = re.search(r"entry: factdiff (.*)", text).group(1).split()
    write(folder, one=ONE, other=OTHER)
    run(folder, *entry, code=1)


def main():
    checks = {name: f for name, f in globals().items() if name.startswith("check_")}
    failed = 0
    for name, check in checks.items():
        if sys.argv[3:] and name not in sys.argv[3:]:
            continue
        folder = pathlib.Path(tempfile.mkdtemp(prefix="check-program-"))
        try:
            check(folder)
            print(f"ok      {name}")
        except (AssertionError, subprocess.CalledProcessError) as error:
            failed += 1
            print(f"FAILED  {name}: {error}")
        shutil.rmtree(folder)
    return failed != 0


sys.exit(main())
