import ManifestSyntax
import ManifestText

/// Finds the entry of the configuration that silences a finding.
struct IgnoreEntryMatcher: Sendable {
  private let entries: [IgnoreEntry]
  private let today: CalendarDay?
  /// The steps of all pointers of a rule, as a tree; the first node is the root.
  private var trees: [String: [Branch]] = [:]
  /// The entries of a rule for a whole file.
  private var wholeFile: [String: [Int]] = [:]
  /// The entries that have silenced something, or would if they had not expired.
  private(set) var matched: Set<Int> = []

  private struct Branch {
    var next: [[UInt8]: Int] = [:]
    var entries: [(index: Int, document: Int?)] = []
  }

  init(_ entries: [IgnoreEntry], today: CalendarDay?) {
    self.entries = entries
    self.today = today
    for (index, entry) in entries.enumerated() {
      guard let text = entry.pointer else {
        wholeFile[entry.rule, default: []].append(index)
        continue
      }
      guard let pointer = NamedPointer(text) else { continue }
      var tree = trees[entry.rule] ?? [Branch()]
      var branch = 0
      for token in pointer.tokens {
        if let next = tree[branch].next[token] {
          branch = next
        } else {
          tree[branch].next[token] = tree.count
          branch = tree.count
          tree.append(Branch())
        }
      }
      tree[branch].entries.append((index, pointer.document))
      trees[entry.rule] = tree
    }
  }

  /// Whether the last day of an entry is over.
  func isExpired(_ index: Int) -> Bool {
    guard let today, let until = entries[index].until else { return false }
    return until < today
  }

  /// The entry that silences a finding of a rule at a node; `nil` if none does.
  mutating func entry(for rule: String, at node: Node) -> IgnoreEntry? {
    var candidates = trees[rule].map { self.candidates(in: $0, node) } ?? []
    candidates += wholeFile[rule] ?? []
    guard let found = candidates.first(where: { !isExpired($0) }) else {
      // The first one would have silenced it.
      if let first = candidates.first { matched.insert(first) }
      return nil
    }
    matched.insert(found)
    return entries[found]
  }

  private func candidates(in tree: [Branch], _ node: Node) -> [Int] {
    var branches = [0]
    for step in node.steps {
      var next: [Int] = []
      for branch in branches {
        switch step {
        case .key(let key): if let child = tree[branch].next[Array(key)] { next.append(child) }
        case .item(let index, let name):
          if let name, let child = tree[branch].next[Array("[".utf8) + name + Array("]".utf8)] { next.append(child) }
          if let child = tree[branch].next[Array(String(index).utf8)] { next.append(child) }
        }
      }
      if next.isEmpty { return [] }
      branches = next
    }
    let document = node.tree.documentIndex ?? 0
    return branches.flatMap { tree[$0].entries }.filter { $0.document == nil || $0.document == document }.map(\.index)
  }
}
