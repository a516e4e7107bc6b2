import ManifestReport
import ManifestText
import Testing

@Suite struct FilePatchTests {
  /// The patch that turns lines into others; lines with `secret` in them may not be shown.
  private func patch(_ old: String, _ new: String, path: String = "a.yaml") -> FilePatch {
    // Each line is an edit of its own, as fixes are.
    var text = RevisedText(SourceText(path: path, text: old))
    let oldLines = old.split(separator: "\n", omittingEmptySubsequences: false)
    let newLines = new.split(separator: "\n", omittingEmptySubsequences: false)
    if oldLines.count == newLines.count {
      var offset = 0
      var edits: [TextEdit] = []
      for (left, right) in zip(oldLines, newLines) {
        let range = TextRange(utf8Offsets: offset..<offset + left.utf8.count)
        if left != right { edits.append(TextEdit(range: range, replacement: String(right))) }
        offset += left.utf8.count + 1
      }
      text.apply(edits)
    } else {
      text.apply([TextEdit(range: text.original.range, replacement: new)])
    }
    return FilePatch(text, path: Array(path.utf8)) { side, range in
      let source = side == .original ? text.original : text.current
      return String(decoding: source.bytes[range], as: UTF8.self).contains("secret")
    }
  }

  private func body(_ patch: FilePatch) -> String {
    String(decoding: patch.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).dropFirst(3)
      .joined(separator: "\n")
  }

  @Test func `one line`() {
    let patch = patch("a\nb\nc\nd\ne\nf\ng\nh\n", "a\nb\nc\nd\nE\nf\ng\nh\n")
    #expect(
      String(decoding: patch.bytes, as: UTF8.self) == """
        diff --git a/a.yaml b/a.yaml
        --- a/a.yaml
        +++ b/a.yaml
        @@ -2,7 +2,7 @@
         b
         c
         d
        -e
        +E
         f
         g
         h

        """)
    #expect(patch.leftOut.isEmpty)
  }

  @Test func `changes that are near share a hunk, and those that follow on each other a block`() {
    let lines = (1...20).map(String.init)
    var changed = lines
    for index in [1, 2, 9, 17] { changed[index] += "x" }
    #expect(
      body(patch(lines.joined(separator: "\n") + "\n", changed.joined(separator: "\n") + "\n")) == """
        @@ -1,13 +1,13 @@
         1
        -2
        -3
        +2x
        +3x
         4
         5
         6
         7
         8
         9
        -10
        +10x
         11
         12
         13
        @@ -15,6 +15,6 @@
         15
         16
         17
        -18
        +18x
         19
         20

        """)
  }

  @Test(arguments: [
    ("a", "b", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"),
    ("a", "a\n", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"),
    ("a\nb", "A\nb", "@@ -1,2 +1,2 @@\n-a\n+A\n b\n\\ No newline at end of file\n"),
    ("", "a\n", "@@ -0,0 +1 @@\n+a\n"),
    ("a\n", "", "@@ -1 +0,0 @@\n-a\n"),
    ("a\nb\n", "a\nb\nc\n", "@@ -1,2 +1,3 @@\n a\n b\n+c\n"),
    ("a\nb\nc\n", "b\nc\n", "@@ -1,3 +1,2 @@\n-a\n b\n c\n"),
    ("a\r\nb\r\n", "A\r\nb\r\n", "@@ -1,2 +1,2 @@\n-a\r\n+A\r\n b\r\n"),
  ])
  func `the ends of a text`(old: String, new: String, expected: String) {
    #expect(body(patch(old, new)) == expected)
  }

  @Test func `nothing is an empty patch`() {
    #expect(patch("a\n", "a\n").bytes.isEmpty)
  }

  @Test func `context stops before a secret, and no hunk spans one`() {
    #expect(
      body(patch("a\nsecret\nb\nc\nd\ne\nsecret 2\nf\ng\nh\n", "a\nsecret\nb\nC\nd\ne\nsecret 2\nf\nG\nh\n")) == """
        @@ -3,4 +3,4 @@
         b
        -c
        +C
         d
         e
        @@ -8,3 +8,3 @@
         f
        -g
        +G
         h

        """)
  }

  @Test func `a change that cannot be shown without a secret is left out`() {
    // The changed line itself, the line behind it, what the line becomes; not the one before it.
    let patch = patch("secret\nb\nc\nd\nsecret 2\nf\ng\n", "x\nB\nc\nD\nsecret 2\nF\nsecret 3\n")
    #expect(body(patch) == "@@ -2,3 +2,3 @@\n-b\n+B\n c\n d\n@@ -6,2 +6,2 @@\n-f\n+F\n g\n")
    #expect(patch.leftOut == [1...1, 4...4, 7...7])
    #expect(String(decoding: patch.result, as: UTF8.self) == "secret\nB\nc\nd\nsecret 2\nF\ng\n")
  }

  @Test(arguments: [
    ("a b.yaml", "a/a b.yaml b/a b.yaml", "--- a/a b.yaml\t"),
    ("na\u{EF}ve.yaml", #""a/na\303\257ve.yaml" "b/na\303\257ve.yaml""#, #"--- "a/na\303\257ve.yaml""#),
    ("t\tn\nq\"b\\.yaml", #""a/t\tn\nq\"b\\.yaml" "b/t\tn\nq\"b\\.yaml""#, #"--- "a/t\tn\nq\"b\\.yaml""#),
    ("x\u{1}\u{7F}.yaml", #""a/x\001\177.yaml" "b/x\001\177.yaml""#, #"--- "a/x\001\177.yaml""#),
  ])
  func `file names are written as git writes them`(path: String, names: String, line: String) {
    let lines = String(decoding: patch("a\n", "b\n", path: path).bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines[0] == "diff --git \(names)")
    #expect(lines[1] == line)
  }
}
