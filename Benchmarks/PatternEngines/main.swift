import Foundation

/// Reads one of the lists in JSON that the program is given.
func list<Value: Decodable>(_ index: Int, _ type: Value.Type) throws -> Value {
  try JSONDecoder().decode(type, from: Data(contentsOf: URL(filePath: CommandLine.arguments[index])))
}

let patterns = try list(1, [String].self)
let texts = try list(2, [String].self)
let verdicts = try list(3, [[Bool]?].self)

/// Seconds of processor time: other work on the machine does not count.
func seconds(_ body: () -> Void) -> Double {
  let start = clock()
  body()
  return Double(clock() - start) / Double(CLOCKS_PER_SEC)
}

/// Writes a line at once, so that it stands there if what follows does not end.
func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

func rounded(_ value: Double, _ digits: Int = 2) -> String { String(format: "%.\(digits)f", value) }

func measure<E: Engine>(_ type: E.Type) {
  // Patterns are made for a schema, and meet a few texts each.
  var engines: [E?] = []
  let making = seconds { engines = patterns.map(E.init) }
  let searching = seconds {
    for engine in engines { for text in texts { _ = engine?.isFound(in: text) } }
  }
  let searches = engines.count { $0 != nil } * texts.count
  let refused = engines.count { $0 == nil }
  var (others, givenUp) = (0, 0)
  var examples: [String] = []
  for (index, (engine, verdict)) in zip(engines, verdicts).enumerated() {
    guard let engine, let verdict else { continue }
    for (text, expected) in zip(texts, verdict) {
      guard let found = engine.isFound(in: text) else {
        givenUp += 1
        continue
      }
      if found != expected {
        others += 1
        examples.append("\(patterns[index]) on \(text.debugDescription)")
      }
    }
  }
  say(
    "\(E.name): refuses \(refused) of \(patterns.count) patterns; \(others) other verdicts of \(searches), \(givenUp) given up; "
      + "\(rounded(making * 1e6 / Double(patterns.count), 1)) µs to make, "
      + "\(rounded(searching * 1e9 / Double(searches), 0)) ns to search")
  for example in examples.prefix(5) { say("  other: \(example)") }
  for (pattern, text) in hostile {
    guard let engine = E(pattern) else { continue }
    for count in [16, 20, 24, 28, 10_000] {
      // Where it took seconds before, it would take ages now.
      var result: Bool??
      let time = seconds { result = engine.isFound(in: String(repeating: text, count: count) + "!") }
      say("  \(pattern) on \(count): \(rounded(time * 1e3)) ms\(result == .some(.none) ? ", given up" : "")")
      if time > 0.04 { break }
    }
  }
}

/// Patterns with nested quantifiers, each with what to repeat.
let hostile = [("^(a+)+$", "a"), ("^(\\w+\\s?)*$", "a"), ("^(([a-z])+.)+[A-Z]([a-z])+$", "a")]

measure(OwnEngine.self)
measure(PCRE2Engine.self)
measure(SwiftEngine.self)
