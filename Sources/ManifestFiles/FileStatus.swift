/// What the file system knows about a file.
struct FileStatus: Hashable {
  var kind: FileKind
  /// The bytes of a regular file.
  var size: Int
  /// Who may do what, as the lowest twelve bits of the mode.
  var permissions: UInt32
  var owner: UInt32
  var group: UInt32
  /// Which file it is among those of its file system.
  var number: UInt64
  /// When it was last written to, in nanoseconds since the start of 1970.
  var modified: Int64
}
