import Testing

@testable import ManifestFiles

@Suite struct GlobTests {
  /// Matches, and what does not, for patterns that mean the same to git and to us.
  @Test(
    arguments: [
      ("a", ["a"], ["", "b", "aa", "a/a"]),
      ("*", ["", "a", "abc", ".x"], ["a/b"]),
      ("?", ["a", "."], ["", "ab", "/"]),
      ("*.yaml", ["a.yaml", ".yaml", "a.b.yaml"], ["a.yml", "x/a.yaml", "yaml"]),
      ("a*b*c", ["abc", "axbyc", "abbcc"], ["ab", "axc", "a/bc"]),
      ("a/*", ["a/b", "a/.b"], ["a", "a/b/c", "b/a"]),
      ("a/**", ["a/b", "a/b/c"], ["a", "b/a/c"]),
      ("**/a", ["a", "x/a", "x/y/a"], ["xa", "x/ya", "a/x"]),
      ("a/**/b", ["a/b", "a/x/b", "a/x/y/b"], ["ab", "a/xb", "x/a/b"]),
      ("**", ["a", "a/b", "a/b/c"], []),
      ("***/a", ["a", "x/y/a"], ["xa"]),
      ("?a**/b", ["xa/b", "xab/b"], ["xa/y/b", "xab/y/b"]),
      ("a/**b", ["a/b", "a/xb"], ["a/x/b"]),
      ("[ab]", ["a", "b"], ["c", "ab", ""]),
      ("[a-c]x", ["ax", "bx", "cx"], ["dx", "x", "-x"]),
      ("[!a]", ["b", "!"], ["a", "/"]),
      ("[^a]", ["b", "!"], ["a", "/"]),
      ("[]a]", ["]", "a"], ["b"]),
      ("[!]a]", ["b"], ["]", "a"]),
      ("[a-]", ["a", "-"], ["b"]),
      ("[-a]", ["a", "-"], ["b"]),
      ("[c-a]", ["c"], ["a", "b"]),
      ("[\\]]", ["]"], ["\\", "a"]),
      ("[\\a-\\c]", ["b"], ["\\", "d"]),
      ("[[:digit:]]x", ["1x"], ["ax", ":x"]),
      ("[[:upper:][:digit:]_]", ["A", "1", "_"], ["a"]),
      ("[[:x]", ["[", ":", "x"], ["a"]),
      ("a[/]b", [], ["a/b"]),
      ("[.-0]", [".", "0"], ["/"]),
      ("\\*", ["*"], ["a", "\\*"]),
      ("\\a\\?", ["a?"], ["ab"]),
      ("**/**/a", ["a", "x/a", "x/y/a"], ["ya"]),
      ("a/**/**", ["a/b", "a/b/c"], ["a"]),
    ] as [(String, [FilePath], [FilePath])])
  func `wildcards mean what git's manual says`(pattern: String, matches: [FilePath], others: [FilePath]) throws {
    for glob in [Glob(git: Array(pattern.utf8)[...]), try Glob(pattern)] {
      for path in matches { #expect(glob.matches(path), "'\(pattern)' must match '\(path)'") }
      for path in others { #expect(!glob.matches(path), "'\(pattern)' must not match '\(path)'") }
    }
  }

  @Test(
    arguments: [
      ("{a,b}", ["a", "b"], ["", "ab", "{a,b}"]),
      ("x{,y}z", ["xz", "xyz"], ["xyyz"]),
      ("{a,{b,c}d}e", ["ae", "bde", "cde"], ["be", "ade"]),
      ("*.{yaml,yml,json}", ["a.yml", "b.json"], ["a.yam", "x/a.yml"]),
      ("{a,*}*", ["a", "ab", "xyz"], ["x/y"]),
      ("{**/a,b}", ["a", "x/y/a", "b"], ["x/b"]),
      ("{a/**,b}", ["a/x/y", "b"], ["a", "b/x"]),
      ("\\{a,b\\}", ["{a,b}"], ["a"]),
      ("{a\\,b,c}", ["a,b", "c"], ["a"]),
      ("[{]a,b}", ["{a,b}"], ["a"]),
      ("a,b}", ["a,b}"], ["a"]),
      ("?", ["é", "日", "🚗"], ["日本"]),
      ("[à-ü]x", ["éx"], ["ex"]),
      ("caf?", ["café"], ["cafe\u{301}"]),
    ] as [(String, [FilePath], [FilePath])])
  func `patterns of the configuration know alternatives and characters`(
    pattern: String, matches: [FilePath], others: [FilePath]
  ) throws {
    let glob = try Glob(pattern)
    for path in matches { #expect(glob.matches(path), "'\(pattern)' must match '\(path)'") }
    for path in others { #expect(!glob.matches(path), "'\(pattern)' must not match '\(path)'") }
  }

  @Test(arguments: [
    ("[a", "'[' has no ']'"), ("[]", "'[' has no ']'"), ("{a,b", "'{' has no '}'"),
    ("a\\", "nothing follows the last '\\'"), ("[[:foo:]]", "unknown character class '[:foo:]'"),
  ])
  func `a pattern of the configuration that makes no sense is an error`(pattern: String, message: String) {
    #expect(throws: GlobError(pattern: pattern, message: message)) { try Glob(pattern) }
  }

  @Test(arguments: ["[a", "a[", "a\\", "[[:foo:]]", "[!"])
  func `a pattern of git that makes no sense matches nothing`(pattern: String) {
    let glob = Glob(git: Array(pattern.utf8)[...])
    #expect(!["", "a", "[a", "a[", "a\\", "f"].contains { glob.matches(FilePath($0)) })
  }

  @Test func `bytes that are not UTF-8 match themselves and the wildcards`() throws {
    let path = FilePath(bytes: [0x61, 0xFF, 0x62])
    #expect(try Glob("a?b").matches(path))
    #expect(try Glob("a*").matches(path))
    #expect(Glob(git: [0x61, 0xFF, UInt8(ascii: "?")]).matches(path))
    #expect(try !Glob("a\u{FFFD}b").matches(path))
  }

  /// With a matcher that goes back this takes longer than anyone waits.
  @Test(arguments: ["a*a*a*a*a*a*a*a*a*a*a*a*a*b", "**/a/**/a/**/a/**/a/**/a/**/a/**/b", "{a,aa}{a,aa}{a,aa}{a,aa}*b"])
  func `no pattern takes long`(pattern: String) throws {
    let run = FilePath(String(repeating: "a", count: 4000))
    let folders = FilePath(String(repeating: "a/", count: 2000) + "c")
    let glob = try Glob(pattern)
    #expect(!glob.matches(run))
    #expect(!glob.matches(folders))
  }

  /// Reads a text, and counts how often it is asked for a symbol.
  private final class CountedSymbols: Sequence, IteratorProtocol {
    private let symbols: [GlobSymbol]
    private(set) var count = 0

    init(_ text: String) {
      symbols = text.unicodeScalars.map { GlobSymbol($0.value) }
    }

    func next() -> GlobSymbol? {
      defer { count += 1 }
      return count < symbols.count ? symbols[count] : nil
    }
  }

  @Test(arguments: [1, 10, 40, 100, 400])
  func `a pattern of any length reads each character of a path once`(stars: Int) throws {
    var parser = GlobParser(
      Array((String(repeating: "**/", count: stars) + String(repeating: "*a", count: stars) + "b").utf8)[...],
      .configuration, literalPrefix: 0)
    let program = try parser.program()
    // Folders upon folders are no more than folders.
    #expect(program.instructionCount <= 4 * stars + 8)
    for (text, matches) in [("a/", false), ("a", false), ("x/", false)] {
      let symbols = CountedSymbols(String(repeating: text, count: 500))
      #expect(program.matches(symbols) == matches)
      #expect(symbols.count <= 500 * text.count + 1)
    }
    #expect(program.matches(CountedSymbols("x/y/" + String(repeating: "éa", count: stars) + "b")))
  }

  @Test func `tables say the same as the machine that they are made of`() throws {
    for pattern in ["**/*a*a*[!b]{x,yy,*z}?/**/c", "{a,**/b*,é?}/[à-ü0-9]*", "**/**/a/**/**/b/**/?"] {
      let long = try Glob(pattern + String(repeating: "{,}", count: 200))
      let short = try Glob(pattern)
      for path in [
        "a/b", "x/a/b/c", "b/é", "éx/é1", "a/aaxxyy/c", "q/aacz1/u/v", "a/b/b/c", "ab/û", "", "a", "axaxayyy/b",
      ] {
        #expect(short.matches(FilePath(path)) == long.matches(FilePath(path)), "\(pattern) and \(path)")
      }
    }
  }

  @Test func `long and deep patterns are matched like short ones`() throws {
    let alternatives = (0..<2000).map { "name\($0)" }.joined(separator: ",")
    let glob = try Glob("x/{\(alternatives)}/*.y?ml")
    #expect(glob.matches("x/name1234/a.yaml"))
    #expect(!glob.matches("x/name2000/a.yaml"))
    let depth = 50_000
    let nested = try Glob(String(repeating: "{", count: depth) + "a" + String(repeating: "}", count: depth))
    #expect(nested.matches("a"))
    #expect(!nested.matches("b"))
  }
}
