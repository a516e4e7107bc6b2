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
    var (verdicts, total, sets, invalid) = (0, 0, 0, 0)
    var unread: [String] = []
    for group in groups {
      var registry = SchemaRegistry()
      for (uri, path) in group.refs ?? [:] {
        registry.add(try #require(OfficialSuite.parse(suite, path), "\(path)"), at: uri)
      }
      let root = try #require(OfficialSuite.parse(suite, group.schema), "\(group.schema)")
      let schema: Schema
      do throws(SchemaError) {
        // Some refer to schemas that the collection does not have, as the command lets them.
        var options = SchemaOptions()
        options.passesOverAbsentSchemas = true
        schema = try Schema(compiling: root, registry: registry, options: options)
      } catch {
        Issue.record("\(group.schema): \(error.message) at \(error.node.pointer)")
        continue
      }
      for test in group.cases {
        let source = SourceText(path: test.instance, bytes: suite.bytes(test.instance))
        let parsed = test.instance.hasSuffix(".json") ? JSONParser.parse(source) : YAMLParser.parse(source)
        guard let instance = parsed.documents.first?.root, parsed.errors.isEmpty else {
          unread.append(test.instance)
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
          #expect(KnownMisses.errorSets[test.instance] == nil, "\(test.instance) is as it should be: take it off")
        } else if KnownMisses.errorSets[test.instance] != nil {
          continue
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
        #expect(!schema.violations(of: instance).isEmpty)
      }
    }
    print("SchemaStore: verdicts \(verdicts) of \(total), error sets \(sets) of \(invalid), not read: \(unread)")
  }
}
