/// A folder of its own for what is needed for a while, readable by the user alone.
public final class TemporaryFolder {
  /// Its location.
  public let location: FilePath

  /// Makes a folder where the system keeps such: in `TMPDIR`, or else in `/tmp`.
  public init(_ environment: Environment) throws(FileError) {
    let parent = FilePath(environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp")
    do throws(SystemError) {
      let folder = try SystemCalls.makeTemporaryFolder(in: parent)
      location = SystemCalls.realPath(folder) ?? folder
    } catch {
      throw FileError(parent, .write, error)
    }
  }

  deinit {
    remove()
  }

  /// Removes it with all that it holds; links are removed and not followed.
  public func remove() {
    var folders = [location]
    var index = 0
    while index < folders.count {
      let folder = folders[index]
      index += 1
      guard let listing = try? SystemCalls.entries(of: folder) else { continue }
      for entry in listing.entries {
        let path = folder.appending(listing.name(of: entry))
        if entry.kind == .folder { folders.append(path) } else { try? SystemCalls.remove(path) }
      }
    }
    for folder in folders.reversed() { try? SystemCalls.removeFolder(folder) }
  }
}
