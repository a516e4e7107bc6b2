import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ReferencedFileTests {
  @Test func `says what is the matter with each path`() {
    var files = InMemoryFiles(["panels/a.json": [], "icon.png": Array(repeating: 0, count: 100)])
    files.files["../secret.json"] = .failure(.outsideProject)
    files.files["folder"] = .failure(.isFolder)
    files.files["locked.json"] = .failure(.unreadable)
    expectLint(
      ReferencedFile(),
      in: """
        extensions:
          jsonPanels:
            - dataStructure: panels/a.json
              actions: [{ schema: 1️⃣modals/b.json1️⃣ }]
          jsonModals:
            - schema: 2️⃣../secret.json2️⃣
            - schema: { properties: {} }
          messaging: 3️⃣folder3️⃣
          videoCalling: 4️⃣locked.json4️⃣
        listing:
          icon: icon.png
          images: [5️⃣one.png5️⃣, ""]
        """,
      [
        "1️⃣": "there is no file 'modals/b.json'", "2️⃣": "'../secret.json' lies outside of the manifest's project",
        "3️⃣": "'folder' is a folder, not a file", "4️⃣": "the file 'locked.json' cannot be read",
        "5️⃣": "there is no file 'one.png'",
      ], files: files)
  }

  @Test func `says nothing where nobody looks at files, or a variable hides the path`() {
    expectLint(ReferencedFile(), in: "extensions: { messaging: a.json }")
    expectLint(ReferencedFile(), in: "extensions: { messaging: '${DIR}/a.json' }", files: InMemoryFiles())
  }

  @Test func `a default counts as the path`() {
    expectLint(
      ReferencedFile(), in: "extensions: { messaging: 1️⃣'${DIR:-x}/a.json'1️⃣ }",
      ["1️⃣": "there is no file '${DIR:-x}/a.json'"], files: InMemoryFiles())
  }

  @Test func `a document is JSON or YAML by its name, and a picture is anything`() {
    let files = InMemoryFiles(["notes.txt": [], "A.YML": [], "env": [], "icon": []])
    expectLint(
      ReferencedFile(),
      in: """
        extensions:
          messaging: 1️⃣notes.txt1️⃣
          videoCalling: A.YML
          jsonModals:
            - schema: 2️⃣'${FILE:-env}'2️⃣
        listing: { icon: icon }
        """,
      [
        "1️⃣": "'notes.txt' is no document: its name does not end in .json, .yaml or .yml",
        "2️⃣": "'${FILE:-env}' is no document: its name does not end in .json, .yaml or .yml",
      ], files: files)
  }

  @Test func `an app manifest is no document`() {
    let files = InMemoryFiles([
      "m.yaml": Array("app: {}".utf8), "two.yaml": Array("properties: {}\n---\n'manifest': 1".utf8),
      "odd.json": Array(##"{"m\u0061nifest": 1}"##.utf8), "good.yaml": Array("properties: { app: {} }".utf8),
    ])
    expectLint(
      ReferencedFile(),
      in: """
        extensions:
          messaging: 1️⃣m.yaml1️⃣
          jsonModals:
            - schema: 2️⃣two.yaml2️⃣
            - schema: 3️⃣odd.json3️⃣
            - schema: good.yaml
        listing: { icon: m.yaml }
        """,
      [
        "1️⃣": "'m.yaml' is an app manifest, and a messaging manifest belongs here",
        "2️⃣": "'two.yaml' is an app manifest, and a JSON modal schema belongs here",
        "3️⃣": "'odd.json' is an app manifest, and a JSON modal schema belongs here",
      ], files: files)
  }

  @Test func `an address is told that a path is wanted`() {
    var files = InMemoryFiles(["a:b.json": Array("{}".utf8)])
    files.files["git.json"] = .failure(.insideGit)
    files.files["link.json"] = .failure(.notADocument)
    files.files["a.json/"] = .failure(.namedAsFolder)
    expectLint(
      ReferencedFile(),
      in: """
        extensions:
          jsonModals:
            - schema: 1️⃣https://a.com/b.json1️⃣
            - schema: 2️⃣FILE:a.json2️⃣
            - schema: a:b.json
            - schema: 3️⃣git.json3️⃣
            - schema: 4️⃣link.json4️⃣
            - schema: 5️⃣a.json/5️⃣
        """,
      [
        "1️⃣": "'https://a.com/b.json' is an address, and nothing is fetched",
        "2️⃣": "'FILE:a.json' is an address, and nothing is fetched",
        "3️⃣": "'git.json' lies in '.git', which holds no files of the project",
        "4️⃣": "'link.json' leads to a file whose name does not end in .json, .yaml or .yml",
        "5️⃣": "'a.json/' is a file, and the slash at its end is for folders",
      ], files: files)
  }
}
