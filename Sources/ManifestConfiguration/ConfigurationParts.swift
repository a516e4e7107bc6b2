import ManifestFiles
import ManifestLint

/// A configuration while it is being read.
struct ConfigurationParts {
  private(set) var configuration: Configuration

  /// A rule that there is not, where it is named.
  private struct UnknownRule {
    var problem: SuppressionProblem
    var node: Node
  }

  private let types: [any Rule.Type]
  private let rules: [String: any Rule.Type]
  private let ids: [String]
  private var unknownRules: [UnknownRule] = []
  /// What the schema says, in order.
  private var violations: [Diagnostic]
  /// What is wrong that the schema does not say.
  private var problems: [Diagnostic] = []

  /// All that is wrong, in order.
  var diagnostics: [Diagnostic] {
    var diagnostics = violations + problems
    if !unknownRules.isEmpty {
      let rules = RuleSettings(configuration, CommandLineSettings(), rules: types).ruleSet
      for unknown in unknownRules {
        for var diagnostic in rules.diagnostics(for: [unknown.problem], fixable: false) {
          diagnostic.pointer = unknown.node.pointer
          diagnostics.append(diagnostic)
        }
      }
    }
    return diagnostics.sorted { $0.precedes($1) }
  }

  init(_ configuration: Configuration, rules types: [any Rule.Type], violations: [Diagnostic]) {
    self.configuration = configuration
    self.types = types
    rules = Dictionary(types.map { ($0.metadata.id, $0) }) { first, _ in first }
    ids = rules.keys.sorted()
    self.violations = violations
  }

  /// Takes what the document says; whatever has not the right shape was reported by the schema and is passed over.
  mutating func read(_ root: Node) {
    configuration.profile = value(root["profile"])
    configuration.stage = value(root["stage"])
    configuration.rules = ruleSettings(root["rules"])
    configuration.excluded = patterns(root["exclude"])
    configuration.inclusions = objects(root["include"]).map { node in
      let kind: Located<DocumentKind>? = value(node["kind"])
      return Configuration.Inclusion(
        files: patterns(node["files"]), kind: kind?.value == .configuration ? nil : kind)
    }
    configuration.overrides = objects(root["overrides"]).map { node in
      Configuration.Override(
        node: node, files: patterns(node["files"]), profile: value(node["profile"]), stage: value(node["stage"]),
        rules: ruleSettings(node["rules"]))
    }
    configuration.ignores = objects(root["ignore"]).compactMap { ignore($0) }
  }

  /// Reports a document that stands behind the first in the same file.
  mutating func refuseFurther(_ root: Node) {
    report(
      "a configuration is one document; this is another", at: root.entries.first { _ in true }?.key ?? root,
      help: "remove it, and the '---' before it",
      rule: "schema-violation")
  }

  // MARK: Values

  private func value<Value: RawRepresentable<String> & Sendable>(_ node: Node?) -> Located<Value>? {
    guard let node, let value = node.string.flatMap(Value.init(rawValue:)) else { return nil }
    return Located(value, at: node)
  }

  private func objects(_ list: Node?) -> [Node] {
    list.map { $0.items.filter { $0.kind == .mapping } } ?? []
  }

  private mutating func patterns(_ list: Node?) -> FilePatterns {
    var patterns = FilePatterns()
    guard let list else { return patterns }
    for item in list.items {
      guard let text = item.string else { continue }
      do throws(GlobError) {
        try patterns.append(Located(text, at: item))
      } catch {
        report(
          "'\(text)' is no pattern: \(error.message)", at: item,
          help: "write a path as seen from the folder of this file, with '*', '?' and '**' as in .gitignore")
      }
    }
    return patterns
  }

  // MARK: Rules

  private mutating func ruleSettings(_ node: Node?) -> [Configuration.RuleSetting] {
    guard let node else { return [] }
    var settings: [Configuration.RuleSetting] = []
    for entry in node.entries where !entry.isRepeated && entry.key.isScalar {
      let id = entry.key.text
      guard let type = rules[id] else {
        refuseRule(entry.key)
        continue
      }
      let isObject = entry.value.kind == .mapping
      if entry.value.kind == .boolean, let index = indexOfViolation(in: entry.value.place.range) {
        // Other linters have it so; in quotes it would be no better.
        violations[index].help = "write 'error', 'warning', 'info', or 'off' to switch the rule off"
        violations[index].fixIt = nil
      }
      let level = level(isObject ? entry.value["severity"] : entry.value, of: type.metadata)
      let options = isObject && areTaken(entry.value, by: type) ? entry.value : nil
      settings.append(Configuration.RuleSetting(rule: id, level: level, options: options))
    }
    return settings
  }

  private mutating func level(_ node: Node?, of rule: RuleMetadata) -> Located<RuleSet.Level>? {
    guard let node, let text = node.string else { return nil }
    guard text == "off" else { return Severity(rawValue: text).map { Located(.at($0), at: node) } }
    if !rule.isIndispensable { return Located(.off, at: node) }
    // The schema knows that it is not allowed, and not why.
    if let index = indexOfViolation(in: node.place.range) {
      violations[index].message = "'\(rule.id)' cannot be switched off: it says that a file could not be checked"
      violations[index].help = "write 'error', 'warning' or 'info', or leave files out by 'exclude'"
    }
    return nil
  }

  /// Reports a rule that there is not, in the words of the rule that does so everywhere.
  private mutating func refuseRule(_ node: Node) {
    let meant = NearMatch.unique(node.text, among: ids)
    unknownRules.append(
      UnknownRule(
        problem: SuppressionProblem(.unknownRule(node.text, suggestion: meant), in: .entry, at: node.place.range),
        node: node))
  }

  /// Whether a rule takes its options; it says itself what it does not take.
  private mutating func areTaken(_ options: Node, by type: any Rule.Type) -> Bool {
    if options.ruleOptions.first(where: { _ in true }) == nil { return false }
    var rule = type.init()
    do throws(ConfigurationError) {
      try rule.configure(options)
      return true
    } catch {
      report(error.message, at: error.node)
      return false
    }
  }

  // MARK: Ignored findings

  private mutating func ignore(_ node: Node) -> Configuration.Ignore? {
    let until = until(node["until"])
    let pointer = pointer(node["pointer"])
    let file = file(node["file"])
    guard let key = node["rule"], let rule = key.string else { return nil }
    guard let metadata = rules[rule]?.metadata else {
      refuseRule(key)
      return nil
    }
    if !metadata.isSuppressible {
      report(
        metadata.isIndispensable
          ? "'\(rule)' cannot be ignored: it says that a file could not be checked"
          : "'\(rule)' cannot be ignored: it is about what is ignored", at: key,
        help: metadata.isIndispensable
          ? "mend the file, or leave it out by 'exclude'" : "write '\(rule): off' below 'rules'")
      return nil
    }
    // An entry that is half understood would silence too much or nothing.
    guard let file, case .some(let until) = until, case .some(let pointer) = pointer else { return nil }
    return Configuration.Ignore(
      node: node, file: file,
      entry: IgnoreEntry(
        rule: rule, pointer: pointer, reason: node["reason"]?.string, until: until, range: node.place.range))
  }

  /// The last day; nothing in it if there is none, `nil` if it cannot be understood.
  private mutating func until(_ node: Node?) -> CalendarDay?? {
    guard let node else { return .some(nil) }
    guard let text = node.string else { return nil }
    if let day = CalendarDay(text) { return day }
    report(
      "'\(text)' is no day of the calendar", at: node, help: "write the last day as YYYY-MM-DD, such as 2027-01-31")
    return nil
  }

  private mutating func pointer(_ node: Node?) -> String?? {
    guard let node else { return .some(nil) }
    guard let text = node.string else { return nil }
    if NamedPointer(text) != nil { return text }
    report(
      "'\(text)' is no JSON Pointer", at: node,
      help: "write the place as the report shows it, such as /extensions/linkActions/0/name")
    return nil
  }

  private mutating func file(_ node: Node?) -> FilePath? {
    guard let node, let text = node.string, !text.isEmpty else { return nil }
    let path = FilePath(text).collapsed
    if path.isAbsolute || path == ".." || path.bytes.starts(with: "../".utf8) {
      report(
        "'\(text)' leads out of the folder of the configuration", at: node,
        help: "write the path of the file as seen from the folder of this configuration")
      return nil
    }
    if text.utf8.contains(UInt8(ascii: "*")) {
      report(
        "'\(text)' is a pattern; 'ignore' is about one file", at: node,
        help: "write the path of the file, or switch the rule off for several under 'overrides'")
      return nil
    }
    return path
  }

  // MARK: Problems

  /// Reports a mistake, unless the schema reported one at the same place or inside of it.
  private mutating func report(
    _ message: String, at node: Node, help: String? = nil, rule: String = "invalid-value"
  ) {
    let place = node.place
    if indexOfViolation(in: place.range) != nil { return }
    let notes = place.anchor.map { [Note("what this alias stands for", at: place.definition ?? $0)] } ?? []
    problems.append(
      Diagnostic(
        rule: rule, severity: .error, message: message, help: help, at: place.range, pointer: node.pointer,
        notes: notes))
  }

  /// The first of what the schema says about a place.
  private func indexOfViolation(in range: TextRange) -> Int? {
    let index = violations.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    guard index < violations.count else { return nil }
    let start = violations[index].range.lowerBound
    return start == range.lowerBound || start < range.upperBound ? index : nil
  }
}

extension Array {
  /// The first place from which on a claim holds, in an array in which it holds for none before and all behind.
  fileprivate func partitioningIndex(where claim: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if claim(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
