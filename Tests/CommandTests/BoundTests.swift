import Foundation
import Testing

/// What a stranger's change to a project has read and written: nothing but the project's own documents.
@Suite struct `Bounds of a project` {
  private static let secret = "ghp_TOPSECRET"
  private static let good = """
    manifest: 1
    app: { type: private, name: "Acme for cars ", callbackUrl: "https://app.acme.io/callback" }
    oauth: { scopes: [base] }

    """

  /// A repository `p` beside a folder `home` with a secret.
  private func project(_ files: [String: String] = [:]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("home/.netrc", "machine github.com login x password \(Self.secret)\n")
    try folder.write("home/key.json", "\(Self.secret) is the key\n")
    try folder.write("home/other.yaml", Self.good.replacing("Acme", with: Self.secret))
    try folder.write("p/.git/config", "[http]\n\textraheader = AUTHORIZATION: basic \(Self.secret)\n")
    try folder.write("p/.git/key.yaml", "\(Self.secret) is the key\n")
    try folder.write("p/.env", "DB_PASSWORD=\(Self.secret)\n")
    for (name, text) in files { try folder.write("p/\(name)", text) }
    return folder
  }

  private func run(_ line: String, in folder: TemporaryFolder) throws -> CommandRun {
    try CommandRun(shell: line, in: folder.url.appending(path: "p"))
  }

  private static func reference(_ path: String, key: String = "schema", extra: String = "") -> String {
    """
    \(extra)manifest: 1
    app: { name: Car Services App, type: private, callbackUrl: "https://www.carservicesapp.com/c" }
    oauth: { scopes: [base] }
    extensions:
      jsonModals:
        - name: Visits
          apiEndpoint: https://www.carservicesapp.com/v
          jwtSecret: ${S}
          schema: \(path)
          locations: [deal-details]

    """
  }

  private static let formats = ["text", "concise", "json", "sarif", "junit", "github", "markdown", "html"]

  @Test(arguments: [
    ("../home/.netrc", "this is a link that leads outside of the project"),
    ("../home/other.yaml", "this is a link that leads outside of the project"),
    ("/proc/self/environ", "this is a link that leads outside of the project"),
    (".git/config", "this is a link into '.git', where no documents are"),
    (".env", "this is a link to a file whose name does not end in .json, .yaml or .yml"),
  ])
  func `a link that is found is read in the project only`(target: String, message: String) throws {
    let folder = try project()
    for name in ["a.pipedrive.yaml", "a.pipedrive.json", "pipedrive/a.yaml"] {
      let real = name.hasPrefix("pipedrive/") && !target.hasPrefix("/") ? "../\(target)" : target
      for format in Self.formats {
        let run = try run(
          "mkdir -p pipedrive; ln -sf \(real) \(name); \"$0\" --format \(format); echo $?; rm \(name)", in: folder)
        #expect(!(run.output + run.trouble).contains(Self.secret) && !run.output.contains("PATH="))
        #expect(run.output.hasSuffix("\n2\n"), "\(format)")
        if format == "concise" { #expect(run.output.hasPrefix("\(name):1:1: error[unreadable-file] \(message)\n")) }
      }
      // A hook names what it finds in a commit.
      let named = try run("ln -s \(real) \(name); \"$0\" --format concise \(name); echo $?; rm \(name)", in: folder)
      #expect(named.output.hasPrefix("\(name):1:1: error[unreadable-file] \(message)\n"))
      #expect(named.output.hasSuffix("\n2\n") && !(named.output + named.trouble).contains(Self.secret))
    }
  }

  @Test func `a link that stays in the project is followed`() throws {
    let folder = try project(["shared/app.yaml": Self.good])
    let run = try run("mkdir a; ln -s ../shared/app.yaml a/x.pipedrive.yaml; cd a; \"$0\" --format concise", in: folder)
    #expect(run.output.hasPrefix("x.pipedrive.yaml:2:"))
    #expect(try self.run("\"$0\" --fix a/x.pipedrive.yaml", in: folder).trouble.contains("fixed 1 finding"))
    #expect(try self.run("cat shared/app.yaml; ls -l a", in: folder).output.contains("cars\","))
  }

  @Test func `without a repository a link stays in the folder that is searched, and what is named may be anywhere`()
    throws
  {
    let folder = try project()
    let line = """
      rm -r .git; ln -s ../home/other.yaml a.pipedrive.yaml
      "$0" --format concise; echo $?; "$0" --format concise a.pipedrive.yaml; echo $?; cd ..; "$0" --format concise
      """
    let lines = try run(line, in: folder).output.split(separator: "\n")
    #expect(
      lines.contains("a.pipedrive.yaml:1:1: error[unreadable-file] this is a link that leads outside of the project"))
    #expect(lines.contains { $0.hasPrefix("a.pipedrive.yaml:2:") })
    #expect(lines.contains { $0.hasPrefix("p/a.pipedrive.yaml:2:") })
  }

  @Test(arguments: ["--fix", "--unsafe-fixes", "--fix --diff", "--add-suppressions", "--fix a.pipedrive.yaml"])
  func `nothing is written outside of the project`(arguments: String) throws {
    let folder = try project()
    let run = try run(
      "ln -s ../home/other.yaml a.pipedrive.yaml; cp ../home/other.yaml old; \"$0\" \(arguments); echo $?; cmp old ../home/other.yaml",
      in: folder)
    #expect(run.output.hasSuffix("\n2\n") || run.output == "2\n")
    #expect(!(run.output + run.trouble).contains(Self.secret))
  }

  @Test func `a folder that is a link out of the project is not searched`() throws {
    let folder = try project()
    for name in ["link", "link/", "link/other.yaml", "$PWD/link/other.yaml"] {
      let run = try run("ln -sfn ../home link; \"$0\" --format concise \(name); echo $?", in: folder)
      #expect(run.output.contains("this is a link that leads outside of the project"), "\(name)")
      #expect(run.output.hasSuffix("\n2\n") && !run.output.contains(Self.secret))
    }
  }

  @Test(arguments: ["../home/.netrc", "/proc/self/environ", ".git/config", ".env"])
  func `a configuration leads nowhere else`(target: String) throws {
    let folder = try project(["a.pipedrive.yaml": Self.good])
    for name in [".manifestlint.yaml", ".manifestlint.json"] {
      for arguments in ["", "--add-suppressions", "--config \(name)"] {
        let run = try run("ln -s \(target) \(name); \"$0\" \(arguments); echo $?; rm \(name)", in: folder)
        #expect(run.output.hasSuffix("\n2\n") || run.output == "2\n", "\(arguments)")
        #expect(!(run.output + run.trouble).contains(Self.secret) && !run.output.contains("PATH="))
        #expect(run.trouble.contains("the configuration cannot be used: '\(name)' is a link "), "\(arguments)")
      }
    }
    // Nor without a repository.
    let run = try run("rm -r .git; ln -s ../home/.netrc .manifestlint.yaml; \"$0\"; echo $?", in: folder)
    #expect(run.output.hasSuffix("\n2\n") && !(run.output + run.trouble).contains(Self.secret))
  }

  @Test func `baselines, schemas and reports lead nowhere else`() throws {
    let folder = try project(["a.pipedrive.yaml": Self.good])
    let outside = "'x.json' is a link that leads outside of the project"
    for arguments in [
      "--baseline x.json", "--write-baseline x.json", "validate --schema x.json a.pipedrive.yaml", "render x.json",
      "--env-file x.json",
    ] {
      let run = try run("ln -sf ../home/key.json x.json; \"$0\" \(arguments); echo $?", in: folder)
      #expect(run.output.hasSuffix("2\n") && run.trouble.contains(outside), "\(arguments): \(run)")
      #expect(!(run.output + run.trouble).contains(Self.secret))
    }
    let report = try run("\"$0\" --report json=x.json; echo $?; cat ../home/key.json", in: folder)
    #expect(report.output.hasSuffix("\n2\n\(Self.secret) is the key\n"))
    #expect(
      report.trouble.contains("cannot write the report 'x.json': this is a link that leads outside of the project\n"))
    let instance = try run(
      "echo '{}' > s.json; \"$0\" validate --format concise --schema s.json .; echo $?", in: folder)
    #expect(
      instance.output.contains("x.json:1:1: error[unreadable-file] this is a link that leads outside of the project"))
    #expect(instance.output.hasSuffix("\n2\n") && !instance.output.contains(Self.secret))
  }

  @Test func `a file of limited size is said to be one`() throws {
    let folder = try project(["a.pipedrive.yaml": Self.good])
    let run = try run(
      "(ulimit -f 0; \"$0\" --fix; echo $?; \"$0\" --report json=o.json; echo $?) 2>&1 | cat", in: folder)
    #expect(run.output.contains("cannot write 'a.pipedrive.yaml': file too large"))
    #expect(run.output.contains("cannot write 'o.json': file too large\n"))
    #expect(run.output.split(separator: "\n").count { $0 == "2" } == 2)
    #expect(try self.run("ls -A; cat a.pipedrive.yaml", in: folder).output.hasSuffix("a.pipedrive.yaml\n\(Self.good)"))
  }

  // MARK: References

  @Test(arguments: [
    (".git/config", "'.git/config' lies in '.git', which holds no files of the project"),
    (".git/key.yaml", "'.git/key.yaml' lies in '.git', which holds no files of the project"),
    ("x/../.GIT/key.yaml", "'x/../.GIT/key.yaml' lies in '.git', which holds no files of the project"),
    (".env", "'.env' is no document: its name does not end in .json, .yaml or .yml"),
    ("env.json", "'env.json' leads to a file whose name does not end in .json, .yaml or .yml"),
    ("git.yaml", "'git.yaml' lies in '.git', which holds no files of the project"),
    ("../home/key.json", "'../home/key.json' lies outside of the manifest's project"),
    ("visits.json/", "'visits.json/' is a file, and the slash at its end is for folders"),
    ("file:///etc/passwd", "'file:///etc/passwd' is an address, and nothing is fetched"),
    ("https://a.com/b.json", "'https://a.com/b.json' is an address, and nothing is fetched"),
  ])
  func `a reference reads documents of the project only`(path: String, message: String) throws {
    let folder = try project(["a.pipedrive.yaml": Self.reference(path), "visits.json": "{}"])
    for format in Self.formats {
      let run = try run(
        "ln -sf .env env.json; ln -sf .git/key.yaml git.yaml; \"$0\" --format \(format)", in: folder)
      #expect(!(run.output + run.trouble).contains(Self.secret))
      if format == "concise" {
        #expect(
          run.output == """
            a.pipedrive.yaml:9:15: error[referenced-file] \(message)
            found 1 error in 1 file

            """)
      }
    }
    let rendered = try self.run("\"$0\" render a.pipedrive.yaml; echo $?", in: folder)
    #expect(rendered.output == "1\n" && !rendered.trouble.contains(Self.secret))
  }

  @Test(arguments: [
    #"{"type": "service_account", "private_key": "SECRET"}"#, "SECRET", "[SECRET]", "{SECRET", "SECRET: 1", "\"SECRET",
    "DB_PASSWORD=SECRET",
  ])
  func `of a file that is nothing like a document nothing is shown`(text: String) throws {
    let text = text.replacing("SECRET", with: Self.secret)
    for name in ["key.json", "key.yaml"] {
      for configuration in ["{}", "include: [{ files: [key.*], kind: json-modal }]", "include: [{ files: [key.*] }]"] {
        let isReferenced = configuration == "{}"
        let folder = try project([
          name: text, ".manifestlint.yaml": configuration,
          "a.pipedrive.yaml": isReferenced ? Self.reference(name) : Self.good,
        ])
        for arguments in Self.formats.map({ "--format \($0)" }) + ["--fix --diff", "--unsafe-fixes"] {
          let run = try run("\"$0\" \(arguments)", in: folder)
          #expect(!(run.output + run.trouble).contains(Self.secret), "\(name) \(arguments)")
        }
        let run = try run("\"$0\" --format concise", in: folder)
        #expect(run.status == 1)
        #expect(run.output.contains("\(name):1:1: error["))
        #expect(run.output.contains("so nothing of it is shown"))
      }
    }
  }

  @Test func `a document with a mistake is shown`() throws {
    let folder = try project([
      "a.pipedrive.yaml": Self.reference("m.json"), "m.json": #"{ "properties": { "blocks" {} } }"#,
    ])
    let run = try run("\"$0\"", in: folder)
    #expect(run.output.contains(#"1 | { "properties": { "blocks" {} } }"#))
  }

  @Test func `what a configuration lists is a document by its name`() throws {
    let folder = try project([
      "a.pipedrive.yaml": Self.good, ".manifestlint.yaml": "include: [{ files: [.env], kind: json-modal }]",
    ])
    let run = try run("\"$0\" --format concise", in: folder)
    #expect(
      run.output.hasPrefix(
        ".env:1:1: error[unreadable-file] file has a name that does not end in .json, .yaml or .yml\n"))
    #expect(run.status == 2)
  }

  @Test(arguments: [".env", "env.json", ".git/config", "text.json"])
  func `what a schema refers to is not shown where it is no schema`(path: String) throws {
    let folder = try project([
      "s.json": "{ \"$ref\": \"\(path)\" }", "i.json": "{}", "env.json": "API_KEY=\(Self.secret)\n",
      "text.json": "\"\(Self.secret)\"",
    ])
    let run = try run("\"$0\" validate --schema s.json i.json", in: folder)
    #expect(run.status == 2 && !(run.output + run.trouble).contains(Self.secret))
    let reasons = [" holds no schema\n", " is not well-formed; ", " belongs to git, "]
    #expect(reasons.contains { run.trouble.contains($0) })
  }

  @Test(arguments: [
    "../home/schema.json", "$HOME/schema.json", "file://$HOME/schema.json", "link.json", "folder/schema.json",
  ])
  func `a schema refers to nothing outside of its project`(reference: String) throws {
    let folder = try project(["i.json": "5"])
    let home = folder.url.appending(path: "home").path
    let reference = reference.replacing("$HOME", with: home)
    try folder.write("p/s.json", "{ \"$ref\": \"\(reference)\" }")
    _ = try run("ln -s ../home/schema.json link.json; ln -s ../home folder", in: folder)
    let said = "'\(reference)' in 's.json' is outside of the schema's project, and is not read; give its file by --map"
    let line = "\"$0\" validate --schema s.json i.json"
    let absent = try run(line, in: folder)
    #expect(absent.status == 2)
    try folder.write("home/schema.json", #"{ "title": "\#(Self.secret)", "type": "string" }"#)
    let present = try run(line, in: folder)
    #expect(present.status == 2 && present.trouble.contains(said))
    #expect(!(present.output + present.trouble).contains(Self.secret))
    // Whether a file is there is nobody's business either, but that a link leads nowhere is.
    if reference != "link.json" { #expect(present.trouble == absent.trouble && present.output == absent.output) }
    let checked = try run("\"$0\" validate --check-schema s.json", in: folder)
    #expect(checked.status == 1 && !checked.output.contains(Self.secret))
  }

  @Test(arguments: ["--schema-dir ../home", "--map $PWD/=../home"])
  func `whoever names a folder lets schemas refer to what is in it`(option: String) throws {
    let folder = try project(["i.json": "5", "s.json": #"{ "$ref": "../home/schema.json" }"#])
    try folder.write("home/schema.json", #"{ "type": "string" }"#)
    let option = option.replacing("$PWD", with: "file://" + folder.url.path + "/home")
    let run = try run("\"$0\" validate --schema s.json i.json --format concise \(option)", in: folder)
    #expect(run.output.hasPrefix("i.json:1:1: error[wrong-type]"), "\(run.trouble)")
  }

  @Test func `a schema refers to what lies beside and above it in its project`() throws {
    let folder = try project([
      "i.json": "5", "deep/s.json": #"{ "$ref": "../t.json" }"#, "t.json": #"{ "$ref": "other/u.json" }"#,
      "other/u.json": #"{ "type": "string" }"#,
    ])
    let run = try run("\"$0\" validate --schema deep/s.json i.json --format concise", in: folder)
    #expect(run.output.hasPrefix("i.json:1:1: error[wrong-type]") && run.status == 1 && run.trouble.isEmpty)
  }

  // MARK: Manifests as documents

  @Test(arguments: ["m.pipedrive.yaml", "./m.pipedrive.yaml", "link.yaml"])
  func `a manifest that names itself as a document is judged as a manifest`(path: String) throws {
    let text = Self.reference(
      path, extra: "# manifestlint-disable-file missing-key, unknown-key -- generated\n"
    ).replacing("https://www.carservicesapp.com/c", with: "http://user:pw@localhost")
    let folder = try project(["m.pipedrive.yaml": text])
    for paths in ["", ".", "m.pipedrive.yaml"] {
      let run = try run("ln -sf m.pipedrive.yaml link.yaml; \"$0\" --format concise \(paths)", in: folder)
      #expect(run.status == 1)
      #expect(run.output.contains("error[url-credentials]"))
      #expect(
        run.output.contains(
          ":10:15: error[referenced-file] '\(path)' is an app manifest, and a JSON modal schema belongs here\n"))
      #expect(run.output.components(separatedBy: "referenced-file").count == 2)
      #expect(!run.output.contains("JSON modal schema,"))
    }
  }

  @Test func `a manifest that another one names is judged as a manifest`() throws {
    let bad = Self.reference("visits.json").replacing(
      "https://www.carservicesapp.com/c", with: "http://user:pw@localhost")
    for name in ["a-evil.pipedrive.yaml", "z-evil.pipedrive.yaml"] {
      for text in [bad, bad + "---\nproperties: {}\n", bad.replacing("manifest:", with: "\"manifes\\x74\":")] {
        let folder = try project([
          "pipedrive.app.yaml": text, name: Self.reference("pipedrive.app.yaml"),
          "visits.json": #"{"properties": {"blocks": {}, "actions": {}}}"#,
        ])
        for paths in ["", "pipedrive.app.yaml \(name)"] {
          let run = try run("\"$0\" --format concise \(paths)", in: folder)
          #expect(run.output.contains("pipedrive.app.yaml:2:") && run.output.contains("error[url-credentials]"))
          #expect(run.output.contains("\(name):9:15: error[referenced-file] 'pipedrive.app.yaml' is an app manifest"))
        }
        // Where nobody else names it, it is not judged at all.
        let alone = try run("\"$0\" --format concise \(name)", in: folder)
        #expect(
          alone.output == """
            \(name):9:15: error[referenced-file] 'pipedrive.app.yaml' is an app manifest, and a JSON modal schema belongs here
            found 1 error in 1 file

            """)
      }
    }
  }

  @Test func `what the configuration says of a document counts over what a manifest takes it for`() throws {
    let folder = try project([
      "a.pipedrive.yaml": Self.reference("panel.json"),
      ".manifestlint.yaml": "include: [{ files: [panel.json], kind: json-panel }]",
      "panel.json": ##"{"type": "object", "properties": {"a": {"$ref": "#/definitions/txt"}}}"##,
    ])
    #expect(try run("\"$0\" --format concise", in: folder).output.contains("error[panel-field-type]"))
  }
}
