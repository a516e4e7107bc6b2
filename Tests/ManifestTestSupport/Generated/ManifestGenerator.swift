/// Makes up app manifests that are right: no rule has anything to say about them, from a seed.
public struct ManifestGenerator: Sendable {
  public var random: SeededGenerator
  private var names: [String] = []
  private var actions: [String: Int] = [:]
  private var freeDetailViews: [String] = []
  private var isPublic = false

  /// Manifests that depend on a seed.
  public init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  private static let host = "https://www.carservicesapp.com"
  private static let detailViews = ["deal-details", "person-details", "organization-details"]
  private static let allViews = detailViews + ["activities-list", "deals-list", "people-list", "organizations-list"]
  private static let allNames = [
    "Send quote", "Open order", "Book a visit", "Pick a car", "Add a part", "Create invoice", "Show history",
    "Call the owner", "Check stock", "Compare prices", "Print a label", "Share with the workshop", "Request a review",
    "Find spare parts", "Plan inspection", "+ Add product", "Export to DocuSign", "Move visit", "Öffne Auftrag",
    "Открыть сделку", "見積書を送る", "إرسال عرض", "Envoyer un devis", "Start a trial 🚗", "Update mileage",
    "Remind the owner", "View documents", "Attach photos", "Confirm pick-up", "Get a 2nd opinion",
  ]

  /// The next manifest.
  public mutating func next() -> TestValue {
    names = Self.allNames.shuffled(using: &random)
    actions = [:]
    freeDetailViews = Self.detailViews.shuffled(using: &random)
    isPublic = random.once(in: 3)
    let status = random.pick(
      isPublic ? [nil, "draft", "in-review", "unpublished", "published"] : [nil, "draft", "live", "draft"])
    var value: TestValue = ["manifest": .number("1")]
    var app: TestValue = ["name": "Car Services App", "type": isPublic ? "public" : "private"]
    app["status"] = status.map { .string($0) }
    app["callbackUrl"] = .string("\(Self.host)/API/v2/callback")
    value["app"] = app
    let extensions = extensions()
    value["oauth"] = oauth(extensions)
    if extensions != [:] || random.once(in: 2) { value["extensions"] = extensions }
    if isPublic { addListing(to: &value) }
    if random.once(in: 4) { value["x-note"] = random.pick(["shared", ["a", .number("1")], ["team": "sales"]]) }
    if random.once(in: 3), case .object(let members) = value { value = .object(members.shuffled(using: &random)) }
    return value
  }

  // MARK: Access

  private mutating func oauth(_ extensions: TestValue) -> TestValue {
    var scopes = ["base"]
    for (read, full) in [
      ("deals:read", "deals:full"), ("contacts:read", "contacts:full"), ("leads:read", "leads:full"),
    ] {
      if random.once(in: 2) { scopes.append(random.once(in: 2) ? read : full) }
    }
    if random.once(in: 4) { scopes.append("users:read") }
    if extensions["messaging"] != nil { scopes.append("messengers-integration") }
    if extensions["videoCalling"] != nil { scopes.append("video-calls") }
    if extensions["floatingWindow"]?["entryPoints"]?.items.contains("phone-and-calls") == true {
      scopes.append("phone-integration")
    }
    var oauth: TestValue = ["scopes": .list(scopes.map { .string($0) })]
    if random.once(in: 2) { oauth["clientId"] = "57da5c3c55a82bb4" }
    if random.once(in: 2) { oauth["clientSecret"] = "${CLIENT_SECRET}" }
    switch Int.random(in: 0..<3, using: &random) {
    case 0: oauth["installationUrl"] = .string("\(Self.host)/install")
    case 1 where oauth["clientId"] != nil:
      oauth["installationUrl"] = .string(
        "https://oauth.pipedrive.com/oauth/authorize?client_id=57da5c3c55a82bb4"
          + "&redirect_uri=https%3A%2F%2Fwww.carservicesapp.com%2FAPI%2Fv2%2Fcallback&state=${STATE}")
    default: break
    }
    return oauth
  }

  // MARK: Extensions

  private mutating func extensions() -> TestValue {
    var extensions: TestValue = [:]
    func add(_ key: String, _ items: [TestValue]) {
      if !items.isEmpty { extensions[key] = .list(items) }
    }
    add("linkActions", some { $0.linkAction() })
    add("jsonModals", some { $0.jsonModal() })
    add("jsonPanels", some { $0.jsonPanel() })
    add("customModals", some { $0.customModal() })
    add("customPanels", some { $0.customPanel() })
    if random.once(in: 3) { extensions["floatingWindow"] = floatingWindow() }
    if random.once(in: 3) { extensions["settingsPage"] = settingsPage() }
    if random.once(in: 4) {
      extensions["messaging"] = document("manifests/messaging.json", DocumentTexts.messaging)
    }
    if random.once(in: 4) { extensions["videoCalling"] = document("manifests/video.json", DocumentTexts.video) }
    return extensions
  }

  private mutating func some(_ make: (inout Self) -> TestValue?) -> [TestValue] {
    (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in make(&self) }
  }

  private mutating func named(_ more: TestValue) -> TestValue? {
    guard let name = names.popLast(), case .object(let members) = more else { return nil }
    var value: TestValue = ["name": .string(name)]
    if isPublic || random.once(in: 2) {
      value["description"] = .string(
        random.pick([
          "What the owner of a car needs, with one click", "Saves a call to the workshop: all is in one place",
          "Für jeden Auftrag, auf einen Blick", "Two lines\nof text, \"quoted\" and 'quoted', # no comment",
        ]) + " (\(name))")
    }
    for member in members { value[member.key] = member.value }
    return value
  }

  private mutating func url(_ path: String) -> TestValue {
    .string((random.once(in: 8) ? "https://${HOST}" : Self.host) + path)
  }

  private mutating func document(_ path: String, _ text: String) -> TestValue {
    random.once(in: 2) ? .string(path) : TestValue(json: text)
  }

  /// Views that can take one more action.
  private mutating func views(atMost maximum: Int) -> TestValue? {
    let free = Self.allViews.filter { actions[$0, default: 0] < 3 }.shuffled(using: &random)
    let chosen = free.prefix(Int.random(in: 1...maximum, using: &random))
    if chosen.isEmpty { return nil }
    for view in chosen { actions[view, default: 0] += 1 }
    return .list(chosen.map { .string($0) })
  }

  private mutating func linkAction() -> TestValue? {
    guard let views = views(atMost: 3) else { return nil }
    var value: TestValue = ["url": url("/actions")]
    if random.once(in: 3) { value["jwtSecret"] = "${LINK_JWT_SECRET}" }
    value["locations"] = views
    return named(value)
  }

  private mutating func jsonModal() -> TestValue? {
    guard let views = views(atMost: 2) else { return nil }
    return named([
      "apiEndpoint": url("/api/modal"), "jwtSecret": "${MODAL_JWT_SECRET}",
      "schema": document("modals/order.json", DocumentTexts.modal), "locations": views,
    ])
  }

  private mutating func jsonPanel() -> TestValue? {
    guard let view = freeDetailViews.popLast() else { return nil }
    var value: TestValue = ["apiEndpoint": url("/api/panel")]
    let authentication = Int.random(in: 0..<3, using: &random)
    if authentication != 1 { value["jwtSecret"] = "${PANEL_JWT_SECRET}" }
    if authentication > 0 { value["httpAuth"] = ["username": "pipedrive", "password": "${PANEL_PASSWORD}"] }
    let hasObjects = random.once(in: 2)
    value["dataStructure"] =
      hasObjects
      ? document("panels/visits.json", DocumentTexts.panels) : document("panels/car.json", DocumentTexts.panel)
    value["locations"] = [.string(view)]
    if hasObjects, random.once(in: 2), let action = panelAction() { value["actions"] = [action] }
    return named(value)
  }

  private mutating func panelAction() -> TestValue? {
    guard let name = names.popLast() else { return nil }
    var value: TestValue = ["name": .string(name)]
    if random.once(in: 2) {
      value["type"] = "link"
      value["url"] = url("/visits")
    } else {
      value["type"] = "json-modal"
      value["apiEndpoint"] = url("/api/visits")
      value["schema"] = document("modals/visit.json", DocumentTexts.modal)
    }
    value["target"] = "object"
    return value
  }

  private mutating func customModal() -> TestValue? {
    guard let views = views(atMost: 2) else { return nil }
    return named(["iframeUrl": url("/extensions/modal"), "entryPoints": views])
  }

  private mutating func customPanel() -> TestValue? {
    guard let view = freeDetailViews.popLast() else { return nil }
    return named(["iframeUrl": url("/extensions/panel"), "locations": [.string(view)]])
  }

  private mutating func floatingWindow() -> TestValue {
    [
      "name": "Car calls", "description": "Call a car owner", "iframeUrl": url("/extensions/calls"),
      "entryPoints": random.pick([["top-bar"], ["top-bar", "phone-and-calls"], ["phone-and-calls"]]),
    ]
  }

  private mutating func settingsPage() -> TestValue {
    random.once(in: 2)
      ? ["type": "external-link", "url": url("/settings")]
      : ["type": "custom-ui", "iframeUrl": url("/extensions/settings"), "jwtSecret": "${SETTINGS_JWT_SECRET}"]
  }

  // MARK: Listing

  private mutating func addListing(to value: inout TestValue) {
    func address(_ path: String) -> TestValue { .string("\(Self.host)/\(path)") }
    value["listing"] = [
      "categories": ["Task and workflow management"],
      "summary": "Car Services App keeps cars, workshop visits and quotes beside your Pipedrive deals",
      "icon": "assets/icon.png", "images": ["assets/1.png", "assets/2.png", "assets/3.png"],
      "description": .string(
        "Open a deal and see the car it is about.\n\n"
          + random.pick(["- Quotes by e-mail\n- Visits as activities", "Quotes: \"one click\"", "All in one place"])),
      "instructions": "1. Accept the access scopes.\n2. Sign in to Car Services App.",
      "websiteUrl": .string(Self.host), "termsUrl": address("terms"), "privacyUrl": address("privacy"),
      "pricingUrl": address("pricing"), "supportUrl": address("support"),
      "supportEmail": "support@carservicesapp.com", "documentationUrl": address("docs"),
    ]
    if random.once(in: 2) {
      value["onboarding"] = [
        "blocks": [["title": "Choose your workshop", "description": "Cars come from the workshop that you connect."]],
        "video": ["url": "https://vimeo.com/824804225", "title": "From a deal to a quote"],
      ]
    }
    value["review"] = ["contactEmail": "partners@carservicesapp.com", "useCase": "A workshop's sales team."]
  }
}
