import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ListingImageFileTests {
  private static let files: InMemoryFiles = {
    var files = InMemoryFiles([
      "wide.png": InMemoryFiles.png(1440, 900), "good.jpg": InMemoryFiles.jpeg(2880, 1800), "empty.png": [],
      "small.png": InMemoryFiles.png(640, 400), "square.jpg": InMemoryFiles.jpeg(800, 800),
      "a.gif": Array("GIF89a".utf8), "text.png": Array("hello".utf8),
      "cut.png": Array(InMemoryFiles.png(1, 1).prefix(12)),
      "zero.png": InMemoryFiles.png(0, 0),
      "big.png": InMemoryFiles.png(1280, 800) + Array(repeating: 0, count: 10 << 20),
    ])
    for problem in ReferencedFileProblem.allCases where problem != .overLimit {
      files.files["\(problem).png"] = .failure(problem)
    }
    return files
  }()

  @Test(arguments: [
    ("small.png", "the listing image is 640×400 pixels"),
    ("square.jpg", "the listing image is 800×800 pixels, which is not 16:10"),
    ("a.gif", "the listing image is a GIF; PNG and JPEG are taken"), ("text.png", "the listing image is no picture"),
    ("empty.png", "the listing image is an empty file"), ("cut.png", "the listing image is a damaged PNG"),
    ("zero.png", "the listing image is a damaged PNG"), ("big.png", "the listing image is larger than 10 MB"),
  ])
  func `says what is wrong with a picture`(file: String, message: String) {
    expectLint(
      ListingImageFile(), in: "listing: { images: [wide.png, good.jpg, 1️⃣\(file)1️⃣] }\n", ["1️⃣": message],
      files: Self.files)
  }

  @Test func `a file that cannot be had is another rule's`() {
    let names =
      ReferencedFileProblem.allCases.filter { $0 != .overLimit }.map { "\($0).png" } + ["nowhere.png", "''", "1"]
    expectLint(ListingImageFile(), in: "listing: { images: [\(names.joined(separator: ", "))] }\n", files: Self.files)
    expectLint(ListingImageFile(), in: "listing: { images: [\"${DIR}/small.png\", small.png] }\n")
  }
}
