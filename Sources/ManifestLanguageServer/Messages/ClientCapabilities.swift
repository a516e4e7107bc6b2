import ManifestLint

/// What an editor can do, as far as answers differ by it.
struct ClientCapabilities {
  /// The units of positions that it offers, in its order.
  var positionEncodings: [String] = []

  var pullsDiagnostics = false
  var showsRelatedInformation = false
  var showsCodeDescriptions = false
  var keepsDiagnosticData = false
  /// The tags of diagnostics that it shows.
  var diagnosticTags: Set<Int> = []
  var takesDiagnosticVersions = false
  var refreshesDiagnostics = false

  var takesCodeActionLiterals = false
  var showsPreferredActions = false
  /// Whether it asks for the edit of an action when that is chosen.
  var resolvesEdits = false
  var takesDocumentChanges = false
  var createsFiles = false

  var expandsSnippets = false
  var adjustsIndentation = false
  /// Whether it takes Markdown in hovers, and in the documentation of completions.
  var showsMarkdownInHovers = false
  var showsMarkdownInCompletions = false

  var nestsSymbols = false
  var followsLinks = false
  var foldsWholeLinesOnly = false
  var mostFoldingRanges: Int?
  var refreshesInlayHints = false

  var registersFileWatchers = false
  var registersConfiguration = false
  var answersConfiguration = false

  /// Assumes nothing.
  init() {}

  /// Reads what an editor says of itself.
  init(_ node: Node) {
    func flag(_ path: String...) -> Bool { node.descendant(path)?.boolean == true }
    func texts(_ path: String...) -> [String] { node.descendant(path)?.items.compactMap(\.string) ?? [] }
    positionEncodings = texts("general", "positionEncodings")

    let diagnostics = "publishDiagnostics"
    pullsDiagnostics = node["textDocument"]?["diagnostic"]?.kind == .mapping
    // Version 3.17 knows these for pushed diagnostics only; what an editor shows when it is told, it shows when it asks.
    func shows(_ key: String) -> Bool {
      flag("textDocument", diagnostics, key) || flag("textDocument", "diagnostic", key)
    }
    showsRelatedInformation = shows("relatedInformation")
    showsCodeDescriptions = shows("codeDescriptionSupport")
    keepsDiagnosticData = shows("dataSupport")
    for key in [diagnostics, "diagnostic"] {
      let tags = node.descendant(["textDocument", key, "tagSupport", "valueSet"])
      diagnosticTags.formUnion(tags.map { $0.items.compactMap(\.wholeNumber) } ?? [])
    }
    takesDiagnosticVersions = flag("textDocument", diagnostics, "versionSupport")
    refreshesDiagnostics =
      flag("workspace", "diagnostics", "refreshSupport") || flag("workspace", "diagnostic", "refreshSupport")

    let action = "codeAction"
    takesCodeActionLiterals = node.descendant(["textDocument", action, "codeActionLiteralSupport"]) != nil
    showsPreferredActions = flag("textDocument", action, "isPreferredSupport")
    resolvesEdits =
      flag("textDocument", action, "dataSupport")
      && texts("textDocument", action, "resolveSupport", "properties").contains("edit")
    takesDocumentChanges = flag("workspace", "workspaceEdit", "documentChanges")
    createsFiles = texts("workspace", "workspaceEdit", "resourceOperations").contains("create")

    let item = ["textDocument", "completion", "completionItem"]
    expandsSnippets = node.descendant(item + ["snippetSupport"])?.boolean == true
    let modes = node.descendant(item + ["insertTextModeSupport", "valueSet"])
    adjustsIndentation = modes?.items.contains { $0.wholeNumber == 2 } ?? false
    showsMarkdownInCompletions = Self.prefersMarkdown(node.descendant(item + ["documentationFormat"]))
    showsMarkdownInHovers = Self.prefersMarkdown(node.descendant(["textDocument", "hover", "contentFormat"]))

    nestsSymbols = flag("textDocument", "documentSymbol", "hierarchicalDocumentSymbolSupport")
    followsLinks = flag("textDocument", "definition", "linkSupport")
    foldsWholeLinesOnly = flag("textDocument", "foldingRange", "lineFoldingOnly")
    mostFoldingRanges = node.descendant(["textDocument", "foldingRange", "rangeLimit"])?.wholeNumber
    refreshesInlayHints = flag("workspace", "inlayHint", "refreshSupport")

    registersFileWatchers = flag("workspace", "didChangeWatchedFiles", "dynamicRegistration")
    registersConfiguration = flag("workspace", "didChangeConfiguration", "dynamicRegistration")
    answersConfiguration = flag("workspace", "configuration")
  }

  private static func prefersMarkdown(_ formats: Node?) -> Bool {
    formats?.items.first { ["markdown", "plaintext"].contains($0.text) }?.string == "markdown"
  }
}
