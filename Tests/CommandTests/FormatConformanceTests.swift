import Foundation
import JSONSchema
import ManifestSyntax
import ManifestTestSupport
import ManifestText
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Every format for machines is what its official schema says, for every sample, for nothing and for odd names.
@Suite struct FormatConformanceTests {
  private static let formats = ["json", "jsonl", "sarif", "junit", "gitlab", "checkstyle", "rdjson"]

  /// The schemas in the suite, by the format that they are of.
  private static let schemas: [(format: String, path: String)] = [
    ("sarif", "sarif/sarif-schema-2.1.0.errata01.draft-04.json"),
    ("sarif", "sarif/sarif-schema-2.1.0.cs01.draft-07.json"),
    ("gitlab", "gitlab-codequality/project-strict.report.schema.json"),
    ("rdjson", "reviewdog/DiagnosticResult.json"),
  ]

  private static let compiled: [(format: String, schema: Schema)] = {
    var result: [(String, Schema)] = []
    for (format, file) in [("json", "report"), ("jsonl", "report-line")] {
      if let schema = projectSchema(file) { result.append((format, schema)) }
    }
    guard let suite = ConformanceSuite("report-schemas") else { return result }
    for (format, path) in schemas {
      let parsed = JSONParser.parse(SourceText(path: path, bytes: suite.bytes(path)))
      if let root = parsed.documents.first?.root, let schema = try? Schema(compiling: root) {
        result.append((format, schema))
      }
    }
    return result
  }()

  private static func projectSchema(_ name: String) -> Schema? {
    var registry = SchemaRegistry()
    let folder = CommandRun.root.appending(path: "Schemas")
    var roots: [String: Node] = [:]
    for name in ["report", "report-line"] {
      guard let data = try? Data(contentsOf: folder.appending(path: "\(name).schema.json")) else { return nil }
      roots[name] = JSONParser.parse(SourceText(path: name, bytes: Array(data))).documents[0].root
      if let root = roots[name] { registry.add(root) }
    }
    return roots[name].flatMap { try? Schema(compiling: $0, registry: registry) }
  }

  /// Runs the command once for all formats, and holds each report against its schemas.
  private func check(_ arguments: [String], in folder: URL = CommandRun.root, environment: [String: String] = [:])
    throws
  {
    let reports = try TemporaryFolder()
    var arguments = arguments
    for format in Self.formats { arguments += ["--report", "\(format)=\(reports.url.path)/\(format)"] }
    let run = try CommandRun(arguments, in: folder, environment: environment)
    #expect(run.status < 128)
    for format in Self.formats {
      let data = try Data(contentsOf: reports.url.appending(path: format))
      switch format {
      case "junit", "checkstyle": try checkXML(data, format)
      case "jsonl":
        let lines = data.split(separator: UInt8(ascii: "\n"))
        #expect(!lines.isEmpty)
        for (index, line) in lines.enumerated() {
          try checkJSON(Data(line), format)
          #expect(line.starts(with: #"{"version":"#.utf8) == (index == lines.count - 1))
        }
      default: try checkJSON(data, format)
      }
    }
  }

  private func checkJSON(_ data: Data, _ format: String) throws {
    let parsed = JSONParser.parse(SourceText(path: "report.json", bytes: Array(data)))
    #expect(parsed.errors.isEmpty)
    let root = try #require(parsed.documents.first?.root)
    for compiled in Self.compiled where compiled.format == format {
      #expect(compiled.schema.violations(of: root).map(\.message) == [], "\(format)")
    }
  }

  private func checkXML(_ data: Data, _ format: String) throws {
    let parser = XMLParser(data: data)
    #expect(parser.parse(), "\(format): \(parser.parserError.map { "\($0)" } ?? "")")
    guard let suite = ConformanceSuite("report-schemas"), let xmllint = Self.xmllint else { return }
    let schemas =
      format == "junit"
      ? ["junit/jenkins-junit-10.xsd", "junit/windyroad-JUnit.xsd"] : ["checkstyle/checkstyle-report-1.0.0.xsd"]
    let folder = try TemporaryFolder()
    let file = try folder.write("report.xml", data)
    for schema in schemas {
      let process = Process()
      process.executableURL = xmllint
      process.arguments = ["--noout", "--nonet", "--schema", "\(suite.directory)/\(schema)", file.path]
      let errors = folder.url.appending(path: "errors")
      try Data().write(to: errors)
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
      process.waitUntilExit()
      let words = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
      #expect(process.terminationStatus == 0, "\(schema): \(words)")
    }
  }

  private static let xmllint: URL? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    let candidates = folders.map { URL(filePath: "\($0)/xmllint") }
    let found = candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) }
    if found == nil { print("skipped: XML reports are only parsed, there is no xmllint (libxml2-utils)") }
    return found
  }()

  @Test func `all schemas are there to be checked against`() {
    #expect(Self.compiled.count == (ConformanceSuite("report-schemas") == nil ? 2 : 6))
  }

  @Test(arguments: SampleTests.samples)
  func `of every sample`(sample: String) throws {
    try check(["--quiet", "Samples/\(sample)"])
  }

  @Test func `of nothing, of what cannot be read, and of a broken text`() throws {
    let folder = try TemporaryFolder()
    try check(["--allow-empty"], in: folder.url)
    try check(["missing.yaml", "."], in: folder.url)
    try folder.write("b.pipedrive.yaml", Data([0xFF, 0x3A, 0x00]))
    try folder.write("c.pipedrive.yaml", Data([0xFF, 0xFE, 0x61, 0x00, 0x3A, 0x00]))
    try check([], in: folder.url)
  }

  @Test(arguments: [
    "::error file=a::b", "##vso[task.setvariable variable=PATH]b", "##[add-path]b", "a\nb", "a\r\n::error::b", "]]>",
    "<b>&amp;\"'", "%0A%25", "a | b [c](d) @e", "😀é\u{301}日本", "\u{1B}[31m\u{7}\u{85}\u{2028}\u{202E}", "-", " ",
  ])
  func `of hostile names, which no format obeys`(name: String) throws {
    let folder = try TemporaryFolder()
    let json = String(decoding: try JSONEncoder().encode(name), as: UTF8.self)
    let manifest = """
      {"manifest": 1, "app": {"name": \(json), "type": \(json), \(json): \(json)}, "oauth": {"scopes": [\(json)]},
       "extensions": {"linkActions": [{"name": \(json), "url": \(json), "locations": [\(json), \(json)]}]}}
      """
    let file = "\(name.replacing("/", with: "_")).pipedrive.json"
    try folder.write("x/\(file)", manifest)
    try check(["."], in: folder.url)
    try check(["./\(file)"], in: folder.url.appending(path: "x"))
    for format in ["text", "concise", "github", "json", "markdown", "junit"] {
      let run = try CommandRun("--format", format, "--level", "info", "./\(file)", in: folder.url.appending(path: "x"))
      #expect(run.status == 1)
      for line in run.output.split(whereSeparator: \.isNewline) {
        #expect(!line.contains(/##[A-Za-z]*\[/), "\(line)")
        let start = line.drop(while: \.isWhitespace)
        #expect(!start.hasPrefix("::") || start.contains(/^::(error|warning|notice) (file|title)=/), "\(line)")
      }
    }
  }

  @Test func `of 10,000 findings, within what GitHub takes`() throws {
    let folder = try TemporaryFolder()
    let action = "    - { name: send quote, url: 'ftp://a b', locations: [deal-details] }\n"
    try folder.write(
      "pipedrive.app.yaml",
      "manifest: 1\napp: { name: A, type: private }\noauth: { scopes: [base] }\nextensions:\n  linkActions:\n"
        + String(repeating: action, count: 5_000))
    let run = try CommandRun(
      "--format", "github", "--report", "sarif=report.sarif", "--report", "markdown=report.md", in: folder.url)
    for level in ["error", "warning", "notice"] {
      #expect(run.output.split(separator: "\n").count { $0.hasPrefix("::\(level) ") } <= 10)
    }
    #expect(run.output.contains(/\n::notice title=manifestlint::found [0-9]{4,} errors/))
    #expect(try Data(contentsOf: folder.url.appending(path: "report.md")).count < 65_536)
    let sarif = try Data(contentsOf: folder.url.appending(path: "report.sarif"))
    let count = String(decoding: sarif, as: UTF8.self).split(separator: "{\"ruleId\"").count - 1
    #expect((10_000...25_000).contains(count))
    let gzip = try CommandRun(shell: "gzip -c report.sarif | wc -c", in: folder.url)
    #expect(try #require(Int(gzip.output.filter(\.isNumber))) < 10_000_000)
  }

  @Test func `findings keep their fingerprints when lines come before them`() throws {
    let folder = try TemporaryFolder()
    let samples = CommandRun.root.appending(path: "Samples")
    for line in ["", "\n\n"] {
      try? FileManager.default.removeItem(at: folder.url.appending(path: "Samples"))
      try FileManager.default.copyItem(at: samples, to: folder.url.appending(path: "Samples"))
      for sample in SampleTests.samples {
        let text = try String(contentsOf: samples.appending(path: sample), encoding: .utf8)
        try folder.write("Samples/\(sample)", line + text)
      }
      _ = try CommandRun("Samples", "--quiet", "--report", "gitlab=\(line.utf8.count).json", in: folder.url)
    }
    let fingerprints = try ["0", "2"].map { name in
      let data = try Data(contentsOf: folder.url.appending(path: "\(name).json"))
      let findings = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
      return findings.compactMap { $0["fingerprint"] as? String }
    }
    #expect(fingerprints[0].count > 100)
    #expect(Set(fingerprints[0]).count == fingerprints[0].count)
    #expect(fingerprints[0] == fingerprints[1])
  }

  @Test func `a report agrees with the exit code also where no finding decides it`() throws {
    let folder = try TemporaryFolder()
    let manifest = "manifest: 1\napp: { name: Car Services, type: private, callbackUrl: https://carservices.com/c }\n"
    try folder.write("a.pipedrive.yaml", manifest + "oauth: { scopes: [base, base] }\n")
    func outcomes(_ arguments: String..., status: Int32) throws -> [Substring] {
      try check(["--quiet"] + arguments, in: folder.url)
      let run = try CommandRun(["--format", "junit"] + arguments, in: folder.url)
      #expect(run.status == status)
      return run.output.matches(of: /<(error|failure|skipped) m/).map(\.1)
    }
    #expect(try outcomes(status: 0) == ["skipped"])
    #expect(try outcomes("--max-warnings", "0", status: 1) == ["failure"])
    #expect(try outcomes("--max-warnings", "0", "--level", "error", status: 1) == ["failure"])
    #expect(try outcomes("--report", "json=none/a.json", status: 2) == ["skipped", "error"])
    try folder.write(".manifestlint.yaml", "rules: { name-lenght: off }\n")
    #expect(try outcomes("--fail-on", "never", status: 2) == ["error", "skipped"])
  }

  @Test func `two runs give the same bytes`() throws {
    let folder = try TemporaryFolder()
    let formats = Self.formats + ["github", "markdown", "text", "concise"]
    for round in ["1", "2"] {
      var arguments = ["--quiet", "--jobs", round, "Samples"]
      for format in formats { arguments += ["--report", "\(format)=\(folder.url.path)/\(format).\(round)"] }
      _ = try CommandRun(arguments, in: CommandRun.root)
    }
    for format in formats {
      let reports = try ["1", "2"].map { try Data(contentsOf: folder.url.appending(path: "\(format).\($0)")) }
      #expect(reports[0] == reports[1], "\(format)")
    }
  }
}
