// The release is linked without FoundationEssentials: .ci/build-release says why and how. What the argument parser would
// find there is here.

/// A description that no error has.
public protocol FoundationlessLocalizedError: Error {}

/// What is left of `--experimental-dump-help`, the only option that needs more.
@_cdecl("manifestlint_without_foundation")
public func withoutFoundation() -> Never {
  Console.trouble("manifestlint: this build cannot describe its options as JSON\n")
  Console.exit(.trouble)
}
