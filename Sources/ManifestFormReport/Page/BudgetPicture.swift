import ManifestModel
import ManifestReport
import ManifestText

/// What the extensions of an app use of the room in each view, as a picture with its numbers.
struct BudgetPicture {
  private let budget: Budget
  private let actions: LocationCount
  private let panels: LocationCount
  private let text: RedactedText

  /// The most names that are written in a view.
  private static let mostNames = 8
  /// The most slots that are drawn over the limit.
  private static let mostExcess = 4
  /// The side of a slot and the way to the next one.
  private static let (side, step) = (14, 18)
  /// What an action takes of the bar for all of them.
  private static let totalStep = 6

  /// Counts what a manifest uses.
  init(_ manifest: AppManifest, _ text: RedactedText) {
    self.text = text
    budget = Budget(manifest, Variables())
    actions = LocationCount(manifest, where: \.isAction)
    panels = LocationCount(manifest, where: \.isPanel)
  }

  /// Writes it; nothing for an app without extensions.
  func write(into html: inout HTMLWriter) {
    let hasPanels = budget.panelsByView.contains { $0.count.used > 0 }
    if budget.actions.used == 0, !hasPanels { return }
    html.element(.div, .style("group budget")) { html in
      html.element(.div, .style("group-head")) { html in
        html.element(.h4, text: "Room for extensions")
        writeTotal(budget.actions, into: &html)
      }
      html.element(.table) { html in
        html.element(.thead) { html in
          html.element(.tr) { html in
            for title in ["View", "Actions", "Panel"] {
              html.element(.th, .text(.scope, "col"), text: title)
            }
          }
        }
        html.element(.tbody) { html in
          for entry in budget.actionsByView { writeRow(entry, into: &html) }
        }
      }
    }
    html.newline()
  }

  /// Writes a bar for the actions of all views.
  private func writeTotal(_ count: Budget.Count, into html: inout HTMLWriter) {
    let width = count.limit * Self.totalStep
    html.element(.span, .style("total")) { html in
      html.element(
        .svg, .text(.viewBox, "0 0 \(width) 8"), .number(.width, width), .number(.height, 8), .text(.ariaHidden, "true")
      ) { html in
        html.element(.rect, .style("bar-room"), .number(.width, width), .number(.height, 8), .number(.rx, 4))
        html.element(
          .rect, .style(count.used > count.limit ? "bar-used over" : "bar-used"),
          .number(.width, min(count.used, count.limit) * Self.totalStep), .number(.height, 8), .number(.rx, 4))
      }
      html.element(.span, .style(Self.style(count)), text: "\(count.used)/\(count.limit) actions in all")
    }
  }

  private func writeRow(_ entry: Budget.ViewCount, into html: inout HTMLWriter) {
    let panel = budget.panelsByView.first { $0.view == entry.view }
    html.element(.tr) { html in
      html.element(.th, .text(.scope, "row"), text: entry.view.label)
      html.element(.td) { html in
        writeSlots(entry.count, actions[entry.view], into: &html)
      }
      html.element(.td) { html in
        guard let panel else { return html.element(.span, .style("none"), text: "–") }
        writeSlots(panel.count, panels[entry.view], into: &html)
      }
    }
    html.newline()
  }

  /// Writes a square for each place, filled or free, and one for each thing that is too many.
  private func writeSlots(_ count: Budget.Count, _ uses: [LocationCount.Use], into html: inout HTMLWriter) {
    let slots = max(count.limit, min(count.used, count.limit + Self.mostExcess))
    let width = slots * Self.step
    html.element(.span, .style("slots")) { html in
      html.element(
        .svg, .text(.viewBox, "0 0 \(width) 16"), .number(.width, width), .number(.height, 16),
        .text(.ariaHidden, "true")
      ) { html in
        for slot in 0..<slots {
          let style = slot >= count.limit ? "slot excess" : slot < count.used ? "slot used" : "slot"
          html.element(
            .rect, .style(style), .number(.x, slot * Self.step + 1), .number(.y, 1), .number(.width, Self.side),
            .number(.height, Self.side), .number(.rx, 3))
        }
      }
      html.element(.span, .style(Self.style(count)), text: "\(count.used)/\(count.limit)")
    }
    if uses.isEmpty { return }
    let names = uses.prefix(Self.mostNames).map { title(of: $0.item) }
    let more = uses.count - names.count
    html.element(
      .span, .style("names"), text: names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
  }

  private func title(of item: AppExtension) -> String {
    item.name.flatMap { ValueReader(text).heading(of: $0.node) } ?? item.title
  }

  private static func style(_ count: Budget.Count) -> String {
    count.used > count.limit ? "counter over" : "counter"
  }
}
