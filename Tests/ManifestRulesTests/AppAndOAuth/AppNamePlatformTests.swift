import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct AppNamePlatformTests {
  @Test(arguments: [
    ("1️⃣Pipedrive1️⃣ Cars", "Pipedrive"), ("Cars for 1️⃣pipedrive1️⃣", "pipedrive"), ("1️⃣PipedriveCars1️⃣", "PipedriveCars"),
    ("My 1️⃣Pipe Drive1️⃣ tool", "Pipe Drive"), ("1️⃣Pipdrive1️⃣ Cars", "Pipdrive"),
  ])
  func `flags Pipedrive's name and what looks like it`(name: String, word: String) {
    expectLint(
      AppNamePlatform(), in: "app: { name: \(name) }\n",
      ["1️⃣": "the app's name holds '\(word)' and so reads as if Pipedrive had made the app"])
  }

  @Test func `flags words of an unfinished app when it is live`() {
    expectLint(
      AppNamePlatform(), in: "app: { name: 'Cars (1️⃣BETA1️⃣)', status: live }\n",
      ["1️⃣": "the app is live and its name holds 'BETA'"])
    expectLint(AppNamePlatform(), in: "app: { name: Cars beta, status: draft }\n")
  }

  @Test(arguments: [
    "Car Services App", "Pipeline Drive", "Testimonials", "Devon Cars", "Pipedream", "Demographics", "${NAME}-x",
    "Dev${X}",
  ])
  func `lets other names pass`(name: String) {
    expectLint(AppNamePlatform(), in: "app: { name: \"\(name)\", status: live }\n")
  }
}
