import Foundation
import Testing

/// The samples get what stands beside them.
@Suite struct SampleTests {
  private static let folder = CommandRun.root.appending(path: "Samples")

  static let samples: [String] = ["valid", "invalid"].flatMap { kind in
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: kind).path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }.sorted().map { "\(kind)/\($0)" }
  }

  @Test func `there are samples of both kinds, in both languages`() {
    for part in ["valid/", "invalid/", ".yaml", ".json"] {
      #expect(Self.samples.count { $0.contains(part) } >= 2)
    }
  }

  /// With `UPDATE_EXPECTED=1` in the environment the expected outputs are written anew, to be read and committed.
  @Test(arguments: samples, [("text", "txt"), ("json", "json")])
  func `a sample gets what is expected`(sample: String, format: (name: String, suffix: String)) throws {
    let run = try CommandRun("lint", "--format", format.name, sample, in: Self.folder)
    let hasErrors =
      run.output.contains("\nerror[") || run.output.hasPrefix("error[") || run.output.contains("\"error\"")
    #expect(run.status == (hasErrors ? 1 : 0))
    #expect(run.trouble.isEmpty)
    let expected = Self.folder.appending(path: "expected/\(sample).\(format.suffix)")
    if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" {
      try FileManager.default.createDirectory(
        at: expected.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(run.output.utf8).write(to: expected)
    }
    #expect(try run.output == String(contentsOf: expected, encoding: .utf8))
  }

  @Test(arguments: samples.filter { $0.hasPrefix("valid/") })
  func `a valid sample has no finding of any level`(sample: String) throws {
    let run = try CommandRun("--level", "info", sample, in: Self.folder)
    #expect(run.output.hasPrefix("no problems in "))
  }

  @Test func `the documents that valid samples refer to have no finding when named themselves`() throws {
    for folder in ["panels", "modals", "manifests"] {
      let names = try FileManager.default.contentsOfDirectory(
        atPath: Self.folder.appending(path: "valid/\(folder)").path)
      #expect(!names.isEmpty)
      for name in names {
        let run = try CommandRun("--level", "info", "valid/\(folder)/\(name)", in: Self.folder)
        #expect(run.output == "no problems in 1 file\n", "\(name)")
      }
    }
  }

  @Test func `no expected output is left over`() throws {
    let expected = Self.folder.appending(path: "expected")
    let files =
      FileManager.default.enumerator(at: expected, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
    for file in files where !file.hasDirectoryPath {
      let sample = file.deletingPathExtension().path.dropFirst(expected.path.count + 1)
      #expect(Self.samples.contains(String(sample)), "\(file.path) belongs to no sample")
    }
  }

  /// A comment in an invalid YAML sample that begins with the id of a rule speaks of a finding: on its own line, or, if
  /// it stands alone, on the next line that is no comment.
  @Test(arguments: samples.filter { $0.hasPrefix("invalid/") && $0.hasSuffix(".yaml") })
  func `the findings are where a sample's comments announce them`(sample: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: sample), encoding: .utf8)
    let announced = Self.announcements(in: text)
    let run = try CommandRun("--format", "concise", "--quiet", "--level", "info", sample, in: Self.folder)
    let found = run.output.split(separator: "\n").map { line in
      let parts = line.dropFirst(sample.count + 1).split(separator: ":", maxSplits: 2)
      let rule = parts[2].split(separator: "[")[1].split(separator: "]")[0]
      return "\(parts[0]): \(rule)"
    }
    #expect(Set(announced) == Set(found), "announced: \(announced.sorted())\nfound: \(found.sorted())")
  }

  private static func announcements(in text: String) -> [String] {
    var result: [String] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      guard let comment = line.range(of: "# ") else { continue }
      let words = line[comment.upperBound...]
      guard let rule = words.wholeMatch(of: /([a-z]+(?:-[a-z]+)+|syntax)(:.*)?/) else { continue }
      var target = index
      if line[..<comment.lowerBound].allSatisfy(\.isWhitespace) {
        target =
          lines.indices.dropFirst(index + 1).first {
            !lines[$0].drop(while: \.isWhitespace).hasPrefix("#") && !lines[$0].isEmpty
          } ?? index
      }
      result.append("\(target + 1): \(rule.1)")
    }
    return result
  }
}
