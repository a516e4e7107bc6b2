import ManifestModel
import Testing

@Suite struct ScopeTests {
  @Test func `a greater scope holds the smaller one of the same name`() {
    #expect(Scope.dealsRead.including == .dealsFull)
    #expect(Scope.webhooksRead.including == .webhooksFull)
    #expect(Scope.allCases.filter { $0.including != nil }.count == 9)
    #expect(Scope.usersRead.including == nil)
    #expect(Scope.dealsFull.including == nil)
  }

  @Test func `labels tell the scopes apart`() {
    #expect(Set(Scope.allCases.map(\.label)).count == 30)
  }

  @Test(arguments: Scope.allCases)
  func `every scope is well-formed`(scope: Scope) {
    #expect(Scope.isWellFormed(scope.rawValue))
  }

  @Test(arguments: [
    "", ":", "a:", ":a", "a:b:c", "Deals:read", "deals read", "deals_read", "a--b", "-a", "a1", "dëals",
  ])
  func `other texts are not`(text: String) {
    #expect(!Scope.isWellFormed(text))
  }
}
