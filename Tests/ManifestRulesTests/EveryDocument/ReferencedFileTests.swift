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
}
