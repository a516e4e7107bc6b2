/// A mistake that is planted in a manifest, of the kinds that people make.
public enum ManifestMistake: CaseIterable, Hashable, Sendable {
  case swappedLettersInKey, missingKey, surplusKey, blankText, quotedNumber, scalarForList, nearValue
  case noScheme, blankInURL, plainHTTP, unknownHost, userInformation
  case nearScope, inventedScope, duplicateScope, coveredScope, duplicateLocation
  case paddedName, invisibleCharacterInName, titleCase, longName, longDescription, sameName
  case plainSecret, secretWithDefault, installationScope, installationPage
  case panelFieldType, modalComponent, modalOption, endpointBraces, nearEndpoint, manifestVersion
}

extension ManifestMistake {
  /// The value with the mistake at a place of its own choice; `nil` where there is no place for it.
  public func planted(in value: TestValue, using random: inout SeededGenerator) -> TestValue? {
    switch self {
    case .swappedLettersInKey: Self.misspelling(value, using: &random)
    case .missingKey:
      change(value, &random) { path, _ in
        Self.isOfTheFormat(path)
      } to: { _, _ in
        nil
      }
    case .surplusKey:
      change(value, &random) { path, value in
        if case .object = value { !path.contains(.key("properties")) } else { false }
      } to: { value, _ in
        var value = value
        value["surplus"] = "1"
        return value
      }
    case .blankText:
      text(value, &random, at: ["name", "url", "iframeUrl", "apiEndpoint"]) { _, random in random.pick(["", "  "]) }
    case .quotedNumber:
      change(value, &random) {
        $1 == .number("1") && $0 == [.key("manifest")]
      } to: { _, _ in
        "1"
      }
    case .scalarForList:
      change(value, &random) { path, value in
        [.key("scopes"), .key("locations"), .key("entryPoints")].contains(path.last) && !value.items.isEmpty
      } to: { value, _ in
        value.items[0]
      }
    case .nearValue:
      text(value, &random, at: ["type", "status", "target"], orItemsOf: ["locations", "entryPoints"]) { text, random in
        text.count > 4 ? Self.withSlip(text, using: &random) : nil
      }
    case .noScheme: url(value, &random) { String($0.dropFirst("https://".count)) }
    case .blankInURL: url(value, &random) { $0 + "/a b" }
    case .plainHTTP: url(value, &random) { "http" + $0.dropFirst("https".count) }
    case .unknownHost: url(value, &random) { _ in "https://localhost/x" }
    case .userInformation: url(value, &random) { "https://user:pa55word9@" + $0.dropFirst("https://".count) }
    case .nearScope:
      text(value, &random, at: [], orItemsOf: ["scopes"]) { text, random in
        text.count > 5 ? Self.withSlip(text, using: &random) : nil
      }
    case .inventedScope: scopes(value) { $0.append("cars:write") }
    case .duplicateScope: scopes(value) { if let first = $0.first { $0.append(first) } }
    case .coveredScope: scopes(value) { $0 += ["goals:read", "goals:full"] }
    case .duplicateLocation:
      change(value, &random) { path, value in
        [.key("locations"), .key("entryPoints")].contains(path.last) && !value.items.isEmpty
      } to: { value, random in
        .list(value.items + [random.pick(value.items)])
      }
    case .paddedName: name(value, &random) { [" \($0)", "\($0) ", $0.replacing(" ", with: "  ")] }
    case .invisibleCharacterInName: name(value, &random) { ["\($0)\u{200B}", "\u{FEFF}\($0)"] }
    case .titleCase: name(value, &random) { _ in ["Send The Quote By Mail", "Show All My Cars"] }
    case .longName: name(value, &random) { ["\($0) and everything that belongs to it"] }
    case .longDescription:
      text(value, &random, at: ["description"]) { text, _ in text + String(repeating: " and more", count: 20) }
    case .sameName:
      change(value, &random) { $0 == [.key("extensions"), .key("linkActions")] && $1.items.count > 1 } to: { value, _ in
        var value = value
        value[[.item(1), .key("name")]] = value.items[0]["name"]
        return value
      }
    case .plainSecret: text(value, &random, at: ["jwtSecret", "password", "clientSecret"]) { _, _ in "hunter2hunter2" }
    case .secretWithDefault:
      text(value, &random, at: ["jwtSecret", "clientSecret"]) { _, _ in "${SECRET:-hunter2hunter2}" }
    case .installationScope: installation(value) { $0 + "&scope=base" }
    case .installationPage: installation(value) { $0.replacing("/oauth/authorize", with: "/oauth/authorise") }
    case .panelFieldType:
      reference(value, &random, "#/definitions/date-time", ["#/definitions/datetime", "#/definitions/date-tme"])
    case .modalComponent:
      reference(
        value, &random, "#/definitions/element-select", ["#/definitions/element-selct", "#/definitions/select"])
    case .modalOption: renaming(value, &random, "placeholder", "placeholer")
    case .endpointBraces:
      text(value, &random, at: ["postMessage", "postMeeting"]) { text, _ in
        text.replacing(":providerChannelId", with: "{providerChannelId}").replacing(":linkId", with: "{linkId}")
      }
    case .nearEndpoint: renaming(value, &random, "getConversations", "getConversation")
    case .manifestVersion: text(value, &random, at: ["version"]) { _, random in random.pick(["v202102", "1"]) }
    }
  }
}

// MARK: - Changing

extension ManifestMistake {
  /// The value with one of those changed that are asked for, or removed.
  private func change(
    _ value: TestValue, _ random: inout SeededGenerator, where isMeant: (TestValue.Path, TestValue) -> Bool,
    to change: (TestValue, inout SeededGenerator) -> TestValue?
  ) -> TestValue? {
    let places = value.descendants.filter { isMeant($0.path, $0.value) }
    guard let place = places.randomElement(using: &random) else { return nil }
    var result = value
    result[place.path] = change(place.value, &random)
    return result == value ? nil : result
  }

  private func text(
    _ value: TestValue, _ random: inout SeededGenerator, at keys: [String], orItemsOf lists: [String] = [],
    _ change: (String, inout SeededGenerator) -> String?
  ) -> TestValue? {
    self.change(value, &random) { path, value in
      guard value.text != nil, let last = path.last else { return false }
      switch last {
      case .key(let key): return keys.contains(key)
      case .item:
        if case .key(let key)? = path.dropLast().last { return lists.contains(key) }
        return false
      }
    } to: { value, random in
      value.text.flatMap { change($0, &random) }.map { .string($0) } ?? value
    }
  }

  private func url(_ value: TestValue, _ random: inout SeededGenerator, _ change: (String) -> String) -> TestValue? {
    self.change(value, &random) { path, value in
      guard value.text?.hasPrefix("https://www.") == true, case .key(let key)? = path.last else { return false }
      return ["url", "iframeUrl", "apiEndpoint", "callbackUrl", "websiteUrl", "supportUrl"].contains(key)
    } to: { value, _ in
      value.text.map { .string(change($0)) }
    }
  }

  private func name(_ value: TestValue, _ random: inout SeededGenerator, _ change: (String) -> [String]) -> TestValue? {
    self.change(value, &random) { path, value in
      path.count == 4 && path[0] == .key("extensions") && path[3] == .key("name") && value.text != nil
    } to: { value, random in
      value.text.map { .string(random.pick(change($0))) }
    }
  }

  private func scopes(_ value: TestValue, _ change: (inout [TestValue]) -> Void) -> TestValue? {
    let path: TestValue.Path = [.key("oauth"), .key("scopes")]
    guard case .list(var items)? = value[path] else { return nil }
    change(&items)
    var result = value
    result[path] = .list(items)
    return result
  }

  private func installation(_ value: TestValue, _ change: (String) -> String) -> TestValue? {
    let path: TestValue.Path = [.key("oauth"), .key("installationUrl")]
    guard let text = value[path]?.text, text.contains("authorize") else { return nil }
    var result = value
    result[path] = .string(change(text))
    return result
  }

  private func reference(
    _ value: TestValue, _ random: inout SeededGenerator, _ right: String, _ wrong: [String]
  ) -> TestValue? {
    change(value, &random) {
      $0.last == .key("$ref") && $1.text == right
    } to: { _, random in
      .string(random.pick(wrong))
    }
  }

  private func renaming(_ value: TestValue, _ random: inout SeededGenerator, _ key: String, _ wrong: String)
    -> TestValue?
  {
    change(value, &random) {
      $1[key] != nil
    } to: { value, _ in
      guard case .object(var members) = value, let index = members.firstIndex(where: { $0.key == key }) else {
        return value
      }
      members[index].key = wrong
      return .object(members)
    }
  }

  /// Whether a way ends in a key of the app manifest's own format.
  private static func isOfTheFormat(_ path: TestValue.Path) -> Bool {
    let documents: Set<TestValue.Step> = [
      .key("dataStructure"), .key("schema"), .key("messaging"), .key("videoCalling"),
    ]
    guard case .key(let key)? = path.last, !key.hasPrefix("x-") else { return false }
    return !path.dropLast().contains { documents.contains($0) || $0 == .key("x-note") }
  }

  private static func misspelling(_ value: TestValue, using random: inout SeededGenerator) -> TestValue? {
    let places = value.descendants.filter { place in
      guard case .key(let key)? = place.path.last else { return false }
      return key.count >= 5 && isOfTheFormat(place.path)
    }
    guard let place = places.randomElement(using: &random), case .key(let key)? = place.path.last,
      case .object(var members)? = value[Array(place.path.dropLast())],
      let index = members.firstIndex(where: { $0.key == key })
    else { return nil }
    let wrong = withSlip(key, using: &random)
    if members.contains(where: { $0.key == wrong }) { return nil }
    members[index].key = wrong
    var result = value
    result[Array(place.path.dropLast())] = .object(members)
    return result
  }

  /// A word with two letters swapped, one too many, or one too few.
  private static func withSlip(_ word: String, using random: inout SeededGenerator) -> String {
    var letters = Array(word)
    let index = Int.random(in: 1..<letters.count - 1, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: letters.swapAt(index, index + 1)
    case 1: letters.insert(letters[index], at: index)
    default: letters.remove(at: index)
    }
    return String(letters)
  }
}
