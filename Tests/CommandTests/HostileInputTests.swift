import Foundation
import Testing

/// Input that must end in a right result or a clear diagnostic, never in a crash or a hang.
@Suite struct HostileInputTests {
  private func lint(_ data: Data, named name: String = "x.pipedrive.yaml") throws -> CommandRun {
    let folder = try TemporaryFolder()
    try folder.write(name, data)
    return try CommandRun("--format", "concise", name, in: folder.url)
  }

  @Test(arguments: [
    ("", "1:1: error[unknown-document] the document is empty; expected an app manifest"),
    ("- a\n", "1:1: error[unknown-document]"),
    ("42\n", "1:1: error[unknown-document]"),
    ("a: \u{1}\n", "1:4: error[syntax]"),
    ("# comment\u{2028}q: 1\n", "1:10: error[syntax]"),
  ])
  func `small texts`(text: String, expected: String) throws {
    let run = try lint(Data(text.utf8))
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("x.pipedrive.yaml:\(expected)"), "\(run.output)")
  }

  @Test func `invalid UTF-8 and NUL are reported where they stand`() throws {
    #expect(try lint(Data([0x61, 0x3A, 0x20, 0xFF, 0x0A])).output.hasPrefix("x.pipedrive.yaml:1:4: error[syntax]"))
    #expect(try lint(Data([0x61, 0x3A, 0x20, 0x00, 0x0A])).output.hasPrefix("x.pipedrive.yaml:1:4: error[syntax]"))
    let json = try lint(Data([0x7B, 0x22, 0xC3, 0x28, 0x22, 0x7D]), named: "x.json")
    #expect(json.output.hasPrefix("x.json:1:3: error[syntax]"))
  }

  @Test func `UTF-16 with a byte order mark is read as YAML, and gets no fixes`() throws {
    let text = "manifest: 1\napp: { type: privat }\n"
    var data = Data([0xFF, 0xFE])
    for unit in text.utf16 { data += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let folder = try TemporaryFolder()
    try folder.write("x.pipedrive.yaml", data)
    let run = try CommandRun("--only", "invalid-value", "--format", "json", "x.pipedrive.yaml", in: folder.url)
    #expect(run.output.contains("\"line\": 2,"))
    #expect(!run.output.contains("\"fix\""))
  }

  @Test func `a hundred thousand brackets`() throws {
    for name in ["x.pipedrive.yaml", "x.json"] {
      let run = try lint(Data(repeating: 0x5B, count: 100_000), named: name)
      #expect(run.status == 1)
      #expect(run.output.contains("error[syntax]"))
      #expect(run.output.split(separator: "\n").count == 2)
    }
  }

  @Test func `a billion laughs`() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<30 {
      let uses = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(uses)]\n"
    }
    let run = try lint(Data(text.utf8))
    #expect(run.status == 1)
    #expect(run.output.split(separator: "\n").count == 2, "one error: \(run.output.prefix(400))")
    #expect(run.output.contains("error[syntax]"))
  }

  @Test func `two hundred thousand repeated keys`() throws {
    let run = try lint(Data(String(repeating: "a: 1\n", count: 200_000).utf8))
    #expect(run.status == 2)
    #expect(run.output.contains("there are more than 10000 findings, of which these first are told"))
  }

  @Test func `fifty megabytes`() throws {
    var text = "manifest: 1\nx-data:\n"
    let line = "  - { name: something, value: 12345, other: [a, b, c] }\n"
    text += String(repeating: line, count: 50_000_000 / line.utf8.count)
    let run = try lint(Data(text.utf8))
    #expect(run.status == 1)
    #expect(run.output.contains("error[missing-key]"))
  }

  @Test func `a folder, a device and a pipe in place of a file`() throws {
    #expect(try CommandRun("/dev/null").trouble == "manifestlint: '/dev/null' is a device, not a regular file\n")
    let folder = try TemporaryFolder()
    let pipe = try CommandRun(shell: "mkfifo p.pipedrive.yaml; \"$0\" p.pipedrive.yaml", in: folder.url)
    #expect(pipe.status == 2)
    #expect(pipe.trouble.contains("not a regular file"))
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "pipedrive.app.yaml"), withIntermediateDirectories: true)
    let run = try CommandRun(in: folder.url)
    #expect(run.status == 2)
    #expect(run.trouble.contains("no app manifest found"))
  }
}
