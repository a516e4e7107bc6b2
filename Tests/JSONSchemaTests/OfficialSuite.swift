import JSONSchema
import ManifestSyntax
import ManifestTestSupport
import ManifestText

/// JSON-Schema-Test-Suite: its files, and the documents that its references lead to.
struct OfficialSuite {
  let files: ConformanceSuite
  let registry: SchemaRegistry

  /// The folder of each draft.
  static let drafts: [(draft: Draft, folder: String)] = [
    (.draft4, "draft4"), (.draft6, "draft6"), (.draft7, "draft7"), (.draft2019, "draft2019-09"),
    (.draft2020, "draft2020-12"),
  ]

  init?() {
    guard let files = ConformanceSuite("json-schema-test-suite") else { return nil }
    self.files = files
    var registry = SchemaRegistry()
    for path in files.paths(in: "remotes") where path.hasSuffix(".json") {
      guard let root = Self.parse(files, "remotes/" + path) else { continue }
      registry.add(root, at: "http://localhost:1234/" + path)
    }
    for (_, folder) in Self.drafts {
      guard let root = Self.parse(files, "metaschemas/\(folder)/output/schema.json") else { continue }
      registry.add(root)
    }
    self.registry = registry
  }

  static func parse(_ files: ConformanceSuite, _ path: String) -> Node? {
    JSONParser.parse(SourceText(path: path, bytes: files.bytes(path))).documents.first?.root
  }

  /// A test whose outcome is not what the suite says.
  struct Miss: Hashable, CustomStringConvertible {
    var name: String
    var reason: String
    var description: String { "\(name): \(reason)" }
  }

  /// Runs the files of a folder; every miss has a name that says where to find it.
  func run(_ draft: Draft, folder: String, assertsFormats: Bool) -> (count: Int, misses: [Miss]) {
    var count = 0
    var misses: [Miss] = []
    for file in files.files(in: "tests/" + folder, suffix: ".json") {
      var options = SchemaOptions()
      options.draft = draft
      // Only the suite of draft-07 takes contents for more than annotations.
      options.assertsContent = file == "content.json" && draft == .draft7
      if assertsFormats { options.formats = .always }
      guard let groups = Self.parse(files, "tests/\(folder)/\(file)") else { continue }
      for group in groups.items {
        let name = "\(folder)/\(file) | \(group["description"]?.text ?? "")"
        let schema: Schema
        do throws(SchemaError) {
          guard let root = group["schema"] else { continue }
          schema = try Schema(compiling: root.detached(), registry: registry, options: options)
        } catch {
          count += group["tests"]?.count ?? 0
          misses.append(Miss(name: name, reason: "\(error.message) at \(error.node.pointer)"))
          continue
        }
        for test in group["tests"].map({ Array($0.items) }) ?? [] {
          count += 1
          guard let data = test["data"], let expected = test["valid"]?.boolean else { continue }
          let testName = "\(name) | \(test["description"]?.text ?? "")"
          let found = schema.isValid(data)
          let violations = schema.allViolations(of: data)
          let told = schema.violations(of: data)
          if found != expected {
            misses.append(Miss(name: testName, reason: "is \(found ? "valid" : "invalid") here"))
          } else if violations.isEmpty != expected || told.isEmpty != expected {
            misses.append(Miss(name: testName, reason: "reports do not agree with the verdict"))
          }
          for violation in told where violation.message.isEmpty || violation.message.contains("\n") {
            misses.append(Miss(name: testName, reason: "message '\(violation.message)'"))
          }
        }
      }
    }
    return (count, misses)
  }
}

extension Node {
  /// The same value as the root of a document of its own.
  func detached() -> Node {
    let source = SourceText(path: "schema.json", bytes: Array(tree.source.slice(range)))
    return JSONParser.parse(source).documents[0].root
  }
}
