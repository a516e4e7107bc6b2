import Testing

@testable import JSONSchema

@Suite struct KeyTableTests {
  @Test(arguments: ["property", "p", "a name of many words that is longer than eight bytes", ""])
  func `keys that differ at their ends are far apart`(prefix: String) {
    let keys = (0..<1000).map { prefix + String($0) }
    for seed in [0, 1, UInt64.max / 3] {
      let places = Set(keys.map { KeyTable.hash(Array($0.utf8).span, seed) % 2048 })
      // Chance alone would give 790.
      #expect(places.count > 600)
    }
  }

  @Test(arguments: [1, 8, 9, 1000])
  func `each key has the number in which it came`(count: Int) {
    var table = KeyTable()
    let keys = (0..<count).map { "key\($0)" }
    for _ in 0..<2 {
      for (number, key) in keys.enumerated() { #expect(table.insert(Array(key.utf8)[...]) == number) }
    }
    #expect(table.number(of: Array("key".utf8).span) == -1)
    #expect(table.keys == keys)
  }
}
