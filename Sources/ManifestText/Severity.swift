/// How bad a finding is, the worst first.
public enum Severity: String, CaseIterable, Hashable, Sendable {
  /// Developer Hub or the running app would refuse it.
  case error
  /// Review would refuse it, or it is very likely a mistake.
  case warning
  /// Advice.
  case info
}

// MARK: - Comparable

extension Severity: Comparable {
  /// Orders from advice up to error.
  public static func < (lhs: Self, rhs: Self) -> Bool {
    lhs.rank < rhs.rank
  }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}
