import Foundation

/// A public test suite that lies outside of the project: in `CONFORMANCE_DIR`, or beside the package.
public struct ConformanceSuite: Sendable {
  /// Its folder.
  public let directory: String

  /// Finds a suite; where it is absent this says so and is `nil`, so that a test can end there.
  public init?(_ name: String) {
    var package = URL(filePath: #filePath)
    for _ in 0..<3 { package.deleteLastPathComponent() }
    let root =
      ProcessInfo.processInfo.environment["CONFORMANCE_DIR"] ?? package.path + "/../shared/conformance"
    directory = root + "/" + name
    guard FileManager.default.fileExists(atPath: directory) else {
      print("skipped: the suite \(name) is not in CONFORMANCE_DIR")
      return nil
    }
  }

  /// The names of the files in a folder of it that end so, sorted.
  public func files(in folder: String = "", suffix: String) -> [String] {
    let path = folder.isEmpty ? directory : directory + "/" + folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(suffix) }.sorted()
  }

  /// The files in a folder of it and below, by their paths from there, sorted.
  public func paths(in folder: String) -> [String] {
    ((try? FileManager.default.subpathsOfDirectory(atPath: directory + "/" + folder)) ?? []).sorted()
  }

  /// The bytes of a file; empty if there is none.
  public func bytes(_ path: String) -> [UInt8] {
    (try? Data(contentsOf: URL(filePath: directory + "/" + path))).map { Array($0) } ?? []
  }
}
