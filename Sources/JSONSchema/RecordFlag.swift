import ManifestSyntax

/// The flags of records that validation asks for, as numbers that the optimiser sees.
///
/// Each value is looked at many times; a call into the other module for each flag is a tenth of the whole.
enum RecordFlag {
  static let isKey: UInt16 = 1
  static let isRepeated: UInt16 = 2
  static let isMergeKey: UInt16 = 4
  static let isDecoded: UInt16 = 32
}

extension Record {
  /// Whether a flag is set.
  @inline(__always)
  func has(_ flag: UInt16) -> Bool { flags.rawValue & flag != 0 }
}
