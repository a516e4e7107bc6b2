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
    /// `nil` where the kernel does not tell, or tells no more.
    private var notifications: FolderNotifications?
    private var numbers: [FilePath: Int32] = [:]
    private let room: Int
  #endif

  /// Watches nothing yet.
  public init() {
    self.init(isTold: true)
  }

  /// Watches nothing yet.
  ///
  /// - Parameters:
  ///   - isTold: Whether the kernel is asked to tell of changes, where it can.
  ///   - room: Of how many folders it is asked at most.
  init(isTold: Bool, room: Int = .max) {
    #if canImport(Darwin)
      contents = [:]
    #else
      self.room = room
      notifications = isTold ? try? FolderNotifications() : nil
      contents = notifications == nil ? [:] : nil
    #endif
  }

  /// Whether the kernel tells of changes.
  var isTold: Bool { contents == nil }

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

  /// Waits until something has changed, and nothing more comes; or until nobody reads a stream any more.
  public mutating func waitForChange(whileReading stream: StandardStream? = nil) {
    #if !canImport(Darwin)
      if contents == nil {
        do throws(SystemError) {
          return try waitForNotifications(whileReading: stream)
        } catch {
          lookByItself(at: Set(numbers.keys))
        }
      }
    #endif
    guard let known = contents else { return }
    while true {
      SystemCalls.pause(milliseconds: Self.pause)
      if stream?.isAbandoned == true { return }
      var next: [FilePath: Content] = [:]
      for folder in known.keys { next[folder] = Self.content(of: folder) ?? [:] }
      if next != known {
        contents = next
        return
      }
    }
  }

  /// What is in a folder; `nil` if there is no such folder.
  ///
  /// Of a folder in it only the name counts: what is in that is its own affair.
  private static func content(of folder: FilePath) -> Content? {
    guard let listing = try? SystemCalls.entries(of: folder) else { return nil }
    var content: Content = [:]
    for entry in listing.entries {
      let name = Array(listing.name(of: entry))
      let isFolder = entry.kind == .folder
      let status = isFolder ? anyFolder : try? SystemCalls.status(of: folder.appending(name), followingLinks: true)
      content[name] = status?.kind == .folder ? anyFolder : status
    }
    return content
  }

  private static let anyFolder = FileStatus(
    kind: .folder, size: 0, permissions: 0, owner: 0, group: 0, number: 0, modified: 0)
}

#if !canImport(Darwin)
  extension FolderWatch {
    /// Lets the kernel tell of changes; `nil` where it has no room for that.
    private mutating func watchByNotifications(_ folders: Set<FilePath>) -> Bool? {
      guard let notifications else { return nil }
      let dropped = numbers.filter { !folders.contains($0.key) }
      for folder in dropped.keys { numbers[folder] = nil }
      // A folder has one number, whatever path leads to it.
      for number in Set(dropped.values).subtracting(numbers.values) { notifications.remove(number) }
      var isNew = false
      for folder in folders where numbers[folder] == nil {
        do throws(SystemError) {
          if numbers.count >= room { throw .noRoom }
          numbers[folder] = try notifications.add(folder)
          isNew = true
        } catch  where error == .noRoom {
          lookByItself(at: [])
          return nil
        } catch {
          continue
        }
      }
      return isNew
    }

    /// Gives up what is told, and with it the room that it takes.
    private mutating func lookByItself(at folders: Set<FilePath>) {
      notifications = nil
      numbers = [:]
      contents = [:]
      _ = watch(folders)
    }

    private mutating func waitForNotifications(whileReading stream: StandardStream?) throws(SystemError) {
      guard let notifications else { return }
      var events = try notifications.events(waiting: -1, whileReading: stream)
      let start = SystemCalls.monotonicNanoseconds()
      while !events.isEmpty {
        let gone = Set(events.filter(\.isGone).map(\.number))
        // A folder of the same name is another one, and to be watched anew.
        if !gone.isEmpty {
          for number in gone { notifications.remove(number) }
          numbers = numbers.filter { !gone.contains($0.value) }
        }
        if SystemCalls.monotonicNanoseconds() - start > Self.longest { return }
        events = try notifications.events(waiting: Self.quiet, whileReading: nil)
      }
    }
  }
#endif
