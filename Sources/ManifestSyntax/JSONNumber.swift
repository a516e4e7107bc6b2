/// Numbers as JSON writes them.
public enum JSONNumber {
  /// A number of the YAML core schema as JSON writes it, with all its digits; `nil` for infinity and not-a-number.
  public static func text(ofYAML text: String) -> String? {
    if text.hasPrefix("0x") { return UInt64(text.dropFirst(2), radix: 16).map { String($0) } }
    if text.hasPrefix("0o") { return UInt64(text.dropFirst(2), radix: 8).map { String($0) } }
    var rest = Substring(text)
    var sign = ""
    if let first = rest.first, first == "-" || first == "+" {
      sign = first == "-" ? "-" : ""
      rest = rest.dropFirst()
    }
    let exponentStart = rest.firstIndex { $0 == "e" || $0 == "E" } ?? rest.endIndex
    let exponent = rest[exponentStart...]
    let parts = rest[..<exponentStart].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
      return nil
    }
    let significant = whole.drop { $0 == "0" }
    let fraction = parts.count == 2 && !parts[1].isEmpty ? "." + parts[1] : ""
    if whole.isEmpty && fraction.isEmpty { return nil }
    return sign + (significant.isEmpty ? "0" : significant) + fraction + exponent
  }
}
