/// The files that a configuration can stand in.
public enum ConfigurationFile {
  /// The names, the first one that a folder holds counts.
  public static let names = [".manifestlint.yaml", ".manifestlint.yml", ".manifestlint.json"]
}
