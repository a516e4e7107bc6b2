import Foundation
import Testing

@Suite struct ReferencedDocumentTests {
  private static func manifest(_ path: String) -> String {
    """
    manifest: 1
    app: { name: Car Services App, type: private, callbackUrl: "https://www.carservicesapp.com/c" }
    oauth: { scopes: [base] }
    extensions:
      jsonPanels:
        - name: Visits
          apiEndpoint: https://www.carservicesapp.com/v
          jwtSecret: ${S}
          dataStructure: \(path)
          locations: [deal-details]

    """
  }

  private static let panel = ##"{ "type": "object", "properties": { "a": { "$ref": "#/definitions/txt" } } }"##

  @Test func `a document is linted as part of the manifest, with places of its own, once`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.pipedrive.yaml", Self.manifest("panels/visits.json"))
    try folder.write("b.pipedrive.yaml", Self.manifest("./panels/visits.json"))
    try folder.write("panels/visits.json", Self.panel)
    for arguments in [["--format", "concise"], ["--format", "concise", ".", "panels/visits.json"]] {
      let run = try CommandRun(shell: "\"$0\" " + arguments.joined(separator: " "), in: folder.url)
      #expect(
        run.output == """
          panels/visits.json:1:52: error[panel-field-type] '#/definitions/txt' is no type of field
          found 1 error in 1 of 3 files (1 fixable with --fix)

          """)
    }
  }

  @Test func `reports are in order of path, whoever refers to whom`() throws {
    let folder = try TemporaryFolder()
    try folder.write("z.pipedrive.yaml", Self.manifest("a.json").replacing("base]", with: "bse]"))
    try folder.write("m.pipedrive.yaml", "manifest: 2\n")
    try folder.write("a.json", Self.panel)
    let run = try CommandRun("--format", "json", in: folder.url)
    let report = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let files = (report?["diagnostics"] as? [[String: Any]])?.compactMap { $0["file"] as? String } ?? []
    #expect(files == files.sorted())
    #expect(Set(files) == ["a.json", "m.pipedrive.yaml", "z.pipedrive.yaml"])
  }

  /// What is found in a document depends on who refers to it: the client ID, and how far the app is.
  @Test func `a document gets the same findings whether it is named or not, and wherever its name sorts`() throws {
    for name in ["a.json", "z.json"] {
      let folder = try TemporaryFolder()
      try folder.write(
        "m.pipedrive.yaml",
        """
        manifest: 1
        app: { name: Car Services App, type: private, status: live, callbackUrl: "https://www.carservicesapp.com/c" }
        oauth: { clientId: 57da5c3c55a82bb4, scopes: [base, video-calls] }
        extensions: { videoCalling: \(name) }

        """)
      let endpoint = "https://localhost/:linkId/meetings"
      try folder.write(
        name,
        """
        { "version": "v202049", "clientId": "5d80274eae050b58", "endpoints": { "postMeeting": "\(endpoint)",
          "deleteMeeting": "\(endpoint)/:meetingId", "patchUpdateMeeting": "\(endpoint)/:meetingId" } }

        """)
      func report(_ arguments: String) throws -> String {
        try CommandRun(shell: "\"$0\" --format concise \(arguments)", in: folder.url).output
      }
      let alone = try report("m.pipedrive.yaml")
      #expect(alone.contains("[extension-client-id]") && alone.contains("error[local-host]"))
      for arguments in [
        "", ".", ". \(name)", "\(name) m.pipedrive.yaml", "m.pipedrive.yaml ./\(name) \"$PWD/\(name)\"",
      ] {
        #expect(try report(arguments) == alone, "\(arguments)")
      }
      #expect(try !report(name).contains("extension-client-id"))
    }
  }

  @Test func `a document that a fix makes part of a manifest is fixed with it`() throws {
    let folder = try TemporaryFolder()
    try folder.write("m.pipedrive.yaml", Self.manifest("a.json").replacing("dataStructure", with: "dataStructre"))
    try folder.write("a.json", Self.panel)
    let run = try CommandRun("--fix", in: folder.url)
    #expect(run.output == "no problems in 2 files\n")
  }

  @Test func `a path that leads nowhere is reported at the reference`() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/a.pipedrive.yaml", Self.manifest("panels/visits.json"))
    let missing = try CommandRun("--format", "concise", in: folder.url)
    #expect(
      missing.output.hasPrefix("p/a.pipedrive.yaml:9:22: error[referenced-file] there is no file 'panels/visits.json'"))
    try folder.write("outside.json", Self.panel)
    try folder.write("p/a.pipedrive.yaml", Self.manifest("../outside.json"))
    #expect(
      try CommandRun("--format", "concise", in: folder.url).output.contains("lies outside of the manifest's project"))
    // A repository makes the folder above part of the project.
    _ = try CommandRun(shell: "git init -q .", in: folder.url)
    #expect(try CommandRun("--format", "concise", in: folder.url).output.hasPrefix("outside.json:1:52: error"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "p/link.json").path, withDestinationPath: "/etc/hostname")
    try folder.write("p/a.pipedrive.yaml", Self.manifest("link.json"))
    #expect(
      try CommandRun("--format", "concise", in: folder.url).output.contains("lies outside of the manifest's project"))
  }

  @Test func `a document that is broken is reported at its own place`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.pipedrive.yaml", Self.manifest("visits.json"))
    try folder.write("visits.json", "{ 'type': 'object' }")
    #expect(try CommandRun("--format", "concise", in: folder.url).output.hasPrefix("visits.json:1:3: error[syntax]"))
  }
}
