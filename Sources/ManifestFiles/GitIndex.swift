/// The paths in git's index: what is tracked, and so never ignored.
///
/// Format: <https://git-scm.com/docs/index-format>, versions 2 to 4 (checked 2026-11-22).
struct GitIndex {
  /// All paths, one after the other, sorted by their bytes.
  private var bytes: [UInt8] = []
  /// Where each of them ends.
  private var ends: [Int] = []
  /// The name of the file beside it that holds the other paths, if the index is split.
  private(set) var sharedIndex: String?

  /// An index with nothing in it, as that of a new repository.
  init() {}

  /// Reads an index; `nil` for what is none, or none of a version that is known.
  init?(_ file: [UInt8]) {
    // A repository names objects by 20 bytes or by 32, which the index does not tell; lengths that do not fit do.
    guard let index = Self(file, hashLength: 20) ?? Self(file, hashLength: 32) else { return nil }
    self = index
  }

  private init?(_ file: [UInt8], hashLength: Int) {
    guard file.starts(with: "DIRC".utf8), file.count >= 12 + hashLength else { return nil }
    let content = file.dropLast(hashLength)
    let (version, count) = (content.number(at: 4, bytes: 4), content.number(at: 8, bytes: 4))
    guard (2...4).contains(version) else { return nil }
    var offset = 12
    var name: [UInt8] = []
    for _ in 0..<count {
      let start = offset
      let flags = offset + 40 + hashLength
      guard flags + 2 <= content.count else { return nil }
      let isExtended = content[flags] & 0x40 != 0
      let length = content.number(at: flags, bytes: 2) & 0xFFF
      offset = flags + (isExtended ? 4 : 2)
      if version == 4 {
        guard let kept = content.prefixLength(at: &offset, of: name.count) else { return nil }
        name.removeLast(name.count - kept)
      } else {
        name.removeAll(keepingCapacity: true)
      }
      guard offset < content.count, let end = content[offset...].firstIndex(of: 0) else { return nil }
      name.append(contentsOf: content[offset..<end])
      // Before version 4 as many zeros follow as make the length a multiple of eight, and one at least.
      offset = version == 4 ? end + 1 : start + (end - start) / 8 * 8 + 8
      guard min(name.count, 0xFFF) == length else { return nil }
      // What stands for a path of the shared index has no name of its own.
      if name.isEmpty { continue }
      if let last = ends.indices.last {
        if self[last].elementsEqual(name) { continue }
        guard self[last].lexicographicallyPrecedes(name) else { return nil }
      }
      bytes.append(contentsOf: name)
      ends.append(bytes.count)
    }
    sharedIndex = content.splitExtension(from: offset).map { link in
      "sharedindex." + link.prefix(hashLength).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }

  private subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// Whether a path from the repository's root is tracked; of a folder, whether it is a submodule, or something in it is.
  func contains(_ path: some Collection<UInt8>, isFolder: Bool) -> Bool {
    if let first = first(from: path), first.elementsEqual(path) { return true }
    if !isFolder { return false }
    let folder = Array(path) + [.slash]
    return first(from: folder)?.starts(with: folder) ?? false
  }

  /// The first path that does not sort before another one.
  private func first(from path: some Collection<UInt8>) -> ArraySlice<UInt8>? {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].lexicographicallyPrecedes(path) { low = middle + 1 } else { high = middle }
    }
    return low < ends.count ? self[low] : nil
  }
}

extension ArraySlice<UInt8> {
  fileprivate func number(at offset: Int, bytes count: Int) -> Int {
    self[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
  }

  /// How much of the name before an entry of version 4 has in common with it; its offset is moved behind that.
  fileprivate func prefixLength(at offset: inout Int, of length: Int) -> Int? {
    var removed = -1
    repeat {
      guard offset < endIndex, removed < length else { return nil }
      removed = (removed + 1) << 7 | Int(self[offset] & 0x7F)
      offset += 1
    } while self[offset - 1] & 0x80 != 0
    return removed <= length ? length - removed : nil
  }

  /// What the extension of a split index says, if one of those that follow the entries is it.
  fileprivate func splitExtension(from start: Int) -> Self? {
    var offset = start
    while offset + 8 <= endIndex {
      let end = Swift.min(offset + 8 + number(at: offset + 4, bytes: 4), endIndex)
      if self[offset...].starts(with: "link".utf8) { return self[offset + 8..<end] }
      offset = end
    }
    return nil
  }
}
