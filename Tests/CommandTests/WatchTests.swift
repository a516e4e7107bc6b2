import Foundation
import ManifestTestSupport
import Testing

/// `lint --watch` from outside: what it says after each change, and how it ends.
@Suite struct WatchTests {
  /// A run that goes on, whose output is read up to a word.
  ///
  /// Nothing here waits for a time: each step is over when the run says so. One that says nothing is ended after a minute.
  private final class Watch {
    let folder: TemporaryFolder
    private let process = Process()
    private let pipe = Pipe()
    private var text = ""

    init(_ arguments: [String], in folder: TemporaryFolder) throws {
      self.folder = folder
      process.executableURL = CommandRun.binary
      process.arguments = ["--watch", "--format", "concise"] + arguments
      process.currentDirectoryURL = folder.url
      process.environment = CommandRun.environment
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = pipe
      process.standardError = pipe
      try process.run()
      DispatchQueue.global().asyncAfter(deadline: .now() + 60) { [process] in
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
      }
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    /// What it says until it waits for the next change.
    func round() -> String {
      let end = "manifestlint: watching for changes; Ctrl-C ends it\n"
      while !text.contains(end) {
        let data = pipe.fileHandleForReading.availableData
        if data.isEmpty { return "ended: " + text }
        text += String(decoding: data, as: UTF8.self)
      }
      let parts = text.split(separator: end, maxSplits: 1, omittingEmptySubsequences: false)
      text = parts.count > 1 ? String(parts[1]) : ""
      return String(parts[0])
    }

    /// Ends it as Ctrl-C does; its exit code as a shell has it.
    func interrupt() -> Int32 {
      process.interrupt()
      process.waitUntilExit()
      return (process.terminationReason == .exit ? 0 : 128) + process.terminationStatus
    }
  }

  private static let good = """
    manifest: 1
    app: { name: Car Services, type: private, callbackUrl: "https://www.carservicesapp.com/callback" }
    oauth: { scopes: [base] }

    """
  private static let bad = good.replacing("[base]", with: "[base, base]")

  @Test func `lints again when a file is saved, however it is saved, and ends with 130`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.pipedrive.yaml", Self.good)
    let watch = try Watch([], in: folder)
    #expect(watch.round() == "no problems in 1 file\n")

    // In place.
    try folder.write("a.pipedrive.yaml", Self.bad)
    #expect(watch.round().hasPrefix("a.pipedrive.yaml:3:25: warning[duplicate-scope]"))

    // By a file beside it that takes its name.
    let next = try folder.write("a.pipedrive.yaml.new", Self.good)
    #expect(rename(next.path, folder.url.appending(path: "a.pipedrive.yaml").path) == 0)
    #expect(watch.round() == "no problems in 1 file\n")

    // A new file, in a new folder.
    try folder.write("sub/deeper/b.pipedrive.yaml", Self.bad)
    #expect(watch.round().hasPrefix("sub/deeper/b.pipedrive.yaml:3:25: warning[duplicate-scope]"))

    // A new configuration.
    try folder.write(".manifestlint.yaml", "rules: { duplicate-scope: off }\n")
    #expect(watch.round() == "no problems in 2 files\n")

    // A file that goes.
    try FileManager.default.removeItem(at: folder.url.appending(path: "sub"))
    #expect(watch.round() == "no problems in 1 file\n")
    #expect(watch.interrupt() == 130)
  }

  @Test func `lints a manifest again when a document or picture that it names changes`() throws {
    let folder = try TemporaryFolder()
    let manifest =
      Self.good + """
        extensions:
          jsonPanels:
            - name: Visits
              apiEndpoint: https://www.carservicesapp.com/api
              jwtSecret: ${SECRET}
              dataStructure: ../panels/visits.json
              locations: [deal-details]

        """
    try folder.write(".git/HEAD", "")
    try folder.write("pipedrive/pipedrive.app.yaml", manifest)
    let watch = try Watch(["pipedrive/pipedrive.app.yaml"], in: folder)
    #expect(watch.round().contains("error[referenced-file]"))
    try folder.write(
      "panels/visits.json", ##"{ "type": "object", "properties": { "a": { "$ref": "#/definitions/date" } } }"##)
    #expect(watch.round() == "no problems in 2 files\n")
    try folder.write("panels/visits.json", ##"{ "type": "object", "propertie": {} }"##)
    #expect(watch.round().contains("panels/visits.json:1:21: error[unknown-key]"))
    #expect(watch.interrupt() == 130)
  }

  @Test func `reads a file of variables again, and lives on where it is broken`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.pipedrive.yaml", Self.good.replacing("www.carservicesapp.com", with: "${HOST}"))
    try folder.write(".env", "HOST=www.carservicesapp.com\n")
    let watch = try Watch(["--env-file", ".env", "--level", "info"], in: folder)
    #expect(watch.round() == "no problems in 1 file\n")
    try folder.write(".env", "HOST=localhost\n")
    #expect(watch.round().contains("local-host"))
    try folder.write(".env", "HOST\n")
    #expect(watch.round() == "manifestlint: '.env', line 1: expected NAME=VALUE\n")
    try folder.write(".env", "HOST=www.carservicesapp.com\n")
    #expect(watch.round() == "no problems in 1 file\n")
    _ = watch.interrupt()
  }

  @Test func `says so when what was wrong is over, though all is as it was before`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.pipedrive.yaml", Self.good.replacing("www.carservicesapp.com", with: "${HOST}"))
    let file = try folder.write(".env", "HOST=www.carservicesapp.com\n")
    let watch = try Watch(["--env-file", ".env", "--level", "info"], in: folder)
    #expect(watch.round() == "no problems in 1 file\n")
    let elsewhere = folder.url.appending(path: "elsewhere")
    #expect(rename(file.path, elsewhere.path) == 0)
    #expect(watch.round() == "manifestlint: the file of --env-file cannot be read: '.env' does not exist\n")
    #expect(rename(elsewhere.path, file.path) == 0)
    #expect(watch.round() == "no problems in 1 file\n")
    _ = watch.interrupt()
  }

  @Test func `says nothing of files that do not matter`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.pipedrive.yaml", Self.good)
    let watch = try Watch([], in: folder)
    _ = watch.round()
    try folder.write("notes.txt", "x")
    try folder.write("a.pipedrive.yaml", Self.good)
    try folder.write("a.pipedrive.yaml", Self.bad)
    #expect(watch.round().hasPrefix("a.pipedrive.yaml:3:25: warning[duplicate-scope]"))
    _ = watch.interrupt()
  }

  @Test func `ends when nobody reads any more`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.pipedrive.yaml", Self.good)
    let run = try CommandRun(
      shell: #"{ timeout 60 "$0" --watch; echo $? >code; } | head -n 1; cat code"#, in: folder.url)
    #expect(run.output == "no problems in 1 file\n0\n")
  }

  @Test(arguments: [
    ["-"], ["--fix"], ["--diff"], ["--add-suppressions"], ["--write-baseline", "x.json"], ["--list-files"],
  ])
  func `changes nothing and reads no standard input`(arguments: [String]) throws {
    let run = try CommandRun(["--watch"] + arguments)
    #expect(run.status == 2)
    #expect(run.trouble.contains("--watch"))
  }
}
