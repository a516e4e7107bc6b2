/// A property that an input shows not to hold.
public struct BrokenProperty: Error, CustomStringConvertible {
  public let description: String

  /// Says what does not hold.
  init(_ description: String) {
    self.description = description
  }
}

/// Throws unless a property holds.
func expect(_ holds: Bool, _ property: @autoclosure () -> String) throws(BrokenProperty) {
  if !holds { throw BrokenProperty(property()) }
}
