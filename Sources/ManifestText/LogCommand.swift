extension [UInt8] {
  /// Whether a `[` after these bytes would make a command of them where a build server reads its log.
  ///
  /// GitHub (`##[error]`), Azure Pipelines (`##vso[…]`) and TeamCity (`##teamcity[…]`) obey such a command wherever it
  /// stands in a line, so that no report writes one, whatever a manifest holds.
  public var endsInLogCommandPrefix: Bool {
    var index = endIndex
    // The longest word is TeamCity's.
    while index > startIndex, endIndex - index < 16, self[index - 1].isASCIILetter { index -= 1 }
    return index >= 2 && self[index - 1] == UInt8(ascii: "#") && self[index - 2] == UInt8(ascii: "#")
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}
