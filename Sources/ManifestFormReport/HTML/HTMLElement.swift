/// The elements that the report is made of.
enum HTMLElement: String, Sendable {
  case a, article, body, button, code, dd, details, div, dl, dt, fieldset, footer, form, h1, h2, h3, h4, h5, head,
    header
  case html, input, label, legend, li, main, meta, nav, ol, option, p, pre, script, section, select, span, strong, style
  case summary, table, tbody, td, th, thead, title, tr, ul
  // Inside of pictures.
  case svg, rect

  /// Whether it has no content and no end tag.
  var isVoid: Bool {
    switch self {
    case .input, .meta: true
    default: false
    }
  }
}
