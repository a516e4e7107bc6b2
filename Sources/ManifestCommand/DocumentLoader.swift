import ManifestFiles
import ManifestLint

/// Reads documents, those named on the command line and those that another document refers to.
struct DocumentLoader {
  /// Reads a file that was named, `-` for standard input, which must hold one document.
  func load(_ argument: String) throws(RenderError) -> SyntaxTree {
    try document(in: source(argument))
  }

  /// Reads all documents of a file that was named, `-` for standard input.
  func documents(_ argument: String) throws(RenderError) -> [SyntaxTree] {
    let source = try source(argument)
    let parsed = StandardInputLanguage.parse(source, isNamed: argument != "-")
    if !parsed.errors.isEmpty { throw RenderError(parsed, in: source) }
    return parsed.documents
  }

  private func source(_ argument: String) throws(RenderError) -> SourceText {
    let source: SourceText
    do throws(FileError) {
      source =
        argument == "-"
        ? SourceText(path: "<stdin>", bytes: try FileReader().readStandardInput())
        : try FileReader().source(named: FilePath(argument: argument))
    } catch {
      throw RenderError(error.message)
    }
    return source
  }

  /// Reads the file that a manifest names, which must lie inside the manifest's project.
  func load(_ path: String, from reference: Node) throws(RenderError) -> SyntaxTree {
    let manifest = FilePath(argument: reference.tree.source.path)
    let workingDirectory: WorkingDirectory
    do throws(FileError) {
      workingDirectory = try WorkingDirectory.ofProcess()
    } catch {
      throw RenderError(error.message)
    }
    let file: FilePath
    do throws(RefusedFile) {
      file = try ProjectRoot.file(path, namedBy: manifest, in: workingDirectory)
    } catch {
      throw RenderError("'\(path)' \(error.phrase)", at: reference)
    }
    guard DocumentName.isOne(path.utf8) else {
      throw RenderError("'\(path)' is no document: its name does not end in .json, .yaml or .yml", at: reference)
    }
    let source: SourceText
    do throws(FileError) {
      source = try FileReader().source(at: file)
    } catch {
      throw RenderError(error.message, at: reference)
    }
    return try document(in: source)
  }

  private func document(in source: SourceText) throws(RenderError) -> SyntaxTree {
    let parsed = StandardInputLanguage.parse(source, isNamed: source.path != "<stdin>")
    if !parsed.errors.isEmpty { throw RenderError(parsed, in: source) }
    let documents = parsed.filledDocuments
    guard documents.count == 1 else {
      let error = SyntaxError("the file holds \(documents.count) documents", at: .start)
      throw RenderError(ParseResult(documents: [], errors: [error]), in: source)
    }
    if let duplicate = documents[0].duplicateKeys.first {
      throw RenderError("key '\(duplicate.repeated.text)' stands twice in the same object", at: duplicate.repeated)
    }
    return documents[0]
  }
}
