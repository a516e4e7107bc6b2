import ManifestText

/// How often each rule spoke.
struct Statistics: Sendable {
  private struct Kind: Hashable {
    var rule: String
    var severity: Severity
  }

  private var counts: [Kind: (all: Int, fixable: Int)] = [:]

  /// Takes one finding in.
  mutating func count(_ diagnostic: Diagnostic) {
    let isFixable = diagnostic.fixIt?.safety == .safe
    let kind = Kind(rule: diagnostic.rule, severity: diagnostic.severity)
    counts[kind, default: (0, 0)].all += 1
    counts[kind, default: (0, 0)].fixable += isFixable ? 1 : 0
  }

  /// Writes the table, the most frequent first.
  func write(with painter: Painter, into output: inout [UInt8]) {
    if counts.isEmpty { return }
    let rows = counts.sorted { left, right in
      if left.value.all != right.value.all { return left.value.all > right.value.all }
      if left.key.rule != right.key.rule { return left.key.rule < right.key.rule }
      return left.key.severity > right.key.severity
    }
    let countWidth = max("count".count, rows.map { String($0.value.all).utf8.count }.max() ?? 0)
    let names = rows.map { DisplayText($0.key.rule) }
    let ruleWidth = max("rule".count, names.map(\.width).max() ?? 0)
    let header = Self.padding("count", to: countWidth) + "count  rule" + Self.padding("rule", to: ruleWidth)
    painter.paint("\(header)  severity", .strong, into: &output)
    output.append(UInt8(ascii: "\n"))
    for ((kind, count), name) in zip(rows, names) {
      let number = String(count.all)
      output.append(contentsOf: "\(Self.padding(number, to: countWidth))\(number)  ".utf8)
      output.append(contentsOf: name.printed())
      output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: ruleWidth - name.width + 2))
      painter.paint(kind.severity.rawValue, kind.severity.style, into: &output)
      if count.fixable > 0 {
        output.append(contentsOf: Self.padding(kind.severity.rawValue, to: "severity".count).utf8)
        output.append(contentsOf: "  [*]".utf8)
        if count.fixable < count.all { output.append(contentsOf: " \(count.fixable)".utf8) }
      }
      output.append(UInt8(ascii: "\n"))
    }
    if rows.contains(where: { $0.value.fixable > 0 }) { output.append(contentsOf: "[*] fixable with --fix\n".utf8) }
    output.append(UInt8(ascii: "\n"))
  }

  private static func padding(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.utf8.count))
  }
}

extension Severity {
  /// How it looks in colour.
  var style: Painter.Style {
    switch self {
    case .error: .error
    case .warning: .warning
    case .info: .info
    }
  }
}
