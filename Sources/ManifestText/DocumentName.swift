/// The names of files that documents stand in.
public enum DocumentName {
  /// Whether a path ends as those of JSON and YAML files do: in `.json`, `.yaml` or `.yml`, in letters of any case.
  ///
  /// What a project names as a document, a stranger may have named: other files are none of a document's, and may hold
  /// what nobody is to see.
  public static func isOne(_ path: some BidirectionalCollection<UInt8>) -> Bool {
    endings.contains { ending in
      path.count >= ending.count
        && zip(path.suffix(ending.count), ending).allSatisfy { byte, letter in
          byte == letter || letter > UInt8(ascii: ".") && byte == letter & ~0x20
        }
    }
  }

  private static let endings = [".json", ".yaml", ".yml"].map { Array($0.utf8) }
}
