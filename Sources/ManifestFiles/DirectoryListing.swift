/// The names in a folder, packed into one array so that a large folder costs no allocation a name.
struct DirectoryListing {
  /// A name and what it stands for.
  struct Entry {
    var start: Int
    var end: Int
    var kind: FileKind
    /// Why a search takes it, once that is known.
    var origin: FoundFile.Origin?
  }

  /// All names, one after the other.
  private(set) var bytes: [UInt8] = []
  private(set) var entries: [Entry] = []

  /// Adds a name.
  mutating func append(_ name: some Collection<UInt8>, kind: FileKind) {
    let start = bytes.count
    bytes.append(contentsOf: name)
    entries.append(Entry(start: start, end: bytes.count, kind: kind))
  }

  /// The name of an entry.
  func name(of entry: Entry) -> ArraySlice<UInt8> {
    bytes[entry.start..<entry.end]
  }

  /// Puts something in the place of each entry, or nothing.
  mutating func replaceEntries(_ replacement: (Entry) -> Entry?) {
    entries = entries.compactMap(replacement)
  }

  /// Sorts the entries so that walking into folders as they come gives whole paths sorted by their bytes.
  ///
  /// A folder sorts as if its name ended in `/`: `a-b` comes before what is in `a`.
  mutating func sort() {
    let bytes = bytes
    func byte(at index: Int, of entry: Entry) -> Int {
      if index < entry.end { return Int(bytes[index]) }
      return entry.kind == .folder ? Int(UInt8.slash) : -1
    }
    entries.sort { first, second in
      var (left, right) = (first.start, second.start)
      while left < first.end, right < second.end, bytes[left] == bytes[right] {
        left += 1
        right += 1
      }
      return byte(at: left, of: first) < byte(at: right, of: second)
    }
  }
}
