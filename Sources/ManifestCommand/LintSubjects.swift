import ManifestFiles

/// What a run was asked to lint, in order of path: files, and here and there something else.
struct LintSubjects: RandomAccessCollection, Sendable {
  private var files: FoundFileList
  /// What is no file, with its index among all, in order.
  private var others: [(index: Int, subject: LintSubject)] = []

  let startIndex = 0
  var endIndex: Int { files.count + others.count }

  /// Takes files in order of path, and what else there is, in any order.
  init(_ files: FoundFileList = FoundFileList(), _ others: [LintSubject] = []) {
    self.files = files
    for other in others.sorted(by: { $0.path < $1.path }) {
      // What stands under the name of a file comes before it.
      var (low, high) = (0, files.count)
      while low < high {
        let middle = (low + high) / 2
        if files[middle].path < other.path { low = middle + 1 } else { high = middle }
      }
      self.others.append((low + self.others.count, other))
    }
  }

  /// What is no file.
  var exceptFiles: [LintSubject] { others.map(\.subject) }

  subscript(index: Int) -> LintSubject {
    if others.isEmpty { return .file(files[index]) }
    let before = count(ofOthersBefore: index)
    return before < others.count && others[before].index == index
      ? others[before].subject : .file(files[index - before])
  }

  /// Adds files.
  mutating func add(_ added: [FoundFile]) {
    for file in added { files.append(file) }
    files.sort()
    self = LintSubjects(files, exceptFiles)
  }

  /// Puts something in the place of each that is no file, under the same path.
  mutating func replaceOthers(_ replacement: (LintSubject) -> LintSubject) {
    for index in others.indices { others[index].subject = replacement(others[index].subject) }
  }

  private func count(ofOthersBefore index: Int) -> Int {
    var (low, high) = (0, others.count)
    while low < high {
      let middle = (low + high) / 2
      if others[middle].index < index { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
