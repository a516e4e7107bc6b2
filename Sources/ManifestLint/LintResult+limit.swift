public import ManifestText

extension LintResult {
  /// How many findings are told of one file: more nobody reads, and reports of millions fill disks.
  public static let findingLimit = 10_000

  /// The findings that are told; where some are left out, the last one says so, as an error whatever they are.
  public var toldDiagnostics: [Diagnostic] {
    // One more is what a schema says that gave up after as many.
    guard diagnostics.count > Self.findingLimit + 1 else { return diagnostics }
    let next = diagnostics[Self.findingLimit]
    let rest = Diagnostic(
      rule: "incomplete-validation", severity: .error,
      message: "there are more than \(Self.findingLimit) findings, of which these first are told",
      help: "mend what is told, and look again", at: next.range, pointer: next.pointer)
    return diagnostics.prefix(Self.findingLimit) + [rest]
  }
}
