import ManifestLint

/// Flags blanks and characters in a name that nobody sees.
struct NameWhitespace: Rule {
  static let metadata = RuleMetadata(
    id: "name-whitespace",
    section: .extensions,
    severity: .warning,
    origin: .advice,
    fixes: [.safe],
    summary: "A name has blanks around it, doubled blanks, or control and invisible characters.",
    rationale: """
      They count towards the limit, cannot be seen on a button, and make two names that look the same differ: the SDK \
      opens modals by name.
      """,
    remedy: "Remove them.",
    source: .registeringPrivateApp.section("App extensions"),
    examples: [
      .init(
        bad: "extensions:\n  linkActions:\n    - name: \"Send  quote \"\n",
        good: "extensions:\n  linkActions:\n    - name: \"Send quote\"\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    guard let manifest = context.manifest else { return [] }
    return ([manifest.name].compactMap(\.self) + manifest.extensionNames).compactMap { name in
      if Self.isPlainlyClean(name.value) { return nil }
      let scalars = Array(name.value.unicodeScalars)
      let cleaned = Self.cleaned(scalars)
      if scalars.elementsEqual(cleaned) { return nil }
      if cleaned.isEmpty {
        // What is blank to the schema is 'empty-value'.
        return scalars.allSatisfy(Self.isSchemaBlank)
          ? nil : Finding(.nothingVisible, at: name.node, help: "write a name")
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: cleaned)
      return Finding(
        .unclean(scalars), at: name.node, help: "write '\(String(text))'",
        fixIt: FixIt(
          "write '\(String(text))'", safety: .safe, edits: [name.node.edit(replacingTextWith: String(text))]))
    }
  }

  /// Whether a name is of visible ASCII characters and single spaces between them.
  private static func isPlainlyClean(_ name: String) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in name.utf8 {
      guard (0x20..<0x7F).contains(byte), byte != 0x20 || previous != 0x20 else { return false }
      previous = byte
    }
    return previous != 0x20
  }

  /// The name with one blank where there are several, none around it, and nothing that cannot be seen.
  private static func cleaned(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    let invisible = InvisibleScalars(scalars)
    var blank: Unicode.Scalar?
    for (index, scalar) in scalars.enumerated() {
      if isBlank(scalar) {
        // A lone no-break space is typography; among others it is one of several blanks.
        blank = blank == nil && !scalar.properties.generalCategory.isControl ? scalar : " "
        continue
      }
      if invisible.isNeedless(at: index) { continue }
      if let blank, !result.isEmpty { result.append(blank) }
      blank = nil
      result.append(scalar)
    }
    return result
  }

  /// What `\s` of a pattern matches.
  private static func isSchemaBlank(_ scalar: Unicode.Scalar) -> Bool {
    (isBlank(scalar) && scalar != "\u{85}") || scalar == "\u{FEFF}"
  }

  fileprivate static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isControl: Bool { self == .control || self == .lineSeparator || self == .paragraphSeparator }
}

extension Finding.Message {
  fileprivate static func unclean(_ scalars: [Unicode.Scalar]) -> Self {
    let invisible = InvisibleScalars(scalars)
    let hidden = scalars.indices.first {
      invisible.isNeedless(at: $0) && !NameWhitespace.isBlank(scalars[$0])
    }
    if let hidden {
      let digits = String(scalars[hidden].value, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      return "name holds the invisible character U+\(padded)"
    }
    if let first = scalars.first, NameWhitespace.isBlank(first) { return "name begins with \(phrase(of: first))" }
    if let last = scalars.last, NameWhitespace.isBlank(last) { return "name ends with \(phrase(of: last))" }
    let control = scalars.first { NameWhitespace.isBlank($0) && $0.properties.generalCategory.isControl }
    return control.map { "name holds \(phrase(of: $0))" } ?? "name holds more than one blank in a row"
  }

  private static func phrase(of blank: Unicode.Scalar) -> String {
    switch blank {
    case "\t": "a tab"
    case _ where blank.properties.generalCategory.isControl: "a line break"
    default: "a blank"
    }
  }

  fileprivate static let nothingVisible: Self = "name holds nothing but characters that nobody sees"
}
