import ArgumentParser
import ManifestFormReport
import ManifestReport
import ManifestText

/// What a run can be reported as: findings in some format, or the registration form with the findings in it.
enum ReportKind: Hashable, Sendable {
  case findings(ReportFormat)
  case form

  /// Its name on the command line.
  var name: String {
    switch self {
    case .findings(let format): format.rawValue
    case .form: "html"
    }
  }

  /// The least severity that is shown when nobody asks for another.
  var defaultLevel: Severity {
    switch self {
    case .findings(let format): format.defaultLevel
    case .form: .info
    }
  }

  /// Whether it is findings and then a sentence, so that it is whole without the sentence.
  var canEndWithoutSummary: Bool {
    switch self {
    case .findings(let format): format.canEndWithoutSummary
    case .form: false
    }
  }
}

// MARK: - Arguments

extension ReportKind: CaseIterable, ExpressibleByArgument {
  static let allCases = ReportFormat.allCases.map(Self.findings) + [.form]

  init?(argument: String) {
    guard let kind = Self.allCases.first(where: { $0.name == argument }) else { return nil }
    self = kind
  }

  static let allValueStrings = allCases.map(\.name)

  var defaultValueDescription: String { name }
}
