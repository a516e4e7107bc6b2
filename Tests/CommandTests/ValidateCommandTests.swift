import Foundation
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
    let lost = try CommandRun("validate", "--schema", "main.json", "good.yaml", in: folder.url)
    #expect(lost.status == 2)
    #expect(lost.output.contains("--> main.json:1:34"))
    try folder.write("known/a.json", #"{ "$id": "https://far.test/a", "type": "string" }"#)
    try folder.write("mapped/b.json", #"{ "type": "string" }"#)
    let found = try CommandRun(
      "validate", "--schema", "main.json", "--schema-dir", "known", "--map", "https://far.test/x/=mapped", "-",
      "--format", "concise", in: folder.url, input: Data("a: 1\nb: 2\n".utf8))
    #expect(found.output.contains("<stdin>:1:4: error[wrong-type]"))
    #expect(found.output.contains("<stdin>:2:4: error[wrong-type]"))
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
  func `the specification's output is a line of JSON a document`(format: String) throws {
    let folder = try folder()
    let run = try CommandRun(
      "validate", "--schema", "car.schema.json", "--output", format, "bad.json", "good.yaml", in: folder.url)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2)
    let verdicts = try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    #expect(verdicts.map { $0?["valid"] as? Bool } == [false, true])
    #expect(run.status == 1)
  }

  @Test func `verbose tells of every alternative`() throws {
    let folder = try folder()
    try folder.write("choice.json", #"{ "anyOf": [ { "required": ["a"] }, { "type": "integer" } ] }"#)
    let run = try CommandRun("validate", "--schema", "choice.json", "-v", "good.yaml", in: folder.url)
    #expect(run.output.contains("alternative 1 of 2: "))
    #expect(run.output.contains("alternative 2 of 2: "))
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

  @Test func `what is meant to be there and is not is said`() throws {
    let folder = try folder()
    try folder.write("main.json", #"{ "$ref": "https://far.test/a.json" }"#)
    let mapped = try CommandRun(
      "validate", "--schema", "main.json", "--map", "https://far.test/=lost", "good.yaml", in: folder.url)
    #expect(mapped.trouble.contains("'lost/a.json' does not exist"))
    try folder.write("dir/a.json", #"{ "$id": "https://far.test/a.json" }"#)
    try folder.write("dir/b.json", #"{ "$id": "https://far.test/a.json" }"#)
    try folder.write("dir/c.json", "{ broken")
    let registered = try CommandRun(
      "validate", "--schema", "main.json", "--schema-dir", "dir", "good.yaml", in: folder.url)
    #expect(registered.trouble.contains("'dir/b.json' has the '$id' of another schema"))
    #expect(registered.trouble.contains("'dir/c.json' cannot be read"))
    #expect(registered.status == 0)
  }

  @Test func `a misspelt key is told what it may have been`() throws {
    let folder = try folder()
    let run = try CommandRun(
      "validate", "--schema", "car.schema.json", "-", in: folder.url, input: Data("nmae: A\nwheels: 1\n".utf8))
    #expect(run.output.contains("did you mean 'name'?"))
  }
}
