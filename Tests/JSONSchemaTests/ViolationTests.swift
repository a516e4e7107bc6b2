import JSONSchema
import ManifestSyntax
import ManifestTestSupport
import ManifestText
import Testing

/// What is said of a wrong value, and where.
@Suite struct ViolationTests {
  /// Expects exactly these violations, each with its message, at the places marked so.
  private func expect(
    _ schema: String, _ marked: String, _ messages: [String: String], draft: Draft = .draft2020,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let marked = MarkedText(marked)
    let violations = try Self.schema(schema, draft).violations(of: Self.document(marked.text))
    var found: [String: String] = [:]
    for violation in violations {
      let mark = marked.ranges.first { $0.value == violation.culprit.range }?.key
      found[mark ?? "unmarked \(violation.culprit.range)"] = violation.message
    }
    #expect(found == messages, sourceLocation: sourceLocation)
    #expect(violations.count == messages.count, sourceLocation: sourceLocation)
  }

  private static func schema(_ text: String, _ draft: Draft = .draft2020) throws -> Schema {
    var options = SchemaOptions()
    options.draft = draft
    options.formats = .always
    return try Schema(compiling: document(text), options: options)
  }

  private static func document(_ text: String) -> Node {
    let result =
      text.contains("{") || text.contains("[") || text.contains("\"") || !text.contains("\n")
      ? JSONParser.parse(SourceText(path: "test.json", text: text))
      : YAMLParser.parse(SourceText(path: "test.yaml", text: text))
    return result.documents[0].root
  }

  @Test(arguments: [
    (#"{"type": "string"}"#, "12", "the document must be text, not a whole number"),
    (#"{"type": ["string", "null"]}"#, "1.5", "the document must be text or null, not a number"),
    (#"{"type": "integer"}"#, "1.5", "the document must be a whole number, not a number"),
    (#"{"enum": ["a", "b", 1, null]}"#, #""c""#, "the document must be one of 'a', 'b', 1 or null, not 'c'"),
    (#"{"const": "a"}"#, "true", "the document must be 'a', not true"),
    (#"{"minLength": 2}"#, #""é""#, "the document has 1 character; at least 2 are needed"),
    (#"{"maxLength": 1}"#, #""e\u0301""#, "the document has 2 characters; at most 1 is allowed"),
    (#"{"minimum": 5}"#, "4", "the document must be 5 or more, not 4"),
    (#"{"exclusiveMinimum": 5}"#, "5.0", "the document must be more than 5, not 5.0"),
    (
      #"{"maximum": 5}"#, "5.000000000000000000000001", "the document must be 5 or less, not 5.000000000000000000000001"
    ),
    (#"{"exclusiveMaximum": 5}"#, "5", "the document must be less than 5, not 5"),
    (#"{"multipleOf": 0.1}"#, "0.35", "the document must be a multiple of 0.1, not 0.35"),
    (#"{"pattern": "^a"}"#, #""b""#, "the document must match the pattern ^a, not 'b'"),
    (#"{"format": "date"}"#, #""2026-02-29""#, "the document must be a date, not '2026-02-29'"),
    (#"{"minItems": 1}"#, "[]", "the document has 0 items; at least 1 is needed"),
    (#"{"maxItems": 1}"#, "[1, 2]", "the document has 2 items; at most 1 is allowed"),
    (#"{"uniqueItems": true}"#, "[1, 2, 1.0]", "the document has the same value twice, as item 1 and item 3"),
    (#"{"contains": {"type": "null"}}"#, "[1]", "the document has no item that is null; at least 1 is needed"),
    (
      #"{"contains": {"type": "null"}, "maxContains": 1}"#, "[null, null]",
      "the document has 2 items each of which is null; at most 1 is allowed"
    ),
    (#"{"minProperties": 1}"#, "{}", "the document has 0 entries; at least 1 is needed"),
    (#"{"maxProperties": 1}"#, #"{"a": 1, "b": 2}"#, "the document has 2 entries; at most 1 is allowed"),
    (#"{"required": ["a", "b", "c"]}"#, #"{"b": 1}"#, "'a' and 'c' are missing"),
    (#"{"dependentRequired": {"a": ["b"]}}"#, #"{"a": 1}"#, "'b' is missing; 'a' needs it"),
    (#"{"not": {"type": "string"}}"#, #""a""#, "the document must not be text"),
    (#"{"not": {"required": ["a"]}}"#, #"{"a": 1}"#, "'a' is not allowed here"),
    ("false", "1", "the document is not allowed here"),
  ])
  func `says what is wrong with the facts`(schema: String, value: String, message: String) throws {
    #expect(try Self.schema(schema).violations(of: Self.document(value)).map(\.message) == [message])
  }

  // MARK: - Places

  @Test func `points at the value that is wrong`() throws {
    try expect(
      #"{"properties": {"a": {"items": {"type": "integer"}}, "b": {"type": "string"}}}"#,
      #"{"b": 1️⃣121️⃣, "a": [1, 2️⃣"x"2️⃣, 3️⃣null3️⃣]}"#,
      [
        "1️⃣": "'b' must be text, not a whole number", "2️⃣": "item 2 must be a whole number, not text",
        "3️⃣": "item 3 must be a whole number, not null",
      ])
  }

  @Test func `points at the key that should not be there`() throws {
    try expect(
      #"{"properties": {"name": true}, "patternProperties": {"^x-": true}, "additionalProperties": false}"#,
      #"{"name": 1, "x-a": 1, 1️⃣"nmae"1️⃣: 1}"#, ["1️⃣": "unknown key 'nmae'"])
    try expect(
      #"{"properties": {"a": false}, "patternProperties": {"^b": false}}"#, #"{1️⃣"a"1️⃣: 1, 2️⃣"b"2️⃣: 2}"#,
      ["1️⃣": "the key 'a' is not allowed here", "2️⃣": "the key 'b' is not allowed here"])
    try expect(
      #"{"allOf": [{"properties": {"a": true}}], "unevaluatedProperties": false}"#, #"{"a": 1, 1️⃣"b"1️⃣: 2}"#,
      ["1️⃣": "unknown key 'b'"])
    try expect(
      #"{"propertyNames": {"maxLength": 2}}"#, #"{"ab": 1, 1️⃣"abc"1️⃣: 2}"#,
      ["1️⃣": "the key 'abc' has 3 characters; at most 2 are allowed"])
  }

  @Test func `points at the first item too many`() throws {
    try expect(
      #"{"prefixItems": [true], "items": false}"#, "[1, 1️⃣\"a\"1️⃣, 3]", ["1️⃣": "the list has more than 1 item"])
    try expect(
      #"{"items": [true], "additionalItems": false}"#, "[1, 1️⃣\"a\"1️⃣]", ["1️⃣": "the list has more than 1 item"],
      draft: .draft7)
  }

  @Test func `points at the object that lacks a key`() throws {
    try expect(
      #"{"items": {"required": ["a"]}}"#, #"[{"a": 1}, 1️⃣{"b": 2}1️⃣]"#, ["1️⃣": "'a' is missing"])
  }

  @Test func `keeps the order of the document`() throws {
    let schema = try Self.schema(#"{"required": ["z"], "additionalProperties": {"type": "string"}}"#)
    let violations = schema.violations(of: Self.document(#"{"b": 1, "a": {"x": 2}, "c": 3}"#))
    #expect(violations.map(\.culprit.pointer) == ["", "/b", "/a", "/c"])
  }

  @Test func `leaves repeated keys to others`() throws {
    try expect(
      #"{"properties": {"a": {"type": "string"}}, "maxProperties": 1}"#, #"{"a": "x", "a": 1}"#, [:])
  }

  @Test func `takes keys of YAML by their text`() throws {
    let schema = try Self.schema(#"{"properties": {"1": true, "true": true, "": true}, "additionalProperties": false}"#)
    let document = YAMLParser.parse(SourceText(path: "a.yaml", text: "1: a\ntrue: b\n? \n: c\n0x2: d\n")).documents[0]
    #expect(schema.violations(of: document.root).map(\.message) == ["unknown key '0x2'"])
  }

  @Test func `is silent about what follows from a wrong type or value`() throws {
    try expect(
      #"{"type": "string", "enum": ["a"], "not": {"type": "integer"}}"#, "1️⃣11️⃣",
      ["1️⃣": "the document must be text, not a whole number"])
    try expect(
      #"{"enum": ["a"], "pattern": "^a", "maxLength": 1}"#, "1️⃣\"bb\"1️⃣", ["1️⃣": "the document must be 'a', not 'bb'"])
    try expect(
      #"{"allOf": [{"type": "string"}, {"type": "string"}]}"#, "1️⃣11️⃣",
      ["1️⃣": "the document must be text, not a whole number"])
  }

  // MARK: - Alternatives

  @Test func `chooses the alternative of the right type`() throws {
    try expect(
      #"{"anyOf": [{"type": "null"}, {"type": "object", "required": ["a"]}]}"#, "1️⃣{}1️⃣", ["1️⃣": "'a' is missing"])
    try expect(
      #"{"anyOf": [{"type": "null"}, {"type": "object"}]}"#, "1️⃣11️⃣",
      ["1️⃣": "the document must be null or an object, not a whole number"])
  }

  private static let shapes = ##"""
    {"oneOf": [
      {"title": "Circle", "properties": {"kind": {"const": "circle"}, "radius": {"type": "number"}},
       "required": ["kind", "radius"], "additionalProperties": false},
      {"$ref": "#/$defs/square"}],
     "$defs": {"square": {"properties": {"kind": {"enum": ["square", "box"]}, "side": {"type": "number"}},
                          "required": ["kind", "side"], "additionalProperties": false}}}
    """##

  @Test func `chooses the alternative that a fixed value names`() throws {
    try expect(Self.shapes, #"{"kind": "box", "side": 1️⃣"x"1️⃣}"#, ["1️⃣": "'side' must be a number, not text"])
    try expect(Self.shapes, #"1️⃣{"kind": "circle"}1️⃣"#, ["1️⃣": "'radius' is missing"])
    let violation = try Self.schema(Self.shapes).violations(of: Self.document(#"{"kind": "circle"}"#)).first
    #expect(violation?.context.map(\.index) == [0])
    #expect(violation?.context.first?.branch["title"]?.text == "Circle")
  }

  @Test func `lists the fixed values of all alternatives when none is there`() throws {
    try expect(
      Self.shapes, #"{"kind": 1️⃣"circel"1️⃣, "radius": 1}"#,
      ["1️⃣": "'kind' must be one of 'circle', 'square' or 'box', not 'circel'"])
  }

  @Test func `chooses the alternative that knows most of the keys`() throws {
    try expect(
      #"{"anyOf": [{"properties": {"a": {"type": "string"}}, "required": ["a"]},"#
        + #"{"properties": {"b": {"type": "string"}, "c": true}, "required": ["b"]}]}"#,
      #"{"b": 1️⃣11️⃣, "c": 2}"#, ["1️⃣": "'b' must be text, not a whole number"])
  }

  @Test func `tells a tie as one`() throws {
    try expect(
      #"{"anyOf": [{"required": ["url"]}, {"required": ["iframeUrl"]}]}"#, "1️⃣{}1️⃣",
      ["1️⃣": "one of 'url' or 'iframeUrl' is missing"])
    try expect(
      #"{"anyOf": [{"enum": ["a", "b"]}, {"const": "c"}, {"enum": ["a"]}]}"#, "1️⃣\"x\"1️⃣",
      ["1️⃣": "the document must be one of 'a', 'b' or 'c', not 'x'"])
    try expect(
      #"{"anyOf": [{"pattern": "^a"}, {"minLength": 3}]}"#, "1️⃣\"x\"1️⃣",
      [
        "1️⃣":
          "the document fits none of the alternatives: it must match the pattern ^a, not 'x'; it has 1 character; at least 3 are needed"
      ])
  }

  @Test func `names the alternatives of which only one may hold`() throws {
    try expect(
      #"{"oneOf": [{"type": "integer"}, {"type": "string"}, {"minimum": 1}]}"#, "1️⃣21️⃣",
      ["1️⃣": "the document fits 2 of the 3 alternatives, the one for a whole number and the 3rd, and may fit only one"])
  }

  @Test(
    arguments: [
      (
        ##"[{"title": "Circle"}, {"$ref": "#/$defs/square"}, {"type": "null"}]"##, "{}",
        "the document fits 2 of the 3 alternatives, 'Circle' and 'square', and may fit only one"
      ),
      (
        #"[{"properties": {"kind": {"const": "a"}}}, {"properties": {"size": {"const": 1}}}]"#, "{}",
        "the document fits 2 of the 2 alternatives, the one with 'kind' 'a' and the one with 'size' 1, and may fit only one"
      ),
      (
        #"[{"minimum": 1}, {"maximum": 9}, {"type": "string"}]"#, "5",
        "the document fits 2 of the 3 alternatives, the 1st and the 2nd, and may fit only one"
      ),
      (
        #"[{"required": ["url"]}, {"required": ["iframeUrl"], "description": "D"}]"#, #"{"url": 1, "iframeUrl": 2}"#,
        "only one of 'url' and 'iframeUrl' is allowed"
      ),
    ])
  func `names alternatives by what they are called`(branches: String, value: String, message: String) throws {
    let schema = ##"{"oneOf": \##(branches), "$defs": {"square": {"type": "object"}}}"##
    #expect(try Self.schema(schema).violations(of: Self.document(value)).map(\.message) == [message])
  }

  @Test func `follows the alternative that takes a value, also through alternatives inside of it`() throws {
    let inputs = ["TextLine", "HtmlArea"].map {
      ##"{"properties": {"type": {"const": "\##($0)"}, "name": true, "label": true}, "required": ["type", "name"]}"##
    }
    let schema = ##"""
      {"oneOf": [
        {"oneOf": [\##(inputs.joined(separator: ","))]},
        {"allOf": [{"type": "object", "required": ["type"]},
                   {"properties": {"type": {"const": "FieldSet"}, "label": true, "items": true}, "required": ["label"]}]}]}
      """##
    try expect(schema, #"1️⃣{"type": "TextLine", "label": "Title"}1️⃣"#, ["1️⃣": "'name' is missing"])
    try expect(
      schema, #"{"type": 1️⃣"TextLin"1️⃣, "label": "Title"}"#,
      ["1️⃣": "'type' must be one of 'TextLine', 'HtmlArea' or 'FieldSet', not 'TextLin'"])
    try expect(schema, #"1️⃣[1]1️⃣"#, ["1️⃣": "the document must be an object, not a list"])
    // Where the value is fixed by one alternative alone, which refuses it, the other one is meant.
    try expect(
      #"{"anyOf": [{"properties": {"kind": {"const": "a"}, "x": true, "y": true}, "required": ["z"]},"#
        + #"{"properties": {"kind": true, "n": {"type": "integer"}}, "required": ["n"]}]}"#,
      #"1️⃣{"kind": "b", "x": 1, "y": 2}1️⃣"#, ["1️⃣": "'n' is missing"])
    try expect(
      #"{"anyOf": [{"properties": {"type": true}, "required": ["type"], "additionalProperties": false},"#
        + #"{"properties": {"style": {"enum": ["single", "double"]}}}]}"#,
      #"{"style": 1️⃣"triple"1️⃣}"#, ["1️⃣": "'style' must be one of 'single' or 'double', not 'triple'"])
  }

  @Test func `names the keys of which each alternative takes one`() throws {
    let branches = ["run", "uses", "wait"].map {
      #"{"properties": {"\#($0)": true}, "required": ["\#($0)"], "additionalProperties": false}"#
    }
    let schema = #"{"anyOf": [\#(branches.joined(separator: ","))]}"#
    try expect(schema, #"1️⃣{"run": 1, "uses": 2}1️⃣"#, ["1️⃣": "only one of 'run' and 'uses' is allowed"])
    try expect(schema, #"{"run": 1, 1️⃣"if"1️⃣: 2}"#, ["1️⃣": "unknown key 'if'"])
  }

  @Test(arguments: [
    (
      #"{"patternProperties": {"^/": true}, "additionalProperties": false}"#,
      "unknown key 'users'; it does not match ^/"
    ),
    (#"{"patternProperties": {"^x-": true}, "additionalProperties": false}"#, "unknown key 'users'"),
    (
      #"{"properties": {"user": true}, "patternProperties": {"^/": true}, "additionalProperties": false}"#,
      "unknown key 'users'"
    ),
  ])
  func `says which pattern a key ought to match`(schema: String, message: String) throws {
    #expect(try Self.schema(schema).violations(of: Self.document(#"{"users": 1}"#)).map(\.message) == [message])
  }

  @Test func `takes titled constants for the values they are`() throws {
    let kinds = #"{"oneOf": [{"const": "a", "title": "A"}, {"const": "b", "title": "B"}]}"#
    let schema =
      #"{"anyOf": [{"properties": {"kind": \#(kinds), "n": {"type": "integer"}}},"#
      + #"{"properties": {"kind": {"const": "c"}, "n": {"type": "string"}}}]}"#
    try expect(
      schema, #"{"kind": "b", "n": 1️⃣true1️⃣}"#,
      ["1️⃣": "'n' must be a whole number, not true or false"])
  }

  @Test func `says once what every alternative lacks`() throws {
    let schema =
      #"{"anyOf": [{"required": ["using", "main"]}, {"required": ["using", "steps"]}, {"required": ["using", "image"]}]}"#
    let messages = try Self.schema(schema).violations(of: Self.document("{}")).map(\.message)
    #expect(messages == ["'using' is missing", "one of 'main', 'steps' or 'image' is missing"])
    try expect(schema, #"1️⃣{"main": 1}1️⃣"#, ["1️⃣": "'using' is missing"])
    try expect(
      #"{"anyOf": [{"required": ["source"]}, {"required": ["source", "fileName"]}]}"#, "1️⃣{}1️⃣",
      ["1️⃣": "'source' is missing"])
  }

  @Test func `says which condition made a keyword apply`() throws {
    let schema = ##"""
      {"properties": {"a": {"type": "object"}},
       "if": {"properties": {"kind": {"const": "circle"}}, "required": ["kind"]},
       "then": {"required": ["radius"], "properties": {"side": {"type": "null"}}},
       "else": {"required": ["side"]}}
      """##
    try expect(
      schema, #"1️⃣{"kind": "circle", "side": 2️⃣12️⃣}1️⃣"#,
      [
        "1️⃣": "'radius' is missing (because 'kind' is 'circle')",
        "2️⃣": "'side' must be null, not a whole number (because 'kind' is 'circle')",
      ])
    try expect(schema, #"1️⃣{"kind": "box"}1️⃣"#, ["1️⃣": "'side' is missing (because 'kind' is 'box')"])
    try expect(schema, "1️⃣{}1️⃣", ["1️⃣": "'side' is missing (because there is no 'kind')"])
    try expect(
      #"{"if": {"minimum": 10}, "then": {"multipleOf": 10}}"#, "1️⃣151️⃣",
      ["1️⃣": "the document must be a multiple of 10, not 15"])
    try expect(
      #"{"if": {"maxProperties": 1}, "then": {"required": ["b"]}}"#, #"1️⃣{"a": 1}1️⃣"#,
      ["1️⃣": "'b' is missing (because the condition in 'if' is met)"])
    try expect(
      #"{"dependentSchemas": {"a": {"required": ["b"]}}}"#, #"1️⃣{"a": 1}1️⃣"#,
      ["1️⃣": "'b' is missing (because 'a' is there)"])
    try expect(
      #"{"dependencies": {"a": {"maxProperties": 1}, "b": ["c"]}}"#, #"1️⃣{"a": 1, "d": 2}1️⃣"#,
      ["1️⃣": "the document has 2 entries; at most 1 is allowed (because 'a' is there)"], draft: .draft7)
  }

  @Test(
    arguments: [
      // Conditions inside one another count together, each fact once.
      (
        #"{"if": {"properties": {"kind": {"const": "circle"}}, "required": ["kind"]}, "then": "#
          + #"{"if": {"properties": {"unit": {"const": "mm"}}}, "then": {"required": ["scale"]}}}"#,
        #"{"kind": "circle", "unit": "mm"}"#, "'scale' is missing (because 'kind' is 'circle' and 'unit' is 'mm')"
      ),
      (
        #"{"if": {"properties": {"kind": {"const": "a"}}}, "then": {}, "else": "#
          + #"{"if": {"properties": {"kind": {"const": "b"}}}, "then": {}, "else": {"required": ["c"]}}}"#,
        #"{"kind": "c"}"#, "'c' is missing (because 'kind' is 'c')"
      ),
      (
        #"{"if": {"maxProperties": 3}, "then": {"if": {"required": ["a"]}, "then": {"required": ["b"]}}}"#,
        #"{"a": 1}"#, "'b' is missing (because 'a' is there)"
      ),
      // What decided is deeper down.
      (
        #"{"if": {"properties": {"a": {"properties": {"b": {"const": 1}}}}}, "then": {"required": ["c"]}}"#,
        #"{"a": {"b": 1}}"#, "'c' is missing (because 'b' in 'a' is 1)"
      ),
      (
        #"{"if": {"properties": {"a": {"properties": {"b": {"required": ["c"]}}}}}, "then": {"required": ["d"]}}"#,
        #"{"a": {"b": {"c": []}}}"#, "'d' is missing (because 'c' in 'b' in 'a' is there)"
      ),
      (
        #"{"if": {"properties": {"a": {"type": "array"}}}, "then": {"required": ["b"]}}"#,
        #"{"a": []}"#, "'b' is missing (because 'a' is a list)"
      ),
      (
        #"{"if": {"anyOf": [{"required": ["x"]}, {"required": ["y"]}]}, "then": {"required": ["z"]}}"#,
        #"{"y": 1}"#, "'z' is missing (because 'y' is there)"
      ),
      (
        #"{"properties": {"a": {"if": {"minProperties": 2}, "then": {}, "else": false}}}"#,
        #"{"a": {"b": 1}}"#, "the key 'a' is not allowed here (because the condition in 'if' is not met)"
      ),
      (
        #"{"if": {"required": ["a"]}, "then": {"properties": {"a": {"type": "string"}}}}"#,
        #"{"a": 5}"#, "'a' must be text, not a whole number"
      ),
      // What cannot be told in a few words is not told by half.
      (
        #"{"if": {"properties": {"a": {"contains": {"const": 1}}}}, "then": {"required": ["b"]}}"#,
        #"{"a": [1]}"#, "'b' is missing (because the condition in 'if' is met)"
      ),
      (
        #"{"if": {"required": ["a", "b", "c", "d"]}, "then": {"required": ["e"]}}"#,
        #"{"a": 1, "b": 1, "c": 1, "d": 1}"#, "'e' is missing (because the condition in 'if' is met)"
      ),
    ])
  func `says the reason where conditions are nested`(schema: String, value: String, message: String) throws {
    #expect(try Self.schema(schema).violations(of: Self.document(value)).map(\.message) == [message])
  }

  @Test func `points at the part that differs from a constant`() throws {
    let schema = #"{"const": {"a": {"b": [1, 2]}, "c": "x"}}"#
    try expect(schema, #"{"c": "x", "a": {"b": [1, 1️⃣31️⃣]}}"#, ["1️⃣": "item 2 must be 2, not 3"])
    try expect(schema, #"{"c": "x", "a": 1️⃣{}1️⃣}"#, ["1️⃣": "'b' is missing"])
    try expect(schema, #"{"c": "x", "a": {"b": [1, 2], 1️⃣"d"1️⃣: 1}}"#, ["1️⃣": "unknown key 'd'"])
    try expect(schema, #"{"c": "x", "a": {"b": 1️⃣[1]1️⃣}}"#, ["1️⃣": "'b' must be [1, 2]"])
    try expect(schema, "1️⃣11️⃣", ["1️⃣": #"the document must be {"a": {"b": [1, 2]}, "c": "x"}, not 1"#])
    try expect(
      #"{"enum": [[1], {"a": 2}]}"#, "1️⃣[2]1️⃣", ["1️⃣": #"the document must be one of [1] or {"a": 2}"#])
  }

  @Test(arguments: [
    (#"{"contains": {"const": 5}}"#, "[1]", "the document has no item that is 5; at least 1 is needed"),
    (
      #"{"contains": {"type": "object", "properties": {"kind": {"const": "main"}}, "required": ["kind", "at"]}}"#,
      "[{}]",
      "the document has no item that has 'at' and has 'main' as 'kind'; at least 1 is needed"
    ),
    (
      ##"{"contains": {"$ref": "#/$defs/step"}, "minContains": 2, "$defs": {"step": {"required": ["run"]}}}"##,
      #"[{"run": 1}, {}]"#, "the document has 1 item that has 'run'; at least 2 are needed"
    ),
    (
      #"{"contains": {"title": "Step", "anyOf": [{"required": ["run"]}]}}"#, "[{}]",
      "the document has no item that fits 'Step'; at least 1 is needed"
    ),
    (
      #"{"contains": {"anyOf": [{"required": ["run"]}]}}"#, "[{}]",
      "the document has no item that fits the schema in 'contains'; at least 1 is needed"
    ),
    (#"{"not": {"required": ["a", "b"]}}"#, #"{"a": 1, "b": 2}"#, "'a' and 'b' are not allowed together"),
    (#"{"not": {"anyOf": [{"required": ["x"]}, {"required": ["b"]}]}}"#, #"{"b": 2}"#, "'b' is not allowed here"),
    (
      #"{"not": {"properties": {"kind": {"const": "x"}}, "required": ["kind"]}}"#, #"{"kind": "x"}"#,
      "the document must not be a value that has 'x' as 'kind'"
    ),
    (#"{"not": {"title": "Old form", "anyOf": [{}]}}"#, "1", "the document must not fit 'Old form', and does"),
    (#"{"not": {}}"#, "1", "the document is not allowed here"),
    (#"{"not": {"allOf": [{}]}}"#, "1", "the document must not fit the schema in 'not', and does"),
    (
      #"{"propertyNames": {"anyOf": [{"enum": ["a", "b"]}, {"const": "c"}]}}"#, #"{"d": 1}"#,
      "the key 'd' must be one of 'a', 'b' or 'c', not 'd'"
    ),
    (#"{"propertyNames": {"pattern": "^[a-z]+$"}}"#, #"{"A": 1}"#, "the key 'A' must match the pattern ^[a-z]+$"),
    (#"{"dependentRequired": {"a": ["b", "c"]}}"#, #"{"a": 1}"#, "'b' and 'c' are missing; 'a' needs them"),
  ])
  func `says what it takes`(schema: String, value: String, message: String) throws {
    #expect(try Self.schema(schema).violations(of: Self.document(value)).map(\.message) == [message])
  }

  @Test func `says nothing of what is inside a value of the wrong type`() throws {
    try expect(
      #"{"allOf": [{"type": "string"}, {"items": {"type": "object"}}]}"#, "1️⃣[1]1️⃣",
      ["1️⃣": "the document must be text, not a list"])
  }

  @Test func `keys that a refused schema has dealt with are told where everything is asked for`() throws {
    let schema = try Self.schema(
      #"{"allOf": [{"properties": {"a": true}, "required": ["b"]}], "unevaluatedProperties": false}"#)
    let value = Self.document(#"{"a": 1}"#)
    #expect(schema.violations(of: value).map(\.message) == ["'b' is missing"])
    #expect(schema.allViolations(of: value).map(\.keyword) == ["required", "unevaluatedProperties"])
    // In an alternative that nobody needs, what was refused is no reason.
    let alternatives = try Self.schema(
      #"{"anyOf": [{"properties": {"a": true}, "required": ["b"]}, true], "unevaluatedProperties": false}"#)
    #expect(alternatives.violations(of: value).map(\.message) == ["unknown key 'a'"])
  }

  @Test func `keeps all alternatives where everything is asked for`() throws {
    let violations = try Self.schema(Self.shapes).allViolations(of: Self.document(#"{"kind": "box"}"#))
    guard case .branches(let branches, let matched) = violations.first?.fact else {
      Issue.record("no alternatives in \(violations)")
      return
    }
    #expect(violations.map(\.keyword) == ["oneOf"])
    #expect(matched.isEmpty)
    #expect(branches.map { $0.violations.map(\.keyword) } == [["const", "required"], ["required"]])
  }

  // MARK: - Facts for rules

  @Test func `hands out the rule that reports a keyword better`() throws {
    let schema = try Self.schema(
      #"{"maxLength": 1, "pattern": "^a", "x-rule": {"maxLength": "name-length", "minContains": "few"}, "contains": true, "minContains": 2}"#
    )
    #expect(schema.violations(of: Self.document("\"bb\"")).map(\.rule) == ["name-length", nil])
    #expect(schema.violations(of: Self.document("[1]")).map(\.rule) == ["few"])
  }

  @Test func `knows where the keyword stands`() throws {
    let schema = try Self.schema(
      ##"{"$id": "https://example.com/a", "properties": {"a/b": {"$ref": "#/$defs/c d"}}, "$defs": {"c d": {"type": "null"}}}"##
    )
    let violation = try #require(schema.violations(of: Self.document(#"{"a/b": 1}"#)).first)
    #expect(violation.keywordLocation == "/properties/a~1b/$ref/type")
    #expect(violation.absoluteKeywordLocation == "https://example.com/a#/$defs/c%20d/type")
    #expect(violation.schemaNode.text == "null")
  }

  @Test(
    arguments: [
      ("nmae", "name"), ("Name", "name"), ("descripton", "description"), ("x", nil), ("zzzzzz", nil), ("nam", "name"),
    ] as [(String, String?)])
  func `suggests what was probably meant`(written: String, meant: String?) throws {
    let schema = try Self.schema(#"{"properties": {"name": true, "description": true}, "additionalProperties": false}"#)
    let violation = schema.violations(of: Self.document(#"{"\#(written)": 1}"#)).first
    #expect(violation?.suggestion == meant)
  }

  @Test func `suggests what schemas beside 'unevaluatedProperties' know`() throws {
    let schema = try Self.schema(
      #"{"allOf": [{"properties": {"interval": true}}], "unevaluatedProperties": false}"#)
    #expect(schema.violations(of: Self.document(#"{"intervall": 1}"#)).first?.suggestion == "interval")
  }

  @Test func `suggests no key that is there already`() throws {
    let schema = try Self.schema(#"{"properties": {"name": true}, "additionalProperties": false}"#)
    #expect(schema.violations(of: Self.document(#"{"name": 1, "nmae": 1}"#)).first?.suggestion == nil)
  }

  // MARK: - Schemas that cannot be used

  @Test(arguments: [
    (#"{"type": 1️⃣"text"1️⃣}"#, "'type' must name types: array, boolean, integer, null, number, object, string"),
    (#"{"minLength": 1️⃣-11️⃣}"#, "'minLength' must be a whole number from 0"),
    (#"{"pattern": 1️⃣"("1️⃣}"#, "'(' is no regular expression: a group is not closed by ')', after 1 characters"),
    (#"{"properties": {"a": 1️⃣"b"1️⃣}}"#, "a schema must be an object, true or false"),
    (#"{"allOf": 1️⃣{}1️⃣}"#, "'allOf' must be a list of schemas"),
    (#"{"required": [1️⃣11️⃣]}"#, "'required' must be a list of texts"),
    (#"{"multipleOf": 1️⃣01️⃣}"#, "'multipleOf' must be a number above 0"),
  ])
  func `says where a schema is wrong`(marked: String, message: String) throws {
    let marked = MarkedText(marked)
    do throws(SchemaError) {
      _ = try Schema(compiling: Self.document(marked.text))
      Issue.record("the schema was taken")
    } catch {
      #expect(error.message == message)
      #expect(error.node.range == marked.ranges["1️⃣"])
    }
  }

  @Test func `says everything that is wrong with a schema at once`() throws {
    do throws(SchemaError) {
      _ = try Schema(
        compiling: Self.document(
          ##"{"required": "a", "properties": {"x": {"pattern": "("}, "y": {"type": "strin"}, "z": {"$ref": "#/no"}}}"##)
      )
      Issue.record("the schema was taken")
    } catch {
      #expect(
        ([error] + error.others).map(\.node.pointer).sorted()
          == ["/properties/x/pattern", "/properties/y/type", "/properties/z/$ref", "/required"])
    }
  }

  @Test func `knows the keywords of other drafts`() {
    func found(_ text: String, _ draft: Draft) -> [String] {
      ForeignKeyword.all(in: Self.document(text), draft: draft).map { "\($0.key.pointer) \($0.phrase)" }
    }
    #expect(
      found(#"{"dependentRequired": {}, "if": true, "properties": {"prefixItems": {"const": 1}}}"#, .draft7)
        == ["/dependentRequired from 2019-09 on"])
    #expect(
      found(#"{"allOf": [{"additionalItems": false}], "const": 1}"#, .draft2020) == [
        "/allOf/0/additionalItems up to 2019-09"
      ])
    #expect(found(##"{"const": 1, "$ref": "#"}"##, .draft4) == ["/const from 06 on"])
  }

  @Test func `names references that lead nowhere`() throws {
    let schema = try Self.schema(
      ##"{"properties": {"a": {"$ref": "#/$defs/none"}, "b": {"$ref": "other.json"}, "c": {"$ref": "#none"}}}"##)
    #expect(
      schema.problems.map(\.message) == [
        "'#/$defs/none' leads to nothing: there is no '#/$defs/none' in the schema",
        "no schema is known by the URI 'other.json'", "'#none' leads to nothing: there is no '#none' in the schema",
      ])
    #expect(schema.problems.map(\.node.pointer) == ["/properties/a/$ref", "/properties/b/$ref", "/properties/c/$ref"])
    #expect(schema.isValid(Self.document("{}")))
    #expect(
      schema.violations(of: Self.document(#"{"a": 1, "c": 2}"#)).map(\.message) == [
        "'a' cannot be checked: '#/$defs/none' leads to no schema", "'c' cannot be checked: '#none' leads to no schema",
      ])
  }

  @Test(
    arguments: [
      (##"{"not": {"$ref": "#/none"}}"##, nil), (##"{"if": {"$ref": "#/none"}, "then": true}"##, nil),
      (##"{"anyOf": [{"$ref": "#/none"}, {"type": "string"}]}"##, nil),
      (##"{"anyOf": [{"$ref": "#/none"}, {"type": "integer"}]}"##, true),
      (##"{"oneOf": [{"$ref": "#/none"}, {"type": "integer"}]}"##, nil),
      (##"{"oneOf": [{"type": "number"}, {"$ref": "#/none"}, {"type": "integer"}]}"##, false),
      (##"{"contains": {"$ref": "#/none"}}"##, true), (##"{"allOf": [{"$ref": "#/none"}]}"##, nil),
      (##"{"$dynamicRef": "#none"}"##, nil), (##"{"propertyNames": {"$ref": "#/none"}}"##, true),
    ] as [(String, Bool?)])
  func `takes no value for valid or invalid that a lost reference decides about`(text: String, verdict: Bool?) throws {
    let schema = try Self.schema(text)
    let violations = schema.violations(of: Self.document("1"))
    switch schema.verdict(on: Self.document("1")) {
    case .valid: #expect(verdict == true && violations.isEmpty)
    case .invalid: #expect(verdict == false && !violations.contains(where: \.isIncomplete))
    case .unknown: #expect(verdict == nil && violations.map(\.isIncomplete) == [true])
    }
  }

  @Test func `a reference in a circle is no answer where it is followed`() throws {
    let schema = try Self.schema(##"{"anyOf": [{"type": "string"}, {"allOf": [{"$ref": "#"}]}]}"##)
    #expect(schema.problems.map(\.node.pointer) == ["/anyOf/1/allOf/0/$ref"])
    #expect(schema.isValid(Self.document("\"a\"")))
    #expect(
      schema.violations(of: Self.document("1")).map(\.message)
        == ["the document cannot be checked: '#' leads back to itself"])
  }

  @Test func `passes over schemas elsewhere if told so, and says where`() throws {
    var options = SchemaOptions()
    options.passesOverAbsentSchemas = true
    let schema = try Schema(
      compiling: Self.document(
        ##"{"$id": "https://example.com/a", "properties": {"b": {"$ref": "b.json"}, "c": {"$ref": "#/none"}}, "##
          + ##""not": {"properties": {"b": {"$ref": "b.json"}}, "required": ["b"]}}"##),
      options: options)
    #expect(schema.problems.map(\.isAboutAbsentSchema) == [true, false, true])
    #expect(schema.isValid(Self.document(#"{"b": 1}"#)))
    #expect(
      schema.violations(of: Self.document(#"{"b": 1}"#)).map(\.message)
        == ["'b' is not checked by 'b.json': no such schema is known"])
    #expect(!schema.isValid(Self.document(#"{"c": 1}"#)))
  }

  @Test func `finds schemas in the registry by path and by id`() throws {
    var registry = SchemaRegistry()
    registry.add(Self.document(##"{"$defs": {"n": {"type": "integer"}}}"##), at: "schemas/common.json")
    registry.add(Self.document(##"{"$id": "https://example.com/x", "type": "string"}"##), at: "schemas/x.json")
    var options = SchemaOptions()
    options.baseURI = "schemas/main.json"
    let schema = try Schema(
      compiling: Self.document(
        ##"{"properties": {"a": {"$ref": "common.json#/$defs/n"}, "b": {"$ref": "https://example.com/x"}, "c": {"$ref": "x.json"}}}"##
      ),
      registry: registry, options: options)
    #expect(schema.problems.isEmpty)
    #expect(
      schema.violations(of: Self.document(#"{"a": "x", "b": 1, "c": 2}"#)).map(\.message) == [
        "'a' must be a whole number, not text", "'b' must be text, not a whole number",
        "'c' must be text, not a whole number",
      ])
  }
}
