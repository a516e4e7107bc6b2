"""Reads reports, hooks and recipes with the programs that they are for: check.py MANIFESTLINT [--quick].

Run by `make check-consumers`, which installs requirements.txt first, and by `.ci/run` without what takes minutes. Whatever
cannot be had is skipped with a word about it; a mismatch ends the run with exit code 1.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(sys.argv[1]).resolve()
IS_QUICK = "--quick" in sys.argv[2:]
TOOLS = pathlib.Path(sys.executable).parent
SUITE = pathlib.Path(os.environ.get("CONFORMANCE_DIR", ROOT.parent / "shared/conformance")) / "report-schemas"
JSON_SCHEMAS = {
    "sarif": ["sarif/sarif-schema-2.1.0.errata01.draft-04.json", "sarif/sarif-schema-2.1.0.cs01.draft-07.json"],
    "gitlab": ["gitlab-codequality/project-strict.report.schema.json"],
    "rdjson": ["reviewdog/DiagnosticResult.json"],
}
XML_SCHEMAS = {
    "junit": ["junit/jenkins-junit-10.xsd", "junit/windyroad-JUnit.xsd"],
    "checkstyle": ["checkstyle/checkstyle-report-1.0.0.xsd"],
}
failures = []


def run(*command, cwd=ROOT, env=None, **options):
    """Runs a program, and gives what it exited with and what it said."""
    result = subprocess.run(
        [str(word) for word in command], cwd=cwd, env=env, text=True, capture_output=True, **options
    )
    return result.returncode, result.stdout + result.stderr


def expect(condition, what, details=""):
    print(f"  {'ok' if condition else 'FAILED'}: {what}")
    if not condition:
        failures.append(what)
        print(details[-2000:])


def skip(what, why):
    print(f"  skipped: {what}: {why}")


def tool(name):
    """A program of the environment of this script, or of the machine; nothing, with a word about it, if there is none."""
    found = TOOLS / name
    path = str(found) if found.exists() else shutil.which(name)
    if path is None:
        skip(name, "it is not installed")
    return path


def write_reports(folder):
    """Writes every report of every sample, of all samples, and of nothing."""
    formats = ["json", *JSON_SCHEMAS, *XML_SCHEMAS]
    samples = [p for k in ("valid", "invalid") for p in sorted((ROOT / "Samples" / k).iterdir()) if p.is_file()]
    cases = {str(index): [path.relative_to(ROOT)] for index, path in enumerate(samples)}
    cases |= {"all": ["Samples"], "empty": ["--allow-empty", "Schemas"], "unreadable": ["missing.yaml"]}
    for name, arguments in cases.items():
        reports = [word for f in formats for word in ("--report", f"{f}={folder / f / name}.{suffix(f)}")]
        for f in formats:
            (folder / f).mkdir(exist_ok=True)
        code, words = run(BINARY, "lint", "--quiet", *arguments, *reports)
        if code not in (0, 1) and name != "unreadable":
            expect(False, f"lint {arguments} exits with 0 or 1, not {code}", words)
    return sorted(cases)


def suffix(report_format):
    return "xml" if report_format in XML_SCHEMAS else "json"


def reports_of(folder, report_format):
    return sorted((folder / report_format).iterdir())


def check_json_schemas(folder):
    check = tool("check-jsonschema")
    if check is None:
        return
    # check-jsonschema resolves no '$ref' between our own schemas without a network; the line schema is our tests'.
    schemas = {"json": [ROOT / "Schemas/report.schema.json"]}
    if SUITE.is_dir():
        schemas |= {f: [SUITE / path for path in paths] for f, paths in JSON_SCHEMAS.items()}
    else:
        skip("the official JSON Schemas", "CONFORMANCE_DIR is not set")
    for report_format, paths in schemas.items():
        for path in paths:
            # One pattern of this version of the schema is no regular expression in Unicode mode.
            variant = ["--regex-variant", "python"]
            code, words = run(check, *variant, "--schemafile", path, *reports_of(folder, report_format))
            expect(code == 0, f"check-jsonschema takes {report_format} by {path.name}", words)


def check_xml_schemas(folder):
    xmllint = tool("xmllint")
    if xmllint is None or not SUITE.is_dir():
        return
    for report_format, paths in XML_SCHEMAS.items():
        for path in paths:
            code, words = run(xmllint, "--noout", "--nonet", "--schema", SUITE / path, *reports_of(folder, report_format))
            expect(code == 0, f"xmllint takes {report_format} by {pathlib.Path(path).name}", words)


def findings(folder, name):
    return json.loads((folder / "json" / f"{name}.json").read_text())["diagnostics"]


def line_hashes(text):
    """What GitHub's action calls the lines of a file: see its description, none of its code is here."""
    units, starts, is_start, after_return = [], [], True, False
    encoded = text.encode("utf-16-le")
    for index in range(0, len(encoded) + 2, 2):
        unit = int.from_bytes(encoded[index:index + 2], "little") if index < len(encoded) else 0xFFFF
        is_second = unit == 10 and after_return
        after_return = unit == 13
        if unit in (9, 32) or is_second:
            continue
        if is_start:
            starts.append(len(units))
        is_start = unit in (10, 13)
        units.append(10 if is_start else unit)
    units += [0] * 100
    counts, result = {}, []
    for start in starts:
        value = 0
        for unit in units[start:start + 100]:
            value = (value * 37 + unit) % 2**64
        counts[value] = counts.get(value, 0) + 1
        result.append(f"{value:x}:{counts[value]}")
    return result


def check_line_hashes(folder):
    run_of_all = json.loads((folder / "sarif/all.json").read_text())["runs"][0]
    known, wrong, none = {}, [], 0
    for result in run_of_all["results"]:
        place = result["locations"][0]["physicalLocation"]
        path = urllib.parse.unquote(place["artifactLocation"]["uri"])
        if path not in known:
            known[path] = line_hashes((ROOT / path).read_bytes().decode())
        expected = known[path][place["region"]["startLine"] - 1]
        found = result["partialFingerprints"].get("primaryLocationLineHash")
        none += found is None
        if found not in (None, expected):
            wrong.append(f"{path}: {place['region']}: {found}, not {expected}")
    count = len(run_of_all["results"])
    expect(not wrong and none < count / 10, f"lines of {count} results have the hashes that GitHub computes", "\n".join(wrong))


def check_sarif_tools(folder, names):
    try:
        from sarif.loader import load_sarif_file
    except ImportError:
        return skip("sarif-tools", "it is not installed")
    sarif = tool("sarif")
    levels = {"error": "error", "warning": "warning", "note": "info"}
    for name in names:
        report = load_sarif_file(str(folder / "sarif" / f"{name}.json")).get_report()
        counts = {level: report.get_issue_count_for_severity(level) for level in levels}
        found = findings(folder, name)
        expected = {level: sum(f["severity"] == s for f in found) for level, s in levels.items()}
        if counts != expected:
            expect(False, f"sarif-tools counts {expected} in {name}", str(counts))
    expect(True, f"sarif-tools sums {len(names)} reports up")
    output = folder / "all.csv"
    code, words = run(sarif, "csv", "--output", output, folder / "sarif" / "all.json")
    text = output.read_text() if output.exists() else ""
    expect(code == 0 and "Samples/invalid/quotas.pipedrive.yaml" in text, "sarif-tools lists files and lines", words)
    code, words = run(sarif, "codeclimate", "--output", folder / "codeclimate.json", folder / "sarif" / "all.json")
    expect(code == 0, "sarif-tools converts to Code Climate", words)


def check_junitparser(folder, names):
    try:
        from junitparser import Error, Failure, JUnitXml, Skipped
    except ImportError:
        return skip("junitparser", "it is not installed")
    for name in names:
        suites = JUnitXml.fromfile(str(folder / "junit" / f"{name}.xml"))
        results = [result for suite in suites for case in suite for result in case.result]
        counts = [sum(isinstance(r, kind) for r in results) for kind in (Failure, Error, Skipped)]
        found = findings(folder, name)
        errors = [f for f in found if f["severity"] == "error"]
        unreadable = [f for f in found if f["rule"] == "unreadable-file"]
        expected = [len(errors) - len(unreadable), len(unreadable), len(found) - len(errors)]
        stated = [sum(getattr(suite, kind) for suite in suites) for kind in ("failures", "errors", "skipped")]
        if not counts == expected == stated:
            expect(False, f"junitparser counts {expected} in {name}", f"{counts} {stated}")
    expect(True, f"junitparser reads {len(names)} reports")


def check_recipes():
    check = tool("check-jsonschema")
    if check is None:
        return
    for schema, path, more in [
        ("vendor.github-actions", "action.yml", []),
        ("vendor.github-workflows", "Samples/ci/github-workflow.yaml", []),
        ("vendor.gitlab-ci", "Samples/ci/gitlab-ci.yaml", ["--data-transform", "gitlab-ci"]),
    ]:
        code, words = run(check, *more, "--builtin-schema", schema, path)
        expect(code == 0, f"check-jsonschema takes {path} by {schema}", words)


def check_action():
    """Runs the step of the action that lints, as a runner would."""
    try:
        import ruamel.yaml
    except ImportError:
        return skip("the steps of action.yml", "there is no parser of YAML")
    action = ruamel.yaml.YAML(typ="safe").load((ROOT / "action.yml").read_text())
    steps = {step.get("id"): step for step in action["runs"]["steps"]}
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "bin").mkdir()
        (folder / "bin/manifestlint").symlink_to(BINARY)
        environment = {
            "PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "GITHUB_ACTIONS": "true",
            "GITHUB_OUTPUT": str(folder / "output"), "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
        }
        code, words = run("bash", "-c", steps["find"]["run"], env=environment)
        output = (folder / "output").read_text()
        expect(code == 0 and output == f"command={folder / 'bin/manifestlint'}\n", "the action finds manifestlint", words)
        for paths, options, expected in [
            ("Samples/valid", "", 0), ("Samples/invalid\nSamples/valid", "", 1), ("missing.yaml\n", "", 2),
            ("Samples/invalid/quotas.pipedrive.yaml", "--fail-on\nnever", 0),
        ]:
            (folder / "output").unlink()
            inputs = {"COMMAND": folder / "bin/manifestlint", "PATHS": paths, "OPTIONS": options}
            inputs |= {"REPORTS": f"sarif={folder}/a.sarif\njunit={folder}/a b.xml"}
            code, words = run("bash", "-c", steps["lint"]["run"], env=environment | inputs)
            output = (folder / "output").read_text()
            expect((code, output) == (expected, f"exit-code={expected}\n"), f"the action exits with {expected}", words)
            expect((folder / "a b.xml").exists() and (folder / "a.sarif").exists(), "the action writes reports")
        expect("### manifestlint: " in (folder / "summary.md").read_text(), "the action writes a job summary")


GOOD = """manifest: 1
app: { name: Car Services, type: private, callbackUrl: https://www.carservices.com/callback }
oauth: { scopes: [base] }
"""
BAD = 'manifest: 1\napp: { name: "", type: private }\n'


class Repository:
    """A repository whose commits go through pre-commit."""

    def __init__(self, folder, pre_commit, repo, revision, hook, environment):
        self.folder = folder
        self.environment = environment
        self.git("init", "--quiet")
        self.git("config", "user.name", "n")
        self.git("config", "user.email", "e@example.com")
        config = f"repos:\n  - repo: {repo}\n    rev: {revision}\n    hooks: [{{id: {hook}}}]\n"
        self.write(".pre-commit-config.yaml", config)
        code, words = run(pre_commit, "install", "--install-hooks", cwd=folder, env=environment)
        expect(code == 0, f"pre-commit installs the hook '{hook}'", words)

    def git(self, *arguments):
        return run("git", *arguments, cwd=self.folder, env=self.environment)

    def write(self, path, text, stage=True):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        if stage:
            self.git("add", "--", path)

    def commit(self):
        return self.git("commit", "--quiet", "-m", "x")


def check_pre_commit(home):
    pre_commit = tool("pre-commit")
    if pre_commit is None:
        return
    code, words = run(pre_commit, "validate-manifest", ".pre-commit-hooks.yaml")
    expect(code == 0, "pre-commit takes .pre-commit-hooks.yaml", words)
    config = ROOT / "Samples/ci/pre-commit-config.yaml"
    code, words = run(pre_commit, "validate-config", config)
    expect(code == 0, "pre-commit takes Samples/ci/pre-commit-config.yaml", words)
    revision = run("git", "rev-parse", "HEAD")[1].strip()
    if run("git", "status", "--porcelain")[1].strip():
        skip("hooks in a repository", "what is not committed is not in the repository that pre-commit clones")
        return
    hooks = ["manifestlint-system"]
    if shutil.which("swift") is None:
        skip("the hook 'manifestlint'", "there is no Swift to build it with")
    else:
        hooks.append("manifestlint")
    for hook in hooks:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "bin").mkdir()
            if hook == "manifestlint-system":
                (folder / "bin/manifestlint").symlink_to(BINARY)
            environment = os.environ | {
                "PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "PRE_COMMIT_HOME": str(home),
                "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
            }
            (folder / "repository").mkdir()
            check_hook(Repository(folder / "repository", pre_commit, ROOT, revision, hook, environment), hook)


def check_hook(repository, hook):
    code, words = repository.commit()
    expect(code == 0, f"{hook}: a commit without manifests passes", words)
    repository.write("compose.yaml", "services: [\n")
    code, words = repository.commit()
    expect(code == 0, f"{hook}: unrelated YAML passes", words)
    repository.write("app/pipedrive.app.yaml", BAD)
    code, words = repository.commit()
    expect(code != 0 and "app/pipedrive.app.yaml:2:14" in words, f"{hook}: a bad manifest blocks the commit", words)
    repository.write("app/pipedrive.app.yaml", GOOD)
    repository.write("app/pipedrive.app.yaml", BAD, stage=False)
    code, words = repository.commit()
    expect(code == 0, f"{hook}: what is not staged does not block", words)
    repository.git("checkout", "--", ".")
    repository.write("app/pipedrive.app.yaml", BAD)
    repository.write("app/pipedrive.app.yaml", GOOD, stage=False)
    code, words = repository.commit()
    expect(code != 0, f"{hook}: what is staged blocks, whatever the file holds", words)
    repository.write("app/pipedrive.app.yaml", GOOD)
    repository.write("vendor/a.pipedrive.yaml", BAD)
    repository.write(".manifestlint.yaml", "exclude: [vendor/**]\n")
    code, words = repository.commit()
    expect(code == 0, f"{hook}: an excluded manifest passes", words)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        print("reports")
        names = write_reports(folder)
        check_json_schemas(folder)
        check_xml_schemas(folder)
        check_line_hashes(folder)
        check_sarif_tools(folder, names)
        check_junitparser(folder, names)
    print("recipes")
    check_recipes()
    check_action()
    if not IS_QUICK:
        print("hooks")
        check_pre_commit(ROOT / ".build/consumers/pre-commit")
    if failures:
        sys.exit(f"{len(failures)} checks failed: {'; '.join(failures)}")


main()
