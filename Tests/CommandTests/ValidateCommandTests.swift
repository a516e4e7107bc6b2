import Foundation
import ManifestTestSupport
import Testing

@Suite struct ValidateCommandTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "car.schema.json",
      """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://cars.test/car.schema.json",
        "type": "object",
        "required": ["name", "wheels"],
        "properties": {
          "name": { "type": "string", "minLength": 1 },
          "wheels": { "$ref": "parts/wheels.json" },
          "mail": { "format": "email" }
        },
        "additionalProperties": false
      }
      """)
    try folder.write("parts/wheels.json", #"{ "type": "integer", "maximum": 4 }"#)
    try folder.write("good.yaml", "name: Anna\nwheels: 4\n")
    try folder.write("bad.json", "{ \"name\": \"\", \"wheels\": 5, \"wings\": 2 }\n")
    return folder
  }

  @Test func `a valid document is no problem`() throws {
    let folder = try folder()
    let run = try CommandRun("validate", "--schema", "car.schema.json", "good.yaml", in: folder.url)
    #expect(run.output == "no problems in 1 file\n")
    #expect(run.status == 0 && run.trouble.isEmpty)
  }

  @Test func `each violation has its place, in the document and in the schema`() throws {
    let folder = try folder()
    let run = try CommandRun(
      "validate", "--schema", "car.schema.json", "bad.json", "--format", "concise", in: folder.url)
    #expect(
      run.output == """
        bad.json:1:11: error[empty-value] 'name' has 0 characters; at least 1 is needed
        bad.json:1:25: error[schema-violation] 'wheels' must be 4 or less, not 5
        bad.json:1:28: error[unknown-key] unknown key 'wings'
        found 3 errors in 1 file

        """)
    #expect(run.status == 1)
    let text = try CommandRun("validate", "--schema", "car.schema.json", "bad.json", in: folder.url)
    #expect(
      text.output.contains("see 'additionalProperties' at https://cars.test/car.schema.json#/additionalProperties"))
    #expect(!text.output.contains("Registering"))
  }

  @Test func `folders, patterns and several files are checked by one schema, in order`() throws {
    let folder = try folder()
    try folder.write("data/b.yml", "name: B\nwheels: 2\n")
    try folder.write("data/deep/a.json", "{ \"name\": \"A\", \"wheels\": 9 }")
    try folder.write("data/other.txt", "no")
    let run = try CommandRun(
      "validate", "--schema", "car.schema.json", "data", "good.yaml", "*.yaml", "--format", "concise", in: folder.url)
    #expect(run.output.hasPrefix("data/deep/a.json:1:26:"))
    #expect(run.output.hasSuffix("found 1 error in 1 of 3 files\n"))
    let none = try CommandRun("validate", "--schema", "car.schema.json", "*.nothing", in: folder.url)
    #expect(none.status == 2)
    #expect(none.trouble.contains("'*.nothing' does not exist"))
  }

  @Test func `several documents in one file are told apart`() throws {
    let folder = try folder()
    try folder.write("many.yaml", "name: A\nwheels: 1\n---\nname: B\nwheels: x\n")
    let run = try CommandRun("validate", "--schema", "car.schema.json", "many.yaml", in: folder.url)
    #expect(run.output.contains("--> many.yaml:5:9  #1/wheels"))
  }

  @Test func `standard input, formats and dialects`() throws {
    let folder = try folder()
    let input = Data("{ \"name\": \"A\", \"wheels\": 1, \"mail\": \"nobody\" }".utf8)
    #expect(try CommandRun("validate", "--schema", "car.schema.json", "-", in: folder.url, input: input).status == 0)
    let asserted = try CommandRun(
      "validate", "--schema", "car.schema.json", "--assert-format", "-", in: folder.url, input: input)
    #expect(asserted.status == 1)
    try folder.write("old.json", #"{ "minimum": 3, "exclusiveMinimum": true }"#)
    #expect(
      try CommandRun("validate", "--schema", "old.json", "--dialect", "04", "-", in: folder.url, input: Data("3".utf8))
        .status == 1)
    #expect(
      try CommandRun("validate", "--schema", "old.json", "--dialect", "04", "-", in: folder.url, input: Data("4".utf8))
        .status == 0)
  }

  @Test func `references lead to folders and mapped files, and never to the network`() throws {
    let folder = try folder()
    try folder.write(
      "main.json",
      #"{ "properties": { "a": { "$ref": "https://far.test/a" }, "b": { "$ref": "https://far.test/x/b.json" } } }"#)
    // What no value comes to is of no concern.
    #expect(try CommandRun("validate", "--schema", "main.json", "good.yaml", in: folder.url).status == 0)
    let lost = try CommandRun(
      "validate", "--schema", "main.json", "-", in: folder.url, input: Data("a: 1\nb: 2\n".utf8))
    #expect(lost.status == 0)
    #expect(lost.output.contains("warning[incomplete-validation]: 'a' is not checked by 'https://far.test/a'"))
    #expect(lost.output.contains("::: main.json:1:34"))
    #expect(lost.output.contains("nothing is fetched from the network"))
    try folder.write("known/a.json", #"{ "$id": "https://far.test/a", "type": "string" }"#)
    try folder.write("mapped/b.json", #"{ "type": "string" }"#)
    let found = try CommandRun(
      "validate", "--schema", "main.json", "--schema-dir", "known", "--map", "https://far.test/x/=mapped", "-",
      "--format", "concise", in: folder.url, input: Data("a: 1\nb: 2\n".utf8))
    #expect(found.output.contains("<stdin>:1:4: error[wrong-type]"))
    #expect(found.output.contains("<stdin>:2:4: error[wrong-type]"))
  }

  @Test(arguments: [
    ("none.json", ##"{ "properties": { "a": { "$ref": "#/$defs/none" } } }"##, "'a' cannot be checked"),
    ("file.json", ##"{ "properties": { "a": { "$ref": "nowhere.json" } } }"##, "'a' cannot be checked"),
    ("loop.json", ##"{ "properties": { "a": { "allOf": [{ "$ref": "#/properties/a" }] } } }"##, "leads back to itself"),
    ("not.json", ##"{ "not": { "properties": { "a": { "$ref": "#/$defs/none" } } } }"##, "'a' cannot be checked"),
  ])
  func `a value that comes to a lost reference is never taken for valid`(
    name: String, schema: String, message: String
  ) throws {
    let folder = try folder()
    try folder.write(name, schema)
    let run = try CommandRun(
      "validate", "--schema", name, "-", "--fail-on", "never", in: folder.url, input: Data("a: 1\n".utf8))
    #expect(run.status == 2)
    #expect(run.output.contains("error[incomplete-validation]") && run.output.contains(message))
    #expect(run.output.contains("::: \(name):1:"), "the place in the schema")
    let others = try CommandRun("validate", "--schema", name, "-", in: folder.url, input: Data("b: 1\n".utf8))
    // What is not refused is not allowed by 'not'.
    #expect(others.status == (name == "not.json" ? 1 : 0))
    let checked = try CommandRun("validate", "--check-schema", name, in: folder.url)
    #expect(checked.status == 1)
    #expect(checked.output.contains("--> \(name):1:"))
  }

  @Test func `a validation that is given up is marked, and no success`() throws {
    let folder = try folder()
    let definitions = (0..<40).map {
      ##""a\##($0)": { "allOf": [{ "$ref": "#/$defs/a\##($0 + 1)" }, { "$ref": "#/$defs/a\##($0 + 1)" }] }"##
    }
    try folder.write(
      "fan.json", ##"{ "$ref": "#/$defs/a0", "$defs": { \##(definitions.joined(separator: ",")), "a40": {} } }"##)
    let run = try CommandRun("validate", "--schema", "fan.json", "good.yaml", "--fail-on", "never", in: folder.url)
    #expect(run.status == 2)
    #expect(run.output.contains("error[incomplete-validation]: validation was given up, and errors may be missing"))
    let output = try CommandRun("validate", "--schema", "fan.json", "good.yaml", "--output", "flag", in: folder.url)
    #expect(output.status == 2)
    #expect(output.trouble.contains("good.yaml:1:1: validation was given up"))
  }

  @Test func `schemas are checked by the meta-schema that they name`() throws {
    let folder = try folder()
    #expect(try CommandRun("validate", "--check-schema", "car.schema.json", "parts", in: folder.url).status == 0)
    try folder.write("wrong.json", #"{ "$schema": "http://json-schema.org/draft-07/schema#", "type": "strin" }"#)
    let run = try CommandRun("validate", "--check-schema", "wrong.json", in: folder.url)
    #expect(run.status == 1)
    #expect(run.output.contains("--> wrong.json:1:65  /type"))
    // Booleans are schemas since draft-06, and exclusiveMinimum was one in draft-04.
    try folder.write("old.json", #"{ "exclusiveMinimum": true, "minimum": 1 }"#)
    #expect(try CommandRun("validate", "--check-schema", "old.json", in: folder.url).status == 1)
    #expect(try CommandRun("validate", "--check-schema", "old.json", "--dialect", "04", in: folder.url).status == 0)
  }

  @Test func `a schema that cannot be used is shown where it is wrong`() throws {
    let folder = try folder()
    try folder.write("broken.json", "{ \"type\": \"object\", }")
    let broken = try CommandRun("validate", "--schema", "broken.json", "good.yaml", in: folder.url)
    #expect(broken.status == 2)
    #expect(broken.output.contains("error[syntax]"))
    try folder.write("wrong.json", "{ \"properties\": { \"a\": { \"pattern\": \"(\" } } }")
    let wrong = try CommandRun("validate", "--schema", "wrong.json", "good.yaml", in: folder.url)
    #expect(wrong.status == 2)
    #expect(wrong.output.contains("--> wrong.json:1:37  /properties/a/pattern"))
    #expect(try CommandRun("validate", "--schema", "missing.json", "good.yaml", in: folder.url).status == 2)
    #expect(try CommandRun("validate", "good.yaml", in: folder.url).status == 2)
  }

  @Test(arguments: ["flag", "basic", "detailed", "list", "hierarchical"])
  func `the specification's output is a line of JSON a document, which says of which`(format: String) throws {
    let folder = try folder()
    try folder.write("many.yaml", "name: A\nwheels: 1\n---\nname: B\nwheels: x\n")
    try folder.write("broken.json", "{ \"name\": }")
    let run = try CommandRun(
      "validate", "--schema", "car.schema.json", "--output", format, "bad.json", "broken.json", "good.yaml",
      "lost.yaml",
      "many.yaml", in: folder.url)
    let lines = try run.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(lines.map { $0["valid"] as? Bool } == [false, true, true, false])
    #expect(lines.map { $0["file"] as? String } == ["bad.json", "good.yaml", "many.yaml", "many.yaml"])
    #expect(lines.map { $0["document"] as? Int } == [0, 0, 0, 1])
    // What could not be read is told on standard error, and is trouble.
    #expect(run.trouble.contains("broken.json:1:9: "))
    #expect(run.trouble.contains("'lost.yaml' does not exist"))
    #expect(run.status == 2)
    let findings = try CommandRun(
      "validate", "--schema", "car.schema.json", "--output", format, "bad.json", in: folder.url)
    #expect(findings.status == 1)
    if format == "basic" { #expect(run.output.contains(#""instanceLocation":"/wheels""#)) }
  }

  @Test func `a schema that cannot be used does not mix with the specification's output`() throws {
    let folder = try folder()
    try folder.write("wrong.json", #"{ "type": "strin" }"#)
    let run = try CommandRun(
      "validate", "--schema", "wrong.json", "--output", "basic", "good.yaml", in: folder.url)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.trouble.contains("--> wrong.json:1:11"))
  }

  @Test func `verbose tells of every alternative`() throws {
    let folder = try folder()
    try folder.write("choice.json", #"{ "anyOf": [ { "required": ["a"] }, { "type": "integer" } ] }"#)
    let run = try CommandRun("validate", "--schema", "choice.json", "-v", "good.yaml", in: folder.url)
    #expect(run.output.contains("alternative 1 of 2, the one with 'a': 'a' is missing"))
    #expect(run.output.contains("alternative 2 of 2, the one for a whole number: "))
  }

  @Test func `a dialect that nobody knows is refused, not guessed`() throws {
    let folder = try folder()
    try folder.write("strange.json", #"{ "$schema": "https://nonsense.test/x", "type": "object" }"#)
    let used = try CommandRun("validate", "--schema", "strange.json", "good.yaml", in: folder.url)
    #expect(used.status == 2)
    #expect(used.output.contains("--> strange.json:1:14  /$schema"))
    let checked = try CommandRun("validate", "--check-schema", "strange.json", in: folder.url)
    #expect(checked.status == 1)
    #expect(checked.output.contains("'$schema' names no dialect that is known"))
  }

  @Test func `a schema is checked for what its meta-schema cannot see`() throws {
    let folder = try folder()
    try folder.write("pattern.json", #"{ "properties": { "a": { "pattern": "((" } } }"#)
    #expect(try CommandRun("validate", "--check-schema", "pattern.json", in: folder.url).status == 1)
    try folder.write("reference.json", #"{ "properties": { "a": { "$ref": "nowhere.json" } } }"#)
    let run = try CommandRun("validate", "--check-schema", "reference.json", in: folder.url)
    #expect(run.status == 1)
    #expect(run.output.contains("--> reference.json:1:34"))
  }

  @Test func `folders above the working directory are searched`() throws {
    let folder = try folder()
    try folder.write("below/s.json", #"{ "$ref": "https://far.test/a.json" }"#)
    try folder.write("known/a.json", #"{ "$id": "https://far.test/a.json", "type": "string" }"#)
    try folder.write("values/deep/one.json", "1")
    let run = try CommandRun(
      "validate", "--schema", "s.json", "--schema-dir", "../known", "../values", "--format", "concise",
      in: folder.url.appending(path: "below"))
    #expect(run.output.hasPrefix("../values/deep/one.json:1:1: error[wrong-type]"), "\(run.trouble)")
  }

  @Test func `a tag that only other programs know is told once, and its value is checked`() throws {
    let folder = try folder()
    try folder.write("s.json", #"{ "additionalProperties": { "type": "array" } }"#)
    try folder.write("i.yaml", "a: !reference [b, c]\nd: !reference [e]\nf: !Ref g\n")
    let run = try CommandRun("validate", "--schema", "s.json", "i.yaml", "--format", "concise", in: folder.url)
    let warning = "warning[incomplete-validation] the tag "
    let consequence = " is not known: its values are checked as if they stood there without it"
    #expect(
      run.output == """
        i.yaml:1:4: \(warning)'!reference'\(consequence)
        i.yaml:3:4: \(warning)'!Ref'\(consequence)
        i.yaml:3:9: error[wrong-type] 'f' must be a list, not text
        found 1 error and 2 warnings in 1 file

        """)
    #expect(run.status == 1)
    let output = try CommandRun("validate", "--schema", "s.json", "i.yaml", "--output", "flag", in: folder.url)
    #expect(
      output.trouble.hasPrefix("i.yaml:1:4: the tag '!reference' is not known") || output.trouble.contains("!Ref"))
  }

  @Test func `what is meant to be there and is not is said`() throws {
    let folder = try folder()
    try folder.write("main.json", #"{ "$ref": "https://far.test/a.json" }"#)
    let mapped = try CommandRun(
      "validate", "--schema", "main.json", "--map", "https://far.test/=lost", "good.yaml", in: folder.url)
    #expect(mapped.trouble.contains("'lost/a.json' does not exist"))
    #expect(mapped.status == 2 && mapped.output.contains("give its file by --map"))
    try folder.write("dir/a.json", #"{ "$id": "https://far.test/a.json" }"#)
    try folder.write("dir/b.json", #"{ "$id": "https://far.test/a.json" }"#)
    try folder.write("dir/c.json", "{ broken")
    let registered = try CommandRun(
      "validate", "--schema", "main.json", "--schema-dir", "dir", "good.yaml", in: folder.url)
    #expect(registered.trouble.contains("'dir/b.json' has the '$id' of another schema"))
    #expect(registered.trouble.contains("'dir/c.json' cannot be read"))
    #expect(registered.status == 2)
  }

  @Test func `the specification's output says what was not checked`() throws {
    let folder = try folder()
    try folder.write("main.json", #"{ "$ref": "https://far.test/a.json" }"#)
    let run = try CommandRun("validate", "--schema", "main.json", "--output", "flag", "good.yaml", in: folder.url)
    #expect(run.output == #"{"file":"good.yaml","document":0,"unchecked":[""],"valid":true}"# + "\n")
    #expect(run.trouble.contains("is not checked by 'https://far.test/a.json'"))
    let report = try CommandRun("validate", "--schema", "main.json", "good.yaml", in: folder.url)
    #expect(report.status == 0 && report.output.contains("warning[incomplete-validation]"))
  }

  @Test func `places in schemas are the same on every machine`() throws {
    let folder = try folder()
    try folder.write("deep/down/none.yaml", "{}")
    try folder.write("s.json", #"{ "properties": { "a b": { "$ref": "t.json#/none" } }, "required": ["a b"] }"#)
    try folder.write("t.json", "{}")
    let below = folder.url.appending(path: "deep/down")
    let run = try CommandRun("validate", "--schema", "../../s.json", "none.yaml", in: below)
    #expect(run.output.contains("see 'required' at ../../s.json#/required"))
    let lost = try CommandRun("validate", "--check-schema", "s.json", in: folder.url)
    #expect(lost.output.contains("'t.json#/none' leads to nothing: there is no '#/none' in 't.json'"))
    let streamed = try CommandRun(
      "validate", "--schema", "-", "deep/down/none.yaml", in: folder.url, input: Data(#"{ "required": ["a"] }"#.utf8))
    #expect(streamed.output.contains("see 'required' at <stdin>#/required"))
  }

  @Test func `keywords of other drafts are told`() throws {
    let folder = try folder()
    try folder.write(
      "mixed.json",
      ##"{ "$schema": "http://json-schema.org/draft-07/schema#", "dependentRequired": { "a": ["b"] }, "maximum": "x" }"##
    )
    let run = try CommandRun("validate", "--check-schema", "mixed.json", "--format", "concise", in: folder.url)
    #expect(
      run.output.contains(
        "warning[unknown-key] 'dependentRequired' means nothing in draft 07; it is known from 2019-09 on"))
    #expect(run.status == 1)
  }

  @Test func `verbose leaves a line for each finding as it is`() throws {
    let folder = try folder()
    try folder.write("choice.json", #"{ "anyOf": [ { "required": ["a"] }, { "required": ["b"] } ] }"#)
    let arguments = ["validate", "--schema", "choice.json", "good.yaml", "--format", "concise"]
    let (plain, verbose) = (
      try CommandRun(arguments, in: folder.url), try CommandRun(arguments + ["-v"], in: folder.url)
    )
    #expect(plain.output == verbose.output && plain.output.contains("one of 'a' or 'b' is missing"))
  }

  @Test func `a misspelt key is told what it may have been`() throws {
    let folder = try folder()
    let run = try CommandRun(
      "validate", "--schema", "car.schema.json", "-", in: folder.url, input: Data("nmae: A\nwheels: 1\n".utf8))
    #expect(run.output.contains("unknown key 'nmae'; the required key 'name' is missing"))
    #expect(run.output.contains("did you mean 'name'?"))
    #expect(run.output.hasSuffix("found 1 error in 1 file\n"))
  }

  // MARK: - Schemas that are wrong

  @Test func `all that is wrong with a schema is shown, each at its place`() throws {
    let folder = try folder()
    try folder.write(
      "wrong.json", #"{ "type": "strin", "required": "a", "properties": { "b": { "minLength": "x" } } }"#)
    let run = try CommandRun(
      "validate", "--schema", "wrong.json", "good.yaml", "--format", "concise", in: folder.url)
    #expect(run.status == 2)
    #expect(run.output.contains("wrong.json:1:11: error[invalid-value] 'type' must be one of 'array'"))
    #expect(run.output.contains("wrong.json:1:32: error[wrong-type] 'required' must be a list, not text"))
    #expect(run.output.contains("wrong.json:1:73: error[wrong-type] 'minLength' must be a whole number, not text"))
  }

  @Test(arguments: [
    (#"{ "minimum": 3, "exclusiveMinimum": true }"#, "'exclusiveMinimum' is true or false", "--dialect 04"),
    (#"{ "items": [{ "type": "string" }] }"#, "'items' is a list", "--dialect 07"),
    (#"{ "id": "http://example.com/s", "required": true }"#, "'id' is there and no '$id'", "--dialect 04"),
  ])
  func `a schema of an older draft is told how to say so`(schema: String, reason: String, option: String) throws {
    let folder = try folder()
    try folder.write("old.json", schema)
    for arguments in [["--schema", "old.json", "good.yaml"], ["--check-schema", "old.json"]] {
      let run = try CommandRun(shell: "\"$0\" validate \(arguments.joined(separator: " "))", in: folder.url)
      #expect(run.output.contains(reason) && run.output.contains(option), "\(arguments)")
    }
    try folder.write("stated.json", #"{ "$schema": "https://json-schema.org/draft/2020-12/schema", "items": [true] }"#)
    let stated = try CommandRun("validate", "--schema", "stated.json", "good.yaml", in: folder.url)
    #expect(stated.output.contains("prefixItems") && !stated.output.contains("--dialect"))
  }

  @Test func `keywords that are nearly one that is known are warned about`() throws {
    let folder = try folder()
    try folder.write(
      "near.json",
      #"{ "addtionalProperties": false, "properties": { "a": { "minLenght": 1, "readonly": true, "note": "x" } } }"#)
    let run = try CommandRun("validate", "--check-schema", "near.json", "--format", "concise", in: folder.url)
    #expect(run.status == 0)
    #expect(run.output.contains("near.json:1:3: warning[unknown-key] unknown keyword 'addtionalProperties'"))
    #expect(run.output.contains("'minLenght'") && run.output.contains("'readonly'") && !run.output.contains("'note'"))
    try folder.write(
      "own.json", #"{ "x-addtionalProperties": 1, "markdownDescription": "", "properties": { "titel": {} } }"#)
    #expect(
      try CommandRun("validate", "--check-schema", "own.json", in: folder.url).output == "no problems in 1 file\n")
  }

  @Test func `a schema may come from standard input, or be one that is built in or registered`() throws {
    let folder = try folder()
    let schema = Data(#"{ "properties": { "wheels": { "$ref": "parts/wheels.json" } } }"#.utf8)
    let input = try CommandRun(
      "validate", "--schema", "-", "bad.json", "--format", "concise", in: folder.url, input: schema)
    #expect(input.output.contains("bad.json:1:25: error"))
    #expect(try CommandRun("validate", "--schema", "-", "-", in: folder.url, input: schema).status == 2)
    for uri in ["https://json-schema.org/draft/2020-12/schema", "http://json-schema.org/draft-07/schema#"] {
      #expect(try CommandRun("validate", "--schema", uri, "car.schema.json", in: folder.url).status == 0)
    }
    let registered = try CommandRun(
      "validate", "--schema", "https://cars.test/car.schema.json", "--schema-dir", ".", "bad.json", in: folder.url)
    #expect(registered.status == 1)
    let mapped = try CommandRun(
      "validate", "--schema", "https://far.test/car.schema.json", "--map", "https://far.test/=.", "bad.json",
      in: folder.url)
    #expect(mapped.status == 1)
    let lost = try CommandRun("validate", "--schema", "https://far.test/s.json", "bad.json", in: folder.url)
    #expect(lost.status == 2)
    #expect(lost.trouble.contains("nothing is fetched from the network"))
  }

  // MARK: - Secrets

  @Test func `secrets of any document are not shown, and words of schemas are`() throws {
    let folder = try folder()
    try folder.write(
      "any.json", #"{ "additionalProperties": { "type": "integer" }, "properties": { "token": { "const": 1 } } }"#)
    try folder.write(
      "any.yaml",
      """
      db_password: hunter2zz
      apiKey: sk-12345678
      access_token: ghp_AbCd1234
      PRIVATE-KEY: MIIEvQIBADANBg
      token: required
      nextToken: abc
      """)
    let run = try CommandRun("validate", "--schema", "any.json", "any.yaml", in: folder.url)
    for secret in ["hunter2zz", "sk-12345678", "ghp_AbCd1234", "MIIEvQIBADANBg"] {
      #expect(!run.output.contains(secret))
    }
    #expect(run.output.contains("not 'required'") && run.output.contains("nextToken: abc"))
    try folder.write(
      "secret.json",
      #"{ "properties": { "password": { "type": "strin", "default": "hunter2zz", "title": "Word" } } }"#)
    for arguments in ["--schema secret.json any.yaml", "--check-schema secret.json"] {
      let wrong = try CommandRun(shell: "\"$0\" validate \(arguments)", in: folder.url)
      #expect(!wrong.output.contains("hunter2zz"))
      #expect(wrong.output.contains(#""password": { "type": "strin""#) && wrong.output.contains("not 'strin'"))
    }
  }

  @Test func `the alternative that was chosen is named`() throws {
    let folder = try folder()
    try folder.write(
      "shapes.json",
      ##"""
      { "oneOf": [
        { "title": "Circle", "properties": { "kind": { "const": "circle" } }, "required": ["radius"] },
        { "properties": { "kind": { "const": "square" } }, "required": ["side"] } ] }
      """##)
    let run = try CommandRun(
      "validate", "--schema", "shapes.json", "-", in: folder.url, input: Data("kind: circle\n".utf8))
    #expect(run.output.contains("error[missing-key]: 'radius' is missing"))
    #expect(run.output.contains("'Circle' is the alternative that fits best; see 'required' at shapes.json#/oneOf/0"))
  }

  // MARK: - SchemaStore

  /// Every pair of the collection, by the command as by the library.
  @Test func `gives the verdicts of SchemaStore`() throws {
    guard let suite = ConformanceSuite("schemastore") else { return }
    struct Group: Decodable {
      struct Case: Decodable {
        var instance: String
        var valid: Bool
      }
      var schema: String
      var refs: [String: String]?
      var cases: [Case]
    }
    let folder = URL(filePath: suite.directory)
    let groups = try JSONDecoder().decode([Group].self, from: Data(suite.bytes("cases.json")))
    var (right, total) = (0, 0)
    for group in groups {
      let maps = (group.refs ?? [:]).flatMap { ["--map", "\($0.key)=\($0.value)"] }
      let run = try CommandRun(
        ["validate", "--schema", group.schema, "--output", "flag"] + maps + group.cases.map(\.instance),
        in: folder)
      var verdicts: [String: Bool] = [:]
      for line in run.output.split(separator: "\n") {
        let outcome = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        verdicts[outcome["file"] as? String ?? ""] = outcome["valid"] as? Bool
      }
      for test in group.cases {
        total += 1
        if verdicts[test.instance] == test.valid {
          right += 1
        } else {
          Issue.record("\(test.instance): \(run.trouble)")
        }
      }
      #expect(run.status == (group.cases.allSatisfy(\.valid) ? 0 : 1), "\(group.schema): \(run.trouble)")
    }
    print("SchemaStore by 'validate': verdicts \(right) of \(total)")
  }
}
