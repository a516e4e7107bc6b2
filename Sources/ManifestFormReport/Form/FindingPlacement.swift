import ManifestText

/// Which finding belongs to which field of a form: the nearest one above the value that it is about.
struct FindingPlacement {
  /// The findings at a field or group, by its JSON Pointer, as places in the list of all.
  private var places: [String: [Int]] = [:]
  /// The findings that belong to no field.
  private(set) var unplaced: [Int] = []

  /// The most steps of a pointer that lead to a field.
  private static let deepest = 8

  /// Places findings on the tabs of a form.
  init(_ pointers: [(index: Int, pointer: String?)], on tabs: [FormTab]) {
    var fields: Set<String> = []
    func collect(_ group: FormGroup) {
      fields.insert(group.pointer)
      for field in group.fields { fields.insert(field.pointer) }
      for group in group.groups { collect(group) }
    }
    for tab in tabs { tab.groups.forEach(collect) }
    for (index, pointer) in pointers {
      if let field = pointer.flatMap({ Self.nearest(to: $0, among: fields) }) {
        places[field, default: []].append(index)
      } else {
        unplaced.append(index)
      }
    }
  }

  /// The findings at a field or at a group itself.
  subscript(pointer: String) -> [Int] { places[pointer] ?? [] }

  /// The findings at a group and at everything in it.
  func all(in group: FormGroup) -> [Int] {
    self[group.pointer] + group.fields.flatMap { self[$0.pointer] } + group.groups.flatMap(all)
  }

  private static func nearest(to pointer: String, among fields: Set<String>) -> String? {
    var parts = pointer.split(separator: "/", maxSplits: deepest, omittingEmptySubsequences: false)
    if parts.count > deepest { parts.removeLast() }
    while parts.count > 1 {
      let candidate = parts.map(String.init).joined(separator: "/")
      if fields.contains(candidate) { return candidate }
      parts.removeLast()
    }
    return nil
  }
}
