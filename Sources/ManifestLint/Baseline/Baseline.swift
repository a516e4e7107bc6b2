public import ManifestSyntax
import ManifestText

/// Findings that are known and not to be shown, as a file holds them.
public struct Baseline: Sendable {
  /// How often each is known, by the path of its file as seen from the folder of the baseline.
  public private(set) var files: [ExactText: [BaselineKey: Int]] = [:]

  /// A baseline that knows nothing.
  public init() {}

  /// How often each finding in a file is known.
  public func counts(in file: String) -> [BaselineKey: Int] { files[ExactText(file)] ?? [:] }

  /// An entry that knows of more than there is.
  public struct StaleEntry: Hashable, Sendable {
    /// The path of its file as seen from the folder of the baseline.
    public var file: String
    /// What it knows.
    public var key: BaselineKey
    /// How many of them there are no more.
    public var excess: Int
  }

  /// The entries for a file that know of more than was found, in order.
  ///
  /// An entry whose rule is not checked is left out: nobody knows.
  public func staleEntries(in file: String, found: [BaselineKey: Int], by rules: RuleSet) -> [StaleEntry] {
    counts(in: file).sorted { $0.key < $1.key }.compactMap { key, count in
      guard rules.isInForce(key.rule) || !rules.isKnown(key.rule), count > found[key] ?? 0 else { return nil }
      return StaleEntry(file: file, key: key, excess: count - (found[key] ?? 0))
    }
  }

  /// The entries for a file that is gone, in order.
  public func staleEntries(ofGoneFile file: String) -> [StaleEntry] {
    counts(in: file).sorted { $0.key < $1.key }.map { StaleEntry(file: file, key: $0.key, excess: $0.value) }
  }

  /// Takes what was found in a file in the place of what was known; of rules that were not checked, that stays.
  public mutating func replace(_ file: String, with found: [BaselineKey: Int], by rules: RuleSet) {
    let kept = counts(in: file).filter { rules.isKnown($0.key.rule) && !rules.isInForce($0.key.rule) }
    let counts = kept.merging(found) { _, found in found }
    files[ExactText(file)] = counts.isEmpty ? nil : counts
  }

  /// Forgets the files for which a claim does not hold.
  public mutating func keep(where claim: (String) -> Bool) {
    files = files.filter { claim($0.key.text) }
  }

  /// How many findings it knows.
  public var count: Int {
    files.values.reduce(0) { sum, counts in counts.values.reduce(sum) { $0.addingReportingOverflow($1).partialValue } }
  }
}

// MARK: - As a file

extension Baseline {
  /// The file's text: the same findings give the same bytes.
  public var text: [UInt8] {
    var writer = JSONWriter(indented: true)
    writer.object { writer in
      writer.member("version", Self.version)
      writer.member("files") { writer in
        writer.object { writer in
          for (file, counts) in files.sorted(by: { $0.key < $1.key }) {
            writer.member(file.text) { $0.write(counts) }
          }
        }
      }
    }
    writer.newline()
    return writer.bytes
  }

  private static let version = 1

  /// Reads a file's text.
  ///
  /// - Throws: ``ConfigurationError`` at what cannot be taken. A text that is not well-formed has no tree to read.
  public init(_ root: Node) throws(ConfigurationError) {
    if let duplicate = root.tree.duplicateKeys.first {
      throw ConfigurationError("key '\(duplicate.repeated.text)' stands twice", at: duplicate.repeated)
    }
    guard root.kind == .mapping else { throw ConfigurationError("a baseline is an object", at: root) }
    for entry in root.entries where !["$schema", "version", "files"].contains(where: entry.key.hasContent) {
      throw ConfigurationError("a baseline has no key '\(entry.key.text)'", at: entry.key)
    }
    guard let version = root["version"] else { throw ConfigurationError("the baseline has no 'version'", at: root) }
    guard version.kind == .integer, version.hasContent("\(Self.version)") else {
      throw ConfigurationError("this version of manifestlint reads baselines of version \(Self.version)", at: version)
    }
    guard let files = root["files"] else { throw ConfigurationError("the baseline has no 'files'", at: root) }
    for file in try Self.entries(of: files) {
      var counts: [BaselineKey: Int] = [:]
      for rule in try Self.entries(of: file.value) {
        for place in try Self.entries(of: rule.value) {
          guard place.value.kind == .integer, let count = Int(place.value.text), (1...1_000_000_000).contains(count)
          else { throw ConfigurationError("a count is a whole number from 1", at: place.value) }
          counts[BaselineKey(rule: rule.key.text, pointer: place.key.text)] = count
        }
      }
      self.files[ExactText(file.key.text)] = counts
    }
  }

  private static func entries(of node: Node) throws(ConfigurationError) -> Entries {
    guard node.kind == .mapping else {
      throw ConfigurationError("'\(node.key?.text ?? "")' must be an object", at: node)
    }
    return node.entries
  }
}

extension JSONWriter {
  /// Writes counts as an object of rules, each an object of places.
  fileprivate mutating func write(_ counts: [BaselineKey: Int]) {
    let byRule = Dictionary(grouping: counts) { $0.key.rule }
    object { writer in
      for (rule, places) in byRule.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
        writer.member(rule) { writer in
          writer.object { writer in
            for (key, count) in places.sorted(by: { $0.key < $1.key }) { writer.member(key.pointer.text, count) }
          }
        }
      }
    }
  }
}
