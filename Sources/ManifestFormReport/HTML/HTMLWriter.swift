import ManifestReport

/// Writes HTML: whatever text goes in comes out as text, never as markup.
///
/// What cannot be seen, such as controls and marks that turn the direction of writing, is written out.
struct HTMLWriter: Sendable {
  /// What was written so far.
  private(set) var bytes: [UInt8] = []

  /// Writes a start tag.
  mutating func open(_ element: HTMLElement, _ attributes: HTMLAttribute?...) {
    open(element, attributes)
  }

  /// Writes an end tag.
  mutating func close(_ element: HTMLElement) {
    raw("</\(element.rawValue)>")
  }

  /// Writes an element with what a closure puts into it.
  mutating func element(
    _ element: HTMLElement, _ attributes: HTMLAttribute?..., content: (inout HTMLWriter) -> Void = { _ in }
  ) {
    open(element, attributes)
    if element.isVoid { return }
    content(&self)
    close(element)
  }

  /// Writes an element that holds only text.
  mutating func element(_ element: HTMLElement, _ attributes: HTMLAttribute?..., text: String) {
    open(element, attributes)
    self.text(text)
    close(element)
  }

  /// Writes text.
  mutating func text(_ words: String) {
    if words.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return escape(words.utf8) }
    text(DisplayText(words))
  }

  /// Writes text in which line breaks stay.
  ///
  /// They are references, so that no line of the file begins with what a manifest holds: a build server may print the
  /// file to a log that it takes commands from.
  mutating func lines(_ words: String) {
    var isFirst = true
    for line in words.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if !isFirst { raw("&#10;") }
      isFirst = false
      text(String(decoding: line, as: UTF8.self))
    }
  }

  /// Writes a text that was made ready to be shown, or some of its cells.
  mutating func text(_ display: DisplayText, _ range: Range<Int>? = nil) {
    var range = range ?? display.cells.indices
    while let first = range.first {
      let content = display.cells[first].content
      let run = range.prefix { display.cells[$0].content == content }
      switch content {
      case .character: escape(display.printed(run.startIndex..<run.endIndex))
      case .notation: element(.span, .style("unseen")) { $0.escape(display.printed(run.startIndex..<run.endIndex)) }
      case .mask: element(.span, .style("mask")) { $0.escape(display.printed(run.startIndex..<run.endIndex)) }
      }
      range = run.endIndex..<range.upperBound
    }
  }

  /// Ends a line of the file, for those who look at it in an editor.
  mutating func newline() {
    raw("\n")
  }

  /// Writes the start of every page of HTML.
  mutating func documentType() {
    raw("<!DOCTYPE html>\n")
  }

  /// Writes a style sheet or a script of ours, which are the only things that go in as they are.
  mutating func asset(_ asset: HTMLAsset) {
    open(asset.element)
    raw(asset.text)
    close(asset.element)
  }

  private mutating func open(_ element: HTMLElement, _ attributes: [HTMLAttribute?]) {
    raw("<\(element.rawValue)")
    for case let attribute? in attributes {
      raw(" \(attribute.name)")
      guard let value = attribute.value else { continue }
      raw("=\"")
      if value.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
        escape(value.utf8)
      } else {
        escape(DisplayText(value).printed())
      }
      raw("\"")
    }
    raw(">")
  }

  private mutating func escape(_ text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "\""): raw("&quot;")
      case UInt8(ascii: "'"): raw("&#39;")
      default: bytes.append(byte)
      }
    }
  }

  private mutating func raw(_ markup: String) {
    bytes.append(contentsOf: markup.utf8)
  }
}
