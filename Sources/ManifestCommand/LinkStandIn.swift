// The release is linked without parts of other libraries that nothing here comes to: .ci/build-release says which and
// why. What must be there in their place is here.

/// A description that no error has.
public protocol FoundationlessLocalizedError: Error {}

/// What stands for every function that is not linked; only `--experimental-dump-help` of the argument parser comes here.
@_cdecl("manifestlint_not_linked")
public func notLinked() -> Never {
  Console.trouble("manifestlint: this build cannot describe its options as JSON\n")
  Console.exit(.trouble)
}

/// What the runtime of Swift reads in place of the settings of its backtraces, which are left out: all of them are off.
///
/// The backtraces need a program that stands beside Swift, and look for it at each start, in `/proc` first.
public let backtraceSettings:
  (
    UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64,
    UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64
  ) = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
