import ManifestFiles
import ManifestLint
import ManifestRules

/// The budgets of apps as a table for people and as JSON for programs.
enum BudgetTable {
  /// The budget of one app manifest.
  struct Entry {
    var file: String
    /// Which document of its file it is, from 0; `nil` if it is the only one.
    var document: Int?
    var budget: Budget
  }

  /// How many of the longest names and descriptions the table shows.
  private static let mostTexts = 5
  private static let labelWidth = 34
  private static let barWidth = 21

  /// For a terminal: a block a manifest.
  static func text(_ entries: [Entry]) -> String {
    entries.map { entry in
      let budget = entry.budget
      var result = "\(FilePath(entry.file))\(entry.document.map { " #\($0)" } ?? "")"
      result += budget.appName.map { "  \(FilePath($0))\n" } ?? "\n"
      result += line("actions", budget.actions)
      result += budget.actionsByView.map { line("  in \($0.view.label)", $0.count) }.joined()
      result += budget.panelsByView.map { line("panels in \($0.view.label)", $0.count) }.joined()
      result += block("fields of panels", budget.panelFields)
      result += block("object actions of panels", budget.objectActions)
      result += block("fields with actions of panels", budget.fieldsWithActions)
      result += block("blocks of modals", budget.modalBlocks)
      result += block("longest names", budget.names)
      result += block("longest descriptions", budget.descriptions)
      result +=
        budget.listing.isEmpty
        ? "" : "listing\n" + budget.listing.map { line("  \($0.label)", $0.count) }.joined()
      result += budget.listingImages.map { line("listing images", $0) } ?? ""
      result += budget.onboardingBlocks.map { line("onboarding blocks", $0) } ?? ""
      return result
    }.joined(separator: "\n")
  }

  private static func block(_ title: String, _ texts: [Budget.TextLength]) -> String {
    if texts.isEmpty { return "" }
    return title + "\n" + texts.prefix(mostTexts).map { line("  " + shortened($0.text), $0.count) }.joined()
  }

  private static func block(_ title: String, _ counts: [Budget.NamedCount]) -> String {
    if counts.isEmpty { return "" }
    return title + "\n" + counts.map { line("  " + shortened($0.name), $0.count) }.joined()
  }

  /// What somebody wrote, on one line and without what a terminal would obey.
  private static func shortened(_ text: String) -> String {
    let shown = "\(FilePath(text.replacingPlaces(of: "\n", by: " ")))"
    let width = labelWidth - 2
    return shown.count > width ? shown.prefix(width - 1) + "…" : shown
  }

  private static func line(_ label: String, _ count: Budget.Count) -> String {
    let padding = String(repeating: " ", count: max(1, labelWidth - label.count))
    let used = String(count.used)
    let numbers = String(repeating: " ", count: max(0, 5 - used.count)) + used + " / \(count.limit)"
    let filled = min(barWidth, (count.used * barWidth + count.limit - 1) / count.limit)
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: barWidth - filled)
    let mark = count.used > count.limit ? "  over" : ""
    return label + padding + numbers + String(repeating: " ", count: max(1, 14 - numbers.count)) + bar + mark + "\n"
  }

  /// For programs: an array, one object a manifest; lengths in UTF-16 code units.
  static func json(_ entries: [Entry]) -> [UInt8] {
    var writer = JSONWriter(indented: true)
    writer.array(entries) { writer, entry in
      writer.object { writer in
        let budget = entry.budget
        writer.member("file", entry.file)
        if let document = entry.document { writer.member("document", document) }
        if let name = budget.appName { writer.member("app", name) }
        writer.member("actions") { write(budget.actions, &$0) }
        writer.member("actionsByView") { write(budget.actionsByView, &$0) }
        writer.member("panelsByView") { write(budget.panelsByView, &$0) }
        writer.member("panelFields") { write(budget.panelFields, &$0) }
        writer.member("objectActions") { write(budget.objectActions, &$0) }
        writer.member("fieldsWithActions") { write(budget.fieldsWithActions, &$0) }
        writer.member("modalBlocks") { write(budget.modalBlocks, &$0) }
        writer.member("names") { write(budget.names, &$0) }
        writer.member("descriptions") { write(budget.descriptions, &$0) }
        writer.member("listing") { write(budget.listing, &$0) }
        if let count = budget.listingImages { writer.member("listingImages") { write(count, &$0) } }
        if let count = budget.onboardingBlocks { writer.member("onboardingBlocks") { write(count, &$0) } }
      }
    }
    writer.newline()
    return writer.bytes
  }

  private static func write(_ count: Budget.Count, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("used", count.used)
      writer.member("limit", count.limit)
    }
  }

  private static func write(_ counts: [Budget.ViewCount], _ writer: inout JSONWriter) {
    writer.array(counts) { writer, entry in
      writer.object { writer in
        writer.member("view", entry.view.rawValue)
        writer.member("used", entry.count.used)
        writer.member("limit", entry.count.limit)
      }
    }
  }

  private static func write(_ texts: [Budget.TextLength], _ writer: inout JSONWriter) {
    write(texts.map { ($0.pointer, $0.count) }, &writer)
  }

  private static func write(_ counts: [Budget.NamedCount], _ writer: inout JSONWriter) {
    write(counts.map { ($0.pointer, $0.count) }, &writer)
  }

  private static func write(_ counts: [(pointer: String, count: Budget.Count)], _ writer: inout JSONWriter) {
    writer.array(counts) { writer, entry in
      writer.object { writer in
        writer.member("pointer", entry.pointer)
        writer.member("used", entry.count.used)
        writer.member("limit", entry.count.limit)
      }
    }
  }
}
