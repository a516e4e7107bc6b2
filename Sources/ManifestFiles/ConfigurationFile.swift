/// The files that a configuration can stand in.
public enum ConfigurationFile {
  /// The names, the first one that a folder holds counts.
  public static let names = [".manifestlint.yaml", ".manifestlint.yml", ".manifestlint.json"]

  /// Whether a file of that name is a configuration.
  public static func isName(_ name: some Sequence<UInt8>) -> Bool {
    names.contains { name.elementsEqual($0.utf8) }
  }
}
