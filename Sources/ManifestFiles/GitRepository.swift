/// The repository of a folder, asked by means of git itself.
public struct GitRepository {
  /// The folder with the files.
  public let root: FilePath

  private let scratch: TemporaryFolder

  /// Finds the repository that the working directory is in; what git says goes through files in a folder.
  public init(scratch: TemporaryFolder) throws(FileError) {
    self.scratch = scratch
    root = Self.path(try Self.git(["rev-parse", "--show-toplevel"].map { Array($0.utf8) }, scratch))
  }

  /// The folder that git looks for hooks in: that of `core.hooksPath`, or the repository's own, which worktrees share.
  public func hooksFolder() throws(FileError) -> FilePath {
    root.appending(Self.path(try run(["rev-parse", "--git-path", "hooks"]))).collapsed
  }

  /// The folder with what all worktrees share.
  public func commonFolder() throws(FileError) -> FilePath {
    root.appending(Self.path(try run(["rev-parse", "--git-common-dir"]))).collapsed
  }

  /// The files that the next commit changes, adds or removes, from the root.
  public func stagedChanges() throws(FileError) -> (kept: [FilePath], removed: [FilePath]) {
    let names = ["diff", "--cached", "--name-only", "--no-renames", "--no-ext-diff", "-z"]
    return (
      Self.paths(try run(names + ["--diff-filter=d"])), Self.paths(try run(names + ["--diff-filter=D"]))
    )
  }

  /// The files that are staged and match patterns of git, from the root.
  public func stagedFiles(_ patterns: [String]) throws(FileError) -> [FilePath] {
    Self.paths(try run(["ls-files", "--cached", "-z", "--"] + patterns))
  }

  /// Writes files as they are staged into a folder; those that are not staged are left out.
  public func checkOut(_ files: [FilePath], to folder: FilePath) throws(FileError) {
    if files.isEmpty { return }
    let list = scratch.location.appending("input".utf8)
    try AtomicFileWriter.write(files.flatMap { $0.bytes + [0] }, to: list)
    let prefix = Array("--prefix=".utf8) + folder.bytes + [.slash]
    let arguments = ["checkout-index", "-z", "--stdin", "--quiet"].map { Array($0.utf8) }
    _ = try Self.git([Array("-C".utf8), root.bytes] + arguments + [prefix], scratch, input: list)
  }

  private func run(_ arguments: [String]) throws(FileError) -> [UInt8] {
    try Self.git([Array("-C".utf8), root.bytes] + arguments.map { Array($0.utf8) }, scratch)
  }

  private static func git(
    _ arguments: [[UInt8]], _ scratch: TemporaryFolder, input: FilePath = "/dev/null"
  ) throws(FileError) -> [UInt8] {
    let (output, trouble) = (scratch.location.appending("output".utf8), scratch.location.appending("trouble".utf8))
    let status: Int
    do throws(SystemError) {
      status = try SystemCalls.run([Array("git".utf8)] + arguments, input: input, output: output, trouble: trouble)
    } catch {
      throw FileError("git", .run, error)
    }
    if status == 0 { return try FileReader(limit: 1 << 30).read(output) }
    let words = String(decoding: try FileReader().read(trouble), as: UTF8.self)
    let line = words.split(whereSeparator: \.isNewline).first.map(String.init) ?? "it exited with \(status)"
    throw FileError(path: "git", operation: .run, reason: .failed("\(FilePath(line))"))
  }

  private static func path(_ output: [UInt8]) -> FilePath {
    FilePath(bytes: output.last == UInt8(ascii: "\n") ? output.dropLast() : output)
  }

  private static func paths(_ output: [UInt8]) -> [FilePath] {
    output.split(separator: 0).map { FilePath(bytes: Array($0)) }
  }
}
