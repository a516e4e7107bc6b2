import Foundation
import Testing

/// What a configuration does to a run.
@Suite struct ConfigurationTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(".git/HEAD", "")
  }

  /// A manifest of a live app with one finding of 'sentence-case' (warning) and one of 'placeholder-host' (error).
  private static let manifest = """
    manifest: 1
    app:
      name: Car rental
      type: private
      status: live
      callbackUrl: https://www.carservicesapp.com/oauth/callback
    oauth:
      scopes: [base, deals:read]
    extensions:
      linkActions:
        - name: Send The Quote By Mail
          url: https://example.com/quotes
          locations: [deal-details]

    """

  private func write(_ paths: String..., configuration: String? = nil) throws {
    for path in paths { try folder.write(path, Self.manifest) }
    if let configuration { try folder.write(".manifestlint.yaml", configuration) }
  }

  /// The exit code and what is found, a line each: `file severity[rule]`.
  private func lint(
    _ arguments: String..., in name: String = ".", input: String? = nil, environment: [String: String] = [:]
  ) throws -> (status: Int32, found: [String], trouble: String) {
    let run = try CommandRun(
      ["--format", "concise", "--quiet", "--level", "info"] + arguments,
      in: folder.url.appending(path: name), input: input.map { Data($0.utf8) }, environment: environment)
    let found = run.output.split(separator: "\n").map { line -> String in
      let parts = line.split(separator: " ")
      return "\(parts[0].prefix { $0 != ":" }) \(parts[1])"
    }
    return (run.status, found, run.trouble)
  }

  // MARK: What is in force

  @Test func `rules get a severity, are switched off, and take options`() throws {
    try write("a.pipedrive.yaml")
    #expect(
      try lint().found == ["a.pipedrive.yaml warning[sentence-case]", "a.pipedrive.yaml error[placeholder-host]"])
    try write(configuration: "rules: { sentence-case: error, placeholder-host: off }\n")
    #expect(try lint().found == ["a.pipedrive.yaml error[sentence-case]"])
    try write(
      configuration:
        "rules: { sentence-case: { properNouns: [The Quote, Mail, By] }, placeholder-host: { severity: info } }\n")
    #expect(try lint().found == ["a.pipedrive.yaml info[placeholder-host]"])
    #expect(try lint().status == 0)
    try write(configuration: "profile: minimal\n")
    #expect(try lint().found == [])
  }

  @Test func `a list of texts in YAML may come from an anchor, and a JSON configuration says the same`() throws {
    try write(
      "a.pipedrive.yaml",
      configuration: """
        x-names: &names [The Quote, Mail, By]
        x-off: &off { placeholder-host: off }
        rules:
          <<: *off
          sentence-case: { properNouns: *names }

        """)
    #expect(try lint().found == [])
    try FileManager.default.removeItem(at: folder.url.appending(path: ".manifestlint.yaml"))
    try folder.write(
      ".manifestlint.json",
      #"{ "rules": { "placeholder-host": "off", "sentence-case": { "properNouns": ["The Quote", "Mail", "By"] } } }"#)
    #expect(try lint().found == [])
  }

  @Test(arguments: ["", "# nothing yet\n", "{}\n", "---\n"])
  func `an empty configuration changes nothing`(configuration: String) throws {
    try write("a.pipedrive.yaml", configuration: configuration)
    let run = try lint()
    #expect(run.found.count == 2)
    #expect(run.status == 1)
    #expect(run.trouble == "")
  }

  @Test func `the nearest configuration is in force, alone`() throws {
    try write(
      "a.pipedrive.yaml", "sub/b.pipedrive.yaml", "sub/deep/c.pipedrive.yaml", configuration: "profile: minimal\n")
    try folder.write("sub/.manifestlint.yml", "rules: { sentence-case: info, placeholder-host: off }\n")
    let expected = ["b.pipedrive.yaml info[sentence-case]", "deep/c.pipedrive.yaml info[sentence-case]"]
    #expect(try lint().found == expected.map { "sub/\($0)" })
    #expect(try lint(in: "sub").found == expected)
    #expect(try lint("sub/b.pipedrive.yaml").found == ["sub/b.pipedrive.yaml info[sentence-case]"])
    #expect(try lint("../b.pipedrive.yaml", in: "sub/deep").found == ["../b.pipedrive.yaml info[sentence-case]"])
    #expect(try lint("--no-config").found.count == 6)
  }

  @Test func `of several configurations in one folder, YAML counts`() throws {
    try write("a.pipedrive.yaml", configuration: "profile: minimal\n")
    try folder.write(".manifestlint.json", #"{ "profile": "strict" }"#)
    #expect(try lint().found == [])
  }

  @Test func `the command line wins over overrides, these over rules, later ones over earlier, all over the profile`()
    throws
  {
    try write(
      "a/x.pipedrive.yaml", "a/b/x.pipedrive.yaml", "x.pipedrive.yaml",
      configuration: """
        profile: minimal
        rules: { sentence-case: info, placeholder-host: off }
        overrides:
          - files: [a/**]
            rules: { sentence-case: warning }
          - files: [b]
            rules: { sentence-case: error }

        """)
    #expect(
      try lint().found == [
        "a/b/x.pipedrive.yaml error[sentence-case]", "a/x.pipedrive.yaml warning[sentence-case]",
        "x.pipedrive.yaml info[sentence-case]",
      ])
    #expect(try lint("--rule", "sentence-case=off").found == [])
    #expect(try lint("--profile", "strict").found.count == 3)
    #expect(
      try lint("--only", "placeholder-host").found == [
        "a/b/x.pipedrive.yaml error[placeholder-host]", "a/x.pipedrive.yaml error[placeholder-host]",
        "x.pipedrive.yaml error[placeholder-host]",
      ])
    #expect(
      try lint("--only", "sentence-case", "x.pipedrive.yaml").found == ["x.pipedrive.yaml info[sentence-case]"])
  }

  @Test func `overrides choose a stage and a profile`() throws {
    try write(
      "staging/x.pipedrive.yaml", "x.pipedrive.yaml",
      configuration: """
        overrides:
          - { files: [staging/**], stage: draft, profile: strict, rules: { sentence-case: off } }

        """)
    #expect(
      try lint().found == [
        "staging/x.pipedrive.yaml info[placeholder-host]", "x.pipedrive.yaml warning[sentence-case]",
        "x.pipedrive.yaml error[placeholder-host]",
      ])
    #expect(try lint("--stage", "live", "staging").found == ["staging/x.pipedrive.yaml error[placeholder-host]"])
  }

  @Test func `standard input is judged by the place that its name says`() throws {
    try write(configuration: "overrides: [{ files: [staging/**], rules: { placeholder-host: off } }]\n")
    try folder.write("sub/.manifestlint.yaml", "profile: minimal\n")
    func lint(_ name: String) throws -> Int {
      try self.lint("-", "--stdin-filename", name, input: Self.manifest).found.count
    }
    #expect(try lint("x.yaml") == 2)
    #expect(try lint("staging/x.yaml") == 1)
    #expect(try lint("sub/x.yaml") == 0)
    try write(configuration: "profile: minimal\n")
    #expect(try self.lint("-", input: Self.manifest).found == [])
  }

  @Test func `a document is judged by its own configuration, in the stage of its manifest`() throws {
    let manifest =
      Self.manifest + """
          jsonPanels:
            - name: Visits
              dataStructure: ../panels/visits.json
              httpAuth: { username: "${USER}", password: "${PASSWORD}" }
              apiEndpoint: https://www.carservicesapp.com/panel
              locations: [deal-details]

        """
    try folder.write("staging/a.pipedrive.yaml", manifest)
    try folder.write(
      "panels/visits.json",
      ##"{ "type": "object", "properties": { "a": { "$ref": "#/definitions/tex" }, "b": { "$ref": "#/definitions/text" } } }"##
    )
    try folder.write(".manifestlint.yaml", "rules: { sentence-case: off, placeholder-host: off }\n")
    #expect(try lint().found == ["panels/visits.json error[panel-field-type]"])
    try folder.write("panels/.manifestlint.yaml", "rules: { panel-field-type: warning }\n")
    #expect(try lint().found == ["panels/visits.json warning[panel-field-type]"])
    // What the configuration leaves out is left out, since nobody named it.
    try FileManager.default.removeItem(at: folder.url.appending(path: "panels/.manifestlint.yaml"))
    try folder.write(".manifestlint.yaml", "rules: { sentence-case: off, placeholder-host: off }\nexclude: [panels/]\n")
    #expect(try lint().found == [])
    #expect(try lint("panels/visits.json").found == ["panels/visits.json error[panel-field-type]"])
  }

  // MARK: Which files

  @Test func `excluded files are passed over, and named ones only by --force-exclude`() throws {
    try write("a.pipedrive.yaml", "vendor/b.pipedrive.yaml", configuration: "exclude: [vendor/**]\nprofile: minimal\n")
    #expect(try CommandRun("--list-files", in: folder.url).output == "a.pipedrive.yaml\n")
    #expect(
      try CommandRun("--list-files", "vendor/b.pipedrive.yaml", in: folder.url).output == "vendor/b.pipedrive.yaml\n")
    for path in ["vendor", "vendor/b.pipedrive.yaml"] {
      let run = try CommandRun("--force-exclude", path, in: folder.url)
      #expect(run.status == 0, "\(run.trouble)")
      #expect(run.trouble == "")
      #expect(run.output == "")
    }
    let verbose = try CommandRun("--force-exclude", "--verbose", "vendor/b.pipedrive.yaml", in: folder.url)
    #expect(verbose.trouble.hasPrefix("manifestlint: 'vendor/b.pipedrive.yaml' is passed over, as the configuration"))
    #expect(
      try CommandRun("--force-exclude", "a.pipedrive.yaml", "vendor", in: folder.url).output.hasSuffix("in 1 file\n"))
    #expect(try lint("vendor/missing.yaml", "--force-exclude").status == 2)
    // Nothing was named, and there is nothing else.
    try FileManager.default.removeItem(at: folder.url.appending(path: "a.pipedrive.yaml"))
    #expect(try lint().status == 2)
  }

  @Test func `excluded standard input is passed through as it is`() throws {
    try write(configuration: "exclude: [vendor/**]\n")
    let text = "manifest: 1\nextensions: { linkActions: [{ name: \" a\" }] }\n"
    let run = try CommandRun(
      "--fix", "--force-exclude", "-", "--stdin-filename", "vendor/x.yaml", in: folder.url, input: Data(text.utf8))
    #expect(run.output == text)
    #expect(run.status == 0)
  }

  @Test func `included files are taken for what the configuration says`() throws {
    let panel = ##"{ "type": "object", "properties": { "a": { "$ref": "#/definitions/tex" } } }"##
    try folder.write("panels/a.json", panel)
    try folder.write("other/a.json", panel)
    try write(configuration: "include: [{ files: [panels/*.json], kind: json-panel }]\n")
    #expect(try lint().found == ["panels/a.json error[panel-field-type]"])
    try folder.write("panels/a.json", "{}")
    #expect(try lint("panels/a.json").found.first?.hasPrefix("panels/a.json error[missing-key]") == true)
    #expect(try lint("--kind", "app-manifest", "panels/a.json").found.first == "panels/a.json error[missing-key]")
  }

  @Test func `statistics pass over what is excluded`() throws {
    try write("a.pipedrive.yaml", "vendor/b.pipedrive.yaml", configuration: "exclude: [vendor/]\n")
    #expect(!(try CommandRun("stats", ".", in: folder.url).output.contains("vendor")))
  }

  // MARK: A configuration that is named

  @Test func `one that is named is in force for all files, and patterns are seen from where they can be`() throws {
    try write("staging/a.pipedrive.yaml", "b.pipedrive.yaml", configuration: "profile: strict\n")
    try folder.write("staging/.manifestlint.yaml", "profile: strict\n")
    let configuration = "profile: minimal\noverrides: [{ files: [staging/**], rules: { sentence-case: info } }]\n"
    try folder.write("ci/strict.yaml", configuration)
    #expect(try lint("--config", "ci/strict.yaml").found == ["staging/a.pipedrive.yaml info[sentence-case]"])
    try folder.write("shared.yaml", configuration)
    #expect(try lint("--config", "../shared.yaml", in: "staging").found == ["a.pipedrive.yaml info[sentence-case]"])
    try folder.write("ci/strict.json", #"{ "profile": "minimal", "exclude": ["b.*"] }"#)
    #expect(
      try CommandRun("--list-files", "--config", "ci/strict.json", in: folder.url).output
        == "staging/a.pipedrive.yaml\n")
    #expect(try lint("--config", "a", "--no-config").status == 2)
  }

  @Test func `one that cannot be read is trouble, and the files are linted nonetheless`() throws {
    try write("a.pipedrive.yaml")
    let missing = try lint("--config", "missing.yaml")
    #expect(missing.status == 2)
    #expect(missing.trouble == "manifestlint: the configuration cannot be used: 'missing.yaml' does not exist\n")
    #expect(missing.found.contains("missing.yaml: error[unreadable-file]") || missing.found.count == 3)
    #expect(missing.found.contains("a.pipedrive.yaml warning[sentence-case]"))
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: ".manifestlint.yaml"), withIntermediateDirectories: true)
    #expect(try lint("a.pipedrive.yaml").status == 2)
  }

  // MARK: Mistakes

  @Test func `mistakes are findings in the configuration, and the exit code is 2`() throws {
    try write(
      "a.pipedrive.yaml", configuration: "rules: { sentense-case: off, placeholder-host: off }\nprofil: strict\n")
    let run = try lint("--fail-on", "never")
    #expect(run.status == 2)
    #expect(
      run.found == [
        ".manifestlint.yaml warning[unknown-rule]", ".manifestlint.yaml error[unknown-key]",
        "a.pipedrive.yaml warning[sentence-case]",
      ])
    #expect(run.trouble == "manifestlint: the configuration '.manifestlint.yaml' has 2 mistakes\n")
    let text = try CommandRun("--color", "never", in: folder.url).output
    #expect(
      text.hasPrefix(
        "warning[unknown-rule]: there is no rule 'sentense-case'\n --> .manifestlint.yaml:1:10  /rules/sentense-case\n")
    )
    let own = text.prefix(upTo: try #require(text.range(of: "a.pipedrive.yaml")).lowerBound)
    #expect(!own.contains("source:"))
    #expect(try CommandRun("--list-files", in: folder.url).status == 2)
    #expect(try lint("--no-config", "--fail-on", "never").status == 0)
  }

  @Test func `a text that cannot be read is one mistake`() throws {
    try write("a.pipedrive.yaml", configuration: "rules: {\n")
    let run = try lint()
    #expect(run.status == 2)
    #expect(run.found.first == ".manifestlint.yaml error[syntax]")
    #expect(run.found.count == 3)
  }

  @Test func `nothing is written where the configuration has mistakes`() throws {
    let text = "manifest: 1\nextensions: { linkActions: [{ name: \" a\" }] }\n"
    try folder.write("a.pipedrive.yaml", text)
    try folder.write("sub/b.pipedrive.yaml", text)
    try folder.write(".manifestlint.yaml", "exclude: [\"{\"]\n")
    try folder.write("sub/.manifestlint.yaml", "")
    let run = try CommandRun("--fix", in: folder.url)
    #expect(run.status == 2)
    #expect(run.trouble.contains("fixed 1 finding in sub/b.pipedrive.yaml"))
    #expect(run.trouble.contains("'.manifestlint.yaml' has a mistake; the files that it is for are not fixed"))
    #expect(try String(contentsOf: folder.url.appending(path: "a.pipedrive.yaml"), encoding: .utf8) == text)
  }

  @Test func `a configuration is linted and fixed when it is named`() throws {
    try write(configuration: "profil: strict\n")
    #expect(try lint(".manifestlint.yaml").status == 2)
    #expect(
      try lint("-", "--stdin-filename", "x/.manifestlint.yml", input: "profil: a\n").found == [
        "x/.manifestlint.yml error[unknown-key]"
      ])
    #expect(try lint("-", "--kind", "config", input: "profil: a\n").found == ["<stdin> error[unknown-key]"])
    let run = try CommandRun("--fix", ".manifestlint.yaml", in: folder.url)
    #expect(run.status == 0, "\(run.output)\(run.trouble)")
    #expect(
      try String(contentsOf: folder.url.appending(path: ".manifestlint.yaml"), encoding: .utf8) == "profile: strict\n")
    #expect(try CommandRun(".manifestlint.yaml", in: folder.url).output == "no problems in 1 file\n")
  }

  // MARK: Ignored findings

  @Test func `known findings are not reported until their last day is over`() throws {
    try write(
      "a.pipedrive.yaml", "b.pipedrive.yaml",
      configuration: """
        ignore:
          - { rule: placeholder-host, file: a.pipedrive.yaml, pointer: "/extensions/linkActions/[Send The Quote By Mail]/url", until: 2027-01-01 }
          - { rule: sentence-case, file: a.pipedrive.yaml, reason: shipped so }

        """)
    let others = ["b.pipedrive.yaml warning[sentence-case]", "b.pipedrive.yaml error[placeholder-host]"]
    // 2027-01-01T23:59:59Z and a second later.
    let last = try lint(environment: ["SOURCE_DATE_EPOCH": "1798847999"])
    #expect(last.found == others)
    let after = try lint(environment: ["SOURCE_DATE_EPOCH": "1798848000"])
    #expect(
      after.found
        == [".manifestlint.yaml warning[expired-suppression]", "a.pipedrive.yaml error[placeholder-host]"] + others)
    #expect(after.status == 1)
  }

  @Test func `entries for nothing are reported if their file was linted and their rule checked`() throws {
    try write(
      "a.pipedrive.yaml", "b.pipedrive.yaml",
      configuration: """
        rules: { sentence-case: off, placeholder-host: off, unused-suppression: error }
        ignore:
          - { rule: name-length, file: a.pipedrive.yaml }
          - { rule: sentence-case, file: a.pipedrive.yaml }
          - { rule: name-length, file: c.pipedrive.yaml }

        """)
    let run = try CommandRun("--format", "json", in: folder.url)
    let report = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let diagnostics = try #require(report["diagnostics"] as? [[String: Any]])
    #expect(diagnostics.map { $0["pointer"] as? String } == ["/ignore/0"])
    #expect(diagnostics.map { $0["severity"] as? String } == ["error"])
    #expect(try lint("b.pipedrive.yaml").found == [])
    #expect(try lint("--only", "url-fragment").found == [])
  }

  /// What does nothing, and what does something, in two places.
  private static let entries = """
    # known
    ignore:
      - { rule: name-length, file: a.pipedrive.yaml }
      - rule: sentence-case
        file: a.pipedrive.yaml
      - rule: url-fragment
        file: a.pipedrive.yaml
        until: 2020-01-01
      - { rule: placeholder-host, file: a.pipedrive.yaml, until: 2020-01-01 }
      - { rule: url-fragment, file: b.pipedrive.yaml }
      - { rule: name-length, file: a.pipedrive.yaml, pointer: /app/name } # keep me

    """

  @Test func `entries for nothing are removed by --fix, and others stay`() throws {
    try write("a.pipedrive.yaml", configuration: Self.entries)
    #expect(
      try lint().found == [
        ".manifestlint.yaml warning[unused-suppression]", ".manifestlint.yaml warning[expired-suppression]",
        ".manifestlint.yaml warning[expired-suppression]", ".manifestlint.yaml warning[unused-suppression]",
        "a.pipedrive.yaml error[placeholder-host]",
      ])
    #expect(try CommandRun(in: folder.url).output.contains("  = fix (safe): remove the entry\n"))
    #expect(try CommandRun(in: folder.url).output.hasSuffix("in 2 files (2 fixable with --fix, 1 suppressed)\n"))
    let expected = """
      # known
      ignore:
        - rule: sentence-case
          file: a.pipedrive.yaml
        - { rule: placeholder-host, file: a.pipedrive.yaml, until: 2020-01-01 }
        - { rule: url-fragment, file: b.pipedrive.yaml }
        - { rule: name-length, file: a.pipedrive.yaml, pointer: /app/name } # keep me

      """
    let diff = try CommandRun(shell: "git init -q . && \"$0\" --diff", in: folder.url)
    #expect(diff.trouble == "manifestlint: would fix 2 findings in .manifestlint.yaml\n")
    #expect(diff.output.contains("\n-  - { rule: name-length, file: a.pipedrive.yaml }\n   - rule: sentence-case\n"))
    let run = try CommandRun("--fix", in: folder.url)
    #expect(run.trouble == "manifestlint: fixed 2 findings in .manifestlint.yaml\n")
    #expect(try String(contentsOf: folder.url.appending(path: ".manifestlint.yaml"), encoding: .utf8) == expected)
    #expect(run.status == 1)
    let again = try CommandRun("--fix", in: folder.url)
    #expect(again.trouble == "")
    #expect(again.output == run.output)
  }

  @Test(arguments: [
    (".manifestlint.yaml", "ignore:\n  - { rule: name-length, file: a.pipedrive.yaml }\n", ""),
    (
      ".manifestlint.json", #"{ "ignore": [{ "rule": "name-length", "file": "a.pipedrive.yaml" }], "exclude": [] }"#,
      #"{ "exclude": [] }"#
    ),
  ])
  func `the last entry goes with its key, and the patch does the same`(name: String, text: String, rest: String) throws
  {
    try write("a.pipedrive.yaml")
    try folder.write(name, text)
    let file = folder.url.appending(path: name)
    #expect(
      try CommandRun(shell: "git init -q . && \"$0\" --diff 2>&- | git apply --allow-empty", in: folder.url).status == 0
    )
    #expect(try String(contentsOf: file, encoding: .utf8) == rest)
    try folder.write(name, text)
    _ = try CommandRun("--fix", in: folder.url)
    #expect(try String(contentsOf: file, encoding: .utf8) == rest)
  }

  @Test func `entries stay where nobody knows, where the configuration has mistakes, and for standard input`() throws {
    let entry = "ignore: [{ rule: name-length, file: a.pipedrive.yaml }]\n"
    func isKept(_ configuration: String, _ arguments: String..., input: String? = nil) throws -> Bool {
      try write("a.pipedrive.yaml", configuration: configuration)
      _ = try CommandRun(["--fix"] + arguments, in: folder.url, input: input.map { Data($0.utf8) })
      return try String(contentsOf: folder.url.appending(path: ".manifestlint.yaml"), encoding: .utf8) == configuration
    }
    #expect(try !isKept(entry))
    #expect(try isKept(entry, "--only", "sentence-case"))
    #expect(try isKept(entry, "--rule", "name-length=off"))
    #expect(try isKept(entry, "--rule", "unused-suppression=off"))
    #expect(try isKept(entry, "--no-config"))
    #expect(try isKept(entry + "profil: strict\n"))
    #expect(try isKept(entry, "-", "--stdin-filename", "a.pipedrive.yaml", input: Self.manifest))
    try folder.write("b.pipedrive.yaml", Self.manifest)
    #expect(try isKept(entry, "b.pipedrive.yaml"))
  }

  @Test(arguments: ["abc", "1.5", "-1", "999999999999"])
  func `a day that cannot be understood is no day`(day: String) throws {
    try write("a.pipedrive.yaml")
    let run = try lint(environment: ["SOURCE_DATE_EPOCH": day])
    #expect(run.status == 2)
    #expect(run.trouble.hasPrefix("Error: SOURCE_DATE_EPOCH is not a number of seconds since 1970\n"))
    #expect(try lint(environment: ["SOURCE_DATE_EPOCH": ""]).found.count == 2)
  }

  @Test(arguments: [(".", "'.'"), ("sub/..", "'.'"), ("sub", "'sub'")])
  func `a folder is no configuration`(argument: String, name: String) throws {
    try write("a.pipedrive.yaml", "sub/b.pipedrive.yaml")
    let run = try lint("--config", argument)
    #expect(run.status == 2)
    #expect(run.trouble == "manifestlint: the configuration cannot be used: \(name) is a folder, not a file\n")
  }

  // MARK: Size

  @Test func `a large configuration for many files is read once`() throws {
    let entries = (0..<5000).map { "  - { rule: name-length, file: f\($0).pipedrive.yaml, pointer: /app }\n" }
    let overrides = (0..<200).map { "  - { files: [d\($0)/**], rules: { sentence-case: info } }\n" }
    try write(configuration: "overrides:\n\(overrides.joined())ignore:\n\(entries.joined())")
    for index in 0..<200 { try folder.write("d\(index)/a.pipedrive.yaml", Self.manifest) }
    let start = ContinuousClock.now
    #expect(try lint().found.count == 400)
    #expect(ContinuousClock.now - start < .seconds(60))
  }
}
