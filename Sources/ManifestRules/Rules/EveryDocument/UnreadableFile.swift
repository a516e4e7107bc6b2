import ManifestLint

/// Speaks for files that cannot be read; what reads files makes the diagnostics, with these words about them.
struct UnreadableFile: Rule {
  static let metadata = RuleMetadata(
    id: "unreadable-file",
    section: .everyDocument,
    severity: .error,
    origin: .advice,
    isIndispensable: true,
    summary: "A file is missing, may not be read, is not a regular file, or is over 64 MB.",
    rationale: """
      A gate that passes over a file it could not read is no gate. The run goes on with the other files and ends with \
      exit code 2.
      """,
    remedy: "Correct the path, the permissions, or the list of files that the linter is given.",
    source: nil,
    examples: [
      .init(
        bad: "script: manifestlint pipedrive.ap.yaml   # there is no such file\n",
        good: "script: manifestlint pipedrive.app.yaml\n")
    ])

  func check(_ context: LintContext) -> [Finding] { [] }
}
