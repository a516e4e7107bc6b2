import ManifestConfiguration
import ManifestFiles
import ManifestLint

/// What is in force for a file and where it comes from, for people and for programs.
struct SettingReport {
  private let path: FilePath
  private let settings: FileSettings
  private let secrets: SecretRanges?
  private let rules: [RuleInForce]
  private let places: [Node: LineColumn]

  /// One rule as it is in force.
  private struct RuleInForce {
    var metadata: RuleMetadata
    /// What is said of it; `nil` where the profile decides.
    var level: Setting<RuleSet.Level>?
    var isOn: Bool
    /// Its options that are set, by name: a list of texts each.
    var options: [(name: String, value: Node)]

    /// Whether it is checked otherwise than without any configuration, or something is said of it.
    var differs: Bool { level != nil || !options.isEmpty || isOn != metadata.isOnByDefault }
  }

  /// A report about the file at a path.
  init(path: FilePath, _ settings: FileSettings, rules: [RuleMetadata], secrets: SecretRanges?) {
    self.path = path
    self.settings = settings
    self.secrets = secrets
    let profile = settings.rules.profile.value
    self.rules = rules.map { metadata in
      let level = settings.rules.levels[metadata.id]
      var options: [(name: String, value: Node)] = []
      for entry in (settings.rules.options[metadata.id] ?? []).flatMap({ Array($0.ruleOptions) }) {
        let name = entry.key.text
        options.removeAll { $0.name == name }
        options.append((name, entry.value))
      }
      return RuleInForce(
        metadata: metadata, level: level, isOn: level.map { $0.value != .off } ?? profile.includes(metadata),
        options: options)
    }
    places = Self.places(settings)
  }

  /// Where the parts of the configuration stand, looked up in one pass.
  private static func places(_ settings: FileSettings) -> [Node: LineColumn] {
    guard let configuration = settings.configuration else { return [:] }
    var nodes = configuration.excluded.texts.map(\.node) + configuration.overrides.map(\.node)
    nodes += configuration.inclusions.flatMap { $0.files.texts.map(\.node) } + settings.ignores.map(\.node)
    nodes += settings.rules.options.values.flatMap { $0.flatMap { $0.ruleOptions.map(\.value) } }
    var origins = settings.rules.levels.values.map(\.origin)
    origins += [settings.rules.profile.origin, settings.rules.stage?.origin, settings.kind?.origin].compactMap { $0 }
    for case .configuration(let node) in origins { nodes.append(node) }
    var converter = PositionConverter(configuration.source, columns: .utf16CodeUnits)
    var places: [Node: LineColumn] = [:]
    for node in nodes.sorted(by: { $0.place.range.lowerBound < $1.place.range.lowerBound }) where places[node] == nil {
      places[node] = converter.lineColumn(at: node.place.range.lowerBound)
    }
    return places
  }

  private func masked(_ text: String) -> String { secrets?.masking(text) ?? text }
}

// MARK: - Text

extension SettingReport {
  /// For a terminal.
  func text(showsAll: Bool) -> String {
    var table = Table()
    table.rows = [
      .init(["configuration", settings.configuration.map { shown($0.source.path) } ?? "none"]),
      .init(["profile", settings.rules.profile.value.rawValue, words(settings.rules.profile.origin)]),
      settings.rules.stage.map { .init(["stage", $0.value.rawValue, words($0.origin)]) }
        ?? .init(["stage", "as the manifest says", words(.standard)]),
      settings.kind.map { .init(["kind", $0.value.rawValue, words($0.origin)]) }
        ?? .init(["kind", "as the content says", words(.standard)]),
      .init(["excluded", settings.isExcluded ? "yes" : "no"]),
    ]
    var result = "\(path)\n" + table.text
    let listed = showsAll ? rules : rules.filter(\.differs)
    table.rows = listed.flatMap(rows)
    let others = rules.count - listed.count
    let title = showsAll ? "rules" : "rules that differ from the default"
    let rest = others == 0 ? "" : " (\(others == rules.count ? "none; " : "")\(others) more with --verbose)"
    result += "\n\(title)\(rest)\n" + table.text
    guard let configuration = settings.configuration else { return result }
    table.rows = configuration.excluded.texts.map { .init([shown($0.value), words(.configuration($0.node))]) }
    result += block("exclude", table)
    table.rows = configuration.inclusions.flatMap { inclusion in
      inclusion.files.texts.map { pattern in
        .init([shown(pattern.value), inclusion.kind?.value.rawValue ?? "", words(.configuration(pattern.node))])
      }
    }
    result += block("include", table)
    table.rows = settings.rules.overrides.map { index in
      let override = configuration.overrides[index]
      let files = override.files.texts.map { shown($0.value) }.joined(separator: ", ")
      return .init([files, words(.configuration(override.node))])
    }
    result += block("overrides that hold here", table)
    table.rows = settings.ignores.map { ignore in
      let entry = ignore.entry
      let until = entry.until.map { ", until \($0)" } ?? ""
      let reason = entry.reason.map { ": \(shown($0))" } ?? ""
      let place = entry.pointer.map { " at \(shown($0))" } ?? ""
      return .init(["\(entry.rule)\(place)\(until)\(reason)", words(.configuration(ignore.node))])
    }
    return result + block("findings that are ignored here", table)
  }

  private func rows(of rule: RuleInForce) -> [Table.Row] {
    let origin =
      switch rule.level {
      case let level?: words(level.origin)
      case nil: rule.isOn == rule.metadata.isOnByDefault ? words(.standard) : "profile"
      }
    let options = rule.options.map { option in
      let texts = option.value.items.compactMap(\.string).map { shown($0) }
      return Table.Row(["  \(option.name)", texts.joined(separator: ", "), words(.configuration(option.value))])
    }
    return [.init([rule.metadata.id, phrase(rule), origin])] + options
  }

  private func phrase(_ rule: RuleInForce) -> String {
    if !rule.isOn { return "off" }
    if case .at(let severity)? = rule.level?.value { return severity.rawValue }
    return rule.metadata.severity.phrase
  }

  private func block(_ title: String, _ table: Table) -> String {
    table.rows.isEmpty ? "" : "\n\(title)\n" + table.text
  }

  private func words(_ origin: SettingOrigin) -> String {
    switch origin {
    case .standard: "default"
    case .commandLine(let option): option
    case .configuration(let node): "\(shown(node.tree.source.path)):\(places[node]?.line ?? 1)"
    }
  }

  /// A text of the configuration, without what a terminal would obey.
  private func shown(_ text: String) -> String { FilePath(masked(text)).description }

  /// Rows of cells, as wide as they need to be.
  private struct Table {
    struct Row {
      var cells: [String]

      init(_ cells: [String]) {
        self.cells = cells
      }
    }

    var rows: [Row] = []

    /// The widest cell that others are padded to.
    private static let widest = 44

    var text: String {
      var widths: [Int] = []
      for row in rows {
        for (column, cell) in row.cells.dropLast().enumerated() {
          if column == widths.count { widths.append(0) }
          if cell.count <= Self.widest { widths[column] = max(widths[column], cell.count) }
        }
      }
      var text = ""
      for row in rows {
        text += " "
        for (column, cell) in row.cells.enumerated() {
          text += (column == 0 ? " " : "  ") + cell
          if column < row.cells.count - 1 { text += String(repeating: " ", count: max(0, widths[column] - cell.count)) }
        }
        text += "\n"
      }
      return text
    }
  }
}

// MARK: - JSON

extension SettingReport {
  /// For programs: all rules, each value with its origin.
  var json: [UInt8] {
    var writer = JSONWriter(indented: true)
    writer.object { writer in
      writer.member("path", path.text)
      writer.key("configuration")
      if let configuration = settings.configuration {
        writer.string(configuration.source.path)
      } else {
        writer.null()
      }
      writer.member("hasMistakes", settings.hasMistakes)
      writer.member("isExcluded", settings.isExcluded)
      writer.member("profile") { writeValue(settings.rules.profile.value.rawValue, settings.rules.profile.origin, &$0) }
      writer.member("stage") {
        writeValue(settings.rules.stage?.value.rawValue, settings.rules.stage?.origin ?? .standard, &$0)
      }
      writer.member("kind") { writeValue(settings.kind?.value.rawValue, settings.kind?.origin ?? .standard, &$0) }
      writer.member("rules") { writer in
        writer.array(rules) { writer, rule in writeRule(rule, &writer) }
      }
      writer.member("exclude") { writePatterns(settings.configuration?.excluded.texts ?? [], &$0) }
      writer.member("include") { writer in
        writer.array(settings.configuration?.inclusions ?? []) { writer, inclusion in
          writer.object { writer in
            writer.member("files") { writePatterns(inclusion.files.texts, &$0) }
            if let kind = inclusion.kind { writer.member("kind", kind.value.rawValue) }
          }
        }
      }
      writer.member("overrides") { writer in
        writer.array(settings.rules.overrides.compactMap { settings.configuration?.overrides[$0] }) {
          writer, override in
          writer.object { writer in
            writer.member("files") { writePatterns(override.files.texts, &$0) }
            writer.member("origin") { writeOrigin(.configuration(override.node), &$0) }
          }
        }
      }
      writer.member("ignore") { writer in
        writer.array(settings.ignores) { writer, ignore in writeIgnore(ignore, &writer) }
      }
    }
    writer.newline()
    return writer.bytes
  }

  private func writeRule(_ rule: RuleInForce, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", rule.metadata.id)
      writer.member("severity", severity(rule))
      writer.member("origin") { writer in
        if rule.level == nil, rule.isOn != rule.metadata.isOnByDefault {
          writer.object { $0.member("from", "profile") }
        } else {
          writeOrigin(rule.level?.origin ?? .standard, &writer)
        }
      }
      writer.member("options") { writer in
        writer.array(rule.options) { writer, option in
          writer.object { writer in
            writer.member("name", option.name)
            writer.member("value") { $0.array(option.value.items.compactMap(\.string)) { $0.string(masked($1)) } }
            writer.member("origin") { writeOrigin(.configuration(option.value), &$0) }
          }
        }
      }
    }
  }

  /// The severity that is configured, or the highest that its findings can have; `off` if it is not checked.
  private func severity(_ rule: RuleInForce) -> String {
    if !rule.isOn { return "off" }
    if case .at(let severity)? = rule.level?.value { return severity.rawValue }
    return rule.metadata.severity.highest.rawValue
  }

  private func writePatterns(_ patterns: [Located<String>], _ writer: inout JSONWriter) {
    writer.array(patterns) { writer, pattern in
      writer.object { writer in
        writer.member("pattern", masked(pattern.value))
        writer.member("origin") { writeOrigin(.configuration(pattern.node), &$0) }
      }
    }
  }

  private func writeIgnore(_ ignore: Configuration.Ignore, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("rule", ignore.entry.rule)
      if let pointer = ignore.entry.pointer { writer.member("pointer", masked(pointer)) }
      if let reason = ignore.entry.reason { writer.member("reason", masked(reason)) }
      if let until = ignore.entry.until { writer.member("until", until.description) }
      writer.member("origin") { writeOrigin(.configuration(ignore.node), &$0) }
    }
  }

  private func writeValue(_ value: String?, _ origin: SettingOrigin, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("value")
      if let value { writer.string(value) } else { writer.null() }
      writer.member("origin") { writeOrigin(origin, &$0) }
    }
  }

  private func writeOrigin(_ origin: SettingOrigin, _ writer: inout JSONWriter) {
    writer.object { writer in
      switch origin {
      case .standard: writer.member("from", "default")
      case .commandLine(let option):
        writer.member("from", "commandLine")
        writer.member("option", option)
      case .configuration(let node):
        writer.member("from", "configuration")
        writer.member("file", node.tree.source.path)
        writer.member("line", places[node]?.line ?? 1)
        writer.member("column", places[node]?.column ?? 1)
      }
    }
  }
}
