import Foundation
import ManifestTestSupport
import Testing

/// A run that is killed leaves each file whole, as it was or as it was to be.
@Suite struct KillTests {
  private static let timeout = URL(filePath: "/usr/bin/timeout")

  /// 200 times in a thorough run.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: timeout.path), "there is no 'timeout' to kill with"))
  func `a killed run leaves each file whole`() throws {
    var random = SeededGenerator(seed: 5)
    let files = Self.files(using: &random)
    let names = files.keys.sorted()
    let fixed = try TemporaryFolder()
    for (name, text) in files { try fixed.write(name, text) }
    let start = ContinuousClock.now
    _ = try CommandRun("--fix", in: fixed.url)
    let duration =
      Double((ContinuousClock.now - start).components.attoseconds) / 1e18
      + Double((ContinuousClock.now - start).components.seconds)
    let after = try names.map { try Data(contentsOf: fixed.url.appending(path: $0)) }
    let before = names.map { Data((files[$0] ?? "").utf8) }
    #expect(zip(before, after).allSatisfy { $0 != $1 })

    let folder = try TemporaryFolder()
    var kills = 0
    for _ in 0..<(Thoroughness.isFull ? 200 : 12) {
      for (name, text) in files { try folder.write(name, text) }
      // Most of the time goes by before the first file is written.
      let moment = Double.random(in: random.once(in: 3) ? 0...duration : duration / 2...duration * 1.1, using: &random)
      let run = try CommandRun(shell: "exec timeout -s KILL \(moment) \"$0\" --fix", in: folder.url)
      kills += run.status == 137 || run.status == 128 + 9 ? 1 : 0
      for (index, name) in names.enumerated() {
        let data = try Data(contentsOf: folder.url.appending(path: name))
        #expect(data == before[index] || data == after[index], "\(name) is neither old nor new")
      }
    }
    #expect(kills > 0)
    // What a killed run has left over is no manifest, and no obstacle to the next run.
    let listed = try CommandRun("--list-files", in: folder.url).output.split(separator: "\n").map(String.init)
    #expect(listed == names)
    _ = try CommandRun("--fix", in: folder.url)
    #expect(try names.map { try Data(contentsOf: folder.url.appending(path: $0)) } == after)
  }

  /// Manifests of all sizes, each with something to fix.
  private static func files(using random: inout SeededGenerator) -> [String: String] {
    var files: [String: String] = [:]
    for index in 0..<10 {
      var text = "manifest: 1\napp: { nmae: Car Services App }\n"
      let lines = index == 4 ? 1000 : Int.random(in: 1...200, using: &random)
      for line in 0..<lines { text += "x-\(line): \(String(line, radix: 36)) # kept\n" }
      files["pipedrive/\(index).pipedrive.yaml"] = text
    }
    return files
  }
}
