import ArgumentParser

/// Why a hook cannot be written or run.
struct HookError: Error, Hashable {
  /// One line.
  var message: String
}

extension HookError {
  /// Does something, and says why it cannot be done.
  ///
  /// - Throws: An exit code.
  static func shown<Result>(_ body: () throws(HookError) -> Result) throws -> Result {
    do throws(HookError) {
      return try body()
    } catch {
      Console.trouble("manifestlint: \(error.message)\n")
      throw ExitCode.trouble
    }
  }
}
