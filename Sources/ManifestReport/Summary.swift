public import ManifestText

/// What a whole run found, counted before anything is left out of the display.
public struct Summary: Hashable, Sendable {
  /// How many files were judged, those that could not be read included.
  public var files: Int
  /// How many errors there are.
  public var errors: Int
  /// How many warnings there are.
  public var warnings: Int
  /// How many pieces of advice there are.
  public var infos: Int
  /// How many findings have a safe fix.
  public var fixable: Int
  /// How many findings have a fix that needs a look.
  public var unsafelyFixable: Int
  /// How many findings were suppressed.
  public var suppressed: Int
  /// The exit code that the run ends with.
  public var exitCode = 0
  /// What went wrong besides files that could not be read, a line each.
  public var troubles: [String] = []

  /// Puts the counts together.
  public init(
    files: Int = 0, errors: Int = 0, warnings: Int = 0, infos: Int = 0, fixable: Int = 0, unsafelyFixable: Int = 0,
    suppressed: Int = 0
  ) {
    self.files = files
    self.errors = errors
    self.warnings = warnings
    self.infos = infos
    self.fixable = fixable
    self.unsafelyFixable = unsafelyFixable
    self.suppressed = suppressed
  }
}

extension Summary {
  /// Adds what was found in one more file.
  public mutating func count(_ file: ReportedFile) {
    files += 1
    suppressed += file.suppressed.count
    for diagnostic in file.diagnostics {
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .info: infos += 1
      }
      switch diagnostic.fixIt?.safety {
      case .safe: fixable += 1
      case .unsafe: unsafelyFixable += 1
      case nil: break
      }
    }
  }

  /// How many findings have this severity.
  public func count(of severity: Severity) -> Int {
    switch severity {
    case .error: errors
    case .warning: warnings
    case .info: infos
    }
  }
}
