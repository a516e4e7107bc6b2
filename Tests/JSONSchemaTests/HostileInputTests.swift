import Foundation
@testable import JSONSchema
import ManifestSyntax
import ManifestText
import Testing

/// Schemas and values that try to make validation crash or hang.
@Suite struct HostileInputTests {
  /// Runs something on a thread with the smallest stack in use: that of Dispatch's threads on macOS.
  private static func onSmallStack<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result {
    nonisolated(unsafe) var result: Result?
    let semaphore = DispatchSemaphore(value: 0)
    let thread = Thread {
      result = body()
      semaphore.signal()
    }
    // Frames of unoptimised code are several times as large.
    #if DEBUG
      thread.stackSize = 4 * 1024 * 1024
    #else
      thread.stackSize = 512 * 1024
    #endif
    thread.start()
    semaphore.wait()
    return result!
  }

  @Test func `among many lists and objects only those are compared that are probably equal`() {
    let values = (0..<300).map { "[\($0), {\"a\": \($0), \"b\": [\"x\"]}]" }
    let others = (0..<300).map { "[\($0).0, {\"b\": [\"x\"], \"a\": \($0)}]" } + ["[]", "{}", "[[0]]"]
    let allowed = ValueSet(list: Self.document("[\(values.joined(separator: ","))]"))
    let instances = Array(Self.document("[\(others.joined(separator: ","))]").items)
    #expect(instances.map { allowed.candidates(for: $0).count } == Array(repeating: 1, count: 300) + [0, 0, 0])
  }

  private static func schema(_ text: String) throws -> Schema {
    try Schema(compiling: document(text))
  }

  private static func document(_ text: String) -> Node {
    var limits = ParseLimits()
    limits.jsonNesting = 1_000_000
    return JSONParser.parse(SourceText(path: "test.json", text: text), limits: limits).documents[0].root
  }

  @Test(arguments: [
    ##"{"items": {"$ref": "#"}, "type": "array"}"##,
    ##"{"allOf": [{"items": {"$ref": "#"}}], "type": "array"}"##,
    ##"{"anyOf": [{"type": "string"}, {"items": {"$ref": "#"}, "type": "array"}]}"##,
    ##"{"oneOf": [{"type": "string"}, {"items": {"$ref": "#"}, "type": "array"}], "unevaluatedItems": false}"##,
    ##"{"if": true, "then": {"items": {"not": {"not": {"$ref": "#"}}}}}"##,
    ##"{"$dynamicAnchor": "a", "contains": {"$dynamicRef": "#a"}, "type": "array"}"##,
  ])
  func `goes down deep values on a small stack`(text: String) throws {
    let schema = try Self.schema(text)
    for depth in [100, 512, 5_000, 100_000] {
      let value = Self.document(String(repeating: "[", count: depth) + String(repeating: "]", count: depth))
      let violations = Self.onSmallStack { schema.violations(of: value).map(\.message) }
      if depth == 100, text.contains("items") { #expect(violations.isEmpty) }
      if depth > 1_000 {
        #expect(
          violations == ["validation was given up, and errors may be missing: too many schemas lead into one another"])
      }
    }
  }

  @Test func `goes down a schema that is deep itself`() throws {
    let count = 100_000
    let text = String(repeating: ##"{"not":"##, count: count) + "true" + String(repeating: "}", count: count)
    let schema = try Self.schema(text)
    let violations = Self.onSmallStack { schema.violations(of: Self.document("1")).map(\.message) }
    #expect(
      violations == ["validation was given up, and errors may be missing: too many schemas lead into one another"])
  }

  @Test func `compiles a great many definitions, of which some are not there`() throws {
    let count = 20_000
    let definitions = (0..<count).map { "\"d\($0)\": {\"type\": \"string\"}" }.joined(separator: ",")
    let properties = (0..<count).map { "\"p\($0)\": {\"$ref\": \"#/$defs/d\($0 + 20)\"}" }.joined(separator: ",")
    let schema = try Self.schema("{\"$defs\": {\(definitions)}, \"properties\": {\(properties)}}")
    #expect(
      schema.violations(of: Self.document(#"{"p1": 1, "p2": "a"}"#)).map(\.message) == [
        "'p1' must be text, not a whole number"
      ])
    #expect(schema.violations(of: Self.document(#"{"p19999": "a"}"#)).map(\.isIncomplete) == [true])
  }

  @Test func `ends where references lead in a circle`() throws {
    let schema = try Self.schema(
      ##"{"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}}"##)
    #expect(schema.problems.map(\.message) == ["'#/$defs/a' leads back to the schema it stands in"])
    #expect(schema.problems.map(\.node.pointer) == ["/$defs/b/$ref"])
    let violations = Self.onSmallStack { schema.violations(of: Self.document("1")).map(\.message) }
    #expect(violations == ["the document cannot be checked: '#/$defs/a' leads back to itself"])
  }

  @Test func `gives up on a fan of references`() throws {
    let definitions = (0..<40).map {
      ##""a\##($0)": {"allOf": [{"$ref": "#/$defs/a\##($0 + 1)"}, {"$ref": "#/$defs/a\##($0 + 1)"}]}"##
    }
    let schema = try Self.schema(
      ##"{"$ref": "#/$defs/a0", "$defs": {\##(definitions.joined(separator: ",")), "a40": {"type": "string"}}}"##)
    let violations = schema.violations(of: Self.document("\"\""))
    #expect(
      violations.map(\.message) == [
        "validation was given up, and errors may be missing: the schema takes too many steps"
      ])
  }

  @Test func `says once what a fan of references refuses`() throws {
    let definitions = (0..<40).map {
      let reference = ##"{"$ref": "#/$defs/a\##($0 + 1)"}"##
      return ##""a\##($0)": {"allOf": [\##(reference), \##(reference), \##(reference)]}"##
    }
    let fan = ##"{\##(definitions.joined(separator: ",")), "a40": {"type": "string"}}"##
    let schema = try Self.schema(##"{"$ref": "#/$defs/a0", "$defs": \##(fan)}"##)
    let reason = "must be text, not a whole number"
    #expect(schema.allViolations(of: Self.document("5")).map(\.message) == ["the document \(reason)"])
    let list = try Self.schema(##"{"items": {"$ref": "#/$defs/a0"}, "$defs": \##(fan)}"##)
    let violations = list.violations(of: Self.document("[5, 5]"))
    #expect(violations.map(\.message) == ["item 1 \(reason)", "item 2 \(reason)"])
  }

  @Test func `gives up on a fan of references that refuse while notes are taken`() throws {
    let definitions = (0..<40).map {
      ##""a\##($0)": {"allOf": [{"$ref": "#/$defs/a\##($0 + 1)"}, {"$ref": "#/$defs/a\##($0 + 1)"}]}"##
    }
    let fan = ##"{\##(definitions.joined(separator: ",")), "a40": {"type": "string"}}"##
    let schema = try Self.schema(
      ##"{"$ref": "#/$defs/a0", "unevaluatedItems": false, "$defs": \##(fan)}"##)
    let messages = schema.violations(of: Self.document("5")).map(\.message)
    #expect(messages.contains("the document must be text, not a whole number"))
    #expect(messages.contains { $0.hasPrefix("validation was given up") })
  }

  @Test func `tells no more violations than anybody would read`() throws {
    let items = [String](repeating: "1", count: 10_001).joined(separator: ",")
    let violations = try Self.schema(##"{"items": {"type": "string"}}"##).violations(of: Self.document("[\(items)]"))
    #expect(violations.count == 10_001)
    #expect(violations.last?.message == "validation was given up: there are more than these 10000 errors")
  }

  @Test func `tells what a long list of alternatives allows`() throws {
    let branches = (0..<600).map {
      ##"{"properties": {"t": {"const": "k\##($0)"}}, "required": ["t", "r\##($0)"]}"##
    }
    let schema = try Self.schema(##"{"items": {"oneOf": [{"type": "null"}, \##(branches.joined(separator: ","))]}}"##)
    let items = [String](repeating: ##"{"t": "kk"}"##, count: 50) + [##"{"t": "k7"}"##, "{}"]
    let messages = schema.violations(of: Self.document("[\(items.joined(separator: ","))]")).map(\.message)
    #expect(messages.count == 52)
    let shown = (0..<12).map { "'k\($0)'" }.joined(separator: ", ")
    #expect(messages.first == "'t' must be one of \(shown) and 588 more, not 'kk'")
    #expect(messages.dropFirst(50).first == "'r7' is missing")
    #expect(messages.last == "item 52 fits none of the 601 alternatives")
  }

  @Test func `tells what a long list of fixed values allows`() throws {
    let branches = (0..<600).map { ##"{"const": \##($0), "title": "number \##($0)"}"## }
    let schema = try Self.schema(##"{"oneOf": [\##(branches.joined(separator: ","))]}"##)
    let shown = (0..<12).map(String.init).joined(separator: ", ")
    let messages = schema.violations(of: Self.document("600")).map(\.message)
    #expect(messages == ["the document must be one of \(shown) and 588 more, not 600"])
  }

  @Test func `names only some of very many missing keys`() throws {
    let names = (1...100).map { "\"key\($0)\"" }.joined(separator: ",")
    let messages = try Self.schema("{\"required\": [\(names)]}").violations(of: Self.document("{}")).map(\.message)
    let shown = (1...30).map { "'key\($0)'" }.joined(separator: ", ")
    #expect(messages == ["\(shown) and 70 more are missing"])
  }

  @Test func `looks for what was meant among as many words as can be looked at`() throws {
    for (count, meant) in [(1_000, "key5"), (1_001, nil)] {
      let properties = (0..<count).map { "\"key\($0)\": true" }.joined(separator: ",")
      let schema = try Self.schema("{\"additionalProperties\": false, \"properties\": {\(properties)}}")
      #expect(schema.violations(of: Self.document(##"{"Key5": 1}"##)).map(\.suggestion) == [meant])
    }
  }

  @Test func `gives up where many patterns meet many keys`() throws {
    // Each pattern is tried at each place of each key.
    let lengths = 1...800
    let patterns = lengths.map { "\"\(String(repeating: "a", count: $0))$\": true" }.joined(separator: ",")
    let keys = lengths.map { "\"\(String(repeating: "a", count: $0))\": 1" }.joined(separator: ",")
    let schema = try Self.schema("{\"patternProperties\": {\(patterns)}}")
    let violations = schema.violations(of: Self.document("{\(keys)}"))
    #expect(violations.map(\.fact).contains { if case .tooCostly = $0 { true } else { false } })
  }

  @Test func `gives up where very many alternatives meet a very long text`() throws {
    let pattern = (0..<8_000).map { "a\($0)" }.joined(separator: "|")
    let schema = try Self.schema("{\"pattern\": \"\(pattern)\"}")
    let violations = schema.violations(of: Self.document("\"\(String(repeating: "a", count: 900_000))\""))
    #expect(violations.map(\.fact).contains { if case .tooCostly = $0 { true } else { false } })
  }

  @Test func `tells nested alternatives without a flood`() throws {
    var text = ##"{"const": 1}"##
    for _ in 0..<60 { text = ##"{"anyOf": [\##(text), \##(text.count < 2_000 ? text : "false")]}"## }
    let schema = try Self.schema(text)
    #expect(Self.onSmallStack { schema.violations(of: Self.document("2")).count } > 0)
  }

  @Test func `compares long lists of unlike and of equal objects`() throws {
    let schema = try Self.schema(##"{"uniqueItems": true}"##)
    let items = (0..<100_000).map { ##"{"a": [\##($0), 1.0], "b": null}"## }
    #expect(schema.isValid(Self.document("[" + items.joined(separator: ",") + "]")))
    let reordered = items + [##"{"b": null, "a": [99999.0, 1e0]}"##]
    let violations = schema.violations(of: Self.document("[" + reordered.joined(separator: ",") + "]"))
    #expect(violations.map(\.message) == ["the document has the same value twice, as item 100000 and item 100001"])
  }

  @Test func `takes numbers of many digits`() throws {
    let digits = String(repeating: "7", count: 100_000)
    #expect(try Self.schema(##"{"multipleOf": 7}"##).isValid(Self.document(digits)))
    #expect(try !Self.schema(##"{"multipleOf": 0.3}"##).isValid(Self.document(digits)))
    #expect(try Self.schema(##"{"multipleOf": 1e-300}"##).isValid(Self.document("1e300")))
    #expect(try Self.schema(##"{"maximum": 1e1000000000000000000000}"##).isValid(Self.document(digits)))
    #expect(try Self.schema(##"{"type": "integer"}"##).isValid(Self.document("1e999999999999999999999")))
  }
}
