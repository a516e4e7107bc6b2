// The environment is a variable of C, which nobody here changes.
#if canImport(Glibc)
  @unsafe @preconcurrency import Glibc
#elseif canImport(Musl)
  @unsafe @preconcurrency import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What this module asks of the operating system; nothing else here talks to C.
///
/// Calls that a signal interrupts are made again.
enum SystemCalls {}

// MARK: - The process

extension SystemCalls {
  static func exit(_ code: Int32) -> Never {
    #if canImport(Glibc)
      Glibc.exit(code)
    #elseif canImport(Musl)
      Musl.exit(code)
    #else
      Darwin.exit(code)
    #endif
  }
}

// MARK: - Files

/// An open file that is closed when it goes out of scope.
struct FileDescriptor: ~Copyable {
  fileprivate let number: Int32

  fileprivate init(number: Int32) {
    self.number = number
  }

  deinit {
    _ = close(number)
  }
}

extension SystemCalls {
  /// Opens a file for reading without ever waiting, as opening a pipe would.
  static func openForReading(_ path: FilePath) throws(SystemError) -> FileDescriptor {
    try open(path, flags: O_RDONLY | O_NONBLOCK | O_NOCTTY, permissions: 0)
  }

  /// Opens a file or device that exists, for writing from its start.
  static func openForWriting(_ path: FilePath) throws(SystemError) -> FileDescriptor {
    try open(path, flags: O_WRONLY | O_TRUNC | O_NOCTTY, permissions: 0)
  }

  /// Opens a file for writing at its end, and creates it where it is missing.
  static func openForAppending(_ path: FilePath) throws(SystemError) -> FileDescriptor {
    try open(path, flags: O_WRONLY | O_APPEND | O_CREAT | O_NOCTTY, permissions: 0o666)
  }

  /// Creates a file that does not exist yet, for writing; the process's mask is taken off the permissions.
  static func create(_ path: FilePath, permissions: UInt32) throws(SystemError) -> FileDescriptor {
    try open(path, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOCTTY, permissions: permissions)
  }

  private static func open(_ path: FilePath, flags: Int32, permissions: UInt32) throws(SystemError) -> FileDescriptor {
    let number = try unsafe withCString(path) { unsafe openFile($0, flags | O_CLOEXEC, mode_t(permissions)) }
    return FileDescriptor(number: number)
  }

  /// What an open file is.
  static func status(of file: borrowing FileDescriptor) throws(SystemError) -> FileStatus {
    var status = stat()
    let number = file.number
    try check { unsafe fstat(number, &status) }
    return FileStatus(status)
  }

  /// What a path leads to; a link itself where links are not followed.
  static func status(of path: FilePath, followingLinks: Bool) throws(SystemError) -> FileStatus {
    var status = stat()
    _ = try unsafe withCString(path) { name in
      unsafe followingLinks ? stat(name, &status) : lstat(name, &status)
    }
    return FileStatus(status)
  }

  /// Reads to the end of a file, or one byte past the limit where it is longer.
  static func readToEnd(
    of file: borrowing FileDescriptor, expectedSize: Int, limit: Int
  ) throws(SystemError) -> [UInt8] {
    try readToEnd(number: file.number, expectedSize: expectedSize, limit: limit)
  }

  /// Reads standard input to its end, or one byte past the limit where it is longer.
  static func readStandardInputToEnd(expectedSize: Int, limit: Int) throws(SystemError) -> [UInt8] {
    try readToEnd(number: STDIN_FILENO, expectedSize: expectedSize, limit: limit)
  }

  /// Reads what has come to standard input, and waits where nothing has; nothing at all means its end.
  static func readAvailableStandardInput(limit: Int) throws(SystemError) -> [UInt8] {
    try readAvailable(from: STDIN_FILENO, limit: limit)
  }

  fileprivate static func readAvailable(from number: Int32, limit: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      do throws(SystemError) {
        let start = UnsafeMutableRawPointer(buffer.baseAddress)
        count = try waiting(for: number, events: POLLIN) { unsafe read(number, start, limit) }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Whether reading standard input would not have to wait, now or within so many milliseconds.
  static func hasStandardInput(within milliseconds: Int32) -> Bool {
    var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&request, 1, milliseconds) > 0
  }

  /// What standard input is connected to.
  static func statusOfStandardInput() throws(SystemError) -> FileStatus {
    var status = stat()
    try check { unsafe fstat(STDIN_FILENO, &status) }
    return FileStatus(status)
  }

  private static func readToEnd(number: Int32, expectedSize: Int, limit: Int) throws(SystemError) -> [UInt8] {
    // One byte more than expected tells a file that has ended from one that has grown, in a single call.
    var capacity = min(max(expectedSize, 0), limit) + 1
    var result: [UInt8] = []
    while true {
      var failure: SystemError?
      var isAtEnd = false
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        while count < capacity {
          do throws(SystemError) {
            let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
            let length = try waiting(for: number, events: POLLIN) { unsafe read(number, rest.baseAddress, rest.count) }
            isAtEnd = length == 0
            count += length
          } catch {
            failure = error
          }
          if isAtEnd || failure != nil { return }
        }
      }
      if let failure { throw failure }
      if result.isEmpty { result = chunk } else { result.append(contentsOf: chunk) }
      if isAtEnd || result.count > limit { return result }
      capacity = min(max(result.count, 1 << 16), limit + 1 - result.count)
    }
  }

  /// Writes all bytes to an open file.
  static func write(_ bytes: [UInt8], to file: borrowing FileDescriptor) throws(SystemError) {
    try write(bytes, to: file.number)
  }

  /// Writes all bytes to a descriptor by its number.
  static func write(_ bytes: [UInt8], to number: Int32) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let start = written
      written += try waiting(for: number, events: POLLOUT) {
        unsafe bytes.withUnsafeBytes { buffer in
          unsafe systemWrite(number, buffer.baseAddress! + start, buffer.count - start)
        }
      }
    }
  }

  /// Waits until a file's bytes have reached the disk, where the file can say so.
  static func synchronize(_ file: borrowing FileDescriptor) throws(SystemError) {
    let number = file.number
    do {
      try check { fsync(number) }
    } catch  where error.code == EINVAL || error.code == ENOTSUP || error.code == EROFS {
      // Some file systems cannot synchronise; the bytes are written nonetheless.
    }
  }

  /// Waits until the names in a folder have reached the disk, where the folder may be read and can say so.
  static func synchronize(folder: FilePath) {
    guard let descriptor = try? open(folder, flags: O_RDONLY | O_DIRECTORY | O_NONBLOCK, permissions: 0) else { return }
    try? synchronize(descriptor)
  }

  /// Closes a file and says whether that went well, which `deinit` cannot.
  static func close(_ file: consuming FileDescriptor) throws(SystemError) {
    let number = file.number
    discardDeinit(file)
    guard closeFile(number) != 0 else { return }
    // After an interruption the descriptor is gone on Linux; closing again could hit another file.
    let code = errno
    if code != EINTR { throw SystemError(code: code) }
  }

  private static func discardDeinit(_ file: consuming FileDescriptor) {
    file.forget()
  }

  /// Gives a file another file's permissions and, as far as allowed, its owner and group.
  static func copyAccess(from status: FileStatus, to file: borrowing FileDescriptor) throws(SystemError) {
    let number = file.number
    // First the owner: changing it clears bits of the permissions. Only root may give files away, so failure is fine.
    _ = fchown(number, status.owner, status.group)
    try check { fchmod(number, mode_t(status.permissions)) }
  }

  /// Whether the process may write to the file at a path.
  static func isWritable(_ path: FilePath) -> Bool {
    (try? unsafe withCString(path) { unsafe access($0, W_OK) }) != nil
  }

  /// Whether there is anything at a path that the process can see.
  static func exists(_ path: FilePath) -> Bool {
    (try? unsafe withCString(path) { unsafe access($0, F_OK) }) != nil
  }

  /// Gives a file another name, in place of what had that name.
  static func rename(_ path: FilePath, to newPath: FilePath) throws(SystemError) {
    var failure: SystemError?
    _ = try unsafe withCString(path) { from -> Int32 in
      do throws(SystemError) {
        return try unsafe withCString(newPath) { to in unsafe renameFile(from, to) }
      } catch {
        failure = error
        return 0
      }
    }
    if let failure { throw failure }
  }

  /// Removes a file's name.
  static func remove(_ path: FilePath) throws(SystemError) {
    _ = try unsafe withCString(path) { unsafe unlink($0) }
  }

  /// Where a link leads, as it is written.
  static func destination(ofLink path: FilePath) throws(SystemError) -> FilePath {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let length = try unsafe withCString(path) { name in
      unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe readlink(name, bytes.baseAddress!.assumingMemoryBound(to: CChar.self), bytes.count)
      }
    }
    return FilePath(bytes: Array(buffer[..<length]))
  }

  /// The absolute path without links, or `nil` where nothing can be reached.
  static func realPath(_ path: FilePath) -> FilePath? {
    var result: FilePath?
    _ = try? unsafe withCString(path) { name -> Int32 in
      guard let resolved = unsafe realpath(name, nil) else { return -1 }
      defer { unsafe free(resolved) }
      result = unsafe FilePath(bytes: bytes(of: resolved))
      return 0
    }
    return result
  }

  /// The working directory of the process.
  static func workingDirectory() throws(SystemError) -> FilePath {
    guard let path = unsafe getcwd(nil, 0) else { throw SystemError(code: errno) }
    defer { unsafe free(path) }
    return unsafe FilePath(bytes: bytes(of: path))
  }

  /// Gives the process another working directory.
  static func changeWorkingDirectory(to path: FilePath) throws(SystemError) {
    _ = try unsafe withCString(path) { unsafe chdir($0) }
  }

  /// Makes a folder; the process's mask is taken off the permissions.
  static func makeFolder(_ path: FilePath, permissions: UInt32 = 0o777) throws(SystemError) {
    _ = try unsafe withCString(path) { unsafe mkdir($0, mode_t(permissions)) }
  }

  /// Makes a folder that only the user may enter, below another one, under a name that nothing has.
  static func makeTemporaryFolder(in parent: FilePath) throws(SystemError) -> FilePath {
    var name = parent.appending("manifestlint-XXXXXX".utf8).bytes + [0]
    let isMade = unsafe name.withUnsafeMutableBytes { buffer in
      unsafe mkdtemp(buffer.baseAddress!.assumingMemoryBound(to: CChar.self)) != nil
    }
    if !isMade { throw SystemError(code: errno) }
    return FilePath(bytes: name.dropLast())
  }

  /// Removes an empty folder.
  static func removeFolder(_ path: FilePath) throws(SystemError) {
    _ = try unsafe withCString(path) { unsafe rmdir($0) }
  }

  /// Reads what a folder holds, without `.` and `..`, in no order.
  static func entries(of folder: FilePath) throws(SystemError) -> DirectoryListing {
    let descriptor = try open(folder, flags: O_RDONLY | O_DIRECTORY | O_NONBLOCK, permissions: 0)
    let number = descriptor.number
    guard let stream = unsafe fdopendir(number) else { throw SystemError(code: errno) }
    discardDeinit(descriptor)
    defer { unsafe _ = closedir(stream) }
    var listing = DirectoryListing()
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        let code = errno
        guard code == 0 || code == EINTR else { throw SystemError(code: code) }
        return listing
      }
      let name = unsafe (UnsafeRawPointer(entry) + MemoryLayout<dirent>.offset(of: \dirent.d_name)!)
        .assumingMemoryBound(to: CChar.self)
      let nameBytes = unsafe UnsafeRawBufferPointer(start: name, count: strlen(name))
      if unsafe nameBytes.elementsEqual([0x2E]) || nameBytes.elementsEqual([0x2E, 0x2E]) { continue }
      var kind = unsafe FileKind(directoryEntryType: entry.pointee.d_type)
      if kind == nil {
        // Some file systems leave the type out.
        var status = stat()
        kind = unsafe fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? FileStatus(status).kind : .unknown
      }
      unsafe listing.append(nameBytes, kind: kind ?? .unknown)
    }
  }

  /// Calls C with a path; a path with a NUL byte, which C would cut, leads nowhere.
  fileprivate static func withCString<Result: BinaryInteger>(
    _ path: FilePath, _ call: (UnsafePointer<CChar>) -> Result
  ) throws(SystemError) -> Result {
    guard !path.bytes.isEmpty, !path.bytes.contains(0) else { throw SystemError(code: ENOENT) }
    let terminated = path.bytes + [0]
    return try check {
      unsafe terminated.withUnsafeBytes { unsafe call($0.baseAddress!.assumingMemoryBound(to: CChar.self)) }
    }
  }

  /// Makes a call until no signal interrupts it.
  @discardableResult
  fileprivate static func check<Result: BinaryInteger>(_ call: () -> Result) throws(SystemError) -> Result {
    while true {
      let result = call()
      if result != -1 { return result }
      let code = errno
      if code != EINTR { throw SystemError(code: code) }
    }
  }

  /// Makes a call until no signal interrupts it, and waits where the other end of a stream is not ready.
  private static func waiting(for number: Int32, events: Int32, _ call: () -> Int) throws(SystemError) -> Int {
    while true {
      do {
        return try check(call)
      } catch  where error.code == EAGAIN || error.code == EWOULDBLOCK {
        var request = pollfd(fd: number, events: Int16(events), revents: 0)
        try check { unsafe poll(&request, 1, -1) }
      }
    }
  }

  private static func bytes(of text: UnsafePointer<CChar>) -> [UInt8] {
    unsafe Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
  }
}

extension FileDescriptor {
  /// Gives the descriptor up without closing it.
  fileprivate consuming func forget() {
    discard self
  }
}

// Members of `SystemCalls` have the names of these functions, and would be taken for them.
private func openFile(_ path: UnsafePointer<CChar>, _ flags: Int32, _ permissions: mode_t) -> Int32 {
  unsafe open(path, flags, permissions)
}

private func closeFile(_ number: Int32) -> Int32 {
  close(number)
}

private func renameFile(_ path: UnsafePointer<CChar>, _ newPath: UnsafePointer<CChar>) -> Int32 {
  unsafe rename(path, newPath)
}

private func systemWrite(_ number: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  unsafe write(number, bytes, count)
}

extension FileStatus {
  fileprivate init(_ status: stat) {
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    self.init(
      kind: FileKind(mode: status.st_mode),
      size: Int(status.st_size),
      permissions: UInt32(status.st_mode & 0o7777),
      owner: status.st_uid,
      group: status.st_gid,
      number: UInt64(status.st_ino),
      modified: Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec))
  }
}

extension FileKind {
  fileprivate init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .regular
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    case S_IFIFO: self = .pipe
    case S_IFSOCK: self = .socket
    case S_IFCHR, S_IFBLK: self = .device
    default: self = .unknown
    }
  }

  /// The kind that `readdir` tells, or `nil` where it tells none.
  fileprivate init?(directoryEntryType type: UInt8) {
    switch Int(type) {
    case Int(DT_REG): self = .regular
    case Int(DT_DIR): self = .folder
    case Int(DT_LNK): self = .link
    case Int(DT_FIFO): self = .pipe
    case Int(DT_SOCK): self = .socket
    case Int(DT_CHR), Int(DT_BLK): self = .device
    default: return nil
    }
  }
}

// MARK: - Watching

#if !canImport(Darwin)
  /// What the kernel tells of changes in folders.
  final class FolderNotifications {
    /// A change in a folder.
    struct Event {
      /// The number of the folder.
      var number: Int32
      /// Whether the folder is not the one any more that was watched: it is gone, or has another name.
      var isGone: Bool
    }

    private let file: FileDescriptor

    /// Nothing is watched yet.
    init() throws(SystemError) {
      let number = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
      if number < 0 { throw SystemError(code: errno) }
      file = FileDescriptor(number: number)
    }

    /// Watches a folder, and gives its number.
    func add(_ folder: FilePath) throws(SystemError) -> Int32 {
      let mask =
        IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF
        | IN_ONLYDIR
      let number = file.number
      return try unsafe SystemCalls.withCString(folder) { unsafe inotify_add_watch(number, $0, UInt32(mask)) }
    }

    /// Watches a folder no more.
    func remove(_ number: Int32) { _ = inotify_rm_watch(file.number, number) }

    /// Waits so many milliseconds for changes, for ever with -1, or until nobody reads a stream any more; nothing if
    /// none came.
    func events(waiting milliseconds: Int32, whileReading stream: StandardStream?) throws(SystemError) -> [Event] {
      // Requests with a number below zero are passed over.
      var requests = [
        pollfd(fd: file.number, events: Int16(POLLIN), revents: 0),
        pollfd(fd: stream?.rawValue ?? -1, events: 0, revents: 0),
      ]
      try SystemCalls.check { unsafe poll(&requests, 2, milliseconds) }
      if requests[0].revents == 0 { return [] }
      let bytes = try SystemCalls.readAvailable(from: file.number, limit: 1 << 16)
      var events: [Event] = []
      unsafe bytes.withUnsafeBytes { buffer in
        let size = MemoryLayout<inotify_event>.size
        var offset = 0
        while offset + size <= buffer.count {
          let event = unsafe buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          let goneMask = UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_UNMOUNT)
          events.append(Event(number: event.wd, isGone: event.mask & goneMask != 0))
          offset += size + Int(event.len)
        }
      }
      return events
    }
  }
#endif

extension SystemCalls {
  /// Lets so many milliseconds go by.
  static func pause(milliseconds: Int32) { _ = poll(nil, 0, milliseconds) }
}

// MARK: - Errors

extension SystemError {
  static let accessDenied = SystemError(code: EACCES)
  static let notPermitted = SystemError(code: EPERM)
  static let notFound = SystemError(code: ENOENT)
  static let notAFolder = SystemError(code: ENOTDIR)
  static let isAFolder = SystemError(code: EISDIR)
  static let alreadyExists = SystemError(code: EEXIST)
  static let badDescriptor = SystemError(code: EBADF)
  static let brokenPipe = SystemError(code: EPIPE)
  static let tooManyLinks = SystemError(code: ELOOP)
  static let readOnlyFileSystem = SystemError(code: EROFS)
  static let noSuchDevice = SystemError(code: ENXIO)
  static let noRoom = SystemError(code: ENOSPC)
  static let operationNotSupported = SystemError(code: EOPNOTSUPP)

  /// What the C library says about the error, beginning in lower case.
  var text: String {
    guard let message = unsafe strerror(code) else { return "error \(code)" }
    let text = unsafe String(cString: message)
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

// MARK: - The process

extension SystemCalls {
  /// The value of an environment variable.
  static func environmentVariable(_ name: String) -> String? {
    guard !name.isEmpty, !name.utf8.contains(0), !name.utf8.contains(UInt8(ascii: "=")) else { return nil }
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// The arguments of the process as they were given, which need not be UTF-8.
  static func arguments() -> [[UInt8]] {
    #if os(Linux)
      if let arguments = argumentsBeforeEnvironment() { return arguments }
    #endif
    let count = Int(CommandLine.argc)
    return (0..<count).compactMap { index in
      unsafe CommandLine.unsafeArgv[index].map { unsafe bytes(of: $0) }
    }
  }

  #if os(Linux)
    /// The arguments where the kernel puts them: their number, their addresses and a zero, then the environment.
    ///
    /// `CommandLine` looks for them by way of `/proc`, which takes time, and finds none where that is not mounted.
    private static func argumentsBeforeEnvironment() -> [[UInt8]]? {
      let first: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe environ
      guard let environment = unsafe first, unsafe environment[-1] == nil else { return nil }
      var arguments: [[UInt8]] = []
      var place = -2
      while let argument = unsafe environment[place], UInt(bitPattern: argument) > UInt(arguments.count) {
        // The texts lie behind the environment's addresses.
        guard UInt(bitPattern: argument) > UInt(bitPattern: environment) else { return nil }
        unsafe arguments.append(bytes(of: argument))
        place -= 1
      }
      guard UInt(bitPattern: unsafe environment[place]) == UInt(arguments.count) else { return nil }
      return arguments.reversed()
    }
  #endif

  /// The number of the process.
  static func processIdentifier() -> Int {
    Int(getpid())
  }

  /// Whether there is a process with a number, whoever it belongs to.
  static func isAlive(_ process: Int32) -> Bool {
    kill(process, 0) == 0 || errno == EPERM
  }

  /// Runs a program, which is looked for in `PATH`, and waits until it ends; it reads and writes files.
  ///
  /// - Returns: What it exited with; 128 and the signal's number if a signal ended it.
  static func run(
    _ arguments: [[UInt8]], input: FilePath, output: FilePath, trouble: FilePath
  ) throws(SystemError) -> Int {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
    #endif
    try checkCode(unsafe posix_spawn_file_actions_init(&actions))
    defer { unsafe _ = posix_spawn_file_actions_destroy(&actions) }
    let writing = O_WRONLY | O_CREAT | O_TRUNC
    for (number, path, flags) in [(0, input, O_RDONLY), (1, output, writing), (2, trouble, writing)] {
      let name = path.bytes + [0]
      let code = unsafe name.withUnsafeBytes { buffer in
        unsafe posix_spawn_file_actions_addopen(
          &actions, Int32(number), buffer.baseAddress!.assumingMemoryBound(to: CChar.self), flags, 0o600)
      }
      try checkCode(code)
    }
    // One block of memory holds all arguments, and stays where it is while the program is started.
    let text = arguments.reduce(into: [UInt8]()) { $0 += $1 + [0] }
    var process = pid_t()
    let code = unsafe text.withUnsafeBytes { buffer in
      let start = unsafe UnsafeMutablePointer(mutating: buffer.baseAddress!.assumingMemoryBound(to: CChar.self))
      var offset = 0
      var pointers = unsafe arguments.map { argument in
        defer { offset += argument.count + 1 }
        return unsafe Optional(start + offset)
      }
      unsafe pointers.append(nil)
      return unsafe posix_spawnp(&process, start, &actions, nil, pointers, environment)
    }
    try checkCode(code)
    var status: Int32 = 0
    try check { unsafe waitpid(process, &status, 0) }
    let signal = Int(status & 0x7F)
    return signal == 0 ? Int(status >> 8 & 0xFF) : 128 + signal
  }

  private static var environment: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    #if canImport(Darwin)
      unsafe _NSGetEnviron().pointee
    #else
      unsafe environ
    #endif
  }

  /// These calls return their error.
  private static func checkCode(_ code: Int32) throws(SystemError) {
    if code != 0 { throw SystemError(code: code) }
  }

  /// Lets writing to a closed pipe fail instead of ending the process.
  static func ignoreBrokenPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// Lets writing past the size that files may have, or past what is left of it, fail instead of ending the process.
  static func ignoreFileSizeLimits() {
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  /// Puts something in the place of each standard stream that the process was started without.
  ///
  /// Otherwise the next file to be opened would take the place, and a report could end in a manifest. Reading from or
  /// writing to the stand-in fails just as it does on a closed stream.
  static func occupyClosedStandardStreams() {
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) == -1 && errno == EBADF {
      // Streams are looked at in order, so that the lowest free number is this one.
      _ = unsafe openFile("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY, 0)
    }
  }

  /// Nanoseconds on a clock that never goes back.
  static func monotonicNanoseconds() -> UInt64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
  }

  /// Seconds since the start of 1970, by the clock of the machine.
  static func secondsSince1970() -> Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec)
  }

  /// The processors of the machine that are switched on, at least one.
  static func processorCount() -> Int {
    return max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// Whether a standard stream is a terminal.
  static func isTerminal(_ stream: StandardStream) -> Bool {
    isatty(stream.rawValue) == 1
  }

  /// Whether nobody reads any more what is written to a standard stream.
  static func isAbandoned(_ stream: StandardStream) -> Bool {
    // Where nothing is asked for, only errors are told of, and that the other end is gone.
    var request = pollfd(fd: stream.rawValue, events: 0, revents: 0)
    return unsafe poll(&request, 1, 0) > 0
  }

  /// The columns of the terminal that a standard stream is connected to.
  static func terminalWidth(_ stream: StandardStream) -> Int? {
    var size = winsize()
    guard unsafe ioctl(stream.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

// MARK: - The end of the process

/// The files that are removed when a signal ends the process.
///
/// A handler may neither take memory nor wait for a lock, so the paths lie in memory that is there from the start:
/// each ends in NUL, and one that begins with NUL is free. More files than there is room for are left behind.
enum EndOfProcess {
  fileprivate static let room = 16
  fileprivate static let pathSize = 4097
  fileprivate nonisolated(unsafe) static let paths: UnsafeMutablePointer<CChar> = {
    // The system has none of these pages at hand before the first file: hardly a run has one.
    let paths = unsafe mmap(nil, room * pathSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
    guard let paths = unsafe paths, unsafe paths != MAP_FAILED else { fatalError("the system has no memory left") }
    return unsafe paths.bindMemory(to: CChar.self, capacity: room * pathSize)
  }()
  private static let used = Monitor(UInt32(0))

  /// Remembers a file that must not be left behind; forget it with the number that comes back.
  static func remember(_ path: FilePath) -> Int? {
    guard path.bytes.count < pathSize, !path.bytes.isEmpty else { return nil }
    return used.withLock { used in
      guard let number = (0..<room).first(where: { used & (1 << UInt32($0)) == 0 }) else { return nil }
      used |= 1 << UInt32(number)
      let start = unsafe paths + number * pathSize
      for (index, byte) in path.bytes.enumerated().reversed() {
        unsafe start[index] = CChar(bitPattern: byte)
      }
      return number
    }
  }

  /// Forgets a file that has its name now, or is gone.
  static func forget(_ number: Int?) {
    guard let number else { return }
    used.withLock { used in
      let start = unsafe paths + number * pathSize
      // From the front: a path that is half gone is free already.
      for index in 0..<pathSize where unsafe start[index] != 0 { unsafe start[index] = 0 }
      used &= ~(1 << UInt32(number))
    }
  }

  fileprivate static func removeFiles() {
    for number in 0..<room {
      let path = unsafe paths + number * pathSize
      if unsafe path[0] != 0 { unsafe _ = unlink(path) }
    }
  }
}

extension SystemCalls {
  /// Ends the process decently on signals: nothing half written stays, and a crash is said in one line.
  ///
  /// What interrupts or terminates the process still does, so that a shell sees 130 or 143. A crash ends it with the
  /// exit code of an internal error; in a debug build `SWIFT_BACKTRACE` asks for Swift's own account of it.
  static func handleSignals() {
    unsafe _ = EndOfProcess.paths
    // Whoever starts the process from a thread that takes no signals passes that on.
    var ends = sigset_t()
    unsafe sigemptyset(&ends)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      install(number) { number in
        EndOfProcess.removeFiles()
        signal(number, SIG_DFL)
        raise(number)
      }
      unsafe sigaddset(&ends, number)
    }
    unsafe _ = pthread_sigmask(SIG_UNBLOCK, &ends, nil)
    #if DEBUG
      if unsafe getenv("SWIFT_BACKTRACE") != nil { return }
    #endif
    // The main thread's own, which ends with the process.
    _ = unsafe useOwnSignalStack()
    for number in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE] {
      install(number) { _ in
        EndOfProcess.removeFiles()
        SystemCalls.say("manifestlint: internal error: it crashed; what was not reported is not checked\n")
        _exit(2)
      }
    }
    install(SIGABRT) { _ in
      EndOfProcess.removeFiles()
      SystemCalls.say("manifestlint: out of memory; what was not reported is not checked\n")
      _exit(2)
    }
  }

  /// Gives the thread a stack for handlers, so that they run when its own is full.
  ///
  /// It is for ``removeOwnSignalStack(_:)`` at the thread's end.
  static func useOwnSignalStack() -> UnsafeMutableRawPointer {
    let size = 64 << 10
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    var stack = unsafe stack_t()
    unsafe stack.ss_sp = memory
    unsafe stack.ss_size = size
    unsafe sigaltstack(&stack, nil)
    return unsafe memory
  }

  static func removeOwnSignalStack(_ memory: UnsafeMutableRawPointer) {
    var stack = unsafe stack_t()
    unsafe stack.ss_flags = Int32(SS_DISABLE)
    unsafe sigaltstack(&stack, nil)
    unsafe memory.deallocate()
  }

  private static func install(_ number: Int32, _ handler: @convention(c) (Int32) -> Void) {
    var action = sigaction()
    #if canImport(Darwin)
      unsafe action.__sigaction_u.__sa_handler = handler
    #else
      unsafe action.__sigaction_handler.sa_handler = handler
    #endif
    action.sa_flags = Int32(SA_ONSTACK) | Int32(SA_RESTART)
    // What was ignored when the process was started, as `nohup` does, stays so.
    var before = sigaction()
    unsafe _ = sigaction(number, nil, &before)
    #if !canImport(Darwin)
      if unsafe unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self) == 1 { return }
    #endif
    unsafe _ = sigaction(number, &action, nil)
  }

  /// Writes a sentence that was there before the process began to standard error.
  private static func say(_ sentence: StaticString) {
    unsafe _ = systemWrite(STDERR_FILENO, UnsafeRawPointer(sentence.utf8Start), sentence.utf8CodeUnitCount)
  }
}

// MARK: - Threads

/// A thread that runs one closure.
struct WorkerThread {
  private let identifier: pthread_t

  private final class Start {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }

  /// Starts a thread; `nil` where the system has none to give.
  init?(stackSize: Int, _ body: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    guard unsafe pthread_attr_init(&attributes) == 0 else { return nil }
    defer { unsafe _ = pthread_attr_destroy(&attributes) }
    unsafe pthread_attr_setstacksize(&attributes, stackSize)
    let start = unsafe Unmanaged.passRetained(Start(body))
    #if canImport(Glibc)
      var identifier = pthread_t()
    #else
      var identifier: pthread_t?
    #endif
    let code = unsafe pthread_create(&identifier, &attributes, { unsafe Self.run($0) }, start.toOpaque())
    guard code == 0 else {
      unsafe start.release()
      return nil
    }
    #if canImport(Glibc)
      self.identifier = identifier
    #else
      guard let identifier else { return nil }
      self.identifier = identifier
    #endif
  }

  private static func run(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    let signalStack = unsafe SystemCalls.useOwnSignalStack()
    if let context = unsafe context {
      unsafe Unmanaged<Start>.fromOpaque(context).takeRetainedValue().body()
    }
    unsafe SystemCalls.removeOwnSignalStack(signalStack)
    return nil
  }

  /// Waits until the thread has ended.
  func join() {
    _ = pthread_join(identifier, nil)
  }
}

/// A value that threads share, each in its turn, and on whose change they can wait.
///
/// `Synchronization.Mutex` has nothing to wait on. The value is only touched while the lock is held, which is why the
/// class may say that it is `Sendable`.
@safe final class Monitor<Value: Sendable>: @unchecked Sendable {
  private var value: Value
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>

  init(_ value: Value) {
    self.value = value
    unsafe mutex = .allocate(capacity: 1)
    unsafe condition = .allocate(capacity: 1)
    unsafe mutex.initialize(to: pthread_mutex_t())
    unsafe condition.initialize(to: pthread_cond_t())
    let isMade = unsafe pthread_mutex_init(mutex, nil) == 0 && pthread_cond_init(condition, nil) == 0
    precondition(isMade, "cannot make a lock")
  }

  deinit {
    unsafe _ = pthread_cond_destroy(condition)
    unsafe _ = pthread_mutex_destroy(mutex)
    unsafe condition.deallocate()
    unsafe mutex.deallocate()
  }

  /// Uses the value while no other thread does.
  func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
    unsafe _ = pthread_mutex_lock(mutex)
    defer { unsafe _ = pthread_mutex_unlock(mutex) }
    return body(&value)
  }

  /// Asks until there is an answer, waiting for ``notify()`` in between.
  func wait<Result>(for answer: (inout Value) -> Result?) -> Result {
    unsafe _ = pthread_mutex_lock(mutex)
    defer { unsafe _ = pthread_mutex_unlock(mutex) }
    while true {
      if let result = answer(&value) { return result }
      unsafe _ = pthread_cond_wait(condition, mutex)
    }
  }

  /// Lets all that wait ask again.
  func notify() {
    unsafe _ = pthread_cond_broadcast(condition)
  }
}
