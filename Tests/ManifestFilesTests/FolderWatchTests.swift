import Foundation
import Testing

@testable import ManifestFiles

@Suite struct FolderWatchTests {
  /// Told by the kernel where it can, and looking by itself.
  @Test(arguments: [true, false])
  func `notices files that come, change, go and take another's name`(isTold: Bool) throws {
    let folder = try TemporaryFolder()
    let (file, other) = (URL(filePath: folder.path("a").text), URL(filePath: folder.path("b").text))
    var watch = FolderWatch(isTold: isTold)
    let location = folder.location
    let isNew = [watch.watch([location, folder.path("missing")]), watch.watch([location, folder.path("missing")])]
    #expect(isNew == [true, false])
    // Each wait would last for ever if the change before it were not noticed.
    try Data("one".utf8).write(to: file)
    watch.waitForChange()
    try Data("more".utf8).write(to: file)
    watch.waitForChange()
    try Data("other".utf8).write(to: other)
    watch.waitForChange()
    #expect(rename(other.path, file.path) == 0)
    watch.waitForChange()
    try FileManager.default.removeItem(at: file)
    watch.waitForChange()
  }

  @Test func `looks by itself where the kernel has no room for so many folders`() throws {
    let folder = try TemporaryFolder()
    let folders = ["a", "b"].map { folder.path($0) }
    for folder in folders {
      try FileManager.default.createDirectory(at: URL(filePath: folder.text), withIntermediateDirectories: false)
    }
    var watch = FolderWatch(isTold: true, room: 1)
    _ = watch.watch([folders[0]])
    let isNew = watch.watch(Set(folders))
    #expect(isNew)
    #expect(!watch.isTold)
    for folder in folders {
      try Data("one".utf8).write(to: URL(filePath: folder.text).appending(path: "file"))
      watch.waitForChange()
    }
    let isNewAgain = watch.watch(Set(folders))
    #expect(!isNewAgain)
  }

  @Test(arguments: [true, false])
  func `notices folders that come and go`(isTold: Bool) throws {
    let folder = try TemporaryFolder()
    let (inner, elsewhere) = (URL(filePath: folder.path("inner").text), URL(filePath: folder.path("elsewhere").text))
    var watch = FolderWatch(isTold: isTold)
    _ = watch.watch([folder.location])
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: false)
    watch.waitForChange()
    #expect(rename(inner.path, elsewhere.path) == 0)
    watch.waitForChange()
    try FileManager.default.removeItem(at: elsewhere)
    watch.waitForChange()
  }

  @Test(arguments: [true, false])
  func `a folder that two paths lead to is watched as long as one of them is`(isTold: Bool) throws {
    let folder = try TemporaryFolder()
    let (inner, link) = (URL(filePath: folder.path("inner").text), URL(filePath: folder.path("link").text))
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: inner)
    for dropped in ["inner", "link"] {
      var watch = FolderWatch(isTold: isTold)
      let kept: Set = [folder.path(dropped == "inner" ? "link" : "inner")]
      _ = watch.watch([folder.path("inner"), folder.path("link")])
      var isNew = watch.watch(kept)
      try Data("one".utf8).write(to: inner.appending(path: "not-\(dropped)"))
      watch.waitForChange()
      isNew = watch.watch(kept) || isNew
      #expect(!isNew)
    }
  }

  @Test func `watches a folder anew that was replaced by another one`() throws {
    let folder = try TemporaryFolder()
    let (inner, moved) = (URL(filePath: folder.path("inner").text), URL(filePath: folder.path("moved").text))
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: false)
    var watch = FolderWatch()
    let locations: Set = [folder.location, folder.path("inner")]
    _ = watch.watch(locations)
    #expect(rename(inner.path, moved.path) == 0)
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: false)
    watch.waitForChange()
    let isNew = watch.watch(locations)
    #expect(isNew)
    try Data("one".utf8).write(to: inner.appending(path: "a"))
    watch.waitForChange()
  }
}
