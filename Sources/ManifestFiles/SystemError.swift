/// An error number of the operating system.
struct SystemError: Error, Hashable {
  var code: Int32
}
