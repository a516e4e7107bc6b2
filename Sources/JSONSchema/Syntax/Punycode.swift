/// The encoding of labels beyond ASCII in RFC 3492.
enum Punycode {
  private static let base = 36

  private static func threshold(_ k: Int, _ bias: Int) -> Int { min(max(k - bias, 1), 26) }

  private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var k = 0
    while delta > 455 {
      delta /= 35
      k += base
    }
    return k + 36 * delta / (delta + 38)
  }

  /// The characters that an encoded label, without `xn--`, stands for; `nil` if it is malformed.
  static func decode(_ label: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    var output: [Unicode.Scalar] = []
    var rest = label[...]
    if let hyphen = label.lastIndex(of: "-") {
      output = Array(label[..<hyphen])
      rest = label[(hyphen + 1)...]
    }
    var (code, index, bias) = (128, 0, 72)
    while !rest.isEmpty {
      let oldIndex = index
      var weight = 1
      var k = base
      while true {
        guard let scalar = rest.popFirst(), let digit = digit(scalar), index <= 1 << 40, weight <= 1 << 40 else {
          return nil
        }
        index += digit * weight
        let threshold = threshold(k, bias)
        if digit < threshold { break }
        weight *= base - threshold
        k += base
      }
      let count = output.count + 1
      bias = adapted(index - oldIndex, count, isFirst: oldIndex == 0)
      code += index / count
      index %= count
      guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else { return nil }
      output.insert(scalar, at: index)
      index += 1
    }
    return output
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "a"..."z": Int(scalar.value) - 0x61
    case "A"..."Z": Int(scalar.value) - 0x41
    case "0"..."9": Int(scalar.value) - 0x30 + 26
    default: nil
    }
  }

  /// A label as it is encoded, without `xn--`; `nil` for one that is far too long anyway.
  static func encode(_ label: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    guard label.count <= 253 else { return nil }
    var output = label.filter(\.isASCII)
    let basicCount = output.count
    if basicCount > 0 { output.append("-") }
    var (code, delta, bias, handled) = (128, 0, 72, basicCount)
    while handled < label.count {
      let next = label.lazy.map { Int($0.value) }.filter { $0 >= code }.min() ?? code
      delta += (next - code) * (handled + 1)
      code = next
      for scalar in label {
        if Int(scalar.value) < code { delta += 1 }
        guard Int(scalar.value) == code else { continue }
        append(delta, bias, to: &output)
        bias = adapted(delta, handled + 1, isFirst: handled == basicCount)
        delta = 0
        handled += 1
      }
      delta += 1
      code += 1
    }
    return output
  }

  /// Writes a number with digits of growing weight.
  private static func append(_ number: Int, _ bias: Int, to output: inout [Unicode.Scalar]) {
    var rest = number
    var k = base
    while true {
      let threshold = threshold(k, bias)
      if rest < threshold { break }
      output.append(character(threshold + (rest - threshold) % (base - threshold)))
      rest = (rest - threshold) / (base - threshold)
      k += base
    }
    output.append(character(rest))
  }

  private static func character(_ digit: Int) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(digit < 26 ? 0x61 + digit : 0x30 + digit - 26))
  }
}
