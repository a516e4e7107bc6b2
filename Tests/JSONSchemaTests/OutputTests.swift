import JSONSchema
import ManifestSyntax
import ManifestTestSupport
import ManifestText
import Testing

@Suite struct OutputTests {
  private static func output(_ schema: String, _ instance: String, _ format: OutputFormat) throws -> String {
    let schema = try Schema(compiling: document(schema))
    var writer = JSONWriter(indented: false)
    schema.writeOutput(format, for: document(instance), to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func document(_ text: String) -> Node {
    JSONParser.parse(SourceText(path: "test.json", text: text)).documents[0].root
  }

  private static let schema = ##"""
    {"$id": "https://example.com/s", "$ref": "#/$defs/point", "title": "Place",
     "$defs": {"point": {"properties": {"x": {"type": "number", "description": "across"}}, "required": ["y"]}}}
    """##

  @Test func `writes a flag`() throws {
    #expect(try Self.output(Self.schema, #"{"x": 1}"#, .flag) == #"{"valid":false}"#)
  }

  @Test func `writes all errors in one list`() throws {
    let text = try Self.output(Self.schema, #"{"x": "a"}"#, .basic)
    #expect(
      text == ##"""
        {"valid":false,"errors":[{"valid":false,"keywordLocation":"/$ref/required",\##
        "absoluteKeywordLocation":"https://example.com/s#/$defs/point/required","instanceLocation":"",\##
        "error":"'y' is missing"},{"valid":false,"keywordLocation":"/$ref/properties/x/type",\##
        "absoluteKeywordLocation":"https://example.com/s#/$defs/point/properties/x/type","instanceLocation":"/x",\##
        "error":"'x' must be a number, not text"}]}
        """##)
  }

  @Test func `writes annotations of a valid value`() throws {
    let text = try Self.output(Self.schema, #"{"x": 1, "y": 2}"#, .basic)
    #expect(
      text == ##"""
        {"valid":true,"annotations":[{"valid":true,"keywordLocation":"/title",\##
        "absoluteKeywordLocation":"https://example.com/s#/title","instanceLocation":"","annotation":"Place"},\##
        {"valid":true,"keywordLocation":"/$ref/properties",\##
        "absoluteKeywordLocation":"https://example.com/s#/$defs/point/properties","instanceLocation":"",\##
        "annotation":["x"]},{"valid":true,"keywordLocation":"/$ref/properties/x/description",\##
        "absoluteKeywordLocation":"https://example.com/s#/$defs/point/properties/x/description",\##
        "instanceLocation":"/x","annotation":"across"}]}
        """##)
  }

  @Test(arguments: OutputFormat.allCases)
  func `writes JSON that says the verdict`(format: OutputFormat) throws {
    for (instance, isValid) in [(#"{"x": 1, "y": 2}"#, true), (#"{"x": []}"#, false), ("[]", true)] {
      let text = try Self.output(Self.schema, instance, format)
      let root = Self.document(text)
      #expect(root["valid"]?.boolean == isValid)
    }
    #expect(try Self.output("true", "1", format).hasPrefix(#"{"valid":true"#))
    #expect(try Self.output("false", "1", format).hasPrefix(#"{"valid":false"#))
  }

  @Test func `leaves out of details what only leads to one other`() throws {
    let text = try Self.output(Self.schema, #"{"x": "a", "y": 1}"#, .detailed)
    #expect(
      text == ##"""
        {"valid":false,"keywordLocation":"/$ref/properties/x/type",\##
        "absoluteKeywordLocation":"https://example.com/s#/$defs/point/properties/x/type","instanceLocation":"/x",\##
        "error":"'x' must be a number, not text"}
        """##)
  }

  /// A line for each node of the detailed form, indented by its depth: location, place, what is said.
  private static func outline(_ node: Node, depth: Int = 0) -> String {
    let said = (node["error"] ?? node["annotation"])?.text
    var line = String(repeating: " ", count: depth)
    line += "\(node["keywordLocation"]?.text ?? "") @ \(node["instanceLocation"]?.text ?? "")"
    if let said { line += " \(said)" }
    let children = (node["errors"] ?? node["annotations"]).map { Array($0.items) } ?? []
    return ([line] + children.map { outline($0, depth: depth + 1) }).joined(separator: "\n")
  }

  @Test func `details are as in the example of the specification`() throws {
    let schema = ##"""
      {"$id": "https://example.com/polygon", "$schema": "https://json-schema.org/draft/2020-12/schema",
       "$defs": {"point": {"type": "object", "properties": {"x": {"type": "number"}, "y": {"type": "number"}},
                           "additionalProperties": false, "required": ["x", "y"]}},
       "type": "array", "items": {"$ref": "#/$defs/point"}, "minItems": 3}
      """##
    let text = try Self.output(schema, #"[{"x": 2.5, "y": 1.3}, {"x": 1, "z": 6.7}]"#, .detailed)
    #expect(
      Self.outline(Self.document(text)) == """
         @ 
         /minItems @  the document has 2 items; at least 3 are needed
         /items/$ref @ /1
          /items/$ref/required @ /1 'y' is missing
          /items/$ref/additionalProperties @ /1/z unknown key 'z'
        """)
    #expect(
      text.contains(##""absoluteKeywordLocation":"https://example.com/polygon#/$defs/point","instanceLocation":"/1""##))
  }

  @Test func `details nest what alternatives refuse under their keyword`() throws {
    let schema = #"{"anyOf": [{"type": "string"}, {"minimum": 3, "multipleOf": 2}], "not": {"const": 1}}"#
    #expect(
      Self.outline(Self.document(try Self.output(schema, "1", .detailed))) == """
         @ 
         /not @  the document must not be 1
         /anyOf @  the document fits none of the alternatives
          /anyOf/0/type @  the document must be text, not a whole number
          /anyOf/1 @ 
           /anyOf/1/minimum @  the document must be 3 or more, not 1
           /anyOf/1/multipleOf @  the document must be a multiple of 2, not 1
        """)
  }

  @Test func `details nest what conditions and dependencies refuse`() throws {
    let schema = ##"""
      {"if": {"properties": {"a": {"const": 1}}}, "then": {"required": ["b"], "maxProperties": 1},
       "dependentSchemas": {"c": {"required": ["d"]}, "a": {"required": ["e"]}}}
      """##
    #expect(
      Self.outline(Self.document(try Self.output(schema, #"{"a": 1, "c": 2}"#, .detailed))) == """
         @ 
         /then @ 
          /then/required @  'b' is missing (because 'a' is 1)
          /then/maxProperties @  the document has 2 entries; at most 1 is allowed (because 'a' is 1)
         /dependentSchemas @ 
          /dependentSchemas/c/required @  'd' is missing (because 'c' is there)
          /dependentSchemas/a/required @  'e' is missing (because 'a' is there)
        """)
  }

  @Test func `details nest annotations`() throws {
    let schema = #"{"title": "T", "properties": {"a": {"title": "A", "description": "B"}}}"#
    #expect(
      Self.outline(Self.document(try Self.output(schema, #"{"a": 1}"#, .detailed))) == """
         @ 
         /properties @  
         /title @  T
         /properties/a @ /a
          /properties/a/title @ /a A
          /properties/a/description @ /a B
        """)
  }

  @Test func `says when the verdict is not known`() throws {
    let schema = try Schema(compiling: Self.document(##"{"$ref": "#/nowhere"}"##))
    for format in OutputFormat.allCases {
      var writer = JSONWriter(indented: false)
      let verdict = schema.writeOutput(format, for: Self.document("1"), to: &writer) { $0.member("file", "a.json") }
      guard case .unknown(let violation) = verdict else {
        Issue.record("\(format): \(verdict)")
        continue
      }
      #expect(violation.message == "the document cannot be checked: '#/nowhere' leads to no schema")
      #expect(String(decoding: writer.bytes, as: UTF8.self).hasPrefix(#"{"file":"a.json","valid":false"#))
    }
  }

  @Test func `writes schemas inside one another with their errors`() throws {
    let text = try Self.output(#"{"anyOf": [{"type": "string"}, {"const": 1}], "title": "T"}"#, "2", .hierarchical)
    #expect(
      text == ##"""
        {"valid":false,"evaluationPath":"","schemaLocation":"#","instanceLocation":"",\##
        "errors":{"anyOf":"the document fits none of the alternatives"},"droppedAnnotations":{"title":"T"},\##
        "details":[{"valid":false,"evaluationPath":"/anyOf/0","schemaLocation":"#/anyOf/0","instanceLocation":"",\##
        "errors":{"type":"the document must be text, not a whole number"}},\##
        {"valid":false,"evaluationPath":"/anyOf/1","schemaLocation":"#/anyOf/1","instanceLocation":"",\##
        "errors":{"const":"the document must be 1, not 2"}}]}
        """##)
  }

  // MARK: - The suite

  @Test func `gives the annotations of JSON-Schema-Test-Suite`() throws {
    guard let suite = OfficialSuite() else { return }
    var (count, misses) = (0, 0)
    for (draft, _) in OfficialSuite.drafts {
      for file in suite.files.files(in: "annotations/tests", suffix: ".json") {
        let groups = try #require(OfficialSuite.parse(suite.files, "annotations/tests/" + file)?["suite"])
        for group in groups.items where Self.isCompatible(group["compatibility"]?.text ?? "", draft) {
          var options = SchemaOptions()
          options.draft = draft
          let schema = try Schema(
            compiling: try #require(group["schema"]).detached(), registry: suite.registry, options: options)
          for test in try #require(group["tests"]).items {
            let annotations = schema.annotations(of: try #require(test["instance"]).detached())
            for assertion in try #require(test["assertions"]).items {
              count += 1
              let isKept = Self.holds(assertion, annotations)
              if !isKept { misses += 1 }
              #expect(isKept, "\(draft) \(file) \(group["description"]?.text ?? "") \(assertion.pointer)")
            }
          }
        }
      }
    }
    print("JSON-Schema-Test-Suite annotations: \(count - misses) of \(count)")
  }

  private static func holds(_ assertion: Node, _ annotations: [Annotation]) -> Bool {
    let found = annotations.filter {
      $0.node.pointer == assertion["location"]?.text && $0.keyword == assertion["keyword"]?.text
    }
    guard let expected = assertion["expected"], found.count == expected.count else { return false }
    return expected.entries.allSatisfy { entry in
      found.contains { annotation in
        // The suite writes where a schema stands in its document, whatever `$id` it has on the way.
        let place = annotation.schemaNode.parent?.pointer
        guard annotation.schemaLocation == entry.key.text || "#\(place ?? "")" == entry.key.text,
          case .keywordValue(let value) = annotation.value
        else { return false }
        return value.tree.source.string(value.range) == entry.value.tree.source.string(entry.value.range)
          || value.tree.source.string(value.range).filter { !$0.isWhitespace }
            == entry.value.tree.source.string(entry.value.range).filter { !$0.isWhitespace }
      }
    }
  }

  /// Whether the suite means a test for a draft: `7`, `<=2019`, `=2020`, `6,<=2019`.
  private static func isCompatible(_ text: String, _ draft: Draft) -> Bool {
    let numbers: [Draft: Int] = [.draft4: 4, .draft6: 6, .draft7: 7, .draft2019: 2019, .draft2020: 2020]
    let number = numbers[draft] ?? 0
    return text.split(separator: ",").allSatisfy { part in
      if part.hasPrefix("<=") { return number <= Int(part.dropFirst(2)) ?? 0 }
      if part.hasPrefix("=") { return number == Int(part.dropFirst(1)) ?? 0 }
      return number >= Int(part) ?? 0
    }
  }

  @Test func `writes what the suite's output schemas ask for`() throws {
    guard let suite = OfficialSuite() else { return }
    var count = 0
    for (draft, folder) in OfficialSuite.drafts where draft >= .draft2019 {
      for file in suite.files.files(in: "output-tests/\(folder)/content", suffix: ".json") {
        let groups = try #require(OfficialSuite.parse(suite.files, "output-tests/\(folder)/content/\(file)"))
        for group in groups.items {
          let schema = try Schema(compiling: try #require(group["schema"]).detached(), registry: suite.registry)
          for test in try #require(group["tests"]).items {
            var writer = JSONWriter(indented: false)
            schema.writeOutput(.basic, for: try #require(test["data"]).detached(), to: &writer)
            let output = Self.document(String(decoding: writer.bytes, as: UTF8.self))
            var options = SchemaOptions()
            options.draft = draft
            let wanted = try Schema(
              compiling: try #require(test["output"]?["basic"]).detached(), registry: suite.registry, options: options)
            #expect(wanted.violations(of: output).map(\.message) == [], "\(folder)/\(file)")
            count += 1
          }
        }
      }
    }
    print("JSON-Schema-Test-Suite output: \(count) run")
  }
}
