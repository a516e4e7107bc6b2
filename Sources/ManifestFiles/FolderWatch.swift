/// Waits for changes in folders: of the files in them, and of which there are.
///
/// The kernel tells of them on Linux. Elsewhere, and where it has no room for so many folders, they are looked at twice a
/// second.
public struct FolderWatch {
  /// A folder with what is in it, by name.
  private typealias Content = [[UInt8]: FileStatus]

  /// How long it must be quiet before a change is told of: editors save in several steps.
  private static let quiet: Int32 = 50
  /// How long somebody who changes things all the time is waited for.
  private static let longest: UInt64 = 1_000_000_000
  /// How often folders are looked at where the kernel does not tell.
  private static let pause: Int32 = 500

  private var contents: [FilePath: Content]?

  #if !canImport(Darwin)
    private let notifications: FolderNotifications?
    private var numbers: [FilePath: Int32] = [:]
  #endif

  /// Watches nothing yet.
  ///
  /// - Parameter isTold: Whether the kernel is asked to tell of changes, where it can.
  public init(isTold: Bool = true) {
    #if canImport(Darwin)
      contents = [:]
    #else
      notifications = isTold ? try? FolderNotifications() : nil
      contents = notifications == nil ? [:] : nil
    #endif
  }

  /// Watches these folders and no others; one that does not exist is passed over.
  ///
  /// - Returns: Whether one of them was not watched before, so that a change may have gone unnoticed.
  public mutating func watch(_ folders: Set<FilePath>) -> Bool {
    #if !canImport(Darwin)
      if contents == nil, let isNew = watchByNotifications(folders) { return isNew }
    #endif
    let known = contents ?? [:]
    var next: [FilePath: Content] = [:]
    for folder in folders { next[folder] = known[folder] ?? Self.content(of: folder) }
    contents = next
    return next.keys.contains { known[$0] == nil }
  }

  /// Waits until something has changed, and nothing more comes.
  public mutating func waitForChange() {
    #if !canImport(Darwin)
      if contents == nil {
        do throws(SystemError) {
          return try waitForNotifications()
        } catch {
          contents = [:]
        }
      }
    #endif
    guard let known = contents else { return }
    while true {
      SystemCalls.pause(milliseconds: Self.pause)
      var next: [FilePath: Content] = [:]
      for folder in known.keys { next[folder] = Self.content(of: folder) ?? [:] }
      if next != known {
        contents = next
        return
      }
    }
  }

  /// What is in a folder; `nil` if there is no such folder.
  private static func content(of folder: FilePath) -> Content? {
    guard let listing = try? SystemCalls.entries(of: folder) else { return nil }
    var content: Content = [:]
    for entry in listing.entries where entry.kind != .folder {
      let name = Array(listing.name(of: entry))
      content[name] = try? SystemCalls.status(of: folder.appending(name), followingLinks: true)
    }
    return content
  }
}

#if !canImport(Darwin)
  extension FolderWatch {
    /// Lets the kernel tell of changes; `nil` where it has no room for that.
    private mutating func watchByNotifications(_ folders: Set<FilePath>) -> Bool? {
      guard let notifications else { return nil }
      for (folder, number) in numbers where !folders.contains(folder) {
        notifications.remove(number)
        numbers[folder] = nil
      }
      var isNew = false
      for folder in folders where numbers[folder] == nil {
        do throws(SystemError) {
          numbers[folder] = try notifications.add(folder)
          isNew = true
        } catch  where error == .noRoom {
          contents = [:]
          return nil
        } catch {
          continue
        }
      }
      return isNew
    }

    private mutating func waitForNotifications() throws(SystemError) {
      guard let notifications else { return }
      var events = try notifications.events(waiting: -1)
      let start = SystemCalls.monotonicNanoseconds()
      while !events.isEmpty {
        let gone = Set(events.filter(\.isGone).map(\.number))
        // A folder of the same name is another one, and to be watched anew.
        if !gone.isEmpty {
          for number in gone { notifications.remove(number) }
          numbers = numbers.filter { !gone.contains($0.value) }
        }
        if SystemCalls.monotonicNanoseconds() - start > Self.longest { return }
        events = try notifications.events(waiting: Self.quiet)
      }
    }
  }
#endif
