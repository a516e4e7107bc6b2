/// The path of a file or folder, as the bytes that the file system knows it by.
///
/// File names need not be UTF-8; a path keeps them as they are, and ``text`` and ``description`` show them.
public struct FilePath: Hashable, Sendable {
  /// The path as it is given to the operating system.
  public let bytes: [UInt8]

  /// Takes the bytes of a path.
  public init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Takes a path as text.
  public init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// Takes a path from the command line, where Swift has replaced the bytes that are not UTF-8.
  ///
  /// The bytes are looked up among the arguments of the process.
  public init(argument: String) {
    if argument.unicodeScalars.contains("\u{FFFD}"),
      let original = SystemCalls.arguments().first(where: { String(decoding: $0, as: UTF8.self) == argument })
    {
      bytes = original
    } else {
      bytes = Array(argument.utf8)
    }
  }

  /// Whether it begins at the root of the file system.
  public var isAbsolute: Bool { bytes.first == .slash }

  /// The last component: `b.yaml` of `a/b.yaml`.
  public var name: ArraySlice<UInt8> { bytes[nameStart...] }

  /// What stands after the last dot of the name, unless the name begins with that dot.
  public var fileExtension: String? {
    guard let dot = name.lastIndex(of: .dot), dot > name.startIndex else { return nil }
    return String(decoding: name[(dot + 1)...], as: UTF8.self)
  }

  /// The folder that it lies in: `a` of `a/b`, `.` of `b`, `..` of `.`; the root lies in itself.
  public var parent: FilePath {
    let path = normalized
    switch Array(path.name) {
    case [] where path.isAbsolute: return path
    case [.dot]: return FilePath(bytes: [.dot, .dot])
    case [.dot, .dot]: return path.appending([.dot, .dot])
    default: break
    }
    let start = path.nameStart
    if start == 0 { return .current }
    return FilePath(bytes: Array(path.bytes[..<max(1, start - 1)]))
  }

  /// The path without `.`, repeated slashes and a slash at the end; `./x//y/` becomes `x/y`.
  ///
  /// `..` stays: where `a` is a link, `a/../b` is not `b`.
  public var normalized: FilePath {
    if isNormalized { return self }
    var result: [UInt8] = isAbsolute ? [.slash] : []
    for component in components {
      if result.last.map({ $0 != .slash }) ?? false { result.append(.slash) }
      result.append(contentsOf: component)
    }
    return FilePath(bytes: result.isEmpty ? [.dot] : result)
  }

  /// The normalised path in which each `..` has taken away the component before it.
  ///
  /// For paths that are written in a file, where `panels/../modals/a.json` means `modals/a.json`.
  public var collapsed: FilePath {
    let parentComponent: [UInt8] = [.dot, .dot]
    var kept: [ArraySlice<UInt8>] = []
    for component in components {
      if !component.elementsEqual(parentComponent) {
        kept.append(component)
      } else if let last = kept.last, !last.elementsEqual(parentComponent) {
        kept.removeLast()
      } else if !isAbsolute {
        kept.append(component)
      }
    }
    let joined = Array(kept.joined(separator: [.slash]))
    if isAbsolute { return FilePath(bytes: [.slash] + joined) }
    return FilePath(bytes: joined.isEmpty ? [.dot] : joined)
  }

  /// The path of something inside this folder; an absolute path stays what it is.
  public func appending(_ path: FilePath) -> FilePath {
    path.isAbsolute ? path : appending(path.bytes)
  }

  /// Whether it is a folder or lies inside it; both must be normalised.
  public func isInside(_ folder: FilePath) -> Bool {
    if folder.bytes == [.slash] { return isAbsolute }
    guard bytes.starts(with: folder.bytes) else { return false }
    return bytes.count == folder.bytes.count || bytes[folder.bytes.count] == .slash
  }

  /// The way from a folder to here; both must be absolute, normalised and without `..`.
  public func relative(to folder: FilePath) -> FilePath {
    let (own, others) = (components, folder.components)
    let common = zip(own, others).prefix { $0.elementsEqual($1) }.count
    let ups = repeatElement([UInt8.dot, .dot][...], count: others.count - common)
    let joined = Array((ups + own[common...]).joined(separator: [.slash]))
    return FilePath(bytes: joined.isEmpty ? [.dot] : joined)
  }

  /// The path as text for machines: bytes that are not UTF-8 are written `\xFF`, all else stands as it is.
  public var text: String {
    String(validating: bytes, as: UTF8.self) ?? escaped(controls: false)
  }

  /// The working directory.
  static let current = FilePath(bytes: [.dot])

  /// The components without empty ones and `.`.
  var components: [ArraySlice<UInt8>] {
    bytes.split(separator: .slash).filter { !$0.elementsEqual([.dot]) }
  }

  /// Where the last component begins.
  private var nameStart: Int {
    bytes.lastIndex(of: .slash).map { $0 + 1 } ?? 0
  }

  /// The path of something inside this folder.
  func appending(_ name: some Collection<UInt8>) -> FilePath {
    var result: [UInt8] = bytes == [.dot] ? [] : bytes
    result.reserveCapacity(result.count + 1 + name.count)
    if let last = result.last, last != .slash { result.append(.slash) }
    result.append(contentsOf: name)
    return FilePath(bytes: result)
  }

  /// Whether ``normalized`` would change nothing; most paths are as they should be.
  private var isNormalized: Bool {
    guard let first = bytes.first else { return false }
    if bytes.count == 1 { return true }
    var previous: UInt8 = first == .slash ? 0 : .slash
    for (index, byte) in bytes.enumerated() {
      let isAtStart = previous == .slash
      previous = byte
      if !isAtStart && !(index == 0 && byte == .slash) { continue }
      if byte == .slash && index > 0 { return false }
      if byte == .dot && (index + 1 == bytes.count || bytes[index + 1] == .slash) { return false }
    }
    return bytes.last != .slash
  }

  private func escaped(controls: Bool) -> String {
    var result = ""
    var decoder = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    func appendEscape(_ byte: UInt8) {
      let digits = String(byte, radix: 16, uppercase: true)
      result += digits.count == 1 ? "\\x0" + digits : "\\x" + digits
    }
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let encoded):
        let scalar = UTF8.decode(encoded)
        let isControl = scalar.properties.generalCategory == .control || scalar.isBidirectionalControl
        if controls && isControl {
          for byte in encoded { appendEscape(byte) }
        } else {
          result.unicodeScalars.append(scalar)
        }
        offset += encoded.count
      case .error(let length):
        for byte in bytes[offset..<(offset + length)] { appendEscape(byte) }
        offset += length
      case .emptyInput:
        return result
      }
    }
  }
}

// MARK: - Hashable

extension FilePath {
  public func hash(into hasher: inout Hasher) {
    // Eight bytes at a time: paths are long, and arrays hash one element after the other.
    var word: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      word = word << 8 | UInt64(byte)
      if index & 7 == 7 { hasher.combine(word) }
    }
    hasher.combine(word)
    hasher.combine(bytes.count)
  }
}

// MARK: - Comparable

extension FilePath: Comparable {
  public static func < (lhs: Self, rhs: Self) -> Bool {
    lhs.bytes.lexicographicallyPrecedes(rhs.bytes)
  }
}

// MARK: - ExpressibleByStringLiteral

extension FilePath: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) {
    self.init(value)
  }
}

// MARK: - CustomStringConvertible

extension FilePath: CustomStringConvertible {
  /// The path as text for people: bytes that are not UTF-8 and characters that could garble a terminal are written
  /// `\xFF`.
  public var description: String {
    if bytes.allSatisfy({ (0x20...0x7E).contains($0) }) { return String(decoding: bytes, as: UTF8.self) }
    return escaped(controls: true)
  }
}

extension UInt8 {
  static let slash = UInt8(ascii: "/")
  static let dot = UInt8(ascii: ".")
}

extension Unicode.Scalar {
  /// Whether it can turn the order of the characters around it, so that a name looks like another.
  fileprivate var isBidirectionalControl: Bool {
    switch value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
