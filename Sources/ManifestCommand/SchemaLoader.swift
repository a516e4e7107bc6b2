import JSONSchema
import ManifestFiles
import ManifestLint

/// Loads a schema with the files that it refers to.
struct SchemaLoader {
  private(set) var registry = SchemaRegistry()
  /// The URIs of what is loaded, and of what was looked for in vain.
  private var known: Set<String> = []
  /// The URIs of what is loaded.
  private var loaded: Set<String> = []
  private let mappings: [URIMapping]
  private let workingDirectory: WorkingDirectory
  /// What the command line names and could not be loaded, a line each.
  private(set) var troubles: [String] = []
  /// What schemas refer to and could not be loaded, a line each: documents may come to it or not.
  private(set) var remarks: [String] = []

  /// A loader that knows the schemas of some folders by their `$id`.
  init(folders: [String], mappings: [URIMapping]) throws(SchemaLoadError) {
    self.mappings = mappings
    // Whoever stands in a folder that is gone can only name absolute paths.
    workingDirectory = (try? WorkingDirectory.ofProcess()) ?? WorkingDirectory("/")
    for folder in folders {
      let path = FilePath(argument: folder)
      guard path.isFolder else { throw .file("'\(path.text)' is no folder") }
      for file in try Self.schemaFiles(in: path) {
        guard let root = Self.readOrNote(file, &troubles) else { continue }
        for id in [root["$id"], root["id"]].compactMap({ $0?.string }).map(Self.withoutFragment) {
          let isNew = known.insert(id).inserted
          loaded.insert(id)
          if !isNew, !id.isEmpty { troubles.append("'\(file)' has the '$id' of another schema: \(FilePath(id))") }
        }
        registry.add(root, at: Self.uri(of: file))
        known.insert(Self.uri(of: file))
      }
    }
  }

  /// Loads the schema that an argument names, and what it refers to, as far as that is in files.
  ///
  /// - Parameter argument: A path, `-` for standard input, or the URI of a schema that is known here.
  mutating func load(_ argument: String) throws(SchemaLoadError) -> (root: Node, uri: String) {
    if argument == "-" { return load(try Self.readStandardInput(), at: FilePath("<stdin>")) }
    if argument.hasPrefix("file://") { return try load(Self.percentDecoded(argument.dropFirst(7))) }
    guard Self.isRemote(argument) else {
      let path = FilePath(argument: argument)
      return load(try Self.read(path), at: path)
    }
    let uri = Self.withoutFragment(argument)
    if let path = mappedPath(uri) {
      let root = try Self.read(path)
      registry.add(root, at: uri)
      loaded.insert(uri)
      return load(root, at: path, uri: uri)
    }
    guard let root = registry.document(uri) else {
      throw .file(
        "no schema is known by the URI '\(uri)', and nothing is fetched from the network; "
          + "give a file, or say where the URI is found by --map or --schema-dir")
    }
    return (root, uri)
  }

  /// Takes a schema in that was read from a path, with what it refers to.
  mutating func load(_ root: Node, at path: FilePath, uri: String? = nil) -> (root: Node, uri: String) {
    let uri = uri ?? Self.uri(of: path)
    known.insert(uri)
    var pending = [Document(root: root, uri: uri, file: path, project: project(of: path))]
    while let next = pending.popLast() {
      for reference in SchemaReference.all(in: next.root, uri: next.uri) where known.insert(reference.uri).inserted {
        guard let document = document(for: reference, in: next) else { continue }
        registry.add(document.root, at: document.uri)
        loaded.insert(document.uri)
        pending.append(document)
      }
    }
    return (root, uri)
  }

  private static func isRemote(_ text: String) -> Bool { text.hasPrefix("http://") || text.hasPrefix("https://") }

  /// Whether a `$schema` names a draft, or a meta-schema that was loaded.
  func isKnownDialect(_ uri: String) -> Bool {
    Draft(schemaURI: uri) != nil || loaded.contains(Self.withoutFragment(uri))
  }

  /// Reads a file; where that fails, notes why.
  private static func readOrNote(_ file: FilePath, _ notes: inout [String]) -> Node? {
    do throws(SchemaLoadError) {
      return try read(file)
    } catch {
      switch error {
      case .file(let message): notes.append(message)
      case .syntax(let source, let errors):
        notes.append("'\(FilePath(source.path))' cannot be read: \(errors.first?.message ?? "it is empty")")
      }
      return nil
    }
  }

  /// Reads a file that nothing but a schema names; what is no schema is noted, and nothing of it is shown.
  private static func readReferenced(_ file: FilePath, _ notes: inout [String]) -> Node? {
    do throws(SchemaLoadError) {
      let root = try read(file)
      if root.kind == .mapping || root.kind == .boolean { return root }
      notes.append("'\(file)' holds no schema")
    } catch {
      switch error {
      case .file(let message): notes.append(message)
      case .syntax: notes.append("'\(file)' is not well-formed; --check-schema says where")
      }
    }
    return nil
  }

  // MARK: References

  /// A schema that was read, and may refer to others.
  private struct Document {
    let root: Node
    let uri: String
    let file: FilePath
    /// What it may refer to lies below this folder.
    let project: FilePath
  }

  private func project(of file: FilePath) -> FilePath {
    ProjectRoot.location(of: workingDirectory.location.appending(file).collapsed, in: workingDirectory)
  }

  /// Reads what a reference leads to; `nil` if that is not to be had, which is noted where it should be.
  private mutating func document(for reference: SchemaReference, in referrer: Document) -> Document? {
    if let file = mappedPath(reference.uri) {
      guard let root = Self.readOrNote(file, &troubles) else { return nil }
      return Document(root: root, uri: reference.uri, file: file, project: project(of: file))
    }
    guard let file = file(for: reference, in: referrer), let root = Self.readReferenced(file, &remarks) else {
      return nil
    }
    return Document(root: root, uri: reference.uri, file: file, project: referrer.project)
  }

  /// The file that a reference leads to without `--map`; `nil` if none is known.
  ///
  /// A relative reference in a file also leads to the file beside it, whatever `$id` makes of it: that is how schemas
  /// that will be published lie together until then.
  /// Whoever wrote the schema does not choose what is read outside of its project.
  private mutating func file(for reference: SchemaReference, in referrer: Document) -> FilePath? {
    let path: String
    if reference.uri.hasPrefix("file://") {
      path = Self.percentDecoded(reference.uri.dropFirst(7))
    } else {
      guard !reference.text.contains(":"), !reference.text.hasPrefix("//") else { return nil }
      path = Self.percentDecoded(reference.text[...])
    }
    // Of a schema that is published elsewhere, the others need not lie here as well.
    let isRemote = Self.isRemote(reference.uri)
    do throws(RefusedFile) {
      let file = try ProjectRoot.file(path, namedBy: referrer.file, below: referrer.project, in: workingDirectory)
      return isRemote && !file.exists ? nil : file
    } catch {
      if !isRemote { troubles.append(Self.trouble(error, reference, in: referrer.file)) }
      return nil
    }
  }

  private static func trouble(_ refusal: RefusedFile, _ reference: SchemaReference, in file: FilePath) -> String {
    let subject = "'\(FilePath(reference.text))' in '\(file)'"
    guard refusal == .outsideProject else { return "\(subject) \(refusal.phrase)" }
    return "\(subject) is outside of the schema's project, and is not read; "
      + "give its file by --map, or its folder by --schema-dir"
  }

  /// The file that stands for a URI by `--map`.
  private func mappedPath(_ uri: String) -> FilePath? {
    guard let mapping = mappings.first(where: { uri.hasPrefix($0.uri) }) else { return nil }
    let path = FilePath(argument: mapping.path)
    let rest = uri.dropFirst(mapping.uri.count)
    return rest.isEmpty ? path : path.appending(FilePath(String(rest.drop { $0 == "/" })))
  }

  // MARK: Files

  private static func read(_ path: FilePath) throws(SchemaLoadError) -> Node {
    let source: SourceText
    do throws(FileError) {
      source = try FileReader().source(named: path)
    } catch {
      throw .file(error.message)
    }
    return try parse(source, isNamed: true)
  }

  private static func readStandardInput() throws(SchemaLoadError) -> Node {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileReader().readStandardInput()
    } catch {
      throw .file(error.message)
    }
    return try parse(SourceText(path: "<stdin>", bytes: bytes), isNamed: false)
  }

  private static func parse(_ source: SourceText, isNamed: Bool) throws(SchemaLoadError) -> Node {
    let parsed = StandardInputLanguage.parse(source, isNamed: isNamed)
    guard parsed.errors.isEmpty, let tree = parsed.documents.first else { throw .syntax(source, parsed.errors) }
    return tree.root
  }

  private static func schemaFiles(in folder: FilePath) throws(SchemaLoadError) -> [FilePath] {
    do throws(FileError) {
      return DocumentSearch(try WorkingDirectory.ofProcess()).documents(at: [folder.text]).files
    } catch {
      throw .file(error.message)
    }
  }

  /// The `file:` URI of a path.
  static func uri(of path: FilePath) -> String {
    let location = (try? WorkingDirectory.ofProcess())?.location.appending(path).collapsed ?? path
    var result = "file://"
    for byte in location.bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where "/-._~".utf8.contains(byte): result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }

  private static func withoutFragment(_ text: String) -> String {
    text.firstIndex(of: "#").map { String(text[..<$0]) } ?? text
  }

  private static func percentDecoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Why a schema could not be loaded.
enum SchemaLoadError: Error {
  /// Its file cannot be used, for that reason.
  case file(String)
  /// Its text is not well-formed.
  case syntax(SourceText, [SyntaxError])
}
