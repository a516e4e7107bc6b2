import ManifestLint
import ManifestRules
import ManifestSyntax
import ManifestText
import Testing

@Suite struct SyntaxFixTests {
  @Test(arguments: [
    "\n':\n':", "a: 1\n{\"a\":b}\n", "a: 1\n[b:\"c\"]\n", "a: b\n{a: b, \"c\": d}\n", "a: @b\n  c\n",
    "a: b: c\n  d\n", #"{a": 1}"#, #"{"a: "b"}"#, #"{"a"": 1}"#, #"{'it's': 1}"#, #"{"a": 'it's'}"#,
    #"{-"a": "x"}"#,
  ])
  func `what nobody can mend is left as it is, and no fix is offered`(text: String) {
    let language: SyntaxTree.Language = text.first == "{" ? .json : .yaml
    let source = SourceText(path: "x.\(language.rawValue)", text: text)
    var options = Linter.Options()
    options.language = language
    let linter = Linter(RuleSet(BuiltInRules.all), schemas: [:])
    let fixer = Fixer(linter, applying: [.safe])
    #expect(fixer.fix(source, options).source == source)
    let diagnostics = fixer.withoutHarmfulFixes(linter.lint(source, options).diagnostics, in: source, options)
    #expect(diagnostics.contains { $0.rule == "syntax" })
    #expect(diagnostics.allSatisfy { $0.fixIt == nil })
  }
}
