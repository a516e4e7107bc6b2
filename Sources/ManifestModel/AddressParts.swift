/// Where the path, the query and the fragment of an address stand, as UTF-8 offsets.
///
/// It looks at an address as it is written as well as at one with its variables replaced: inside a `${…}` nothing
/// divides anything.
public struct AddressParts: Hashable, Sendable {
  /// A name and its value in a query.
  public struct Parameter: Hashable, Sendable {
    /// The name, decoded.
    public var name: String
    /// The value, decoded; empty where there is none.
    public var value: String
    /// Where the two stand, without the `&` around them.
    public var offsets: Range<Int>
  }

  /// Where the path stands, with its first slash.
  public let path: Range<Int>
  /// Where the query stands, without the `?`; `nil` if there is none.
  public let query: Range<Int>?
  /// Where the fragment stands, without the `#`; `nil` if there is none.
  public let fragment: Range<Int>?
  /// What the query says, in order; the empty pieces between two `&` are left out.
  public let parameters: [Parameter]

  /// Looks for the parts of an address.
  public init(of address: String) {
    let bytes = Array(address.utf8)
    let variables = Template(address).variables.map(\.offsets)
    func first(_ characters: String, in range: Range<Int>) -> Int? {
      var index = range.lowerBound
      while index < range.upperBound {
        if let variable = variables.first(where: { $0.contains(index) }) {
          index = variable.upperBound
        } else if characters.utf8.contains(bytes[index]) {
          return index
        } else {
          index += 1
        }
      }
      return nil
    }
    let authority = Self.authorityStart(bytes)
    let end = first("#", in: authority..<bytes.count) ?? bytes.count
    let mark = first("?", in: authority..<end)
    let pathEnd = mark ?? end
    path = (first("/\\", in: authority..<pathEnd) ?? pathEnd)..<pathEnd
    query = mark.map { $0 + 1..<end }
    fragment = end < bytes.count ? end + 1..<bytes.count : nil
    var parameters: [Parameter] = []
    var start = query?.lowerBound ?? end
    while start < end {
      let next = first("&", in: start..<end) ?? end
      if start < next {
        let equals = first("=", in: start..<next)
        parameters.append(
          Parameter(
            name: PercentEncoding.decodingForm(bytes[start..<(equals ?? next)]),
            value: PercentEncoding.decodingForm(bytes[(equals.map { $0 + 1 } ?? next)..<next]),
            offsets: start..<next))
      }
      start = next + 1
    }
    self.parameters = parameters
  }

  /// Where the host begins: behind `//`, or at the beginning.
  private static func authorityStart(_ bytes: [UInt8]) -> Int {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8),
      !bytes[..<colon].contains(where: { "/?#".utf8.contains($0) })
    else { return 0 }
    return colon + 3
  }

  /// The first parameter of a name.
  public func parameter(_ name: String) -> Parameter? {
    parameters.first { $0.name.utf8.elementsEqual(name.utf8) }
  }
}
