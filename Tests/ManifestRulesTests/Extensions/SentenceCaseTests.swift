import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct SentenceCaseTests {
  private func problem(_ name: String, app: String? = "Car Services App", _ nouns: [String] = []) -> String? {
    var check = SentenceCaseCheck(appName: app, properNouns: nouns)
    return check.problem(in: name)?.suggestion
  }

  @Test func `what is far too long for a name is left to its length`() {
    #expect(problem("Send " + String(repeating: "Quote ", count: 40)) != nil)
    #expect(problem("Send " + String(repeating: "Quote ", count: 60)) == nil)
  }

  @Test(arguments: [
    "Send quote - Car Services", "+ Prod. details - Car Services", "Car PM – Car Services", "Car Services App",
    "Send quote", "Send quote by e-mail", "Open in DocuSign", "Sync with iPhone", "iPhone sync", "3D view",
    "Create PDF",
    "Call Berlin", "Ask Anna", "Übersicht öffnen", "Открыть сделку", "見積書を送る", "견적 보내기", "إرسال عرض", "ქართული სახელი",
    "Открыть Эту Сделку", "Neues Angebot für Kunden", "Neuer Termin mit Kunde", "Neuer Deal", "Offene Deals",
    "Deals anzeigen", "Kontakt per E-Mail", "Details zur Person", "Nouveau Devis", "Nuevo Deal para Cliente",
    "Open in Google Maps", "Log to Microsoft Teams", "Open Google Drive file", "Open New York Times",
    "New York Times", "Sync with Constant Contact", "Export to Big Blue Data Hub", "Plan A", "Show plan A",
    "ßend", "ﬁnd deal", "'s deal", "e-Signature", "e-sign contract", "van Gogh", "de Gruyter export",
    "von der Leyen report", "Send to Google Drive now", "PM", "+", "", "123", "Éditer le devis", "O'Brien's cars",
    "Mark as won/lost", "Save to \"My Drive\"", "Save to “My Great Drive”",
  ])
  func `lets names pass that may be in sentence case`(name: String) {
    #expect(problem(name) == nil)
  }

  @Test(arguments: [
    ("send quote", "Send quote"), ("+ prod. details", "+ Prod. details"), ("éditer le devis", "Éditer le devis"),
    ("открыть сделку", "Открыть сделку"), ("Send Quote", "Send quote"), ("Open Deal Details", "Open deal details"),
    ("Send The Quote By Mail", "Send the quote by mail"), ("Show All My Cars", "Show all my cars"),
    ("New Order - Car Services", "New order - Car Services"),
    ("ǆ test", "ǅ test"), ("(beta) view", "(Beta) view"), ("send Quote", "Send quote"), ("Book A Van", "Book a van"),
    ("'send quote'", "'Send quote'"), ("Open Google Maps In List", "Open Google Maps in list"),
    ("Planned Delivery Date", "Planned delivery date"), ("Send Quote To Anna", "Send quote to anna"),
    ("Open Acme Report", "Open Acme report"), ("Planned Completion Date", "Planned completion date"),
  ])
  func `flags names that are not, and suggests the form`(name: String, suggestion: String) {
    #expect(problem(name) == suggestion)
  }

  @Test func `knows proper nouns and the app's own words`() {
    #expect(problem("Open Big Blue Box") != nil)
    #expect(problem("Open Big Blue Box", ["Big Blue Box"]) == nil)
    #expect(problem("Open Quote Master", app: "Quote Master") == nil)
    #expect(problem("monday sync", app: "monday") == nil)
  }

  @Test func `names all slips of a name`() {
    var check = SentenceCaseCheck(appName: nil, properNouns: [])
    #expect(check.problem(in: "send Quote")?.phrase == "its first letter is not a capital, and 'Quote' has one")
    #expect(check.problem(in: "Send The Quote")?.phrase == "'The' and 'Quote' have a capital")
    #expect(check.problem(in: "+ send it")?.phrase == "its first letter is not a capital")
  }

  @Test func `reports at the name and mends only when asked`() {
    expectLint(
      SentenceCase(),
      in: """
        app: { name: Acme }
        extensions:
          linkActions: [{ name: 1️⃣Send Quote1️⃣ }]
          jsonPanels: [{ name: My Great Panel, actions: [{ name: 2️⃣open it2️⃣ }] }]
          floatingWindow: { name: Call A Car }

        """,
      [
        "1️⃣": "name is not in sentence case: 'Quote' has a capital",
        "2️⃣": "name is not in sentence case: its first letter is not a capital",
      ],
      unsafelyFixed: """
        app: { name: Acme }
        extensions:
          linkActions: [{ name: Send quote }]
          jsonPanels: [{ name: My Great Panel, actions: [{ name: Open it }] }]
          floatingWindow: { name: Call A Car }

        """)
  }

  @Test func `takes proper nouns from the configuration and nothing else`() throws {
    var rule = SentenceCase()
    let good = YAMLParser.parse(SourceText(path: "c", text: "properNouns: [Big Box]")).documents[0].root
    try rule.configure(good)
    #expect(rule.properNouns == ["Big Box"])
    for text in ["properNouns: Big", "properNouns: [1]", "nouns: []"] {
      let bad = YAMLParser.parse(SourceText(path: "c", text: text)).documents[0].root
      #expect(throws: ConfigurationError.self) { try rule.configure(bad) }
    }
  }
}
