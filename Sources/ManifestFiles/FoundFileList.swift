/// Found files, in as little memory as they can be made of: each folder once, and all names one after the other.
///
/// A run may find a hundred thousand files and looks at one after the other; as values of their own they would take half
/// a kilobyte each.
public struct FoundFileList: Sendable {
  /// What files that lie side by side have in common; the paths are followed by names, so they end in a slash.
  private struct Folder: Equatable {
    var path: [UInt8]
    var location: [UInt8]
    var configuration: FilePath?
  }

  private struct Entry: Sendable {
    var folder: UInt32
    var nameStart: UInt32
    var nameCount: UInt32
    var origin: FoundFile.Origin
  }

  private var folders: [Folder] = []
  private var names: [UInt8] = []
  private var entries: [Entry] = []

  /// No files.
  public init() {}

  /// Adds a file at the end.
  public mutating func append(_ file: FoundFile) {
    let name = file.path.name
    // It may go by another name than its own, and then stands in a folder for itself that has no slash.
    let isShared = file.location.name == name
    let folder = Folder(
      path: Array(file.path.bytes.dropLast(isShared ? name.count : 0)),
      location: Array(file.location.bytes.dropLast(isShared ? name.count : 0)), configuration: file.configuration)
    if folders.last != folder { folders.append(folder) }
    let start = names.count
    if isShared { names.append(contentsOf: name) }
    entries.append(
      Entry(
        folder: UInt32(folders.count - 1), nameStart: UInt32(start), nameCount: UInt32(names.count - start),
        origin: file.origin))
  }

  /// Puts the files in the order of the bytes of their paths.
  public mutating func sort() {
    // What one search brings is in order.
    if zip(entries, entries.dropFirst()).allSatisfy({ difference(of: $0, from: $1) <= 0 }) { return }
    entries = order { difference(of: $0, from: $1) }.map { entries[$0] }
  }

  /// Leaves of files with the same location the first; that one of them was named is the strongest reason for it.
  mutating func removeRepeats() {
    var first: Int?
    var isRepeat = [Bool](repeating: false, count: entries.count)
    for index in order(by: { difference(of: $0, from: $1, byLocation: true) }) {
      if let first, difference(of: entries[first], from: entries[index], byLocation: true) == 0 {
        if entries[index].origin == .named { entries[first].origin = .named }
        isRepeat[index] = true
      } else {
        first = index
      }
    }
    if isRepeat.contains(true) { entries = entries.indices.filter { !isRepeat[$0] }.map { entries[$0] } }
  }

  /// The indices of the entries in another order; those between which it sees no difference stay as they are.
  private func order(by difference: (Entry, Entry) -> Int) -> [Int] {
    entries.indices.sorted { left, right in
      let result = difference(entries[left], entries[right])
      return result == 0 ? left < right : result < 0
    }
  }

  /// Below zero if the path or location of the first comes before that of the other, zero if they are the same.
  private func difference(of first: Entry, from second: Entry, byLocation: Bool = false) -> Int {
    let (leftName, rightName) = (name(first), name(second))
    var (left, right) = ([UInt8](), [UInt8]())
    if first.folder != second.folder {
      let (own, other) = (folders[Int(first.folder)], folders[Int(second.folder)])
      (left, right) = byLocation ? (own.location, other.location) : (own.path, other.path)
    }
    let (leftCount, rightCount) = (left.count + leftName.count, right.count + rightName.count)
    for index in 0..<Swift.min(leftCount, rightCount) {
      let leftByte = index < left.count ? left[index] : leftName[leftName.startIndex + index - left.count]
      let rightByte = index < right.count ? right[index] : rightName[rightName.startIndex + index - right.count]
      if leftByte != rightByte { return leftByte < rightByte ? -1 : 1 }
    }
    return leftCount - rightCount
  }

  private func name(_ entry: Entry) -> ArraySlice<UInt8> {
    names[Int(entry.nameStart)..<Int(entry.nameStart + entry.nameCount)]
  }
}

// MARK: - RandomAccessCollection

extension FoundFileList: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { entries.count }

  public subscript(index: Int) -> FoundFile {
    let entry = entries[index]
    let folder = folders[Int(entry.folder)]
    let name = name(entry)
    return FoundFile(
      path: FilePath(bytes: folder.path + name), location: FilePath(bytes: folder.location + name),
      origin: entry.origin, configuration: folder.configuration)
  }
}

// MARK: - Hashable

extension FoundFileList: Hashable {
  public static func == (lhs: Self, rhs: Self) -> Bool { lhs.elementsEqual(rhs) }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for file in self { hasher.combine(file) }
  }
}
