import Foundation
import ManifestSyntax
import ManifestText
import Testing

/// What is made out of broken texts.
@Suite struct LenientParserTests {
  /// The tree in one line: `{a: [b, {c: ~}]}`.
  private func shape(_ text: String, _ language: SyntaxTree.Language = .yaml) -> String {
    LenientParser.parse(SourceText(path: "a", text: text), language).map { shape($0.root) }.joined(separator: " | ")
  }

  private func shape(_ node: Node) -> String {
    switch node.kind {
    case .mapping: "{" + node.entries.map { "\(shape($0.key)): \(shape($0.value))" }.joined(separator: ", ") + "}"
    case .sequence: "[" + node.items.map(shape).joined(separator: ", ") + "]"
    case .null: "~"
    default: node.text
    }
  }

  @Test(arguments: [
    ("a: 1\nb", "{a: 1, b: ~}"),
    ("a:\n  b\n  c: 1\n", "{a: {b: ~, c: 1}}"),
    ("a:\n  c: 1\n  b\nd: 2\n", "{a: {c: 1, b: ~}, d: 2}"),
    ("a:\n  - b: 1\n    c\n  - d\n", "{a: [{b: 1, c: ~}, d]}"),
    ("a:\n- b: 1\n  c: 2\nd: 3\n", "{a: [{b: 1, c: 2}], d: 3}"),
    ("a:\n  -\n  - x\n", "{a: [~, x]}"),
    ("- - 1\n  - 2\n- 3\n", "[[1, 2], 3]"),
    ("a: {b: 1, c", "{a: {b: 1, c: ~}}"),
    ("a: {b: 1, c\nd: 2\n", "{a: {b: 1, c: ~}, d: 2}"),
    ("a: [b, c\nd: 2\n", "{a: [b, c], d: 2}"),
    ("a: [b, {c: 1]\nd: 2\n", "{a: [b, {c: 1}], d: 2}"),
    ("a: \"b\nc: 1\n", "{a: b, c: 1}"),
    ("a: \"b\n  c\"\nd: 1\n", "{a: b c, d: 1}"),
    ("a: |\n  b\n   c\n\n  d\ne: 1\n", "{a: b\n c\n\nd\n, e: 1}"),
    ("a: { b: ${C}, d: 1 }\n", "{a: {b: ${C}, d: 1}}"),
    ("a:\n    b: 1\n  c: 2\nd: 3\n", "{a: {b: 1, c: 2}, d: 3}"),
    ("a: 1\n---\nb\n", "{a: 1} | {b: ~}"),
    ("a: &x {b: 1}\nc: *x\nd: *y\n", "{a: {b: 1}, c: {b: 1}, d: ~}"),
    ("a: &x\n  b: 1\nc: *x\n", "{a: {b: 1}, c: {b: 1}}"),
    ("a: b # c: d\n# e\nf: 1\n", "{a: b, f: 1}"),
    ("a: b: c\n", "{a: b: c}"),
    ("a:\tb\n\tc: d\n", "{a: b, c: d}"),
    ("? a\n: b\n", "{a: ~, ~: b}"),
    ("", "~"), ("\u{FEFF}a: 1", "{a: 1}"), ("@", "{@: ~}"), ("]", "{]: ~}"),
  ])
  func `makes out YAML that is being typed`(text: String, expected: String) {
    #expect(shape(text) == expected)
  }

  @Test(arguments: [
    (#"{"a": 1, "b"#, "{a: 1, b: ~}"),
    (#"{"a": "b"#, "{a: b}"),
    ("{\"a\": \"b\n \"c\": 1}", "{a: b, c: 1}"),
    ("{\"a\":\n \"c\": 1}", "{a: ~, c: 1}"),
    ("{\"a\n \"c\": 1}", "{a: ~, c: 1}"),
    (#"{"a": [1, 2, {"b": "#, "{a: [1, 2, {b: ~}]}"),
    (#"{"a": 1 "b": 2,, "c": 3,}"#, "{a: 1, b: 2, c: 3}"),
    (#"{a: 'b', // x"#, "{a: b}"),
    (#"{"a": tr"#, "{a: tr}"),
    (#"{"a": }, "b": 1"#, "{a: ~}"),
    (#"{"a": {"b": 1], "c": 2}"#, "{a: {b: 1, c: 2}}"),
    ("{{}}", "{~: {}}"), ("[", "[]"), ("", "~"), ("x", "~"),
  ])
  func `makes out JSON that is being typed`(text: String, expected: String) {
    #expect(shape(text, .json) == expected)
  }

  static let samples: [URL] = {
    var folder = URL(filePath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    folder.append(path: "Samples")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
    return files.filter { ["yaml", "json"].contains($0.pathExtension) && !$0.path.contains("/expected/") }.sorted {
      $0.path < $1.path
    }
  }()

  @Test(arguments: samples)
  func `reads what is well-formed as the parsers do`(file: URL) throws {
    let source = SourceText(path: file.path, bytes: Array(try Data(contentsOf: file)))
    let isJSON = file.pathExtension == "json"
    let parsed = isJSON ? JSONParser.parse(source) : YAMLParser.parse(source, mergeKeys: false)
    guard parsed.errors.isEmpty else { return }
    let trees = LenientParser.parse(source, isJSON ? .json : .yaml)
    #expect(trees.map { shape($0.root) } == parsed.filledDocuments.map { shape($0.root) })
    for (tree, other) in zip(trees, parsed.filledDocuments) {
      for (node, expected) in zip(tree.nodes, other.nodes) where node.isScalar && node.kind != .null {
        #expect(node.range == expected.range, "\(node.text)")
      }
    }
  }

  @Test(arguments: samples)
  func `reads every beginning and every end of a text`(file: URL) throws {
    let bytes = Array(try Data(contentsOf: file))
    let stride = max(1, bytes.count / 20)
    for cut in Swift.stride(from: 0, to: bytes.count, by: stride) {
      for piece in [bytes[..<cut], bytes[cut...]] {
        let source = SourceText(path: "a", bytes: Array(piece))
        for tree in LenientParser.parse(source, file.pathExtension == "json" ? .json : .yaml) {
          let isInside = tree.nodes.allSatisfy { node in
            let range = node.range.utf8Offsets
            return range.upperBound <= source.bytes.count && node.content.count >= 0
          }
          #expect(isInside)
        }
      }
    }
  }

  @Test(arguments: [
    "[", "{", "- ", "a:\n", "{a: ", "\"", "'", "&a ", "*a ", "? ", ": ", "|\n", "- - ", "---\n", "!x ", "${",
  ])
  func `takes no more than the text is long`(piece: String) {
    let text = String(repeating: piece, count: 20_000)
    for language in [SyntaxTree.Language.yaml, .json] {
      #expect(!LenientParser.parse(SourceText(path: "a", text: text), language).isEmpty)
    }
  }
}
