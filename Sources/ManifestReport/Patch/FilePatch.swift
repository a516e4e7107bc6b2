public import ManifestText

/// What edits made of a file, as a unified patch that `git apply` and `patch -p1` take.
///
/// A line that holds a secret is never part of it: context stops before such a line, and what cannot be shown without
/// one is left out.
public struct FilePatch: Sendable {
  /// Which text a line stands in.
  public enum Side: Hashable, Sendable {
    case original, current
  }

  /// The patch; empty if there is nothing that it may show.
  public private(set) var bytes: [UInt8] = []
  /// The lines of the original, from 1, whose changes are left out.
  public private(set) var leftOut: [ClosedRange<Int>] = []
  /// What the patch makes of the original: all that was made of it, but for what is left out.
  public private(set) var result: [UInt8]

  /// The lines of context before and after a change.
  private static let context = 3

  /// Writes the patch of a file by its path from the folder that the patch is to be applied in.
  ///
  /// - Parameter isSecret: Whether some bytes, a line of one of the texts, may not be shown.
  public init(_ text: RevisedText, path: [UInt8], isSecret: (Side, Range<Int>) -> Bool) {
    let (old, new) = (PatchLines(text.original.bytes), PatchLines(text.current.bytes))
    var blocks = Self.blocks(text.changes, old, new)
    var known: [Int: Bool] = [:]
    func isHidden(_ line: Int) -> Bool {
      if let answer = known[line] { return answer }
      let answer = isSecret(.original, old.range(line))
      known[line] = answer
      return answer
    }
    for index in blocks.indices.reversed() {
      let block = blocks[index]
      // Behind the last line of a hunk without context git expects the end of the file.
      let next = index + 1 < blocks.count ? blocks[index + 1] : nil
      let goesOn = next.map { $0.isShown && $0.old.lowerBound == block.old.upperBound } ?? false
      blocks[index].isShown =
        !block.old.contains(where: isHidden) && !block.new.contains { isSecret(.current, new.range($0)) }
        && (goesOn || block.old.upperBound == old.count || !isHidden(block.old.upperBound))
    }
    result = Self.result(blocks, old, new)
    for block in blocks where !block.isShown {
      leftOut.append(block.old.lowerBound + 1...max(block.old.lowerBound + 1, block.old.upperBound))
    }
    let shown = Self.joined(blocks.filter(\.isShown))
    if shown.isEmpty { return }
    let path = PatchPath(path)
    bytes = Array("diff --git ".utf8) + path.prefixed("a/") + [UInt8(ascii: " ")] + path.prefixed("b/")
    bytes += Array("\n--- ".utf8) + path.line("a/") + Array("\n+++ ".utf8) + path.line("b/") + [UInt8(ascii: "\n")]
    var growth = 0
    var rest = shown[...]
    var end = 0
    while let first = rest.popFirst() {
      var group = [first]
      while let last = group.last, let next = rest.first,
        next.old.lowerBound - last.old.upperBound <= 2 * Self.context,
        !(last.old.upperBound..<next.old.lowerBound).contains(where: isHidden)
      {
        group.append(next)
        rest = rest.dropFirst()
      }
      let hunk = Self.lines(of: group, from: end, to: rest.first?.old.lowerBound ?? old.count, isHidden)
      Self.write(group, in: hunk, old, new, growth: &growth, into: &bytes)
      end = hunk.upperBound
    }
  }
}

// MARK: - Blocks

extension FilePatch {
  /// Lines that go and the lines that come in their place.
  private struct Block {
    var old: Range<Int>
    var new: Range<Int>
    var isShown = true
  }

  /// The lines that change, without those at either end that stay as they are.
  private static func blocks(_ changes: [RevisedText.Change], _ old: PatchLines, _ new: PatchLines) -> [Block] {
    func lines(_ range: Range<Int>, in lines: PatchLines) -> Range<Int> {
      let first = lines.line(at: range.lowerBound)
      return first..<max(first, min(lines.line(at: range.upperBound) + 1, lines.count))
    }
    var blocks: [Block] = []
    for change in changes {
      let block = Block(old: lines(change.original, in: old), new: lines(change.current, in: new))
      if let last = blocks.last,
        block.old.lowerBound < last.old.upperBound || block.new.lowerBound < last.new.upperBound
      {
        blocks[blocks.count - 1].old = last.old.lowerBound..<max(last.old.upperBound, block.old.upperBound)
        blocks[blocks.count - 1].new = last.new.lowerBound..<max(last.new.upperBound, block.new.upperBound)
      } else {
        blocks.append(block)
      }
    }
    return blocks.map { trimmed($0, old, new) }.filter { !$0.old.isEmpty || !$0.new.isEmpty }
  }

  /// The blocks with those joined that follow on each other.
  private static func joined(_ blocks: [Block]) -> [Block] {
    blocks.reduce(into: []) { joined, block in
      if let last = joined.last, last.old.upperBound == block.old.lowerBound,
        last.new.upperBound == block.new.lowerBound
      {
        joined[joined.count - 1].old = last.old.lowerBound..<block.old.upperBound
        joined[joined.count - 1].new = last.new.lowerBound..<block.new.upperBound
      } else {
        joined.append(block)
      }
    }
  }

  private static func trimmed(_ block: Block, _ old: PatchLines, _ new: PatchLines) -> Block {
    var block = block
    while let (left, right) = pair(block.old.first, block.new.first), old[left] == new[right] {
      block.old = block.old.dropFirst()
      block.new = block.new.dropFirst()
    }
    while let (left, right) = pair(block.old.last, block.new.last), old[left] == new[right] {
      block.old = block.old.dropLast()
      block.new = block.new.dropLast()
    }
    return block
  }

  private static func pair(_ left: Int?, _ right: Int?) -> (Int, Int)? {
    left.flatMap { left in right.map { (left, $0) } }
  }

  private static func result(_ blocks: [Block], _ old: PatchLines, _ new: PatchLines) -> [UInt8] {
    if blocks.allSatisfy(\.isShown) { return new.bytes }
    var result: [UInt8] = []
    var line = 0
    for block in blocks where block.isShown {
      for line in line..<block.old.lowerBound { result += old[line] }
      for line in block.new { result += new[line] }
      line = block.old.upperBound
    }
    for line in line..<max(line, old.count) { result += old[line] }
    return result
  }
}

// MARK: - Hunks

extension FilePatch {
  /// The lines of the original that a hunk spans, its context included.
  private static func lines(
    of blocks: [Block], from start: Int, to end: Int, _ isHidden: (Int) -> Bool
  ) -> Range<Int> {
    guard let first = blocks.first, let last = blocks.last else { return 0..<0 }
    var lower = first.old.lowerBound
    while lower > start, first.old.lowerBound - lower < context, !isHidden(lower - 1) { lower -= 1 }
    var upper = last.old.upperBound
    while upper < end, upper - last.old.upperBound < context, !isHidden(upper) { upper += 1 }
    return lower..<upper
  }

  private static func write(
    _ blocks: [Block], in lines: Range<Int>, _ old: PatchLines, _ new: PatchLines, growth: inout Int,
    into output: inout [UInt8]
  ) {
    let added = blocks.reduce(0) { $0 + $1.new.count - $1.old.count }
    let header =
      "@@ -\(span(lines)) +\(span(lines.lowerBound + growth..<lines.upperBound + growth + added)) @@\n"
    output += Array(header.utf8)
    var line = lines.lowerBound
    for block in blocks {
      for line in line..<block.old.lowerBound { write(" ", old[line], into: &output) }
      for line in block.old { write("-", old[line], into: &output) }
      for line in block.new { write("+", new[line], into: &output) }
      line = block.old.upperBound
    }
    for line in line..<lines.upperBound { write(" ", old[line], into: &output) }
    growth += added
  }

  /// `first,count`; of no line, the one before.
  private static func span(_ lines: Range<Int>) -> String {
    switch lines.count {
    case 0: "\(lines.lowerBound),0"
    case 1: "\(lines.lowerBound + 1)"
    default: "\(lines.lowerBound + 1),\(lines.count)"
    }
  }

  private static func write(_ mark: Character, _ line: ArraySlice<UInt8>, into output: inout [UInt8]) {
    output += Array(String(mark).utf8)
    output += line
    if line.last != UInt8(ascii: "\n") { output += Array("\n\\ No newline at end of file\n".utf8) }
  }
}
