import Foundation
import ManifestLint
import ManifestTestSupport
import Testing

/// Every request at every place of every sample: an answer that is well-formed, and ranges that are in the document.
@Suite struct EveryPositionTests {
  static let folder: URL = {
    var folder = URL(filePath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder.appending(path: "Samples")
  }()

  static let samples: [URL] = {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
    return files.filter { ["yaml", "json"].contains($0.pathExtension) && !$0.path.contains("/expected/") }.sorted {
      $0.path < $1.path
    }
  }()

  /// The places of one document that are asked about, spread over it.
  private static let placesADocument = 6

  @Test(arguments: samples, ["utf-8", "utf-16", "utf-32"])
  func `every request is answered at every place`(sample: URL, encoding: String) throws {
    let host = MemoryHost()
    let path = "/project/" + sample.path.dropFirst(Self.folder.path.count + 1)
    for file in Self.samples {
      // One manifest is enough to tell what the documents beside it are.
      let isManifest = file.path.contains(".pipedrive.")
      guard !isManifest || file == sample || file.lastPathComponent == "car-services.pipedrive.yaml" else { continue }
      host.files["/project/" + file.path.dropFirst(Self.folder.path.count + 1)] = Array(try Data(contentsOf: file))
    }
    guard let text = String(bytes: host.files[path] ?? [], encoding: .utf8) else { return }
    let session = EditorSession(host, .full(encoding), options: ["inlayHints": true])
    session.open(path, text)
    let editor = EditorText(text, encoding)
    check(session, path, editor, everywhere: Thoroughness.isFull && encoding == "utf-16")
    guard encoding == "utf-16" else { return }

    // Cut off at a place, as if somebody were typing there.
    var generator = SystemRandom(state: UInt64(text.utf8.count))
    for version in 2...3 {
      let cut = Int.random(in: 0..<max(1, text.unicodeScalars.count), using: &generator)
      let scalars = Array(text.unicodeScalars)
      let end = scalars[cut...].firstIndex(of: "\n") ?? scalars.endIndex
      let broken = String(String.UnicodeScalarView(scalars[..<cut] + scalars[end...]))
      session.replace(path, broken, version: version)
      check(session, path, EditorText(broken, encoding))
    }
  }

  private struct SystemRandom: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 11 ^ state << 31
    }
  }

  /// At all places where a thorough run asks for that.
  private func check(_ session: EditorSession, _ path: String, _ editor: EditorText, everywhere: Bool = false) {
    let document = session.document(path)
    let whole: [String: Any] = [
      "start": ["line": 0, "character": 0], "end": ["line": editor.lines.count, "character": 0],
    ]
    for method in ["diagnostic", "documentSymbol", "documentLink", "foldingRange", "inlayHint"] {
      let answer = session.request("textDocument/" + method, ["textDocument": document, "range": whole])
      expectRanges(in: answer, editor, session.uri(path), method)
    }
    expectRanges(
      in: session.request(
        "textDocument/codeAction", ["textDocument": document, "range": whole, "context": ["diagnostics": [Any]()]]),
      editor, session.uri(path), "codeAction")
    var places: [(Int, Int)] = []
    for line in editor.lines.indices {
      for character in 0...editor.length(ofLine: line) { places.append((line, character)) }
    }
    let stride = everywhere ? 1 : max(1, places.count / Self.placesADocument)
    for index in Swift.stride(from: places.count % stride, to: places.count, by: stride) {
      let position = ["line": places[index].0, "character": places[index].1]
      for method in ["hover", "completion", "definition", "selectionRange"] {
        let answer = session.request(
          "textDocument/" + method, ["textDocument": document, "position": position, "positions": [position]])
        expectRanges(in: answer, editor, session.uri(path), "\(method) at \(places[index])")
      }
    }
  }

  /// Every range in an answer that is about this document lies in it, between characters.
  private func expectRanges(in answer: Node?, _ editor: EditorText, _ uri: String, _ what: String) {
    guard let answer else {
      Issue.record("no answer to \(what)")
      return
    }
    for node in answer.subtree where node.kind == .mapping {
      guard node["line"] != nil, node["character"] != nil else { continue }
      // A place in another document is named beside its address.
      let isElsewhere = node.ancestors(3).contains { around in
        ["uri", "targetUri"].contains { around[$0]?.string.map { $0 != uri } ?? false }
          && around["items"] == nil
      }
      if isElsewhere { continue }
      // Said only of what is wrong: there are a hundred thousand that are not.
      if !editor.contains(node) {
        Issue.record("\(what): \(node["line"]?.text ?? ""):\(node["character"]?.text ?? "") is not in the document")
      }
    }
  }
}

extension Node {
  fileprivate func ancestors(_ count: Int) -> [Node] {
    var result: [Node] = []
    var node = self
    for _ in 0..<count {
      guard let parent = node.parent else { break }
      result.append(parent)
      node = parent
    }
    return result
  }
}
