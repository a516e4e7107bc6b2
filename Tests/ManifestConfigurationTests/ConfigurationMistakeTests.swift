import ManifestConfiguration
import ManifestLint
import Testing

/// Every mistake in a configuration is said at its place.
@Suite struct ConfigurationMistakeTests {
  @Test(arguments: [
    "", "# nothing\n", "{}\n", "null\n", "---\n---\n", "profile: strict\n", "x-mine: [1, {a: b}]\n", "$schema: there\n",
    "rules: {}\noverrides: []\ninclude: []\nexclude: []\nignore: []\n",
    "rules: { sentence-case: off, name-length: { severity: info }, unknown-scope: { known: ['a:b'] } }\n",
    "ignore: [{ rule: name-length, file: ./a/../b.json, pointer: '', until: 2028-02-29, reason: x }]\n",
  ])
  func `a good one has none`(text: String) {
    expectMistakes(text, [:])
  }

  @Test func `the one that the documentation shows is good`() {
    expectMistakes(
      """
      profile: recommended            # minimal (platform errors) | recommended | strict
      include: [{ files: [panels/*.json], kind: json-panel }]
      rules:
        sentence-case: { severity: error, properNouns: [DocuSign, Car Services] }
        actionable-name: off
      exclude: [vendor/**]
      overrides:
        - files: [staging/**]
          stage: draft
          rules: { placeholder-host: off }
      ignore:
        - { rule: name-length, file: legacy.pipedrive.json, pointer: "/extensions/customModals/[Pick a car]/name", reason: shipped in 2024, until: 2027-01-01 }
      """, [:])
  }

  @Test func `misspelt keys and values`() {
    expectMistakes(
      """
      1️⃣profil1️⃣: strict
      2️⃣nonsense2️⃣: 1
      stage: 3️⃣lief3️⃣
      exclude: 4️⃣vendor/**4️⃣
      overrides:
        - 5️⃣file5️⃣: [a]
        - 6️⃣stage6️⃣: live
        - files: 7️⃣[]7️⃣
      include:
        - { files: [a], kind: 8️⃣json-panels8️⃣, 9️⃣x-own9️⃣: 1 }
      """,
      [
        "1️⃣": "unknown-key: unknown key 'profil' = did you mean 'profile'?",
        "2️⃣":
          "unknown-key: unknown key 'nonsense' = remove it, or begin it with 'x-' to keep it as your own; known here: $schema, profile, stage, rules, include, exclude, overrides, ignore",
        "3️⃣":
          "invalid-value: 'lief' is not allowed for 'stage'; it must be one of 'draft' or 'live' = write 'draft' or 'live'",
        "4️⃣": "wrong-type: 'exclude' must be a list, not text = make it a list of one",
        "5️⃣": "unknown-key: unknown key 'file'; the required key 'files' is missing = did you mean 'files'?",
        "6️⃣": "missing-key: required key 'files' is missing = add 'files'",
        "7️⃣": "empty-value: 'files' has no item, at least one is required = add at least one item",
        "8️⃣":
          "invalid-value: 'json-panels' is not allowed for 'kind'; it must be one of 'app-manifest', 'json-panel', 'json-modal', 'messaging-manifest' or 'video-manifest' = did you mean 'json-panel'?",
        "9️⃣": "unknown-key: unknown key 'x-own' = remove it; known here: files, kind",
      ])
  }

  @Test func `rules that there are not`() {
    expectMistakes(
      """
      rules:
        1️⃣sentense-case1️⃣: off
        2️⃣no-such-thing2️⃣: { severity: error }
      overrides:
        - files: [a]
          rules: { 3️⃣name-lenght3️⃣: info }
      ignore:
        - { rule: 4️⃣name-lengths4️⃣, file: a.json }
      """,
      [
        "1️⃣": "unknown-rule: there is no rule 'sentense-case' = did you mean 'sentence-case'?",
        "2️⃣": "unknown-rule: there is no rule 'no-such-thing' = 'manifestlint rules' lists them",
        "3️⃣": "unknown-rule: there is no rule 'name-lenght' = did you mean 'name-length'?",
        "4️⃣": "unknown-rule: there is no rule 'name-lengths' = did you mean 'name-length'?",
      ])
  }

  @Test func `severities and options that a rule does not take`() {
    expectMistakes(
      """
      rules:
        name-length: 1️⃣warn1️⃣
        sentence-case: { severity: 2️⃣of2️⃣, properNouns: 3️⃣DocuSign3️⃣ }
        unknown-scope: { 4️⃣knwon4️⃣: [a] }
        main-action: { 5️⃣limit5️⃣: 3 }
        panel-actions: 6️⃣true6️⃣
        panel-label-case: { properNouns: [a, 7️⃣28️⃣7️⃣] }
        actions-total: 9️⃣[off]9️⃣
        panel-header:0️⃣0️⃣
      """.replacing("8️⃣", with: ""),
      [
        "1️⃣":
          "invalid-value: 'warn' is not allowed for 'name-length'; it must be one of 'error', 'warning', 'info' or 'off' = write 'error', 'warning', 'info' or 'off'",
        "2️⃣":
          "invalid-value: 'of' is not allowed for 'severity'; it must be one of 'error', 'warning', 'info' or 'off' = write 'error', 'warning', 'info' or 'off'",
        "3️⃣": "wrong-type: 'properNouns' must be a list, not text = make it a list of one",
        "4️⃣": "unknown-key: unknown key 'knwon' = did you mean 'known'?",
        "5️⃣": "unknown-key: unknown key 'limit' = remove it; known here: severity",
        "6️⃣":
          "wrong-type: 'panel-actions' must be text or an object, not a boolean = write 'error', 'warning', 'info', or 'off' to switch the rule off",
        "7️⃣": "wrong-type: this item must be text, not a number = put it in quotes",
        "9️⃣": "wrong-type: 'actions-total' must be text or an object, not a list = write text or an object",
        "0️⃣": "empty-value: 'panel-header' has no value = write a value, or remove the key",
      ])
  }

  @Test(arguments: ["syntax", "unreadable-file", "unknown-document", "duplicate-key"])
  func `a rule that says whether a file could be checked stays on`(rule: String) {
    let why = "invalid-value: '\(rule)' cannot be switched off: it says that a file could not be checked"
    let help = " = write 'error', 'warning' or 'info', or leave files out by 'exclude'"
    expectMistakes("rules: { \(rule): 1️⃣off1️⃣ }\n", ["1️⃣": why + help])
    expectMistakes("rules: { \(rule): { severity: 1️⃣\"off\"1️⃣ } }\n", ["1️⃣": why + help])
    expectMistakes("rules: { \(rule): info }\n", [:])
    expectMistakes(
      "ignore: [{ rule: 1️⃣\(rule)1️⃣, file: a.yaml }]\n",
      [
        "1️⃣":
          "invalid-value: '\(rule)' cannot be ignored: it says that a file could not be checked = mend the file, or leave it out by 'exclude'"
      ])
  }

  @Test func `patterns that make no sense`() {
    let help = " = write a path as seen from the folder of this file, with '*', '?' and '**' as in .gitignore"
    expectMistakes(
      """
      exclude: [1️⃣"a{b"1️⃣, good, 2️⃣""2️⃣, 3️⃣../up3️⃣]
      include: [{ files: [4️⃣"[a"4️⃣] }]
      overrides: [{ files: [5️⃣"a\\\\"5️⃣, 6️⃣37️⃣6️⃣] }]
      """.replacing("7️⃣", with: ""),
      [
        "1️⃣": "invalid-value: 'a{b' is no pattern: '{' has no '}'\(help)",
        "2️⃣": "empty-value: this item is empty = write a text",
        "3️⃣": "invalid-value: '../up' is no pattern: '..' leads out of the folder of the configuration\(help)",
        "4️⃣": "invalid-value: '[a' is no pattern: '[' has no ']'\(help)",
        "5️⃣": "invalid-value: 'a\\' is no pattern: nothing follows the last '\\'\(help)",
        "6️⃣": "wrong-type: this item must be text, not a number = put it in quotes",
      ])
  }

  @Test func `ignored findings that cannot be`() {
    expectMistakes(
      """
      ignore:
        - { rule: name-length, file: 1️⃣/etc/a.json1️⃣ }
        - { rule: name-length, file: 2️⃣../a.json2️⃣, until: 3️⃣2027-02-293️⃣ }
        - { rule: name-length, file: 4️⃣"*.json"4️⃣, pointer: 5️⃣extensions5️⃣ }
        - { 6️⃣rule6️⃣: name-length }
        - { rule: name-length, file: a.json, until: 7️⃣20278️⃣7️⃣, reason: 9️⃣""9️⃣ }
      """.replacing("8️⃣", with: ""),
      [
        "1️⃣":
          "invalid-value: '/etc/a.json' leads out of the folder of the configuration = write the path of the file as seen from the folder of this configuration",
        "2️⃣":
          "invalid-value: '../a.json' leads out of the folder of the configuration = write the path of the file as seen from the folder of this configuration",
        "3️⃣":
          "invalid-value: '2027-02-29' is no day of the calendar = write the last day as YYYY-MM-DD, such as 2027-01-31",
        "4️⃣":
          "invalid-value: '*.json' is a pattern; 'ignore' is about one file = write the path of the file, or switch the rule off for several under 'overrides'",
        "5️⃣":
          "invalid-value: 'extensions' is no JSON Pointer = write the place as the report shows it, such as /extensions/linkActions/0/name",
        "6️⃣": "missing-key: required key 'file' is missing = add 'file'",
        "7️⃣": "wrong-type: 'until' must be text, not a number = put it in quotes",
        "9️⃣": "empty-value: 'reason' is empty = write a text",
      ])
  }

  @Test func `a text that cannot be read, in both languages`() {
    expectMistakes(
      "rules: [\n1️⃣1️⃣", ["1️⃣": "syntax: a value is expected here = write a value"])
    expectMistakes(
      #"{ "profile": "strict"1️⃣,1️⃣ }"#, ["1️⃣": "syntax: a comma before '}' = remove this comma"],
      named: ".manifestlint.json")
    expectMistakes(
      #"{ "rules": { 1️⃣"sentense-case"1️⃣: "off" } }"#,
      ["1️⃣": "unknown-rule: there is no rule 'sentense-case' = did you mean 'sentence-case'?"],
      named: ".manifestlint.json")
  }

  @Test func `a document of another form, and a second one`() {
    expectMistakes(
      "1️⃣- rules1️⃣\n", ["1️⃣": "wrong-type: the document must be an object, not a list = write an object"])
    expectMistakes(
      "profile: strict\n---\n1️⃣profile1️⃣: minimal\n",
      [
        "1️⃣":
          "schema-violation: a configuration is one document; this is another = remove it, and the '---' before it"
      ])
  }

  @Test func `keys that stand twice, and anchors`() {
    expectMistakes(
      "rules: { name-length: off }\n1️⃣rules1️⃣: {}\n",
      [
        "1️⃣":
          "duplicate-key: key 'rules' stands twice in the same object = remove one of the two; only the first is checked further"
      ])
    expectMistakes(
      """
      x-names: &names [a, "b{"]
      exclude: 1️⃣*names1️⃣
      rules: { sentence-case: { properNouns: *names } }
      """,
      [
        "1️⃣":
          "invalid-value: 'b{' is no pattern: '{' has no '}' = write a path as seen from the folder of this file, with '*', '?' and '**' as in .gitignore"
      ])
  }
}
