import ManifestLint

/// Flags an address that is no absolute web address.
struct UrlAbsolute: Rule {
  static let metadata = RuleMetadata(
    id: "url-absolute",
    section: .appAndOAuth,
    severity: .usually(
      .error, otherwise: .init(when: "only the scheme of a JSON panel's 'apiEndpoint' is missing", .warning)),
    origin: .platform,
    fixes: [.safe],
    summary: "An address is not an absolute http or https URL with a host.",
    rationale: """
      Pipedrive opens, loads or calls the address as it stands, from its own pages and servers: there is nothing that \
      a relative address could be relative to.
      """,
    remedy: "Write the whole address, beginning with 'https://'.",
    source: .registeringPrivateApp.section("Basic info"),
    examples: [
      .init(
        bad: "app:\n  callbackUrl: www.carservicesapp.com/callback\n",
        good: "app:\n  callbackUrl: https://www.carservicesapp.com/callback\n"),
      .init(
        bad: "app:\n  callbackUrl: https://www.carservicesapp.com/my callback\n",
        good: "app:\n  callbackUrl: https://www.carservicesapp.com/my%20callback\n"),
    ])

  func check(_ context: LintContext) -> [Finding] {
    context.urlFields.compactMap { (field) -> Finding? in
      guard let problem = field.problem, let text = field.node.string, !text.isEmpty else { return nil }
      // 'endpoint-braces' speaks there.
      if field.role == .extensionEndpoint, EndpointPath.holdsBraces(text) { return nil }
      return finding(problem, text, field)
    }
  }

  private func finding(_ problem: WebAddress.Problem, _ text: String, _ field: URLField) -> Finding? {
    // A blank text is 'empty-value'.
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { return nil }
    let isPanelWithoutScheme = problem == .missingScheme && field.role == .panelEndpoint
    return Finding(
      .notAbsolute(problem), at: field.node, help: help(problem, text),
      severity: isPanelWithoutScheme ? .warning : nil, fixIt: fixIt(problem, text, field.node))
  }

  private func help(_ problem: WebAddress.Problem, _ text: String) -> String {
    switch problem {
    case .malformedHost where text.utf8.contains { "${".utf8.contains($0) }:
      "write a variable as '${NAME}', with a name of letters, digits and '_'"
    case .missingScheme: "put 'https://' before it"
    case .blank: "remove the blank, or write it as '%20'"
    case .otherScheme, .missingSlashes, .relative, .missingHost, .malformedHost, .malformedPort:
      "write the whole address, such as 'https://www.carservicesapp.com/callback'"
    }
  }

  private func fixIt(_ problem: WebAddress.Problem, _ text: String, _ node: Node) -> FixIt? {
    switch problem {
    case .missingScheme:
      // What a variable begins with may have a scheme elsewhere.
      if text.hasPrefix("$") { return nil }
      let rest = text.hasPrefix("//") ? String(text.dropFirst(2)) : text
      return FixIt(
        "put 'https://' before it", safety: .safe, edits: [node.edit(replacingTextWith: "https://" + rest)])
    case .blank:
      let encoded = Self.percentEncodingBlanks(text)
      // A blank in the host, or one that a variable brings in, is not mended by encoding it.
      guard let encoded, encoded != text, (try? WebAddress.parse(encoded, Variables())) != nil else { return nil }
      // What stands on a second line is hardly ever a part of the address.
      if node.tree.source.slice(node.range).contains(where: { $0 == 0x0A || $0 == 0x0D }) { return nil }
      return FixIt("write blanks as '%20'", safety: .safe, edits: [node.edit(replacingTextWith: encoded)])
    case .otherScheme, .missingSlashes, .relative, .missingHost, .malformedHost, .malformedPort: return nil
    }
  }

  /// The address with the blanks in its path and query encoded, and those around it left out.
  private static func percentEncodingBlanks(_ text: String) -> String? {
    let trimmed = text.unicodeScalars.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
    var result = ""
    var slashes = 0
    for scalar in trimmed {
      if scalar == "/" { slashes += 1 }
      if scalar == " " {
        guard slashes >= 3 else { return nil }
        result += "%20"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Finding.Message {
  fileprivate static func notAbsolute(_ problem: WebAddress.Problem) -> Self {
    switch problem {
    case .missingScheme: "the address has no scheme; 'https://' is missing before the host"
    case .otherScheme(let scheme): "the address has the scheme '\(scheme)'; only http and https are taken"
    case .missingSlashes: "'//' is missing behind the scheme of the address"
    case .relative: "the address is not absolute: it has neither scheme nor host"
    case .missingHost: "the address has no host"
    case .malformedHost(let reason): "the host of the address is malformed: \(reason)"
    case .malformedPort(let port):
      "the port\(port.map { " '\($0)'" } ?? "") of the address is no number from 0 to 65535"
    case .blank: "the address holds a blank or control character"
    }
  }
}
