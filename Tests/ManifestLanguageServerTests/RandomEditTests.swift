import Foundation
import ManifestLint
import ManifestTestSupport
import Testing

/// Whatever is typed, the server's state is that of one which has just been told the texts as they are.
@Suite struct RandomEditTests {
  private static let manifest = "/project/car-services.pipedrive.yaml"

  /// A manifest with the documents that belong to it, by path.
  private static let project: [String: String] = {
    let folder = EveryPositionTests.folder.appending(path: "valid")
    var files: [String: String] = [:]
    for name in ["car-services.pipedrive.yaml", "panels/visits.json", "modals/product-details.json"] {
      files["/project/" + name] = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    return files
  }()

  private static let pieces = [
    "", "", "x", "ä", "🚗", "e\u{301}", "\n", "\r\n", "  ", "\t", ":", ": ", "- ", "#", "\"", "'", "{", "}", "[", "]",
    ",",
    "&a ", "*a", "|", "---\n", "name: Send Quote\n", "locations: [deal-details]", "${HOST}",
    "# manifestlint-disable-file",
    "manifest: 1\n", "\u{FEFF}", "\u{2028}",
  ]

  /// 10,000 edits in a thorough run.
  @Test(arguments: ["utf-8", "utf-16", "utf-32"])
  func `after each edit, the state is that of a fresh server`(encoding: String) throws {
    try #require(Self.project[Self.manifest] != nil)
    var random = SeededGenerator(seed: UInt64(encoding.utf8.count))
    let paths = Self.project.keys.sorted()
    let host = MemoryHost(Self.project)
    let session = EditorSession(host, .full(encoding))
    var texts = Self.project.mapValues { EditorText($0, encoding) }
    for path in paths { session.open(path, texts[path]?.text ?? "") }
    for version in 2...(Thoroughness.isFull ? 3_335 : 20) {
      let path = random.once(in: 3) ? paths.randomElement(using: &random) ?? Self.manifest : Self.manifest
      let text = try #require(texts[path])
      var changes: [[String: Any]] = []
      var next = text
      if random.once(in: 40) {
        // So that not all is rubble in the end.
        next = EditorText(Self.project[path] ?? "", encoding)
        changes = [["text": next.text]]
      } else {
        for _ in 0..<(random.once(in: 5) ? 3 : 1) { changes.append(change(&next, &random)) }
      }
      texts[path] = next
      session.notify(
        "textDocument/didChange",
        ["textDocument": ["uri": session.uri(path), "version": version], "contentChanges": changes])

      let fresh = EditorSession(host, .full(encoding))
      for path in paths { fresh.open(path, texts[path]?.text ?? "") }
      let line = Int.random(in: 0..<next.lines.count, using: &random)
      let place = ["line": line, "character": next.length(ofLine: line)]
      let other = ["documentSymbol", "foldingRange", "completion", "hover"].randomElement(using: &random) ?? "hover"
      for asked in Set([path, Self.manifest]).sorted() {
        for method in ["diagnostic", other] {
          // What does not depend on other documents is asked of the one that was changed.
          if method != "diagnostic", asked != path { continue }
          let parameters: [String: Any] = ["textDocument": session.document(asked), "position": place]
          let answers = [session, fresh].map { Self.text($0.request("textDocument/" + method, parameters)) }
          if answers[0] != answers[1] {
            Issue.record(
              "\(method) of \(asked) after \(version - 1) edits:\n\(answers[0])\n\(answers[1])\n\(next.text)")
            return
          }
        }
      }
    }
  }

  /// A change of a text, as an editor tells it.
  private func change(_ text: inout EditorText, _ random: inout SeededGenerator) -> [String: Any] {
    var ends: [(line: Int, character: Int)] = []
    let line = Int.random(in: 0..<text.lines.count, using: &random)
    let last = min(text.lines.count - 1, line + (random.once(in: 8) ? 2 : 0))
    for line in [line, last] { ends.append((line, places(in: text, line).randomElement(using: &random) ?? 0)) }
    ends.sort { ($0.line, $0.character) < ($1.line, $1.character) }
    // Most of the time something is put in, or a little is replaced.
    if random.once(in: 2) { ends[1] = ends[0] }
    let inserted = Self.pieces.randomElement(using: &random) ?? ""
    var scalars = Array(text.text.unicodeScalars)
    let range = text.offset(ends[0].line, ends[0].character)..<text.offset(ends[1].line, ends[1].character)
    scalars.replaceSubrange(range, with: Array(inserted.unicodeScalars))
    text = EditorText(String(String.UnicodeScalarView(scalars)), text.encoding)
    let positions = ends.map { ["line": $0.line, "character": $0.character] }
    return ["range": ["start": positions[0], "end": positions[1]], "text": inserted]
  }

  /// The places of a line that are between characters.
  private func places(in text: EditorText, _ line: Int) -> [Int] {
    var places = [0]
    for scalar in text.lines[line].unicodeScalars where scalar != "\n" && scalar != "\r" {
      places.append(places[places.count - 1] + EditorText(String(scalar), text.encoding).length(ofLine: 0))
    }
    return places
  }

  private static func text(_ node: Node?) -> String { node.map { $0.tree.source.string($0.range) } ?? "nothing" }
}
