/// What the file system knows about a file.
struct FileStatus: Hashable {
  var kind: FileKind
  /// The bytes of a regular file.
  var size: Int
  /// Who may do what, as the lowest twelve bits of the mode.
  var permissions: UInt32
  var owner: UInt32
  var group: UInt32
}
