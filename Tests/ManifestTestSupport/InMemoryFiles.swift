public import ManifestLint

/// Files that a test makes up.
public struct InMemoryFiles: ReferencedFiles {
  /// What becomes of a file that is asked for, by the path as the manifest has it; one that is not here is missing.
  public var files: [String: Result<[UInt8], ReferencedFileProblem>]

  /// Files with these bytes.
  public init(_ files: [String: [UInt8]] = [:]) {
    self.files = files.mapValues { .success($0) }
  }

  public func contents(
    of path: String, relativeTo manifest: String, limit: Int
  ) -> Result<[UInt8], ReferencedFileProblem> {
    guard case .success(let bytes)? = files[path] else { return files[path] ?? .failure(.missing) }
    return bytes.count > limit ? .failure(.overLimit) : .success(bytes)
  }

  /// The beginning of a PNG of that size.
  public static func png(_ width: UInt32, _ height: UInt32) -> [UInt8] {
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    let numbers = [width, height].flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
    }
    return signature + Array("IHDR".utf8) + numbers + [8, 6, 0, 0, 0]
  }

  /// The beginning of a JPEG of that size, with a segment before the one that says so.
  public static func jpeg(_ width: UInt16, _ height: UInt16) -> [UInt8] {
    let numbers = [height, width].flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    return [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xFF, 0xC2, 0, 11, 8] + numbers + [1, 0x11, 0]
  }
}
