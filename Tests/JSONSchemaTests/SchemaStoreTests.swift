import Foundation
import JSONSchema
import ManifestSyntax
import ManifestTestSupport
import ManifestText
import Testing

/// Runs the schemas of SchemaStore with their instances.
@Suite struct SchemaStoreTests {
  private struct Group: Decodable {
    var schema: String
    var refs: [String: String]?
    var cases: [Case]
  }

  private struct Case: Decodable {
    var instance: String
    var valid: Bool
    var errors: [Place]?
  }

  private struct Place: Decodable {
    var path: String
    var keyword: String
    var line: Int?
    var column: Int?
  }

  private struct Found: Hashable, CustomStringConvertible {
    var path: String
    var keyword: String
    var description: String { "\(path) \(keyword)" }
  }

  @Test func `gives the verdicts, errors and places that others agree on`() throws {
    guard let suite = ConformanceSuite("schemastore") else { return }
    let groups = try JSONDecoder().decode([Group].self, from: Data(suite.bytes("cases.json")))
    var (verdicts, total, sets, invalid, skipped) = (0, 0, 0, 0, 0)
    for group in groups {
      var registry = SchemaRegistry()
      for (uri, path) in group.refs ?? [:] {
        registry.add(try #require(OfficialSuite.parse(suite, path), "\(path)"), at: uri)
      }
      let root = try #require(OfficialSuite.parse(suite, group.schema), "\(group.schema)")
      let schema: Schema
      do throws(SchemaError) {
        schema = try Schema(compiling: root, registry: registry)
      } catch {
        Issue.record("\(group.schema): \(error.message) at \(error.node.pointer)")
        continue
      }
      for test in group.cases {
        guard test.instance.hasSuffix(".json") else {
          skipped += 1
          continue
        }
        guard let instance = OfficialSuite.parse(suite, test.instance) else {
          Issue.record("\(test.instance) cannot be read")
          continue
        }
        total += 1
        if schema.isValid(instance) == test.valid { verdicts += 1 } else { Issue.record("\(test.instance): verdict") }
        guard !test.valid, let errors = test.errors else { continue }
        invalid += 1
        let wanted = Set(errors.map { Found(path: $0.path, keyword: $0.keyword) })
        let violations = schema.allViolations(of: instance)
        let found = Set(violations.map { Found(path: $0.node.pointer, keyword: $0.keyword) })
        if found == wanted {
          sets += 1
        } else {
          Issue.record("\(test.instance): wanted \(wanted.subtracting(found)), found \(found.subtracting(wanted))")
        }
        var converter = PositionConverter(instance.tree.source, columns: .unicodeScalars)
        for violation in violations {
          let place = converter.lineColumn(at: violation.node.range.lowerBound)
          for error in errors where error.path == violation.node.pointer && error.keyword == violation.keyword {
            #expect(error.line == place.line && error.column == place.column, "\(test.instance) \(error.path)")
          }
        }
        for violation in schema.violations(of: instance) {
          print("told \(test.instance): \(violation.culprit.pointer): \(violation.message)")
        }
      }
    }
    print("SchemaStore: verdicts \(verdicts) of \(total), error sets \(sets) of \(invalid), \(skipped) not JSON")
  }
}
