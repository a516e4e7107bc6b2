import ManifestLint

/// Silences a finding in a document that can hold no comment by an entry of the configuration.
struct IgnoreEntryOffer {
  /// The configuration, which need not exist.
  let configuration: DocumentAddress
  /// Its text; `nil` for one that does not exist.
  let document: ParsedDocument?
  /// What becomes of it.
  let edit: TextEdit

  /// The name of the configuration's file.
  var name: String { configuration.path.split(separator: "/").last.map(String.init) ?? configuration.path }

  /// Looks where the entry belongs; `nil` where there is none to be made, as the place names a secret or the
  /// configuration cannot be added to.
  init?(_ diagnostic: Diagnostic, _ analysis: Analysis, _ address: DocumentAddress, _ workspace: inout Workspace) {
    let source = analysis.document.source
    guard analysis.role != .configuration, address.isFile, analysis.document.isWellFormed,
      analysis.document.language == .json || source.encoding != .utf8,
      analysis.linter.rules.isSuppressible(diagnostic.rule), let pointer = diagnostic.namedPointer,
      pointer.firstPlace(of: RedactedText.mask) == nil,
      let place = workspace.host.ignoreEntryPlace(for: address.path)
    else { return nil }
    configuration = DocumentAddress(path: place.configuration)
    let writer = IgnoreEntryWriter([.init(rule: diagnostic.rule, file: place.file, pointer: pointer)])
    document = workspace.document(configuration)
    guard let document else {
      edit = TextEdit(range: TextRange(utf8Offsets: 0..<0), replacement: writer.newText)
      return
    }
    guard let changed = writer.adding(to: document.source) else { return nil }
    edit = Self.difference(document.source.bytes, changed.bytes)
  }

  /// The one edit that makes another text of a text, between characters.
  private static func difference(_ old: [UInt8], _ new: [UInt8]) -> TextEdit {
    func isInside(_ bytes: [UInt8], _ index: Int) -> Bool { index < bytes.count && bytes[index] & 0xC0 == 0x80 }
    var start = zip(old, new).prefix { $0 == $1 }.count
    while start > 0, isInside(old, start) || isInside(new, start) { start -= 1 }
    var (oldEnd, newEnd) = (old.count, new.count)
    while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
      (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1)
    }
    while isInside(old, oldEnd) || isInside(new, newEnd) { (oldEnd, newEnd) = (oldEnd + 1, newEnd + 1) }
    return TextEdit(
      range: TextRange(utf8Offsets: start..<oldEnd), replacement: String(decoding: new[start..<newEnd], as: UTF8.self))
  }
}
