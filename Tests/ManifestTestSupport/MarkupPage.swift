/// A page of HTML as a strict reader sees it: every element closed, every attribute quoted, every reference known.
///
/// It takes less than browsers do, so that what it takes is beyond doubt.
public struct MarkupPage {
  /// An element that was opened.
  public struct Element: Hashable {
    /// Its name.
    public var name: String
    /// Its attributes with references resolved; the empty text for one without a value.
    public var attributes: [String: String]
    /// The text in it, that of elements in it included.
    public var text = ""
  }

  /// The elements in the order of their start tags.
  public private(set) var elements: [Element] = []
  /// What is wrong with the page.
  public private(set) var problems: [String] = []

  private static let voidElements: Set = ["meta", "input"]

  /// Reads a page.
  public init(_ text: String) {
    // Bytes, since a mark of markup and what stands behind it can be one character of Unicode.
    var rest = Array(text.utf8)[...]
    var open: [Int] = []
    let documentType = "<!DOCTYPE html>\n"
    if rest.starts(with: documentType.utf8) {
      rest = rest.dropFirst(documentType.utf8.count)
    } else {
      problems.append("no document type")
    }
    while !rest.isEmpty {
      let content = Self.take(until: "<", from: &rest)
      if content.contains(UInt8(ascii: ">")) { problems.append("a bare '>' in '\(Self.string(content))'") }
      let decoded = decode(content)
      for index in open { elements[index].text += decoded }
      if rest.popFirst() == nil { break }
      let tag = Self.take(until: ">", from: &rest)
      rest = rest.dropFirst()
      if tag.first == UInt8(ascii: "/") {
        let name = Self.string(tag.dropFirst())
        if open.last.map({ elements[$0].name }) == name {
          open.removeLast()
        } else {
          problems.append("stray </\(name)>")
        }
        continue
      }
      let element = element(tag)
      elements.append(element)
      if Self.voidElements.contains(element.name) { continue }
      if element.name == "style" || element.name == "script" {
        // Their text holds no markup, so the next end tag is their own.
        var text: ArraySlice<UInt8> = []
        while !rest.isEmpty, !rest.starts(with: "</".utf8) {
          text += [rest.removeFirst()]
        }
        elements[elements.count - 1].text = Self.string(text)
        if !rest.starts(with: "</\(element.name)>".utf8) { problems.append("an end tag in \(element.name)") }
        _ = Self.take(until: ">", from: &rest)
        rest = rest.dropFirst()
        continue
      }
      open.append(elements.count - 1)
    }
    if !open.isEmpty { problems.append("not closed: \(open.map { elements[$0].name })") }
  }

  private static func take(until end: Unicode.Scalar, from rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let taken = rest.prefix { $0 != UInt8(ascii: end) }
    rest = rest[taken.endIndex...]
    return taken
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private mutating func element(_ tag: ArraySlice<UInt8>) -> Element {
    let name = tag.prefix { $0 != UInt8(ascii: " ") }
    var element = Element(name: Self.string(name), attributes: [:])
    var rest = tag[name.endIndex...]
    while let space = rest.popFirst() {
      if space != UInt8(ascii: " ") { problems.append("no blank before an attribute of '\(Self.string(tag))'") }
      let key = rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: " ") }
      rest = rest[key.endIndex...]
      var value = ""
      if rest.starts(with: "=\"".utf8) {
        rest = rest.dropFirst(2)
        value = decode(Self.take(until: "\"", from: &rest))
        if rest.popFirst() == nil { problems.append("no closing quote in '\(Self.string(tag))'") }
      }
      if element.attributes.updateValue(value, forKey: Self.string(key)) != nil {
        problems.append("'\(Self.string(key))' twice in '\(Self.string(tag))'")
      }
    }
    return element
  }

  private mutating func decode(_ text: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var rest = text
    while !rest.isEmpty {
      result += Self.take(until: "&", from: &rest)
      if rest.popFirst() == nil { break }
      let name = Self.string(Self.take(until: ";", from: &rest).prefix(10))
      rest = rest.dropFirst()
      switch name {
      case "amp": result += "&".utf8
      case "lt": result += "<".utf8
      case "gt": result += ">".utf8
      case "quot": result += "\"".utf8
      case "#39": result += "'".utf8
      case "#10": result.append(0x0A)
      default: problems.append("unknown reference '&\(name)'")
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension MarkupPage {
  /// The elements that the style sheet knows by a name.
  public func elements(styled name: String) -> [Element] {
    elements.filter { ($0.attributes["class"] ?? "").split(separator: " ").contains(name[...]) }
  }

  /// What breaks the laws of every report: names that stand twice, links that lead nowhere, what would be loaded.
  public var brokenLaws: [String] {
    var ids: Set<String> = []
    var laws = problems
    for id in elements.compactMap({ $0.attributes["id"] }) where !ids.insert(id).inserted {
      laws.append("the id '\(id)' stands twice")
    }
    for element in elements {
      if let address = element.attributes["href"] {
        let isOutside = address.hasPrefix("https://") || address.hasPrefix("http://")
        if !isOutside, !address.hasPrefix("#") || !ids.contains(String(address.dropFirst())) {
          laws.append("the link '\(address)' leads nowhere")
        }
      }
      for (name, value) in element.attributes {
        if name.hasPrefix("on") || name == "style" || name == "src" { laws.append("the attribute '\(name)'") }
        let isReference = ["aria-labelledby", "aria-describedby", "for"].contains(name)
        if isReference, !ids.contains(value) { laws.append("'\(name)' names '\(value)', which is not there") }
      }
      if ["img", "link", "iframe", "object", "embed", "base"].contains(element.name) { laws.append(element.name) }
    }
    return laws
  }
}
